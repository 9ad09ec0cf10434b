"""A document as results: those of its tables, then those of its lines."""

from __future__ import annotations

from importers.documents.document import Document
from importers.results.lines import pasted
from importers.results.result import Result
from importers.results.table import tables


def results(document: Document) -> tuple[Result, ...]:
    """All results recognised in a document, in its order; none where there are none."""
    found = [result for sheet in document.sheets for result in tables(sheet)]
    return (*found, *pasted(document.lines))
