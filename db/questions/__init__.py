"""The questions that can be asked of the record: one module each, `answer(connection, lens, ...) -> View`."""

from __future__ import annotations

import sqlite3
from importlib import import_module

from db.lens import VIEWS, Lens
from db.questions.disputed import marked
from db.view import View


def ask(
    connection: sqlite3.Connection, view: str, lens: Lens, first: int = 0, limit: int | None = None
) -> View:
    """Answer a question through a lens, with what sources dispute marked.

    Under a scenario the answer is marked as such; a question that follows none is answered by the facts.

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

    def answer(through: Lens) -> View:
        return marked(connection, question.answer(connection, through, first, limit))

    if lens.scenario is None:
        return answer(lens)
    from db.questions.marking import under_scenario

    return under_scenario(connection, view, lens, answer)
