"""The values of a dispute as a sentence has them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from db.reading.citations import Citations
from db.reading.disputes.found import Dispute, Disputes, Side
from db.reading.disputes.values import Kind
from db.reading.fields import exactly, field_of, for_eyes
from db.view import Fact
from db.wording import listed


def in_words(connection: sqlite3.Connection, dispute: Dispute, side: Side) -> str:
    """One of the values: figures with thousands, dates in words, a faction by its name."""
    field = field_of(dispute.fact.table, dispute.field)
    if field is None and dispute.kind is Kind.FIGURE and (number := exactly(side.value)) is not None:
        return f"{number:,f}"
    return for_eyes(connection, field, side.value)


def others_in_words(connection: sqlite3.Connection, dispute: Dispute) -> str:
    """The other values: of three and more figures the range, else each."""
    sides = list(dispute.others)
    if dispute.kind is Kind.FIGURE:
        sides.sort(key=lambda side: exactly(side.value) or 0)
        if len(sides) > 1:
            return f"{in_words(connection, dispute, sides[0])} to {in_words(connection, dispute, sides[-1])}"
    return listed([in_words(connection, dispute, side) for side in sides])


def compared(connection: sqlite3.Connection, dispute: Dispute) -> str:
    """What is shown and what is not: `24,771 shown, 29,912 to 29,942 implied`."""
    others = others_in_words(connection, dispute)
    worked_out = all(one.derived for side in dispute.others for one in side.stated)
    if dispute.shown is None:
        return f"{others} {'implied' if worked_out else 'stated'}, none shown"
    return f"{in_words(connection, dispute, dispute.shown)} shown, {others} {'implied' if worked_out else 'stated elsewhere'}"


def stated_besides(citations: Citations, facts: Iterable[Fact]) -> Mapping[Fact, list[str]]:
    """What is stated of some rows and is not shown, each with its field and whoever states it: `against 15 (Left Futures)`."""
    found: dict[Fact, list[str]] = defaultdict(list)
    for dispute in Disputes(citations.connection).of(facts):
        for side in dispute.others:
            for one in side.stated:
                who = citations.called(citations.number(one.source))
                found[dispute.fact].append(f"{dispute.field} {one.value} ({who})")
    return found
