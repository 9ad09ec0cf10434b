"""Persons who may be one, and names that may be two persons'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from db.identity.duplicates import Pair, likely_same, namesakes
from db.questions.audit.finding import Finding, Scope
from db.reading.parts import in_parts, marks
from db.view import Fact

HERE = """
SELECT candidacy.person_id FROM section CROSS JOIN candidacy ON candidacy.section_id = section.id WHERE {where}
UNION SELECT term.person_id FROM section CROSS JOIN term ON term.section_id = section.id WHERE {where}
"""

MANY = 20_000
"""From so many persons on only those of the very same name are found: to compare them all would take minutes."""

SAME_DAY = """
SELECT candidacy.id, other.id, contest.id, also.id, section.name, section_also.name, contest.date
FROM contest CROSS JOIN candidacy ON candidacy.contest_id = contest.id
CROSS JOIN candidacy AS other ON other.person_id = candidacy.person_id AND other.id {than} candidacy.id
CROSS JOIN contest AS also ON also.id = other.contest_id
CROSS JOIN section ON section.id = contest.section_id CROSS JOIN section AS section_also ON section_also.id = also.section_id
WHERE {where} AND also.body_id = contest.body_id AND also.section_id <> contest.section_id
  AND section.parent_id IS NOT also.section_id AND section_also.parent_id IS NOT contest.section_id
  AND (also.round_id = contest.round_id OR length(contest.date) = 10 AND also.date = contest.date)
ORDER BY contest.id, candidacy.id
"""

TWO_SEATS = """
SELECT term.id, other.id, section.name, section_also.name, max(term.since, other.since)
FROM section CROSS JOIN term ON term.section_id = section.id
CROSS JOIN term AS other ON other.person_id = term.person_id AND other.id {than} term.id
CROSS JOIN section AS section_also ON section_also.id = other.section_id
WHERE {where} AND section_also.body_id = section.body_id AND section_also.id <> section.id
  AND section.parent_id IS NOT section_also.id AND section_also.parent_id IS NOT section.id
  AND term.since < coalesce(other.until, '~') AND other.since < coalesce(term.until, '~')
  AND (other.until IS NULL OR substr(term.since, 1, length(other.until)) <> other.until)
  AND (term.until IS NULL OR substr(other.since, 1, length(term.until)) <> term.until)
  AND length(max(term.since, other.since)) = 10
ORDER BY term.id
"""
"""Dates that are known to the year or month get the benefit of the doubt."""


def findings(scope: Scope) -> Iterator[Finding]:
    """Alike names, and one name in two places at one time."""
    yield from _stood_twice(scope)
    if not scope.contests:
        yield from _sat_twice(scope)
        yield from _alike(scope)


def _alike(scope: Scope) -> Iterator[Finding]:
    """Pairs of persons whose names are alike, and of whom nobody has said that they are two; of a place those who were there."""
    for pair in _pairs(scope):
        first, second = sorted(((pair.gone, pair.gone_name), (pair.kept, pair.kept_name)))
        query = "SELECT key, id FROM person WHERE key IN (?, ?)"
        ids = dict(scope.connection.execute(query, [first[0], second[0]]).fetchall())
        yield Finding(
            "may-be-one", Fact("person", ids[first[0]]), f"like {second[1]} ({second[0]}): {pair.reason}",
            "one person, or two declared as such", (Fact("person", ids[second[0]]),),
        )  # fmt: skip


def _pairs(scope: Scope) -> Iterable[Pair]:
    here = None if scope.everything else _here(scope)
    if not _are_many(scope, here):
        return likely_same(scope.connection, here)
    keys = None if here is None else _keys(scope, here)
    return (pair for pair in namesakes(scope.connection) if keys is None or {pair.gone, pair.kept} <= keys)


def only_namesakes(scope: Scope) -> bool:
    """Whether there are so many persons that only those of the very same name are found."""
    return not scope.contests and _are_many(scope, None if scope.everything else _here(scope))


def _here(scope: Scope) -> list[int]:
    """Who stood or sat in the place."""
    where, values = scope.of_sections
    return [person for (person,) in scope.connection.execute(HERE.format(where=where), values * 2)]


def _are_many(scope: Scope, here: list[int] | None) -> bool:
    if here is not None:
        return len(here) >= MANY
    (number,) = scope.connection.execute("SELECT count(*) FROM person").fetchone()
    return int(number) >= MANY


def _keys(scope: Scope, here: list[int]) -> set[str]:
    return {
        key
        for some in in_parts(here)
        for (key,) in scope.connection.execute(
            f"SELECT key FROM person WHERE id IN ({marks(len(some))})", some
        )
    }


def _stood_twice(scope: Scope) -> Iterator[Finding]:
    """One person in two contests of a body that were held together."""
    where, values = scope.of_contests
    than = "<>" if not scope.everything else ">"
    told: set[tuple[int, int]] = set()
    for one, other, contest, also, here, there, _ in scope.connection.execute(
        SAME_DAY.format(where=where, than=than), values
    ):
        pair = (min(one, other), max(one, other))
        if pair in told:
            continue
        told.add(pair)
        (first, held, named), (second, held_too, named_too) = sorted(
            ((one, contest, here), (other, also, there))
        )
        yield Finding(
            "may-be-two", Fact("candidacy", first), f"stood in {named} and in {named_too}, held together",
            "one contest, or two persons",
            (Fact("candidacy", second), Fact("contest", held), Fact("contest", held_too)),
        )  # fmt: skip


def _sat_twice(scope: Scope) -> Iterator[Finding]:
    """One person in two seats of a body at one time."""
    where, values = scope.of_sections
    told: set[tuple[int, int]] = set()
    for one, other, here, there, _ in scope.connection.execute(
        TWO_SEATS.format(where=where, than="<>" if scope.section is not None else ">"), values
    ):
        pair = (min(one, other), max(one, other))
        if pair in told:
            continue
        told.add(pair)
        (first, named), (second, named_too) = sorted(((one, here), (other, there)))
        yield Finding(
            "may-be-two", Fact("term", first), f"sat in {named} and in {named_too} at one time",
            "one seat at a time, or two persons", (Fact("term", second),),
        )  # fmt: skip
