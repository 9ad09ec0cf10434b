"""The findings of the list of factions: which of those shown stood, and which of them won most seats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from db.reading.contests.winners import most_elected
from db.view import Faction
from db.wording import count, number_word, sentence, the


class Fared(NamedTuple):
    """One of the factions shown."""

    faction: Faction
    stood: int
    elected: int
    endorsed: int


def findings(fared: Sequence[Fared], scope: str, *, filtered: bool) -> tuple[str, ...]:
    """Who of those shown won most seats, and how many stood.

    Args:
        fared: the factions that are let through.
        scope: the body and section within which candidacies are counted; blank for the whole record.
        filtered: whether factions are left out.
    """
    if not fared:
        return ()
    seats = f"for seats of the {scope}" if scope else "in the contests on record"
    if len(fared) == 1:
        return (sentence(_single(fared[0], seats)),)
    most = most_elected({one.faction: (one.elected, one.stood) for one in fared})
    stood = sum(one.stood > 0 for one in fared)
    shown = f"{number_word(len(fared))} factions {'shown' if filtered else 'on record'}"
    return tuple(
        map(
            sentence,
            filter(
                None, (most, f"{number_word(stood) if stood else 'not one'} of the {shown} stood {seats}")
            ),
        )
    )


def _single(one: Fared, seats: str) -> str:
    words = f"{the(one.faction.name)} did not stand {seats}"
    if one.stood:
        words = f"{the(one.faction.name)} had {count(one.stood, 'candidacy', 'candidacies')} {seats}"
        words += (
            f" and won {count(one.elected, 'seat')}" if one.elected else ", none of them known to have won"
        )
    if one.endorsed:
        words += f"; {count(one.endorsed, 'candidacy was', 'candidacies were')} endorsed by {the(one.faction.name)}"
    return words
