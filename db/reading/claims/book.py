"""The figures that claims rest on, read once for an answer; and the same with another value that a source states."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from fractions import Fraction
from typing import Any, NamedTuple, Self

from db.dates import written
from db.lens import Lens, Place
from db.measures.verdicts import exact
from db.reading.contests.poll import Candidate, Contest, candidates, contests
from db.reading.counting.grouping import Grouping
from db.reading.disputes.found import Disputes
from db.reading.disputes.values import Relation
from db.reading.factions import Factions
from db.reading.fields import figure, label_of
from db.reading.place import Where
from db.reading.schemes import scheme_of
from db.view import Fact, Faction
from db.wording import plain_number


class NotKnown(Exception):
    """What the record lacks of what a measure needs, without a capital and a full stop."""


class Figure(NamedTuple):
    """A figure of the record that a reading of a claim rests on, or a range that it lies in."""

    name: str
    low: Fraction
    high: Fraction
    facts: tuple[Fact, ...]
    opens: Place | None = None
    derived: str = ""
    """How it was worked out, where no source states it."""
    percent: bool = False
    fields: tuple[str, ...] = ()
    """Fields of those rows that it is made of."""
    beside: tuple[Fact, ...] = ()
    """Candidacies that are not counted, since they are of another slate."""

    @property
    def text(self) -> str:
        """`323,740`, `736,194 to 736,700`, `55.2%`."""
        parts = [
            f"{number(one)}{'%' if self.percent else ''}" for one in dict.fromkeys((self.low, self.high))
        ]
        return " to ".join(parts)


class Other(NamedTuple):
    """A value that a source states for a field, beside the one that is shown."""

    fact: Fact
    field: str
    value: str
    source: str
    """Whose page it is."""

    @property
    def text(self) -> str:
        """The value as a sentence has it: figures with thousands."""
        found = figure(self.value)
        return self.value if found is None else f"{found:,}"

    @property
    def words(self) -> str:
        """`valid votes that Left Futures states (323,737)`."""
        return f"{self.label} that {self.source} states ({self.text})"

    @property
    def label(self) -> str:
        """The field in words."""
        return label_of(self.fact.table, self.field)


def number(value: Fraction) -> str:
    """A figure with thousands, and with its decimals if it has any."""
    return f"{plain_number(round(float(value), 4)):,}"


def named(contest: Contest) -> str:
    """A contest as a sentence about one section names it: by its day."""
    return written(contest.date) or contest.key


class Book:
    """Contests and candidates by id."""

    def __init__(self, connection: sqlite3.Connection, factions: Factions | None = None) -> None:
        self.connection = connection
        self.factions = factions or Factions(connection)
        self._contests: dict[int, Contest] = {}
        self._candidates: dict[int, tuple[Candidate, ...]] = {}
        self._groupings: dict[int, tuple[Grouping, Faction]] = {}
        self._said: dict[Fact, list[tuple[str, str, bool]]] = {}

    # Contests

    def contest(self, number: int) -> Contest:
        """A contest on record."""
        if number not in self._contests:
            self._contests[number] = contests(self.connection, "contest.id = ?", [number])[0]
        return self._contests[number]

    def where(self, condition: str, *values: object) -> list[Contest]:
        """Contests by a condition, each as this book has it."""
        return [self.contest(one.id) for one in contests(self.connection, condition, list(values))]

    def candidates(self, contest: int) -> tuple[Candidate, ...]:
        """Those who stood to the end."""
        if contest not in self._candidates:
            stood = candidates(self.connection, self.factions, contest)
            self._candidates[contest] = tuple(one for one in stood if one.stood)
        return self._candidates[contest]

    def total(self, contest: Contest) -> Figure:
        """All votes, of which shares are.

        Where none is on record, but sources or our arithmetic give values for it, it lies between those.

        Raises:
            NotKnown: nothing says how many there were, or the figures are percentages.
        """
        fact = Fact("contest", contest.id)
        name, opens = f"votes cast, {named(contest)}", self.opens(contest)
        if contest.unit == "percent":
            raise NotKnown(f"the figures of {named(contest)} are percentages: no votes are on record")
        if contest.total is not None:
            value = exact(contest.total)
            derived = self.derived(fact, "valid_votes") if contest.valid_votes is not None else "our sum"
            return Figure(name, value, value, (fact,), opens, derived, fields=("valid_votes",))
        values = [exact(one) for one in self._values(fact, "valid_votes")]
        if not values:
            raise NotKnown(f"the votes cast in all are not on record, {named(contest)}")
        return Figure(name, min(values), max(values), (fact,), opens, "worked out from other figures")

    def of_contest(self, contest: Contest, field: str, name: str) -> Figure:
        """A figure of a contest.

        Raises:
            NotKnown: it is not on record.
        """
        value = getattr(contest, field)
        if value is None:
            raise NotKnown(f"the {name} is not on record, {named(contest)}")
        fact = Fact("contest", contest.id)
        figure_name = f"{name}, {named(contest)}"
        return Figure(
            figure_name, exact(value), exact(value), (fact,), self.opens(contest), self.derived(fact, field),
            fields=(field,),
        )  # fmt: skip

    def opens(self, contest: Contest) -> Place:
        """Where a contest is."""
        return Place("contest", Lens(body=contest.body, section=contest.section, contest=contest.key))

    # Blocs

    def grouping(self, bloc: int, contest: Contest) -> tuple[Grouping, Faction]:
        """The grouping of the scheme that a bloc is of, and the bloc as a group of it."""
        if bloc not in self._groupings:
            query = "SELECT scheme.key FROM bloc JOIN scheme ON scheme.id = scheme_id WHERE bloc.id = ?"
            key = self.connection.execute(query, [bloc]).fetchone()[0]
            body = self.connection.execute("SELECT id FROM body WHERE key = ?", [contest.body]).fetchone()[0]
            place = Where(body, contest.body_short, contest.body_name, None, "")
            group = scheme_of(self.connection, key).blocs[bloc].faction
            self._groupings[bloc] = (Grouping(self.connection, Lens(scheme=key), self.factions, place), group)
        return self._groupings[bloc]

    # What sources say of a figure

    def _statements(self, fact: Fact) -> list[tuple[str, str, bool]]:
        """Field and value of each statement, and whether it is our arithmetic that is shown."""
        if fact not in self._said:
            query = """
                SELECT field, coalesce(value, ''), coalesce(chosen, 0) AND source.kind = 'derived'
                FROM citation JOIN source ON source.id = source_id
                WHERE entity = ? AND entity_id = ? AND field IS NOT NULL ORDER BY citation.id
            """
            rows = self.connection.execute(query, fact)
            self._said[fact] = [(field, value, bool(ours)) for field, value, ours in rows]
        return self._said[fact]

    def _values(self, fact: Fact, field: str) -> list[float]:
        found = (figure(value) for name, value, _ in self._statements(fact) if name == field)
        return [one for one in found if one is not None]

    def derived(self, fact: Fact, field: str) -> str:
        """How a value was worked out that no source states; blank where one does."""
        ours = (derived for name, _, derived in self._statements(fact) if name == field)
        return "worked out from other figures" if any(ours) else ""

    def others(self, figures: Iterable[Figure]) -> list[Other]:
        """Values that are not shown, of the fields that figures are made of."""
        figures = tuple(figures)
        used = dict.fromkeys((fact, field) for one in figures for fact in one.facts for field in one.fields)
        used |= dict.fromkeys((fact, "slate") for one in figures for fact in one.beside)
        found = Disputes(self.connection).of(fact for fact, _ in used)
        disputes = {(one.fact, one.field): one for one in found if one.shown is not None}
        return [
            Other(
                *key, one.value, "our arithmetic" if one.derived else one.source.publisher or one.source.title
            )
            for key in used
            if key in disputes
            for side in disputes[key].others
            if side.relation is Relation.OTHER
            for one in side.stated
            if self._counts(key[1], one.value)
        ]

    def _counts(self, field: str, value: str) -> bool:
        """Whether a claim can be worked out with a value: that it is a figure, or names a faction."""
        return (self._faction(value) if field == "slate" else figure(value)) is not None

    def _faction(self, name: str) -> Faction | None:
        wanted = name.casefold()
        found = (one for one in self.factions.by_id.values() if wanted in (one.name.casefold(), one.key))
        return next(found, None)

    def with_other(self, other: Other) -> Book:
        """The same figures, but for one value that another source states."""
        book = Changed(self.connection, self.factions)
        book._contests, book._candidates = dict(self._contests), dict(self._candidates)
        book._groupings, book._said = self._groupings, self._said
        book.change(other)
        return book

    def division(self, number: int) -> tuple[str, str, int | None, int | None]:
        """Key, date, and the figures for and against of a division."""
        query = "SELECT key, coalesce(date, ''), \"for\", against FROM division WHERE id = ?"
        key, date, for_, against = self.connection.execute(query, [number]).fetchone()
        return key, date, for_, against


class Changed(Book):
    """A book in which one value is that of another source."""

    _division: tuple[int, str, int] | None = None

    def change(self, other: Other) -> Self:
        """Take the value."""
        table, row = other.fact
        value: Any = self._faction(other.value) if other.field == "slate" else figure(other.value)
        if table == "contest":
            changes = {other.field: value} | ({"total": value} if other.field == "valid_votes" else {})
            self._contests[row] = self.contest(row)._replace(**changes)
        elif table == "candidacy":
            self._candidates = {
                contest: tuple(one._replace(**{other.field: value}) if one.id == row else one for one in some)
                for contest, some in self._candidates.items()
            }
        else:
            self._division = (row, other.field, value)
        return self

    def division(self, number: int) -> tuple[str, str, int | None, int | None]:
        """The same with the other value."""
        key, date, for_, against = super().division(number)
        if self._division is None or self._division[0] != number:
            return key, date, for_, against
        _, field, value = self._division
        return (key, date, value, against) if field == "for" else (key, date, for_, value)
