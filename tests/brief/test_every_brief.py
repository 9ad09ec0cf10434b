"""A brief of every contest and every round: whole tables, sources that are numbered and used, sentences to be printed."""

from __future__ import annotations

import re
import sqlite3

import pytest
from records import HOSTILE, PACKAGED, SMALL, asked, opened

from db.view import View
from tui.exports import FORMATS, export

from .reading import PARSER, cited, expected, headings, numbered, sentences, tables

KEYS = "SELECT key FROM contest UNION ALL SELECT key FROM round"
SLIPS = re.compile(
    r"\bNone\b|\bnan\b|  |\.\.|, ,| ,| ;|;;|\( ?\)|: ?$|^\s|\s$|[;,:]\.|"
    r"\bone (?:seats|candidates|winners|positions|contests|others)\b|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:seat|candidate|winner|position|contest)\b|"
    r"\ban? (?:[Ll]abour|[Mm]omentum)\b|\ba independent\b|\bindependents? (?:was|wins) .* each\b|\b(\w+) \1\b"
)
"""What no sentence to be printed holds: blanks, empty lists, a wrong number, a word twice."""


def briefs(record: sqlite3.Connection) -> list[View]:
    """The brief of every contest and round."""
    return [asked(record, "brief", contest=key) for (key,) in record.execute(KEYS).fetchall()]


@pytest.fixture(scope="module", params=[PACKAGED, SMALL, HOSTILE], ids=["packaged", "small", "hostile"])
def every(request: pytest.FixtureRequest) -> list[View]:
    """The briefs of a record."""
    return briefs(opened(request.param))


def test_every_table_of_every_brief_keeps_its_columns_and_every_cell_its_words(every: list[View]) -> None:
    for view in every:
        page = export(view, "markdown")
        found = [
            [row[: len(own[0])] for row in table]
            for table, own in zip(tables(page), expected(view), strict=True)
        ]
        assert [[[cell.strip() for cell in row] for row in table] for table in found] == expected(view), (
            view.title
        )


def test_every_source_of_every_brief_is_numbered_and_used(every: list[View]) -> None:
    for view in every:
        page = export(view, "markdown")
        numbers = list(range(1, len(view.sources) + 1))
        assert numbered(page) == numbers
        used = {
            number
            for rows in (view.rows, *(one.rows for one in view.tables))
            for row in rows
            for number in row.sources
        }
        assert sorted(used) == numbers, view.title
        assert cited(page) >= used


def test_every_row_of_every_brief_rests_on_rows_of_the_record(every: list[View]) -> None:
    for view in every:
        for rows in (view.rows, *(one.rows for one in view.tables)):
            assert all(row.facts for row in rows), view.title


def test_every_brief_has_a_headline_and_a_place_for_the_author(every: list[View]) -> None:
    for view in every:
        page = export(view, "markdown")
        assert page.startswith("# ")
        assert page.count("\n> **To write:**") == 1
        assert len(view.title) < 500 and view.title[-1] not in ".,;:"
        assert len(view.findings) <= 3
        assert len(set(headings(page))) == len(headings(page))


@pytest.mark.parametrize("folder", [PACKAGED, SMALL], ids=["packaged", "small"])
def test_every_sentence_of_every_brief_can_be_printed(folder: object) -> None:
    for view in briefs(opened(folder)):  # type: ignore[arg-type]
        found = [said for said in sentences(view) if SLIPS.search(said) and "had had" not in said]
        assert found == [], view.title


@pytest.mark.parametrize("form", FORMATS)
def test_a_hostile_brief_is_a_file_that_drives_nothing(form: str) -> None:
    for view in briefs(opened(HOSTILE)):
        text = export(view, form)
        assert not [
            sign for sign in text if sign != "\n" and (ord(sign) < 32 or 0x202A <= ord(sign) < 0x202F)
        ]
        if form == "markdown":
            assert not {token.type for token in PARSER.parse(text)} & {"html_block", "fence", "code_block"}
