"""Candidates as a source prints them."""

from __future__ import annotations

from importers.results.result import Found

HOSTILE = (
    "[/]", "[red]x", "a|b", "\x1b[31mred", "\u202egnalevE", "x'); DROP TABLE person;--", "=1+1", "e\u0301", "a\nb",
)  # fmt: skip
"""Texts that are data, whatever they look like."""


def found(name: str, votes: int | None = None, outcome: str = "", **more: object) -> Found:
    """A candidate as a source prints one."""
    given, _, family = name.rpartition(" ")
    return Found(name, f"{family}, {given}", f"line of {name}", votes=votes, outcome=outcome, **more)  # type: ignore[arg-type]
