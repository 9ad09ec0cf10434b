"""Text for comparison: case and accents taken off, and the words by which names are searched."""

from __future__ import annotations

import unicodedata

PLAIN_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that are no accented ones and still are typed plain on most keyboards."""


def folded(text: str) -> str:
    """Text without case and accents, so that `Élodie` and `elodie` compare and sort alike."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).translate(PLAIN_LETTERS)


def words_of(text: str) -> list[str]:
    """The words of a text, folded, without any sign that is neither letter nor digit."""
    return "".join(sign if sign.isalnum() else " " for sign in folded(text)).split()


def searchable(text: str) -> str:
    """All words by which a text can be found: `O'Casey-Reed` by `o`, `casey`, `reed` and `ocasey`."""
    joined = text.replace("'", "").replace("’", "")
    return " ".join(dict.fromkeys(words_of(text) + words_of(joined)))


def beginnings(text: str) -> str:
    """What to MATCH in a search table for names of which every word of the text begins a word; blank for no word."""
    return " AND ".join(f'"{word}"*' for word in words_of(text))
