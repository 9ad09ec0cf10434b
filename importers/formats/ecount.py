"""eCount's stage tables of Scottish wards as JSON: `Constituency` with `countInfo` and the rows of `countGroup`.

Source: github.com/gerrymulvenna/council17 (ResultsJson.json); Candidate_Id is Democracy Club's id of the person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from importers.documents.document import BadFile
from importers.file import File
from importers.formats.csv_rows import Line
from importers.formats.facts import stated
from importers.formats.format import Reading
from importers.formats.json_data import at, is_json, parsed, plain
from importers.formats.stage_result import method, non_transferable, papers, stages, with_result
from importers.formats.stage_rows import Rows, rows
from importers.results.checking import doubts_of
from importers.results.count_sheet import Sheet
from importers.results.counts import doubts_of_count
from importers.results.result import Doubt, Fact, Found, Result
from importers.results.telling import few
from importers.results.text import clean

NAME: Final = "ecount"
TITLE: Final = "Stages of an STV count (eCount JSON)"
INFO: Final = "countInfo"
FACTS: Final = (
    ("Constituency_Name", "section"), ("Number_Of_Seats", "seats"), ("Total_Electorate", "electorate"),
    ("Total_Poll", "ballots"), ("Valid_Poll", "valid_votes"), ("Quota", "quota"),
)  # fmt: skip
_FILE = re.compile(r"([a-z]+(?:-[a-z]+)*)_S\d{8}", re.A)


def sure(file: File) -> float:
    """Sure by the names of both parts."""
    return 0.95 if is_json(file) and '"countGroup"' in file.start and f'"{INFO}"' in file.start else 0.0


def read(file: File) -> Reading:
    """The one count of a file.

    Raises:
        BadFile: it is no JSON, or has no rows of a count.
    """
    value = parsed(file)
    group = at(value, "Constituency.countGroup")
    if not isinstance(group, list) or not group:
        raise BadFile(
            f"{file.name}: found no Constituency.countGroup, expected the rows of a count's stages."
        )
    found = rows(_lines(group))
    if not found.candidates:
        raise BadFile(f"{file.name}: found no candidate in countGroup, expected rows with names and stages.")
    return Reading(NAME, (_result(file, value, found),))


def _lines(group: list[object]) -> Iterator[Line]:
    for number, row in enumerate(group, 1):
        fields = row if isinstance(row, dict) else {}
        place = f"countGroup, row {number}"
        if stage := _text(fields.get("Count_Number")):
            place += f", stage {clean(stage)[:10]}"
        yield Line(place, {str(key).casefold(): _text(one) for key, one in fields.items()})


def _text(value: object) -> str:
    """A number with no more digits than it is written with."""
    return repr(value) if isinstance(value, float) else plain(value)[:1_000]


def _result(file: File, value: object, found: Rows) -> Result:
    facts, doubts = _facts(file, value)
    candidates = tuple(_identified(found))
    sheet = Sheet(tuple(one.name for one in candidates), found.entries, facts)
    candidates = tuple(with_result(candidates, sheet))
    told = (*doubts, *found.doubts, *few(doubts_of_count(sheet)), *doubts_of(candidates))
    title = clean(plain(at(value, "Constituency.countInfo.Constituency_Name")))
    return Result(
        title, candidates, told, facts=facts, stages=tuple(stages(sheet, non_transferable(sheet)))
    )  # fmt: skip


def _identified(found: Rows) -> Iterator[Found]:
    for one, identity in zip(found.candidates, found.identities, strict=True):
        known = identity.isascii() and identity.isdecimal()
        yield one._replace(identifiers=(("democracyclub", identity),) if known else ())


def _facts(file: File, value: object) -> tuple[tuple[Fact, ...], tuple[Doubt, ...]]:
    info = at(value, f"Constituency.{INFO}")
    texts = {name: _text(at(info, name)) for name in (*(one for one, _ in FACTS), "Spoiled")}
    read = [stated(field, texts[name], f"{INFO}, {name}") for name, field in FACTS]
    facts = [one.fact for one in read if one.fact is not None]
    doubts = [one.doubt for one in read if one.doubt is not None]
    if named := _FILE.fullmatch(PurePath(file.name).stem):
        council = named[1].replace("-", " ").title()
        facts.append(Fact("body", council, "the name of the file", named[0], certain=False))
    doubts += papers(texts["Total_Poll"], texts["Spoiled"], texts["Valid_Poll"], f"{INFO}, Valid_Poll")
    return (*facts, *method("countGroup")), tuple(doubts)
