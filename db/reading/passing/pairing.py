"""Earlier and later holders of a section as successors of each other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Mapping

from db.reading.factions import Factions
from db.reading.seats.holders import Seated
from db.view import NO_SLATE

Pair = tuple[Seated | None, Seated | None]
Key = Callable[[Seated], Hashable]
"""What has to be equal of two holders to be paired; None pairs with nobody."""

NOBODY: Mapping[int, int] = {}


def paired(
    had: list[Seated],
    have: list[Seated],
    factions: Factions,
    date: str,
    leads: Mapping[int, int] = NOBODY,
    side: Key = lambda one: None,
) -> list[Pair]:
    """Who followed whom, as far as that can be told, and the rest in their order.

    The same person first, then whom a source names as replaced or whom an unbroken line of successors leads to, then who
    sits for the same union or group, then the same slate, the same side, a common umbrella; in a section of several seats
    nobody else succeeds to a particular one.

    Args:
        had: the earlier holders.
        have: the later ones.
        factions: for who is allied to whom.
        date: the day on which that counts.
        leads: of later holders (by the id of the person) the earlier holder whose seat has come to them.
        side: by what else holders belong together.
    """
    pairs: list[Pair] = []
    left, arrived = list(had), list(have)
    tests: tuple[tuple[Key, Key], ...] = (
        (lambda one: one.person, lambda one: one.person),
        (lambda one: one.person, lambda one: leads.get(one.person)),
        (lambda one: one.person, lambda one: one.replaces),
        (lambda one: one.represents or None, lambda one: one.represents or None),
        (_slate, _slate),
        (side, side),
    )
    for key, other_key in tests:
        left, arrived = _matched(left, arrived, key, other_key, pairs)
    left, arrived = _allied(left, arrived, factions, date, pairs)
    both = min(len(left), len(arrived))
    pairs += zip(left, arrived, strict=False)
    return pairs + [(one, None) for one in left[both:]] + [(None, one) for one in arrived[both:]]


def _slate(one: Seated) -> Hashable:
    return None if one.faction == NO_SLATE else one.faction.key


Rest = tuple[list[Seated], list[Seated]]


def _matched(left: list[Seated], arrived: list[Seated], key: Key, other_key: Key, pairs: list[Pair]) -> Rest:
    """Pair those whose keys are equal, in their order; the rest of both."""
    waiting: dict[Hashable, deque[int]] = {}
    for at, one in enumerate(arrived):
        if (value := other_key(one)) is not None:
            waiting.setdefault(value, deque()).append(at)
    rest, taken = [], set()
    for one in left:
        value = key(one)
        places = waiting.get(value) if value is not None else None
        if places:
            taken.add(at := places.popleft())
            pairs.append((one, arrived[at]))
        else:
            rest.append(one)
    return rest, [one for at, one in enumerate(arrived) if at not in taken]


def _allied(
    left: list[Seated], arrived: list[Seated], factions: Factions, date: str, pairs: list[Pair]
) -> Rest:
    """Pair those whose slates stand under a common umbrella; slates are few, so each two are asked about once."""
    waiting: dict[str, deque[int]] = {}
    for at, one in enumerate(arrived):
        waiting.setdefault(one.faction.key, deque()).append(at)
    allies: dict[str, list[str]] = {}
    rest, taken = [], set()
    for one in left:
        own = one.faction.key
        if own not in allies:
            allies[own] = [other for other in waiting if factions.allied(own, other, date)]
        places = [waiting[other][0] for other in allies[own] if waiting[other]]
        if places:
            at = min(places)
            waiting[arrived[at].faction.key].popleft()
            taken.add(at)
            pairs.append((one, arrived[at]))
        else:
            rest.append(one)
    return rest, [one for at, one in enumerate(arrived) if at not in taken]
