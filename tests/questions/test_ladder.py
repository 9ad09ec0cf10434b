"""The ladder of the narrowest seats on the small and the packaged record: what it states, and what it refuses to state."""

from __future__ import annotations

import sqlite3

import pytest
from pytest import approx
from records import PACKAGED, SMALL, Rows, asked, by, cell, column, opened, table, tiny

from db.errors import Missing
from db.view import View


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The small record."""
    return opened(SMALL)


def ladder(record: sqlite3.Connection, contest: str) -> View:
    """The ladder of one contest."""
    return asked(record, "ladder", contest=contest)


def test_baxters_seat_of_2014_took_964_votes_more_or_482_moved() -> None:
    view = ladder(opened(PACKAGED), "nec-clp-2014")
    narrowest = view.rows[0]
    assert [cell(view, narrowest, key) for key in ("winner", "runner", "gap", "needed", "moved")] == [
        "Johanna Baxter", "Pete Willsman", 963, 964, 482,
    ]  # fmt: skip
    assert view.total == 6
    assert "964 more, or 482 moved" in view.findings[0]
    assert all(row.sources for row in view.rows)


def test_additional_votes_are_stated_for_the_last_winner_only(record: sqlite3.Connection) -> None:
    view = ladder(record, "rtu-m-2014")
    assert column(view, "winner") == ["Cy Elm", "Ben Ash", "Ada Oak"]
    assert column(view, "gap") == [50, 100, 150]
    assert column(view, "needed") == [51, None, None]
    assert column(view, "moved") == [26, 51, 101]
    assert column(view, "share") == approx([5, 10, 15])
    assert set(column(view, "stated")) == {"exactly"}


def test_everybody_who_missed_a_seat_is_told_by_how_much(record: sqlite3.Connection) -> None:
    missed = table(ladder(record, "rtu-m-2014"), "missed")
    assert by(missed, "person", "needed") == {"Dee Fir": 51, "Eve Yew": 101}


def test_the_swing_between_two_slates_is_that_of_votes_spread_evenly(record: sqlite3.Connection) -> None:
    view = ladder(record, "rtu-m-2014")
    assert cell(view, view.rows[0], "swing") == 6  # 60 votes: 30 from each of two, 20 to each of three
    swings = table(view, "swings")
    assert list(zip(*(column(swings, key) for key in ("source", "points", "loses", "gains")), strict=True)) == [
        ("steady", 6, "Cy Elm", "Dee Fir"), ("left", 18, "Ben Ash", "Eve Yew")
    ]  # fmt: skip


def test_where_a_rule_decided_no_plain_answer_is_given(record: sqlite3.Connection) -> None:
    view = ladder(record, "rtu-m-2016")
    assert view.rows == ()
    assert "one of the three must live on the north estate" in view.empty
    assert "votes alone did not decide" in view.empty


def test_where_a_rule_might_have_decided_it_is_said_so() -> None:
    view = ladder(opened(PACKAGED), "cac-clp-2021")
    assert set(column(view, "stated")) == {"by votes alone"}
    assert all("at least one winner a woman" in str(note) for note in column(view, "note"))


def test_stages_of_a_count_by_transfers_give_an_upper_bound(record: sqlite3.Connection) -> None:
    view = ladder(record, "rtu-m-2018")
    (row,) = view.rows
    assert [cell(view, row, key) for key in ("winner", "runner", "gap", "needed", "moved", "stated")] == [
        "Fay Ivy", "Hal Box", 10, 11, 6, "at most, by the last stage",
    ]  # fmt: skip
    assert any("upper bound" in note for note in view.notes)


def test_the_last_stage_is_the_one_at_which_somebody_who_missed_still_had_votes() -> None:
    people = ("ann", "ben", "cy")
    record = tiny(
        contests=[{"contest": "c", "body": "b", "section": "s", "date": "2020", "seats": 1, "method": "STV"}],
        candidacies=[
            {"contest": "c", "person": one, "outcome": "elected" if one == "ann" else "not elected"}
            for one in people
        ],
        stages=[
            {"contest": "c", "stage": stage, "action": "count", "person": one, "votes": votes}
            for stage, figures in enumerate(((40, 35, 25), (52, 48, 0), (100, 0, 0)), 1)
            for one, votes in zip(people, figures, strict=True)
        ],
    )
    view = ladder(record, "c")
    assert [cell(view, view.rows[0], key) for key in ("winner", "runner", "gap")] == ["Ann", "Ben", 4]
    record.execute("DELETE FROM stage")
    assert "neither ballots nor" in ladder(record, "c").empty
    record.execute("INSERT INTO ballot (contest_id, papers, preferences) VALUES (1, 3, '1>2')")
    assert "its ballots are on record, but are not recounted here" in ladder(record, "c").empty


def test_a_count_by_transfers_without_ballots_and_stages_is_refused() -> None:
    view = ladder(opened(PACKAGED), "nec-clp-2024")
    assert view.rows == ()
    assert "neither ballots nor the votes at each stage" in view.empty


def test_percentages_give_points_and_no_votes(record: sqlite3.Connection) -> None:
    view = ladder(record, "rtu-e-2015")
    assert column(view, "gap") == [12.6, 34.9]
    assert set(column(view, "needed") + column(view, "moved")) == {None}
    assert "12.6 points ahead" in view.findings[0]


@pytest.mark.parametrize(
    ("contest", "why"),
    [
        ("rtu-e-2018", "nobody is on record who stood and was not elected"),
        ("rtu-m-2020", "the result is not on record"),
        ("rtu-e-2026", "there is no result yet"),
    ],
)
def test_what_cannot_be_told_is_refused_in_words(record: sqlite3.Connection, contest: str, why: str) -> None:
    assert why in ladder(record, contest).empty


def of_votes(*rows: dict[str, object], **contest: object) -> View:
    """The ladder of a contest for one seat."""
    base = {"contest": "c", "body": "b", "section": "s", "date": "2020", "seats": 1, "unit": "votes"}
    stood: Rows = [{"contest": "c", **row} for row in rows]
    return ladder(tiny(contests=[{**base, "figures": "complete", **contest}], candidacies=stood), "c")


WON: dict[str, object] = {"person": "ann", "votes": 70, "outcome": "elected"}


def test_an_incomplete_table_gives_an_upper_bound() -> None:
    lost = {"person": "ben", "votes": 60, "outcome": "not elected"}
    view = of_votes(WON, lost, {"person": "cy", "outcome": "not elected"}, figures="partial")
    assert column(view, "stated") == ["at most"]
    assert column(view, "needed") == [11]


def test_a_tie_is_said_to_be_one() -> None:
    view = of_votes(WON, {"person": "ben", "votes": 70, "outcome": "not elected"})
    assert column(view, "needed") == [1]
    assert "as many votes" in view.findings[0]
    assert "a lot or a rule decided" in str(cell(view, view.rows[0], "note"))


def test_a_candidate_whose_outcome_is_unknown_is_a_reason_to_refuse() -> None:
    lost = {"person": "ben", "votes": 60, "outcome": "not elected"}
    view = of_votes(WON, lost, {"person": "cy", "votes": 65, "outcome": "unknown"})
    assert "it is not known whether they were elected" in view.empty


def test_a_day_means_the_contests_by_which_seats_were_held_on_it(record: sqlite3.Connection) -> None:
    everything = asked(record, "ladder", body="rtu", section="members")
    assert set(column(everything, "date")) == {"2014-06-10", "2017-03-07", "2018-05-01"}
    assert set(column(asked(record, "ladder", body="rtu", date="2017-12"), "date")) == {
        "2017-03-07",
        "2015-09",
    }
    refused = table(asked(record, "ladder", body="rtu", date="2017-12"), "refused")
    assert column(refused, "date") == ["2016-06-14"]


def test_a_round_is_looked_at_as_a_whole(record: sqlite3.Connection) -> None:
    view = ladder(record, "rtu-2018")
    assert column(view, "section") == ["members' section"]
    assert column(table(view, "refused"), "section") == ["estate delegates"]


def test_the_faction_filter_keeps_seats_that_a_slate_won_or_missed(record: sqlite3.Connection) -> None:
    view = asked(record, "ladder", contest="rtu-m-2014", factions="steady")
    assert column(view, "winner") == ["Cy Elm"]


def test_a_contest_that_is_not_on_record_is_said_to_be_missing(record: sqlite3.Connection) -> None:
    with pytest.raises(Missing, match="no contest 'x'"):
        ladder(record, "x")
