"""A chamber as it would be: pure functions that exchange holders and fill seats, and leave the number of seats as it is."""

from __future__ import annotations

from typing import NamedTuple

from db.reading.scenarios.assumptions import Assumption
from db.reading.seats.chamber import Chamber
from db.reading.seats.holders import Seated
from db.view import Faction

BASIS = "scenario"
"""The basis of a holder who is assumed."""


class Outcome(NamedTuple):
    """What came of an assumption."""

    chamber: Chamber
    refusal: str = ""
    """Why it was not applied, without a capital and a full stop."""


def given(chamber: Chamber, one: Assumption, section: int, faction: Faction) -> Outcome:
    """The seat of a holder goes to somebody else, with the vote that the seat has.

    Args:
        chamber: before.
        one: an assumption of the kind `seat`.
        section: id of the section as it is counted in the chamber.
        faction: that the newcomer stands for.
    """
    holder = _holder(chamber, section, one.person)
    if holder is None or (one.contest_key and one.contest_key != holder.contest):
        return Outcome(chamber, f"{one.person_name} does not hold that seat on the day")
    if _holder(chamber, section, one.taker) is not None:
        return Outcome(chamber, f"{one.whose} sits there already on the day")
    voting = holder.voting or holder.suspended
    assumed = _assumed(one, holder.section_name, section, faction, voting=voting)
    note = f"instead of {holder.person_name}"
    return Outcome(replaced(chamber, holder, assumed._replace(represents=holder.represents, note=note)))


def filled(chamber: Chamber, one: Assumption, section: int, faction: Faction) -> Outcome:
    """A seat without a known holder goes to somebody: one that stands empty first."""
    if _holder(chamber, section, one.taker) is not None:
        return Outcome(chamber, f"{one.whose} sits there already on the day")
    seats = next((seats for seats in chamber.empty if seats.section == section), None)
    if seats is None:
        return Outcome(chamber, "every seat there has a known holder on the day")
    assumed = _assumed(one, seats.name, section, faction, voting=seats.voting)
    stood_empty = seats in chamber.vacancies
    said = "a seat that stands empty" if stood_empty else "a seat of which no holder is on record"
    vacant = {**chamber.stated_vacant}
    if stood_empty:
        vacant[section] = chamber.vacancies[seats] - 1
    return Outcome(
        chamber._replace(seated=(*chamber.seated, assumed._replace(note=said)), stated_vacant=vacant)
    )


def replaced(chamber: Chamber, holder: Seated, assumed: Seated) -> Chamber:
    """One holder instead of another."""

    def anew(held: tuple[Seated, ...]) -> tuple[Seated, ...]:
        return tuple(assumed if one is holder else one for one in held)

    return chamber._replace(seated=anew(chamber.seated), attending=anew(chamber.attending))


def elected_instead(
    holder: Seated, person: tuple[int, str, str], faction: Faction, candidacy: int, assumption: int
) -> Seated:
    """Who would hold a seat after a swing: somebody who stood in the same contest.

    Args:
        holder: who does hold it.
        person: id, key and name of who would.
        faction: the slate stood on.
        candidacy: its id.
        assumption: id of the swing.
    """
    number, key, name = person
    return holder._replace(
        term=0, person=number, person_key=key, person_name=name, sort_name=name, faction=faction,
        gained="assumed", voting=holder.voting or holder.suspended, basis=BASIS, note=f"instead of {holder.person_name}",
        last_known=None, replaces=holder.person, candidacy=candidacy, why_ended="", assumption=assumption,
    )  # fmt: skip


def _holder(chamber: Chamber, section: int, person: int | None) -> Seated | None:
    return next((one for one in chamber.everybody if one.person == person and one.section == section), None)


def _assumed(one: Assumption, name: str, section: int, faction: Faction, *, voting: bool) -> Seated:
    key = one.successor_key or f"assumed-{one.id}"
    return Seated(
        0, section, one.taker, key, one.whose, one.whose, name, faction, None, "assumed", "", voting, BASIS, "", None, None,
        one.person, False, None, None, "", one.id,
    )  # fmt: skip
