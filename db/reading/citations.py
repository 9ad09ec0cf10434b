"""The sources of an answer, numbered in the order in which its rows first need them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence

from db.dates import written
from db.reading.parts import in_parts, marks
from db.view import Source

_TOKEN = re.compile(r"[a-z][a-z0-9]*[-0-9][a-z0-9-]*[a-z0-9]|[a-z]+\d+[a-z]*")

_CITED = """
SELECT citation.entity_id, source.key, source.publisher, source.title, source.address, source.date, source.author
FROM citation JOIN source ON source.id = citation.source_id
WHERE citation.entity = ? AND citation.field IS NULL AND citation.entity_id IN ({marks})
ORDER BY citation.id
"""


class Citations:
    """Collects sources while an answer is built."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.numbers: dict[str, int] = {}
        self.sources: list[Source] = []

    def of(self, entity: str, ids: Iterable[int]) -> dict[int, tuple[int, ...]]:
        """For each row of a table the numbers of the sources that support it."""
        wanted = list(dict.fromkeys(ids))
        cited: dict[int, list[Source]] = {}
        for some in in_parts(wanted):
            query = _CITED.format(marks=marks(len(some)))
            for entity_id, *source in self.connection.execute(query, [entity, *some]):
                cited.setdefault(entity_id, []).append(Source(*(text or "" for text in source)))
        return {
            one: tuple(dict.fromkeys(self.number(source) for source in cited.get(one, ()))) for one in wanted
        }

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
        named = source.publisher if source.publisher and not source.publisher.startswith("(") else ""
        return named or source.title[:1].lower() + source.title[1:] or source.key

    def of_terms(self, ids: Iterable[int]) -> dict[int, tuple[int, ...]]:
        """As `of` for terms; a derived term rests on the sources of the candidacy that won it."""
        wanted = list(dict.fromkeys(ids))
        cited = self.of("term", wanted)
        bare = [one for one in wanted if not cited[one]]
        won: dict[int, int] = {}
        for some in in_parts(bare):
            query = f"SELECT id, candidacy_id FROM term WHERE candidacy_id IS NOT NULL AND id IN ({marks(len(some))})"
            won.update(self.connection.execute(query, some))
        found = self.of("candidacy", won.values())
        return cited | {term: found[candidacy] for term, candidacy in won.items()}

    def disputes(self, entity: str, ids: Sequence[int]) -> list[tuple[int, str, str, bool, str, int]]:
        """Fields of which sources give values: `(row, field, value, chosen, note, number of the source)`."""
        query = f"""
            SELECT citation.entity_id, citation.field, coalesce(citation.value, ''), coalesce(citation.chosen, 0),
                   coalesce(citation.note, ''), source.key, source.publisher, source.title, source.address, source.date,
                   source.author
            FROM citation JOIN source ON source.id = citation.source_id
            WHERE citation.entity = ? AND citation.field IS NOT NULL AND citation.entity_id IN ({marks(len(ids))})
            ORDER BY citation.entity_id, citation.field, citation.chosen DESC, citation.id
        """
        return [
            (row, field, value, bool(chosen), note, self.number(Source(*(text or "" for text in source))))
            for row, field, value, chosen, note, *source in self.connection.execute(query, [entity, *ids])
        ]
