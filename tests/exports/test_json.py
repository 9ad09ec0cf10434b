"""JSON gives programs every value as stored."""

from __future__ import annotations

import json
from math import inf, nan

from hypothesis import given

from db.lens import Lens
from db.view import Column, Kind
from tui.exports import export

from .hand_made import BOARD, board_of, hostile, texts_everywhere


def test_a_view_becomes_one_object_keyed_by_column() -> None:
    answer = json.loads(export(BOARD, "json"))
    assert list(answer) == [
        "title", "lens", "findings", "columns", "rows", "total", "notes", "sources", "tables",
    ]  # fmt: skip
    assert answer["lens"] == {
        "words": "NEC, members' section, 20 August 2014",
        "body": "nec",
        "section": "clp",
        "date": "2014-08-20",
        "factions": ["clga", "independent"],
    }
    assert answer["columns"] == [column.key for column in BOARD.columns]
    first, second = answer["rows"]
    assert first == {
        "name": "Ann Black",
        "votes": 35239,
        "share": 55.17,
        "change": 2.5,
        "net": -2,
        "date": "2014-08-20",
        "slate": "Centre-Left Grassroots Alliance (CLGA)",
        "backed_by": ["Centre-Left Grassroots Alliance (CLGA)", "Independent"],
        "sitting": True,
        "words": [],
        "holders": [
            {"person": "Ann Black", "section": "clp", "since": "2014-08", "gained": "elected",
             "represents": "", "voting": True, "basis": "derived"},
            {"person": "Jo Roe", "section": "clp", "since": None, "gained": "ex officio",
             "represents": "", "voting": False, "basis": "inferred"},
        ],
        "sources": [1],
        "disputed": [],
    }  # fmt: skip
    assert (second["votes"], second["sitting"], second["sources"]) == (None, False, [1, 2])
    assert answer["total"] == 2
    assert answer["sources"][0] == {
        "number": 1,
        "key": "lf-2014",
        "publisher": "Left Futures",
        "title": "NEC results",
        "address": "https://example.org/nec?a=1&b=2",
        "date": "2014-08-20",
        "author": "Jon Lansman",
    }
    assert answer["tables"] == [
        {
            "key": "totals",
            "title": "Slate totals",
            "columns": ["slate"],
            "rows": [{"slate": "Centre-Left Grassroots Alliance (CLGA)", "sources": [], "disputed": []}],
        }
    ]


def test_an_open_lens_says_only_its_words() -> None:
    assert json.loads(export(BOARD._replace(lens=Lens(), words="everything"), "json"))["lens"] == {
        "words": "everything"
    }


def test_a_figure_that_is_no_number_is_null() -> None:
    columns = (Column("a", "A", Kind.SHARE), Column("b", "B", Kind.NUMBER))
    rows = json.loads(export(board_of(columns, (nan, inf)), "json"))["rows"]
    assert rows == [{"a": None, "b": None, "sources": [], "disputed": []}]


def test_letters_stay_readable_and_lines_are_indented_by_two() -> None:
    text = export(BOARD._replace(title="Éamon Ó Cuív"), "json")
    assert text.startswith('{\n  "title": "Éamon Ó Cuív",\n  "lens": {\n')


@given(hostile)
def test_any_text_comes_back_as_stored_and_drives_no_terminal(text: str) -> None:
    exported = export(texts_everywhere(text), "json")
    answer = json.loads(exported)
    assert answer["title"] == text
    assert answer["findings"] == [text, text]
    assert answer["rows"][0]["name"] == text
    assert answer["rows"][0]["words"] == [text, text]
    assert answer["rows"][0]["holders"][0]["person"] == text
    assert answer["sources"][0]["address"] == text
    assert answer["tables"][0]["rows"][0]["name"] == text
    assert not {c for c in exported if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0)}
    exported.encode()


def test_a_row_lists_the_columns_in_which_sources_state_something_else() -> None:
    rows = (BOARD.rows[0]._replace(disputed=frozenset({"share", "votes"})), BOARD.rows[1])
    first, second = json.loads(export(BOARD._replace(rows=rows), "json"))["rows"]
    assert (first["disputed"], second["disputed"]) == (["votes", "share"], [])
