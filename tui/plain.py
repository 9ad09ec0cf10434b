"""Text from outside, made safe for one line of a terminal, a page or a table: data, never an instruction."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that reorder what stands around them: in a name they can make a line say something else."""

LINE_ENDS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
"""Characters that end a line or a field somewhere: a blank stands for each."""

ESCAPE_SIGN = "␛"
LONE_SURROGATE_SIGN = "\ufffd"


def _replacements() -> dict[int, str | None]:
    """What stands for each character that may not pass, None for nothing."""
    controls: dict[int, str | None] = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)])
    bidi: dict[int, str | None] = dict.fromkeys(map(ord, BIDI_CONTROLS))
    line_ends: dict[int, str | None] = dict.fromkeys(map(ord, LINE_ENDS), " ")
    surrogates: dict[int, str | None] = dict.fromkeys(range(0xD800, 0xE000), LONE_SURROGATE_SIGN)
    return controls | bidi | line_ends | surrogates | {0x1B: ESCAPE_SIGN}


_REPLACEMENTS = _replacements()


@lru_cache(maxsize=4096)
def _cleaned(text: str) -> str:
    """The slow path of `plain`, remembered: the same names come again and again."""
    return unicodedata.normalize("NFC", text.translate(_REPLACEMENTS))


def plain(text: str) -> str:
    """Make a text from outside safe to show on one line.

    Line ends and tabs become a blank, the escape character is shown as `␛`, other control characters and
    those that turn the reading direction are dropped, and letters are composed (NFC).  Plain again changes
    nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    return _cleaned(text)
