"""The one place where an answer under a scenario is marked as such: title, words, findings, notes, and a column of every row.

Whoever cuts a sentence, a row or a table out of it still reads that it is supposed and no fact.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from db.lens import Lens
from db.questions.unapplied import on_days
from db.reading.counting.assembly import Assembly
from db.reading.scenarios.assumptions import assumptions_of
from db.reading.scenarios.scenario import named
from db.view import Column, Row, View
from db.wayfinding.steps import day_of
from db.wording import sentence

FOLLOWING = frozenset(
    {
        "composition",
        "changes",
        "measures",
        "timeline",
        "divisions",
        "division",
        "schemes",
        "scheme",
        "scenarios",
    }
)
"""Questions that count holders through an `Assembly`, and so follow a scenario; all others answer by the facts alone."""

TELLING = frozenset({"timeline", "divisions", "schemes", "scheme"})
"""Those of them that count many days, or one by several schemes, and tell themselves where what is assumed does not fit."""

COMPARING = frozenset({"changes", "measures"})
"""Those that look at the day compared with too."""

ELSEWHERE = frozenset({"others"})
"""Tables of ways to the facts and to other scenarios: no part of this one."""

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
        note = f"This view is counted by the facts, without the scenario {name}"
        return answer._replace(notes=(*answer.notes, sentence(note)))
    by_name = lens.sort_column == COLUMN.key  # every row has the same: no order follows from it
    answer = ask(lens.at(sort=None) if by_name else lens)
    if by_name:
        answer = answer._replace(lens=answer.lens.at(sort=lens.sort))
    return _signed(answer._replace(notes=(*_notes(connection, answer, scenario), *answer.notes)), name)


def _signed(view: View, name: str) -> View:
    """The answer with the name of the scenario in every title, sentence and row."""

    def said(texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(f"Scenario {name}: {text}" if text else "" for text in texts)

    def rows(some: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(row._replace(cells=(*row.cells, name)) for row in some)

    title, empty = said((view.title, view.empty))
    return view._replace(
        title=title,
        words=f"scenario {name}, {view.words}",
        findings=said(view.findings),
        columns=(*view.columns, COLUMN),
        rows=rows(view.rows),
        tables=tuple(
            one
            if one.key in ELSEWHERE
            else one._replace(title=said([one.title])[0], columns=(*one.columns, COLUMN), rows=rows(one.rows))
            for one in view.tables
        ),
        notes=said(view.notes),
        empty=empty,
    )


def _notes(connection: sqlite3.Connection, view: View, scenario: int) -> tuple[str, ...]:
    """What is supposed, and what of it does not fit the days of the answer."""
    supposed = [one.words for one in assumptions_of(connection, scenario)]
    said = ["figures rest on assumptions and are no facts"]
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
