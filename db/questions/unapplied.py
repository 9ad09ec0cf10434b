"""What of a scenario does not fit the days of an answer, in sentences: on one day, or on how many of several it is applied."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from db.dates import on_day
from db.reading.scenarios.scenario import Scenario
from db.reading.seats.chamber import Refusals
from db.wording import count, number_word, sentence


class Occasion(NamedTuple):
    """One time that assumptions were applied to a chamber."""

    words: str
    """When or how: `on 12 July 2016`, `by the scheme Wings`."""
    refused: Refusals


def on_days(scenario: Scenario | None, days: Iterable[tuple[str, Refusals]]) -> tuple[str, ...]:
    """What is not applied on some days; nothing of the facts.

    Args:
        scenario: whose assumptions are made; None for the facts.
        days: the days that were counted, each with the assumptions that did not fit it; what has no date is left out.
    """
    return _told(scenario, [Occasion(on_day(day), refused) for day, refused in days if day], "on", "day")


def by_schemes(scenario: Scenario | None, schemes: Iterable[tuple[str, Refusals]]) -> tuple[str, ...]:
    """What is not applied where several schemes, given by their names, count the same day."""
    occasions = [Occasion(f"by the scheme {name}", refused) for name, refused in schemes]
    return _told(scenario, occasions, "by", "scheme")


def _told(
    scenario: Scenario | None, occasions: list[Occasion], preposition: str, noun: str
) -> tuple[str, ...]:
    if scenario is None or not occasions:
        return ()
    refused = [dict(one.refused) for one in occasions]
    said = []
    for one in scenario.assumptions:
        reasons = [each[one.id] for each in refused if one.id in each]
        if not reasons:
            continue
        why = "; or ".join(f"since {reason}" for reason in dict.fromkeys(reasons))
        applied, several = len(occasions) - len(reasons), count(len(occasions), noun)
        if len(occasions) == 1:
            said.append(f"Not applied {occasions[0].words}: {one.words}, {why}")
        elif not applied:
            said.append(f"Applied {preposition} none of {several}: {one.words}, {why}")
        else:
            said.append(
                f"Applied {preposition} {number_word(applied)} of {several}: {one.words}; else not, {why}"
            )
    return tuple(map(sentence, said))
