"""The whole record of a database as one Popolo JSON file (popoloproject.com/specs), for other programs."""

from __future__ import annotations

from importers.popolo.writing import write

__all__ = ["write"]
