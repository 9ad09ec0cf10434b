"""One contest of an OpenElections file: its names with their votes, and what they are as a result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, islice
from typing import Final

from db.matching import folded, words_of
from importers.formats.checks import sound
from importers.formats.csv_rows import Line
from importers.formats.facts import stated
from importers.formats.openelections_tally import Spot, Tally
from importers.formats.openelections_words import BALLOTS, ELECTORATE, is_ticket, kind
from importers.formats.outcomes import flagged
from importers.formats.persons import person
from importers.results.checking import doubts_of
from importers.results.result import Doubt, Fact, Found, Result
from importers.results.telling import few
from importers.results.text import clean

COMPARED: Final = 60
"""Names of a contest that are compared with each other letter by letter; of more only those with the same words."""

ALIKE: Final = 85.0
SHOWN: Final = 20


@dataclass
class Contest:
    """An office and a district, in a primary of a party, with the votes of each name."""

    office: str
    district: str
    party: str
    first: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    counts: dict[str, Tally] = field(default_factory=dict)
    spots: set[Spot] = field(default_factory=set)
    nameless: str = ""

    def add(self, line: Line, where: Spot, name: str, party: str, votes: str) -> None:
        """Take in a row; votes for nobody are passed over, voters and ballots counted apart."""
        if not where.of_all and not where.of_county:
            self.spots.add(where)
        said = kind(name)
        if said in (ELECTORATE, BALLOTS):
            self.counts.setdefault(said, Tally(line.place)).add(line, where, votes)
        elif not name:
            self.nameless = self.nameless or line.place
        elif said in ("", "answer"):
            tally = self.tallies.setdefault(name, Tally(line.place))
            tally.add(line, where, votes)
            tally.winner = tally.winner or line.get("winner")
            if party:
                tally.parties[party] = None


def named(district: str) -> str:
    """A district as it is named: spreadsheets make `7.0` of 7."""
    bare = clean(district)
    return bare[:-2] if bare.endswith(".0") and bare[:-2].isdecimal() else bare


def result(contest: Contest, date: str, state: str, general: Mapping[str, Tally], *, special: bool) -> Result:
    """A contest as a result.

    Args:
        contest: with at least one name.
        date: the day of the poll by the name of the file, or nothing.
        state: the state by the name of the file, or nothing.
        general: voters and ballots that are told for all contests.
        special: whether the name of the file says that it was a special election.
    """
    pairs = [(one, tally) for name, tally in contest.tallies.items() if (one := _candidate(name, tally))]
    found = tuple(one for one, _ in pairs)
    flags = {one.origin: tally.winner for one, tally in pairs}
    found, unsure = flagged(found, flags)
    told, problems = _facts(contest, date, state, general, special=special)
    facts, small = sound(told, found)
    where = " ".join(filter(None, (state, contest.district)))
    title = ", ".join(filter(None, (contest.office, where, contest.party, date)))
    doubts = [doubt for one, tally in pairs for doubt in (*tally.doubts(one.printed), *_parties(one, tally))]
    told_of = few((*problems, *small, *unsure, *doubts, *_variants(found), *doubts_of(found)))
    return Result(title, found, told_of, facts=facts)


def _candidate(name: str, tally: Tally) -> Found | None:
    found = person(name, tally.origin())
    if found is None:
        return None
    found = found._replace(votes=tally.votes(), slate=next(iter(tally.parties), ""))
    if is_ticket(name):
        return found._replace(name=found.printed, sort_name=found.printed, certain=False)
    return found


def _facts(
    contest: Contest, date: str, state: str, general: Mapping[str, Tally], *, special: bool
) -> tuple[list[Fact], list[Doubt]]:
    """What rows and the name of the file say; voters and ballots of all places only where the contest was held in all."""
    there = "the name of the file"
    told = [
        stated("body", contest.office, contest.first),
        stated("section", " ".join(filter(None, (state, contest.district))), contest.first),
        stated("date", date, there),
    ]
    for said in (ELECTORATE, BALLOTS):
        tally = contest.counts.get(said) or general.get(said)
        if (
            tally
            and not tally.twice
            and tally.spots <= contest.spots
            and (votes := tally.votes()) is not None
        ):
            told.append(stated(said, f"{votes}", tally.origin()))
    facts = [one.fact for one in told if one.fact]
    if special:
        facts.append(Fact("kind", "by-election", there))
    return facts, [one.doubt for one in told if one.doubt]


def _parties(one: Found, tally: Tally) -> Iterator[Doubt]:
    if len(tally.parties) > 1:
        several = ", ".join(list(tally.parties)[:SHOWN])
        yield (
            tally.first,
            f"Found the parties {several} for {one.printed}, expected one; {one.slate} was taken, the votes for all were added.",
        )


def _variants(found: tuple[Found, ...]) -> Iterator[Doubt]:
    """Names that may be two spellings of one; they are left apart."""
    for first, second in islice(_alike(found), SHOWN):
        yield (
            second.origin,
            f"Found {second.printed!r} beside {first.printed!r} at {first.origin}, expected one spelling of a name; "
            "their votes were not added together.",
        )


def _alike(found: tuple[Found, ...]) -> Iterator[tuple[Found, Found]]:
    from rapidfuzz import fuzz

    seen: dict[tuple[str, ...], Found] = {}
    plain = {one.origin: " ".join(sorted(words_of(one.printed))) for one in found}
    for one in found:
        other = seen.setdefault(tuple(sorted(words_of(one.printed))), one)
        if other is not one:
            yield other, one
    for first, second in combinations(found[:COMPARED], 2):
        same = plain[first.origin] == plain[second.origin]
        if not same and fuzz.ratio(folded(plain[first.origin]), folded(plain[second.origin])) >= ALIKE:
            yield first, second
