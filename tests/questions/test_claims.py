"""Published claims are worked out from the record, and judged: the packaged ones, and what a small record shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

import pytest
from records import PACKAGED, Rows, opened, tiny

from db.errors import Missing
from db.lens import Lens, Place
from db.questions import ask
from db.reading.claims import Book, Judged, claim_of_key, claims_of_contest, judged
from db.reading.claims.claim import OF_BODY, OF_CONTEST, OF_ROUND, OF_SECTION
from db.view import Fact, View

HOLDS, ROUNDED, FAILS, OPEN = "holds", "holds when rounded", "does not hold", "cannot be checked"

CLAIMS = [
    ("lf-2014-share", ROUNDED, "55.2%"),
    ("lf-2014-seats", HOLDS, "4 of 6 seats"),
    ("lf-2014-poll", HOLDS, "15.0% more"),
    ("lf-2014-swing", FAILS, "+7.9 points"),
    ("lf-2014-since", FAILS, "it was last so on 24 July 2008 (4 seats)"),
    ("lf-2012-osamor", FAILS, "6.3%"),
    ("lf-2014-osamor", HOLDS, "+2.5 points"),
    ("lf-2014-baxter", HOLDS, "963 votes ahead"),
    ("lf-2014-baxter-place", HOLDS, "place 6"),
    ("lf2012-left", HOLDS, "47.3%"),
    ("lf2012-right", HOLDS, "32.8%"),
    ("lf2012-independents", HOLDS, "19.9%"),
    ("lf2012-osamor", FAILS, "123 votes short of Peter Wheeler"),
    ("ll2012-left-of-two", HOLDS, "59.1%"),
    ("ll2012-right-of-two", HOLDS, "40.9%"),
    ("lf-2012-share", ROUNDED, "47.3%"),
    ("la-2010-left", HOLDS, "43.9%"),
    ("la-2010-left-votes", HOLDS, "266,505 votes"),
    ("la-2010-moderates", HOLDS, "35.9%"),
    ("la-2010-seats", HOLDS, "3 to 3 seats"),
    ("la2008-balance", HOLDS, "4 to 2 seats"),
    ("lf-2006-share", ROUNDED, "46.4%"),
    ("lf-2006-seats", HOLDS, "4 of 6 seats"),
    ("td2006-turnout", HOLDS, "20.3%"),
    ("pb-2006-since", OPEN, "it was last so on 27 September 1998 (4 seats), perhaps in 2004"),
    ("clpd-1999-fall", OPEN, "20.5 to 20.6% fewer"),
    ("clpd-1999-independents", HOLDS, "8.4%"),
    ("whatnext-1999-share", FAILS, "47.7%"),
    ("lf-1998-share", OPEN, ""),
    ("lf-1998-seats", HOLDS, "4 of 6 seats"),
    ("ab-2018-turnout", HOLDS, "32.5%"),
    ("inews-2018-willsman", FAILS, "2,502 votes ahead"),
    ("itv-2018-willsman", FAILS, "2,502 votes ahead"),
    ("inews-2018-momentum", HOLDS, "8 of 9 seats"),
    ("ers-2020-share", HOLDS, "45.6%"),
    ("ers-2020-seats", HOLDS, "0 of 2 seats"),
    ("townsend-2020", HOLDS, "252 votes short of Johanna Baxter"),
    ("ksa-2020-seven", HOLDS, "7 of 15 seats"),
    ("ksa-2020-five", HOLDS, "5 seats"),
    ("mcash-2020-majority", HOLDS, "5 of 9 seats"),
    ("mcash-2020-quota", HOLDS, "10.0% of the votes"),
    ("tu2020-grassroots", OPEN, ""),
    ("tu2020-openlabour", OPEN, ""),
    ("tu2020-ltw", OPEN, ""),
    ("tu2020-more", FAILS, "39.4% more"),
    ("tale-2022-seats", HOLDS, "4 to 4 seats"),
    (
        "ltw-2024-since",
        HOLDS,
        "it was not so for certain before, in a record that goes back to 27 September 1998, perhaps in 2004",
    ),
    ("ll-2024-clga", HOLDS, "3 seats"),
    ("ll-2023-nwc", HOLDS, "6 of 6 seats"),
    ("lf-2011-secretary", HOLDS, "17 to 14"),
    ("ll-2022-whip", HOLDS, "14 to 23"),
]
"""Key, verdict, and what the figures give."""


def of_key(key: str, connection: sqlite3.Connection | None = None) -> Judged:
    connection = connection or opened(PACKAGED)
    claim = claim_of_key(connection, key)
    assert claim is not None
    return judged(Book(connection), claim)


def view(**lens: str) -> View:
    return ask(opened(PACKAGED), "claims", Lens(**lens))


@pytest.mark.parametrize(("key", "verdict", "gives"), CLAIMS)
def test_each_packaged_claim_is_judged_by_the_figures(key: str, verdict: str, gives: str) -> None:
    one = of_key(key)
    assert (str(one.verdict), one.reading.gives) == (verdict, gives)


def test_no_reading_of_the_swing_of_2014_gives_fourteen() -> None:
    one = of_key("lf-2014-swing")
    assert {reading.name: reading.gives for reading in one.tried} == {
        "Butler swing to Centre-Left Grassroots Alliance from Right": "+3.6 points",
        "Steed swing to Centre-Left Grassroots Alliance from Right": "+3.2 points",
        "rise of the share of Right, in points": "+0.6 points",
        "Butler swing to Centre-Left Grassroots Alliance from everybody else": "+7.9 points",
        "growth of the votes of Centre-Left Grassroots Alliance, in percent": "34.2% more",
        "growth of all votes, in percent": "15.0% more",
    }
    assert {str(reading.verdict) for reading in one.tried} == {FAILS}


def test_the_moderates_lead_of_2024_is_the_first_only_where_by_elections_do_not_count() -> None:
    (other,) = of_key("ltw-2024-since").tried
    assert (other.name, str(other.verdict)) == ("counting every contest", FAILS)
    assert other.gives == "it was last so on 4 April 2020 (2 against 0 seats)"


def test_a_value_of_another_source_that_would_change_the_verdict_is_told() -> None:
    one = of_key("lf-2011-secretary")
    assert [(other.text, str(verdict)) for other, verdict in one.unsettled] == [("15", FAILS)]
    words = ask(opened(PACKAGED), "claim", Lens(claim="lf-2011-secretary")).findings
    assert "With the votes against that Left Futures states (15) it does not hold." in words


def test_a_value_of_another_source_that_changes_nothing_is_told_as_such() -> None:
    one = of_key("lf-2014-poll")
    assert one.rests == "derived, disputed" and not one.unsettled
    said = ask(opened(PACKAGED), "claim", Lens(claim="lf-2014-poll")).findings
    assert said[-1] == "Sources state other values for its figures; the verdict is the same with each."


def test_what_cannot_be_checked_says_what_is_missing() -> None:
    assert of_key("tu2020-ltw").reading.missing == "no votes of candidates are on record, 13 November 2020"
    assert of_key("lf-1998-share").reading.missing.startswith("the table of 27 September 1998 is incomplete")


def test_claims_of_a_contest_are_its_own_those_of_its_round_and_those_that_compare_them() -> None:
    connection = opened(PACKAGED)
    (number,) = connection.execute("SELECT id FROM contest WHERE key = 'nec-clp-2020nov'").fetchone()
    keys = {one.key for one in claims_of_contest(connection, number)}
    assert {"tu2020-ltw", "tu2020-more", "ksa-2020-seven", "mcash-2020-quota"} <= keys
    assert not {"ers-2020-share", "lf-2014-share"} & keys


def test_what_does_not_hold_comes_first_and_the_first_sentence_counts() -> None:
    found = view()
    verdicts = [row.cells[0] for row in found.rows]
    assert verdicts == sorted(verdicts, key=[FAILS, OPEN, ROUNDED, HOLDS].index)
    assert found.findings[0] == (
        "Of 55 published claims 41 hold (three only when rounded), eight do not hold and six cannot be checked."
    )


def test_the_sentences_stay_true_under_a_filter() -> None:
    assert view(contest="nec-clp-2018", text="almost").findings[0] == (
        "The one published claim here does not hold."
    )
    by_words = view(text="Izzard")
    assert by_words.findings[0] == "Of two published claims shown here none holds and two do not hold."


def test_claims_are_filtered_by_the_factions_that_they_are_about() -> None:
    found = ask(opened(PACKAGED), "claims", Lens(factions=frozenset({"openlabour"})))
    assert [row.key for row in found.rows] == ["tu2020-openlabour"]


def test_claims_of_a_body_and_of_a_section_are_those_made_of_it() -> None:
    assert [row.key for row in view(body="nwc").rows] == ["ll-2023-nwc"]
    of_nec = {row.key for row in view(body="nec").rows}
    assert {"ll-2022-whip", "ksa-2020-seven", "tu2020-more", "lf-2014-share"} <= of_nec
    of_members = {row.key for row in view(body="nec", section="clp").rows}
    assert "ll-2022-whip" not in of_members and "ksa-2020-seven" in of_members
    assert [row.key for row in view(body="nec", section="youth").rows] == ["ksa-2020-seven"]


def test_a_round_has_the_claims_on_it_and_on_its_contests() -> None:
    keys = {row.key for row in view(contest="nec-2020-november").rows}
    assert {"ksa-2020-seven", "ksa-2020-five"} <= keys and "lf-2014-share" not in keys


def test_a_row_rests_on_the_claim_its_contest_and_the_candidacies() -> None:
    row = next(row for row in view(contest="nec-clp-2018").rows if row.key == "inews-2018-willsman")
    assert [fact.table for fact in row.facts] == ["claim", "contest", "candidacy", "candidacy"]
    assert row.opens == Place("claim", Lens(claim="inews-2018-willsman"))


def test_the_figures_of_a_claim_open_what_they_are_of() -> None:
    found = ask(opened(PACKAGED), "claim", Lens(claim="lf-2012-osamor"))
    opens = [row.opens for row in found.rows if row.opens]
    assert opens[0] == Place("candidate", Lens(person="kate-osamor"))
    assert opens[1].view == "contest" and opens[1].lens.contest == "nec-clp-2012"
    assert all(row.sources for row in found.rows)


def test_a_claim_that_is_not_there_is_named() -> None:
    with pytest.raises(Missing, match="no claim 'nowhere'"):
        ask(opened(PACKAGED), "claim", Lens(claim="nowhere"))
    with pytest.raises(Missing, match="no contest 'nowhere'"):
        ask(opened(PACKAGED), "claims", Lens(contest="nowhere"))


@pytest.mark.parametrize("ids", [OF_CONTEST, OF_ROUND])
def test_a_question_about_one_contest_scans_no_table(ids: str) -> None:
    values = {"contest": 1, "round": 1}
    steps = [row[3] for row in opened(PACKAGED).execute(f"EXPLAIN QUERY PLAN {ids}", values)]
    assert steps and not [step for step in steps if step.startswith("SCAN")]


@pytest.mark.parametrize("ids", [OF_SECTION, OF_BODY])
def test_a_question_about_a_place_scans_no_table_but_the_claims(ids: str) -> None:
    values = {"section": 1, "body": 1}
    steps = [row[3] for row in opened(PACKAGED).execute(f"EXPLAIN QUERY PLAN {ids}", values)]
    assert {step for step in steps if step.startswith("SCAN")} == {"SCAN claim"}


# A small record

CONTEST = {
    "contest": "c",
    "body": "b",
    "section": "s",
    "date": "2020",
    "seats": 2,
    "unit": "votes",
    "figures": "complete",
}
BEFORE = CONTEST | {"contest": "e", "date": "2018"}


def stood(contest: str, person: str, votes: int | None, outcome: str, slate: str | None) -> dict[str, object]:
    return {"contest": contest, "person": person, "votes": votes, "outcome": outcome, "slate": slate}


CANDIDACIES = [
    stood("c", "ann", 60, "elected", "left"), stood("c", "ben", 40, "elected", None), stood("c", "cat", 30, "not elected", "right"),
    stood("e", "ann", 30, "not elected", "left"), stood("e", "cat", 70, "elected", "right"), stood("e", "dan", 50, "elected", "right"),
]  # fmt: skip


def small(claim: Mapping[str, object], **files: Rows) -> Judged:
    rows = {"claim": "k", "words": "as said", **claim}
    ground: dict[str, Rows] = {"contests": [CONTEST, BEFORE], "candidacies": CANDIDACIES}
    return of_key("k", tiny(**{**ground, "claims": [rows], **files}))


def test_seats_of_winners_whose_slate_is_not_known_are_possible_and_no_more() -> None:
    one = small({"measure": "seats", "contest": "c", "faction": "left", "stated": 1})
    assert (str(one.verdict), one.reading.gives) == (OPEN, "1 to 2 seats")
    assert str(small({"measure": "seats", "contest": "c", "faction": "left", "stated": 3}).verdict) == FAILS


def test_a_whole_that_is_wrong_makes_the_claim_wrong() -> None:
    one = small({"measure": "seats", "contest": "e", "faction": "right", "stated": 2, "whole": 3})
    assert (str(one.verdict), one.reading.gives) == (FAILS, "2 of 2 seats")


def test_votes_of_candidates_without_a_known_slate_are_counted_with_none_and_told() -> None:
    one = small({"measure": "share", "contest": "c", "faction": "left", "stated": 46})
    assert (str(one.verdict), one.reading.gives) == (ROUNDED, "46.2%")
    assert "1 of 3 candidates, with 40 votes" in one.reading.caveats[0]


def test_figures_of_different_units_are_never_compared() -> None:
    contests = [CONTEST, BEFORE | {"unit": "card votes"}]
    one = small(
        {"measure": "ratio of totals", "contest": "c", "against": "e", "stated": 10}, contests=contests
    )
    assert (
        one.reading.missing == "the figures of the two contests are of different units: votes and card votes"
    )


def test_a_claim_that_lacks_what_its_measure_needs_says_so() -> None:
    assert small({"measure": "share", "contest": "c", "stated": 1}).reading.missing == (
        "the claim names no faction, bloc or person"
    )
    assert small({"measure": "turnout", "stated": 1}).reading.missing == "the claim names no contest"
    assert small({"measure": "votes", "contest": "c", "person": "ann"}).reading.missing == (
        "the claim states no figure"
    )


def test_a_count_without_transfers_has_no_quota() -> None:
    one = small({"measure": "quota", "contest": "c", "stated": 33})
    assert one.reading.missing == "the method of c has no quota: not on record"


def test_a_lead_is_below_nought_for_whoever_was_behind() -> None:
    one = small({"measure": "margin", "contest": "c", "person": "cat", "rival": "ann", "stated": 30})
    assert (str(one.verdict), one.reading.gives) == (FAILS, "30 votes behind")


@pytest.mark.parametrize(
    ("claim", "contest", "gives"),
    [
        ({"measure": "total", "stated": 130}, {}, "130 votes"),
        ({"measure": "ratio of totals", "against": "e", "stated": -13.3}, {}, "13.3% fewer"),
        ({"measure": "turnout", "stated": 50}, {"ballots": 65, "electorate": 130, "turnout": 49}, "50.0%"),
        ({"measure": "turnout", "stated": 48}, {"ballots": 65, "turnout": 48}, "48% (as published)"),
        ({"measure": "votes per seat", "stated": 65}, {}, "65 votes a seat"),
        ({"measure": "votes per seat", "faction": "left", "stated": 60}, {}, "30 to 60 votes a seat"),
        ({"measure": "margin", "person": "ben", "stated": 10}, {}, "10 votes ahead of Cat"),
        ({"measure": "rank", "person": "cat", "stated": 3}, {}, "place 3"),
    ],
)
def test_what_each_measure_gives(claim: dict[str, object], contest: dict[str, object], gives: str) -> None:
    one = small({"contest": "c", **claim}, contests=[CONTEST | contest, BEFORE])
    assert (one.reading.gives, one.reading.missing.startswith("the figures")) == (gives, " to " in gives)


def test_a_published_quota_stands_beside_the_one_that_the_seats_give() -> None:
    counted = {"method": "single transferable vote", "unit": "first preferences", "quota": 44}
    one = small({"measure": "quota", "contest": "c", "stated": 33}, contests=[CONTEST | counted, BEFORE])
    assert (str(one.verdict), one.reading.gives) == (ROUNDED, "33.3% of the votes")
    assert one.reading.caveats == ("the published quota, 44, is 33.8% of 130 votes",)


def test_where_votes_are_missing_the_place_is_the_published_one() -> None:
    stood_so = [*CANDIDACIES[:2], stood("c", "cat", None, "not elected", "right") | {"rank": 4}]
    one = small({"measure": "rank", "contest": "c", "person": "cat", "stated": 4}, candidacies=stood_so)
    assert (one.reading.gives, one.reading.working) == ("place 4", "the place as published")


def test_it_was_never_so_before_and_not_now() -> None:
    claim = {"measure": "first since", "contest": "c", "faction": "right", "least": 1, "since": "2018"}
    one = small(claim)
    assert one.reading.gives == "it was last so in 2018 (2 seats)" or str(one.verdict) == OPEN
    gone = small(claim | {"least": 2, "other": None})
    assert (str(gone.verdict), gone.reading.gives) == (FAILS, "it was not so in 2020 (0 to 1 seats)")


def test_an_empty_record_says_how_a_claim_is_kept() -> None:
    found = ask(tiny(), "claims", Lens())
    assert (found.rows, found.findings) == ((), ())
    assert found.empty == "No published claim is on record here; K keeps one."


def test_a_fact_of_a_claim_is_the_claim_itself_first() -> None:
    one = small({"measure": "votes", "contest": "c", "person": "ann", "stated": 60})
    assert one.facts[0] == Fact("claim", one.claim.id)


def test_a_claim_that_no_reading_bears_out_says_so() -> None:
    said = ask(opened(PACKAGED), "claim", Lens(claim="lf-2014-swing")).findings
    assert said[1] == "The six other readings that were tried do not give +14 points either."
    ratio = ask(opened(PACKAGED), "claim", Lens(claim="whatnext-1999-share")).findings
    assert ratio[0] == "“compared with 47% last year” (What Next?) does not hold: the figures give 47.7%."
