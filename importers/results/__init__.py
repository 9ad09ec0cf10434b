"""Results of elections recognised in a document: its tables and the lines people paste."""

from __future__ import annotations

from importers.results.reading import results
from importers.results.result import Found, Result

__all__ = ["Found", "Result", "results"]
