"""How a seat came from one holder to the next, in words."""

from __future__ import annotations

from db.dates import on_day, written
from db.reading import reasons
from db.reading.citations import Citations
from db.reading.passing.passages import Arrival, Departure, Link, Passage
from db.reading.passing.succession import NOT_KNOWN, NOT_KNOWN_BEFORE, VACANT, Change
from db.reading.seats.chamber import stale_on
from db.reading.seats.holders import Seated
from db.view import NO_SLATE, Faction

VERBS = {
    reasons.DEATH: "died",
    reasons.RESIGNATION: "resigned",
    reasons.PARLIAMENT: "was elected to parliament",
    reasons.SUSPENSION: "was suspended",
    reasons.EXPULSION: "was expelled",
    reasons.LOST: "lost the election",
    reasons.RETIRED: "did not stand again",
}
"""What is said of somebody who left for a reason that the record gives in no words of its own."""

_PASSIVE = ("elected", "replaced", "removed", "suspended", "expelled", "appointed", "defeated", "made")
_RUN_OUT = ("term ended", "end of term")
"""What says no more than that there was an election."""
_ACTIVE = (
    "became", "died", "did not", "gave up", "joined", "left", "moved", "relinquished", "resigned", "retired", "stepped down",
    "stood",
)  # fmt: skip


def story(passage: Passage, change: Change) -> str:
    """What happened to a seat between the two days, the newest first; blank where the record does not say."""
    if change.same_person:
        return "; ".join(_stayed(passage, change))
    known = change.before.person if change.before else None
    said = [_link(link, known, name=at > 0) for at, link in enumerate(passage.links)]
    return "; ".join(filter(None, said))


def _stayed(passage: Passage, change: Change) -> list[str]:
    said = [f"elected anew {on_day(passage.renewed.date)}"] if passage.renewed else []
    if passage.suspended and change.after:
        said.append(f"suspended since {written(change.after.since)}")
    return said


def _link(link: Link, known: int | None, *, name: bool) -> str:
    came = _came(link.arrival) if link.arrival else ""
    if came and name and link.arrival:
        came = f"before that, {link.arrival.who.person_name}: {came}"
    left = _left(link.departure, known) if link.departure else ""
    if not came or not left:
        return came or left
    regular = link.arrival is not None and link.arrival.reason == reasons.REGULAR
    return f"{came}, after {left}" if link.certain and not regular else f"{came}; {left}"


def _came(arrival: Arrival) -> str:
    if arrival.contest is not None:
        kind = reasons.OF_CONTEST.get(arrival.contest.kind, reasons.ELECTION)
        return f"{kind} of {written(arrival.contest.date)}"
    if arrival.date is None:
        return ""
    gained = _clean(arrival.who.gained)
    return f"{gained}, {written(arrival.date)}" if gained else f"since {written(arrival.date)}"


def _left(departure: Departure, known: int | None) -> str:
    """How somebody left; with the slate, unless it is the earlier holder, whose slate stands beside the name."""
    words, date = _clean(departure.who.why_ended), departure.date
    told = date is None or date[:4] in words or departure.contest is not None
    when = "" if told or date is None else f" {on_day(date)}"
    start = words.casefold()
    if start in _RUN_OUT and departure.contest:
        return ""
    if start == "lost election":
        said = VERBS[reasons.LOST]
    elif start.startswith(_PASSIVE):
        said = f"was {words}{when}"
    elif start.startswith(_ACTIVE):
        said = f"{words}{when}"
    elif words:
        said = f"left{when} ({words})"
    elif departure.reason in VERBS:
        said = f"{VERBS[departure.reason]}{when}"
    else:
        said = f"left{when}" if when else ""
    who = departure.who
    slate = "" if who.person == known or who.faction == NO_SLATE else f" ({who.faction.short})"
    return f"{who.person_name}{slate} {said}" if said else ""


def _clean(words: str) -> str:
    return " ".join(words.split())


def note(change: Change, citations: Citations, elsewhere: str, earlier: str) -> str:
    """What else has to be said of one seat.

    Args:
        change: the seat.
        citations: to explain the record's own notes.
        elsewhere: the section that a newcomer sat in on the earlier day, if any.
        earlier: that day.
    """
    before, after = change.before, change.after
    said = []
    if change.same_person and before and after and before.faction != after.faction:
        said.append(f"{after.person_name} {_stood(before.faction)} before, {_stood(after.faction)} after")
    if before and before.last_known and not change.same_person and stale_on(before.last_known, earlier):
        said.append(
            f"{before.person_name} was last attested {on_day(before.last_known)}, before the earlier day"
        )
    if change.newcomer and elsewhere and after:
        said.append(f"{after.person_name} held a seat in another section before: {elsewhere}")
    said.append(
        {
            NOT_KNOWN_BEFORE: "no holder on record on the earlier day",
            NOT_KNOWN: "not attested on the later day",
            VACANT: "no successor on record",
        }.get(change.kind, "")
    )
    said += [f"{one.person_name}: {citations.explained(one.note)}" for one in _noted(change)]
    return "; ".join(filter(None, said))


def _noted(change: Change) -> list[Seated]:
    """Whose notes of the record bear on the change: of whoever came without a contest."""
    after = change.after
    return [after] if change.newcomer and after is not None and after.note and not after.contest else []


def _stood(faction: Faction) -> str:
    return "stood on no known slate" if faction == NO_SLATE else f"stood for {faction.name}"
