"""eCount's tables of Scottish wards: the stages as they are printed, and every slip of a key told at its place."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources import FUZZ, PUBLISHED, facts, only, published, refused, sentences, spoiled, taken

from db.matching import folded
from importers.formats import read
from importers.results.result import Result, Stage

Row = dict[str, Any]
TRANSFERS = {
    "Oak": [("60.00000", 0, "Elected", 1), ("50.00000", "-10.00000", "Elected", 1), ("50.00000", "0.00000", "Elected", 1)],
    "Elm": [("25.00000", 0, "", ""), ("29.12345", "4.12345", "", ""), ("46.12345", "17.", "Elected", 3)],
    "Ash": [("14.00000", 0, "", ""), ("18.5", "4.5", "Excluded", 2), ("0.00000", "-18.5", "Excluded", 2)],
}  # fmt: skip
FIRST = {"Oak": "Ada", "Elm": "Ben ", "Ash": "Cleo"}


def table(**info: object) -> dict[str, Any]:
    """A count of three stages; at the third 1.5 votes go to nobody."""
    rows: list[Row] = []
    for stage in range(3):
        for number, (surname, said) in enumerate(TRANSFERS.items(), 71):
            total, transfer, status, since = said[stage]
            rows.append({
                "Candidate_Id": str(number), "Firstname": FIRST[surname], "Surname": surname, "Party_Name": f"{surname} Party ",
                "Count_Number": stage + 1, "Transfers": transfer, "Total_Votes": total, "Status": status,
                "Occurred_On_Count": since, "Candidate_First_Pref_Votes": said[0][0], "id": len(rows),
            })  # fmt: skip
    told = {
        "Valid_Poll": "99", "Total_Poll": "104", "Spoiled": 5, "Number_Of_Seats": "2", "Quota": 34, "Total_Electorate": "200",
        "Voting_Age_Pop": "200", "Constituency_Name": "Mill", "Constituency_Number": "S13000001", **info,
    }  # fmt: skip
    return {"Constituency": {"countInfo": told, "countGroup": rows}}


def result(value: object, name: str = "results") -> Result:
    return only(json.dumps(value), name=name)


def test_a_table_becomes_candidates_facts_and_stages() -> None:
    read_in = result(table())
    assert [(one.name, one.votes, one.outcome, one.stage, one.slate) for one in read_in.candidates] == [
        ("Ada Oak", 60, "elected", 1, "Oak Party"), ("Ben Elm", 25, "elected", 3, "Elm Party"),
        ("Cleo Ash", 14, "not elected", None, "Ash Party"),
    ]  # fmt: skip
    assert facts(read_in) == {
        "section": "Mill", "seats": 2, "electorate": 200, "ballots": 104, "valid_votes": 99, "quota": 34,
        "method": "single transferable vote", "unit": "first preferences",
    }  # fmt: skip
    assert read_in.candidates[0].identifiers == (("democracyclub", "71"),)
    assert not read_in.doubts


def test_stages_say_what_happened_and_keep_the_printed_figures() -> None:
    rows = [(one.stage, one.action, one.candidate, one.votes, one.transfer) for one in result(table()).stages]
    assert rows == [
        (1, "elected", 0, 60, 0), (1, "count", 1, 25, 0), (1, "count", 2, 14, 0),
        (2, "surplus", 0, 50, -10), (2, "count", 1, 29.12345, 4.12345), (2, "excluded", 2, 18.5, 4.5),
        (2, "non-transferable", None, 1.37655, 1.37655),
        (3, "count", 0, 50, 0), (3, "elected", 1, 46.12345, 17), (3, "exclusion", 2, 0, -18.5),
        (3, "non-transferable", None, 2.87655, 1.5),
    ]  # fmt: skip


def test_votes_that_went_to_nobody_are_worked_out_and_say_so() -> None:
    lost = [one for one in result(table()).stages if one.candidate is None]
    assert all("worked out" in one.origin for one in lost)


def test_nothing_is_worked_out_from_a_table_with_a_slip() -> None:
    value = table()
    value["Constituency"]["countGroup"][4]["Total_Votes"] = "92.12345"
    read_in = result(value)
    assert (
        "countGroup, row 5, stage 2: Ben Elm, stage 2: found the total 92.12345, expected 29.12345"
        in sentences(read_in)
    )
    assert not any(one.candidate is None for one in read_in.stages)
    assert read_in.stages[4].votes == 92.12345


@pytest.mark.parametrize(
    ("row", "column", "value", "words"),
    [
        (5, "Transfers", "4,5", "row 6, stage 2: Found '4,5', expected a number of votes as transfers"),
        (5, "Transfers", "54.5", "row 6, stage 2: Cleo Ash, stage 2: found the total 18.5, expected 68.5"),
        (
            8,
            "Status",
            "",
            "row 9, stage 3: Cleo Ash, stage 3: found no status, expected excluded since stage 2",
        ),
        (7, "Status", "", "row 7, stage 3: Found 1 elected, expected 2, the seats"),
        (2, "Status", "gone", "row 3, stage 1: Found 'gone', expected elected, excluded or nothing"),
        (
            8,
            "Party_Name",
            "Green",
            "row 9, stage 3: Found 'Green', expected the party_name 'Ash Party' of Cleo Ash",
        ),
        (
            8,
            "Candidate_First_Pref_Votes",
            "41",
            "row 9, stage 3: Found '41', expected the candidate_first_pref_votes",
        ),
        (8, "Count_Number", 0, "row 9, stage 0: Found '0', expected a stage from 1 to 1,000"),
        (8, "Count_Number", 2, "row 9, stage 2: Cleo Ash, stage 2: found a second row"),
        (8, "Total_Votes", "1e400", "row 9, stage 3: Found '1e400', expected a number of votes"),
        (0, "Total_Votes", "61.00000", "row 1, stage 1: Stage 1: found totals that come to 100"),
    ],
)
def test_a_slip_is_told_at_its_row(row: int, column: str, value: object, words: str) -> None:
    said = table()
    said["Constituency"]["countGroup"][row][column] = value
    assert words in sentences(result(said))


@pytest.mark.parametrize(
    ("info", "words"),
    [
        ({"Quota": 35}, "countInfo, Quota: Found the quota 35, expected 34"),
        (
            {"Spoiled": 6},
            "countInfo, Valid_Poll: Found 99 valid votes, expected 98, 104 papers less 6 spoiled",
        ),
        (
            {"Number_Of_Seats": "two"},
            "countInfo, Number_Of_Seats: Found 'two' as the seats, expected a whole number",
        ),
        ({"Number_Of_Seats": "1", "Quota": 50}, "Found 2 elected, expected 1, the seats of the contest"),
    ],
)
def test_figures_of_the_whole_that_do_not_follow_are_told(info: Row, words: str) -> None:
    assert words in sentences(result(table(**info)))


def test_who_is_said_to_be_both_elected_and_excluded_has_no_outcome() -> None:
    value = table()
    value["Constituency"]["countGroup"][8]["Status"] = "Elected"
    assert [one.outcome for one in result(value).candidates] == ["elected", "elected", ""]


def test_who_is_neither_elected_nor_excluded_has_no_outcome() -> None:
    value = table()
    for row in (5, 8):
        value["Constituency"]["countGroup"][row]["Status"] = ""
    assert result(value).candidates[2].outcome == ""


def test_the_council_in_the_name_of_a_file_is_not_certain() -> None:
    found = [fact for fact in result(table(), "argyll-and-bute_S13000001.json").facts if fact.field == "body"]
    assert [(fact.value, fact.certain) for fact in found] == [("Argyll And Bute", False)]


@pytest.mark.parametrize(
    "text",
    [
        '{"Constituency": {"countInfo": {}, "countGroup": []}}',
        '{"Constituency": {"countInfo": {}, "countGroup": [1, null, {"Count_Number": 1}]}}',
        '{"Constituency": {"countInfo": {}, "countGroup": [',
        "[" * 100_000,
    ],
)
def test_what_is_no_count_is_refused_with_one_sentence(text: str) -> None:
    refused(text, "ecount")


def wards() -> list[tuple[str, str]]:
    """Ballots and official stages of the same wards."""
    place = PUBLISHED / "scotland-2017" / "match.csv"
    if not place.is_file():
        return []
    with place.open(encoding="utf-8", newline="") as lines:
        return [(row["ballots_csv"], row["official_stages_json"]) for row in csv.DictReader(lines)]


def count_of(name: str) -> tuple[Result, dict[str, Any]]:
    """A published table, as read and as it is."""
    source = published(f"scotland-2017/official-stages/{name}")
    (read_in,) = read(source).results
    return read_in, json.loads(source.text)["Constituency"]


@pytest.mark.parametrize(("ballots", "table_name"), wards())
def test_the_published_tables_give_winners_order_quota_and_every_transfer(
    ballots: str, table_name: str
) -> None:
    read_in, value = count_of(table_name)
    info, rows = value["countInfo"], value["countGroup"]
    assert not read_in.doubts
    assert facts(read_in)["quota"] == int(info["Quota"])
    last = max(row["Count_Number"] for row in rows)
    winners = {
        (row["Candidate_Id"], row["Occurred_On_Count"])
        for row in rows
        if row["Count_Number"] == last and row["Status"] == "Elected"
    }
    elected = [one for one in read_in.candidates if one.outcome == "elected"]
    assert {(one.identifiers[0][1], one.stage) for one in elected} == winners
    assert len(winners) == int(info["Number_Of_Seats"])
    printed = [one for one in read_in.stages if one.candidate is not None]
    assert [one.transfer for one in printed] == [float(Decimal(str(row["Transfers"]))) for row in rows]
    assert [one.votes for one in printed] == [float(Decimal(str(row["Total_Votes"]))) for row in rows]
    assert_nobody_gains(read_in, last)


def assert_nobody_gains(read_in: Result, last: int) -> None:
    """There is a row of votes that went to nobody at each stage but the first, and with it the transfers come to nought."""
    lost: dict[int, Stage] = {one.stage: one for one in read_in.stages if one.candidate is None}
    assert sorted(lost) == list(range(2, last + 1))
    for stage in lost:
        assert abs(sum(one.transfer or 0 for one in read_in.stages if one.stage == stage)) < 1e-6


@pytest.mark.parametrize(("ballots", "table_name"), wards())
def test_first_preferences_of_the_ballots_are_the_first_stage_of_the_official_count(
    ballots: str, table_name: str
) -> None:
    read_in, _ = count_of(table_name)
    (papers,) = read(published(f"scotland-2017/ballots/{ballots}")).results
    official = {folded(one.name): one.votes for one in read_in.candidates}
    counted = {folded(one.name): one.votes for one in papers.candidates}
    assert sorted(counted.values()) == sorted(official.values())
    same = counted.keys() & official.keys()
    assert {name: counted[name] for name in same} == {name: official[name] for name in same}
    assert len(same) >= len(counted) - 3
    assert facts(papers)["valid_votes"] == facts(read_in)["valid_votes"]
    assert facts(papers)["seats"] == facts(read_in)["seats"]


@FUZZ
@given(spoiled([json.dumps(table()).encode()]), st.sampled_from([None, "ecount"]))
def test_a_spoiled_file_is_read_or_refused_with_one_sentence(data: bytes, form: str | None) -> None:
    taken(data, form)


@FUZZ
@given(
    st.integers(0, 8),
    st.sampled_from(["Transfers", "Total_Votes", "Count_Number", "Candidate_Id", "Status", "Occurred_On_Count", "Surname"]),
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.lists(st.integers(), max_size=2),
)  # fmt: skip
def test_any_value_in_any_place_is_read_or_refused(row: int, column: str, value: object) -> None:
    said = table()
    said["Constituency"]["countGroup"][row][column] = value
    taken(json.dumps(said).encode(), "ecount")
