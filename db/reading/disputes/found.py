"""Disputes out of the citations of some rows: the shown value, what others state, and how far that is apart."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from db.dates import is_date
from db.reading.disputes.slates import Slates
from db.reading.disputes.values import WORDINGS, Kind, Relation, distance, relation
from db.reading.facts import by_table
from db.reading.fields import Field, exactly, field_of, stored
from db.reading.parts import in_parts
from db.reading.sources import SOURCE, source_of
from db.view import Fact, Source
from db.view import Kind as Written


class Stated(NamedTuple):
    """One value as one source states it."""

    source: Source
    derived: bool
    """Whether it was worked out from published figures, and no page states it."""
    value: str
    chosen: bool
    place: str = ""
    reason: str = ""
    note: str = ""
    citation: int = 0
    """Id of the citation; 0 where the source supports the row as a whole."""


class Side(NamedTuple):
    """One of the values, with everybody who states it."""

    value: str
    """As a source gives it; of a figure the spelling with most decimals."""
    stated: tuple[Stated, ...]
    """Where no source gives the shown value by its field, those that support the row as a whole."""
    relation: Relation = Relation.SAME
    """To the shown value."""


class Dispute(NamedTuple):
    """Where sources state different values for one field of one row."""

    fact: Fact
    field: str
    kind: Kind
    shown: Side | None
    """None where no value is shown."""
    others: tuple[Side, ...]

    @property
    def sides(self) -> tuple[Side, ...]:
        """All values, the shown one first."""
        return (*((self.shown,) if self.shown else ()), *self.others)

    @property
    def real(self) -> bool:
        """Whether two of the values cannot both be right."""
        return any(side.relation is Relation.OTHER for side in self.others)

    @property
    def size(self) -> float | None:
        """How far the values are apart at the most, in percent of the larger figure or in days; None for words."""
        values = [side.value for side in self.others]
        base = self.shown.value if self.shown else values[0]
        known = [one for one in (distance(self.kind, base, value) for value in values) if one is not None]
        return max(known, default=None)

    @property
    def reason(self) -> str:
        """Why the shown value is the one shown, as whoever chose it says."""
        said = (one.reason or one.note for one in (self.shown.stated if self.shown else ()))
        return "; ".join(dict.fromkeys(filter(None, said)))


CITED: Final = f"""
SELECT citation.entity, citation.entity_id, citation.field, coalesce(citation.value, ''), coalesce(citation.chosen, 0),
       coalesce(citation.place, ''), coalesce(citation.reason, ''), coalesce(citation.note, ''), source.kind = 'derived',
       citation.id, {SOURCE}
FROM citation JOIN source ON source.id = citation.source_id
WHERE citation.field IS NOT NULL AND citation.entity = :table AND {{condition}}
ORDER BY citation.entity_id, citation.field, citation.chosen DESC, citation.id
"""
"""Which source gives which value for which field; the index `citation_field` holds those citations alone."""

OF_ROW: Final = f"""
SELECT source.kind = 'derived', {SOURCE}
FROM citation JOIN source ON source.id = citation.source_id
WHERE citation.entity = ? AND citation.entity_id = ? AND citation.field IS NULL ORDER BY citation.id
"""


DATED: Final = re.compile(r"\b(time|date|day|year|since|until|first|last)\b")
"""Words of findings whose values are years or days, and not figures."""

SUMMED: Final = Field("valid_votes", "total", Written.NUMBER)
"""Where no total is stored and the figures are complete, what is shown is their sum."""


class Disputes:
    """Reads the disputes of rows."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.slates = Slates(connection)

    def where(
        self, table: str, condition: str = "1", values: Mapping[str, object] | None = None
    ) -> Iterator[Dispute]:
        """The disputes of the rows of one table.

        Args:
            table: whose rows are meant.
            condition: in SQL, on `citation`.
            values: what is bound to its names; `:table` is taken.
        """
        found = self.connection.execute(
            CITED.format(condition=condition), {"table": table, **(values or {})}
        ).fetchall()
        for (row, field), group in groupby(found, key=lambda one: (one[1], one[2])):
            stated = [
                Stated(source_of(source), bool(derived), value, bool(chosen), place, reason, note, citation)
                for _, _, _, value, chosen, place, reason, note, derived, citation, *source in group
            ]
            dispute = self._dispute(Fact(table, row), field, stated)
            if dispute is not None:
                yield dispute

    def of(self, facts: Iterable[Fact]) -> Iterator[Dispute]:
        """The disputes of some rows of the record."""
        for table, rows in by_table(facts).items():
            for some in in_parts(rows):
                named = {f"row{number}": row for number, row in enumerate(some)}
                condition = f"citation.entity_id IN ({', '.join(f':{name}' for name in named)})"
                yield from self.where(table, condition, named)

    def one(self, fact: Fact, field: str) -> Dispute | None:
        """The dispute on one field of one row; None where nothing stands against what is shown."""
        condition = "citation.entity_id = :row AND citation.field = :field"
        return next(self.where(fact.table, condition, {"row": fact.id, "field": field}), None)

    def _dispute(self, fact: Fact, name: str, stated: list[Stated]) -> Dispute | None:
        """What the statements of one field make; None where they agree, or where nothing stands against one value."""
        field = field_of(fact.table, name)
        held = self._held(fact, field, stated)
        kind = kind_of(field, name, [one.value for one in stated])
        sides = self._sides(kind, fact, field, stated)
        shown = None
        if held is not None:
            found = (side for side in sides if self._agree(kind, fact, field, side.value, held))
            shown = next(found, None) or Side(held, self._supporting(fact, stated))
        others = [side for side in sides if side is not shown]
        if not others or (shown is None and len(others) < 2):
            return None
        base = (shown or others[0]).value
        others = [side._replace(relation=relation(kind, base, side.value)) for side in others]
        return Dispute(fact, name, kind, shown, tuple(others))

    def _held(self, fact: Fact, field: Field | None, stated: list[Stated]) -> str | None:
        """What the row holds, as files write it; of a finding what was chosen; None where nothing is shown."""
        if field is None:
            return next((one.value for one in stated if one.chosen), None)
        value = stored(self.connection, fact.table, fact.id, field)
        if value is None and (fact.table, field.name) == ("contest", SUMMED.name):
            return stored(self.connection, fact.table, fact.id, SUMMED)
        return value

    def _sides(self, kind: Kind, fact: Fact, field: Field | None, stated: list[Stated]) -> list[Side]:
        """The statements by the value that they give, in the order in which they come."""
        sides: list[Side] = []
        for one in stated:
            same = (
                at for at, side in enumerate(sides) if self._agree(kind, fact, field, side.value, one.value)
            )
            if (at := next(same, None)) is None:
                sides.append(Side(one.value, (one,)))
                continue
            value = max(sides[at].value, one.value, key=len) if kind is Kind.FIGURE else sides[at].value
            sides[at] = Side(value, (*sides[at].stated, one))
        return sides

    def _agree(self, kind: Kind, fact: Fact, field: Field | None, one: str, other: str) -> bool:
        if fact.table == "candidacy" and field is not None and field.refers == "faction":
            one, other = (self.slates.of_candidacy(fact.id, words) for words in (one, other))
        return relation(kind, one, other) is Relation.SAME

    def _supporting(self, fact: Fact, stated: list[Stated]) -> tuple[Stated, ...]:
        """The sources that support a row as a whole and give no other value: theirs is the one that it holds."""
        against = {one.source.key for one in stated}
        rows = self.connection.execute(OF_ROW, [fact.table, fact.id]).fetchall()
        found = [(bool(derived), source_of(source)) for derived, *source in rows]
        return tuple(
            Stated(source, derived, "", chosen=True) for derived, source in found if source.key not in against
        )


def kind_of(field: Field | None, name: str, values: Sequence[str]) -> Kind:
    """What the values of a field, or of a finding, are."""
    if name == "method":
        return Kind.METHOD
    if name in WORDINGS:
        return Kind.WORDING
    if field is None and DATED.search(name) and all(map(is_date, values)):
        return Kind.DATE
    if field is None:
        return Kind.FIGURE if all(exactly(value) is not None for value in values) else Kind.WORDS
    if field.kind in (Written.NUMBER, Written.SHARE):
        return Kind.FIGURE
    return Kind.DATE if field.kind is Written.DATE else Kind.WORDS
