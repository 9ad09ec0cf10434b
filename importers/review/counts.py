"""The stages of a count and the ballots of a contest: taken whole where none are on record, else only compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from importers.intake import Sourced
from importers.results.checks import Stored, proposed_outcomes
from importers.results.result import Result
from importers.review.decisions import Decisions
from importers.review.onrecord import OnRecord
from importers.review.proposal import CONFLICT, DOUBTFUL, NEW, SAME, Proposed, ProposedCount


def proposed_counts(
    record: OnRecord,
    contest: int | None,
    numbered: Sequence[tuple[int, Sourced]],
    decisions: Decisions,
    rows: Sequence[Proposed],
    known: Stored,
) -> tuple[ProposedCount, ...]:
    """Stages and ballots that results bring along, and the outcomes that follow from their votes.

    Args:
        record: what is on record.
        contest: its id, if it is on record.
        numbered: the results on it.
        decisions: what the user says.
        rows: the candidacies as they would be stored.
        known: what is known of the contest.
    """
    waiting = {row.key.partition(".")[0] for row in rows if not row.stored and row.kind != SAME}
    return tuple(
        _decided(one, decisions, str(number) in waiting)
        for number, sourced in numbered
        for one in (
            *_counts(record, contest, number, sourced.result),
            *_outcomes(record, contest, number, sourced, known),
        )
    )


def _decided(one: ProposedCount, decisions: Decisions, waits: bool) -> ProposedCount:
    """What concerns all candidates waits until it is clear who they are; what is derived until somebody accepts it."""
    if one.kind != NEW:
        return one
    if waits:
        return one._replace(
            kind=DOUBTFUL, ticked=False, waits="waits until it is clear who every candidate is"
        )
    decided = decisions.ticks.get(one.key)
    if one.outcomes and decided is None:
        return one._replace(
            kind=DOUBTFUL, ticked=False, waits="derived from the votes; accept it if it is so"
        )
    return one._replace(ticked=one.ticked if decided is None else decided)


def _outcomes(
    record: OnRecord, contest: int | None, number: int, sourced: Sourced, known: Stored
) -> Iterator[ProposedCount]:
    """Who was elected by the votes alone, where a table states no outcome, the record has none and no rule may override it."""
    result = sourced.result
    if sourced.prose or sourced.later is not None or _is_told(record, contest):
        return
    outcomes, reason = proposed_outcomes(result, known.seats, known.quota_rule, known.method)
    if outcomes is None:
        return
    pairs = zip(result.candidates, outcomes, strict=True)
    elected = [found.name for found, outcome in pairs if outcome == "elected"]
    words = f"{len(elected)} of {len(outcomes)} elected by their votes: {', '.join(elected)}"
    origin = f"{reason[0].lower()}{reason[1:].rstrip('.')}"
    yield ProposedCount(NEW, f"{number}o", False, words, origin, result.candidates, outcomes=outcomes)


def _is_told(record: OnRecord, contest: int | None) -> bool:
    """Whether the outcome of anybody in a contest is on record."""
    query = "SELECT 1 FROM candidacy WHERE contest_id = ? AND outcome IN ('elected', 'not elected') LIMIT 1"
    return record.connection.execute(query, [contest]).fetchone() is not None


def _counts(record: OnRecord, contest: int | None, number: int, result: Result) -> Iterator[ProposedCount]:
    if result.stages:
        last = max(one.stage for one in result.stages)
        words = f"{last} stage{'' if last == 1 else 's'} of the count"
        kind = _kind(record, contest, "stage", len(result.stages))
        yield ProposedCount(
            kind,
            f"{number}s",
            kind == NEW,
            words,
            result.stages[0].origin,
            result.candidates,
            stages=result.stages,
        )
    if result.papers:
        papers = sum(one.papers for one in result.papers)
        words = f"{papers:,.10g} ballot papers, {len(result.papers):,} different"
        kind = _kind(record, contest, "ballot", len(result.papers))
        origin = result.candidates[0].origin if result.candidates else ""
        yield ProposedCount(
            kind, f"{number}p", kind == NEW, words, origin, result.candidates, papers=result.papers
        )


def _kind(record: OnRecord, contest: int | None, table: str, count: int) -> str:
    """New where the record has none; the same where it has as many; else in conflict."""
    query = f"SELECT count(*) FROM {table} WHERE contest_id = ?"
    (stored,) = record.connection.execute(query, [contest]).fetchone()
    return NEW if not stored else SAME if stored == count else CONFLICT
