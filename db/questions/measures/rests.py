"""What the measures rest on: the seats of a day and who holds them, the candidacies of the contests."""

from __future__ import annotations

from collections.abc import Iterable

from db.questions.measures.power import Hall
from db.reading.counting.seat_facts import of_all
from db.reading.counting.votes import Returns, Side
from db.reading.facts import together
from db.view import Fact


def of_sides(hall: Hall, sides: Iterable[Side]) -> tuple[Fact, ...]:
    """The seats of some sides."""
    return of_all((one for side in sides for one in hall.sides[side]), hall.rests)


def of_open(hall: Hall) -> tuple[Fact, ...]:
    """Seats of which it is not known whose they are: their holders, and the rules by which there are more seats than holders."""
    balance = hall.balance
    holders = of_all((*balance.unknown, *(one for one, _ in balance.torn)), hall.rests)
    return together(holders, *(one.facts for one in balance.chamber.not_known))


def of_halls(*halls: Hall) -> tuple[Fact, ...]:
    """All seats of some days."""
    return together(
        *(part for hall in halls for part in (of_all(hall.balance.chamber.seated, hall.rests), of_open(hall)))
    )


def of_contests(now: Returns | None, before: Returns | None) -> tuple[Fact, ...]:
    """Contests with all their candidacies."""
    return together(*(one.facts for one in (now, before) if one is not None))
