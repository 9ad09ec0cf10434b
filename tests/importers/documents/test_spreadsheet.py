"""Spreadsheets."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from shapes import HOSTILE, only, refused, texts
from workbooks import number, ods, said, xlsx, zipped

from importers.documents import read
from importers.documents.document import Cell
from importers.documents.workbook_apart import Value, plain

OLD = (Path(__file__).parent / "files" / "old.xls").read_bytes()


def test_every_sheet_is_read_and_every_cell_knows_its_place() -> None:
    book = xlsx(
        {
            "Ward 1": {
                3: [said("B3", "Name"), said("C3", "Votes")],
                4: [said("B4", "Ada"), number("C4", "17475.0")],
            },
            "Blank": {},
            "Ward 2": {1: [number("A1", "43832", 1), number("B1", "0.125")]},
        }
    )
    first, second = read("results.xlsx", book).sheets
    assert first.title == "Ward 1"
    assert texts(first) == [["Name", "Votes"], ["Ada", "17475"]]
    assert first.rows[1][1] == Cell("17475", "sheet Ward 1, cell C4")
    assert texts(second) == [["2020-01-02", "0.125"]]


def test_merged_cells_and_hostile_names_come_through() -> None:
    rows = {at: [said(f"A{at}", text), number(f"B{at}", "1")] for at, text in enumerate(HOSTILE, 1)}
    rows[len(rows) + 1] = [said(f"A{len(rows) + 1}", "both")]
    last = len(rows)
    sheet = only(
        read(
            "a.xlsx",
            xlsx(
                {"S": {k: [c.replace("\x1b", "_x001b_") for c in v] for k, v in rows.items()}},
                f"A{last}:B{last}",
            ),
        )
    )
    assert [row[0] for row in texts(sheet)[:-1]] == HOSTILE
    assert sheet.rows[-1] == (Cell("both", f"sheet S, cell A{last}"),) * 2


def test_old_excel_and_libreoffice_are_read_whatever_their_ending() -> None:
    assert texts(only(read("a.csv", OLD))) == [["Name", "Votes"], ["Ada", "17475"]]
    row = '<table:table-row><table:table-cell office:value-type="float" office:value="12"><text:p>12</text:p></table:table-cell></table:table-row>'
    assert only(read("a.html", ods(row))).rows == ((Cell("12", "sheet Results, cell A1"),),)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (17475.0, "17475"), (0.1, "0.1"), (1e21, "1" + "0" * 21), (1e-7, "0.0000001"), (True, "TRUE"), ("=1+1", "=1+1"),
        (dt.datetime(2020, 1, 2), "2020-01-02"), (dt.datetime(2020, 1, 2, 3, 4), "2020-01-02 03:04:00"),
        (dt.time(3, 4), "03:04:00"), (dt.timedelta(hours=30), "30:00:00"), (float("nan"), "nan"),
    ],
)  # fmt: skip
def test_values_are_written_plainly(value: Value, words: str) -> None:
    assert plain(value) == words


def test_two_cells_that_claim_a_billion_between_them_end_in_a_sentence_not_in_the_end_of_the_app() -> None:
    book = xlsx({"S": {1: [said("A1", "x")], 1_048_576: [said("XFD1048576", "y")]}})
    assert "cannot be read" in refused("a.xlsx", book)


def test_an_archive_that_unpacks_to_too_much_is_refused_before_it_is_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("importers.documents.archive.UNPACKED_BYTES", 1_000_000)
    bomb = zipped({"xl/workbook.xml": "0" * 1_000_001})
    assert len(bomb) < 2_000
    assert "unpacks to 1,000,001 bytes, expected at most 1,000,000" in refused("a.xlsx", bomb)


def test_what_is_no_sound_spreadsheet_is_refused() -> None:
    book = xlsx({"S": {1: [said("A1", "x")]}})
    assert "cut-off archive" in refused("a.xlsx", book[:-30])
    assert "cut-off archive" in refused("a.xlsx", b"PK\x03\x04")
    assert "without a workbook" in refused("a.docx", zipped({"word/document.xml": "<x/>"}))
    assert "damaged spreadsheet" in refused("a.xls", OLD[:2_000])
    assert "no spreadsheet" in refused("a.xlsx", b"Name,Votes\n", "spreadsheet")
    assert "nothing but blanks" in refused("a.xlsx", xlsx({"S": {}}))
