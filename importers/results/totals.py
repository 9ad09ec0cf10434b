"""Rows and lines that count the ballot and no candidate."""

from __future__ import annotations

import re

from db.matching import words_of

_TOTAL = re.compile(
    r"(?:grand |sub ?|overall )?totals?"
    r"(?: (?:valid|votes?|poll|ballots?|cast|number|electorate|turnout|first|in|of|for|all)\b.*)?"
    r"|turnout.*|(?:number of )?(?:spoil(?:t|ed)|invalid|rejected|void|blank)(?: (?:votes?|ballots?|papers?).*)?"
    r"|(?:total )?valid(?: (?:votes?|ballots?|poll|papers?).*)?|electorate.*|eligible (?:voters|electors|members).*"
    r"|(?:votes?|ballots?)(?: (?:cast|returned|counted|issued|papers).*)?|quota|majority|sum|swing"
    r"|non ?transferable.*|exhausted.*|ballot papers.*|number of (?:votes|ballots|voters|members).*|(?:vote )?percentage poll"
)


def is_total(text: str) -> bool:
    """Whether a text heads a total: `Turnout`, `Valid votes`, `Spoilt papers`."""
    return len(text) <= 80 and _TOTAL.fullmatch(" ".join(words_of(text))) is not None
