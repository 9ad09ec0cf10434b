"""The head of a text speaks for the lists below it; the names of slates above candidates or behind their names are slates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from records import built

from importers.file import File
from importers.packaged import RECORD
from importers.review.decisions import Decisions, Wanted
from importers.review.proposal import Plan
from importers.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An import into the packaged record."""
    session = Session(built(RECORD))
    yield session
    session.close()


def plan(session: Session, text: str) -> Plan:
    return session.plan(session.read([File("pasted text", text.encode())]), Decisions())


def told(made: Plan) -> list[tuple[str, str, int]]:
    """Of each contest its key, why it is asked for, and how many candidates it has."""
    return [
        (one.target.key if one.target else "", one.question or one.unsure, len(one.rows))
        for one in made.proposals
    ]


SECTIONS = """NEC results 2027

CLP section (9 seats)
Ada Oak 13,877 Elected
Ben Ash 12,930 Elected
Cy Elm 8,112

Councillors' section (2 seats)
Dee Fir 1,201 Elected
Eve Yew 988 Elected

Welsh Labour rep
Flo Box 4,300 Elected
Gus Bay 3,999
"""


def test_sections_below_the_name_of_their_body_are_contests_of_its_year(session: Session) -> None:
    found = plan(session, SECTIONS)
    assert told(found) == [("nec-clp-2027", "", 3), ("nec-lg-2027", "", 2), ("nec-welsh-2027", "", 2)]


def test_a_heading_that_names_no_section_is_not_taken_for_the_one_at_the_head(session: Session) -> None:
    text = "NEC CLP section 2027\n\nAda Oak 13,877\nBen Ash 12,930\n\nAuditors\nCy Elm 8,112\nDee Fir 7,001\n"
    (first, _, _), (second, why, _) = told(plan(session, text))
    assert (first, second) == ("nec-clp-2027", "") and "which contest?" in why


def test_a_list_far_below_the_title_of_an_article_belongs_to_its_contest(session: Session) -> None:
    text = (
        "NEC elections 2027: results of the CLP section\n\nJo Penn\n\n15th September 2027, 11:02am\n\n"
        "Supporters of the leader have taken most of the seats.\n\nMore was said on the day.\n\n"
        "The figures are as follows (elected candidates in bold):\n\n**Ada Oak** – 14,210\n**Ben Ash** – 13,877\nCy Elm – 8,112\n"
    )
    found = plan(session, text)
    assert told(found) == [("nec-clp-2027", "", 3)]
    assert [row.outcome for row in found.proposals[0].rows] == ["elected", "elected", "unknown"]


def test_another_year_at_the_head_is_no_contest_in_which_the_same_people_stood(session: Session) -> None:
    text = (
        "NEC elections 2027: the CLP section\n\nA word.\n\nAnother.\n\nA third.\n\nThe result:\nAnn Black 13,877\n"
        "Jess Barnard 12,930\nYasmine Dar 9,310\nMish Rahman 8,112\n"
    )
    assert told(plan(session, text)) == [("nec-clp-2027", "", 4)]


def test_the_name_of_a_slate_alone_above_candidates_is_theirs(session: Session) -> None:
    text = (
        "Labour NEC CLP section, 2027\n\nLabour to Win\nAda Oak 14,210 (elected)\nBen Ash 11,004 (elected)\n\n"
        "Centre-Left Grassroots Alliance:\nCy Elm 12,930 (elected)\nDee Fir 8,112\n\nIndependent\nEve Yew 13,877\n"
    )
    found = plan(session, text)
    assert told(found) == [("nec-clp-2027", "", 5)]
    slates = {row.found.name: (row.found.slate, row.slate is not None) for row in found.proposals[0].rows}
    assert slates["Ada Oak"] == slates["Ben Ash"] == ("Labour to Win", True)
    assert slates["Dee Fir"] == ("Centre-Left Grassroots Alliance", True)
    assert slates["Eve Yew"] == ("Independent", True)


def test_who_makes_no_slate_and_stands_alone_above_candidates_backs_them(session: Session) -> None:
    found = plan(session, "NEC CLP section, 2027\n\nMomentum\nAda Oak 14,210\nBen Ash 11,004\n")
    (row, _) = found.proposals[0].rows
    assert row.found.slate == "" and [one.backing.label for one in row.backed] == ["Momentum"]


def test_the_name_of_a_slate_in_brackets_is_the_slate_and_that_of_a_union_is_not(session: Session) -> None:
    found = plan(session, "NEC CLP section 2027\nAda Oak (CLGA): 14,210 ✔\nBen Ash (Unite): 13,877 ✘\n")
    ada, ben = found.proposals[0].rows
    assert (ada.found.slate, ada.outcome) == ("CLGA", "elected")
    assert (ben.found.slate, ben.found.words, ben.outcome) == ("", "Unite", "not elected")


def test_of_several_contests_that_may_be_meant_the_latest_are_named_first(session: Session) -> None:
    (one,) = plan(session, "NEC CLP section result\nAda Oak 12,930\nBen Ash 10,550\n").proposals
    assert "several contests were held there: nec-clp-2024, nec-clp-2022" in one.question


WARDS = """Borough of Ashby, local elections

North Ward (3 seats)

OAK, Ada          Labour Party                  1,204  Elected
ASH, Ben          Conservative and Unionist     1,100  Elected
ELM, Cyril John   Green Party                     902  Elected
FIR, Dee          Liberal Democrat                811

South Ward (1 seat)

YEW, Eve          Labour Party                    704  Elected
BOX, Flo          Reform UK                       700
"""


def test_wards_one_below_the_other_become_sections_where_they_may_be_made(session: Session) -> None:
    intake = session.read([File("pasted text", WARDS.encode())])
    made = session.plan(intake, Decisions(Wanted(body="Ashby Council", date="2027-05-06", new=True)))
    assert intake.doubts == ()
    assert [(one.target and one.target.new_section, len(one.rows)) for one in made.proposals] == [
        ("North Ward", 4),
        ("South Ward", 2),
    ]
    asked = session.plan(
        session.read([File("pasted text", b"The results of round 1\nAda Oak 1,204\nBen Ash 1,100\n")]),
        Decisions(Wanted(body="Ashby Council", date="2027-05-06", new=True)),
    )
    assert "--section names the section" in asked.proposals[0].question


def test_a_column_that_names_the_whole_contest_leads_to_it(session: Session) -> None:
    text = (
        "Contest,Candidate name,Votes\nNEC CLP 2027,Ada Oak,138\nNEC CLP 2027,Ben Ash,81\n"
        "NEC Councillors 2027,Dee Fir,12\nNEC Councillors 2027,Eve Yew,7\n"
    )
    assert told(plan(session, text)) == [("nec-clp-2027", "", 2), ("nec-lg-2027", "", 2)]


def test_a_report_of_voting_is_placed_by_all_lines_at_its_head(session: Session) -> None:
    text = (
        "LABOUR PARTY\nNATIONAL EXECUTIVE COMMITTEE ELECTIONS 2027\nREPORT OF VOTING\n\nDIVISION III - CONSTITUENCY LABOUR "
        "PARTIES\n\nNumber of votes found to be invalid: 38\nTotal number of valid votes to be counted: 26,807\n\n"
        "Result (9 to elect)\nAda OAK    13,877   ELECTED\nBen ASH    12,930   ELECTED\n"
    )
    (one,) = plan(session, text).proposals
    assert one.target and one.target.key == "nec-clp-2027"
    assert {fact.fact.field: fact.fact.value for fact in one.facts} == {"seats": 9, "valid_votes": 26807}


def test_the_name_of_a_union_above_a_candidate_is_no_backing_and_no_part_of_the_section_before(
    session: Session,
) -> None:
    text = "Results: NEC 2027\n\nScottish rep\n\nAda Oak unopposed\n\nGMB\n\nBen Ash (elected)\n\nTreasurer\n\nCy Elm: elected unopposed\n"
    found = plan(session, text)
    keys = [(one.target and one.target.key, [row.found.name for row in one.rows]) for one in found.proposals]
    assert keys == [
        ("nec-scottish-2027", ["Ada Oak"]),
        (None, ["Ben Ash"]),
        ("nec-treasurer-2027", ["Cy Elm"]),
    ]
    assert all(row.outcome == "elected" and not row.backed for one in found.proposals for row in one.rows)


def test_figures_of_an_opinion_poll_are_never_certain(session: Session) -> None:
    text = "NEC CLP section, 2027: voting intention among members\nAda Oak 51%\nBen Ash 49%\n"
    (one,) = plan(session, text).proposals
    assert not any(row.stored for row in one.rows)
    assert any("'voting intention'" in words and "opinion poll" in words for _, words in one.doubts)
