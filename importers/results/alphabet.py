"""Names that may be printed surname first without a comma: their alphabetical order hints at it."""

from __future__ import annotations

from collections.abc import Sequence

from db.matching import folded
from importers.results.result import Doubt, Found

FEWEST = 4
"""Names; fewer stand in order by chance."""


def turned(candidates: tuple[Found, ...], place: str) -> tuple[tuple[Found, ...], tuple[Doubt, ...]]:
    """The candidates, none of them certain where names stand in the order of their first words and not of their last, and why.

    A list sorted by forenames looks the same: nothing is turned round, the user decides by the role of the column.
    """
    plain: Sequence[Found] = [one for one in candidates if one.printed and "," not in one.printed]
    if len(plain) < FEWEST or len(plain) < len(candidates):
        return candidates, ()
    firsts = [folded(one.printed.split()[0]) for one in plain]
    lasts = [folded(one.sort_name) for one in plain]
    votes = [one.votes for one in plain if one.votes is not None]
    ordered = firsts == sorted(firsts) and lasts != sorted(lasts) and votes != sorted(votes, reverse=True)
    if not ordered:
        return candidates, ()
    words = (
        f"Found names in the order of their first words, from {plain[0].printed} to {plain[-1].printed}; "
        "expected the forename first, but these may be surnames."
    )
    return tuple(one._replace(certain=False) for one in candidates), ((place, words),)
