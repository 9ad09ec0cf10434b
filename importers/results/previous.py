"""The election before, whose figures a source prints beside those of the election at hand, as a result of its own."""

from __future__ import annotations

import re

from db.dates import MONTHS
from importers.results.checking import doubts_of
from importers.results.result import COUNTS, Fact, Found, Result

_WHEN = re.compile(
    rf"\(?(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:\b(?:{'|'.join(MONTHS)})\s+)?\b(?:19|20)\d\d\b\)?", re.I
)


def with_ranks_explained(result: Result) -> Result:
    """A result whose bracketed places are those of the election before; where nothing says so, they are left out and told."""
    ranked = [one for one in result.candidates if one.previous_rank is not None]
    told = "previous_rank" in result.columns or bool(result.previous_date)
    told = told or any(one.previous_votes is not None or one.previous_share is not None for one in ranked)
    if told or not ranked:
        return result
    first = ranked[0]
    doubt = (
        first.origin,
        f"Found ({first.previous_rank}) behind {first.name}, expected a word on what it counts; such numbers were left out.",
    )
    bare = tuple(one._replace(previous_rank=None) for one in result.candidates)
    return result._replace(candidates=bare, doubts=(*result.doubts, doubt))


def earlier(result: Result) -> Result | None:
    """The earlier election of a result; None where the source has no figures of one.

    Candidates who did not stand then are left out.  Slates, words and outcomes belong to the later candidacy and are not
    carried over.  Without a `previous_date` the source does not say which election it was.
    """
    candidates = tuple(found for one in result.candidates if (found := _then(one)))
    if not candidates:
        return None
    known = [one for one in result.previous if one.field not in COUNTS]
    if result.previous_date and not any(one.field == "date" for one in known):
        known.insert(0, Fact("date", result.previous_date, candidates[0].origin))
    return Result(
        " ".join(_WHEN.sub(" ", result.title).split()),
        candidates,
        doubts_of(candidates),
        facts=tuple(known),
        counts=tuple(one for one in result.previous if one.field in COUNTS),
    )


def _then(one: Found) -> Found | None:
    if one.previous_votes is None and one.previous_share is None and one.previous_rank is None:
        return None
    return Found(
        one.name,
        one.sort_name,
        one.origin,
        one.printed,
        votes=one.previous_votes,
        share=one.previous_share,
        rank=one.previous_rank,
        identifiers=one.identifiers,
        rests_on=one.rests_on,
        certain=one.certain,
    )
