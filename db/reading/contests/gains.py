"""Seats that a contest gave to another slate than the one that held them last, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from db.reading.seats.holders import Seated
from db.view import Faction
from db.wording import count, listed, surnames, the

NAMED = 4
"""More persons than these are told by their slates."""


class Gains(NamedTuple):
    """Seats won by another person on another slate than the last holder's: as many gainers as losers."""

    gainers: tuple[Seated, ...] = ()
    losers: tuple[Seated, ...] = ()
    gainers_sure: bool = True
    """Whether nobody else came in of whom as much could be said."""
    losers_sure: bool = True
    """Whether nobody else went out of whom as much could be said."""

    @property
    def told(self) -> frozenset[str]:
        """Names of the persons whom `in_words` names."""
        return frozenset(
            one.person_name
            for people, sure in ((self.gainers, self.gainers_sure), (self.losers, self.losers_sure))
            if sure and len(people) <= NAMED
            for one in people
        )


NONE = Gains()


def in_words(gains: Gains, subject: Faction | None = None) -> str:
    """Who gained what from whom: `Osamor gained a seat from Wheeler`; blank where no seat passed from slate to slate.

    Args:
        gains: what passed.
        subject: the slate of which a sentence has just told, and to which it refers as such.
    """
    if not gains.gainers:
        return ""
    short = surnames((one.person_name, one.sort_name) for one in gains.gainers + gains.losers)
    told, number = gains.told, len(gains.gainers)
    seats = "a seat" if number == 1 else "seats"
    losers = _people(gains.losers, short) if _all(gains.losers, told) else _slates(gains.losers)
    if _all(gains.gainers, told):
        return f"{_people(gains.gainers, short)} gained {seats} from {losers}"
    slates = {one.faction for one in gains.gainers}
    who = "it" if slates == {subject} else _slates(gains.gainers)
    if len(slates) == 1 and number > 1:
        seats = count(number, "seat")
    return f"{who} gained {seats} from {losers}"


def _all(people: Sequence[Seated], told: frozenset[str]) -> bool:
    return all(one.person_name in told for one in people)


def _people(people: Sequence[Seated], short: dict[str, str]) -> str:
    return listed([short[one.person_name] for one in people])


def _slates(people: Sequence[Seated]) -> str:
    slates = Counter(one.faction for one in people)
    return listed([the(slate.name, number) for slate, number in slates.items()])
