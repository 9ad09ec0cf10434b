"""PDF: its ruled tables, text in columns, and lines, each with its page.  Needs the extra `pdf`."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from importers.documents.asking import ask
from importers.documents.document import BadFile
from importers.file import File
from importers.formats.format import Reading
from importers.formats.pdf import pages_apart
from importers.formats.pdf.page import lines_of, results_of
from importers.formats.pdf.pages_apart import Answer

NAME: Final = "pdf"
TITLE: Final = "PDF"
MARK: Final = b"%PDF-"
END: Final = b"%%EOF"
MARKED_WITHIN: Final = 1_024
NEEDED: Final = "pdfplumber"


def sure(file: File) -> float:
    """Sure by the mark that every PDF begins with; where it stands further down the end of a PDF has to be there too."""
    at = file.data[:MARKED_WITHIN].find(MARK)
    return 1.0 if at == 0 or (at > 0 and END in file.data[-MARKED_WITHIN:]) else 0.0


def read(file: File) -> Reading:
    """The results in a PDF and its running text.

    Raises:
        BadFile: the library that reads it is not installed, or it is none, damaged, under a password, larger than is taken,
            or has no text, as pictures of pages have none.
    """
    if not sure(file):
        raise BadFile(f"{file.name}, byte 1: found no PDF, expected one.")
    if find_spec(NEEDED) is None:
        raise BadFile(f"{file.name}: found a PDF, expected what reads it: pip install 'slatewatch[pdf]'.")
    answer = ask(file.name, file.data, pages_apart, Answer, "a PDF")
    if answer.problem:
        raise BadFile(f"{file.name}: found {answer.problem}, expected one that can be opened.")
    lines = lines_of(file.name, answer.pages)
    if not lines:
        raise BadFile(
            f"{file.name}, page 1: found no text but at most pictures of it, expected a PDF with text."
        )
    results, rest = results_of(file.name, answer.pages, lines)
    return Reading(NAME, results, (), rest)
