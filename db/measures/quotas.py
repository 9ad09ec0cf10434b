"""The usual quotas of a count of preferences, and whether a printed one is any of them."""

from __future__ import annotations

from math import ceil, floor

from db.measures.printed import decimals

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


def is_usual(quota: float, valid: float, seats: int) -> bool:
    """Whether a quota is one of the usual ones, rounded, cut or raised at its last printed decimal."""
    unit = 10.0 ** -decimals(quota, DECIMALS)
    return any(
        abs(quota - one) < 1e-9 or (unit < 1 and abs(quota - one) <= 1.01 * unit)
        for _, one in quotas(valid, seats)
    )
