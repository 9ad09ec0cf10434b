"""The balance of a place on many days in one pass: each seat is looked at when it changes, not once a day."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from db.reading.assembly import ALWAYS, Assembly
from db.reading.balance import Balance
from db.reading.grouping import Leaning
from db.reading.holders import Seated, Seats, seats_on
from db.view import Faction

LAYOUTS = """
SELECT valid_from FROM section CROSS JOIN rule ON rule.section_id = section.id
WHERE section.body_id = :body AND valid_from IS NOT NULL
UNION SELECT valid_to FROM section CROSS JOIN rule ON rule.section_id = section.id
WHERE section.body_id = :body AND valid_to IS NOT NULL
UNION SELECT contest.date FROM section CROSS JOIN contest ON contest.section_id = section.id
WHERE section.body_id = :body AND contest.kind = 'regular' AND contest.status = 'declared' AND contest.date IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM rule WHERE rule.section_id = section.id AND coalesce(rule.valid_from, '') <= contest.date)
ORDER BY 1
"""
"""The days on which the number of seats may change: by a rule, or where there is none by a contest."""

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


class Layout(NamedTuple):
    """The sections from a day on."""

    seats: tuple[Seats, ...]
    """Those whose seats count."""
    voteless: frozenset[int]
    """Those that attend without a vote."""


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
    ways = Counter(_way(balance.leanings[at], voting=one.voting) for at, one in enumerate(chamber.seated))
    return Count(
        chamber.date,
        ways,
        sum(chamber.not_known.values()),
        sum(chamber.vacancies.values()),
        chamber.unheld_votes,
        all(one.seats is not None for one in chamber.sections),
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
        bound = {"body": place.body}
        self.starts = [day for (day,) in assembly.connection.execute(LAYOUTS, bound)]
        self.layouts = [self._layout(day) for day in ["", *self.starts]]
        self.flipping = frozenset().union(*(one.voteless for one in self.layouts))

    def _layout(self, day: str) -> Layout:
        place = self.assembly.place
        sections = seats_on(self.assembly.connection, place.body or 0, place.section, day)
        voteless = frozenset(one.section for one in sections if not one.voting and place.section is None)
        return Layout(tuple(one for one in sections if one.section not in voteless), voteless)

    def _on(self, day: str) -> Layout:
        return self.layouts[bisect_right(self.starts, day)]

    def over(self, days: Sequence[str]) -> Iterator[Count]:
        """The count of each day."""
        turns = self._turns()
        ways: Counter[Way] = Counter()
        held: Counter[int] = Counter()
        at = 0
        for day in days:
            while at < len(turns) and turns[at][0] <= day:
                _, section, way, number = turns[at]
                ways[way] += number
                held[section] += number
                at += 1
            yield self._count(day, Counter({way: number for way, number in ways.items() if number}), held)

    def _count(self, day: str, ways: Counter[Way], held: Counter[int]) -> Count:
        stated = self.assembly.vacancies(day)
        not_known = vacant = votes = 0
        sections = self._on(day).seats
        for one in sections:
            empty = max(0, (one.seats or 0) - held[one.section])
            standing = min(empty, stated.get(one.section, 0))
            not_known += empty - standing
            vacant += standing
            votes += (empty - standing) * one.voting
        sized = all(one.seats is not None for one in sections)
        return Count(day, ways, not_known, vacant, votes, sized)

    def _turns(self) -> list[tuple[str, int, Way, int]]:
        """When which section gains (+1) or loses (-1) a seat that is counted in which way, in the order of the days."""
        grouping = self.assembly.grouping
        spells = list(self._spells())
        grouping.prepare([seated for _, _, seated in spells])
        turns = []
        for start, end, seated in spells:
            if seated.section in self._on(start).voteless:
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
            days = set().union(*map(tenure.days_of, rows))
            days |= set(self.starts) if section in self.flipping else set()
            for start, end in pairwise([*sorted(days), None]):
                there = [
                    row
                    for row in rows
                    if row[8] <= (start or "") and (row[19] is None or (start or "") < row[19])
                ]
                if there:
                    yield start or "", end, tenure.seated(there[-1], start or "")
