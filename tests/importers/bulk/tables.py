"""Tables for the tests of large imports, and the record that they go into."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from db.migrations import create
from importers.bulk import BulkReport, Given, load

HEADINGS = ("date", "council", "ward", "seats", "person_id", "candidate", "party", "votes", "elected")

TABLES = (
    "source", "body", "section", "contest", "person", "candidacy", "citation", "faction", "identifier", "tally", "alias",
)  # fmt: skip
TERMS = "SELECT section_id, person_id, contest_id, candidacy_id, since, until, last_known, basis FROM term"


def empty() -> sqlite3.Connection:
    """An empty record in memory."""
    database = create(":memory:")
    connection: sqlite3.Connection = database.conn
    connection.isolation_level = None
    return connection


def row(person: str, votes: object = 10, elected: object = 0, **more: object) -> dict[str, object]:
    """A row in the first ward of the first council."""
    usual = {
        "date": "2021-05-06",
        "council": "Ashby Council",
        "ward": "Mill",
        "seats": 1,
        "person_id": "",
        "party": "Oak Party",
    }
    return {**usual, "candidate": person, "votes": votes, "elected": elected, **more}


def write(path: Path, rows: Iterable[Mapping[str, object]], headings: Sequence[str] = HEADINGS) -> Path:
    """A CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, headings, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def many(number: int = 120) -> list[dict[str, object]]:
    """Contests of six wards of two councils, three in four with numbers of persons left out."""
    rows = []
    for at in range(number):
        contest, place = divmod(at, 5)
        council = "Ashby Council" if contest % 2 else "Birch Council"
        ward = ("Mill", "Quay", "Hill")[contest // 2 % 3]
        date = f"{2014 + contest // 6 * 4}-05-06"
        name = f"{('Ada', 'Ben', 'Cat', 'Dee', 'Eve')[place]} {('Oak', 'Ash', 'Fir', 'Yew')[contest % 4]}{chr(97 + contest % 3)}"
        rows.append(
            row(name, 100 - place * 7, int(place == 0), council=council, ward=ward, date=date,
                party=("Oak Party", "Elm Party", "", "Independent")[place % 4])
        )  # fmt: skip
    return rows


def loaded(
    connection: sqlite3.Connection, path: Path, rows: Iterable[Mapping[str, object]], given: Given | None = None,
    headings: Sequence[str] = HEADINGS,
) -> BulkReport:  # fmt: skip
    """Write rows to a file and load it."""
    return load(connection, write(path, rows, headings), given=given or Given())


def dump(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """All that is on record and all that is derived."""
    found = {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in TABLES}
    for name in ("person", "contest", "faction"):
        found[f"{name}_search"] = list(
            map(repr, connection.execute(f"SELECT rowid, words FROM {name}_search ORDER BY rowid"))
        )
    return found | {"term": sorted(map(repr, connection.execute(TERMS)))}


def candidacies(connection: sqlite3.Connection) -> dict[str, tuple[object, ...]]:
    """Votes, outcome and slate of everybody by name; of those who stood several times the last."""
    query = """
        SELECT person.name, votes, outcome, faction.name FROM candidacy JOIN person ON person.id = person_id
        LEFT JOIN faction ON faction.id = slate_id ORDER BY candidacy.id
    """
    return {name: tuple(rest) for name, *rest in connection.execute(query)}


def count(connection: sqlite3.Connection, table: str) -> int:
    """How many rows a table has."""
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
