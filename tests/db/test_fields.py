"""The fields of the record are those of its files, and every one has its column in the database."""

import sqlite3

import pytest

from db import records
from db.dumping.queries import QUERIES, fields
from db.reading.fields import FIELDS, Field, field_of, for_eyes, in_files, label_of, stored
from db.reading.shown import shown
from db.view import Fact, Row
from tests.records import PACKAGED, opened


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The packaged record."""
    return opened(PACKAGED)


def kinds() -> dict[str, type[records.Record]]:
    return {query.table: query.kind for query in QUERIES if query.table in FIELDS}


@pytest.mark.parametrize("table", FIELDS)
def test_every_field_is_a_column_of_its_file_and_of_the_database(
    record: sqlite3.Connection, table: str
) -> None:
    in_file = {name.removesuffix("_") for name in fields(kinds()[table])}
    in_database = {row[1] for row in record.execute(f'PRAGMA table_info("{table}")')}
    assert {name for name in FIELDS[table] if name not in in_file} == set()
    assert {one.column for one in FIELDS[table].values() if one.column not in in_database} == set()


@pytest.mark.parametrize("table", ["candidacy", "contest", "term", "division"])
def test_of_the_tables_that_sources_dispute_no_column_is_left_out(table: str) -> None:
    known = {*FIELDS[table], "sources", table, "body", "section"}
    assert {name.removesuffix("_") for name in fields(kinds()[table])} - known == set()


def test_a_stored_value_is_written_as_its_file_has_it(record: sqlite3.Connection) -> None:
    query = "SELECT candidacy.id, slate_id FROM candidacy JOIN contest ON contest.id = contest_id WHERE contest.key = ? AND rank = ?"
    number, slate = record.execute(query, ["nec-clp-2014", 1]).fetchone()
    of = FIELDS["candidacy"]
    assert in_files(record, of["slate"], slate) == stored(record, "candidacy", number, of["slate"]) == "clga"
    assert stored(record, "candidacy", number, of["votes"]) == "39548"
    assert for_eyes(record, of["slate"], "clga") == "Centre-Left Grassroots Alliance"
    assert for_eyes(record, of["votes"], "39548") == "39,548"
    assert for_eyes(record, of["slate"], "[/] of no faction") == "[/] of no faction"


def test_what_is_no_column_is_a_finding_in_its_own_words() -> None:
    assert field_of("contest", "swing to the left") is None
    assert label_of("contest", "swing to the left") == "swing to the left"
    assert label_of("contest", "valid_votes") == "valid votes"
    assert Field("votes", "votes").label == "votes"


def test_a_column_shows_the_field_of_the_nearest_fact_that_has_one() -> None:
    row = Row("someone", (), facts=(Fact("candidacy", 3), Fact("contest", 7)))
    assert shown("candidates", "", "votes", row) == ((Fact("candidacy", 3), "votes"),)
    assert shown("candidates", "", "date", row) == ((Fact("contest", 7), "date"),)
    assert shown("candidates", "", "basis", row) == ()


def test_a_total_shows_the_figures_of_all_that_it_counts() -> None:
    row = Row("clga", (), facts=(Fact("candidacy", 3), Fact("candidacy", 4), Fact("contest", 7)))
    assert (Fact("candidacy", 4), "votes") in shown("contest", "slates", "share", row)
    assert {fact.table for fact, _ in shown("contest", "slates", "seats", row)} == {"candidacy"}


def test_a_total_does_not_show_the_figures_that_it_is_compared_with() -> None:
    facts = (Fact("candidacy", 3), Fact("contest", 7), Fact("candidacy", 9), Fact("contest", 8))
    row = Row("clga", (), facts=facts)
    assert {fact for fact, _ in shown("contest", "slates", "votes", row)} == {Fact("candidacy", 3)}
    assert {fact for fact, _ in shown("contest", "", "votes", row)} == {Fact("candidacy", 3)}


def test_seats_of_a_composition_are_worked_out_and_no_field_of_a_contest() -> None:
    row = Row("clga", (), facts=(Fact("term", 3), Fact("contest", 7)))
    assert shown("composition", "", "seats", row) == ()


def test_a_fact_of_a_contest_is_the_field_that_its_row_is_named_by() -> None:
    row = Row("Votes", (), facts=(Fact("contest", 7),))
    assert shown("contest", "facts", "value", row) == ((Fact("contest", 7), "valid_votes"),)
    assert shown("contest", "facts", "fact", row) == ()
