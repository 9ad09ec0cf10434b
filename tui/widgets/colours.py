"""Colours of factions as they can be read: a faction's own colour is a wish, the background decides."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import BLACK, WHITE, Color, ColorParseError

from tui.drawings.ink import Ink, Line

LEAST = 3.0
"""Contrast between a coloured mark and its background: the floor that WCAG 2.2 (1.4.11) sets for graphical objects."""


@lru_cache(512)
def legible(colour: str, background: RichColor | None, dark: bool) -> RichColor:
    """A faction's colour, moved towards white or black until it stands out from the background.

    Args:
        colour: `#rrggbb`; anything else becomes a middle grey, since outside data must not stop the drawing.
        background: what it is drawn on; None or the terminal's default when only the terminal knows.
        dark: whether the theme is dark, which decides for a background that only the terminal knows.
    """
    behind = _known(background, dark)
    try:
        wish = Color.parse(colour).rgb
    except ColorParseError:
        wish = (128, 128, 128)
    shade = Color(*wish)
    goal = WHITE if _luminance(behind) < 0.18 else BLACK
    for step in range(21):
        mixed = shade.blend(goal, step / 20)
        if _contrast(mixed, behind) >= LEAST:
            return mixed.rich_color
    return goal.rich_color


def inked(line: Line, base: Style, dark: bool) -> list[tuple[str, Style]]:
    """A line of a drawing in the colours of a theme, given the style of the widget that it stands in."""
    return [(ink.text, base + _style(ink, base.bgcolor, dark)) for ink in line]


@lru_cache(512)
def _style(ink: Ink, background: RichColor | None, dark: bool) -> Style:
    colour = legible(ink.colour, background, dark) if ink.colour else None
    under = legible(ink.under, background, dark) if ink.under else None
    return Style(color=colour, bgcolor=under, dim=ink.faint or None, bold=ink.strong or None)


def _known(background: RichColor | None, dark: bool) -> Color:
    if background is None or background.triplet is None:
        return BLACK if dark else WHITE
    return Color(*background.triplet)


def _luminance(colour: Color) -> float:
    """Relative luminance after WCAG 2."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: Color, other: Color) -> float:
    """Contrast ratio after WCAG 2: 1 for equal colours, 21 for black on white."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)
