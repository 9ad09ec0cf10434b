"""Election boxes: the templates between a begin and an end as one result, those of STV counts with their stages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from importers.formats.contest_words import stated_in, without_seats
from importers.formats.stage_result import method
from importers.formats.stage_rows import STAGES, decimal
from importers.formats.wikitext.markup import is_bold, plain
from importers.formats.wikitext.templates import Template
from importers.results.ballots import whole
from importers.results.checking import doubts_of
from importers.results.figures import BLANKS, LONGEST, measured
from importers.results.printed import candidate, parted
from importers.results.result import Doubt, Found, Result, Stage
from importers.results.tallies import Told
from importers.results.text import clean

_QUALIFIER = re.compile(
    r"\s*\((?:(?:UK|US|Scotland|England|Wales|(?:Northern )?Ireland|politician|(?:UK )?political party|party)(?:, ?)?)?"
    r"(?:(?:19|20)\d\d)?\)$",
    re.I,
)
"""What tells one article from another of the same name, `(UK)`, `(UK, 2025)`, `(politician)`."""

_COUNT = re.compile(r"count\s*(\d{1,4})", re.A)
_NOBODY: Final = frozenset(
    {*BLANKS, "tba", "tbc", "tbd", "to be announced", "to be confirmed", "vacant", "none"}
)
_TOTALS: Final = (
    ("turnout", "turnout"),
    ("registered electors", "registered electors"),
    ("rejected", "rejected ballots"),
    ("total", "total votes"),
    ("valid", "valid votes"),
    ("quota", "quota"),
)
"""Kinds of rows of a box and the labels under which `contest_words` knows them."""

_ENDS: Final = (
    ("electorate", "electorate"), ("reg. electors", "electorate"), ("valid", "valid votes"), ("spoilt", "spoilt votes"),
    ("quota", "quota"), ("turnout", "turnout"),
)  # fmt: skip
"""Fields that begins and ends of boxes have."""


class Box(NamedTuple):
    """The templates of one box in their order, each with the line it begins on."""

    heading: str
    rows: tuple[tuple[int, Template], ...]


def party(text: str) -> str:
    """The name of a party as it is shown, without what tells its article from others."""
    return _QUALIFIER.sub("", plain(text)).strip()


def result(box: Box) -> Result | None:
    """A box as a result; None where it names nobody and nothing is wrong."""
    rows = [_Row(one, line) for line, one in box.rows if _is_candidate(one)]
    read = [(row, *pair) for row in rows if (pair := row.found())]
    found = tuple(one for _, one, _ in read)
    if not found:
        return None
    stv = any(row.template.name.startswith("stv ") for row in rows)
    title = _title(box)
    said = _said(box, title)
    stages = tuple(stage for at, (row, _, _) in enumerate(read) for stage in row.stages(at))
    doubts = (
        *said.doubts,
        *(doubt for _, _, several in read for doubt in several),
        *_too_late(box, stages),
        *doubts_of(found),
    )
    facts = (*(method(f"line {box.rows[0][0]}") if stv else ()), *said.facts)
    ordered = tuple(sorted(stages, key=lambda one: one.stage))
    return Result(without_seats(title), found, doubts, facts=facts, stages=ordered, counts=said.counts)


def _is_candidate(one: Template) -> bool:
    return "candidate" in one.name and "begin" not in one.name


def _title(box: Box) -> str:
    begin = next((one for _, one in box.rows if "begin" in one.name), None)
    return (plain(begin.get("title")) if begin else "") or box.heading


def _said(box: Box, title: str) -> Told:
    """What the title, the begin, the end and the rows of totals say of the contest."""
    first = box.rows[0][0]
    titles = stated_in(((title, f"line {first}"), (box.heading, f"line {first}")), titles=True)
    lines = [
        (f"{label}: {plain(text)}", f"line {line}")
        for line, one in box.rows
        for label, text in _labelled(one)
        if plain(text)
    ]
    figures = stated_in(lines)
    return titles.beside(figures)


def _labelled(one: Template) -> Iterator[tuple[str, str]]:
    for kind, label in _TOTALS:
        if re.match(rf"(?:stv )?election box {kind}\b", one.name):
            yield label, one.get("votes", "reg. electors", "electors", "1")
            if kind == "turnout" and (part := one.get("percentage").strip(" %")):
                yield label, f"{part}%"
    if "begin" in one.name or re.match(r"(?:stv )?election box end", one.name):
        yield from ((label, one.get(field)) for field, label in _ENDS)


class _Row(NamedTuple):
    """A candidate's template."""

    template: Template
    line: int

    def found(self) -> tuple[Found, tuple[Doubt, ...]] | None:
        """The candidate, or None for a row that is kept free for one."""
        origin = f"line {self.line}"
        printed = self.template.get("candidate", "name")
        words = plain(printed)
        if words.casefold() in _NOBODY or not any(map(str.isalpha, words)):
            return None
        parts = parted(words)
        if not parts.name:
            return None
        person, doubts = candidate(parts, origin)
        values, problems = self._figures(origin)
        if (won := is_bold(printed) or "winning" in self.template.name) and not person.outcome:
            person = person._replace(outcome="elected")
        stage = (
            next((number for number, text in self.counts() if is_bold_figure(text)), None) if won else None
        )
        slate = party(self.template.get("party")) or person.slate
        return person._replace(slate=slate, stage=stage, **values), (*doubts, *problems)

    def counts(self) -> list[tuple[int, str]]:
        """The figures of the counts that are given, by their numbers."""
        found = ((_COUNT.fullmatch(field), text) for field, text in self.template.fields.items())
        counts = [(int(number[1]), text) for number, text in found if number and plain(text)]
        return sorted((number, text) for number, text in counts if 0 < number <= STAGES)

    def stages(self, at: int) -> Iterator[Stage]:
        """The counts as stages; only those that changed are given."""
        for number, text in self.counts():
            value = decimal(plain(text))
            if value is not None and value >= 0:
                action = "elected" if is_bold_figure(text) else "count"
                yield Stage(number, action, at, float(value), None, f"line {self.line}, count {number}")

    def _figures(self, origin: str) -> tuple[dict[str, Any], list[Doubt]]:
        texts = {
            "votes": self.template.get("votes") or self.template.get("count1"),
            "share": self.template.get("percentage"),
        }
        values: dict[str, Any] = {}
        doubts: list[Doubt] = []
        for role, text in texts.items():
            value, problem = measured(plain(text), role)
            if value is not None:
                values[role] = value
            if problem:
                doubts.append((origin, problem))
        for number, text in self.counts():
            count = decimal(plain(text))
            if count is None or count < 0:
                doubts.append(
                    (f"{origin}, count {number}", f"Found {plain(text)[:LONGEST]!r}, expected votes.")
                )
        if isinstance(values.get("votes"), float):
            values["votes"] = whole(values["votes"])
        return values, doubts


def is_bold_figure(text: str) -> bool:
    """Whether a figure is bold: at that count the candidate was elected."""
    return is_bold(f"{text.replace(chr(39) * 3, chr(39) * 3 + 'x', 1)}")


def _too_late(box: Box, stages: Sequence[Stage]) -> Iterator[Doubt]:
    """A count beyond those that the box says it has."""
    begin = next((one for _, one in box.rows if "begin" in one.name), None)
    most = clean(begin.get("numcounts")) if begin else ""
    if most.isdecimal() and len(most) < 6:
        for one in stages:
            if one.stage > int(most):
                yield one.origin, f"Found count {one.stage}, expected at most the {most} of the box."
                return
