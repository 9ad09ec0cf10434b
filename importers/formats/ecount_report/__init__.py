"""The text of eCount's "Candidate Votes Per Stage Report": a block for each stage, with a row for each candidate.

Source: reports of Scottish councils, such as The Highland Council's for Ward 7, 4 May 2017.  Its column "Transfer Value" holds
the votes moved, not the value of a paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from typing import Final

from db.dates import is_date
from importers.documents.document import BadFile
from importers.file import File
from importers.formats.ecount_report.blocks import Block, Row, blocks
from importers.formats.ecount_report.people import People
from importers.formats.facts import stated
from importers.formats.format import Reading
from importers.formats.stage_result import method, stages, with_result
from importers.results.checking import doubts_of
from importers.results.count_sheet import ELECTED, EXCLUDED, Entry, Sheet
from importers.results.counts import doubts_of_count
from importers.results.result import Doubt, Fact, Result
from importers.results.telling import few
from importers.results.text import clean

NAME: Final = "ecount-report"
TITLE: Final = "Stages of an STV count (text of eCount's report)"

_NAMED = re.compile(r"candidate votes per stage", re.I)
_FIGURES: Final = (
    ("ballots", re.compile(r"ballot papers received[\s:|]*([\d,.]+)", re.I)),
    ("valid_votes", re.compile(r"valid votes[\s:|]*([\d,.]+)", re.I)),
    ("seats", re.compile(r"positions to be filled[\s:|]*([\d,.]+)", re.I)),
    ("quota", re.compile(r"\bquota[\s:|]*([\d,.]+)", re.I)),
    ("electorate", re.compile(r"\belectorate[\s:|]*([\d,.]+)", re.I)),
)
_WARD = re.compile(r"\bward \d+[^,(|\"]*", re.I)
_COUNCIL = re.compile(r"\b(?:the )?(?:[A-Z][\w'&-]*\s+){1,5}Council\b")
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DATE = re.compile(rf"\b([0-3]?\d) ({'|'.join(_MONTHS)}) ((?:19|20)\d\d)\b", re.I | re.A)
_STAGE_ONE = re.compile(r"^[ \t]*stage[ \t]+1\b", re.I | re.M)
LOOKED_AT: Final = 20_000
LINE: Final = 2_000


def sure(file: File) -> float:
    """Sure by the name of the report, or the words above its figures, with a first stage."""
    start = file.start[:LOOKED_AT]
    if not _STAGE_ONE.search(start):
        return 0.0
    words = _FIGURES[0][1].search(start) and _FIGURES[2][1].search(start)
    return 0.9 if _NAMED.search(start) or words else 0.0


def read(file: File) -> Reading:
    """The one count of a report.

    Raises:
        BadFile: it has no stage with rows of candidates.
    """
    lines = [
        (at, text.strip()) for at, text in enumerate(StringIO(file.text, newline=None), 1) if text.strip()
    ]
    if long := next((at for at, text in lines if len(text) > LINE), None):
        raise BadFile(
            f"{file.name}, line {long}: found a line of more than {LINE:,} characters, expected a report."
        )
    head, found = blocks(lines)
    people = People()
    entries, doubts = _entries(found, people)
    if not people.found:
        raise BadFile(
            f"{file.name}: found no stage with candidates, expected the rows of a report of stages."
        )
    facts, problems = _facts(head or lines[:1], lines)
    sheet = Sheet(tuple(one.name for one in people.found), tuple(entries), facts)
    candidates = tuple(with_result(people.found, sheet))
    told = (*problems, *few((*people.doubts, *doubts)), *few(doubts_of_count(sheet)), *doubts_of(candidates))
    title = clean(" ".join(text.lstrip("# ") for _, text in head if not _is_figures(text)))[:300]
    return Reading(NAME, (Result(title, candidates, told, facts=facts, stages=tuple(stages(sheet))),))


def _is_figures(text: str) -> bool:
    return any(pattern.search(text) for _, pattern in _FIGURES)


def _entries(found: list[Block], people: People) -> tuple[list[Entry], list[Doubt]]:
    """The rows as entries; a status goes on to later stages, where reports print it once."""
    entries: list[Entry] = []
    doubts: list[Doubt] = []
    said: dict[int, tuple[str, int]] = {}
    for block in found:
        start = len(entries)
        for row in block.rows:
            at = None if row.is_nobody or row.is_total else people.at(row)
            if row.is_total or (at is None and not row.is_nobody):
                continue
            if at is not None and (status := _status(row, block, people.found[at].printed)):
                said.setdefault(at, (status, block.stage))
            status, since = said.get(at, ("", None)) if at is not None else ("", None)
            entries.append(Entry(block.stage, at, row.total, row.transfer, status, since, f"line {row.line}"))
        doubts += _total(block, entries[start:])
    return entries, doubts


def _status(row: Row, block: Block, printed: str) -> str:
    if row.status == ELECTED or row.status == EXCLUDED:
        return row.status
    return EXCLUDED if clean(block.excluded).casefold() == printed.casefold() else ""


def _total(block: Block, entries: list[Entry]) -> Iterator[Doubt]:
    for row in block.rows:
        whole = sum((one.total for one in entries if one.total is not None), Decimal(0))
        if row.is_total and row.total is not None and row.total != whole:
            yield (
                f"line {row.line}",
                f"Stage {block.stage}: found the total {row.total:,f}, expected {whole:,f}, the sum of its rows.",
            )


def _facts(
    head: list[tuple[int, str]], lines: list[tuple[int, str]]
) -> tuple[tuple[Fact, ...], tuple[Doubt, ...]]:
    """The figures, each where it stands first, and what the words above them seem to say, which is not certain."""
    facts: list[Fact] = []
    doubts: list[Doubt] = []
    for field, pattern in _FIGURES:
        said = [
            (match[1].rstrip(".,"), f"line {at}") for at, text in lines if (match := pattern.search(text))
        ]
        if not said:
            continue
        fact, doubt = stated(field, *said[0])
        facts += [fact] if fact else []
        doubts += [doubt] if doubt else []
        doubts += [
            (place, f"Found the {field.replace('_', ' ')} {text}, expected {said[0][0]} as at {said[0][1]}.")
            for text, place in said[1:]
            if text != said[0][0]
        ][:1]
    return (*facts, *_worded(head), *method(f"line {lines[0][0]}")), tuple(doubts)


def _worded(head: list[tuple[int, str]]) -> Iterator[Fact]:
    for field, pattern in (("body", _COUNCIL), ("section", _WARD)):
        for at, text in head:
            if found := pattern.search(text):
                yield Fact(field, clean(found[0]), f"line {at}", clean(text), certain=False)
                break
    for at, text in head:
        if (found := _DATE.search(text)) and is_date(day := _day(found)):
            yield Fact("date", day, f"line {at}", clean(text), certain=False)
            break


def _day(found: re.Match[str]) -> str:
    month = _MONTHS.index(found[2].lower()) + 1
    return f"{found[3]}-{month:02}-{int(found[1]):02}"
