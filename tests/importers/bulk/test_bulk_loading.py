"""A large table goes into the record: what is new, the same, a gap, in conflict, doubtful; once, and back again."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from tables import HEADINGS, candidacies, count, dump, empty, loaded, many, row, write

from db.derivation import derive
from db.errors import Unusable
from db.ledger import imports, undo
from db.lens import Lens
from db.questions import ask
from importers.bulk import Cancelled, Given, load
from importers.documents.document import BadFile


@pytest.fixture
def record() -> sqlite3.Connection:
    """An empty record."""
    return empty()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the table lies."""
    return tmp_path / "results.csv"


def test_bodies_sections_contests_persons_and_factions_are_made(
    record: sqlite3.Connection, path: Path
) -> None:
    report = loaded(record, path, many())
    assert (report.rows, report.new, report.doubtful) == (120, 120, 0)
    assert (report.bodies, report.sections, report.contests, report.factions) == (2, 6, 24, 3)
    assert report.persons == count(record, "person") > 0
    assert report.summary == "120 new"
    assert [one.summary for one in imports(record)] == ["120 new"]
    assert record.execute("PRAGMA foreign_key_check").fetchall() == []
    assert ask(record, "candidates", Lens(text="ada oak"), 0, 10).total > 0


def test_what_is_filled_while_loading_is_what_is_derived_from_the_rows(
    record: sqlite3.Connection, path: Path
) -> None:
    loaded(record, path, many())
    found = dump(record)
    derive(record)
    assert dump(record) == found


def test_the_order_of_rows_makes_no_other_record(record: sqlite3.Connection, path: Path) -> None:
    rows = many()
    mixed = random.Random(1).sample(rows, len(rows))
    loaded(record, path, mixed)
    found = dump(record)
    derive(record)
    assert dump(record) == found
    other = empty()
    loaded(other, path, rows)
    assert candidacies(record).keys() == candidacies(other).keys()
    query = "SELECT section.name, contest.date, contest.total, contest.figures, contest.status FROM contest JOIN section ON section.id = section_id"
    assert sorted(record.execute(query)) == sorted(other.execute(query))
    shares = "SELECT person.name, share, outcome, candidacy.date FROM candidacy JOIN person ON person.id = person_id"
    assert sorted(record.execute(shares)) == sorted(other.execute(shares))


def test_each_contest_cites_the_lines_of_the_file(record: sqlite3.Connection, path: Path) -> None:
    loaded(record, path, [row("Ada Oak"), row("Ben Ash"), row("Cat Fir", ward="Quay"), row("Dee Yew")])
    places = record.execute(
        "SELECT place FROM citation WHERE entity = 'contest' ORDER BY entity_id"
    ).fetchall()
    assert places == [("lines 2 to 3; line 5",), ("line 4",)]
    assert count(record, "source") == 1


def test_the_same_file_again_changes_nothing_and_says_so(record: sqlite3.Connection, path: Path) -> None:
    loaded(record, path, many())
    before = dump(record)
    again = loaded(record, path, many())
    assert (again.number, again.same, again.summary) == (None, 120, "120 same")
    assert dump(record) == before
    assert len(imports(record)) == 1


def test_the_same_file_with_numbers_of_persons_again_changes_nothing(
    record: sqlite3.Connection, path: Path
) -> None:
    rows = [one | {"person_id": 100 + at} for at, one in enumerate(many())]
    assert loaded(record, path, rows).persons == 120
    before = dump(record)
    assert loaded(record, path, rows).summary == "120 same"
    assert dump(record) == before


def test_undoing_restores_everything(record: sqlite3.Connection, path: Path) -> None:
    loaded(record, path, many(60))
    before = dump(record)
    rows = [one | {"votes": 1 + at} if at % 9 == 0 else one for at, one in enumerate(many(120))]
    report = loaded(record, path, rows)
    assert (report.new, report.conflicts, report.same) == (60, 7, 53)
    assert dump(record) != before
    assert report.number is not None
    undo(record, report.number)
    assert dump(record) == before
    undo(record, 1)
    assert dump(record) == dump(empty())


def test_a_file_on_whose_persons_a_later_one_rests_is_not_undone(
    record: sqlite3.Connection, path: Path
) -> None:
    loaded(record, path, [row("Ada Oak")])
    loaded(record, path, [row("Ada Oak", date="2025-05-01")])
    with pytest.raises(Unusable, match="rests on it"):
        undo(record, 1)


def test_a_gap_is_filled(record: sqlite3.Connection, path: Path) -> None:
    loaded(record, path, [row("Ada Oak", "", "", party="", seats=""), row("Ben Ash", 4, "")])
    report = loaded(record, path, [row("Ada Oak", 7, 1), row("Ben Ash", 4, 0)])
    assert report.changed == 2
    assert candidacies(record)["Ada Oak"] == (7, "elected", "Oak Party")
    assert record.execute("SELECT seats, total, figures FROM contest").fetchall() == [(1, 11, "complete")]
    assert record.execute("SELECT share FROM candidacy WHERE votes = 7").fetchone()[0] == pytest.approx(
        700 / 11
    )


def test_another_value_is_kept_beside_that_of_the_record(record: sqlite3.Connection, path: Path) -> None:
    loaded(record, path, [row("Ada Oak", 7, 1, seats=3)])
    report = loaded(record, path, [row("Ada Oak", 8, 1, seats=2)])
    assert report.conflicts == 1
    assert candidacies(record)["Ada Oak"][0] == 7
    query = "SELECT entity, field, value, place, chosen FROM citation WHERE field IS NOT NULL ORDER BY entity"
    assert record.execute(query).fetchall() == [
        ("candidacy", "votes", "8", "line 2", 0),
        ("contest", "seats", "2", "line 2", 0),
    ]
    assert loaded(record, path, [row("Ada Oak", 8, 1, seats=2)]).number is None


def test_newcomers_to_a_contest_on_record_are_added(record: sqlite3.Connection, path: Path) -> None:
    loaded(record, path, [row("Ada Oak", 30, 1)])
    report = loaded(record, path, [row("Ada Oak", 30, 1), row("Ben Ash", 10)])
    assert (report.same, report.new, report.contests) == (1, 1, 0)
    assert record.execute("SELECT share FROM candidacy ORDER BY id").fetchall() == [(75,), (25,)]


@pytest.mark.parametrize(("change", "words"), [
    ({"votes": -5}, "Found '-5', expected a number of votes"),
    ({"votes": "nan"}, "expected a number of votes"),
    ({"votes": 10**12}, "expected a number of votes"),
    ({"candidate": " "}, "expected the name of a person"),
    ({"candidate": "x" * 10_000}, "expected the name of a person"),
    ({"date": "2021-02-30"}, "expected a date"),
    ({"date": "9999-12-31"}, "expected a date"),
    ({"elected": "perhaps"}, "expected whether elected"),
    ({"seats": -1}, "expected a number of seats"),
    ({"council": ""}, "Found no name of a body"),
    ({"party": "y" * 300}, "expected a label"),
])  # fmt: skip
def test_a_bad_row_is_a_doubt_with_its_line_and_the_others_go_in(
    record: sqlite3.Connection, path: Path, change: dict[str, object], words: str
) -> None:
    bad = row("Zed Bad", ward="Only Here", party="Only Here Party") | change
    report = loaded(record, path, [*many(20), bad])
    assert (report.new, report.doubtful) == (20, 1)
    assert [place for place, _ in report.doubts] == ["line 22"]
    assert words in report.doubts[0][1]
    assert record.execute("SELECT 1 FROM section WHERE name = 'Only Here'").fetchone() is None
    assert record.execute("SELECT 1 FROM faction WHERE name = 'Only Here Party'").fetchone() is None


def test_a_row_of_another_length_is_a_doubt(record: sqlite3.Connection, path: Path) -> None:
    write(path, many(20))
    with path.open("a") as file:
        file.write(
            "2021-05-06,Ashby Council\n\n,,,,,,,,\n2021-05-06,Ashby Council,Mill,1,,Zoe Good,Oak Party,3,1,,,\n"
        )
    report = load(record, path)
    assert (report.rows, report.new, report.doubts) == (
        22,
        21,
        (("line 22", "Found 2 fields, expected the 9 of the headings."),),
    )


def test_who_stands_twice_in_a_contest_is_stored_once(record: sqlite3.Connection, path: Path) -> None:
    rows = [*many(20), row("Ada Twice", 5, ward="Two"), row("ADA TWICE", 6, ward="Two")]
    report = loaded(record, path, rows)
    assert (report.new, report.doubtful, report.doubts[0][0]) == (21, 1, "line 23")
    assert record.execute("SELECT total FROM contest ORDER BY id DESC LIMIT 1").fetchone() == (5,)
    again = loaded(record, path, rows)
    assert (again.number, again.same, again.doubtful) == (None, 21, 1)


def test_a_newcomer_to_a_contest_on_record_who_comes_twice_is_stored_once(
    record: sqlite3.Connection, path: Path
) -> None:
    loaded(record, path, many(20))
    again = many(20)
    new = row("Zoe Newcomer", 7, ward=again[0]["ward"], council=again[0]["council"], date=again[0]["date"])
    report = loaded(record, path, [*again[:5], new, *again[5:10], new, *again[10:]])
    assert (report.new, report.same, report.doubtful) == (1, 20, 1)
    assert report.doubts[0][1].startswith("Found a person a second time")


def test_a_file_of_which_more_than_a_tenth_is_bad_is_refused(record: sqlite3.Connection, path: Path) -> None:
    before = dump(record)
    rows = many(16) + [row(f"Zed {at}", "many") for at in range(3)]
    with pytest.raises(BadFile, match=r"results\.csv, line 18: found 'many', expected .*nothing was stored"):
        loaded(record, path, rows)
    assert dump(record) == before and imports(record) == ()


def test_flags_say_nothing_where_nobody_is_elected(record: sqlite3.Connection, path: Path) -> None:
    report = loaded(record, path, [row("Ada Oak", "", 0), row("Ben Ash", "", 0)])
    assert [one[1] for one in candidacies(record).values()] == ["unknown", "unknown"]
    assert report.remarks == 1
    assert loaded(record, path, [row("Ada Oak", "", 0), row("Ben Ash", "", 0)]).number is None


def test_more_elected_than_seats_is_said(record: sqlite3.Connection, path: Path) -> None:
    report = loaded(record, path, [row("Ada Oak", 5, 1), row("Ben Ash", 4, 1)])
    assert report.doubts == (("line 3", "2 are elected; expected at most 1, the seats of the contest."),)
    assert report.new == 2


def test_breaking_off_leaves_nothing_behind(record: sqlite3.Connection, path: Path) -> None:
    before = dump(record)
    with pytest.raises(Cancelled, match="nothing was stored"):
        load(record, write(path, many()), cancelled=lambda: True)
    assert dump(record) == before and imports(record) == ()
    assert record.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_progress_comes_to_exactly_the_number_of_rows(
    record: sqlite3.Connection, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importers.bulk.loading.STEP", 50)
    told: list[tuple[int, int]] = []
    load(record, write(path, many()), progress=lambda done, total: told.append((done, total)))
    assert told == [(50, 120), (100, 120), (120, 120)]


def test_indexes_that_were_set_aside_are_back(
    record: sqlite3.Connection, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importers.bulk.loading.STEP", 20)
    monkeypatch.setattr("db.indexes.FEW", 10)
    names = "SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name"
    before = record.execute(names).fetchall()
    loaded(record, path, many())
    found = dump(record)
    assert record.execute(names).fetchall() == before
    derive(record)
    assert dump(record) == found
    undo(record, 1)
    assert record.execute(names).fetchall() == before
    assert dump(record) == dump(empty())


def test_what_the_table_lacks_the_user_says(record: sqlite3.Connection, path: Path) -> None:
    headings = [one for one in HEADINGS if one not in ("date", "council")]
    with pytest.raises(BadFile, match="no column for the body and date"):
        loaded(record, path, many(), headings=headings)
    given = Given(body="Ashby Council", date="2021-05-06", unit="votes")
    report = loaded(record, path, [row("Ada Oak"), row("Ben Ash", ward="Quay")], given, headings)
    assert report.contests == 2
    assert record.execute("SELECT DISTINCT date, unit FROM contest").fetchall() == [("2021-05-06", "votes")]


def test_a_database_that_is_locked_is_said(path: Path, tmp_path: Path) -> None:
    from db.ledger import writable
    from db.migrations import create

    create(tmp_path / "own.db").close()
    connection = writable(tmp_path / "own.db")
    connection.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(tmp_path / "own.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unusable, match="cannot be written"):
        load(connection, write(path, many()))
    other.close()
    connection.close()
