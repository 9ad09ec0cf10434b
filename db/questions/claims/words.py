"""The findings and notes of published claims, in sentences that may be printed."""

from __future__ import annotations

from collections.abc import Sequence

from db.measures.verdicts import Verdict
from db.reading.claims import Judged
from db.reading.claims.words import verdict_words
from db.view import Row
from db.wording import count, listed, number_word, sentence

MOST = 3
"""Sentences, at the most."""

HOW = (
    "A claim is worked out anew from the record on every look. It holds when rounded where only rounding to the decimals that "
    "were printed makes it so; about and almost reach a twentieth of the stated figure."
)
RESTS = (
    "Derived: a figure that the claim rests on is our arithmetic, and no source states it. Disputed: another source states "
    "another value; the claim's own page says what the verdict would be with that."
)


def findings(found: Sequence[Judged], rows: Sequence[Row]) -> tuple[str, ...]:
    """How many of those that a filter leaves hold, what does not, and how many rest on what sources dispute."""
    if not found:
        return ()
    wrong = [one for one in found if one.verdict is Verdict.FAILS]
    publishers = {row.key: str(row.cells[5] or "") for row in rows}
    said = [_tally(found, part=len(found) < len(rows))]
    if unsettled := sum(bool(one.unsettled) for one in found):
        said.append(
            f"{number_word(unsettled)} would be judged otherwise by a value that another source states"
        )
    told = [verdict_words(one, publishers.get(one.claim.key, "")) for one in wrong]
    said[1:1] = told[: MOST - len(said)]
    return tuple(sentence(one) for one in said)


def _tally(found: Sequence[Judged], *, part: bool) -> str:
    """`of 25 published claims 18 hold, three only when rounded, three do not hold and one cannot be checked`."""
    if len(found) == 1:
        return f"the one published claim here {found[0].verdict}"
    numbers = {verdict: sum(one.verdict is verdict for one in found) for verdict in Verdict}
    holding, rounded = numbers[Verdict.HOLDS] + numbers[Verdict.ROUNDED], numbers[Verdict.ROUNDED]
    parts = [f"{number_word(holding)} {_verb(holding, 'holds', 'hold')}"]
    if rounded:
        parts[0] += f" ({number_word(rounded)} only when rounded)"
    if wrong := numbers[Verdict.FAILS]:
        parts.append(f"{number_word(wrong)} {_verb(wrong, 'does', 'do')} not hold")
    if open_ones := numbers[Verdict.OPEN]:
        parts.append(f"{number_word(open_ones)} cannot be checked")
    return f"of {count(len(found), 'published claim')}{' shown here' if part else ''} {listed(parts)}"


def _verb(number: int, one: str, several: str) -> str:
    return one if number <= 1 else several


def notes(found: Sequence[Judged]) -> tuple[str, ...]:
    """What has to be known beside the verdicts."""
    if not found:
        return ()
    said = [HOW]
    if any(one.rests for one in found):
        said.append(RESTS)
    return tuple(said)
