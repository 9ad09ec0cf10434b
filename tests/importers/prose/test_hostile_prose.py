"""Any text at all: results or none, nothing certain, nothing that a terminal would obey, and in time that grows with the text only."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_of import packaged

from db.records import Contest
from importers.documents.document import Cell
from importers.prose import read
from importers.prose.meaning import meant
from importers.prose.mentions import Finder
from importers.prose.shape import shape
from importers.results.result import FIELDS, Result

PIECES = st.sampled_from([
    "Jane Doe", "Alice Perry", "Perry", "Zoë O’Leary-Smith", "and", ",", ", and", "as well as", "was elected", "were not elected", "beat",
    "defeated by", "won a seat", "lost her seat to", "ahead of", "received", "12,345", "votes", "respectively", "(1,829)", "by 917 votes to 12",
    "NEC", "CLP section", "councillors", "national women’s committee", "Momentum", "CLGA", "-backed", "backed by", "is backing", "its candidates",
    "slate", "on the", "ticket", "who", "whose", "–", "(", ")", "“", "”", ".", ":", ";", "in 2022", "January 12th", "nominations", "open on", "nine",
    "positions", "at least four of which must be filled by women", "L0", "B1", "F2 S3", "Q9 N8", "[/]", "[red]", "|", "\t", "\x1b[31m", "\x1b]0;x\x07",
    "\u202eenaJ", "e\u0301", "\ud800", "٣", "²", "9" * 50, "ﬁ", "İ", "ß", "\u2028", "\x00", "9999-12-31", "0001-01-01", "31 February 2024",
])  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=14).map(" ".join)
FUZZ = settings(derandomize=True, deadline=None, database=None, max_examples=60)


def words_of(result: Result) -> list[str]:
    found = [one for found in result.candidates for one in found if isinstance(one, str)]
    found += [
        one
        for found in result.candidates
        for backing in found.endorsements
        for one in backing
        if isinstance(one, str)
    ]
    return [
        result.title,
        *found,
        *(str(part) for fact in result.facts for part in fact),
        *(words for _, words in result.doubts),
    ]


@FUZZ
@given(st.lists(TEXTS, max_size=5))
def test_any_text_gives_results_or_none_and_nothing_certain(texts: list[str]) -> None:
    for result in read([Cell(text, f"line {number}") for number, text in enumerate(texts, 1)], packaged()):
        assert result.candidates or result.facts
        assert not any(one.certain for one in (*result.candidates, *result.facts))
        assert all(one.rests_on and one.origin and one.name and one.sort_name for one in result.candidates)
        assert all(one.field in FIELDS for one in result.facts)
        assert not any(
            unicodedata.category(sign) in ("Cc", "Cs") for words in words_of(result) for sign in words
        )


@FUZZ
@given(st.lists(TEXTS, max_size=4))
def test_every_figure_stays_within_the_limits_of_the_record(texts: list[str]) -> None:
    for result in read([Cell(text, "place") for text in texts], packaged()):
        for one in result.candidates:
            assert one.votes is None or 0 <= one.votes <= 10_000_000_000
            assert one.share is None or 0 <= one.share <= 100
            assert one.rank is None or 1 <= one.rank <= 10
        assert all(
            fact.field in Contest.__struct_fields__
            for fact in result.facts
            if fact.field not in ("body", "section")
        )


@FUZZ
@given(TEXTS)
def test_mentions_stand_where_they_say_and_none_over_another(text: str) -> None:
    last = 0
    for one in Finder(packaged(), [text]).mentions(text):
        assert text[one.start : one.end] == one.words
        assert last <= one.start < one.end and one.keys
        last = one.end
    assert isinstance(meant(text, packaged()), tuple)


@FUZZ
@given(TEXTS)
def test_a_text_cannot_put_signs_of_its_own_into_a_shape(text: str) -> None:
    made = shape(text, Finder(packaged(), [text]))
    signs = [
        word
        for word in made.text.replace(",", " ").split()
        if word[:1] in tuple("LFBSDNQR") and word[1:].isdigit()
    ]
    assert all(sign in made.keys for sign in signs)


LONG = {
    "names": "Jane Doe, " * 10_000, "brackets": "(" * 50_000 + ")" * 50_000, "dashes": " – a" * 25_000,
    "elected": "Jane Doe was elected " * 4_700, "letters": "a" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("name", LONG)
def test_a_line_of_a_hundred_thousand_signs_is_read_to_its_end(name: str) -> None:
    end = " Ann Poe was elected to the NEC CLP section."
    found = read([Cell(LONG[name] + ".", "line 1"), Cell(end, "line 2")], packaged())
    assert any(one.name == "Ann Poe" for result in found for one in result.candidates)
