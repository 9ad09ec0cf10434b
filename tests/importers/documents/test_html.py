"""Web pages."""

from __future__ import annotations

import pytest
from shapes import HOSTILE, only, refused, texts

from importers.documents import read
from importers.documents.document import Cell


def page(words: str) -> bytes:
    """A page with some words in its body."""
    return f"<!DOCTYPE html><html><head><title>t</title><style>p {{}}</style></head><body>{words}</body></html>".encode()


def test_cells_that_span_rows_and_columns_stand_in_every_place_they_cover() -> None:
    table = "<tr><th colspan=2>A<th>C<tr><td rowspan=2>a<td>1<td>x<tr><td>2<td>y"
    sheet = only(read("a.html", page(f"<table>{table}</table>")))
    assert texts(sheet) == [["A", "A", "C"], ["a", "1", "x"], ["a", "2", "y"]]
    assert sheet.rows[2][0] == Cell("a", "table 1, row 2, column 1")
    assert sheet.rows[2][1] == Cell("2", "table 1, row 3, column 2")


def test_a_span_from_above_leaves_room_before_it_in_a_short_row() -> None:
    table = "<tr><td>1<td>2<td rowspan=0>3<tr><td>4<tr></tr>"
    assert texts(only(read("a.html", page(f"<table>{table}</table>")))) == [
        ["1", "2", "3"], ["4", "", "3"], ["", "", "3"]
    ]  # fmt: skip


def test_every_table_has_its_caption_or_the_heading_before_it_as_title() -> None:
    words = "<h2>Ward <b>1</b></h2><table><tr><td>a</table><h3>Ward 2</h3><div><table><caption>Named</caption><tr><td>b</table></div><table><tr><td>c</table>"
    found = read("a.html", page(words))
    assert [sheet.title for sheet in found.sheets] == ["Ward 1", "Named", "Ward 2"]
    assert found.sheets[2].rows[0][0].origin == "table 3, row 1, column 1"


def test_a_table_in_a_table_is_one_of_its_own() -> None:
    words = "<table><tr><td>out<table><tr><td>in</td></tr></table>side</td></tr></table>"
    assert [texts(sheet) for sheet in read("a.html", page(words)).sheets] == [[["out side"]], [["in"]]]


def test_paragraphs_and_list_items_are_lines_and_scripts_are_not() -> None:
    words = "<p>one<br>t<b>w</b>o<!-- no --> &amp; more<script>bad()</script><ul><li>Ada<li>Bob</ul><table><tr><td>x</table>tail"
    assert read("a.html", page(words)).lines == tuple(
        Cell(text, f"paragraph {number}")
        for number, text in enumerate(["one", "two & more", "Ada", "Bob", "tail"], 1)
    )


def test_an_encoding_that_the_page_declares_is_used() -> None:
    data = '<html><meta charset="iso-8859-2"><p>Łódź'.encode("iso-8859-2")
    assert read("a.html", data).lines[0].text == "Łódź"


@pytest.mark.parametrize("tag", ["<div>", "<table><tr><td>", "<b>", "<ul><li>", "<svg>"])
def test_ten_thousand_tags_in_each_other_are_refused_in_a_sentence(tag: str) -> None:
    assert "nested more than 2,048 deep" in refused("a.html", page(tag * 10_000 + "x"), "html")


def test_entities_that_a_page_defines_are_never_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    assert read("a.html", f"{bomb}<p>&b;&f;".encode()).lines[-1].text == "&b;&f;"


def test_spans_that_would_fill_the_memory_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importers.documents.grid.CELLS", 5_000)
    words = refused(
        "a.html", page("<table>" + "<tr><td colspan=99999999999 rowspan=9999>x" * 20 + "</table>")
    )
    assert "table 1, row 3: found more than 5,000 cells" in words


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_come_through_as_they_are(text: str) -> None:
    found = read("a.html", page(f"<table><tr><td>{text}</table><p>{text}"))
    assert texts(only(found)) == [[text]]
    assert found.lines[0].text == text
