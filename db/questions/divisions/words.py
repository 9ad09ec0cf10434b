"""What divisions say in words: the composition of a day in short, and whether a published count fits into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from db.dates import on_day, written
from db.measures.tally import ATTENDANCE, Figures, Fit, Range, Side, Split
from db.reading.counting.grouping import ALIGNMENT, BLOC, ENDORSEMENT, SLATE, Grouping
from db.reading.counting.sweep import Count
from db.reading.divisions import COMPOSITION, ESTIMATE, VOTE, Division
from db.view import Faction
from db.wording import count, listed, number_word, sentence

MOST = 4
"""Groups named in short."""

COUNTS = {ESTIMATE: "an estimate", COMPOSITION: "a composition", ATTENDANCE: "an attendance"}
"""What a published count is that is no vote."""

NOTHING = {SLATE: "slate", ENDORSEMENT: "endorsement", ALIGNMENT: "leaning", BLOC: "bloc"}
"""What is not known of those who are counted with nobody."""


def day_of(division: Division) -> str:
    """`On 12 July 2016`, `From April 2020 to November 2020`."""
    if not division.date:
        return "On a day not on record"
    if division.date_end:
        return f"From {written(division.date)} to {written(division.date_end)}"
    day = on_day(division.date)
    return day[0].upper() + day[1:]


def figures_in_words(figures: Figures | Split) -> str:
    """`18 for and 14 against`; blank where there are none."""
    sides = (Side.FOR, Side.AGAINST, Side.ABSTAINING)
    return listed([f"{figures.of(side)} {side}" for side in sides if _given(figures, side)])


def _given(figures: Figures | Split, side: Side) -> bool:
    number = figures.of(side)
    return number is not None and (number > 0 or side is not Side.ABSTAINING)


def in_short(counted: Count, grouping: Grouping, lit: Callable[[Faction], bool] | None = None) -> str:
    """A composition in one line, the largest first: `Left 14 to 20, Right 12 to 25 of 39`.

    By slate or endorsement it is what is certain, and how many are unknown.

    Args:
        counted: the composition of the day.
        grouping: by which it was counted.
        lit: which groups are meant; None for all.
    """
    if not counted.total:
        return ""
    ranged = grouping.key in (ALIGNMENT, BLOC)
    low, most = counted.low, counted.most if ranged else counted.low
    held = [one for one, votes in most.items() if votes and (lit is None or lit(one))]
    held.sort(key=lambda one: (-low[one], grouping.order(one)))
    shown = held[:MOST]
    parts = [f"{one.short} {Range(low[one], most[one])}" for one in shown]
    if rest := counted.besides(shown) if lit is None else 0:
        parts.append(f"others {'at least ' if ranged else ''}{rest}")
    known = f"{', '.join(parts) or 'no group known'}{f' of {counted.votes}' if counted.sized else ''}"
    said = counted.unknown_votes and not (ranged and parts)
    return f"{known}; {counted.unknown_votes} unknown" if said else known


def fit_in_words(fit: Fit, division: Division, counted: Count, grouping: Grouping) -> str:
    """Why a published count fits or not, or why that cannot be said."""
    votes, figures = counted.votes, division.figures
    nothing = NOTHING[grouping.key]
    return {
        Fit.FITS: "it fits: each group can have kept to one side",
        Fit.TOO_MANY: f"it does not fit: {figures.counted} are counted, and the record has {votes} votes",
        Fit.DIVIDED: "it does not fit unless somebody went against the own group, since no division of the groups gives it",
        Fit.ANYHOW: f"whether it fits cannot be said: {count(counted.unknown_votes, 'vote')} without a known {nothing} "
        "would make up for any side that a group took",
        Fit.ONE_SIDED: "whether it fits cannot be said: only one side is published",
        Fit.NO_FIGURES: "whether it fits cannot be said: no figures for and against are published",
        Fit.NO_DATE: "whether it fits cannot be said: its day is not on record",
        Fit.NO_SEATS: "whether it fits cannot be said: how many votes there were that day is not on record",
        Fit.OVERLAP: "whether it fits cannot be said: some are counted with several groups",
    }[fit]


def among(group: Faction, grouping: Grouping, number: int) -> str:
    """`the 9 on the slate CLGA`: who is meant by a group."""
    name, some = group.name, "the one" if number == 1 else f"the {number}"
    if group.key == grouping.unknown.key:
        return f"{some} without a known {NOTHING[grouping.key]}"
    if name.startswith("“"):
        return f"{some} said to be {name}"
    belonging = {
        SLATE: "on the slate", ENDORSEMENT: "endorsed by", ALIGNMENT: "aligned with", BLOC: "in the bloc",
    }  # fmt: skip
    if grouping.factions.kinds.get(group.key) == "independent":
        return f"{some} counted as {name}"
    return f"{some} {belonging[grouping.key]} {name}"


def findings(found: Sequence[Division], body: str) -> tuple[str, ...]:
    """How many of the divisions shown are votes, of what days, of how many there are names, and which vote was the closest.

    Args:
        found: the divisions shown.
        body: the short name of the body.
    """
    if not found:
        return ()
    votes = [one for one in found if one.kind == VOTE]
    named = sum(one.named > 0 for one in found)
    parts = [f"{count(len(votes), 'recorded vote')} of the {body}"] if votes else []
    if others := len(found) - len(votes):
        whose = "its sides" if votes else f"the sides of the {body}"
        parts.append(f"{count(others, 'published count')} of {whose}")
    first = f"{listed(parts)} {'is' if len(found) == 1 else 'are'} on record{_span(found)}"
    names = f"names are on record of {number_word(named)} of them"
    if len(found) == 1:
        names = f"the names are {'' if named else 'not '}on record"
    return tuple(map(sentence, filter(None, (first, _closest(votes), names))))


def _span(found: Sequence[Division]) -> str:
    days = sorted(one.date for one in found if one.date)
    if not days:
        return ""
    if days[0] == days[-1]:
        return f", of {written(days[0])}"
    return f", from {written(days[0])} to {written(days[-1])}"


def _closest(votes: Sequence[Division]) -> str:
    """The vote that was decided by least; the newest of several."""
    decided = [
        (abs(one.figures.for_ - one.figures.against), one)
        for one in votes
        if one.figures.for_ is not None and one.figures.against is not None
    ]
    if len(decided) < 2:
        return ""
    least = min(gap for gap, _ in decided)
    close = [one for gap, one in decided if gap == least]
    newest = max(close, key=lambda one: one.date)
    which = "the closest" if len(close) == 1 else f"the newest of the {number_word(len(close))} closest"
    figures = figures_in_words(newest.figures)
    when = f" {on_day(newest.date)}" if newest.date else ""
    return f"{which} was the vote{when} on “{newest.subject}”, {figures}"
