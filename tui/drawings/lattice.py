"""Where the seats of a hemicycle stand: on the terminal's own cells, so that each is distinct and both halves are the same.

Seats on arcs, rounded to cells, collide and look ragged.  Here the seats are the lattice points of a half annulus: the smallest
one that holds them, with what is over taken from the inner edge in mirror pairs.  An even number of seats has its axis
between two columns, an odd number has it on a column, so the halves are mirror images whatever the number.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

HOLLOW = 0.45
"""Inner radius as a part of the outer radius."""

MOST_SEATS = 5_000
"""No terminal shows more one by one; beyond this nothing is tried."""


class Seat(NamedTuple):
    """One place: column and row from the top left."""

    column: int
    row: int


class Lattice(NamedTuple):
    """The places of a chamber, in the order in which they are dealt out, from the left end to the right end."""

    columns: int
    rows: int
    seats: tuple[Seat, ...]


@lru_cache(64)
def lattice(seats: int) -> Lattice | None:
    """The places for a number of seats, or None where there is none or are too many."""
    if not 0 < seats <= MOST_SEATS:
        return None
    odd = seats % 2
    radius = max(
        1, math.isqrt(seats * 5 // 8) - 2
    )  # from below: an annulus of radius r has about 1.25 r² points
    while len(points := _annulus(radius, odd)) < seats:
        radius += 1
    kept = sorted(_without_surplus(points, len(points) - seats), key=_from_left_to_right)
    columns = 2 * radius - odd
    middle = (columns - 1) / 2
    places = tuple(Seat(round(x + middle), round(radius - 0.5 - y)) for x, y in kept)
    return Lattice(columns, max(place.row for place in places) + 1, places)


def _annulus(radius: int, odd: int) -> list[tuple[float, float]]:
    """Lattice points of a half annulus, with the axis on a column if `odd`."""
    columns = range(-(radius - 1), radius) if odd else range(-radius, radius)
    shift = 0.0 if odd else 0.5
    return [
        (column + shift, row + 0.5)
        for row in range(radius)
        for column in columns
        if HOLLOW * radius <= math.hypot(column + shift, row + 0.5) <= radius
    ]


def _without_surplus(points: list[tuple[float, float]], surplus: int) -> list[tuple[float, float]]:
    """Take points away from the inner edge: on the axis one if the number is odd, else in mirror pairs."""
    inward = sorted(points, key=lambda point: (math.hypot(*point), abs(point[0]), point[0]))
    axis = [point for point in inward if point[0] == 0]
    gone: set[tuple[float, float]] = set()
    if surplus % 2 and axis:
        gone.add(axis.pop(0))
    for point in inward:
        left = surplus - len(gone)
        if left <= 0:
            break
        if point[0] > 0 and left >= 2:
            gone |= {point, (-point[0], point[1])}
        elif point[0] == 0 and left >= 2 and len(axis) >= 2 and point not in gone:
            gone |= {axis.pop(0), axis.pop(0)}
    return [point for point in points if point not in gone]


def _from_left_to_right(point: tuple[float, float]) -> tuple[float, float]:
    return math.pi - math.atan2(point[1], point[0]), math.hypot(*point)
