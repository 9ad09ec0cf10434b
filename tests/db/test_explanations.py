"""Why a finding is as it is: written down, replaced, cited, taken back, and kept by a folder of files."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from records import SMALL, asked, built, cell, opened, writable_copy

from db.editing.explanations import explained
from db.errors import Missing, SlatewatchError
from db.ledger import undo
from db.view import Fact

KIND = "share-against-votes"


def finding(record: sqlite3.Connection) -> tuple[Fact, object, object]:
    """The row, the severity and the reason of the one such finding."""
    view = asked(record, "audit")
    (row,) = [row for row in view.rows if cell(view, row, "kind") == KIND]
    return row.facts[0], cell(view, row, "severity"), cell(view, row, "reason")


def test_a_reason_makes_an_error_a_warning_until_it_is_taken_back() -> None:
    record = writable_copy()
    fact, severity, none = finding(record)
    assert (severity, none) == ("error", None)
    number = explained(record, KIND, fact, "  as\nprinted ", "gazette-2014")
    assert finding(record) == (fact, "warning", "as printed")
    undo(record, number)
    assert finding(record) == (fact, "error", None)


def test_another_reason_takes_the_place_of_the_first() -> None:
    record = writable_copy()
    fact, *_ = finding(record)
    explained(record, KIND, fact, "first")
    later = explained(record, KIND, fact, "second")
    assert finding(record)[2] == "second"
    undo(record, later)
    assert finding(record)[2] == "first"


def test_a_blank_reason_and_an_unknown_source_change_nothing() -> None:
    record = writable_copy()
    fact, *_ = finding(record)
    with pytest.raises(SlatewatchError, match="A reason is needed"):
        explained(record, KIND, fact, " ")
    with pytest.raises(Missing):
        explained(record, KIND, fact, "why", "nowhere")
    assert finding(record)[2] is None
    assert Path(built(SMALL)).exists() and finding(opened(SMALL))[2] is None
