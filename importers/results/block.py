"""Candidates in lines that follow each other, and what stands above and between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from importers.documents.document import Cell
from importers.results.checking import doubts_of
from importers.results.groups import Group
from importers.results.line import Line
from importers.results.marks import Legends, Marked, applied
from importers.results.order import NO_ORDER, Order
from importers.results.previous import with_ranks_explained
from importers.results.result import Doubt, Fact, Found, Result
from importers.results.stated import said
from importers.results.tallies import NOTHING, Told
from importers.results.whole import completed

_NOMINATIONS = re.compile(r"\bnominations?\b(?!.*\b(?:results?|votes?|elected)\b)", re.I)


def _nominated(one: Found) -> Found:
    """A candidate whose one figure stands in a list of nominations."""
    if not isinstance(one.votes, int) or one.nominations is not None or one.outcome:
        return one
    return one._replace(nominations=one.votes, votes=None)


@dataclass
class Block:
    """Lines of candidates, gathered; `above` are the lines right before them, the nearest first."""

    above: tuple[Cell, ...] = ()
    order: Order = NO_ORDER
    lines: list[Line] = field(default_factory=list)
    unread: list[Cell] = field(default_factory=list)
    told: Told = NOTHING
    head: Group | None = None

    def joined(self, one: Found) -> Found:
        """A candidate with what the words above several say."""
        return self.head.joined(one) if self.head else one

    def result(self, known: Legends) -> Result | None:
        """The block as a result; a lone line or a run of names with years needs figures that are plainly votes."""
        if not self.lines:
            return None
        strong = any(one.strong or one.found.outcome for one in self.lines)
        if not strong and (len(self.lines) < 2 or self._are_years()):
            return None
        title = self.above[0].text if self.above else ""
        place = self.above[0].origin if self.above else f"the list from {self.lines[0].found.origin}"
        rows = [
            Marked(_nominated(one.found) if _NOMINATIONS.search(title) else one.found, one.signs)
            for one in self.lines
        ]
        candidates, marked = applied(rows, known, place)
        if self._has_two_readings():
            candidates = tuple(one._replace(certain=False) for one in candidates)
        told = self.told.beside(self._above())
        doubts = (*self._doubts(), *marked, *told.doubts, *doubts_of(candidates))
        result = Result(
            title, candidates, doubts, facts=told.facts, counts=told.counts, previous_date=self.order.before,
            above=tuple(cell.text for cell in self.above),
        )  # fmt: skip
        return with_ranks_explained(completed(result))

    def _above(self) -> Told:
        """What the lines above say; what stands further away may be said of something else."""
        found = NOTHING
        for at, cell in enumerate(self.above):
            one = said(cell.text, cell.origin)
            if at or cell.text.casefold().startswith("by "):
                one = one._replace(facts=tuple(fact._replace(certain=False) for fact in one.facts))
            found = found.beside(one)
        if self.order.year:
            place = self.lines[0].found.origin
            found = found.beside(Told((Fact("date", self.order.year, f"the headings above {place}"),)))
        return found

    def _doubts(self) -> Iterator[Doubt]:
        yield from self._two_readings()
        for one in self.lines:
            yield from one.doubts
        for cell in self.unread:
            yield (
                cell.origin,
                f"Found {cell.text!r} among candidates, expected a name and figures; it was left out.",
            )

    def _are_years(self) -> bool:
        return all(1800 <= one.value <= 2100 for found in self.lines for one in found.figures)

    def _has_two_readings(self) -> bool:
        return not self.order.roles and any(one.found.previous_votes is not None for one in self.lines)

    def _two_readings(self) -> Iterator[Doubt]:
        """A second figure without a heading is read as that of the election before; it may be something else."""
        second = next((one.found for one in self.lines if one.found.previous_votes is not None), None)
        if second and self._has_two_readings():
            yield (
                second.origin,
                f"Found {second.previous_votes:,} after the votes, read as the votes of the election before; "
                "no line of headings says so.",
            )
