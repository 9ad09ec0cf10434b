"""Persons, contests, factions and sources of the small record."""

from __future__ import annotations

import sqlite3

import pytest
from records import HOSTILE, PACKAGED, SMALL, asked, by, cell, column, opened, table, tiny

from db.errors import Missing
from db.view import Tone, View


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The small record."""
    return opened(SMALL)


def person(record: sqlite3.Connection, key: str) -> View:
    """A person's record."""
    return asked(record, "candidate", person=key)


def test_a_career_shows_every_candidacy_from_the_first_to_the_last(record: sqlite3.Connection) -> None:
    view = person(record, "ada-oak")
    assert column(view, "contest") == ["rtu-m-2014", "rtu-m-2016", "rtu-m-2018", "rtu-m-2020"]
    assert column(view, "outcome") == ["elected", "elected", "elected", "unknown"]
    assert column(view, "slate") == ["left", "grass", "grass", "grass"]
    assert "stood in four contests from 2014 to 2020 and was elected three times" in view.findings[0]


def test_each_change_of_slate_stands_out(record: sqlite3.Connection) -> None:
    view = person(record, "eve-yew")
    changed = [row for row in view.rows if row.tone is Tone.NOTABLE]
    assert [cell(view, row, "change_of_slate") for row in changed] == ["from Steady to Ind"]
    assert view.findings[1] == "Yew stood for Steady Hands in 2014 and as an independent in 2016."


def test_from_an_umbrella_to_its_member_is_no_change_of_slate(record: sqlite3.Connection) -> None:
    assert column(person(record, "ada-oak"), "change_of_slate") == [None] * 4


def test_a_candidacy_without_a_known_slate_is_no_change_of_slate(record: sqlite3.Connection) -> None:
    view = person(record, "gus-bay")
    assert column(view, "slate") == ["steady", "steady", "none"]
    assert column(view, "change_of_slate") == [None] * 3


def test_a_change_of_slate_is_seen_across_a_candidacy_of_which_none_is_known() -> None:
    slates = {"2010": {"slate": "left"}, "2012": {}, "2014": {"slate": "right"}}
    record = tiny(
        contests=[{"contest": f"c{year}", "body": "b", "section": "s", "date": year} for year in slates],
        candidacies=[
            {"contest": f"c{year}", "person": "ann", "outcome": "unknown", **slate}
            for year, slate in slates.items()
        ],
    )
    assert column(person(record, "ann"), "change_of_slate") == [None, None, "from Left to Right"]


def test_a_person_who_came_back_to_a_slate_changed_twice(record: sqlite3.Connection) -> None:
    changes = column(person(record, "fay-ivy"), "change_of_slate")
    assert changes == [None, "from Ind to GR/TW", None]


def test_a_record_lists_the_seats_held_what_was_said_and_recorded_votes(record: sqlite3.Connection) -> None:
    view = person(record, "jo-ocasey-reed")
    assert column(table(view, "terms"), "since") == ["2015-09", "2018-05-01", "2019-02-01"]
    assert column(table(view, "terms"), "until") == ["2018-05-01", "2019-02-01", None]
    assert column(table(person(record, "hal-box"), "leanings"), "leaning") == ["close to Steady Hands"]
    assert column(table(person(record, "eve-yew"), "votes"), "vote") == ["against"]
    assert "Also printed as: Joanna Reed." in view.notes


def test_a_person_without_candidacies_has_a_record_all_the_same() -> None:
    record = tiny(terms=[{"body": "b", "section": "s", "person": "cat", "start": "2010"}])
    view = person(record, "cat")
    assert view.rows == ()
    assert "stood in no contest" in view.empty
    assert column(table(view, "terms"), "since") == ["2010"]


def test_a_record_is_of_one_person_who_is_there(record: sqlite3.Connection) -> None:
    with pytest.raises(Missing, match="name one"):
        asked(record, "candidate")
    with pytest.raises(Missing, match="'nobody'"):
        person(record, "nobody")


def test_contests_run_from_the_newest_and_say_what_is_known(record: sqlite3.Connection) -> None:
    view = asked(record, "contests", body="rtu")
    dates = [str(date) for date in column(view, "date")]
    assert dates == sorted(dates, reverse=True)
    status = by(view, "contest", "status")
    assert status["rtu-e-2026"] == "nominating"
    assert status["rtu-m-2020"] == "result not on record"
    assert status["rtu-m-2014"] == "declared"
    assert by(view, "contest", "elected")["rtu-m-2018"] == 4
    assert by(view, "contest", "votes")["rtu-m-2014"] == 1000
    assert by(view, "contest", "votes")["rtu-e-2018"] is None
    assert column(table(view, "rounds"), "contests") == [2]


def test_contests_of_a_section_are_its_own(record: sqlite3.Connection) -> None:
    view = asked(record, "contests", body="rtu", section="estates")
    assert column(view, "contest") == ["rtu-e-2026", "rtu-e-2018", "rtu-e-2015"]


def test_a_faction_tells_how_often_it_stood_and_won_and_what_it_belongs_to(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "factions")
    stood = {"left": 8, "grass": 3, "joint": 2, "tide": 0, "steady": 10, "ind": 4, "watch": 0}
    assert by(view, "faction", "candidates") == stood
    assert by(view, "faction", "seats")["left"] == 6
    assert by(view, "faction", "endorsements")["watch"] == 4
    assert by(view, "faction", "member_of")["joint"] == ("Grassroots Tenants", "Tidewater Group")
    assert by(view, "faction", "slot")["ind"] == 9


def test_factions_are_counted_within_the_section_asked_for(record: sqlite3.Connection) -> None:
    counted = by(asked(record, "factions", body="rtu", section="estates"), "faction", "candidates")
    assert counted == {"left": 3, "grass": 0, "joint": 0, "tide": 0, "ind": 2, "steady": 4, "watch": 0}


def test_every_source_is_listed_with_what_rests_on_it(record: sqlite3.Connection) -> None:
    view = asked(record, "sources")
    assert set(column(view, "source")) == {
        "gazette-2014",
        "gazette-2016",
        "gazette-2018",
        "minutes",
        "newsletter",
        "ours",
    }
    assert by(view, "source", "kind")["ours"] == "derived"
    assert all(isinstance(number, int) and number > 0 for number in column(view, "supports"))
    assert len(view.sources) == 6


def test_the_sources_of_a_section_are_those_that_its_rows_rest_on(record: sqlite3.Connection) -> None:
    keys = column(asked(record, "sources", body="rtu", section="estates"), "source")
    assert set(keys) == {"minutes", "gazette-2018"}


@pytest.mark.parametrize("folder", [SMALL, PACKAGED, HOSTILE], ids=["small", "packaged", "hostile"])
def test_every_row_of_a_list_opens_something_that_answers(folder: object) -> None:
    connection = opened(folder)  # type: ignore[arg-type]
    for view in ("contests", "factions", "candidates"):
        for row in asked(connection, view).rows[:60]:
            assert row.opens is not None
            lens = row.opens.lens
            place = {
                name: value
                for name in ("body", "section", "contest", "person", "faction")
                if (value := getattr(lens, name))
            }
            assert asked(connection, row.opens.view, factions=" ".join(lens.factions), **place).title


def test_a_divided_body_shows_its_recorded_votes_beside_its_composition(record: sqlite3.Connection) -> None:
    divisions = table(asked(record, "composition", body="rtu", date="2016-12-31"), "divisions")
    assert by(divisions, "subject", "for") == {"A rent strike (for) or talks (against)": 3}


def test_an_event_that_changed_a_seat_stands_beside_the_composition(record: sqlite3.Connection) -> None:
    events = table(asked(record, "composition", body="rtu", date="2017-01-15"), "events")
    assert column(events, "kind") == ["resignation"]


def test_what_happened_to_a_section_includes_what_happened_to_its_parts() -> None:
    sections = [{"body": "b", "section": "s", "name": "members"}]
    sections += [
        {"body": "b", "section": key, "name": key, "parent": parent}
        for key, parent in (("p", "s"), ("q", None))
    ]
    events = [
        {"event": key, "body": "b", "section": key, "date": "2017-01-02", "kind": "a fire", "words": key}
        for key in "pq"
    ]
    view = asked(
        tiny(sections=sections, events=events), "composition", body="b", section="s", date="2017-06-01"
    )
    assert column(table(view, "events"), "words") == ["p"]
