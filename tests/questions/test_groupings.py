"""Where each seat-holder is counted, and what a group has for certain and at the most."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records import SMALL, asked, by, column, opened, table, tiny, writable_copy

from db.errors import Missing
from db.lens import Lens
from db.reading.counting.assembly import Assembly
from db.reading.counting.grouping import GROUPINGS
from db.view import View
from db.wayfinding.groupings import grouped_next

DAY = "2019-12-03"


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The small record."""
    return opened(SMALL)


def with_scheme(*members: str) -> sqlite3.Connection:
    """The small record with a scheme of two blocs; each member is SQL: `bloc, faction, person, leaning, from, to`."""
    connection = writable_copy()
    for name in ("assumption", "scenario", "bloc_member", "bloc", "scheme"):
        connection.execute(f"DELETE FROM {name}")
    connection.execute(
        "INSERT INTO scheme (id, key, name, whose) VALUES (1, 'ours', 'Our sides', 'the test')"
    )
    for number, (key, name) in enumerate((("this", "This side"), ("that", "That side")), 1):
        connection.execute(
            "INSERT INTO bloc (id, scheme_id, key, name, short, sign, colour, position) VALUES (?, 1, ?, ?, ?, 'x', '#112233', ?)",
            [number, key, name, name, number],
        )
    for member in members:
        connection.execute(
            f"INSERT INTO bloc_member (bloc_id, faction_id, person_id, leaning, valid_from, valid_to) VALUES ({member})"
        )
    return connection


def faction(key: str) -> str:
    """SQL for the id of a faction."""
    return f"(SELECT id FROM faction WHERE key = '{key}')"


def person(key: str) -> str:
    """SQL for the id of a person."""
    return f"(SELECT id FROM person WHERE key = '{key}')"


def seen(connection: sqlite3.Connection, date: str = DAY, **how: str) -> View:
    """The composition of the small record's union."""
    return asked(connection, "composition", body="rtu", date=date, **how)


def votes(view: View) -> dict[object, tuple[object, object]]:
    """Votes for certain and at the most, by group."""
    most = by(view, "faction", "most")
    return {
        key: (low, low if most[key] is None else most[key])
        for key, low in by(view, "faction", "voting").items()
    }


def test_by_slate_nothing_but_the_slate_of_the_winning_candidacy_counts(record: sqlite3.Connection) -> None:
    assert votes(seen(record)) == votes(seen(record, grouping="slate"))
    assert "none" in votes(seen(record)), "Hal Box came as a replacement and stood on no slate"


def test_by_alignment_a_dated_statement_counts_where_there_is_no_slate(record: sqlite3.Connection) -> None:
    view = seen(record, grouping="alignment")
    holders = table(view, "holders")
    told = dict(zip(column(holders, "person"), column(holders, "why"), strict=True))
    assert told["Hal Box"] == "said to be close to Steady Hands (December 2019)"
    assert told["Gus Bay"] == "stood on the slate Steady Hands"
    assert votes(view)["steady"] == (2, 2)


def test_a_statement_of_a_later_day_says_nothing_of_an_earlier_one() -> None:
    connection = writable_copy()
    connection.execute("UPDATE alignment SET date = '2019-12-04'")
    assert votes(seen(connection, grouping="alignment"))["none"] == (1, 1)
    assert "none" not in votes(seen(connection, "2019-12-04", grouping="alignment"))


def test_statements_of_one_day_that_disagree_leave_the_holder_between_them() -> None:
    connection = writable_copy()
    connection.execute(
        f"INSERT INTO alignment (person_id, date, section_id, faction_id, leaning) "
        f"SELECT person_id, date, section_id, {faction('left')}, 'left' FROM alignment"
    )
    view = seen(connection, grouping="alignment")
    assert votes(view)["left"][1] == votes(view)["left"][0] + 1  # type: ignore[operator]
    assert any("several are stated: Hal Box" in note for note in view.notes)


def test_by_endorsement_a_holder_counts_with_every_organisation(record: sqlite3.Connection) -> None:
    view = seen(record, "2018-05-01", grouping="endorsement")
    assert by(view, "faction", "seats")["watch"] == 3
    assert by(view, "faction", "seats")["steady"] == 1
    assert any("counted with each" in note for note in view.notes)


def test_several_organisations_may_each_have_a_majority() -> None:
    connection = writable_copy()
    connection.execute(
        "INSERT INTO endorsement (candidacy_id, faction_id) SELECT candidacy.id, faction.id FROM candidacy, faction "
        "WHERE outcome = 'elected' AND faction.key IN ('tide', 'grass')"
    )
    said = seen(connection, "2018-05-01", grouping="endorsement").findings[1]
    assert "Grassroots Tenants (6) and the Tidewater Group (6) each had a majority of the 6 votes" in said


def test_blocs_take_factions_with_all_within_them_and_persons_before_factions() -> None:
    connection = with_scheme(
        f"1, {faction('left')}, NULL, NULL, NULL, NULL",
        f"2, {faction('steady')}, NULL, NULL, NULL, NULL",
        f"2, NULL, {person('ada-oak')}, NULL, '2019', NULL",
    )
    view = seen(connection, scheme="ours")
    held = {holder.person for row in view.rows if row.key == "bloc:this" for holder in row.cells[-1]}  # type: ignore[union-attr]
    assert held == {"Zoë Lind", "Fay Ivy"}, "the joint slate is within the Alliance by way of Grassroots"
    assert {row.key for row in view.rows} >= {"bloc:this", "bloc:that"}
    earlier = seen(connection, "2018-12", scheme="ours")
    assert by(earlier, "faction", "seats")["bloc:this"] == 4, "the person is moved from 2019 on"


def test_a_scheme_may_place_whoever_is_said_to_lean_so() -> None:
    connection = with_scheme("1, NULL, NULL, 'Close to steady hands', NULL, NULL")
    view = seen(connection, scheme="ours")
    assert by(view, "faction", "seats")["bloc:this"] == 1


def test_a_faction_counted_twice_is_shown_and_counted_for_certain_in_neither() -> None:
    connection = with_scheme(
        f"1, {faction('steady')}, NULL, NULL, NULL, NULL", f"2, {faction('steady')}, NULL, NULL, NULL, NULL"
    )
    view = seen(connection, scheme="ours")
    assert votes(view)["bloc:this"][0] == 0
    assert any("counts Steady Hands twice, in This side and That side" in note for note in view.notes)


def test_blocs_that_no_scheme_makes_are_a_sentence() -> None:
    with pytest.raises(Missing, match="no scheme 'nobody'"):
        seen(opened(SMALL), scheme="nobody")
    with pytest.raises(Missing, match="groupings are slate, endorsement, alignment, bloc"):
        seen(opened(SMALL), grouping="colour")


def test_what_is_unknown_may_be_anybodys_and_a_majority_is_certain_only_without_it() -> None:
    connection = tiny(
        rules=[{"body": "b", "section": "s", "seats": 5}],
        terms=[
            {
                "body": "b",
                "section": "s",
                "person": name,
                "start": "2020",
                "how_gained": "elected",
                "contest": "c",
            }
            for name in ("ann", "bob", "cat")
        ],
        contests=[
            {
                "contest": "c",
                "body": "b",
                "section": "s",
                "date": "2020",
                "seats": 5,
                "unit": "votes",
                "status": "declared",
            }
        ],
        candidacies=[
            {"contest": "c", "person": name, "outcome": "elected", "slate": slate}
            for name, slate in (("ann", "left"), ("bob", "left"), ("cat", "right"))
        ],
    )
    view = asked(connection, "composition", body="b", date="2020-06")
    assert votes(view) == {"left": (2, 4), "right": (1, 3), "not-known": (2, 2)}
    assert by(view, "faction", "majority") == {"left": "possible", "right": "possible", "not-known": ""}
    connection.execute("INSERT INTO vacancy (section_id, start) SELECT id, '2020-05' FROM section")
    connection.execute("INSERT INTO vacancy (section_id, start) SELECT id, '2020-05' FROM section")
    view = asked(connection, "composition", body="b", date="2020-06")
    assert votes(view) == {"left": (2, 2), "right": (1, 1), "vacant": (0, 0)}
    assert by(view, "faction", "majority")["left"] == "certain", "a seat that stands empty casts no vote"
    assert any("Standing empty" in note and "members 2 of 5" in note for note in view.notes)


def test_members_of_a_part_of_a_body_bring_their_slates_from_there() -> None:
    connection = tiny(
        bodies=[
            {"body": "b", "name": "Board", "short": "Board"},
            {"body": "few", "name": "Few", "short": "Few", "parent": "Board"},
        ],
        sections=[
            {"body": "b", "section": "s", "name": "members"},
            {"body": "few", "section": "all", "name": "officers"},
        ],
        contests=[
            {"contest": "c", "body": "b", "section": "s", "date": "2020", "seats": 1, "status": "declared"}
        ],
        candidacies=[{"contest": "c", "person": "ann", "outcome": "elected", "slate": "left"}],
        terms=[
            {"body": "few", "section": "all", "person": "ann", "start": "2021"},
            {"body": "few", "section": "all", "person": "bob", "start": "2021"},
        ],
    )
    assert by(asked(connection, "composition", body="few", date="2021"), "faction", "seats") == {
        "left": 1,
        "none": 1,
    }


def test_the_key_goes_through_every_grouping_and_scheme_and_comes_round() -> None:
    connection = with_scheme()
    connection.execute("INSERT INTO scheme (id, key, name) VALUES (2, 'theirs', 'Theirs')")
    lens, ways = Lens(body="rtu"), []
    for _ in range(5):
        lens = grouped_next(connection, lens)
        ways.append((lens.grouping, lens.scheme))
    assert ways == [
        ("endorsement", None),
        ("alignment", None),
        ("bloc", "ours"),
        ("bloc", "theirs"),
        (None, None),
    ]


@given(st.sampled_from(GROUPINGS), st.dates().map(str), st.sampled_from([None, "members", "estates"]))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_a_range_never_leaves_the_votes_that_can_be_cast(
    grouping: str, date: str, section: str | None
) -> None:
    connection = opened(SMALL)
    scheme = connection.execute("SELECT key FROM scheme LIMIT 1").fetchone()
    if grouping == "bloc" and scheme is None:
        return
    assembly = Assembly(connection, Lens(body="rtu", section=section, grouping=grouping), span=(date, date))
    chamber = assembly.chamber(date)
    balance = assembly.balance(chamber)
    for block in balance.blocks:
        assert 0 <= block.low <= block.high <= chamber.votes
        assert (block.majority == "certain") == (block.low >= chamber.majority)
    if grouping != "endorsement":
        certain = sum(block.low for block in balance.blocks)
        torn = sum(one.voting for one, _ in balance.torn)
        assert certain + torn + balance.unknown_votes == chamber.votes
