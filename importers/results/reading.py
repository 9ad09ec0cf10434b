"""A document as results: those of its tables, then those of its lines."""

from __future__ import annotations

from importers.documents.document import Document
from importers.results.layouts import NONE, Layouts
from importers.results.lines import pasted
from importers.results.result import Result
from importers.results.table import tables


def results(document: Document, layouts: Layouts = NONE) -> tuple[Result, ...]:
    """All results recognised in a document, in its order; none where there are none.

    Args:
        document: as read.
        layouts: the roles of columns that a user has chosen, by headings.
    """
    found = [result for sheet in document.sheets for result in tables(sheet, layouts)]
    return (*found, *pasted(document.lines, layouts))
