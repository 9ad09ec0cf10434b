"""Which contest a result belongs to: as the user says, as its own facts say, or as its title does; else it is a question."""

from __future__ import annotations

import re
import sqlite3
from typing import NamedTuple

from db.dates import agree, written
from db.matching import folded, words_of
from db.reading.contests.poll import Contest, contests
from importers.prose.meaning import Meant
from importers.results.result import Result
from importers.review.by_candidates import by_candidates
from importers.review.decisions import Wanted
from importers.review.onrecord import OnRecord
from importers.review.proposal import Target
from importers.review.targeting import of_contest, of_section, on_record
from importers.review.titles import titled

WHICH = "which contest? --contest names one on record; --body, --section and --date say a new one."


NAME = 60
"""Signs; a longer title is no name of a section."""

_LABEL = re.compile(r"^\s*(?:constituency|ward|section|seat|post|position|division)\s*:\s*", re.I)
_NO_NAME = re.compile(
    r"\d|[.!?]|\b(?:results?|candidates?|votes?|voting|follow\w*|elect\w*|declar\w*|round|stage|count|page|sheet|table|total|turnout|name)\b",
    re.I,
)
"""What a title says that is more than the name of a section."""


class Placed(NamedTuple):
    """The contest, or why it is not clear."""

    target: Target | None
    question: str = ""
    unsure: str = ""
    """Why it is likely this contest, where somebody has to say yes to that."""


class Words(NamedTuple):
    """What is said of where a result belongs; blank where nothing is."""

    body: str = ""
    section: str = ""
    date: str = ""
    seats: int | None = None
    new: bool = False


def as_wanted(record: OnRecord, wanted: Wanted, own: Result) -> Placed:
    """Where the user puts a result; what is left open its own facts say.

    Raises:
        Missing: body, section or contest are not on record and may not be made.
        SlatewatchError: several contests were held there then.
    """
    if wanted.contest:
        return Placed(of_contest(record.connection, wanted.contest))
    said = _own_words(own)
    words = Words(
        wanted.body or said.body,
        wanted.section or said.section,
        wanted.date or said.date,
        wanted.seats,
        wanted.new,
    )
    if not words.body:
        return Placed(None, WHICH)
    words = words._replace(section=words.section or _by_title(record, words, own))
    if not words.date:
        return Placed(None, f"when was the election to {words.body}? --date says it.")
    if wanted.new:
        return _by_words(record, words)
    target = of_section(record.connection, words.body, words.section or None, words.date, words.seats)
    return Placed(target._replace(unit=wanted.unit))


def _by_title(record: OnRecord, words: Words, own: Result) -> str:
    """The section that a title is the name of: one on record, or where sections may be made, any that is no other heading."""
    name = _LABEL.sub("", re.sub(r"\s*[(\[].*?[)\]]\s*", " ", own.title)).strip(" :–—-")
    body = body_of(record.connection, words.body)
    if not name or (body and section_of(record.connection, body[0], name)):
        return name
    alone = body is not None and section_of(record.connection, body[0], "") is not None
    plain = len(name) <= NAME and not _NO_NAME.search(name)
    return name if words.new and plain and not alone else ""


def by_itself(
    record: OnRecord,
    result: Result,
    wanted: Wanted,
    *,
    alone: bool = False,
    prose: bool = False,
    beside: str = "",
) -> Placed:
    """Where a result belongs by what it says itself: its facts, its title, its candidates.

    Args:
        record: what is on record.
        result: to be placed.
        wanted: what the user says of all results; fills what the facts leave open.
        prose: whether it was read in running text, where nothing is certain and yet each contest is told by its own words.
        alone: whether its file has no other.
        beside: the year of the other results of the file, which is likely its own where it says none.
    """
    if (known := record.identified("contest", result.identifiers)) is not None:
        return Placed(_contest(record, known))
    said = _own_words(result)
    place = titled(record, result, alone=alone)
    words = Words(
        _preferred(result, "body", wanted.body, prose) or (place.body if place.certain else ""),
        _section(record, _preferred(result, "section", wanted.section, prose), place),
        _preferred(result, "date", wanted.date, prose) or place.date or beside,
        wanted.seats,
        wanted.new or said.new,
    )
    placed = _by_words(record, words) if words.body else Placed(None, WHICH)
    if words.date == beside and placed.target is not None:
        placed = placed._replace(unsure=f"its year is that of the other results beside it, {beside}")
    if placed.target is not None and placed.target.contest is not None:
        return placed
    alike = by_candidates(record.connection, record.names, result, words.date)
    if alike is not None:
        stood = f"{alike.stood} of the {len(result.candidates)} candidates stood in it"
        return Placed(_contest(record, alike.contest), unsure="" if alike.certain else stood)
    if placed.target is None and place.contest and not said.body:
        target = of_contest(record.connection, place.contest)
        return Placed(target, unsure=f"the title {place.reason}")
    return placed


def _section(record: OnRecord, words: str, place: Meant) -> str:
    """The section as words name it; where they are no section but the whole place, as `NEC CLP 2026` is, that of the place."""
    if not place.certain:
        return words
    body = body_of(record.connection, place.body)
    return words if words and body and section_of(record.connection, body[0], words) else place.section


def before(record: OnRecord, later: Target, result: Result) -> Placed:
    """The election before another one of the same section, whose figures are printed beside the later ones.

    Args:
        record: what is on record.
        later: the election at hand.
        result: the earlier one; where it has no date, the last contest before the later one is likely.
    """
    date = str(result.fact("date") or "")
    earlier = [
        one
        for one in _held(record.connection, later.section or 0, date)
        if one.id != later.contest and one.date and (not later.date or one.date < later.date)
    ]
    if date and len(earlier) == 1:
        return Placed(on_record(earlier[0]))
    if earlier:
        return Placed(on_record(earlier[-1]), unsure="its figures are printed beside those of a later one")
    when = f"of {written(date)} " if date else ""
    return Placed(
        None, f"the election {when}before {later.words} is not on record; its figures are left out."
    )


def _contest(record: OnRecord, number: int) -> Target:
    return on_record(contests(record.connection, "contest.id = ?", [number])[0])


def _own_words(result: Result) -> Words:
    """What the facts of a result say; a body may be made only where all of it is said plainly."""
    said = {fact.field: fact for fact in reversed(result.facts)}
    body, section, date = (said.get(field) for field in ("body", "section", "date"))
    plainly = all(one is not None and one.certain for one in (body, section, date))
    texts = [str(one.value) if one else "" for one in (body, section, date)]
    return Words(texts[0], texts[1], texts[2], None, plainly)


def _preferred(result: Result, field: str, wanted: str | None, prose: bool) -> str:
    """What a result says plainly, else what the user says of all results, else what the result may mean."""
    fact = next((one for one in result.facts if one.field == field), None)
    own = str(fact.value) if fact else ""
    plain = fact is not None and (fact.certain or prose)
    return own if plain else wanted or own


def _by_words(record: OnRecord, words: Words) -> Placed:
    """The contest of a body, a section and a date in words."""
    body = body_of(record.connection, words.body)
    if body is None:
        return _of_new_body(words)
    section = section_of(record.connection, body[0], words.section)
    if section is None:
        return _of_new_section(words, body)
    held = _held(record.connection, section[0], words.date)
    if len(held) == 1:
        return Placed(on_record(held[0]))
    if held:
        keys = ", ".join(one.key for one in reversed(held[-8:]))
        return Placed(None, f"several contests were held there: {keys}; which one is it?")
    if not words.date:
        return Placed(None, f"when was the election to {body[2]}, {section[2]}?")
    key = f"{body[1]}-{section[1]}-{words.date[:4]}"
    said = f"{body[3]}, {section[2]}, {written(words.date)} (new)"
    return Placed(Target(key, section[0], None, words.date, words.seats, said, body[0]))


def _of_new_body(words: Words) -> Placed:
    if not words.new:
        return Placed(None, f"the body {words.body!r} is not on record; --make makes it.")
    if not (words.section and words.date):
        lacking = "--section names the section" if words.date else "--date says when it was held"
        return Placed(None, f"{words.body!r} is new, and more has to be said of the contest: {lacking}.")
    key = "-".join([*words_of(words.body), *words_of(words.section), words.date[:4]])
    said = f"{words.body} (new), {words.section} (new), {written(words.date)} (new)"
    return Placed(Target(key, None, None, words.date, words.seats, said, None, words.body, words.section))


def _of_new_section(words: Words, body: tuple[int, str, str, str]) -> Placed:
    if not words.section:
        return Placed(None, f"which section of {body[2]}? --section names it.")
    if not (words.new and words.date):
        return Placed(None, f"{body[2]} has no section {words.section!r} on record; --make makes it.")
    key = "-".join([body[1], *words_of(words.section), words.date[:4]])
    said = f"{body[3]}, {words.section} (new), {written(words.date)} (new)"
    return Placed(Target(key, None, None, words.date, words.seats, said, body[0], "", words.section))


def body_of(connection: sqlite3.Connection, words: str) -> tuple[int, str, str, str] | None:
    """Id, key, name and short name of a body by any of them."""
    wanted = folded(words).strip()
    for row in connection.execute("SELECT id, key, name, short FROM body"):
        if wanted in map(folded, row[1:]):
            return int(row[0]), str(row[1]), str(row[2]), str(row[3])
    return None


def section_of(connection: sqlite3.Connection, body: int, words: str) -> tuple[int, str, str] | None:
    """Id, key and name of a section of a body by any of its names; the only one where nothing is said."""
    wanted = folded(words).strip()
    query = "SELECT id, key, name, full_name FROM section WHERE body_id = ?"
    rows = connection.execute(query, [body]).fetchall()
    if not wanted and len(rows) == 1:
        return tuple(rows[0][:3])
    for row in rows:
        if wanted and wanted in (folded(name) for name in row[1:] if name):
            return tuple(row[:3])
    return None


def _held(connection: sqlite3.Connection, section: int, date: str) -> list[Contest]:
    """The contests of a section then, the oldest first; all of them where no date is said."""
    held = sorted(contests(connection, "section.id = ?", [section]), key=lambda one: one.date or "")
    return [one for one in held if not date or (one.date and agree(one.date, date))]
