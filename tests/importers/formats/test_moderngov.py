"""Councils' results as XML: areas, counts that were not entered, and XML made to do harm."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sources import FUZZ, facts, file, only, published, refused, sentences, spoiled, taken

from importers.formats import moderngov, read


def candidate(name: str, votes: str, elected: str = "False", area: str = "9", party: str = "Labour") -> str:
    return (
        f"<candidate><electionareaid>{area}</electionareaid><areatitle>Area {area}</areatitle>\n<candidatename>{name}</candidatename>"
        f"<numvotes>{votes}</numvotes><numvotes2>0</numvotes2><politicalpartytitle>{party}</politicalpartytitle>"
        f"<iselected>{elected}</iselected></candidate>\n"
    )


def area(number: str, title: str, **said: str) -> str:
    told = {"electorate": "5000", "numballotpapersissued": "0", "numseats": "1", **said}
    inside = "".join(f"<{name}>{text}</{name}>" for name, text in told.items())
    return f"<electionarea><electionareaid>{number}</electionareaid><title>{title}</title>{inside}</electionarea>\n"


def election(
    candidates: str, areas: str, head: str = "<title>Mill Ward by-election</title>", space: str = ""
) -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<election{space}>\n{head}\n<candidates>\n{candidates}</candidates>\n'
        f"<electionareas>{areas}</electionareas></election>\n"
    )


ADA, BEN = candidate("Ada Oak", " 640", "True"), candidate("Ben Elm", "355", party="Green Party")


def test_an_area_becomes_a_result_with_names_votes_parties_and_outcomes() -> None:
    result = only(election(ADA + BEN, area("9", "Mill")))
    assert [(one.name, one.votes, one.slate, one.outcome) for one in result.candidates] == [
        ("Ada Oak", 640, "Labour", "elected"), ("Ben Elm", 355, "Green Party", "not elected"),
    ]  # fmt: skip
    assert facts(result) == {"section": "Mill", "seats": 1, "electorate": 5000, "kind": "by-election"}
    assert (result.candidates[0].origin, result.candidates[1].origin) == ("line 5", "line 7")
    assert not result.doubts


def test_each_area_has_its_own_candidates_and_counts() -> None:
    people = ADA + candidate("Cy Fir", "10", "True", "8") + BEN
    mill, hill = read(
        file(election(people, area("9", "Mill") + area("8", "Hill", electorate="70"), ""))
    ).results
    assert [one.name for one in mill.candidates] == ["Ada Oak", "Ben Elm"]
    assert (facts(hill)["section"], facts(hill)["electorate"], len(hill.candidates)) == ("Hill", 70, 1)


def test_a_nought_is_a_figure_that_was_not_entered() -> None:
    result = only(election(ADA + BEN, area("9", "Mill", electorate="0", numseats="0")))
    assert facts(result).keys() == {"section", "kind"}
    result = only(election(candidate("Ada Oak", "0", "True") + candidate("Ben Elm", " 0"), area("9", "Mill")))
    assert [one.votes for one in result.candidates] == [None, None]
    assert "taken as unknown" in sentences(result)


def test_an_election_of_one_area_speaks_of_that_area() -> None:
    head = "<title>Mill</title><electorate>5000</electorate>"
    assert facts(only(election(ADA + BEN, "", head)))["electorate"] == 5000
    people = ADA + candidate("Cy Fir", "10", "True", "8")
    assert all("electorate" not in facts(one) for one in read(file(election(people, "", head))).results)


def test_the_day_of_the_poll_is_taken_and_the_day_of_typing_is_not() -> None:
    ada = ADA.replace("<iselected>", "<votedatetime>19/04/2018, 10:52</votedatetime><iselected>")
    assert "date" not in facts(only(election(ada, area("9", "Mill"))))
    assert (
        facts(only(election(ada, area("9", "Mill", endvotedatetime="26/10/2017, 22:00"))))["date"]
        == "2017-10-26"
    )
    assert "date" not in facts(only(election(ada, area("9", "Mill", endvotedatetime="31/02/9999, 22:00"))))


def test_where_nobody_is_elected_nobody_is_beaten() -> None:
    result = only(election(BEN + candidate("Cy Fir", "3"), area("9", "Mill")))
    assert not any(one.outcome for one in result.candidates)
    assert "no outcome was taken" in sentences(result)


def test_counts_that_cannot_be_are_doubts() -> None:
    result = only(
        election(
            ADA + candidate("Cy Fir", "-3"),
            area("9", "Mill", electorate="600", numseats="many", turnout="140"),
        )
    )
    assert facts(result).keys() == {"section", "kind"}
    told = sentences(result)
    assert "Found '-3', expected a number of votes" in told
    assert "Found 600 as the electorate, expected at least the 640 votes of Ada Oak" in told
    assert "Found 'many' as the seats" in told
    assert "Found '140' as the turnout" in told


def test_areas_without_candidates_are_named_and_an_election_without_is_refused() -> None:
    reading = read(file(election(ADA, area("9", "Mill") + area("7", "Dale"))))
    assert "Found no candidate for Dale" in reading.doubts[0][1]
    assert "found no candidate" in refused(election("", ""), "moderngov")


def test_a_namespace_makes_no_difference() -> None:
    assert only(election(ADA, "", space=' xmlns="urn:council"')).candidates[0].votes == 640


def test_xml_made_to_do_harm_ends_in_a_sentence() -> None:
    laughs = '<!DOCTYPE e [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    whole = election(ADA, "").replace("<election>", laughs + "<election>").replace("Ada Oak", "&b;")
    assert "line 2: found a document type" in refused(whole)
    fetched = '<!DOCTYPE e SYSTEM "file:///etc/passwd">'
    assert "found a document type" in refused(election(ADA, "").replace("<election>", fetched + "<election>"))
    deep = "<title>" * 10_000 + "</title>" * 10_000
    assert "found no sound XML" in refused(election(ADA, "", deep))
    assert "found no sound XML" in refused(election(ADA, "")[:-40])
    assert "found a candidatename of 10,001 characters" in refused(election(candidate("A" * 10_001, "1"), ""))
    assert "found no sound XML" in refused(election(candidate("&nobody;", "1"), ""))


def test_a_file_is_ours_by_its_content_only() -> None:
    assert moderngov.sure(file(election(ADA, ""), "a.csv")) > 0.5
    assert moderngov.sure(file("<election><candidate/></election>", "moderngov.xml")) == 0


@FUZZ
@given(spoiled([election(ADA + BEN, area("9", "Mill")).encode()]) | st.binary(max_size=60))
def test_whatever_bytes_come_a_reading_or_one_sentence_comes_out(data: bytes) -> None:
    taken(data, "moderngov")


def test_the_published_by_election_has_its_votes_and_its_winner() -> None:
    (result,) = read(published("democracyclub/modgov-local.kirklees.2017-10-26.xml")).results
    assert [one.votes for one in result.candidates] == [70, 136, 140, 2640, 443]
    assert [one.slate for one in result.candidates if one.outcome == "elected"] == ["Labour"]
    assert facts(result) == {
        "section": "Batley East", "kind": "by-election", "seats": 1, "electorate": 13279,
    }  # fmt: skip
    assert not result.doubts
    assert [(one.field, one.value) for one in result.counts] == [("issued", 3437), ("spoilt", 8)]
