"""Stages of a count and ballots, written for a contest that has none yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from db.ledger import Ledger
from importers.results.result import Papers
from importers.review.comparing import UNKNOWN
from importers.review.proposal import ProposedCount
from importers.storage.citing import Citing


def write_count(
    ledger: Ledger, count: ProposedCount, contest: int, persons: Mapping[int, int], file: int, citing: Citing
) -> None:
    """Store stages, ballots or derived outcomes.

    Args:
        ledger: of the import.
        count: what is to be stored.
        contest: its id.
        persons: ids of the persons by their index among the candidates of the result.
        file: number of the file.
        citing: for the citation.
    """
    if count.outcomes:
        _write_outcomes(ledger, count, contest, persons, citing)
        return
    for one in count.stages:
        person = None if one.candidate is None else persons.get(one.candidate)
        values = {"contest_id": contest, "stage": one.stage, "action": one.action, "person_id": person}
        ledger.insert("stage", values | {"votes": one.votes, "transfer": one.transfer})
    if count.papers:
        candidacies = _candidacies(ledger, contest, persons)
        for papers in count.papers:
            values = {"contest_id": contest, "papers": papers.papers}
            ledger.insert("ballot", values | {"preferences": _written(papers, candidacies)})
    citing.cite(file, "contest", contest, place=count.origin, words=count.words)


def _write_outcomes(
    ledger: Ledger, count: ProposedCount, contest: int, persons: Mapping[int, int], citing: Citing
) -> None:
    """The outcomes of candidates of whom none is known, each cited as derived."""
    candidacies = _candidacies(ledger, contest, persons)
    for candidacy, outcome in zip(candidacies, count.outcomes, strict=False):
        query = "SELECT outcome FROM candidacy WHERE id = ?"
        stored = ledger.connection.execute(query, [candidacy]).fetchone()
        if candidacy is not None and stored[0] in UNKNOWN:
            ledger.update("candidacy", candidacy, {"outcome": outcome})
            citing.cite_derived("candidacy", candidacy, field="outcome", value=outcome, words=count.origin)


def _candidacies(ledger: Ledger, contest: int, persons: Mapping[int, int]) -> Sequence[int | None]:
    """Ids of the candidacies in the order of the candidates."""
    query = "SELECT person_id, id FROM candidacy WHERE contest_id = ?"
    known = dict(ledger.connection.execute(query, [contest]).fetchall())
    return [known.get(persons.get(index)) for index in range(max(persons, default=-1) + 1)]


def _written(papers: Papers, candidacies: Sequence[int | None]) -> str:
    """Preferences as the schema has them: `>` before a later one, `=` between equals."""
    return ">".join("=".join(str(candidacies[one]) for one in group) for group in papers.preferences)
