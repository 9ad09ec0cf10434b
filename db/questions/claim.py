"""One published claim: its measure, the figures that it rests on, every way of reading it, the verdict."""

from __future__ import annotations

import sqlite3

from db.dates import written
from db.errors import Missing
from db.lens import Lens
from db.measures.verdicts import Verdict
from db.reading.citations import Citations
from db.reading.claims import (
    Book,
    Claim,
    Figure,
    Judged,
    Reading,
    claim_of_key,
    claims_of_place,
    judged,
    sources_of,
)
from db.reading.claims.words import about, stated, verdict_words, where
from db.reading.factions import Factions
from db.reading.facts import together
from db.reading.narrowing import narrowed
from db.reading.place import where as where_of
from db.view import Column, Fact, Row, Table, Tone, View
from db.wording import number_word, sentence

COLUMNS = (
    Column("figure", "Rests on"),
    Column("value", "Figure"),
    Column("basis", "Basis", optional=True),
)

READINGS = (
    Column("reading", "Read as"),
    Column("gives", "The figures give"),
    Column("verdict", "Verdict"),
    Column("working", "Worked out", wide=True),
)

FACTS = (Column("fact", "The claim"), Column("value", "Value"))

OTHERS = (
    Column("field", "Of"),
    Column("value", "Other value"),
    Column("source", "Stated by"),
    Column("verdict", "Verdict with it"),
)


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """The claim of the lens; where it names none, the one of its body or section that was kept last.

    Raises:
        Missing: there is no such claim, or none at all.
    """
    claim = _named(connection, lens)
    lens = lens.at(claim=claim.key)
    factions = Factions(connection)
    book = Book(connection, factions)
    one = judged(book, claim)
    publisher, date = sources_of(connection, [claim.id]).get(claim.id, ("", ""))
    rows = tuple(_row(str(at), figure, one) for at, figure in enumerate(one.reading.figures))
    view = View(
        name="claim",
        title=f"Claim: “{claim.words}”",
        lens=lens,
        words=", ".join(filter(None, (where(book, claim), "published claim", publisher, written(date)))),
        findings=_findings(one, publisher),
        columns=COLUMNS,
        rows=rows,
        total=len(rows),
        tables=_tables(book, one, (publisher, date)),
        notes=tuple(sentence(said) for said in (*one.reading.caveats, claim.note or "") if said),
        empty="" if rows else sentence(f"No figure to show: {one.reading.missing}"),
    )
    shown = narrowed(view._replace(lens=lens._replace(factions=frozenset())), factions, what="figures")
    return Citations(connection).numbered(shown._replace(lens=lens))


def _named(connection: sqlite3.Connection, lens: Lens) -> Claim:
    if lens.claim is not None:
        claim = claim_of_key(connection, lens.claim)
        if claim is None:
            raise Missing(f"There is no claim {lens.claim!r} in this record.")
        return claim
    place = where_of(connection, lens)
    kept = claims_of_place(connection, place.body, place.section)
    if not kept:
        raise Missing("No published claim is on record here.")
    return kept[-1]


def _row(key: str, figure: Figure, one: Judged) -> Row:
    values = [f"{other.source}: {other.text}" for other, _ in one.disputed if other.fact in figure.facts]
    basis = "; ".join(filter(None, (figure.derived, *values)))
    return Row(
        key, (figure.name, figure.text, basis or None), figure.opens, tone=Tone.NOTABLE if values else Tone.PLAIN,
        facts=together(figure.facts), disputed=frozenset({"value"}) if values else frozenset(),
    )  # fmt: skip


def _tables(book: Book, one: Judged, published: tuple[str, str]) -> tuple[Table, ...]:
    readings = tuple(_reading(str(at), each) for at, each in enumerate((one.reading, *one.tried)))
    others = tuple(
        Row(
            str(at), (other.label, other.text, other.source, str(verdict)), facts=(other.fact,),
            tone=Tone.NOTABLE if verdict is not one.verdict else Tone.PLAIN,
        )
        for at, (other, verdict) in enumerate(one.disputed)
    )  # fmt: skip
    tables = (
        Table("readings", "How it was read", READINGS, readings),
        Table("others", "Values that other sources state", OTHERS, others),
        Table("facts", "The claim and its measure", FACTS, _facts(book, one, published)),
    )
    return tuple(table for table in tables if table.rows)


def _reading(key: str, each: Reading) -> Row:
    gives = each.gives or f"not known: {each.missing}"
    tone = Tone.STRONG if key == "0" else Tone.PLAIN
    facts = together(*(figure.facts for figure in each.figures))
    return Row(key, (each.name, gives, str(each.verdict), each.working or None), tone=tone, facts=facts)


def _facts(book: Book, one: Judged, published: tuple[str, str]) -> tuple[Row, ...]:
    claim, measure = one.claim, one.reading.measure
    publisher, date = published
    place = book.connection.execute(
        "SELECT place FROM citation WHERE entity = 'claim' AND entity_id = ? AND place IS NOT NULL",
        [claim.id],
    ).fetchone()
    told = (
        ("As published", claim.words),
        ("Published by", ", ".join(filter(None, (publisher, written(date), place[0] if place else "")))),
        ("Stated", stated(claim)),
        ("What it is about", about(book, claim)),
        ("Measure", measure.definition),
        ("Formula", measure.formula),
        ("Formula from", measure.source),
    )
    own = (Fact("claim", claim.id),)
    return tuple(Row(fact, (fact, value), facts=own) for fact, value in told if value)


def _findings(one: Judged, publisher: str) -> tuple[str, ...]:
    said = [verdict_words(one, publisher)]
    fitting = [each.name for each in one.tried if each.verdict in (Verdict.HOLDS, Verdict.ROUNDED)]
    if one.tried and one.verdict is Verdict.FAILS:
        said.append(f"it holds if it is read as {fitting[0]}" if fitting else _none_fits(one))
    elif one.tried and (wrong := [each for each in one.tried if each.verdict is Verdict.FAILS]):
        gives = wrong[0].gives
        said.append(f"read as “{wrong[0].name}” it does not hold: {gives}")
    if one.derived:
        said.append(f"it rests on a figure that no source states: {one.derived}")
    for other, verdict in one.unsettled:
        said.append(f"with the {other.words} it {verdict}")
    if one.disputed and not one.unsettled:
        said.append("sources state other values for its figures; the verdict is the same with each")
    return tuple(sentence(each) for each in said)


def _none_fits(one: Judged) -> str:
    """That no other reading of a claim bears it out."""
    if len(one.tried) == 1:
        return f"the other reading that was tried ({one.tried[0].name}) does not bear it out either"
    readings = f"the {number_word(len(one.tried))} other readings that were tried"
    return f"{readings} do not give {stated(one.claim)} either"
