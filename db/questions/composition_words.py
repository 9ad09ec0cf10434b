"""The findings and notes of a composition, in sentences that may be printed."""

from __future__ import annotations

from db.dates import written
from db.reading.chamber import Chamber
from db.reading.factions import Factions
from db.view import NO_SLATE
from db.wording import count, listed, number_word, sentence


def findings(chamber: Chamber, factions: Factions) -> tuple[str, ...]:
    """How the seats stood, and whether a slate had a majority alone."""
    place = " ".join(filter(None, (chamber.place.body_short, chamber.place.section_name)))
    sized = [pair for pair in chamber.groups(factions) if pair[0] is not NO_SLATE]
    sized.sort(key=lambda pair: -len(pair[1]))
    parts = [f"{faction.name} {number_word(len(held))}" for faction, held in sized]
    when = f"{'On' if len(chamber.date) == 10 else 'In'} {written(chamber.date)}"
    whole = f"the {count(chamber.total, 'seat')} of the {place}"
    first = (
        f"{when}, of {whole}: {listed(parts)}" if parts else f"{when} the record names no slate in {whole}"
    )
    return sentence(first), sentence(_majority(chamber, factions))


def _majority(chamber: Chamber, factions: Factions) -> str:
    if unsized := [one.name for one in chamber.sections if one.seats is None]:
        return f"How many seats the {listed(unsized)} had is not on record, so no majority can be stated"
    needed = f"{chamber.majority} of {chamber.votes} votes"
    for faction, held in chamber.groups(factions):
        if faction is not NO_SLATE and sum(one.voting for one in held) >= chamber.majority:
            return f"{faction.name} alone had a majority ({needed} are one)"
    unknown = chamber.vacant + sum(one.faction is NO_SLATE for one in chamber.seated)
    if unknown:
        return f"A majority is {needed}; {count(unknown, 'seat is', 'seats are')} without a known slate or holder"
    return f"A majority is {needed}; no slate had one alone"


def notes(chamber: Chamber) -> tuple[str, ...]:
    """What a reader has to know: who is not counted, where holders are missing or too many, what is derived."""
    said = []
    if chamber.attending:
        names = [f"{one.person_name} ({one.section_name})" for one in chamber.attending]
        said.append(f"Attending without a vote, not counted: {listed(names)}")
    for section, held in chamber.crowded.items():
        said.append(
            f"{section.name}: {held} holders are on record for {count(section.seats or 0, 'seat')} on this day"
        )
    if missing := [f"{one.name} {number} of {one.seats}" for one, number in chamber.empty.items()]:
        said.append(f"No holder on record on this day: {'; '.join(missing)}")
    if silent := [one.person_name for one in chamber.seated if not one.voting]:
        said.append(f"Without a vote on this day: {listed(silent)}")
    if any(one.basis == "derived" for one in chamber.seated):
        said.append("Terms marked derived run from the result to the section's next regular contest")
    if any(one.last_known for one in chamber.seated):
        said.append("Where no end of a term is on record its holder is shown as still in office")
    return tuple(map(sentence, said))
