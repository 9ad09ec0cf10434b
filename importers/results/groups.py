"""Words that head several candidates: a slate, who backs them, or that they were elected."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from importers.results.result import Backing, Found
from importers.results.totals import is_total

LONGEST: Final = 60
_ELECTED = re.compile(
    r"(?:the )?(?:duly |re-?)?elected(?: (?:candidates?|members?|were))?|(?:the )?winners?|successful(?: candidates?)?", re.I
)  # fmt: skip
_BEATEN = re.compile(
    r"(?:the )?(?:not elected|unsuccessful|defeated|losing|unelected)(?: (?:candidates?|were))?|runners?[- ]up",
    re.I,
)
_WITHDRAWN = re.compile(r"withdrawn(?: candidates?)?|withdrew", re.I)
_BACKED = re.compile(r"(?:candidates? )?(?:backed|supported|endorsed|recommended) by (?:the )?(\S.*)", re.I)
_SLATE = re.compile(
    r"(?:the )?(\S.*?)(?:['’]s)? (?:slate|ticket)|(?:slate|ticket|faction)\s*[:–—-]\s*(\S.*)", re.I
)
_NOBODYS = re.compile(r"independents?|non-?aligned|unaligned|no slate", re.I)
_OTHER = re.compile(
    r"\b(?:sections?|clps?|constituenc\w+|councillors?|regions?|regional|divisions?|wom[ae]n|men|youth|results?|stages?|rounds?"
    r"|counts?|continued|members?|unions?|wards?|areas?|committees?|elections?|tables?|pages?|notes?|sources?|candidates?|votes?"
    r"|representatives?|reps?|seats?|places?|positions?|posts?|part)\b",
    re.I,
)


class Group(NamedTuple):
    """What stands above several candidates and holds for each of them."""

    text: str
    origin: str
    slate: str = ""
    backer: str = ""
    outcome: str = ""
    certain: bool = True
    """False where the words may be a mere sub-title."""

    def joined(self, one: Found) -> Found:
        """The candidate with what the group says, as far as its own row says nothing else."""
        if self.slate and not one.slate:
            one = one._replace(slate=self.slate, certain=one.certain and self.certain)
        if self.outcome and not one.outcome:
            one = one._replace(outcome=self.outcome)
        if self.backer:
            one = one._replace(endorsements=(*one.endorsements, Backing(self.backer, self.origin)))
        return one


def group(text: str, origin: str, *, spanning: bool = False) -> Group | None:
    """The group that words head; None for other words.

    Args:
        text: the words, alone in their row or line.
        origin: where they stand.
        spanning: whether they stand so that they can hardly be anything but a heading; then any words may be a slate.
    """
    bare = text.strip(" :–—-*")
    if not bare or len(bare) > LONGEST or is_total(bare) or any(sign.isdigit() for sign in bare):
        return None
    for pattern, outcome in ((_ELECTED, "elected"), (_BEATEN, "not elected"), (_WITHDRAWN, "withdrawn")):
        if pattern.fullmatch(bare):
            return Group(text, origin, outcome=outcome)
    if backed := _BACKED.fullmatch(bare):
        return Group(text, origin, backer=backed[1])
    if slate := _SLATE.fullmatch(bare):
        return Group(text, origin, slate=slate[1] or slate[2])
    if _NOBODYS.fullmatch(bare):
        return Group(text, origin, slate=bare)
    if spanning and not _OTHER.search(bare):
        return Group(text, origin, slate=bare, certain=False)
    return None
