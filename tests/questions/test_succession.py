"""The pure parts of the changes: who is paired with whom, and what reason the words of a record give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records import SMALL, opened

from db.reading import reasons
from db.reading.factions import Factions
from db.reading.passing.pairing import paired
from db.reading.seats.holders import Seated
from db.view import NO_SLATE, Faction

SLATES = [NO_SLATE, *(Faction(key, key, key, key, "#000000") for key in ("left", "grass", "steady"))]


def seated(
    person: int, faction: Faction = NO_SLATE, represents: str = "", replaces: int | None = None
) -> Seated:
    """Somebody in a seat."""
    name = f"person-{person}"
    return Seated(
        person, 1, person, name, name, name, "s", faction, "2010", "", represents, True, "", "", None, None, replaces,
        False, None, None, "",
    )  # fmt: skip


def holders() -> st.SearchStrategy[list[Seated]]:
    """Holders of a section, nobody twice."""
    one = st.builds(
        seated,
        st.integers(1, 9),
        st.sampled_from(SLATES),
        st.sampled_from(["", "union"]),
        st.none() | st.integers(1, 9),
    )
    return st.lists(one, max_size=7, unique_by=lambda one: one.person)


@settings(derandomize=True, deadline=None)
@given(had=holders(), have=holders())
def test_every_holder_stands_in_one_pair_and_nobody_is_left_over_on_both_sides(
    had: list[Seated], have: list[Seated]
) -> None:
    pairs = paired(had, have, Factions(opened(SMALL)), "2015")
    assert sorted(one.person for one, _ in pairs if one) == sorted(one.person for one in had)
    assert sorted(one.person for _, one in pairs if one) == sorted(one.person for one in have)
    assert not (any(one is None for one, _ in pairs) and any(other is None for _, other in pairs))


@settings(derandomize=True, deadline=None)
@given(had=holders(), have=holders())
def test_whoever_sits_on_both_days_follows_upon_nobody_else(had: list[Seated], have: list[Seated]) -> None:
    stayed = {one.person for one in had} & {one.person for one in have}
    for one, other in paired(had, have, Factions(opened(SMALL)), "2015"):
        for half, rest in ((one, other), (other, one)):
            if half is not None and half.person in stayed:
                assert rest is not None
                assert rest.person == half.person


def test_a_named_predecessor_goes_before_a_line_of_successors_and_both_before_the_slate() -> None:
    left, steady = SLATES[1], SLATES[3]
    had = [seated(1, left), seated(2, steady), seated(3)]
    have = [seated(7, left, replaces=3), seated(8, left), seated(9, left)]
    pairs = paired(had, have, Factions(opened(SMALL)), "2015", leads={9: 2})
    assert {(one and one.person, other and other.person) for one, other in pairs} == {(3, 7), (2, 9), (1, 8)}


@pytest.mark.parametrize(
    ("why", "gained", "at_regular", "reason"),
    [
        ("elected MP for Dewsbury", "elected", False, reasons.PARLIAMENT),
        ("became MP (Barking)", "elected", False, reasons.PARLIAMENT),
        ("removed by PLP standing-order change (became PPS to leader)", "elected", False, reasons.RULE),
        ("resigned from front bench", "appointed", False, reasons.RESIGNATION),
        ("resigned as Scottish Labour leader", "ex officio", False, reasons.EX_OFFICIO),
        ("position abolished on UK exit from EU", "ex officio", False, reasons.RULE),
        ("term ended, did not stand", "", True, reasons.RETIRED),
        ("did not restand", "elected", True, reasons.RETIRED),
        ("stood down", "elected", True, reasons.RETIRED),
        ("stood down", "elected", False, reasons.RESIGNATION),
        ("lost election", "elected", True, reasons.LOST),
        ("expelled", "suspended", False, reasons.EXPULSION),
        ("retired as EPLP leader", "elected", False, reasons.RESIGNATION),
        ("end of term", "", False, reasons.ENDED),
        ("term ended", "elected", True, reasons.ENDED),
        ("defected", "elected", False, reasons.DEFECTION),
        ("died", "ex officio", False, reasons.DEATH),
        ("union lost seat to Musicians Union", "elected", True, ""),
        ("left after the election of 2010", "elected", False, ""),
        ("", "ex officio", False, ""),
    ],
)
def test_the_words_of_a_record_give_the_reason_of_leaving_or_none(
    why: str, gained: str, at_regular: bool, reason: str
) -> None:
    assert reasons.of_leaving(why, gained, at_regular=at_regular) == reason


@pytest.mark.parametrize(
    ("gained", "contest", "reason"),
    [
        ("elected", "by-election", reasons.BY_ELECTION),
        ("elected", "regular", reasons.REGULAR),
        ("elected", None, reasons.ELECTION),
        ("replacement (runner-up of 2022)", None, "replacement (runner-up)"),
        ("co-opted (runner-up)", None, "co-option (runner-up)"),
        ("replacement", None, reasons.REPLACEMENT),
        ("appointed", None, reasons.APPOINTMENT),
        ("ex officio", None, reasons.EX_OFFICIO),
        ("", None, ""),
    ],
)
def test_the_words_of_a_record_and_the_contest_give_the_reason_of_coming_or_none(
    gained: str, contest: str | None, reason: str
) -> None:
    assert reasons.of_coming(gained, contest) == reason
