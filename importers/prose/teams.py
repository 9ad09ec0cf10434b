"""The candidates of each faction as the tables of an article print them, for what its text says of them without names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from db.matching import folded
from importers.documents.document import Cell
from importers.known import Known
from importers.prose.groups import GroupClaim
from importers.prose.mentions import Finder
from importers.results.lines import pasted
from importers.results.result import Result


class Teams:
    """Looks into the tables when it is asked for the first time."""

    def __init__(self, lines: Sequence[Cell], tables: Sequence[Result], known: Known, finder: Finder) -> None:
        self._lines, self._tables, self._known, self._finder = lines, tables, known, finder

    def fellows(self, claim: GroupClaim) -> tuple[str, ...]:
        """`Her two fellow Labour First candidates`: those of the slate but her, if they are two."""
        names = self._of(claim.factions)
        meant = tuple(name for name in names if name not in claim.but)
        return meant if claim.number == len(meant) < len(names) else ()

    def winners(self, claim: GroupClaim, lost: Collection[str]) -> tuple[str, ...]:
        """`The slate won four of six places`: its candidates but those told not to be elected, if they are four."""
        names = self._of(claim.factions)
        won = tuple(name for name in names if name not in lost)
        return won if claim.number == len(won) < len(names) else ()

    def _of(self, factions: tuple[str, ...]) -> list[str]:
        return [name for name, keys in self._slates if keys & set(factions)]

    @cached_property
    def _slates(self) -> list[tuple[str, set[str]]]:
        """The candidates in the tables, with the factions that their slate names."""
        found = []
        for one in (one for result in self._tables or pasted(self._lines) for one in result.candidates):
            things = (thing for thing in self._finder.things(one.slate) if thing.kind == "faction")
            keys = {key for thing in things for key in thing.keys} or self._labels.get(
                folded(one.slate), set()
            )
            found.append((self._finder.people.note(one.name), keys))
        return found

    @cached_property
    def _labels(self) -> dict[str, set[str]]:
        return {folded(name): {one.key} for one in self._known.factions.values() for name in one.names}
