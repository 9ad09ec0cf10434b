"""The findings and notes on changes, in sentences that may be printed."""

from __future__ import annotations

from collections import Counter

from db.dates import written
from db.reading.factions import Factions
from db.reading.succession import (
    ABOLISHED,
    GAIN,
    HELD,
    NEW,
    NEW_HOLDER,
    NOT_KNOWN,
    NOT_KNOWN_BEFORE,
    VACANT,
    Change,
)
from db.view import NO_SLATE, Faction
from db.wording import count, listed, sentence, signed

FEW = 8
"""More names than these are not listed in a sentence."""


def findings(changes: list[Change], factions: Factions, date: str, against: str) -> tuple[str, ...]:
    """The net between slates, who took a seat from whom, who is new."""
    if not changes:
        return ()
    span = f"between {written(against)} and {written(date)}"
    gains = [change for change in changes if change.kind == GAIN]
    held = sum(change.kind == HELD for change in changes)
    said = [_net(gains, factions, date, span) or f"No seat passed from one known slate to another {span}"]
    if gains:
        others = count(held, "other seat was", "other seats were")
        said.append(f"{count(len(gains), 'seat')} changed hands: {_successions(gains)}; {others} held")
    else:
        said[0] += f"; {count(held, 'seat was', 'seats were')} held"
    rest = [change for change in changes if change.newcomer and change.kind not in (GAIN, NEW)]
    for kind, words in ((NEW, "New seats"), (ABOLISHED, "Seats abolished")):
        if some := [change for change in changes if change.kind == kind]:
            said.append(f"{words}: {_successions(some)}")
    if not gains and 0 < len(rest) <= FEW:
        said.append(f"New holders: {_successions(rest)}")
    return tuple(map(sentence, said[:3]))


def _net(gains: list[Change], factions: Factions, date: str, span: str) -> str:
    net: Counter[str] = Counter()
    for change in gains:
        for one, step in ((change.after, 1), (change.before, -1)):
            if one is not None:
                net[factions.rolled_up(one.faction.key, one.since or date)] += step
    moved = [f"{factions.named(key).name} {signed(number)}" for key, number in net.most_common() if number]
    return f"{listed(moved)} {span}" if moved else ""


def _successions(changes: list[Change]) -> str:
    """`Kate Osamor for Peter Wheeler`, or only whose seat it was or is."""
    return listed([" for ".join(one.person_name for one in change.people) for change in changes])


def note(change: Change) -> str:
    """What has to be said of one seat."""
    before, after = change.before, change.after
    if before and after and before.person == after.person and before.faction != after.faction:
        return (
            f"held by {after.person_name}, {_stood(before.faction)} before and {_stood(after.faction)} after"
        )
    return {
        NOT_KNOWN_BEFORE: "no holder on record on the earlier day",
        NOT_KNOWN: "not attested on the later day",
        VACANT: "no successor on record",
    }.get(change.kind, "")


def _stood(faction: Faction) -> str:
    return "with no slate known" if faction is NO_SLATE else f"on the slate {faction.name}"


def notes(changes: list[Change]) -> tuple[str, ...]:
    """How successors were paired, and what is not called a gain."""
    said = []
    sections = Counter(change.section for change in changes if change.kind in (GAIN, NEW_HOLDER))
    if any(number > 1 for number in sections.values()):
        said.append(
            "In a section of several seats nobody succeeds to a particular seat, unless a source says so: those who left and "
            "those who came are paired by slate, then by umbrella, then in alphabetical order."
        )
    if any(change.kind == NEW_HOLDER for change in changes):
        said.append("A new holder is neither gain nor loss where a slate is not known.")
    return tuple(said)
