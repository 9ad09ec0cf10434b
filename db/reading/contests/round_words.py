"""The findings on a round of contests, in sentences that may be printed."""

from __future__ import annotations

from collections import Counter

from db.reading.contests.round import Round, Stood, standing_for
from db.reading.contests.winners import slateless
from db.view import NO_SLATE, Faction
from db.wording import count, listed, number_word, part_of, sentence, the


def round_findings(contested: Round) -> tuple[str, ...]:
    """What each slate won of all positions, and whom the winners stood for or were endorsed by."""
    held, stood = contested.held, contested.stood
    won = Counter(one.slate for _, one in stood if one.elected)
    in_all = count(len(held), "contest")
    if not won:
        positions = count(contested.positions, "position")
        return (sentence(f"of the {positions} in {in_all} no result is on record"),)
    known = sorted(
        ((slate, seats) for slate, seats in won.items() if slate is not NO_SLATE), key=lambda one: -one[1]
    )
    parts = [f"{the(slate.name, seats)} {number_word(seats)}" for slate, seats in known]
    if known:
        slate, seats = known[0]
        parts[0] = f"{the(slate.name, seats)} won {_of_all(contested, won, seats)} in {in_all}"
    if unknown := won[NO_SLATE]:
        number = number_word(unknown) if known else f"{_of_all(contested, won, unknown)} in {in_all}"
        parts.append(f"{number} went to {slateless(unknown)}")
    said = [listed(parts)]
    if (missing := contested.positions - sum(won.values())) > 0:
        said[0] += f"; of {count(missing, 'position')} the result is not on record"
    return tuple(map(sentence, [*said, *_endorsed(stood, won)]))


def _of_all(contested: Round, won: Counter[Faction], seats: int) -> str:
    """`five of the 15 positions`; only how many where it is not known of how many."""
    sized = all(contest.seats for contest in contested.held) and contested.positions >= sum(won.values())
    return part_of(seats, contested.positions, "position") if sized else count(seats, "position")


def _endorsed(stood: Stood, won: Counter[Faction]) -> list[str]:
    """Who stood for or was endorsed by whom, where endorsements make more winners than slates."""
    backed = Counter(backer for _, one in stood if one.elected for backer in standing_for(one))
    strongest = sorted(
        ((backer, seats) for backer, seats in backed.items() if seats > 1),
        key=lambda pair: (-pair[1], -won[pair[0]], pair[0].name),
    )[:2]
    if all(seats == won[backer] for backer, seats in strongest):
        return []
    (first, most), *rest = strongest
    words = [f"{number_word(most)} stood for or were endorsed by {the(first.name)}"]
    words += [f"{number_word(seats)} by {the(backer.name)}" for backer, seats in rest]
    return [f"of those elected, {listed(words)}"]
