"""Where a row comes from, in sentences: on how many sources it rests, and on what they differ."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from db.lens import Lens
from db.questions.evidence.values import Said
from db.reading.citations import Citations
from db.reading.described import described
from db.reading.disputes.naming import Told
from db.reading.facts import MOST
from db.reading.fields import field_of, stored
from db.reading.statements import WITH_THE_RECORD
from db.view import Fact, Row, Tone
from db.wording import count, listed, sentence


def of_values(connection: sqlite3.Connection, said: Said, rows: Sequence[Row]) -> tuple[str, ...]:
    """Of the nearest row of the record: what it says, on how many sources it rests, on what sources differ."""
    fact = said.fact
    words = described(connection, fact.table, [fact.id]).get(fact.id)
    keys = {one.source.key for one in said.whole}
    rests = (
        f"It rests on {count(len(keys), 'source')}"
        if keys
        else "No source of the row as a whole is on record"
    )
    since, _, changed = said.entered.partition("; ")
    came = "; ".join(filter(None, (f"on record since {since}" if since != WITH_THE_RECORD else "", changed)))
    differs = _differing(rows)
    sentences = [
        words.words if words else "",
        f"Sources differ on {'; and on '.join(differs)}" if differs else "",
        f"{rests}; {came}" if came else rests,
    ]
    return tuple(map(sentence, filter(None, sentences)))


def _differing(rows: Sequence[Row]) -> list[str]:
    """The values of which something else is stated, each with both."""
    told: dict[str, list[str]] = {}
    for row in rows:
        label, shown, says, *_, field = row.cells
        if row.tone is Tone.NOTABLE and field and says:
            said = f"{shown} is shown" if shown else "none is shown"
            told.setdefault(f"{str(label).lower()}: {said}", []).append(str(says))
    return [f"{shown}, and {listed(list(dict.fromkeys(others)))} stated" for shown, others in told.items()]


def of_rows(rows: Sequence[Row]) -> tuple[str, ...]:
    """Of many rows of the record: how many there are, on how many sources they rest, and how many on none or on one."""
    sources = {number for row in rows for number in row.sources}
    none, one = (sum(len(row.sources) == number for row in rows) for number in (0, 1))
    said = [f"It rests on {count(len(rows), 'row')} of the record and on {count(len(sources), 'source')}"]
    weak = [f"{count(one, 'row rests', 'rows rest')} on one source only"] if one else []
    weak += [f"{count(none, 'row has', 'rows have')} no source"] if none else []
    if weak:
        said.append(listed(weak))
    return tuple(map(sentence, said))


def notes(
    connection: sqlite3.Connection,
    facts: Sequence[Fact],
    told: dict[Fact, Told],
    citations: Citations,
    lens: Lens,
    *,
    cut: bool,
) -> tuple[str, ...]:
    """The notes on the rows, and what the answer leaves out.

    Args:
        connection: to the record.
        facts: the rows shown in full; none where there are many.
        told: these rows in words.
        citations: for the sources that notes name.
        lens: of the view.
        cut: whether the figure may rest on more rows than are listed.
    """
    said = []
    for fact in facts:
        field = field_of(fact.table, "note")
        note = stored(connection, fact.table, fact.id, field) if field else None
        if note:
            said.append(f"Of {told[fact].words}: {citations.explained(note)}")
    if cut:
        said.append(f"Of the rows that a figure rests on {MOST} are listed at the most")
    if lens.factions:
        said.append("The faction filter does not apply here")
    return tuple(map(sentence, said))
