"""Which contest a statement belongs to: body, section and date, from its own words, else from what was spoken of before."""

from __future__ import annotations

import re
from typing import NamedTuple

from importers.known import Known
from importers.prose.shape import Shape

Seat = tuple[str, str]
"""Keys of a body and its section; blank where unknown."""

_ELECTIONS = re.compile(
    r"\belections?(?:'s)?(?: [a-z'-]+){0,3} (?:to|for|of|on)(?: [a-z'-]+){0,4} (B\d+)|"
    r"(B\d+)(?: [a-z'-]+){0,2} elections?\b"
)
_UP = re.compile(
    r"(?:the |labour's |also )*(B\d+)()\b[^.;:BL]{0,100}\b(?:up for (?:re-)?election|being elected|is elected|"
    r"are elected)\b"
)
_BACK = re.compile(
    r"\b(?:in|since|back in|of|after|during|for|the|by|until|from|last in|elections in|"
    r"contested in)(?: the)? (D\d+)\b|(D\d+) elections?\b"
)
_OFFICE = re.compile(
    r"\b(?:elected|re-elected|won election)(?: as)?(?: its| the| national)? (chair|treasurer|officers)\b"
)
_BEFORE = re.compile(r"[,;:–]| that it | that they | when ")
_OPENING = re.compile(
    r"^(?:back |even |already )?(?:in|at|during|after|since|the last time|when)\b[^,;:L]{0,120}?(D\d+)\b[^,;:L]{0,60},"
)


BODIES = re.compile(r"B\d+(?!\d| (?:[a-z-]+ )?(?:members?|vice-chair|co-chair|chair|officers?)\b)")
"""Bodies, but not those that only say whose member a person is."""


_ELSEWHERE = re.compile(
    r"\b(?:mayoral|mayors?|by-elections?|leadership (?:election|contest|race|ballot)|deputy leader(?:ship)?|"
    r"general election|local elections?|council elections?|parliamentary (?:selection|candidate|seat)s?|(?:de|"
    r"re)?selected|selections?|westminster|holyrood|senedd|referendum)\b"
)
_HEADING = re.compile(
    r"(?:[a-z'-]+ ){0,2}(B\d+)(?: \([^)]{0,20}\))?(?: (?:elections?|results?|candidates|nominations|ballot|slate))*:?"
)


class Place(NamedTuple):
    """A contest: where, and when if another date is said than that of the article."""

    body: str
    section: str
    date: str = ""


def seats_in(shape: Shape, known: Known, current: Seat, main_body: str) -> list[tuple[int, Seat]]:
    """Where in a shape sections are named, each with the body that it belongs to."""
    found = []
    bodies = [(one.start(), shape.keys[one[0]][0]) for one in BODIES.finditer(shape.text)]
    for one in re.finditer(r"S\d+", shape.text):
        places = [place.split("/") for place in shape.keys[one[0]]]
        body = _body(
            shape.text, one.start(), one.end(), bodies, {at for at, _ in places}, (current[0], main_body)
        )
        section = next((key for at, key in places if at == body), "")
        if section:
            found.append((one.start(), (body, section)))
    return sorted([*found, *_offices(shape, known)])


def _offices(shape: Shape, known: Known) -> list[tuple[int, Seat]]:
    """Sections of one office: `elected as chair of the B`, `the B, with L elected chair`."""
    found = []
    for one in _OFFICE.finditer(shape.text):
        bodies = [shape.keys[sign][0] for sign in re.findall(r"B\d+", shape.text)]
        seats = [(body, one[1]) for body in bodies if (body, one[1]) in known.sections]
        found += [(one.start(), seats[-1])] if seats else []
    return found


def _body(
    text: str, start: int, end: int, bodies: list[tuple[int, str]], fitting: set[str], others: tuple[str, ...]
) -> str:
    """The body of a section: `CLP section on the B`, `the B's CLP section`, else the nearest, else the one spoken of."""
    after = [
        key
        for at, key in bodies
        if 0 <= at - end <= 60 and re.match(r" (?:[a-z'-]+ )*(?:of|on|in|to|for|at)\b", text[end:at])
    ]
    before = [key for at, key in bodies if 0 <= start - at <= 30]
    near = sorted(bodies, key=lambda one: abs(one[0] - start))
    for key in (*before[-1:], *after[:1], *(key for _, key in near), *others):
        if key in fitting:
            return key
    return next(iter(fitting)) if len(fitting) == 1 else ""


def elected_to(shape: Shape) -> str:
    """The body whose elections a sentence speaks of; blank where it names none."""
    found = _ELECTIONS.search(shape.text) or _UP.match(shape.text)
    return shape.keys[found[1] or found[2]][0] if found else ""


def elsewhere(shape: Shape) -> bool:
    """Whether a sentence speaks of elections to other things: of mayors, members of parliament, a party's leader."""
    return _ELSEWHERE.search(shape.text) is not None and not re.search(r"[BS]\d", shape.text)


def heading(shape: Shape) -> str:
    """The body that a line names which is no sentence but a heading; blank for any other."""
    found = _HEADING.fullmatch(shape.text.strip())
    return shape.keys[found[1]][0] if found else ""


def year_at(shape: Shape, text: str, at: int) -> str:
    """The date that is said in the clause around a place, or at the opening of its sentence; blank where none is.

    Args:
        shape: of the sentence.
        text: the sentence, or the aside in it, in which the place is counted.
        at: the place.
    """
    opening = _OPENING.match(text)
    if opening:
        return _past(shape, opening[1])
    start = max((one.end() for one in _BEFORE.finditer(text[:at])), default=0)
    end = next((one.start() for one in _BEFORE.finditer(text, at)), len(text))
    found = _BACK.search(text[start:end])
    return _past(shape, found[1] or found[2]) if found else ""


def _past(shape: Shape, sign: str) -> str:
    date = shape.keys[sign][0]
    return "" if date.startswith("-") else date


def sentence_year(shape: Shape) -> str:
    """The date of the contest of which a whole sentence speaks: `the 2022 elections`, `back in 2021`; blank where none is."""
    found = _OPENING.match(shape.text) or re.match(
        r"(?:in )?(?:the )?(D\d+)(?: [a-z'-]+| [BS]\d+){0,3} (?:elections?|contest)\b", shape.text
    )
    return _past(shape, found[1]) if found else ""


def held_since(shape: Shape, people: tuple[str, ...]) -> str:
    """The date behind names that are said to have held their seats since; blank where none is."""
    for sign, names in shape.keys.items():
        if sign[0] == "L" and names == people:
            found = re.search(rf"\bheld by {sign} since (D\d+)", shape.text)
            return _past(shape, found[1]) if found else ""
    return ""
