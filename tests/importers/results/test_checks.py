"""Checks before anything is stored: each is told at its place with what was found and expected; a sound result has none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.results.checks import Stored, checks, proposed_outcomes
from importers.results.checks.seats import not_standing
from importers.results.result import FIELDS, Fact, Found, Result, Stage

NAMES = ("Jane Doe", "John Roe", "Jim McAsh", "Ann Ferry")


def found(name: str, votes: float | None, **more: str) -> Found:
    first, last = name.split()
    return Found(name, f"{last}, {first}", f"line of {name}", name, votes=votes, **more)  # type: ignore[arg-type]


def result(votes: tuple[float | None, ...], elected: int = 0, **facts: str | float) -> Result:
    """Candidates with votes, the first of them elected, and facts of the contest."""
    candidates = tuple(
        found(name, count, outcome="elected" if at < elected else "")
        for at, (name, count) in enumerate(zip(NAMES, votes, strict=False))
    )
    told = tuple(Fact(field, value, f"place of {field}") for field, value in facts.items())
    return Result(
        "Members", candidates, (),
        facts=tuple(one for one in told if one.field in FIELDS), counts=tuple(one for one in told if one.field not in FIELDS),
    )  # fmt: skip


SOUND = result(
    (50, 30, 20),
    1,
    seats=1,
    ballots=103,
    spoilt=3,
    valid_votes=100,
    total=100,
    electorate=412,
    turnout=25.0,
    quota=51,
    method="STV",
)


def test_a_sound_result_has_no_doubts() -> None:
    assert checks(SOUND) == ()
    assert checks(SOUND, Stored(seats=1, unit="members' votes", electorate=412, ballots=103)) == ()


WRONG: list[tuple[str, Result, Stored | None, str, str]] = [
    ("more elected than seats", result((50, 30, 20), 2, seats=1), None, "line of John Roe", "Found 2 elected, expected at most 1"),
    ("more elected than seats on record", result((50, 30), 2), Stored(seats=1), "line of John Roe", "expected at most 1"),
    ("other seats than on record", result((50, 30), seats=3), Stored(seats=2), "place of seats", "Found 3 seats, expected 2"),
    ("one candidate above ballots", result((50, 30), seats=2, ballots=45), None, "line of Jane Doe", "expected at most the 45 ballot papers"),
    ("all candidates above ballots of one vote", result((50, 30), seats=1, ballots=60), None, "place of ballots",
     "Found 80 votes together, expected at most 60: 60 ballot papers with 1 vote each"),
    ("all candidates above ballots of several votes", result((50, 50, 50), seats=2, ballots=60), None, "place of ballots", "with 2 votes each"),
    ("votes above the votes a ballot said", result((50, 50), seats=9, ballots=60, votes_per_ballot=1), None, "place of ballots", "with 1 vote each"),
    ("votes above the electorate", result((50, 30)), Stored(electorate=40), "line of Jane Doe", "expected at most the 40 members of the electorate"),
    ("a total that does not add up", result((50, 30, 20), total=110), None, "place of total", "Found the total 110, expected 100"),
    ("valid votes that do not add up", result((50, 30), seats=1, valid_votes=81), None, "place of valid_votes", "expected 80"),
    ("valid and spoilt that are not the ballots", result((50, 30), seats=1, valid_votes=80, spoilt=3, ballots=90), None, "place of ballots",
     "Found 90 ballot papers, expected 83"),
    ("more returned than issued", result((50,), ballots=90, issued=80), None, "place of ballots", "at most the 80 issued"),
    ("a turnout that does not follow", result((50, 30), ballots=100, electorate=400, turnout=38.0), None, "place of turnout",
     "Found a turnout of 38 %, expected 25.00 %"),
    ("a quota that does not follow", result((50, 30, 20), seats=1, valid_votes=100, quota=40, method="STV"), None, "place of quota", "expected 51 (Droop)"),
    ("a quota on record that does not follow", result((50, 30, 20), method="STV"), Stored(seats=1, quota=40), "the result from", "expected 51 (Droop)"),
    ("a quota and not elected", Result("", (found("Jane Doe", 60, outcome="not elected"),), (),
     facts=(Fact("quota", 51, "q"), Fact("method", "STV", "m"))), None, "line of Jane Doe", "expected fewer than the quota 51"),
    ("elected without standing", result((50, 30), 2), Stored(standing=(("Jane Doe", None), ("Kim Oak", None)), complete=True), "line of John Roe",
     "expected a name among the candidates on record"),
    ("another unit by its heading", result((50, 30), unit="first preferences"), Stored(unit="members' votes"), "place of unit",
     "Found figures in first preferences, expected members' votes"),
    ("card votes for members' votes", result((50000, 30000), unit="card votes"), Stored(unit="members' votes"), "place of unit", "Found figures in card votes"),
    ("thousands", result((50, 30), unit="thousands of votes"), Stored(unit="members' votes"), "place of unit", "thousands"),
    ("percent for votes", result((50.5, 30.2, 19.3)), Stored(unit="members' votes"), "the result from", "as percentages do"),
    ("whole percent for votes", result((50, 30, 20)), Stored(unit="members' votes"), "the result from", "as percentages do"),
    ("votes for percent", result((5012, 3000)), Stored(unit="percent"), "the result from", "Found figures up to 5,012, expected percent"),
    ("parts of votes", result((5012.5, 3000)), Stored(unit="members' votes"), "line of Jane Doe", "expected a whole number of members' votes"),
    ("ten thousand times larger", result((500000, 300000)), Stored(standing=(("Jane Doe", 50.0), ("John Roe", 30.0))), "the result from",
     "about 1e+04 times those on record"),
    ("a thousand times smaller", result((50, 30)), Stored(standing=(("Jane Doe", 50000.0), ("John Roe", 30000.0))), "the result from",
     "one 1e+03th of those on record"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "stored", "place", "words"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG]
)
def test_what_does_not_add_up_is_told_at_its_place(
    wrong: Result, stored: Stored | None, place: str, words: str
) -> None:
    doubts = checks(wrong, stored)
    assert len(doubts) == 1
    ((origin, sentence),) = doubts
    assert origin.startswith(place)
    assert words in sentence
    assert sentence.endswith(".")


RIGHT: list[tuple[str, Result, Stored | None]] = [
    ("several votes a paper", result((50, 45, 40), 2, seats=2, ballots=70), None),
    ("several votes a paper, valid papers counted", result((50, 45, 40), seats=2, ballots=70, valid_votes=68), None),
    ("card votes are no papers", result((50000, 30000), unit="card votes", ballots=400), None),
    ("weighted votes of delegates", result((50000.25, 30000.75)), Stored(unit="delegates' votes", electorate=400)),
    ("turnout by valid votes", result((50, 30, 20), seats=1, valid_votes=100, ballots=103, electorate=400, turnout=25.0), None),
    ("turnout cut off", result((50,), ballots=1999, electorate=8000, turnout=24.9), None),
    ("two persons of one name written in two ways", result((50, 30), 1), Stored(standing=(("J Doe", None), ("Roe", None)), complete=True)),
    ("not all who stood are known", result((50, 30), 2), Stored(standing=(("Jane Doe", None),))),
    ("a list cut short beside the record's valid votes", result((50, 30)), Stored(seats=1, valid_votes=100, ballots=103)),
    ("percent where percent is on record", result((50.5, 49.5)), Stored(unit="percent")),
    ("votes unknown", result((None, None), 1, seats=1, total=100, ballots=5), None),
    ("an uncertain fact", SOUND._replace(facts=(Fact("seats", 0, "", certain=False),), counts=()), None),
]  # fmt: skip


@pytest.mark.parametrize(("right", "stored"), [case[1:] for case in RIGHT], ids=[case[0] for case in RIGHT])
def test_what_may_be_right_is_no_doubt(right: Result, stored: Stored | None) -> None:
    assert checks(right, stored) == ()


def test_a_winner_who_is_absent_from_the_table_is_told() -> None:
    winners = Result(
        "", (found("Jane Doe", None, outcome="elected"), found("Kim Oak", None, outcome="elected")), ()
    )
    ((origin, sentence),) = not_standing(winners, result((50, 30)))
    assert origin == "line of Kim Oak"
    assert "expected a name among the 2 candidates of the table" in sentence
    assert not not_standing(winners._replace(candidates=winners.candidates[1:]), result((50, 30)))


def test_the_first_by_votes_are_proposed_where_nothing_could_override_it() -> None:
    derived = proposed_outcomes(result((20, 50, 30)), 2, "", "block vote")
    assert derived.outcomes == ("not elected", "elected", "elected")
    assert derived.reason == "2 seats by the most votes (block vote); the source states no outcome."


def test_who_withdrew_stays_so() -> None:
    one = result((20, 50))
    one = one._replace(candidates=(*one.candidates, found("Kim Oak", None, outcome="withdrawn")))
    assert proposed_outcomes(one, 1, "", "FPTP").outcomes == ("not elected", "elected", "withdrawn")


AGAINST: list[tuple[str, Result, int | None, str, str, str]] = [
    ("outcomes stated", result((50, 30), 1), 1, "", "FPTP", "states outcomes"),
    ("a tie at the edge", result((50, 30, 30)), 2, "", "FPTP", "tied with 30 votes"),
    ("votes missing", result((50, None)), 1, "", "FPTP", "not known"),
    ("seats unknown", result((50, 30)), None, "", "FPTP", "number of seats"),
    ("method unknown", result((50, 30)), 1, "", "", "method is not known"),
    ("transferable votes", result((50, 30)), 1, "", "single transferable vote", "transferred"),
    ("transferable votes by the source", result((50, 30), method="STV"), 1, "", "plurality", "transferred"),
    ("first preferences by the source", result((50, 30), unit="first preferences"), 1, "", "plurality", "transferred"),
    ("stages", result((50, 30))._replace(stages=(Stage(1, "count", 0, 50.0, None, ""),)), 1, "", "plurality", "transferred"),
    ("an electoral college", result((50, 30)), 1, "", "electoral college, plurality", "may not elect"),
    ("several rounds", result((50, 30)), 1, "", "plurality with run-off", "may not elect"),
    ("a quota rule on record", result((50, 30)), 1, "at least one woman", "FPTP", "at least one woman"),
    ("a quota rule in the source", result((50, 30), quota_rule="at least one woman"), 1, "", "FPTP", "may override"),
    ("a reserved seat in the title", result((50, 30))._replace(title="Two seats, one reserved for women"), 2, "", "FPTP", "may override"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "seats", "rule", "method", "words"),
    [case[1:] for case in AGAINST],
    ids=[case[0] for case in AGAINST],
)
def test_nothing_is_proposed_where_the_votes_may_not_decide(
    one: Result, seats: int | None, rule: str, method: str, words: str
) -> None:
    derived = proposed_outcomes(one, seats, rule, method)
    assert derived.outcomes is None
    assert words in derived.reason


NUMBERS = st.none() | st.integers(0, 10**10) | st.floats(0, 10**10, allow_nan=False)
COUNTS = st.none() | st.integers(0, 10**10)
WORDS = st.sampled_from(["", "percent", "STV", "members' votes", "card votes", "plurality", "(", "\\"])


@settings(derandomize=True, deadline=None, max_examples=80)
@given(
    st.lists(NUMBERS, max_size=4).map(tuple), st.integers(0, 4), st.dictionaries(st.sampled_from(["seats", "ballots", "quota", "turnout", "electorate", "valid_votes", "total", "spoilt", "votes_per_ballot"]), st.integers(0, 10**10)),
    st.builds(Stored, seats=COUNTS, method=WORDS, unit=WORDS, electorate=COUNTS, ballots=COUNTS, valid_votes=NUMBERS, quota=NUMBERS, votes_per_ballot=COUNTS),
    WORDS,
)  # fmt: skip
def test_any_figures_are_checked_without_an_accident(
    votes: tuple[float | None, ...], elected: int, facts: dict[str, int], stored: Stored, words: str
) -> None:
    one = result(votes, elected, **facts)
    assert all(origin and sentence.endswith(".") for origin, sentence in checks(one, stored))
    derived = proposed_outcomes(one, stored.seats, words, words)
    assert derived.reason
    assert derived.outcomes is None or len(derived.outcomes) == len(votes)
