"""What an audit has found, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from db.questions.audit.finding import Severity
from db.wording import count, number_word, sentence


class Tally(NamedTuple):
    """Findings of one severity."""

    found: int
    explained: int


def findings(tallies: Mapping[Severity, Tally]) -> tuple[str, ...]:
    """How many of each severity, and how many of the warnings somebody has explained; notices apart."""
    errors, warnings, notices = (tallies.get(one, Tally(0, 0)) for one in Severity)
    noticed = f"{count(notices.found, 'notice')} {'says' if notices.found == 1 else 'say'} how the record knows things"
    said = [_grave(errors.found, warnings), noticed if notices.found else ""]
    return tuple(sentence(words) for words in said if words)


def _grave(errors: int, warnings: Tally) -> str:
    """`No error and 12 warnings were found; four of them are explained`."""
    several = errors + warnings.found > 1
    parts = [
        count(number, noun) if number else f"no {noun}"
        for number, noun in ((errors, "error"), (warnings.found, "warning"))
    ]
    return f"{' and '.join(parts)} {'were' if several else 'was'} found{_explained(warnings)}"


def _explained(warnings: Tally) -> str:
    if not warnings.explained:
        return ""
    if warnings.found == 1:
        return "; the warning is explained"
    all_of_them = warnings.explained == warnings.found
    number = "all" if all_of_them else number_word(warnings.explained)
    return f"; {number} of the warnings {'is' if warnings.explained == 1 else 'are'} explained"
