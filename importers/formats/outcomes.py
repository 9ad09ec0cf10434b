"""Outcomes that a data file flags for each candidate, where the flags can be outcomes at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from importers.results.figures import LONGEST
from importers.results.result import Doubt, Found
from importers.results.text import clean

YES: Final = frozenset({"true", "t", "yes", "y", "1"})
NO: Final = frozenset({"false", "f", "no", "n", "0"})


def flagged(
    found: tuple[Found, ...], flags: Mapping[str, str], *, no_seats: bool = False
) -> tuple[tuple[Found, ...], tuple[Doubt, ...]]:
    """The candidates with the outcomes that flags give them.

    None is taken where nobody is elected or no seats are said to be contested: then the flags only say that nothing was
    entered yet.

    Args:
        found: the candidates.
        flags: the texts of the flags by the places of the candidates; blanks say nothing.
        no_seats: whether the file says that nought seats were contested.
    """
    told = {place: text.strip().casefold() for place, text in flags.items() if text.strip()}
    doubts = [_strange(place, text) for place, text in told.items() if text not in YES | NO]
    elected = any(text in YES for text in told.values())
    if told and (no_seats or not elected):
        doubts.append((next(iter(told)), _nobody(no_seats=no_seats, elected=elected)))
        return found, tuple(doubts)
    return tuple(one._replace(outcome=_outcome(told.get(one.origin, ""))) for one in found), tuple(doubts)


def _outcome(text: str) -> str:
    return "elected" if text in YES else "not elected" if text in NO else ""


def _strange(place: str, text: str) -> Doubt:
    return place, f"Found {clean(text)[:LONGEST]!r} as the flag of being elected, expected true or false."


def _nobody(*, no_seats: bool, elected: bool) -> str:
    seats = "0 seats contested and " if no_seats else ""
    who = "somebody marked as elected" if elected else "nobody marked as elected"
    return f"Found {seats}{who}, expected seats and somebody elected to them; no outcome was taken."
