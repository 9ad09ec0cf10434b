"""All checks of one result, in the order in which a reader would make them."""

from __future__ import annotations

from importers.results.checks.quota import quota_differs
from importers.results.checks.seats import elected_unheard_of, seats_differ, too_many
from importers.results.checks.stored import Stored, Values
from importers.results.checks.totals import (
    above_ballots,
    papers_differ,
    quota_reached,
    sum_differs,
    turnout_differs,
)
from importers.results.checks.units import figures_of_another_unit, sizes_differ, unit_differs
from importers.results.result import Doubt, Result

ALL = (
    too_many,
    seats_differ,
    elected_unheard_of,
    above_ballots,
    sum_differs,
    papers_differ,
    turnout_differs,
    quota_differs,
    quota_reached,
    unit_differs,
    figures_of_another_unit,
    sizes_differ,
)


def checks(result: Result, contest: Stored | None = None) -> tuple[Doubt, ...]:
    """What does not add up, beside the doubts that a result brings with it: nothing is mended.

    Args:
        result: as read.
        contest: what is on record of its contest; None for one that is to be made.
    """
    values = Values(result, contest)
    return tuple(dict.fromkeys(doubt for check in ALL for doubt in check(values)))
