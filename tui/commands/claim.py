"""`slatewatch claim`: published claims are kept, read from a file, saved as one, and let go of."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from tui.commands.claiming import Said, claiming, entry_of
from tui.commands.kinds import Named, database_option
from tui.commands.writing import done, writing

EPILOG = """\b
Examples:
  slatewatch claim add "won 55% of the popular vote" --measure share --contest nec-clp-2014 --faction CLGA \\
    --stated 55% --publisher "Left Futures" --address https://...
  slatewatch claim add "four of six" --measure seats --contest nec-clp-2014 --faction CLGA --stated "4 of 6" --look
  slatewatch claim save claims.csv
  slatewatch claim load claims.csv
  slatewatch claims --contest nec-clp-2014
"""


@click.group(epilog=EPILOG)
def claim() -> None:
    """Keep published claims, which are worked out anew from the record on every look.

    `slatewatch claims` lists them with their verdicts. What is kept is listed by `slatewatch imports` and taken back by
    `slatewatch undo`. docs/claims.md says what each measure means and needs.
    """


@claim.command(short_help="Keep the claim WORDS.")
@click.argument("words")
@claiming
@click.option("--look", is_flag=True, help="Only say what the figures make of it; keep nothing.")
@database_option
def add(words: str, *, look: bool, db: str | None, **said: Unpack[Said]) -> None:
    """Keep the claim WORDS, as it was published, and say what the figures make of it."""
    from db.editing.claims import checked, kept
    from db.reading.claims.words import verdict_words
    from db.wording import sentence
    from tui.commands.opening import connection, database
    from tui.commands.telling import report

    with connection(database(db)) as opened:
        entry = entry_of(opened, words, said)
        verdict = sentence(verdict_words(checked(opened, entry), said["publisher"] or ""))
    report(verdict)
    if look:
        return
    with writing(db) as to_write:
        told, number = kept(to_write, [entry])
    done(told[0].upper() + told[1:], number)


@claim.command(short_help="Read claims from a CSV file.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@database_option
def load(file: Path, *, db: str | None) -> None:
    """Read claims from a CSV file with the columns of claims.csv, and publisher, title, address, published and place.

    A claim whose key is on record says what the file says from now on.
    """
    from db.editing.claims import kept
    from importers.claims_file import digest_of, read_claims

    entries = read_claims(file)
    with writing(db) as connection:
        words, number = kept(connection, entries, file.name, digest_of(file))
    done(f"{file.name}: {words}", number)


@claim.command(short_help="Write all claims as a CSV file.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE", default="-")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@database_option
def save(file: Path, *, force: bool, db: str | None) -> None:
    """Write all claims as a CSV file, to be edited in a spreadsheet; without FILE to standard output."""
    from importers.claims_file import written_claims
    from tui.commands.opening import connection, database
    from tui.commands.telling import hand_over

    with connection(database(db)) as opened:
        text = written_claims(opened)
    hand_over(text, file, force=force)


@claim.command(short_help="Let go of a claim.")
@click.argument("name", type=Named("claim"), metavar="CLAIM")
@database_option
def drop(name: str, *, db: str | None) -> None:
    """Let go of CLAIM, given by its key or its words."""
    from db.editing.claims import dropped
    from db.wayfinding.names import resolve

    with writing(db) as connection:
        key = resolve(connection, "claim", name)
        words, number = dropped(connection, key)
    done(f"The claim “{words}” was taken away", number)
