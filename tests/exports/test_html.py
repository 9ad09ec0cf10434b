"""The page stands alone, is well-formed, and shows texts as texts."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given

from db.view import Column, Faction, Kind, Source
from tui.exports import export
from tui.plain import plain

from .hand_made import BOARD, CLGA, board_of, hostile, texts_everywhere

VOID = {"meta"}


class Page(HTMLParser):
    """A strict reading of a page: which elements, with which attributes, and the texts in them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)
        self.close()
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), "no attribute stands twice"
        self.elements.append((tag, dict(attrs)))
        self.texts.setdefault(tag, []).append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "elements are closed in order"

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[self.open[-1]][-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    @property
    def shape(self) -> list[str]:
        """The elements in order."""
        return [tag for tag, _ in self.elements]


def test_the_page_says_what_the_view_says() -> None:
    page = Page(export(BOARD, "html"))
    assert page.texts["h1"] == ["NEC, members' section, 2014"]
    assert page.texts["th"][:3] == ["Name", "Votes", "Share"]
    assert page.texts["td"][:6] == ["Ann Black", "35,239", "55.2%", "+2.5", "−2", "20 August 2014"]
    assert page.texts["h2"] == ["Slate totals", "Notes", "Sources"]
    assert page.texts["li"][0] == "Shares are of votes cast."
    assert page.texts["title"] == page.texts["h1"]


def test_the_page_names_its_language_and_needs_nothing_from_elsewhere() -> None:
    text = export(BOARD, "html")
    page = Page(text)
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    assert not {"script", "link", "img", "iframe"} & set(page.shape)
    assert "url(" not in text
    assert "@import" not in text


def test_heads_belong_to_columns_and_figures_line_up_on_the_right() -> None:
    page = Page(export(board_of((Column("n", "N", Kind.NUMBER),), (1,), sources=(1,)), "html"))
    assert ("th", {"scope": "col", "class": "figure", "dir": "auto"}) in page.elements
    assert ("td", {"class": "figure", "dir": "auto"}) in page.elements


def test_only_an_address_of_the_web_becomes_a_link_and_tells_the_other_side_nothing() -> None:
    links = [attrs for tag, attrs in Page(export(BOARD, "html")).elements if tag == "a" and "rel" in attrs]
    assert links == [{"href": "https://example.org/nec?a=1&b=2", "rel": "noopener"}]
    for address in ("javascript:alert(1)", "data:text/html,x", 'https://a"onclick=x', "https://a b"):
        page = Page(export(BOARD._replace(sources=(Source("k", "P", "", address, "", ""),)), "html"))
        assert not [attrs for tag, attrs in page.elements if tag == "a" and "rel" in attrs]
        assert any(address in text for text in page.texts["li"])


@pytest.mark.parametrize("colour", ["red;x:url(y)", "#123456;x:url(y)", '#123456"', "", "#12345"])
def test_a_colour_that_is_none_is_not_written_into_the_style(colour: str) -> None:
    page = Page(export(board_of((Column("f", "F"),), (CLGA._replace(colour=colour),)), "html"))
    styles = [attrs["style"] for _, attrs in page.elements if "style" in attrs]
    assert styles[0] == "background: transparent"


def test_a_cut_view_says_how_much_of_it_is_there_and_an_empty_one_why() -> None:
    assert "2 of 12,034 rows." in Page(export(BOARD._replace(total=12034), "html")).texts["p"]
    empty = Page(export(BOARD._replace(rows=(), total=0, empty="Nobody stood."), "html"))
    assert "Nobody stood." in empty.texts["p"]


@given(hostile)
def test_any_text_anywhere_leaves_the_page_as_it_is_and_is_shown(text: str) -> None:
    check(f"a{text}")


@pytest.mark.parametrize(
    "text", ["</title><script>x</script>", '" onload="x', "</style>", "<!--", "&lt;b&gt;", "]]>"]
)
def test_marks_of_html_are_shown_and_not_followed(text: str) -> None:
    check(f"a{text}")


def check(text: str) -> None:
    """The page around a text has the elements it has around a harmless word, and shows the text."""
    page = Page(export(texts_everywhere(text), "html"))
    assert page.shape == Page(export(texts_everywhere("a"), "html")).shape
    assert page.texts["h1"] == [plain(text)]
    assert page.texts["td"][0] == plain(text)
    assert {name for _, attrs in page.elements for name in attrs} <= {
        "lang", "charset", "name", "content", "http-equiv", "class", "dir", "scope", "style", "href", "id",
    }  # fmt: skip


def test_a_faction_is_named_beside_its_colour() -> None:
    page = Page(
        export(
            board_of((Column("f", "F", Kind.FACTION),), (Faction("x", "Xs", "X", "x", "#123456"),)), "html"
        )
    )
    assert page.texts["td"][0] == "Xs"
    assert ("span", {"class": "swatch", "style": "background: #123456"}) in page.elements


def test_a_column_of_addresses_can_be_followed_and_one_in_any_other_column_cannot() -> None:
    address, other = "https://example.org/?c=1&d='2", "javascript:alert(1)"
    view = board_of(
        (Column("name", "Name"), Column("address", "Address")), (address, address), (other, other)
    )
    page = Page(export(view._replace(sources=()), "html"))
    assert [attrs["href"] for tag, attrs in page.elements if tag == "a"] == [address]
    assert page.texts["td"][2:4] == [other, other]


def test_an_article_has_a_sentence_before_a_table_and_a_marked_place_for_the_author() -> None:
    (totals,) = BOARD.tables
    led = BOARD._replace(tables=(totals._replace(lead="By <slate>."),), to_write=("What it means.",))
    page = export(led, "html")
    assert '<blockquote dir="auto"><strong>To write:</strong> What it means.</blockquote>' in page
    assert '<p dir="auto">By &lt;slate&gt;.</p>' in page
    assert "blockquote" not in export(BOARD, "html")


def test_a_sign_stands_after_a_value_of_which_sources_state_something_else() -> None:
    rows = (BOARD.rows[0]._replace(disputed=frozenset({"votes"})), BOARD.rows[1])
    text = export(BOARD._replace(rows=rows), "html")
    assert text.count('35,239<span class="disputed">≠</span></td>') == 1
    assert text.count("≠") == 1
