"""Rules on who is elected, such as at least three women of six: broken, or not to be told since gender is not stated.

Gender is what the record states of a person, with its source; it is never read off a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from math import ceil
from typing import Final

from db.questions.audit.finding import Finding, Scope
from db.questions.audit.polls import Poll, polls
from db.reading.parts import marks
from db.view import Fact
from db.wording import count

NUMBERS: Final = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
AT_LEAST: Final = re.compile(
    r"at least (?P<least>\w+)(?: of (?P<of>\w+))?(?: winners?)?(?: an?)? (?:women|woman)\b", re.I
)
ALL: Final = re.compile(r"\ball women\b", re.I)

RULED: Final = """
contest.quota_rule IS NOT NULL OR contest.section_id IN (SELECT section_id FROM rule WHERE quota_rule IS NOT NULL)
"""


def fewest_women(words: str, seats: int) -> int | None:
    """How many women a rule asks for of so many seats; None where its words give no number."""
    if ALL.search(words):
        return seats
    found = AT_LEAST.search(words)
    if found is None:
        return None
    least = found["least"].lower()
    if least == "half":
        return ceil(seats / 2)
    number = NUMBERS.index(least) + 1 if least in NUMBERS else int(least) if least.isdecimal() else None
    return None if number is None or number > seats else number


def findings(scope: Scope) -> Iterator[Finding]:
    """Rules that the elected of a contest break, or of which that cannot be told."""
    for poll in polls(scope, RULED):
        if poll.rule_words and poll.held.seats:
            yield from _of(scope, poll, poll.held.seats)


def _of(scope: Scope, poll: Poll, seats: int) -> Iterator[Finding]:
    elected = [one for one in poll.candidates if one.elected]
    own = bool(poll.held.quota_rule)
    whole = own or (poll.held.kind == "regular" and poll.ruled is not None and poll.ruled.seats == seats)
    least = fewest_women(poll.rule_words, seats)
    if least is None or not whole or len(elected) < seats:
        return
    genders = _genders(scope, [one.person for one in elected])
    women, men = genders.count("f"), genders.count("m")
    rule = (Fact("rule", poll.ruled.id),) if poll.ruled and not own else ()
    made = partial(
        Finding, fact=poll.fact, expected=poll.rule_words, facts=(*(one.fact for one in elected), *rule)
    )
    if men > len(elected) - least:
        yield made("rule-broken", found=f"{count(men, 'man', 'men')} among {len(elected)} elected")
    elif women < least:
        unstated = len(elected) - women - men
        yield made(
            "rule-not-told",
            found=f"{count(women, 'woman', 'women')} among {len(elected)} elected; "
            f"of {count(unstated, 'person', 'persons')} no source states the gender",
        )


def _genders(scope: Scope, persons: list[int]) -> list[str | None]:
    query = f"SELECT gender FROM person WHERE id IN ({marks(len(persons))})"
    return [gender for (gender,) in scope.connection.execute(query, persons)]
