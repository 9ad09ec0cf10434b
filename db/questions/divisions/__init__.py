"""The recorded votes inside a body, and the counts of its sides that were published, beside the composition of each day."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from db.lens import Lens, Place
from db.matching import words_of
from db.measures.tally import NO
from db.questions.divisions.words import findings, fit_in_words, in_short
from db.questions.unapplied import on_days
from db.reading.citations import Citations
from db.reading.counting.assembly import Assembly
from db.reading.counting.sweep import Count, counted
from db.reading.disputes.wording import stated_besides
from db.reading.divisions import Division, divisions_of
from db.reading.divisions.roll import fit
from db.reading.narrowing import emptied, matches, ordered
from db.reading.place import in_words
from db.view import Column, Fact, Faction, Kind, Row, Tone, View
from db.wayfinding.steps import with_body
from db.wording import sentence

COLUMNS = (
    Column("date", "Date", Kind.DATE),
    Column("kind", "Kind", wide=True),
    Column("subject", "Subject"),
    Column("for", "For", Kind.NUMBER),
    Column("against", "Against", Kind.NUMBER),
    Column("abstaining", "Abstaining", Kind.NUMBER, optional=True, wide=True),
    Column("members", "Members", Kind.NUMBER, optional=True, wide=True),
    Column("composition", "Counted that day"),
    Column("until", "Until", Kind.DATE, optional=True, wide=True),
    Column("fits", "Fits", optional=True, wide=True),
    Column("named", "By name", Kind.NUMBER, optional=True, wide=True),
    Column("why", "Why it fits or not", optional=True, wide=True),
    Column("disputed", "Also stated", optional=True, wide=True),
    Column("note", "Note", optional=True, wide=True),
    Column("division", "Division", wide=True),
)

FIGURES = ("for", "against", "abstaining")
"""The published figures, in their order."""

COMPUTED = ("composition", "fits", "why")
"""Columns that rest on the composition of the day: worked out for the rows in sight only, unless they are sorted by; under a
scenario for all, to tell what of it does not fit."""


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """All divisions of the body, the newest first; its day and section narrow nothing.

    Raises:
        Missing: the lens names what is not there.
    """
    lens = with_body(connection, lens)
    whole = lens.at(section=None)
    found = divisions_of(connection, _body(connection, whole))
    assembly = Assembly(connection, whole)
    citations = Citations(connection)
    at_once = lens.sort_column in COMPUTED or lens.scenario is not None
    counts = _counts(found, assembly) if at_once else None
    view = View(
        name="divisions",
        title=f"Divisions: {assembly.place.body_name}",
        lens=lens,
        words=in_words(lens, assembly.factions, assembly.place.body_short, "divisions", _scheme(assembly)),
        findings=(),
        columns=COLUMNS,
        rows=(),
        total=0,
        first=first,
        notes=(*_unapplied(assembly, counts or {}), *_notes(lens, found, assembly)),
    )
    rows = _rows(lens, found, assembly, citations, counts)
    if lens.text:
        words = words_of(lens.text)
        rows = tuple(row for row in rows if matches(row, words))
    rows = ordered(view, rows)
    shown_keys = {row.key for row in rows}
    said = findings([one for one in found if one.key in shown_keys], assembly.place.body_short)
    total, shown = len(rows), rows[first:] if limit is None else rows[first : first + limit]
    if counts is None:
        by_key = {one.key: one for one in found}
        wanted = [by_key[row.key] for row in shown]
        shown = _rows(lens, wanted, assembly, citations, _counts(wanted, assembly))
    view = citations.numbered(view._replace(findings=said, rows=shown, total=total))
    return view if total else emptied(view, assembly.factions, "divisions")


def _body(connection: sqlite3.Connection, lens: Lens) -> int | None:
    found = connection.execute("SELECT id FROM body WHERE key = ?", [lens.body]).fetchone()
    return None if found is None else int(found[0])


def _scheme(assembly: Assembly) -> str:
    return f"scheme {assembly.grouping.scheme.name}" if assembly.grouping.scheme else ""


def _rows(
    lens: Lens,
    found: Sequence[Division],
    assembly: Assembly,
    citations: Citations,
    counts: dict[str, Count] | None,
) -> tuple[Row, ...]:
    """Rows of divisions; without counts their computed cells are blank."""
    others = stated_besides(citations, (Fact("division", one.id) for one in found))
    rows = []
    for one in found:
        computed = ("", "", "") if counts is None else _computed(lens, one, assembly, counts)
        cells = (
            one.date or None, one.kind, one.subject, *one.figures, one.members, computed[0], one.date_end or None, computed[1],
            one.named or None, computed[2] or None, "; ".join(others[Fact("division", one.id)]) or None,
            citations.explained(one.note) or None, one.key,
        )  # fmt: skip
        opens = Place(
            "division", lens.wide.at(division=one.key, date=one.date or None, section=None, sort=None)
        )
        tone = Tone.NOTABLE if computed[1] == NO else Tone.PLAIN
        rows.append(Row(one.key, cells, opens, frozenset(), one.date or None, tone, facts=one.facts))
    return tuple(rows)


def _counts(found: Sequence[Division], assembly: Assembly) -> dict[str, Count]:
    """The composition of the day of each of some divisions."""
    return {one.date: one for one in counted(assembly, sorted({one.date for one in found}))}


def _unapplied(assembly: Assembly, counts: dict[str, Count]) -> tuple[str, ...]:
    """What a scenario assumes and does not fit the days of the divisions."""
    return on_days(assembly.scenario, ((day, one.unapplied) for day, one in counts.items()))


def _computed(
    lens: Lens, one: Division, assembly: Assembly, counts: dict[str, Count]
) -> tuple[str, str, str]:
    day, grouping = counts[one.date], assembly.grouping

    def lit(group: Faction) -> bool:
        return assembly.factions.covers(lens.factions, grouping.keys(group), one.date or None)

    short = in_short(day, grouping, lit if lens.factions else None) if one.date else ""
    found = fit(one, day, grouping)
    return short, found.verdict, sentence(fit_in_words(found, one, day, grouping))


def _notes(lens: Lens, found: list[Division], assembly: Assembly) -> tuple[str, ...]:
    if not found:
        return ()
    said = [
        "What for and against mean is said in the subject; an estimate, a composition and an attendance count sides, not votes",
        "Fits: yes where the groups of that day can be divided between the sides so that nobody need have voted against the "
        "own one; absences and abstentions are no breach, whoever is unknown or independent may have voted either way; "
        "open where that cannot be said, with the reason beside it",
        "The composition of a day rests on its terms; opening a division shows them with their sources",
    ]
    if lens.section:
        said.insert(0, f"Divisions are of the whole {assembly.place.body_short}, not of a section")
    if assembly.grouping.scheme:
        said.append(assembly.grouping.scheme.judgement)
    return tuple(map(sentence, said))
