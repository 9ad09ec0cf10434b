"""Which imports rest on an earlier one, also where one entry tells of many rows."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
from records import SMALL, opened

from db.errors import Unusable
from db.ledger import importing, undo
from db.migrations import create
from db.resting import REFERENCES


@pytest.fixture
def record() -> sqlite3.Connection:
    """The small record in memory, with an import of three persons in one run and of a faction."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    opened(SMALL).backup(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    with importing(connection, "first.csv", "digest", "summary") as ledger:
        rows = [(900 + at, f"new-{at}", f"New {at}", f"{at}, New") for at in range(3)]
        connection.executemany("INSERT INTO person (id, key, name, sort_name) VALUES (?, ?, ?, ?)", rows)
        ledger.made("person", 900, 902)
        faction = {
            "id": 900,
            "key": "moon",
            "name": "Moon",
            "short": "Moon",
            "sign": "M",
            "colour": "#000000",
            "kind": "label",
        }
        ledger.insert("faction", faction)
    return connection


def later(record: sqlite3.Connection, table: str, values: dict[str, Any]) -> int:
    """A later import of one row."""
    with importing(record, "second.csv", "digest", "summary") as ledger:
        ledger.insert(table, values)
    return ledger.number


@pytest.mark.parametrize(("table", "values"), [
    ("candidacy", {"contest_id": 1, "person_id": 901, "outcome": "unknown"}),
    ("candidacy", {"contest_id": 2, "person_id": 1, "outcome": "unknown", "slate_id": 900}),
    ("alias", {"person_id": 902, "name": "Other"}),
    ("term", {"person_id": 900, "section_id": 1}),
    ("membership", {"faction_id": 1, "umbrella_id": 900}),
    ("citation", {"source_id": 1, "entity": "person", "entity_id": 902}),
    ("identifier", {"entity": "person", "entity_id": 901, "scheme": "s", "value": "1"}),
    ("bloc_member", {"bloc_id": 1, "person_id": 901}),
    ("bloc_member", {"bloc_id": 1, "faction_id": 900}),
    ("vacancy", {"section_id": 1, "start": "2020", "person_id": 900}),
    ("assumption", {"scenario_id": 1, "kind": "seat", "successor_id": 902}),
    ("assumption", {"scenario_id": 1, "kind": "swing", "other_id": 900}),
])  # fmt: skip
def test_a_row_hung_onto_one_of_a_run_rests_on_it(
    record: sqlite3.Connection, table: str, values: dict[str, Any]
) -> None:
    second = later(record, table, values)
    with pytest.raises(Unusable, match=rf"import {second} \(second\.csv\) rests on it"):
        undo(record, 1)
    undo(record, second)
    undo(record, 1)
    assert record.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_changed_row_of_a_run_rests_on_it(record: sqlite3.Connection) -> None:
    with importing(record, "second.csv", "digest", "summary") as ledger:
        ledger.update("person", 902, {"name": "Changed"})
    with pytest.raises(Unusable, match="rests on it"):
        undo(record, 1)


def test_rows_beside_a_run_do_not_rest_on_it(record: sqlite3.Connection) -> None:
    later(record, "person", {"id": 903, "key": "beside", "name": "Beside", "sort_name": "Beside"})
    later(record, "citation", {"source_id": 1, "entity": "contest", "entity_id": 1})
    undo(record, 1)
    assert record.execute("SELECT id FROM person WHERE id >= 900").fetchall() == [(903,)]


def test_a_run_of_a_later_import_rests_on_what_its_rows_hang_on(record: sqlite3.Connection) -> None:
    with importing(record, "second.csv", "digest", "summary") as ledger:
        record.executemany(
            "INSERT INTO candidacy (id, contest_id, person_id, outcome) VALUES (?, ?, ?, 'unknown')",
            [(800, 1, 900), (801, 1, 902)],
        )
        ledger.made("candidacy", 800, 801)
    with pytest.raises(Unusable, match="rests on it"):
        undo(record, 1)


DERIVED = {
    ("candidacy", "body_id"),
    ("candidacy", "section_id"),
    ("term", "candidacy_id"),
    ("tally", "slate_id"),
}
"""References that no import fills: what follows from the rows does."""


def test_every_reference_of_the_schema_is_known_or_derived() -> None:
    connection = create(":memory:").conn
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM pragma_table_list WHERE type = 'table'")
        if name not in ("import", "change")
    ]
    found = {
        (row[2], (name, row[3]))
        for name in names
        for row in connection.execute(f"PRAGMA foreign_key_list({name})")
    }
    known = {(table, reference) for table, references in REFERENCES.items() for reference in references}
    assert {one for one in found if one[1] not in DERIVED} == known
