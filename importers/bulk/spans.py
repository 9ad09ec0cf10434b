"""Where the rows of a contest stand: a few spans of lines, in words."""

from __future__ import annotations

from typing import Final

MOST: Final = 3
"""Spans that are named; of those beyond it is said that there are more."""


class Spans:
    """Spans of lines, each with its first and last."""

    __slots__ = ("first", "more")

    def __init__(self, first: int, last: int) -> None:
        self.first = [(first, last)]
        self.more = 0

    def add(self, first: int, last: int) -> None:
        """Note one more."""
        if len(self.first) < MOST:
            self.first.append((first, last))
        else:
            self.more += 1

    def __str__(self) -> str:
        words = "; ".join(map(_words, self.first))
        return (
            f"{words}; and {self.more:,} more places"
            if self.more > 1
            else f"{words}; and one more place"
            if self.more
            else words
        )


def lines(first: int, last: int) -> str:
    """A span in words: `lines 2 to 9`, `line 7`."""
    return _words((first, last))


def _words(span: tuple[int, int]) -> str:
    first, last = span
    return f"line {first}" if first == last else f"lines {first} to {last}"
