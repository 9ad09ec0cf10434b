"""What somebody types for the figure of a claim: `over 45%`, `4 of 6`, `17 to 14`, `almost 3,000`, `-20.5`."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.errors import SlatewatchError

SIGNS = {
    ">": "over",
    "<": "under",
    "≥": "at least",
    ">=": "at least",
    "≤": "at most",
    "<=": "at most",
    "~": "about",
}
SENSES = ("at least", "at most", "exactly", "about", "almost", "over", "under")

_NUMBER = r"[-−+]?[0-9][0-9,]*(?:\.[0-9]+)?"
_STATED = re.compile(
    rf"(?P<sense>{'|'.join(SENSES)}|[<>]=?|[≤≥~])?\s*(?P<stated>{_NUMBER})\s*(?:%|per cent|percent|points?|votes?|seats?|years?)?"
    rf"(?:\s+of\s+(?P<whole>{_NUMBER}))?(?:\s*(?:to|[-–:])\s*(?P<versus>{_NUMBER}))?\s*(?:%|votes?|seats?|a seat)?",
    re.IGNORECASE,
)


class Figure(NamedTuple):
    """A figure as it is typed."""

    stated: float
    sense: str = "exactly"
    decimals: int | None = None
    """Printed, where the figure alone does not show them."""
    whole: float | None = None
    versus: float | None = None


def figure_of(text: str) -> Figure:
    """Read a figure with its sense.

    Raises:
        SlatewatchError: the text is none.
    """
    found = _STATED.fullmatch(" ".join(text.split()))
    if found is None:
        raise SlatewatchError(
            f"stated: found {text[:40]!r}, expected a figure such as 55.2, over 45%, 4 of 6 or 17 to 14."
        )
    word = (found["sense"] or "exactly").lower()
    printed = len(found["stated"].partition(".")[2])
    return Figure(
        _number(found["stated"]),
        SIGNS.get(word, word),
        printed if found["stated"].endswith("0") and printed else None,
        None if found["whole"] is None else _number(found["whole"]),
        None if found["versus"] is None else _number(found["versus"]),
    )


def _number(text: str) -> float:
    return float(text.replace(",", "").replace("−", "-"))
