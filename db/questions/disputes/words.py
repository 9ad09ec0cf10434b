"""What is said of disputes, in sentences that may be printed."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from db.lens import Lens
from db.reading.disputes.found import Dispute
from db.reading.disputes.values import Kind
from db.reading.disputes.wording import compared
from db.reading.fields import label_of
from db.wording import count, listed, sentence

Shown = Sequence[tuple[Dispute, str]]
"""Disputes, each with its row in words, the largest first."""


def findings(connection: sqlite3.Connection, shown: Shown, rough: int, *, part: bool) -> tuple[str, ...]:
    """How many there are and of what, which is the largest, and how many bear on slates.

    Args:
        connection: to the record.
        shown: the contradictions that are shown.
        rough: how many values are only stated less exactly or in other words.
        part: whether there are others, which a filter leaves out.
    """
    if not shown:
        words = f"No two sources contradict each other here; {count(rough, 'value is', 'values are')} stated less exactly"
        return (sentence(f"{words} or in other words"),) if rough else ()
    said = [
        f"Sources contradict each other on {count(len(shown), 'value')}{' shown here' if part else ''}{_parts(shown)}"
    ]
    dispute, row = shown[0]
    if dispute.kind is Kind.FIGURE:
        said.append(
            f"{'They are furthest apart' if len(shown) > 1 else 'It is'} {_told(connection, dispute, row)}"
        )
    slates = sum(one.field == "slate" for one, _ in shown)
    if slates:
        are = "slate" if slates == 1 else "slates", "is" if slates == 1 else "are"
        said.append(f"The {are[0]} of {count(slates, 'candidate')} {are[1]} disputed")
    return tuple(map(sentence, said))


def _parts(shown: Shown) -> str:
    figures = sum(one.kind is Kind.FIGURE for one, _ in shown)
    dates = sum(one.kind is Kind.DATE for one, _ in shown)
    words = len(shown) - figures - dates
    parts = [
        count(number, *nouns)
        for number, nouns in (
            (figures, ("figure", "figures")),
            (dates, ("date", "dates")),
            (words, ("statement in words", "statements in words")),
        )
        if number
    ]
    return f": {listed(parts)}" if len(shown) > 1 else ""


def _told(connection: sqlite3.Connection, dispute: Dispute, row: str) -> str:
    """`on the votes of Tony Robinson, NEC members 2001 (24,771 shown, 29,912 to 29,942 implied)`."""
    return f"on the {label_of(dispute.fact.table, dispute.field)} of {row} ({compared(connection, dispute)})"


def notes(lens: Lens) -> tuple[str, ...]:
    """How to read the list."""
    said = [
        "Apart says how far the values are apart at the most, in percent of the larger figure; days are counted at the "
        "least, where a date is known to the month or the year only",
        "Every value is kept with its sources, whichever is shown",
    ]
    if lens.factions:
        said.append(
            "Only candidacies belong to a faction: other disputes are left out while one is switched on"
        )
    return tuple(map(sentence, said))
