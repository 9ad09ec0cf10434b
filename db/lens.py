"""What is being looked at, as one value: keys and command-line flags make a new one, everything else derives from it."""

from __future__ import annotations

from typing import NamedTuple, Self

VIEWS = (
    "composition",
    "timeline",
    "changes",
    "measures",
    "candidates",
    "candidate",
    "contest",
    "contests",
    "ladder",
    "scenarios",
    "divisions",
    "division",
    "factions",
    "faction",
    "schemes",
    "scheme",
    "sources",
    "source",
    "evidence",
    "disputes",
    "audit",
    "claims",
    "claim",
    "brief",
)
"""The names of the questions, in the order in which they are offered."""

GROUPINGS = ("slate", "endorsement", "alignment", "bloc")
"""What seat-holders are grouped by, in the order in which a key changes them; see `db.reading.counting.grouping`."""


class Lens(NamedTuple):
    """One way of looking at the record.  Every field may be left open; equal lenses show equal views."""

    body: str | None = None
    """Key of a body, such as `nec`."""
    section: str | None = None
    """Key of a section within the body, such as `clp`."""
    contest: str | None = None
    """Key of a contest, such as `nec-clp-2014`."""
    person: str | None = None
    """Key of a person, such as `alice-perry`."""
    date: str | None = None
    """The day looked at (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`); open means the last change on record."""
    against: str | None = None
    """The day, or the key of the contest, compared with; open means the change before."""
    factions: frozenset[str] = frozenset()
    """Keys of the factions switched on; empty means all."""
    text: str = ""
    """Words that a row must contain."""
    grouping: str | None = None
    """By what holders are grouped: `slate`, `endorsement`, `alignment` or `bloc`; open means by slate, or by bloc where a scheme
    is named."""
    scheme: str | None = None
    """Key of the scheme whose blocs are meant, such as `wings`."""
    beside: str | None = None
    """Key of a second scheme, shown beside the first."""
    scenario: str | None = None
    """Key of the scenario whose assumptions are made; open means the facts alone."""
    faction: str | None = None
    """Key of the faction whose record is looked at."""
    division: str | None = None
    """Key of a division, such as `nec-2016-07-12`."""
    source: str | None = None
    """Key of the source whose page is looked at."""
    claim: str | None = None
    """Key of a claim."""
    row: str | None = None
    """The row whose facts are looked at, as `db.view.Origin` writes it: `contest:candidacy.12`."""
    sort: str | None = None
    """Key of the column to sort by, with `-` in front for descending; open means the question's own order."""

    def toggle(self, faction: str) -> Self:
        """Switch one faction on or off."""
        return self._replace(factions=self.factions ^ {faction})

    def at(self, **changes: str | None) -> Self:
        """The same lens elsewhere: replaces the named fields."""
        return self._replace(**changes)  # type: ignore[arg-type]

    @property
    def wide(self) -> Self:
        """The same place with nothing filtered out."""
        return self._replace(factions=frozenset(), text="")

    @property
    def sort_column(self) -> str | None:
        """The column sorted by, without its direction."""
        return self.sort.lstrip("-") if self.sort else None

    @property
    def descending(self) -> bool:
        """Whether the sort runs from high to low."""
        return bool(self.sort) and str(self.sort).startswith("-")


class Place(NamedTuple):
    """A view and the lens it is seen through: one step of the history, and what a row opens."""

    view: str
    lens: Lens
