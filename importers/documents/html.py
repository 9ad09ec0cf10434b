"""Web pages: every table under its caption or heading, and all other words paragraph by paragraph."""

from __future__ import annotations

from importers.documents.document import Cell, Document, Sheet
from importers.documents.grid import cell, line, near, sheet
from importers.documents.html_table import caption_of, rows_of
from importers.documents.html_tree import IN_LINE, UNSEEN, Element, squeezed, tree, walk, words

BOLD = frozenset(("b", "strong"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def read(name: str, text: str) -> Document:
    """What a web page says.

    Raises:
        BadFile: it is no web page, or larger or deeper than is taken.
    """
    page = _Page(name)
    page.take(tree(name, text))
    return Document(name, "html", tuple(page.sheets), tuple(page.lines))


class _Page:
    """What has been read so far, and under which heading."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sheets: list[Sheet] = []
        self.lines: list[Cell] = []
        self._headings: list[Cell] = []  # the outermost first
        self._levels: list[str] = []
        self._since = 0  # lines before the last heading or table
        self._tables = 0  # those open where the walk stands
        self._number = 0
        self._said: list[str] = []
        self._bold = 0  # elements of bold type that are open
        self._strong = False  # whether the paragraph begins in bold

    def take(self, root: Element) -> None:
        """Read the page from its top."""
        way = walk(root)
        for event, element in way:
            if element.tag not in IN_LINE:
                self._end_paragraph()
            if event == "start" and element.tag in UNSEEN:
                way.skip_subtree()
            elif event == "start":
                self._open(element)
            else:
                self._close(element)
        self._end_paragraph()

    def _open(self, element: Element) -> None:
        if element.tag in HEADINGS:
            self._take_heading(element)
        elif element.tag == "table":
            self._take_table(element)
            self._tables += 1
        self._bold += element.tag in BOLD
        self._say(element.text)

    def _close(self, element: Element) -> None:
        if element.tag == "table":
            self._tables -= 1
        self._bold -= element.tag in BOLD
        self._say(element.tail)

    def _take_table(self, table: Element) -> None:
        self._number += 1
        if rows := rows_of(self.name, table, self._number):
            caption = caption_of(table)
            said = [cell(self.name, caption, f"table {self._number}, caption")] if caption else []
            above = (*said, *reversed(self._headings), *near(self.lines, self._since))
            heading = self._headings[-1].text if self._headings else ""
            self.sheets.append(sheet(self.name, caption or heading, rows, above))
            self._since = len(self.lines)

    def _take_heading(self, element: Element) -> None:
        """A heading ends those of its level and below."""
        while self._levels and self._levels[-1] >= element.tag:
            self._levels.pop()
            self._headings.pop()
        self._levels.append(element.tag)
        said = words(element)
        self._headings.append(line(self.name, said, f"paragraph {len(self.lines) + 1}"))
        self._since = len(self.lines) + bool(said)

    def _say(self, words: str | None) -> None:
        """Keep words that stand outside every table."""
        if words and not self._tables:
            if not any(one.strip() for one in self._said):
                self._strong = self._bold > 0
            self._said.append(words)

    def _end_paragraph(self) -> None:
        if said := squeezed("".join(self._said)):
            one = line(self.name, said, f"paragraph {len(self.lines) + 1}")
            self.lines.append(one._replace(strong=self._strong))
        self._said.clear()
