"""A name in its parts: given names and surname, folded, whatever order it is printed in."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.matching import folded, words_of

TITLES = frozenset(
    "baron baroness cllr councillor dame dr lady lord miss mr mrs ms mx prof professor rev revd sir".split()  # noqa: SIM905
)
LETTERS = frozenset("am cbe dbe jp kbe kc mbe mep mp msp obe pc qc".split())  # noqa: SIM905
"""What stands behind the names of those who hold an office or an honour."""

PARTICLES = frozenset("al ap bin bint da de del den der di du el ibn la le san st ter van von y".split())  # noqa: SIM905
"""Words that begin a surname."""

MOST_WORDS = 8
LONGEST_WORD = 40
"""What is compared of a name at the most: a longer one is none."""

_APOSTROPHES = re.compile("['’‘`´]")
_MAC = re.compile(r"^mac(?=[a-z]{3})")


class Parts(NamedTuple):
    """A name in its parts, each a row of folded words."""

    given: tuple[str, ...]
    surname: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All of it in the usual order."""
        return self.given + self.surname


def plain_name(name: str) -> str:
    """A name as it is compared: its words without case, accents and signs."""
    return " ".join(words_of(name)) or folded(name)


def bare_name(name: str) -> str:
    """A plain name in the usual order, without titles before it and letters behind it, as long as two words are left."""
    family, comma, given = name.partition(",")
    words = words_of(given.partition(",")[0]) + words_of(family) if comma else words_of(name)
    return " ".join(_untitled(words)) or folded(name)


def parts(name: str, sort_name: str = "") -> Parts:
    """The parts of a name; a comma in it or in the name of lists tells the surname, else it is the last word with particles."""
    family, comma, given = _close(name).partition(",")
    if comma and (words := _untitled(words_of(given.partition(",")[0]))):
        return _cut(Parts(tuple(_initials(words)), tuple(words_of(family))))
    words = _untitled(words_of(_close(name).replace(",", " ")))
    known, comma, _ = _close(sort_name).partition(",")
    length = len(words_of(known))
    if not comma or not length or words[-length:] != words_of(known):
        length = _surname_length(_close(name).replace(",", " "), words)
    return _cut(Parts(tuple(_initials(words[:-length])), tuple(words[-length:])))


def readings(name: str) -> tuple[Parts, ...]:
    """The parts that a printed name may have: the usual reading first, then a longer surname, then the surname before."""
    usual = parts(name)
    if "," in name:
        return (usual,)
    words = usual.words
    found = [usual]
    if len(words) > 2:
        found += [Parts(words[:-2], words[-2:]), Parts(words[2:], words[:2])]
    if len(words) > 1:
        found.append(Parts(words[1:], words[:1]))
    return tuple(dict.fromkeys(found))


def joined(surname: tuple[str, ...]) -> str:
    """A surname as one word, Mac as Mc: `Mac Mahon`, `MacMahon` and `McMahon` are written alike."""
    return _MAC.sub("mc", "".join(surname))


def _close(name: str) -> str:
    """Without apostrophes: O'Brien is one word."""
    return _APOSTROPHES.sub("", name)


def _untitled(words: list[str]) -> list[str]:
    while len(words) > 2 and words[0] in TITLES:
        words = words[1:]
    while len(words) > 2 and words[-1] in LETTERS:
        words = words[:-1]
    return words


def _surname_length(name: str, words: list[str]) -> int:
    """How many words the surname has: the last word, both where a hyphen joins them, and the particles before it."""
    pieces = [piece for piece in map(words_of, name.split()) if piece]
    last = next((piece for piece in reversed(pieces) if piece[-1:] == words[-1:]), words[-1:])
    length = min(max(1, len(last)), max(1, len(words) - 1))
    while len(words) - length > 1 and words[-length - 1] in PARTICLES:
        length += 1
    return length


def _initials(words: list[str]) -> list[str]:
    """Initials that are printed as one word, `LJ`, are two: no given name is without a vowel."""
    apart = (
        list(word) if len(word) == 2 and word.isascii() and not set(word) & set("aeiouy") else [word]
        for word in words
    )
    return [word for some in apart for word in some]


def _cut(found: Parts) -> Parts:
    given, surname = (tuple(word[:LONGEST_WORD] for word in some[:MOST_WORDS]) for some in found)
    return Parts(given, surname)
