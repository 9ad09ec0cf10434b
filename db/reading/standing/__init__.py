"""The candidacies of one faction, and of all within it on their day: counted by contest and by section, never one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from db.lens import Lens
from db.measures import DECIMALS
from db.reading.factions import Factions
from db.reading.facts import listed
from db.reading.filtering import Query, of_factions
from db.reading.here import WITH_PARTS
from db.reading.parts import in_parts, marks
from db.reading.place import Where
from db.view import Fact, Faction
from db.wording import plain_number

STOOD = "(outcome <> 'withdrawn' OR votes IS NOT NULL)"
"""Whether a candidate stood to the end, or has votes all the same: `db.reading.contests.poll.Candidate.stood`."""

_COUNTS = """count(*) AS candidates, sum(outcome = 'elected') AS elected, sum(outcome = 'not elected') AS lost,
    sum(outcome = 'unknown') AS unknown, sum(outcome = 'pending') AS pending, sum(outcome = 'withdrawn') AS withdrawn"""

_FARED = f"""
SELECT contest_id, {_COUNTS}, group_concat(DISTINCT slate_id) AS slates, sum({STOOD}) AS stood,
       total(votes) AS votes, sum(votes IS NULL AND {STOOD}) AS no_votes,
       total(share) AS share, sum(share IS NULL AND {STOOD}) AS no_share
FROM candidacy WHERE candidacy.contest_id IN ({{contests}}) AND {{mine}} GROUP BY contest_id
"""

_CONTESTS = f"""
WITH fared AS ({_FARED})
SELECT contest.id, contest.key, contest.date, body.key, body.short, contest.section_id, section.key, section.name, contest.kind,
       contest.seats, contest.unit, contest.basis, candidates, elected, lost, unknown, pending, withdrawn, slates,
       CASE WHEN figures = 'complete' AND unit IS NOT 'percent' AND no_votes = 0 AND stood > 0 THEN votes END,
       CASE WHEN figures = 'complete' AND no_share = 0 AND stood > 0 THEN share END,
       (SELECT earlier.id FROM contest AS earlier WHERE earlier.section_id = contest.section_id AND earlier.kind = 'regular'
        AND earlier.date < contest.date AND earlier.status = 'declared' ORDER BY earlier.date DESC LIMIT 1)
FROM fared
CROSS JOIN contest ON contest.id = fared.contest_id
CROSS JOIN body ON body.id = contest.body_id
CROSS JOIN section ON section.id = contest.section_id
"""


_OWN = """
SELECT contest.id, candidacy.id FROM contest CROSS JOIN candidacy ON candidacy.contest_id = contest.id
WHERE contest.id IN ({contests}) AND {mine} ORDER BY candidacy.id
"""

_SLATES = """
SELECT DISTINCT contest.id, slate_id FROM contest CROSS JOIN candidacy ON candidacy.contest_id = contest.id
WHERE contest.id IN ({contests})
"""


class Counts(NamedTuple):
    """Candidacies by their outcome."""

    candidates: int
    elected: int
    lost: int
    unknown: int
    pending: int
    withdrawn: int

    @property
    def known(self) -> int:
        """Those elected and those not: whoever withdrew, and whose outcome is open or not on record, is neither."""
        return self.elected + self.lost

    @property
    def success(self) -> float | None:
        """The elected in percent of those whose outcome is known."""
        return 100 * self.elected / self.known if self.known else None


class Fared(NamedTuple):
    """How the faction fared in one contest."""

    id: int
    key: str
    date: str | None
    body_key: str
    body: str
    section_id: int
    section_key: str
    section: str
    kind: str
    seats: int | None
    unit: str | None
    basis: str | None
    counts: Counts
    slates: tuple[Faction, ...]
    """The slates as printed."""
    votes: int | float | None
    """Of all its candidates; None where the table is incomplete."""
    share: float | None
    change: float | None
    """Points since the section's last regular contest, where that filled as many seats and counted the same."""
    earlier: int | None
    """Id of that contest, where there is a change."""


class Tally(NamedTuple):
    """How the faction fared in all contests of a body, or of a section of it."""

    place: int
    """Id of the body or section."""
    contests: int
    first: str | None
    last: str | None
    counts: Counts
    facts: tuple[Fact, ...] = ()
    """The candidacies, the first ones only of very many."""


class Standing:
    """Who stood for a faction within the place of a lens, up to its day."""

    def __init__(
        self, connection: sqlite3.Connection, lens: Lens, factions: Factions, place: Where, faction: Faction
    ) -> None:
        """Put the condition together.

        Args:
            connection: to the record.
            lens: for its date.
            factions: of the record.
            place: where the lens looks; open is everywhere.
            faction: whose record it is.
        """
        self.connection, self.factions, self.faction = connection, factions, faction
        self.column = "body_id" if place.body is None else "section_id"
        self.here = Query()
        """Where and until when the lens looks."""
        if place.section is not None:
            self.here.add(
                f"candidacy.section_id IN ({WITH_PARTS})",
                place.body,
                place.section,
                place.section,
            )
        elif place.body is not None:
            self.here.add("candidacy.body_id = ?", place.body)
        if lens.date is not None:
            self.here.add("candidacy.date <= ?", lens.date)
        chosen = frozenset({faction.key})
        condition, values = of_factions(Lens(factions=chosen), factions)
        kin = sorted({factions.ids[span.faction] for span in factions.covered(chosen)})
        self.free = "+" if len(kin) > 1 else ""
        """Stands before a column to order or group by, where the index of slates is not in its order and yet the one to go by."""
        own = f"candidacy.slate_id IN ({','.join(map(str, kin))}) AND {condition.replace('candidacy.', '+candidacy.')}"
        if place.body is not None:
            own = own.replace("candidacy.slate_id IN", "+candidacy.slate_id IN", 1)
        self.mine = " AND ".join([own, *self.here.conditions])
        """The condition in SQL, which the index of slates carries, in one body the index of bodies."""
        self.tested = self.mine.replace("+", "").replace("candidacy.", "+candidacy.")
        """The same for rows that are found otherwise: a plus keeps SQLite from the indexes of what is only tested."""
        self.values = [*values, *self.here.values]

    def tallies(self) -> list[Tally]:
        """Its contests and candidacies by body, or by section where the lens names a body."""
        query = f"""
            SELECT {self.column}, count(DISTINCT contest_id), min(date), max(date), group_concat(id), {_COUNTS}
            FROM candidacy WHERE {self.mine} GROUP BY +{self.column}
        """
        read = self.connection.execute(query, self.values)
        return [Tally._make((*row[:4], Counts(*row[5:]), listed("candidacy", row[4]))) for row in read]

    def newest(self, most: int | None) -> list[int]:
        """The contests in which it had candidates, the newest first, at most so many."""
        query = f"""
            SELECT DISTINCT contest_id, date FROM candidacy WHERE {self.mine} ORDER BY {self.free}date DESC, contest_id LIMIT ?
        """
        return [
            row[0] for row in self.connection.execute(query, [*self.values, -1 if most is None else most])
        ]

    def dates(self) -> tuple[str, ...]:
        """The days on which it had candidates, ascending."""
        query = f"SELECT DISTINCT date FROM candidacy WHERE {self.mine} AND date IS NOT NULL ORDER BY {self.free}date"
        return tuple(date for (date,) in self.connection.execute(query, self.values))

    def years(self) -> list[tuple[str, int | None]]:
        """How many were elected in each year, ascending; None where no outcome of the year is known."""
        query = f"""
            SELECT substr(date, 1, 4), sum(outcome = 'elected'), sum(outcome IN ('elected', 'not elected'))
            FROM candidacy WHERE {self.mine} AND date IS NOT NULL GROUP BY 1 ORDER BY 1
        """
        return [
            (year, won if known else None) for year, won, known in self.connection.execute(query, self.values)
        ]

    def in_section(self, section: int, most: int) -> list[int]:
        """Its newest regular contests of one section."""
        query = f"""
            SELECT contest.id FROM contest WHERE section_id = ? AND kind = 'regular' AND EXISTS
                (SELECT 1 FROM candidacy WHERE candidacy.contest_id = contest.id AND {self.tested})
            ORDER BY contest.date DESC LIMIT ?
        """
        return [row[0] for row in self.connection.execute(query, [section, *self.values, most])]

    def fared(self, contests: Sequence[int]) -> list[Fared]:
        """How it fared in some contests, in their order."""
        read = {row[0]: row for row in self._read(contests)}
        before = {
            row[0]: row for row in self._read({row[-1] for row in read.values()} - read.keys() - {None})
        }
        every = before | read
        return [self._fared(read[one], every.get(read[one][-1])) for one in contests if one in read]

    def candidacies(self, contests: Collection[int]) -> dict[int, list[Fact]]:
        """Its candidacies in some contests."""
        found: dict[int, list[Fact]] = {one: [] for one in contests}
        for contest, candidacy in self._in_parts(_OWN, contests):
            found[contest].append(Fact("candidacy", candidacy))
        return found

    def slates(self, contests: Sequence[int]) -> dict[int, frozenset[str]]:
        """The keys of all slates that stood in some contests, its own and others."""
        found: dict[int, frozenset[str]] = {}
        for contest, slate in self._in_parts(_SLATES, contests, []):
            found[contest] = found.get(contest, frozenset()) | {self.factions.get(slate).key}
        return found

    def _read(self, contests: Iterable[int]) -> Iterable[tuple]:  # type: ignore[type-arg]
        return self._in_parts(_CONTESTS, contests)

    def _in_parts(
        self, query: str, contests: Iterable[int], values: Sequence[object] | None = None
    ) -> Iterable[tuple]:  # type: ignore[type-arg]
        for some in in_parts(sorted(contests)):
            sql = query.format(contests=marks(len(some)), mine=self.tested)
            yield from self.connection.execute(sql, [*some, *(self.values if values is None else values)])

    def _fared(self, row: tuple, before: tuple | None) -> Fared:  # type: ignore[type-arg]
        *facts, printed, votes, share, _ = row
        alike = before is not None and row[10] is not None and (row[9], row[10]) == (before[9], before[10])
        earlier = before[-2] if alike and before is not None else None
        ids = (int(number) for number in str(printed).split(",")) if printed else ()
        slates = tuple(sorted(map(self.factions.get, ids), key=self.factions.order))
        share = None if share is None else round(share, DECIMALS)
        change = None if share is None or earlier is None else share - earlier
        compared = None if change is None or before is None else before[0]
        figures = (plain_number(votes), share, change, compared)
        return Fared._make((*facts[:12], Counts(*facts[12:]), slates, *figures))
