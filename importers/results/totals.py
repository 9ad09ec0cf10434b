"""Rows and lines that count the ballot and no candidate, and which count of it they are."""

from __future__ import annotations

import re
from typing import Final

from db.matching import words_of

_TOTAL = re.compile(
    r"(?:[\w&]+ ){1,3}(?:sub ?)?totals?|totals?(?: [^\W\d]+){1,4}|"
    r"(?:grand |sub ?|overall )?totals?"
    r"(?: (?:valid|votes?|poll|ballots?|cast|number|electorate|turnout|first|in|of|for|all)\b.*)?"
    r"|turnout.*|(?:number of )?(?:spoil(?:t|ed)|invalid|rejected|void|blank)(?: (?:votes?|ballots?|papers?).*)?"
    r"|(?:total )?valid(?: (?:votes?|ballots?|poll|papers?).*)?|electorate.*|eligible (?:voters|electors|members).*"
    r"|(?:votes?|ballots?)(?: (?:cast|returned|counted|issued|papers).*)?|quota|majority|sum|swing"
    r"|non ?transferable.*|exhausted.*|ballot papers.*|number of (?:votes|ballots|voters|members).*|(?:vote )?percentage poll"
)

_COUNT = r"(?:(?:the|total|number of|no of|all|overall) )*"
_PAPERS = r"(?:ballots?|(?:ballot |voting )?papers?)"
_SPOILT = r"(?:spoil(?:t|ed)|invalid|rejected|void|blank)"
_SORTS: Final[tuple[tuple[str, str], ...]] = (
    (
        "turnout",
        r"(?:percentage |reported |overall |voter )?turnout(?: percentage)?|(?:vote )?percentage poll",
    ),
    (
        "electorate",
        rf"{_COUNT}(?:electorate|electors|(?:eligible|registered|entitled) (?:voters|electors|members|electorate))"
        r"(?: on (?:the )?roll)?|(?:members|those) (?:eligible|entitled) to vote",
    ),
    (
        "spoilt",
        rf"{_COUNT}{_SPOILT}(?: (?:or|and) {_SPOILT})?(?: (?:votes?|{_PAPERS}))?"
        rf"|{_COUNT}(?:votes|{_PAPERS})(?: found to be)? {_SPOILT}",
    ),
    ("issued", rf"{_COUNT}{_PAPERS} (?:issued|sent(?: out)?|distributed|despatched|dispatched)"),
    (
        "valid_votes",
        rf"{_COUNT}valid(?: (?:votes?|poll|vote|{_PAPERS}))?(?: cast| counted| to be counted)?|{_COUNT}votes valid",
    ),
    (
        "ballots",
        rf"{_COUNT}{_PAPERS}(?: (?:returned|cast|received|counted|verified))?|total poll|votes returned"
        rf"|{_COUNT}(?:voters|(?:voters|members) (?:voting|who voted|voted))",
    ),
    ("quota", r"(?:the |droop |hare )?quota(?: to be elected)?"),
    (
        "seats",
        rf"{_COUNT}(?:seats|vacancies|places|posts|positions)"
        r"(?: (?:to be filled|to fill|available|vacant|to be elected|contested))?|(?:number )?to be elected",
    ),
    ("votes_per_ballot", rf"votes (?:per|for each) (?:{_PAPERS}|voter|member)"),
    (
        "total",
        r"(?:grand |overall )?totals?(?: (?:number of |of )?votes?)?(?: cast| counted)?|votes cast|sum",
    ),
)
_NOBODY = re.compile(
    r"ron|re ?open(?:ing)? (?:the )?nominations?(?: ron)?|none of the above|write ?ins?|others?|nobody"
)
_COMPILED = tuple((sort, re.compile(words)) for sort, words in _SORTS)


def is_total(text: str) -> bool:
    """Whether a text heads a total: `Turnout`, `Valid votes`, `Spoilt papers`."""
    if not 0 < len(text) <= 80 or text[0].isdigit():
        return False
    return _TOTAL.fullmatch(" ".join(words_of(text))) is not None or bool(counted(text))


def counted(text: str) -> str:
    """What a label counts: a field of a result or one of its counts; blank where it counts nothing that is known."""
    if not text or len(text) > 80 or text[0].isdigit():
        return ""
    words = " ".join(words_of(text))
    if _NOBODY.fullmatch(words):
        return "nobody"
    return next((sort for sort, pattern in _COMPILED if pattern.fullmatch(words)), "")
