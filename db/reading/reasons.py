"""Why a seat changes its holder, told from the words of the record; what they do not say stays blank."""

from __future__ import annotations

import re

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
ASSUMED = "assumption"
"""Of a scenario, and of nothing else."""

OF_CONTEST = {"regular": REGULAR, "by-election": BY_ELECTION, "additional": NEW_SEATS}
"""How somebody came who won a seat at a contest of that kind."""

_LEAVING = (
    (DEATH, r"\bdied\b|\bdeath\b|\bdeceased\b"),
    (RULE, r"\babolish|\bstanding.order change|\brule change|\blapsed\b"),
    (PARLIAMENT, r"\b(?:elected|election|became|becoming)\b.*\b(?:mps?|parliament)\b"),
    (EXPULSION, r"\bexpel|\bexpulsion"),
    (SUSPENSION, r"\bsuspen"),
    (LOST, r"\blost (?:the |her |his |their )?election|\bnot re-?elected\b|\bdefeated\b"),
    (RETIRED, r"\bdid not (?:re-?)?stand\b"),
    (RESIGNATION, r"\bresign|\bstood aside\b|\bstepped down\b|\brelinquish|\bgave up\b"),
)
_COMING = (
    (BY_ELECTION, r"\bby-?election"),
    (NEW_SEATS, r"\bnew seats?\b"),
    (CO_OPTION, r"\bco-?opt"),
    (REPLACEMENT, r"\breplac"),
    (APPOINTMENT, r"\bappoint|\bnominat"),
    (EX_OFFICIO, r"\bex officio\b"),
    (ELECTION, r"\belected\b|\belection\b"),
)


def _first(table: tuple[tuple[str, str], ...], words: str) -> str:
    return next((reason for reason, pattern in table if re.search(pattern, words, re.IGNORECASE)), "")


def of_leaving(why: str, gained: str = "", *, at_regular: bool = False) -> str:
    """Why a term ended.

    Args:
        why: how the record says that it ended, or what kind of event it was.
        gained: how the seat was gained: whoever has it by an office loses it with the office.
        at_regular: whether it ended at a regular election, where to stand down is not to stand again.
    """
    reason = _first(_LEAVING, why)
    if why and gained.casefold().startswith("ex officio"):
        return reason if reason in (DEATH, RULE) else EX_OFFICIO
    if re.search(r"\bstood down\b|\bretired\b", why, re.IGNORECASE):
        return RETIRED if at_regular else RESIGNATION
    return reason


def of_coming(gained: str, contest: str | None) -> str:
    """How somebody came to a seat.

    Args:
        gained: how the record says that it was gained.
        contest: the kind of the contest at which it was won, where it was.
    """
    if contest in OF_CONTEST:
        return OF_CONTEST[contest]
    reason = _first(_COMING, gained)
    if reason in (REPLACEMENT, CO_OPTION) and "runner-up" in gained.casefold():
        return reason + RUNNER_UP
    return reason
