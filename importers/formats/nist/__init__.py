"""Election results in the common data format of NIST, SP 1500-100 version 2, as JSON and as XML.

Source: NIST Special Publication 1500-100r2, "Election Results Common Data Format Specification", and its schemas.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from importers.documents.document import BadFile
from importers.file import File
from importers.formats.format import Reading
from importers.formats.json_data import is_json
from importers.formats.nist.contest import contest
from importers.formats.nist.report import Report
from importers.formats.nist.tree import Node, root
from importers.results.result import Doubt, Result
from importers.results.text import clean

NAME: Final = "nist"
TITLE: Final = "NIST SP 1500-100 election results (JSON or XML)"
CANDIDATES: Final = "CandidateContest"
OFFICIAL: Final = frozenset({"certified", "correction", "recount", "unofficial-complete", ""})
_XML: Final = re.compile(r"<(?:\w+:)?ElectionReport\b")
HEAD: Final = 5_000


def sure(file: File) -> float:
    """Sure by the names of the types in JSON, and by the root and its namespace in XML."""
    start = file.start
    if is_json(file):
        return 0.9 if '"ElectionResults.' in start else 0.0
    return 0.95 if _XML.search(start[:HEAD]) and "/1500-100/" in start[:HEAD] else 0.0


def read(file: File) -> Reading:
    """One result for each contest of candidates.

    Raises:
        BadFile: it is neither JSON nor XML, or holds no contest.
    """
    top = root(file)
    report = Report(file.name, top)
    results: list[Result] = []
    contests: list[Node] = []
    for election in top.nodes("Election"):
        known = {one.identity: one for one in election.nodes("Candidate")}
        held = election.nodes("Contest")
        results += [contest(report, election, known, one) for one in held if one.kind == CANDIDATES]
        contests += held
    if not contests:
        raise BadFile(
            f"{file.name}: found no contest, expected an ElectionReport with an Election and its contests."
        )
    return Reading(NAME, tuple(results), tuple(_doubts(top, contests)))


def _doubts(top: Node, contests: list[Node]) -> Iterator[Doubt]:
    """What is told of the report as a whole."""
    others = Counter(one.kind or "contests of no kind" for one in contests if one.kind != CANDIDATES)
    if others:
        words = ", ".join(f"{number} {clean(kind)[:40]}" for kind, number in sorted(others.items()))
        yield (
            top.place,
            f"Found {words} among the contests, expected contests of candidates; they were passed over.",
        )
    status = clean(top.text("Status"))
    if status.casefold() not in OFFICIAL:
        yield top.place, f"Found the status {status[:40]!r}, expected complete results; figures may change."
    if top.text("IsTest").casefold() == "true":
        yield top.place, "Found a report that says it is a test, expected results."
