"""One pasted line as a candidate, or as prose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from importers.documents.document import Cell
from importers.results.figures import NUMBER, Figure, figure, measured
from importers.results.marks import BOLD, signs_at
from importers.results.names import is_name
from importers.results.printed import Printed, candidate, parted, without_bullet
from importers.results.result import Doubt, Found
from importers.results.said import is_remark, is_sitting, outcome, outcome_in_column
from importers.results.totals import is_total
from importers.words.amounts import PERCENT

LONGEST = 200
"""Signs; a longer line is prose."""

_FIGURE = (
    rf"(?<![^\s(:;,|–—-])(?:\((?=\s*{NUMBER}\s*{PERCENT}?\s*\)))?-?{NUMBER}\s*{PERCENT}?\)?(?:\s*votes?\b)?"
)
_TAIL = re.compile(rf"{_FIGURE}(?=[\s,;:|()]|[–—-]|$)", re.I | re.A)
_CHANGE = re.compile(
    r"\(\s*[-+±]\s?\d[\d.,]*\s*%?\s*\)|(?<=\s)[+±]\s?\d[\d.,]*\s*%?|(?<=[\d%]\s)-\d+(?:\.\d+)?\s*%", re.A
)
"""A gain or loss with its sign; a result has no place for it."""

_LEADING = re.compile(r"^[\s*•·▪‣†‡–—-]*\d{1,3}(?:st|nd|rd|th)?[.):]?\s+(?=[^\W\d_])", re.A)
_TWO_NUMBERS = re.compile(r"(?<![\d,.])\d{3} \d{3}(?![\d,.])", re.A)
_BEHIND = re.compile(r"(?<=[\d%)])[*†‡§#^]+(?=\s|$)|(?<=[\d%])\s*\[\w{1,3}\](?=\s|$)")
_BOTH = re.compile(rf"\(\s*({NUMBER})\s*(?:votes?)?\s*[,;/]\s*({NUMBER}\s*{PERCENT})\s*\)", re.I | re.A)
_DOTS = re.compile(r"\s*(?:\.{2,}|…+|_{2,})\s*(?=[\d(])")
_LABEL = re.compile(r"(?:,?\s+votes?\s*[:=]|\s=)\s*(?=\d)", re.I)
_FIGURE_FIRST = re.compile(
    rf"(\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?\s?{PERCENT}|\d+(?=\s?[-–—:]\s))\s?[-–—:]?\s([^\W\d_][^\d]*)",
    re.I | re.A,
)
_NOMINATIONS = re.compile(
    rf"(?:\(\s*)?(?<![\d.,])({NUMBER})\s+(?:(?:supporting )?(?:CLP |branch |valid )?(?:nominations?|noms)|CLPs?|branches"
    r"|constituency (?:labour )?parties|local parties)(?=\W|$)(?:\s*\))?",
    re.I | re.A,
)
"""A figure of nominations, or of those who nominate."""

_AT_STAGE = re.compile(
    r"\b((?:not )?(?:re-)?elected|eliminated|excluded|defeated) (?:in|at|on|after) (?:the )?(?:stage|count|round) (\d{1,3})\b",
    re.I,
)
"""An outcome with the stage of a count behind it, whose number is no vote."""

_TOLD = re.compile(
    r":\s+(?=(?:not |re-)?(?:elected|unopposed|withdr(?:awn|ew)|defeated|returned unopposed)\b)", re.I
)
_PARTERS = (
    re.compile(r"\s*[;•·]\s*"),
    re.compile(r"(?<=[\d%)])(?:\s*,\s+(?:and\s+)?|\s+and\s+)(?=[^\W\d_])"),
    re.compile(r",\s+(?:and\s+)?|\s+and\s+"),
)
MANY = 600
"""Signs of a line with several candidates."""

_UNREAD = re.compile(rf"[^\W\d_].*\s\(?(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?\s*{PERCENT})\)?", re.I | re.A)
_PARTED = re.compile(r"[()\[\],;|]|\s[-–—]+\s")
_OUTCOME_BEFORE = re.compile(
    r"\b((?i:(?:not )?(?:re-)?elected|withdrawn|defeated))\s+(?=[A-Z])(?!(?i:unopposed|elected|in |at ))"
)
"""An outcome with a label behind it."""

_CAPITALISED = re.compile(r"[^\W\d_a-zà-ÿ][^\d%£$€@/]{0,39}")


class Line(NamedTuple):
    """A candidate's line; `strong` where its figures or words are unlikely to be anything else."""

    found: Found
    doubts: tuple[Doubt, ...]
    strong: bool
    figures: tuple[Figure, ...]
    signs: frozenset[str] = frozenset()
    """Marks at the name or the figures that a legend may explain."""


def read(cell: Cell, order: Iterable[str] = (), *, headed: bool = False) -> Line | None:
    """The candidate of a line, or None for prose; `order` is what a line of headings says of the figures.

    Args:
        cell: the line, clean already.
        order: roles such as `votes` and `previous_votes` in their order; by default the election at hand comes first.
        headed: whether the line stands under words that head candidates; then a bare name is one.
    """
    if not cell.text or len(cell.text) > LONGEST or is_total(cell.text.split("  ")[0]):
        return None
    text = _name_first(_bare(_TOLD.sub(" – ", cell.text)))
    nominated = _NOMINATIONS.search(text)
    text = _NOMINATIONS.sub(" ", text, count=1).strip(" -–—:,") if nominated else text
    at = _AT_STAGE.search(text)
    head, figures, rest = _cut(_AT_STAGE.sub(r"\1", text))
    parts = parted(head)
    if not _is_person(parts) or is_total(parts.name):
        return None
    flagged = outcome_in_column(rest) if "outcome" in (order := tuple(order)) else ""
    parts, fitting = _with_tail(parts, flagged or rest, strong=_is_strong(text))
    if not fitting or not (figures or nominated or parts.outcome or (headed and not rest)):
        return None
    found, doubts = candidate(parts, cell.origin)
    values, problems = _values(figures, order)
    if nominated and (value := figure(nominated[1])) is not None:
        values["nominations"] = int(value.value)
    if at and parts.outcome == "elected" and int(at[2]):
        values["stage"] = int(at[2])
    printed = parts.name
    if two := _TWO_NUMBERS.search(text):
        problems.append(f"Found {two[0]!r}, read as one number; it may be two.")
    where = tuple((cell.origin, problem) for problem in problems)
    strong = _is_strong(text) or bool(parts.outcome or nominated) or any(one.percent for one in figures)
    person = found._replace(**values, printed=printed, certain=bool(figures or nominated or parts.outcome))
    return Line(person, (*doubts, *where), strong, figures, _signs(cell, head))


def several(cell: Cell, order: Iterable[str] = (), *, headed: bool = False) -> list[Line]:
    """The candidates side by side in a line, as `Jane Doe (1,061), Jo Roe (950)`; none unless all can be read."""
    if len(cell.text) > MANY:
        return []
    for parter in _PARTERS if headed else _PARTERS[:2]:
        pieces = [piece.strip(" .") for piece in parter.split(cell.text) if piece.strip(" .")]
        read_all = [read(cell._replace(text=piece), order, headed=headed) for piece in pieces]
        if len(pieces) > 1 and all(read_all):
            return [one for one in read_all if one]
    return []


def _bare(text: str) -> str:
    """A line without its bullet, gains and losses, and the signs behind figures."""
    plain = _LABEL.sub(" ", _BOTH.sub(r" \1 \2 ", _CHANGE.sub(" ", _DOTS.sub(" ", without_bullet(text)))))
    return " ".join(_BEHIND.sub("", plain).split())


def _name_first(text: str) -> str:
    """A line that begins with its votes, turned round."""
    turned = _FIGURE_FIRST.fullmatch(text)
    return f"{turned[2]} {turned[1]}" if turned and not turned[2].startswith(("(", "-")) else text


def _signs(cell: Cell, head: str) -> frozenset[str]:
    bold = [BOLD] if cell.strong else []
    name = re.split(r"[(,\d]", head, maxsplit=1)[0]
    return frozenset((*signs_at(cell.text), *signs_at(name), *bold))


def is_like_one(text: str) -> bool:
    """Whether a line that was not read is short and ends in votes or a share, as a candidate's would."""
    return len(text) <= 60 and _UNREAD.fullmatch(text) is not None


def _cut(text: str) -> tuple[str, tuple[Figure, ...], str]:
    """The head with the name, the figures behind it, and the words behind or between those."""
    lead = _LEADING.match(text)
    found = [one for one in _TAIL.finditer(text) if not lead or one.start() >= lead.end()]
    found = [one for one in found if not _is_rank_before(one, found)]
    if not found:
        return text, (), ""
    rest = _TAIL.sub(" ", text[found[0].start() :])
    figures = tuple(value for one in found if (value := figure(one[0])))
    return text[: found[0].start()], figures, rest


def _is_rank_before(one: re.Match[str], found: list[re.Match[str]]) -> bool:
    """A small number in brackets with other figures behind it is the rank of the election before."""
    return one is found[0] and len(found) > 1 and re.fullmatch(r"\(\s*\d{1,3}\s*\)", one[0]) is not None


def _is_strong(text: str) -> bool:
    """Whether a number stands in the line that is grouped in thousands or in percent."""
    return re.search(rf"\d,\d{{3}}\b|\d\s*{PERCENT}|\d\s*votes?\b", text, re.I) is not None


def _is_person(parts: Printed) -> bool:
    name = parts.name
    if not is_name(name):
        return False
    return all(len(note) <= 80 for note in (*parts.notes, parts.slate))


def _with_tail(parts: Printed, rest: str, *, strong: bool) -> tuple[Printed, bool]:
    """The words behind the figures: an outcome, a label in capitals; anything else makes the line prose."""
    for words in _PARTED.split(_OUTCOME_BEFORE.sub(r"\1; ", rest)):
        bare = words.strip(" .:*-–—")
        if not bare:
            continue
        if said := outcome(bare):
            parts = parts._replace(outcome=said)
        elif is_sitting(bare):
            parts = parts._replace(sitting=True)
        elif parts.outcome and is_remark(bare):
            continue
        elif (strong or parts.outcome) and _CAPITALISED.fullmatch(bare) and len(bare.split()) <= 4:
            parts = parts._replace(notes=(*parts.notes, bare))
        else:
            return parts, False
    return parts, True


def _values(figures: tuple[Figure, ...], order: tuple[str, ...]) -> tuple[dict[str, Any], list[str]]:
    """The figures by role: in the order headings give, else votes before those of the election before."""
    counts = [role for role in order if role.endswith("votes")] or ["votes", "previous_votes"]
    parts = [role for role in order if role.endswith("share")] or ["share", "previous_share"]
    values: dict[str, Any] = {}
    problems: list[str] = []
    for one in figures:
        is_part = one.percent or (isinstance(one.value, float) and "votes" in values and one.value <= 100)
        free = [role for role in (parts if is_part else counts) if role not in values]
        printed = f"{one.value}%" if is_part else f"{one.value}"
        if not free:
            problems.append(
                f"Found {printed!r} as one figure more than votes and shares of two elections; it was left out."
            )
            continue
        role = free[0]
        value, problem = (None, "") if role.startswith("other_") else measured(printed, role)
        values[role] = value
        if problem:
            problems.append(problem)
    return {role: value for role, value in values.items() if not role.startswith("other_")}, problems
