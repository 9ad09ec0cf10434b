"""What a dispute is of, in words: `Kate Osamor, NEC members 2012`; and where it is seen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final, NamedTuple

from db.lens import Lens, Place
from db.reading.described import described
from db.reading.facts import by_table
from db.reading.parts import in_parts, marks
from db.view import Fact


class Told(NamedTuple):
    """One row of the record."""

    words: str
    opens: Place | None
    person: str = ""
    """Whose candidacy it is; blank for all other rows."""
    faction: str = ""
    """Key of the slate of a candidacy; blank where none is known, and for all other rows."""
    date: str | None = None
    """The day on which the slate counts."""


_CONTEST: Final = "contest.key, contest.date, contest.kind, body.key, body.short, section.key, section.name"
_HELD: Final = "JOIN section ON section.id = contest.section_id JOIN body ON body.id = contest.body_id"

QUERIES: Final = {
    "candidacy": f"SELECT candidacy.id, {_CONTEST}, person.name, faction.key FROM candidacy "
    f"JOIN contest ON contest.id = contest_id {_HELD} JOIN person ON person.id = person_id "
    "LEFT JOIN faction ON faction.id = slate_id WHERE candidacy.id IN ({marks})",
    "contest": f"SELECT contest.id, {_CONTEST}, NULL, NULL FROM contest {_HELD} WHERE contest.id IN ({{marks}})",
}
"""Tables whose rows are told without their figures, since these are what is disputed."""

KINDS: Final = {"by-election": ", by-election", "additional": ", additional seats"}
"""What is said of a contest that is not the regular one of its section."""


def rows_in_words(connection: sqlite3.Connection, facts: Iterable[Fact]) -> dict[Fact, Told]:
    """Each of some rows in words; one that nothing shows by its table alone."""
    found: dict[Fact, Told] = {}
    for table, ids in by_table(facts).items():
        if table not in QUERIES:
            seen = described(connection, table, ids)
            bare = Told(table.replace("_", " "), None)
            found |= {Fact(table, one): Told(*seen[one]) if one in seen else bare for one in ids}
            continue
        for some in in_parts(ids):
            rows = connection.execute(QUERIES[table].format(marks=marks(len(some))), some)
            found |= {Fact(table, number): _of_contest(*cells) for number, *cells in rows}
    return found


def _of_contest(
    key: str, date: str | None, kind: str, body: str, short: str, section: str, name: str,
    person: str | None, slate: str | None,
) -> Told:  # fmt: skip
    words = f"{short} {name}{KINDS.get(kind, '')}{f' {date[:4]}' if date else ''}"
    place = Place("contest", Lens(body=body, section=section, contest=key))
    return Told(f"{person}, {words}" if person else words, place, person or "", slate or "", date)
