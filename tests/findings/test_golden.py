"""What the findings of well-known contests and days say, word for word."""

from __future__ import annotations

import sqlite3

import pytest
from records import PACKAGED, asked, opened


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
        "Both were new.",
        "366,669 members' votes in all; Johanna Baxter was elected 252 votes ahead of Lauren Townsend.",
    ),
    "nec-clp-2022": (
        "Labour to Win won four of the nine seats; Duale gained a seat from Grassroots Voice.",
        "The Centre-Left Grassroots Alliance / Momentum won three seats, CLPD Grassroots 5 and Open Labour one each; "
        "Jess Barnard and Naomi Wimborne-Idrissi came in; Mish Rahman, a sitting member, was not elected.",
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
    assert asked(record, "contest", contest=contest).findings == CONTESTS[contest]


def test_of_the_factions_switched_on_the_result_is_told_first(record: sqlite3.Connection) -> None:
    view = asked(record, "contest", contest="nec-clp-2014", factions="labourfirst")
    assert view.findings[0] == "Labour First won one of the six seats with 22.0% of votes."
    assert view.findings[1] == CONTESTS["nec-clp-2014"][0]
    both = asked(record, "contest", contest="nec-clp-2014", factions="clga labourfirst")
    assert both.findings[:2] == (
        CONTESTS["nec-clp-2014"][0],
        "Labour First won one of the six seats with 22.0% of votes.",
    )
