"""A contest of candidates as a result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from importers.formats.facts import stated
from importers.formats.nist.candidates import candidate
from importers.formats.nist.report import Report
from importers.formats.nist.tree import Node
from importers.formats.nist.votes import votes
from importers.results.checking import doubts_of
from importers.results.result import Doubt, Fact, Found, Result
from importers.results.telling import few
from importers.results.text import clean

FACTS: Final = (("NumberElected", "seats"), ("VotesAllowed", "votes_per_ballot"))


def contest(report: Report, election: Node, known: Mapping[str, Node], one: Node) -> Result:
    """The result of a contest.

    Args:
        report: with what the contest refers to.
        election: that it belongs to.
        known: the candidates of the election by their ids.
        one: a CandidateContest.
    """
    primary = "primary" in election.text("Type").casefold()
    district = next(iter(one.ids("ElectionDistrictId")), "")
    found: list[Found] = []
    doubts: list[Doubt] = []
    nameless: list[float] = []
    for selection in one.nodes("ContestSelection"):
        read = candidate(report, known, selection, primary=primary)
        counted = votes(selection, district, report.parts)
        doubts += (*read.doubts, *counted.doubts)
        if read.found is not None:
            found.append(read.found._replace(votes=counted.votes))
        else:
            nameless.append(counted.votes or 0)
    facts, problems = _facts(report, election, one)
    told = (
        *problems,
        *_tickets(one, found),
        *_nameless(one, nameless),
        *few(doubts),
        *_many(one, facts, found),
    )
    return Result(_title(one), tuple(found), (*told, *doubts_of(found)), facts=facts)


def _title(one: Node) -> str:
    return clean(one.words("Name") or one.words("BallotTitle"))


def _facts(report: Report, election: Node, one: Node) -> tuple[tuple[Fact, ...], tuple[Doubt, ...]]:
    read = [stated(field, one.text(name), f"{one.place}, {name}") for name, field in FACTS]
    variation = one.text("OtherVoteVariation") or one.text("VoteVariation")
    read.append(stated("method", variation, f"{one.place}, VoteVariation"))
    read += [stated(field, text, f"{election.place}, {field}") for field, text in _days(election)]
    facts = [each.fact for each in read if each.fact is not None]
    allowed = next((fact for fact in facts if fact.field == "votes_per_ballot"), None)
    if allowed is not None and not any(fact.field == "seats" for fact in facts):
        facts.append(allowed._replace(field="seats", certain=False))
    for scheme, value in report.identifiers([one])[:1]:
        facts.append(Fact("contest", f"{scheme}:{value}", one.place))
    return (*facts, *_names(report, one)), tuple(each.doubt for each in read if each.doubt is not None)


def _days(election: Node) -> tuple[tuple[str, str], ...]:
    """The day of the election, or the days between which votes were cast."""
    start, end = election.text("StartDate"), election.text("EndDate")
    if start == end or not end:
        return (("date", start),)
    return ("ballot_open", start), ("ballot_close", end)


def _names(report: Report, one: Node) -> Iterator[Fact]:
    """The office and the district, which need not be what the record calls body and section."""
    offices = [report.offices.get(each, "") for each in one.ids("OfficeIds")]
    body = next(filter(None, offices), "") or _title(one)
    district = next(iter(one.ids("ElectionDistrictId")), "")
    place = report.places.get(district)
    section = clean(place.words("Name")) if place is not None else ""
    for field, name in (("body", body), ("section", section)):
        if name:
            yield Fact(field, name, one.place, name, certain=False)


def _tickets(one: Node, found: list[Found]) -> Iterator[Doubt]:
    if any(each.words.startswith("with ") or ", with " in each.words for each in found):
        yield (
            one.place,
            "Found selections of several candidates, expected one each; the first is the candidate, the others stand beside.",
        )


def _nameless(one: Node, found: list[float]) -> Iterator[Doubt]:
    if found:
        yield (
            one.place,
            f"Found {sum(found):,.10g} votes in {len(found)} selections without a candidate, such as names written in, "
            "expected candidates; they were passed over.",
        )


def _many(one: Node, facts: tuple[Fact, ...], found: list[Found]) -> Iterator[Doubt]:
    seats = next((fact.value for fact in facts if fact.field == "seats" and fact.certain), None)
    elected = sum(each.outcome == "elected" for each in found)
    if isinstance(seats, int) and elected > seats:
        yield one.place, f"Found {elected} elected, expected at most {seats}, the seats of the contest."
