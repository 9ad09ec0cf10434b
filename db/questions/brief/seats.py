"""The seats of a contest one by one, against whoever held each last, and how it passed."""

from __future__ import annotations

from typing import NamedTuple

from db.lens import Lens, Place
from db.questions.brief.subject import Subject
from db.reading.contests.poll import Poll
from db.reading.facts import together
from db.reading.passing.comparison import Comparison
from db.reading.passing.gained import taken_over
from db.reading.passing.passages import Passage
from db.reading.passing.story import story
from db.reading.passing.succession import (
    ABOLISHED,
    FILLED,
    GAIN,
    HELD,
    HELD_BY_ANOTHER,
    HELD_OTHERWISE,
    KEPT,
    NEW,
    NEW_HOLDER,
    NOT_KNOWN,
    NOT_KNOWN_BEFORE,
    VACANT,
    Change,
)
from db.reading.seats.holders import Seated
from db.view import NO_SLATE, Column, Kind, Row, Table, Tone

WORDS = {
    GAIN: "gained",
    HELD: "held",
    HELD_BY_ANOTHER: "held by somebody new",
    HELD_OTHERWISE: "held on another slate",
    NEW: "new seat",
    FILLED: "filled",
    NEW_HOLDER: "new holder",
    ABOLISHED: "seat gone",
    VACANT: "no successor on record",
    NOT_KNOWN: "holder not on record",
    NOT_KNOWN_BEFORE: "last holder not on record",
}
"""What is said of a seat; other kinds say what they are."""

LEAD = "Each seat is set against whoever held it last, which need not be whoever won it last time."


class Passed(NamedTuple):
    """A seat on the eve and on the day of a contest."""

    kind: str
    before: Seated | None
    """The last holder, who may have left before the eve."""
    after: Seated | None
    change: Change
    passage: Passage


def table(subject: Subject) -> Table:
    """A row a seat: gained, held, new ..., the one who had it last and the one who has it now."""
    columns = (
        Column("after", "Now"),
        Column("slate_after", "Slate", Kind.FACTION),
        *(() if subject.round is None else (Column("section", "Section"),)),
        Column("kind", "Seat"),
        Column("before", "Last holder", optional=True),
        Column("slate_before", "Slate", Kind.FACTION, optional=True),
        Column("story", "How", optional=True),
    )
    keys = [column.key for column in columns]
    rows = [
        _row(poll, compared, seat, keys)
        for poll, compared in subject.seats
        for seat in passed(poll, compared)
    ]
    return Table("changes", "The seats", columns, tuple(rows), lead=LEAD)


def passed(poll: Poll, compared: Comparison) -> list[Passed]:
    """The seats that a contest filled, those that changed first; nothing where no earlier holder of them all is on record."""
    elected = {one.person for one in poll.candidates if one.elected}
    held = compared.passages.between.by_key.get(poll.contest.key)
    whole = held is not None and held.kind == "regular" and held.whole
    found = [
        _passed(poll, compared, change)
        for change in compared.changes
        if change.counted and (whole or (change.after is not None and change.after.person in elected))
    ]
    if all(one.kind == NOT_KNOWN_BEFORE for one in found):
        return []
    return sorted(found, key=lambda one: (one.after is None, one.kind in KEPT))


def _passed(poll: Poll, compared: Comparison, change: Change) -> Passed:
    """A seat; whoever is known to have left it empty before the eve was its last holder."""
    passage = compared.passages.of(change)
    kind, before, after = change.kind, change.before, change.after
    if before is None and after is not None:
        before = taken_over(compared, change).before
        if before is not None:
            kind = _kind(compared, before, after)
        elif poll.contest.kind == "additional":
            kind = NEW
    return Passed(kind, before, after, change, passage)


def _kind(compared: Comparison, before: Seated, after: Seated) -> str:
    if NO_SLATE in (before.faction, after.faction):
        return NEW_HOLDER
    alike = compared.sides.alike((before.faction,), (after.faction,))
    return HELD_BY_ANOTHER if alike else GAIN


def _row(poll: Poll, compared: Comparison, seat: Passed, keys: list[str]) -> Row:
    before, after = seat.before, seat.after
    cells = {
        "section": poll.contest.section_name,
        "kind": WORDS.get(seat.kind, seat.kind),
        "before": before.person_name if before else None,
        "slate_before": before.faction if before else None,
        "after": after.person_name if after else None,
        "slate_after": after.faction if after else None,
        "story": story(seat.passage, seat.change) or None,
    }
    people = [one for one in (after, before) if one is not None]
    first = people[0]
    return Row(
        key=f"{poll.contest.key}/{'/'.join(one.person_key for one in people)}/{seat.change.section.key}",
        cells=tuple(cells[key] for key in keys),
        opens=Place("candidate", Lens(person=first.person_key)),
        factions=frozenset(one.faction.key for one in people),
        date=compared.later.date,
        tone=Tone.PLAIN if seat.kind in KEPT else Tone.STRONG if seat.kind == GAIN else Tone.NOTABLE,
        facts=together(*(one.facts for one in people), seat.passage.facts),
    )


def missing(poll: Poll, compared: Comparison) -> int:
    """How many seats that the contest filled have no last holder on record."""
    return sum(_passed(poll, compared, change).kind == NOT_KNOWN_BEFORE for change in compared.changes)
