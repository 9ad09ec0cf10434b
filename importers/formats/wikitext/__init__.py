"""Wikipedia's markup: election boxes, boxes of STV counts, and tables made by hand.

Source: the templates `Election box ...` and `STV Election box ...` of en.wikipedia.org, and Help:Table there.  Own reading of
the markup: the libraries for it are of a copyleft licence, or take minutes for a hundred kilobytes of opened tags.
"""

from __future__ import annotations

import re
from typing import Final

from importers.documents.document import BadFile
from importers.file import File
from importers.formats.format import Reading
from importers.formats.wikitext.page import page

NAME: Final = "wikitext"
TITLE: Final = "Wikipedia markup"
_BOX = re.compile(r"\{\{\s*(?:STV )?Election box\b", re.I)
_TABLE = re.compile(r"^[ \t:]*\{\|", re.M)
_ROW = re.compile(r"^[ \t]*\|[-}+]", re.M)
_HEADING = re.compile(r"^={2,6}[^=\n][^\n]{0,200}={2,6}[ \t]*$", re.M)


def sure(file: File) -> float:
    """Sure where templates of elections stand in the text, or tables as only this markup has them."""
    start = file.start
    if _BOX.search(start):
        return 0.95
    if _TABLE.search(start) and _ROW.search(start):
        return 0.85
    return 0.6 if _HEADING.search(start) and "{{Infobox" in start and "[[" in start else 0.0


def read(file: File) -> Reading:
    """The results of all boxes and tables in their order, and the running text.

    Raises:
        BadFile: a cell or a field is longer than any of a result, a table larger than is taken, or the page holds nothing.
    """
    results, lines = page(file.name, file.text)
    if not results and not lines:
        raise BadFile(f"{file.name}, line 1: found nothing but blanks, expected text, boxes or tables.")
    return Reading(NAME, results, (), lines)
