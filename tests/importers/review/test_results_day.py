"""A document on results day: nothing of the contests is on record yet, and all of it comes to the right ones."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from records import SMALL, built

from db.ledger import writable
from importers.file import File
from importers.intake import gather, prose_of
from importers.known import Known
from importers.review.decisions import Decisions
from importers.review.onrecord import OnRecord
from importers.review.planning import plan
from importers.review.proposal import NEW, Plan

PAGE = """Riverside Tenants' Union elections

The results of the elections to the members' section of the RTU were a triumph for the Tenants' Left Alliance.

Dee Fir was elected by fewer than 100 votes over Eve Yew.

The full votes for the members' section of the RTU were as follows:

Candidate Slate 2027 vote 2018 vote
Ada Oak TLA 1,300 150
Dee Fir TLA 1,200 90
Eve Yew Steady 1,150 80

In the election for the estate delegates of the RTU the results were:

Ida May 40 Elected
Hal Box 30 Not elected
"""


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The small record, to be written to."""
    connection = writable(Path(shutil.copy(built(SMALL), tmp_path / "small.db")))
    yield connection
    connection.close()


def planned(record: sqlite3.Connection, text: str) -> Plan:
    """What a page would change."""
    known = Known(record)
    return plan(
        OnRecord(record),
        gather([File("page.txt", text.encode())], prose=prose_of(lambda: known)),
        Decisions(),
    )


def test_each_table_comes_to_its_contest_and_the_text_to_that_of_the_table(
    record: sqlite3.Connection,
) -> None:
    shown = planned(record, PAGE)
    told = {one.words: one for one in shown.proposals}
    members = told["RTU, members' section, 2027 (new)"]
    assert [(row.found.name, row.found.votes, row.kind) for row in members.rows if not row.further] == [
        ("Ada Oak", 1300, NEW), ("Dee Fir", 1200, NEW), ("Eve Yew", 1150, NEW),
    ]  # fmt: skip
    said = {row.found.name: (row.outcome, row.ticked) for row in members.rows if row.further}
    assert said["Dee Fir"] == ("elected", False)


def test_a_table_without_a_year_waits_to_be_told_that_it_is_of_the_year_of_the_others(
    record: sqlite3.Connection,
) -> None:
    shown = planned(record, PAGE)
    (estates,) = (one for one in shown.proposals if "estate" in one.words and one.target)
    assert estates.target is not None and estates.target.date == "2027"
    assert estates.unsure == "its year is that of the other results beside it, 2027"
    assert not estates.changes


def test_the_same_people_with_another_outcome_are_no_sign_that_it_is_the_contest_before(
    record: sqlite3.Connection,
) -> None:
    text = "Result\n\nAda Oak 11 Not elected\nDee Fir 12 Elected\nCy Elm 13 Elected\nEve Yew 14 Not elected\nFay Ivy 15 Elected\n"
    (proposal,) = planned(record, text).proposals
    assert proposal.target is None, "rtu-m-2016 has the same five, and other outcomes and figures"
