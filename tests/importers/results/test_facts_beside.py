"""What stands beside candidates: facts of the contest with their places, in titles, headings, rows and lines."""

from __future__ import annotations

from typing import Any

import pytest
from documents_of import pasted, table

from importers.documents import read
from importers.results.checks import checks
from importers.results.reading import results
from importers.results.result import COUNTS, FIELDS, Result
from importers.results.stated import counts_said, is_of_counts, said

ROWS = (["Jane Doe", "60"], ["John Roe", "40"])


def only(*rows: list[str], title: str = "") -> Result:
    (result,) = results(table(*rows, title=title))
    return result


def told(text: str) -> dict[str, Any]:
    found = said(text, "there")
    assert all(one.field in FIELDS for one in found.facts)
    assert all(one.field in COUNTS for one in found.counts)
    return {one.field: one.value for one in (*found.facts, *found.counts)}


WORDS: list[tuple[str, dict[str, Any]]] = [
    ("NEC CLP section 2026 (9 seats)", {"date": "2026", "seats": 9}),
    ("Number of seats: 3", {"seats": 3}),
    ("3 to be elected", {"seats": 3}),
    ("Two seats", {"seats": 2}),
    ("Vacancies to be filled: 4", {"seats": 4}),
    ("In the election for the two councillor places the results were", {"seats": 2}),
    ("Electorate: 6178, Turnout: 38.02%", {"electorate": 6178, "turnout": 38.02}),
    ("Turnout was 38 per cent", {"turnout": 38.0}),
    ("1,234 valid votes, 12 spoilt papers", {"valid_votes": 1234, "spoilt": 12}),
    ("Ballot papers issued: 5,000", {"issued": 5000}),
    ("Quota: 1,234.56", {"quota": 1234.56}),
    ("Result of 20 August 2014", {"date": "2014-08-20"}),
    ("Thursday 4th May 2017", {"date": "2017-05-04"}),
    ("September 2024", {"date": "2024-09"}),
    ("2024-09-15", {"date": "2024-09-15"}),
    ("Section: CLPs", {"section": "CLPs"}),
    ("Body: Executive Committee | Section: CLPs | Method: STV", {"body": "Executive Committee", "section": "CLPs", "method": "STV"}),
    ("CLP section (STV)", {"method": "STV"}),
    ("By-election of May 2020", {"kind": "by-election", "date": "2020-05"}),
    ("Nine places, at least four women", {"seats": 9, "quota_rule": "at least four women"}),
    ("Nominations close 28 June 2026", {"nominations_close": "2026-06-28"}),
    ("Electorate: all members", {"electorate_words": "all members"}),
    ("Declared 24/05/2023", {"date": "2023-05-24"}),
    ("Members' section", {}),
    ("The left won four seats", {}),
    ("The left won 5 of 9 seats", {}),
    ("Published on 3 May 2020", {}),
    ("Ring 0161 234 5678", {}),
    ("Elected 2014-16", {}),
    ("", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORDS, ids=[text for text, _ in WORDS])
def test_a_title_tells_what_it_says_of_the_contest(text: str, expected: dict[str, Any]) -> None:
    assert told(text) == expected


def test_seats_with_other_words_between_are_not_certain() -> None:
    assert [one.certain for one in said("two councillor places", "").facts] == [False]


def test_two_dates_in_one_title_are_both_uncertain() -> None:
    assert [one.certain for one in said("Results of 2014 and 2012", "").facts] == [False, False]


@pytest.mark.parametrize("text", ["Turnout: 138%", "Number of seats: 0", "Electorate: 12.5", "Spoilt: 12%"])
def test_a_count_that_cannot_be_is_a_doubt_and_no_fact(text: str) -> None:
    found = counts_said(text, "line 3")
    assert (found.facts, found.counts) == ((), ())
    assert found.doubts[0][0] == "line 3"
    assert "it was left out" in found.doubts[0][1]


def test_a_line_of_counts_is_told_from_one_that_says_more() -> None:
    assert is_of_counts("Electorate: 6,178, Turnout: 38.02%")
    assert not is_of_counts("Jane Doe 6,178, Turnout: 38%")
    assert not is_of_counts("Electorate")


TOTALS = [
    ("Turnout", "38.02%", "turnout", 38.02),
    ("Electorate", "6,178", "electorate", 6178),
    ("Ballot papers issued", "500", "issued", 500),
    ("Ballot papers returned", "140", "ballots", 140),
    ("Valid votes", "100", "valid_votes", 100),
    ("Spoilt", "3", "spoilt", 3),
    ("Rejected ballot papers", "3", "spoilt", 3),
    ("Quota", "34", "quota", 34),
    ("Total", "100", "total", 100),
    ("Number of seats", "2", "seats", 2),
]


@pytest.mark.parametrize(("label", "text", "field", "value"), TOTALS)
def test_a_row_of_totals_is_a_fact_at_its_cell(label: str, text: str, field: str, value: float) -> None:
    result = only(["Name", "Votes"], *ROWS, [label, text])
    kept = {one.field: (one.value, one.origin) for one in (*result.facts, *result.counts)}
    assert kept[field] == (value, "row 4, column 2")
    assert len(result.candidates) == 2


@pytest.mark.parametrize(("label", "text", "field", "value"), TOTALS)
def test_a_line_of_totals_is_a_fact_at_its_line(label: str, text: str, field: str, value: float) -> None:
    (result,) = results(pasted(f"Jane Doe 6,000\nJohn Roe 4,000\n{label}: {text}"))
    kept = {one.field: (one.value, one.origin) for one in (*result.facts, *result.counts)}
    assert kept[field] == (value, "line 3")


def test_a_total_that_is_the_sum_of_the_votes_is_the_number_of_valid_votes() -> None:
    assert only(["Name", "Votes"], *ROWS, ["Total", "100"]).fact("valid_votes") == 100
    assert only(["Name", "Votes"], *ROWS, ["Total", "120"]).fact("valid_votes") is None


def test_totals_under_the_year_before_are_of_the_election_before() -> None:
    result = only(
        ["Name", "2014 votes", "2012 votes"], ["Jane Doe", "60", "50"], ["Electorate", "400", "300"]
    )
    assert result.fact("electorate") == 400
    assert [(one.field, one.value) for one in result.previous] == [("electorate", 300)]


def test_titles_above_headings_are_read_and_the_nearest_is_the_title() -> None:
    result = only(["Executive 2026", ""], ["Section: CLPs", ""], ["3 seats", ""], ["Name", "Votes"], *ROWS)
    assert [(one.field, one.value, one.origin) for one in result.facts] == [
        ("seats", 3, "row 3, column 1"),
        ("section", "CLPs", "row 2, column 1"),
        ("date", "2026", "row 1, column 1"),
    ]
    assert result.title == "Section: CLPs"


UNITS = [
    ("First preferences", "first preferences"), ("1st prefs", "first preferences"), ("Card votes", "card votes"),
    ("Weighted vote", "weighted votes"), ("Members' votes", "members' votes"), ("Votes", None),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "unit"), UNITS)
def test_a_heading_that_names_the_unit_is_a_fact(heading: str, unit: str | None) -> None:
    assert only(["Name", heading], *ROWS).fact("unit") == unit


def test_votes_in_thousands_are_left_as_printed_and_told() -> None:
    result = only(["Name", "Votes (000s)"], *ROWS)
    assert [one.votes for one in result.candidates] == [60, 40]
    assert result.fact("unit") == "thousands of votes"
    assert "in thousands" in result.doubts[0][1]


def test_a_table_of_shares_only_may_be_of_percent() -> None:
    (fact,) = only(["Name", "% of vote"], ["Jane Doe", "60%"], ["John Roe", "40%"]).facts
    assert (fact.field, fact.value, fact.certain) == ("unit", "percent", False)


def test_the_year_of_the_headings_is_the_date_unless_a_title_is_more_precise() -> None:
    head = ["Name", "2014 votes", "2012 votes"]
    rows = (["Jane Doe", "60", "50"], ["John Roe", "40", "30"])
    assert only(head, *rows).fact("date") == "2014"
    assert only(head, *rows, title="20 August 2014").fact("date") == "2014-08-20"


def test_columns_that_say_the_same_in_every_row_are_facts() -> None:
    result = only(
        ["Date", "Name", "Votes", "Electorate"],
        ["2026-05-07", "Jane Doe", "60", "300"],
        ["2026-05-07", "John Roe", "40", "300"],
    )
    assert (result.fact("date"), result.fact("electorate")) == ("2026-05-07", 300)


def test_lines_of_counts_above_a_list_are_facts_and_leave_it_its_title() -> None:
    (result,) = results(
        pasted("Members' section 2026\nElectorate: 6,178\n2 to be elected\nJane Doe 6,000\nJohn Roe 4,000")
    )
    assert result.title == "Members' section 2026"
    assert {one.field: one.value for one in result.facts} == {"date": "2026", "electorate": 6178, "seats": 2}


PAGE = """<h1>Executive elections, 20 August 2014</h1><h2>Members' section</h2><p>6 seats</p>
<table><caption>All candidates</caption><tr><th>Name<th>Votes<tr><td>Jane Doe<td>60<tr><td>John Roe<td>40</table>
<h2>Councillors</h2><p>2 seats</p><table><tr><th>Name<th>Votes<tr><td>Jim McAsh<td>6<tr><td>Ann Ferry<td>4</table>"""


def test_headings_hold_for_all_that_stands_under_them() -> None:
    members, councillors = results(read("a.html", PAGE.encode()))
    assert (members.title, members.fact("seats"), members.fact("date")) == ("All candidates", 6, "2014-08-20")
    assert (councillors.title, councillors.fact("seats"), councillors.fact("date")) == (
        "Councillors",
        2,
        "2014-08-20",
    )


def test_a_column_of_sections_parts_its_contests() -> None:
    first, second = results(table(
        ["Section", "Name", "Votes"], ["CLPs", "Jane Doe", "60"], ["CLPs", "John Roe", "40"], ["Total", "", "100"],
        ["Councillors", "Jim McAsh", "6"], ["Councillors", "Ann Ferry", "4"], title="Results 2026",
    ))  # fmt: skip
    assert [first.title, second.title] == ["Results 2026, CLPs", "Results 2026, Councillors"]
    assert [first.fact("section"), second.fact("section")] == ["CLPs", "Councillors"]
    assert [first.fact("date"), second.fact("date")] == ["2026", "2026"]
    assert [one.name for one in second.candidates] == ["Jim McAsh", "Ann Ferry"]
    assert (first.fact("valid_votes"), second.fact("valid_votes")) == (100, None)


def test_the_places_that_candidates_come_from_part_nothing() -> None:
    result = only(
        ["Name", "CLP", "Votes"],
        ["Jane Doe", "Oldtown", "60"],
        ["John Roe", "Oldtown", "40"],
        ["Ann Ferry", "Newtown", "7"],
    )
    assert [one.words for one in result.candidates] == ["Oldtown", "Oldtown", "Newtown"]


def test_regions_part_contests_where_ranks_begin_anew() -> None:
    rows = [
        ["North", "1", "Jane Doe", "60"],
        ["North", "2", "John Roe", "40"],
        ["South", "1", "Jim McAsh", "6"],
        ["South", "2", "Ann Ferry", "4"],
    ]
    first, second = results(table(["Region", "Rank", "Name", "Votes"], *rows))
    assert (first.title, second.title) == ("North", "South")


def test_words_above_rows_that_may_be_a_mere_sub_title_are_a_doubt_and_no_certain_slate() -> None:
    result = only(["Name", "Votes"], ["Onward", ""], ["Jane Doe", "60"], ["John Roe", "40"])
    assert [(one.slate, one.certain) for one in result.candidates] == [("Onward", False)] * 2
    assert result.doubts[0][0] == "row 2, column 1"
    assert "mere sub-title" in result.doubts[0][1]


def test_backers_above_a_list_endorse_and_are_no_slate() -> None:
    (result,) = results(pasted("Endorsed by Open Hand:\nJane Doe 6,000\nJohn Roe 4,000"))
    assert {(one.slate, one.endorsements[0].label) for one in result.candidates} == {("", "Open Hand")}


@pytest.mark.parametrize("rows", [
    [["Name", "Votes"], ["Jane Doe*", "60"], ["John Roe", "40"]],
    [["Name", "Votes"], ["Jane Doe", "60*"], ["John Roe", "40"]],
])  # fmt: skip
def test_a_mark_without_a_legend_is_a_doubt_and_no_outcome(rows: list[list[str]]) -> None:
    result = only(*rows)
    assert [one.outcome for one in result.candidates] == ["", ""]
    assert "1 of 2 candidates with *, which may mark the elected" in result.doubts[0][1]


def test_bold_without_a_legend_is_a_doubt_and_no_outcome() -> None:
    (result,) = results(
        read("a.md", b"| Name | Votes |\n|---|---|\n| **Jane Doe** | 60 |\n| John Roe | 40 |\n")
    )
    assert [one.outcome for one in result.candidates] == ["", ""]
    assert "1 of 2 candidates in bold, which may mark the elected" in result.doubts[0][1]


def test_a_mark_that_contradicts_the_outcome_in_words_is_a_doubt() -> None:
    result = only(
        ["Name", "Votes", "Outcome"],
        ["Jane Doe*", "60", "Not elected"],
        ["John Roe", "40", "Elected"],
        ["* elected", "", ""],
    )
    assert result.candidates[0].outcome == "not elected"
    assert "expected one outcome" in result.doubts[0][1]


def test_names_in_the_order_of_their_first_words_may_be_turned_and_are_not_certain() -> None:
    result = only(
        ["Name", "Votes"], ["Ash Jim", "7"], ["Doe Jane", "60"], ["Roe Ann", "9"], ["Roe John", "40"]
    )
    assert not any(one.certain for one in result.candidates)
    assert "these may be surnames" in result.doubts[0][1]


def test_dots_read_as_thousands_are_told_unless_commas_part_decimals() -> None:
    alone = only(["Name", "Votes"], ["Jane Doe", "6.000"], ["John Roe", "300"])
    beside = only(["Name", "Votes", "Share"], ["Jane Doe", "6.000", "95,2"], ["John Roe", "300", "4,8"])
    assert [one.votes for one in alone.candidates] == [one.votes for one in beside.candidates] == [6000, 300]
    assert "three decimals" in alone.doubts[0][1]
    assert beside.doubts == ()


def test_weighted_votes_with_decimals_stay_as_they_are() -> None:
    result = only(["Name", "Weighted votes"], ["Jane Doe", "6.25"], ["John Roe", "3.125"])
    assert [one.votes for one in result.candidates] == [6.25, 3.125]


SUMMARY = """<h2>Oldtown North, 4 May 2023</h2><table><tr><th>Candidate<th>Votes<tr><td>Jane Doe<td>60<tr><td>John Roe<td>40</table>
<table><tr><th>Details<th>Number<tr><td>Seats<td>1<tr><td>Electorate<td>300<tr><td>Ballot papers rejected<td>3<tr><td>Turnout<td>34%</table>"""


def test_a_table_of_counts_belongs_to_the_result_before_it() -> None:
    (result,) = results(read("a.html", SUMMARY.encode()))
    kept = {one.field: one.value for one in (*result.facts, *result.counts)}
    assert kept == {"date": "2023-05-04", "seats": 1, "electorate": 300, "spoilt": 3, "turnout": 34.0}


def test_a_count_that_differs_from_what_the_table_says_itself_is_not_certain() -> None:
    page = SUMMARY.replace("<tr><td>John", "<tr><td>Electorate<td>200<tr><td>John")
    (result,) = results(read("a.html", page.encode()))
    assert [(one.value, one.certain) for one in result.facts if one.field == "electorate"] == [
        (200, True),
        (300, False),
    ]


def test_a_line_of_counts_below_the_only_table_belongs_to_it() -> None:
    (result,) = results(
        read("a.md", b"| Name | Votes |\n|---|---|\n| Jane Doe | 60 |\n| John Roe | 40 |\n\nTurnout: 38%\n")
    )
    assert result.fact("turnout") == 38.0


def test_backers_in_a_column_endorse_and_are_no_slate() -> None:
    result = only(
        ["Name", "Votes", "Backed by"], ["Jane Doe", "60", "Onward, Open Hand"], ["John Roe", "40", "-"]
    )
    assert [[one.label for one in found.endorsements] for found in result.candidates] == [
        ["Onward", "Open Hand"],
        [],
    ]
    assert {one.slate for one in result.candidates} == {""}


LEGENDS = [
    "* elected", "(*) denotes elected", "Elected candidates are marked with an asterisk (*)", "Candidates marked * were elected", "Elected: *",
    "* = elected; † sitting member",
]  # fmt: skip


@pytest.mark.parametrize("legend", LEGENDS)
def test_a_legend_is_understood_in_many_words(legend: str) -> None:
    (result,) = results(pasted(f"Jane Doe* 6,000\nJohn Roe 4,000\n{legend}"))
    assert [one.outcome for one in result.candidates] == ["elected", ""]


def test_a_line_that_only_mentions_a_sign_is_no_legend() -> None:
    (result,) = results(pasted("Jane Doe* 6,000\nJohn Roe 4,000\n* Jane Doe is delighted"))
    assert [one.outcome for one in result.candidates] == ["", ""]


@pytest.mark.parametrize("label", ["RON", "Re-open nominations", "None of the above"])
def test_votes_for_nobody_are_counted_and_are_no_candidate(label: str) -> None:
    result = only(
        ["Rank", "Name", "Votes"],
        ["1", "Jane Doe", "60"],
        ["2", "John Roe", "40"],
        ["3", label, "7"],
        ["", "Total", "107"],
    )
    assert [one.name for one in result.candidates] == ["Jane Doe", "John Roe"]
    assert [(one.field, one.value) for one in result.counts] == [("nobody", 7), ("total", 107)]
    assert (result.fact("valid_votes"), checks(result)) == (107, ())


def test_lists_that_stand_behind_their_names_are_a_result_each() -> None:
    clp, councillors = results(
        pasted("CLPs: Jane Doe (6,000), John Roe (4,000)\nCouncillors: Jim McAsh (60), Ann Ferry (40)")
    )
    assert (clp.title, councillors.title) == ("CLPs", "Councillors")
    assert [one.votes for one in (*clp.candidates, *councillors.candidates)] == [6000, 4000, 60, 40]


def test_a_title_that_only_counts_seats_leaves_its_place_to_the_next() -> None:
    text = "Division III, CLPs\n(9 to be elected)\n\nDOE, Jane    6,000   ELECTED\nROE, John    4,000   ELECTED\nFERRY, Ann   1,000\n"
    (result,) = results(read("a.txt", text.encode()))
    assert (result.title, result.fact("seats")) == ("Division III, CLPs", 9)


def test_a_post_with_a_single_candidate_is_a_contest_where_the_column_is_one_of_posts() -> None:
    president, secretary = results(table(
        ["Post", "Name", "Votes"], ["President", "Jane Doe", "60"], ["President", "RON", "7"], ["Secretary", "John Roe", "40"],
        ["Secretary", "Ann Ferry", "30"],
    ))  # fmt: skip
    assert [len(one.candidates) for one in (president, secretary)] == [1, 2]
    assert [one.value for one in president.counts] == [7]


def test_a_date_in_figures_is_certain_only_where_the_day_can_be_no_month() -> None:
    assert [(one.value, one.certain) for one in said("Declared 4/5/2023", "").facts] == [
        ("2023-05-04", False)
    ]
    assert [(one.value, one.certain) for one in said("Declared 24/5/2023", "").facts] == [
        ("2023-05-24", True)
    ]


def test_labels_above_headings_are_facts_and_no_titles() -> None:
    result = only(["Members' section", ""], ["Date", "24/05/2023"], ["Seats", "3"], ["Name", "Votes"], *ROWS)
    assert result.title == "Members' section"
    assert {one.field: (one.value, one.origin) for one in result.facts} == {
        "date": ("2023-05-24", "row 2, column 2"), "seats": (3, "row 3, column 2"),
    }  # fmt: skip
    assert [one.name for one in result.candidates] == ["Jane Doe", "John Roe"]


@pytest.mark.parametrize(("words", "outcome", "stage"), [
    ("Elected - stage 3", "elected", 3), ("ELECTED (Round 2)", "elected", 2), ("Eliminated stage 2", "not elected", None), ("Elected", "elected", None),
])  # fmt: skip
def test_an_outcome_may_name_its_stage(words: str, outcome: str, stage: int | None) -> None:
    result = only(["Name", "Votes", "Status"], ["Jane Doe", "60", words], ["John Roe", "40", ""])
    assert (result.candidates[0].outcome, result.candidates[0].stage) == (outcome, stage)


def test_words_that_state_no_outcome_are_told() -> None:
    result = only(["Name", "Votes", "Status"], ["Jane Doe", "60", "Elected"], ["John Roe", "40", "Hopeful"])
    assert [one.outcome for one in result.candidates] == ["elected", ""]
    assert result.doubts == (
        ("row 3, column 3", "Found 'Hopeful', expected an outcome such as elected; it was left out."),
    )


def test_strange_headings_above_figures_are_headings() -> None:
    result = only(["Name", "Stimmen", "Anteil"], ["Jane Doe", "60", "60%"], ["John Roe", "40", "40%"])
    assert [(one.name, one.votes, one.share) for one in result.candidates] == [
        ("Jane Doe", 60, 60.0),
        ("John Roe", 40, 40.0),
    ]
    assert result.headings == ("Name", "Stimmen", "Anteil")
