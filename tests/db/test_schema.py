"""The schema: strict, referential, indexed where it is asked, and its steps on record."""

from __future__ import annotations

import sqlite3

import pytest
from records import PACKAGED, SMALL, opened

from db.migrations import create
from db.schema import APPLICATION_ID, STEPS, VERSION, statements

FOLDERS = pytest.mark.parametrize("folder", [SMALL, PACKAGED], ids=["small", "packaged"])


@pytest.fixture
def empty() -> sqlite3.Connection:
    """An empty database that can be written to."""
    connection: sqlite3.Connection = create(":memory:").conn
    return connection


def tables(connection: sqlite3.Connection) -> list[str]:
    """Our own tables, without those of SQLite, of the search and of the migrations."""
    rows = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    return [name for (name,) in rows if not name.startswith(("sqlite_", "_sqlite_"))]


def test_every_table_is_strict(empty: sqlite3.Connection) -> None:
    rows = empty.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    ).fetchall()
    assert len(tables(empty)) >= 20
    assert [name for name, strict in rows if name in tables(empty) and not strict] == []


@pytest.mark.parametrize("statement", [
    "INSERT INTO alias (person_id, name) VALUES (99, 'nobody')",
    "INSERT INTO section (body_id, key, name) VALUES (99, 's', 's')",
    "INSERT INTO citation (source_id, entity, entity_id) VALUES (99, 'contest', 1)",
])  # fmt: skip
def test_a_row_that_refers_to_nothing_is_refused(empty: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        empty.execute(statement)


@pytest.mark.parametrize("statement", [
    "INSERT INTO person (key, name, sort_name, gender) VALUES ('a', 'A', 'A', 'x')",
    "INSERT INTO faction (key, name, short, sign, colour, kind, slot) VALUES ('a', 'A', 'A', 'A', '#000000', 'slate', 10)",
    "INSERT INTO source (key, kind) VALUES ('a', 'hearsay')",
])  # fmt: skip
def test_a_word_or_number_that_the_record_does_not_know_is_refused(
    empty: sqlite3.Connection, statement: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        empty.execute(statement)


def test_text_is_not_taken_for_a_number(empty: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        empty.execute(
            "INSERT INTO faction (key, name, short, sign, colour, kind, position) VALUES ('a', 'A', 'A', 'A', '#000000', 'slate', 'first')"
        )


@FOLDERS
def test_a_loaded_file_is_whole_and_every_reference_leads_somewhere(folder: object) -> None:
    connection = opened(folder)  # type: ignore[arg-type]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@FOLDERS
def test_every_citation_is_of_a_row_that_is_there(folder: object) -> None:
    connection = opened(folder)  # type: ignore[arg-type]
    entities = [name for (name,) in connection.execute("SELECT DISTINCT entity FROM citation")]
    assert set(entities) <= set(tables(connection))
    for entity in entities:
        query = (
            f"SELECT count(*) FROM citation WHERE entity = ? AND entity_id NOT IN (SELECT id FROM {entity})"
        )
        assert connection.execute(query, [entity]).fetchone() == (0,)


ASKED = {
    ("contest", "section_id"), ("contest", "body_id"), ("contest", "round_id"), ("section", "body_id"), ("rule", "section_id"),
    ("alias", "person_id"), ("membership", "faction_id"), ("membership", "umbrella_id"), ("candidacy", "contest_id"),
    ("candidacy", "person_id"), ("candidacy", "slate_id"), ("candidacy", "body_id"), ("candidacy", "section_id"),
    ("endorsement", "candidacy_id"), ("endorsement", "faction_id"), ("stage", "contest_id"), ("term", "section_id"),
    ("term", "person_id"), ("alignment", "person_id"), ("division", "body_id"), ("division_vote", "division_id"),
    ("division_vote", "person_id"), ("event", "body_id"), ("event_person", "person_id"), ("citation", "source_id"),
}  # fmt: skip
"""Foreign keys by which a question looks rows up."""


@pytest.mark.parametrize(("name", "column"), sorted(ASKED))
def test_rows_are_found_by_their_references_without_reading_the_table(
    empty: sqlite3.Connection, name: str, column: str
) -> None:
    plan = empty.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {name} WHERE {column} = 1").fetchall()
    assert "USING INDEX" in plan[0][3] or "USING COVERING INDEX" in plan[0][3]


def test_all_references_that_are_asked_by_exist(empty: sqlite3.Connection) -> None:
    found = {
        (name, row[3]) for name in tables(empty) for row in empty.execute(f"PRAGMA foreign_key_list({name})")
    }
    assert found >= ASKED


def test_the_steps_are_numbered_in_order() -> None:
    assert [int(step[:4]) for step in STEPS] == list(range(1, len(STEPS) + 1))
    assert len(STEPS) == VERSION
    assert all(len(list(statements(step))) > 0 for step in STEPS)


def test_the_steps_taken_are_on_record_with_the_version_and_the_mark_of_ours(
    empty: sqlite3.Connection,
) -> None:
    taken = empty.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = 'slatewatch' ORDER BY id"
    )
    assert [name for (name,) in taken] == list(STEPS)
    assert empty.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert empty.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert empty.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_the_mark_of_ours_spells_our_name() -> None:
    assert APPLICATION_ID.to_bytes(4, "big") == b"SLTW"


VIEWS = {
    "results": ("body", "section", "contest", "date", "rank", "person", "slate", "endorsements", "votes", "unit", "share", "outcome"),
    "seats": ("body", "section", "person", "since", "until", "how_gained", "slate", "voting", "basis"),
    "careers": ("person", "date", "body", "section", "contest", "slate", "votes", "outcome"),
    "factions": ("faction", "kind", "belongs_to", "candidacies", "elected"),
    "sources": ("key", "publisher", "title", "date", "address", "rows_supported"),
    "disputes": ("table", "row", "field", "value", "publisher", "chosen"),
}  # fmt: skip


@FOLDERS
@pytest.mark.parametrize("name", VIEWS)
def test_whoever_opens_the_file_in_a_shell_reads_plain_columns(folder: object, name: str) -> None:
    cursor = opened(folder).execute(f"SELECT * FROM {name}")  # type: ignore[arg-type]
    columns = [one[0] for one in cursor.description]
    assert set(VIEWS[name]) <= set(columns)
    assert not any(column.endswith("_id") or column == "id" for column in columns)
    assert cursor.fetchone() is not None


def first(query: str) -> tuple[object, ...]:
    """The first row of a query on the small record."""
    row: tuple[object, ...] = opened(SMALL).execute(query).fetchone()
    return row


def test_a_result_reads_as_a_newspaper_prints_it() -> None:
    query = "SELECT person, slate, endorsements, votes, unit, share, outcome FROM results WHERE contest = 'rtu-m-2014' LIMIT 1"
    assert first(query) == (
        "Ada Oak",
        "Tenants' Left Alliance",
        "Rent Watch",
        300,
        "members' votes",
        30,
        "elected",
    )


def test_a_seat_says_whether_it_was_stated_and_votes() -> None:
    query = "SELECT since, until, slate, voting, basis FROM seats WHERE person = 'Jo O''Casey-Reed' ORDER BY since DESC LIMIT 1"
    assert first(query) == ("2019-02-01", None, "Independent", 0, "stated")
    assert first("SELECT slate, basis FROM seats WHERE person = 'Ben Ash'") == (
        "Tenants' Left Alliance",
        "derived",
    )


def test_a_career_runs_from_the_first_contest_to_the_last() -> None:
    rows = opened(SMALL).execute("SELECT date, slate FROM careers WHERE person = 'Eve Yew'").fetchall()
    assert rows == [("2014-06-10", "Steady Hands"), ("2016-06-14", "Independent")]


def test_a_faction_says_what_it_belongs_to_and_how_often_it_won() -> None:
    query = "SELECT belongs_to, candidacies, elected FROM factions WHERE faction = 'Grassroots / Tidewater'"
    assert first(query) == ("Grassroots Tenants; Tidewater Group", 2, 1)


def test_a_dispute_shows_both_values_the_chosen_one_first() -> None:
    query = "SELECT value, chosen FROM disputes WHERE field = 'ballots'"
    assert opened(SMALL).execute(query).fetchall() == [("400", 1), ("410", 0)]


def test_a_source_says_how_many_rows_it_supports() -> None:
    assert first("SELECT rows_supported > 10 FROM sources WHERE key = 'gazette-2014'") == (1,)
