"""What is left to do when all rows of a table are read: scattered contests, doubts, entries of the ledger, what follows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from db.ledger import Ledger
from importers.bulk.batches import Batches
from importers.bulk.comparing import CHANGED, CONFLICT, SAME
from importers.bulk.report import SHOWN, BulkReport
from importers.bulk.writing import Writing
from importers.storage.settling import settle

SETTLED = """
UPDATE contest SET
    figures = CASE WHEN counted = 0 THEN 'none' WHEN counted = standing THEN 'complete' ELSE 'partial' END,
    status = CASE WHEN counted OR told THEN 'declared' ELSE 'nominating' END
FROM (SELECT count(*) AS standing, count(votes) AS counted, total(outcome IN ('elected', 'not elected')) AS told
      FROM candidacy WHERE contest_id = ?1)
WHERE id = ?1
"""

UNUSED = {
    "contest": "candidacy WHERE contest_id = contest.id",
    "section": "contest WHERE section_id = section.id",
    "body": "section WHERE body_id = body.id",
    "faction": "candidacy WHERE slate_id = faction.id",
}
"""Rows that were made for rows of the table of which none was stored."""

NAMESAKES = """
SELECT min(own.id) FROM person AS new CROSS JOIN candidacy AS own ON own.person_id = new.id
WHERE new.id BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM identifier WHERE entity = 'person' AND entity_id = new.id) AND EXISTS (
    SELECT 1 FROM candidacy AS other WHERE other.sort_name = own.sort_name AND other.person_id <> own.person_id)
GROUP BY new.id
"""


def finish(writing: Writing, ledger: Ledger, rows: int, check: Callable[[], None]) -> BulkReport:
    """Settle everything and say what came of it.

    Args:
        writing: that took all rows.
        ledger: of the import.
        rows: how many there were.
        check: raises where the user broke off.
    """
    batches, connection = writing.batches, ledger.connection
    _twice(writing)
    _undecided(writing)
    check()
    _scattered(writing, connection)
    if writing.doubts.rows:
        _remove_unused(batches)
    for contest in sorted(writing.completed):
        settle(ledger, contest)
    batches.enter(ledger)
    _derive(writing, ledger)
    check()
    namesakes = _namesakes(writing, connection) if writing.persons.unnumbered else 0
    report = _report(writing, ledger, rows, namesakes)
    connection.execute("UPDATE import SET summary = ? WHERE id = ?", [report.summary, ledger.number])
    return report


def _twice(writing: Writing) -> None:
    """Whoever is named a second time in a contest."""
    for contest, line in writing.batches.twice:
        writing.doubts.row(
            f"line {line}", "Found a person a second time in one contest, expected everybody once."
        )
        writing.unsettled.add(contest)


def _undecided(writing: Writing) -> None:
    """Contests in which nobody is elected: that somebody is not then says nothing."""
    for contest, place in writing.undecided():
        writing.doubts.remark(
            place, "Found nobody marked as elected, expected somebody; no outcome was taken."
        )
        query = "UPDATE candidacy SET outcome = 'unknown' WHERE contest_id = ? AND outcome = 'not elected'"
        writing.batches.connection.execute(query, [contest])
        writing.unsettled.add(contest)


def _scattered(writing: Writing, connection: sqlite3.Connection) -> None:
    """New contests of which not everything was known when they were written."""
    first = writing.first_contest
    for (contest, field), value in writing.later.items():
        if contest >= first:
            connection.execute(f"UPDATE contest SET {field} = ? WHERE id = ?", [value, contest])
    connection.executemany(SETTLED, ((one,) for one in sorted(writing.unsettled) if one >= first))
    query = "UPDATE citation SET place = ? WHERE entity = 'contest' AND entity_id = ? AND +source_id = ? AND field IS NULL"
    places = ((str(spans), one, writing.comparing.source) for one, spans in writing.scattered.items())
    connection.executemany(query, places)


def _remove_unused(batches: Batches) -> None:
    for table, rest in UNUSED.items():
        query = f"DELETE FROM {table} WHERE id BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM {rest})"
        batches.connection.execute(query, [batches.first[table], batches.next[table] - 1])


def _derive(writing: Writing, ledger: Ledger) -> None:
    """Note what follows from the new rows and is not filled yet."""
    batches, touched = writing.batches, ledger.touched
    spans = {table: (batches.first[table], batches.next[table] - 1) for table in batches.first}
    batches.findable.make()
    touched.these("contest", writing.unsettled)
    first, last = spans["contest"]
    touched.ids("section", f"SELECT section_id FROM contest WHERE id BETWEEN {first} AND {last}")
    touched.ids("section", "SELECT section_id FROM contest WHERE id IN (SELECT id FROM temp.touched_contest)")
    first, last = spans["candidacy"]
    touched.ids(
        "slate", f"SELECT DISTINCT coalesce(slate_id, 0) FROM candidacy WHERE id BETWEEN {first} AND {last}"
    )


def _namesakes(writing: Writing, connection: sqlite3.Connection) -> int:
    """New persons of whose name others are on record: counted, the first of them named."""
    batches = writing.batches
    span = [batches.first["person"], batches.next["person"] - 1]
    found = [row[0] for row in connection.execute(NAMESAKES, span)]
    for place, name in _placed(connection, found[:SHOWN]):
        writing.doubts.remark(place, f"{name} is new in this body; others of this name stand elsewhere.")
    writing.doubts.remarks += max(0, len(found) - SHOWN)
    return len(found)


def _placed(connection: sqlite3.Connection, candidacies: list[int]) -> Iterator[tuple[str, str]]:
    query = """
        SELECT coalesce(citation.place, ''), person.name FROM candidacy JOIN person ON person.id = person_id
        LEFT JOIN citation ON citation.entity = 'contest' AND citation.entity_id = contest_id
        WHERE candidacy.id = ? ORDER BY citation.id DESC LIMIT 1
    """
    for one in candidacies:
        yield connection.execute(query, [one]).fetchone()


def _report(writing: Writing, ledger: Ledger, rows: int, namesakes: int) -> BulkReport:
    batches, doubts, counts = writing.batches, writing.doubts, writing.counts
    changes = "SELECT count(*) FROM change WHERE import_id = ?"
    (entries,) = ledger.connection.execute(changes, [ledger.number]).fetchone()
    made = {
        table: _rows(batches, table)
        for table in ("body", "section", "contest", "person", "faction", "candidacy")
    }
    return BulkReport(
        ledger.number if entries > 1 else None,
        rows, made["candidacy"], counts[SAME], counts[CHANGED], counts[CONFLICT], doubts.rows,
        made["body"], made["section"], made["contest"], made["person"], made["faction"],
        namesakes, doubts.remarks, tuple(doubts.first),
    )  # fmt: skip


def _rows(batches: Batches, table: str) -> int:
    query = f"SELECT count(*) FROM {table} WHERE id BETWEEN ? AND ?"
    (count,) = batches.connection.execute(query, [batches.first[table], batches.next[table] - 1]).fetchone()
    return int(count)
