"""All records of a database, kind by kind, one after another, so that no more than one is in memory."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from db.dumping.queries import OF_GENDER, PLAIN, QUERIES, Query, fields, sources_of
from db.naming import UNIQUE, name_of, numbered
from db.records import Ballot, Citation, Explanation, Record, Section

Numbered = Iterator[tuple[int, Record]]
"""Records with the ids of their rows."""


def records(connection: sqlite3.Connection) -> Iterator[Record]:
    """The records, in the order of the files, each after those it refers to; within a file in the order of its keys.

    What is read is one state of the database, also while another program writes to it, where the caller has begun a transaction.
    """
    for query in QUERIES:
        for _, record in rows(connection, query):
            yield record
    yield from (explanation for _, explanation in _explanations(connection))
    yield from _citations(connection)


def rows(
    connection: sqlite3.Connection, query: Query, condition: str = "1", values: Sequence[object] = ()
) -> Numbered:
    """The rows of one kind that meet a condition, with their ids.

    Args:
        connection: to the record.
        query: how they are read.
        condition: in SQL, after WHERE.
        values: what is bound to it.
    """
    names = fields(query.kind)
    make: Callable[..., Record] = query.kind
    found: Numbered = (
        (number, make(**dict(zip(names, cells, strict=True))))
        for number, *cells in connection.execute(query.sql(condition), values)
    )
    if query.kind is Section:
        return _parents_first(found)
    return _by_key(connection, found) if query.kind is Ballot else found


def _parents_first(sections: Numbered) -> Numbered:
    """A section after the one it is part of, otherwise as they come."""
    waiting: dict[tuple[str, str], list[tuple[int, Record]]] = defaultdict(list)
    there: set[tuple[str, str]] = set()
    every = [(number, one) for number, one in sections if isinstance(one, Section)]
    known = {(one.body, one.section) for _, one in every}
    for number, one in every:
        needed = (one.body, one.parent or "")
        if needed in known and needed not in there:
            waiting[needed].append((number, one))
            continue
        ready: list[tuple[int, Record]] = [(number, one)]
        while ready:
            number, one = ready.pop(0)  # type: ignore[assignment]
            yield number, one
            there.add((one.body, one.section))
            ready += waiting.pop((one.body, one.section), [])


def _by_key(connection: sqlite3.Connection, ballots: Numbered) -> Numbered:
    """Ballots with the keys of persons in place of the ids of candidacies."""
    query = (
        "SELECT CAST(candidacy.id AS TEXT), person.key FROM contest JOIN candidacy ON contest_id = contest.id "
        "JOIN person ON person.id = person_id WHERE contest.key = ?"
    )
    contest, keys = "", dict[str, str]()
    for number, one in ballots:
        if not isinstance(one, Ballot):
            continue
        if one.contest != contest:
            contest, keys = one.contest, dict(connection.execute(query, [one.contest]))
        words = [keys.get(part, part) for part in re.split(r"\s*([>=])\s*", one.preferences)]
        yield (
            number,
            Ballot(contest=contest, papers=one.papers, preferences=" ".join(words), sources=one.sources),
        )


SPECIAL = f"NOT ({PLAIN}) AND NOT ({OF_GENDER})"
"""Citations that no column `sources` can hold."""


def _speaking(
    connection: sqlite3.Connection, query: Query, of: str, condition: str = "1"
) -> Iterator[tuple[int, str]]:
    """The ids and names of the rows of one kind of which a table of what names rows speaks."""
    some = f"SELECT 1 FROM {of} WHERE {of}.entity = '{query.table}' AND {condition}"
    if not connection.execute(f"{some} LIMIT 1").fetchone():
        return iter(())
    alone = query.kind.FILE in UNIQUE
    wanted = f"EXISTS ({some} AND {of}.entity_id = {query.table}.id)" if alone else "1"
    return _named(rows(connection, query, wanted), alone=alone)


def _explanations(connection: sqlite3.Connection) -> Iterator[tuple[int, Explanation]]:
    """What explains findings, in the order of the rows that they are on."""
    query = (
        f"SELECT id, kind, reason, note, {sources_of('explanation', PLAIN)} FROM explanation "
        "WHERE entity = ? AND entity_id = ? ORDER BY kind"
    )
    for kind in QUERIES:
        for row, name in _speaking(connection, kind, "explanation"):
            for number, finding, reason, note, sources in connection.execute(query, [kind.table, row]):
                yield (
                    number,
                    Explanation(
                        kind=finding,
                        table=kind.kind.FILE,
                        row=name,
                        reason=reason,
                        note=note,
                        sources=sources,
                    ),
                )


def _citations(connection: sqlite3.Connection) -> Iterator[Citation]:
    """The citations that say more than a column can, in the order of the rows."""
    for query in QUERIES:
        special = "1" if query.table == "source" else SPECIAL
        for number, name in _speaking(connection, query, "citation", special):
            yield from _citations_of(connection, query.table, query.kind.FILE, number, name)
    for number, explanation in _explanations(connection):
        yield from _citations_of(connection, "explanation", Explanation.FILE, number, name_of(explanation))


def _citations_of(
    connection: sqlite3.Connection, table: str, file: str, number: int, name: str
) -> Iterator[Citation]:
    special = "1" if table == "source" else SPECIAL
    wanted = f"""
        SELECT citation.field, citation.value, source.key, citation.place, citation.chosen, citation.reason, citation.note
        FROM citation JOIN source ON source.id = citation.source_id
        WHERE citation.entity = ? AND citation.entity_id = ? AND {special} ORDER BY citation.field, citation.id
    """
    for field, value, source, place, chosen, reason, note in connection.execute(wanted, [table, number]):
        yield Citation(
            table=file, row=name, field=field, value=value, source=source, place=place, chosen=chosen, reason=reason,
            note=note,
        )  # fmt: skip


def _named(numbered_rows: Numbered, *, alone: bool) -> Iterator[tuple[int, str]]:
    """The ids of rows and what citations call them."""
    group, counts = None, defaultdict[str, int](int)
    for number, record in numbered_rows:
        name = name_of(record)
        if not alone:
            first: Any = getattr(record, record.NAME[0])
            if first != group:
                group, counts = first, defaultdict(int)
            counts[name] += 1
            name = numbered(name, counts[name])
        yield number, name
