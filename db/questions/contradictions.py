"""That a count rests on a record which contradicts itself: said first of all, with the rows in the notes."""

from __future__ import annotations

from db.reading.place import Where
from db.reading.seats.chamber import Chamber
from db.wording import count, sentence


def crowds(chamber: Chamber, day: str = "on this day") -> tuple[str, ...]:
    """The sections with more holders on record than seats."""
    said = [
        f"{section.name}: {count(held, 'holder is', 'holders are')} on record for {count(section.seats or 0, 'seat')} {day}"
        for section, held in chamber.crowded.items()
    ]
    return tuple(map(sentence, said))


def contradicted(place: Where, contradictions: tuple[str, ...]) -> tuple[str, ...]:
    """Whether anything contradicts itself."""
    name = " ".join(filter(None, (place.body_short, place.section_name)))
    words = f"The record of the {name} contradicts itself; the notes name the rows"
    return (sentence(words),) if contradictions else ()
