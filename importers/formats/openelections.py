"""OpenElections' CSV files: a row for each candidate and precinct, town or county, of all contests of a day.

Source: the repositories `openelections-data-*` of github.com/openelections; their files are named
`YYYYMMDD__st__type__office__level.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final, NamedTuple

from importers.documents.document import BadFile
from importers.file import File
from importers.formats.csv_rows import header, rows
from importers.formats.format import Reading
from importers.formats.openelections_contest import Contest, named, result
from importers.formats.openelections_tally import COUNTIES, PLACES, Spot, Tally, spot
from importers.formats.openelections_words import ANSWER, BALLOTS, ELECTORATE, kind
from importers.results.result import Doubt
from importers.results.text import clean

NAME: Final = "openelections"
TITLE: Final = "OpenElections CSV"
VOTES: Final = ("votes", "total_votes", "vote_total", "total")
FILE_NAME: Final = re.compile(r"(\d{4})(\d\d)(\d\d)__([a-z]{2})__(\w+)", re.A | re.I)
SHOWN: Final = 5


class About(NamedTuple):
    """What the name of a file says: the day of the poll, the state, primary or special election."""

    date: str = ""
    state: str = ""
    primary: bool = False
    special: bool = False


@dataclass
class Count:
    """All that is counted in a file: contests, and voters and ballots that are told for no contest in particular."""

    contests: dict[tuple[str, str, str], Contest] = field(default_factory=dict)
    general: dict[str, Tally] = field(default_factory=dict)
    counties: dict[str, None] = field(default_factory=dict)
    spots: dict[Spot, Spot] = field(default_factory=dict)
    """Each place once: a file of a million rows has few of them."""


def sure(file: File) -> float:
    """Sure where a header names offices, candidates and votes, and counties or places in them."""
    names = set(header(file))
    if not {"office", "candidate"} <= names or not names & set(VOTES):
        return 0.0
    return 0.9 if names & {*COUNTIES, *PLACES} or FILE_NAME.match(PurePath(file.name).name) else 0.4


def read(file: File) -> Reading:
    """One result for each office and district, in primaries for each party too.

    Raises:
        BadFile: it is no such file, or has no candidate.
    """
    about = _about(file)
    count = _counted(file, about)
    questions = [one for one in count.contests.values() if _is_question(one)]
    found = [one for one in count.contests.values() if one.tallies and not _is_question(one)]
    if not found:
        raise BadFile(f"{file.name}: found no candidate, expected rows with offices, candidates and votes.")
    results = tuple(
        result(one, about.date, about.state, count.general, special=about.special) for one in found
    )
    return Reading(NAME, results, tuple(_doubts(file, count, found, questions)))


def _about(file: File) -> About:
    found = FILE_NAME.match(PurePath(file.name).name)
    if not found:
        return About()
    words = found[5].casefold().split("__")
    date = f"{found[1]}-{found[2]}-{found[3]}"
    return About(date, found[4].upper(), "primary" in words, "special" in words)


def _counted(file: File, about: About) -> Count:
    names = header(file)
    votes = next((name for name in VOTES if name in names), "")
    if not {"office", "candidate"} <= set(names) or not votes:
        raise BadFile(
            f"{file.name}, line 1: found no columns office, candidate and votes, expected all three."
        )
    count, placed = Count(), not set(names).isdisjoint(PLACES)
    for line in rows(file):
        where = spot(line, placed=placed)
        where = count.spots.setdefault(where, where)
        office, name, party = (clean(line.get(column)) for column in ("office", "candidate", "party"))
        if not where.of_all and where.county:
            count.counties[where.county] = None
        if said := kind(office):
            if said in (ELECTORATE, BALLOTS) and not party:
                count.general.setdefault(said, Tally(line.place)).add(line, where, line.get(votes))
            continue
        district = named(line.get("district"))
        key = (office, district, party if about.primary else "")
        contest = count.contests.setdefault(key, Contest(*key, line.place))
        contest.add(line, where, name, party, line.get(votes))
    return count


def _is_question(contest: Contest) -> bool:
    """Whether every answer is a yes or a no, so that nobody stands."""
    return bool(contest.tallies) and all(kind(name) == ANSWER for name in contest.tallies)


def _doubts(file: File, count: Count, found: list[Contest], questions: list[Contest]) -> Iterator[Doubt]:
    """What a reader has to know of all results of the file together."""
    added = sum(any(tally.is_sum for tally in one.tallies.values()) for one in found)
    if added:
        yield (
            "line 1",
            (
                f"Votes were added over the counties and places of {added:,} of {len(found):,} contests, "
                "as the file gives no total of them."
            ),
        )
    if len(count.counties) == 1 and set(header(file)) & set(PLACES):
        only = clean(next(iter(count.counties)))
        yield (
            "line 1",
            f"Found {only} as the only county; the votes in a contest that goes beyond it are a part of all.",
        )
    if questions:
        shown = ", ".join(one.office for one in questions[:SHOWN])
        yield (
            questions[0].first,
            f"Found {len(questions):,} questions to the voters ({shown}), expected persons; they were left out.",
        )
    nameless = [one for one in count.contests.values() if one.nameless]
    if nameless:
        yield (
            nameless[0].nameless,
            f"Found votes without a name in {len(nameless):,} contests, expected candidates; they were left out.",
        )
