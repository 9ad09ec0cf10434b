"""Numbers and lists as findings say them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.wording import MINUS, count, listed, number_word, plain_number, sentence, signed

QUICK = settings(derandomize=True, deadline=None, database=None, max_examples=80)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "no seats"),
        (1, "one seat"),
        (2, "two seats"),
        (10, "ten seats"),
        (11, "11 seats"),
        (1510, "1,510 seats"),
    ],
)
def test_small_numbers_are_words_and_large_ones_have_their_thousands_parted(number: int, words: str) -> None:
    assert count(number, "seat") == words


def test_a_noun_may_bring_its_own_plural() -> None:
    assert count(2, "candidacy", "candidacies") == "two candidacies"
    assert count(1, "candidacy", "candidacies") == "one candidacy"


def test_a_number_alone_is_a_word_up_to_ten() -> None:
    assert [number_word(number) for number in (0, 1, 10, 11, 1510)] == ["none", "one", "ten", "11", "1,510"]


def test_lists_have_one_and() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize(
    ("number", "digits", "words"),
    [(2.5, 1, "+2.5"), (-1, 0, f"{MINUS}1"), (0, 0, "0"), (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (1234.5, 1, "+1,234.5"),
     (-0.5, 1, f"{MINUS}0.5")],
)  # fmt: skip
def test_a_change_has_its_sign_and_nought_has_none(number: float, digits: int, words: str) -> None:
    assert signed(number, digits) == words


def test_a_sentence_begins_large_and_ends_once() -> None:
    assert sentence("no result") == "No result."
    assert sentence("Who won?") == "Who won?"
    assert sentence("It did.") == "It did."
    assert sentence("  ") == ""


def test_whole_figures_lose_the_decimals_that_sqlite_gave_them() -> None:
    assert repr(plain_number(300.0)) == "300"
    assert plain_number(52.4) == 52.4
    assert plain_number(None) is None


@QUICK
@given(st.floats(-1e9, 1e9), st.integers(0, 3))
def test_a_written_change_reads_back_as_the_number(number: float, digits: int) -> None:
    text = signed(number, digits).replace(",", "").replace(MINUS, "-")
    assert float(text) == pytest.approx(number, abs=0.51 * 10**-digits)


@QUICK
@given(st.text())
def test_making_a_sentence_of_a_sentence_changes_nothing(text: str) -> None:
    assert sentence(sentence(text)) == sentence(text)
