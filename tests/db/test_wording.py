"""Numbers and lists as findings say them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.wording import (
    MINUS,
    a,
    as_percent,
    count,
    few,
    listed,
    moved,
    number_word,
    part_of,
    plain_number,
    possessive,
    sentence,
    signed,
    surnames,
    the,
    times,
    was,
    years,
)

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


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (27.45, "27.5%"),
        (6.25, "6.3%"),
        (49.55, "49.6%"),
        (2.15, "2.2%"),
        (55.2156, "55.2%"),
        (0.05 - 1e-12, "0.1%"),
    ],
)
def test_a_percentage_is_rounded_as_by_hand_with_halves_up(figure: float, words: str) -> None:
    assert as_percent(figure) == words


def test_a_change_is_rounded_as_a_share_is() -> None:
    assert (signed(-0.25, 1), moved(0.25), moved(-0.04)) == (f"{MINUS}0.3", "up 0.3 points", "unchanged")


def test_lists_have_one_and() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b", "c"], "or") == "a, b or c"


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


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Centre-Left Grassroots Alliance", "the Centre-Left Grassroots Alliance"),
        ("Centre-Left Grassroots Alliance / Momentum", "the Centre-Left Grassroots Alliance / Momentum"),
        ("Campaign for Labour Party Democracy", "the Campaign for Labour Party Democracy"),
        ("Tribune Group of MPs", "the Tribune Group of MPs"),
        ("United Left (Unite)", "United Left (Unite)"),
        ("Momentum", "Momentum"),
        ("Labour to Win", "Labour to Win"),
        ("Jewish Voice for Labour", "Jewish Voice for Labour"),
        ("Save the Labour Party", "Save the Labour Party"),
        ("The Union", "The Union"),
        ("Independent", "independents"),
        ("", ""),
    ],
)
def test_names_of_bodies_of_people_have_an_article_and_other_names_none(name: str, words: str) -> None:
    assert the(name) == words


def test_one_without_a_ticket_is_an_independent() -> None:
    assert the("Independent", 1) == "an independent"


def test_an_article_goes_by_the_first_letter() -> None:
    assert [a("slate"), a("alignment"), a("Endorsement")] == ["a slate", "an alignment", "an Endorsement"]


def test_whose_something_is() -> None:
    assert [possessive("Osamor"), possessive("Reeves")] == ["Osamor's", "Reeves'"]


def test_verbs_agree_with_their_number() -> None:
    assert [was(0), was(1), was(2)] == ["were", "was", "were"]


@pytest.mark.parametrize(
    ("number", "whole", "words"),
    [
        (0, 6, "none of the six seats"),
        (0, 1, "none of the one seat"),
        (4, 6, "four of the six seats"),
        (1, 1, "the one seat"),
        (2, 2, "both seats"),
        (9, 9, "all nine seats"),
        (12, 12, "all 12 seats"),
        (0, 0, "none of the no seats"),
    ],
)
def test_a_part_is_told_of_its_whole(number: int, whole: int, words: str) -> None:
    assert part_of(number, whole, "seat") == words


def test_how_often() -> None:
    assert [times(0), times(1), times(2), times(3), times(11)] == [
        "never",
        "once",
        "twice",
        "three times",
        "11 times",
    ]


def test_a_share_moves_up_or_down_or_not_at_all() -> None:
    assert [moved(7.94), moved(-1.0), moved(0.04), moved(-0.04)] == [
        "up 7.9 points",
        "down 1.0 points",
        "unchanged",
        "unchanged",
    ]


def test_dates_run_from_year_to_year() -> None:
    assert years(["2016-01", None, "2014-08-20"]) == "from 2014 to 2016"
    assert years(["2014", "2014-08-20"]) == "in 2014"
    assert years([None]) == ""


def test_names_that_are_too_many_are_counted() -> None:
    assert few(["Ann", "Ben"], 2, "member") == "Ann and Ben"
    assert few(["Ann", "Ben", "Cy"], 2, "member") == "three members"


def test_a_surname_stands_alone_where_nobody_else_has_it() -> None:
    people = [
        ("Kate Osamor", "Osamor, Kate"),
        ("Ann Black", "Black, Ann"),
        ("Ian black", "black, Ian"),
        ("Madonna", "Madonna"),
    ]
    assert surnames(people) == {
        "Kate Osamor": "Osamor",
        "Ann Black": "Ann Black",
        "Ian black": "Ian black",
        "Madonna": "Madonna",
    }
    assert surnames([("Li Wei", "Wang, Li")]) == {"Li Wei": "Li Wei"}
