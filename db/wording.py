"""Numbers and lists in plain English, for findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MINUS = "−"

DISPUTED = "≠"
"""Stands after a value of which sources state something else."""


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: `no seats`, `one seat`, `13 candidates`, `1,510 votes`."""
    word = _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"
    return f"{word} {noun if number == 1 else plural or noun + 's'}"


def number_word(number: int) -> str:
    """A number alone: words up to ten, figures above."""
    if number == 0:
        return "none"
    return _SMALL[number] if 0 < number < len(_SMALL) else f"{number:,}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


NOISE = 9
"""Decimals of a computed percentage that are more than the noise of binary fractions."""


def tenths(figure: float) -> float:
    """A figure to one decimal, halves away from nought as everybody rounds by hand: 27.5 for 27.45, 6.3 for 6.25."""
    exact = Decimal(repr(round(float(figure), NOISE)))
    return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP)) + 0.0


def as_percent(figure: float) -> str:
    """A percentage as it is written in sentences: `55.2%`."""
    return f"{tenths(figure):.1f}%"


def signed(number: float, digits: int = 0) -> str:
    """A number with its sign, a true minus: `+2.5`, `−1`, `0`."""
    text = f"{abs(tenths(number) if digits == 1 else number):,.{digits}f}"
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


_BODIES = (
    "alliance association campaign caucus club coalition committee conference council federation front group league "
    "movement network party society team tendency union"
)
COLLECTIVE = frozenset(_BODIES.split())
"""Nouns that take an article where they are the head of a name: `the Grassroots Alliance`, but `Momentum`."""

_HEAD = re.compile(r" / | \(| (?:for|of|in|against) ")
"""Where what is said of the head of a name begins."""

INDEPENDENT = "independent"
"""The name of those who share no ticket, a noun in a sentence."""


def the(name: str, members: int = 2) -> str:
    """A slate's name as a sentence has it: `the Grassroots Alliance`, `Momentum`; of those without a ticket `an independent`."""
    if name.casefold() == INDEPENDENT:
        return "an independent" if members == 1 else "independents"
    head = _HEAD.split(name, maxsplit=1)[0].split()
    bare = not head or {word.casefold() for word in head} & {"the", "our", "your"}
    return name if bare or head[-1].casefold() not in COLLECTIVE else f"the {name}"


def a(word: str) -> str:
    """A word with its article."""
    return f"{'an' if word[:1].casefold() in set('aeiou') else 'a'} {word}"


def possessive(name: str) -> str:
    """`Osamor's`, `Reeves'`."""
    return f"{name}'" if name.endswith(("s", "S")) else f"{name}'s"


def was(number: int) -> str:
    """The verb to a number of persons."""
    return "was" if number == 1 else "were"


def part_of(number: int, whole: int, noun: str, plural: str | None = None) -> str:
    """So many of a whole: `four of the six seats`, `all nine seats`, `both seats`, `the one seat`."""
    if number != whole or number < 1:
        return f"{number_word(number)} of the {count(whole, noun, plural)}"
    if number == 1:
        return f"the {count(1, noun)}"
    return f"both {plural or noun + 's'}" if number == 2 else f"all {count(whole, noun, plural)}"


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def ordinal(number: int) -> str:
    """A place in an order: words up to the tenth, figures above: `second`, `11th`, `22nd`."""
    if 0 < number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def times(number: int) -> str:
    """`never`, `once`, `twice`, `three times`."""
    return ("never", "once", "twice")[number] if number < 3 else f"{number_word(number)} times"


def moved(change: float) -> str:
    """A change of a share in points: `up 7.9 points`, `down 1.0 points`, `unchanged`."""
    amount = f"{abs(tenths(change)):.1f}"
    if not float(amount):
        return "unchanged"
    return f"{'up' if change > 0 else 'down'} {amount} points"


def years(dates: Iterable[str | None]) -> str:
    """From which year to which some dates run: `from 2014 to 2020`, `in 2014`; blank without a date."""
    known = sorted(date[:4] for date in dates if date)
    if not known:
        return ""
    return f"in {known[0]}" if known[0] == known[-1] else f"from {known[0]} to {known[-1]}"


def few(names: Sequence[str], most: int, noun: str, plural: str | None = None) -> str:
    """Names as a list; how many they are where they are too many for a sentence."""
    return listed(names) if len(names) <= most else count(len(names), noun, plural)


def surnames(people: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Names with the shortest form in which no two are mistaken for each other.

    Args:
        people: each with the name and the name to sort by (`Osamor, Kate`); where the latter has no comma the name stays whole.
    """
    named = dict.fromkeys(people)
    last = {
        name: sort_name.partition(",")[0].strip() if "," in sort_name else name for name, sort_name in named
    }
    twice = {
        word for word, number in Counter(word.casefold() for word in last.values()).items() if number > 1
    }
    return {
        name: name if word.casefold() in twice or word not in name else word for name, word in last.items()
    }
