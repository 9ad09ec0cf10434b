"""What the user says of an import, as one value: flags of the command and keys of the review make a new one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple, Self

from importers.results.layouts import Layout

SOMEBODY_NEW: Final = ""
"""Instead of a person's key: the name is that of somebody who is not on record."""

NO_FACTION: Final = ""
"""Instead of a faction's key: the label stands for no faction; it is kept as printed."""

NEW_FACTION: Final = "+"
"""Instead of a faction's key: the label is that of a faction that is not on record."""

Value = str | int | float | bool | None
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class Wanted(NamedTuple):
    """The contest that results belong to; whatever is left open the source has to tell."""

    contest: str | None = None
    """Key of a contest on record."""
    body: str | None = None
    """Key or name of the body; where it is `new`, the name that it gets."""
    section: str | None = None
    date: str | None = None
    seats: int | None = None
    unit: str | None = None
    new: bool = False
    """Whether body and section may be made where they are not on record."""

    @property
    def empty(self) -> bool:
        """Whether nothing is said of where the results belong."""
        return self.contest is None and self.body is None and self.section is None


class Decisions(NamedTuple):
    """All that the user has said so far."""

    wanted: Wanted = Wanted()
    """What holds for every result that does not say better itself."""
    contests: Mapping[int, Wanted] = MappingProxyType({})
    """For results by their number."""
    persons: Mapping[str, str] = _NOTHING
    """For names: the key of the person meant, or `SOMEBODY_NEW`."""
    factions: Mapping[str, str] = _NOTHING
    """For printed labels: the key of the faction meant, `NEW_FACTION` or `NO_FACTION`."""
    make_factions: bool = False
    """Whether every label that is no faction on record becomes one."""
    values: Mapping[tuple[int, int, str], Value] = MappingProxyType({})
    """For result, candidate and field of `Found`: the value that the source ought to have."""
    ticks: Mapping[str, bool] = MappingProxyType({})
    """For items by their keys: accepted or rejected."""
    shown: Mapping[str, bool] = MappingProxyType({})
    """For items in conflict: whether the source's value is shown from now on, and that of the record kept beside it."""

    layouts: Mapping[Layout, Layout] = MappingProxyType({})
    """For layouts by their headings: the roles of the columns, to be remembered with the import."""

    def with_person(self, name: str, key: str) -> Self:
        """The same, and who is meant by a name."""
        return self._replace(persons={**self.persons, name: key})

    def with_faction(self, label: str, key: str) -> Self:
        """The same, and which faction is meant by a label."""
        return self._replace(factions={**self.factions, label: key})

    def with_contest(self, result: int, wanted: Wanted) -> Self:
        """The same, and where a result belongs."""
        return self._replace(contests={**self.contests, result: wanted})

    def with_value(self, result: int, candidate: int, field: str, value: Value) -> Self:
        """The same, and a value corrected."""
        return self._replace(values={**self.values, (result, candidate, field): value})

    def with_tick(self, key: str, accepted: bool) -> Self:
        """The same, and an item accepted or rejected."""
        return self._replace(ticks={**self.ticks, key: accepted})

    def with_shown(self, key: str, shown: bool) -> Self:
        """The same, and which of two values is shown."""
        return self._replace(shown={**self.shown, key: shown})
