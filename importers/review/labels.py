"""Labels that only the record can tell from other words: the name of a slate above candidates, or in brackets behind one."""

from __future__ import annotations

from typing import Final

from importers.prose.factions import runs_lists
from importers.results.names import split
from importers.results.result import Backing, Found, Result
from importers.review.onrecord import OnRecord

SLATES: Final = frozenset({"slate", "umbrella", "independent"})
"""Kinds of factions whose name beside a candidate is the slate; a union's may be where somebody works."""

HEADINGS: Final = SLATES | {"organisation"}
"""Kinds of factions whose name above candidates tells who puts them forward; a union's may be that of its own seat."""

LONGEST: Final = 4
"""Words of a label behind a name."""

_AROUND = " :–—-*#_\"'“”‘’"


def labelled(record: OnRecord, result: Result) -> Result:
    """A result in which titles and words that are names of factions are what they say of its candidates.

    A title that names a faction holds for all candidates below it: their slate, or their backing where the faction makes none.
    """
    result = result._replace(candidates=tuple(_beside(record, one) for one in result.candidates))
    title = result.title.strip(_AROUND)
    key = _faction(record, title)
    if not key or not result.candidates or record.known.factions[key].kind not in HEADINGS:
        return result
    above = tuple(one for one in result.above if one.strip(_AROUND) != title)
    candidates = tuple(_joined(record, key, one, title) for one in result.candidates)
    return result._replace(title=above[0] if above else "", above=above, candidates=candidates)


def _beside(record: OnRecord, one: Found) -> Found:
    """The candidate with the slate that stands beside the name, or right behind it without a sign between, and nothing else."""
    if one.slate:
        return one
    if _is_slate(record, one.words):
        return one._replace(slate=one.words, words="")
    words = one.printed.split()
    for at in range(max(2, len(words) - LONGEST), len(words)):
        if _is_slate(record, label := " ".join(words[at:])):
            name = split(" ".join(words[:at]))
            return one._replace(name=name.name, sort_name=name.sort_name, slate=label)
    return one


def _is_slate(record: OnRecord, label: str) -> bool:
    """Whether a label is the whole name of a slate, or of an organisation for which somebody has stood."""
    key = _faction(record, label)
    if not key or record.known.factions[key].kind in SLATES:
        return bool(key)
    query = "SELECT 1 FROM candidacy WHERE slate_id = ? LIMIT 1"
    return record.connection.execute(query, [record.factions[key]]).fetchone() is not None


def _joined(record: OnRecord, key: str, one: Found, title: str) -> Found:
    if runs_lists(record.known, key) or record.known.factions[key].kind == "independent":
        return one if one.slate else one._replace(slate=title)
    return one._replace(endorsements=(*one.endorsements, Backing(title, one.origin)))


def _faction(record: OnRecord, label: str) -> str:
    """The key of the faction that a label is the whole name of."""
    number = record.labels.get(record.folded(label)) if label else None
    return next((key for key, one in record.factions.items() if one == number), "")
