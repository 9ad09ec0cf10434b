"""Whatever is spoiled in a sound record is found, and a sound record of any size gives no error."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from records import asked, column, tiny

from db.view import View

RUN = settings(max_examples=40, derandomize=True, deadline=None)


@st.composite
def results(draw: st.DrawFn) -> dict[str, Any]:
    """A sound election by block vote: the first by votes are elected, totals add up, terms follow one another."""
    votes = draw(
        st.lists(st.integers(1, 9_000), min_size=3, max_size=8, unique=True).map(
            lambda some: sorted(some)[::-1]
        )
    )
    seats = draw(st.integers(1, len(votes) - 1))
    contest = {
        "contest": "c", "body": "b", "section": "s", "kind": "regular", "status": "declared", "date": "2014-05-01",
        "figures": "complete", "method": "block vote", "seats": seats, "unit": "members' votes", "valid_votes": sum(votes),
        "ballots": sum(votes), "votes_per_ballot": seats, "sources": "page",
    }  # fmt: skip
    stood = [
        {"contest": "c", "person": f"p{at}", "votes": count, "rank": at + 1, "share": round(100 * count / sum(votes), 1),
         "outcome": "elected" if at < seats else "not elected"}
        for at, count in enumerate(votes)
    ]  # fmt: skip
    rules = [
        {
            "body": "b",
            "section": "s",
            "valid_from": "2010",
            "seats": seats,
            "term_years": 2,
            "sources": "page",
        }
    ]
    years = draw(st.lists(st.integers(2010, 2013), min_size=2, max_size=3, unique=True).map(sorted))
    terms = [
        {
            "body": "b",
            "section": "s",
            "person": "old",
            "start": f"{first}-01-01",
            "end": f"{last}-01-01",
            "sources": "page",
        }
        for first, last in pairwise(years)
    ]
    return {
        "sources": [{"source": "page", "title": "Page"}], "rules": rules, "contests": [contest], "candidacies": stood,
        "terms": terms,
    }  # fmt: skip


def audit(files: dict[str, Any]) -> View:
    return asked(tiny(**files), "audit")


@RUN
@given(files=results())
def test_a_sound_result_gives_no_error_and_no_warning_but_of_a_seat_that_nobody_held(
    files: dict[str, Any],
) -> None:
    view = audit(files)
    kinds = zip(column(view, "severity"), column(view, "kind"), strict=True)
    assert {kind for severity, kind in kinds if severity != "notice"} <= {"seat-between-holders"}


@RUN
@given(files=results(), data=st.data())
def test_swapped_outcomes_are_found(files: dict[str, Any], data: st.DataObject) -> None:
    stood = files["candidacies"]
    seats = files["contests"][0]["seats"]
    winner, loser = data.draw(st.integers(0, seats - 1)), data.draw(st.integers(seats, len(stood) - 1))
    stood[winner]["outcome"], stood[loser]["outcome"] = "not elected", "elected"
    assert "outcome-against-votes" in column(audit(files), "kind")


@RUN
@given(files=results(), more=st.integers(1, 500), less=st.booleans())
def test_a_changed_total_is_found(files: dict[str, Any], more: int, less: bool) -> None:
    contest = files["contests"][0]
    together = contest["valid_votes"]
    contest["valid_votes"] = max(1, together // contest["seats"] - more) if less else together + more
    found = column(audit(files), "kind")
    assert "total-against-votes" in found or contest["valid_votes"] == together


@RUN
@given(files=results(), data=st.data())
def test_one_more_elected_is_found(files: dict[str, Any], data: st.DataObject) -> None:
    seats = files["contests"][0]["seats"]
    loser = data.draw(st.integers(seats, len(files["candidacies"]) - 1))
    files["candidacies"][loser]["outcome"] = "elected"
    assert "more-elected-than-seats" in column(audit(files), "kind")


@RUN
@given(files=results(), data=st.data())
def test_overlapping_terms_are_found(files: dict[str, Any], data: st.DataObject) -> None:
    first = data.draw(st.sampled_from(files["terms"]))
    files["terms"].append(
        first | {"start": f"{first['start'][:4]}-06-01", "end": f"{first['end'][:4]}-06-01"}
    )
    assert "one-person-twice" in column(audit(files), "kind")


@RUN
@given(files=results(), data=st.data())
def test_a_holder_too_many_is_found(files: dict[str, Any], data: st.DataObject) -> None:
    first = data.draw(st.sampled_from(files["terms"]))
    files["terms"] += [first | {"person": f"new{at}"} for at in range(files["rules"][0]["seats"])]
    assert "more-holders-than-seats" in column(audit(files), "kind")
