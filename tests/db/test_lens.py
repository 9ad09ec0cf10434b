"""A lens is one value: every key and flag makes a new one, and equal lenses are equal."""

from __future__ import annotations

import pytest

from db.lens import Lens
from db.view import NO_SLATE, Column, Faction, View

CLGA = Faction("clga", "Centre-Left Grassroots Alliance", "CLGA", "C", "#d62839")


def test_switching_a_faction_twice_changes_nothing() -> None:
    lens = Lens(body="nec")
    assert lens.toggle("clga").factions == {"clga"}
    assert lens.toggle("clga").toggle("ltw").factions == {"clga", "ltw"}
    assert lens.toggle("clga").toggle("clga") == lens


def test_widening_keeps_the_place_and_the_day() -> None:
    lens = Lens(
        body="nec", section="clp", date="2014", factions=frozenset({"clga"}), text="ann", sort="-votes"
    )
    assert lens.wide == Lens(body="nec", section="clp", date="2014", sort="-votes")


def test_moving_replaces_only_what_is_named() -> None:
    lens = Lens(body="nec", section="clp", text="ann")
    assert lens.at(section=None, date="2014") == Lens(body="nec", date="2014", text="ann")


@pytest.mark.parametrize(
    ("sort", "column", "descending"),
    [(None, None, False), ("votes", "votes", False), ("-votes", "votes", True)],
)
def test_a_minus_sorts_from_high_to_low(sort: str | None, column: str | None, descending: bool) -> None:
    lens = Lens(sort=sort)
    assert (lens.sort_column, lens.descending) == (column, descending)


def test_a_lens_cannot_be_changed_and_can_be_remembered() -> None:
    with pytest.raises(AttributeError):
        Lens().body = "nec"  # type: ignore[misc]
    assert len({Lens(factions=frozenset({"a", "b"})), Lens(factions=frozenset({"b", "a"}))}) == 1


def test_a_faction_is_labelled_with_its_abbreviation_only_where_that_says_more() -> None:
    assert CLGA.label == "Centre-Left Grassroots Alliance (CLGA)"
    assert CLGA._replace(name="Open Labour", short="Open Labour").label == "Open Labour"
    assert CLGA._replace(name="Labour to Win", short="Lab Win").label == "Labour to Win"
    assert NO_SLATE.label == "no slate known"


def test_a_column_is_found_by_its_key() -> None:
    view = View("x", "X", Lens(), "x", (), (Column("a", "A"), Column("b", "B")), (), 0)
    assert view.column("b") == 1
    with pytest.raises(KeyError):
        view.column("c")
