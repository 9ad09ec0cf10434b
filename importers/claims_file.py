"""Claims as a CSV file: the columns of `claims.csv`, and beside them the page that they were published on.

`claim`, `words` and `measure` have to be there.  `publisher`, `title`, `address`, `published` and `place` say which page it is,
for a claim whose `sources` are blank or not on record.
"""

from __future__ import annotations

import csv
import hashlib
import io
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, Final

from db import records
from db.dumping.queries import fields
from db.dumping.records import rows
from db.dumping.row_names import BY_TABLE
from db.editing.claims import Entry, Page
from importers.folder.cells import written
from importers.folder.reading import converted, rows_of

PAGE: Final = ("publisher", "title", "address", "published", "place")

_PAGE = """
SELECT publisher, title, address, date,
    (SELECT place FROM citation WHERE entity = 'claim' AND entity_id = :claim AND place IS NOT NULL ORDER BY id LIMIT 1)
FROM citation JOIN source ON source.id = source_id
WHERE entity = 'claim' AND entity_id = :claim AND field IS NULL AND source.kind = 'published' ORDER BY citation.id LIMIT 1
"""


class PublishedClaim(records.Claim, kw_only=True, frozen=True):
    """A claim with the page that it was published on."""

    DATES: ClassVar[tuple[str, ...]] = ("since", "published")
    publisher: str | None = None
    title: str | None = None
    address: str | None = None
    published: str | None = None
    place: str | None = None


def read_claims(path: Path) -> list[Entry]:
    """The claims of a file.

    Raises:
        BadRecord: it cannot be read; line and column, what was found and what was expected are named.
    """
    entries = []
    for placed in rows_of(path, PublishedClaim):
        page = Page(*(getattr(placed.record, name) for name in PAGE))
        own = {name: getattr(placed.record, name) for name in records.Claim.__struct_fields__}
        entries.append(Entry(records.Claim(**own), page, f"{placed.file}, line {placed.line}"))
    return entries


def claim_of(values: Mapping[str, object]) -> records.Claim:
    """A claim of the values of its columns, those left blank aside.

    Raises:
        BadRecord: a value is none that its column may hold.
    """
    given = {name: value for name, value in values.items() if value not in (None, "")}
    return converted(given, records.Claim, "the claim")


def digest_of(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def written_claims(connection: sqlite3.Connection) -> str:
    """All claims on record as a text of such a file, each after those that it compares."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    names = fields(records.Claim)
    writer.writerow([*names, *PAGE])
    for number, claim in rows(connection, BY_TABLE["claim"]):
        page = connection.execute(_PAGE, {"claim": number}).fetchone() or [None] * len(PAGE)
        writer.writerow([written(cell) for cell in (*(getattr(claim, name) for name in names), *page)])
    return out.getvalue()
