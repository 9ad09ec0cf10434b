"""Keeping published claims and letting go of them: each is written down like an import, so that it is listed and undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from db import records
from db.dumping.row_names import FILES, row_named
from db.errors import BadRecord, Missing, SlatewatchError
from db.keys import free_key
from db.ledger import Ledger, importing
from db.loading import Keyed
from db.loading.claims import claim_values
from db.loading.rows import Values
from db.reading.claims import Book, Claim, Judged, judged
from db.reading.claims.measures import MEASURES, WHO
from db.wording import count

OF_WHOM = ("faction", "bloc", "person")
"""Columns of which a claim names one at the most."""


class Page(NamedTuple):
    """Where a claim was published."""

    publisher: str | None = None
    title: str | None = None
    address: str | None = None
    date: str | None = None
    place: str | None = None
    """In the page: a paragraph, a line."""

    @property
    def is_named(self) -> bool:
        """Whether anything says which page it is."""
        return any((self.publisher, self.title, self.address))


class Entry(NamedTuple):
    """A claim that is to be kept."""

    claim: records.Claim
    """With the keys of its sources, as far as they are on record."""
    page: Page = Page()
    stands: str = "the claim"
    """Where it was written down, for what is wrong with it: `claims.csv, line 3`."""


CITING = """
SELECT id FROM citation WHERE entity = 'claim' AND entity_id = ? AND (field IS NULL OR field = 'words')
ORDER BY field IS NOT NULL, id
"""
"""What an entry can say of the sources of a claim."""


class _Unchanged(Exception):
    """Everything is on record already."""


class Keeping(Keyed):
    """Claims on their way into a record that is there: what they refer to is on record, or was kept before them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self.connection = connection
        self.changed = False
        """Whether anything was said that was not on record."""

    def number(self, table: str, key: str) -> int | None:
        """The id of a row that was kept just now or is on record."""
        own = super().number(table, key)
        if own is not None:
            return own
        found = row_named(self.connection, FILES[table], key)
        return None if found is None else found.id

    def understood(self, entry: Entry) -> Values:
        """The columns of a claim.

        Raises:
            BadRecord: it lacks what its measure needs, or names what is not on record.
        """
        self.place = entry.stands
        _check(entry)
        return claim_values(self, entry.claim)

    def keep(self, entry: Entry, ledger: Ledger) -> int:
        """Write a claim with its sources; one that is on record says what the entry says from now on."""
        values = self.understood(entry) | {"note": entry.claim.note}
        number = self._put(ledger, "claim", self.number("claim", entry.claim.claim), values)
        self.ids["claim"][entry.claim.claim] = number
        self._cite(entry, number, ledger)
        return number

    def _cite(self, entry: Entry, claim: int, ledger: Ledger) -> None:
        """Have the claim cited as the entry says, row by row in place of what cites it now."""
        keys = [key.strip() for key in entry.claim.sources.split(";") if key.strip()]
        sources = [self._source(key, entry, ledger) for key in keys]
        if not keys and entry.page.is_named:
            sources = [_source_of(self.connection, entry.page, ledger)]
        blank = dict.fromkeys(("field", "value", "place", "chosen", "reason", "note"))
        wanted = [{"source_id": one, "entity": "claim", "entity_id": claim} | blank for one in sources]
        if sources and entry.page.place:
            words = {"field": "words", "value": entry.claim.words, "place": entry.page.place, "chosen": 1}
            wanted.append(wanted[0] | words)
        there = [row for (row,) in self.connection.execute(CITING, [claim]).fetchall()]
        for row, values in zip_longest(there[: len(wanted)], wanted):
            self._put(ledger, "citation", row, values)
        for row in there[len(wanted) :]:
            ledger.delete("citation", row)
            self.changed = True

    def _put(self, ledger: Ledger, table: str, row: int | None, values: Values) -> int:
        """A row with these values: a new one, or the one that is there, changed where it differs."""
        if row is not None:
            names = ", ".join(f'"{name}"' for name in values)
            stored = self.connection.execute(f'SELECT {names} FROM "{table}" WHERE id = ?', [row]).fetchone()
            if stored == tuple(values.values()):
                return row
        self.changed = True
        if row is None:
            return ledger.insert(table, values)
        ledger.update(table, row, values)
        return row

    def _source(self, key: str, entry: Entry, ledger: Ledger) -> int:
        """The source of a key; a new one where the page of the claim is named beside it."""
        number = self.number("source", key)
        if number is None and entry.page.is_named:
            number = self.ids["source"][key] = _new_source(key, entry.page, ledger)
        return self.find("source", key, "sources") if number is None else number


def checked(connection: sqlite3.Connection, entry: Entry) -> Judged:
    """What the figures make of a claim that is not kept yet.

    Raises:
        BadRecord: it lacks what its measure needs, or names what is not on record.
    """
    values = Keeping(connection).understood(entry)
    named = {column.removesuffix("_id"): value for column, value in values.items()}
    return judged(Book(connection), Claim(id=0, **named))


def kept(
    connection: sqlite3.Connection, entries: Sequence[Entry], name: str = "", digest: str = ""
) -> tuple[str, int | None]:
    """Keep claims, all or none.

    Args:
        connection: made by `db.ledger.writable`.
        entries: in an order in which none compares claims that come after it.
        name: of the file that they are from; blank for a single one.
        digest: of its bytes.

    Returns:
        What was done, in words, and the number under which `undo` takes it back; None where all is on record already.

    Raises:
        BadRecord: one lacks what its measure needs, or names what is not on record.
        SlatewatchError: there is none.
    """
    if not entries:
        raise SlatewatchError(f"{name or 'The claim'}: found no claim, expected one at the least.")
    first = entries[0].claim
    words = f"{count(len(entries), 'claim')} kept" if name else f"the claim “{first.words}” was kept"
    keeping = Keeping(connection)
    try:
        with importing(connection, name or f"claim {first.claim}", digest, words) as ledger:
            for entry in entries:
                keeping.keep(entry, ledger)
            if not keeping.changed:
                raise _Unchanged
    except _Unchanged:
        return f"{count(len(entries), 'claim')} found, all on record already", None
    return words, ledger.number


def dropped(connection: sqlite3.Connection, key: str) -> tuple[str, int]:
    """Let go of a claim.

    Returns:
        Its words, and the number under which `undo` brings it back.

    Raises:
        Missing: there is no such claim.
        SlatewatchError: another one compares it.
    """
    row = connection.execute("SELECT id, words FROM claim WHERE key = ?", [key]).fetchone()
    if row is None:
        raise Missing(f"There is no claim {key!r} in this record.")
    number, words = row
    query = "SELECT key FROM claim WHERE (of_id = ? OR than_id = ?) AND id <> ? LIMIT 1"
    if other := connection.execute(query, [number, number, number]).fetchone():
        raise SlatewatchError(f"The claim {key} stays: the claim {other[0]} compares it with another.")
    with importing(connection, f"claim {key}", "", f"the claim “{words}” was taken away") as ledger:
        for (row,) in connection.execute(CITING, [number]).fetchall():
            ledger.delete("citation", row)
        ledger.delete("claim", number)
    return str(words), ledger.number


def key_for(connection: sqlite3.Connection, publisher: str | None, words: str) -> str:
    """A key for a new claim: of who published it, and the first of its words."""
    return free_key(connection, "claim", " ".join([publisher or "", *words.split()[:6]]))


def _check(entry: Entry) -> None:
    """See that a claim says what its measure needs.

    Raises:
        BadRecord: it does not.
    """
    claim, measure = entry.claim, MEASURES[entry.claim.measure]
    whom = [name for name in OF_WHOM if getattr(claim, name) is not None]
    if len(whom) > 1:
        raise BadRecord(f"{entry.stands}: found {' and '.join(whom)}, expected one of {', '.join(OF_WHOM)}.")
    for need in measure.needs:
        columns = OF_WHOM if need == WHO else need.split(" or ")
        columns = ("other", "other_bloc", "rival") if need == "other" else columns
        if all(getattr(claim, column) is None for column in columns):
            raise BadRecord(
                f"{entry.stands}, column {columns[0]}: found nothing, expected {_an(need)}, which {measure.name} needs."
            )
    if claim.stated is None and not (claim.measure == "first since" and claim.since):
        raise BadRecord(
            f"{entry.stands}, column stated: found nothing, expected the figure in {measure.unit}."
        )


def _an(need: str) -> str:
    return f"the {need}" if need != WHO else f"a {need}"


def _source_of(connection: sqlite3.Connection, page: Page, ledger: Ledger) -> int:
    """The source on record that is the page, by its address or by all that is known of it; else a new one."""
    query = """
        SELECT id FROM source WHERE (address IS NOT NULL AND address = :address)
        OR (:address IS NULL AND publisher IS :publisher AND title IS :title AND date IS :date) ORDER BY id LIMIT 1
    """
    found = connection.execute(query, page._asdict()).fetchone()
    if found is not None:
        return int(found[0])
    name = " ".join(filter(None, (page.publisher, page.title, page.date)))
    return _new_source(free_key(connection, "source", name), page, ledger)


def _new_source(key: str, page: Page, ledger: Ledger) -> int:
    values = {"publisher": page.publisher, "title": page.title, "address": page.address, "date": page.date}
    return ledger.insert("source", {"key": key} | values)
