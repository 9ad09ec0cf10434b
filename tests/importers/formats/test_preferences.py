"""Preferences of Scottish elections: orders and ranks are told apart, and never read as the other silently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources import FUZZ, PUBLISHED, facts, file, only, published, refused, sentences, spoiled, taken

from importers.formats import read
from importers.formats.preferences.orders import Meaning, Row, by_order, by_ranks, meaning
from importers.formats.reading import recognised
from importers.results.result import Papers

ORDERS = """3,2,
5,1,2,
3,2,
2,3,1,2,
"Candidate 1","Ada Oak","Labour (Lab)",
"Candidate 2","Ben Elm","Green (Gr)",
"Candidate 3","Cleo Ash","Independent (Ind)",
"Mill Ward",
"""
RANKS = """Oakshire 2022, Mill ward
2 3 4 1200
Ada Oak, Labour
Ben Elm, Green
Cleo Ash, Independent
5 1 2 0
3 0 1 0
2 2 3 1
1 0 0 1
"""
OFFICIAL = "3,2\n5,1,2,0\n3,2,0\n2,3,1,2,0\n0\nAda OAK\nBen ELM\nCleo ASH\nMill\n"
PAPERS = (Papers(5.0, ((0,), (1,))), Papers(3.0, ((1,),)), Papers(2.0, ((2,), (0,), (1,))))


def test_orders_become_papers_candidates_and_the_ward() -> None:
    result = only(ORDERS)
    assert result.papers == PAPERS
    assert [(one.name, one.slate, one.votes) for one in result.candidates] == [
        ("Ada Oak", "Labour (Lab)", 5), ("Ben Elm", "Green (Gr)", 3), ("Cleo Ash", "Independent (Ind)", 2),
    ]  # fmt: skip
    assert facts(result) == {
        "seats": 2,
        "unit": "first preferences",
        "valid_votes": 10,
        "section": "Mill Ward",
    }
    assert not result.doubts


def test_ranks_become_the_same_papers_as_orders_would() -> None:
    result = only(RANKS)
    assert result.papers == (*PAPERS, Papers(1.0, ((2,),)))
    assert facts(result)["electorate"] == 1200
    assert facts(result)["seats"] == 2
    assert [one.slate for one in result.candidates] == ["Labour", "Green", "Independent"]
    assert not result.doubts


def test_a_councils_own_profile_ends_its_rows_in_nought_and_numbers_no_candidates() -> None:
    result = only(OFFICIAL)
    assert result.papers == PAPERS
    assert [one.name for one in result.candidates] == ["Ada Oak", "Ben Elm", "Cleo Ash"]
    assert result.title == "Mill"


def test_ranks_in_the_shape_of_orders_are_read_as_ranks_and_told() -> None:
    text = ORDERS.replace("5,1,2,", "5,1,2,0,").replace("3,2,\n2,3,1,2,", "3,0,1,0,\n2,2,3,1,")
    result = only(text)
    assert result.papers == PAPERS
    assert "Found the rank of each candidate" in sentences(result)
    assert not any(one.certain for one in result.candidates)


def test_orders_in_the_shape_of_ranks_are_read_as_orders_and_told() -> None:
    text = RANKS.replace("5 1 2 0\n3 0 1 0\n2 2 3 1\n1 0 0 1", "5 1 2 0\n3 2 0 0\n2 3 1 2\n1 3 0 0")
    result = only(text)
    assert result.papers == (*PAPERS, Papers(1.0, ((2,),)))
    assert "Found candidates in their order of preference" in sentences(result)


def test_papers_that_all_rank_everybody_do_not_tell_and_nothing_from_them_is_certain() -> None:
    text = ORDERS.replace("5,1,2,\n3,2,\n2,3,1,2,", "5,1,2,3,\n2,3,1,2,")
    result = only(text)
    assert result.papers[1].preferences == ((2,), (0,), (1,))
    assert "can be candidates in their order as well as ranks" in sentences(result)
    assert not any(one.certain for one in result.candidates)


def test_papers_that_are_the_same_either_way_are_certain() -> None:
    result = only(ORDERS.replace("5,1,2,\n3,2,\n2,3,1,2,", "5,1,2,3,\n2,2,1,3,"))
    assert not result.doubts
    assert all(one.certain for one in result.candidates)


@given(st.permutations(range(1, 6)), st.integers(0, 5))
def test_ranks_are_orders_turned_round(order: list[int], length: int) -> None:
    marks = tuple(order[:length])
    ranks = tuple(marks.index(one) + 1 if one in marks else 0 for one in range(1, 6))
    assert by_order(marks) == by_ranks(ranks)
    assert meaning([Row(1, 1, ranks)], 5) in (Meaning.RANKS, Meaning.EITHER, Meaning.SAME)


def test_rows_that_are_neither_are_told_one_by_one() -> None:
    result = only(ORDERS.replace("5,1,2,", "5,1,1,"))
    assert (
        "line 2: Found numbers that are not candidates in their order of preference each once"
        in sentences(result)
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("5,1,2,", "5,1,9,", "line 2: found 9, expected candidates or ranks from 1 to 3"),
        ("5,1,2,", "0,1,2,", "line 2: found 0 papers"),
        ('"Candidate 2"', '"Candidate 4"', "line 6: found 'Candidate 4', expected candidate 2"),
        ('"Candidate 3","Cleo Ash","Independent (Ind)",\n"Mill Ward",\n', "", "found 2 lines of candidates, expected 3"),
        ("Ben Elm", "--", "line 6: found"),
        ("3,2,\n5", "99999,2,\n5", "line 1: found '99999,2,', expected the numbers of candidates and seats"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_line(old: str, new: str, words: str) -> None:
    assert words in refused(ORDERS.replace(old, new, 1), "preferences")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"Mill Ward",\n', "", "line 7: Found 3 candidates and nothing behind them, expected the ward"),
        ('"Mill Ward",\n', '"Mill Ward",\n"more",\n', "line 9: Found '\"more\",' behind the ward"),
        ("Ben Elm", "Ben O", "line 6: Found the name 'Ben O', expected a forename and a surname"),
        ("Ben Elm", "Ben", "line 6: Found the name 'Ben'"),
    ],
)
def test_what_is_doubtful_is_told_with_its_line(old: str, new: str, words: str) -> None:
    assert words in sentences(only(ORDERS.replace(old, new, 1)))


def test_a_name_that_was_cut_off_is_not_certain() -> None:
    assert [one.certain for one in only(ORDERS.replace("Ben Elm", "Ben O")).candidates] == [True, False, True]


def test_a_ward_with_a_comma_is_one_title() -> None:
    assert only(ORDERS.replace('"Mill Ward"', '""Mill, Weir and Lock""')).title == "Mill, Weir and Lock"


def test_lines_may_end_as_old_files_end_them() -> None:
    assert only(RANKS.replace("\n", "\r")).papers == only(RANKS).papers
    assert only(ORDERS.replace("\n", "\r")).papers == PAPERS


def test_rows_that_are_missing_from_a_file_of_ranks_are_told() -> None:
    assert "line 2: Found 4 rows of papers, expected the 7" in sentences(
        only(RANKS.replace("2 3 4 1200", "2 3 7 1200"))
    )


@pytest.mark.parametrize("row", ["2 2 3", "2 2 3 1 0", "2 x 3 1"])
def test_a_row_of_ranks_has_one_for_each_candidate(row: str) -> None:
    assert "line 8: found" in refused(RANKS.replace("2 2 3 1", row))


@pytest.mark.parametrize(
    "text", ["3,2\na,b\n", "1,2,3\n4,5,6\n", "name,votes\nAda Oak,5\n", "Title\n1 2 3 4\nno party\n5 6 7\n"]
)
def test_other_tables_are_no_preferences(text: str) -> None:
    found = recognised(file(text))
    assert found is None or found.NAME != "preferences"


@pytest.mark.parametrize(
    "path", sorted(PUBLISHED.glob("scotland-2017/ballots/*.csv")), ids=lambda path: path.stem
)
def test_the_published_ballots_are_read(path: object) -> None:
    source = published(f"scotland-2017/ballots/{getattr(path, 'name', '')}")
    (result,) = read(source).results
    assert facts(result)["date"] == "2017"
    assert facts(result)["section"]
    assert sum(one.votes or 0 for one in result.candidates) == facts(result)["valid_votes"]
    cut = {"Ren", "Ciar", "Terry O", "Mary"}
    assert {one.name for one in result.candidates if not one.certain} <= cut
    assert len(result.doubts) == sum(one.name in cut for one in result.candidates)


@FUZZ
@given(spoiled([ORDERS.encode(), RANKS.encode(), OFFICIAL.encode()]), st.sampled_from([None, "preferences"]))
def test_a_spoiled_file_is_read_or_refused_with_one_sentence(data: bytes, form: str | None) -> None:
    taken(data, form)
