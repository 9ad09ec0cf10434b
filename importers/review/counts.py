"""The stages of a count and the ballots of a contest: taken whole where none are on record, else only compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from importers.intake import Sourced
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
) -> tuple[ProposedCount, ...]:
    """Stages and ballots that results bring along; they wait until it is clear who every candidate is."""
    waiting = {row.key.partition(".")[0] for row in rows if not row.stored and row.kind != SAME}
    return tuple(
        one._replace(kind=DOUBTFUL, ticked=False)
        if one.kind == NEW and str(number) in waiting
        else one._replace(ticked=decisions.ticks.get(one.key, one.ticked))
        for number, sourced in numbered
        for one in _counts(record, contest, number, sourced.result)
    )


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
