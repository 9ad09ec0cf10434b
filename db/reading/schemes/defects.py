"""What a scheme says that cannot be all right: told, and named by its rows."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from db.dates import written
from db.reading.seats.defects import SHOWN
from db.reading.seats.row_names import row_names
from db.reading.seats.spans import END, Span
from db.wording import count, listed

ENTRIES = """
SELECT bloc_member.id, bloc.id, bloc.name, coalesce(faction.name, person.name, 'whoever is said to be ' || leaning),
       coalesce(faction_id, -person_id, lower(leaning)), coalesce(valid_from, ''), valid_to
FROM bloc CROSS JOIN bloc_member ON bloc_id = bloc.id
LEFT JOIN faction ON faction.id = faction_id LEFT JOIN person ON person.id = person_id
WHERE scheme_id = ? ORDER BY bloc.position, bloc.id, bloc_member.id
"""


class Entry(NamedTuple):
    """One row of a scheme."""

    id: int
    bloc: int
    bloc_name: str
    name: str
    span: Span


def scheme_defects(
    connection: sqlite3.Connection, scheme: int, name: str, date: str | None = None
) -> tuple[str, ...]:
    """Sentences on what a scheme counts twice and on entries that end before they begin, each with its rows.

    Args:
        connection: to the record.
        scheme: its id.
        name: its name, for the sentences.
        date: the day looked at, for what is counted twice; open means any day.
    """
    entries: dict[object, list[Entry]] = defaultdict(list)
    for number, bloc, bloc_name, who, key, first, last in connection.execute(ENTRIES, [scheme]):
        entries[key].append(Entry(number, bloc, bloc_name, who, Span(first, last or END)))
    twice = [found for one in entries.values() if (found := _at_once(one, date))]
    backwards = [one for several in entries.values() for one in several if one.span.backwards]
    return (*_twice(connection, name, twice), *_backwards(connection, name, backwards))


def _at_once(entries: list[Entry], date: str | None) -> list[Entry]:
    """The entries of one faction, person or word that put it into several blocs on the day, or on some day."""
    if len({one.bloc for one in entries}) < 2:
        return []
    if date is not None:
        found = [one for one in entries if one.span.start <= date < one.span.end]
    else:
        found = [
            one
            for one in entries
            if any(one.bloc != other.bloc and one.span.meets(other.span) for other in entries)
        ]
    return found if len({one.bloc for one in found}) > 1 else []


def _twice(connection: sqlite3.Connection, name: str, wrong: list[list[Entry]]) -> Iterator[str]:
    shown = [one for several in wrong[:SHOWN] for one in several[: 2 * SHOWN]]
    rows = row_names(connection, "bloc_member", [one.id for one in shown])
    for several in wrong[:SHOWN]:
        blocs = listed(list(dict.fromkeys(one.bloc_name for one in several)))
        places = listed([rows[one.id] for one in several[: 2 * SHOWN]])
        yield f"The scheme {name} counts {several[0].name} twice, in {blocs} ({places})"
    if len(wrong) > SHOWN:
        yield f"The scheme {name} counts {count(len(wrong) - SHOWN, 'more', 'more')} twice"


def _backwards(connection: sqlite3.Connection, name: str, wrong: list[Entry]) -> Iterator[str]:
    rows = row_names(connection, "bloc_member", [one.id for one in wrong[:SHOWN]])
    for one in wrong[:SHOWN]:
        yield (
            f"The scheme {name} counts {one.name} in {one.bloc_name} until {written(one.span.end)}, before it begins to, "
            f"{written(one.span.start)} ({rows[one.id]})"
        )
    if len(wrong) > SHOWN:
        yield f"The scheme {name} has {count(len(wrong) - SHOWN, 'more entry', 'more entries')} that end before they begin"
