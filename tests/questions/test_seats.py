"""Who holds the seats of the small record on which day, and what changed between two days."""

from __future__ import annotations

import sqlite3

import pytest
from pytest import approx
from records import SMALL, asked, by, column, opened, table, tiny

from db.errors import Missing
from db.view import View


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The small record."""
    return opened(SMALL)


def composition(
    record: sqlite3.Connection, date: str, section: str | None = None, factions: str = ""
) -> View:
    """Who holds the seats on a day."""
    place = {"section": section} if section else {}
    return asked(record, "composition", factions=factions, body="rtu", date=date, **place)


def changes(record: sqlite3.Connection, against: str, date: str, **place: str) -> View:
    """What changed in the members' section between two days."""
    return asked(
        record, "changes", **{"body": "rtu", "section": "members", **place}, against=against, date=date
    )


def seats(view: View) -> dict[object, object]:
    """Seats by faction."""
    return dict(by(view, "faction", "seats"))


@pytest.mark.parametrize(
    ("date", "held"),
    [
        ("2014-06-10", {"left": 2, "steady": 1}),
        ("2015-12", {"left": 3, "steady": 2}),
        ("2016-06-14", {"left": 2, "grass": 1, "ind": 1, "steady": 1}),
        ("2017-03-06", {"left": 1, "grass": 1, "ind": 1, "steady": 1, "not-known": 1}),
        ("2017-03-07", {"left": 1, "grass": 1, "ind": 1, "steady": 2}),
        ("2018-05-01", {"left": 2, "grass": 1, "joint": 1, "ind": 1, "steady": 1}),
        ("2019-12-03", {"left": 1, "grass": 1, "joint": 1, "ind": 1, "steady": 1, "none": 1}),
        ("2020-05-05", {"ind": 1, "none": 1, "not-known": 4}),
    ],
)
def test_seats_by_slate_on_a_day(record: sqlite3.Connection, date: str, held: dict[str, int]) -> None:
    assert seats(composition(record, date)) == held


def test_the_day_before_a_result_still_shows_the_old_holders(record: sqlite3.Connection) -> None:
    before = table(composition(record, "2016-06-13", "members"), "holders")
    assert set(column(before, "person")) == {"Ada Oak", "Ben Ash", "Cy Elm"}


def test_a_section_is_as_large_as_its_rule_of_the_day(record: sqlite3.Connection) -> None:
    for date, size in (("2018-04-30", 3), ("2018-05-01", 4)):
        assert sum(map(int, seats(composition(record, date, "members")).values())) == size  # type: ignore[call-overload]


def test_shares_are_of_all_seats_and_add_up(record: sqlite3.Connection) -> None:
    view = composition(record, "2017-03-06")
    assert by(view, "faction", "share")["not-known"] == approx(20)
    assert sum(map(float, column(view, "share"))) == approx(100)  # type: ignore[arg-type]


def test_a_majority_is_of_the_votes_that_can_be_cast(record: sqlite3.Connection) -> None:
    with_vote, suspended = composition(record, "2019-01-31"), composition(record, "2019-02-01")
    assert with_vote.drawing is not None
    assert suspended.drawing is not None
    assert (with_vote.drawing.majority, suspended.drawing.majority) == (4, 3)
    assert by(suspended, "faction", "voting")["ind"] == 0
    assert any("Suspended" in note and "Jo O'Casey-Reed" in note for note in suspended.notes)


def test_a_slate_with_a_majority_of_its_own_is_said_to_have_one(record: sqlite3.Connection) -> None:
    assert any("alone had a majority" in said for said in composition(record, "2014-06-10").findings)
    assert any("No slate had a majority alone" in said for said in composition(record, "2016-06-14").findings)
    assert any(
        "without a known slate or holder" in said for said in composition(record, "2017-03-06").findings
    )


def test_the_hemicycle_runs_from_left_to_right_with_every_seat(record: sqlite3.Connection) -> None:
    drawing = composition(record, "2017-03-06").drawing
    assert drawing is not None
    assert [faction.key for faction, _ in drawing.groups] == ["left", "grass", "ind", "steady"]
    assert sum(seats for _, seats in drawing.groups) + drawing.vacant == 5
    assert drawing.lit == frozenset()


def test_the_hemicycle_keeps_every_seat_and_lights_those_of_the_filter(record: sqlite3.Connection) -> None:
    drawing = composition(record, "2016-06-14", factions="left").drawing
    assert drawing is not None
    assert sum(seats for _, seats in drawing.groups) == 5
    assert drawing.lit == {"left", "grass"}


def test_a_filter_that_nobody_seated_fits_lights_no_seat_rather_than_all(record: sqlite3.Connection) -> None:
    drawing = composition(record, "2014-06-10", factions="tide").drawing
    assert drawing is not None
    assert drawing.lit
    assert drawing.lit.isdisjoint(faction.key for faction, _ in drawing.groups)


def test_a_derived_seat_is_marked_and_rests_on_the_source_of_its_result(record: sqlite3.Connection) -> None:
    view = composition(record, "2014-06-10")
    holders = table(view, "holders")
    assert set(column(holders, "basis")) == {"derived"}
    assert {view.sources[number - 1].key for row in holders.rows for number in row.sources} == {
        "gazette-2014"
    }


def test_a_replacement_is_shown_with_how_and_since_when(record: sqlite3.Connection) -> None:
    holders = table(composition(record, "2020-01"), "holders")
    assert by(holders, "person", "gained")["Hal Box"] == "replacement"
    assert by(holders, "person", "since")["Hal Box"] == "2019-12-03"
    assert by(holders, "person", "represents")["Hal Box"] == "West Estate"


def test_without_a_date_the_last_change_on_record_is_shown(record: sqlite3.Connection) -> None:
    assert "5 May 2020" in asked(record, "composition", body="rtu").words


def test_a_day_before_the_record_begins_is_empty_and_says_so(record: sqlite3.Connection) -> None:
    view = composition(record, "1999")
    assert view.rows == ()
    assert "begins on 10 June 2014" in view.empty
    assert view.widen


def test_a_filter_that_lets_nothing_through_says_why_and_which_key_widens_it(
    record: sqlite3.Connection,
) -> None:
    view = composition(record, "2014-06-10", factions="tide")
    assert view.rows == ()
    assert "Tidewater Group" in view.empty
    assert [key for key, _ in view.widen] == ["0"]


def test_a_place_that_is_not_there_is_said_to_be_missing(record: sqlite3.Connection) -> None:
    with pytest.raises(Missing, match="'council'"):
        asked(record, "composition", body="council")
    with pytest.raises(Missing, match="'wards'"):
        asked(record, "changes", body="rtu", section="wards")


def test_a_seat_passes_from_slate_to_slate(record: sqlite3.Connection) -> None:
    view = changes(record, "rtu-m-2014", "rtu-m-2016")
    rows = set(zip(column(view, "kind"), column(view, "before"), column(view, "after"), strict=True))
    assert rows == {
        ("gain", "Cy Elm", "Eve Yew"),
        ("held", "Ada Oak", "Ada Oak"),
        ("held by another", "Ben Ash", "Dee Fir"),
    }
    assert by(table(view, "net"), "faction", "change") == {"left": 0, "ind": 1, "steady": -1}
    assert (
        "independents gained one seat of the RTU members' section, while Steady Hands lost one"
        in view.findings[0]
    )
    assert "Eve Yew for Cy Elm" in view.findings[1]


def test_a_gain_at_a_by_election_is_against_the_last_holder_and_not_the_empty_seat(
    record: sqlite3.Connection,
) -> None:
    view = changes(record, "2016-12-31", "2017-03-07")
    assert by(view, "after", "kind")["Gus Bay"] == "gain"
    assert by(view, "after", "before")["Gus Bay"] == "Dee Fir"


def test_a_seat_that_falls_empty_is_vacant_and_then_has_a_holder_again(record: sqlite3.Connection) -> None:
    assert by(changes(record, "2016-12-31", "2017-02"), "before", "kind")["Dee Fir"] == "vacant"
    assert by(changes(record, "2017-02", "2017-03-07"), "after", "kind")["Gus Bay"] == "not known before"


def test_a_holder_who_is_merely_not_attested_any_more_has_left_no_vacancy() -> None:
    record = tiny(
        sources=[{"source": "page", "date": "2010"}],
        rules=[{"body": "b", "section": "s", "seats": 1}],
        terms=[{"body": "b", "section": "s", "person": "ann", "sources": "page"}],
    )
    view = asked(record, "changes", body="b", section="s", against="2010", date="2015")
    assert by(view, "before", "kind") == {"Ann": "not known"}


def test_a_seat_that_a_rule_adds_is_new(record: sqlite3.Connection) -> None:
    view = changes(record, "2017-03-07", "2018-05-01")
    assert column(view, "kind").count("new") == 1
    assert by(table(view, "net"), "faction", "change") == {"left": 1, "joint": 1, "ind": -1, "steady": 0}


def test_a_source_that_names_who_was_replaced_pairs_them(record: sqlite3.Connection) -> None:
    view = changes(record, "2018-12", "2020-01", section="estates")
    assert by(view, "after", "before")["Hal Box"] == "Ida May"
    assert by(view, "after", "kind")["Hal Box"] == "new holder"


def test_the_two_days_may_be_given_in_either_order(record: sqlite3.Connection) -> None:
    assert (
        changes(record, "2014-06-10", "2016-06-14").rows == changes(record, "2016-06-14", "2014-06-10").rows
    )


def test_without_days_the_last_result_is_compared_with_the_one_before(record: sqlite3.Connection) -> None:
    view = asked(record, "changes", body="rtu", section="members", date="2016-06-14")
    assert "10 June 2014 to 14 June 2016" in view.words


def test_a_seat_that_a_rule_takes_away_is_abolished() -> None:
    rule = {"body": "b", "section": "s"}
    contest = {"body": "b", "section": "s", "seats": 2}
    record = tiny(
        rules=[{**rule, "valid_to": "2012", "seats": 2}, {**rule, "valid_from": "2012", "seats": 1}],
        contests=[{**contest, "contest": "one", "date": "2010"}, {**contest, "contest": "two", "date": "2012", "seats": 1}],
        candidacies=[{"contest": "one", "person": "ann", "outcome": "elected", "slate": "left"},
                     {"contest": "one", "person": "bob", "outcome": "elected", "slate": "right"},
                     {"contest": "two", "person": "ann", "outcome": "elected", "slate": "left"}],
    )  # fmt: skip
    view = asked(record, "changes", body="b", section="s", date="2012", against="2010")
    assert by(view, "before", "kind") == {"Ann": "held", "Bob": "abolished"}


def test_a_member_who_was_elected_again_on_another_slate_sits_for_that_one() -> None:
    """Their one stated term is open; what they stood on last is what they hold the seat for."""
    contest = {"body": "b", "section": "s", "seats": 1}
    stood = {"person": "ann", "outcome": "elected"}
    record = tiny(
        rules=[{"body": "b", "section": "s", "seats": 1}],
        contests=[
            {**contest, "contest": "one", "date": "2010"},
            {**contest, "contest": "two", "date": "2012"},
        ],
        candidacies=[
            {**stood, "contest": "one", "slate": "left"},
            {**stood, "contest": "two", "slate": "right"},
        ],
        terms=[{"body": "b", "section": "s", "person": "ann", "start": "2010", "contest": "one"}],
    )
    assert seats(asked(record, "composition", body="b", date="2011")) == {"left": 1}
    assert seats(asked(record, "composition", body="b", date="2013")) == {"right": 1}


def test_a_section_with_parts_counts_each_seat_once_whether_asked_alone_or_within_the_body() -> None:
    record = tiny(
        sections=[
            {"body": "b", "section": "s", "name": "members"},
            {"body": "b", "section": "north", "name": "north", "parent": "s"},
        ],
        rules=[{"body": "b", "section": "s", "seats": 2}],
        contests=[{"contest": "n", "body": "b", "section": "north", "date": "2010", "seats": 1}],
        candidacies=[{"contest": "n", "person": "ann", "outcome": "elected", "slate": "left"}],
    )
    whole = seats(asked(record, "composition", body="b", date="2010"))
    assert whole == {"left": 1, "not-known": 1}
    assert seats(asked(record, "composition", body="b", section="s", date="2010")) == whole


def test_an_office_without_a_vote_attends_and_is_not_counted() -> None:
    record = tiny(
        sections=[
            {"body": "b", "section": "s", "name": "members"},
            {"body": "b", "section": "clerk", "name": "clerk"},
        ],
        rules=[
            {"body": "b", "section": "s", "seats": 1},
            {"body": "b", "section": "clerk", "seats": 1, "voting": 0},
        ],
        terms=[
            {"body": "b", "section": "s", "person": "ann", "start": "2010"},
            {"body": "b", "section": "clerk", "person": "cat", "start": "2010"},
        ],
    )
    view = asked(record, "composition", body="b", date="2011")
    assert seats(view) == {"none": 1}
    assert any("Cat (clerk)" in note for note in view.notes)
