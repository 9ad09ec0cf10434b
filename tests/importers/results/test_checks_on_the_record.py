"""The checks held against the record that comes along: two known contradictions of its sources, and nothing else."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache

from importers.packaged import RECORD
from importers.results.checks import Stored, checks, proposed_outcomes
from importers.results.result import Fact, Found, Result

STATED = ("elected", "not elected", "withdrawn")


def rows(name: str) -> list[dict[str, str]]:
    with (RECORD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> int | float | None:
    return None if not text else float(text) if "." in text else int(text)


@cache
def contests() -> dict[str, tuple[Result, Stored]]:
    """Every contest as its source would print it, and as it is on record."""
    names = {row["person"]: row["name"] for row in rows("persons.csv")}
    standing = defaultdict(list)
    for row in rows("candidacies.csv"):
        outcome = row["outcome"] if row["outcome"] in STATED else ""
        name = names[row["person"]]
        standing[row["contest"]].append(
            Found(name, name, row["person"], votes=number(row["votes"]), outcome=outcome)
        )
    known = {}
    for row in rows("contests.csv"):
        numbers = {
            field: number(row[field])
            for field in (
                "seats",
                "electorate",
                "ballots",
                "valid_votes",
                "quota",
                "turnout",
                "votes_per_ballot",
            )
        }
        valid = (
            [Fact("valid_votes", count, "the total")] if (count := numbers["valid_votes"]) is not None else []
        )
        stored = Stored(method=row["method"], quota_rule=row["quota_rule"], unit=row["unit"], **numbers)  # type: ignore[arg-type]
        if standing[row["contest"]]:
            known[row["contest"]] = (
                Result(row["contest"], tuple(standing[row["contest"]]), (), facts=tuple(valid)),
                stored,
            )
    return known


def test_only_contests_whose_sources_contradict_themselves_have_doubts() -> None:
    doubtful = {
        key: sentence
        for key, (result, stored) in contests().items()
        for _, sentence in checks(result, stored)
    }
    assert doubtful == {
        "nec-clp-1999": "Found 585,274 valid votes, expected 585,237, the sum of the candidates' votes.",
        "npf-clp-2010-em": "Found 24,843 valid votes, expected 16,626, the sum of the candidates' votes.",
    }


def test_outcomes_by_votes_alone_are_those_on_record_wherever_they_are_proposed() -> None:
    proposed = 0
    for result, stored in contests().values():
        bare = result._replace(candidates=tuple(one._replace(outcome="") for one in result.candidates))
        derived = proposed_outcomes(bare, stored.seats, stored.quota_rule, stored.method)
        if derived.outcomes is not None:
            proposed += 1
            for one, outcome in zip(result.candidates, derived.outcomes, strict=True):
                assert one.outcome in ("", outcome), (result.title, one.name)
    assert proposed > 15
