"""Factions and their kin: umbrellas, joint slates, and memberships that begin and end."""

from __future__ import annotations

import pytest
from records import PACKAGED, SMALL, opened, tiny

from db.reading.factions import Factions, Membership, Span
from db.view import NO_SLATE

EARLY, JOINED, LATE = "2015-12-31", "2016-01-01", "2022"


@pytest.fixture(scope="module")
def factions() -> Factions:
    """Those of the small record: Grassroots stood within the Left from 2016 to 2022; the joint slate is Grassroots' and Tidewater's."""
    return Factions(opened(SMALL))


@pytest.mark.parametrize(
    ("key", "date", "above"),
    [("grass", EARLY, "grass"), ("grass", JOINED, "grass left"), ("grass", "2021-12-31", "grass left"), ("grass", LATE, "grass"),
     ("joint", "2018-05-01", "joint grass tide left"), ("joint", "2015", "joint grass tide"), ("joint", None, "joint grass tide left"),
     ("left", None, "left"), ("watch", None, "watch")],
)  # fmt: skip
def test_a_faction_belongs_to_its_umbrellas_only_while_it_is_a_member(
    factions: Factions, key: str, date: str | None, above: str
) -> None:
    assert factions.up(key, date) == set(above.split())


def test_switching_an_umbrella_on_shows_its_members_of_that_day(factions: Factions) -> None:
    assert factions.covers(frozenset({"left"}), {"grass"}, JOINED)
    assert factions.covers(frozenset({"left"}), {"joint"}, "2018-05-01")
    assert not factions.covers(frozenset({"left"}), {"grass"}, EARLY)


def test_switching_a_member_on_does_not_show_its_umbrella(factions: Factions) -> None:
    assert not factions.covers(frozenset({"grass"}), {"left"}, JOINED)
    assert not factions.covers(frozenset({"joint"}), {"grass", "tide"}, None)


def test_a_joint_slate_is_shown_with_each_of_those_who_formed_it(factions: Factions) -> None:
    for partner in ("grass", "tide", "joint"):
        assert factions.covers(frozenset({partner}), {"joint"}, "2018-05-01")
    assert not factions.covers(frozenset({"steady"}), {"joint"}, "2018-05-01")


def test_nothing_switched_on_covers_nothing(factions: Factions) -> None:
    assert not factions.covers(frozenset(), {"left"}, None)
    assert not factions.covers(frozenset({"left"}), (), None)


@pytest.mark.parametrize(
    ("one", "other", "date", "together"),
    [("left", "left", EARLY, True), ("left", "grass", EARLY, False), ("left", "grass", JOINED, True),
     ("joint", "tide", EARLY, True), ("joint", "left", JOINED, True), ("grass", "tide", JOINED, False),
     ("steady", "left", JOINED, False), ("none", "none", JOINED, False), ("none", "left", JOINED, False)],
)  # fmt: skip
def test_slates_are_allied_under_a_common_umbrella_and_strangers_without_one(
    factions: Factions, one: str, other: str, date: str, together: bool
) -> None:
    assert factions.allied(one, other, date) is together
    assert factions.allied(other, one, date) is together


def test_two_independents_of_the_record_count_as_the_same_slate(factions: Factions) -> None:
    assert factions.allied("ind", "ind", None)
    assert not factions.allied("ind", "left", None)


@pytest.mark.parametrize(
    ("key", "date", "outermost"),
    [
        ("grass", JOINED, "left"),
        ("grass", EARLY, "grass"),
        ("joint", JOINED, "joint"),
        ("left", None, "left"),
        ("none", None, "none"),
    ],
)
def test_a_seat_counts_for_the_outermost_umbrella_unless_there_are_two(
    factions: Factions, key: str, date: str | None, outermost: str
) -> None:
    assert factions.rolled_up(key, date) == outermost


def test_what_an_umbrella_covers_has_its_time(factions: Factions) -> None:
    assert factions.covered(["left"]) == [
        Span("grass", JOINED, LATE),
        Span("joint", JOINED, LATE),
        Span("left", None, None),
    ]


def test_what_is_always_covered_needs_no_time(factions: Factions) -> None:
    assert Span("joint", None, None) in factions.covered(["left", "tide"])
    assert Span("joint", JOINED, LATE) not in factions.covered(["left", "tide"])
    assert factions.covered([]) == []


def test_the_two_ways_of_asking_for_members_agree_on_every_day() -> None:
    for folder in (SMALL, PACKAGED):
        factions = Factions(opened(folder))
        dates = sorted(
            {date for ones in factions.parents.values() for one in ones for date in one[2:] if date}
        )
        for chosen in factions.ids:
            spans = factions.covered([chosen])
            for date in [*dates, "1990", "2030"]:
                there = {one.faction for one in spans if Membership(*one[:1], "", *one[1:]).holds(date)}
                assert there == {
                    key for key in factions.ids if factions.covers(frozenset({chosen}), {key}, date)
                }


def test_factions_that_belong_to_each_other_do_not_go_round_for_ever() -> None:
    rows = [{"faction": "left", "member_of": "right"}, {"faction": "right", "member_of": "left"}]
    factions = Factions(tiny(memberships=rows))
    assert factions.up("left", None) == {"left", "right"}
    assert factions.rolled_up("left", None) == "left"
    assert {one.faction for one in factions.covered(["left"])} == {"left", "right"}


def test_those_without_a_slate_stand_last_and_have_a_name(factions: Factions) -> None:
    shown = [factions.named(key) for key in ("steady", "left", "none", "ind")]
    assert [one.key for one in sorted(shown, key=factions.order)] == ["left", "ind", "steady", "none"]
    assert factions.get(None) is NO_SLATE
    assert factions.named("none") is NO_SLATE
