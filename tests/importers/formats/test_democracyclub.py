"""Democracy Club's files: one result a ballot paper, and the traps that its data is known for."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources import FUZZ, facts, file, only, published, refused, sentences, spoiled, taken

from importers.formats import democracyclub, read

HEADER = (
    "person_id,person_name,election_id,ballot_paper_id,election_date,by_election,party_name,party_id,gender,post_label,"
    "organisation_name,seats_contested,elected,votes_cast,rank,tied_vote_winner,turnout_reported,total_electorate,"
    "turnout_percentage,spoilt_ballots,sopn_last_name"
)
TOP = "local.oakshire.mill.by.2024-05-02"


def row(person: str, name: str, **said: str) -> str:
    """A row of the CSV about somebody who stood in Mill ward."""
    values = {
        "person_id": person, "person_name": name, "election_id": "local.oakshire.2024-05-02", "ballot_paper_id": TOP,
        "election_date": "2024-05-02", "by_election": "", "party_name": "Labour Party", "party_id": "PP53",
        "post_label": "Mill", "organisation_name": "Oakshire Council", "seats_contested": "1", **said,
    }  # fmt: skip
    return ",".join(values.get(column, "") for column in HEADER.split(","))


def sheet(*rows: str) -> str:
    return "\n".join([HEADER, *rows]) + "\n"


WON = row(
    "71",
    "Ada Oak",
    elected="True",
    votes_cast="640",
    rank="1",
    gender="female",
    turnout_reported="1010",
    spoilt_ballots="15",
)
LOST = row(
    "72",
    "Ben Elm Ash",
    elected="False",
    votes_cast="355",
    rank="2",
    party_name="Green Party",
    sopn_last_name="Elm Ash",
)


def test_a_ballot_paper_becomes_a_result_with_its_facts_and_the_ids_of_its_persons() -> None:
    result = only(sheet(WON, LOST))
    assert facts(result) == {
        "contest": f"democracyclub:{TOP}", "kind": "by-election", "body": "Oakshire Council", "section": "Mill",
        "date": "2024-05-02", "seats": 1, "ballots": 1010,
    }  # fmt: skip
    ada, ben = result.candidates
    assert (ada.name, ada.votes, ada.rank, ada.outcome, ada.slate, ada.gender) == (
        "Ada Oak", 640, 1, "elected", "Labour Party", "f",
    )  # fmt: skip
    assert ada.identifiers == (("democracyclub", "71"),)
    assert (ada.origin, ben.origin) == ("line 2", "line 3")
    assert (ben.sort_name, ben.outcome, ben.slate) == ("Elm Ash, Ben", "not elected", "Green Party")
    assert [(one.field, one.value) for one in result.counts] == [("spoilt", 15)]
    assert not result.doubts


def test_ballots_are_told_apart_wherever_their_rows_stand_and_columns_may_come_in_any_order() -> None:
    other = row("73", "Cy Fir", ballot_paper_id="local.oakshire.hill.2024-05-02", post_label="Hill")
    text = "\n".join(",".join(reversed(line.split(","))) for line in sheet(WON, other, LOST).splitlines())
    mill, hill = read(file(text)).results
    assert [one.name for one in mill.candidates] == ["Ada Oak", "Ben Elm Ash"]
    assert facts(hill)["section"] == "Hill"
    assert "kind" not in facts(hill)


def test_an_outcome_is_taken_only_where_the_column_says_one() -> None:
    result = only(sheet(WON, row("72", "Ben Elm", votes_cast="900")))
    assert [one.outcome for one in result.candidates] == ["elected", ""]
    assert not any(
        one.outcome for one in only(sheet(row("1", "Ada Oak", votes_cast="9", rank="1"))).candidates
    )


@pytest.mark.parametrize("seats", ["0", "1"])
def test_where_nobody_is_elected_the_flags_are_no_outcomes(seats: str) -> None:
    rows = [
        row(str(at), name, elected="False", seats_contested=seats)
        for at, name in enumerate(("Ada Oak", "Ben Elm"))
    ]
    result = only(sheet(*rows))
    assert not any(one.outcome for one in result.candidates)
    assert "no outcome was taken" in sentences(result)
    assert facts(result).get("seats") == (None if seats == "0" else 1)


@pytest.mark.parametrize("turnout", ["34.5", "34", "34%"])
def test_a_percentage_in_the_field_of_a_count_is_a_doubt_and_no_count(turnout: str) -> None:
    result = only(sheet(WON.replace("1010", turnout), LOST))
    assert "ballots" not in facts(result)
    assert f"line 2: Found {turnout.strip()!r}" in sentences(
        result
    ) or f"Found {turnout} as the ballots" in sentences(result)


def test_ranks_against_the_votes_facts_that_differ_and_ties_are_told() -> None:
    result = only(
        sheet(
            WON,
            LOST.replace("355", "700").replace(",2,", ",2,True", 1),
            row("9", "Di Yew", seats_contested="2"),
        )
    )
    told = sentences(result)
    assert "has rank 2 with 700 votes" in told
    assert "line 4: Found '2' as seats_contested, expected '1' as at line 2" in told
    assert "won a tie by lot" in sentences(
        only(sheet(row("1", "Ada Oak", elected="t", tied_vote_winner="True")))
    )


def test_rows_of_no_ballot_are_told_and_a_file_of_none_is_refused() -> None:
    reading = read(file(sheet(WON, row("5", "Di Yew", ballot_paper_id=""))))
    assert reading.doubts == (
        ("line 3", "Found a row without a ballot_paper_id, expected one; it was left out."),
    )
    assert "found no ballot paper" in refused(HEADER + "\n")
    assert "found no column ballot_paper_id" in refused("a,b\n1,2\n", "democracyclub")


def test_ragged_rows_open_quotes_and_endless_cells_are_refused_with_their_line() -> None:
    assert "line 3: found 2 fields, expected the 21" in refused(sheet(WON, "7,Eve"))
    assert "line 3: found a quotation mark that is never closed" in refused(sheet(WON, '"7' + LOST))
    assert "line 3, column 2: found a field of 10,001 characters" in refused(
        sheet(WON, row("7", "E" * 10_001))
    )


def ballot(**said: object) -> dict[str, object]:
    return {
        "ballot_paper_id": TOP,
        "election_date": "2024-05-02",
        "post_name": "Mill",
        "seats_contested": 1,
        **said,
    }


def test_the_ballot_of_each_api_is_read() -> None:
    devs = ballot(
        candidates=[
            {
                "party": {"party_id": "PP53", "party_name": "Labour"},
                "person": {"ynr_id": 71, "name": "Ada Oak"},
            }
        ]
    )
    after = {
        "ballot_paper_id": TOP, "winner_count": 1, "post": {"label": "Mill"}, "results": {"num_turnout_reported": 1010},
        "candidacies": [{"elected": True, "party_name": "Labour", "person": {"id": 71, "name": "Ada Oak"}, "result": {"num_ballots": 640}}],
    }  # fmt: skip
    before = {
        "ballot_paper_id": TOP, "turnout_percentage": 54.0,
        "candidate_results": [{"is_winner": True, "num_ballots": 640, "membership": {"elected": None, "on_behalf_of": {"name": "Labour"},
                               "person": {"id": 71, "name": "Ada Oak"}, "post": {"label": "Mill"}}}],
    }  # fmt: skip
    for value in (
        devs,
        after,
        before,
        {"dates": [{"ballots": [devs]}]},
        {"count": 1, "results": [after]},
        [before],
    ):
        result = only(json.dumps(value))
        (ada,) = result.candidates
        assert (ada.name, ada.slate, ada.identifiers) == ("Ada Oak", "Labour", (("democracyclub", "71"),))
        assert (facts(result)["section"], facts(result)["date"]) == ("Mill", "2024-05-02")
        assert (ada.votes, ada.outcome) == ((None, "") if "ynr_id" in json.dumps(value) else (640, "elected"))
    assert facts(only(json.dumps(after)))["ballots"] == 1010
    assert facts(only(json.dumps(before)))["turnout"] == 54.0


def test_json_that_is_none_or_endlessly_deep_is_refused() -> None:
    assert "found no JSON" in refused('{"ballot_paper_id": ')
    deep = '{"ballot_paper_id":' + "[" * 100_000
    assert "JSON" in refused(deep)
    assert "found no ballot paper" in refused('{"a": {"ballot_paper_id": "x"}}')


def test_a_file_is_ours_by_its_content_only() -> None:
    assert democracyclub.sure(file(sheet(WON), "a.txt")) > 0.5
    assert (
        democracyclub.sure(file("Name,Votes\nAda Oak,12\n", "dc-candidates-person_id-ballot_paper_id.csv"))
        == 0
    )
    assert democracyclub.sure(file('{"name": "Ada"}')) == 0
    assert democracyclub.sure(file(b"\xff\x00")) == 0


PAGES = [
    sheet(WON, LOST).encode(),
    json.dumps(ballot(candidacies=[{"elected": True, "person": {"id": 7, "name": "Ada Oak"}}])).encode(),
]


@FUZZ
@given(spoiled(PAGES) | st.binary(max_size=60))
def test_whatever_bytes_come_a_reading_or_one_sentence_comes_out(data: bytes) -> None:
    taken(data, "democracyclub")


def test_the_published_ballot_tells_its_contest_and_that_it_lists_nobody() -> None:
    (result,) = read(published("democracyclub/parl.lewisham-east.by.2018-06-14.json")).results
    assert facts(result)["contest"] == "democracyclub:parl.lewisham-east.by.2018-06-14"
    assert (facts(result)["seats"], facts(result)["kind"]) == (1, "by-election")
    assert "Found no candidate" in sentences(result)
