"""What a sentence states of persons, and of whom a verb in it speaks."""

from __future__ import annotations

import re
from typing import NamedTuple

from importers.prose.shape import Shape

Value = str | int | float | bool


class Claim(NamedTuple):
    """One statement: a field of `Found` (or `endorsement`, `beaten`) and its value for some persons."""

    people: tuple[str, ...]
    field: str
    values: tuple[Value, ...]
    """One for all, or one for each."""
    at: int
    """Where in the shape it stands."""
    partner: tuple[str, ...] = ()
    """Persons of whom the same is told from the other side: they stood in the same contest."""
    sought: bool | None = None


class Ground(NamedTuple):
    """What claims of one sentence are read from."""

    shape: Shape
    text: str
    """The sentence without asides, or one aside."""
    head: tuple[str, ...]
    """Whom an aside follows, or the persons of whom the sentence before spoke last."""
    faction: tuple[str, ...]
    """Keys of the faction of which was spoken last."""
    offset: int = 0
    """Where in the sentence an aside stands."""


L = re.compile(r"\bL\d+\b")
NEAR = 400
"""Signs between a verb and whom it speaks of, at the most."""

OBJECT = re.compile(
    r"\b(?:by|over|of|ahead of|behind|with|to|for|than|from|against|beat(?:s|ing|en)?|defeat(?:s|ed|ing)?|depos(?:es|"
    r"ed|ing)|oust(?:s|ed|ing)?|unseat(?:s|ed|ing)?|toppl(?:es|ed|ing)|displac(?:es|ed|ing)|replac(?:es|ed|ing)|"
    r"succe(?:eds|eded|eding)|alongside|including|like|saw|seeing|between|back(?:s|ed|ing)?|endors(?:es|ed|ing)|"
    r"support(?:s|ed|ing)?|return(?:ed|ing)|reinstat(?:ed|ing)|join(?:s|ed|ing)?|reject(?:ed|ing)|pip(?:s|ped|ping)|"
    r"trounc(?:ed|ing)|off|out|only|than)(?: [a-z'-]+| [FBSDQ]\d+(?:[-'][a-z]+)?){0,6}(?: (?:activist|secretary|"
    r"leader|chair|councillor|mp|minister|member|candidate|officer|organiser|president|director|lawyer|colleague|"
    r"rival|incumbent|critic|ally),)? $"
)
BREAK = re.compile(
    r"(?:, (?:and |but |while |as |with |whereas |although |though |so )?|;|:| – | (?:and|but|while|whereas|although|"
    r"that|which) )(?:(?:the|an?|its|their|his|her|this|these|those|other|others|all|most|several|some|many|no|"
    r"candidates?|members|labour|voters|delegates|left|right|q\d)\b|[FBQ]\d)"
)
"""Where another thing than the person begins to be spoken of."""

APPOSED = re.compile(
    r"^,? (?:also )?(?:an?|the|who (?:is|was|has|had|are|were|have)|whose|[QN]\d+ of|(?:former |deputy )?(?:secretary|"
    r"leader|chair|member|councillor|convenor|mayor|mp|president|treasurer|organiser)) [^,;:L]{1,120}?,(?= )"
)
_RELATIVE = re.compile(r"^(?: since D\d+)?,?(?: –)? (?:both |all |[QN]\d+ )?(?:of )?(?:who|whose|whom)\b")
_CLOSE = re.compile(
    r"^(?:,? (?:who|and|both|all|duly|also|again|each|narrowly|comfortably|easily|only|just|then|now|themselves|is|"
    r"are|was|were|has|have|had|been|being|not|both|he|she|they|of whom))*,? ?$"
)
_PRONOUN = re.compile(
    r"\b(?:he|she|they|both|the pair|the duo|the trio|all of them|the two|the latter|the former)\b"
)


def subject(ground: Ground, at: int) -> tuple[str, ...]:
    """Of whom the verb at a place of the text speaks; nobody where that is not plain."""
    text = ground.text
    before = text[max(0, at - NEAR) : at]
    for one in reversed(list(L.finditer(before))):
        between = before[one.end() :]
        if re.match(r"'(?!s? (?:candidacy|campaign|bid|nomination|name)\b)", between):
            continue
        is_object = OBJECT.search(before[max(0, one.start() - 110) : one.start()])
        if _RELATIVE.match(between) or (_CLOSE.match(between) and not (is_object and "," in between)):
            return ground.shape.keys[one[0]]
        if is_object:
            continue
        if between.startswith(", ") and re.search(r",(?: (?:has|have|had|was|were|is|are|also))* $", between):
            return ground.shape.keys[one[0]]
        if BREAK.search(APPOSED.sub("", between)):
            return _by_pronoun(ground, between)
        return ground.shape.keys[one[0]]
    return _by_pronoun(ground, before)


def _by_pronoun(ground: Ground, before: str) -> tuple[str, ...]:
    """Who `she` or `the latter` is: of whom was spoken last."""
    said = list(_PRONOUN.finditer(before))
    if (
        not said
        or not ground.head
        or L.search(before[said[-1].end() :])
        or BREAK.search(before[said[-1].end() :])
    ):
        return () if not (ground.offset and re.match(r"\s*(?:both |also |and )*$", before)) else ground.head
    word = said[-1][0]
    if word == "the latter":
        return ground.head[-1:]
    if word == "the former":
        return ground.head[:1]
    many = word not in ("he", "she")
    return ground.head if many == (len(ground.head) > 1) else ()


def following(ground: Ground, at: int, most: int = 7) -> tuple[str, ...]:
    """The persons named right after a place, with at most some words of office between."""
    found = re.match(
        rf"(?:,? [a-z'-]+| [FBSDQ]\d+(?:[-'][a-z]+)?| \([^)L]{{0,60}}\)){{0,{most}}},? (L\d+)\b(?!')",
        ground.text[at : at + 200],
    )
    return ground.shape.keys[found[1]] if found else ()
