"""Seat by seat, who followed whom between two days, and what that makes of each seat."""

from __future__ import annotations

from collections.abc import Container, Hashable, Mapping
from functools import partial
from typing import NamedTuple

from db.reading.counting.sides import Sides
from db.reading.factions import Factions
from db.reading.passing.pairing import NOBODY, Pair, paired
from db.reading.seats.chamber import Chamber
from db.reading.seats.holders import Seated, Seats

HELD = "held"
"""By the same person, counted on the same side or not known where."""
HELD_BY_ANOTHER = "held by another"
"""By somebody else of the same side."""
HELD_OTHERWISE = "held on another side"
"""By the same person, who was elected anew on another side."""
DEFECTION = "defection"
"""The same person is counted on another side without having been elected anew."""
RECOUNTED = "counted otherwise"
"""The same, where a side is only what publishers said in words."""
GAIN = "gain"
"""By another side than before."""
LOST = "lost"
"""A gain of others, as it is told to the factions switched on."""
NEW_HOLDER = "new holder"
"""By another person, where a side is not known on one of the days."""
NEW = "new"
"""The seat did not exist on the earlier day."""
ABOLISHED = "abolished"
"""The seat does not exist on the later day."""
VACANT = "vacant"
"""The holder left and no successor is on record."""
FILLED = "filled"
"""The seat stood empty on the earlier day, as a source says."""
NOT_KNOWN = "not known"
"""The record says nothing of a holder on the later day."""
NOT_KNOWN_BEFORE = "not known before"
"""The record says nothing of a holder on the earlier day."""

KEPT = (HELD, HELD_BY_ANOTHER)
"""Nothing passed from side to side."""
PASSED = (GAIN, LOST, HELD_OTHERWISE, DEFECTION, RECOUNTED)
"""A seat that is known to have been on one side on the earlier day and on another on the later."""


class Change(NamedTuple):
    """One seat on two days; one of the holders at least is known."""

    section: Seats
    before: Seated | None
    after: Seated | None
    kind: str
    counted: bool = True
    """Whether the seat is one of those that count, and not an office that attends without a vote."""

    @property
    def people(self) -> tuple[Seated, ...]:
        """The known holders, the later one first."""
        return tuple(one for one in (self.after, self.before) if one is not None)

    @property
    def newcomer(self) -> bool:
        """Whether the later holder is another person than the earlier one."""
        return self.after is not None and (self.before is None or self.before.person != self.after.person)

    @property
    def same_person(self) -> bool:
        """Whether one person held the seat on both days."""
        return self.before is not None and self.after is not None and not self.newcomer


class Room(NamedTuple):
    """The seats of a section on both days, as far as they bear on who is missing."""

    grown: int
    """By how many seats the section grew; negative where it shrank, 0 where that is not known."""
    unknown: int
    """Seats of the earlier day of which no holder is on record."""
    empty: int
    """Seats of the earlier day that stood empty, as a source says."""
    emptied: int
    """Seats of the later day that stand empty, as a source says."""


def succession(
    earlier: Chamber,
    later: Chamber,
    factions: Factions,
    sides: Sides,
    leads: Mapping[int, int] = NOBODY,
    unrecorded: Container[int] = frozenset(),
) -> list[Change]:
    """What happened to each seat from the earlier to the later chamber of one place, section by section.

    Args:
        earlier: the chamber on the first day.
        later: the chamber on the second day.
        factions: for who is allied to whom.
        sides: where each holder is counted.
        leads: of later holders the last one before them (both ids of persons) whose seat has come to them; who is no holder of
            the earlier day had left it empty then.
        unrecorded: ids of sections whose rules are on record from some day on, and which may be older than that.
    """
    days = (earlier.date, later.date)
    had, have = _by_section(earlier), _by_section(later)
    before, after = _seats(earlier, had), _seats(later, have)
    attending = {one.section for one in earlier.attending + later.attending}
    changes = []
    for section in dict.fromkeys([*before, *after]):
        left, arrived = had.get(section, []), have.get(section, [])
        side = {(one.term, one.person): sides.key(one, days[0]) for one in left}
        side |= {(one.term, one.person): sides.key(one, days[1]) for one in arrived}
        filling = _filling(left, arrived, leads)
        others = [one for one in arrived if one.person not in filling]
        pairs = paired(left, others, factions, later.date, leads, partial(_side, side))
        pairs += [(None, one) for one in arrived if one.person in filling]
        seats = after.get(section) or before[section]
        old = before.get(section) or (seats._replace(seats=None) if section in unrecorded else None)
        kinds = _kinds(pairs, _room(earlier, later, old, after.get(section), len(left)), sides, days)
        changes += [
            Change(seats, *pair, kind, section not in attending)
            for pair, kind in zip(pairs, kinds, strict=True)
        ]
    return changes


def _filling(had: list[Seated], have: list[Seated], leads: Mapping[int, int]) -> set[int]:
    """Who came to a seat that its last holder had left before the earlier day."""
    sat = {one.person for one in had}
    came = {one.person for one in have} - sat
    return {person for person in came if person in leads and leads[person] not in sat}


def _side(sides: Mapping[tuple[int, int], Hashable], one: Seated) -> Hashable:
    return sides[one.term, one.person]


def _by_section(chamber: Chamber) -> dict[int, list[Seated]]:
    found: dict[int, list[Seated]] = {}
    for one in chamber.everybody:
        found.setdefault(one.section, []).append(one)
    return found


def _seats(chamber: Chamber, held: Mapping[int, list[Seated]]) -> dict[int, Seats]:
    """All sections of a chamber, offices without a vote and sections without a known number of seats too."""
    found = {one.section: one for one in chamber.sections}
    offices = {one.section for one in chamber.attending}
    for section, holders in held.items():
        if section not in found:
            voting = section not in offices
            found[section] = Seats(section, "", holders[0].section_name, None if voting else 1, voting)
    return found


def _room(earlier: Chamber, later: Chamber, before: Seats | None, after: Seats | None, had: int) -> Room:
    section = before.section if before else after.section if after else 0
    sizes = (before.seats if before else 0, after.seats if after else 0)
    known = sizes[0] is not None and sizes[1] is not None
    grown = (sizes[1] or 0) - (sizes[0] or 0) if known else 0
    missing = max(0, (sizes[0] if sizes[0] is not None else sizes[1] or 0) - had)
    empty = min(missing, earlier.stated_vacant.get(section, 0))
    return Room(grown, missing - empty, empty, later.stated_vacant.get(section, 0))


def _kinds(pairs: list[Pair], room: Room, sides: Sides, days: tuple[str, str]) -> list[str]:
    """What happened to each seat."""
    arrivals = iter([NEW] * room.grown + [FILLED] * room.empty + [NOT_KNOWN_BEFORE] * room.unknown)
    departures = iter([ABOLISHED] * -room.grown)
    kinds = []
    for before, after in pairs:
        if before and after:
            kinds.append(_kind(before, after, sides, days))
        elif after:
            kinds.append(next(arrivals, NEW_HOLDER))
        elif before:
            kinds.append(next(departures, VACANT if before.ended or room.emptied else NOT_KNOWN))
    return kinds


def _kind(before: Seated, after: Seated, sides: Sides, days: tuple[str, str]) -> str:
    was, now = sides.certain(before, days[0]), sides.certain(after, days[1])
    if before.person != after.person:
        if not was or not now:
            return NEW_HOLDER
        return HELD_BY_ANOTHER if sides.alike(was, now) else GAIN
    if not was or not now or sides.alike(was, now):
        return HELD
    if after.candidacy is not None and after.candidacy != before.candidacy:
        return HELD_OTHERWISE
    if sides.in_words_only(before, days[0]) or sides.in_words_only(after, days[1]):
        return RECOUNTED
    return DEFECTION
