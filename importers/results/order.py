"""What a pasted line of headings says of the figures below it, where nothing but blanks parts the headings."""

from __future__ import annotations

import re
from typing import NamedTuple

from importers.results.headings import heading

TITLE = 160
"""Signs; a longer line above a result is prose."""

_KIND = r"(vote share|share of (?:the )?votes?|votes?|share|%)"
_YEAR = r"(previous|last|(?:19|20)\d\d)"
_YEAR_FIRST = re.compile(rf"(?:{_YEAR}\s+)?{_KIND}", re.I)
_YEAR_LAST = re.compile(rf"{_KIND}(?:\s+{_YEAR})?", re.I)
_OUTCOME = re.compile(r"\b(?:elected|result|outcome)\b", re.I)
_STAGE = re.compile(r"\b(?:round|stage|count|pref(?:erence)?) \d{1,2}\b", re.I)
"""Headings of the counts of a transferable vote, of which the first are the votes."""


class Order(NamedTuple):
    """Roles of the figures in their order (`other_` for none of these), `outcome` last; the year at hand and that before."""

    roles: tuple[str, ...] = ()
    year: str = ""
    before: str = ""


def order_of(text: str) -> Order:
    """The figures by a line of headings, as `Name 2014 vote 2012 vote` or `Round 1 Round 2`; no roles for others."""
    if len(text) > TITLE:
        return Order()
    if len(stages := _STAGE.findall(text)) > 1:
        later = (f"other_{number}_votes" for number in range(1, len(stages)))
        return Order(("votes", *later))
    if heading(text.split(" ")[0]).role not in ("name", "rank"):
        return Order()
    first = _YEAR_FIRST.search(text)
    if first and first[1]:
        found = [(one[1], one[2]) for one in _YEAR_FIRST.finditer(text)]
    else:
        found = [(one[2], one[1]) for one in _YEAR_LAST.finditer(text)]
    kinds = [
        (year or "", "votes" if kind.casefold() in ("vote", "votes") else "share") for year, kind in found
    ]
    years = sorted({year for year, _ in kinds if year.isdigit()}, reverse=True)
    latest, before = (*years, "", "")[:2]
    prefixes = {"previous": "previous_", "last": "previous_", before: "previous_", latest: "", "": ""}
    roles = tuple(f"{prefixes.get(year.casefold(), 'other_')}{kind}" for year, kind in kinds)
    ends = ("outcome",) if roles and _OUTCOME.search(text) else ()
    return Order((*roles, *ends), latest, before)


NO_ORDER = Order()
