"""One faction through time, on the small and the packaged record: its figures, who came and left, what is not known."""

from __future__ import annotations

import sqlite3

import pytest
from records import PACKAGED, SMALL, Rows, asked, by, column, opened, table, tiny

from db.errors import Missing
from db.lens import Lens, Place
from db.questions import ask
from db.view import View
from db.wayfinding.steps import step, steps


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The small record."""
    return opened(SMALL)


@pytest.fixture(scope="module")
def labour() -> sqlite3.Connection:
    """The packaged record."""
    return opened(PACKAGED)


def moves(view: View, key: str) -> list[tuple[object, ...]]:
    """Who came or left: person, from, to, date; none where there is no such table."""
    found = [one for one in view.tables if one.key == key]
    return [
        row
        for one in found
        for row in zip(*(column(one, key) for key in ("person", "from", "to", "date")), strict=True)
    ]


# The contests


def test_the_newest_contest_stands_first_and_a_slate_counts_while_it_is_within_the_faction(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "faction", faction="left")
    assert by(view, "contest", "candidates") == {
        "rtu-e-2026": 1, "rtu-m-2020": 1, "rtu-m-2018": 3, "rtu-e-2018": 1, "rtu-m-2017-by": 1, "rtu-m-2016": 2,
        "rtu-e-2015": 1, "rtu-m-2014": 3,
    }  # fmt: skip
    dates = column(view, "date")
    assert dates == sorted(dates, reverse=True)  # type: ignore[type-var]
    assert "grass" not in [one.key for one in by(view, "contest", "slates")["rtu-m-2014"]]  # type: ignore[union-attr]
    assert [one.key for one in by(view, "contest", "slates")["rtu-m-2018"]] == ["left", "joint", "grass"] or {
        one.key
        for one in by(view, "contest", "slates")["rtu-m-2018"]  # type: ignore[union-attr]
    } == {"left", "joint", "grass"}


def test_votes_are_the_sum_of_its_candidates_and_the_share_is_of_the_votes_cast(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "faction", faction="left")
    assert by(view, "contest", "votes")["rtu-m-2014"] == 700
    assert by(view, "contest", "share")["rtu-m-2014"] == 70.0
    assert by(view, "contest", "share")["rtu-m-2016"] == 55.0
    assert by(view, "contest", "unit")["rtu-m-2018"] == "first preferences"


def test_shares_are_compared_only_where_as_many_seats_were_filled_and_the_same_was_counted(
    record: sqlite3.Connection,
) -> None:
    change = by(asked(record, "faction", faction="left"), "contest", "change")
    assert change["rtu-m-2016"] == -15.0
    assert change["rtu-m-2017-by"] is None, "one seat, not three"
    assert change["rtu-m-2018"] is None, "first preferences, not members' votes"
    assert change["rtu-m-2014"] is None, "no contest before"


def test_an_incomplete_table_gives_neither_votes_nor_share_and_a_percentage_is_no_number_of_votes(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "faction", faction="left")
    assert by(view, "contest", "votes")["rtu-e-2018"] is None
    assert by(view, "contest", "share")["rtu-e-2018"] is None
    assert by(view, "contest", "votes")["rtu-e-2015"] is None
    assert by(view, "contest", "share")["rtu-e-2015"] == 52.4
    assert any("incomplete" in note for note in view.notes)


def test_success_is_of_those_whose_outcome_is_known(record: sqlite3.Connection) -> None:
    view = asked(record, "faction", faction="left")
    assert by(view, "contest", "success")["rtu-m-2014"] == pytest.approx(200 / 3)
    assert by(view, "contest", "elected")["rtu-m-2017-by"] == 0
    for unknown in ("rtu-m-2020", "rtu-e-2026"):
        assert by(view, "contest", "elected")[unknown] is None
        assert by(view, "contest", "success")[unknown] is None
    assert by(view, "contest", "unknown")["rtu-m-2020"] == 1
    assert by(view, "contest", "pending")["rtu-e-2026"] == 1
    assert view.findings[0] == (
        "The Tenants' Left Alliance had 13 candidacies in eight contests from 2014 to 2026; "
        "nine were elected (81.8% of the 11 whose outcome is known); one outcome is not on record."
    )


def test_who_withdrew_is_counted_and_has_neither_won_nor_lost(record: sqlite3.Connection) -> None:
    view = asked(record, "faction", faction="steady")
    assert by(view, "contest", "withdrawn")["rtu-e-2026"] == 1
    assert by(view, "contest", "success")["rtu-e-2026"] is None
    assert by(view, "contest", "candidates")["rtu-e-2026"] == 1


def test_the_figures_are_those_of_the_contest(labour: sqlite3.Connection) -> None:
    view = asked(labour, "faction", faction="ltw")
    for key in ("cac-clp-2023", "ncc-clp-2021", "nec-lg-2022", "cac-clp-2021"):
        slates = table(asked(labour, "contest", contest=key), "slates")
        for figure, own in (("votes", "votes"), ("seats", "elected"), ("candidates", "candidates")):
            assert by(view, "contest", own)[key] == by(slates, "faction", figure)["ltw"]
        assert by(view, "contest", "share")[key] == pytest.approx(by(slates, "faction", "share")["ltw"])


def test_a_row_opens_its_contest_and_rests_on_the_sources_of_its_candidacies(
    labour: sqlite3.Connection,
) -> None:
    view = asked(labour, "faction", faction="ltw")
    row = next(one for one in view.rows if one.key == "cac-clp-2023")
    assert row.opens == Place("contest", Lens(body="cac", section="clp", contest="cac-clp-2023"))
    assert "ll-2023-10-cac" in [view.sources[number - 1].key for number in row.sources]


# Where and until when


def test_it_follows_body_section_and_day(record: sqlite3.Connection) -> None:
    section = asked(record, "faction", faction="left", body="rtu", section="estates")
    assert column(section, "contest") == ["rtu-e-2026", "rtu-e-2018", "rtu-e-2015"]
    until = asked(record, "faction", faction="left", date="2016-06-14")
    assert column(until, "contest") == ["rtu-m-2016", "rtu-e-2015", "rtu-m-2014"]
    assert "up to 14 June 2016" in until.words
    assert "from 2014 to 2016" in until.findings[0]


def test_brackets_go_along_its_contests(record: sqlite3.Connection) -> None:
    lens = Lens(faction="joint")
    assert steps(record, lens) == ("2017-03-07", "2018-05-01")
    assert step(record, lens, -1).date == "2017-03-07"
    assert step(record, lens.at(date="2017-03-07"), -1).date == "2017-03-07"


def test_by_body_and_by_section_it_is_counted_alike(labour: sqlite3.Connection) -> None:
    whole = asked(labour, "faction", faction="momentum")
    places = table(whole, "places")
    assert sum(column(places, "contests")) == whole.total  # type: ignore[arg-type]
    nec = asked(labour, "faction", faction="momentum", body="nec")
    assert by(places, "body", "candidates")["NEC"] == sum(column(nec, "candidates"))  # type: ignore[arg-type]
    assert by(places, "body", "contests")["NEC"] == nec.total
    sections = table(nec, "places")
    assert sum(column(sections, "candidates")) == by(places, "body", "candidates")["NEC"]  # type: ignore[arg-type]
    opens = next(row.opens for row in places.rows if row.cells[0] == "NEC")
    assert opens == Place("faction", Lens(body="nec", faction="momentum"))


def test_a_faction_switched_on_keeps_the_contests_in_which_it_stood_too(record: sqlite3.Connection) -> None:
    shown = asked(record, "faction", faction="left", factions="ind")
    assert column(shown, "contest") == ["rtu-e-2026", "rtu-e-2018", "rtu-m-2016"]
    came = asked(record, "faction", faction="ind", factions="steady")
    assert [one[0] for one in moves(came, "came")] == ["Jo O'Casey-Reed", "Eve Yew"]
    assert moves(came, "left") == []


def test_no_faction_an_unknown_one_and_no_slate_are_named(record: sqlite3.Connection) -> None:
    with pytest.raises(Missing, match="as a filter `none` picks them"):
        asked(opened(SMALL), "faction", faction="none")
    with pytest.raises(Missing, match="name it"):
        ask(record, "faction", Lens())
    for key in ("nobody", "none"):
        with pytest.raises(Missing, match=key):
            asked(record, "faction", faction=key)


def test_who_only_endorses_has_no_contest_and_what_it_endorsed_is_told(record: sqlite3.Connection) -> None:
    view = asked(record, "faction", faction="watch")
    assert view.rows == ()
    assert view.empty == "No candidacy for Rent Watch is on record here."
    assert by(table(view, "endorsed"), "slate", "candidates") == {"left": 3, "joint": 1}


def test_an_endorsement_is_not_a_slate_and_may_be_unsought(record: sqlite3.Connection) -> None:
    view = asked(record, "faction", faction="steady")
    endorsed = table(view, "endorsed")
    assert by(endorsed, "slate", "unsought") == {"ind": 1}
    assert sum(column(view, "candidates")) == 10  # type: ignore[arg-type]


# Who came and who left


def test_who_came_and_who_left_are_told_with_the_slates_and_the_contest(record: sqlite3.Connection) -> None:
    independent = asked(record, "faction", faction="ind")
    assert moves(independent, "came") == [
        ("Jo O'Casey-Reed", "steady", "ind", "2018-05-01"),
        ("Eve Yew", "steady", "ind", "2016-06-14"),
    ]
    assert moves(independent, "left") == [("Fay Ivy", "ind", "joint", "2017-03-07")]
    assert moves(asked(record, "faction", faction="steady"), "left") == moves(independent, "came")


def test_nobody_comes_or_leaves_between_slates_under_one_umbrella(record: sqlite3.Connection) -> None:
    assert "Ada Oak" not in [one[0] for one in moves(asked(record, "faction", faction="grass"), "came")]
    assert moves(asked(record, "faction", faction="left"), "left") == []


@pytest.mark.parametrize(
    ("faction", "kind", "move"),
    [
        ("indep", "left", ("Johanna Baxter", "indep", "lf-progress", "2016-08-08")),
        ("ltw", "came", ("Johanna Baxter", "lf-progress", "ltw", "2020-11-13")),
        ("clga", "left", ("Ann Black", "clga", "indep", "2018-09-03")),
        ("openlabour", "came", ("Ann Black", "indep", "openlabour", "2020-11-13")),
    ],
)
def test_changes_of_slate_of_the_packaged_record(
    labour: sqlite3.Connection, faction: str, kind: str, move: tuple[object, ...]
) -> None:
    view = asked(labour, "faction", faction=faction)
    assert move in moves(view, kind)
    row = next(one for one in table(view, kind).rows if one.cells[0] == move[0] and one.cells[3] == move[3])
    assert row.sources
    assert row.opens == Place("candidate", Lens(person=str(move[0]).lower().replace(" ", "-")))


def test_who_comes_back_is_marked(labour: sqlite3.Connection) -> None:
    came = table(asked(labour, "faction", faction="lf-progress"), "came")
    returned = dict(
        zip(
            zip(column(came, "person"), column(came, "date"), strict=True),
            column(came, "returned"),
            strict=True,
        )
    )
    assert returned["Johanna Baxter", "2020-04-04"] is True
    assert returned["Johanna Baxter", "2016-08-08"] is None


def test_whose_earlier_slate_no_source_states_has_come_from_nowhere(labour: sqlite3.Connection) -> None:
    view = asked(labour, "faction", faction="ltw")
    assert "Alice Perry" not in [one[0] for one in moves(view, "came")]
    assert by(table(view, "often"), "person", "candidates")["Alice Perry"] == 2


def test_every_move_of_the_packaged_record_is_a_change_of_slate_of_the_person(
    labour: sqlite3.Connection,
) -> None:
    for key in ("clga", "ltw", "lf-progress", "indep", "openlabour"):
        view = asked(labour, "faction", faction=key)
        for kind in ("came", "left"):
            for row in next((one.rows for one in view.tables if one.key == kind), ()):
                assert row.opens is not None
                career = asked(labour, "candidate", person=str(row.opens.lens.person))
                assert by(career, "date", "change_of_slate")[row.cells[3]], (key, row.cells)


TWO: Rows = [
    {"contest": str(year), "body": "b", "section": "s", "date": str(year), "seats": 1}
    for year in (2010, 2014, 2018)
]


def test_a_membership_counts_only_on_its_days() -> None:
    record = tiny(
        factions=[
            {"faction": "left", "name": "Left", "short": "Left", "position": 1},
            {"faction": "young", "name": "Young", "short": "Young", "position": 2},
        ],
        memberships=[{"faction": "young", "member_of": "left", "valid_from": "2012", "valid_to": "2016"}],
        contests=TWO,
        candidacies=[
            {"contest": one["contest"], "person": "p", "slate": "young", "outcome": "elected"} for one in TWO
        ],
    )
    view = asked(record, "faction", faction="left")
    assert column(view, "contest") == ["2014"]
    assert "within it on the day" in " ".join(view.notes)


# What it holds, whom it knows


@pytest.mark.parametrize("date", ["2014-10-01", "2019-01-01", "2021-01-01", "2023-11-01", "2025-01-01"])
@pytest.mark.parametrize("faction", ["clga", "ltw", "openlabour", "lf-progress", "indep"])
def test_the_seats_held_are_those_of_the_composition(
    labour: sqlite3.Connection, faction: str, date: str
) -> None:
    view = asked(labour, "faction", faction=faction, body="nec", date=date)
    held = {row.cells[0] for one in view.tables if one.key == "seats" for row in one.rows}
    composition = asked(labour, "composition", body="nec", date=date, factions=faction)
    assert held == {row.cells[0] for one in composition.tables if one.key == "holders" for row in one.rows}


def test_kin_are_told_with_their_days_and_open_each_other(record: sqlite3.Connection) -> None:
    kin = table(asked(record, "faction", faction="grass"), "kin")
    told = list(
        zip(
            column(kin, "faction"),
            column(kin, "umbrella"),
            column(kin, "since"),
            column(kin, "until"),
            strict=True,
        )
    )
    assert told == [("grass", "left", "2016-01-01", "2022"), ("joint", "grass", None, None)]
    assert [row.opens for row in kin.rows] == [
        Place("faction", Lens(faction=key)) for key in ("left", "joint")
    ]


def test_who_stood_most_often_stands_first_whichever_way_they_are_found(
    labour: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = table(asked(labour, "faction", faction="clga"), "often")
    assert column(found, "person")[:3] == ["Pete Willsman", "Christine Shawcroft", "Ann Black"]
    assert column(found, "candidates")[:3] == [13, 12, 11]
    for names in (1, 5, 30):
        monkeypatch.setattr("db.questions.faction.persons.NAMES", names)
        assert table(asked(labour, "faction", faction="clga"), "often") == found


# Long records


def test_a_long_record_lists_the_newest_on_a_screen_and_says_so_and_an_export_has_all(
    labour: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = asked(labour, "faction", faction="clga")
    monkeypatch.setattr("db.questions.faction.NEWEST", 5)
    shown = ask(labour, "faction", Lens(faction="clga"), 0, 40)
    assert [row.key for row in shown.rows] == [row.key for row in whole.rows[:5]]
    own = len(whole.findings) - 1
    assert shown.findings[:own] == whole.findings[:own]
    assert whole.findings[own].startswith(shown.findings[own].partition(" Sources differ")[0]), (
        "then what is shown"
    )
    assert f"The newest 5 of {whole.total} contests" in " ".join(shown.notes)
    assert not any("newest" in note for note in whole.notes)


def test_a_long_table_says_how_much_it_leaves_out(
    labour: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = asked(labour, "faction", faction="clga")
    monkeypatch.setattr("db.questions.faction.persons.MOST", 2)
    monkeypatch.setattr("db.questions.faction.LOOKED", 100)
    view = ask(labour, "faction", Lens(faction="clga"), 0, 40)
    assert table(view, "seats").title == f"Seats held: 2 of {len(table(whole, 'seats').rows)}"
    assert len(table(view, "left").rows) == 2
    assert "the newest 100 of 182 candidacies" in " ".join(view.notes)
    assert view.findings[1].startswith("Of those with its newest 100 candidacies, one person came")
    assert not whole.findings[1].startswith("Of those")


def test_a_record_reads_no_table_from_end_to_end(labour: sqlite3.Connection) -> None:
    queries: list[str] = []
    labour.set_trace_callback(queries.append)
    for lens in (Lens(faction="clga"), Lens(faction="clga", body="nec"), Lens(faction="ltw", date="2022")):
        ask(labour, "faction", lens, 0, 40)
    labour.set_trace_callback(None)
    plans = [
        step
        for query in queries
        if query[:4] != "-- "
        for *_, step in labour.execute(f"EXPLAIN QUERY PLAN {query}")
    ]
    for name in ("candidacy", "term", "citation", "person", "endorsement"):
        assert f"SCAN {name}" not in plans


# The chart


def test_the_chart_keeps_units_apart_and_leaves_gaps_for_what_is_not_known(
    labour: sqlite3.Connection,
) -> None:
    chart = asked(labour, "faction", faction="clga").chart
    assert chart is not None
    named = {(one.name, one.unit): dict(one.points) for one in chart.series}
    nec = named["NEC, members' section", "members' votes"]
    assert nec["2014-08-20"] == pytest.approx(55.2, abs=0.05)
    assert nec["2008-07-24"] is None
    assert "2020-11-13" not in nec, "first preferences are no members' votes"
    assert "2018-01-15" not in nec, "three seats beside the six are no regular contest"
    assert ("CAC, members' section", "delegates' votes") in named
    in_one = asked(labour, "faction", faction="clga", body="cac").chart
    assert in_one is not None
    assert {one.name for one in in_one.series} == {"members' section"}
    assert ("CAC, members' section", "members' votes") in named


def test_where_no_shares_can_be_compared_the_chart_has_seats(labour: sqlite3.Connection) -> None:
    chart = asked(labour, "faction", faction="openlabour").chart
    assert chart is not None
    assert chart.title == "Seats won, regular contests"
    assert [dict(one.points) for one in chart.series] == [{"2020-11-13": 1, "2022-09-01": 1, "2024-09-18": 1}]


def test_where_no_section_has_two_contests_the_chart_has_the_seats_of_each_year() -> None:
    sections: Rows = [{"body": "b", "section": key, "name": key} for key in "stu"]
    contests: Rows = [
        {"contest": key, "body": "b", "section": key, "date": date, "seats": 2}
        for key, date in zip("stu", ("2010-05", "2010-09", "2014"), strict=True)
    ]
    outcomes = ("elected", "elected", "not elected")
    stood: Rows = [
        {"contest": key, "person": key, "slate": "left", "outcome": outcome}
        for key, outcome in zip("stu", outcomes, strict=True)
    ]
    record = tiny(sections=sections, contests=contests, candidacies=stood)
    chart = asked(record, "faction", faction="left").chart
    assert chart is not None
    assert chart.title == "Seats won in each year"
    assert [one.points for one in chart.series] == [(("2010", 2), ("2014", 0))]
    assert asked(record, "faction", faction="left", body="b", section="s").chart is None
    assert asked(record, "faction", faction="right").chart is None
