"""Published claims as they are stored: what was said, of what, and where."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Claim(NamedTuple):
    """A claim; what its measure does not use is None.  Ids are those of the tables that columns are named after."""

    id: int
    key: str
    words: str
    measure: str
    section: int | None = None
    contest: int | None = None
    against: int | None = None
    round: int | None = None
    division: int | None = None
    faction: int | None = None
    other: int | None = None
    bloc: int | None = None
    other_bloc: int | None = None
    person: int | None = None
    rival: int | None = None
    counting: str | None = None
    kinds: str | None = None
    of: int | None = None
    than: int | None = None
    sense: str = "exactly"
    stated: float | None = None
    decimals: int | None = None
    whole: float | None = None
    versus: float | None = None
    least: float | None = None
    since: str | None = None
    note: str | None = None


_CLAIM = """
SELECT claim.id, claim.key, words, measure, claim.section_id, contest_id, against_id, claim.round_id, division_id, faction_id,
       other_id, bloc_id, other_bloc_id, person_id, rival_id, counting, kinds, of_id, than_id, sense, stated, decimals, whole,
       versus, least, since, claim.note
FROM ({ids}) AS wanted CROSS JOIN claim ON claim.id = wanted.id ORDER BY claim.id
"""

OF_CONTEST = """
SELECT id FROM claim WHERE contest_id = :contest
UNION SELECT claim.id FROM contest CROSS JOIN claim ON claim.round_id = contest.round_id WHERE contest.id = :contest
UNION SELECT whole.id FROM claim AS part CROSS JOIN claim AS whole ON whole.of_id = part.id WHERE part.contest_id = :contest
"""
"""Claims on a contest, on the round that it was part of, and those that compare claims on it."""

OF_ROUND = """
SELECT id FROM claim WHERE round_id = :round
UNION SELECT claim.id FROM contest CROSS JOIN claim ON claim.contest_id = contest.id WHERE contest.round_id = :round
"""

_PLACED = """
SELECT claim.id FROM claim LEFT JOIN claim AS part ON part.id = claim.of_id
LEFT JOIN contest ON contest.id = coalesce(claim.contest_id, part.contest_id)
LEFT JOIN section ON section.id = coalesce(claim.section_id, contest.section_id)
"""

OF_SECTION = f"""
{_PLACED} WHERE section.id = :section OR section.parent_id = :section
UNION SELECT claim.id FROM contest CROSS JOIN claim ON claim.round_id = contest.round_id WHERE contest.section_id = :section
"""

OF_BODY = f"""
{_PLACED} WHERE section.body_id = :body
UNION SELECT claim.id FROM contest CROSS JOIN claim ON claim.round_id = contest.round_id WHERE contest.body_id = :body
UNION SELECT claim.id FROM division CROSS JOIN claim ON claim.division_id = division.id WHERE division.body_id = :body
"""


def every_claim(connection: sqlite3.Connection, ids: str, values: Mapping[str, object]) -> list[Claim]:
    """Claims by a query that gives their ids, in the order in which they were stored."""
    return [Claim(*row) for row in connection.execute(_CLAIM.format(ids=ids), values)]


def claims_of_contest(connection: sqlite3.Connection, contest: int) -> list[Claim]:
    """The claims on a contest, by its id."""
    return every_claim(connection, OF_CONTEST, {"contest": contest})


def claims_of_round(connection: sqlite3.Connection, round_: int) -> list[Claim]:
    """The claims on a round, by its id, and on each contest of it."""
    return every_claim(connection, OF_ROUND, {"round": round_})


def claims_of_place(connection: sqlite3.Connection, body: int | None, section: int | None) -> list[Claim]:
    """The claims on a body or a section, by their ids; on everything where both are open."""
    if body is None:
        return every_claim(connection, "SELECT id FROM claim", {})
    values = {"body": body, "section": section}
    return every_claim(connection, OF_BODY if section is None else OF_SECTION, values)


def claim_of_key(connection: sqlite3.Connection, key: str) -> Claim | None:
    """The claim of a key; None where there is none."""
    return next(iter(every_claim(connection, "SELECT id FROM claim WHERE key = :key", {"key": key})), None)


def claim_of_id(connection: sqlite3.Connection, number: int) -> Claim:
    """The claim of an id that is on record."""
    return every_claim(connection, "SELECT :id AS id", {"id": number})[0]


def sources_of(connection: sqlite3.Connection, claims: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Of each claim who published it, and when: the first source that supports it as a whole."""
    found: dict[int, tuple[str, str]] = {}
    query = """
        SELECT publisher, title, date, kind FROM citation JOIN source ON source.id = source_id
        WHERE entity = 'claim' AND entity_id = ? AND field IS NULL ORDER BY citation.id LIMIT 1
    """
    for claim in claims:
        for publisher, title, date, kind in connection.execute(query, [claim]):
            found[claim] = (publisher or title or "" if kind == "published" else "", date or "")
    return found
