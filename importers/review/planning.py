"""From all that was read to all that would be stored: results of one contest together, each item beside the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from importers.intake import Intake, Sourced
from importers.results.checks.seats import not_standing
from importers.results.result import Doubt
from importers.review.candidates import Rows, strange_labels
from importers.review.checking import checked, corrected, stored_of
from importers.review.counts import proposed_counts
from importers.review.decisions import Decisions
from importers.review.facts import proposed_facts
from importers.review.labels import labelled
from importers.review.onrecord import OnRecord
from importers.review.placing import WHICH, Placed, as_wanted, before, by_itself
from importers.review.proposal import Plan, Proposal, Target
from importers.review.seats import proposed_seats

Numbered = tuple[int, Sourced]
"""A result with its number in the intake."""


def plan(record: OnRecord, intake: Intake, decisions: Decisions) -> Plan:
    """What would be stored.

    Args:
        record: what is on record.
        intake: what was read.
        decisions: what the user says of it.

    Raises:
        Missing: a body, section or contest that the user names is not on record.
        SlatewatchError: what the user says fits several contests.
    """
    groups: dict[tuple[object, ...], list[tuple[Numbered, Placed]]] = {}
    places: list[Placed] = []
    for number, sourced in enumerate(intake.results):
        result = corrected(number, labelled(record, sourced.result), decisions)
        sourced = sourced._replace(result=result)
        placed = _placed(record, intake, number, sourced, decisions, places)
        places.append(placed)
        own = placed.target.identity if placed.target else ("unplaced", number)
        groups.setdefault((sourced.file, *own), []).append(((number, sourced), placed))
    proposals = (_proposal(record, group, decisions) for group in groups.values())
    return Plan(intake, tuple(proposals))


def _placed(
    record: OnRecord,
    intake: Intake,
    number: int,
    sourced: Sourced,
    decisions: Decisions,
    places: Sequence[Placed],
) -> Placed:
    """Where a result belongs; `places` are those of the results before it."""
    result = sourced.result
    if number in decisions.contests:
        return as_wanted(record, decisions.contests[number], result)
    if result.seats and not result.candidates:
        return Placed(Target("", None, None, None, None, result.title or "seats"))
    if sourced.later is not None and (later := places[sourced.later].target) is not None:
        return before(record, later, result)
    wanted = decisions.wanted
    if not wanted.empty and not sourced.prose and _is_meant(intake, sourced):
        return as_wanted(record, wanted, result)
    alone, beside = len(intake.tables) == 1, "" if sourced.prose else _year_beside(intake, sourced)
    return by_itself(record, result, wanted, alone=alone, prose=sourced.prose, beside=beside)


def _year_beside(intake: Intake, sourced: Sourced) -> str:
    """The one year of which the other tables of a file plainly tell; nothing where they tell of several or of none."""
    if sourced.result.fact("date") is not None:
        return ""
    facts = (
        fact
        for one in intake.tables
        if one.file == sourced.file
        for fact in one.result.facts
        if fact.field == "date" and fact.certain
    )
    years = {str(fact.value)[:4] for fact in facts}
    return years.pop() if len(years) == 1 else ""


def _is_meant(intake: Intake, sourced: Sourced) -> bool:
    """Whether what the user says of all results is meant for this one: the only table, or one that does not say better itself."""
    return len(intake.tables) == 1 or sourced.result.fact("section") is None


def _proposal(record: OnRecord, group: Sequence[tuple[Numbered, Placed]], decisions: Decisions) -> Proposal:
    """All that is said of one contest."""
    target, question, _ = group[0][1]
    unsure = _unsure(group)
    numbered = sorted((one for one, _ in group), key=lambda one: one[1].prose)
    numbers = tuple(number for number, _ in numbered)
    title = next((sourced.result.title for _, sourced in numbered if sourced.result.title), "")
    meant = target or Target("", None, None, None, None, title)
    told = [(number, sourced.result.facts, sourced.prose) for number, sourced in numbered]
    facts = proposed_facts(record.connection, meant, told, decisions)
    meant = _with_seats(meant, numbered)
    contest = stored_of(record.connection, meant)
    rows, doubts = Rows(record, meant, decisions), list[Doubt]()
    for number, sourced in numbered:
        result = sourced.result if sourced.prose else checked(sourced.result, contest)
        doubts += result.doubts
        rows.take(number, result, prose=sourced.prose)
    doubts += _absent_from_the_table([sourced for _, sourced in numbered])
    counts = proposed_counts(record, meant.contest, numbered, decisions, rows.rows, contest)
    seats = [
        one
        for number, sourced in numbered
        for one in proposed_seats(record, number, sourced.result, decisions)
    ]
    doubts += strange_labels(rows.rows)
    return Proposal(
        target and meant, tuple(rows.rows), tuple(doubts), facts, counts, tuple(seats),
        results=numbers, file=numbered[0][1].file, title=title, question=question or ("" if target else WHICH), unsure=unsure,
        identifiers=tuple(one for _, sourced in numbered for one in sourced.result.identifiers),
    )  # fmt: skip


def _absent_from_the_table(told: Sequence[Sourced]) -> Iterator[Doubt]:
    """Those whom another list, or the text, names as elected and who are not in the longest table of the contest."""
    tables = [one.result for one in told if not one.prose]
    longest = max(tables, key=lambda one: len(one.candidates), default=None)
    for one in told:
        if longest is not None and one.result is not longest:
            yield from not_standing(one.result, longest)


def _unsure(group: Sequence[tuple[Numbered, Placed]]) -> str:
    """Why it is only likely this contest; running text, of which nothing is certain, does not speak for the tables."""
    said = [placed.unsure for (_, sourced), placed in group if not sourced.prose]
    said = said or [placed.unsure for _, placed in group]
    return "" if "" in said else said[0]


def _with_seats(target: Target, numbered: Sequence[Numbered]) -> Target:
    """The target with the seats that the source states, where nobody said how many there are."""
    if target.seats is not None:
        return target
    stated = (
        fact.value
        for _, sourced in numbered
        for fact in sourced.result.facts
        if fact.field == "seats" and fact.certain
    )
    seats = next(stated, None)
    return target._replace(seats=seats) if isinstance(seats, int) else target
