"""Which place the words above a result name: its own titles, these under the head of the document, or that head alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from importers.prose.meaning import Meant, meant
from importers.results.result import Result
from importers.review.onrecord import OnRecord

NOTHING_MEANT: Final = Meant("", "", "", "", "", certain=False)
_OF_ELECTION = re.compile(r"\b(?:by-?)?elect|\bresult|\bballot", re.I)


def titled(record: OnRecord, result: Result, *, alone: bool) -> Meant:
    """The place that words above a result name; certain where they do so plainly.

    Args:
        record: what is on record.
        result: with its titles and the head of its document.
        alone: whether the document has no other; what its head says is then said of this one.
    """
    date = str(result.fact("date") or "")
    own = list(dict.fromkeys(filter(None, (result.title, *result.above))))
    joined = [", ".join(reversed(own))] if len(own) > 1 else []
    found = list(_named(record, [*own, *joined], date))
    heads = [one for one in result.heads if one not in own]
    best = next((one for one in found if one.certain), None)
    if best is None:
        plain = {head for head in heads if any(one.certain for one in _named(record, [head], date))}
        under = (f"{head}, {one}" for head in heads for one in own if head not in plain)
        best = next((one for one in _named(record, under, date) if one.certain), None)
    if best is not None:
        return best._replace(date=best.date or _year(record, heads))
    if found or (own and not alone):
        return found[0] if found else NOTHING_MEANT
    together = [", ".join(heads)] if len(heads) > 1 else []
    return next((one for one in _named(record, [*heads, *together], date) if one.certain), NOTHING_MEANT)


def _named(record: OnRecord, lines: Iterable[str], date: str) -> Iterator[Meant]:
    for line in lines:
        yield from meant(line, record.known, date or None, record.finder)[:1]


def _year(record: OnRecord, heads: Iterable[str]) -> str:
    """The one year that the head of a document names beside its election; blank where it names none, or several."""
    told = (one for head in heads if _OF_ELECTION.search(head) for one in record.finder.things(head))
    years = {one.keys[0][:4] for one in told if one.kind == "date" and not one.keys[0].startswith("-")}
    return years.pop() if len(years) == 1 else ""
