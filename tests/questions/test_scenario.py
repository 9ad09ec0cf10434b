"""Scenarios on the small record: what is supposed is applied and marked, what does not fit is said, and facts stay facts."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records import SMALL, asked, by, cell, column, opened, table, writable_copy

from db.editing.scenarios import Kept, Supposed, dropped, points_of, removed, suppose
from db.errors import Missing, Unusable
from db.ledger import imports, undo
from db.lens import VIEWS, Lens
from db.questions import ask
from db.questions.marking import FOLLOWING
from db.reading.counting.assembly import Assembly
from db.reading.scenarios.assumptions import KINDS
from db.reading.seats.chamber import Chamber
from db.view import View

DAYS = (
    "2013", "2014-06-10", "2016-06-14", "2017-03-06", "2017-03-07", "2018-05-01", "2019-02-01", "2019-11-15", "2019-12-03",
    "2020-05-05", "2030",
)  # fmt: skip
"""Days on which the union looks different."""


@pytest.fixture
def record() -> sqlite3.Connection:
    """The small record, to be written to."""
    return writable_copy()


def of(record: sqlite3.Connection, table: str, key: str) -> int:
    """The id of a row by its key."""
    (number,) = record.execute(f'SELECT id FROM "{table}" WHERE key = ?', [key]).fetchone()
    return int(number)


def seat(record: sqlite3.Connection, section: str, person: str, taker: str, faction: str = "") -> Supposed:
    """Somebody else in a seat; who is not on record by name."""
    known = record.execute("SELECT id FROM person WHERE key = ?", [taker]).fetchone()
    return Supposed(
        "seat",
        section_id=of(record, "section", section),
        person_id=of(record, "person", person),
        successor_id=known[0] if known else None,
        newcomer=None if known else taker,
        faction_id=of(record, "faction", faction) if faction else None,
    )


def fill(record: sqlite3.Connection, section: str, taker: str, faction: str) -> Supposed:
    """Somebody in a seat without a known holder."""
    return seat(record, section, "ada-oak", taker, faction)._replace(kind="fill", person_id=None)


def leaning(record: sqlite3.Connection, person: str, faction: str = "", bloc: int | None = None) -> Supposed:
    """Somebody counted with a faction or a bloc."""
    known = of(record, "faction", faction) if faction else None
    return Supposed("leaning", person_id=of(record, "person", person), faction_id=known, bloc_id=bloc)


def bloc(record: sqlite3.Connection, scheme: str, key: str) -> int:
    """The id of a bloc."""
    query = (
        "SELECT bloc.id FROM bloc JOIN scheme ON scheme.id = scheme_id WHERE scheme.key = ? AND bloc.key = ?"
    )
    (number,) = record.execute(query, [scheme, key]).fetchone()
    return int(number)


def swing(record: sqlite3.Connection, contest: str, source: str, target: str, points: float) -> Supposed:
    """Votes that go from one slate to another."""
    return Supposed(
        "swing",
        contest_id=of(record, "contest", contest),
        other_id=of(record, "faction", source),
        faction_id=of(record, "faction", target),
        points=points,
    )


def supposed(record: sqlite3.Connection, *some: Supposed) -> Kept:
    """A scenario in which all this is supposed."""
    return suppose(record, "Test", some)


def chambers(record: sqlite3.Connection, date: str, scenario: str | None = "test") -> tuple[Chamber, Chamber]:
    """The union on a day by the facts and under a scenario."""
    assembly = Assembly(record, Lens(body="rtu", scenario=scenario))
    return assembly.facts(date), assembly.chamber(date)


def composition(record: sqlite3.Connection, date: str, **lens: str) -> View:
    """The union on a day under the scenario."""
    return asked(record, "composition", body="rtu", date=date, scenario="test", **lens)


def seats(view: View) -> dict[object, object]:
    """Seats by group."""
    return dict(by(view, "faction", "seats"))


def test_a_seat_given_to_somebody_else_counts_with_their_faction(record: sqlite3.Connection) -> None:
    supposed(record, seat(record, "members", "gus-bay", "Una New", "left"))
    before = seats(asked(record, "composition", body="rtu", date="2018-05-01"))
    after = seats(composition(record, "2018-05-01"))
    assert (before["left"], after["left"]) == (2, 3)
    assert "steady" in before
    assert "steady" not in after


def test_whoever_is_supposed_is_marked_and_cites_no_source(record: sqlite3.Connection) -> None:
    supposed(record, seat(record, "members", "gus-bay", "Una New", "left"))
    holders = table(composition(record, "2018-05-01"), "holders")
    (row,) = [row for row in holders.rows if cell(holders, row, "person") == "Una New"]
    assert cell(holders, row, "basis") == "scenario"
    assert cell(holders, row, "note") == "instead of Gus Bay"
    assert row.sources == ()
    assert row.opens is None
    assert all(row.sources for row in holders.rows if cell(holders, row, "person") != "Una New")


def test_only_the_seat_won_at_a_contest_is_given_away_where_one_is_named(record: sqlite3.Connection) -> None:
    of_2016 = seat(record, "members", "ada-oak", "Una New", "left")._replace(
        contest_id=of(record, "contest", "rtu-m-2016")
    )
    supposed(record, of_2016)
    for date, sits in (("2015-12", "Ada Oak"), ("2017-03-07", "Una New"), ("2018-05-01", "Ada Oak")):
        _, chamber = chambers(record, date)
        assert {"Ada Oak", "Una New"} & {one.person_name for one in chamber.seated} == {sits}
    assert (
        "the seat that Ada Oak won on 14 June 2016 goes to Una New"
        in composition(record, "2017-03-07").notes[1]
    )


def test_a_suspended_holders_seat_has_its_vote_again_with_somebody_else(record: sqlite3.Connection) -> None:
    supposed(record, seat(record, "estates", "jo-ocasey-reed", "hal-box", "steady"))
    facts, chamber = chambers(record, "2019-02-01")
    assert chamber.votes == facts.votes + 1


def test_an_empty_seat_is_filled_one_that_stands_empty_first(record: sqlite3.Connection) -> None:
    supposed(record, fill(record, "estates", "Una New", "left"))
    facts, chamber = chambers(record, "2019-11-15")
    assert (sum(facts.vacancies.values()), sum(chamber.vacancies.values())) == (1, 0)
    assert "a seat that stands empty" in [one.note for one in chamber.seated]
    facts, chamber = chambers(record, "2020-05-05")
    assert sum(facts.not_known.values()) == sum(
        chamber.not_known.values()
    )  # of the members, not of the estates


def test_seats_are_filled_until_none_is_left(record: sqlite3.Connection) -> None:
    supposed(record, *(fill(record, "members", f"New {number}", "left") for number in range(5)))
    facts, chamber = chambers(record, "2020-05-05")
    assert len(chamber.seated) - len(facts.seated) == sum(facts.not_known.values()) == 4
    assert [why for _, why in chamber.unapplied] == ["every seat there has a known holder on the day"]


def test_a_seat_is_filled_only_until_the_next_contest_where_one_is_named(record: sqlite3.Connection) -> None:
    after_2018 = fill(record, "estates", "Una New", "left")._replace(
        contest_id=of(record, "contest", "rtu-e-2018")
    )
    supposed(record, after_2018)
    _, chamber = chambers(record, "2019-11-15")
    assert "Una New" in [one.person_name for one in chamber.seated]
    _, chamber = chambers(record, "2017-03-06")
    assert chamber.unapplied[0][1] == "it is about the seats after the contest of 1 May 2018"


def test_a_leaning_is_counted_in_every_grouping(record: sqlite3.Connection) -> None:
    supposed(record, leaning(record, "gus-bay", "left"))
    for grouping, group in (
        ("slate", "left"),
        ("alignment", "left"),
        ("endorsement", "left"),
        ("bloc", "bloc:left"),
    ):
        holders = table(composition(record, "2018-05-01", grouping=grouping, scheme="sides"), "holders")
        (row,) = [row for row in holders.rows if cell(holders, row, "person") == "Gus Bay"]
        assert [one.key for one in cell(holders, row, "group")] == [group]  # type: ignore[union-attr]
        assert str(cell(holders, row, "why")).startswith("scenario: Gus Bay is counted with")


def test_a_bloc_of_one_scheme_says_nothing_under_another(record: sqlite3.Connection) -> None:
    supposed(record, leaning(record, "gus-bay", bloc=bloc(record, "strike", "for")))
    by_strike = seats(composition(record, "2018-05-01", scheme="strike"))
    assert by_strike == {"bloc:for": 5, "none": 1}
    by_sides = composition(record, "2018-05-01", scheme="sides")
    assert seats(by_sides)["bloc:right"] == 1
    assert any("not counted by the blocs of For a rent strike" in note for note in by_sides.notes)


def test_a_faction_moves_with_all_within_it_but_persons_named_by_the_scheme_stay(
    record: sqlite3.Connection,
) -> None:
    supposed(
        record,
        Supposed("bloc", faction_id=of(record, "faction", "left"), bloc_id=bloc(record, "strike", "against")),
    )
    facts = asked(record, "composition", body="rtu", date="2018-05-01", scheme="strike")
    after = seats(composition(record, "2018-05-01", scheme="strike"))
    assert seats(facts)["bloc:for"] == 4  # left two, grass one, joint one
    assert after["bloc:against"] == 5
    assert "bloc:for" not in after


def test_a_swing_seats_whoever_would_have_been_elected(record: sqlite3.Connection) -> None:
    supposed(record, swing(record, "rtu-m-2014", "steady", "left", 7))
    holders = table(composition(record, "2014-06-10"), "holders")
    assert by(holders, "person", "note")["Dee Fir"] == "instead of Cy Elm"
    assert "Cy Elm" not in column(holders, "person")
    assert seats(composition(record, "2014-06-10"))["left"] == 3


def test_a_swing_that_is_too_small_changes_nothing(record: sqlite3.Connection) -> None:
    supposed(record, swing(record, "rtu-m-2014", "steady", "left", 5))
    facts, chamber = chambers(record, "2014-06-10")
    assert chamber == facts


@pytest.mark.parametrize(
    ("contest", "date", "points", "why"),
    [
        ("rtu-m-2014", "2014-06-10", 6, "a lot would have to decide"),
        ("rtu-m-2014", "2014-06-10", 90, "not so many votes"),
        ("rtu-m-2014", "2018-05-01", 7, "nobody holds a seat by this contest"),
        ("rtu-m-2016", "2016-06-14", 7, "votes alone did not decide"),
        ("rtu-m-2018", "2018-05-01", 7, "votes were transferred"),
        ("rtu-e-2018", "2018-05-01", 7, "nobody is on record who stood and was not elected"),
    ],
)
def test_a_swing_that_cannot_be_told_is_refused_in_words(
    record: sqlite3.Connection, contest: str, date: str, points: float, why: str
) -> None:
    supposed(record, swing(record, contest, "steady", "left", points))
    facts, chamber = chambers(record, date)
    assert chamber.seated == facts.seated
    assert why in chamber.unapplied[0][1]


def test_a_swing_gives_only_seats_that_are_still_held_by_the_contest(record: sqlite3.Connection) -> None:
    supposed(record, swing(record, "rtu-m-2017-by", "steady", "joint", 6))
    _, chamber = chambers(record, "2017-03-07")
    assert "Fay Ivy" in [one.person_name for one in chamber.seated]


@pytest.mark.parametrize(
    ("section", "person", "taker", "why"),
    [
        ("members", "hal-box", "Una New", "Hal Box does not hold that seat on the day"),
        ("members", "gus-bay", "ada-oak", "Ada Oak sits there already on the day"),
    ],
)
def test_what_does_not_fit_the_day_is_not_applied_and_said(
    record: sqlite3.Connection, section: str, person: str, taker: str, why: str
) -> None:
    supposed(record, seat(record, section, person, taker, "left"))
    facts, chamber = chambers(record, "2018-05-01")
    assert chamber.seated == facts.seated
    assert chamber.unapplied[0][1] == why
    assert any(
        f"Not applied on 1 May 2018: RTU {section[:3]}" in note
        for note in composition(record, "2018-05-01").notes
    )


def test_assumptions_about_another_section_are_said_to_be(record: sqlite3.Connection) -> None:
    supposed(record, seat(record, "members", "gus-bay", "Una New", "left"))
    view = composition(record, "2018-05-01", section="estates")
    assert any("seats elsewhere" in note for note in view.notes)


def test_every_answer_under_a_scenario_says_so_in_title_words_findings_notes_and_rows(
    record: sqlite3.Connection,
) -> None:
    supposed(record, seat(record, "members", "gus-bay", "Una New", "left"))
    view = composition(record, "2018-05-01")
    assert view.title.startswith("Scenario Test: ")
    assert view.words.startswith("scenario Test, ")
    assert all(said.startswith("Scenario Test: ") for said in view.findings)
    assert "no facts" in view.notes[0]
    assert "the seat of Gus Bay goes to Una New (Tenants' Left Alliance)" in view.notes[1]
    assert set(column(view, "scenario")) == {"Test"}
    assert view.seen.scenario == "test"


def test_schemes_count_the_seats_that_are_supposed(record: sqlite3.Connection) -> None:
    supposed(record, seat(record, "members", "gus-bay", "Una New", "left"))
    place = {"body": "rtu", "date": "2018-05-01"}
    assert (
        by(asked(record, "schemes", **place), "scheme", "counts")["sides"]
        == "Left 3 to 4, Soft 1 to 2, Right 1 to 2"
    )
    listed = asked(record, "schemes", scenario="test", **place)
    assert by(listed, "scheme", "counts")["sides"] == "Left 4 to 5, Soft 1 to 2"
    opens = listed.rows[0].opens
    assert opens is not None and opens.lens.scenario == "test"
    counts = table(asked(record, "scheme", scheme="sides", scenario="test", **place), "counts")
    assert by(counts, "faction", "voting")["bloc:left"] == 4
    beside = asked(record, "scheme", scheme="sides", beside="strike", scenario="test", **place)
    (row,) = [row for row in beside.rows if cell(beside, row, "person") == "Una New"]
    assert row.opens is None
    assert row.sources == ()


@pytest.mark.parametrize("view", sorted(FOLLOWING))
def test_every_table_row_and_sentence_of_an_answer_under_a_scenario_says_so(
    record: sqlite3.Connection, view: str
) -> None:
    supposed(record, seat(record, "members", "gus-bay", "Una New", "left"))
    answer = ask(record, view, Lens(body="rtu", date="2018-05-01", scenario="test", scheme="sides"))
    marked = [one for one in answer.tables if one.key != "others"]
    assert marked or view in ("timeline", "divisions", "schemes")
    for one in marked:
        assert one.title.startswith("Scenario Test: ")
        assert one.columns[-1].key == "scenario"
        assert set(column(one, "scenario")) == {"Test"}
    said = [*answer.findings, *answer.notes, *filter(None, [answer.empty])]
    assert said
    assert all(one.startswith("Scenario Test: ") for one in said)


def test_the_ways_from_a_scenario_to_the_facts_are_no_part_of_it(record: sqlite3.Connection) -> None:
    supposed(record)
    facts = table(asked(record, "scenarios", body="rtu", scenario="test"), "others")
    assert facts.title == "Look instead at"
    assert "scenario" not in [one.key for one in facts.columns]


def test_questions_that_follow_no_scenario_answer_by_the_facts_and_say_so(record: sqlite3.Connection) -> None:
    supposed(record, seat(record, "members", "gus-bay", "Una New", "left"))
    facts = asked(record, "contest", contest="rtu-m-2018")
    view = asked(record, "contest", contest="rtu-m-2018", scenario="test")
    assert view._replace(notes=()) == facts._replace(notes=())
    assert view.notes[-1] == "This view is counted by the facts, without the scenario Test."
    assert view.seen.scenario is None


def test_a_view_sorted_by_the_scenario_keeps_its_order(record: sqlite3.Connection) -> None:
    supposed(record)
    assert composition(record, "2018-05-01", sort="scenario").rows == composition(record, "2018-05-01").rows


@pytest.mark.parametrize("view", ["composition", "contest", "sources"])
def test_a_scenario_that_is_not_on_record_is_missing(record: sqlite3.Connection, view: str) -> None:
    with pytest.raises(Missing, match="no scenario 'x'"):
        ask(record, view, Lens(body="rtu", scenario="x"))


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "claim"])  # the small record holds none
def test_every_view_asked_under_a_scenario_is_marked_or_says_that_it_is_by_the_facts(view: str) -> None:
    lens = Lens(body="rtu", date="2017-03-07", scenario="fay-instead", person="gus-bay", faction="steady")
    lens = lens.at(source="minutes", row="contest:candidacy.1")
    answer = ask(opened(SMALL), view, lens)
    if view in FOLLOWING:
        assert answer.title.startswith("Scenario Had Fay Ivy won in 2017: ")
        assert answer.seen.scenario == "fay-instead"
        assert all(row.cells[-1] == "Had Fay Ivy won in 2017" for row in answer.rows)
    else:
        assert answer.seen.scenario is None
        assert any("counted by the facts" in note for note in answer.notes)
        assert "Fay Ivy won" not in answer.title + answer.words


def any_supposed() -> st.SearchStrategy[tuple[str, ...]]:
    """A kind with keys that may or may not fit."""
    people = st.sampled_from(["ada-oak", "gus-bay", "fay-ivy", "hal-box", "jo-ocasey-reed", "Una New"])
    known = st.sampled_from(["ada-oak", "gus-bay", "fay-ivy", "hal-box", "jo-ocasey-reed"])
    factions = st.sampled_from(["left", "steady", "joint", "grass"])
    section = st.sampled_from(["members", "estates"])
    contest = st.sampled_from(["rtu-m-2014", "rtu-m-2016", "rtu-m-2017-by", "rtu-e-2015"])
    return st.one_of(
        st.tuples(st.just("seat"), section, known, people, factions),
        st.tuples(st.just("fill"), section, people, factions),
        st.tuples(st.just("leaning"), known, factions),
        st.tuples(st.just("swing"), contest, factions, factions, st.sampled_from(["1", "7", "30"])),
    )


def made_of(record: sqlite3.Connection, parts: tuple[str, ...]) -> Supposed:
    """The assumption of these parts."""
    kind, *rest = parts
    if kind == "seat":
        return seat(record, *rest)
    if kind == "fill":
        return fill(record, *rest)
    if kind == "leaning":
        return leaning(record, *rest)
    return swing(record, rest[0], rest[1], rest[2], float(rest[3]))


@settings(derandomize=True, deadline=None, max_examples=40)
@given(st.lists(any_supposed(), max_size=4), st.sampled_from(DAYS))
def test_seats_never_become_more_or_fewer_and_applying_twice_is_applying_once(
    some: list[tuple[str, ...]], date: str
) -> None:
    record = writable_copy()
    fitting = [
        one
        for one in (made_of(record, parts) for parts in some)
        if one.successor_id != one.person_id or not one.person_id
    ]
    suppose(record, "Test", fitting)
    assembly = Assembly(record, Lens(body="rtu", scenario="test"))
    facts, once = assembly.facts(date), assembly.chamber(date)
    assert assembly.scenario is not None
    twice = assembly.scenario.applied(once)
    assert once.total == facts.total
    assert twice._replace(unapplied=()) == once._replace(unapplied=())
    assert len({(one.section, one.person) for one in once.seated}) == len(once.seated)
    if not fitting:
        assert once == facts


FIELDS = {
    "section_id": "section", "person_id": "person", "successor_id": "person", "faction_id": "faction", "other_id": "faction",
    "bloc_id": "bloc", "contest_id": "contest",
}  # fmt: skip
"""The fields of an assumption that name a row, and the tables of those."""


@settings(derandomize=True, deadline=None, max_examples=30)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(KINDS),
            st.lists(st.integers(0, 6), min_size=len(FIELDS), max_size=len(FIELDS)),
            st.sampled_from([None, "", "[/]\x1b[31m"]),
            st.sampled_from([None, -3.0, 0.0, 12.5, 1e6]),
        ),
        max_size=4,
    ),
    st.sampled_from(DAYS),
    st.sampled_from([None, "sides", "strike"]),
)
def test_whatever_a_row_typed_by_hand_says_it_is_applied_or_told(
    rows: list[tuple[str, list[int], str | None, float | None]], date: str, scheme: str | None
) -> None:
    record = writable_copy()
    record.execute("INSERT INTO scenario (id, key, name) VALUES (77, 'test', 'Test')")
    ids = {
        name: [number for (number,) in record.execute(f"SELECT id FROM {name}")] for name in FIELDS.values()
    }
    for kind, picks, newcomer, points in rows:
        values = [
            None if not pick else ids[name][pick % len(ids[name])]
            for pick, name in zip(picks, FIELDS.values(), strict=True)
        ]
        record.execute(
            f"INSERT INTO assumption (scenario_id, kind, newcomer, points, {', '.join(FIELDS)}) VALUES (77, ?, ?, ?, "
            f"{', '.join('?' * len(values))})",
            [kind, newcomer, points, *values],
        )
    for view in FOLLOWING:
        answer = ask(record, view, Lens(body="rtu", date=date, scenario="test", scheme=scheme))
        assert answer.title.startswith("Scenario Test: ")
    facts, chamber = chambers(record, date)
    assert chamber.total == facts.total


def test_a_scenario_without_assumptions_is_the_facts_on_every_day(record: sqlite3.Connection) -> None:
    supposed(record)
    for date in DAYS:
        facts, chamber = chambers(record, date)
        assert chamber == facts


# Making them


def test_what_is_supposed_twice_of_the_same_replaces_the_first(record: sqlite3.Connection) -> None:
    supposed(record, seat(record, "members", "gus-bay", "Una New", "left"))
    supposed(record, seat(record, "members", "gus-bay", "fay-ivy", "joint"))
    assert record.execute("SELECT count(*), max(newcomer) FROM assumption JOIN scenario ON scenario.id = scenario_id "
                          "WHERE scenario.key = 'test'").fetchone() == (1, None)  # fmt: skip


def test_each_step_is_an_import_and_can_be_taken_back(record: sqlite3.Connection) -> None:
    def stored() -> list[object]:
        return [
            record.execute(f"SELECT * FROM {name} ORDER BY id").fetchall()
            for name in ("scenario", "assumption")
        ]

    states = [stored()]
    steps = [
        lambda: supposed(record, leaning(record, "gus-bay", "left")),
        lambda: supposed(record, leaning(record, "gus-bay", "joint"), leaning(record, "ada-oak", "left")),
        lambda: dropped(record, "TEST", [2]),
        lambda: removed(record, "test"),
    ]
    for step in steps:
        kept = step()
        states.append(stored())
        assert imports(record)[0].number == kept.number
        assert imports(record)[0].name == "scenario Test"
    assert states[0] == states[4]
    for before in reversed(states[:-1]):
        undo(record, next(one.number for one in imports(record) if not one.undone))
        assert stored() == before


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_scenario_needs_a_name_that_can_be_shown(record: sqlite3.Connection, name: str) -> None:
    with pytest.raises(Unusable, match="name"):
        suppose(record, name, [])


def test_an_assumption_that_says_too_little_is_refused_and_nothing_is_kept(
    record: sqlite3.Connection,
) -> None:
    before = imports(record)
    for one in (
        Supposed("seat"),
        Supposed("swing", contest_id=1),
        Supposed("odd"),
        Supposed("fill", section_id=1, newcomer=" "),
    ):
        with pytest.raises(Unusable, match="too little"):
            supposed(record, one)
    with pytest.raises(Unusable, match="has that seat already"):
        supposed(record, seat(record, "members", "gus-bay", "gus-bay"))
    assert imports(record) == before


@pytest.mark.parametrize("points", [0.0, -1.0, 100.5, float("nan")])
def test_a_swing_is_above_nought_and_no_more_than_all_votes(
    record: sqlite3.Connection, points: float
) -> None:
    with pytest.raises(Unusable, match="expected points above 0 and up to 100"):
        supposed(record, swing(record, "rtu-m-2014", "steady", "left", points))
    with pytest.raises(Unusable, match="expected points above 0 and up to 100"):
        points_of(str(points))
    assert points_of(" 2.5% ") == 2.5


def test_a_name_that_two_scenarios_have_is_told_to_fit_both(record: sqlite3.Connection) -> None:
    record.execute("INSERT INTO scenario (key, name) VALUES ('a', 'Same'), ('b', 'same')")
    with pytest.raises(Missing, match="fits several: a, b"):
        suppose(record, "Same", [])
    assert suppose(record, "B", []).key == "b"


def test_what_is_not_there_cannot_be_dropped(record: sqlite3.Connection) -> None:
    supposed(record, leaning(record, "gus-bay", "left"))
    with pytest.raises(Missing, match="has one assumption, and none with the number 2"):
        dropped(record, "test", [2])
    with pytest.raises(Missing, match="the nearest is test"):
        removed(record, "tset")


def test_the_scenario_that_comes_with_the_small_record_is_applied() -> None:
    view = asked(
        opened(SMALL), "composition", body="rtu", date="2017-03-07", scenario="fay-instead", scheme="sides"
    )
    holders = by(table(view, "holders"), "person", "basis")
    assert holders["Fay Ivy"] == "scenario"
    assert "Gus Bay" not in holders
