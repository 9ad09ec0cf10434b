"""Figures as findings write them."""

from __future__ import annotations


def figure(value: float | None) -> str:
    """A figure, with its thousands separated: `12,345`, `33.34`."""
    return "nothing" if value is None else f"{value:,.10g}"


def votes(unit: str, value: float | None) -> str:
    """Votes in their unit: `12,345 members' votes`, `37.7 percent`."""
    return f"{figure(value)} {unit or 'votes'}"
