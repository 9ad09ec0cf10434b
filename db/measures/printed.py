"""How exactly a figure was printed, and whether a computed one is the same but for that."""

from __future__ import annotations

from decimal import Decimal

TELLING = 4
"""Decimals of a share or a turnout that tell anything; more come of a division."""

SLACK = 0.55
"""Of a unit of the last printed decimal: a little more than rounding takes."""


def decimals(value: float, most: int = TELLING) -> int:
    """With how many decimals a figure was printed, noughts at the end aside; `most` where it has more than those."""
    exponent = Decimal(str(value)).normalize().as_tuple().exponent
    return min(max(-exponent, 0), most) if isinstance(exponent, int) else 0


def rounds_to(exact: float, printed: float, places: int) -> bool:
    """Whether a computed figure, rounded to so many decimals, is the printed one."""
    return abs(exact - printed) <= SLACK * 10.0**-places + 1e-9


def cuts_to(exact: float, printed: float, places: int) -> bool:
    """Whether a computed figure, cut off after so many decimals, is the printed one."""
    return -1e-9 <= exact - printed < 10.0**-places


def rounds_or_cuts_to(exact: float, printed: float) -> bool:
    """Whether a computed figure, rounded or cut off at the last printed decimal, is the printed one."""
    unit = 10.0 ** -decimals(printed)
    return -SLACK * unit <= exact - printed < unit
