"""The templates of a page with their fields and places, and a page without what is not shown: one pass over the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from importers.documents.document import CELL_CHARACTERS, BadFile

_TOKENS = re.compile(r"\{\{|\}\}|\[\[|\]\]|\|")
_REF = re.compile(r"<ref\b[^<>]{0,1000}>", re.I)
_REF_END = re.compile(r"</ref\s*>", re.I)


class Template(NamedTuple):
    """A template: its name in small letters, fields by name in small letters, numbered from 1 where they have none."""

    name: str
    fields: dict[str, str]
    start: int
    end: int
    depth: int

    def get(self, *names: str) -> str:
        """The text of the first of some fields that is filled."""
        return next((text for name in names if (text := self.fields.get(name, ""))), "")


class Lines:
    """The numbers of the lines of a text by positions in it."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def at(self, position: int) -> int:
        """The number of the line, from one."""
        return bisect_right(self._starts, position)


def shown(text: str) -> str:
    """The text without comments and footnotes, on as many lines."""
    text = _without(text, re.compile("<!--"), re.compile("-->"))
    return _without(text, _REF, _REF_END)


def _without(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    kept: list[str] = []
    at = 0
    while opened := opening.search(text, at):
        kept.append(text[at : opened.start()])
        if opened[0].endswith("/>"):
            at = opened.end()
            continue
        closed = closing.search(text, opened.end())
        if not closed:
            at = opened.start()
            break
        kept.append("\n" * text.count("\n", opened.start(), closed.end()))
        at = closed.end()
    return "".join([*kept, text[at:]])


def templates(name: str, text: str) -> Iterator[Template]:
    """The templates in the order in which they end; one inside another comes before it.

    Raises:
        BadFile: a field of an election's box is longer than any cell of a result.
    """
    lines = Lines(text)
    stack: list[tuple[str, int, list[int]]] = []
    opened = 0
    for token in _TOKENS.finditer(text):
        sign = token[0]
        if sign in ("{{", "[["):
            stack.append((sign, token.start(), []))
            opened += sign == "{{"
        elif sign == "|" and stack:
            stack[-1][2].append(token.start())
        elif sign == "]]" and stack and stack[-1][0] == "[[":
            stack.pop()
        elif sign == "}}" and opened:
            while stack[-1][0] != "{{":
                stack.pop()
            opened -= 1
            _, start, bars = stack.pop()
            yield _template(name, text, lines, start, token.end(), bars, opened)


def _template(
    name: str, text: str, lines: Lines, start: int, end: int, bars: list[int], depth: int
) -> Template:
    first = bars[0] if bars else end - 2
    called = " ".join(text[start + 2 : min(first, start + 102)].replace("_", " ").casefold().split())
    if "election box" not in called and not called.startswith("infobox"):
        return Template(called, {}, start, end, depth)
    fields: dict[str, str] = {}
    for number, (bar, following) in enumerate(zip(bars, [*bars[1:], end - 2], strict=False), 1):
        piece = text[bar + 1 : min(following, bar + CELL_CHARACTERS + 2)]
        if "election box" in called and len(piece) > CELL_CHARACTERS:
            raise BadFile(
                f"{name}, line {lines.at(bar)}: found a field of more than {CELL_CHARACTERS:,} characters, "
                "expected at most as many."
            )
        key, sign, value = piece.partition("=")
        named = bool(sign) and not any(mark in key for mark in ("{{", "[[", "<"))
        fields[" ".join(key.casefold().split()) if named else str(number)] = (
            value if named else piece
        ).strip()
    return Template(called, fields, start, end, depth)
