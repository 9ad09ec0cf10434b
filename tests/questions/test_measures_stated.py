"""The measures of contests and seats: of the small record worked out by hand, of the packaged one from its published figures."""

from __future__ import annotations

import sqlite3
from itertools import permutations

import pytest
from pytest import approx
from records import PACKAGED, SMALL, TINY, Rows, asked, by, column, opened, table, tiny, writable_copy

from db.errors import Missing
from db.questions.measures.works import MEASURES
from db.view import View


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The small record."""
    return opened(SMALL)


def measures(record: sqlite3.Connection, *, factions: str = "", text: str = "", **place: str) -> View:
    """The measures of a place of the small record."""
    return asked(record, "measures", factions=factions, text=text, **{"body": "rtu", **place})


def values(view: View) -> dict[str, object]:
    """The value of each measure."""
    return {row.key: row.cells[1] for row in view.rows}


def of_what(view: View) -> dict[str, str]:
    """What each measure is of, or why there is none."""
    return {row.key: str(row.cells[2]) for row in view.rows}


def ends(view: View, measure: str) -> tuple[object, object]:
    """The lowest and the highest of a measure."""
    return by(view, "measure", "low")[name(measure)], by(view, "measure", "high")[name(measure)]


def name(measure: str) -> str:
    """What a measure is called."""
    return next(one.name for one in MEASURES if one.key == measure)


def test_votes_of_70_and_30_percent_for_two_seats_and_one(record: sqlite3.Connection) -> None:
    view = measures(record, contest="rtu-m-2014")
    assert values(view) == {
        "enep": "1.72", "enpp": "1.80", "gallagher": "3.33", "loosemore-hanby": "3.33", "sainte-lague": "0.53",
        "seat-bonus": "−3.3", "votes-per-seat": "333", "butler": "not comparable", "steed": "not comparable",
        "volatility-votes": "not comparable", "volatility-seats": "not comparable", "banzhaf": "100.0%", "penrose": "100.0%",
        "shapley": "100.0%", "coalitions": "1",
    }  # fmt: skip
    assert ends(view, "enep") == (approx(1 / 0.58, abs=1e-4), approx(1 / 0.58, abs=1e-4))
    assert view.findings[0] == (
        "The Tenants' Left Alliance won 2 of 3 seats with 70.0% of the votes; seats differ from votes by 3.33 (Gallagher)."
    )


def test_the_first_contest_has_nothing_before_it_to_compare_with(record: sqlite3.Connection) -> None:
    said = of_what(measures(record, contest="rtu-m-2014"))
    assert (
        said["butler"] == said["volatility-votes"] == "no earlier regular contest of the section is on record"
    )
    assert said["volatility-seats"] == "no day before 10 June 2014 is known"


def test_swing_and_volatility_against_the_contest_before(record: sqlite3.Connection) -> None:
    view = measures(record, contest="rtu-m-2016")
    found = values(view)
    assert (found["butler"], found["steed"]) == ("19.0 to Steady", "17.7 to Steady")
    assert ends(view, "butler") == (-19, -19)
    assert of_what(view)["butler"] == "TLA and Steady, 10 June 2014 to 14 June 2016"
    assert found["volatility-votes"] == "56.00"
    assert found["volatility-seats"] == "66.67"


def test_each_independent_is_a_side_of_its_own(record: sqlite3.Connection) -> None:
    view = measures(record, contest="rtu-m-2016")
    shares = (384, 276, 252, 168, 120)
    assert ends(view, "enep")[0] == approx(1200**2 / sum(one**2 for one in shares), abs=1e-4)
    labels = [row.cells[0].name for row in table(view, "votes").rows]  # type: ignore[union-attr]
    assert labels[-2:] == ["Eve Yew (Independent)", "Fay Ivy (Independent)"]
    assert "Independents are counted one by one: they share no ticket." in view.notes


def test_figures_in_other_units_are_not_compared(record: sqlite3.Connection) -> None:
    view = measures(record, contest="rtu-m-2018")
    assert values(view)["butler"] == values(view)["volatility-votes"] == "not comparable"
    assert of_what(view)["steed"] == "14 June 2016: members' votes; 1 May 2018: first preferences"
    assert column(table(view, "votes"), "before") == [None] * 4


def test_ballots_with_other_numbers_of_votes_are_not_compared(record: sqlite3.Connection) -> None:
    said = of_what(measures(record, contest="rtu-m-2017-by"))["volatility-votes"]
    assert said == (
        "three seats on 14 June 2016, one seat on 7 March 2017 (by-election): ballots carried other numbers of votes"
    )


def test_first_preferences_are_compared_whatever_the_number_of_seats() -> None:
    record = contest_pair(unit="first preferences", seats=(1, 2))
    assert values(asked(record, "measures", body="b", section="s"))["butler"] == "10.0 to Left"
    block = contest_pair(unit="votes", seats=(1, 2))
    assert values(asked(block, "measures", body="b", section="s"))["butler"] == "not comparable"


def contest_pair(
    *, unit: str, seats: tuple[int, int], more: tuple[str, tuple[int, int]] | None = None, **files: Rows
) -> sqlite3.Connection:
    """Two contests: the left from 40 to 50, the right from 60 to 50, and perhaps a third slate."""
    stood = [("ann", "left", (40, 50)), ("bob", "right", (60, 50)), *([("cy", *more)] if more else [])]
    contests = [
        {
            "contest": f"c{n}",
            "body": "b",
            "section": "s",
            "date": f"200{n}",
            "seats": number,
            "unit": unit,
            "figures": "complete",
        }
        for n, number in enumerate(seats)
    ]
    candidacies = [
        {"contest": f"c{n}", "person": person, "slate": slate, "votes": votes[n], "outcome": "elected"}
        for person, slate, votes in stood
        for n in (0, 1)
    ]
    return tiny(contests=contests, candidacies=candidacies, **files)


@pytest.mark.parametrize(
    ("contest", "measure", "why"),
    [
        ("rtu-e-2018", "gallagher", "some candidates or votes are not on record, 1 May 2018"),
        ("rtu-m-2020", "enep", "no votes are on record, 5 May 2020"),
        ("rtu-e-2026", "loosemore-hanby", "there is no result yet, 2 June 2026"),
        ("rtu-e-2015", "votes-per-seat", "the figures are percentages, September 2015"),
    ],
)
def test_what_cannot_be_measured_says_why_and_is_never_nought(
    record: sqlite3.Connection, contest: str, measure: str, why: str
) -> None:
    view = measures(record, contest=contest)
    assert values(view)[measure] == "not stated"
    assert of_what(view)[measure] == why
    assert ends(view, measure) == (None, None)


def test_a_seat_of_which_nobody_knows_who_won_it_leaves_disproportionality_open() -> None:
    record = writable_copy()
    record.execute("UPDATE candidacy SET outcome = 'unknown' WHERE contest_id = 1 AND rank = 3")
    view = measures(record, contest="rtu-m-2014")
    assert values(view)["gallagher"] == values(view)["votes-per-seat"] == "not stated"
    assert of_what(view)["gallagher"] == "two candidates elected on record for three seats, 10 June 2014"
    assert values(view)["enep"] == "1.72"


def test_a_body_of_several_sections_is_measured_by_its_seats_alone(record: sqlite3.Connection) -> None:
    view = measures(record, date="2018-05-01")
    assert list(values(view)) == ["enpp", "volatility-seats", "banzhaf", "penrose", "shapley", "coalitions"]
    assert "Votes are measured of one section's contest: choose a section." in view.notes
    assert values(view)["enpp"] == "4.50"


def test_a_section_is_measured_by_its_last_contest_up_to_the_day(record: sqlite3.Connection) -> None:
    for date, contest in (("2016-06-13", "10 June 2014"), ("2016-06-14", "14 June 2016")):
        assert of_what(measures(record, section="members", date=date))["enep"] == f"members' votes, {contest}"


def test_the_contest_compared_with_can_be_chosen(record: sqlite3.Connection) -> None:
    view = measures(record, section="members", date="2018-05-01", against="2017-03-07")
    assert "7 March 2017 (by-election): members' votes" in of_what(view)["butler"]
    chosen = measures(record, contest="rtu-m-2016", against="rtu-m-2014")
    assert values(chosen)["butler"] == "19.0 to Steady"


def test_power_of_two_votes_among_six_agrees_with_all_orders(record: sqlite3.Connection) -> None:
    view = measures(record, date="2018-05-01")
    votes = {"left": 2, "grass": 1, "joint": 1, "ind": 1, "steady": 1}
    pivotal = dict.fromkeys(votes, 0)
    for order in permutations(votes):
        total = 0
        for one in order:
            total += votes[one]
            if total >= 4:
                pivotal[one] += 1
                break
    powers = by(table(view, "power"), "faction", "shapley")
    assert powers["left"] == approx(100 * pivotal["left"] / 120)
    assert powers["steady"] == approx(100 * pivotal["steady"] / 120)
    assert by(table(view, "power"), "faction", "swings")["left"] == 10
    assert values(view)["shapley"] == "40.0%"
    assert sum(map(float, column(table(view, "power"), "banzhaf"))) == approx(100)  # type: ignore[arg-type]


def test_a_vote_that_is_not_known_is_a_player_of_its_own_and_makes_power_a_range(
    record: sqlite3.Connection,
) -> None:
    view = measures(record, date="2019-12-03")
    assert values(view)["banzhaf"] == "20.0% (16.7 to 50.0)"
    assert ends(view, "banzhaf") == (approx(16.6667), 50)
    powers = table(view, "power")
    assert by(powers, "faction", "banzhaf_high")["left"] == 50
    assert by(powers, "faction", "banzhaf")["none"] == approx(20)
    assert view.notes[0].startswith(
        "One vote cannot be placed on a side: each is counted as a player of its own;"
    )


def test_whoever_has_no_vote_has_a_seat_and_no_power(record: sqlite3.Connection) -> None:
    view = measures(record, date="2019-12-03")
    (jo,) = [row for row in table(view, "power").rows if row.key == "ind: jo-ocasey-reed"]
    assert jo.cells[1:4] == (0, 0, 0)


def test_coalitions_that_win_for_certain_come_before_those_that_need_the_unknown(
    record: sqlite3.Connection,
) -> None:
    view = measures(record, date="2019-12-03")
    wins = column(table(view, "coalitions"), "wins")
    assert wins == ["for certain"] * 4 + ["with 1 of 1 not known"] * 6
    assert values(view)["coalitions"] == "4 for certain"
    assert of_what(view)["coalitions"].endswith("; 6 with all 1 not known")


def test_where_the_unknown_have_the_majority_nobodys_power_is_stated(record: sqlite3.Connection) -> None:
    view = measures(record, date="2020-05-05")
    assert {values(view)[one] for one in ("banzhaf", "penrose", "shapley", "coalitions")} == {"not stated"}
    assert of_what(view)["banzhaf"] == "votes that cannot be placed are a majority, 5 of 5"
    assert {one.key for one in view.tables}.isdisjoint({"power", "coalitions"})
    assert values(view)["enpp"] == "1.00 to 6.00"


def test_one_faction_switched_on_is_the_one_whose_bonus_and_power_are_told(
    record: sqlite3.Connection,
) -> None:
    view = measures(record, contest="rtu-m-2014", factions="steady")
    assert len(view.rows) == len(MEASURES)
    assert values(view)["seat-bonus"] == "+3.3"
    assert values(view)["banzhaf"] == "0.0%"
    for key in ("votes", "power"):
        assert column(table(view, key), "faction") == ["steady"]


def test_two_factions_switched_on_are_those_between_which_the_swing_is() -> None:
    third = {"faction": "third", "name": "Third", "short": "Third", "position": 5}
    record = contest_pair(
        unit="votes", seats=(1, 1), factions=[*TINY["factions"], third], more=("third", (10, 30))
    )
    whole = asked(record, "measures", body="b", section="s")
    assert of_what(whole)["butler"] == "Left and Right, 2000 to 2001"
    of_two = asked(record, "measures", body="b", section="s", factions="third right")
    assert of_what(of_two)["butler"] == "Right and Third, 2000 to 2001"
    assert values(of_two)["steed"] == "23.2 to Third"


def test_words_narrow_the_measures(record: sqlite3.Connection) -> None:
    assert list(values(measures(record, contest="rtu-m-2014", text="power"))) == [
        "banzhaf",
        "penrose",
        "shapley",
    ]
    assert measures(record, contest="rtu-m-2014", text="zzz").empty


def test_by_alignment_the_unaligned_delegate_counts_where_a_source_puts_him(
    record: sqlite3.Connection,
) -> None:
    view = measures(record, date="2019-12-03", grouping="alignment")
    assert by(table(view, "power"), "faction", "votes")["steady"] == 2
    assert values(view)["banzhaf"] == "50.0%"


def test_blocs_of_a_scheme_make_two_sides_of_many_slates_and_a_range_of_the_rest(
    record: sqlite3.Connection,
) -> None:
    """For a strike 69 of a hundred after 70, against it 21 after 30; of 10 the scheme does not say."""
    view = measures(record, contest="rtu-m-2016", scheme="strike")
    assert by(table(view, "votes"), "faction", "votes") == {"bloc:for": 828, "bloc:against": 252, "none": 120}
    found = values(view)
    assert found["enep"] == "1.50 to 1.89"
    assert found["gallagher"] == found["loosemore-hanby"] == "21.00 to 31.00"
    assert found["butler"] == found["steed"] == "between 1.0 to Against and 9.0 to For"
    assert ends(view, "butler") == (-1, 9)
    assert found["volatility-votes"] == "0.00 to 10.00"
    assert found["seat-bonus"] == "+21.0 to +31.0"
    assert found["banzhaf"] == "100.0%"
    assert "scheme For a rent strike, and against" in view.words


def test_whoever_two_organisations_endorsed_leaves_no_sides_to_measure() -> None:
    view = asked(
        opened(PACKAGED), "measures", body="nec", section="clp", date="2014-08-20", grouping="endorsement"
    )
    assert values(view)["banzhaf"] == "not stated"
    assert of_what(view)["enep"] == "one candidate counts with several, 20 August 2014"


def test_every_measure_has_a_formula_and_its_published_source() -> None:
    view = asked(opened(PACKAGED), "measures", contest="nec-clp-2014")
    assert len(view.rows) == len(MEASURES)
    assert all(column(view, "formula"))
    for row in view.rows:
        cited = [view.sources[number - 1] for number in row.sources]
        works = [one.author for one in cited if one.key.startswith("work: ")]
        assert bool(works) == (row.key not in ("seat-bonus", "votes-per-seat"))
        assert len(cited) > len(works)
    gallagher = view.rows[2]
    assert "Michael Gallagher" in [view.sources[number - 1].author for number in gallagher.sources]
    assert "Gallagher, least squares: √(½ Σ (V − S)²); V, S: percent of votes, seats." in view.notes


def test_the_left_won_four_of_six_seats_in_2014_and_with_them_all_the_power() -> None:
    """Votes as LabourList published them on 20 August 2014."""
    view = asked(opened(PACKAGED), "measures", contest="nec-clp-2014")
    shares = [100 * votes / 323740 for votes in (178755, 71117, 37004, 24325, 12539)]
    assert ends(view, "enep")[0] == approx(100**2 / sum(one**2 for one in shares), abs=1e-4)
    gaps = [seats / 6 * 100 - one for seats, one in zip((4, 1, 0, 1, 0), shares, strict=True)]
    assert ends(view, "gallagher")[0] == approx((sum(gap**2 for gap in gaps) / 2) ** 0.5, abs=1e-4)
    found = values(view)
    assert (found["gallagher"], found["seat-bonus"], found["votes-per-seat"]) == ("13.94", "+11.5", "53,957")
    assert view.findings[2] == (
        "4 of 6 votes are a majority: the Centre-Left Grassroots Alliance alone has it, and all the power. "
        "Sources differ on the slate of Johanna Baxter, NEC members' section 2014 (Independent shown, Labour First stated elsewhere)."
    )


def test_as_left_futures_counts_its_published_shares_give_a_swing_to_the_left() -> None:
    """Published as Left 47%, Right 33%, Ind 20% in June 2012, and 55% for the left in August 2014."""
    view = asked(opened(PACKAGED), "measures", contest="nec-clp-2014", scheme="left-futures")
    before, now = by(table(view, "votes"), "faction", "before"), by(table(view, "votes"), "faction", "share")
    assert [round(float(one)) for one in before.values()] == [47, 33, 20]  # type: ignore[arg-type]
    assert round(float(now["bloc:left"])) == 55  # type: ignore[arg-type]
    assert values(view)["butler"] == "3.6 to Left"
    assert of_what(view)["butler"] == "Left and Right, 20 June 2012 to 20 August 2014"


def test_losers_of_no_known_slate_in_2018_make_disproportionality_a_range() -> None:
    view = asked(opened(PACKAGED), "measures", contest="nec-clp-2018")
    low, high = ends(view, "gallagher")
    assert isinstance(low, float)
    assert isinstance(high, float)
    assert 0 < low < 38.4 < high
    assert str(values(view)["sainte-lague"]).startswith("at most ")
    assert "16 candidates with 40.5% not known whose" in of_what(view)["enep"]


def test_in_2024_any_of_three_could_give_the_largest_slate_its_majority() -> None:
    view = asked(opened(PACKAGED), "measures", body="nec", section="clp", date="2024-09-18")
    assert by(table(view, "power"), "faction", "banzhaf") == {
        "ltw": 50, "clga": approx(100 / 6), "openlabour": approx(100 / 6), "labour-women": approx(100 / 6),
    }  # fmt: skip
    assert values(view)["coalitions"] == "4"


def test_seats_whose_number_is_not_known_leave_the_majority_open() -> None:
    record = tiny(terms=[{"body": "b", "section": "s", "person": "ann", "start": "2000"}])
    view = asked(record, "measures", body="b", section="s", date="2001")
    assert of_what(view)["banzhaf"] == "how many seats the members had is not on record"


def test_where_nobody_has_a_vote_there_is_no_power() -> None:
    record = tiny(
        rules=[{"body": "b", "section": "s", "valid_from": "2000", "seats": 1, "voting": 0}],
        contests=[{"contest": "c", "body": "b", "section": "s", "date": "2000", "seats": 1}],
        candidacies=[{"contest": "c", "person": "ann", "slate": "left", "outcome": "elected"}],
    )
    view = asked(record, "measures", body="b", section="s", date="2001")
    assert of_what(view)["banzhaf"] == "nobody has a vote"


def test_a_day_before_the_body_and_a_body_without_anything_say_so(record: sqlite3.Connection) -> None:
    before = measures(record, date="2010")
    assert (before.rows, before.empty) == ((), "The record of RTU begins on 10 June 2014; 2010 is before it.")
    assert (
        asked(tiny(), "measures", body="b").empty
        == "The record holds neither seats nor a contest of Board to measure."
    )


def test_rounds_and_contests_that_are_not_there_are_refused(record: sqlite3.Connection) -> None:
    with pytest.raises(Missing, match="round of several contests"):
        measures(record, contest="rtu-2018")
    with pytest.raises(Missing, match="no contest 'rtu-1900'"):
        measures(record, contest="rtu-1900")


def test_under_a_scenario_power_is_that_of_the_seats_supposed_and_votes_are_those_of_the_record(
    record: sqlite3.Connection,
) -> None:
    place = {"section": "members", "date": "2017-04-01", "scheme": "sides"}
    facts, supposed = measures(record, **place), measures(record, **place, scenario="fay-instead")
    assert "Left, 2 of 3 votes, majority 2" not in of_what(facts)["banzhaf"]
    assert of_what(supposed)["banzhaf"] == "Left, 2 of 3 votes, majority 2"
    assert values(supposed)["seat-bonus"] == values(facts)["seat-bonus"] == "+45.0"
    assert supposed.title.startswith("Scenario ")
    assert any("Votes and seats of the contest are those of the record" in note for note in supposed.notes)


def test_a_range_that_would_take_too_long_is_not_stated_and_power_is() -> None:
    slates = [{"faction": f"f{n}", "name": f"Slate {n}", "short": f"F{n}", "position": n} for n in range(30)]
    record = tiny(
        factions=slates,
        rules=[{"body": "b", "section": "s", "valid_from": "2000", "seats": 302}],
        contests=[{"contest": "c", "body": "b", "section": "s", "date": "2000", "seats": 302}],
        candidacies=[
            {"contest": "c", "person": f"p{n}", "outcome": "elected"}
            | ({"slate": f"f{n % 30}"} if n < 300 else {})
            for n in range(302)
        ],
    )
    view = asked(record, "measures", body="b", section="s", date="2001")
    assert ends(view, "banzhaf") == (None, None)
    assert str(values(view)["banzhaf"]).endswith("% (range not stated)")
    assert "they may be placed in too many ways for a range to be stated" in view.notes[0]


def test_equal_power_may_rest_on_unequal_votes() -> None:
    """Four, three and two votes of nine: any two of the three win."""
    slates = [("left", 4), ("right", 3), ("third", 2)]
    third = {"faction": "third", "name": "Third", "short": "Third", "position": 5}
    record = tiny(
        factions=[*TINY["factions"], third],
        rules=[{"body": "b", "section": "s", "valid_from": "2000", "seats": 9}],
        contests=[{"contest": "c", "body": "b", "section": "s", "date": "2000", "seats": 9}],
        candidacies=[
            {"contest": "c", "person": f"{slate}{n}", "outcome": "elected", "slate": slate}
            for slate, number in slates
            for n in range(number)
        ],
    )
    view = asked(record, "measures", body="b", section="s", date="2001")
    assert values(view)["banzhaf"] == values(view)["shapley"] == "33.3%"
    assert of_what(view)["banzhaf"] == "Left, Third and Right, of 9 votes, majority 5"
    assert view.findings[-1] == (
        "5 of 9 votes are a majority; no slate has it alone; three minimal coalitions have it, such as Left and Right."
    )
