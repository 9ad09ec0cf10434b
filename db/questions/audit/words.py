"""What an audit has found, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from db.questions.audit.finding import Severity
from db.wording import count, listed, number_word, sentence


class Tally(NamedTuple):
    """Findings of one severity."""

    found: int
    explained: int


def findings(tallies: Mapping[Severity, Tally]) -> tuple[str, ...]:
    """How many of each severity, and how many of them somebody has explained: `3 errors, 12 warnings, 4 of them explained`."""
    errors, warnings, notices = (tallies.get(one, Tally(0, 0)) for one in Severity)
    if not errors.found and not warnings.found:
        noticed = f"; {count(notices.found, 'notice')} {_say(notices.found)} how the record knows things"
        return (sentence(f"no error and no warning was found{noticed if notices.found else ''}"),)
    said = [
        count(errors.found, "error"),
        f"{count(warnings.found, 'warning')}{_explained(warnings)}",
        count(notices.found, "notice"),
    ]
    return (sentence(f"{listed(said)} {'was' if said_one(tallies) else 'were'} found"),)


def said_one(tallies: Mapping[Severity, Tally]) -> bool:
    """Whether there is one finding in all."""
    return sum(one.found for one in tallies.values()) == 1


def _say(number: int) -> str:
    return "says" if number == 1 else "say"


def _explained(tally: Tally) -> str:
    if not tally.found:
        return ""
    if tally.explained == tally.found:
        return ", explained," if tally.found == 1 else ", all of them explained,"
    return f", {number_word(tally.explained)} of them explained," if tally.explained else ""
