"""What a reader must know of an answer that rests on disputed or derived facts, in a sentence or two behind its findings."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import Final

from db.questions.disputed import bases
from db.reading.disputes.found import Dispute
from db.reading.disputes.marks import Marks
from db.reading.disputes.naming import Told, rows_in_words
from db.reading.disputes.values import Kind
from db.reading.disputes.wording import compared
from db.reading.fields import label_of
from db.reading.shown import shown
from db.view import Fact, View, is_filled
from db.wording import DISPUTED, count, listed, number_word, possessive, sentence

MOST: Final = 3
"""So many findings a view has at the most; what is more is added to the last."""

NAMED: Final = 2
"""Up to so many disputes are named, more are counted."""

LONGEST: Final = 160
"""Letters of a sentence that names them; where it would be longer, they are counted too."""

RESULTS: Final = frozenset({"contest", "brief"})
"""Views of one contest, or of those of a round."""

NOTE: Final = f"{DISPUTED} stands after a value of which sources state something else; the view disputes lists them all."

NOT_STATED: Final = ("derived", "inferred", "unsourced")
"""How a row is known that no source states as it stands."""


def reserved(connection: sqlite3.Connection, view: View, marks: Marks, *, said: bool) -> View:
    """The view with what its signs mean, and with a sentence on the disputes among what it shows, and on what was worked out.

    Args:
        connection: to the record.
        view: with its disputed columns marked.
        marks: of the rows that it rests on.
        said: whether its findings say so.
    """
    used = list(dict.fromkeys(_used(view, marks)))
    disputes = [marks.disputes[one] for one in used if one in marks.disputes]
    if said:
        words = (
            _differing(connection, view, disputes),
            _worked_out([one for one in used if one in marks.derived]),
            _not_stated(view),
        )
        view = _with(view, tuple(sentence(one) for one in words if one))
    return view._replace(notes=(*view.notes, NOTE)) if disputes else view


def _with(view: View, said: tuple[str, ...]) -> View:
    """The findings with reservations behind them, three in all at the most."""
    findings = tuple(filter(None, view.findings))
    free = max(MOST - len(findings), 0)
    apart, rest = said[:free], said[free:]
    findings += apart
    return view._replace(findings=(*findings[:-1], " ".join((findings[-1], *rest))) if rest else findings)


def _used(view: View, marks: Marks) -> Iterator[tuple[Fact, str]]:
    """The fields of note that the cells of a view show, where something is in the cell."""
    touched = {fact for fact, _ in (*marks.disputes, *marks.derived)}
    if not touched:
        return
    for table in view.every_table:
        for row in table.rows:
            if touched.isdisjoint(row.facts):
                continue
            for column, cell in zip(table.columns, row.cells, strict=True):
                if is_filled(cell):
                    yield from shown(view.name, table.key, column.key, row)


def _differing(connection: sqlite3.Connection, view: View, disputes: list[Dispute]) -> str:
    """On what sources differ; a day or two of a date are said only in the result that is dated so."""
    result = view.name in RESULTS
    if not result:
        disputes = [one for one in disputes if one.kind is not Kind.DATE]
    if not disputes:
        return ""
    counted = f"Sources differ on {count(len(disputes), 'value')} shown here, marked {DISPUTED}"
    if len(disputes) > NAMED:
        return counted
    told = rows_in_words(connection, (one.fact for one in disputes))
    parts = [f"{_named(one, told[one.fact], here=result)} ({compared(connection, one)})" for one in disputes]
    named = f"Sources differ on {listed(parts)}"
    return named if len(named) <= LONGEST else counted


def _named(dispute: Dispute, told: Told, *, here: bool) -> str:
    """Whose value it is: `Tony Robinson's votes` in a result, `the votes of Tony Robinson, NEC members 2001` elsewhere."""
    label = label_of(dispute.fact.table, dispute.field)
    if here and dispute.fact.table == "contest":
        return f"the {label}"
    if here and told.person:
        return f"{possessive(told.person)} {label}"
    return f"the {label} of {told.words}"


def _worked_out(derived: list[tuple[Fact, str]]) -> str:
    """Which figures rest on arithmetic."""
    labels = list(dict.fromkeys(label_of(fact.table, field) for fact, field in derived))
    if not labels:
        return ""
    one = len(derived) == 1 and not labels[0].endswith("s")
    return f"{listed([f'the {label}' for label in labels])} {'is a derived figure' if one else 'are derived figures'}"


def _not_stated(view: View) -> str:
    """How many rows no source states as they stand; of terms only those that were not worked out by rule from a result."""
    found: Counter[str] = Counter()
    for row, basis in bases(view):
        by_rule = basis == "derived" and any(fact.table == "term" for fact in row.facts[:1])
        if basis in NOT_STATED and not by_rule:
            found[basis] += 1
    total = sum(found.values())
    if not total:
        return ""
    if len(found) == 1:
        (basis,) = found
        return f"{count(total, 'row is', 'rows are')} {basis}, and stated by no source"
    parts = [f"{number_word(found[basis])} {basis}" for basis in NOT_STATED if found[basis]]
    return f"{count(total, 'row is', 'rows are')} stated by no source: {listed(parts)}"
