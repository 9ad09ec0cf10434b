"""The factions of a large table: those on record by any of their names, and new ones for labels that nobody knows."""

from __future__ import annotations

from db.identity import plain_name
from db.keys import unused
from importers.bulk.batches import Batches
from importers.bulk.figures import SHOWN, BadCell
from importers.results.text import clean
from importers.review.onrecord import OnRecord
from importers.storage.naming import SHORT

LONGEST = 200
NOTHING = (None, None)
Meant = tuple[int | None, str | None]
"""A faction, and the label where it is not the faction's own name."""


class Labels:
    """What printed labels mean."""

    def __init__(self, batches: Batches) -> None:
        self.batches = batches
        self.record = OnRecord(batches.connection)
        self.names = dict(batches.connection.execute("SELECT id, name FROM faction"))
        self._keys = {key for (key,) in batches.connection.execute("SELECT key FROM faction")}
        self._made: dict[str, int] = {}

    def of(self, cell: str) -> Meant:
        """The faction of a cell.

        Raises:
            BadCell: it holds more than a label.
        """
        if len(cell) > LONGEST:
            raise BadCell(
                f"Found {clean(cell[:SHOWN])!r} and more, expected a label of at most {LONGEST} signs."
            )
        label = clean(cell)
        if not label:
            return NOTHING
        known = self.record.faction(label)
        faction = self._new(label) if known is None else known
        return faction, None if self.names[faction] == label else label

    def _new(self, label: str) -> int:
        plain = plain_name(label)
        if plain not in self._made:
            key = unused(label, "faction", self._keys.__contains__)
            self._keys.add(key)
            short = label if len(label) <= SHORT else label[: SHORT - 1] + "…"
            sign = next((sign for sign in label if sign.isalnum()), "?")
            self._made[plain] = self.batches.add("faction", key, label, short, sign, "#808080", "label")
            self.names[self._made[plain]] = label
        return self._made[plain]
