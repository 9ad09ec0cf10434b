"""The questions that can be asked of the record: one module each, `answer(connection, lens, ...) -> View`."""

from __future__ import annotations

import sqlite3
from importlib import import_module

from db.lens import VIEWS, Lens
from db.view import View


def ask(
    connection: sqlite3.Connection, view: str, lens: Lens, first: int = 0, limit: int | None = None
) -> View:
    """Answer a question through a lens; under a scenario marked as such, or by the facts where it follows none.

    Args:
        connection: to a slatewatch database, read-only will do.
        view: one of `VIEWS`.
        lens: what to look at.
        first: position of the first row wanted, from 0; only `candidates` gives windows, the others give all rows.
        limit: how many rows at the most; None for all.

    Raises:
        KeyError: there is no such view.
        Missing: the lens names something that the record does not hold.
    """
    if view not in VIEWS:
        raise KeyError(view)
    question = import_module(f"db.questions.{view}")
    if lens.scenario is None:
        answer: View = question.answer(connection, lens, first, limit)
        return answer
    from db.questions.marking import under_scenario

    return under_scenario(
        connection, view, lens, lambda other: question.answer(connection, other, first, limit)
    )
