"""A document as results: those of its tables, then those of its lines."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import Final

from importers.documents.document import Document
from importers.results.beside import counts_in, counts_of_lines, with_counts
from importers.results.layouts import NONE, Layouts
from importers.results.lines import PROSE, pasted
from importers.results.marks import Legends, legends
from importers.results.order import TITLE
from importers.results.place import row_of
from importers.results.result import Result
from importers.results.table import tables
from importers.results.tallies import NOTHING
from importers.results.text import clean

_POLL: Final = re.compile(
    r"\b(?:opinion poll|straw poll|exit poll|voting intentions?|survey(?:ed)?"
    r"|YouGov|Survation|Opinium|Ipsos|forecast|projection)\b",
    re.I,
)
HEAD: Final = 4
"""Lines at the head of a document of which one may title all of it."""


def results(document: Document, layouts: Layouts = NONE) -> tuple[Result, ...]:
    """All results recognised in a document, in its order; none where there are none.

    Args:
        document: as read.
        layouts: the roles of columns that a user has chosen, by headings.
    """
    known = legends((clean(one.text[:TITLE]), one.origin) for one in document.lines)
    found = _of_sheets(document, layouts, known)
    read = {row_of(one.origin) for result in found for one in result.candidates}
    told = [one for one in pasted(document.lines, layouts, known) if not _is_read(one, read)]
    if len(found) == 1 and not told:
        found = [with_counts(found[0], counts_of_lines(document.lines))]
    made = (*found, *told)
    heads = _heads(document, {row_of(one.origin) for result in made for one in result.candidates})
    return tuple(_of_poll(result._replace(heads=heads)) for result in made)


def _of_poll(result: Result) -> Result:
    """A result, none of it certain where what stands above it speaks of an opinion poll."""
    told = next(
        (one for text in (result.title, *result.above, *result.heads) for one in _POLL.findall(text)), None
    )
    if told is None or not result.candidates:
        return result
    words = f"Found {told!r} above the figures, which may be those of an opinion poll; expected a result."
    candidates = tuple(one._replace(certain=False) for one in result.candidates)
    return result._replace(
        candidates=candidates, doubts=(*result.doubts, (result.candidates[0].origin, words))
    )


def _heads(document: Document, rows: set[str]) -> tuple[str, ...]:
    """The short lines at the head of a document, before its first candidate."""
    first = takewhile(lambda one: row_of(one.origin) not in rows, islice(document.lines, HEAD))
    titles = (clean(one.text[:PROSE]).strip(" :#*=>") for one in first)
    return tuple(one for one in titles if one and len(one) <= TITLE)


def _of_sheets(document: Document, layouts: Layouts, known: Legends) -> list[Result]:
    """The results of tables; a table of counts belongs to the result before it, or to the first behind it."""
    found: list[Result] = []
    waiting = NOTHING
    for sheet in document.sheets:
        made = tables(sheet, layouts, known)
        counts = counts_in(sheet) if not made else NOTHING
        if made and waiting != NOTHING:
            made = (with_counts(made[0], waiting), *made[1:])
            waiting = NOTHING
        if counts != NOTHING and found:
            found[-1] = with_counts(found[-1], counts)
        elif counts != NOTHING:
            waiting = waiting.beside(counts)
        found += made
    return found


def _is_read(result: Result, read: set[str]) -> bool:
    """Whether most lines of a result have been read as rows of a table, since they stand in columns."""
    again = sum(row_of(one.origin) in read for one in result.candidates)
    return 2 * again >= len(result.candidates)
