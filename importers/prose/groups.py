"""What a sentence says of candidates whom it does not name: `the four Momentum-backed candidates`, `candidates backed by X`.

It is told of persons only where the same article names as many of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from importers.prose.claims import Ground, Value


class GroupClaim(NamedTuple):
    """One statement of the candidates of a faction in the elections to a body."""

    factions: tuple[str, ...]
    """Keys of the factions whose candidates are meant."""
    number: int | None
    """How many they are; None for all who were elected."""
    field: str
    """`sitting`, `endorsement`, `fellows` for an endorsement of those whom a table of the article names, `won` where they
    won so many places, or `winners` where the candidates of a faction won all that was contested."""
    value: Value
    but: tuple[str, ...] = ()
    """Who is one of them but not meant: `her two fellow candidates`."""


_COUNT = r"(?:(?P<count>[QN]\d+|both) )"
_SITTING = re.compile(
    rf"(?P<faction>F\d+) (?:[a-z]+ ){{1,4}}{_COUNT}(?:sitting )?candidates\b[^.;:]*?,? all (?:[QN]\d+ )"
    rf"?of whom are (?:already )?(?:sitting|current|incumbent)"
)
_OBJECT = re.compile(
    rf"(?P<backer>F\d+)[^.;:FL]{{0,60}}\b(?:support|back|endors)(?:s|ed|es|"
    rf"ing)? (?:all )?(?:the )?(?:same )?{_COUNT}(?P<faction>F\d+)-(?:backed|endorsed|supported) candidates"
)
_FELLOWS = re.compile(
    rf"\b(?:they|it)\b[^.;:F]{{0,30}}\b(?:support|back|endors)(?:s|ed|es|ing|e)?\b[^.;:F]{{0,60}}\b(?:her|his|"
    rf"their) {_COUNT}fellow "
    r"(?P<faction>F\d+) candidates?\b"
)
_WON = re.compile(
    r"(?P<faction>F\d+) (?:slate|ticket|candidates)?,? ?(?:which |who |has |have )?(?:won|took|secured|"
    r"gained) (?:R\d+ of the (?:[a-z]+ )?votes? and )?(?P<count>[QN]\d+) (?:out )?of (?:the )?[QN]\d+ (?:places|seats|"
    r"posts|positions|S\d+)"
)
_WINNERS = re.compile(
    r"\bcandidates (?:who were )?(?:backed|endorsed|supported|run|put forward) by (?:[a-z-]+ ){0,4}(?P<faction>F\d+)"
    r" (?:have |had )?(?:[a-z]+ly )?(?:beaten|beat|defeated|swept|won all|thrashed|trounced|routed|seen off)\b"
)


def group_claims(ground: Ground) -> Iterator[GroupClaim]:
    """All that a sentence says of groups."""
    keys = ground.shape.keys
    for one in _SITTING.finditer(ground.text):
        yield GroupClaim(keys[one["faction"]], _count(ground, one["count"]), "sitting", True)
    for one in _OBJECT.finditer(ground.text):
        for backer in keys[one["backer"]]:
            yield GroupClaim(keys[one["faction"]], _count(ground, one["count"]), "endorsement", backer)
    for one in _FELLOWS.finditer(ground.text):
        for backer in ground.faction:
            yield GroupClaim(
                keys[one["faction"]], _count(ground, one["count"]), "fellows", backer, ground.head
            )
    for one in _WON.finditer(ground.text):
        yield GroupClaim(keys[one["faction"]], _count(ground, one["count"]), "won", True)
    for one in _WINNERS.finditer(ground.text):
        yield GroupClaim(keys[one["faction"]], None, "winners", True)


def _count(ground: Ground, words: str) -> int:
    return 2 if words == "both" else int(float(ground.shape.keys[words][0]))
