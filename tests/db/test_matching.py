"""Text for comparison and search: what a user types finds what is written, whatever the case, accents or signs."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.matching import beginnings, folded, searchable, words_of

QUICK = settings(derandomize=True, deadline=None, database=None, max_examples=150)
SCRIPTS = st.characters(
    min_codepoint=32,
    max_codepoint=0x4DF,
    categories=("Lu", "Ll", "Lo", "Nd", "Po", "Pd", "Zs", "Mn"),
    exclude_characters="ı",  # its capital is that of another letter
)
NAMES = st.text(SCRIPTS, min_size=1, max_size=20)


@pytest.fixture(scope="module")
def search() -> sqlite3.Connection:
    """A search table like those of the schema, with one row at a time."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE one USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2')"
    )
    return connection


def finds(search: sqlite3.Connection, written: str, typed: str) -> bool:
    """Whether a typed text finds a written name."""
    search.execute("DELETE FROM one")
    search.execute("INSERT INTO one (words) VALUES (?)", [searchable(written)])
    return bool(
        search.execute("SELECT count(*) FROM one WHERE words MATCH ?", [beginnings(typed)]).fetchone()[0]
    )


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Élodie", "elodie"),
        ("STRAUSS", "strauss"),
        ("Strauß", "strauss"),
        ("Zoë", "zoe"),
        ("ﬁn", "fin"),
        ("ＡＢ", "ab"),
        ("", ""),
    ],
)
def test_case_accents_and_forms_of_letters_do_not_matter(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_words_are_parted_at_every_sign() -> None:
    assert words_of("Jo O'Casey-Reed (North), 2nd") == ["jo", "o", "casey", "reed", "north", "2nd"]
    assert words_of('"*()[]|\x00\x1b') == []
    assert beginnings(" -- ") == ""


@pytest.mark.parametrize("typed", ["o'casey", "O’CASEY", "ocasey", "casey reed", "reed", "o", "Jo Re"])
def test_an_apostrophe_may_be_typed_bent_straight_or_not_at_all(
    search: sqlite3.Connection, typed: str
) -> None:
    assert finds(search, "Jo O'Casey-Reed", typed)


@pytest.mark.parametrize("typed", ["asey", "eed", "jo smith"])
def test_the_middle_of_a_word_or_another_name_finds_nothing(search: sqlite3.Connection, typed: str) -> None:
    assert not finds(search, "Jo O'Casey-Reed", typed)


@QUICK
@given(NAMES.filter(words_of))
def test_every_name_is_found_by_itself_and_by_the_beginning_of_each_word(name: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE one USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2')"
    )
    assert finds(connection, name, name)
    assert finds(connection, name, name.upper())
    for word in words_of(name):
        assert finds(connection, name, word[:2])
    connection.close()


@QUICK
@given(st.text())
def test_nothing_that_is_typed_is_a_query(text: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE one USING fts5 (words)")
    if wanted := beginnings(text):
        assert connection.execute("SELECT count(*) FROM one WHERE words MATCH ?", [wanted]).fetchone() == (0,)
    connection.close()


@QUICK
@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
