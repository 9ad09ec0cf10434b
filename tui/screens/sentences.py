"""What went wrong, said to the reader of the screen."""

from __future__ import annotations

import sqlite3

from db.errors import SlatewatchError


def sentence(problem: Exception) -> str:
    """A problem in one sentence."""
    if isinstance(problem, SlatewatchError):
        return str(problem)
    if isinstance(problem, sqlite3.Error):
        return f"The database could not be read: {problem}."
    if isinstance(problem, OSError):
        return f"{problem.filename or 'The file'}: {problem.strerror or problem}."
    return f"This could not be answered ({type(problem).__name__}: {problem})."
