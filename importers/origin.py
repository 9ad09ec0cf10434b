"""A source as it is to be cited."""

from __future__ import annotations

from typing import NamedTuple


class Origin(NamedTuple):
    """A file as it is to be cited."""

    name: str
    publisher: str | None = None
    title: str | None = None
    address: str | None = None
    date: str | None = None
    digest: str = ""
    """SHA-256 of its bytes: which of several files of one name it is."""
    format: str = ""
