"""The findings and notes of the measures, in sentences that may be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.dates import on_day, written
from db.questions.measures.power import as_group
from db.questions.measures.words import SIDES, figure, on
from db.questions.measures.works import MEASURES
from db.reading.counting.grouping import group_name
from db.reading.counting.votes import Returns, Side, is_alone, named
from db.wording import as_percent, count, listed, sentence, the

if TYPE_CHECKING:
    from db.questions.measures import Taken


def findings(taken: Taken) -> tuple[str, ...]:
    """What the foremost side made of its votes, how spread votes and seats are, and who decides."""
    said = [_gap(taken), _spread(taken), _power(taken)]
    return tuple(sentence(one) for one in said if one)


WIDE = 2
"""A measure whose highest value is so many times its lowest tells nothing in a sentence."""


def _spread(taken: Taken) -> str:
    noun = SIDES[taken.assembly.grouping.key]
    votes, seats = taken.measured.get("enep"), taken.measured["enpp"]
    day = taken.hall.balance.chamber.date
    when = on_day(day)
    if votes is not None and votes.taken and taken.returns is not None:
        of = on(taken.returns.contest)
        if not seats.taken:
            return f"In effect {votes.value} {noun} shared the votes of {of}"
        if of == written(day):
            return f"In effect {votes.value} {noun} shared the votes and {seats.value} the seats {when}"
        return f"In effect {votes.value} {noun} shared the votes of {of}, and {seats.value} the seats {when}"
    if not seats.taken:
        return ""
    if seats.high is not None and seats.high > WIDE * (seats.low or 0):
        return f"How many {noun} shared the seats {when} cannot be told closely: in effect {seats.value}"
    return f"In effect {seats.value} {noun} shared the seats {when}"


def _gap(taken: Taken) -> str:
    gap = taken.measured.get("gallagher")
    if gap is None or taken.returns is None or not gap.taken:
        return ""
    return f"{_won(taken.returns)}; seats differ from votes by {gap.value} (Gallagher)"


def _won(returns: Returns) -> str:
    """What the side with most votes made of them."""
    side = max(returns.sides, key=lambda one: returns.sides[one].votes)
    portion, votes = returns.sides[side], float(returns.vote_shares[side])
    seats = figure(returns.seats, "seat")
    return f"{the(named(returns, side).name)} won {portion.seats:,} of {seats} with {as_percent(votes)} of the votes"


def _power(taken: Taken) -> str:
    hall, powers = taken.hall, taken.powers
    if powers.why_not:
        return f"Who has what power is not stated, since {powers.why_not}"
    needed = f"{hall.majority} of {figure(hall.all_votes, 'vote')} are a majority"
    smallest = powers.certain.smallest[:1]
    if not smallest:
        return f"{needed}; no coalition is known to have it"
    names = [group_name(as_group(taken.hall, side)) for side in smallest[0]]
    if hall.all_votes == 1:
        return f"{names[0]} has the one vote, and all the power"
    if len(names) == 1:
        return f"{needed}: {names[0]} alone has it, and all the power"
    alone = f"no {SIDES[taken.assembly.grouping.key].removesuffix('s')} {_surely(taken)} it alone"
    total = powers.certain.total
    if total == 1:
        return f"{needed}; {alone}, only {listed(names)} together"
    return f"{needed}; {alone}; {count(total, 'minimal coalition')} have it, such as {listed(names)}"


def _surely(taken: Taken) -> str:
    return "is certain to have" if taken.hall.open_votes else "has"


def notes(taken: Taken) -> tuple[str, ...]:
    """How things were counted where that is not plain."""
    grouping = taken.assembly.grouping
    said = [*_of_the_unknown(taken), *_of_independents(taken)]
    if taken.returns is None:
        none = "none is on record here up to this day" if taken.assembly.place.section else "choose a section"
        said.append(f"Votes are measured of one section's contest: {none}")
    elif taken.assembly.lens.scenario:
        said.append(
            "Votes and seats of the contest are those of the record: the scenario changes who sits on the day"
        )
    if grouping.scheme:
        said.append(grouping.scheme.judgement)
    said += [f"{one.name}: {one.formula}" for one in MEASURES if one.key in taken.measured]
    return tuple(map(sentence, said))


def _of_the_unknown(taken: Taken) -> list[str]:
    hall, powers, said = taken.hall, taken.powers, []
    if hall.open_votes and not powers.why_not:
        number = count(len(hall.open_votes), "vote")
        how = (
            "in brackets, and from and to, the lowest and the highest with each of them on any side or by itself"
            if powers.lowest
            else "they may be placed in too many ways for a range to be stated"
        )
        said.append(f"{number} cannot be placed on a side: each is counted as a player of its own; {how}")
    now = taken.returns
    if now is not None and now.unknown and not (now.apart or now.no_votes):
        said.append(
            "Ranges of votes hold whichever sides the candidates were on of whom that is not known; "
            "of disproportionality the lowest may not be reached"
        )
    return said


def _of_independents(taken: Taken) -> list[str]:
    sides: list[Side] = [*taken.hall.sides, *(taken.returns.sides if taken.returns else ())]
    if any(side.person for side in sides):
        return ["Independents are counted one by one: they share no ticket"]
    grouping = taken.assembly.grouping
    return (
        ["Independents are counted one by one"]
        if any(is_alone(grouping, side.group) for side in sides)
        else []
    )
