"""Names put in the usual order and in the order of lists: from `AKEHURST, Luke` both `Luke Akehurst` and `Akehurst, Luke`."""

from __future__ import annotations

import re
from typing import NamedTuple

from importers.results.casing import PARTICLES, is_shouted, written

TITLES = frozenset({
    "baroness", "cllr", "cllr.", "councillor", "dame", "dr", "dr.", "lady", "lord", "miss", "mr", "mr.",
    "mrs", "mrs.", "ms", "ms.", "mx", "mx.", "prof", "prof.", "professor", "rev", "rev.", "revd", "sir",
})  # fmt: skip
LETTERS_AFTER = frozenset({
    "AM", "CBE", "DBE", "JP", "KBE", "KC", "KCB", "MBE", "MEP", "MP", "MS", "MSP", "OBE", "PC", "QC", "TD",
})  # fmt: skip
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""Words behind a surname that go with it."""

OFFICES = frozenset({
    "chair", "cllr", "convenor", "councillor", "deputy", "former", "general", "group", "leader", "mayor",
    "member", "secretary", "treasurer",
})  # fmt: skip
BODIES = frozenset({
    "alliance", "candidate", "candidates", "clp", "committee", "conference", "council", "election", "elections", "group",
    "members", "nec", "party", "result", "results", "section", "share", "union", "vote", "votes",
})  # fmt: skip
"""Words of headings and organisations, none of them part of a person's name."""

LONGEST = 80
_RIGHT_HONOURABLE = re.compile(r"^(?:the )?r(?:igh)?t\.? hon(?:ourable)?\.? (?=\S+ \S)", re.I)
_WORD = re.compile(r"[^\W\d_][^\d_()\[\]{}<>|/\\=+*%£$€@#:;!?]*")


class Name(NamedTuple):
    """A name in both orders, and the words that stood behind a second comma."""

    name: str
    sort_name: str
    words: str = ""
    unsure: bool = False


def split(printed: str) -> Name:
    """A printed name, without titles, in both orders; `unsure` where the comma may part a name from a place."""
    pieces = [piece.strip() for piece in printed.split(",") if piece.strip()]
    first = _bare(pieces[0] if pieces else "")
    rest = pieces[1:]
    while rest and all(word in LETTERS_AFTER for word in rest[0].split()):
        rest = rest[1:]
    if not rest or not first or rest[0].split()[0].casefold() in OFFICES:
        return _usual(first)._replace(words=", ".join(rest))
    forenames = _bare(rest[0])
    unsure = len(first) > 1 and not any(map(is_shouted, first)) and first[0].casefold() not in PARTICLES
    return _joined(forenames, first)._replace(words=", ".join(rest[1:]), unsure=unsure)


def is_name(text: str) -> bool:
    """Whether a text reads as the name of a person: two to six words, capitals at their beginnings, no figures."""
    words = text.replace(",", " ").split()
    return (
        len(text) <= LONGEST
        and 2 <= len(words) <= 6
        and all(_WORD.fullmatch(word) for word in words)
        and all(_begins_well(word) for word in words)
        and not any(word.casefold() in BODIES for word in words)
        and sum(word.casefold() not in PARTICLES for word in words) > 1
    )


def _begins_well(word: str) -> bool:
    """A capital, or a letter of a script without capitals; particles and `d'` may be small."""
    return not word[0].islower() or word.casefold() in PARTICLES or word[:2].casefold() in ("d'", "d’")


def _bare(text: str) -> list[str]:
    """The words of a name without titles before it and letters after it, as long as two words are left."""
    words = _RIGHT_HONOURABLE.sub("", text).split()
    while len(words) > 1 and words[-1] in LETTERS_AFTER and (len(words) > 2 or words[-1] != words[0]):
        words = words[:-1]
    while len(words) > 2 and words[0].casefold() in TITLES:
        words = words[1:]
    return words


def _usual(words: list[str]) -> Name:
    """A name without a comma; a surname in capitals is known wherever it stands, else it is the last word."""
    if len(words) > 2 and words[-1].casefold() in SUFFIXES:
        bare = _usual(words[:-1])
        surname, _, forenames = bare.sort_name.partition(", ")
        return Name(f"{bare.name} {words[-1]}", f"{surname} {words[-1]}, {forenames}".removesuffix(", "))
    loud = [is_shouted(word) and len(word) > 2 for word in words]
    if len(words) > 1 and loud[0] and not loud[-1]:
        end = loud.index(False)
        return _joined(words[end:], words[:end])
    start = len(words) - 1
    if not all(loud):
        while start > 1 and loud[start] and loud[start - 1]:
            start -= 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return _joined(words[:start], words[start:])


def _joined(forenames: list[str], surname: list[str]) -> Name:
    shouted = any(map(is_shouted, surname))
    last = " ".join(written(word) if is_shouted(word) else word for word in surname)
    first = " ".join(_forename(word, shouted) for word in forenames)
    if not first or not last:
        return Name(first or last, first or last)
    return Name(f"{first} {last}", f"{last}, {first}")


def _forename(word: str, shouted: bool) -> str:
    """A forename in capitals is written small only where the surname shouts too; initials such as `JJ` stay."""
    if not shouted or not is_shouted(word) or (len(word) < 3 and not set(word) & set("AEIOUY")):
        return word
    return written(word)
