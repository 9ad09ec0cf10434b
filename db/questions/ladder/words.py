"""The findings and notes of the ladder, in sentences that may be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.dates import written
from db.measures.narrow import Rung
from db.reading.contests.race import LAST_STAGE, MOST, UNRULED, Race
from db.wording import count, number_word, part_of, plain_number, sentence, was

if TYPE_CHECKING:
    from db.questions.ladder import Seat


NARROW = 1.0
"""A seat decided by less than so many per cent of the votes is narrow."""


def findings(seats: list[Seat], contests: int, refused: int, *, filtered: bool = False) -> tuple[str, ...]:
    """The narrowest seat with what would have changed it, how many were narrow, how much of the question can be answered.

    Args:
        seats: those that are shown, the narrowest first.
        contests: how many contests were looked at.
        refused: of how many of them nothing can be told.
        filtered: whether seats are left out.
    """
    if not seats:
        return ()
    said = [_narrowest(seats[0], filtered), _narrow(seats, filtered)]
    if refused:
        of = f"{number_word(refused)} of the {count(contests, 'contest')}"
        said.append(f"of {of} it cannot be told how many votes would have changed a seat")
    return tuple(map(sentence, filter(None, said)))


def _narrowest(seat: Seat, filtered: bool) -> str:
    race, rung = seat.race, seat.rung
    winner, runner = (race.candidates[one.id].name for one in rung[:2])
    place = f"{race.contest.section_name}, {written(race.contest.date) or 'date not known'}"
    which = f"the narrowest seat{' shown' if filtered else ''} ({place})"
    if not rung.gap:
        return f"{which} was a tie: {winner} and {runner} had as many votes, so that one vote more decides it"
    part = f" ({seat.share:.2f}% of the votes)" if seat.share is not None and race.whole else ""
    first = f"{which} was won by {winner}, {_votes(race, rung.gap)}{part} ahead of {runner}"
    if rung.fewer is None or rung.moved is None:
        return first
    ways = (
        f"{rung.fewer:,} more" if rung.weakest else f"{rung.fewer:,} fewer",
        f"{rung.moved:,} moved from the one to the other",
    )
    sure = {MOST: "at most ", LAST_STAGE: "at most ", UNRULED: "by votes alone "}.get(race.stated, "")
    return f"{first}; {sure}{ways[0]}, or {ways[1]}, would have changed it"


def _narrow(seats: list[Seat], filtered: bool) -> str:
    """How many seats were decided by little."""
    known = [seat for seat in seats if seat.share is not None]
    narrow = sum((seat.share or 0) < NARROW for seat in known)
    if len(known) < 2 or not narrow:
        return ""
    shown = "shown here" if filtered else "whose margin is known"
    of = part_of(narrow, len(known), "seat")
    return f"{of} {shown} {was(narrow)} won by less than one per cent of the votes"


def _votes(race: Race, gap: float) -> str:
    number = plain_number(gap)
    if not race.whole:
        return f"{gap:g} points"
    return f"{number:,} {'vote' if number == 1 else 'votes'}"


def noted(race: Race, rung: Rung) -> str:
    """What a reader of a row has to know."""
    said = []
    if not rung.gap:
        said.append("as many votes each: a lot or a rule decided")
    if race.contest.quota_rule:
        said.append(f"a rule could have overridden votes: {race.contest.quota_rule}")
    if race.stated == MOST:
        said.append("the table is incomplete")
    return "; ".join(said)


def notes(seats: list[Seat], most: int | None) -> tuple[str, ...]:
    """How the figures are to be read."""
    if not seats:
        return ()
    said = [
        "More: votes given in addition to who missed the seat, so that the winner stands below, at as many votes each "
        "a lot decides; it stands at the last winner of each contest, since whoever passes another winner takes that seat first",
        "Moved: votes that go from this winner to who missed the seat, which count once less and once more; a winner who is "
        "not the last one has to fall below the other winners too",
        "Swing: points of all votes that go from the winner's slate, evenly from each of its candidates, to the slate of who "
        "missed the seat, evenly to each; beyond it the two change places",
    ]
    said += [words for stated, words in EXPLAINED.items() if any(one.race.stated == stated for one in seats)]
    if any(not one.race.whole for one in seats):
        said.append(
            "Where figures are in percent no number of votes follows: it takes more than the gap in points, or half of it moved"
        )
    if units := {one.race.contest.unit or "" for one in seats} & WEIGHTED:
        said.append(
            f"{' and '.join(sorted(units))}: one delegation casts many votes, so votes are not people"
        )
    if any((one.race.contest.seats or 1) > 1 for one in seats):
        said.append(
            "Where several seats were filled a ballot carried several votes: figures are votes, not voters"
        )
    if most is not None:
        said.append(
            f"Only the newest {most} contests are looked at; a section or a contest narrows the question"
        )
    return tuple(map(sentence, said))


WEIGHTED = frozenset({"delegates' votes", "card votes"})
"""Units in which one person casts many votes."""

EXPLAINED = {
    MOST: "Stated at most: figures are missing, and somebody whose votes are not on record may have been nearer",
    UNRULED: "Stated by votes alone: a rule on who is elected stood behind the votes, and could have overridden other votes",
    LAST_STAGE: "Stated at most, by the last stage: votes were transferred, so the gap of the last stage is an upper bound, "
    "with the stages before it as they were; fewer votes at an earlier stage may have sufficed",
}
