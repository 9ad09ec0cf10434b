"""What a pasted line of headings says of the figures below it, where nothing but blanks parts the headings."""

from __future__ import annotations

import re

from importers.results.headings import heading

TITLE = 160
"""Signs; a longer line above a result is prose."""

_KIND = r"(vote share|share of (?:the )?votes?|votes?|share|%)"
_YEAR = r"(previous|last|(?:19|20)\d\d)"
_YEAR_FIRST = re.compile(rf"(?:{_YEAR}\s+)?{_KIND}", re.I)
_YEAR_LAST = re.compile(rf"{_KIND}(?:\s+{_YEAR})?", re.I)


def order_of(text: str) -> tuple[str, ...]:
    """The roles of the figures by a line of headings, as `Candidate Slate 2014 vote 2012 vote`; none for other lines."""
    if len(text) > TITLE or heading(text.split(" ")[0]).role not in ("name", "rank"):
        return ()
    first = _YEAR_FIRST.search(text)
    if first and first[1]:
        found = [(one[1], one[2]) for one in _YEAR_FIRST.finditer(text)]
    else:
        found = [(one[2], one[1]) for one in _YEAR_LAST.finditer(text)]
    kinds = [
        (year or "", "votes" if kind.casefold() in ("vote", "votes") else "share") for year, kind in found
    ]
    latest = max((year for year, _ in kinds if year.isdigit()), default="")
    return tuple(kind if not year or year == latest else f"previous_{kind}" for year, kind in kinds)
