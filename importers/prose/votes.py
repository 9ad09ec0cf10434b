"""Votes, shares and nominations of persons as a sentence words them; margins and rough figures are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.prose.claims import Claim, Ground, following, subject
from importers.results.figures import LIMITS

LEAST = 100
"""A smaller number in brackets behind a name may be an age or a rank."""

People = tuple[str, ...]

_KIND = r"(?: (?:first[- ]preference|delegates?'?|members'?|card|valid|popular|individual|personal)){0,3}"
_VOTES = rf"{_KIND} (?:votes?|first preferences|preferences)"
_VERB = (
    r"(?:received|receiving|receives|polled|polling|polls|won|winning|wins|secured|securing|got|getting|took|taking|"
    r"gained|gaining|attracted|attracting|amassed|obtained|garnered|scored|collected|picked up|clocked up|chalked up|"
    r"had|has|with|on|earned|earning|notched up)"
)
_GIVEN = re.compile(
    rf"\b{_VERB} (?:a total of |exactly |a |her |his |their )?(N\d+)({_VOTES})?( respectively| each)?"
)
_NOT_VOTES = re.compile(r" (?:nominations?|seats?|members|per ?cent|more|fewer|ahead)\b")
_NOMINATED = re.compile(
    rf"\b{_VERB} (?:a total of |exactly )?([NQ]\d+)(?: (?:clp|constituency|local party|branch|union|"
    rf"valid))* nominations?"
)
_NOMINATED_BY = re.compile(
    rf"\b{_VERB} nominations from (N\d+) (?:clps|constituency|constituencies|local|branches)\b"
)
_SHARE = re.compile(
    rf"\b{_VERB} (?:just |only |exactly )?(R\d+)( respectively| each)?(?! (?:swing|turnout|higher|lower|increase|"
    rf"rise))"
)
_SHARE_ROSE = re.compile(
    r"\b(?:saw (?:his|her|their) )?(?:vote |voting )?share (?:rise|rose|rising|increase[ds]?|grow|grew|fall|fell|"
    r"falling|drop(?:ped)?|climb(?:ed)?|up|down) to (R\d+)"
)
_BY_PATTERN = (
    (_NOMINATED, "nominations"),
    (_NOMINATED_BY, "nominations"),
    (_SHARE, "share"),
    (_SHARE_ROSE, "share"),
)
_TO = re.compile(rf"\bby (N\d+)(?:{_VOTES})? to (?:his |her |their )?(N\d+)\b")
_OWN = re.compile(r"(L\d+)'s? (N\d+)\b")
_FOR = re.compile(rf"(N\d+)(?:{_VOTES})? (?:went to|for|were cast for|cast for) (?=L\d)")
_TO_OWN = re.compile(r"(N\d+) to (?=L\d+'s? N\d)")
_AGAINST = re.compile(
    r"\b(beat|beating|beats|(?:was |were )?defeat\w*|(?:was |were )?oust\w*|over|against|depos\w*|(?:was |"
    r"were )?unseat\w*|lost|loses|losing|(?:was |were )beaten)\b(?:(?!L\d)[^;:.]){0,60}(L\d+),? $"
)
_LOST = re.compile(r"(?:was|were|lost|loses|losing)\b")


def votes(ground: Ground) -> Iterator[Claim]:
    """All figures that a sentence gives of persons."""
    if not ground.offset:
        yield from _beside(ground)
    yield from _given(ground)
    yield from _pairs(ground)
    yield from _others(ground)


def _beside(ground: Ground) -> Iterator[Claim]:
    """Figures in brackets behind names."""
    for name, sign, at in ground.shape.beside:
        field = {"N": "votes", "R": "share"}.get(sign[0])
        value = _measured(ground.shape.keys[sign][0], field) if field and sign in ground.shape.keys else None
        if field and value is not None and (field == "share" or value >= LEAST or "vote" in ground.text):
            yield Claim((name,), field, (value,), at)


def _given(ground: Ground) -> Iterator[Claim]:
    in_votes = re.search(r"\bvotes?\b|\bpreferences\b", ground.shape.text)
    for one in _GIVEN.finditer(ground.text):
        close = re.search(r"L\d+,? $", ground.text[max(0, one.start() - 12) : one.start()])
        if (one[2] or one[3] or (in_votes and close)) and not _NOT_VOTES.match(ground.text, one.end()):
            yield from _figures(ground, "votes", one[1], subject(ground, one.start()), one.start())


def _pairs(ground: Ground) -> Iterator[Claim]:
    """`by 1,829 votes to 917`, and `Jane Doe's 1,829 to John Roe's 917`."""
    keys = ground.shape.keys
    for one in _TO.finditer(ground.text):
        winner, loser = _pair(ground, one.start())
        loser = loser or following(ground, one.end(), 3)
        high, low = sorted((one[1], one[2]), key=lambda sign: -float(keys[sign][0]))
        yield from _figures(ground, "votes", high, winner, one.start())
        yield from _figures(ground, "votes", low, loser, one.start(), winner)
    for one in _OWN.finditer(ground.text):
        yield from _figures(ground, "votes", one[2], keys[one[1]], one.start())
    for one in _TO_OWN.finditer(ground.text):
        yield from _figures(ground, "votes", one[1], subject(ground, one.start()), one.start())


def _pair(ground: Ground, at: int) -> tuple[People, People]:
    """Who won and who lost by the figures at a place."""
    start = max(0, at - 160)
    found = _AGAINST.search(ground.text[start:at])
    if not found:
        won = re.search(
            r"\b(?:won|elected|re-elected|victory|win|carried|lost)\b[^L]{0,40}$", ground.text[start:at]
        )
        return (subject(ground, at), ()) if won else ((), ())
    one, other = subject(ground, start + found.start()), ground.shape.keys[found[2]]
    return (other, one) if _LOST.match(found[1]) else (one, other)


def _others(ground: Ground) -> Iterator[Claim]:
    for one in _FOR.finditer(ground.text):
        yield from _figures(ground, "votes", one[1], following(ground, one.end() - 1, 0), one.start())
    for pattern, field in _BY_PATTERN:
        for one in pattern.finditer(ground.text):
            yield from _figures(ground, field, one[1], subject(ground, one.start()), one.start())


def _figures(
    ground: Ground, field: str, sign: str, people: People, at: int, partner: People = ()
) -> Iterator[Claim]:
    """Figures for persons, where there are as many of the one as of the other."""
    values = tuple(value for key in ground.shape.keys[sign] if (value := _measured(key, field)) is not None)
    if people and len(values) == len(people) == len(ground.shape.keys[sign]):
        yield Claim(people, field, values, ground.offset + at, partner)


def _measured(digits: str, field: str) -> int | float | None:
    """A figure within the limits of its field."""
    _, least, most = LIMITS[field]
    value = float(digits)
    if not least <= value <= most or (field == "nominations" and not value.is_integer()):
        return None
    return int(value) if field != "share" and value.is_integer() else value
