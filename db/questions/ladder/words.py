"""The findings and notes of the ladder, in sentences that may be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.dates import written
from db.measures.narrow import Rung
from db.reading.contests.race import LAST_STAGE, MOST, UNRULED, Race
from db.wording import count, number_word, plain_number, sentence

if TYPE_CHECKING:
    from db.questions.ladder import Seat


def findings(seats: list[Seat], contests: int, refused: int) -> tuple[str, ...]:
    """The narrowest seat with what would have changed it, and how much of the question can be answered."""
    said = [sentence(_narrowest(seats[0]))] if seats else []
    if refused and seats:
        of = f"{number_word(refused)} of {count(contests, 'contest')}"
        said.append(sentence(f"Of {of} it cannot be told how many votes would have changed a seat"))
    return tuple(said)


def _narrowest(seat: Seat) -> str:
    race, rung = seat.race, seat.rung
    winner, runner = (race.candidates[one.id].name for one in rung[:2])
    when = f"{race.contest.section_name}, {written(race.contest.date) or 'date not known'}"
    if not rung.gap:
        return f"The narrowest seat ({when}): {winner} and {runner} had as many votes, so that one vote more decides it"
    part = f" ({seat.share:.2f}% of the votes)" if seat.share is not None and race.whole else ""
    first = f"The narrowest seat ({when}): {winner} was {_votes(race, rung.gap)}{part} ahead of {runner}"
    if rung.fewer is None or rung.moved is None:
        return first
    ways = (
        f"{rung.fewer:,} more" if rung.weakest else f"{rung.fewer:,} fewer",
        f"{rung.moved:,} moved from the one to the other",
    )
    sure = {MOST: "at most ", LAST_STAGE: "at most ", UNRULED: "by votes alone "}.get(race.stated, "")
    return f"{first}; {sure}{ways[0]}, or {ways[1]}, would have changed it"


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
