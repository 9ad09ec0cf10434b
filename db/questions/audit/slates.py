"""Candidates who seem to have had two slates: what sources say differently, who backed them, and where else they stood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from db.questions.audit.finding import Cited, Finding, Scope
from db.reading.factions import Factions
from db.view import Fact

BACKED = """
SELECT candidacy.id, contest.id, endorsement.id, candidacy.slate_id, endorsement.faction_id, contest.date
FROM contest CROSS JOIN candidacy ON candidacy.contest_id = contest.id
CROSS JOIN endorsement ON endorsement.candidacy_id = candidacy.id
WHERE {where} AND candidacy.slate_id IS NOT NULL AND candidacy.slate_id <> endorsement.faction_id
  AND EXISTS (SELECT 1 FROM candidacy AS other WHERE other.contest_id = contest.id AND other.slate_id = endorsement.faction_id)
ORDER BY contest.id, candidacy.id, endorsement.id
"""

ROUNDS = """
SELECT candidacy.id, contest.id, other.id, candidacy.slate_id, other.slate_id, contest.date
FROM contest CROSS JOIN candidacy ON candidacy.contest_id = contest.id
CROSS JOIN candidacy AS other ON other.person_id = candidacy.person_id AND other.id <> candidacy.id
CROSS JOIN contest AS also ON also.id = other.contest_id AND also.round_id = contest.round_id
WHERE {where} AND contest.round_id IS NOT NULL AND candidacy.slate_id <> other.slate_id
ORDER BY contest.id, candidacy.id
"""


class Pair(NamedTuple):
    """Two factions that a candidacy has to do with."""

    candidacy: int
    contest: int
    other: int
    """The endorsement or the other candidacy."""
    slate: int
    faction: int
    date: str | None


def findings(scope: Scope) -> Iterator[Finding]:
    """Candidacies with two slates, in one of these senses."""
    factions = Factions(scope.connection)
    where, values = scope.of_contests
    rivals = [Pair(*row) for row in scope.connection.execute(BACKED.format(where=where), values)]
    for one in rivals:
        if _independent(factions, one.slate) or _allied(factions, one):
            continue
        yield _of(
            "backed-by-rival", one, "endorsement", f"on the slate {_name(factions, one.slate)}, "
            f"endorsed by {_name(factions, one.faction)}", "an endorsement by nobody who had a slate of their own there",
        )  # fmt: skip
    told: set[tuple[int, int]] = set()
    for one in (
        Pair(*row) for row in scope.connection.execute(ROUNDS.format(where=where), values).fetchall()
    ):
        pair = (min(one.candidacy, one.other), max(one.candidacy, one.other))
        if pair not in told and not _allied(factions, one):
            told.add(pair)
            if one.other < one.candidacy:
                one = Pair(one.other, one.contest, one.candidacy, one.faction, one.slate, one.date)
            yield _of(
                "two-slates-in-a-round", one, "candidacy", f"on the slate {_name(factions, one.slate)} here, "
                f"{_name(factions, one.faction)} in another contest of the round", "one slate in a round",
            )  # fmt: skip


def _of(kind: str, one: Pair, table: str, found: str, expected: str) -> Finding:
    fact = Fact("candidacy", one.candidacy)
    facts = (Fact(table, one.other), Fact("contest", one.contest))
    return Finding(kind, fact, found, expected, facts, (Cited(fact, "slate"), Cited(fact, "endorsements")))


def _allied(factions: Factions, one: Pair) -> bool:
    return factions.allied(factions.get(one.slate).key, factions.get(one.faction).key, one.date)


def _independent(factions: Factions, slate: int) -> bool:
    """Whether a label says that somebody stood on no slate: anybody may back them."""
    return factions.kinds[factions.get(slate).key] == "independent"


def _name(factions: Factions, faction: int) -> str:
    return factions.get(faction).name
