"""What the findings of well-known contests and days say, word for word."""

from __future__ import annotations

import sqlite3

import pytest
from records import PACKAGED, asked, opened

from findings.own import own


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The packaged record."""
    return opened(PACKAGED)


CONTESTS = {
    "nec-clp-1999": (
        "The Centre-Left Grassroots Alliance (47.7% of votes) and Millbank (43.9%) won three of the six seats each; "
        "Sawyer gained a seat from the Centre-Left Grassroots Alliance.",
        "Christine Shawcroft came in; Pete Willsman, a sitting member, was not elected.",
        "585,274 members' votes in all; Diana Jeuda was elected 2,064 votes ahead of Ann Black.",
    ),
    "nec-clp-2006": (
        "The Centre-Left Grassroots Alliance won four of the six seats with 46.4% of votes.",
        "Labour First won two seats; Walter Wolfgang and Ellie Reeves came in; Louise Baldock, a sitting member, was not "
        "elected.",
        "200,926 members' votes in all; Ellie Reeves was elected 415 votes ahead of Mohammed Azam.",
    ),
    "nec-clp-2010": (
        "Grassroots Labour (43.9% of votes) and Labour First / Progress (35.9%) won three of the six seats each; "
        "Labour First / Progress gained a seat from the Centre-Left Grassroots Alliance.",
        "Ken Livingstone, Oona King and Luke Akehurst came in; Pete Willsman, Peter Wheeler and Peter Kenyon, sitting members, "
        "were not elected.",
        "607,756 members' votes in all; Luke Akehurst was elected 172 votes ahead of Johanna Baxter.",
    ),
    "nec-clp-2014": (
        "The Centre-Left Grassroots Alliance won four of the six seats with 55.2% of votes, up 7.9 points; "
        "Osamor gained a seat from Wheeler.",
        "Labour First and an independent won one seat each.",
        "323,740 members' votes in all, +15.0% on 20 June 2012; Johanna Baxter was elected 963 votes ahead of Pete Willsman.",
    ),
    "nec-clp-2016": (
        "The Centre-Left Grassroots Alliance won all six seats with 54.5% of votes, down 0.7 points; "
        "it gained two seats from Baxter and Reeves.",
        "Claudia Webbe and Rhea Wolfson came in.",
        "1,000,421 members' votes in all, +209.0% on 20 August 2014; Pete Willsman was elected 9,349 votes ahead of "
        "Ellie Reeves.",
    ),
    "nec-clp-2020apr": (
        "Labour First / Progress won both seats with 31.2% of votes; Baxter and Singh Josan gained seats from Mishra and "
        "Webbe.",
        "Neither was a sitting member.",
        "366,669 members' votes in all; Johanna Baxter was elected 252 votes ahead of Lauren Townsend.",
    ),
    "nec-clp-2022": (
        "Labour to Win won four of the nine seats; Duale gained a seat from Grassroots Voice.",
        "The Centre-Left Grassroots Alliance / Momentum won three seats, CLPD Grassroots 5 and Open Labour one each; "
        "Jess Barnard and Naomi Wimborne-Idrissi came in; Mish Rahman, a sitting member, was not elected.",
    ),
    "nec-plp-2024": (
        "Labour First won two of the three seats.",
        "One seat went to a candidate without a known slate; not one of the three was a sitting member.",
    ),
    "nec-youth-2022": ("Elsie Greenwood (Labour to Win) won the seat from Lara McNeill (Momentum).",),
    "nec-2020-november": (
        "Grassroots Voice won five of the 15 positions in six contests, Labour to Win three, Momentum two, Open Labour one "
        "and four went to candidates without a known slate.",
        "Of those elected, seven stood for or were endorsed by Momentum and five by Grassroots Voice.",
    ),
    "cac-clp-2025": (
        "The result of September 2025 is not on record; four candidates are known: Alice Perry, Alan Olive, Jack Ballingham "
        "and Jean Crocker.",
    ),
}


@pytest.mark.parametrize("contest", CONTESTS)
def test_a_result_is_told(record: sqlite3.Connection, contest: str) -> None:
    assert own(record, "contest", contest=contest).findings == CONTESTS[contest]
    shown = " ".join(asked(record, "contest", contest=contest).findings)
    assert shown.startswith(" ".join(CONTESTS[contest]))


def test_of_the_factions_switched_on_the_result_is_told_first(record: sqlite3.Connection) -> None:
    view = asked(record, "contest", contest="nec-clp-2014", factions="labourfirst")
    assert view.findings[0] == "Labour First won one of the six seats with 22.0% of votes."
    assert view.findings[1] == CONTESTS["nec-clp-2014"][0]
    both = asked(record, "contest", contest="nec-clp-2014", factions="clga labourfirst")
    assert both.findings[:2] == (
        CONTESTS["nec-clp-2014"][0],
        "Labour First won one of the six seats with 22.0% of votes.",
    )


DAYS = {
    ("composition", "clp", "2014-09-01"): (
        "On 1 September 2014 the Centre-Left Grassroots Alliance held four of the six seats of the NEC members' section, "
        "an independent one and Labour First one.",
        "The Centre-Left Grassroots Alliance alone had a majority: 4 of 6 votes (a majority is 4).",
    ),
    ("composition", "clp", "2016-09-01"): (
        "On 1 September 2016 the Centre-Left Grassroots Alliance held all six seats of the NEC members' section.",
        "The Centre-Left Grassroots Alliance alone had a majority: 6 of 6 votes (a majority is 4).",
    ),
    ("composition", None, "2020-11-24"): (
        "On 24 November 2020 Grassroots Voice held five of the 39 seats of the NEC, Labour to Win three, Momentum two, "
        "Open Labour one and Labour First / Progress one.",
        "No slate is known to have had a majority (20 of 39 votes); 27 votes are without a known slate or holder.",
    ),
    ("composition", "youth", "2019-01-01"): (
        "On 1 January 2019 Lara McNeill (Momentum) held the one seat of the NEC Young Labour.",
    ),
    ("changes", "clp", "2014-09-01"): (
        "Between 20 June 2012 and 1 September 2014, the Centre-Left Grassroots Alliance gained one seat of the NEC members' "
        "section, while Labour First / Progress lost one.",
        "One seat changed hands: Kate Osamor for Peter Wheeler; five other seats were held.",
        "At the election of 20 August 2014 all six sitting members stood again and five were returned; one of six members is "
        "new: Kate Osamor.",
    ),
    ("measures", "clp", "2014-09-01"): (
        "The Centre-Left Grassroots Alliance won 4 of 6 seats with 55.2% of the votes; seats differ from votes by 13.94 "
        "(Gallagher).",
        "In effect 2.68 slates shared the votes of 20 August 2014, and 2.00 the seats on 1 September 2014.",
        "4 of 6 votes are a majority: the Centre-Left Grassroots Alliance alone has it, and all the power.",
    ),
    ("ladder", "clp", "2014-09-01"): (
        "The narrowest seat (members' section, 20 August 2014) was won by Johanna Baxter, 963 votes (0.30% of the votes) "
        "ahead of Pete Willsman; 964 more, or 482 moved from the one to the other, would have changed it.",
        "One of the six seats whose margin is known was won by less than one per cent of the votes.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("view", "section", "date"), DAYS)
def test_a_day_is_told(record: sqlite3.Connection, view: str, section: str | None, date: str) -> None:
    place = {"body": "nec", "date": date} | ({"section": section} if section else {})
    assert own(record, view, **place).findings == DAYS[view, section, date]


PEOPLE = {
    "kate-osamor": (
        "Kate Osamor stood in two contests from 2012 to 2014 and was elected once.",
        "Osamor stood for the Centre-Left Grassroots Alliance from 2012 to 2014.",
        "Osamor held a seat on the NEC from 2014 to 2015 and from 2016 to 2018.",
    ),
    "johanna-baxter": (
        "Johanna Baxter stood in nine contests from 2010 to 2022 and was elected five times.",
        "Baxter stood as an independent from 2010 to 2014 and, with one other slate in between, for Labour to Win from 2020 "
        "to 2022; of one candidacy no slate is known.",
        "Baxter held a seat on the NEC from 2010 to 2016 and from 2020 to 2024.",
    ),
}


@pytest.mark.parametrize("person", PEOPLE)
def test_a_person_is_told(record: sqlite3.Connection, person: str) -> None:
    assert own(record, "candidate", person=person).findings == PEOPLE[person]


def test_the_members_section_is_told_through_time(record: sqlite3.Connection) -> None:
    assert own(record, "contests", body="nec", section="clp").findings == (
        "18 contests for seats of the NEC members' section are on record, from 27 September 1998 to 18 September 2024.",
        "The Centre-Left Grassroots Alliance won 39 of the 106 seats that were filled, the Centre-Left Grassroots Alliance / "
        "Momentum 14 and Labour to Win 11.",
        "On 27 September 1998 the Centre-Left Grassroots Alliance won four of the six seats; on 18 September 2024 Labour to "
        "Win won four of the nine seats.",
    )


def test_a_search_for_a_name_is_told_of_that_person(record: sqlite3.Connection) -> None:
    said = own(record, "candidates", body="nec", text="osamor").findings
    assert said == (
        "Kate Osamor stood twice for seats of the NEC from 2012 to 2014 and was elected once.",
        "Sources differ on one candidacy, marked ≠.",
    )
