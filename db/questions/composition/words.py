"""The findings and notes of a composition, in sentences that may be printed."""

from __future__ import annotations

from collections.abc import Sequence

from db.dates import on_day
from db.reading.counting.balance import CERTAIN, POSSIBLE, Balance, Block
from db.reading.counting.grouping import ENDORSEMENT, SLATE, Grouping, Leaning
from db.reading.seats.chamber import Chamber, stale_on
from db.wording import count, listed, number_word, sentence

UNKNOWN = {
    "slate": "without a known slate or holder",
    "endorsement": "without a known endorsement or holder",
    "alignment": "without a known leaning or holder",
    "bloc": "without a known bloc or holder",
}
"""What is said of seats that no group is certain of."""

STALE = 6
"""More names than these of holders who were last attested before the day are counted."""


def findings(balance: Balance, grouping: Grouping) -> tuple[str, ...]:
    """How the seats stood, and which group had a majority for certain or perhaps."""
    chamber = balance.chamber
    place = " ".join(filter(None, (chamber.place.body_short, chamber.place.section_name)))
    sized = sorted(balance.blocks, key=lambda one: -one.seats)
    parts = [f"{one.group.name} {number_word(one.seats)}" for one in sized if one.seats]
    when = on_day(chamber.date) if chamber.date else ""
    whole = f"the {count(chamber.total, 'seat')} of the {place}"
    nothing = {"alignment": "leaning"}.get(grouping.key, grouping.key)
    by = f", by the scheme {grouping.scheme.name}" if grouping.scheme else ""
    first = (
        f"{when and when + ', '}of {whole}{by}: {listed(parts)}"
        if parts
        else f"{when} the record names no {nothing} in {whole}".strip()
    )
    return sentence(first), sentence(_majority(balance, grouping))


def _majority(balance: Balance, grouping: Grouping) -> str:
    chamber = balance.chamber
    if unsized := [one.name for one in chamber.sections if one.seats is None]:
        return f"How many seats the {listed(unsized)} had is not on record, so no majority can be stated"
    votes = "1 vote" if chamber.votes == 1 else f"{chamber.votes} votes"
    since = _fewer(chamber)
    needed = f"{chamber.majority} of {votes}{since}"
    if certain := [one for one in balance.blocks if one.majority == CERTAIN]:
        return f"{_held(certain, balance)} (a majority is {chamber.majority}{since})"
    unknown, one = balance.unknown_votes, _one(grouping)
    if not unknown and not balance.torn:
        return f"No {one} had a majority alone ({needed})"
    likely = sorted(
        (block for block in balance.blocks if block.majority == POSSIBLE), key=lambda one: -one.low
    )[:3]
    open_votes = f"; {count(unknown, 'vote is', 'votes are')} {UNKNOWN[grouping.key]}" if unknown else ""
    if grouping.key == SLATE or not likely:
        known = "had" if balance.blocks and not likely else "is known to have had"
        return f"No {one} {known} a majority ({needed}){open_votes}"
    ranges = listed([f"{block.group.name} had {block.votes}" for block in likely])
    return f"A majority is {needed}{open_votes}, so that {ranges}"


def _fewer(chamber: Chamber) -> str:
    """Why there are fewer votes than seats."""
    silent = sum(not one.voting for one in chamber.seated)
    parts = (
        [count(sum(chamber.vacancies.values()), "seat stands empty", "seats stand empty")]
        if chamber.vacancies
        else []
    )
    parts += [count(silent, "holder has no vote", "holders have no vote")] if silent else []
    return f", since {listed(parts)}" if parts and chamber.votes < chamber.total else ""


def _one(grouping: Grouping) -> str:
    return {"slate": "slate", "endorsement": "organisation", "bloc": "bloc"}.get(grouping.key, "side")


def _held(certain: Sequence[Block], balance: Balance) -> str:
    """Who had a majority: several had, where a holder may be counted with several."""
    if len(certain) > 1:
        sized = sorted(certain, key=lambda one: -one.low)
        votes = listed([f"{one.group.name} ({one.votes})" for one in sized])
        return f"{votes} each had a majority of the {balance.chamber.votes} votes, since holders are counted with several"
    (only,) = certain
    alone = "alone had a majority" if only.low == only.high else "had a majority for certain"
    return f"{only.group.name} {alone}: {only.votes} of {balance.chamber.votes} votes"


def notes(balance: Balance, grouping: Grouping, defects: Sequence[str] = ()) -> tuple[str, ...]:
    """What a reader has to know: who is not counted, where holders are missing or too many, what is derived, what is wrong.

    Args:
        balance: what is told of.
        grouping: how it was counted.
        defects: of the record of the place, from `db.reading.seats.defects`.
    """
    chamber = balance.chamber
    said = [*_not_counted(balance), *_seats(balance), *_counted(balance, grouping)]
    if any(one.basis == "derived" for one in chamber.seated):
        said.append("Terms marked derived run from the result to the section's next regular contest")
    said += _unattested(chamber)
    said += defects
    return tuple(map(sentence, said))


def _unattested(chamber: Chamber) -> list[str]:
    """Who is shown in office without a source that says so of the day, those of the longest time first."""
    open_terms = [(one.last_known, one.person_name) for one in chamber.seated if one.last_known]
    stale = sorted((last, name) for last, name in open_terms if stale_on(last, chamber.date))
    if not stale:
        general = "Where no end of a term is on record its holder is shown as still in office"
        return [general] if open_terms else []
    names = [f"{name} {on_day(last)}" for last, name in stale[:STALE]]
    more = [f"{number_word(len(stale) - STALE)} more"] if len(stale) > STALE else []
    words = listed(names + more)
    return [
        f"Shown as still in office since no end is on record, though last attested before this day: {words}"
    ]


def _not_counted(balance: Balance) -> list[str]:
    """Who attends, is suspended, or has no vote."""
    chamber = balance.chamber
    said = []
    if chamber.attending:
        names = [f"{one.person_name} ({one.section_name})" for one in chamber.attending]
        said.append(f"Attending without a vote, not counted: {listed(names)}")
    suspended = [one.person_name for one in chamber.seated if one.suspended]
    if suspended:
        said.append(f"Suspended, so that the seat has no vote on this day: {listed(suspended)}")
    silent = [one.person_name for one in chamber.seated if not one.voting and not one.suspended]
    if silent:
        said.append(f"Without a vote on this day: {listed(silent)}")
    return said


def _seats(balance: Balance) -> list[str]:
    """Seats that stand empty, and seats of which it is not known who holds them."""
    chamber = balance.chamber
    said = []
    if missing := [f"{one.name} {number} of {one.seats}" for one, number in chamber.not_known.items()]:
        said.append(f"No holder on record on this day: {'; '.join(missing)}")
    if standing := [f"{one.name} {number} of {one.seats}" for one, number in chamber.vacancies.items()]:
        said.append(f"Standing empty on this day, as a source says: {'; '.join(standing)}")
    return said


def _counted(balance: Balance, grouping: Grouping) -> list[str]:
    """How holders were counted where that is not plain."""
    said = []
    if balance.torn:
        names = [f"{one.person_name} ({_sides(leaning)})" for one, leaning in balance.torn]
        said.append(f"Counted for certain in no group, since several are stated: {listed(names)}")
    if grouping.key == ENDORSEMENT:
        said.append(
            "Whoever several organisations endorsed is counted with each, so that seats add up to more than there are"
        )
    if grouping.scheme:
        said.append(grouping.scheme.judgement)
    return said


def _sides(leaning: Leaning) -> str:
    return " or ".join(group.name for group in leaning.groups)
