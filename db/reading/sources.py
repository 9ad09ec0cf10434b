"""Sources as queries read them, and as cells and sentences call them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from db.dates import written
from db.view import Source

SOURCE: Final = "source.key, source.publisher, source.title, source.address, source.date, source.author"
"""The columns of a query that are a source."""


def source_of(cells: Iterable[str | None]) -> Source:
    """The source that these columns are."""
    return Source(*(text or "" for text in cells))


def publisher_of(source: Source) -> str:
    """Whose page it is; blank for what no page gives, whose publisher stands in parentheses."""
    return "" if source.publisher.startswith("(") else source.publisher


def called(source: Source) -> str:
    """A source in a cell: its publisher and date, else its title, else its key."""
    named = publisher_of(source) or source.title or source.key
    return named + (f" ({written(source.date)})" if source.date else "")
