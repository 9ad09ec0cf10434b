"""The rows of a database as the records that they were: for a folder of files, and for whatever else is written whole."""

from __future__ import annotations

from db.dumping.records import records

__all__ = ["records"]
