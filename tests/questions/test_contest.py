"""The result of a contest on the small record, by values computed by hand."""

from __future__ import annotations

import sqlite3

import pytest
from pytest import approx
from records import PACKAGED, SMALL, Rows, asked, by, cell, column, opened, table, tiny

from db.errors import Missing
from db.view import Tone, View


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The small record."""
    return opened(SMALL)


def result(record: sqlite3.Connection, key: str) -> View:
    """The result of one contest."""
    return asked(record, "contest", contest=key)


def facts(view: View) -> dict[object, object]:
    """The facts of the contest."""
    return dict(by(table(view, "facts"), "fact", "value"))


def test_votes_shares_margins_and_outcomes_stand_beside_each_name(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-m-2014")
    assert column(view, "person") == ["Ada Oak", "Ben Ash", "Cy Elm", "Dee Fir", "Eve Yew"]
    assert column(view, "votes") == [300, 250, 200, 150, 100]
    assert column(view, "share") == approx([30, 25, 20, 15, 10])
    assert column(view, "margin") == [150, 100, 50, -50, -100]
    assert column(view, "outcome") == ["elected"] * 3 + ["not elected"] * 2
    assert [row.tone for row in view.rows] == [Tone.STRONG] * 3 + [Tone.PLAIN] * 2


def test_slates_are_added_up(record: sqlite3.Connection) -> None:
    slates = table(result(record, "rtu-m-2014"), "slates")
    assert column(slates, "faction") == ["left", "steady"]
    assert column(slates, "votes") == [700, 300]
    assert column(slates, "share") == approx([70, 30])
    assert column(slates, "seats") == [2, 1]
    assert column(slates, "candidates") == [3, 2]


def test_the_findings_say_who_won_by_how_much(record: sqlite3.Connection) -> None:
    said = " ".join(result(record, "rtu-m-2014").findings)
    assert "Tenants' Left Alliance won two of the three seats with 70.0%" in said
    assert "Cy Elm was elected 50 votes ahead of Dee Fir" in said
    assert "1,000 members' votes in all" in said


def test_changes_are_on_the_last_contest_of_the_section(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-m-2016")
    assert by(view, "person", "change") == {
        "Ada Oak": approx(2),
        "Dee Fir": approx(8),
        "Cy Elm": approx(1),
        "Eve Yew": approx(4),
        "Fay Ivy": None,
    }
    assert any("+20.0% on 10 June 2014" in said for said in view.findings)
    assert by(table(view, "slates"), "faction", "change")["steady"] == approx(-9)


def test_what_is_on_no_known_slate_has_no_change_since_it_is_no_slate() -> None:
    record = opened(PACKAGED)
    slates = table(asked(record, "contest", contest="nec-clp-2020apr"), "slates")
    assert by(slates, "faction", "share")["none"] == approx(23.19, abs=0.01)
    assert by(slates, "faction", "change")["none"] is None


@pytest.mark.parametrize(
    ("contest", "slate", "change"),
    [
        ("nec-clp-2014", "clga", 7.9),
        ("nec-clp-2014", "indep", -8.5),
        ("nec-clp-2012", "lf-progress", -3.2),
        ("nec-clp-2012", "indep", None),
        ("nec-clp-2018", "clga", None),
        ("nec-clp-2018", "indep", None),
    ],
)
def test_a_slate_has_a_change_where_it_is_one_thing_in_both_contests(
    contest: str, slate: str, change: float | None
) -> None:
    slates = table(asked(opened(PACKAGED), "contest", contest=contest), "slates")
    assert by(slates, "faction", "change")[slate] == (None if change is None else approx(change, abs=0.05))


def test_whoever_a_rule_lifted_over_a_higher_place_is_shown_so(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-m-2016")
    (lifted,) = [row for row in view.rows if row.tone is Tone.NOTABLE]
    assert cell(view, lifted, "person") == "Eve Yew"
    assert cell(view, lifted, "margin") == -84
    assert "one of the three must live on the north estate" in str(cell(view, lifted, "note"))
    assert any("Eve Yew was elected below Cy Elm by the rule" in said for said in view.findings)
    assert by(view, "person", "outcome")["Cy Elm"] == "not elected"
    assert not any("ahead of" in said for said in view.findings)


def test_a_sum_of_ours_is_said_to_be_ours(record: sqlite3.Connection) -> None:
    assert str(facts(result(record, "rtu-m-2016"))["Votes"]).startswith("1,200 (our sum")
    assert str(facts(result(record, "rtu-m-2014"))["Votes"]) == "1,000"


def test_a_published_turnout_is_shown_and_another_is_computed_openly(record: sqlite3.Connection) -> None:
    assert facts(result(record, "rtu-m-2016"))["Turnout"] == "40.5%"
    assert str(facts(result(record, "rtu-m-2014"))["Turnout"]).startswith("40.0% (")


def test_sitting_members_who_lost_and_newcomers_who_won_are_named(record: sqlite3.Connection) -> None:
    said = " ".join(result(record, "rtu-m-2016").findings)
    assert "Yew gained a seat from Elm" in said
    assert "Dee Fir came in" in said


def test_a_misprinted_share_is_kept_and_the_right_one_shown(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-m-2014")
    assert by(view, "person", "share")["Cy Elm"] == approx(20)
    assert any("Cy Elm 20.5% (the votes give 20.00%)" in note for note in view.notes)


def test_where_sources_differ_both_values_stand_with_their_source(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-m-2014")
    disputes = table(view, "disputes")
    rows = list(zip(*(column(disputes, key) for key in ("row", "field", "value", "shown")), strict=True))
    assert rows[:2] == [("the contest", "ballots", "400", True), ("the contest", "ballots", "410", False)]
    assert rows[2:] == [("Cy Elm", "share", "20.5", True), ("Cy Elm", "share", "20", False)]
    assert [view.sources[row.sources[0] - 1].key for row in disputes.rows] == [
        "gazette-2014",
        "newsletter",
        "gazette-2014",
        "ours",
    ]


def test_a_count_by_transfers_shows_its_stages_and_no_margin_in_words(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-m-2018")
    stages = table(view, "stages")
    assert column(stages, "stage") == [1, 1, 2, 3, 3]
    assert column(stages, "votes") == [150, 120, 110.5, 90, 80]
    assert by(view, "person", "stage")["Zoë Lind"] == 2
    assert by(view, "person", "outcome")["Fay Ivy"] == "elected"
    assert not any("ahead of" in said for said in view.findings)
    assert facts(view)["Quota"] == "101"


def test_figures_of_different_units_are_never_compared(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-m-2018")
    assert column(view, "change") == [None] * 5
    assert any("No change is shown" in note and "members' votes" in note for note in view.notes)
    assert "%" not in str(facts(view)["Votes"])


def test_percentages_are_no_votes_and_are_not_added_up(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-e-2015")
    assert column(view, "share") == [52.4, 30.1, 17.5]
    assert column(table(view, "slates"), "votes") == [None, None]
    assert "Votes" not in facts(view)
    assert any("12.60 points ahead" in said for said in view.findings)
    assert facts(view)["Electorate"] == "seven estate committees"


def test_a_difference_of_percentages_has_no_more_decimals_than_they_have(record: sqlite3.Connection) -> None:
    assert column(result(record, "rtu-e-2015"), "margin") == [34.9, 12.6, -12.6]


def test_an_incomplete_table_gives_no_shares_of_its_own(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-e-2018")
    assert column(view, "share") == [None] * 3
    assert column(table(view, "slates"), "votes") == [None] * 3
    assert any("incomplete" in note for note in view.notes)


def test_an_unsought_endorsement_is_no_slate_and_is_marked(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-e-2018")
    assert by(view, "person", "slate")["Jo O'Casey-Reed"] == "ind"
    assert by(view, "person", "endorsements")["Jo O'Casey-Reed"] == ("Steady Hands (unsought)",)
    assert by(view, "person", "endorsements")["Ida May"] == ("Rent Watch",)
    assert any("had not sought: Jo O'Casey-Reed (Steady Hands)" in note for note in view.notes)


def test_an_unknown_outcome_is_neither_won_nor_lost(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-m-2020")
    assert column(view, "outcome") == ["unknown", "unknown"]
    assert column(view, "margin") == [None, None]
    assert view.findings == (
        "The result of 5 May 2020 is not on record; two candidates are known: Gus Bay and Ada Oak.",
    )
    assert by(view, "person", "slate") == {"Gus Bay": "none", "Ada Oak": "grass"}


def test_before_the_result_slates_nominations_dates_and_sitting_members_are_shown(
    record: sqlite3.Connection,
) -> None:
    view = result(record, "rtu-e-2026")
    assert by(view, "person", "nominations") == {"Ida May": 7, "Jo O'Casey-Reed": 4, "Hal Box": 2}
    assert by(view, "person", "sitting")["Jo O'Casey-Reed"] is True
    shown = facts(view)
    assert shown["Status"] == "nominating"
    assert shown["Nominations needed"] == "5 branches"
    assert shown["Nominations"] == "10 January 2026 to 1 March 2026"
    assert shown["Ballot"] == "1 May 2026 to 29 May 2026"
    assert shown["Expected"] == "2 June 2026"
    assert "Declared" not in shown
    assert "pending" in column(view, "outcome")
    assert not any("elected" in said for said in view.findings)


def test_before_the_result_nominations_are_held_against_those_needed(record: sqlite3.Connection) -> None:
    reached = by(result(record, "rtu-e-2026"), "person", "threshold")
    assert reached["Ida May"] == "reached"
    assert reached["Jo O'Casey-Reed"] == "1 short of 5"


def test_after_the_result_nominations_are_held_against_nothing(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-m-2014")
    assert all(one.key != "threshold" for one in view.columns) or set(column(view, "threshold")) == {None}


def test_whoever_withdrew_no_longer_stands(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-e-2026")
    assert by(view, "person", "outcome")["Hal Box"] == "withdrawn"
    (sitting,) = [said for said in view.findings if said.startswith("Of the sitting members")]
    assert "Hal Box" not in sitting
    assert "Two candidates stand for two seats" in view.findings[0]


def test_a_by_election_is_called_so_and_has_one_winner(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-m-2017-by")
    assert "by-election" in view.title
    assert view.findings[0].startswith("Gus Bay (Steady Hands) won the seat")
    assert "with 55.0% of votes" in view.findings[0]


def test_contests_held_together_are_reported_as_one(record: sqlite3.Connection) -> None:
    view = result(record, "rtu-2018")
    assert view.title == "Round: Elections of May 2018"
    assert view.total == 8
    assert "two of the six positions in two contests" in view.findings[0]
    assert by(table(view, "slates"), "faction", "seats") == {
        "left": 2,
        "grass": 1,
        "joint": 1,
        "steady": 1,
        "ind": 1,
    }
    assert by(table(view, "backed"), "faction", "seats")["watch"] == 3
    assert facts(result(record, "rtu-m-2018"))["Held with"] == "Elections of May 2018"


def test_without_a_contest_the_latest_with_a_result_is_shown(record: sqlite3.Connection) -> None:
    assert asked(record, "contest", body="rtu", section="members").lens.contest == "rtu-m-2018"
    assert (
        asked(record, "contest", body="rtu", section="members", date="2016-12").lens.contest == "rtu-m-2016"
    )


def test_a_contest_that_is_not_there_is_said_to_be_missing(record: sqlite3.Connection) -> None:
    with pytest.raises(Missing, match="'nowhere'"):
        result(record, "nowhere")


WITHDRAWN: Rows = [
    {"contest": "c", "person": "ann", "outcome": "elected", "votes": 60, "slate": "left"},
    {"contest": "c", "person": "bob", "outcome": "not elected", "votes": 40, "slate": "right"},
    {"contest": "c", "person": "cat", "outcome": "withdrawn", "slate": "right"},
]


def test_whoever_withdrew_without_votes_spoils_nobody_elses_figures() -> None:
    row = {
        "contest": "c",
        "body": "b",
        "section": "s",
        "date": "2020",
        "seats": 1,
        "unit": "votes",
        "figures": "complete",
    }
    view = result(tiny(contests=[row], candidacies=WITHDRAWN), "c")
    assert by(view, "person", "margin") == {"Ann": 20, "Bob": -20, "Cat": None}
    assert by(table(view, "slates"), "faction", "share") == {"left": approx(60), "right": approx(40)}


def test_a_change_is_on_the_last_regular_contest_and_not_on_a_by_election_since() -> None:
    common = {"body": "b", "section": "s", "seats": 1, "unit": "votes", "figures": "complete"}
    kinds = {"2010": "regular", "2011": "by-election", "2012": "regular"}
    votes = {"2010": (60, 40), "2011": (10, 90), "2012": (70, 30)}
    rows = [{**common, "contest": f"c{year}", "date": year, "kind": kind} for year, kind in kinds.items()]
    stood: Rows = [
        {
            "contest": f"c{year}",
            "person": person,
            "votes": count,
            "outcome": "elected" if count > 50 else "not elected",
        }
        for year, counts in votes.items()
        for person, count in zip(("ann", "bob"), counts, strict=True)
    ]
    view = result(tiny(contests=rows, candidacies=stood), "c2012")
    assert by(view, "person", "change") == {"Ann": approx(10), "Bob": approx(-10)}
