"""The findings and notes on changes, in sentences that may be printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from db.dates import written
from db.questions.changes.tables import filtered
from db.reading.counting.grouping import group_name
from db.reading.passing.comparison import Comparison
from db.reading.passing.returned import Newcomer, Return
from db.reading.passing.succession import (
    ABOLISHED,
    DEFECTION,
    FILLED,
    GAIN,
    HELD,
    HELD_BY_ANOTHER,
    HELD_OTHERWISE,
    NEW,
    NEW_HOLDER,
    RECOUNTED,
    VACANT,
    Change,
)
from db.view import Faction
from db.wording import a, count, few, listed, number_word, part_of, sentence, was

FEW = 6
"""More names than these are not listed in a sentence."""
PASSED = 4
"""Nor are more pairs of who followed whom."""
GROUPS = 3
"""Nor are more groups than these, of those that gained and of those that lost."""

SIDES = {"slate": "slate", "endorsement": "endorsement", "alignment": "leaning", "bloc": "bloc"}
"""What a side is called in each grouping."""


ANOTHER = {
    "slate": "on another slate",
    "endorsement": "with another endorsement",
    "alignment": "with another leaning",
    "bloc": "in another bloc",
}
"""How somebody is counted on another side than before."""

GONE = (
    (NEW, "seat is new", "seats are new"),
    (ABOLISHED, "seat is gone", "seats are gone"),
    (FILLED, "empty seat was filled", "empty seats were filled"),
    (VACANT, "seat has no successor on record", "seats have no successor on record"),
)
"""What is said of seats that have a holder on one of the days only."""

ANEW, COUNTED = (HELD_OTHERWISE,), (DEFECTION, RECOUNTED)


def findings(compared: Comparison) -> tuple[str, ...]:
    """The net between the sides; who took a seat from whom; who came back and who is new."""
    if compared.earlier.date == compared.later.date:
        return (sentence(f"Both days are {written(compared.later.date)}, so that nothing changed"),)
    said = (_net(compared), _hands(compared), _people(compared))
    return tuple(map(sentence, filter(None, said)))


def _net(compared: Comparison) -> str:
    """`Between ... and ..., Labour to Win gained three seats of the NEC members' section and ... lost one`."""
    netting, days = compared.netting, (compared.earlier.date, compared.later.date)
    span = f"between {written(days[0])} and {written(days[1])}"
    place = compared.assembly.place
    where = "the " + " ".join(filter(None, (place.body_short, place.section_name)))
    settled, side = len(netting.settled), SIDES[compared.sides.grouping.key]
    if not settled:
        return f"{span} no gain or loss of {where} can be stated: of no seat is the {side} known on both days"
    of = f" of {where}"
    if not netting.exact:
        known = count(settled, f"seat of {where}", f"seats of {where}")
        span += f", of the {known} ({number_word(compared.later.total)} in all) whose {side} is known on both days"
        of = ""
    moved = [pair for pair in netting.of_settled().items() if pair[1] and _chosen(compared, pair[0])]
    sure = [pair for pair in moved if netting.is_sure(*pair)]
    if words := _gained_and_lost(compared, sure, of):
        return f"{span}, {words}"
    if moved:
        return f"{span}, it cannot be said who gained or lost a seat{of} on balance"
    if compared.lens.factions:
        return f"{span}, those switched on neither gained nor lost a seat{of} on balance"
    return f"{span}, no {side} gained or lost a seat{of} on balance"


def _gained_and_lost(compared: Comparison, moved: Sequence[tuple[Faction, int]], of: str) -> str:
    gained = sorted((pair for pair in moved if pair[1] > 0), key=lambda pair: -pair[1])
    lost = sorted((pair for pair in moved if pair[1] < 0), key=lambda pair: pair[1])
    noun = "endorsed seat" if compared.sides.overlapping else "seat"
    parts = [_moved(gained, "gained", of, noun)]
    parts.append(_moved(lost, "lost", "" if gained else of, noun, bare=bool(gained)))
    return ", while ".join(filter(None, parts))


def _chosen(compared: Comparison, group: Faction) -> bool:
    chosen = compared.lens.factions
    keys = compared.sides.grouping.keys(group) | {group.key}
    return not chosen or compared.assembly.factions.covers(chosen, keys, compared.later.date)


def _moved(
    some: Sequence[tuple[Faction, int]], verb: str, of: str, noun: str = "seat", *, bare: bool = False
) -> str:
    """`A gained three seats of the NEC, B two and C one`; the smallest are counted where there are many."""
    if not some:
        return ""
    (first, number), *rest = some
    shown = rest if len(rest) <= GROUPS else rest[: GROUPS - 1]
    seats = number_word(abs(number)) if bare else count(abs(number), noun)
    words = [f"{group_name(first)} {verb} {seats}{of}"]
    words += [f"{group_name(group)} {number_word(abs(each))}" for group, each in shown]
    if others := rest[len(shown) :]:
        together = number_word(sum(abs(each) for _, each in others))
        words.append(f"{count(len(others), 'other')} {together} in all")
    return listed(words)


def _hands(compared: Comparison) -> str:
    """Who took a seat from whom, and how many seats were held."""
    changes = [change for change in compared.shown if change.counted]
    kinds = Counter(change.kind for change in changes)
    gains = [change for change in changes if change.kind == GAIN]
    others = [change for change in changes if change.kind == NEW_HOLDER]
    parts = []
    if gains:
        parts.append(f"{count(len(gains), 'seat')} changed hands{_successions(gains)}")
    another = ANOTHER[compared.sides.grouping.key]
    for kinds_of, many in (
        (ANEW, "elected anew {}"),
        (COUNTED, "counted {} without having been elected anew"),
    ):
        if names := [change.people[0].person_name for change in changes if change.kind in kinds_of]:
            parts.append(f"{few(names, FEW, 'member')} {was(len(names))} {many.format(another)}")
    if others:
        side = SIDES[compared.sides.grouping.key]
        words = f"{count(len(others), 'new holder')}, neither gain nor loss since {a(side)} is not known"
        parts.append(f"{words}{_successions(others)}")
    for kind, one, many in GONE:
        if kinds[kind]:
            parts.append(count(kinds[kind], one, many))
    if kinds[HELD] or kinds[HELD_BY_ANOTHER]:
        parts.append(_kept(kinds[HELD], kinds[HELD_BY_ANOTHER], other=bool(gains)))
    return "; ".join(parts)


def _kept(by_same: int, by_others: int, *, other: bool) -> str:
    seats = by_same + by_others
    more = "other " if other else ""
    words = count(seats, f"{more}seat was held", f"{more}seats were held")
    if by_others:
        words += f", {number_word(by_others)} of them by somebody new" if by_same else " by somebody new"
    return words


def _successions(changes: list[Change]) -> str:
    """`: Kate Osamor for Peter Wheeler`, or nothing where they are too many for a sentence."""
    if len(changes) > PASSED:
        return ""
    return ": " + listed([" for ".join(one.person_name for one in change.people) for change in changes])


def _people(compared: Comparison) -> str:
    """How many sitting members stood again and were returned, and how many members are new."""
    returned = [filtered(compared, one) for one in compared.returned]
    parts = []
    if any(one.stood or one.retired for one in returned):
        parts.append(_returned(returned))
    members = [one for one in compared.later.seated if compared.shows(one, compared.later.date)]
    new = [one for one in compared.new if compared.shows(one.who, compared.later.date)]
    if new:
        some = _of_members(compared, len(new), len(members))
        names = f": {listed([one.who.person_name for one in new])}" if len(new) <= FEW else ""
        parts.append(f"{some} {'is' if len(new) == 1 else 'are'} new{names}{_again(new)}")
    return "; ".join(parts)


def _of_members(compared: Comparison, new: int, members: int) -> str:
    """`two of nine members`, `all nine members`, `the one member`; not of how many where factions are switched on."""
    least = "" if _all_known(compared) else "at least "
    if compared.lens.factions:
        return f"{least}{count(new, 'member')}"
    if new < members:
        return f"{least}{number_word(new)} of {count(members, 'member')}"
    return part_of(members, members, "member")


def _all_known(compared: Comparison) -> bool:
    """Whether nobody can have been a member on the earlier day of whom the record does not know."""
    sat = {one.person for one in compared.earlier.everybody} | {one.who.person for one in compared.new}
    return not compared.earlier.not_known and all(one.person in sat for one in compared.later.seated)


def _again(new: list[Newcomer]) -> str:
    number = sum(one.again for one in new)
    if not number:
        return ""
    return f" ({number_word(number)} of them had sat before)" if len(new) > 1 else " (who had sat before)"


def _returned(returned: list[Return]) -> str:
    """`At the election of 20 August 2014 all six sitting members stood again and five were returned`."""
    dates = list(dict.fromkeys(one.held.date for one in returned))
    when = (
        f"at the election of {written(dates[0])}"
        if len(dates) == 1
        else f"at {count(len(dates), 'election')}"
    )
    sitting, stood = sum(len(one.sitting) for one in returned), sum(len(one.stood) for one in returned)
    if all(one.retired is not None for one in returned):
        members = count(sitting, "sitting member")
        who = f"{number_word(stood)} of {members}"
        if sitting in (1, stood):
            who = part_of(sitting, sitting, "sitting member")
        words = f"{when} {who} {'stood again' if stood or sitting > 1 else 'did not stand again'}"
    else:
        words = f"{when} {count(stood, 'sitting member is', 'sitting members are')} known to have stood again"
    back, decided = sum(len(one.returned) for one in returned), sum(one.decided for one in returned)
    if decided:
        words += f" and {number_word(back)} {was(back)} returned"
    return words + (f"; of {number_word(stood - decided)} it is not known" if stood > decided else "")
