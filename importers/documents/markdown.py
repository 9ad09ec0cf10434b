"""Markdown: its tables, each under the heading before it, and its paragraphs and list items line by line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from importers.documents.document import LINE_CHARACTERS, BadFile, Cell, Document, Sheet
from importers.documents.grid import Row, cell, line, near, sheet

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

CHARACTERS = 10_000_000  # the parser takes some seconds for a million
NESTED = 100
BOLD = re.compile(r"(\*\*|__)(?=\S)[^*_]+(?<=\S)\1")
LINE_BREAK = re.compile(r"<br\s*/?>", re.I)


def read(name: str, text: str) -> Document:
    """What a page of Markdown says.

    Raises:
        BadFile: it is longer than is taken.
    """
    from markdown_it import MarkdownIt

    if len(text) > CHARACTERS:
        raise BadFile(f"{name}: found Markdown of {len(text):,} characters, expected at most {CHARACTERS:,}.")
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": NESTED}).enable("table")
    page = _Page(name, parser)
    page.take(parser.disable("inline").parse(text, page.references))
    return Document(name, "markdown", tuple(page.sheets), tuple(page.lines))


class _Page:
    """What has been read so far, and under which heading."""

    def __init__(self, name: str, parser: MarkdownIt) -> None:
        self.name = name
        self.references: dict[str, object] = {}
        self.sheets: list[Sheet] = []
        self.lines: list[Cell] = []
        self._parser = parser
        self._headings: list[tuple[str, Cell]] = []
        self._since = 0
        self._rows: list[Row] | None = None

    def take(self, tokens: list[Token]) -> None:
        """Read the page from its top."""
        before = ""
        for token in tokens:
            if token.type == "table_open":
                self._rows = []
            elif token.type == "table_close":
                above = (*(one for _, one in reversed(self._headings)), *near(self.lines, self._since))
                title = self._headings[-1][1].text if self._headings else ""
                self.sheets.append(sheet(self.name, title, self._rows or [], above))
                self._since = len(self.lines)
                self._rows = None
            elif token.type == "tr_open" and self._rows is not None:
                self._rows.append(Row(f"line {_first(token)}", []))
            elif token.type == "inline" and self._rows:
                self._take_cell(token, self._rows[-1])
            elif token.type == "inline":
                self._take_lines(_first(token), self._words(token), token.content)
                if before.startswith("heading_open"):
                    self._take_heading(before[-2:], token)
            elif token.type in ("fence", "code_block"):
                self._take_lines(_first(token) + (token.type == "fence"), token.content)
            before = token.type + (token.tag if token.type == "heading_open" else "")

    def _take_heading(self, level: str, token: Token) -> None:
        """A heading ends those of its level and below."""
        self._headings = [one for one in self._headings if one[0] < level]
        words = " ".join(self._words(token).split("\n"))
        self._headings.append((level, line(self.name, words, f"line {_first(token)}")))
        self._since = len(self.lines)

    def _take_cell(self, token: Token, row: Row) -> None:
        origin = f"{row.place}, column {len(row.cells) + 1}"
        words = LINE_BREAK.sub(" ", self._words(token))
        row.cells.append(
            cell(self.name, words, origin, strong=BOLD.fullmatch(token.content.strip()) is not None)
        )

    def _take_lines(self, first: int, words: str, raw: str = "") -> None:
        """The lines of a paragraph; `raw` is what they are printed with."""
        dressed = raw.split("\n")
        for at, one in enumerate(words.split("\n")):
            if one.strip():
                strong = at < len(dressed) and dressed[at].lstrip().startswith(("**", "__"))
                self.lines.append(line(self.name, one, f"line {first + at}")._replace(strong=strong))

    def _words(self, token: Token) -> str:
        """The words of a paragraph or a cell without their dress, its lines kept."""
        if len(token.content) > LINE_CHARACTERS:
            raise BadFile(
                f"{self.name}, line {_first(token)}: found a paragraph of {len(token.content):,} characters, "
                f"expected at most {LINE_CHARACTERS:,}."
            )
        pieces: list[Token] = []
        self._parser.inline.parse(token.content, self._parser, self.references, pieces)
        return "".join(map(_text, pieces))


def _text(token: Token) -> str:
    return "\n" if token.type in ("softbreak", "hardbreak") else token.content


def _first(token: Token) -> int:
    """The line a token begins on, counted from one."""
    return token.map[0] + 1 if token.map else 1
