"""Pages of Markdown."""

from __future__ import annotations

import pytest
from shapes import HOSTILE, only, refused, texts

from importers.documents import read
from importers.documents.document import Cell

PAGE = b"""# Results

Counted *twice*
on Monday.

## Ward **1**

| Name | Votes |
|------|------:|
| [Ada](http://a) | `12` |
| Bob<br>Bee |

- one
- two
"""


def test_a_table_stands_under_its_heading_and_its_cells_know_their_line() -> None:
    sheet = only(read("a.md", PAGE))
    assert sheet.title == "Ward 1"
    assert texts(sheet) == [["Name", "Votes"], ["Ada", "12"], ["Bob Bee", ""]]
    assert sheet.rows[1][1] == Cell("12", "line 10, column 2")


def test_headings_paragraphs_and_list_items_are_lines_with_their_numbers() -> None:
    assert read("a.md", PAGE).lines == (
        Cell("Results", "line 1"),
        Cell("Counted twice", "line 3"),
        Cell("on Monday.", "line 4"),
        Cell("Ward 1", "line 6"),
        Cell("one", "line 13"),
        Cell("two", "line 14"),
    )


def test_lists_far_inside_each_other_lose_nothing() -> None:
    data = "".join(f"{'  ' * depth}- item {depth}\n" for depth in range(20)).encode()
    assert [line.text for line in read("a.md", data).lines] == [f"item {depth}" for depth in range(20)]


def test_code_is_read_as_lines() -> None:
    assert read("a.md", b"# H\n\n```\nx = 1\n```\n").lines[1] == Cell("x = 1", "line 4")


def test_a_page_too_long_for_the_parser_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importers.documents.markdown.CHARACTERS", 10)
    assert "expected at most 10" in refused("a.md", PAGE)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_come_through_as_they_are(text: str) -> None:
    assert texts(only(read("a.md", f"|Name|Votes|\n|-|-|\n|{text}|1|\n".encode())))[1] == [text, "1"]
