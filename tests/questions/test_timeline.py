"""A body through time: a row a day of change, with what happened, the seats from then on, and who had a majority."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from records import HOSTILE, PACKAGED, SMALL, Rows, asked, cell, column, opened, tiny

from db.lens import Lens, Place
from db.questions import ask
from db.questions.timeline import timeline
from db.view import View
from db.wayfinding.steps import steps

MEMBERS = {"body": "nec", "section": "clp"}


@pytest.fixture(scope="module")
def members() -> View:
    """The members' section of the NEC through time."""
    return asked(opened(PACKAGED), "timeline", **MEMBERS)


def on(view: View, date: str) -> dict[str, object]:
    """The filled cells of a day."""
    (row,) = [row for row in view.rows if row.key == date]
    return {one.key: value for one, value in zip(view.columns, row.cells, strict=True) if value}


def test_the_latest_day_comes_first_and_opens_the_composition_of_that_day(members: View) -> None:
    days = column(members, "date")
    assert days == sorted(map(str, days), reverse=True)
    assert members.rows[0].opens == Place("composition", Lens(**MEMBERS, date="2024-09-18"))


def test_the_seats_of_the_members_section_after_each_of_the_known_results(members: View) -> None:
    assert on(members, "2020-04-04")["lf-progress"] == 2
    november = on(members, "2020-11-13")
    assert (november["grassroots-voice"], november["ltw"], november["votes"]) == (5, 3, 9)
    september = on(members, "2024-09-18")
    assert (september["ltw"], september["clga"], september["others"]) == (4, 3, 2)


def test_a_majority_is_stated_where_a_group_has_it_for_certain(members: View) -> None:
    assert on(members, "2018-09-03")["held_by"][0].key == "clga-momentum"  # type: ignore[index]
    assert "held_by" not in on(members, "2024-09-18")
    assert "Grassroots Voice from 13 November 2020 to 1 September 2022" in members.findings[0]


def test_each_day_says_what_happened_and_cites_it(members: View) -> None:
    day = on(members, "2022-12")
    assert day["what"] == ("expulsion",)
    assert str(day["words"]).startswith("Naomi Wimborne-Idrissi: expelled from the party")
    assert all(row.sources for row in members.rows)


@pytest.mark.parametrize("grouping", ["slate", "endorsement", "alignment"])
def test_a_day_of_the_timeline_has_the_figures_of_the_composition_of_that_day(grouping: str) -> None:
    connection = opened(PACKAGED)
    view = asked(connection, "timeline", **MEMBERS, grouping=grouping)
    for row in view.rows[::5]:
        there = asked(connection, "composition", **MEMBERS, grouping=grouping, date=row.key)
        seats = {one.cells[0].key: one.cells[1] for one in there.rows}  # type: ignore[union-attr]
        here = on(view, row.key)
        assert {key: here[key] for key in seats if key in here} == {
            key: number for key, number in seats.items() if key in here
        }
        assert here.get("unknown", 0) == seats.get("none", 0)
        assert there.drawing is not None
        assert here.get("not_known", 0) == there.drawing.vacant
        assert here["majority"] == there.drawing.majority


def test_the_brackets_stop_at_every_day_of_the_timeline() -> None:
    connection = opened(PACKAGED)
    places = connection.execute("SELECT key FROM body").fetchall()
    for (body,) in places:
        for grouping in ("slate", "alignment"):
            view = asked(connection, "timeline", body=body, grouping=grouping)
            missed = set(column(view, "date")) - set(steps(connection, Lens(body=body, grouping=grouping)))
            assert missed == set()


def test_statements_of_where_holders_lean_are_days_of_change_only_where_they_are_counted() -> None:
    connection = opened(PACKAGED)
    assert "2020-11-24" not in column(asked(connection, "timeline", body="nec"), "date")
    day = on(asked(connection, "timeline", body="nec", grouping="alignment"), "2020-11-24")
    assert day["what"] == ("leaning", "leaning otherwise")
    assert "Ann Black: described as “swing (soft left)”" in str(day["words"])


def test_the_faction_filter_keeps_the_days_that_concern_it_and_its_own_columns() -> None:
    whole = asked(opened(PACKAGED), "timeline", **MEMBERS)
    view = asked(opened(PACKAGED), "timeline", factions="ltw", **MEMBERS)
    assert 0 < view.total < whole.total
    assert [one.key for one in view.columns][3:7] == ["ltw", "lf-progress", "labourfirst", "others"]
    assert view.timeline is not None
    assert view.timeline.lit == {"ltw"}
    assert asked(opened(PACKAGED), "timeline", factions="lrc", **MEMBERS).timeline.lit == frozenset()  # type: ignore[union-attr]


def test_more_groups_than_fit_are_counted_as_others() -> None:
    view = asked(opened(PACKAGED), "timeline", body="nec", section="clp")
    groups = [one.key for one in view.columns][3:11]
    assert "others" not in groups
    for row in view.rows:
        seats = [value for value in row.cells[3:-3] if isinstance(value, int)]
        assert sum(seats) in (6, 9)


def test_the_drawing_has_the_days_in_their_order_and_knows_the_day_looked_at(members: View) -> None:
    drawing = members.timeline
    assert drawing is not None
    assert [step.date for step in drawing.steps] == column(members, "date")[::-1]
    assert drawing.at == len(drawing.steps) - 1
    assert drawing.steps[drawing._replace(date="2020-12-25").at].date == "2020-11-13"
    assert drawing._replace(date="1990").at == 0
    by_date = {step.date: step for step in drawing.steps}
    assert by_date["2020-04-04"].marks == "B"
    assert all(1 <= number <= len(drawing.sources) for step in drawing.steps for number in step.cited)


def test_the_drawing_alone_is_that_of_the_view(members: View) -> None:
    assert timeline(opened(PACKAGED), Lens(**MEMBERS)) == members.timeline
    assert timeline(tiny(), Lens(body="b")) is None


def test_of_a_body_of_which_half_the_seats_are_not_on_record_no_majority_is_stated() -> None:
    view = asked(opened(PACKAGED), "timeline", body="nec")
    assert "majority" not in on(view, "1998-09-27")
    assert any("no more than 11 of 40 seats" in note for note in view.notes)


def test_a_body_without_any_change_says_so() -> None:
    view = asked(tiny(), "timeline", body="b")
    assert (view.total, view.timeline) == (0, None)
    assert view.empty == "The record holds no change of Board: neither seats, terms, results nor events."


def test_an_event_of_its_own_day_is_a_day_of_change() -> None:
    files: dict[str, Rows] = {
        "rules": [{"body": "b", "section": "s", "valid_from": "2010", "seats": 1}],
        "events": [
            {
                "event": "e",
                "body": "b",
                "date": "2012-03-04",
                "kind": "a fire",
                "words": "The hall burnt down",
            }
        ],
    }
    connection = tiny(**files)
    assert steps(connection, Lens(body="b")) == ("2010", "2012-03-04")
    view = asked(connection, "timeline", body="b")
    assert on(view, "2012-03-04")["words"] == "The hall burnt down."
    assert view.timeline is not None and view.timeline.steps[1].marks == "*"


@pytest.mark.parametrize("folder", [SMALL, HOSTILE], ids=["small", "hostile"])
def test_every_grouping_and_scheme_of_other_records_is_told(folder: Path) -> None:
    connection: sqlite3.Connection = opened(folder)
    (body,) = connection.execute("SELECT key FROM body LIMIT 1").fetchone()
    for grouping in ("slate", "endorsement", "alignment", "bloc"):
        view = asked(connection, "timeline", body=body, grouping=grouping)
        assert view.total and all(str(cell(view, row, "words")).strip() for row in view.rows)


def test_under_a_scenario_every_day_is_counted_as_the_composition_of_that_day_and_says_so() -> None:
    connection = opened(SMALL)
    (scenario,) = connection.execute("SELECT key FROM scenario LIMIT 1").fetchone()
    view = asked(connection, "timeline", body="rtu", scenario=scenario)
    assert view.title.startswith("Scenario ") and view.timeline is not None and view.timeline.scenario
    for row in view.rows:
        there = asked(connection, "composition", body="rtu", scenario=scenario, date=row.key)
        assert there.drawing is not None
        assert cell(view, row, "votes") == there.drawing.votes
        assert cell(view, row, "majority") in (there.drawing.majority, None)


def test_a_faction_with_the_key_of_another_column_has_a_column_of_its_own() -> None:
    factions = [{"faction": key, "name": key, "short": key} for key in ("votes", "date", "plain")]
    sections = [{"body": "b", "section": "s", "name": "members", "position": 1}]
    contest = {"contest": "c", "body": "b", "section": "s", "date": "2012-03-04", "seats": 3}
    won = [
        {"contest": "c", "person": f"p-{key}", "slate": key, "outcome": "elected"}
        for key in ("votes", "date", "plain")
    ]
    connection = tiny(factions=factions, sections=sections, contests=[contest], candidacies=won)
    view = asked(connection, "timeline", body="b")
    keys = [one.key for one in view.columns]
    assert len(set(keys)) == len(keys)
    assert {"group-votes", "group-date", "plain"} <= set(keys)
    assert on(view, "2012-03-04")["group-votes"] == 1


SEAT = {"body": "b", "section": "s"}


def held(person: str, start: str, end: str | None = None) -> dict[str, object]:
    """A term of which a source states when it began, and when it ended."""
    return {**SEAT, "person": person, "start": start, "end": end}


def test_where_groups_overlap_every_one_that_has_a_majority_is_named() -> None:
    contest = {**SEAT, "contest": "c", "date": "2012-03-04", "seats": 1}
    backed = [{"contest": "c", "person": "ann", "faction": key} for key in ("right", "left")]
    connection = tiny(
        rules=[{**SEAT, "valid_from": "2012-03-04", "seats": 1}],
        contests=[contest],
        candidacies=[{"contest": "c", "person": "ann", "outcome": "elected"}],
        endorsements=backed,
    )
    view = asked(connection, "timeline", body="b", grouping="endorsement")
    assert [one.key for one in on(view, "2012-03-04")["held_by"]] == ["left", "right"]  # type: ignore[attr-defined]
    assert (
        view.findings[0]
        == "Left and Right each had a majority of the votes of the Board for certain from 4 March 2012 on."
    )


def test_days_of_which_little_is_on_record_are_told_in_the_spans_that_they_make() -> None:
    rules = [
        {**SEAT, "valid_from": start, "valid_to": end, "seats": seats}
        for start, end, seats in (
            ("2010", "2011", 1),
            ("2011", "2012", 4),
            ("2012", "2013", 1),
            ("2013", None, 4),
        )
    ]
    view = asked(tiny(rules=rules), "timeline", body="b")
    (note,) = [one for one in view.notes if "no more than" in one]
    assert note.startswith("From 2010 to 2011 and from 2012 to 2013 the record has no more than 1 of 4 seats")


def test_terms_of_which_no_source_states_an_end_are_said_to_change_the_count_between_the_days() -> None:
    sources = [{"source": "s", "title": "List", "date": "2015-02-01"}]
    term = {**SEAT, "person": "ann", "sources": "s"}
    connection = tiny(rules=[{**SEAT, "valid_from": "2010", "seats": 2}], sources=sources, terms=[term])
    view = asked(connection, "timeline", body="b")
    assert column(view, "date") == ["2010"]
    assert any(
        note.startswith("Of one term no source states the beginning or the end") for note in view.notes
    )
    plain = asked(tiny(terms=[held("ann", "2011")]), "timeline", body="b")
    assert not any("no source states" in note for note in plain.notes)


PEOPLE = [{"person": key, "name": key.title(), "sort_name": key.title()} for key in ("ann", "bob")]


def noted(date: str, **more: object) -> dict[str, object]:
    """An event of the body about Ann."""
    return {
        "event": date,
        "body": "b",
        "date": date,
        "kind": "replacement",
        "persons": "ann",
        "words": "Ann for Bob",
        **more,
    }


@pytest.mark.parametrize("event", [noted("2012"), noted("2012", section="s"), noted("2012", persons="bob")])
def test_an_event_that_tells_how_a_term_begins_is_of_the_day_of_the_term(event: dict[str, object]) -> None:
    term = {**held("ann", "2012-06"), "how_gained": "appointed", "replaces": "bob"}
    connection = tiny(
        persons=PEOPLE, rules=[{**SEAT, "valid_from": "2010", "seats": 1}], terms=[term], events=[event]
    )
    for section in (None, "s"):
        lens = Lens(body="b").at(section=section)
        assert steps(connection, lens) == ("2010", "2012-06")
        day = on(ask(connection, "timeline", lens), "2012-06")
        assert (day["what"], str(day["words"]).startswith("Ann for Bob")) == (("replacement",), True)


def test_an_event_of_the_body_that_tells_of_nobody_in_a_section_is_no_day_of_the_section() -> None:
    connection = tiny(
        persons=PEOPLE, rules=[{**SEAT, "valid_from": "2010", "seats": 1}], events=[noted("2012")]
    )
    assert steps(connection, Lens(body="b")) == ("2010", "2012")
    assert column(asked(connection, "timeline", body="b"), "date") == ["2012", "2010"]
    assert steps(connection, Lens(body="b", section="s")) == ("2010",)
    assert column(asked(connection, "timeline", body="b", section="s"), "date") == ["2010"]


@pytest.mark.parametrize("kind", ["election", "by-election", "result", "contest"])
def test_an_event_that_reports_a_contest_is_of_its_day(kind: str) -> None:
    contest = {**SEAT, "contest": "c", "date": "2012-03-04", "seats": 1}
    connection = tiny(persons=PEOPLE, contests=[contest], events=[noted("2012-03", section="s", kind=kind)])
    assert steps(connection, Lens(body="b")) == ("2012-03-04",)
    assert column(asked(connection, "timeline", body="b"), "date") == ["2012-03-04"]
