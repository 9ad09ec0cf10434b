"""Numbers read back out of sentences."""

from __future__ import annotations

import re

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBER = rf"(?:{'|'.join(WORDS)}|none|both|all|\d[\d,]*)"


def number(text: str) -> int:
    """`four`, `13`, `1,510` as a number."""
    word = text.strip().casefold().replace(",", "")
    return int(word) if word.isdigit() else 0 if word == "none" else WORDS.index(word)


def part(text: str) -> tuple[int, int]:
    """`four of the six seats`, `all nine seats`, `both seats`, `the one seat` as so many of how many."""
    if found := re.search(rf"({NUMBER}) of the ({NUMBER}) ", text, re.IGNORECASE):
        return number(found[1]), number(found[2])
    if found := re.search(rf"(?:all|the) ({NUMBER}) ", text, re.IGNORECASE):
        return number(found[1]), number(found[1])
    if re.search(r"\bboth\b", text, re.IGNORECASE):
        return 2, 2
    raise ValueError(text)
