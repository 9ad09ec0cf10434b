"""What stands in place of a name in OpenElections' files and is none: totals, counts of ballots, votes for nobody."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from db.matching import words_of

ELECTORATE: Final = "electorate"
BALLOTS: Final = "ballots"
NOBODY: Final = "nobody"
ANSWER: Final = "answer"

_KINDS: Final = (
    (
        ELECTORATE,
        r"(?:total )?(?:registered voters?|voters registered|voter registration|registration)(?: totals?)?",
    ),
    (BALLOTS, r"(?:total )?ballots cast(?: totals?)?|total ballots|ballots"),
    (
        NOBODY,
        r"scatter(?:ing|ed)?"
        r"|(?:valid |(?:in|un)\w+ |not assigned |total |other |all )?write ?ins?(?: votes?| totals?| candidates?)?"
        r"|(?:total )?(?:over|under) ?votes?|blanks?(?: votes?| ballots?| void)?|voids?(?: votes?| ballots?)?"
        r"|(?:totals?|contest totals?|cast)(?: votes?(?: cast)?)?|(?:registered voters?|ballots cast|ballots) .*"
        r"|times (?:counted|blank voted|over voted)|no candidates?(?: filed)?|none of (?:these|the above).*|(?:all )?others?"
        r"|rejected(?: .*)?|unofficial totals?|votes?|voters|turnout(?: .*)?|straight party(?: .*)?",
    ),
    (
        ANSWER,
        r"(?:bonds? |levy |tax )?(?:yes|no)|for|against|approved?|reject|retain|do not retain|for the .*|against the .*",
    ),
)
_COMPILED: Final = tuple((kind, re.compile(words)) for kind, words in _KINDS)
_TOTAL: Final = re.compile(r"(?:.{0,40} )?totals?")
_TWO: Final = re.compile(r"\S\s*(?:/|&|\band\b)\s*\S", re.I)


@lru_cache(maxsize=10_000)
def kind(text: str) -> str:
    """What a text in the column of offices or of candidates stands for; empty for an office and for a person."""
    plain = " ".join(words_of(text[:100]))
    return next((kind for kind, words in _COMPILED if words.fullmatch(plain)), "")


def is_total(place: str) -> bool:
    """Whether the name of a precinct, town or county heads a total."""
    return "otal" in place.casefold() and _TOTAL.fullmatch(" ".join(words_of(place[:100]))) is not None


def is_ticket(name: str) -> bool:
    """Whether a name is that of two persons who stand together."""
    return _TWO.search(name) is not None
