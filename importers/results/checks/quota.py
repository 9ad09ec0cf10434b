"""A printed quota that follows from the valid votes and the seats by none of the usual rules."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from importers.results.checks.stored import Values, is_of_preferences
from importers.results.figures import decimals
from importers.results.result import Doubt

DECIMALS = 9
"""Of a quota at the most; counts are printed with five."""


def droop(valid: float, seats: int) -> int:
    """Droop's quota: the whole part of the valid papers divided by one more than the seats, and one."""
    return floor(valid / (seats + 1)) + 1


def quotas(valid: float, seats: int) -> tuple[tuple[str, float], ...]:
    """The usual quotas by their names.

    Args:
        valid: valid papers, or first preferences.
        seats: at least one.

    Sources:
        Droop: H R Droop, On Methods of Electing Representatives (1868); SSI 2007/42, schedule 1, rule 46:
            floor(valid / (seats + 1)) + 1.
        Hare: T Hare, The Election of Representatives (1859): valid / seats, whole or rounded up.
        Hagenbach-Bischoff, exact Droop: E Hagenbach-Bischoff (1888): valid / (seats + 1), as it is or rounded up.
        Newland-Britton: R A Newland and F S Britton, How to Conduct an Election by the Single Transferable Vote, 3rd
            edition (ERS97), 5.1.4: valid / (seats + 1), rounded up to two decimals.
        Imperiali: valid / (seats + 2).
    """
    exact = valid / (seats + 1)
    return (
        ("Droop", droop(valid, seats)),
        ("Newland-Britton", ceil(round(exact * 100, 6)) / 100),
        ("exact Droop", exact),
        ("Hagenbach-Bischoff", ceil(exact)),
        ("Hare", valid / seats),
        ("whole Hare", floor(valid / seats)),
        ("Hare rounded up", ceil(valid / seats)),
        ("Imperiali", valid / (seats + 2)),
    )


def follows(quota: float, valid: float, seats: int) -> bool:
    """Whether a quota is one of the usual ones, rounded, cut or raised at its last printed decimal."""
    unit = 10.0 ** -decimals(quota, DECIMALS)
    return any(
        abs(quota - one) < 1e-9 or (unit < 1 and abs(quota - one) <= 1.01 * unit)
        for _, one in quotas(valid, seats)
    )


def quota_differs(values: Values) -> Iterator[Doubt]:
    """The quota beside what it should be; told only where it follows neither from the valid votes nor from the sum of votes."""
    quota, seats = values.number("quota"), values.number("seats")
    if quota is None or seats is None or seats[0] < 1:
        return
    bases = [one[0] for one in [values.number("valid_votes")] if one]
    if values.is_complete and is_of_preferences(values.words("method"), values.words("unit")):
        bases.append(values.together)
    bases = [one for one in bases if one > 0]
    if bases and not any(follows(quota[0], valid, int(seats[0])) for valid in bases):
        usual = droop(bases[0], int(seats[0]))
        yield (
            quota[1],
            f"Found the quota {quota[0]:,.10g}, expected {usual:,} (Droop) or another usual one "
            f"of {bases[0]:,.10g} valid votes and {seats[0]:g} {'seat' if seats[0] == 1 else 'seats'}.",
        )
