"""Outside text made to fill exactly so many cells of a terminal, whatever its script."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

from tui.plain import plain

CUT = "…"
"""Stands where text was cut, so that nothing is shown short without saying so."""

_JOINERS = {0x200D: None, 0xFE0E: None, 0xFE0F: None}
"""Zero-width joiner and variation selectors.  Terminals differ on the width of what they join, so columns would not line up."""


def steady(text: str) -> str:
    """Text that takes the same number of cells in every terminal: one line, no controls, no joined emoji."""
    if text.isascii() and text.isprintable():
        return text
    return plain(text).translate(_JOINERS)


def fit(text: str, width: int, right: bool = False) -> str:
    """Pad or cut steady text to exactly `width` cells; what is cut ends in `…`."""
    size = len(text) if text.isascii() else cell_len(text)
    if size > width:
        text, size = cut(text, width), width
    pad = " " * (width - size)
    return pad + text if right else text + pad


@lru_cache(1024)
def cut(text: str, width: int) -> str:
    """The start of a text that is too long, with `…`, in exactly `width` cells.

    A wide character that would straddle the edge is left out and a blank stands for its half; a combining mark stays with
    its letter.
    """
    if width <= 0:
        return ""
    kept: list[str] = []
    room = width - 1
    for character in text:
        size = get_character_cell_size(character)
        if size > room:
            break
        kept.append(character)
        room -= size
    return "".join(kept) + CUT + " " * room
