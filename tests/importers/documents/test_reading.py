"""Which format a file has, and what is refused before any format is tried."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapes import refused
from workbooks import said, xlsx

from importers.documents import FORMATS, BadFile, Document, read

BOOK = xlsx({"S": {1: [said("A1", "x"), said("B1", "y")]}})
PAGES = [
    ("csv", b"Name,Votes\nAda,12\nBob,3\n"),
    ("csv", b"Title\n\nName;Votes\nAda;12,5\nBob;3,5\nCy;4,5\nDi;5,5\n"),
    ("csv", b"Name, Party, Votes\nAda, Green, 12\nBob, Red, 3\n"),
    ("html", b"<table><tr><td>Ada<td>12</table>"),
    ("html", b"\n<!-- saved -->\n<!DOCTYPE html><p>Ada"),
    ("markdown", b"| Name | Votes |\n|---|---|\n| Ada | 12 |\n"),
    ("markdown", b"# Results\n\nAda, who won, was elected.\n"),
    ("text", b"Ada was elected, and Bob, who stood too, was not.\nNobody, it seems, was surprised.\n"),
    ("text", b'{"name": "Ada", "votes": 12}\n'),
    ("spreadsheet", BOOK),
]


@pytest.mark.parametrize(("form", "data"), PAGES, ids=[f"{form}-{at}" for at, (form, _) in enumerate(PAGES)])
@pytest.mark.parametrize("ending", ["", ".csv", ".html", ".xlsx", ".pdf", ".txt"])
def test_the_content_tells_the_format_and_a_wrong_ending_does_not_matter(
    form: str, data: bytes, ending: str
) -> None:
    assert read(f"results{ending}", data).format == form


def test_a_table_of_one_column_is_known_by_its_ending() -> None:
    assert read("names.csv", b"Name\nAda\nBob\n").format == "csv"
    assert read("names.txt", b"Name\nAda\nBob\n").format == "text"


def test_the_format_given_by_hand_wins() -> None:
    assert read("a.html", b"<p>Ada,12", "text").lines[0].text == "<p>Ada,12"
    assert read("a.csv", b"Name,Votes\nAda,12\n", "markdown").format == "markdown"
    assert "expected one of csv, html" in refused("a", b"x", "docx")


@pytest.mark.parametrize("form", [None, *FORMATS])
@pytest.mark.parametrize(
    "data",
    [b"", b" \n\t\n", b"%PDF-1.4\n", b"\x89PNG\r\n", b"\xff\xfea", b"a\0b\0", b"\xef\xbb\xbf\xff", bytes(range(256)), b"\x81\x8d", b"\1\2\3a" * 9],
)  # fmt: skip
def test_empty_and_binary_and_wrongly_encoded_files_are_refused_in_one_sentence(
    data: bytes, form: str | None
) -> None:
    refused("results.csv", data, form)


def test_a_wrong_byte_is_named_by_its_place() -> None:
    assert "byte 5: found what is not UTF-8" in refused("a.csv", b"\xef\xbb\xbfa\xff")
    assert "byte 3: found binary data" in refused("a.csv", b"ab\0c")


def test_a_file_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importers.documents.reading.FILE_BYTES", 5)
    assert "found a file of 6 bytes, expected at most 5" in refused("a.csv", b"abcdef")


def taken(data: bytes, form: str | None) -> None:
    """Read bytes and see that a document of whole tables or one sentence comes out."""
    try:
        document = read("results", data, form)
    except BadFile as problem:
        assert "\n" not in str(problem)
        assert str(problem).endswith(".")
        return
    assert isinstance(document, Document)
    assert document.format == form or form is None
    for sheet in document.sheets:
        assert len({len(row) for row in sheet.rows}) == 1
        assert all(cell.origin and cell.text == cell.text.strip() for row in sheet.rows for cell in row)


@given(st.binary(max_size=200), st.sampled_from([None, *FORMATS]))
def test_whatever_bytes_come_a_document_or_one_sentence_comes_out(data: bytes, form: str | None) -> None:
    taken(data, form)


@st.composite
def spoiled(draw: st.DrawFn, pages: list[bytes]) -> bytes:
    """A small file with some bytes put in, taken out or changed."""
    data = bytearray(draw(st.sampled_from(pages)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 5))] = draw(st.binary(max_size=3) | st.sampled_from(SCRAPS))
    return bytes(data)


SCRAPS = [
    b'"',
    b"|",
    b"\n",
    b"\t",
    b"  ",
    b"<td rowspan=0>",
    b"<table>",
    b"</table>",
    b"<!--",
    b"&#0;",
    b"|-|-|\n",
    b"[",
    b"\xe2\x80\xa8",
]


@given(spoiled([data for form, data in PAGES if form != "spreadsheet"]), st.sampled_from([None, *FORMATS]))
def test_spoiled_files_become_a_document_or_one_sentence(data: bytes, form: str | None) -> None:
    taken(data, form)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spoiled([BOOK, (Path(__file__).parent / "files" / "old.xls").read_bytes()]))
def test_spoiled_spreadsheets_become_a_document_or_one_sentence(data: bytes) -> None:
    taken(data, "spreadsheet")


PUBLISHED = Path(__file__).parents[4] / "shared" / "published"


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published files are not on this machine")
def test_published_files_become_tables() -> None:
    book = next(PUBLISHED.rglob("*.xlsx"))
    assert read(book.name, book.read_bytes()).sheets[0].rows
    report = next(PUBLISHED.rglob("official-report-*.txt"))
    assert [sheet.title.split()[0] for sheet in read(report.name, report.read_bytes()).sheets][:2] == [
        "Stage",
        "Stage",
    ]


def test_utf_16_is_read_without_its_mark() -> None:
    words = "Candidate,Votes\nZoe Oak,12\n"
    for codec in ("utf-16-le", "utf-16-be"):
        assert read("result.csv", words.encode(codec)).sheets[0].rows[1][0].text == "Zoe Oak"
