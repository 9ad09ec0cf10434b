"""Text in columns is a table and lines at once: its candidates are found once."""

from __future__ import annotations

from importers.file import File
from importers.formats import read
from importers.results.place import row_of, same_row

COLUMNS = """Crater ward, 2031

Name               Party        Votes
Ada Newcomer       Moon         1,204
Bea Latecomer      Sun            903
Cy Undecided       Moon           388
"""


def test_lines_in_columns_are_one_result() -> None:
    (result,) = read(File("pasted", COLUMNS.encode())).results
    assert [one.votes for one in result.candidates] == [1204, 903, 388]


def test_lines_below_a_table_are_a_result_of_their_own() -> None:
    below = COLUMNS + "\nRille ward, 2031\n\nDee Other 17,475\nEve Other 16,786\n"
    assert len(read(File("pasted", below.encode())).results) == 2


def test_places_in_one_row_are_known_for_such() -> None:
    assert row_of("sheet A, cell AB12") == row_of("sheet A, cell C12") == "sheet A, row 12"
    assert same_row("line 7, column 4", "line 7") and not same_row("line 7, column 1", "line 71, column 1")
    assert same_row("table 1, row 2, column 3", "table 1, row 2, column 1")


def test_headings_without_a_year_speak_of_the_election_at_hand() -> None:
    text = "Crater ward\n\nCandidate Votes Share\nAda Newcomer 1,402 60%\nBea Latecomer 894 40%\n"
    (result,) = read(File("pasted", text.encode())).results
    assert [(one.votes, one.share, one.previous_votes) for one in result.candidates] == [
        (1402, 60, None),
        (894, 40, None),
    ]


def test_a_label_behind_an_outcome_is_told_from_it() -> None:
    text = "Ada Newcomer 1,402 Elected Labour to Win\nBea Latecomer 894 Not elected Independent\nCy Undecided 1,100 Elected\n"
    (result,) = read(File("pasted", text.encode())).results
    told = [(one.outcome, one.words) for one in result.candidates]
    assert told == [("elected", "Labour to Win"), ("not elected", "Independent"), ("elected", "")]
