"""Which body, section and contest some words mean: the title of a table, a caption, a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from db.dates import written
from db.matching import words_of
from importers.known import Known, contest_on
from importers.prose.mentions import Finder, Mention
from importers.words import spoken


class Meant(NamedTuple):
    """A section that may be meant, and the contest if the words say when."""

    body: str
    """Key of the body."""
    section: str
    """Key of the section."""
    date: str
    """As precise as the words say it; blank where they do not."""
    contest: str
    """Key of the contest on record; blank where the date is not said, none is on record or several are."""
    reason: str
    """Why, in words."""
    certain: bool
    """Whether the words name body and section, and no other section fits them as well."""


def meant(
    words: str, known: Known, year: str | None = None, finder: Finder | None = None
) -> tuple[Meant, ...]:
    """The sections that some words may mean, the likeliest first; none where they name neither body nor section.

    Args:
        words: of a title, a caption, a sentence.
        known: the record.
        year: of the document (a year, month or day), where the words say none.
        finder: where one is at hand already; making one takes some milliseconds.
    """
    finder = finder or Finder(known)
    things = finder.things(words)
    bodies = list(dict.fromkeys(key for one in things if one.kind == "body" for key in one.keys))
    firm = [one for one in things if one.kind == "section"]
    free = [one for one in finder.loose_sections(words) if not _inside(one, [*firm, *_long(things)])]
    if not bodies:
        free = [one for one in free if " ".join(words_of(one.words)) not in spoken.LOOSE | _ANYWHERE]
    date = _date([one for one in things if not _UNMEANT.search(words[: one.start])]) or year or ""
    found = _of_sections(firm, bodies, "names the section")
    found = found or _of_sections(free, bodies, "has words of the section")
    if not found and bodies:
        found = [(at, key, _only(known, at)) for at in bodies for key in _sections_of(known, at)]
    by_election = "by-election" in words.casefold() or "byelection" in words.casefold()
    places = [_place(known, body, key, date, why, by_election) for body, key, why in found]
    if len(places) > 1:
        places.sort(key=lambda one: (not one.contest, -len(known.contests_of(one.body, one.section))))
    return tuple(one._replace(certain=len(found) == 1 and found[0][2] in _SURE) for one in places)


_ANYWHERE = frozenset({"chair", "leader", "deputy", "officers", "members"})
"""Words of sections that say nothing where no body stands beside them."""

_UNMEANT = re.compile(
    r"\b(?:as (?:of|at)|correct (?:as )?at|up to|until|published|posted|updated)\W*(?:the )?$", re.I
)
"""Stand before the day of something else than the election."""

_SURE = (
    "names the body; names the section", "names the body; has words of the section", "names the body, which has one section",
)  # fmt: skip


def _of_sections(sections: Iterable[Mention], bodies: list[str], why: str) -> list[tuple[str, str, str]]:
    """Body, section and reason for every section that is named in one of the bodies, or in any where none has it."""
    places = list(dict.fromkeys(key for one in sections for key in one.keys))
    both = [place for body, place in product(bodies, places) if place.partition("/")[0] == body]
    if both:
        return [(*_parts(place), f"names the body; {why}") for place in both]
    if bodies:
        return []
    return [(*_parts(place), f"{why}, not the body") for place in places]


def _parts(place: str) -> tuple[str, str]:
    body, _, section = place.partition("/")
    return body, section


def _sections_of(known: Known, body: str) -> list[str]:
    return [section for at, section in known.sections if at == body]


def _only(known: Known, body: str) -> str:
    one = len(_sections_of(known, body)) == 1
    return "names the body, which has one section" if one else "names the body, not the section"


def _place(known: Known, body: str, section: str, date: str, why: str, by_election: bool) -> Meant:
    held = contest_on(known, body, section, date, by_election=by_election) if date else None
    when = f"; on record: {written(held.date)}" if held and held.date else ""
    return Meant(body, section, date, held.key if held else "", why + when, certain=False)


def _date(things: Iterable[Mention]) -> str:
    """The most precise date that names a year; blank where there is none or two years stand in the words."""
    dates = [one.keys[0] for one in things if one.kind == "date" and not one.keys[0].startswith("-")]
    return max(dates, key=len) if len({date[:4] for date in dates}) == 1 else ""


def _long(things: Iterable[Mention]) -> list[Mention]:
    return [one for one in things if one.kind in ("body", "faction")]


def _inside(one: Mention, others: Iterable[Mention]) -> bool:
    return any(other.start <= one.start and one.end <= other.end for other in others)
