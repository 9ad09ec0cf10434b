"""What is printed around a name: a rank before it, brackets behind it, a label, an outcome."""

from __future__ import annotations

import re
from typing import NamedTuple

from importers.results.figures import BLANKS, figure
from importers.results.marks import FOOTNOTE
from importers.results.names import split
from importers.results.result import Doubt, Found
from importers.results.said import ENDINGS, is_sitting, outcome

_BULLETS = "\\s>*•·▪‣◦●○■□►▶➤→»†‡§\\-–—✓✔☑✅❌✗✘\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff"
_START = re.compile(rf"^[{_BULLETS}]+(?=[^{_BULLETS}])")
_KEYCAP = re.compile("[\ufe0f\u20e3]")
_BETWEEN = re.compile(r"\s+[-–|·:]\s+|\s*—\s*")
"""What parts a name from a label without brackets."""

_RANK = re.compile(r"^(\d{1,3})(?:st|nd|rd|th)?(?:[.):]\s*|\s+)(?=[^\W\d_])", re.A)
_LEADERS = re.compile(r"[.…]{2,}\s*$|…$")
_BRACKET = re.compile(r"\(([^()]*)\)")
_WINGS = re.compile(
    r"^(\S+ .*?\S)\s+((?:soft |hard )?(?:left|right)|centre|center|ind\.?|independent)$", re.I
)
"""A label without brackets behind a name of two words or more."""

_AROUND = " *†‡§#^✓✔☑✅-–—:;,|·"


class Printed(NamedTuple):
    """The parts of a printed name; `earlier` tells that the place at the election before, or none, stood in brackets."""

    name: str
    rank: int | None = None
    notes: tuple[str, ...] = ()
    slate: str = ""
    outcome: str = ""
    sitting: bool | None = None
    earlier: bool = False
    previous_rank: int | None = None


def without_bullet(text: str) -> str:
    """A text without a bullet, a picture or a tick before it."""
    return _START.sub("", _KEYCAP.sub("", text))


def parted(text: str) -> Printed:
    """The parts of a cell or of the head of a line, as `1 Ken Livingstone (1) Left`."""
    bare = without_bullet(text)
    rank = _RANK.match(bare)
    if rank:
        bare = bare[rank.end() :]
    head, *rest = _BRACKET.split(bare)
    ending = ENDINGS.match(head.strip(" *†‡"))
    head, said = (ending[1], ending[2]) if ending else (head, "")
    wing = _WINGS.match(head.strip())
    head, label = (wing[1], wing[2]) if wing else (head, "")
    name, *beside = _BETWEEN.split(_LEADERS.sub("", head).strip(_AROUND))
    parts = Printed(
        FOOTNOTE.sub("", name.strip(_AROUND)).strip(_AROUND),
        int(rank[1]) if rank and int(rank[1]) else None,
        slate=label,
        outcome=outcome(said),
    )
    for note in beside:
        parts = _with_label(parts, note.strip(_AROUND))
    return _with_brackets(parts, rest)


def _with_label(parts: Printed, label: str) -> Printed:
    """A label behind a dash: a wing is the slate, anything else words beside the name."""
    is_wing = _WINGS.match(f"X Y {label}") is not None
    return parts._replace(slate=label) if is_wing and not parts.slate else _with_note(parts, label)


def _with_brackets(parts: Printed, rest: list[str]) -> Printed:
    """Brackets and what follows each; words behind a bracketed rank are the slate, and so is a bracket behind those."""
    for inside, after in zip(rest[::2], rest[1::2], strict=True):
        label = after.strip(" -–—,;:*")
        if (figure(inside) or inside.strip() in BLANKS) and not parts.earlier:
            parts = parts._replace(
                earlier=True, previous_rank=_place(inside), slate=f"{parts.slate} {label}".strip()
            )
        elif parts.slate and not outcome(inside) and not is_sitting(inside):
            parts = parts._replace(slate=f"{parts.slate} ({inside.strip()}) {label}".strip())
        else:
            parts = _with_note(_with_note(parts, inside.strip()), label)
    return parts


def _place(inside: str) -> int | None:
    """The rank that a bracket holds."""
    found = figure(inside)
    is_one = found and not found.percent and isinstance(found.value, int) and 1 <= found.value <= 999
    return int(found.value) if found and is_one else None


def _with_note(parts: Printed, note: str) -> Printed:
    if not note:
        return parts
    if outcome(note):
        return parts._replace(outcome=outcome(note))
    if is_sitting(note):
        return parts._replace(sitting=True)
    return parts._replace(notes=(*parts.notes, note))


def candidate(parts: Printed, origin: str) -> tuple[Found, tuple[Doubt, ...]]:
    """The candidate of a printed name, and the doubt where a comma has two readings."""
    name = split(parts.name)
    words = ", ".join(one for one in (name.words, *parts.notes) if one)
    found = Found(
        name.name, name.sort_name, origin, parts.name, words,
        rank=parts.rank, slate=parts.slate, outcome=parts.outcome, sitting=parts.sitting,
        previous_rank=parts.previous_rank,
    )  # fmt: skip
    if not name.unsure:
        return found, ()
    return found, (
        (origin, f"Found {parts.name!r}, read as the surname first; it may be a name and a place."),
    )
