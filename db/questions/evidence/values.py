"""The values of one row of the record, each with what every source says of it and why the one shown is shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from db.dates import written
from db.lens import Lens, Place
from db.questions.evidence.behind import behind
from db.questions.evidence.made import Made, made_of
from db.reading.citations import Citations
from db.reading.disputes.found import Disputes
from db.reading.disputes.values import Relation
from db.reading.fields import FIELDS, field_of, for_eyes, label_of, stored
from db.reading.sources import called
from db.reading.statements import NOT_NOTED, Statement, entered, statements
from db.view import Column, Fact, Kind, Row, Tone
from db.wording import count

COLUMNS = (
    Column("value", "Value"),
    Column("shown", "Shown", optional=True, wide=True),
    Column("says", "What is stated"),
    Column("source", "Source"),
    Column("place", "Where in it"),
    Column("why", "Why"),
    Column("entered", "On record since", wide=True),
    Column("field", "Field", optional=True, wide=True),
)

WHOLE = "whole row"
SUPPORTS = "that it is so"
WORKED_OUT = "worked out here"

ONLY_ONE, AGREE = "the only one", "all sources agree"
UNCHOSEN = "nobody has chosen: the row has it so"
OF_THE_ROW = "as the whole row"
NO_SOURCE = "no source is on record"
BESIDE = {
    Relation.SAME: "the same",
    Relation.LESS_EXACT: "the same, less exactly",
    Relation.WORDING: "the same in other words",
    Relation.OTHER: "not the one shown",
}
"""What is said of a value that is not the one shown, by how it stands to that."""

BASES = {
    "derived": "derived: arithmetic or logic on published figures",
    "inferred": "inferred: the researcher's reading",
    "unsourced": "no page confirmed it",
}
"""What the basis of a row says; see the conventions of the record."""


class Said(NamedTuple):
    """What is known of one row of the record."""

    fact: Fact
    whole: list[Statement]
    """Of the row as a whole."""
    own: dict[str, list[Statement]]
    """Of its fields, and findings on it."""
    since: dict[int, str]
    """When each citation came, by its id."""
    entered: str
    """When the row came."""
    made: dict[str, Made]
    """Fields that are worked out here."""
    relations: dict[int, Relation]
    """How values that are not shown stand to the one that is, by the ids of the citations that give them."""


def said_of(connection: sqlite3.Connection, fact: Fact) -> Said:
    """Read what sources say of a row of the record."""
    every = statements(connection, fact.table, [fact.id])[fact.id]
    own: dict[str, list[Statement]] = {}
    for one in every:
        if one.field is not None:
            own.setdefault(one.field, []).append(one)
    since = entered(connection, "citation", [one.id for one in every])
    came = entered(connection, fact.table, [fact.id])[fact.id]
    whole = [one for one in every if one.field is None] or _behind(connection, fact)
    since |= dict.fromkeys((one.id for one in whole if one.id not in since), came)
    return Said(fact, whole, own, since, came, made_of(connection, fact), _relations(connection, fact))


def _relations(connection: sqlite3.Connection, fact: Fact) -> dict[int, Relation]:
    """What disputes on a row say of the values that are not shown; where none is shown, each stands against the others."""
    return {
        one.citation: Relation.OTHER if dispute.shown is None and dispute.real else side.relation
        for dispute in Disputes(connection).of([fact])
        for side in dispute.others
        for one in side.stated
    }


def _behind(connection: sqlite3.Connection, fact: Fact) -> list[Statement]:
    """What supports the row on which one rests of which no source speaks itself."""
    for one in behind(connection, fact):
        every = statements(connection, one.fact.table, [one.fact.id])[one.fact.id]
        if whole := [said._replace(reason=one.why) for said in every if said.field is None]:
            return whole
    return []


def value_rows(
    connection: sqlite3.Connection, said: Said, labels: dict[str, str], citations: Citations
) -> tuple[Row, ...]:
    """A row for each thing that is stated: of its values, then of the row as a whole.

    Args:
        connection: to the record.
        said: of the row.
        labels: fields that the origin shows, with the labels of its columns, in their order.
        citations: number the sources.
    """
    names = dict.fromkeys((*labels, *said.made, *FIELDS.get(said.fact.table, {}), *said.own))
    lines: list[_Line] = []
    for name in names:
        if name not in ("basis", "note"):
            label = labels.get(name) or label_of(said.fact.table, name).capitalize()
            lines += _Value(connection, said, name, label).lines()
    lines += _whole(connection, said)
    return tuple(_row(said.fact, number, line, citations) for number, line in enumerate(lines))


class _Line(NamedTuple):
    """One row of the answer on its way."""

    value: str
    shown: str
    says: str
    source: str
    place: str
    why: str
    entered: str
    field: str
    cited: Sequence[Statement] = ()
    tone: Tone = Tone.PLAIN


def _whole(connection: sqlite3.Connection, said: Said) -> Iterable[_Line]:
    """What supports the row as a whole."""
    basis_field = field_of(said.fact.table, "basis")
    basis = stored(connection, said.fact.table, said.fact.id, basis_field) if basis_field else None
    why = BASES.get(basis or "", "")
    for one in said.whole:
        number = len({other.source.key for other in said.whole})
        rule = f"{ONLY_ONE} of the row" if number == 1 else f"one of {count(number, 'source')} of the row"
        reason = one.reason or one.note or why or rule
        yield _Line(
            WHOLE,
            "",
            one.value or SUPPORTS,
            called(one.source),
            one.place or NOT_NOTED,
            reason,
            said.since[one.id],
            "",
            [one],
        )
    if not said.whole:
        yield _Line(WHOLE, "", "", NO_SOURCE, "", why, said.entered, "", (), Tone.NOTABLE)


class _Value:
    """One field of a row, or a finding on it."""

    def __init__(self, connection: sqlite3.Connection, said: Said, name: str, label: str) -> None:
        self.connection, self.said, self.name, self.label = connection, said, name, label
        self.field = field_of(said.fact.table, name)
        self.kept = stored(connection, said.fact.table, said.fact.id, self.field) if self.field else None
        self.own = said.own.get(name, [])
        self.made = said.made.get(name)

    def lines(self) -> list[_Line]:
        """What is worked out, what sources state of the field, and else what those of the row do."""
        if self.own:
            said = [self._cited(one) for one in self.own]
            return [*self._worked(), *([] if self._is_cited else self._of_row()), *said]
        return [*self._worked(), *self._of_row()]

    @property
    def _shown(self) -> str:
        if self.made is not None:
            return self.made.value
        if self.kept is not None:
            return self._words(self.kept)
        chosen = [one for one in self.own if one.chosen]
        return self._words(chosen[0].value) if chosen else ""

    def _words(self, value: str | None) -> str:
        words = for_eyes(self.connection, self.field, value)
        return written(words) if self.field and self.field.kind is Kind.DATE else words

    @property
    def _is_cited(self) -> bool:
        """Whether a source of the field itself states what the row has."""
        return self.kept is None or any(one.chosen or self._agrees(one) for one in self.own)

    def _worked(self) -> list[_Line]:
        if self.made is None:
            return []
        how = f"{WORKED_OUT}: {self.made.how}"
        return [_Line(self.label, self._shown, self.made.value, "", "", how, "", self.name)]

    def _of_row(self) -> list[_Line]:
        """The value by the sources of the row, which have no citation of it."""
        if self.kept is None:
            return []
        whole = self.said.whole
        one = whole[0] if len(whole) == 1 else None
        source = called(one.source) if one else f"{count(len(whole), 'source')} of the row"
        place = (one.place or NOT_NOTED) if one else ""
        says = self._words(self.kept)
        why = OF_THE_ROW if whole else UNCHOSEN
        line = _Line(self.label, self._shown, says, source, place, why, self.said.entered, self.name, whole)
        return [line if whole else line._replace(source=NO_SOURCE, place="")]

    def _cited(self, one: Statement) -> _Line:
        says = self._words(one.value)
        differs = self._relation(one) is Relation.OTHER
        tone = Tone.STRONG if one.chosen else Tone.NOTABLE if differs else Tone.PLAIN
        return _Line(
            self.label, self._shown, says, called(one.source), one.place or NOT_NOTED, self._why(one),
            self.said.since[one.id], self.name, [one], tone,
        )  # fmt: skip

    def _relation(self, one: Statement) -> Relation:
        return self.said.relations.get(one.id, Relation.SAME)

    def _agrees(self, one: Statement) -> bool:
        return self._relation(one) is Relation.SAME

    def _why(self, one: Statement) -> str:
        """Why a value is the one shown, or is not: as somebody has said, else by a rule in words."""
        told = one.reason or one.note
        if one.chosen is False:
            rule = BESIDE[self._relation(one)]
            return f"{rule}: {told}" if told else rule
        if told:
            return told
        if len(self.own) == 1:
            return ONLY_ONE
        if all(map(self._agrees, self.own)):
            return AGREE
        return "chosen; no reason is given" if one.chosen else UNCHOSEN


def _row(fact: Fact, number: int, line: _Line, citations: Citations) -> Row:
    numbers = tuple(dict.fromkeys(citations.number(one.source) for one in line.cited))
    opens = Place("source", Lens(source=line.cited[0].source.key)) if len(numbers) == 1 else None
    cells = tuple(cell or None for cell in line[:8])
    return Row(str(number), cells, opens, tone=line.tone, sources=numbers, facts=(fact,))
