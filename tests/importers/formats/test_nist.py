"""Results in NIST's common data format: JSON and XML say the same, and no vote is counted twice."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources import FUZZ, facts, file, only, refused, sentences, spoiled, taken

from importers.formats import nist, read
from importers.results.result import Result

Model = dict[str, Any]


def text(words: str) -> Model:
    return {"@type": "ElectionResults.InternationalizedText", "Text": [
        {"@type": "ElectionResults.LanguageString", "Language": "es", "Content": f"({words})"},
        {"@type": "ElectionResults.LanguageString", "Language": "en", "Content": words},
    ]}  # fmt: skip


def count(votes: object, unit: str = "district", kind: str = "total", **more: object) -> Model:
    return {"@type": "ElectionResults.VoteCounts", "GpUnitId": unit, "Type": kind, "Count": votes, **more}


def selection(number: int, candidates: list[str], *counts: Model, **more: object) -> Model:
    return {"@type": "ElectionResults.CandidateSelection", "@id": f"s{number}", "CandidateIds": candidates,
            "VoteCounts": list(counts), **more}  # fmt: skip


def person(identity: str, name: str, **more: object) -> Model:
    return {"@type": "ElectionResults.Candidate", "@id": identity, "BallotName": text(name), **more}


def unit(identity: str, name: str, *within: str) -> Model:
    return {
        "@type": "ElectionResults.ReportingUnit",
        "@id": identity,
        "Name": text(name),
        "ComposingGpUnitIds": list(within),
    }


def report(*selections: Model, **contest: object) -> Model:
    """A report with one contest for two seats in a district of two precincts."""
    held = {
        "@type": "ElectionResults.CandidateContest", "@id": "c1", "Name": "Council of Oakshire", "NumberElected": 2,
        "VotesAllowed": 2, "VoteVariation": "n-of-m", "ElectionDistrictId": "district", "OfficeIds": ["office"],
        "ContestSelection": list(selections), **contest,
    }  # fmt: skip
    return {
        "@type": "ElectionResults.ElectionReport", "Issuer": "Oakshire", "IssuerAbbreviation": "OAK", "Status": "certified",
        "Election": [{
            "@type": "ElectionResults.Election", "StartDate": "2024-05-02", "EndDate": "2024-05-02", "Type": "general",
            "Contest": [held],
            "Candidate": [
                person("ada", "Ada OAK", PartyId="red", PersonId="p1", IsIncumbent=True, PostElectionStatus="winner"),
                person("ben", "Ben Elm", PartyId="green", PostElectionStatus="defeated"),
                person("cleo", "Cleo Ash"),
            ],
        }],
        "Party": [
            {"@type": "ElectionResults.Party", "@id": "red", "Name": text("Red Party")},
            {"@type": "ElectionResults.Party", "@id": "green", "Name": text("Green Party")},
        ],
        "Person": [{
            "@type": "ElectionResults.Person", "@id": "p1", "Gender": "Female", "ExternalIdentifier": [
                {"@type": "ElectionResults.ExternalIdentifier", "Type": "ocd-id", "Value": "ocd-person/1"},
                {"@type": "ElectionResults.ExternalIdentifier", "Type": "state-level", "Value": "77"},
            ],
        }],
        "Office": [{"@type": "ElectionResults.Office", "@id": "office", "Name": text("Oakshire Council")}],
        "GpUnit": [unit("district", "Mill", "north", "south"), unit("north", "North"), unit("south", "South")],
    }  # fmt: skip


def xml(value: Model) -> str:
    """The same report as XML: ids as attributes and words, types as xsi:type."""
    return (
        '<?xml version="1.0"?>\n<ElectionReport xmlns="http://itl.nist.gov/ns/voting/1500-100/v2" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{inside(value)}</ElectionReport>'
    )


def inside(value: Model) -> str:
    return "\n".join(element(name, one) for name, one in value.items() if not name.startswith("@"))


def element(name: str, value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "\n".join(element(name, one) for one in value)
    if isinstance(value, list):
        return f"<{name}>{' '.join(map(str, value))}</{name}>"
    if not isinstance(value, dict):
        return f"<{name}>{str(value).lower() if isinstance(value, bool) else value}</{name}>"
    if "Content" in value:
        return f'<{name} Language="{value["Language"]}">{value["Content"]}</{name}>'
    kind = f' xsi:type="{value["@type"].rpartition(".")[2]}"'
    mark = f' ObjectId="{value["@id"]}"' if "@id" in value else ""
    return f"<{name}{kind}{mark}>{inside(value)}</{name}>"


def both(value: Model) -> Result:
    """The result of a report, seen to be the same from JSON and XML but for the places."""
    one, other = only(json.dumps(value)), only(xml(value))
    assert said(one) == said(other)
    assert len(one.doubts) == len(other.doubts)
    return one


def said(result: Result) -> object:
    people = [
        one._replace(origin="", endorsements=tuple(each._replace(origin="") for each in one.endorsements))
        for one in result.candidates
    ]
    return result.title, people, [fact._replace(origin="") for fact in result.facts]


def votes(*counts: Model) -> tuple[float | None, str]:
    """The votes of one candidate by their counts, and the doubts."""
    result = both(report(selection(1, ["cleo"], *counts)))
    return result.candidates[0].votes, sentences(result)


def test_a_contest_becomes_a_result_with_parties_outcomes_and_identifiers() -> None:
    result = both(report(selection(1, ["ada"], count(60)), selection(2, ["ben"], count(40))))
    ada, ben = result.candidates
    assert (ada.name, ada.slate, ada.votes, ada.outcome, ada.sitting, ada.gender) == (
        "Ada Oak", "Red Party", 60, "elected", True, "f",
    )  # fmt: skip
    assert (ben.name, ben.slate, ben.votes, ben.outcome, ben.sitting) == (
        "Ben Elm",
        "Green Party",
        40,
        "not elected",
        None,
    )
    assert ada.identifiers == (("ocd-id", "ocd-person/1"), ("state-level-oak", "77"))
    assert not result.doubts


def test_facts_of_the_contest_are_read_and_its_names_are_not_certain() -> None:
    result = both(report(selection(1, ["ada"], count(60)), ExternalIdentifier=[
        {"@type": "ElectionResults.ExternalIdentifier", "Type": "other", "OtherType": "ballotpedia", "Value": "9"}]))  # fmt: skip
    assert facts(result) == {
        "seats": 2, "votes_per_ballot": 2, "method": "n-of-m", "date": "2024-05-02", "contest": "ballotpedia-oak:9",
        "body": "Oakshire Council", "section": "Mill",
    }  # fmt: skip
    assert {fact.field for fact in result.facts if not fact.certain} == {"body", "section"}


def test_places_name_the_contest_in_json_and_the_line_in_xml() -> None:
    value = report(selection(1, ["ada"], count(60)))
    assert only(json.dumps(value)).candidates[0].origin == "ContestSelection s1"
    assert only(xml(value)).candidates[0].origin.startswith("line ")


def test_seats_that_only_follow_from_the_votes_allowed_are_not_certain() -> None:
    result = both(report(selection(1, ["ada"], count(60)), NumberElected=""))
    assert [(fact.value, fact.certain) for fact in result.facts if fact.field == "seats"] == [(2, False)]


def test_the_count_of_the_district_is_taken_and_its_parts_are_not_added_to_it() -> None:
    assert votes(count(60), count(25, "north"), count(35, "south")) == (60, "")


def test_parts_are_added_up_where_the_district_has_no_count() -> None:
    assert votes(count(25, "north"), count(35, "south")) == (60, "")


def test_a_place_within_another_that_has_a_count_is_not_added_again() -> None:
    value = report(
        selection(1, ["cleo"], count(25, "north"), count(10, "n1"), count(15, "n2"), count(35, "south"))
    )
    value["GpUnit"] = [
        unit("district", "Mill", "north", "south"),
        unit("north", "N", "n1", "n2"),
        unit("n1", "1"),
        unit("n2", "2"),
    ]
    assert both(value).candidates[0].votes == 60


def test_places_that_overlap_leave_the_votes_unknown() -> None:
    value = report(selection(1, ["cleo"], count(25, "hall"), count(35, "school")))
    value["GpUnit"] = [unit("hall", "Hall", "north", "south"), unit("school", "School", "south")]
    result = both(value)
    assert result.candidates[0].votes is None
    assert "Found counts of places that overlap" in sentences(result)


def test_places_that_are_made_up_of_each_other_leave_the_votes_unknown() -> None:
    value = report(selection(1, ["cleo"], count(25, "a"), count(35, "b")))
    value["GpUnit"] = [unit("a", "A", "b"), unit("b", "B", "a")]
    assert both(value).candidates[0].votes is None


def test_types_are_added_up_only_where_there_is_no_total() -> None:
    assert votes(count(20, kind="early"), count(40, kind="election-day")) == (60, "")
    assert votes(count(60), count(20, kind="early"), count(40, kind="election-day")) == (60, "")
    assert votes(
        count(20, kind="absentee"), count(20, kind="absentee-mail"), count(40, kind="election-day")
    ) == (60, "")


def test_counts_by_kinds_of_device_are_added_up_only_where_there_is_none_of_all() -> None:
    scanned = {"@type": "ElectionResults.DeviceClass", "Type": "scan-batch"}
    assert votes(count(60), count(25, DeviceClass=scanned))[0] == 60
    assert votes(count(25, DeviceClass=scanned), count(35, DeviceClass=scanned | {"Type": "dre"}))[0] == 60


@pytest.mark.parametrize(
    ("counts", "found", "words"),
    [
        ([count(60), count(61)], 60, "Found a second count of the type total in district"),
        ([count(60), count(61, "north")], 60, "Found 61 votes in north, expected no more than the 60 of the whole"),
        ([count(-1)], None, "Found '-1', expected a number of votes"),
        ([count("")], None, "Found no Count, expected a number of votes"),
        ([count(20, "north"), count(5, "south", IsSuppressedForPrivacy=True)], None, "withheld for privacy"),
        ([count(60, Round=1), count(70, Round=2)], 60, "Found counts of 2 rounds, expected one; those of round 1 were taken"),
        ([count(10**10), count(10**10, "north")], 10**10, ""),
        ([count(10**10, "north"), count(10**10, "south")], None, "expected at most 10,000,000,000"),
        ([count(2, kind="seats")], None, ""),
    ],
)  # fmt: skip
def test_counts_that_do_not_tell_are_told(counts: list[Model], found: int | None, words: str) -> None:
    told = votes(*counts)
    assert told[0] == found
    assert words in told[1]


def test_a_ticket_of_several_is_one_candidate_and_told() -> None:
    result = both(report(selection(1, ["ada", "ben"], count(60))))
    assert [(one.name, one.words, one.votes) for one in result.candidates] == [
        ("Ada Oak", "with Ben Elm", 60)
    ]
    assert "Found selections of several candidates" in sentences(result)


def test_names_written_in_are_no_candidates_unless_they_are_named() -> None:
    result = both(
        report(selection(1, ["ada"], count(60), IsWriteIn=True), selection(2, [], count(4), IsWriteIn=True))
    )
    assert [(one.name, one.words) for one in result.candidates] == [("Ada Oak", "write-in")]
    assert "Found 4 votes in 1 selections without a candidate" in sentences(result)


def test_a_party_that_backs_is_an_endorsement_and_no_slate() -> None:
    result = both(report(selection(1, ["cleo"], count(60), EndorsementPartyIds=["red", "green"])))
    assert result.candidates[0].slate == ""
    assert [one.label for one in result.candidates[0].endorsements] == ["Red Party", "Green Party"]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("winner", "elected"),
        ("defeated", "not elected"),
        ("withdrawn", "withdrawn"),
        ("projected-winner", ""),
        ("cake", ""),
    ],
)
def test_outcomes_are_the_stated_ones_and_a_projection_is_none(status: str, outcome: str) -> None:
    value = report(selection(1, ["cleo"], count(60)))
    value["Election"][0]["Candidate"][2]["PostElectionStatus"] = status
    result = both(value)
    assert result.candidates[0].outcome == outcome
    assert bool(result.doubts) == (not outcome)


def test_winners_of_a_primary_are_not_elected() -> None:
    value = report(selection(1, ["ada"], count(60)))
    value["Election"][0]["Type"] = "partisan-primary-closed"
    assert both(value).candidates[0].outcome == ""


def test_more_elected_than_seats_are_told() -> None:
    value = report(selection(1, ["ada"], count(60)), selection(2, ["ben"], count(40)), NumberElected=1)
    value["Election"][0]["Candidate"][1]["PostElectionStatus"] = "winner"
    assert "Found 2 elected, expected at most 1" in sentences(both(value))


def test_an_id_that_nobody_has_is_told() -> None:
    assert "Found the candidate id 'zoe', expected that of a Candidate" in sentences(
        both(report(selection(1, ["ada", "zoe"], count(60))))
    )


def test_days_between_which_votes_were_cast_are_no_day_of_the_election() -> None:
    value = report(selection(1, ["ada"], count(60)))
    value["Election"][0]["EndDate"] = "2024-05-09"
    assert {"ballot_open": "2024-05-02", "ballot_close": "2024-05-09"}.items() <= facts(both(value)).items()


def test_ballot_measures_are_passed_over_and_told_once() -> None:
    value = report(selection(1, ["ada"], count(60)))
    value["Election"][0]["Contest"] += [
        {"@type": "ElectionResults.BallotMeasureContest", "@id": f"m{n}", "Name": "Cake"} for n in "12"
    ]
    value["Status"] = "unofficial-partial"
    for words in (json.dumps(value), xml(value)):
        reading = read(file(words))
        assert len(reading.results) == 1
        told = [sentence for _, sentence in reading.doubts]
        assert "Found 2 BallotMeasureContest among the contests" in told[0]
        assert "'unofficial-partial'" in told[1]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
GOOD = report(
    selection(1, ["ada"], count(60)), selection(2, ["ben", "cleo"], count(25, "north"), count(9, "south"))
)


@pytest.mark.parametrize(
    "words",
    [
        xml(GOOD).replace("<ElectionReport", BOMB + "<ElectionReport", 1),
        xml(GOOD)[:-40],
        xml(GOOD).replace("<Name>", "<Name>" * 10_000, 1),
        "<Other/>",
        '{"@type": "ElectionResults.Other"}',
        '{"@type": "ElectionResults.ElectionReport"}',
        '{"@type": "ElectionResults.ElectionReport", "Election": ' + "[" * 10_000,
        json.dumps(GOOD).replace("Ada OAK", "A" * 11_000),
        xml(GOOD).replace("Ada OAK", "A" * 11_000),
        "[1, 2]",
    ],
)
def test_what_is_no_report_is_refused_with_one_sentence(words: str) -> None:
    refused(words, "nist")


def test_a_chain_of_places_as_long_as_no_countrys_is_refused() -> None:
    value = report(selection(1, ["ada"], count(60, "u0")))
    value["GpUnit"] = [unit(f"u{n}", "U", f"u{n + 1}") for n in range(1_500)]
    assert "made up of more than" in refused(json.dumps(value))


@pytest.mark.parametrize(
    "words", ['{"Election": []}', "<ElectionReport></ElectionReport>", "<p>ElectionReport</p>"]
)
def test_other_json_and_xml_are_not_taken(words: str) -> None:
    assert nist.sure(file(words)) == 0


@FUZZ
@given(spoiled([json.dumps(GOOD).encode(), xml(GOOD).encode()]), st.sampled_from([None, "nist"]))
def test_a_spoiled_file_is_read_or_refused_with_one_sentence(data: bytes, form: str | None) -> None:
    taken(data, form)


ANYTHING = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=6)
    | st.lists(st.text(max_size=3), max_size=2)
)


@FUZZ
@given(st.data())
def test_any_value_in_any_place_is_read_or_refused(data: st.DataObject) -> None:
    value: Any = json.loads(json.dumps(GOOD))
    at: Any = value
    while True:
        key = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        if isinstance(at[key], dict | list) and at[key] and data.draw(st.integers(0, 4)):
            at = at[key]
            continue
        at[key] = data.draw(ANYTHING)
        break
    taken(json.dumps(value).encode(), "nist")
