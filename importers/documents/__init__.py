"""Published files as tables and lines whose every cell knows where it stands: `read` is the one way in."""

from __future__ import annotations

from importers.documents.document import FORMATS, BadFile, Cell, Document, Sheet
from importers.documents.reading import read

__all__ = ["FORMATS", "BadFile", "Cell", "Document", "Sheet", "read"]
