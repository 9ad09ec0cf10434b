"""The findings on a round of contests, in sentences that may be printed."""

from __future__ import annotations

from collections import Counter

from db.reading.contests.round import Round, standing_for
from db.view import NO_SLATE
from db.wording import count, listed, number_word, sentence


def round_findings(contested: Round) -> tuple[str, ...]:
    """How many positions each slate won, and each organisation that stood behind winners."""
    held, stood, positions = contested.held, contested.stood, contested.positions
    won = Counter(one.slate for _, one in stood if one.elected)
    known = [(slate, seats) for slate, seats in won.most_common() if slate is not NO_SLATE]
    if not won:
        return (
            sentence(
                f"{count(positions, 'position')} in {count(len(held), 'contest')}; no result is on record"
            ),
        )
    parts = [f"{slate.name} {number_word(seats)}" for slate, seats in known]
    if won[NO_SLATE]:
        parts.append(f"{number_word(won[NO_SLATE])} without a known slate")
    said = [f"Of the {count(positions, 'position')} in {count(len(held), 'contest')}: {listed(parts)}"]
    if (missing := positions - sum(won.values())) > 0:
        said[0] += f"; of {count(missing, 'position')} the result is not on record"
    backed = Counter(backer for _, one in stood if one.elected for backer in standing_for(one))
    if strongest := [(backer, seats) for backer, seats in backed.most_common(2) if seats > 1]:
        words = [f"{backer.name} {number_word(seats)}" for backer, seats in strongest]
        said.append(f"Counting those who stood for or were endorsed by it: {listed(words)}")
    return tuple(map(sentence, said))
