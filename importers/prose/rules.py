"""Seats, quotas, nominations and dates of a contest as a sentence words them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from importers.prose.shape import Shape

MOST_SEATS = 100


class Ruling(NamedTuple):
    """Something that a sentence says of a contest; dates may lack their year."""

    field: str
    value: str | int
    at: int


_SEAT = r"(?:S\d+|seats?|places?|posts?|positions?|representatives|reps|vacancies|vacancy|members)"
_SEATS = (
    re.compile(
        rf"\b(?:the|all|fill|filling|for|are|elects?|electing|has|have|contest|"
        rf"with) ([QN]\d+)(?: of)?(?: the)?(?: [a-z-]+){{0,2}} {_SEAT}\b"
    ),
    re.compile(rf"\b[QN]\d+ (?:out )?of (?:the )?([QN]\d+)(?: [a-z-]+){{0,2}} {_SEAT}\b"),
    re.compile(
        rf"\b([QN]\d+)(?: [a-z-]+){{0,2}} {_SEAT}(?: [a-z]+){{0,3}} (?:to be (?:elected|filled)|up for (?:grabs|"
        rf"election)|available|at stake|contested)\b"
    ),
)
_PART = re.compile(
    r"\b(?:won|gained|lost|took|secured|retained|kept|further|other|remaining|more|first|last) $"
)
_QUOTA = re.compile(
    r"\b(?:at least|no fewer than|not fewer than|a minimum of) [QN]\d+ (?:of (?:which|whom|them|these|those|"
    r"the [QN]\d+)|(?:places?|seats?|positions?))[^,.;:]{0,20} (?:must|have to|has to|should|are to|will|shall|"
    r"need to|be|go)\b[^,.;:]{0,40} (?:women|a woman|female|ethnic minority|bame|men)\b(?: candidates| members)?"
)
_NEEDED = re.compile(
    r"\b(?:at least|a minimum of|no fewer than) ([QN]\d+)(?: [a-z-]+){0,3} nominations\b|"
    r"\bnominations from at least ([QN]\d+)\b|\b(?:needs?|requires?|must (?:receive|have|secure|"
    r"get)) ([QN]\d+)(?: [a-z-]+){0,3} nominations\b"
)
_OPEN = re.compile(
    r"\bnominations?\b[^.;D]{0,60}\bopen(?:ed|s|ing)?\b[^.;]{0,90}?\b(?:on|in|from) (?:the )?(D\d+)"
)
_CLOSE = re.compile(
    r"\bnominations?\b[^.;]{0,120}?\bclos(?:e|es|ed|ing)\b(?: [a-z]+){0,3} (?:on|in|at) (?:the )?(D\d+)"
)
_UNTIL = re.compile(
    r"\b(?:have|has|had) until (?:the )?(D\d+) to (?:nominate|make nominations|submit nominations)"
)
_PERIOD = re.compile(r"\bnominations?\b[^.;]{0,60}\b(?:from|between) (D\d+) (?:to|until|and|till) (D\d+)")
_BALLOT = re.compile(
    r"\b(?:ballot|voting|vote)s?\b,? (?:which |that )?(?:will |would |is due to |is to |took |takes |is |"
    r"was )?(?:take |taking |be )?(?:place|held|run|runs|happen)?\b(?: [a-z]+){0,2} (?:in|on|from|during|"
    r"between) (D\d+)(?: (?:to|until|and|till) (D\d+))?"
)
_BALLOT_OPENS = re.compile(
    r"\b(?:ballot|voting|ballots)\b[^.;D]{0,40}\b(?:opens?|opened|begins?|began|starts?|"
    r"started)\b(?: [a-z]+){0,2} (?:on|in) (?:the )?(D\d+)"
)
_BALLOT_CLOSES = re.compile(
    r"\b(?:ballot|voting|ballots)\b[^.;]{0,100}?\b(?:closes?|closed|ends?|ended)\b(?: [a-z]+){0,3} (?:on|in|at) (D\d+)"
)
_VOTED_TODAY = re.compile(r"\bvoting\b[^.;]{0,60}\b(?:took|takes|is taking|will take) place\b")
_RANKED = re.compile(
    r"\b(?:moved|switched|changed|change|moving|switch)\b[^.;]{0,80}? to ((?:[a-z]+ )"
    r"?ranking candidates in order of preference|(?:the )?single transferable vote)"
)
_DELEGATES = re.compile(
    r"\bvotes (?:respectively )?from ((?:[a-z]+ ){0,3}(?:delegates|delegations)(?: at (?:this year's |"
    r"the )?(?:annual )?conference)?)|\belected by ((?:[a-z']+ ){0,2}delegates)\b"
)

PENDING = re.compile(
    r"\b(?:voting has now closed|voting (?:has )?closed|(?:ballot|voting|election|"
    r"elections)\b[^.;]{0,60}\bwill (?:take place|open|begin|be held|be counted)|in this year's elections to|"
    r"results (?:are|will be) (?:expected|announced)|are (?:backing|supporting)|is (?:backing|supporting)|"
    r"is restanding|was restanding)\b"
)
"""Words of a contest that is not decided yet."""


def rulings(shape: Shape) -> Iterator[Ruling]:
    """What a sentence says of the rules and dates of a contest."""
    for find in (_seats, _quota, _needed, _dates, _others):
        yield from find(shape)


def _seats(shape: Shape) -> Iterator[Ruling]:
    for pattern in _SEATS:
        for one in pattern.finditer(shape.text):
            if "S" not in shape.text[: one.end() + 40]:
                continue
            seats = int(float(shape.keys[one[1]][0]))
            if 0 < seats <= MOST_SEATS and not _PART.search(
                shape.text[max(0, one.start(1) - 12) : one.start(1)]
            ):
                yield Ruling("seats", seats, one.start())


def _quota(shape: Shape) -> Iterator[Ruling]:
    for one in _QUOTA.finditer(shape.text):
        yield Ruling("quota_rule", shape.printed(one.start(), one.end()), one.start())


def _needed(shape: Shape) -> Iterator[Ruling]:
    for one in _NEEDED.finditer(shape.text):
        yield Ruling("nominations_needed", shape.keys[one[1] or one[2] or one[3]][0], one.start())


def _dates(shape: Shape) -> Iterator[Ruling]:
    text = shape.text
    pairs = (
        (_UNTIL, ("nominations_close",)),
        (_OPEN, ("nominations_open",)), (_CLOSE, ("nominations_close",)), (_PERIOD, ("nominations_open", "nominations_close")),
        (_BALLOT_OPENS, ("ballot_open",)), (_BALLOT_CLOSES, ("ballot_close",)), (_BALLOT, ("ballot_open", "ballot_close")),
    )  # fmt: skip
    for pattern, fields in pairs:
        for one in pattern.finditer(text):
            signs = [sign for sign in one.groups() if sign]
            keys = [key for sign in signs for key in shape.keys[sign]]
            span = [keys[0], keys[-1]] if len(fields) == 2 else keys[:1]
            for field, key in zip(fields, span, strict=True):
                yield Ruling(field, key, one.start())


def _others(shape: Shape) -> Iterator[Ruling]:
    for one in _RANKED.finditer(shape.text):
        yield Ruling("method", shape.printed(one.start(1), one.end(1)), one.start())
    for one in _DELEGATES.finditer(shape.text):
        group = 1 if one[1] else 2
        yield Ruling("electorate_words", shape.printed(one.start(group), one.end(group)), one.start())
    for one in _VOTED_TODAY.finditer(shape.text):
        yield Ruling("ballot_day", "", one.start())
