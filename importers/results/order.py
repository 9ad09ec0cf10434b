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


class Order(NamedTuple):
    """The roles of the figures in their order (`other_` for other years), and the years of the election at hand and before."""

    roles: tuple[str, ...] = ()
    year: str = ""
    before: str = ""


def order_of(text: str) -> Order:
    """The figures by a line of headings, as `Candidate Slate 2014 vote 2012 vote`; no roles for other lines."""
    if len(text) > TITLE or heading(text.split(" ")[0]).role not in ("name", "rank"):
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
    return Order(roles, latest, before)


NO_ORDER = Order()
