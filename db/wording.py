"""Numbers and lists in plain English, for findings."""

from __future__ import annotations

from collections.abc import Sequence

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MINUS = "−"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: `no seats`, `one seat`, `13 candidates`, `1,510 votes`."""
    word = _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"
    return f"{word} {noun if number == 1 else plural or noun + 's'}"


def number_word(number: int) -> str:
    """A number alone: words up to ten, figures above."""
    if number == 0:
        return "none"
    return _SMALL[number] if 0 < number < len(_SMALL) else f"{number:,}"


def listed(words: Sequence[str]) -> str:
    """Words as a list: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def signed(number: float, digits: int = 0) -> str:
    """A number with its sign, a true minus: `+2.5`, `−1`, `0`."""
    text = f"{abs(number):,.{digits}f}"
    if not float(text.replace(",", "")):
        return text
    return ("+" if number > 0 else MINUS) + text


def sentence(text: str) -> str:
    """The text with a capital at its beginning and a full stop at its end."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".?!" else ".")


def plain_number(value: float | None) -> int | float | None:
    """A figure out of a REAL column: whole numbers as int."""
    if value is None:
        return None
    return int(value) if float(value).is_integer() else value
