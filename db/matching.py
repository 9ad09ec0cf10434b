"""Text for comparison: case and accents taken off, and the words by which names are searched."""

from __future__ import annotations

import unicodedata

PLAIN_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that are no accented ones and still are typed plain on most keyboards."""

APART = {code: " " for code in range(128) if not chr(code).isalnum()}
"""What parts the words of a plain text."""


def folded(text: str) -> str:
    """Text without case and accents, so that `Élodie` and `elodie` compare and sort alike."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).translate(PLAIN_LETTERS)


def words_of(text: str) -> list[str]:
    """The words of a text, folded, without any sign that is neither letter nor digit."""
    plain = folded(text)
    if plain.isascii():
        return plain.translate(APART).split()
    return "".join(sign if sign.isalnum() else " " for sign in plain).split()


def searchable(text: str) -> str:
    """All words by which a text can be found: `O'Casey-Reed` by `o`, `casey`, `reed` and `ocasey`."""
    if text.isascii() and "'" not in text:
        return " ".join(dict.fromkeys(text.lower().translate(APART).split()))
    joined = text.replace("'", "").replace("’", "")
    words = words_of(text) if joined == text else words_of(text) + words_of(joined)
    return " ".join(dict.fromkeys(words))


def beginnings(text: str) -> str:
    """What to MATCH in a search table for names of which every word of the text begins a word; blank for no word."""
    return " AND ".join(f'"{word}"*' for word in words_of(text))
