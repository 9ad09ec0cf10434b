"""Tables of separated values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapes import HOSTILE, only, refused, texts

from importers.documents import document, read
from importers.documents.document import Cell


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_usual_delimiter_is_found_out(delimiter: str) -> None:
    data = f"Name{delimiter}Votes\nAda{delimiter}12\nBob{delimiter}3\n".encode()
    found = read("results.csv", data)
    assert found.format == "csv"
    assert texts(only(found)) == [["Name", "Votes"], ["Ada", "12"], ["Bob", "3"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_every_usual_encoding_is_found_out(encoding: str) -> None:
    found = read("results.csv", "Name,Votes\nZoë Müller,12\n".encode(encoding))
    assert texts(only(found)) == [["Name", "Votes"], ["Zoë Müller", "12"]]


def test_a_cell_knows_its_line_and_column_also_after_a_field_of_two_lines() -> None:
    rows = only(read("a.csv", b'Name,Votes\n"Oak,\r\n  Ada",12\nBob,3\n')).rows
    assert rows[1] == (Cell("Oak, Ada", "line 2, column 1"), Cell("12", "line 2, column 2"))
    assert rows[2][1] == Cell("3", "line 4, column 2")


def test_title_rows_above_the_header_name_the_table_and_short_rows_are_filled_up() -> None:
    sheet = only(read("a.csv", b"Results\nWard 1\n\nName,Party,Votes\nAda,,12\nBob\n"))
    assert sheet.title == "Results Ward 1"
    assert texts(sheet)[3:] == [["Name", "Party", "Votes"], ["Ada", "", "12"], ["Bob", "", ""]]
    assert sheet.rows[5][2] == Cell("", "line 6, column 3")


def test_a_quotation_mark_never_closed_is_named_by_its_line() -> None:
    assert "line 2: found a quotation mark" in refused("a.csv", b'Name,Votes\n"Ada,12\nBob,3\n')


def test_a_nickname_in_quotation_marks_is_no_damage_in_a_table_cut_by_tabs() -> None:
    assert texts(only(read("a.tsv", b'Name\tVotes\n"Big Ada\t12\n', "csv")))[1] == ['"Big Ada', "12"]


def test_a_separator_of_lines_that_only_unicode_knows_stays_in_its_cell() -> None:
    assert texts(only(read("a.csv", "Name,Votes\nA\u2028B,1\n".encode())))[1] == ["A\u2028B", "1"]


def test_a_cell_longer_than_any_name_is_refused_by_its_place() -> None:
    words = refused("a.csv", b"Name,Votes\nAda," + b"1" * 10_001 + b"\n")
    assert "line 2, column 2: found a cell of 10,001 characters, expected at most 10,000" in words


def test_more_rows_or_cells_than_are_taken_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importers.documents.grid.ROWS", 3)
    assert "line 4: found more than 3 rows" in refused("a.csv", b"a,b\n" * 4)
    monkeypatch.setattr("importers.documents.grid.ROWS", document.ROWS)
    monkeypatch.setattr("importers.documents.grid.CELLS", 20)
    assert "more than 20 cells" in refused("a.csv", b"a,b\n" * 5 + b"1,2,3,4,5\n", "csv")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_come_through_as_they_are(text: str) -> None:
    assert texts(only(read("a.csv", f"Name,Votes\n{text},1\n".encode())))[1] == [text, "1"]


NAMES = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Z"], exclude_characters=',;|\t"'), min_size=1, max_size=8
)


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=5))
def test_whatever_is_written_is_read_again(rows: list[tuple[str, str]]) -> None:
    data = "\n".join(f'"{left}","{right}"' for left, right in rows).encode()
    assert texts(only(read("a.csv", data, "csv"))) == [list(row) for row in rows]


def test_the_line_that_tells_excel_the_delimiter_is_no_row() -> None:
    (sheet,) = read("x.csv", b'sep=;\nName;Votes\n"Oak; Ada";1,204\n').sheets
    assert [[cell.text for cell in row] for row in sheet.rows if any(cell.text for cell in row)] == [
        ["Name", "Votes"],
        ["Oak; Ada", "1,204"],
    ]
    assert sheet.rows[-1][0].origin == "line 3, column 1"
