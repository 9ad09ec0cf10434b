"""The values of measures in words: a number, a range, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from db.dates import written
from db.reading.contests.poll import Contest, comparable
from db.wording import MINUS, count, listed, signed

NOT_STATED = "not stated"
"""The record lacks what it would take, or it has no meaning: the reason stands beside it."""
NOT_COMPARABLE = "not comparable"
"""There is nothing that it may be compared with."""

SIDES = {"slate": "slates", "endorsement": "organisations", "alignment": "sides", "bloc": "blocs"}
"""What is counted by each grouping."""


class Measured(NamedTuple):
    """One measure, taken."""

    measure: str
    """Its key."""
    value: str
    """In words, a range where it is one."""
    of: str
    """Of what it is the measure, or why there is none."""
    low: float | None = None
    high: float | None = None

    @property
    def taken(self) -> bool:
        """Whether it has a value."""
        return self.value not in (NOT_STATED, NOT_COMPARABLE)


def lacking(measure: str, why: str, value: str = NOT_STATED) -> Measured:
    """A measure that cannot be taken, and why."""
    return Measured(measure, value, why)


def between(
    measure: str,
    low: float | Fraction | None,
    high: float | Fraction | None,
    of: str,
    digits: int = 2,
    unit: str = "",
) -> Measured:
    """A measure between two bounds, which may be one.

    Args:
        measure: its key.
        low: None where only the highest can be told.
        high: the upper bound.
        of: of what.
        digits: decimals.
        unit: written after it.
    """
    if high is None:
        return lacking(measure, of)
    ends = [None if one is None else float(one) for one in (low, high)]
    return Measured(measure, f"{ranged(low, high, digits)}{unit}", of, *ends)


def ranged(low: float | Fraction | None, high: float | Fraction, digits: int) -> str:
    """`2.39`, `2.39 to 2.63`, `at most 2.63`; what differs less than is shown is one value."""
    last = _number(high, digits)
    if low is None:
        return f"at most {last}"
    first = _number(low, digits)
    return first if first == last else f"{first} to {last}"


def _number(value: float | Fraction, digits: int) -> str:
    text = f"{float(value):,.{digits}f}"
    return text.removeprefix("-") if not float(text.replace(",", "")) else text.replace("-", MINUS)


def towards(low: Fraction, high: Fraction, one: str, other: str) -> str:
    """A swing with its direction: `2.5 to CLGA`, `between 0.3 to Progress and 2.5 to CLGA`."""
    if low >= 0 or high <= 0:
        near, far = sorted((abs(low), abs(high)))
        return (
            f"{ranged(near, far, 1).replace(' to ', '-')} to {one if high > 0 else other}" if far else "none"
        )
    return f"between {_number(-low, 1)} to {other} and {_number(high, 1)} to {one}"


def points(low: Fraction, high: Fraction) -> str:
    """Percentage points with their sign, or from which to which."""
    first, last = signed(float(low), 1), signed(float(high), 1)
    return first if first == last else f"{first} to {last}"


def on(contest: Contest) -> str:
    """The day of a contest, with what kind it was unless it was a regular one."""
    kind = {"by-election": " (by-election)", "additional": " (additional seats)"}.get(contest.kind, "")
    return (written(contest.date) or "date not known") + kind


def not_comparable(now: Contest, before: Contest | None) -> str:
    """Why votes of two contests are not compared; blank where they may be.

    They have to be in one unit; and where ballots carry several votes, as many as there are seats, for as many seats.
    """
    if before is None:
        return "no earlier regular contest of the section is on record"
    if not comparable(now, before):
        unit = before.unit or "no figures on record"
        return f"{on(before)}: {unit}; {on(now)}: {now.unit or 'no figures on record'}"
    if now.unit != "first preferences" and now.seats != before.seats:
        return f"{_seats(before)} on {on(before)}, {_seats(now)} on {on(now)}: ballots carried other numbers of votes"
    return ""


def _seats(contest: Contest) -> str:
    return "an unknown number of seats" if contest.seats is None else count(contest.seats, "seat")


def figure(number: int, noun: str) -> str:
    """A number in figures with its noun, for beside other figures: `1 seat`, `39 votes`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def together(names: Sequence[str], most: int = 3) -> str:
    """Names as a list, the first ones and how many more."""
    rest = len(names) - most
    return listed(names) if rest < 1 else listed([*names[:most], f"{rest} more"])
