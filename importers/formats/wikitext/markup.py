"""A piece of markup as the words that are seen, and whether it is printed in bold; one pass, however deep brackets stand."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from importers.results.text import clean

_MARKS = re.compile(r"(\{\{|\}\}|\[\[|\]\]|\|)")
_OUTSIDE = re.compile(r"\[(?:https?:)?//[^\s\]]{1,2000}+(?:\s([^\]\n]{0,500}+))?\]")
_BREAK = re.compile(r"<\s*br\b[^<>]{0,100}>", re.I)
_BOLD_TAG = re.compile(r"<\s*/?\s*(?:b|strong)\s*>", re.I)
_TAG = re.compile(r"<[/a-zA-Z][^<>]{0,500}>")
_BRACKETS = re.compile(r"\([^()]*\)")
_UNSHOWN: Final = ("file:", "image:", "category:")
_KEPT: Final = frozenset({
    "abbr", "align", "b", "big", "bold", "center", "em", "font", "formatnum", "formatnum:", "i", "left", "nobold", "nobr",
    "nobreak", "nowrap", "number", "party link", "party name with color", "strong",
    "party name with colour", "percent", "plainlist", "political party link", "polparty", "resize", "right", "small", "smaller",
    "tooltip", "ubl", "unbulleted list",
})  # fmt: skip
"""Templates that show what stands in their first place."""

_SECOND: Final = frozenset(
    {"sort", "sort under", "color", "colour", "font color", "ill", "interlanguage link", "lang"}
)
_MARKS_OF: Final = {
    **dict.fromkeys(("yes", "ya", "y", "tick", "aye", "check mark", "yes check"), "Yes"),
    **dict.fromkeys(("no", "nay", "cross", "x mark"), "No"),
    "won": "Won",
}
"""Templates that show a tick or a cross, or the words given to them."""

_NAMES: Final = frozenset({"sortname", "hsn"})


class _Open(NamedTuple):
    """A bracket that is not closed yet, and its parts so far."""

    sign: str
    parts: list[list[str]]


def plain(text: str) -> str:
    """The words that a reader sees; of templates those of which it is known what they show."""
    return clean(html.unescape(_TAG.sub("", _seen(text)).replace("'''", "").replace("''", "")))


def is_bold(text: str) -> bool:
    """Whether all of the words are bold, notes in brackets behind them aside."""
    pieces = _TAG.sub("", _seen(text)).split("'''")
    outside, inside = _BRACKETS.sub("", "".join(pieces[::2])), "".join(pieces[1::2])
    return any(map(str.isalpha, inside)) and not any(map(str.isalnum, html.unescape(outside)))


def _seen(text: str) -> str:
    text = _BOLD_TAG.sub("'''", _BREAK.sub(" ", text))
    return _OUTSIDE.sub(lambda found: found[1] or "", _resolved(text))


def _resolved(text: str) -> str:
    """The text with its links and templates replaced by what they show."""
    stack = [_Open("", [[]])]
    opened = 0
    for mark in _MARKS.split(text):
        if mark in ("{{", "[["):
            stack.append(_Open(mark, [[]]))
            opened += mark == "{{"
        elif mark == "}}" and opened:
            while stack[-1].sign != "{{":
                _give_up(stack)
            opened -= 1
            _close(stack, _template)
        elif mark == "]]" and stack[-1].sign == "[[":
            _close(stack, _link)
        elif mark == "|" and len(stack) > 1:
            stack[-1].parts.append([])
        elif mark:
            stack[-1].parts[-1].append(mark)
    while len(stack) > 1:
        _give_up(stack)
    return "".join(stack[0].parts[0])


def _close(stack: list[_Open], show: Callable[[list[str]], str]) -> None:
    done = stack.pop()
    stack[-1].parts[-1].append(show(["".join(part) for part in done.parts]))


def _give_up(stack: list[_Open]) -> None:
    """A bracket that is never closed: the words in it stay."""
    done = stack.pop()
    stack[-1].parts[-1].append(" ".join("".join(part) for part in done.parts))


def _link(parts: list[str]) -> str:
    target = parts[0].strip().casefold()
    return (
        ""
        if target.startswith(_UNSHOWN)
        else (parts[-1] if len(parts) > 1 and parts[-1].strip() else parts[0].lstrip(":"))
    )


def _template(parts: list[str]) -> str:
    name = " ".join(parts[0].replace("_", " ").casefold().split())
    given = [part.strip() for part in parts[1:] if not re.match(r"\s*[\w ]{1,30}=", part)]
    numbered = [
        re.sub(r"^\s*[12]\s*=\s*", "", part).strip() for part in parts[1:] if re.match(r"\s*[12]\s*=", part)
    ]
    given = given or numbered
    if name in _NAMES:
        return " ".join(given[:2])
    if name in _MARKS_OF:
        return given[0] if given and any(map(str.isalpha, given[0])) else _MARKS_OF[name]
    if name in _SECOND:
        return given[1] if len(given) > 1 else ""
    return given[0] if name in _KEPT and given else ""
