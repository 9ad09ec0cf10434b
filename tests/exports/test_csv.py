"""CSV holds raw values that any reader takes back, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given

from db.view import Column, Kind, Row
from tui.exports import export
from tui.plain import plain

from .hand_made import BOARD, FRAGMENTS, board_of, hostile, texts_everywhere

FORMULAS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def read(text: str) -> list[list[str]]:
    """The fields of a CSV text, read as the RFC has it."""
    return list(csv.reader(StringIO(text, newline=""), strict=True))


def test_a_view_becomes_its_keys_and_one_line_a_row_with_raw_values() -> None:
    assert export(BOARD, "csv") == (
        "name,votes,share,change,net,date,slate,backed_by,sitting,words,holders,sources,disputed\n"
        "Ann Black,35239,55.17,2.5,-2,2014-08-20,Centre-Left Grassroots Alliance (CLGA),"
        "Centre-Left Grassroots Alliance (CLGA); Independent,true,,Ann Black; Jo Roe,"
        "https://example.org/nec?a=1&b=2,\n"
        "Jo Roe,,,-0.31,1,2014,no slate known,,false,,,https://example.org/nec?a=1&b=2; leaflet,\n"
    )


def test_optional_columns_are_always_there_so_that_a_script_finds_them() -> None:
    columns = (Column("name", "Name"), Column("rank", "Rank", Kind.NUMBER, optional=True))
    assert export(board_of(columns, ("Ann", None)), "csv") == "name,rank,sources,disputed\nAnn,,,\n"


def test_an_empty_view_is_its_header() -> None:
    assert read(export(BOARD._replace(rows=(), total=0), "csv"))[1:] == []


@pytest.mark.parametrize(
    "start",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\tx", "\rx", "\r=1", " =1", "\x1f=1", "\uff1d1", "\x00=1"],
)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    (_, (cell, *_)) = read(export(board_of((Column("a", "A"),), (start,)), "csv"))
    assert cell == f"'{plain(start)}"


def test_a_number_never_gets_an_apostrophe() -> None:
    columns = (Column("a", "A", Kind.SIGNED), Column("b", "B", Kind.POINTS))
    assert read(export(board_of(columns, (-2, -0.5)), "csv"))[1] == ["-2", "-0.5", "", ""]


@given(hostile, hostile)
def test_any_text_comes_back_as_one_field_that_is_no_formula(first: str, second: str) -> None:
    view = board_of((Column("a", "A"), Column("b", "B")), (first, second))
    header, *rows = read(export(view, "csv"))
    assert header == ["a", "b", "sources", "disputed"]
    assert len(rows) == 1
    for given_text, field in zip((first, second), rows[0], strict=False):
        assert field in {plain(given_text), f"'{plain(given_text)}"}
        assert not field.lstrip().startswith(FORMULAS)


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_no_field_of_a_hostile_record_is_a_formula_or_a_control(fragment: str) -> None:
    text = export(texts_everywhere(fragment), "csv")
    for row in read(text):
        assert len(row) == len(BOARD.columns) + 2
        assert not any(field.lstrip().startswith(FORMULAS) for field in row)
    assert not {c for c in text if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0)}


def test_a_row_may_cite_a_source_that_the_view_does_not_list() -> None:
    assert (
        read(export(BOARD._replace(rows=(Row("x", BOARD.rows[0].cells, sources=(9, 2)),)), "csv"))[1][-2]
        == "leaflet"
    )


def test_the_last_column_names_the_columns_in_which_sources_state_something_else() -> None:
    row = BOARD.rows[0]._replace(disputed=frozenset({"votes", "share", "not_a_column"}))
    header, first = read(export(BOARD._replace(rows=(row,)), "csv"))
    assert (header[-1], first[-1]) == ("disputed", "votes; share")


def test_a_view_that_says_itself_what_is_disputed_gets_no_second_column_of_that_name() -> None:
    columns = (Column("name", "Name"), Column("disputed", "Also stated"))
    assert read(export(board_of(columns, ("Ann", "for 15")), "csv"))[0] == ["name", "disputed", "sources"]
