"""Figures that count something else than the contest's do: percent for votes, card votes for members', thousands for ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from db.matching import words_of
from db.measures.methods import counts_papers
from importers.results.checks.stored import Values
from importers.results.result import Doubt

_KINDS: Final = (
    ("percent", re.compile(r"percent|per cent|%|share", re.I)),
    ("thousands", re.compile(r"thousand|\b000s?\b", re.I)),
    ("first preferences", re.compile(r"first pref|1st pref", re.I)),
    ("card votes", re.compile(r"card|delegat|weighted|affiliat|union", re.I)),
    ("members' votes", re.compile(r"member|OMOV", re.I)),
    ("councillors' votes", re.compile(r"councillor", re.I)),
    ("MPs' votes", re.compile(r"\bMPs?\b|parliamentar", re.I)),
)
TIMES: Final = 100
"""Figures that are so many times larger or smaller than those on record count something else."""


def kind_of(unit: str) -> str:
    """The kind of a unit in words; blank for plain votes and what is not known."""
    return next((kind for kind, pattern in _KINDS if pattern.search(unit)), "")


def unit_differs(values: Values) -> Iterator[Doubt]:
    """A unit that the source names and the record names otherwise."""
    units = [one for one in values.result.facts if one.field == "unit"]
    said = next((one for one in units if one.certain or kind_of(str(one.value)) == "thousands"), None)
    stored = values.stored.unit
    if said is None or not stored:
        return
    found, expected = kind_of(str(said.value)), kind_of(stored)
    if found and expected and found != expected:
        yield said.origin, f"Found figures in {said.value}, expected {stored} as on record."


def figures_of_another_unit(values: Values) -> Iterator[Doubt]:
    """Figures that look like another unit than the one on record."""
    unit, votes = values.stored.unit, values.votes
    if not unit or not votes:
        return
    if kind_of(unit) == "percent":
        if max(votes) > 100 or sum(votes) > 100 * max(values.stored.seats or 1, 1) + 5:
            yield values.place, f"Found figures up to {max(votes):,}, expected {unit} as on record."
        return
    if _are_percent(votes) and not any(map(values.number, ("ballots", "valid_votes"))):
        yield (
            values.place,
            f"Found figures up to {max(votes):,} that add to {sum(votes):.4g}, as percentages do; expected {unit} as on record.",
        )
    elif any(isinstance(one, float) for one in votes) and not _may_be_parts(unit, values.words("method")):
        first = next(one for one in values.result.candidates if isinstance(one.votes, float))
        yield (
            first.origin,
            f"Found {first.votes:,} votes for {first.name}, expected a whole number of {unit}.",
        )


def _may_be_parts(unit: str, method: str) -> bool:
    return not counts_papers(unit, method)


def _are_percent(votes: Sequence[float]) -> bool:
    """Whether figures are likely percentages: none above a hundred, about a hundred together, and parts of one among them."""
    parts = any(isinstance(one, float) for one in votes)
    near = 99 <= sum(votes) <= 101 if parts else sum(votes) == 100
    return len(votes) > 1 and max(votes) <= 100 and near


def sizes_differ(values: Values) -> Iterator[Doubt]:
    """Figures that are a hundred times and more those on record of the same persons, or so many times less."""
    stored = {" ".join(sorted(words_of(name))): votes for name, votes in values.stored.standing if votes}
    pairs = [
        (one.votes, had)
        for one in values.result.candidates
        if one.votes and (had := stored.get(" ".join(sorted(words_of(one.name)))))
    ]
    if len(pairs) < 2:
        return
    times = median(float(found) / had for found, had in pairs)
    if times >= TIMES or times <= 1 / TIMES:
        words = f"about {times:,.3g} times" if times > 1 else f"about one {1 / times:,.3g}th of"
        yield values.place, f"Found figures {words} those on record, expected the same unit."
