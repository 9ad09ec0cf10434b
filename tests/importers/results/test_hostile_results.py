"""Any text in any place: results or nothing, never an exception, and nothing that a terminal would obey."""

from __future__ import annotations

import time
import unicodedata

import pytest
from documents_of import pasted, table
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.documents.document import Cell, Document, Sheet
from importers.results.checks import checks
from importers.results.previous import earlier
from importers.results.reading import results
from importers.results.result import Result

PIECES = st.sampled_from([
    "Name", "Votes", "%", "Slate", "Elected", "2012 votes", "Jane Doe", "ROE, John", "1,234", "12.2%", "-5", "(1)", "[/]", "[red]",
    "* elected", "✓", "Jane Doe*", "Left slate:", "Elected:", "Turnout: 38%", "Total 1,234", "9 seats", "20 August 2014", "Section: CLPs", "Region",
    "Section", "1.234", "12,5", "6,000 (60%)", "[1]", "¹", "1️⃣", "🌹", "; ", " — ", "2014", "9999", "at least four women", "Votes: 7", "2=",
    "|", "\n", "\t", "\x1b[31m", "\x1b]0;x\x07", "\u202eenaJ", "e\u0301", "\u0301", "Total", ",", "(", ")", "9" * 50, "\ud800", "٣", "²",
])  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=4).map(" ".join) | st.text(max_size=20)
CELLS = st.builds(Cell, TEXTS, st.just("place"), st.booleans())
ROWS = st.lists(st.lists(CELLS, max_size=5).map(tuple), max_size=6).map(tuple)
DOCUMENTS = st.builds(
    Document, st.text(max_size=5), st.just("csv"),
    st.lists(st.builds(Sheet, TEXTS, ROWS, st.lists(CELLS, max_size=2).map(tuple)), max_size=2).map(tuple),
    st.lists(CELLS, max_size=6).map(tuple),
)  # fmt: skip


def texts_of(result: Result) -> list[str]:
    return [result.title, *(text for one in result.candidates for text in one if isinstance(text, str))]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(DOCUMENTS)
def test_any_text_in_any_cell_gives_results_or_nothing(document: Document) -> None:
    for result in results(document):
        assert result.candidates
        assert all(origin and sentence for origin, sentence in (*result.doubts, *checks(result)))
        before = earlier(result)
        assert before is None or before.candidates
        assert all(one.name and one.sort_name for one in result.candidates)
        assert not any(
            unicodedata.category(sign) in ("Cc", "Cs") for text in texts_of(result) for sign in text
        )


HOSTILE = [
    "[/]",
    "[bold]",
    "a|b",
    "a\nb",
    "\x1b[31mred\x1b[0m",
    "\u202eabc",
    "e\u0301\u0301",
    "'; DROP TABLE x;--",
    "=1+1",
    "\x00",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("column", range(8))
def test_a_hostile_field_leaves_the_other_candidates_as_they_are(text: str, column: int) -> None:
    head = ["Name", "Votes", "%", "Slate", "Elected", "Rank", "Region", "Gender"]
    row = ["Jane Doe", "12", "60%", "Left", "Yes", "1", "North", "F"]
    row[column] = f"{row[column]} {text}"
    (result,) = results(table(head, row, ["John Roe", "8", "40%", "Right", "No", "2", "South", "M"]))
    second = result.candidates[-1]
    assert (second.name, second.votes, second.share, second.slate, second.outcome) == (
        "John Roe",
        8,
        40.0,
        "Right",
        "not elected",
    )
    assert not any("\x1b" in one or "\n" in one or "\u202e" in one for one in texts_of(result))
    assert not any("\x1b" in words or "\n" in words for _, words in result.doubts)


def test_an_accent_of_its_own_becomes_one_letter_with_its_bearer() -> None:
    (result,) = results(pasted("Zoe\u0308 Doe 1,234"))
    assert result.candidates[0].name == "Zoë Doe"


def test_long_texts_take_no_long_time() -> None:
    long = [
        "A" * 100_000,
        "1 " * 50_000,
        "(" * 50_000,
        "a, " * 30_000,
        "1,234 " * 15_000,
        "- " * 50_000,
        "\x1b[" * 50_000,
        "Jane Doe (" * 9_000,
        "Jane Doe 1,234, " * 6_000,
        "Jane Doe; " * 9_000,
        "at least " * 9_000,
        "9 seats " * 9_000,
        "* elected, " * 9_000,
        "the " * 30_000 + "slate",
        "1.234" * 20_000,
        "2014 " * 20_000,
    ]
    start = time.perf_counter()
    results(pasted("\n".join(long)))
    results(table(["Name", "Votes"], *([text[:10_000], text[:10_000]] for text in long)))
    assert time.perf_counter() - start < 2


def test_a_thousand_candidates_take_no_long_time() -> None:
    rows = [[f"Jane Do{chr(97 + n % 26) * (n // 26 + 1)}", f"{n}", f"{n / 5000:.3f}%"] for n in range(1000)]
    start = time.perf_counter()
    results(table(["Name", "Votes", "Share"], *rows))
    assert time.perf_counter() - start < 2
