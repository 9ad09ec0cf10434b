"""Lists below a line that says what they are of: `The slate is as follows:`, `Elected:`, then a name on each line."""

from __future__ import annotations

import re

from importers.known import Known
from importers.prose.claims import Claim
from importers.prose.factions import runs_lists
from importers.prose.shape import Shape

_ITEM = re.compile(r"(?:[-–•*·] |\d{1,2}[.)] )?(L\d+)(?: \([^)]{0,60}\)|,[^.]{0,60})?[,;.]?(?: and)?")
_ELECTED = re.compile(
    r"\b(?:were|are|was|newly|successful|the following)?\b ?(?:re-)?(?:elected|successful)\b[^:]{0,60}:"
)
_NOT = re.compile(r"\b(?:not|un)[ -]?(?:elected|successful)\b|\bmissed out\b|\bdefeated\b")
_SLATE = re.compile(
    r"\b(?:slate|candidates|nominees|ticket|team|backing|endorsing|supporting|recommend\w*)\b"
)

Listing = tuple[tuple[str, str], ...]
"""Fields and values that hold for each name of a list."""


def opened(made: Shape, known: Known) -> Listing:
    """What the list says that a line opens; nothing where it opens none."""
    text = made.text.strip()
    if not text.endswith(":") or re.search(r"L\d", text):
        return ()
    if _NOT.search(text):
        return (("outcome", "not elected"),)
    if _ELECTED.search(text):
        return (("outcome", "elected"),)
    factions = {key for sign in re.findall(r"F\d+", text) for key in made.keys[sign]}
    if len(factions) != 1 or not _SLATE.search(text):
        return ()
    (faction,) = factions
    return (("slate" if runs_lists(known, faction) else "endorsement", faction),)


def is_heading(made: Shape) -> bool:
    """Whether a line may be a mere heading within a list, of a section whose names follow: `CLP section:`."""
    text = made.text.strip()
    return (
        len(text) <= 60
        and re.search(r"[LF]\d|\.", text) is None
        and re.search(r":$|^S\d+$", text) is not None
    )


def item(made: Shape, listing: Listing) -> list[Claim]:
    """What a line of a list states; nothing where it is none."""
    found = _ITEM.fullmatch(made.text.strip())
    people = made.keys[found[1]] if found else ()
    return [Claim(people, field, (value,), 0) for field, value in listing] if len(people) == 1 else []
