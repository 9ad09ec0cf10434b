"""OpenElections' files: votes over places, totals, counts that are no candidates, names that are two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources import FUZZ, facts, file, only, refused, sentences, spoiled, taken

from importers.formats import openelections, read
from importers.formats.openelections_words import kind
from importers.results.result import Result

NAMED = "20161108__nh__general__town.csv"
TOWNS = """county,town,office,district,party,candidate,votes
Elm,Abbot,Governor,,D,Ada Oak,10
Elm,Abbot,Governor,,R,"FIR, CY",
Elm,Abbot,Governor,,,Scatter,1
Elm,Birch,Governor,,D,Ada Oak,295.0
Elm,Birch,Governor,,R,"FIR, CY", 4
Ash,Dale,Governor,,D,Ada Oak,"1,000"
Ash,Dale,Governor,,R,"FIR, CY",7
"""


def votes(result: Result) -> dict[str, int | float | None]:
    return {one.name: one.votes for one in result.candidates}


def test_votes_are_added_over_the_places_and_the_file_says_so() -> None:
    reading = read(file(TOWNS, NAMED))
    (result,) = reading.results
    assert votes(result) == {"Ada Oak": 1305, "Cy Fir": 11}
    assert [one.slate for one in result.candidates] == ["D", "R"]
    assert result.candidates[0].origin == "line 2 and 2 more"
    assert facts(result) == {"body": "Governor", "section": "NH", "date": "2016-11-08"}
    assert "Votes were added over the counties and places of 1 of 1 contests" in reading.doubts[0][1]
    assert not result.doubts
    assert not any(one.outcome for one in result.candidates)


TOTALS = 'Elm,TOTALS,Governor,,D,Ada Oak,305\nElm,TOTALS,Governor,,R,"FIR, CY",4\n'


def test_a_total_is_never_added_to_its_parts() -> None:
    assert votes(only(TOWNS + TOTALS, name=NAMED)) == {"Ada Oak": 1305, "Cy Fir": 11}
    assert votes(only(TOWNS + TOTALS.replace("TOTALS", ""), name=NAMED)) == {"Ada Oak": 1305, "Cy Fir": 11}
    whole = 'Total,,Governor,,D,Ada Oak,1305\nTotal,,Governor,,R,"FIR, CY",11\n'
    reading = read(file(TOWNS + TOTALS + whole, NAMED))
    assert votes(reading.results[0]) == {"Ada Oak": 1305, "Cy Fir": 11}
    assert not reading.doubts
    assert not reading.results[0].doubts


def test_a_total_that_its_parts_do_not_add_up_to_is_taken_and_told() -> None:
    result = only(TOWNS + TOTALS.replace("305", "299"), name=NAMED)
    assert votes(result)["Ada Oak"] == 1299
    assert "Found a total of 299 votes for Ada Oak in Elm, expected the 305 of its parts" in sentences(result)


def test_offices_and_districts_are_contests_and_in_a_primary_parties_are_too() -> None:
    text = "county,office,district,party,candidate,votes\n" + "".join(
        f"Elm,State House,{district},{party},{name},5\n"
        for district, party, name in (("7.0", "D", "Ada Oak"), ("7", "R", "Cy Fir"), ("8", "D", "Ben Elm"))
    )
    assert [facts(one)["section"] for one in read(file(text, "20160101__nh__general.csv")).results] == [
        "NH 7",
        "NH 8",
    ]
    primary = read(file(text, "20160101__nh__primary__county.csv")).results
    assert [one.title for one in primary] == [
        f"State House, NH {district}, {party}, 2016-01-01"
        for district, party in (("7", "D"), ("7", "R"), ("8", "D"))
    ]
    special = read(file(text, "20160101__nh__special__general__state_house.csv")).results
    assert {facts(one)["kind"] for one in special} == {"by-election"}


@pytest.mark.parametrize(
    ("text", "said"),
    [("Registered Voters", "electorate"), ("Ballots Cast - Total", "ballots"), ("BALLOTS CAST", "ballots"), ("Ballots Cast - Blank", "nobody"),
     ("Write-ins", "nobody"), ("Write-In Totals", "nobody"), ("Over Votes", "nobody"), ("OVERVOTES", "nobody"), ("Scattering", "nobody"), ("Total", "nobody"),
     ("TOTAL VOTES CAST", "nobody"), ("None of these candidates", "nobody"), ("Straight Party", "nobody"), ("Yes", "answer"), ("BONDS - NO", "answer"),
     ("Blank, John", ""), ("Ada Oak (Write-In)", ""), ("Void, Ann", ""), ("Forrest Yes", ""), ("Ballot, Mary", "")],
)  # fmt: skip
def test_what_counts_the_ballot_is_no_candidate_and_a_name_is_one(text: str, said: str) -> None:
    assert kind(text) == said


def test_voters_and_ballots_become_facts_of_contests_held_in_all_their_places() -> None:
    general = "Elm,Abbot,Registered Voters,,,,1500\nElm,Birch,Registered Voters,,,,400\nElm,Abbot,Ballots Cast,,D,,4\n"
    other = "Elm,Abbot,Mayor,,,Di Yew,9\n"
    mine = "Ash,Dale,Governor,,,Ballots Cast,\nElm,Abbot,Governor,,,Ballots Cast,1400\n"
    governor, mayor = read(file(TOWNS + general + other + mine, NAMED)).results
    assert (facts(governor)["electorate"], facts(governor)["ballots"]) == (1900, 1400)
    assert facts(mayor).keys() == {"body", "section", "date"}
    assert votes(mayor) == {"Di Yew": 9}


def test_spellings_are_left_apart_and_told() -> None:
    more = 'Ash,Dale,Governor,,D,Ada Oack,3\nAsh,Dale,Governor,,D,"OAK, Ada",2\n'
    result = only(TOWNS + more, name=NAMED)
    assert [one.votes for one in result.candidates] == [1305, 11, 3, 2]
    assert "Found 'Ada Oack' beside 'Ada Oak' at line 2 and 2 more" in sentences(result)
    assert "Found 'OAK, Ada' beside 'Ada Oak'" in sentences(result)


def test_a_name_on_two_lists_is_one_candidate_with_a_doubt() -> None:
    result = only(TOWNS + "Ash,Dale,Governor,,WFP,Ada Oak,3\n", name=NAMED)
    assert votes(result)["Ada Oak"] == 1308
    assert "Found the parties D, WFP for Ada Oak" in sentences(result)


def test_votes_that_cannot_be_read_leave_the_sum_unknown() -> None:
    result = only(TOWNS + 'Elm,Carr,Governor,,D,Ada Oak,-3\nElm,Birch,Governor,,R,"FIR, CY",5\n', name=NAMED)
    assert votes(result) == {"Ada Oak": None, "Cy Fir": 16}
    told = sentences(result)
    assert (
        "line 9: Found '-3', expected a number of votes from 0 to 10,000,000,000. The votes of Ada Oak were not added"
        in told
    )
    assert "line 10: Found a second row for FIR, CY in the same place" in told


def test_two_who_stand_together_are_proposed_only_and_questions_are_left_out() -> None:
    text = (
        TOWNS
        + "Elm,Abbot,President,,D,Oak and Elm,3\nElm,Abbot,Question 1,,,Yes,3\nElm,Abbot,Question 1,,,No,2\n"
    )
    reading = read(file(text, NAMED))
    assert [one.title.split(",")[0] for one in reading.results] == ["Governor", "President"]
    (ticket,) = reading.results[1].candidates
    assert (ticket.name, ticket.certain) == ("Oak and Elm", False)
    assert "Found 1 questions to the voters (Question 1)" in reading.doubts[1][1]


def test_the_winner_is_taken_where_the_file_names_one() -> None:
    text = 'candidate,office,district,party,county,votes,winner\n"OAK, ADA",State House,28,D,Elm,5,TRUE\n"FIR, CY",State House,28,R,Elm,4,\n'
    assert [one.outcome for one in only(text).candidates] == ["elected", ""]


def test_one_county_alone_is_told() -> None:
    doubts = read(file("county,precinct,office,candidate,votes\nElm,1,Governor,Ada Oak,5\n")).doubts
    assert "Found Elm as the only county" in doubts[0][1]


def test_a_file_is_ours_by_its_header_only_and_refused_where_it_has_no_candidate() -> None:
    assert openelections.sure(file(TOWNS, "x")) > 0.5
    assert openelections.sure(file("candidate,party,votes\nAda,D,3\n", NAMED)) == 0
    assert "found no columns office" in refused("a,b\n1,2\n", "openelections")
    assert "found no candidate" in refused("county,office,candidate,votes\nElm,Governor,Scatter,3\n")
    assert "line 3: found 3 fields, expected the 7" in refused(
        TOWNS.replace('Elm,Abbot,Governor,,R,"FIR, CY",', "Elm,Abbot,Governor")
    )


@FUZZ
@given(spoiled([(TOWNS + TOTALS).encode()]) | st.binary(max_size=60))
def test_whatever_bytes_come_a_reading_or_one_sentence_comes_out(data: bytes) -> None:
    taken(data, "openelections")
