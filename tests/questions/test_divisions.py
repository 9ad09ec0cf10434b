"""Recorded votes: the published count beside the composition, who broke with a group, what is said of the unknown."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

import pytest
from records import PACKAGED, SMALL, Rows, asked, by, cell, column, opened, table, tiny

from db.errors import Missing
from db.lens import Lens
from db.questions import ask
from db.view import Tone, View
from db.wayfinding.finding import find


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The packaged record."""
    return opened(PACKAGED)


@pytest.fixture(scope="module")
def of_2011(record: sqlite3.Connection) -> View:
    """The general secretary of July 2011, of which a list of names was published."""
    return asked(record, "division", division="nec-2011-07-19")


def board(
    votes: dict[str, str], besides: Mapping[str, Rows] | None = None, **more: object
) -> sqlite3.Connection:
    """A board of seven, four of the left and three of the right, with a division in which these vote so."""
    slates = {
        **dict.fromkeys(("ann", "bea", "cat", "dot"), "left"),
        **dict.fromkeys(("eve", "fay", "gus"), "right"),
    }
    contest = {
        "contest": "c",
        "body": "b",
        "section": "s",
        "kind": "regular",
        "status": "declared",
        "date": "2020-01-01",
        "seats": 7,
    }
    files: dict[str, Rows] = {
        "contests": [contest],
        "candidacies": [
            {"contest": "c", "person": person, "outcome": "elected", "slate": slate}
            for person, slate in slates.items()
        ],
        "divisions": [
            {"division": "d", "body": "b", "date": "2020-02-01", "kind": "vote", "subject": "Rent", **more}
        ],
        "division_votes": [
            {"division": "d", "person": person, "section": "s", "vote": vote}
            for person, vote in votes.items()
        ],
    }
    return tiny(**files, **(besides or {}))


WINGS: dict[str, Rows] = {
    "schemes": [{"scheme": "wings", "name": "Wings"}],
    "blocs": [
        {"scheme": "wings", "bloc": one, "name": f"{one} wing", "short": f"{one} wing"}
        for one in ("left", "right")
    ],
    "bloc_members": [
        {"scheme": "wings", "bloc": "left", "faction": "left"},
        {"scheme": "wings", "bloc": "right", "faction": "right"},
        {"scheme": "wings", "bloc": "right", "person": "dot"},
    ],
}


def said(view: View) -> str:
    """Everything that a view says in sentences."""
    return " ".join([*view.findings, *view.notes])


# The list


def test_divisions_of_a_body_are_listed_with_the_newest_first(record: sqlite3.Connection) -> None:
    view = asked(record, "divisions", body="nec")
    dates = [str(date) for date in column(view, "date")]
    assert dates == sorted(dates, reverse=True)
    assert view.total == len(view.rows) == 21
    assert by(view, "subject", "for")["Automatic place on the leadership ballot for Jeremy Corbyn"] == 18


def test_the_composition_of_the_day_stands_beside_each_published_count() -> None:
    view = asked(board({}, **{"for": 4, "against": 3}), "divisions")
    assert column(view, "composition") == ["Left 4, Right 3 of 7"]
    assert column(view, "fits") == ["yes"]


@pytest.mark.parametrize(
    ("figures", "fits", "why"),
    [
        ({"for": 4, "against": 3}, "yes", "kept to one side"),
        ({"for": 3, "against": 3, "abstaining": 1}, "yes", "kept to one side"),
        ({"for": 5, "against": 2}, "no", "went against the own group"),
        ({"for": 5, "against": 3}, "no", "8 are counted, and the record has 7 votes"),
        ({"for": 5}, "open", "only one side"),
        ({}, "open", "no figures"),
    ],
)
def test_it_is_said_whether_a_count_fits_and_why(figures: dict[str, int], fits: str, why: str) -> None:
    view = asked(board({}, **figures), "divisions")
    assert column(view, "fits") == [fits]
    assert why in str(column(view, "why")[0])
    assert (view.rows[0].tone is Tone.NOTABLE) == (fits == "no")


def test_a_count_that_any_composition_would_fit_is_left_open(record: sqlite3.Connection) -> None:
    view = asked(record, "divisions", body="nec", grouping="slate")
    (row,) = [row for row in view.rows if row.key == "nec-2016-07-12"]
    assert cell(view, row, "fits") == "open"
    assert "28 votes without a known slate" in str(cell(view, row, "why"))


def test_what_other_sources_state_stands_in_its_row_once(record: sqlite3.Connection) -> None:
    view = asked(record, "divisions", body="nec")
    stated = by(view, "date", "disputed")
    assert stated["2022-01-25"] == "against 22 (Labour Outlook)"
    assert "for 17" not in str(stated["2011-07-19"])
    assert "against 15" in str(stated["2011-07-19"])


def test_a_section_or_a_day_narrows_no_divisions(record: sqlite3.Connection) -> None:
    whole = asked(record, "divisions", body="nec")
    assert column(asked(record, "divisions", body="nec", section="clp", date="2012"), "subject") == column(
        whole, "subject"
    )
    assert "not of a section" in said(asked(record, "divisions", body="nec", section="clp"))


def test_the_filter_leaves_the_divisions_and_names_only_its_groups() -> None:
    view = asked(board({}, **{"for": 4, "against": 3}), "divisions", factions="left")
    assert column(view, "composition") == ["Left 4 of 7"]
    assert column(view, "fits") == ["yes"]


def test_windows_of_the_list_hold_the_same_rows_as_the_whole(record: sqlite3.Connection) -> None:
    lens = Lens(body="nec", sort="for")
    whole = ask(record, "divisions", lens)
    window = ask(record, "divisions", lens, 5, 4)
    assert (window.total, window.first) == (whole.total, 5)
    assert [row.cells for row in window.rows] == [row.cells for row in whole.rows[5:9]]


def test_words_find_divisions_by_their_subject(record: sqlite3.Connection) -> None:
    view = asked(record, "divisions", body="nec", text="general secretary")
    assert view.total == 3
    none = asked(record, "divisions", body="nec", text="zebra")
    assert none.rows == ()
    assert "zebra" in none.empty


@pytest.mark.parametrize("key", ["composition", "fits", "-against", "kind"])
def test_the_list_can_be_sorted_by_what_is_computed_too(record: sqlite3.Connection, key: str) -> None:
    view = asked(record, "divisions", body="nec", sort=key)
    values = [value for value in column(view, key.lstrip("-")) if value not in (None, "")]
    assert values == sorted(
        values, key=lambda one: one if isinstance(one, int) else str(one).casefold(), reverse=key[0] == "-"
    )  # type: ignore[arg-type, return-value]


def test_a_body_without_divisions_says_so() -> None:
    for view in ("divisions", "division"):
        assert "holds no divisions" in asked(tiny(), view).empty


def test_how_many_are_on_record_and_of_how_many_the_names(record: sqlite3.Connection) -> None:
    assert asked(record, "divisions", body="nec").findings == (
        "11 recorded votes of the NEC and ten published counts of its sides are on record, from 19 July 2011 to "
        "18 September 2024.",
        "The newest of the two closest was the vote on 22 May 2018 on “Vice-chair: for Wendy Nichols, against her for Andi "
        "Fox”, 18 for and 17 against.",
        "Names are on record of three of them. Sources differ on two values shown here, marked ≠.",
    )
    assert asked(board({"ann": "for"}), "divisions").findings == (
        "One recorded vote of the Board is on record, of 1 February 2020.",
        "The names are on record.",
    )


# One division


def test_2011_the_list_of_names_does_not_add_up_with_the_published_17_to_14(of_2011: View) -> None:
    assert "17 for and 14 against, of 33 members" in of_2011.findings[0]
    assert "the list of names has 17 for and 15 against: they do not add up" in of_2011.findings[0]
    figures = table(of_2011, "figures")
    assert by(figures, "side", "published")["against"] == 14
    assert by(figures, "side", "named")["against"] == 15
    assert column(table(of_2011, "groups"), "for_least") == [None] * 3


def test_2011_whoever_is_on_one_of_the_two_sides_only_is_told(of_2011: View) -> None:
    assert column(table(of_2011, "unlisted"), "person") == ["Conor McGinn"]
    strangers = column(table(of_2011, "strangers"), "person")
    assert len(strangers) == 14
    assert "Tom Watson" in strangers
    people = column(of_2011, "person")
    assert len(people) == len(set(people)) == 33
    assert {"Conor McGinn", "Tom Watson"} <= set(people)


def test_2011_three_of_grassroots_labour_voted_for(of_2011: View) -> None:
    groups = table(of_2011, "groups")
    assert by(groups, "group", "for")["grassroots-labour"] == 3
    assert by(groups, "group", "line")["grassroots-labour"] == "for"
    assert by(groups, "group", "line")["lf-progress"] is None
    assert "of the 3 on the slate Grassroots Labour 3 for, 0 against" in said(of_2011).lower().replace(
        "grassroots labour", "Grassroots Labour"
    )


def test_2016_without_names_arithmetic_alone_says_what_the_unknown_did(record: sqlite3.Connection) -> None:
    view = asked(record, "division", division="nec-2016-07-12", grouping="slate")
    assert "At least 13 of the 18 for and at least 9 of the 14 against" in view.findings[-1].replace(
        "By arithmetic at", "At"
    )
    assert "No votes by name are on record" in said(view)
    assert not [one for one in view.tables if one.key in ("unlisted", "strangers")]


def test_a_count_of_sides_is_not_called_a_vote(record: sqlite3.Connection) -> None:
    for division, words in (
        ("nec-2020-11-24", "an attendance, not votes cast"),
        ("nec-2018-03", "an estimate, not votes cast"),
        ("nec-2015-09", "a composition, not votes cast"),
    ):
        assert words in asked(record, "division", division=division).findings[0]


def test_sides_that_were_described_without_figures_are_told_as_described_beside_the_composition(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "division", division="nec-2024-09", grouping="slate")
    assert "were described" in view.findings[0]
    assert "4 Labour to Win, 3 left (CLGA), 1 Open Labour, 1 Labour Women" in view.findings[0]
    assert "LtW 4, CLGA 3" in view.findings[1]
    assert not [note for note in view.notes if "4 Labour to Win" in note]


def test_a_count_after_an_election_is_put_beside_those_elected(record: sqlite3.Connection) -> None:
    counted = by(asked(record, "divisions", body="nec", grouping="slate"), "division", "composition")
    assert "CLGA/Mom 3" in str(counted["nec-2022-09"]) and "GV" not in str(counted["nec-2022-09"])


def test_where_no_names_are_published_nobody_is_said_to_have_cast_no_vote(record: sqlite3.Connection) -> None:
    view = asked(record, "division", division="nec-2016-07-12", grouping="slate")
    assert {*column(table(view, "groups"), "for"), *column(table(view, "figures"), "named")} == {None}
    assert by(table(view, "groups"), "group", "unnamed")["clga"] == 3


def test_a_division_of_the_list_has_the_key_by_which_it_is_opened(record: sqlite3.Connection) -> None:
    view = asked(record, "divisions", body="nec")
    assert column(view, "division") == [row.key for row in view.rows]


def test_those_who_walked_out_are_the_first_figure_of_an_attendance(record: sqlite3.Connection) -> None:
    figures = table(asked(record, "division", division="nec-2020-11-24"), "figures")
    assert by(figures, "side", "named")["for"] == by(figures, "side", "published")["for"] == 13


def test_where_one_side_was_counted_nobody_is_said_to_be_on_the_other(record: sqlite3.Connection) -> None:
    view = asked(record, "division", division="nec-2020-11-24", grouping="slate")
    assert "of the 5 on the slate Grassroots Voice 5 for;" in view.findings[2].replace("Of the 5", "of the 5")
    assert "against" not in " ".join(view.findings)
    assert set(column(table(view, "groups"), "against")) == {None}


def test_the_published_count_of_starmers_votes_stands_beside_the_computed_balance(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "division", division="nec-2020-11-13", grouping="slate")
    assert "20 for, of 39 members" in view.findings[0]
    assert "of 39; 27 unknown" in view.findings[1]


def test_seats_that_changed_hands_in_the_time_of_a_division_are_counted(record: sqlite3.Connection) -> None:
    assert "changed hands between then and November 2020" in said(
        asked(record, "division", division="nec-2020-04")
    )


def test_whoever_is_named_against_the_majority_of_the_slate_broke_with_it() -> None:
    votes = {"ann": "for", "bea": "for", "cat": "for", "dot": "against", "eve": "against"}
    view = asked(board(votes, **{"for": 3, "against": 4}), "division")
    assert by(view, "person", "broke") == {
        "Ann": False, "Bea": False, "Cat": False, "Dot": True, "Eve": None, "Fay": None, "Gus": None,
    }  # fmt: skip
    (dot,) = [row for row in view.rows if row.cells[0] == "Dot"]
    assert dot.tone is Tone.NOTABLE
    assert "Broke with their group: Dot (Left 3 for, 1 against)." in view.findings
    assert by(table(view, "groups"), "group", "against_least") == {"left": 1, "right": 3}


def test_with_two_named_nobody_can_have_broken_with_a_group() -> None:
    view = asked(board({"ann": "for", "dot": "against"}, **{"for": 4, "against": 3}), "division")
    assert set(column(view, "broke")) == {None}
    assert "No group has enough members named" in said(view)


def test_independents_are_no_group_to_break_with() -> None:
    votes = {"ann": "for", "bea": "for", "cat": "against"}
    connection = board(votes)
    connection.execute("UPDATE faction SET kind = 'independent' WHERE key = 'left'")
    assert set(column(asked(connection, "division"), "broke")) == {None}
    connection = board(votes, WINGS)
    assert by(asked(connection, "division", scheme="wings"), "person", "broke")["Cat"] is True
    connection.execute("UPDATE faction SET kind = 'independent' WHERE key = 'left'")
    assert set(column(asked(connection, "division", scheme="wings"), "broke")) == {None}


def test_abstaining_and_staying_away_are_no_breach() -> None:
    votes = {"ann": "for", "bea": "for", "cat": "for", "dot": "abstaining", "eve": "absent"}
    view = asked(board(votes), "division")
    assert by(view, "person", "broke")["Dot"] is None
    assert by(table(view, "groups"), "group", "abstaining")["left"] == 1
    assert by(table(view, "groups"), "group", "absent")["right"] == 1


def test_the_filter_shows_the_votes_of_its_factions_only() -> None:
    view = asked(board({"ann": "for", "eve": "against"}), "division", factions="right")
    assert set(column(view, "person")) == {"Eve", "Fay", "Gus"}
    assert column(table(view, "groups"), "group") == ["right"]
    assert set(column(table(view, "unlisted"), "person")) == {"Fay", "Gus"}


def test_somebody_who_held_no_seat_is_told_and_counted_with_no_group() -> None:
    view = asked(board({"ann": "for", "zoe": "for"}, **{"for": 2, "against": 0}), "division")
    assert column(table(view, "strangers"), "person") == ["Zoe"]
    assert by(table(view, "groups"), "group", "for") == {"left": 1, "right": 0, "none": 1}
    assert by(view, "person", "note")["Zoe"] == "holds no seat on record that day"


def test_a_vote_in_words_that_say_no_side_is_told() -> None:
    view = asked(board({"ann": "shouted"}), "division")
    assert by(view, "person", "vote")["Ann"] == "shouted"
    assert "Ann “shouted”" in said(view)


def test_a_vote_of_somebody_suspended_is_told() -> None:
    connection = board({"ann": "for"})
    connection.execute(
        "UPDATE term SET voting = 0 WHERE person_id = (SELECT id FROM person WHERE key = 'ann')"
    )
    view = asked(connection, "division")
    assert "the record gives none that day: Ann" in said(view)
    assert by(table(view, "groups"), "group", "votes")["left"] == 4


@pytest.mark.parametrize("date", ["", "1990", "2020-01-01", "9000-12-31"])
def test_a_division_of_any_day_answers(date: str) -> None:
    connection = board({"ann": "for", "zoe": "against"}, **{"for": 1, "against": 1})
    connection.execute("UPDATE division SET date = ?", [date or None])
    for name in ("divisions", "division"):
        view = asked(connection, name)
        assert view.total
        assert view.findings or name == "divisions"
    assert column(asked(connection, "divisions"), "fits") == ["yes" if date > "2020" else "open"]


def test_somebody_listed_twice_stands_in_two_rows_and_is_counted_once() -> None:
    connection = board({"ann": "for"})
    connection.execute(
        "INSERT INTO division_vote (division_id, person_id, vote) SELECT division_id, person_id, 'against' FROM division_vote"
    )
    view = asked(connection, "division")
    votes = {cell(view, row, "vote") for row in view.rows if row.cells[0] == "Ann"}
    assert votes == {"for", "against"}
    assert by(table(view, "groups"), "group", "for")["left"] == 1
    assert by(table(view, "groups"), "group", "against")["left"] == 0
    assert "Listed more than once, and counted once: Ann" in said(view)
    assert all(one.key != "strangers" for one in view.tables)


def test_a_division_that_is_not_on_record_is_said_to_be_missing(record: sqlite3.Connection) -> None:
    with pytest.raises(Missing, match="'nec-1066'"):
        asked(record, "division", division="nec-1066")


@pytest.mark.parametrize("grouping", ["slate", "endorsement", "alignment"])
def test_every_division_answers_in_every_grouping_and_each_vote_is_somebodys(
    record: sqlite3.Connection, grouping: str
) -> None:
    for (key,) in record.execute("SELECT key FROM division").fetchall():
        view = asked(record, "division", division=key, grouping=grouping)
        listed = record.execute(
            "SELECT count(*) FROM division_vote JOIN division ON division.id = division_id WHERE key = ? AND vote IS NOT NULL",
            [key],
        )
        assert sum(vote != "" for vote in column(view, "vote")) == listed.fetchone()[0]
        for row in table(view, "groups").rows if any(one.key == "groups" for one in view.tables) else ():
            votes = [
                cell(table(view, "groups"), row, name) or 0
                for name in ("for", "against", "abstaining", "absent", "unnamed")
            ]
            assert sum(votes) == cell(table(view, "groups"), row, "votes")  # type: ignore[arg-type]


def test_by_the_blocs_of_a_scheme_somebody_may_keep_to_the_line_who_broke_with_the_slate() -> None:
    votes = {"ann": "for", "bea": "for", "cat": "for", "dot": "against", "eve": "against", "fay": "against"}
    connection = board(votes, WINGS, **{"for": 3, "against": 4})
    assert by(asked(connection, "division"), "person", "broke")["Dot"] is True
    view = asked(connection, "division", scheme="wings")
    assert by(view, "person", "broke")["Dot"] is False
    assert "Counted by the scheme Wings that day: right wing 4, left wing 3 of 7; it fits" in said(view)
    assert "scheme Wings is a judgement" in said(view)
    assert column(asked(connection, "divisions", scheme="wings"), "composition") == [
        "right wing 4, left wing 3 of 7"
    ]


def test_whom_a_scheme_counts_twice_is_counted_with_neither_bloc() -> None:
    twice = [*WINGS["bloc_members"], {"scheme": "wings", "bloc": "left", "person": "dot"}]
    connection = board({"dot": "for"}, {**WINGS, "bloc_members": twice}, **{"for": 4, "against": 3})
    view = asked(connection, "division", scheme="wings")
    assert by(table(view, "groups"), "group", "for") == {"bloc:left": 0, "bloc:right": 0, "several": 1}
    assert "several are stated: Dot" in said(view)
    shown = column(asked(connection, "divisions", scheme="wings"), "composition")
    assert shown == ["left wing 3 to 4, right wing 3 to 4 of 7"]


# Elsewhere


def test_the_divisions_of_a_composition_open_their_division(record: sqlite3.Connection) -> None:
    rows = table(asked(record, "composition", body="nec", date="2016-07-12"), "divisions").rows
    assert {row.opens.lens.division for row in rows if row.opens} >= {"nec-2016-07-12", "nec-2016-09-20"}


def test_a_persons_record_says_whether_the_votes_were_with_the_group() -> None:
    votes = {"ann": "for", "bea": "for", "cat": "for", "dot": "against"}
    shown = table(asked(board(votes), "candidate", person="dot"), "votes")
    assert column(shown, "broke") == [True]
    assert shown.rows[0].opens is not None
    assert shown.rows[0].opens.lens.division == "d"
    assert column(table(asked(board(votes), "candidate", person="ann"), "votes"), "broke") == [False]


def test_divisions_are_found_by_the_words_of_their_subject(record: sqlite3.Connection) -> None:
    found = [one for one in find(record, "leadership ballot corbyn") if one.kind == "division"]
    assert [one.key for one in found] == ["nec-2016-07-12"]
    assert found[0].place.view == "division"


def test_the_small_division_is_said_in_words() -> None:
    view = asked(opened(SMALL), "division")
    assert view.lens.division == "rent-2016"
    assert view.findings[0] == (
        "On 1 July 2016 the RTU divided on “A rent strike (for) or talks (against)”: 3 for and 2 against, of five members."
    )
    assert by(view, "person", "role")["Ida May"] == "chair"
