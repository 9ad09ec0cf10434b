"""The sources of an answer, numbered in the order in which its rows first need them.

What a row rests on are its facts, and its sources are theirs: whatever a source supports as a whole.  A derived term has no
source of its own; its row rests on the candidacy that won the seat too, and so on the sources of that.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

from db.dates import written
from db.reading.facts import by_table
from db.reading.parts import in_parts, marks
from db.reading.sources import SOURCE, publisher_of, source_of
from db.view import Fact, Row, Source, View

_TOKEN = re.compile(r"[a-z][a-z0-9]*[-0-9][a-z0-9-]*[a-z0-9]|[a-z]+\d+[a-z]*")

_CITED = f"""
SELECT citation.id, citation.entity, citation.entity_id, {SOURCE}
FROM citation JOIN source ON source.id = citation.source_id
WHERE citation.field IS NULL AND citation.entity = ? AND citation.entity_id IN ({{marks}})
"""


class Citations:
    """Collects sources while an answer is built."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.numbers: dict[str, int] = {}
        self.sources: list[Source] = []
        self._cited: dict[Fact, tuple[int, ...]] = {}

    def numbered(self, view: View) -> View:
        """The view with its sources, numbered as its rows first need them, and in each row the numbers of its own.

        Those are the sources of its facts.  A row that has numbers already keeps them alone: it says itself whose page it is
        about.  What only words name comes last.
        """
        every = [table.rows for table in view.every_table]
        cited = self.of_facts(fact for rows in every for row in rows if not row.sources for fact in row.facts)
        needed = [[_needed(row, cited) for row in rows] for rows in every]
        order = dict.fromkeys(one for rows in needed for numbers in rows for one in numbers)
        order |= dict.fromkeys(range(1, len(self.sources) + 1))
        anew = {old: new for new, old in enumerate(order, 1)}
        rows, *tables = (
            tuple(_with(row, tuple(sorted(map(anew.__getitem__, numbers)))) for row, numbers in pairs)
            for pairs in map(zip, every, needed)
        )
        return view._replace(
            rows=rows,
            tables=tuple(table._replace(rows=own) for table, own in zip(view.tables, tables, strict=True)),
            sources=tuple(self.sources[old - 1] for old in order),
        )

    def of_facts(self, rows: Iterable[Fact]) -> dict[Fact, tuple[int, ...]]:
        """For each row of the record the numbers of the sources that support it; each is looked up once."""
        wanted = dict.fromkeys(rows)
        new = [one for one in wanted if one not in self._cited]
        found: dict[tuple[str, int], dict[int, None]] = {}
        for some in in_parts(new):
            of_table = by_table(some)
            parts = (_CITED.format(marks=marks(len(ids))) for ids in of_table.values())
            values = [one for table, ids in of_table.items() for one in (table, *ids)]
            query = f"{' UNION ALL '.join(parts)} ORDER BY 1"
            for _, table, number, *source in self.connection.execute(query, values):
                known = self.numbers.get(source[0]) or self.number(source_of(source))
                found.setdefault((table, number), {})[known] = None
        self._cited.update({one: tuple(found.get(one, ())) for one in new})
        return {one: self._cited[one] for one in wanted}

    def of(self, table: str, ids: Iterable[int]) -> dict[int, tuple[int, ...]]:
        """For each row of a table the numbers of the sources that support it."""
        return {fact.id: numbers for fact, numbers in self.of_facts(Fact(table, one) for one in ids).items()}

    def explained(self, text: str | None) -> str:
        """A note of the record with the keys of sources in it replaced by publisher and date."""
        tokens = list(dict.fromkeys(_TOKEN.findall(text or "")))
        if not text or not tokens:
            return text or ""
        query = f"SELECT key, publisher, date FROM source WHERE key IN ({marks(len(tokens))})"
        names = {
            key: f"{publisher} ({written(date)})" if date else publisher
            for key, publisher, date in self.connection.execute(query, tokens)
        }
        return _TOKEN.sub(lambda found: names.get(found.group()) or found.group(), text)

    def number(self, source: Source) -> int:
        """The number of a source, a new one at its first use."""
        if source.key not in self.numbers:
            self.sources.append(source)
            self.numbers[source.key] = len(self.sources)
        return self.numbers[source.key]

    def called(self, number: int) -> str:
        """Whose page a source is, for a sentence: its publisher; of what no page gives, that none does."""
        source = self.sources[number - 1]
        return publisher_of(source) or source.title[:1].lower() + source.title[1:] or source.key


def _with(row: Row, numbers: tuple[int, ...]) -> Row:
    return row if row.sources == numbers else row._replace(sources=numbers)


def _needed(row: Row, cited: dict[Fact, tuple[int, ...]]) -> tuple[int, ...]:
    """The numbers that a row brings, else those of the sources of its facts, the nearest first."""
    return row.sources or tuple(dict.fromkeys(number for fact in row.facts for number in cited[fact]))
