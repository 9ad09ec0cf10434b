"""A folder of CSV files, as the packaged record is one: read, made into a database, and written from one."""

from __future__ import annotations

from importers.folder.building import build
from importers.folder.reading import Placed, is_record, read
from importers.folder.writing import write

__all__ = ["Placed", "build", "is_record", "read", "write"]
