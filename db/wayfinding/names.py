"""From what a user types to the key that is meant; where nothing fits, the nearest names."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from db.errors import Missing
from db.matching import beginnings, folded, words_of

NEAR = 3
"""How many nearest names a sentence offers."""


FITTING = 9
"""How many contests that fit a text are listed at the most."""


def resolve(connection: sqlite3.Connection, kind: str, text: str, body: str | None = None) -> str:
    """The key of something of the record given by key or by name.

    Args:
        connection: to the record.
        kind: `body`, `section`, `contest`, `person`, `faction`, `division`, `claim`, `source`, `scheme` or `scenario`.
        text: a key, a name, an abbreviation or another spelling.
        body: for a section, the key of its body.

    Raises:
        Missing: nothing has that name, or several have; the sentence offers the nearest.
    """
    keys = fitting(connection, kind, text, body)
    if keys:
        return one_of(keys, text)
    near = suggest(connection, kind, text, body)
    hint = f"; the nearest {'is' if len(near) == 1 else 'are'} {', '.join(near)}" if near else ""
    raise Missing(f"There is no {kind} {text!r} in this record{hint}.")


def fitting(connection: sqlite3.Connection, kind: str, text: str, body: str | None = None) -> set[str]:
    """The keys of all that a text may name; none where nothing is called so."""
    wanted = folded(text).strip()
    keys = {
        key for key, name in _names(connection, kind, body, wanted) if wanted in (folded(key), folded(name))
    }
    if not keys and kind == "person":
        keys = {key for key, _ in _persons(connection, wanted)}
    if not keys and kind == "contest":
        keys = _contests(connection, wanted)
    return keys


def one_of(keys: set[str], text: str) -> str:
    """The one key that is meant: the only one, or that which the text is itself.

    Raises:
        Missing: several are as likely.
    """
    if len(keys) == 1:
        return next(iter(keys))
    exact = [key for key in keys if folded(key) == folded(text).strip()]
    if exact:
        return exact[0]
    raise Missing(f"{text!r} fits several: {', '.join(sorted(keys))}; give the key of one.")


def suggest(connection: sqlite3.Connection, kind: str, text: str, body: str | None = None) -> tuple[str, ...]:
    """The nearest names to a text, the likeliest first; none where nothing is near."""
    from rapidfuzz import fuzz, process

    names: dict[str, str] = {}
    for key, name in _names(connection, kind, body, None):
        names.setdefault(name, key)
        names.setdefault(key, key)
    found = process.extract(
        folded(text), names.keys(), scorer=fuzz.WRatio, processor=folded, limit=8, score_cutoff=60
    )
    keys = dict.fromkeys(names[name] for name, _, _ in found)
    return tuple(keys)[:NEAR]


def completions(
    connection: sqlite3.Connection, kind: str, text: str, body: str | None = None
) -> tuple[tuple[str, str], ...]:
    """Keys that begin like a text, or whose name does, each with its name."""
    wanted = folded(text)
    found: dict[str, str] = {}
    for key, name in _names(connection, kind, body, None):
        if key.startswith(wanted) or any(
            word.startswith(wanted) for word in (folded(name), *folded(name).split())
        ):
            found.setdefault(key, name)
        if len(found) >= 100:
            break
    return tuple(found.items())


_NAMES = {
    "body": "SELECT key, name FROM body UNION ALL SELECT key, short FROM body",
    "contest": "SELECT key, key FROM contest UNION ALL SELECT key, key FROM round UNION ALL SELECT key, name FROM round",
    "division": "SELECT key, key FROM division UNION ALL SELECT key, subject FROM division",
    "claim": "SELECT key, key FROM claim UNION ALL SELECT key, words FROM claim",
    "source": "SELECT key, key FROM source UNION ALL SELECT key, title FROM source WHERE title IS NOT NULL",
    "scheme": "SELECT key, name FROM scheme",
    "scenario": "SELECT key, name FROM scenario",
    "faction": """
        SELECT key, name FROM faction UNION ALL SELECT key, short FROM faction
        UNION ALL SELECT faction.key, alias FROM faction_alias JOIN faction ON faction.id = faction_id
        UNION ALL SELECT 'none', 'none' UNION ALL SELECT 'none', 'no slate known'
    """,
    "person": """
        SELECT key, name FROM person
        UNION ALL SELECT person.key, alias.name FROM alias JOIN person ON person.id = person_id
    """,
}


def faction_names(connection: sqlite3.Connection) -> Iterable[tuple[str, str]]:
    """The keys of factions with every name that they go by."""
    return _names(connection, "faction", None, None)


def _names(
    connection: sqlite3.Connection, kind: str, body: str | None, wanted: str | None
) -> Iterable[tuple[str, str]]:
    if kind == "section":
        query = """
            SELECT section.key, section.name FROM section JOIN body ON body.id = body_id WHERE ?1 IS NULL OR body.key = ?1
            UNION ALL SELECT section.key, full_name FROM section JOIN body ON body.id = body_id
                WHERE full_name IS NOT NULL AND (?1 IS NULL OR body.key = ?1)
        """
        return connection.execute(query, [body])
    if kind == "person" and wanted:
        return _persons(connection, wanted)
    return connection.execute(_NAMES[kind])


def _contests(connection: sqlite3.Connection, wanted: str) -> set[str]:
    """A contest by body, section and date, as `NEC members' section 2014`: those of which every word begins a word."""
    words = beginnings(wanted)
    query = """
        SELECT key FROM contest WHERE id IN (SELECT rowid FROM contest_search WHERE words MATCH ? LIMIT ?)
    """
    return {key for (key,) in connection.execute(query, [words, FITTING])} if words else set()


def _persons(connection: sqlite3.Connection, wanted: str) -> Iterable[tuple[str, str]]:
    """Persons are many: only those that share the words of the text, and the one who has that key or had it before a merge."""
    words = words_of(wanted)
    query = """
        SELECT key, name FROM person WHERE key = ?1
        UNION ALL SELECT person.key, former_key.key FROM former_key JOIN person ON person.id = person_id WHERE former_key.key = ?1
    """
    rows = connection.execute(query, [wanted]).fetchall()
    if words:
        query = """
            SELECT person.key, person.name FROM person_search JOIN person ON person.id = person_search.rowid WHERE words MATCH ?1
            UNION ALL SELECT person.key, alias.name FROM person_search JOIN person ON person.id = person_search.rowid
                JOIN alias ON alias.person_id = person.id WHERE words MATCH ?1
        """
        rows += connection.execute(query, [" AND ".join(f'"{word}"' for word in words)])
    return rows
