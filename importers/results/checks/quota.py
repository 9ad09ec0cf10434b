"""A printed quota that follows from the valid votes and the seats by none of the usual rules."""

from __future__ import annotations

from collections.abc import Iterator

from db.measures.methods import is_of_preferences
from db.measures.quotas import droop, is_usual
from importers.results.checks.stored import Values
from importers.results.result import Doubt


def quota_differs(values: Values) -> Iterator[Doubt]:
    """The quota beside what it should be; told only where it follows neither from the valid votes nor from the sum of votes."""
    quota, seats = values.number("quota"), values.number("seats")
    if quota is None or seats is None or seats[0] < 1:
        return
    bases = [one[0] for one in [values.number("valid_votes")] if one]
    if values.is_complete and is_of_preferences(values.words("method"), values.words("unit")):
        bases.append(values.together)
    bases = [one for one in bases if one > 0]
    if bases and not any(is_usual(quota[0], valid, int(seats[0])) for valid in bases):
        usual = droop(bases[0], int(seats[0]))
        yield (
            quota[1],
            f"Found the quota {quota[0]:,.10g}, expected {usual:,} (Droop) or another usual one "
            f"of {bases[0]:,.10g} valid votes and {seats[0]:g} {'seat' if seats[0] == 1 else 'seats'}.",
        )
