"""Reads the packaged record's tables as plain rows and names each row by its key."""

import csv
from functools import cache
from pathlib import Path

RECORD = Path(__file__).parents[2] / "db" / "record" / "labour"
Row = dict[str, str]
KEYS = {
    "aliases": ("person", "name"),
    "alignments": ("person", "date", "body", "section", "leaning"),
    "bloc_members": ("scheme", "bloc", "faction", "person", "leaning", "valid_from"),
    "blocs": ("scheme", "bloc"),
    "bodies": ("body",),
    "candidacies": ("contest", "person"),
    "claims": ("claim",),
    "contests": ("contest",),
    "division_votes": ("division", "person"),
    "divisions": ("division",),
    "endorsements": ("contest", "person", "faction"),
    "events": ("event",),
    "faction_aliases": ("alias",),
    "factions": ("faction",),
    "memberships": ("faction", "member_of"),
    "persons": ("person",),
    "rounds": ("round",),
    "rules": ("body", "section", "valid_from"),
    "schemes": ("scheme",),
    "sections": ("body", "section"),
    "sources": ("source",),
    "stages": ("contest", "stage", "person"),
    "vacancies": ("body", "section", "start", "person"),
}


def rows_of(path: Path) -> list[Row]:
    """The rows of one CSV file, blanks trimmed."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {column: (value or "").strip() for column, value in row.items()} for row in csv.DictReader(file)
        ]


@cache
def table(name: str) -> list[Row]:
    """All rows of one table of the packaged record."""
    return rows_of(RECORD / f"{name}.csv")


def key_of(name: str, row: Row) -> str:
    """The key that accounts and citations use; a term without a start is named by its contest or end."""
    if name == "terms":
        when = row["start"] or row["contest"] or row["end"]
        return "/".join([row["body"], row["section"], row["person"], when])
    return "/".join(row[column] for column in KEYS[name])


@cache
def keyed(name: str) -> dict[str, Row]:
    """The rows of one table by key (the first of each)."""
    found: dict[str, Row] = {}
    for row in table(name):
        found.setdefault(key_of(name, row), row)
    return found


@cache
def cited(name: str, key: str, field: str) -> frozenset[str]:
    """Every value of one field that some source gives, chosen or not."""
    return frozenset(
        row["value"]
        for row in table("citations")
        if (row["table"], row["row"], row["field"]) == (name, key, field)
    )


def listed(cell: str) -> list[str]:
    """The keys in a cell that holds a list."""
    return [key for key in cell.split(";") if key]
