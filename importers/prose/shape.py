"""A sentence with a sign in place of everything known in it, so that few patterns fit many sentences.

`Alice Perry and Phil Wilson were elected to the CAC` becomes `L0 were elected to the B0`.  All else is in small letters, so
a capital begins a sign: L persons (a list of them is one sign), F factions, B body, S section, D date, N figure or figures,
Q a number spelt out, R a share in percent.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from importers.prose.mentions import Finder, Mention

KINDS = {
    "person": "P", "faction": "F", "body": "B", "section": "S", "date": "D", "figure": "N", "number": "Q", "share": "R",
}  # fmt: skip

_AND = r"(?:, and |, | and | & |, as well as | as well as |, along with | along with | together with |, plus | plus )"
_BESIDE = (
    r"(?:(?:the|fellow|incumbents?|newcomers?|former|current|sitting|candidates?|colleagues?|activists?|councillors?|"
    r"cllrs?|chair|mps?|members?|trade|unionists?|B\d+) ){0,3}"
)
_PEOPLE = re.compile(rf"P\d+(?:{_AND}{_BESIDE}P\d+)*")
_FIGURES = re.compile(r"N\d+(?: votes)?(?:(?:, and |, | and )N\d+(?: votes)?)*")
_FACTIONS = re.compile(
    r"F\d+(?: \(F\d+\))?(?:(?:, and |, | and | & )(?:the )?F\d+(?: \(F\d+\))?(?![\w’'-]| pick| candidate))*"
)
_TITLE = re.compile(
    r"(?<![a-z])(?:(?:cllrs?|councillors?|dame|sir|lord|lady|baroness|miss|mr|mrs|ms|mx|dr|prof|professor|rev|"
    r"revd)\.? )+$"
)
_BESIDE_NAME = re.compile(
    r"([NFR]\d+)(?: (?:votes?|first preferences|of the vote))?|(?:not |re-?)?elected|ind(?:ependent)?|left|right|"
    r"leader|mp|cllr"
)
_TWICE = re.compile(r"([BFS])(\d+) \(\1(\d+)\)")


class Shape(NamedTuple):
    """A sentence as signs and small letters, and what the signs stand for."""

    text: str
    keys: dict[str, tuple[str, ...]]
    """What each sign stands for: full names for L, digits for N, keys for F, B, S, dates for D."""
    words: dict[str, str]
    """What is printed for each sign."""
    beside: tuple[tuple[str, str, int], ...] = ()
    """What stands in brackets right behind a name: the name, the sign or word, and where."""

    def printed(self, start: int, end: int) -> str:
        """The words of the sentence for a part of the shape, in small letters but for what is known."""
        return re.sub(r"[LFBSDNQR]\d+", lambda one: self.words.get(one[0], one[0]), self.text[start:end])


def shape(text: str, finder: Finder) -> Shape:
    """The shape of a sentence."""
    keys: dict[str, tuple[str, ...]] = {}
    words: dict[str, str] = {}
    made = _signs(text, finder.mentions(text), keys, words)
    made = _TWICE.sub(lambda one: _once(one, keys), made)
    made, beside = _unbracketed(made, keys)
    made = _listed(made, _PEOPLE, "P", "L", keys, words)
    made = _listed(made, _FIGURES, "N", "N", keys, words)
    made = _listed(made, _FACTIONS, "F", "F", keys, words)
    return Shape(made, keys, words, beside)


def _unbracketed(text: str, keys: dict[str, tuple[str, ...]]) -> tuple[str, tuple[tuple[str, str, int], ...]]:
    """Figures, factions and words of the outcome in brackets right behind a name taken out of the sentence."""
    beside: list[tuple[str, str, int]] = []

    def taken(one: re.Match[str]) -> str:
        parts = [_BESIDE_NAME.fullmatch(part.strip()) for part in re.split(r"[,;/]| – ", one[2])]
        if not all(parts):
            return one[0]
        beside.extend((keys[one[1]][0], part[1] or part[0], one.start()) for part in parts if part)
        return one[1]

    return re.sub(r"(P\d+) \(([^()]{1,60})\)", taken, text), tuple(beside)


def _signs(
    text: str, found: tuple[Mention, ...], keys: dict[str, tuple[str, ...]], words: dict[str, str]
) -> str:
    parts = []
    last = 0
    for number, one in enumerate(found):
        sign = f"{KINDS[one.kind]}{number}"
        keys[sign], words[sign] = one.keys, one.words
        before = _small(text[last : one.start])
        parts += [_TITLE.sub("", before) if one.kind == "person" else before, sign]
        last = one.end
    return "".join([*parts, _small(text[last:])])


def _small(text: str) -> str:
    return text.lower().replace("’", "'").replace("—", "–").replace(" - ", " – ")


def _once(one: re.Match[str], keys: dict[str, tuple[str, ...]]) -> str:
    """`national executive committee (NEC)` is one body named twice."""
    first, second = f"{one[1]}{one[2]}", f"{one[1]}{one[3]}"
    return first if set(keys[first]) & set(keys[second]) else one[0]


def _listed(
    text: str,
    pattern: re.Pattern[str],
    kind: str,
    listed: str,
    keys: dict[str, tuple[str, ...]],
    words: dict[str, str],
) -> str:
    """Signs of one kind that follow each other put together as one sign."""
    taken = dict(keys)

    def together(one: re.Match[str]) -> str:
        parts = _parted(one[0]) if kind == "P" else [one[0]]
        return "".join(named(part) if index % 2 == 0 else part for index, part in enumerate(parts))

    def named(part: str) -> str:
        signs = re.findall(rf"{kind}\d+", part)
        sign = f"{listed}{signs[0][1:]}"
        keys[sign] = tuple(dict.fromkeys(key for each in signs for key in taken[each]))
        words[sign] = re.sub(rf"{kind}\d+", lambda each: words.get(each[0], each[0]), part)
        return f"{sign} votes" if kind == "N" and part.endswith(" votes") else sign

    return pattern.sub(together, text)


def _parted(people: str) -> list[str]:
    """A run of persons as one list, or as two with what parts them: `A, B`, and `A, and B` where no list comes before."""
    if re.fullmatch(r"P\d+, P\d+", people):
        return re.split(r"(, )", people)
    before, comma, after = people.rpartition(", and ")
    if comma and (re.search(r" and | & ", before) or not re.search(r", |P\d+.*P\d+", before)):
        return [before, comma, after]
    return [people]
