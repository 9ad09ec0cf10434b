"""Which seats a contest gave to another slate than the one that held them last."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from db.dates import eve
from db.lens import Lens
from db.reading.contests.gains import NONE, Gains
from db.reading.contests.poll import Contest
from db.reading.passing.comparison import Comparison, compare
from db.reading.passing.succession import Change
from db.reading.seats.holders import Seated
from db.view import NO_SLATE


class Taken(NamedTuple):
    """A seat of which the holder is another person than the last one."""

    after: Seated | None
    before: Seated | None
    """The holder of the eve, or whoever is known to have left the seat empty before."""


def gained_at(connection: sqlite3.Connection, contest: Contest, elected: frozenset[int]) -> Gains:
    """Seats won at a contest against their last holders, which need not be who won them last.

    Args:
        connection: to the record.
        contest: the contest; before its result, or without a day, nothing is gained.
        elected: ids of the persons whom it elected.
    """
    if contest.status != "declared" or not contest.date or not elected:
        return NONE
    place = Lens(body=contest.body, section=contest.section)
    return gained_in(compare(connection, place, eve(contest.date), contest.date), elected)


def gained_in(compared: Comparison, elected: frozenset[int]) -> Gains:
    """The same, where the seats have been compared with those of the eve."""
    taken = [taken_over(compared, one) for one in compared.changes if not one.same_person]
    gains = [one for one in taken if one.after and one.after.person in elected and _passed(compared, one)]
    rest = [one for one in taken if one not in gains]
    gainers = tuple(one.after for one in gains if one.after)
    losers = tuple(one.before for one in gains if one.before)
    if not all(_settled(compared, one, gainers, losers) for one in rest):
        return NONE
    return Gains(
        gainers,
        losers,
        _sure(compared, gainers, [one.after for one in rest]),
        _sure(compared, losers, [one.before for one in rest]),
    )


def taken_over(compared: Comparison, change: Change) -> Taken:
    """A seat with its last holder, who may have left before the earlier day."""
    if change.before is None and change.after is not None:
        for link in compared.passages.of(change).links:
            if link.certain and link.departure is not None:
                return Taken(change.after, link.departure.who)
    return Taken(change.after, change.before)


def _passed(compared: Comparison, one: Taken) -> bool:
    """Whether the seat is known to have gone from one slate to another."""
    if one.after is None or one.before is None or NO_SLATE in (one.after.faction, one.before.faction):
        return False
    return not _alike(compared, one.after, one.before)


def _alike(compared: Comparison, one: Seated, other: Seated) -> bool:
    return compared.sides.alike((one.faction,), (other.faction,))


def _settled(compared: Comparison, one: Taken, gainers: Sequence[Seated], losers: Sequence[Seated]) -> bool:
    """Whether a seat that was not gained leaves no doubt about those that were.

    Where it is not known whose it was, whoever has it now could be the one who took a loser's seat, unless that is one
    more of the gainers' slate; and the other way round.
    """
    ends = ((one.before, one.after, gainers), (one.after, one.before, losers))
    return all(_known(end) or _all_alike(compared, other, people) for end, other, people in ends)


def _known(one: Seated | None) -> bool:
    return one is not None and one.faction != NO_SLATE


def _all_alike(compared: Comparison, one: Seated | None, people: Sequence[Seated]) -> bool:
    return one is not None and _known(one) and all(_alike(compared, one, other) for other in people)


def _sure(compared: Comparison, people: Sequence[Seated], others: Sequence[Seated | None]) -> bool:
    """Whether none of the others is of a slate of theirs: who gained and who lost is then certain."""
    return not any(other is not None and _alike(compared, one, other) for one in people for other in others)
