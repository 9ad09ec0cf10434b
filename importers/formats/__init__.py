"""The formats that results are published in, one module each: `read` is the one way in and chooses among them."""

from __future__ import annotations

from importers.formats.format import Format, Reading
from importers.formats.reading import read

__all__ = ["Format", "Reading", "read"]
