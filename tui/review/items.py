"""A plan as the rows of a list: pure functions, so that screen, export and tests say the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from db.lens import Lens
from db.view import Cell, Column, Faction, Kind, Row, Table, Tone, View
from importers.results.place import row_of
from importers.review.decisions import Decisions
from importers.review.proposal import (
    CONFLICT,
    DOUBTFUL,
    SAME,
    Difference,
    Item,
    Plan,
    Proposal,
    Proposed,
    ProposedCount,
    ProposedFact,
    ProposedSeat,
)
from importers.review.summary import counts
from tui.cells import written
from tui.signs import SIGNS

TICKED, OPEN, SETTLED = "[x]", "[ ]", " = "
HEADING = "#"
"""Begins the keys of rows that head a contest."""

COLUMNS = (
    Column("ticked", ""),
    Column("kind", "Kind"),
    Column("person", "What"),
    Column("votes", "Votes", Kind.NUMBER, optional=True),
    Column("share", "Share", Kind.SHARE, optional=True, wide=True),
    Column("outcome", "Outcome", optional=True),
    Column("slate", "Slate", Kind.FACTION, optional=True),
    Column("backed", "Backed by", Kind.NAMES, optional=True, wide=True),
    Column("place", "Place"),
    Column("look", "Look at", optional=True),
)
NOTHING: tuple[Cell, ...] = (None,) * len(COLUMNS)


class Shown(NamedTuple):
    """A plan, ready to be drawn."""

    plan: Plan
    decisions: Decisions
    view: View
    items: Mapping[str, tuple[Proposal, Item | None]]
    """What stands on a row, by its key: a contest, or an item of it."""
    doubts: tuple[str, ...]
    """Keys of the rows that wait for an answer, in their order."""

    @property
    def ticked(self) -> int:
        """How many items would be stored."""
        return sum(item.stored for one in self.plan.proposals if one.changes for item in one.items)


def shown(plan: Plan, decisions: Decisions, factions: Mapping[int, Faction]) -> Shown:
    """A plan as a list: contest by contest, an item a line."""
    rows: list[Row] = []
    items: dict[str, tuple[Proposal, Item | None]] = {}
    doubts: list[str] = []
    for number, proposal in enumerate(plan.proposals):
        key = f"{HEADING}{number}"
        items[key] = (proposal, None)
        rows.append(Row(key, (*NOTHING[:2], heading(proposal), *NOTHING[3:])))
        doubts += [key] if proposal.target is None or proposal.unsure else []
        for item in proposal.items:
            items[item.key] = (proposal, item)
            doubts += [item.key] if is_open(item, decisions) else []
            rows.append(_row(item, decisions, factions))
    view = View("review", "Review", Lens(), plan.intake.name, (), COLUMNS, tuple(rows), len(rows))
    return Shown(plan, decisions, view, items, tuple(doubts))


def heading(proposal: Proposal) -> str:
    """A contest in words, with what there is of it; the question where it is not clear which it is."""
    said = counts(proposal) or "no candidate"
    if proposal.target is None:
        asks = question(proposal)
        return f"{proposal.words} · {asks}{'' if asks.endswith('?') else ';'} t says · {said}"
    if proposal.unsure:
        return f"{proposal.words}? {proposal.unsure}; space says yes · {said}"
    return f"{proposal.words} · {said}"


def question(proposal: Proposal) -> str:
    """Why it is not clear which contest is meant, without what only a command line knows."""
    words = proposal.question.partition(" --")[0].rstrip("; ")
    return words[:1].upper() + words[1:]


def is_open(item: Item, decisions: Decisions) -> bool:
    """Whether an item waits for an answer: what is doubtful and has not been rejected."""
    return item.kind == DOUBTFUL and decisions.ticks.get(item.key) is not False


def asked(item: Item) -> str:
    """What has to be answered before an item can be stored: `person` or `twice`; blank for nothing."""
    return item.asked if isinstance(item, Proposed | ProposedSeat) else ""


def differing(item: Item) -> tuple[Difference, ...]:
    """Where record and source differ."""
    if isinstance(item, Proposed):
        return tuple(one for one in item.differences if not one.fills)
    if isinstance(item, ProposedFact) and item.kind == CONFLICT:
        return (Difference(item.fact.field, item.on_record, item.fact.value, fills=False),)
    return ()


def told(value: str | float | None, field: str = "", factions: Mapping[int, Faction] | None = None) -> str:
    """A value for people."""
    if field == "slate" and isinstance(value, int) and factions and value in factions:
        return factions[value].name
    if field == "sitting":
        return "yes" if value else "no"
    if field in ("share", "previous_share"):
        return written(value, Kind.SHARE)
    return written(value, Kind.DATE if isinstance(value, str) and field in DATES else Kind.NUMBER)


DATES = ("date", "nominations_open", "nominations_close", "ballot_open", "ballot_close")


def as_export(shown: Shown) -> View:
    """The review as a view for a file: a table for each contest."""
    parts: list[tuple[Proposal, list[Row]]] = []
    for row in shown.view.rows:
        proposal, item = shown.items[row.key]
        if item is None:
            parts.append((proposal, []))
        else:
            parts[-1][1].append(row)
    if not parts:
        return shown.view
    first, *others = parts
    tables = tuple(
        Table(f"contest-{number}", heading(proposal), COLUMNS, tuple(rows))
        for number, (proposal, rows) in enumerate(others, 2)
    )
    notes = tuple(f"{place}: {words}" for one, _ in parts for place, words in one.doubts)
    return shown.view._replace(
        title=heading(first[0]), rows=tuple(first[1]), total=len(first[1]), tables=tables, notes=notes,
        findings=(f"Not stored yet: {shown.plan.intake.name}.",),
    )  # fmt: skip


def _row(item: Item, decisions: Decisions, factions: Mapping[int, Faction]) -> Row:
    tick = SETTLED if item.kind == SAME else TICKED if item.stored else OPEN
    cells = _cells(item, factions)
    return Row(item.key, (tick, f"{SIGNS[item.kind]} {item.kind}", *cells), tone=_tone(item, decisions))


def _tone(item: Item, decisions: Decisions) -> Tone:
    if is_open(item, decisions) or item.kind == CONFLICT:
        return Tone.NOTABLE
    if item.kind == SAME or not item.stored:
        return Tone.FAINT
    return Tone.STRONG if isinstance(item, Proposed) and item.outcome == "elected" else Tone.PLAIN


def _cells(item: Item, factions: Mapping[int, Faction]) -> tuple[Cell, ...]:
    """From the name to what is to be looked at."""
    if isinstance(item, Proposed):
        return _candidacy(item, factions)
    if isinstance(item, ProposedFact):
        fact = item.fact
        words = f"{field_words(fact.field)}: {told(fact.value, fact.field)}"
        return (
            words,
            None,
            None,
            None,
            None,
            None,
            row_of(fact.origin),
            "; ".join(_why(item, factions)) or None,
        )
    if isinstance(item, ProposedCount):
        return (
            item.words,
            None,
            None,
            None,
            None,
            None,
            row_of(item.origin),
            "; ".join(_why(item, factions)) or None,
        )
    seat = item.seat
    held = f"{seat.start or '?'} to {seat.end or 'now'}"
    faction = factions.get(item.faction or 0) or (seat.faction or None)
    look = "; ".join(_why(item, factions)) or None
    return (
        f"{seat.name}, {seat.section}".rstrip(", "),
        None,
        None,
        held,
        faction,
        None,
        row_of(seat.origin),
        look,
    )


def _candidacy(row: Proposed, factions: Mapping[int, Faction]) -> tuple[Cell, ...]:
    found = row.found
    outcome = "" if row.outcome == "unknown" else row.outcome
    slate: Cell = factions.get(row.slate or 0) or (found.slate or None)
    backed = tuple(one.backing.label for one in row.backed)
    name = f"  and {found.name}" if row.further else found.name
    look = "; ".join(_why(row, factions)) or None
    return (
        name,
        found.votes,
        found.share,
        outcome or None,
        slate,
        backed or None,
        row_of(found.origin),
        look,
    )


def _why(item: Item, factions: Mapping[int, Faction]) -> Iterator[str]:
    """What is to be looked at, in a few words."""
    question = asked(item)
    if question == "twice":
        yield "named twice"
    elif question:
        names = [one.name for one in getattr(item, "suggestions", ())]
        yield f"who is it? {' or '.join(names[:2])}" + ("?" if names else "")
    for one in differing(item):
        yield f"{field_words(one.name)}: on record {told(one.stored, one.name, factions)}"
    if isinstance(item, Proposed):
        yield from (words for _, words in item.doubts)
        if item.found.rests_on and item.kind == DOUBTFUL and not question:
            yield f"“{item.found.rests_on}”"
    if isinstance(item, ProposedFact) and item.fact.rests_on and item.kind == DOUBTFUL:
        yield f"“{item.fact.rests_on}”"
    if isinstance(item, ProposedCount) and item.kind == DOUBTFUL:
        yield item.waits


def field_words(field: str) -> str:
    """The name of a field for people."""
    return field.removesuffix("_words").replace("_", " ")
