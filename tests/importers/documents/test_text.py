"""Plain text."""

from __future__ import annotations

import pytest
from shapes import HOSTILE, only, refused, texts

from importers.documents import read
from importers.documents.document import Cell


def test_a_text_is_its_lines_with_their_numbers() -> None:
    assert read("a.txt", b"  Ada was elected.\r\n\r\nBob was not.").lines == (
        Cell("Ada was elected.", "line 1"),
        Cell("Bob was not.", "line 3"),
    )


def test_lines_in_columns_are_also_a_table_under_the_words_before() -> None:
    found = read(
        "a.txt", b"Counted on Monday\n\nWard 1\n\nName     Votes\nAda Oak  1,200\nBob      3\n\nEnd.\n"
    )
    sheet = only(found)
    assert sheet.title == "Ward 1"
    assert texts(sheet) == [["Name", "Votes"], ["Ada Oak", "1,200"], ["Bob", "3"]]
    assert sheet.rows[1][1] == Cell("1,200", "line 6, column 2")
    assert len(found.lines) == 6


def test_a_column_left_blank_keeps_the_others_in_their_place() -> None:
    data = b"Name     Party  Votes\nAda Oak         1,200\nBob      Green      3\n"
    assert texts(only(read("a.txt", data))) == [
        ["Name", "Party", "Votes"], ["Ada Oak", "", "1,200"], ["Bob", "Green", "3"]
    ]  # fmt: skip


def test_columns_may_be_set_apart_by_strokes_with_nothing_between_some() -> None:
    data = (
        b"Words first.\nAnd more.\nName | Party | Votes\nAda |  | 12\nTotal | | 12\nLast words.\nAnd more.\n"
    )
    assert texts(only(read("a.txt", data, "text"))) == [
        ["Name", "Party", "Votes"],
        ["Ada", "", "12"],
        ["Total", "", "12"],
    ]


def test_two_blanks_after_a_full_stop_make_no_table() -> None:
    assert not read("a.txt", b"One.  Two.\nThree.  Four.\nFive, six.\n").sheets


def test_a_paragraph_on_one_line_may_be_long_but_not_without_end() -> None:
    assert len(read("a.txt", b"word " * 3_000).lines[0].text) == 14_999
    assert "line 1: found a line of 100,001 characters" in refused("a.txt", b"a" * 100_001)


def test_tens_of_thousands_of_blanks_in_a_line_take_no_time() -> None:
    data = b"a" + b" " * 90_000 + b"b\n"
    assert texts(only(read("a.txt", data * 3))) == [["a", "b"]] * 3


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_lines_come_through_as_they_are(text: str) -> None:
    assert read("a.txt", f"{text}\n".encode()).lines == (Cell(text, "line 1"),)
