"""`slatewatch scheme`: groupings of factions and persons into blocs are made, copied, edited, saved and read."""

from __future__ import annotations

from pathlib import Path

import click

from db.errors import SlatewatchError
from tui.commands.kinds import IsoDate, Named, database_option
from tui.commands.writing import done, writing

EPILOG = """\b
Examples:
  slatewatch scheme copy wings "As I count"
  slatewatch scheme count as-i-count --faction "Open Labour" --in Left
  slatewatch scheme count as-i-count --person "Ann Black" --in "Soft left" --from 2020-11-13
  slatewatch scheme save as-i-count mine.csv
  slatewatch scheme load mine.csv --name "Mine"
  slatewatch composition nec --scheme mine
"""


@click.group(epilog=EPILOG)
def scheme() -> None:
    """Make, copy and edit schemes: groupings of factions and persons into blocs.

    `slatewatch schemes` lists them, and `--scheme NAME` counts a body by one. Every edit is listed by `slatewatch imports` and
    taken back by `slatewatch undo`.
    """


whose_option = click.option("--whose", metavar="NAME", help="Whose judgement it is.")


@scheme.command()
@click.argument("name")
@whose_option
@database_option
def new(name: str, *, whose: str | None, db: str | None) -> None:
    """Make the scheme NAME, which counts nobody yet."""
    from db.editing.schemes import made

    with writing(db) as connection:
        key, number = made(connection, name, whose)
    done(f"The scheme {name} was made; its key is {key}", number)


@scheme.command("copy")
@click.argument("origin", type=Named("scheme"), metavar="SCHEME")
@click.argument("name")
@whose_option
@database_option
def copy_(origin: str, name: str, *, whose: str | None, db: str | None) -> None:
    """Make the scheme NAME, which says what SCHEME says."""
    from db.editing.schemes import copied
    from db.wayfinding.names import resolve

    with writing(db) as connection:
        key, number = copied(connection, resolve(connection, "scheme", origin), name, whose)
    done(f"The scheme {name} was copied; its key is {key}", number)


@scheme.command("count", short_help="Count a faction, a person or a leaning in a bloc.")
@click.argument("name", type=Named("scheme"), metavar="SCHEME")
@click.option("--faction", type=Named("faction"), metavar="FACTION", help="A faction, with all within it.")
@click.option("--person", type=Named("person"), metavar="PERSON", help="A person.")
@click.option("--leaning", metavar="WORDS", help="Whoever a source says leans so, in these words.")
@click.option(
    "--in", "bloc", metavar="BLOC", help="The bloc, which is made where there is none; else no bloc."
)
@click.option("--from", "since", type=IsoDate(), metavar="DATE", help="From this day on; else at all times.")
@click.option("--to", "until", type=IsoDate(), metavar="DATE", help="Up to this day, which is left out.")
@database_option
def count_in(
    name: str,
    *,
    faction: str | None,
    person: str | None,
    leaning: str | None,
    bloc: str | None,
    since: str | None,
    until: str | None,
    db: str | None,
) -> None:
    """Count a faction, a person or a leaning in a bloc of SCHEME, or in none."""
    from db.editing.schemes import Entry, moved
    from db.wayfinding.names import resolve

    if bloc is None and (since or until):
        raise SlatewatchError("--from and --to need --in, the bloc in which it is counted for that time.")
    with writing(db) as connection:
        entry = Entry(
            bloc or "no bloc",
            resolve(connection, "faction", faction) if faction else None,
            resolve(connection, "person", person) if person else None,
            leaning,
            since,
            until,
        )
        words, number = moved(connection, resolve(connection, "scheme", name), entry, out=bloc is None)
    done(words, number)


@scheme.command(short_help="Write SCHEME as a CSV file, for a spreadsheet.")
@click.argument("name", type=Named("scheme"), metavar="SCHEME")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE", default="-")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@database_option
def save(name: str, file: Path, *, force: bool, db: str | None) -> None:
    """Write SCHEME as a CSV file, to be edited in a spreadsheet; without FILE to standard output."""
    from db.editing.schemes import entries_of
    from db.wayfinding.names import resolve
    from importers.scheme_file import written_scheme
    from tui.commands.opening import connection, database
    from tui.commands.telling import hand_over

    with connection(database(db)) as opened:
        text = written_scheme(entries_of(opened, resolve(opened, "scheme", name)))
    hand_over(text, file, force=force)


@scheme.command(short_help="Read a scheme from a CSV file.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--name", metavar="NAME", help="Of the scheme; else that of the file.  One that is there is refilled."
)
@whose_option
@database_option
def load(file: Path, *, name: str | None, whose: str | None, db: str | None) -> None:
    """Read a scheme from a CSV file with the columns bloc, faction, person, leaning, from, to and note.

    Where there is a scheme of the name, it says what the file says from now on.
    """
    from db.editing.schemes import made, refilled
    from db.wayfinding.names import fitting, one_of
    from db.wording import count
    from importers.scheme_file import read_scheme

    wanted = name or file.stem
    with writing(db) as connection:
        entries = read_scheme(connection, file)
        keys = fitting(connection, "scheme", wanted)
        known = one_of(keys, wanted) if keys else None
        if known:
            _, number = refilled(connection, known, whose, entries)
        else:
            _, number = made(connection, wanted, whose, entries)
    done(f"The scheme {wanted} says what {file.name} says: {count(len(entries), 'entry', 'entries')}", number)


@scheme.command()
@click.argument("name", type=Named("scheme"), metavar="SCHEME")
@database_option
def drop(name: str, *, db: str | None) -> None:
    """Take SCHEME away."""
    from db.editing.schemes import dropped
    from db.wayfinding.names import resolve

    with writing(db) as connection:
        gone, number = dropped(connection, resolve(connection, "scheme", name))
    done(f"The scheme {gone} was taken away", number)
