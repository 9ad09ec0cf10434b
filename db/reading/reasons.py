"""What the words of the record tell of a seat, and why it changes its holder; what they do not say stays blank."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

REGULAR = "regular election"
BY_ELECTION = "by-election"
NEW_SEATS = "election to new seats"
ELECTION = "election"
REPLACEMENT = "replacement"
CO_OPTION = "co-option"
RUNNER_UP = " (runner-up)"
"""Stands after a replacement or a co-option where a source says that the runner-up came in."""
APPOINTMENT = "appointment"
EX_OFFICIO = "ex officio change"
DEATH = "death"
RESIGNATION = "resignation"
PARLIAMENT = "election to parliament"
SUSPENSION = "suspension"
EXPULSION = "expulsion"
RULE = "rule change"
LOST = "lost election"
RETIRED = "did not stand again"
DISQUALIFIED = "disqualification"
ENDED = "end of term"
DEFECTION = "defection"
ASSUMED = "assumption"
"""Of a scenario, and of nothing else."""
SEATS, VACANCY, LEFT, CONTEST, LEANING = "seats on record", "vacancy", "departure", "contest", "leaning"
"""What is told of seats and bodies, and is no reason why one holder gave way to another."""

ELECTED = (REGULAR, BY_ELECTION, NEW_SEATS, ELECTION)
"""To come by one of these is to have been elected."""

OF_CONTEST = {"regular": REGULAR, "by-election": BY_ELECTION, "additional": NEW_SEATS}
"""How somebody came who won a seat at a contest of that kind."""


class Reason(NamedTuple):
    """What the words of a record tell of a seat."""

    words: str
    sign: str
    """Of one cell, in drawings: see `db.reading.happening.value.MARKS`."""
    pattern: str
    """What the words hold; case is of no account."""
    leaving: bool = False
    """Whether somebody may leave for it."""
    coming: bool = False
    """Whether somebody may come by it."""


REASONS = (
    Reason(DEFECTION, "F", r"\bdefect", leaving=True),
    Reason(DEATH, "D", r"\bdied\b|\bdeaths?\b|\bdeceased\b", leaving=True),
    Reason(
        RULE, "§", r"\babolish|\babolition|\bstanding.order change|\brule change|\blapsed\b", leaving=True
    ),
    Reason(SEATS, "§", r"^rules?\b|^seats?\b(?! lost)|^new (?:seat|section)"),
    Reason(
        PARLIAMENT,
        "L",
        r"\b(?:elected|election|became|becoming)\b.*\b(?:mps?|parliament)\b",
        leaving=True,
    ),
    Reason(EXPULSION, "X", r"\bexpel|\bexpulsion", leaving=True),
    Reason(DISQUALIFIED, "L", r"\bdisqualif", leaving=True),
    Reason(SUSPENSION, "S", r"\bsuspen", leaving=True),
    Reason(
        LOST, "L", r"\blost (?:the |her |his |their )?election|\bnot re-?elected\b|\bdefeated\b", leaving=True
    ),
    Reason(RETIRED, "L", r"\bdid not (?:re-?)?stand\b", leaving=True),
    Reason(
        RESIGNATION,
        "R",
        r"\bresign|\bstood (?:aside|down)\b|\bstepped down\b|\brelinquish|\bgave up\b|\bretired\b",
        leaving=True,
    ),
    Reason(ENDED, "L", r"\bterm (?:ended|expired)\b|\bend of (?:the |her |his |their )?term\b", leaving=True),
    Reason(VACANCY, "V", r"\bvacan|\bempty\b"),
    Reason(BY_ELECTION, "B", r"\bby-?election", coming=True),
    Reason(NEW_SEATS, "C", r"\bnew seats?\b", coming=True),
    Reason(CO_OPTION, "P", r"\bco-?opt", coming=True),
    Reason(REPLACEMENT, "P", r"\breplac|\bsucceed|\bsuccession\b", coming=True),
    Reason(APPOINTMENT, "A", r"\bappoint|\bnominat", coming=True),
    Reason(EX_OFFICIO, "A", r"\bex officio\b", coming=True),
    Reason(LEFT, "L", r"\bdepart|\bleft\b|\blost\b|\bbecame\b"),
    Reason(ELECTION, "C", r"\belected\b|\belections?\b", coming=True),
    Reason(CONTEST, "C", r"^contest\b|^additional contest\b|^results?\b"),
    Reason(LEANING, "~", r"^(?:leaning|membership|scheme)\b"),
)
"""All that is told apart; of words that tell several things the first counts."""


def told_by(words: str, some: Iterable[Reason] = REASONS) -> str:
    """Which of some reasons the words of a record tell first; blank where they tell none."""
    return next((one.words for one in some if re.search(one.pattern, words, re.IGNORECASE)), "")


def tells(words: str, reason: str) -> bool:
    """Whether the words of a record tell this too, whatever else they tell."""
    return bool(told_by(words, (one for one in REASONS if one.words == reason)))


@lru_cache(maxsize=4096)
def sign_of(words: str) -> str:
    """The sign of what a kind of event, or the words of a record, tell; blank where they tell nothing.

    Remembered, since thousands of terms begin and end in the same few words.
    """
    return _SIGNS.get(told_by(words), "")


_SIGNS = {one.words: one.sign for one in REASONS}
_LEAVING = tuple(one for one in REASONS if one.leaving)
_COMING = tuple(one for one in REASONS if one.coming)


def of_leaving(why: str, gained: str = "", *, at_regular: bool = False) -> str:
    """Why a term ended.

    Args:
        why: how the record says that it ended, or what kind of event it was.
        gained: how the seat was gained: whoever has it by an office loses it with the office.
        at_regular: whether it ended at a regular election, where to stand down is not to stand again.
    """
    reason = told_by(why, _LEAVING)
    if why and gained.casefold().startswith("ex officio"):
        return reason if reason in (DEATH, RULE) else EX_OFFICIO
    stood_down = at_regular and re.search(r"\bstood down\b|\bretired\b", why, re.IGNORECASE)
    return RETIRED if reason == RESIGNATION and stood_down else reason


def of_coming(gained: str, contest: str | None) -> str:
    """How somebody came to a seat.

    Args:
        gained: how the record says that it was gained.
        contest: the kind of the contest at which it was won, where it was.
    """
    if contest in OF_CONTEST:
        return OF_CONTEST[contest]
    reason = told_by(gained, _COMING)
    if reason in (REPLACEMENT, CO_OPTION) and "runner-up" in gained.casefold():
        return reason + RUNNER_UP
    return reason
