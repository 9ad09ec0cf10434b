"""Signs and bold type at the names of candidates, and the legends that say what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from importers.results.result import Doubt, Found

BOLD: Final = "bold"
LONGEST: Final = 100
"""Signs; a longer text is no legend."""

_SIGN = r"[*†‡§#^✓✔☑✅❌✗✘]"
_TICKS: Final = {**dict.fromkeys("✓✔☑✅", "elected"), **dict.fromkeys("❌✗✘", "not elected")}
_FIRST = re.compile(r"^(?:(?P<tick>[✓✔☑✅❌✗✘])\ufe0f?\s*|(?P<sign>[*†‡§]+)(?=[^\W\d_]))")
_LAST = re.compile(rf"(?P<sign>{_SIGN}+)\ufe0f?$")
FOOTNOTE: Final = re.compile(r"(?:\s?\[(?:\d{1,3}|[a-z]|note \d{1,2})\])+$|(?<=[^\W_])[¹²³⁰⁴-⁹]+$", re.I)
"""The number of a note behind a name or a figure."""

_LINK = r"\s*(?:[=:–—-]|denotes|indicates|marks|means|shows|for)?\s*"
_ELECTED = (
    r"(?:(?:duly |re-?)?elected|winners?|successful|winning|those elected)(?: (?:candidates?|members?))?"
)
_SITTING = r"(?:(?:a |the )?(?:sitting|incumbent|current|existing)(?: (?:members?|candidates?|representatives?))?|incumbents?)"
_WITHDRAWN = r"withdr(?:awn|ew)(?: candidates?)?"
_MEANS = rf"(?:(?P<elected>{_ELECTED})|(?P<sitting>{_SITTING})|(?P<withdrawn>{_WITHDRAWN}))"
_BORNE = rf"(?:(?P<word>bold|asterisk|dagger|tick)(?: (?:type|text|face))?|\(?(?P<sign>{_SIGN}{{1,3}})\)?)"
_SHOWN = r"(?:(?:are|is|were|was|have been|who|shown|marked|highlighted|printed|named|given|indicated|in|by|with|an?|the) )*"
_LEGENDS: Final = tuple(
    re.compile(words, re.I)
    for words in (
        rf"{_BORNE}{_LINK}{_SHOWN}{_MEANS}[\s.)]*",
        rf"(?:those|candidates?|names?|members?|people) {_SHOWN}{_BORNE} {_SHOWN}{_MEANS}[\s.)]*",
        rf"\(?{_MEANS}[\s,:=]*{_SHOWN}{_BORNE}(?: \(?{_SIGN}\)?)?[\s.)]*",
    )
)
_BRACKET = re.compile(r"\(([^()]{4,100})\)")
_WORDED: Final = {"asterisk": "*", "dagger": "†", "tick": "✓"}


class Legend(NamedTuple):
    """What a sign means: an outcome, or that the candidate sits already where that is empty."""

    outcome: str
    origin: str


Legends = Mapping[str, Legend]


class Marked(NamedTuple):
    """A candidate and the signs printed at the name or the figures."""

    found: Found
    signs: frozenset[str]


def legends(lines: Iterable[tuple[str, str]]) -> dict[str, Legend]:
    """The signs that texts explain, alone or in brackets; each text with its place."""
    known: dict[str, Legend] = {}
    for text, origin in lines:
        for sign, meant in _explained(text) or in_brackets(text):
            known.setdefault(sign, Legend(meant, origin))
            if sign == BOLD:
                known.setdefault("**", Legend(meant, origin))
    return known


def in_brackets(text: str) -> list[tuple[str, str]]:
    """The signs that a bracket in a longer text explains: `The results (elected candidates in bold):`."""
    return [one for inside in _BRACKET.findall(text) for one in _explained(inside)]


def is_legend(text: str) -> bool:
    """Whether a text does nothing but explain signs."""
    return bool(_explained(text))


def _explained(text: str) -> list[tuple[str, str]]:
    if len(text) > LONGEST:
        return []
    said: list[tuple[str, str]] = []
    for piece in re.split(r"\s*[,;]\s*", text):
        found = next((one for pattern in _LEGENDS if (one := pattern.fullmatch(piece))), None)
        if found is None:
            return []
        word = (found["word"] or "").casefold()
        meant = "elected" if found["elected"] else "withdrawn" if found["withdrawn"] else ""
        said.append((_WORDED.get(word, word) or found["sign"], meant))
    return said


def signs_at(*texts: str) -> Iterator[str]:
    """The signs before and behind texts; a star that is parted from the name by a blank is a bullet."""
    for text in texts:
        if first := _FIRST.match(text):
            yield first["tick"] or first["sign"]
        if last := _LAST.search(text.rstrip(" .,;:")):
            yield last["sign"]


def applied(
    marked: Sequence[Marked], known: Legends, place: str
) -> tuple[tuple[Found, ...], tuple[Doubt, ...]]:
    """The candidates with what their signs mean, and a doubt at the place for each sign that nothing explains.

    A sign that all candidates bear tells nothing, unless a legend explains it.  Ticks and crosses need no legend.
    """
    doubts: list[Doubt] = []
    found = [one.found for one in marked]
    borne = {sign for one in marked for sign in one.signs}
    for sign in sorted(borne):
        bearers = [at for at, one in enumerate(marked) if sign in one.signs]
        apart = len(bearers) < len(marked)
        if sign in known or (sign in _TICKS and apart):
            meant = known[sign] if sign in known else Legend(_TICKS[sign], "")
            for at in bearers:
                found[at], problem = _meaning(found[at], sign, meant)
                doubts += problem
        elif apart and not any(one.outcome for one in found):
            shown = "in bold" if sign == BOLD else f"with {sign}"
            names = f"{len(bearers)} of {len(marked)} candidates"
            doubts.append(
                (place, f"Found {names} {shown}, which may mark the elected; expected a legend that says so.")
            )
    return tuple(found), tuple(doubts)


def _meaning(one: Found, sign: str, meant: Legend) -> tuple[Found, list[Doubt]]:
    if not meant.outcome:
        return one._replace(sitting=True), []
    if one.outcome and one.outcome != meant.outcome:
        words = f"{one.name} is {one.outcome} in words and {meant.outcome} by {sign}; expected one outcome."
        return one, [(one.origin, words)]
    return one._replace(outcome=meant.outcome), []
