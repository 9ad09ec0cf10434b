"""Which faction the words of a source name, where the field is a slate."""

from __future__ import annotations

import sqlite3
from functools import cached_property

from db.matching import words_of

_CALLED = """
SELECT key, key FROM faction UNION SELECT key, name FROM faction UNION SELECT key, short FROM faction
UNION SELECT faction.key, alias FROM faction_alias JOIN faction ON faction.id = faction_id
"""


class Slates:
    """The factions of a record by all that they are called."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @cached_property
    def _keys(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for key, name in self.connection.execute(_CALLED):
            found.setdefault(_plain(name), set()).add(key)
        return found

    def named(self, words: str) -> str | None:
        """The key of the one faction that is called so; None where none is, or several are."""
        keys = self._keys.get(_plain(words), set())
        return next(iter(keys)) if len(keys) == 1 else None

    def of_candidacy(self, candidacy: int, words: str) -> str:
        """What a source says of the slate of a candidacy, as a file writes it: a key, or words that name no faction.

        The words that are printed beside the name mean the slate that they were taken for.
        """
        query = """
            SELECT slate_label, faction.key FROM candidacy JOIN faction ON faction.id = slate_id WHERE candidacy.id = ?
        """
        label, key = self.connection.execute(query, [candidacy]).fetchone() or (None, None)
        if label is not None and _plain(label) == _plain(words):
            return str(key)
        return self.named(words) or words


def _plain(name: str) -> str:
    return " ".join(words_of(name))
