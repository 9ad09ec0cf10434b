"""A record in which every file has rows, and every kind of citation."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from records import SMALL, write_folder

from db.naming import name_of, numbered
from importers.folder import read
from importers.folder.cells import written

FURTHER = {
    "former_keys": [{"key": "a-oak", "person": "ada-oak", "sources": "minutes"}],
    "distinctions": [{"person": "ben-ash", "other": "eve-yew", "note": "mother and son"}],
    "layouts": [
        {"headings": "candidate|votes|", "roles": "name|votes|"},
        {"headings": "' =a ", "roles": "-"},
    ],
    "claims": [
        {
            "claim": "led",
            "words": "a lead of twelve",
            "measure": "margin",
            "contest": "rtu-m-2014",
            "person": "ada-oak",
            "stated": "12",
        },
        {
            "claim": "all",
            "words": "twice that",
            "measure": "ratio of claims",
            "of": "led",
            "than": "led",
            "sense": "about",
            "stated": "2",
        },
    ],
    "explanations": [
        {
            "kind": "no source",
            "table": "contests",
            "row": "rtu-m-2014",
            "reason": "The page is lost.",
            "sources": "minutes",
        },
    ],
    "identifiers": [
        {"table": "persons", "row": "ada-oak", "scheme": "democracyclub", "value": "12"},
        {"table": "persons", "row": "ada-oak", "scheme": "democracyclub", "value": "12"},
        {"table": "contests", "row": "rtu-m-2014", "scheme": "ballot_paper_id", "value": "local.rtu.2014"},
    ],
    "ballots": [
        {
            "contest": "rtu-m-2014",
            "papers": "2.5",
            "preferences": "ada-oak > ben-ash = eve-yew",
            "sources": "minutes",
        },
        {"contest": "rtu-m-2014", "papers": "100", "preferences": "ben-ash"},
        {"contest": "rtu-m-2014", "papers": "100", "preferences": "ben-ash"},
    ],
}


def everything(place: Path) -> Path:
    """The small record with more files, and a citation of every row that says more than its source."""
    folder = Path(shutil.copytree(SMALL, place))
    write_folder(folder, FURTHER)
    names = list(names_of(folder))
    with (folder / "citations.csv").open("a", encoding="utf-8", newline="") as file:
        for table, name in names:
            csv.writer(file).writerow(
                [table, written(name), "a finding", "-1", "minutes", "page 3", "", "=found\r\nhere"]
            )
    return folder


def names_of(folder: Path) -> Iterator[tuple[str, str]]:
    """What a citation calls the rows of a folder."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in read(folder):
        if one.record.FILE != "citations":
            named = one.record.FILE, name_of(one.record)
            counts[named] += 1
            yield named[0], numbered(named[1], counts[named])
