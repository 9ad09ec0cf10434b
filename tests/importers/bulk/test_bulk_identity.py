"""Who and what is meant by a row of a large table: bodies, sections, contests, factions, and above all persons."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from records import writable_copy
from tables import candidacies, count, dump, empty, loaded, many, row

from db.matching import searchable, words_of
from importers.bulk import Given
from importers.bulk.names import name_as_key, named
from importers.documents.document import BadFile
from importers.results.names import split


@pytest.fixture
def record() -> sqlite3.Connection:
    """An empty record."""
    return empty()


@pytest.fixture
def small() -> sqlite3.Connection:
    """The small record, to be written to."""
    return writable_copy()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the table lies."""
    return tmp_path / "results.csv"


def persons(record: sqlite3.Connection) -> int:
    """How many persons stand in the record."""
    return count(record, "person")


def test_a_name_that_stood_in_the_body_is_the_same_person(record: sqlite3.Connection, path: Path) -> None:
    rows = [row("Ada Oak"), row("OAK, Ada", ward="Quay"), row("Áda Oak", date="2025-05-01")]
    assert loaded(record, path, rows).persons == 1
    assert loaded(record, path, [row("Ada Oak", ward="Hill")]).persons == 0


def test_a_name_of_another_body_is_somebody_new_and_counted(record: sqlite3.Connection, path: Path) -> None:
    loaded(record, path, [row("Ada Oak")])
    report = loaded(record, path, [row("Ada Oak", council="Birch Council")])
    assert (report.persons, report.namesakes) == (1, 1)
    assert ("line 2", "Ada Oak is new in this body; others of this name stand elsewhere.") in report.doubts
    assert loaded(record, path, [row("Ada Oak", council="Birch Council")]).number is None


def test_of_several_of_a_name_the_one_of_the_section_is_meant(record: sqlite3.Connection, path: Path) -> None:
    rows = [row("Ada Oak", person_id=1), row("Ada Oak", person_id=2, ward="Quay"), *many()]
    loaded(record, path, rows)
    report = loaded(record, path, [row("Ada Oak", date="2025", person_id="")])
    assert (report.persons, report.new) == (0, 1)
    query = "SELECT value FROM identifier JOIN candidacy ON person_id = entity_id WHERE date = '2025'"
    assert record.execute(query).fetchall() == [("1",)]


def test_several_of_a_name_are_a_question(record: sqlite3.Connection, path: Path) -> None:
    rows = [row("Ada Oak", person_id=1), row("Ada Oak", person_id=2, ward="Quay"), *many()]
    loaded(record, path, rows)
    found = loaded(record, path, [row("Ada Oak", ward="Hill"), *many()])
    assert found.doubtful == 1
    assert "the name of several who stood in this body" in found.doubts[0][1]


def test_a_number_tells_persons_of_one_name_apart_and_keeps_one_of_two_names(
    record: sqlite3.Connection, path: Path
) -> None:
    rows = [
        row("Ada Oak", person_id=1), row("Ada Oak", person_id=2), row("Ada M Oak", person_id=1, ward="Quay"),
        row("Ada Oak", person_id=1, council="Birch Council"),
    ]  # fmt: skip
    assert loaded(record, path, rows).persons == 2
    printed = "SELECT name_as_printed, sort_name FROM candidacy WHERE name_as_printed IS NOT NULL"
    assert record.execute(printed).fetchall() == [("Ada M Oak", "oak ada")]


def test_numbers_are_those_of_files_of_one_name_and_never_make_one_of_two_names(
    record: sqlite3.Connection, path: Path
) -> None:
    loaded(record, path, [row("Ada Oak", person_id=1)])
    assert record.execute("SELECT scheme, value FROM identifier").fetchall() == [("numbers of results", "1")]
    later = path.with_name("results-2025.csv")
    report = loaded(record, later, [row("Ben Ash", person_id=1, date="2025"), *many(20)])
    assert report.doubtful == 1
    assert report.doubts[0][1] == "Found 'Ben Ash' with the number 1, expected 'Ada Oak', whose number it is."
    other = loaded(record, path.with_name("union.csv"), [row("Ben Ash", person_id=1, council="Union")])
    assert (other.persons, other.doubtful) == (1, 0)


def test_numbers_that_a_data_set_vouches_for_keep_a_person_who_changed_the_name(
    record: sqlite3.Connection, path: Path
) -> None:
    given = Given(scheme="wikidata")
    loaded(record, path, [row("Ada Oak", person_id="Q1")], given)
    assert loaded(record, path, [row("Zoe Birch", person_id="Q1", date="2025")], given).persons == 0


def test_a_person_known_by_name_only_gets_the_number(record: sqlite3.Connection, path: Path) -> None:
    loaded(record, path, [row("Ada Oak", 5), row("Ben Ash", 4)])
    report = loaded(record, path, [row("Ada Oak", 5, person_id=7), row("Ben Ash", 4, person_id=8)])
    assert (report.persons, report.same, report.new) == (0, 2, 0)
    assert loaded(record, path, [row("Ada Oak", 5, person_id=7)]).number is None
    more = loaded(record, path, [row("Ada Oak", 5, person_id=9, ward="Quay")])
    assert more.persons == 1, "another number is another person"


def test_bodies_and_sections_of_the_record_are_found_by_name_short_name_or_key(
    small: sqlite3.Connection, path: Path
) -> None:
    rows = [
        row("Ada Oak", 300, 1, council="RIVERSIDE TENANTS' UNION", ward="Members at Large", date="2014-06-10", seats=3, party="The left"),
        row("Ben Ash", 250, 1, council="RTU", ward="members", date="2014-06", seats=3, party="left"),
        row("Zed Nobody", 1, 0, council="rtu", ward="members' section", date="2014", seats=3, party="Moon Party"),
    ]  # fmt: skip
    report = loaded(small, path, rows)
    assert (report.bodies, report.sections, report.contests, report.persons, report.factions) == (
        0,
        0,
        0,
        1,
        1,
    )
    assert (report.same, report.new) == (2, 1)
    assert small.execute("SELECT kind, sign FROM faction WHERE name = 'Moon Party'").fetchone() == (
        "label",
        "M",
    )


def test_an_alias_is_a_name_of_the_person(small: sqlite3.Connection, path: Path) -> None:
    query = "SELECT person.id, body.short, section.name FROM candidacy JOIN person ON person.id = person_id JOIN section ON section.id = section_id JOIN body ON body.id = candidacy.body_id WHERE person.key = 'jo-ocasey-reed'"
    _, body, section = small.execute(query).fetchone()
    report = loaded(small, path, [row("Joanna Reed", council=body, ward=section, date="2031")])
    assert report.persons == 0


def test_a_by_election_on_the_same_day_is_a_contest_of_its_own(
    record: sqlite3.Connection, path: Path
) -> None:
    headings = ("date", "council", "ward", "kind", "candidate", "votes")
    rows = [row("Ada Oak", kind=""), row("Ben Ash", kind="regular"), row("Cat Fir", kind="by-election")]
    assert loaded(record, path, rows, headings=headings).contests == 2
    assert loaded(record, path, rows, headings=headings).number is None


def test_a_table_without_sections_makes_one_of_the_name_of_the_body(
    record: sqlite3.Connection, path: Path
) -> None:
    headings = ("date", "council", "candidate", "votes")
    loaded(record, path, [row("Ada Oak")], headings=headings)
    assert record.execute("SELECT key, name FROM section").fetchall() == [("all", "Ashby Council")]
    assert loaded(record, path, [row("Ada Oak")], headings=headings).number is None


def test_sections_of_one_name_in_two_bodies_are_two(record: sqlite3.Connection, path: Path) -> None:
    assert loaded(record, path, [row("Ada Oak"), row("Ada Oak", council="Birch Council")]).sections == 2


def test_dates_are_read_as_in_britain(record: sqlite3.Connection, path: Path) -> None:
    loaded(
        record,
        path,
        [
            row("Ada Oak", date="6/5/2021"),
            row("Ben Ash", date="2021-05-06"),
            row("Cat Fir", date="06.05.2021"),
        ],
    )
    assert record.execute("SELECT date FROM contest").fetchall() == [("2021-05-06",)]


CLUB = (
    "ballot_paper_id", "person_id", "person_name", "election_date", "organisation_name", "post_label", "party_name",
    "party_description_text", "seats_contested", "by_election", "cancelled_poll", "votes_cast", "elected", "gender",
)  # fmt: skip


def club(name: str, number: int, **more: object) -> dict[str, object]:
    """A row of Democracy Club's CSV."""
    usual = {
        "ballot_paper_id": "local.ashby.mill.2021-05-06",
        "election_date": "2021-05-06",
        "organisation_name": "Ashby Council",
    }
    usual |= {
        "post_label": "Mill",
        "seats_contested": "1",
        "votes_cast": "12",
        "elected": "f",
        "party_name": "Oak Party",
    }
    return {**usual, "person_name": name, "person_id": number, **more}


def test_democracy_clubs_columns_are_known(record: sqlite3.Connection, path: Path) -> None:
    rows = [
        club("Ada Oak", 11, elected="t", gender="female"), club("Ben Ash", 12),
        club("Ada Oak", 11, ballot_paper_id="local.ashby.mill.by.2021-05-06", by_election="t", elected="t"),
    ]  # fmt: skip
    report = loaded(record, path, rows, headings=CLUB)
    assert (report.new, report.contests, report.persons, report.doubtful) == (3, 2, 2, 0)
    identifiers = record.execute(
        "SELECT entity, scheme, value FROM identifier ORDER BY entity, value"
    ).fetchall()
    assert identifiers == [
        ("contest", "democracyclub", "local.ashby.mill.2021-05-06"),
        ("contest", "democracyclub", "local.ashby.mill.by.2021-05-06"),
        ("person", "democracyclub", "11"),
        ("person", "democracyclub", "12"),
    ]
    assert record.execute("SELECT kind FROM contest ORDER BY id").fetchall() == [
        ("regular",),
        ("by-election",),
    ]
    assert record.execute("SELECT gender FROM person ORDER BY id").fetchall() == [("f",), (None,)]
    assert loaded(record, path, rows, headings=CLUB).number is None


def test_a_contest_is_found_by_its_ballot_paper_whatever_it_is_called(
    record: sqlite3.Connection, path: Path
) -> None:
    loaded(record, path, [club("Ada Oak", 11, elected="t")], headings=CLUB)
    again = loaded(
        record, path, [club("Ada Oak", 11, elected="t", post_label="Mill and Quay")], headings=CLUB
    )
    assert again.number is None


def test_a_cancelled_poll_is_not_stored(record: sqlite3.Connection, path: Path) -> None:
    sound = [
        club(f"Ada Oak{at}", 20 + at, elected="t" if at == 9 else "f")
        for at in "abcdefghij"
        for at in [ord(at) - 97]
    ]
    bad = club("Ben Ash", 12, ballot_paper_id="local.ashby.quay.2021-05-06", cancelled_poll="t")
    report = loaded(record, path, [*sound, bad], headings=CLUB)
    assert (report.new, report.doubtful, report.contests) == (10, 1, 1)


def test_the_house_of_commons_librarys_columns_are_known(record: sqlite3.Connection, path: Path) -> None:
    headings = (
        "ons_id",
        "constituency_name",
        "party_name",
        "party_abbreviation",
        "firstname",
        "surname",
        "sitting_mp",
        "votes",
        "share",
    )
    line = {"ons_id": "W1", "constituency_name": "Aber", "party_name": "Oak Party", "party_abbreviation": "Oak", "firstname": "Ada Mary",
            "surname": "de Oak", "sitting_mp": "Yes", "votes": "123", "share": "0.5"}  # fmt: skip
    with pytest.raises(BadFile, match="no column for the date"):
        loaded(record, path, [line], headings=headings)
    loaded(record, path, [line], Given(date="2019-12-12"), headings)
    query = "SELECT person.name, person.sort_name, votes, published_share, sitting, body.name FROM candidacy JOIN person ON person.id = person_id JOIN body ON body.id = body_id"
    assert record.execute(query).fetchall() == [
        ("Ada Mary de Oak", "de Oak, Ada Mary", 123, None, 1, "House of Commons")
    ]


def test_plain_names_are_read_as_all_others_are() -> None:
    for name in (
        "Ada Oak",
        "Mary-Ann Oak",
        "De Le",
        "Mac Donald",
        "Van Oak",
        "Dr Oak",
        "Al Fitz",
        "Mp Ms",
        "Zoë McAdam",
        "Ada O'Casey",
        "Éva Ash",
        "Ada D’Arcy",
        "Ada MacDonald",
    ):
        usual, found = split(name), named(name)
        assert found == (
            usual.name,
            usual.sort_name,
            " ".join(words_of(usual.sort_name)),
            name_as_key(usual.name),
            searchable(usual.name),
        )
        assert name_as_key(name) == "-".join(words_of(usual.name))


def test_a_later_year_under_another_file_name_rests_on_the_same_persons(
    record: sqlite3.Connection, path: Path
) -> None:
    loaded(record, path, [row("Ada Oak", person_id=5)])
    assert (
        loaded(record, path.with_name("results-2025.csv"), [row("Ada Oak", person_id=5, date="2025")]).persons
        == 0
    )
    assert dump(record)["person"] == [repr((1, "ada-oak", "Ada Oak", "Oak, Ada", None, None))]
    assert len(candidacies(record)) == 1
