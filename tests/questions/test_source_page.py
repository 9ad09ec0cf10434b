"""The page of a source: what it supports, what it alone supports, what is stated otherwise; and the list of all sources."""

from __future__ import annotations

import sqlite3

import pytest
from records import PACKAGED, asked, by, column, opened, table, tiny

from db.errors import Missing
from db.lens import Lens
from db.questions import ask, source


@pytest.fixture
def record() -> sqlite3.Connection:
    """Two candidacies: one on two sources that differ on its votes, one on a single source."""
    return tiny(
        sources=[
            {"source": "gazette", "publisher": "Gazette", "title": "Results", "date": "2014"},
            {"source": "paper", "publisher": "Paper", "date": "2015"},
            {"source": "nobody", "title": "No page", "kind": "unsourced"},
        ],
        contests=[
            {"contest": "c", "body": "b", "section": "s", "date": "2014", "sources": "gazette;paper", "figures": "partial"}
        ],
        candidacies=[
            {"contest": "c", "person": "ada", "votes": 12, "outcome": "elected", "sources": "gazette;paper"},
            {"contest": "c", "person": "ben", "votes": 7, "outcome": "not elected", "sources": "gazette"},
            {"contest": "c", "person": "cy", "outcome": "unknown", "sources": "nobody"},
        ],
        citations=[
            {"table": "candidacies", "row": "c/ada", "field": "votes", "value": "12", "source": "gazette", "place": "line 3", "chosen": 1},
            {"table": "candidacies", "row": "c/ada", "field": "votes", "value": "21", "source": "paper", "chosen": 0},
        ],
    )  # fmt: skip


def test_a_source_shows_all_that_rests_on_it_and_where_in_it(record: sqlite3.Connection) -> None:
    view = asked(record, "source", source="gazette")
    assert column(view, "row") == [
        "contests c",
        "candidacies c/ada",
        "candidacies c/ben",
        "candidacies c/ada",
    ]
    assert column(view, "field") == [None, None, None, "Votes"]
    assert column(view, "place")[-1] == "line 3" and column(view, "place")[0] == "not noted"
    assert view.rows[1].opens is not None and view.rows[1].opens.lens.contest == "c"
    assert by(table(view, "about"), "what", "value")["Title"] == "Results"


def test_what_it_alone_supports_is_told_apart(record: sqlite3.Connection) -> None:
    assert column(table(asked(record, "source", source="gazette"), "alone"), "row") == ["candidacies c/ben"]
    assert not [one for one in asked(record, "source", source="paper").tables if one.key == "alone"]


def test_what_is_stated_otherwise_stands_with_both_values_and_the_one_shown(
    record: sqlite3.Connection,
) -> None:
    paper = table(asked(record, "source", source="paper"), "disputed")
    assert [column(paper, key) for key in ("field", "value", "others", "shown")] == [
        ["Votes"], ["21"], ["12: Gazette (2014)"], ["12"],
    ]  # fmt: skip
    gazette = table(asked(record, "source", source="gazette"), "disputed")
    assert (column(gazette, "value"), column(gazette, "others")) == (["12"], ["21: Paper (2015)"])


def test_a_page_that_contradicts_itself_is_told() -> None:
    disputed = table(asked(opened(PACKAGED), "source", source="lf-2014-08"), "disputed")
    values = [
        value
        for field, value in zip(column(disputed, "field"), column(disputed, "value"), strict=True)
        if field == "Share"
    ]
    assert "6.3%; 6.6%" in values


def test_the_true_number_is_told_where_not_all_is_listed(
    record: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MOST", 2)
    view = asked(record, "source", source="gazette")
    assert view.title == "Source: Gazette (2014), gazette (2 of 4)" and len(view.rows) == view.total == 2
    assert view.findings[0] == "On Gazette (2014) rest four statements of the record."


def test_a_source_that_is_not_on_record_is_missing(record: sqlite3.Connection) -> None:
    with pytest.raises(Missing, match="no source 'x'"):
        asked(record, "source", source="x")
    with pytest.raises(Missing, match="name one"):
        ask(record, "source", Lens())


def test_the_list_says_how_much_rests_on_each_source_alone_and_is_disputed(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "sources")
    assert by(view, "source", "alone") == {"gazette": 1, "paper": 0, "nobody": 1}
    assert by(view, "source", "disputed") == {"gazette": 1, "paper": 1, "nobody": None}
    assert view.findings == (
        "Two published sources are on record here.",
        "One row of the record rests on one of them alone, and one row is confirmed by no page.",
        "Two sources state something that is stated otherwise elsewhere.",
    )
    assert {row.opens.view for row in view.rows if row.opens} == {"source"}


def test_of_a_source_with_very_many_rows_the_list_counts_none_and_says_so(
    record: sqlite3.Connection,
) -> None:
    many = [(1, "person", number) for number in range(5_001)]
    record.executemany("INSERT INTO citation (source_id, entity, entity_id) VALUES (?, ?, ?)", many)
    view = asked(record, "sources")
    assert by(view, "source", "alone")["gazette"] is None
    assert view.findings[1].startswith("At least no rows") or view.findings[1].startswith("At least")
    assert "more than 5,000 rows" in view.notes[0]


@pytest.mark.parametrize("text", ["share", "kate"])
def test_words_narrow_the_rows_of_a_page(text: str) -> None:
    whole = asked(opened(PACKAGED), "source", source="lf-2014-08")
    assert 0 < asked(opened(PACKAGED), "source", source="lf-2014-08", text=text).total < whole.total


def test_contests_of_one_section_are_told_apart_by_their_year_at_the_beginning() -> None:
    view = asked(opened(PACKAGED), "source", source="lf-2014-08")
    assert column(view, "subject")[:2] == ["NEC members' section 2006", "NEC members' section 2014"]
