"""A document as results: those of its tables, then those of its lines."""

from __future__ import annotations

from importers.documents.document import Document
from importers.results.layouts import NONE, Layouts
from importers.results.lines import pasted
from importers.results.marks import LONGEST, legends
from importers.results.place import row_of
from importers.results.result import Result
from importers.results.table import tables
from importers.results.text import clean


def results(document: Document, layouts: Layouts = NONE) -> tuple[Result, ...]:
    """All results recognised in a document, in its order; none where there are none.

    Args:
        document: as read.
        layouts: the roles of columns that a user has chosen, by headings.
    """
    known = legends((clean(one.text[:LONGEST]), one.origin) for one in document.lines)
    found = [result for sheet in document.sheets for result in tables(sheet, layouts, known)]
    read = {row_of(one.origin) for result in found for one in result.candidates}
    told = (one for one in pasted(document.lines, layouts, known) if not _is_read(one, read))
    return (*found, *told)


def _is_read(result: Result, read: set[str]) -> bool:
    """Whether most lines of a result have been read as rows of a table, since they stand in columns."""
    again = sum(row_of(one.origin) in read for one in result.candidates)
    return 2 * again >= len(result.candidates)
