"""Whatever is known to be stated differently stands among the disputes, with every value and with its sources."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from db.lens import Lens
from db.questions import ask
from db.view import Row, View
from importers.packaged import RECORD
from tests.records import cell, opened


class Known(NamedTuple):
    """A contradiction: of what, the field, the value shown (None for none), and the others."""

    row: str
    field: str
    shown: str | None
    others: tuple[str, ...]


KNOWN = {
    "Robinson's figure of 2001": Known("Tony Robinson, NEC members' section 2001", "votes", "24,771", ("29,912", "29,942")),
    "the total of 1999": Known("NEC members' section 1999", "valid votes", "585,274", ("585,237",)),
    "Jeuda's share of 1998": Known("Diana Jeuda, NEC members' section 1998", "share", "8.4%", ("8.49%",)),
    "ballots of 2010": Known("NEC members' section 2010", "what the 127,331 ballots are", "returned", ("balloted",)),
    "the swing of 2014": Known("NEC members' section 2014", "swing to the left", "7.9", ("14",)),
    "when the left last won four of six": Known(
        "NEC members' section 2014", "last time the left won four of six", "2008", ("2006",)
    ),
    "Osamor's share of 2012": Known("Kate Osamor, NEC members' section 2012", "share", "6.3%", ("6.6%",)),
    "Baxter's slate of 2014": Known("Johanna Baxter, NEC members' section 2014", "slate", "Independent", ("Labour First",)),
    "Reeves's slate of 2008": Known("Ellie Reeves, NEC members' section 2008", "slate", "Labour First", ("backed by both sides",)),
    "Baldock's slate of 2006": Known(
        "Louise Baldock, NEC members' section 2006", "slate", "Independent", ("the leadership's slate", "no official backing")
    ),
    "Wimborne-Idrissi's slate of 2022": Known(
        "Naomi Wimborne-Idrissi, NEC members' section 2022", "slate", "CLPD Grassroots 5",
        ("outside the Alliance's four", "not backed by Momentum"),
    ),
    "Willsman's lead over Izzard": Known(
        "Pete Willsman, NEC members' section 2018", "lead over Eddie Izzard", "2,502", ("3,000",)
    ),
    "votes of April 2020": Known("NEC members' section, by-election 2020", "valid votes", "366,669", ("293,093",)),
    "Rahman, sitting in 2024": Known("Mish Rahman, NEC members' section 2024", "sitting", "yes", ("no",)),
    "Black's nominations of 2024": Known("Ann Black, NEC members' section 2024", "nominations", "214", ("217",)),
    "the size of the NEC": Known("NEC: National Executive Committee", "members", "39", ("36", "41", "42")),
    "the general secretary's election of 2011": Known(
        "General secretary: for Iain McNicol, against him for Chris Lennie (19 July 2011)", "votes against", "14", ("15",)
    ),
    "the whip of January 2022": Known("Restoring the whip to Jeremy Corbyn (25 January 2022)", "votes against", "23", ("22",)),
    "Antoniw's vote of May 2020": Known(
        "General secretary: for David Evans, against him for Byron Taylor (26 May 2020)", "vote of Mick Antoniw", None,
        ("decisive for David Evans", "against"),
    ),
    "the method for the youth seat": Known("NEC Young Labour 2022", "method", "OMOV", ("electoral college in halves",)),
    "the method for the BAME seat": Known("NEC BAME members 2022", "method", "OMOV", ("electoral college in halves",)),
    "the method for the disabled seat": Known("NEC disabled members 2022", "method", "OMOV", ("electoral college in halves",)),
    "seats of the NCC in 2023": Known("NCC members' section 2023", "seats", "5", ("4",)),
    "the size of the NWC": Known("NWC: National Women's Committee", "members", None, ("17", "18")),
    "the MPs of 2014": Known("NEC MPs' section 2014", "electorate", "257", ("258", "250")),
    "the second candidate of the BAME list": Known(
        "NEC BAME members, by-election 2020", "name of the second candidate", "MISHRA, Navendu", ("Mehmood Mirza",)
    ),
    "places in London in 2010": Known(
        "NPF London members 2010", "places by side", None, ("the left one", "independents two, the right two")
    ),
    "the total of the East Midlands": Known("NPF East Midlands members 2010", "valid votes", "24,843", ("20,250",)),
    "whose runner-up Izzard was": Known(
        "Eddie Izzard, NEC, members' section: a seat held from 31 March 2018 to 3 September 2018", "runner-up of",
        "January 2018", ("2016",),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def disputes() -> View:
    """All disputes of the record."""
    return ask(opened(RECORD), "disputes", Lens())


def found(view: View, known: Known) -> Row:
    return next(
        row
        for row in view.rows
        if (cell(view, row, "row"), cell(view, row, "field")) == (known.row, known.field)
    )


@pytest.mark.parametrize("known", KNOWN.values(), ids=KNOWN)
def test_a_known_contradiction_stands_among_the_disputes(disputes: View, known: Known) -> None:
    row = found(disputes, known)
    assert cell(disputes, row, "shown") == known.shown
    assert cell(disputes, row, "others") == known.others
    assert cell(disputes, row, "others_by") and row.sources


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Robinson's figure of 2001", "as printed; cannot be right beside a share of 11.19"),
        ("Osamor's share of 2012", "what her votes give"),
        ("Baxter's slate of 2014", "she says she was on no slate"),
        ("Willsman's lead over Izzard", "by the published votes"),
        ("Black's nominations of 2024", "the party's figure"),
    ],
)
def test_it_is_said_why_one_is_shown(disputes: View, name: str, reason: str) -> None:
    assert str(cell(disputes, found(disputes, KNOWN[name]), "reason")).startswith(reason)


def test_the_swing_that_no_reading_of_the_figures_gives_is_a_claim_that_does_not_hold() -> None:
    claims = ask(opened(RECORD), "claims", Lens(contest="nec-clp-2014", text="swing"))
    verdicts = [cell(claims, row, "verdict") for row in claims.rows]
    assert "does not hold" in verdicts
