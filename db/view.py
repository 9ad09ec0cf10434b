"""The answer to a question, as one value: panes draw it and exporters write it, so both say the same."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from db.lens import Lens, Place


class Kind(StrEnum):
    """How the cells of a column are written and aligned."""

    TEXT = "text"
    """`str`: words as they stand."""
    NUMBER = "number"
    """`int` or `float`: thousands separated, no decimals unless the figure has them."""
    SIGNED = "signed"
    """`int`: with its sign (`+1`, `−2`, `0`)."""
    SHARE = "share"
    """`float` in percent, one decimal."""
    POINTS = "points"
    """`float` in percentage points, one decimal, with its sign."""
    DATE = "date"
    """`str` `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: written `20 August 2014`, `August 2014`, `2014`."""
    FACTION = "faction"
    """`Faction`."""
    FACTIONS = "factions"
    """`tuple[Faction, ...]`."""
    FLAG = "flag"
    """`bool`: yes or no."""
    NAMES = "names"
    """`tuple[str, ...]`: several words or names."""
    HOLDERS = "holders"
    """`tuple[Holder, ...]`: who holds the seats of a row."""


class Faction(NamedTuple):
    """A faction as it is shown: its names, its sign for screens without colour, its colour."""

    key: str
    name: str
    short: str
    sign: str
    colour: str
    """`#rrggbb`."""

    @property
    def label(self) -> str:
        """The name with its abbreviation, as exports write it: `Centre-Left Grassroots Alliance (CLGA)`."""
        return (
            f"{self.name} ({self.short})"
            if self.short.isupper() and self.short not in self.name
            else self.name
        )


NO_SLATE = Faction("none", "no slate known", "no slate", "·", "#808080")
"""Stands for candidacies and holders whose slate no source states.  Not the same as `Independent`."""

HOLDER_NOT_KNOWN = Faction("not-known", "holder not known", "not known", "○", "#808080")
"""Stands for seats of which no holder is on record."""

STANDS_EMPTY = Faction("vacant", "stands empty", "vacant", "×", "#808080")
"""Stands for seats of which a source says that they stand empty."""

SEVERAL = Faction("several", "counted with several", "several", "+", "#a0a0a0")
"""Stands for holders who are counted with more than one group, where each seat is drawn or counted once."""

HOLLOW = frozenset({NO_SLATE.key, HOLDER_NOT_KNOWN.key, STANDS_EMPTY.key})
"""Keys of what is no group: holders whose group is not known, seats without a known holder, seats that stand empty."""


class Holder(NamedTuple):
    """One person in one seat on one day."""

    person: str
    person_key: str
    section: str
    since: str | None
    """Date, as precise as known."""
    gained: str
    """How: elected, appointed, ex officio, replacement ..."""
    represents: str
    voting: bool
    basis: str
    """Blank when a source states the term, else `derived`, `inferred` or `unsourced`."""


Cell: TypeAlias = (
    str | int | float | bool | Faction | tuple[Faction, ...] | tuple[str, ...] | tuple[Holder, ...] | None
)


def is_filled(cell: Cell) -> bool:
    """Whether something stands in a cell; nought and no do."""
    return cell not in (None, "", ())


class Column(NamedTuple):
    """One column: a stable key for files, a label for eyes."""

    key: str
    label: str
    kind: Kind = Kind.TEXT
    optional: bool = False
    """Left off the screen and out of Markdown and HTML when no row fills it; always in CSV and JSON."""
    wide: bool = False
    """Left off the screen where there is little room (never out of exports)."""


class Tone(StrEnum):
    """How much a row stands out."""

    PLAIN = "plain"
    STRONG = "strong"
    """Bold: elected, in office, gained."""
    FAINT = "faint"
    """Dim: withdrawn, ended, switched off by the filter."""
    NOTABLE = "notable"
    """Marked: a change of slate, a seat lost, a dispute."""


class Fact(NamedTuple):
    """A row of the record, on which a row of an answer rests."""

    table: str
    """A table of the schema: `candidacy`, `term` ..."""
    id: int


class Origin(NamedTuple):
    """A row of an answer whose facts are looked at: which table of which view it stood in, and what it rests on."""

    view: str
    table: str
    """Key of the further table; blank for the main one."""
    facts: tuple[Fact, ...]

    def __str__(self) -> str:
        """As `Lens.row` has it: `contest/slates:candidacy.12,candidacy.13`."""
        where = f"{self.view}/{self.table}" if self.table else self.view
        return f"{where}:{','.join(f'{fact.table}.{fact.id}' for fact in self.facts)}"

    @classmethod
    def of(cls, text: str) -> Origin:
        """The origin that a text writes.

        Raises:
            ValueError: it writes none.
        """
        where, _, facts = text.partition(":")
        view, _, table = where.partition("/")
        parts = [fact.rpartition(".") for fact in facts.split(",") if fact]
        return cls(view, table, tuple(Fact(name, int(number)) for name, _, number in parts))


class Row(NamedTuple):
    """One row: cells in the order of the columns, and what belongs to it."""

    key: str
    """Identity within the view: the cursor stays on it when the filter changes."""
    cells: tuple[Cell, ...]
    opens: Place | None = None
    """What enter shows."""
    factions: frozenset[str] = frozenset()
    """Keys of the factions that the row belongs to, for the filter."""
    date: str | None = None
    """The day on which those factions count, for dated memberships."""
    tone: Tone = Tone.PLAIN
    sources: tuple[int, ...] = ()
    """Numbers (from 1) into the view's sources."""
    facts: tuple[Fact, ...] = ()
    """Rows of the record that the cells rest on, the nearest first."""
    disputed: frozenset[str] = frozenset()
    """Keys of the columns in which sources state something else than what is shown."""


class Table(NamedTuple):
    """A further table under the main one: slate totals, seat-holders, terms held, the net by faction."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    lead: str = ""
    """A sentence that leads in to the table, for whoever reads it in an article; blank where its title is enough."""


class Source(NamedTuple):
    """A source as it is cited."""

    key: str
    publisher: str
    title: str
    address: str
    date: str
    author: str


class Hemicycle(NamedTuple):
    """The seats of a body on a day, left to right."""

    groups: tuple[tuple[Faction, int], ...]
    """Factions and their seats, in the order of the drawing; `NO_SLATE` is drawn hollow."""
    vacant: int
    """Seats of which no holder is on record: drawn as empty places."""
    majority: int
    """Votes needed for a majority of the votes that can be cast."""
    lit: frozenset[str] = frozenset()
    """Keys of the factions in `groups` that the filter lets through; empty means all."""
    unfilled: int = 0
    """Seats of which a source says that they stand empty: drawn crossed out."""
    votes: int = 0
    """Votes that can be cast, of which `majority` is more than half; 0 where they are as many as the seats."""


class Step(NamedTuple):
    """One day in the life of a body: its seats from that day on, and what happened."""

    date: str
    groups: tuple[tuple[Faction, int], ...]
    """Groups and their seats, left to right; what stands for an unknown group is drawn hollow."""
    not_known: int
    """Seats of which no holder is on record."""
    vacant: int
    """Seats of which a source says that they stand empty."""
    marks: str
    """One sign for each kind of what happened, the weightiest first; blank where nothing is told."""
    words: str
    """What happened, in sentences."""
    cited: tuple[int, ...] = ()
    """Numbers (from 1) into the sources of the timeline."""


class Timeline(NamedTuple):
    """The seats of a body through time."""

    steps: tuple[Step, ...]
    """In the order of their days."""
    date: str | None
    """The day looked at; None where it is the last one."""
    factions: frozenset[str] = frozenset()
    """Keys of the factions that are switched on; empty means all."""
    kin: tuple[tuple[str, frozenset[str]], ...] = ()
    """Of each group by its key: the factions that it is or belongs to at a time, so that the filter needs no new answer."""
    sources: tuple[Source, ...] = ()
    scenario: str = ""
    """Name of the scenario whose assumptions are made; blank for the facts."""

    @property
    def lit(self) -> frozenset[str] | None:
        """Keys of the groups that the filter lets through; None for all."""
        if not self.factions:
            return None
        return frozenset(key for key, factions in self.kin if factions & self.factions)

    @property
    def at(self) -> int:
        """The position of the step in whose time the day looked at lies; 0 where the day is before them all."""
        if self.date is None:
            return max(len(self.steps) - 1, 0)
        return max(sum(step.date <= self.date for step in self.steps) - 1, 0)


class Series(NamedTuple):
    """One line of a chart: figures of one unit through time."""

    name: str
    unit: str
    """What the figures are: `members' votes`, `seats`."""
    kind: Kind
    """`SHARE` or `NUMBER`: how they are written."""
    points: tuple[tuple[str, int | float | None], ...]
    """Dates, ascending, each with its figure; None where that is not known: a gap, not nought."""


class Chart(NamedTuple):
    """Figures through time, each series on a scale of its own from nought: those of different units are never compared."""

    title: str
    series: tuple[Series, ...]
    colour: str
    """`#rrggbb`."""


class View(NamedTuple):
    """What a question answers."""

    name: str
    """Which question: `composition`, `changes`, `contest` ..."""
    title: str
    lens: Lens
    words: str
    """The lens in words: `NEC, members' section, 20 August 2014, Open Labour + Independent`."""
    findings: tuple[str, ...]
    """One to three sentences computed from the figures."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    """The rows asked for: all of them, or a window of `total` starting at `first`."""
    total: int
    first: int = 0
    more: bool = False
    """Whether there are more rows than `total`: counting them all would have taken too long."""
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    drawing: Hemicycle | None = None
    chart: Chart | None = None
    empty: str = ""
    """Why there is no row, in a sentence; blank when there are rows."""
    widen: tuple[tuple[str, str], ...] = ()
    """Keys of the app that would show more, with what each does: `("0", "show every faction")`."""

    timeline: Timeline | None = None
    """Drawn above the tables."""

    resolved: Lens | None = None
    """The lens with the days filled in that it leaves open, where the question chose them: names files, heads JSON."""

    to_write: tuple[str, ...] = ()
    """What the author is to add in own words below the findings, where the answer is the skeleton of an article."""

    @property
    def seen(self) -> Lens:
        """What was looked at, with nothing left to choose."""
        return self.resolved or self.lens

    @property
    def every_table(self) -> tuple[Table, ...]:
        """The main table, whose key is blank, then the further ones."""
        return (Table("", "", self.columns, self.rows), *self.tables)

    def column(self, key: str) -> int:
        """The position of a column.

        Raises:
            KeyError: the view has no such column.
        """
        for position, column in enumerate(self.columns):
            if column.key == key:
                return position
        raise KeyError(key)
