"""Who was elected: more than there are seats, or somebody who did not stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.matching import words_of
from importers.results.checks.stored import Values
from importers.results.result import Doubt, Found, Result


def too_many(values: Values) -> Iterator[Doubt]:
    """More elected than there are seats, at the place of the first one too many."""
    elected = [one for one in values.result.candidates if one.outcome == "elected"]
    seats = values.number("seats")
    if seats is not None and len(elected) > seats[0]:
        yield (
            elected[int(seats[0])].origin,
            f"Found {len(elected)} elected, expected at most {seats[0]:g}, the seats of the contest.",
        )


def seats_differ(values: Values) -> Iterator[Doubt]:
    """Another number of seats than the record has."""
    fact = values.fact("seats")
    stored = values.stored.seats
    if fact is not None and stored is not None and fact.value != stored:
        yield fact.origin, f"Found {fact.value} seats, expected {stored} as on record."


def elected_unheard_of(values: Values) -> Iterator[Doubt]:
    """Somebody elected who is not among those who stand on record, where all who stood are known."""
    if values.stored.complete and values.stored.standing:
        names = [name for name, _ in values.stored.standing]
        yield from _absent(values.result.candidates, names, "the candidates on record")


def not_standing(winners: Result, table: Result) -> tuple[Doubt, ...]:
    """Those named as elected in a list of winners who are absent from the table of all candidates.

    Where most of them are absent the two are parts of one list, as those elected above those not elected.

    Args:
        winners: a result that names who was elected.
        table: the result with all candidates of the same contest.
    """
    names = [one.name for one in table.candidates]
    absent = tuple(_absent(winners.candidates, names, f"the {len(names)} candidates of the table"))
    elected = sum(one.outcome == "elected" for one in winners.candidates)
    return absent if 2 * len(absent) <= elected else ()


def _absent(candidates: Sequence[Found], names: Sequence[str], where: str) -> Iterator[Doubt]:
    standing = [words_of(name) for name in names]
    for one in candidates:
        if one.outcome == "elected" and not any(_may_be(words_of(one.name), other) for other in standing):
            yield one.origin, f"{one.name} is elected, expected a name among {where}."


def _may_be(one: list[str], other: list[str]) -> bool:
    """Whether two names may be one person's: the same words, or the same surname and no forename that speaks against it."""
    if sorted(one) == sorted(other):
        return True
    if not one or not other or one[-1] != other[-1]:
        return False
    return len(one) == 1 or len(other) == 1 or one[0][0] == other[0][0]
