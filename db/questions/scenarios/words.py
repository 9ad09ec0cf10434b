"""The findings and notes of a scenario beside the facts, in sentences that may be printed."""

from __future__ import annotations

from db.dates import on_day
from db.reading.counting.balance import CERTAIN, Balance
from db.reading.counting.grouping import Grouping, group_name
from db.wording import count, listed, number_word, sentence, signed


def listed_findings(newest: str, assumptions: int, number: int) -> tuple[str, ...]:
    """How many scenarios are shown, and what the newest of them amounts to.

    Args:
        newest: the name of the newest.
        assumptions: how many it makes.
        number: of the scenarios shown.
    """
    makes = count(assumptions, "assumption")
    if number == 1:
        return (sentence(f"one scenario has been made: {newest}, with {makes}"),)
    return (
        sentence(
            f"{count(number, 'scenario')} have been made, the newest of which is {newest}, with {makes}"
        ),
    )


def findings(before: Balance, after: Balance) -> tuple[str, ...]:
    """Which groups would have more or fewer seats, and what that makes of the majority."""
    chamber = after.chamber
    if not chamber.total:
        return ()
    when = on_day(chamber.date)
    had = {one.group: one.seats for one in before.blocks}
    has = {one.group: one.seats for one in after.blocks}
    moved = [(group, has.get(group, 0) - had.get(group, 0)) for group in dict.fromkeys([*has, *had])]
    parts = [
        f"{group_name(group)} {number_word(has.get(group, 0))} instead of {number_word(had.get(group, 0))} ({signed(change)})"
        for group, change in moved
        if change
    ]
    if parts:
        first = f"{when} it would have been, of the {count(chamber.total, 'seat')}: {listed(parts)}"
    else:
        first = f"{when} no group would have had more or fewer of the {count(chamber.total, 'seat')}"
    return sentence(first), sentence(_majority(before, after))


def _majority(before: Balance, after: Balance) -> str:
    held, would = _certain(before), _certain(after)
    needed = f"{after.chamber.majority} of {after.chamber.votes} votes"
    if before.chamber.majority != after.chamber.majority:
        needed += f" instead of {before.chamber.majority} of {before.chamber.votes}"
    if held == would:
        same = f"{would} has it for certain either way" if would else "no group has it for certain either way"
        return f"A majority is {needed}; {same}"
    if not would:
        return f"A majority is {needed}; {held}, which has it by the facts, would not have it for certain"
    instead = f" instead of {held}" if held else ", which nobody has for certain by the facts"
    return f"A majority is {needed}; {would} would have it for certain{instead}"


def _certain(balance: Balance) -> str:
    return listed([group_name(one.group) for one in balance.blocks if one.majority == CERTAIN])


def applied_words(refusal: str | None) -> str:
    """Whether an assumption could be applied."""
    return "applied" if refusal is None else f"not applied, since {refusal}"


def notes(grouping: Grouping | None) -> tuple[str, ...]:
    """How one gets on from here, and what is counted how."""
    if grouping is None:
        return (
            "Enter looks at the record as a scenario would have it; nothing that is supposed is ever part of the facts.",
        )
    said = ["Votes are ranges where it is not known how a holder is counted, or who holds a seat"]
    if grouping.scheme:
        said.append(grouping.scheme.judgement)
    return tuple(map(sentence, said))
