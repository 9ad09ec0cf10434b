"""The answer of a question itself, before the sentences on disputed and derived facts are added to its findings."""

from __future__ import annotations

import sqlite3
from importlib import import_module

from db.lens import Lens
from db.view import View


def own(
    connection: sqlite3.Connection, view: str, *, factions: str = "", text: str = "", **place: str
) -> View:
    """A question with its lens in keywords; `factions` are keys separated by blanks."""
    lens = Lens(factions=frozenset(factions.split()), text=text).at(**place)
    answer: View = import_module(f"db.questions.{view}").answer(connection, lens)
    return answer
