"""The text of eCount's report: stages in blocks, names with capitals, affiliations that wrap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources import FUZZ, facts, file, only, published, refused, sentences, spoiled, taken

from importers.formats import read
from importers.formats.reading import recognised

REPORT = """Oakshire Council
Candidate Votes Per Stage Report
Ward 3 Mill, 4 May 2017
Total number of Ballot Papers Received 104
Total Number of Valid Votes 99
Positions to be Filled 2   Quota 34
Stage 1
Candidate Name  Affiliation  Transfer Value  Votes  Status
Ada OAK Labour Party 0.00000 60.00000 Elected
Independent Mill
Ben VAN ELM Alliance 0.00000 25.00000
Cleo ASH UK Independence Party (UKIP) 0.00000 14.00000
Non-transferable votes 0.00000 0.00000
Total 99.00000
Stage 2 Surplus of Ada OAK
Ada OAK -26.00000 34.00000
Ben VAN ELM 15.12345 40.12345 Elected
Cleo ASH 8.5 22.50000
Cleo ASH 8.50000 22.50000
Non-transferable votes 2.37655 2.37655
Total 99.00000
Stage 3
Exclusion of Cleo ASH
Ada OAK 0.00000 34.00000
Ben VAN ELM 20.00000 60.12345
Cleo ASH -22.50000 0.00000
Non-transferable votes 2.50000 4.87655
""".replace("Cleo ASH 8.5 22.50000\n", "")
STROKES = """Stage report: Candidate Votes Per Stage
Total number of Ballot Papers Received 1,044 Total Number of Valid Votes 1,034 Positions to be Filled 1 Quota 518
Stage 1
Candidate Name | Affiliation | Transfer Value | Votes | Status
Ada OAK | Labour Party | 0.00000 | 1,000.00000 | Elected
Ben ELM | Independent | 0.00000 | 34.00000 |
Total | | | 1,034.00000 |
"""


def test_a_report_becomes_candidates_facts_and_stages() -> None:
    result = only(REPORT)
    assert [(one.name, one.slate, one.votes, one.outcome, one.stage) for one in result.candidates] == [
        ("Ada Oak", "Labour Party", 60, "elected", 1),
        ("Ben van Elm", "Independent Mill Alliance", 25, "elected", 2),
        ("Cleo Ash", "UK Independence Party (UKIP)", 14, "not elected", None),
    ]  # fmt: skip
    assert facts(result) == {
        "ballots": 104, "valid_votes": 99, "seats": 2, "quota": 34, "body": "Oakshire Council", "section": "Ward 3 Mill",
        "date": "2017-05-04", "method": "single transferable vote", "unit": "first preferences",
    }  # fmt: skip
    assert {fact.field for fact in result.facts if not fact.certain} == {"body", "section", "date"}


def test_stages_name_surplus_exclusion_and_what_went_to_nobody() -> None:
    rows = [
        (one.stage, one.action, one.candidate, one.votes, one.transfer, one.origin)
        for one in only(REPORT).stages
    ]
    assert rows[4:] == [
        (2, "surplus", 0, 34, -26, "line 16"), (2, "elected", 1, 40.12345, 15.12345, "line 17"),
        (2, "count", 2, 22.5, 8.5, "line 18"), (2, "non-transferable", None, 2.37655, 2.37655, "line 19"),
        (3, "count", 0, 34, 0, "line 23"), (3, "count", 1, 60.12345, 20, "line 24"),
        (3, "exclusion", 2, 0, -22.5, "line 25"), (3, "non-transferable", None, 4.87655, 2.5, "line 26"),
    ]  # fmt: skip


def test_an_affiliation_on_two_lines_is_the_only_doubt() -> None:
    assert sentences(only(REPORT)) == (
        "line 11: Found 'Independent Mill Alliance' on two lines, read as one affiliation; expected one line."
    )


def test_strokes_part_the_cells_and_thousands_have_commas() -> None:
    result = only(STROKES)
    assert [(one.name, one.slate, one.votes, one.outcome) for one in result.candidates] == [
        ("Ada Oak", "Labour Party", 1000, "elected"), ("Ben Elm", "Independent", 34, ""),
    ]  # fmt: skip
    assert not result.doubts


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Quota 34", "Quota 35", "line 6: Found the quota 35, expected 34"),
        ("15.12345 40.12345", "15.12345 41.12345", "line 17: Ben van Elm, stage 2: found the total 41.12345, expected 40.12345"),
        ("2.37655 2.37655", "2.37655 2.37654", "Stage 2: found totals that come to 98.99999 with 2.37654 non-transferable"),
        ("Total 99.00000\nStage 2", "Total 98.00000\nStage 2", "line 14: Stage 1: found the total 98.00000, expected 99.00000"),
        ("Cleo ASH 8.50000 22.50000\n", "", "Stage 2: found no row of Cleo Ash"),
        ("40.12345 Elected", "40.12345", "Found 1 elected, expected 2, the seats of the contest"),
        ("Stage 3\n", "Positions to be Filled 4\nStage 3\n", "line 21: Found the seats 4, expected 2 as at line 6"),
        ("Stage 3\n", "Stage 5\n", "line 23: Found stage 5 behind stage 2, expected stage 3"),
    ],
)  # fmt: skip
def test_what_does_not_follow_is_told_at_its_line(old: str, new: str, words: str) -> None:
    assert words in sentences(only(REPORT.replace(old, new, 1)))


def test_a_heading_on_a_new_page_goes_on_with_its_stage() -> None:
    again = REPORT.replace(
        "Cleo ASH 8.50000", "Oakshire Council\nPage 2 of 3\nStage 2 Surplus of Ada OAK\nCleo ASH 8.50000"
    )
    assert [one.stage for one in only(again).stages] == [one.stage for one in only(REPORT).stages]


def test_the_published_report_gives_three_stages_and_says_what_is_missing() -> None:
    (result,) = read(published("scotland-2017/official-report-highland-ward7.txt")).results
    assert facts(result) | {"ballots": 3548, "valid_votes": 3484, "seats": 3, "quota": 872} == facts(result)
    assert [(one.name, one.votes, one.outcome, one.stage) for one in result.candidates] == [
        ("Ron Ferguson", 558, "not elected", None), ("Derek Louden", 831, "", None), ("Alasdair Rhind", 569, "", None),
        ("Fiona Robertson", 708, "elected", 3), ("Sandra Skinner", 139, "not elected", None), ("Jamie Stone", 679, "", None),
    ]  # fmt: skip
    assert [words for _, words in result.doubts] == [
        "Stage 3: found no row of Sandra Skinner, Jamie Stone, expected every candidate.",
        "Found 1 elected, expected 3, the seats of the contest.",
    ]
    assert [(one.votes, one.transfer) for one in result.stages if one.candidate == 3] == [
        (708, 0),
        (751, 43),
        (903, 152),
    ]


@pytest.mark.parametrize(
    "text", ["Stage 1\nAda Oak 12\n", "Candidate Votes Per Stage Report\n", "The first stage 1 of the race"]
)
def test_other_texts_are_no_reports(text: str) -> None:
    found = recognised(file(text))
    assert found is None or found.NAME != "ecount-report"


def test_a_report_without_stages_is_refused() -> None:
    assert "found no stage with candidates" in refused(
        "Candidate Votes Per Stage Report\nStage 1\n", "ecount-report"
    )


@FUZZ
@given(spoiled([REPORT.encode(), STROKES.encode()]), st.sampled_from([None, "ecount-report"]))
def test_a_spoiled_report_is_read_or_refused_with_one_sentence(data: bytes, form: str | None) -> None:
    taken(data, form)


def test_a_line_of_figures_or_blanks_does_not_hang() -> None:
    taken(
        (REPORT + "1.00000 " * 240 + "x\n" + "Ada" + " " * 1_900 + "x\n" + "1," * 900 + "x\n").encode(),
        "ecount-report",
    )
