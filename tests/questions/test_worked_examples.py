"""What the packaged record must say: the figures that journalists printed, computed from what they printed."""

from __future__ import annotations

import sqlite3

import pytest
from pytest import approx
from records import PACKAGED, asked, by, cell, column, opened, table

from db.view import Hemicycle, Tone, View


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The packaged record."""
    return opened(PACKAGED)


@pytest.fixture(scope="module")
def of_2014(record: sqlite3.Connection) -> View:
    """The members' section of the NEC in 2014."""
    return asked(record, "contest", contest="nec-clp-2014")


def test_2014_had_thirteen_candidates_and_323740_votes(of_2014: View) -> None:
    assert of_2014.total == 13
    assert sum(column(of_2014, "votes")) == 323_740  # type: ignore[arg-type]
    assert any("323,740" in said for said in of_2014.findings)
    assert sum(column(of_2014, "share")) == approx(100)  # type: ignore[arg-type]


def test_2014_gave_the_grassroots_alliance_four_of_six_seats_with_55_2_percent(of_2014: View) -> None:
    slates = table(of_2014, "slates")
    assert by(slates, "faction", "seats")["clga"] == 4
    assert by(slates, "faction", "share")["clga"] == approx(55.2, abs=0.05)
    assert sum(column(slates, "seats")) == 6  # type: ignore[arg-type]


def test_2014_baxter_stood_963_votes_above_willsman(of_2014: View) -> None:
    assert by(of_2014, "person", "margin")["Johanna Baxter"] == 963
    assert by(of_2014, "person", "margin")["Pete Willsman"] == -963
    assert any(
        "Johanna Baxter was elected 963 votes ahead of Pete Willsman" in said for said in of_2014.findings
    )


def test_2014_osamor_gained_two_and_a_half_points(of_2014: View) -> None:
    assert by(of_2014, "person", "change")["Kate Osamor"] == approx(2.5, abs=0.05)


def test_2014_the_total_was_15_percent_above_2012(of_2014: View) -> None:
    assert "+15.0%" in str(by(table(of_2014, "facts"), "fact", "value")["Votes"])


def test_2014_baxters_two_endorsements_were_unsought_and_are_not_her_slate(of_2014: View) -> None:
    assert by(of_2014, "person", "slate")["Johanna Baxter"] == "indep"
    assert set(by(of_2014, "person", "endorsements")["Johanna Baxter"]) == {
        "Progress (unsought)",
        "Labour First (unsought)",
    }  # type: ignore[arg-type]


def test_2014_ends_with_osamor_for_wheeler_and_five_seats_held(record: sqlite3.Connection) -> None:
    view = asked(record, "changes", body="nec", section="clp", against="nec-clp-2012", date="nec-clp-2014")
    assert sorted(column(view, "kind")) == ["gain"] + ["held"] * 5  # type: ignore[type-var]
    (gain,) = [row for row in view.rows if cell(view, row, "kind") == "gain"]
    assert (cell(view, gain, "before"), cell(view, gain, "after")) == ("Peter Wheeler", "Kate Osamor")
    assert by(table(view, "net"), "faction", "change")["clga"] == 1


def test_2014_over_the_whole_body_perry_came_for_lucas(record: sqlite3.Connection) -> None:
    view = asked(record, "changes", body="nec", against="2014-08-19", date="2014-10-01")
    assert by(view, "after", "before")["Alice Perry"] == "Ann Lucas"


def test_2000_two_were_elected_below_others_by_the_rule_for_women(record: sqlite3.Connection) -> None:
    view = asked(record, "contest", contest="nec-clp-2000")
    lifted = [row for row in view.rows if row.tone is Tone.NOTABLE]
    assert len(lifted) == 2
    worst = max(int(str(cell(view, row, "rank"))) for row in lifted)
    passed = [
        row
        for row in view.rows
        if cell(view, row, "outcome") == "not elected" and int(str(cell(view, row, "rank"))) < worst
    ]
    assert passed
    for row in lifted:
        assert "women" in str(cell(view, row, "note"))
        assert str(cell(view, row, "person")) in " ".join(view.findings)


def career(record: sqlite3.Connection, person: str) -> dict[str, dict[str, object]]:
    """A person's candidacies by contest."""
    view = asked(record, "candidate", person=person)
    names = [one.key for one in view.columns]
    return {row.key: dict(zip(names, row.cells, strict=True)) for row in view.rows}


def test_alice_perry_won_as_a_councillor_and_then_for_labour_to_win(record: sqlite3.Connection) -> None:
    stood = career(record, "alice-perry")
    councillor = [stood[f"nec-lg-{year}"] for year in (2014, 2016, 2020)]
    assert [one["votes"] for one in councillor[:2]] == [1510, 2991]
    assert [one["outcome"] for one in councillor] == ["elected"] * 3
    cac = stood["cac-clp-2023"]
    assert (cac["votes"], cac["unit"], cac["outcome"]) == (239_998, "delegates' votes", "elected")
    assert getattr(cac["slate"], "key", None) == "ltw"
    assert "Open Labour" in str(cac["endorsements"])
    assert stood["cac-clp-2025"]["outcome"] == "unknown"
    assert list(stood) == ["nec-lg-2014", "nec-lg-2016", "nec-lg-2020", "cac-clp-2023", "cac-clp-2025"]


def test_johanna_baxter_was_independent_before_she_stood_for_the_moderates(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "candidate", person="johanna-baxter")
    years = [str(date)[:4] for date in column(view, "date")]
    slates = dict(zip(years, column(view, "slate"), strict=True))
    assert [slates[year] for year in ("2010", "2012", "2014")] == ["indep"] * 3
    assert slates["2020"] == "ltw"
    assert any(row.tone is Tone.NOTABLE for row in view.rows)
    assert "stood as an independent from 2010 to 2014" in view.findings[1]
    assert "for Labour to Win from 2020 to 2022" in view.findings[1]
    unsought = by(view, "contest", "endorsements")["nec-clp-2014"]
    assert set(unsought) == {"Progress (unsought)", "Labour First (unsought)"}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("date", "size"),
    [("2014-10-01", 33), ("2016-10-01", 35), ("2018-02-01", 39), ("2020-03-01", 38), ("2020-11-13", 39)],
)
def test_the_whole_nec_was_as_large_as_its_rules_of_the_day(
    record: sqlite3.Connection, date: str, size: int
) -> None:
    view = asked(record, "composition", body="nec", date=date)
    assert sum(column(view, "seats")) == size  # type: ignore[arg-type]
    assert isinstance(view.drawing, Hemicycle)
    empty = view.drawing.vacant + view.drawing.unfilled
    assert sum(seats for _, seats in view.drawing.groups) + empty == size


@pytest.mark.parametrize(
    ("date", "held"),
    [("2020-11-13", {"grassroots-voice": 5, "ltw": 3, "openlabour": 1}),
     ("2024-09-18", {"ltw": 4, "clga": 3, "openlabour": 1, "labour-women": 1})],
)  # fmt: skip
def test_the_members_section_as_newspapers_counted_it(
    record: sqlite3.Connection, date: str, held: dict[str, int]
) -> None:
    view = asked(record, "composition", body="nec", section="clp", date=date)
    assert by(view, "faction", "seats") == held


def test_in_april_2020_two_of_nine_were_on_the_slate_of_labour_first_and_progress(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "composition", body="nec", section="clp", date="2020-04-05")
    assert by(view, "faction", "seats")["lf-progress"] == 2
    assert sum(column(view, "seats")) == 9  # type: ignore[arg-type]


def test_of_fifteen_positions_in_november_2020_seven_were_backed_by_momentum(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "contest", contest="nec-2020-november")
    assert sum(column(table(view, "contests"), "seats")) == 15  # type: ignore[arg-type]
    assert by(table(view, "backed"), "faction", "seats")["momentum"] == 7
    assert "15 positions" in view.findings[0]


def test_the_slip_of_2014_in_the_share_of_2012_is_shown_with_both_values(record: sqlite3.Connection) -> None:
    view = asked(record, "contest", contest="nec-clp-2012")
    assert by(view, "person", "share")["Kate Osamor"] == approx(6.3, abs=0.05)
    said = " ".join(map(str, column(table(view, "disputes"), "value"))) + " ".join(view.notes)
    assert "6.6" in said


def test_the_record_shows_no_gender_that_no_source_states(record: sqlite3.Connection) -> None:
    query = "SELECT count(*) FROM person WHERE gender IS NOT NULL AND NOT EXISTS (SELECT 1 FROM citation WHERE entity = 'person' AND entity_id = person.id)"
    assert record.execute(query).fetchone() == (0,)
    assert record.execute("SELECT count(*) FROM person WHERE gender IS NOT NULL").fetchone()[0] > 0
