"""Numbers as people print them, read for what they stand for; a negative or absurd one is a doubt and no value."""

from __future__ import annotations

import re
from typing import NamedTuple

from importers.words.amounts import PERCENT

LONGEST = 40
"""Signs; nothing longer is a figure of an election."""

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+(?!\d)|\d{1,3}(?:['’]\d{3})+|\d+)(?:\.\d+)?"
_WHOLE = re.compile(rf"([-+]?)\s*({NUMBER}|\d+,\d{{1,2}}(?=\s*%))\s*({PERCENT}?)\s*(?:votes?)?", re.A | re.I)
BLANKS = frozenset({"", "-", "–", "—", "--", ".", "..", "...", "n/a", "na", "none", "unknown", "?"})
"""What stands in a cell that says nothing."""

LIMITS: dict[str, tuple[str, float, float]] = {
    "votes": ("a number of votes", 0, 10_000_000_000),
    "previous_votes": ("a whole number of votes", 0, 10_000_000_000),
    "share": ("a share in percent", 0, 100),
    "previous_share": ("a share in percent", 0, 100),
    "rank": ("a rank", 1, 10_000),
    "previous_rank": ("a rank", 1, 10_000),
    "stage": ("a stage of a count", 1, 10_000),
    "nominations": ("a number of nominations", 0, 1_000_000),
}
_PAIR = re.compile(
    rf"({NUMBER})\s*(?:votes?)?(?:\s*[(\[/;|–—-]\s*|[,;]?\s+)(\d{{1,3}}(?:[.,]\d+)?\s?{PERCENT}|\d{{1,2}}\.\d+(?=\)$))[)\]]?",
    re.A | re.I,
)
LABELLED = re.compile(r"^(?:votes?|share|total|rank|place|position)\s*[:=]\s*", re.I)
_RANK = re.compile(r"(?:=|joint |t)?\s*(\d{1,4})\s*(?:st|nd|rd|th)?\s*[.):=]?", re.A | re.I)
_COMMA = re.compile(r"(\d{1,3}),(\d{1,3})(?:\s?%)?", re.A)
RANKS = frozenset({"rank", "previous_rank"})
SHARES = frozenset({"share", "previous_share"})


class Figure(NamedTuple):
    """A number, and whether a percent sign or word stands at it."""

    value: int | float
    percent: bool = False


def figure(text: str) -> Figure | None:
    """The number a text is, brackets and footnote stars aside; None where it is anything else, money included."""
    if len(text) > LONGEST:
        return None
    bare = text.strip().strip("*†‡").strip()
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1].strip()
    found = _WHOLE.fullmatch(bare)
    return None if found is None else Figure(_value(found[1], found[2]), bool(found[3]))


def _value(sign: str, digits: str) -> int | float:
    decimal_comma = re.fullmatch(r"\d+,\d{1,2}", digits)
    bare = digits.replace(",", ".") if decimal_comma else re.sub(r"[, '’]", "", digits)
    value: int | float = float(bare) if "." in bare else int(bare)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return -value if sign == "-" else value


def paired(text: str) -> tuple[str, str] | None:
    """The votes and the share of a text that prints both, as `1,234 (12.3%)`."""
    found = _PAIR.fullmatch(text) if len(text) <= LONGEST else None
    return (found[1], found[2]) if found else None


def of_role(text: str, role: str) -> Figure | None:
    """The number a cell of a role gives: a rank may be an ordinal or a tie, a share may have a decimal comma."""
    bare = LABELLED.sub("", text)
    if role in RANKS and (rank := _RANK.fullmatch(bare)):
        bare = rank[1]
    elif role in SHARES and (comma := _COMMA.fullmatch(bare)):
        bare = f"{comma[1]}.{comma[2]}%"
    return figure(bare)


def measured(text: str, role: str) -> tuple[int | float | None, str]:
    """The value a text gives for a role, or None and what is wrong with it; a blank is None and nothing wrong."""
    if text.casefold() in BLANKS:
        return None, ""
    found = of_role(text, role)
    what, least, most = LIMITS[role]
    whole = role not in SHARES and role != "votes"
    if (
        found is None
        or not least <= found.value <= most
        or (whole and isinstance(found.value, float))
        or (found.percent and role not in SHARES)
    ):
        return None, f"Found {text[:LONGEST]!r}, expected {what} from {least:,} to {most:,}."
    return (float(found.value) if role in SHARES else found.value), ""
