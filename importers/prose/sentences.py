"""The sentences of an article: without comments below it, tables in it and what a site prints on every page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from importers.documents.document import Cell
from importers.results import line
from importers.results.order import order_of
from importers.results.text import clean

SENTENCE = 1_500
"""Signs; whatever runs on for longer is no sentence, and is cut."""

SHORTEST = 7
"""Signs; nothing shorter states anything."""

QUOTED = 12
"""Words; a longer quotation is somebody's speech and no statement of the article."""

ROW = 200

_COMMENT = re.compile(
    r"\s*\d{1,3}\.\s+\S[^.!?]{0,60}\b(?:says?|wrote|writes):\s*|\s*(?:\d+ )?(?:comments?|responses?|replies|"
    r"leave a reply)\s*:?\s*",
    re.I,
)
_BOILERPLATE = re.compile(
    r"subscribe|sign up|newsletter|donate|©|copyright|all rights reserved|cookie|privacy|contact us|powered by|"
    r"share this|read more|more from|follow us|log ?in|advertis|become (?:a|one of our) (?:supporter|member)",
    re.I,
)
_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[^\W\d_a-zß-öø-ÿ]|[\"“‘'(]*\d)|\s*;\s+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Cllr|Cllrs|Dr|Mr|Mrs|Ms|Mx|Prof|Rev|Revd|St|Sir|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|No|vs|approx|e\.g|"
    r"i\.e|etc)|\b[^\W\d_])\.$"
)
_QUOTE = re.compile(r"“([^”]*)(?:”|$)|\"([^\"]*)(?:\"|$)")


class Sentence(NamedTuple):
    """A sentence and where it stands; `opens` where it is the first of its line."""

    text: str
    origin: str
    opens: bool


def sentences(lines: Sequence[Cell]) -> Iterator[Sentence]:
    """The sentences in which an article may state something, in their order."""
    for cell in (one for one in article_lines(lines) if not _is_row(one)):
        opens = True
        for bare in _split(_without_speech(clean(cell.text))):
            if len(bare) >= SHORTEST and not (len(bare) < 300 and _BOILERPLATE.search(bare)):
                yield Sentence(bare, cell.origin, opens)
            opens = False


def article_lines(lines: Sequence[Cell]) -> Iterator[Cell]:
    """The lines of the article itself, up to the comments."""
    for cell in lines:
        if len(cell.text) <= ROW and _COMMENT.fullmatch(cell.text):
            return
        if cell.text.strip():
            yield cell


def _is_row(cell: Cell) -> bool:
    """Whether a line is one of a list of candidates, which other readers read."""
    text = cell.text
    if len(text) > ROW:
        return False
    if "\t" in text.strip() or text.count("|") > 1 or order_of(text).roles:
        return True
    return not text.rstrip().endswith((".", ":")) and line.read(Cell(clean(text), cell.origin)) is not None


def _split(text: str) -> Iterator[str]:
    for piece in _joined(_pieces(text)):
        yield from (piece[at : at + SENTENCE] for at in range(0, len(piece), SENTENCE))


def _pieces(text: str) -> Iterator[str]:
    last = 0
    for end in _END.finditer(text):
        yield text[last : end.end()]
        last = end.end()
    yield text[last:]


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    """Pieces put together again that only an abbreviation parted."""
    held = ""
    for piece in pieces:
        held += piece
        if not _ABBREVIATED.search(held[-12:].rstrip()) or len(held) > SENTENCE:
            yield held
            held = ""
    if held:
        yield held


def _without_speech(text: str) -> str:
    """A line without what somebody says in it at length; short quotations are words of the article."""

    def kept(found: re.Match[str]) -> str:
        said = found[1] or found[2] or ""
        return f" {said} " if len(said.split()) <= QUOTED else " "

    return " ".join(_QUOTE.sub(kept, text).split())
