"""Every published file at hand goes into a record, is known the second time, and comes out again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from records import rows_of_all

from db.ledger import importing, undo
from importers.file import File
from importers.intake import gather
from importers.review.decisions import Decisions, Wanted
from importers.review.onrecord import OnRecord
from importers.review.planning import plan
from importers.review.proposal import DOUBTFUL, Plan
from importers.storage.storing import Making, store

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "published"
FOLDERS = {
    "block-vote-2018/V*.xlsx": Wanted(body="Sutton Coldfield", section="Vesey", date="2018-05-03", new=True),
    "blt-by-elections/*": Wanted(body="Scotland", date="2019", new=True),
    "democracyclub/*.json": Wanted(body="House of Commons", new=True),
    "democracyclub/*.xml": Wanted(body="Kirklees", date="2017-10-26", new=True),
    "ni-assembly-2011/*/*.csv": Wanted(body="Assembly", date="2011-05-05", new=True),
    "scotland-2017/ballots/ar*": Wanted(date="2017-05-04", new=True),
    "scotland-2017/official-stages/an*": Wanted(date="2017-05-04", new=True),
    "scotland-2017/*.txt": Wanted(date="2017-05-04", new=True),
    "wikitext/*": Wanted(body="Councils", date="2022-05-05", new=True),
}
pytestmark = pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published files are not at hand")


def accepted(record: sqlite3.Connection, pattern: str) -> tuple[Plan, Decisions]:
    """A plan of the files of a pattern in which all that is doubtful is accepted, and whoever is asked about is new."""
    files = [File(path.name, path.read_bytes(), path) for path in sorted(PUBLISHED.glob(pattern))]
    intake = gather(files)
    decisions = Decisions(FOLDERS[pattern], make_factions=True)
    shown = plan(OnRecord(record), intake, decisions)
    asked = {item.found.name: "" for one in shown.proposals for item in one.rows if item.asked == "person"}
    shown = plan(OnRecord(record), intake, decisions := decisions._replace(persons=asked))
    ticks = {item.key: True for one in shown.proposals for item in one.items if item.kind == DOUBTFUL}
    decisions = decisions._replace(ticks=ticks)
    return plan(OnRecord(record), intake, decisions), decisions


@pytest.mark.parametrize("pattern", FOLDERS)
def test_published_files_go_in_and_come_out_again(record: sqlite3.Connection, pattern: str) -> None:
    before = rows_of_all(record)
    shown, decisions = accepted(record, pattern)
    assert shown.proposals and all(one.target for one in shown.proposals), [
        one.question for one in shown.proposals
    ]
    with importing(record, shown.intake.name, "digest", "summary") as ledger:
        store(ledger, shown, decisions, shown.intake.origins, Making())
    assert rows_of_all(record) != before
    again, _ = accepted(record, pattern)
    assert not again.changes, "the same files again change nothing"
    undo(record, ledger.number)
    assert rows_of_all(record) == before
