"""Capitals of names: a surname printed in capitals is put as it is written, nothing else is touched."""

from __future__ import annotations

import re

PARTICLES = frozenset({
    "al", "ap", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el",
    "ibn", "la", "le", "st", "st.", "ten", "ter", "van", "von", "y",
})  # fmt: skip
"""Words that belong to the surname they stand before."""

LOWERED = PARTICLES - {"st", "st.", "al", "el", "y"}
"""Those that are mostly written small; what was printed in capitals does not tell."""

_PARTS = re.compile(r"([-–'’.])")


def is_shouted(word: str) -> bool:
    """Whether a word is printed in capitals; `McMAHON` and `O'NEILL` are, an initial is not."""
    letters = "".join(sign for sign in word if sign.isalpha())
    for start in ("Mc", "Mac", "Fitz", "Ap", "De", "Di", "Le", "La", "O", "D"):
        if letters.startswith(start) and letters != start and len(letters) > len(start) + 1:
            letters = letters if letters.isupper() else letters[len(start) :]
            break
    return len(letters) > 1 and letters.isupper()


def written(word: str) -> str:
    """A shouted word as it is written: `McMAHON` as `McMahon`, `O'NEILL-REED` as `O'Neill-Reed`."""
    if word.casefold() in LOWERED:
        return word.lower()
    return "".join(_part(part) for part in _PARTS.split(word))


def _part(part: str) -> str:
    small = re.match(r"[^\W\d_]*?[a-zß-öø-ÿ]+(?=[^\W\d_a-z]{2,}$)", part)
    if small:
        return small[0] + _capital(part[small.end() :])
    if part[:2].casefold() == "mc" and len(part) > 3:
        return "Mc" + _capital(part[2:])
    return _capital(part)


def _capital(part: str) -> str:
    return part[:1] + part[1:].lower()
