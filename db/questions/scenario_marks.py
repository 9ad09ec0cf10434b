"""The one place where an answer under a scenario is marked as such: title, words, findings, notes, and a column of every row.

Whoever cuts a sentence, a row or a table out of it still reads that it is supposed and no fact.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from db.lens import Lens
from db.questions.steps import day_of
from db.questions.unapplied import on_days
from db.reading.assembly import Assembly
from db.reading.assumptions import assumptions_of
from db.reading.scenario import named
from db.view import Column, Row, View
from db.wording import sentence

FOLLOWING = frozenset(
    {"composition", "changes", "measures", "timeline", "divisions", "division", "scenarios"}
)
"""Questions that count holders through an `Assembly`, and so follow a scenario; all others answer by the facts alone."""

TELLING = frozenset({"timeline", "divisions"})
"""Those of them that count many days, and tell themselves on which what is assumed does not fit."""

COMPARING = frozenset({"changes", "measures"})
"""Those that look at the day compared with too."""

COLUMN = Column("scenario", "Scenario", wide=True)


def under_scenario(
    connection: sqlite3.Connection, view: str, lens: Lens, ask: Callable[[Lens], View]
) -> View:
    """Answer under the scenario of a lens, marked; or by the facts where the question follows none, which is said.

    Args:
        connection: to the record.
        view: name of the question.
        lens: names a scenario.
        ask: asks the question through a lens.

    Raises:
        Missing: there is no such scenario, or something else that the lens names.
    """
    scenario, _, name = named(connection, lens.scenario or "")
    if view not in FOLLOWING:
        answer = ask(lens.at(scenario=None))
        note = f"These are the facts: the scenario {name} does not bear upon this view"
        return answer._replace(notes=(*answer.notes, sentence(note)))
    by_name = lens.sort_column == COLUMN.key  # every row has the same: no order follows from it
    answer = ask(lens.at(sort=None) if by_name else lens)
    if by_name:
        answer = answer._replace(lens=answer.lens.at(sort=lens.sort))
    return answer._replace(
        title=f"Scenario {name}: {answer.title}",
        words=f"scenario {name}, {answer.words}",
        findings=tuple(f"Scenario {name}: {said}" for said in answer.findings),
        columns=(*answer.columns, COLUMN),
        rows=tuple(_signed(row, name) for row in answer.rows),
        notes=(*_notes(connection, answer, scenario, name), *answer.notes),
    )


def _signed(row: Row, name: str) -> Row:
    return row._replace(cells=(*row.cells, name))


def _notes(connection: sqlite3.Connection, view: View, scenario: int, name: str) -> tuple[str, ...]:
    """What is supposed, and what of it does not fit the days of the answer."""
    supposed = [one.words for one in assumptions_of(connection, scenario)]
    said = [f"Scenario {name}: figures rest on assumptions and are no facts"]
    said.append(f"Assumed: {'; '.join(supposed)}" if supposed else "Nothing is assumed in it yet")
    for date in _days(connection, view):
        assembly = Assembly(connection, view.seen, span=(date, date))
        said += on_days(assembly.scenario, [(date, assembly.chamber(date).unapplied)])
    return tuple(map(sentence, dict.fromkeys(said)))


def _days(connection: sqlite3.Connection, view: View) -> list[str]:
    """The days that an answer looks at, where its lens names them and the answer does not tell of them itself."""
    lens = view.seen
    if lens.body is None or view.name in TELLING:
        return []
    named = (lens.date, lens.against if view.name in COMPARING else None)
    days = (day_of(connection, one) for one in named)
    return list(dict.fromkeys(day for day in days if day))
