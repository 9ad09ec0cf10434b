"""BLT files in all the ways they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources import FUZZ, PUBLISHED, facts, file, only, published, refused, sentences, spoiled, taken

from importers.formats import read
from importers.formats.reading import recognised
from importers.results.result import Papers

PLAIN = """4 2
5 1 2 0
3 2 0
2 3 4 1 0
0
"Ada Oak"
"Ben ELM"
"Cleo Ash (Green)"
"Dan Yew"
"Mill Ward"
"""
RICH = """# a club
4 2   # four for two
[nick oak elm ash yew]
[withdrawn yew]
[tie elm oak ash]
(b-1) 1 oak elm=ash 0
(b-2) 1.5 elm - oak 0
/* counted
   twice */
1/2 ash 0
1 0
0
"Ada Oak"   # first
"Ben Elm" "Cleo Ash" "Dan Yew"
"Club"
"kept by hand"
"""


def test_ballots_become_papers_and_first_preferences() -> None:
    result = only(PLAIN)
    assert [(one.name, one.slate, one.votes, one.outcome) for one in result.candidates] == [
        ("Ada Oak", "", 5, ""), ("Ben Elm", "", 3, ""), ("Cleo Ash", "Green", 2, ""), ("Dan Yew", "", 0, ""),
    ]  # fmt: skip
    assert result.papers == (
        Papers(5.0, ((0,), (1,))), Papers(3.0, ((1,),)), Papers(2.0, ((2,), (3,), (0,))),
    )  # fmt: skip
    assert facts(result) == {
        "seats": 2,
        "unit": "first preferences",
        "valid_votes": 10,
        "section": "Mill Ward",
    }
    assert result.title == "Mill Ward"
    assert not result.doubts


def test_every_piece_names_its_line() -> None:
    result = only(PLAIN)
    assert [one.origin for one in result.candidates] == ["line 6", "line 7", "line 8", "line 9"]
    assert {fact.field: fact.origin for fact in result.facts}["valid_votes"] == "lines 2 to 4"


def test_a_title_is_no_certain_section() -> None:
    assert [fact.certain for fact in only(PLAIN).facts if fact.field == "section"] == [False]


def test_comments_nicknames_ids_options_equal_and_left_out_preferences_and_fractions_are_read() -> None:
    result = only(RICH)
    assert recognised(file(RICH)).NAME == "blt"  # type: ignore[union-attr]
    assert result.papers == (
        Papers(1.0, ((0,), (1, 2))), Papers(1.5, ((1,), (), (0,))), Papers(0.5, ((2,),)), Papers(1.0, ()),
    )  # fmt: skip
    assert [one.outcome for one in result.candidates] == ["", "", "", "withdrawn"]
    assert [one.votes for one in result.candidates] == [1, 1.5, 0.5, None]
    assert result.title == "Club"
    assert "kept by hand" in sentences(result)
    assert "1 papers without a preference" in sentences(result)


def test_who_withdrew_by_a_minus_sign_has_no_votes_and_the_next_preference_is_the_first() -> None:
    result = only(PLAIN.replace("4 2\n", "4 2\n-1\n", 1))
    assert [one.outcome for one in result.candidates] == ["withdrawn", "", "", ""]
    assert [one.votes for one in result.candidates] == [None, 8, 2, 0]
    assert result.papers[0].preferences == ((0,), (1,))


def test_equal_preferences_may_stand_in_brackets() -> None:
    assert only(PLAIN.replace("5 1 2 0", "5 (1 3) 2 0")).papers[0].preferences == ((0, 2), (1,))


def test_papers_of_one_order_are_one_row() -> None:
    assert only(PLAIN.replace("3 2 0", "3 1 2 0")).papers[0] == Papers(8.0, ((0,), (1,)))


def test_a_shared_first_preference_leaves_votes_and_valid_votes_unknown() -> None:
    result = only(PLAIN.replace("5 1 2 0", "5 1=2 0"))
    assert [one.votes for one in result.candidates] == [None, None, 2, 0]
    assert "valid_votes" not in facts(result)
    assert "5 papers whose first preference is shared" in sentences(result)


def test_names_without_quotation_marks_are_padded_and_bear_their_party_in_the_last_bracket() -> None:
    text = (
        '2 1\r\n3 1 0\r\n0\r\nAda OAK              (Left Unity)\r\n"Ben (Benny) ELM ""Independent"""\r\nMill'
    )
    result = only(text)
    assert [(one.name, one.slate) for one in result.candidates] == [
        ("Ada Oak", "Left Unity"), ("Ben (Benny) Elm", "Independent"),
    ]  # fmt: skip
    assert result.title == "Mill"


def test_all_may_stand_on_one_line() -> None:
    result = only('2 1 -2 3 1 2 0 4 2 0 0 "Ada Oak" "Ben Elm" "Club"', "blt")
    assert [one.votes for one in result.candidates] == [3, None]
    assert result.title == "Club"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"Dan Yew"\n"Mill Ward"\n', "", "line 8: found 3 names, expected 4"),
        ("5 1 2 0", "5 1 7 0", "line 2: found '7', expected the number of a candidate from 1 to 4"),
        ("3 2 0", "x 2 0", "line 3: found 'x', expected the weight of a ballot"),
        ("3 2 0", "3/0 2 0", "line 3: found '3/0'"),
        ("5 1 2 0", "5 (1 2 0", "line 2: found '(', expected the number of a candidate"),
        ("5 1 2 0", "5 () 2 0", "line 2: found '', expected the number of a candidate"),
        ("3 2 0", "[ 3 2 0", "line 3: found '[', expected the weight of a ballot"),
        ("4 2\n", "0 2\n", "line 1: found '0 2', expected candidates and seats from 1"),
        ("4 2\n", "4\n", "line 1: found '4', expected the numbers of candidates and of seats"),
        ("4 2\n", "four 2\n", "line 1: found 'four 2', expected the numbers of candidates and of seats"),
        ('0\n"Ada', '"Ada', "expected the weight of a ballot"),
        ('"Ada Oak"', '"??"', "line 6: found '??', expected the name of a candidate"),
        ("4 2\n", "4 2\n[nick a b c]\n", "line 2: found '3 nicknames', expected 4"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(old: str, new: str, words: str) -> None:
    assert words in refused(PLAIN.replace(old, new, 1), "blt")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"Mill Ward"\n', "", "line 9: Found 4 names and nothing behind them, expected a title"),
        ("5 1 2 0", "5 1 1 0", "line 2: Found a candidate preferred twice"),
        ("5 1 2 0", "5 1 2", "line 2: Found a ballot without the 0"),
        ("3 2 0", "0.0 2 0", "line 3: Found a weight of 0"),
        ("4 2\n", "4 2\n[cake yes]\n", "line 2: Found the option 'cake'"),
        ("4 2\n", "4 9\n", "line 1: Found 9 seats for 4 candidates"),
        ('"Dan Yew"', '"Ada Oak"', "line 9: Ada Oak was found a second time"),
        ('"Dan Yew"', '"Dan Yew', "line 9: Found a quotation mark without its other one"),
        ("(Green)", "(Elected)", "line 8: Found 'Elected' behind the name"),
    ],
)
def test_what_is_doubtful_is_told_with_its_line_and_not_mended(old: str, new: str, words: str) -> None:
    assert words in sentences(only(PLAIN.replace(old, new, 1), "blt"))


def test_a_file_that_ends_in_its_ballots_is_refused_with_the_line() -> None:
    words = refused(PLAIN[: PLAIN.index('0\n"')], name="cut.blt")
    assert "cut.blt, line 4: found the end of the file" in words


def test_a_file_with_a_fault_in_every_line_is_told_in_a_few_sentences() -> None:
    text = "2 1\n" + "1 1 1 0\n" * 500 + '0\n"Ada Oak"\n"Ben Elm"\n"Club"\n'
    assert 10 < len(only(text).doubts) < 60
    assert "450 more of this kind" in sentences(only(text))


@pytest.mark.parametrize("text", ["12 5\n3 4\n", "Ada Oak 12\n", "a,b\n1,2\n", "12 5 0\n"])
def test_other_numbers_are_no_ballots(text: str) -> None:
    found = recognised(file(text))
    assert found is None or found.NAME != "blt"


def test_the_name_of_a_file_gives_council_and_year_and_neither_is_certain() -> None:
    result = only(PLAIN, name="east_lothian_2019_by_election_ward5_haddington.blt")
    guessed = {fact.field: (fact.value, fact.certain) for fact in result.facts if "name" in fact.origin}
    assert guessed == {
        "body": ("East Lothian", False), "date": ("2019", False), "kind": ("by-election", False),
    }  # fmt: skip


@pytest.mark.parametrize("path", sorted(PUBLISHED.glob("blt-by-elections/*.blt")), ids=lambda path: path.stem)
def test_the_published_by_elections_are_read_without_a_doubt(path: object) -> None:
    source = published(f"blt-by-elections/{getattr(path, 'name', '')}")
    (result,) = read(source).results
    assert not result.doubts
    assert result.title
    assert sum(one.votes or 0 for one in result.candidates) == sum(one.papers for one in result.papers)
    assert facts(result)["kind"] == "by-election"


def test_parties_of_a_published_by_election_stand_in_brackets() -> None:
    (result,) = read(published("blt-by-elections/edinburgh_2015_by_election_leith_walk.blt")).results
    assert [(one.name, one.slate, one.votes) for one in result.candidates][7:] == [
        ("John Lewis Ritchie", "SNP", 2290), ("John Ferguson Scott", "Ind", 26),
        ("Bruce William Whitehead", "Left Unity", 32),
    ]  # fmt: skip


@FUZZ
@given(spoiled([PLAIN.encode(), RICH.encode()]), st.sampled_from([None, "blt"]))
def test_a_spoiled_file_is_read_or_refused_with_one_sentence(data: bytes, form: str | None) -> None:
    taken(data, form, "spoiled.blt")


LONG = {
    "comments": "/* " * 200_000, "blanks": "5" + " " * 400_000 + "= 1 0", "brackets": "( " * 200_000,
    "marks": '"' * 300_000, "papers": "1 " * 300_000, "lines": "\n" * 50_000,
}  # fmt: skip


@pytest.mark.parametrize("line", LONG.values(), ids=LONG.keys())
def test_long_lines_of_signs_do_not_hang(line: str) -> None:
    taken(f"3 1\n{line}\n0\n".encode(), "blt")
    taken(f"3,1,\n{line}\n0\n".encode(), "preferences")
    taken(f"3 1\n1 2 0\n{line}".encode(), None)
    taken(f"3,1,\n1,2\n{line}".encode(), None)


def test_a_line_of_quotation_marks_does_not_hang() -> None:
    taken(PLAIN.replace('"Ada Oak"', '"' * 9_999 + "x").encode(), "blt")
