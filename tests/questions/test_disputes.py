"""Where sources differ: what is shown, what others state, how far that is apart, in which order."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
from records import PACKAGED, Rows, asked, by, column, opened, table, tiny

from db.errors import Missing
from db.view import View

CONTESTS = [
    {"contest": "c", "body": "b", "section": "s", "date": "2014-08-20", "seats": 2, "unit": "votes"},
    {"contest": "d", "body": "b", "section": "s", "date": "2012", "seats": 2, "unit": "votes"},
]
SOURCES = [{"source": key, "publisher": key.title()} for key in ("press", "party", "blog")]


def candidacy(person: str, contest: str = "c", **values: object) -> dict[str, object]:
    return {"contest": contest, "person": person, "outcome": "unknown", "sources": "press"} | values


def cited(
    row: str,
    field: str,
    value: str,
    source: str,
    chosen: int | None = 0,
    table: str = "candidacies",
    **more: str,
) -> dict[str, Any]:
    return {
        "table": table,
        "row": row,
        "field": field,
        "value": value,
        "source": source,
        "chosen": chosen,
    } | more


def of(*citations: dict[str, Any], **files: Rows) -> sqlite3.Connection:
    candidacies = files.pop("candidacies", [candidacy("ann", votes=100, slate="left", slate_label="Left")])
    return tiny(
        sources=SOURCES, contests=CONTESTS, candidacies=candidacies, citations=list(citations), **files
    )


def disputes(connection: sqlite3.Connection, **lens: str) -> View:
    return asked(connection, "disputes", **lens)


def test_a_dispute_says_what_is_shown_what_others_state_and_how_far_that_is_apart() -> None:
    view = disputes(
        of(
            cited("c/ann", "votes", "100", "press", 1, reason="the table"),
            cited("c/ann", "votes", "80", "blog"),
        )
    )
    assert column(view, "row") == ["Ann, Board members 2014"]
    assert column(view, "field") == ["votes"]
    assert column(view, "shown") == ["100"]
    assert column(view, "others") == [("80",)]
    assert column(view, "apart") == [20.0]
    assert column(view, "stated_by") == [("Press",)] and column(view, "others_by") == [("Blog",)]
    assert column(view, "reason") == ["the table"]
    assert (
        view.findings[1] == "It is on the votes of Ann, Board members 2014 (100 shown, 80 stated elsewhere)."
    )


def test_the_shown_value_is_what_the_row_holds_and_its_sources_stand_for_it() -> None:
    """An import that keeps a conflict cites only the value that it brings."""
    view = disputes(of(cited("c/ann", "votes", "80", "blog")))
    assert column(view, "shown") == ["100"] and column(view, "stated_by") == [("Press",)]


def test_the_same_value_twice_is_agreement() -> None:
    view = disputes(of(cited("c/ann", "votes", "100", "press", 1), cited("c/ann", "votes", "100.0", "blog")))
    assert view.rows == () and view.tables == ()
    assert view.empty == "The record holds no disputes here."


def test_a_value_that_nothing_stands_against_is_no_dispute() -> None:
    assert disputes(of(cited("c", "valid_votes", "300", "press", 0, "contests"))).rows == ()


def test_two_values_of_which_none_is_shown_are_a_dispute() -> None:
    one, other = (cited("c", "turnout", value, "press", 0, "contests") for value in ("11.5", "17"))
    view = disputes(of(one, other))
    assert column(view, "shown") == [None] and column(view, "others") == [("11.5%", "17%")]
    assert "11.5% to 17% stated, none shown" in view.findings[1]


def test_the_words_of_a_source_mean_the_faction_that_they_name() -> None:
    agreeing = of(cited("c/ann", "slate", "LEFT", "press", 1), cited("c/ann", "slate", "left", "blog"))
    assert disputes(agreeing).rows == ()
    differing = of(cited("c/ann", "slate", "backed by both", "blog"))
    assert column(disputes(differing), "shown") == ["Left"]
    assert disputes(differing).findings[-1] == "The slate of one candidate is disputed."


def test_what_is_less_exact_or_said_in_other_words_contradicts_nobody() -> None:
    connection = of(
        cited("c", "date", "2014-08", "blog", 0, "contests"),
        cited("c/ann", "description", "Leader, Oldham", "blog"),
        candidacies=[candidacy("ann", description="Leader of Oldham")],
    )
    view = disputes(connection)
    assert view.rows == ()
    assert view.findings == (
        "No two sources contradict each other here; two values are stated less exactly or in other words.",
    )
    assert column(table(view, "less_exact"), "field") == ["date", "description"]
    assert column(table(view, "less_exact"), "days") == [None, None]


def test_the_furthest_apart_come_first_then_dates_then_words_that_change_a_result() -> None:
    connection = of(
        cited("c/ann", "endorsements", "a union", "press", 1),
        cited("c/ann", "endorsements", "nobody", "blog"),
        cited("c/ann", "outcome", "elected", "blog"),
        cited("c/ann", "slate", "right", "blog"),
        cited("c", "date", "2014-08-22", "blog", 0, "contests"),
        cited("c/ann", "votes", "99", "blog"),
        cited("c", "seats", "4", "blog", 0, "contests"),
    )
    view = disputes(connection)
    assert column(view, "field") == ["seats", "votes", "date", "outcome", "slate", "endorsements"]
    assert (
        view.findings[0]
        == "Sources contradict each other on six values: two figures, one date and three statements in words."
    )


def test_a_contest_a_section_and_a_faction_narrow_the_list() -> None:
    connection = of(
        cited("c/ann", "votes", "99", "blog"), cited("d/bob", "votes", "5", "blog"), cited("c", "seats", "4", "blog", 0, "contests"),
        cited("b", "members", "5", "blog", 0, "bodies"), cited("b", "members", "6", "press", 1, "bodies"),
        candidacies=[candidacy("ann", votes=100, slate="left"), candidacy("bob", "d", votes=9, slate="right")],
    )  # fmt: skip
    assert len(disputes(connection).rows) == len(disputes(connection, body="b").rows) == 4
    assert len(disputes(connection, body="b", section="s").rows) == 3
    assert column(disputes(connection, contest="d"), "row") == ["Bob, Board members 2012"]
    view = asked(connection, "disputes", body="b", factions="left")
    assert (
        column(view, "row") == ["Ann, Board members 2014"] and "other disputes are left out" in view.notes[-1]
    )
    assert view.findings[0] == "Sources contradict each other on one value shown here."
    assert column(asked(connection, "disputes", text="bob"), "field") == ["votes"]
    with pytest.raises(Missing):
        disputes(connection, body="nobody")


def test_the_disputes_of_a_contest_or_a_round_are_headed_by_its_day_or_name() -> None:
    record = opened(PACKAGED)
    one = asked(record, "disputes", body="nec", section="clp", contest="nec-clp-2014")
    assert one.title == "Disputes: National Executive Committee, members' section, 20 August 2014"
    assert asked(record, "disputes", contest="nec-2020-november").title.endswith(
        ": NEC elections November 2020"
    )


def test_a_text_from_outside_stays_a_text() -> None:
    hostile = "[/] [red]x | \n\x1b[31m \u202e"
    view = disputes(of(cited("c/ann", "slate", hostile, "blog")))
    assert column(view, "others") == [(hostile,)]


def test_who_is_known_to_be_a_woman_is_no_dispute_where_a_source_says_so() -> None:
    persons = [{"person": "ann", "name": "Ann", "sort_name": "Ann", "gender": "f", "gender_sources": "press"}]
    assert disputes(of(persons=persons)).rows == ()


def test_years_of_a_finding_are_apart_in_days_and_no_figures() -> None:
    view = disputes(opened(PACKAGED), contest="nec-clp-2014")
    assert by(view, "field", "apart")["last time the left won four of six"] is None
    assert by(view, "field", "days")["last time the left won four of six"] == 366


@pytest.mark.parametrize(
    "lens", [{"body": "nec"}, {"body": "nec", "section": "clp"}, {"contest": "nec-clp-2014"}], ids=str
)
def test_a_place_is_found_through_the_index_of_fields(lens: dict[str, str]) -> None:
    """No table is scanned: a record of a million candidacies has few citations of single fields."""
    connection = opened(PACKAGED)
    asked_for: list[str] = []
    connection.set_trace_callback(asked_for.append)
    disputes(connection, **lens)
    connection.set_trace_callback(None)
    for statement in (one for one in asked_for if "citation" in one):
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
        assert not [
            step
            for step in plan
            if step.startswith("SCAN") and step.split()[1] in ("citation", "candidacy", "term")
        ], plan
