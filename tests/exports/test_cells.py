"""Cells are written the same on screen, in Markdown and in HTML."""

from __future__ import annotations

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.view import NO_SLATE, Cell, Kind
from tui.cells import written
from tui.plain import BIDI_CONTROLS, plain

from .hand_made import CLGA, HOLDER, INDEPENDENT, INFERRED, hostile


@pytest.mark.parametrize(
    ("cell", "kind", "words"),
    [
        (1510, Kind.NUMBER, "1,510"),
        (239998, Kind.NUMBER, "239,998"),
        (12.5, Kind.NUMBER, "12.5"),
        (12.0, Kind.NUMBER, "12"),
        (0.0, Kind.NUMBER, "0"),
        (-5.0, Kind.NUMBER, "−5"),
        (100.0, Kind.NUMBER, "100"),
        (1234.56789, Kind.NUMBER, "1,234.56789"),
        (3.4722222, Kind.NUMBER, "3.47"),
        (1e20, Kind.NUMBER, "100,000,000,000,000,000,000"),
        (55.17241, Kind.SHARE, "55.2%"),
        (-0.01, Kind.SHARE, "0.0%"),
        (0.0, Kind.SHARE, "0.0%"),
        (0.0009, Kind.SHARE, "<0.1%"),
        (100, Kind.SHARE, "100.0%"),
        (2.5, Kind.POINTS, "+2.5"),
        (-0.31, Kind.POINTS, "−0.3"),
        (-0.01, Kind.POINTS, "0.0"),
        (1, Kind.SIGNED, "+1"),
        (-2, Kind.SIGNED, "−2"),
        (0, Kind.SIGNED, "0"),
        (nan, Kind.NUMBER, ""),
        (inf, Kind.SHARE, ""),
        (True, Kind.FLAG, "yes"),
        (False, Kind.FLAG, "no"),
        ("2014-08-20", Kind.DATE, "20 August 2014"),
        ("2014-08", Kind.DATE, "August 2014"),
        ("2014", Kind.DATE, "2014"),
        ("2014-02-30", Kind.DATE, "2014-02-30"),
        ("2014-08-20", Kind.TEXT, "2014-08-20"),
        (CLGA, Kind.FACTION, "Centre-Left Grassroots Alliance (CLGA)"),
        (NO_SLATE, Kind.FACTION, "no slate known"),
        ((CLGA, INDEPENDENT), Kind.FACTIONS, "Centre-Left Grassroots Alliance (CLGA) + Independent"),
        (("Unite", "GMB"), Kind.NAMES, "Unite; GMB"),
        ((HOLDER, INFERRED), Kind.HOLDERS, "Ann Black, Jo Roe (not voting, inferred)"),
        ((), Kind.NAMES, ""),
    ],
)
def test_a_cell_is_written_as_its_kind_asks(cell: Cell, kind: Kind, words: str) -> None:
    assert written(cell, kind) == words


@pytest.mark.parametrize(
    ("cell", "kind", "words"),
    [
        ("2014-08-20", Kind.DATE, "20 Aug 2014"),
        (CLGA, Kind.FACTION, "CLGA"),
        ((CLGA, NO_SLATE), Kind.FACTIONS, "CLGA + no slate"),
        ((HOLDER, INFERRED), Kind.HOLDERS, "Ann Black, Jo Roe"),
        (1510, Kind.NUMBER, "1,510"),
    ],
)
def test_a_narrow_place_gets_short_words(cell: Cell, kind: Kind, words: str) -> None:
    assert written(cell, kind, short=True) == words


@pytest.mark.parametrize("kind", Kind)
def test_what_is_not_known_is_written_as_nothing(kind: Kind) -> None:
    assert written(None, kind) == ""


@given(st.sampled_from(Kind), hostile, st.booleans())
def test_any_text_is_written_on_one_safe_line(kind: Kind, text: str, short: bool) -> None:
    for cell in (text, (text, text), CLGA._replace(name=text, short=text), (HOLDER._replace(person=text),)):
        line = written(cell, kind, short=short)
        assert plain(line) == line
        assert not set(line) & set("\n\r\t\x1b\x9b\x00")


@given(st.text())
def test_plain_text_has_no_controls_and_stays_as_it_is_when_cleaned_again(text: str) -> None:
    cleaned = plain(text)
    assert plain(cleaned) == cleaned
    assert not {c for c in cleaned if ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in BIDI_CONTROLS}
    cleaned.encode()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines\tand\r\nmore", "two lines and  more"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x9b31mred\x07", "31mred"),
        ("abc\u202edcba\u202c", "abcdcba"),
        ("e\u0301", "é"),
        ("\u2028", " "),
        ("\ud800", "\ufffd"),
        ("שלום Ó Cuív 李 👩‍👧", "שלום Ó Cuív 李 👩‍👧"),
        ("[red]x[/]", "[red]x[/]"),
    ],
)
def test_a_text_is_shown_whole_or_its_controls_visibly_gone(text: str, shown: str) -> None:
    assert plain(text) == shown
