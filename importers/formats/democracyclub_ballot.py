"""The rows of one ballot paper of Democracy Club as a result; the same for CSV and JSON, by the names of the CSV's columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from importers.formats.checks import sound
from importers.formats.csv_rows import Line
from importers.formats.facts import stated
from importers.formats.outcomes import YES, flagged
from importers.formats.persons import person
from importers.results.checking import doubts_of
from importers.results.figures import figure, measured
from importers.results.result import Doubt, Fact, Found, Result
from importers.results.said import gender
from importers.results.telling import few
from importers.results.text import clean

FACTS: Final = (
    ("organisation_name", "body"), ("post_label", "section"), ("election_date", "date"), ("seats_contested", "seats"),
    ("voting_system", "method"), ("total_electorate", "electorate"), ("turnout_reported", "ballots"),
    ("turnout_percentage", "turnout"),
)  # fmt: skip
PERSONS: Final = (
    ("person_id", "democracyclub"),
    ("mnis_id", "mnis"),
    ("twfy_id", "theyworkforyou"),
)
DATED: Final = re.compile(r"\.(\d{4}-\d\d-\d\d)$", re.A)
BY_ELECTION: Final = re.compile(r"\.by\.\d{4}-\d\d-\d\d$", re.A)


def result(ballot: str, rows: Sequence[Line]) -> Result:
    """The result of a ballot paper.

    Args:
        ballot: its id, `local.highland.wester-ross.by.2021-05-06`.
        rows: at least one; those without a name tell of the ballot only.
    """
    read = [pair for row in rows if row.get("person_name") for pair in _candidate(row)]
    found = tuple(one for one, _ in read)
    doubts = [doubt for _, doubts in read for doubt in doubts]
    flags = {row.place: row.get("elected") for row in rows if row.get("person_name")}
    found, unsure = flagged(found, flags, no_seats=_is_nought(rows[0].get("seats_contested")))
    told, problems = _facts(ballot, rows)
    facts, small = sound(told, found)
    if not found:
        doubts.append((rows[0].place, f"Found no candidate for {clean(ballot)}, expected at least one."))
    all_doubts = few((*problems, *small, *unsure, *_remarks(rows), *doubts, *doubts_of(found)))
    return Result(_title(rows[0], ballot), found, all_doubts, facts=facts, counts=tuple(_spoilt(rows)))


def _title(row: Line, ballot: str) -> str:
    words = [row.get(name) for name in ("organisation_name", "post_label", "election_date")]
    return clean(", ".join(filter(None, words))) if row.get("post_label") else clean(ballot)


def _candidate(row: Line) -> Iterator[tuple[Found, tuple[Doubt, ...]]]:
    found = person(row.get("person_name"), row.place, row.get("sopn_last_name"))
    if found is None:
        return
    votes, problem = measured(row.get("votes_cast"), "votes")
    rank, other = measured(row.get("rank"), "rank")
    doubts = tuple((row.place, one) for one in (problem, other) if one)
    party, described = clean(row.get("party_name")), clean(row.get("party_description_text"))
    yield (
        found._replace(
            votes=votes,
            rank=None if rank is None else int(rank),
            slate=party or described,
            words=described if described != party and party else "",
            gender=gender(row.get("gender")),
            identifiers=tuple(
                (scheme, clean(row.get(name))) for name, scheme in PERSONS if clean(row.get(name))
            ),
        ),
        doubts,
    )


def _is_nought(text: str) -> bool:
    number = figure(text)
    return number is not None and not number.value


def _facts(ballot: str, rows: Sequence[Line]) -> tuple[list[Fact], list[Doubt]]:
    """What the first row that says it says of the ballot; rows that say otherwise are told."""
    first = rows[0].place
    facts = [Fact("contest", f"democracyclub:{clean(ballot)}", first)]
    doubts: list[Doubt] = []
    if BY_ELECTION.search(ballot) or rows[0].get("by_election").casefold() in YES:
        facts.append(Fact("kind", "by-election", first))
    for column, field in FACTS:
        said = [(row.get(column), row.place) for row in rows if row.get(column)]
        if not said:
            continue
        fact, doubt = stated(field, *said[0])
        if fact and not (field == "seats" and fact.value == 0):
            facts.append(fact)
        doubts += [doubt] if doubt else []
        doubts += _others(column, said)
    if not any(fact.field == "date" for fact in facts) and (dated := DATED.search(ballot)):
        fact, doubt = stated("date", dated[1], first)
        facts += [fact] if fact else []
    return facts, doubts


def _others(column: str, said: Sequence[tuple[str, str]]) -> Iterator[Doubt]:
    text, place = said[0]
    for other, where in said[1:]:
        if other != text:
            yield (
                where,
                f"Found {clean(other)[:40]!r} as {column}, expected {clean(text)[:40]!r} as at {place}.",
            )
            return


def _spoilt(rows: Sequence[Line]) -> Iterator[Fact]:
    """Papers that did not count, by the first row that says so."""
    for row in rows:
        fact = stated("ballots", row.get("spoilt_ballots"), row.place).fact
        if fact:
            yield fact._replace(field="spoilt")
            return


def _remarks(rows: Sequence[Line]) -> Iterator[Doubt]:
    """What no fact and no candidate has a field for, and a reader has to know."""
    for row in rows:
        if row.get("tied_vote_winner").casefold() in YES:
            yield row.place, f"{clean(row.get('person_name'))} won a tie by lot, as the source states."
    if rows[0].get("cancelled_poll").casefold() in YES:
        yield rows[0].place, "The poll was cancelled, as the source states; expected no votes."
