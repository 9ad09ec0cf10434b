"""How many sides there are in effect, and how far seats are from votes.

Figures come by side (slate, bloc, party). Shares are in percent; what comes out of whole numbers is an exact fraction.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from math import sqrt
from typing import TypeAlias, TypeVar

Figure: TypeAlias = int | float | Fraction
Side = TypeVar("Side", bound=Hashable)


def percentages(figures: Mapping[Side, Figure], total: Figure | None = None) -> dict[Side, Fraction]:
    """Each figure in percent of the total, or of their sum; nothing where that is nought."""
    whole = Fraction(total if total is not None else sum(figures.values()))
    return {side: 100 * Fraction(figure) / whole for side, figure in figures.items()} if whole else {}


def effective_number(figures: Iterable[Figure]) -> Fraction | None:
    """How many sides of equal size would be as fragmented: 1 / sum of squared shares.

    Of votes it is called ENEP, of seats ENPP.  None where there are no votes or no seats.

    Source: Laakso and Taagepera, Comparative Political Studies 12 (1979), 3-27.
    """
    exact = [Fraction(one) for one in figures]
    squares = sum(one * one for one in exact)
    return Fraction(sum(exact)) ** 2 / squares if squares else None


def effective_range(
    known: Sequence[Figure], unknown: Sequence[Figure]
) -> tuple[Fraction, Fraction] | tuple[None, None]:
    """The lowest and the highest effective number where it is not known to which side some figures belong.

    It is lowest with all of them at the largest side, since squares of sums grow most there, and highest with each by itself.
    """
    sizes = sorted((Fraction(one) for one in known), reverse=True) or [Fraction(0)]
    low = effective_number([sum(unknown, sizes[0]), *sizes[1:]])
    high = effective_number([*sizes, *unknown])
    return (low, high) if low is not None and high is not None else (None, None)


def gallagher(votes: Mapping[Side, Figure], seats: Mapping[Side, Figure]) -> float | None:
    """Disproportionality by least squares: the root of half the sum of squared differences of percentages.

    Source: Gallagher, Electoral Studies 10 (1991), 33-51.
    """
    gaps = _gaps(votes, seats)
    return sqrt(sum(gap * gap for gap in gaps) / 2) if gaps else None


def loosemore_hanby(votes: Mapping[Side, Figure], seats: Mapping[Side, Figure]) -> Fraction | None:
    """Percentage of seats that are not where votes are: half the sum of absolute differences of percentages.

    Source: Loosemore and Hanby, British Journal of Political Science 1 (1971), 467-477.
    """
    gaps = _gaps(votes, seats)
    return sum(map(abs, gaps), Fraction(0)) / 2 if gaps else None


def sainte_lague(votes: Mapping[Side, Figure], seats: Mapping[Side, Figure]) -> Fraction | None:
    """What the method of Sainte-Lague makes least: the sum of squared differences of percentages, each by the votes of its side.

    No root is taken.  Sides without votes are left out, since theirs is infinite.

    Source: Sainte-Lague, Annales scientifiques de l'Ecole normale superieure 27 (1910), 529-542.
    """
    if not _gaps(votes, seats):
        return None
    return sum(
        (
            (Fraction(seats.get(side, 0)) - Fraction(cast)) ** 2 / Fraction(cast)
            for side, cast in votes.items()
            if cast
        ),
        Fraction(0),
    )


def _gaps(votes: Mapping[Side, Figure], seats: Mapping[Side, Figure]) -> list[Fraction]:
    """Seats less votes of every side, in points; nothing where there are no votes or no seats."""
    if not any(votes.values()) or not any(seats.values()):
        return []
    return [
        Fraction(seats.get(one, 0)) - Fraction(votes.get(one, 0)) for one in dict.fromkeys([*votes, *seats])
    ]


def seat_bonus(votes: Figure, seats: Figure) -> Fraction:
    """Points by which the share of seats is above that of votes; below nought where it is under it."""
    return Fraction(seats) - Fraction(votes)


def votes_per_seat(votes: Figure | None, seats: int | None) -> Fraction | None:
    """Votes that were cast for each seat won; None where no seat was, or a figure is not known."""
    return Fraction(votes) / seats if seats and votes is not None else None
