"""Sources and citations: which file says what, and where in it."""

from __future__ import annotations

from typing import Any

from db.keys import free_key
from db.ledger import Ledger
from importers.origin import Origin


class Citing:
    """The sources of one import; each is written when the first row rests on it."""

    def __init__(self, ledger: Ledger, origins: tuple[Origin, ...]) -> None:
        self.ledger, self.origins = ledger, origins
        self._sources: dict[int, int] = {}

    def cite(
        self,
        file: int,
        entity: str,
        row: int,
        *,
        place: str | None = None,
        words: str = "",
        field: str | None = None,
        value: str | None = None,
        chosen: bool | None = None,
    ) -> None:
        """Say that a file supports a row, or gives one of its values.

        Args:
            file: number of the file.
            entity: the table of the row.
            row: its id.
            place: where in the file.
            words: those of the file that it rests on.
            field: the field that it is about; None for the row as a whole.
            value: the value that the file gives.
            chosen: whether that value is the one shown.
        """
        self._write(self._source(file), entity, row, place, words, field, value, chosen)

    def cite_derived(self, entity: str, row: int, *, field: str, value: str, words: str) -> None:
        """Say that a value was worked out, and how."""
        self._write(self._derived(), entity, row, None, words, field, value, True)

    def cite_displaced(self, entity: str, row: int, *, field: str, value: str) -> None:
        """Keep a value that is no longer shown: of those who give it the choice goes, else it has the sources of the row."""
        connection, number = self.ledger.connection, self.ledger.number
        query = """
            SELECT id FROM citation WHERE entity = ? AND entity_id = ? AND field = ? AND chosen = 1 AND id NOT IN (
                SELECT entity_id FROM change WHERE import_id = ? AND entity = 'citation')
        """
        for (given,) in connection.execute(query, [entity, row, field, number]).fetchall():
            self.ledger.update("citation", given, {"chosen": 0, "reason": None})
        query = """
            SELECT DISTINCT source_id FROM citation
            WHERE entity = ?1 AND entity_id = ?2 AND field IS NULL AND source_id NOT IN (
                SELECT entity_id FROM change WHERE import_id = ?3 AND entity = 'source')
            AND source_id NOT IN (SELECT source_id FROM citation WHERE entity = ?1 AND entity_id = ?2 AND field = ?4)
        """
        for (source,) in connection.execute(query, [entity, row, number, field]).fetchall():
            self._write(source, entity, row, None, "", field, value, False)

    def _write(
        self, source: int, entity: str, row: int, place: str | None, words: str,
        field: str | None, value: str | None, chosen: bool | None,
    ) -> None:  # fmt: skip
        values: dict[str, Any] = {"source_id": source, "entity": entity, "entity_id": row}
        values |= {"place": place or None, "note": words or None, "field": field, "value": value}
        self.ledger.insert("citation", values | {"chosen": None if chosen is None else int(chosen)})

    def _source(self, file: int) -> int:
        if file not in self._sources:
            origin = self.origins[file]
            title = origin.title or origin.name
            values = {"key": free_key(self.ledger.connection, "source", title), "publisher": origin.publisher}
            values |= {"title": title, "address": origin.address, "date": origin.date}
            self._sources[file] = self.ledger.insert("source", values)
        return self._sources[file]

    def _derived(self) -> int:
        row = self.ledger.connection.execute(
            "SELECT id FROM source WHERE kind = 'derived' ORDER BY id LIMIT 1"
        ).fetchone()
        if row is not None:
            return int(row[0])
        values = {"key": free_key(self.ledger.connection, "source", "derived"), "kind": "derived"}
        return self.ledger.insert("source", values | {"title": "Worked out from the published figures"})
