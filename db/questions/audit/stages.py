"""Counts in stages that do not add up: only where stages carry figures, and only between stages that both do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from db.measures.papers import differ
from db.questions.audit.finding import Cited, Finding, Scope
from db.questions.audit.written import figure
from db.view import Fact

STAGES = """
SELECT contest.id, stage.id, stage.stage, stage.action, stage.person_id, stage.votes, stage.transfer, candidacy.id,
       candidacy.votes, candidacy.outcome, candidacy.elected_stage, coalesce(contest.unit, '')
FROM contest CROSS JOIN stage ON stage.contest_id = contest.id
LEFT JOIN candidacy ON candidacy.contest_id = contest.id AND candidacy.person_id = stage.person_id
WHERE {where} ORDER BY contest.id, stage.stage, stage.id
"""

EVERYWHERE = STAGES.replace("FROM contest CROSS JOIN stage ON", "FROM stage CROSS JOIN contest ON")
"""Stages are few and contests many: begun with the stages where all are looked at."""


class Step(NamedTuple):
    """What a stage says of a candidate, or of the papers that went to nobody."""

    id: int
    stage: int
    action: str
    person: int | None
    votes: float | None
    transfer: float | None
    candidacy: int | None
    first: float | None
    """The candidate's votes on record: first preferences, where the unit is that."""
    outcome: str | None
    elected_stage: int | None
    unit: str

    @property
    def fact(self) -> Fact:
        """Its row."""
        return Fact("stage", self.id)


def findings(scope: Scope) -> Iterator[Finding]:
    """Everything of stages that does not add up."""
    where, values = scope.of_contests
    query = EVERYWHERE if scope.everything else STAGES
    rows = scope.connection.execute(query.format(where=where), values)
    for contest, several in groupby(rows, key=itemgetter(0)):
        steps = [Step(*row[1:]) for row in several]
        rest = (Fact("contest", contest),)
        for finding in (*_by_person(steps), *_transfers(steps), *_unknown(steps)):
            yield finding._replace(facts=(*finding.facts, *rest))


def _by_person(steps: Sequence[Step]) -> Iterator[Finding]:
    held: dict[int, list[Step]] = defaultdict(list)
    for one in steps:
        if one.person is not None:
            held[one.person].append(one)
    for own in held.values():
        yield from _totals(own)
        yield from _election(own)


def _totals(own: Sequence[Step]) -> Iterator[Finding]:
    """A total that is not the total before and the transfer; a first one that is not the first preferences."""
    first = own[0]
    if (
        first.stage == 1 and first.unit == "first preferences"
        and first.votes is not None and first.first is not None and differ(first.votes, first.first)
    ):  # fmt: skip
        yield Finding(
            "stage-against-votes", first.fact, f"{figure(first.votes)} at the first stage",
            f"{figure(first.first)} first preferences, as in the result", _candidacy(first), _cited(first, "votes"),
        )  # fmt: skip
    before, stage = (first.first, 1) if first.unit == "first preferences" and first.stage > 1 else (None, 0)
    for one in own:
        if before is not None and one.votes is not None and one.transfer is not None and one.stage > stage:
            sound = before + one.transfer
            if differ(sound, one.votes):
                yield Finding(
                    "stage-against-transfer", one.fact, f"{figure(one.votes)} after {figure(one.transfer)} at stage {one.stage}",
                    f"{figure(sound)}, with {figure(before)} before", _candidacy(one), _cited(one, "votes", "transfer"),
                )  # fmt: skip
        if one.votes is not None:
            before, stage = one.votes, one.stage


def _election(own: Sequence[Step]) -> Iterator[Finding]:
    """Elected at a stage and not in the result, or at another stage than there."""
    for one in own:
        if one.action != "elected" or one.candidacy is None:
            continue
        if one.outcome != "elected":
            yield Finding(
                "stage-against-outcome", one.fact, f"elected at stage {one.stage}", f"as in the result: {one.outcome}",
                _candidacy(one), _cited(one, "action", "outcome"),
            )  # fmt: skip
        elif one.elected_stage is not None and one.elected_stage != one.stage:
            yield Finding(
                "stage-against-outcome", one.fact, f"elected at stage {one.stage}",
                f"stage {one.elected_stage}, as in the result", _candidacy(one), _cited(one, "stage", "elected_stage"),
            )  # fmt: skip


def _transfers(steps: Sequence[Step]) -> Iterator[Finding]:
    """More papers gained at a stage than were given away there."""
    for stage, several in groupby(steps, key=lambda one: one.stage):
        moved = [one for one in several if one.transfer is not None]
        given = -sum(one.transfer or 0.0 for one in moved if (one.transfer or 0.0) < 0)
        gained = sum(one.transfer or 0.0 for one in moved if (one.transfer or 0.0) > 0)
        if given and gained > given and differ(gained, given):
            yield Finding(
                "stage-transfers", moved[0].fact, f"{figure(gained)} gained at stage {stage}",
                f"at most the {figure(given)} given away", tuple(one.fact for one in moved[1:]),
            )  # fmt: skip


def _unknown(steps: Sequence[Step]) -> Iterator[Finding]:
    """Somebody in the count who did not stand."""
    for one in steps:
        if one.person is not None and one.candidacy is None:
            yield Finding(
                "stage-of-nobody",
                one.fact,
                f"{one.action} at stage {one.stage}",
                "somebody who stood in the contest",
            )


def _candidacy(one: Step) -> tuple[Fact, ...]:
    return (Fact("candidacy", one.candidacy),) if one.candidacy is not None else ()


def _cited(one: Step, *fields: str) -> tuple[Cited, ...]:
    """Fields of the stage and of the candidacy alike."""
    facts = (one.fact, *_candidacy(one))
    return tuple(Cited(fact, field) for fact in facts for field in fields)
