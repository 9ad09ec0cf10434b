"""Seat by seat, who followed whom between two days, and what that makes of each seat."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from db.reading.chamber import Chamber
from db.reading.factions import Factions
from db.reading.holders import Seated, Seats
from db.view import NO_SLATE

HELD = "held"
"""By the same person, or by somebody of the same slate or umbrella."""
GAIN = "gain"
"""By another slate than before."""
NEW_HOLDER = "new holder"
"""By another person, where a slate is not known on one side."""
NEW = "new"
"""The seat did not exist on the earlier day."""
ABOLISHED = "abolished"
"""The seat does not exist on the later day."""
VACANT = "vacant"
"""The holder left and no successor is on record."""
NOT_KNOWN = "not known"
"""The record says nothing of a holder on the later day."""
NOT_KNOWN_BEFORE = "not known before"
"""The record says nothing of a holder on the earlier day."""


class Change(NamedTuple):
    """One seat on two days; one of the holders at least is known."""

    section: Seats
    before: Seated | None
    after: Seated | None
    kind: str

    @property
    def people(self) -> tuple[Seated, ...]:
        """The known holders, the later one first."""
        return tuple(one for one in (self.after, self.before) if one is not None)

    @property
    def newcomer(self) -> bool:
        """Whether the later holder is another person than the earlier one."""
        return self.after is not None and (self.before is None or self.before.person != self.after.person)


Pair = tuple[Seated | None, Seated | None]


def succession(earlier: Chamber, later: Chamber, factions: Factions) -> list[Change]:
    """What happened to each seat from the earlier to the later chamber of one place, section by section."""
    before = {one.section: one for one in seats_of(earlier)}
    after = {one.section: one for one in seats_of(later)}
    changes = []
    for section in dict.fromkeys([*before, *after]):
        had = [one for one in earlier.everybody if one.section == section]
        have = [one for one in later.everybody if one.section == section]
        sizes = (
            before[section].seats if section in before else 0,
            after[section].seats if section in after else 0,
        )
        pairs = paired(had, have, factions, later.date)
        missing = max(0, (sizes[0] or 0) - len(had))
        kinds = _kinds(pairs, (sizes[1] or 0) - (sizes[0] or 0), missing, factions, later.date)
        seats = after.get(section) or before[section]
        changes += [Change(seats, *pair, kind) for pair, kind in zip(pairs, kinds, strict=True)]
    return changes


def seats_of(chamber: Chamber) -> tuple[Seats, ...]:
    """All sections of a chamber, those with an office without a vote too."""
    known = {one.section for one in chamber.sections}
    offices = {one.section: one for one in chamber.attending if one.section not in known}
    return chamber.sections + tuple(
        Seats(one.section, "", one.section_name, 1, False) for one in offices.values()
    )


def paired(had: list[Seated], have: list[Seated], factions: Factions, date: str) -> list[Pair]:
    """Earlier and later holders of a section as successors.

    The same person first, then whom a source names as replaced, then the same slate, then a common umbrella, then the
    rest in their order: in a section of several seats nobody else succeeds to a particular one.
    """
    tests: tuple[Callable[[Seated, Seated], bool], ...] = (
        lambda one, other: one.person == other.person,
        lambda one, other: other.replaces == one.person,
        lambda one, other: one.faction == other.faction and one.faction is not NO_SLATE,
        lambda one, other: factions.allied(one.faction.key, other.faction.key, date),
        lambda one, other: True,
    )
    left, arrived = list(had), list(have)
    pairs: list[Pair] = []
    for test in tests:
        for one in list(left):
            partner = next((other for other in arrived if test(one, other)), None)
            if partner is not None:
                pairs.append((one, partner))
                left.remove(one)
                arrived.remove(partner)
    return pairs + [(one, None) for one in left] + [(None, one) for one in arrived]


def _kinds(pairs: list[Pair], grown: int, missing: int, factions: Factions, date: str) -> list[str]:
    """What happened to each seat.

    Args:
        pairs: earlier and later holder of each.
        grown: by how many seats the section grew; negative where it shrank.
        missing: seats of the earlier day without a known holder.
        factions: for who is allied to whom.
        date: the later day.
    """
    new, abolished = max(0, grown), max(0, -grown)
    kinds = []
    for before, after in pairs:
        if before and after:
            kinds.append(_kind(before, after, factions, date))
        elif after:
            kinds.append(NEW if new else NOT_KNOWN_BEFORE if missing else NEW_HOLDER)
            new, missing = max(0, new - 1), missing if new else missing - 1
        elif before:
            kinds.append(ABOLISHED if abolished else VACANT if before.ended else NOT_KNOWN)
            abolished = max(0, abolished - 1)
    return kinds


def _kind(before: Seated, after: Seated, factions: Factions, date: str) -> str:
    if before.person == after.person or factions.allied(before.faction.key, after.faction.key, date):
        return HELD
    return NEW_HOLDER if NO_SLATE in (before.faction, after.faction) else GAIN
