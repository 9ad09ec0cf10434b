"""The findings and notes of a composition, in sentences that may be printed."""

from __future__ import annotations

from collections.abc import Sequence

from db.dates import on_day
from db.reading.counting.balance import CERTAIN, POSSIBLE, Balance, Block
from db.reading.counting.grouping import ENDORSEMENT, SLATE, Grouping, Leaning, group_name
from db.reading.seats.chamber import Chamber, stale_on
from db.view import NO_SLATE
from db.wording import count, listed, number_word, part_of, sentence

UNKNOWN = {
    "slate": "without a known slate or holder",
    "endorsement": "without a known endorsement or holder",
    "alignment": "without a known leaning or holder",
    "bloc": "without a known bloc or holder",
}
"""What is said of seats that no group is certain of."""

STALE = 6
"""More names than these of holders who were last attested before the day are counted."""


GROUPS = 5
"""More groups than these are counted together in a sentence."""


def findings(balance: Balance, grouping: Grouping, chosen: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """How the seats stood, and which group had a majority for certain or perhaps.

    Args:
        balance: of the day.
        grouping: by which it was counted.
        chosen: keys of the factions switched on: of the seats only theirs are told.
    """
    chamber = balance.chamber
    when = on_day(chamber.date) if chamber.date else ""
    by = f"by the scheme {grouping.scheme.name}" if grouping.scheme else BY.get(grouping.key, "")
    alone = chamber.total == 1 and all(one.seats is not None for one in chamber.sections)
    if alone:
        said = _only(balance, grouping)
    elif any(map(grouping.factions.knows, chosen)):
        said = _own(balance, grouping, chosen)
    else:
        said = _seats_held(balance, grouping)
    by = by if any(one.seats for one in balance.blocks) else ""
    start = ", ".join(filter(None, (when, by)))
    first = sentence(f"{start}{', ' if by else ' '}{said}".strip())
    return (first,) if alone else (first, sentence(_majority(balance, grouping)))


BY = {"endorsement": "by endorsement", "alignment": "by alignment"}
"""How holders are counted where it is not by what they stood on."""


def _whole(balance: Balance) -> str:
    place = balance.chamber.place
    return " of the " + " ".join(filter(None, (place.body_short, place.section_name)))


def _only(balance: Balance, grouping: Grouping) -> str:
    """The holder of a single seat, and where that one is counted."""
    seat = f"the one seat{_whole(balance)}"
    if not balance.chamber.seated:
        return f"{seat} stood empty" if balance.chamber.vacancies else f"no holder of {seat} is on record"
    groups = balance.leanings[0].groups
    counted = f" ({listed([group.name for group in groups])})" if groups else ""
    known = "" if groups else f"; no {_nothing(grouping)} is on record"
    return f"{balance.chamber.seated[0].person_name}{counted} held {seat}{known}"


def _nothing(grouping: Grouping) -> str:
    return {"alignment": "leaning"}.get(grouping.key, grouping.key)


def _seats_held(balance: Balance, grouping: Grouping) -> str:
    """`Labour to Win held four of the 39 seats of the NEC, Open Labour one and Momentum one`."""
    sized = sorted((one for one in balance.blocks if one.seats), key=lambda one: -one.seats)
    total, whole = balance.chamber.total, _whole(balance)
    if not sized:
        return f"no {_nothing(grouping)} is on record for any of the {count(total, 'seat')}{whole}"
    shown = sized if len(sized) <= GROUPS else sized[: GROUPS - 1]
    first = shown[0]
    parts = [
        f"{group_name(first.group, first.seats)} {_had(grouping)} {part_of(first.seats, total, 'seat')}{whole}"
    ]
    parts += [f"{group_name(one.group, one.seats)} {number_word(one.seats)}" for one in shown[1:]]
    if rest := sized[len(shown) :]:
        fewer = f"at most {number_word(rest[0].seats)} each" if rest[0].seats > 1 else "one each"
        parts.append(f"{count(len(rest), 'other')} {fewer}")
    return listed(parts)


def _own(balance: Balance, grouping: Grouping, chosen: frozenset[str]) -> str:
    """What the factions switched on held."""
    chamber, factions = balance.chamber, grouping.factions
    parts: list[str] = []
    for one in sorted(balance.blocks, key=lambda one: -one.seats):
        keys = {each.faction.key for each in one.holders} | grouping.keys(one.group)
        if one.seats and factions.covers(chosen, keys, chamber.date):
            seats = number_word(one.seats) if parts else part_of(one.seats, chamber.total, "seat")
            held = seats if parts else f"{_had(grouping)} {seats}{_whole(balance)}"
            parts.append(f"{group_name(one.group, one.seats)} {held}")
    if parts:
        return listed(parts)
    named = sorted((factions.named(key) for key in chosen if factions.knows(key)), key=factions.order)
    nobody = f"none of the {count(chamber.total, 'seat')}{_whole(balance)}"
    known = " for certain" if balance.unknown_votes or balance.torn else ""
    names = [
        f"{group_name(one)}" if one is not NO_SLATE else "holders without a known slate" for one in named
    ]
    return f"{' and '.join(names)} {_had(grouping)} {nobody}{known}"


def _had(grouping: Grouping) -> str:
    """Slates hold seats; other groups are only counted."""
    return "held" if grouping.key == SLATE else "had"


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
    ranges = listed([f"{group_name(block.group)} had {block.votes}" for block in likely])
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
        votes = listed([f"{group_name(one.group)} ({one.votes})" for one in sized])
        return f"{votes} each had a majority of the {balance.chamber.votes} votes, since holders are counted with several"
    (only,) = certain
    alone = "alone had a majority" if only.low == only.high else "had a majority for certain"
    return f"{group_name(only.group, only.seats)} {alone}: {only.votes} of {balance.chamber.votes} votes"


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
