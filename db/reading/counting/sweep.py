"""The balance of a place on many days in one pass: each seat is looked at when it changes, not once a day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from db.reading.counting.assembly import ALWAYS, Assembly
from db.reading.counting.balance import Balance
from db.reading.counting.grouping import Leaning
from db.reading.seats.chamber import Refusals
from db.reading.seats.holders import Seated, Seats, seats_through
from db.view import Faction

Way: TypeAlias = tuple[tuple[Faction, ...], bool, bool]
"""How a seat is counted: its groups, whether it is counted in all of them, whether it has a vote."""


class Count(NamedTuple):
    """The seats of a place on a day, counted."""

    date: str
    ways: Mapping[Way, int]
    """Seats with a holder, by how they are counted."""
    not_known: int
    vacant: int
    unheld_votes: int
    """Votes of the seats whose holder is not known."""
    sized: bool = True
    """Whether it is on record how many seats each section has; else no majority can be stated."""
    unapplied: Refusals = ()
    """What a scenario assumes and could not be applied on the day."""

    @property
    def held(self) -> Counter[Faction]:
        """Seats of each group; whoever is counted with several stands in each, whoever may be in one of several in none."""
        return self._by_group(votes=False)

    @property
    def low(self) -> Counter[Faction]:
        """Votes that are each group's for certain."""
        return self._by_group(votes=True)

    @property
    def unknown_votes(self) -> int:
        """Votes of which it is not known whose they are: of holders without a known group, of seats without a known holder."""
        return self.unheld_votes + sum(
            number for (groups, _, voting), number in self.ways.items() if voting and not groups
        )

    @property
    def most(self) -> Counter[Faction]:
        """Votes that each group has at the most: with whoever may belong to it, and with all that is unknown."""
        found = self.low
        for (groups, all_of_them, voting), number in self.ways.items():
            for group in groups if len(groups) > 1 and not all_of_them else ():
                found[group] += number * voting
        unknown = self.unknown_votes
        for groups, _, _ in self.ways:
            for group in groups:
                found.setdefault(group, 0)
        return Counter({group: votes + unknown for group, votes in found.items()})

    @property
    def overlapping(self) -> bool:
        """Whether some are counted with several groups at once."""
        return any(all_of_them and len(groups) > 1 for groups, all_of_them, _ in self.ways)

    def besides(self, groups: Collection[Faction]) -> int:
        """Votes that are certain of other groups, and of none of these."""
        return sum(
            number
            for (own, all_of_them, voting), number in self.ways.items()
            if voting and (len(own) == 1 or all_of_them) and own and not set(own) & set(groups)
        )

    def drawn(self, unknown: Faction, several: Faction) -> Counter[Faction]:
        """Each seat once: with its group, or with what stands for none or several."""
        found: Counter[Faction] = Counter()
        for (groups, _, _), number in self.ways.items():
            found[groups[0] if len(groups) == 1 else several if groups else unknown] += number
        return found

    @property
    def unknown(self) -> int:
        """Seats of holders whose group is not known."""
        return sum(number for (groups, _, _), number in self.ways.items() if not groups)

    @property
    def total(self) -> int:
        """All seats."""
        return self.not_known + self.vacant + sum(self.ways.values())

    @property
    def votes(self) -> int:
        """Votes that can be cast."""
        return self.unheld_votes + sum(number for (_, _, voting), number in self.ways.items() if voting)

    @property
    def majority(self) -> int:
        """Votes that are more than half of those."""
        return self.votes // 2 + 1

    def _by_group(self, *, votes: bool) -> Counter[Faction]:
        found: Counter[Faction] = Counter()
        for (groups, all_of_them, voting), number in self.ways.items():
            if (all_of_them or len(groups) == 1) and (voting or not votes):
                for group in groups:
                    found[group] += number
        return found


def counted(assembly: Assembly, days: Sequence[str]) -> list[Count]:
    """Count a place on some days, in their order; the assembly has to span all time.

    What a scenario assumes is counted day by day, since it may change anything.
    """
    days = sorted(days)
    if assembly.lens.scenario is not None or assembly.span != ALWAYS:
        return [count_of(assembly.balance(assembly.chamber(day))) for day in days]
    return list(_Sweep(assembly).over(days))


def count_of(balance: Balance) -> Count:
    """The count of one day, from its balance."""
    chamber = balance.chamber
    ways = Counter(_way(leaning, voting=one.voting) for one, leaning in balance.counted)
    return Count(
        chamber.date,
        ways,
        sum(chamber.not_known.values()),
        sum(chamber.vacancies.values()),
        chamber.unheld_votes,
        all(one.seats is not None for one in chamber.sections),
        chamber.unapplied,
    )


def _way(leaning: Leaning, *, voting: bool) -> Way:
    return leaning.groups, leaning.all_of_them, voting


Spell: TypeAlias = tuple[str, str | None, Seated]
"""From when to when somebody holds a seat without a change."""


class _Sweep:
    """One pass over the changes of a place, from the first to the last."""

    def __init__(self, assembly: Assembly) -> None:
        self.assembly = assembly
        place = assembly.place
        self.layout = seats_through(assembly.connection, place.body or 0, place.section)
        self.voteless: dict[int, list[tuple[str, bool]]] = defaultdict(list)
        """Of sections that attend without a vote at some time: from when on they do, or do not."""
        if place.section is None:
            attending = {
                section for _, section, seats in self.layout if seats is not None and not seats.voting
            }
            for day, section, seats in self.layout:
                if section in attending:
                    self.voteless[section].append((day, seats is not None and not seats.voting))

    def over(self, days: Sequence[str]) -> Iterator[Count]:
        """The count of each day."""
        ways: Counter[Way] = Counter()
        hall = _Hall()
        turns = self._turns()
        layout = iter([*self.layout, None])
        empty = iter([*sorted(self._empty()), None])
        seats, standing, at = next(layout), next(empty), 0
        for day in days:
            while at < len(turns) and turns[at][0] <= day:
                _, section, way, number = turns[at]
                ways[way] += number
                hall.hold(section, number)
                at += 1
            while seats is not None and seats[0] <= day:
                hall.lay_out(
                    seats[1], seats[2] if seats[2] is None or not self._attends(*seats[:2]) else None
                )
                seats = next(layout)
            while standing is not None and standing[0] <= day:
                hall.leave_empty(standing[1], standing[2])
                standing = next(empty)
            taken = {way: number for way, number in ways.items() if number}
            not_known, vacant, votes = hall.empty()
            yield Count(day, taken, not_known, vacant, votes, hall.sized)

    def _empty(self) -> Iterator[tuple[str, int, int]]:
        """When how many seats of a section begin (+1) or cease (-1) to stand empty, as a source says."""
        for _, section, start, end in self.assembly.stated_empty:
            if end is None or start < end:
                yield start, section, 1
                if end is not None:
                    yield end, section, -1

    def _attends(self, day: str, section: int) -> bool:
        """Whether a section attends without a vote on a day."""
        said = [attends for start, attends in self.voteless.get(section, ()) if start <= day]
        return bool(said) and said[-1]

    def _turns(self) -> list[tuple[str, int, Way, int]]:
        """When which section gains (+1) or loses (-1) a seat that is counted in which way, in the order of the days."""
        grouping = self.assembly.grouping
        spells = list(self._spells())
        grouping.prepare([seated for _, _, seated in spells])
        turns = []
        for start, end, seated in spells:
            if self._attends(start, seated.section):
                continue
            within = (day for day in grouping.days_of(seated) if start < day and (end is None or day < end))
            for first, last in pairwise([start, *sorted(within), end]):
                way = _way(grouping.of(seated, first or ""), voting=seated.voting)
                turns.append((first or "", seated.section, way, 1))
                if last is not None:
                    turns.append((last, seated.section, way, -1))
        return sorted(turns, key=lambda turn: turn[0])

    def _spells(self) -> Iterator[Spell]:
        """Holders without double seats: of several terms of one person in one section the last one counts, as on a single day."""
        tenure = self.assembly.tenure
        rows_of = defaultdict(list)
        for row in tenure.terms:
            rows_of[row[2], row[3]].append(row)
        for (section, _), rows in rows_of.items():
            first = min(row[8] for row in rows)
            days = set().union(*map(tenure.days_of, rows), (day for day, _ in self.voteless.get(section, ())))
            ordered = sorted(day for day in days if day >= first)
            for start, end in pairwise([*ordered, None]):
                day = start or ""
                there = [row for row in rows if row[8] <= day and (row[19] is None or day < row[19])]
                if there:
                    yield day, end, tenure.seated(there[-1], day)


class _Hall:
    """Seats without a holder while a sweep goes on: only sections that change are counted anew."""

    def __init__(self) -> None:
        self._seats: dict[int, Seats] = {}
        self._held: Counter[int] = Counter()
        self._standing: Counter[int] = Counter()
        self._counted: dict[int, tuple[int, int, int]] = {}
        self._sum = (0, 0, 0)
        self._touched: set[int] = set()
        self._unsized: set[int] = set()

    def hold(self, section: int, number: int) -> None:
        """So many more holders have a seat of a section."""
        self._held[section] += number
        self._touched.add(section)

    def lay_out(self, section: int, seats: Seats | None) -> None:
        """A section has these seats from now on, or none."""
        self._touched.add(section)
        self._unsized.discard(section)
        if seats is None:
            self._seats.pop(section, None)
            return
        self._seats[section] = seats
        if seats.seats is None:
            self._unsized.add(section)

    def leave_empty(self, section: int, number: int) -> None:
        """So many more seats of a section are said to stand empty."""
        self._standing[section] += number
        self._touched.add(section)

    @property
    def sized(self) -> bool:
        """Whether it is on record how many seats each section has."""
        return not self._unsized

    def empty(self) -> tuple[int, int, int]:
        """Seats of which the holder is not known, seats that stand empty, and the votes of the former."""
        for section in self._touched:
            now = self._of(section)
            before = self._counted.get(section, (0, 0, 0))
            self._counted[section] = now
            known, vacant, votes = self._sum
            self._sum = known + now[0] - before[0], vacant + now[1] - before[1], votes + now[2] - before[2]
        self._touched.clear()
        return self._sum

    def _of(self, section: int) -> tuple[int, int, int]:
        seats = self._seats.get(section)
        if seats is None:
            return 0, 0, 0
        empty = max(0, (seats.seats or 0) - self._held[section])
        standing = min(empty, self._standing[section])
        return empty - standing, standing, (empty - standing) * seats.voting
