"""Markdown reads as the view says, in every parser that follows CommonMark and GitHub's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from db.view import Column, Kind, Row, Source
from tui.exports import export
from tui.plain import plain

from .hand_made import BOARD, COLUMNS, FRAGMENTS, board_of, hostile, texts_everywhere

if TYPE_CHECKING:
    from markdown_it.token import Token

STRICT = MarkdownIt("commonmark").enable("table")
GITHUB = MarkdownIt("gfm-like")
assert GITHUB.linkify is not None
GITHUB.linkify.set({"fuzzy_link": False})  # as GitHub, which links addresses and not every word with a dot


def words(inline: Token) -> str:
    """The text of a line; anything but text and the empty comment would be a mark."""
    assert inline.children is not None
    shown = [token for token in inline.children if token.content != "<!-- -->"]
    assert {token.type for token in shown} <= {"text"}, [token.type for token in shown]
    return "".join(token.content for token in shown)


def tables(text: str, parser: MarkdownIt = STRICT) -> list[list[list[str]]]:
    """The cells of every table of a document."""
    found: list[list[list[str]]] = []
    cell = False
    for token in parser.parse(text):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in {"th_open", "td_open"}:
            cell = True
        elif token.type == "inline" and cell:
            found[-1][-1].append(words(token))
            cell = False
    return found


def test_a_whole_view_reads_as_it_was_answered() -> None:
    assert (
        export(BOARD, "markdown")
        == """\
# NEC, members' section, 2014

*NEC, members' section, 20 August 2014*

Turnout was 35.8%.

4 of 6 seats went to CLGA.

| Name | Votes | Share | Change | Net | Date | Slate | Backed by | Sitting | Holders | Sources |
| :--- | ---: | ---: | ---: | ---: | :---- | :------------ | :----------------- | :---: | :------------- | :--- |
| Ann Black | 35,239 | 55.2% | +2.5 | −2 | 20 August 2014 | Centre-Left Grassroots Alliance (CLGA) | \
Centre-Left Grassroots Alliance (CLGA) + Independent | yes | Ann Black, Jo Roe (not voting, inferred) | [1] |
| Jo Roe |  |  | −0.3 | +1 | 2014 | no slate known |  | no |  | [1][2] |

## Slate totals

| Slate |
| :--- |
| Centre-Left Grassroots Alliance (CLGA) |

## Notes

- Shares are of votes cast.

## Sources

1. Left Futures, "NEC results", Jon Lansman, 20 August 2014, <https://example.org/nec?a=1&b=2>
2. leaflet
"""
    )


def test_an_article_has_a_sentence_before_a_table_and_a_marked_place_for_the_author() -> None:
    (totals,) = BOARD.tables
    led = BOARD._replace(tables=(totals._replace(lead="By *slate*.\n1. x"),), to_write=("What it [means].",))
    text = export(led, "markdown")
    assert "\n\n> **To write:** What it \\[means\\].\n\n| Name |" in text
    assert "\n## Slate totals\n\nBy \\*slate\\*. 1. x\n\n| Slate |" in text
    assert "To write" not in export(BOARD, "markdown")


def test_the_columns_of_a_broad_table_are_marked_as_wide_as_their_cells_for_pandoc() -> None:
    columns = (Column("name", "Name"), Column("votes", "Votes", Kind.NUMBER))
    narrow = export(board_of(columns, ("Ann", 1)), "markdown")
    broad = export(board_of(columns, ("Ann " * 50, 1), ("Jo " * 15, 2)), "markdown")
    assert "\n| :--- | ---: |\n" in narrow
    assert f"\n| :{'-' * 30} | ---: |\n" in broad
    assert tables(narrow)[0][0][:2] == tables(broad)[0][0][:2] == ["Name", "Votes"]


def test_sources_shared_by_all_rows_are_said_once_and_not_in_a_column() -> None:
    text = export(board_of((Column("name", "Name"),), ("Ann",), ("Jo",), sources=(1, 2)), "markdown")
    assert "Sources of every row: [1][2]\n" in text
    assert "| Name |\n" in text


def test_a_cut_view_says_how_much_of_it_is_there() -> None:
    assert "\n2 of 12,034 rows.\n" in export(BOARD._replace(total=12034), "markdown")
    assert "\n2 of 12,034 rows, from row 501.\n" in export(BOARD._replace(total=12034, first=500), "markdown")
    assert " rows" not in export(BOARD, "markdown")


def test_an_empty_view_says_why() -> None:
    text = export(BOARD._replace(rows=(), total=0, empty="No seats were held on that day."), "markdown")
    assert "\nNo seats were held on that day.\n" in text
    assert "| Name" not in text


def test_an_optional_column_is_left_out_only_while_nobody_fills_it() -> None:
    columns = (Column("name", "Name"), Column("rank", "Rank", Kind.NUMBER, optional=True))
    assert "Rank" not in export(board_of(columns, ("Ann", None), ("Jo", None)), "markdown")
    assert "Rank" in export(board_of(columns, ("Ann", None), ("Jo", 0)), "markdown")


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "https://a/>x", "HTTP:/x", "http://\u202ea"],
)
def test_an_address_that_is_not_safe_to_follow_is_written_but_no_link(address: str) -> None:
    text = export(BOARD._replace(sources=(Source("k", "P", "", address, "", ""),)), "markdown")
    assert "link_open" not in {t.type for line in GITHUB.parse(text) for t in line.children or []}
    assert plain(address)[-1] in text


def test_the_address_of_a_source_is_a_link_to_exactly_that_address() -> None:
    links = [
        t
        for line in STRICT.parse(export(BOARD, "markdown"))
        for t in line.children or []
        if t.type == "link_open"
    ]
    assert [link.attrs["href"] for link in links] == ["https://example.org/nec?a=1&b=2"]


@given(st.lists(st.tuples(hostile, hostile, hostile), min_size=1, max_size=3))
@example([(" lead", "trail ", "\u3000both\ufeff")])
@example([("\\|", "\\\\|", "|")])
@example([("", "", "")])
def test_any_text_in_any_cell_reads_as_exactly_that_text(rows: list[tuple[str, str, str]]) -> None:
    columns = tuple(Column(key, key) for key in "abc")
    view = board_of(columns, *rows)._replace(tables=())
    expected = [["a", "b", "c"], *([plain(cell) for cell in row] for row in rows)]
    for parser in (STRICT, GITHUB):
        assert tables(export(view, "markdown"), parser) == [expected]


@given(hostile)
def test_any_text_as_the_head_of_a_column_reads_as_exactly_that_text(label: str) -> None:
    view = board_of((Column("a", label), Column("b", "B")), ("x", "y"))._replace(tables=())
    assert tables(export(view, "markdown")) == [[[plain(label), "B"], ["x", "y"]]]


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_no_text_anywhere_becomes_a_link_or_a_page_element(fragment: str) -> None:
    check_structure(fragment)


@given(hostile)
def test_any_text_everywhere_leaves_the_shape_of_the_page_alone(text: str) -> None:
    check_structure(text)


def check_structure(text: str) -> None:
    """The page around a text has the blocks it would have around a harmless word, and shows the text."""
    document = export(texts_everywhere(f"a{text}"), "markdown")
    assert shape(document) == shape(export(texts_everywhere("a"), "markdown"))
    begun = export(texts_everywhere("a")._replace(findings=(text, "b"), notes=(text, "b")), "markdown")
    if plain(text).strip().strip("\ufeff"):
        assert shape(begun) == shape(export(texts_everywhere("a"), "markdown"))
        lines = [token for token in GITHUB.parse(begun) if token.type == "inline"]
        assert words(lines[2]).strip() == edges_off(plain(text))


def edges_off(text: str) -> str:
    """A text without the blanks at its ends."""
    before = None
    while before != text:
        before, text = text, text.strip().strip("\ufeff")
    return text


def shape(document: str) -> list[str]:
    """The elements of a page in order, with those inside lines that are more than text."""
    elements: list[str] = []
    for token in GITHUB.parse(document):
        elements.append(token.type)
        elements += [
            child.type
            for child in token.children or []
            if child.type != "text" and child.content != "<!-- -->"
        ]
    return elements


def test_names_that_github_would_link_are_broken_by_an_empty_comment() -> None:
    for name, broken in (
        ("@everyone", "\\@<!-- -->everyone"),
        ("#123", "\\#<!-- -->123"),
        ("GH-7", "GH\\-<!-- -->7"),
        (":smile:", "\\:<!-- -->smile:"),
        ("https://x.org", "https\\:\\/<!-- -->/x.org"),
        ("a@b.c", "a\\@<!-- -->b.c"),
    ):
        assert f"| {broken} |" in export(board_of((Column("a", "A"),), (name,)), "markdown")


def test_everyday_names_are_not_littered_with_escapes() -> None:
    for name in (
        "Ann Black",
        "Ó Cuív, Éamon",
        "Smith & Sons (No. 2)",
        "O'Neill-Jones",
        "£5, 20%",
        "a.b",
        "C-L 2014",
        "valid_votes",
    ):
        assert f"| {name} |" in export(board_of((Column("a", "A"),), (name,)), "markdown")


def test_cells_of_every_kind_line_up_as_their_kind_asks() -> None:
    view = BOARD._replace(rows=(Row("x", tuple(None for _ in COLUMNS)),), columns=tuple(COLUMNS), total=1)
    assert "\n| :--- | ---: | ---: | ---: | ---: | :--- | :--- | :---: | :--- |\n" in export(view, "markdown")


def test_a_column_of_addresses_can_be_followed_and_one_in_any_other_column_cannot() -> None:
    address, other = "https://example.org/a_(b)?c=1&d=*2*", "javascript:alert(1)"
    view = board_of(
        (Column("name", "Name"), Column("address", "Address")), (address, address), (other, other)
    )
    text = export(view._replace(sources=()), "markdown")
    links = [t for line in GITHUB.parse(text) for t in line.children or [] if t.type == "link_open"]
    assert [link.attrs["href"] for link in links] == [address]
    assert f" | <{address}> |" in text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a--b", "a\\--b"),
        ("$x$", "\\$x\\$"),
        ("x^2^ H~2~O", "x\\^2\\^ H\\~2\\~O"),
        ("Notes {#id}", "Notes \\{\\#id\\}"),
        ("Table: a caption", "Table\\: a caption"),
        ("(a) first", "(a\\) first"),
        (": a definition", "\\: a definition"),
    ],
)
def test_marks_that_only_pandoc_follows_are_disarmed_too(text: str, escaped: str) -> None:
    assert f"\n\n{escaped}\n\n" in export(BOARD._replace(findings=(text,)), "markdown")


def test_a_sign_stands_after_a_value_of_which_sources_state_something_else() -> None:
    rows = (BOARD.rows[0]._replace(disputed=frozenset({"votes", "slate"})), BOARD.rows[1])
    text = export(BOARD._replace(rows=rows), "markdown")
    assert "| 35,239 ≠ | 55.2% |" in text and "(CLGA) ≠ |" in text and text.count("≠") == 2
