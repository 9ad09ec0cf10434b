"""The lines and ruled tables of a PDF, read in a process apart: run by its path, this imports nothing of the project."""

from __future__ import annotations

import io
import statistics
from collections.abc import Iterator
from typing import Any, NamedTuple

PAGES = 1_000
COLUMN_GAP = 0.8
"""Heights of a letter between two words that stand in different columns."""

WIDEST = 300
"""Blanks before a word at the most."""


class Line(NamedTuple):
    """A line of a page; words that stand apart have two blanks or more between them."""

    text: str
    table: int
    """The number of the table it stands in, from nought; -1 for none."""
    strong: bool


class Page(NamedTuple):
    """What a page says."""

    lines: list[Line]
    tables: list[list[list[str]]]


class Answer(NamedTuple):
    """The pages, or the sentence's middle that says why there are none."""

    pages: list[Page]
    problem: str = ""


def answer(data: bytes) -> Answer:
    """The pages of a PDF."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > PAGES:
                return Answer(
                    [], f"a PDF of {len(document.pages):,} pages, of which at most {PAGES:,} are read"
                )
            return _readable([_page(page) for page in document.pages])
    except MemoryError:
        return Answer([], "a PDF too large to hold")
    except PdfminerException as problem:
        if any(
            isinstance(one, PDFPasswordIncorrect)
            for one in (*problem.args, problem.__cause__, problem.__context__)
        ):
            return Answer([], "a PDF under a password")
        return Answer([], _damaged(problem))
    except Exception as problem:
        return Answer([], _damaged(problem))


def _readable(pages: list[Page]) -> Answer:
    """The pages, unless most lines are numbers of signs whose letters the fonts do not tell."""
    texts = [line.text for page in pages for line in page.lines]
    if sum("(cid:" in text for text in texts) * 2 > len(texts):
        return Answer([], "a PDF whose fonts do not tell its letters")
    return Answer(pages)


def _damaged(problem: Exception) -> str:
    words = " ".join(f"{type(problem).__name__}: {problem}".split())[:200]
    return f"a damaged PDF ({words})"


def _page(page: Any) -> Page:  # noqa: ANN401 (the library is not there in every installation)
    found = [
        one for one in page.find_tables() if len(one.rows) > 1 and max(len(row.cells) for row in one.rows) > 1
    ]
    tables = [[[cell or "" for cell in row] for row in one.extract()] for one in found]
    words = page.extract_words(extra_attrs=["fontname"])
    read = Page(list(_lines(words, [one.bbox for one in found])), tables)
    page.close()
    return read


def _lines(words: list[dict[str, Any]], boxes: list[tuple[float, float, float, float]]) -> Iterator[Line]:
    """The words put into lines by their height on the page, and into columns by theirs."""
    letters = [(word["x1"] - word["x0"]) / len(word["text"]) for word in words if word["text"]]
    wide = max(statistics.median(letters), 0.1) if letters else 1.0
    left = min((word["x0"] for word in words), default=0.0)
    for line in _rows(words):
        text = ""
        for at, word in enumerate(line):
            before = line[at - 1]["x1"] if at else left
            apart = word["x0"] - before > COLUMN_GAP * max(word["bottom"] - word["top"], 1)
            if at and not apart:
                text += " " if word["x0"] - before > 0.1 * wide else ""
            else:
                blanks = round((word["x0"] - left) / wide) - len(text)
                text += " " * min(max(blanks, 2 if at else 0), WIDEST)
            text += word["text"]
        middle = (line[0]["top"] + line[0]["bottom"]) / 2
        inside = [at for at, box in enumerate(boxes) if box[1] <= middle <= box[3] and _meets(line, box)]
        yield Line(text, inside[0] if inside else -1, "bold" in str(line[0].get("fontname", "")).casefold())


def _meets(line: list[dict[str, Any]], box: tuple[float, float, float, float]) -> bool:
    return any(word["x0"] < box[2] and word["x1"] > box[0] for word in line)


def _rows(words: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Words whose middles stand within half a letter of each other, from left to right."""
    row: list[dict[str, Any]] = []
    for word in sorted(words, key=lambda one: (one["top"] + one["bottom"], one["x0"])):
        middle, high = (word["top"] + word["bottom"]) / 2, max(word["bottom"] - word["top"], 1)
        if row and abs(middle - (row[0]["top"] + row[0]["bottom"]) / 2) > high / 2:
            yield sorted(row, key=lambda one: one["x0"])
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda one: one["x0"])
