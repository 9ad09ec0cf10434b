"""Who sat in a section from when to when without a break, and who took over from whom in between elections."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from db.dates import agree
from db.reading.factions import Factions
from db.reading.held import Held
from db.reading.passing.between import Between
from db.reading.passing.pairing import paired
from db.reading.seats.holders import Seated, Tenure


class Stint(NamedTuple):
    """One person in one section without a break, over as many terms as that was."""

    first: Seated
    """The term with which it began."""
    last: Seated
    """The term with which it ended, or goes on."""

    @property
    def person(self) -> int:
        """Id of the person."""
        return self.first.person

    @property
    def since(self) -> str:
        """The day on which it began."""
        return self.first.since or ""

    @property
    def until(self) -> str | None:
        """The day on which it no longer counted; None where it goes on."""
        return self.last.until


class Stints:
    """The stints of a span of time, each with the one that it took over from, where that can be told."""

    def __init__(self, tenure: Tenure, between: Between, factions: Factions, single: frozenset[int]) -> None:
        """Put terms together.

        Args:
            tenure: who held the seats in the span.
            between: the contests of the span.
            factions: of the record.
            single: ids of the sections that have had one seat all the time.
        """
        self.between, self.factions, self.single = between, factions, single
        self.of_person: dict[tuple[int, int], list[Stint]] = defaultdict(list)
        """By section and person, in the order of time."""
        self.before: dict[int, Stint] = {}
        """Of a stint, by the id of its first term, the one of whoever held the same seat before."""
        self.after: dict[int, Stint] = {}
        """Of a stint, by the id of its first term, the one of whoever took over from it."""
        for section, stints in _joined(tenure.every()).items():
            for one in stints:
                self.of_person[section, one.person].append(one)
            self._follow(section, stints)

    def on(self, section: int, person: int, date: str) -> Stint | None:
        """The stint of somebody that counts on a day."""
        return next(
            (
                one
                for one in self.of_person.get((section, person), ())
                if one.since <= date and (one.until is None or date < one.until)
            ),
            None,
        )

    def won_at(self, one: Seated) -> Held | None:
        """The contest between the days at which a term was won."""
        if one.contest in self.between.by_key:
            return self.between.by_key[one.contest]
        return None if one.replaces else self._elected_on(one)

    def _elected_on(self, one: Seated) -> Held | None:
        """The contest of the day on which a term begins, where the person was elected at it."""
        held = self.between.contest_on(one.section, one.since)
        stood = self.between.candidacies[held.id].get(one.person) if held else None
        return held if stood and stood.outcome == "elected" else None

    def _follow(self, section: int, stints: list[Stint]) -> None:
        """Walk through the days: who leaves waits for a successor, who comes in between takes over from one who waits."""
        waiting: list[Stint] = []
        leaving = sorted((one for one in stints if one.until), key=lambda one: (one.until or "", one.since))
        at = 0
        days: dict[str, list[Stint]] = defaultdict(list)
        for one in stints:
            days[one.since].append(one)
        for day in sorted(days):
            while at < len(leaving) and (leaving[at].until or "") <= day:
                waiting.append(leaving[at])
                at += 1
            waiting = self._taken_over(section, days[day], waiting)
            held = self.between.contest_on(section, day)
            if held is not None and held.kind == "regular" and held.whole and section not in self.single:
                waiting = []

    def _taken_over(self, section: int, came: list[Stint], waiting: list[Stint]) -> list[Stint]:
        """Give each newcomer of a day the one taken over from, where that is certain; who is left waiting."""
        named = {one.person: one for one in waiting}
        rest = []
        for one in came:
            predecessor = named.get(one.first.replaces or 0)
            if predecessor is None:
                rest.append(one)
            else:
                self._link(one, predecessor)
        gone = {self.before[one.first.term].person for one in came if one.first.term in self.before}
        waiting = [one for one in waiting if one.person not in gone]
        if section in self.single:
            if rest and waiting and (waiting[-1].last.ended or waiting[-1].until == rest[0].since):
                self._link(rest[0], waiting[-1])
            return []
        fillers = [one for one in rest if self._fills(one)]
        just_left = [one for one in waiting if one.until and fillers and agree(one.until, fillers[0].since)]
        for some in (just_left, waiting):
            if fillers and len(fillers) == len(some):
                self._pair(some, fillers)
                return [one for one in waiting if one not in some]
        return waiting

    def _link(self, one: Stint, earlier: Stint) -> None:
        self.before[one.first.term] = earlier
        self.after[earlier.first.term] = one

    def _fills(self, one: Stint) -> bool:
        """Whether somebody came in for somebody else, as by-elections and replacements are."""
        if one.first.basis == "inferred":
            return False
        held = self.won_at(one.first)
        if held is not None:
            return held.kind == "by-election"
        return one.first.gained.casefold().startswith(("by-election", "replace", "co-opt"))

    def _pair(self, waiting: list[Stint], came: list[Stint]) -> None:
        left, arrived = ({one.person: one for one in some} for some in (waiting, came))
        pairs = paired(
            [one.last for one in waiting], [one.first for one in came], self.factions, came[0].since
        )
        for old, new in pairs:
            if old is not None and new is not None and old.person != new.person:
                self._link(arrived[new.person], left[old.person])


def _joined(terms: list[Seated]) -> dict[int, list[Stint]]:
    """Terms of one person that follow upon each other as one stint, by section."""
    found: dict[int, list[Stint]] = defaultdict(list)
    ordered = sorted(terms, key=lambda one: (one.section, one.person, one.since or "", one.until or "9999"))
    for one in ordered:
        stints = found[one.section]
        latest = stints[-1] if stints else None
        if (
            latest
            and latest.person == one.person
            and (latest.until is None or (one.since or "") <= latest.until)
        ):
            longer = latest.until is not None and (one.until is None or one.until >= latest.until)
            stints[-1] = Stint(latest.first, one if longer else latest.last)
        else:
            stints.append(Stint(one, one))
    return found
