"""Formats that others add: found by their entry point, named with `--as`, chosen where they are surest."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from types import SimpleNamespace

import pytest

from importers.documents import BadFile
from importers.file import File
from importers.formats import Reading, read, reading

MOON = SimpleNamespace(
    NAME="moon",
    TITLE="Moon tables",
    sure=lambda file: 0.99 if file.start.startswith("MOON") else 0.0,
    read=lambda file: Reading("moon", ()),
)


@pytest.fixture(autouse=True)
def added(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A format of somebody else's."""
    monkeypatch.setattr(EntryPoint, "load", lambda self: MOON)
    point = EntryPoint("moon", "somewhere:format", "slatewatch.importers")
    monkeypatch.setattr(reading, "entry_points", lambda group: [point])
    reading.formats.cache_clear()
    yield
    reading.formats.cache_clear()


def test_an_added_format_takes_its_own_files_and_no_others() -> None:
    assert read(File("x", b"MOON 1")).format == "moon"
    assert read(File("x.csv", b"Candidate,Votes\nAda Oak,1\nBen Ash,2\n")).format == "csv"


def test_an_added_format_can_be_asked_for_by_name() -> None:
    assert "moon" in reading.names()
    assert read(File("x.csv", b"a,b\n1,2\n"), "moon").format == "moon"
    with pytest.raises(BadFile, match="found the format 'sun', expected one of csv,"):
        read(File("x.csv", b"a,b\n1,2\n"), "sun")


def test_a_text_that_speaks_of_pdf_is_a_text() -> None:
    text = "# Formats\n\nThe mark `%PDF-` begins a PDF.\n\n| Candidate | Votes |\n| --- | --- |\n| Ada Oak | 9 |\n| Ben Ash | 8 |\n"
    assert read(File("x.md", text.encode())).format == "markdown"
