"""A page from its top: headings, boxes and tables in their order, and the text between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from importers.documents.document import Cell
from importers.documents.grid import line as text_line
from importers.formats.contest_words import stated_in, without_seats
from importers.formats.wikitext.boxes import Box, result
from importers.formats.wikitext.markup import plain
from importers.formats.wikitext.tables import Table, table
from importers.formats.wikitext.templates import Lines, Template, shown, templates
from importers.results.result import Fact, Result
from importers.results.stated import is_of_counts
from importers.results.table import tables
from importers.results.tallies import Told

_HEADING = re.compile(r"[ \t]*(={1,6})([^=\n].{0,300}?)\1[ \t]*")
_GENERAL = re.compile(
    r"(?:(?:full|detailed|election|ward|constituency|council|overall|summary of|by) )*results?(?: (?:by|per|for each) \w+)?"
    r"|candidates?|wards?|elections?|summary|votes?|by-elections?",
    re.I,
)
"""Headings that name no contest."""

LONGEST = 20_000
"""Signs of a line that are read; no paragraph has more."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b", re.A)


class _Heading(NamedTuple):
    level: int
    words: str
    line: int


class _Page:
    """What has been read so far, and under which headings."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.headings: list[_Heading] = []
        self.results: list[Result] = []
        self.lines: list[Cell] = []
        self.box: list[tuple[int, Template]] = []

    def heading(self) -> str:
        """The nearest heading that names something."""
        return next((one.words for one in reversed(self.headings) if not _GENERAL.fullmatch(one.words)), "")

    def take_heading(self, level: int, words: str, line: int) -> None:
        """A heading ends a box and those headings that are no higher."""
        self.end_box()
        while self.headings and self.headings[-1].level >= level:
            self.headings.pop()
        self.headings.append(_Heading(level, words, line))
        self.lines.append(text_line(self.name, words, f"line {line}"))

    def take_template(self, line: int, one: Template) -> None:
        """A template of a box; a begin ends the box before, an end this one."""
        if "begin" in one.name:
            self.end_box()
        self.box.append((line, one))
        if one.name.startswith(("election box end", "stv election box end")):
            self.end_box()

    def end_box(self) -> None:
        """Take the box that is open, if any, as a result."""
        if self.box and (made := result(Box(self.heading(), tuple(self.box)))):
            self.results.append(_placed(made, f"line {self.box[0][0]}"))
        self.box = []

    def take_table(self, lines: list[tuple[int, str]]) -> None:
        """The results of a table, under the nearest heading."""
        heading = self.heading()
        if found := table(self.name, heading, lines):
            for made in tables(found.sheet):
                self.results.append(_placed(_explained(made, found, heading), f"line {found.line}"))

    def take_line(self, number: int, line: str) -> None:
        """A line of running text."""
        if words := plain(line[:LONGEST]):
            self.lines.append(text_line(self.name, words.lstrip("*#:; "), f"line {number}"))


def page(name: str, text: str) -> tuple[tuple[Result, ...], tuple[Cell, ...]]:
    """The results and the running text of a page.

    Raises:
        BadFile: a cell or a field is longer than any of a result, or a table larger than is taken.
    """
    text = shown(text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = Lines(text)
    found = sorted(templates(name, text), key=lambda one: one.start)
    outer = [one for one in found if not one.depth]
    boxes = [(lines.at(one.start), one) for one in found if "election box" in one.name]
    read = _Page(name, text)
    _walk(read, text, boxes, _covered(lines, outer))
    read.end_box()
    day = next((fact for one in found if one.name.startswith("infobox") for fact in _day(one, lines)), None)
    return tuple(_dated(one, day) for one in read.results), tuple(one for one in read.lines if one.text)


def _walk(read: _Page, text: str, boxes: list[tuple[int, Template]], covered: set[int]) -> None:
    """Line by line; templates are met on the line they begin on, lines inside of them belong to them."""
    waiting = iter([*boxes, None])
    following = next(waiting)
    inside: list[tuple[int, str]] = []
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        while following and following[0] <= number:
            read.take_template(*following)
            following = next(waiting)
        bare = line.lstrip(" \t:")
        if number not in covered and bare.startswith("{|"):
            depth += 1
        if depth:
            if depth == 1:
                _keep(inside, number, line, covered)
            if number not in covered and bare.startswith("|}"):
                depth -= 1
                if not depth:
                    read.take_table(inside)
                    inside = []
        elif heading := _HEADING.fullmatch(line):
            read.take_heading(len(heading[1]), plain(heading[2]), number)
        elif number not in covered:
            read.take_line(number, line)
    if inside:
        read.take_table(inside)


def _keep(inside: list[tuple[int, str]], number: int, line: str, covered: set[int]) -> None:
    """Keep a line of a table; one that begins inside of a template goes on with the line before."""
    if number in covered and inside:
        inside[-1] = (
            (inside[-1][0], f"{inside[-1][1]} {line.strip()}") if len(inside[-1][1]) < 100_000 else inside[-1]
        )
    else:
        inside.append((number, line))


def _covered(lines: Lines, outer: list[Template]) -> set[int]:
    """The lines that begin inside of a template."""
    return {number for one in outer for number in range(lines.at(one.start) + 1, lines.at(one.end - 1) + 1)}


def _explained(made: Result, found: Table, heading: str) -> Result:
    """A table's result with what its caption says, and those elected whose names are bold where not all are."""
    caption = stated_in(((found.caption, f"line {found.line}"),), titles=True)
    above = stated_in(((heading, f"line {found.line}"),), titles=True)
    title = found.caption if found.caption and not is_of_counts(found.caption) else made.title
    bold = [one.origin in found.bold for one in made.candidates]
    stated = any(one.outcome for one in made.candidates)
    candidates = made.candidates
    if any(bold) and not all(bold) and not stated:
        candidates = tuple(
            one._replace(outcome="elected") if is_one else one
            for one, is_one in zip(made.candidates, bold, strict=True)
        )
    told = Told(made.facts, made.counts, made.doubts).beside(caption).beside(above)
    return made._replace(
        title=without_seats(title),
        candidates=candidates,
        facts=told.facts,
        counts=told.counts,
        doubts=told.doubts,
    )


def _placed(made: Result, origin: str) -> Result:
    """The result with its title as the section, where that is no year's election."""
    if not made.title or _YEAR.search(made.title) or any(fact.field == "section" for fact in made.facts):
        return made
    return made._replace(facts=(Fact("section", made.title, origin), *made.facts))


def _day(infobox: Template, lines: Lines) -> Iterator[Fact]:
    """The day of the election by the box that sums up the page."""
    words = plain(infobox.get("election_date", "election date"))
    for fact in stated_in(((words, f"line {lines.at(infobox.start)}"),), titles=True).facts:
        if fact.field == "date":
            yield fact


def _dated(made: Result, day: Fact | None) -> Result:
    dated = day is None or any(fact.field == "date" for fact in made.facts)
    return made if dated or day is None else made._replace(facts=(*made.facts, day))
