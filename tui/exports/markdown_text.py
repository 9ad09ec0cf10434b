"""Text from outside inside Markdown: it must read as it stands, whatever marks it contains.

Two ways lead to a false mark.  Parsers heed ASCII punctuation, and a backslash stops them (CommonMark 0.31,
section 2.4; pandoc likewise).  GitHub then looks through the finished page for `@names`, `#123`, `GH-123` and
`:smile:`, where no backslash is left; an empty comment inside the word stops that too, and shows nowhere.
"""

from __future__ import annotations

import re

from tui.plain import plain

BREAK = "<!-- -->"
"""Splits a word for whoever looks for links in the finished page."""

_INLINE = re.compile(
    r"""
      (?P<linked> @(?=\w) | \#(?=\d) | /(?=/) | :(?=[\w+-]+:) | (?<=\bgh)-(?=\d) )
    | (?P<mark> [\\`*\[\]<>|~^${}\#] | (?<![a-z0-9])_ | _(?![a-z0-9]) )
    | (?: &(?=[\#\w]) | -(?=-) | :(?=//) | (?<=\bwww)\. )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BLOCK = re.compile(
    r"""
      (?P<bare> [-+=:%] )
    | (?P<before> \(?(?:\d+|[a-z]|[ivxlcdm]+|@)(?=[.)]) | Table(?=:) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EDGE = re.compile(r"\A[\s\ufeff]+|[\s\ufeff]+\Z")


def _inline(match: re.Match[str]) -> str:
    """Disarm one mark."""
    found = match[0]
    return f"\\{found}{BREAK}" if match["linked"] else f"\\{found}"


def inline(text: str) -> str:
    """Escape a text for the middle of a line: after this it reads as `plain(text)`."""
    return _INLINE.sub(_inline, plain(text))


def cell(text: str) -> str:
    """Escape a text for a cell of a table, where blanks at either end would be lost."""
    return _EDGE.sub(lambda blanks: "".join(f"&#{ord(blank)};" for blank in blanks[0]), inline(text))


def block(text: str) -> str:
    """Escape a text for the start of a line, where `1.`, `+` or `Table:` would begin something else."""
    return guarded(inline(_EDGE.sub("", plain(text))))


def guarded(escaped: str) -> str:
    """Keep an escaped text from beginning a list or a caption."""
    start = _BLOCK.match(escaped)
    if start is None:
        return escaped
    position = 0 if start["bare"] else start.end()
    return f"{escaped[:position]}\\{escaped[position:]}"
