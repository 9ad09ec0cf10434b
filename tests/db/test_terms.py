"""From when to when a seat is held, rule by rule, on records of a few rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from records import Rows, tiny

Term = tuple[str | None, str | None]


def contest(key: str, date: str | None, **more: object) -> Mapping[str, object]:
    """A contest of the one section for its two seats."""
    return {"contest": key, "body": "b", "section": "s", "date": date, "seats": 2, **more}


def stood(contest: str, person: str, outcome: str = "elected", **more: object) -> Mapping[str, object]:
    """A candidacy, a won one unless said."""
    return {"contest": contest, "person": person, "outcome": outcome, **more}


def term(person: str, **more: object) -> Mapping[str, object]:
    """A stated term in the one section."""
    return {"body": "b", "section": "s", "person": person, **more}


def rule(seats: int | None = 2, years: float | None = None) -> Mapping[str, object]:
    """The one rule of the one section."""
    return {"body": "b", "section": "s", "seats": seats, "term_years": years}


def sources(*dates: str) -> Rows:
    """Sources called after their dates."""
    return [{"source": f"at-{date}", "publisher": "Page", "date": date} for date in dates]


def held(connection: sqlite3.Connection, person: str) -> list[Term]:
    """When a person counts as a seat-holder."""
    query = "SELECT since, until FROM term JOIN person ON person.id = person_id WHERE person.key = ? ORDER BY since, until"
    return connection.execute(query, [person]).fetchall()


def bases(connection: sqlite3.Connection, person: str) -> list[str | None]:
    """How a person's terms are known."""
    query = "SELECT basis FROM term JOIN person ON person.id = person_id WHERE person.key = ? ORDER BY since"
    return [basis for (basis,) in connection.execute(query, [person])]


def test_a_seat_lost_at_a_contest_is_lost_on_the_day_of_the_result() -> None:
    record = tiny(
        contests=[contest("one", "2010-09-26"), contest("two", "2012-06-18")],
        terms=[term("ann", start="2010-10", end="2012-09-30", contest="one", ended_by="two")],
    )
    assert held(record, "ann") == [("2010-09-26", "2012-06-18")]


def test_a_seat_won_at_a_contest_is_held_from_the_day_of_the_result_though_the_handover_is_later() -> None:
    record = tiny(
        contests=[contest("one", "2010-09-26")], terms=[term("ann", start="2010-10-15", contest="one")]
    )
    assert held(record, "ann")[0][0] == "2010-09-26"


def test_a_term_that_begins_long_after_the_contest_began_with_something_else() -> None:
    record = tiny(
        contests=[contest("one", "2010-09-26")], terms=[term("ann", start="2011-05-01", contest="one")]
    )
    assert held(record, "ann")[0][0] == "2011-05-01"


def test_the_elected_hold_their_seats_until_the_next_regular_contest() -> None:
    record = tiny(
        contests=[contest("one", "2010"), contest("two", "2012-06-18")],
        candidacies=[stood("one", "ann"), stood("one", "bob", "not elected"), stood("two", "cat")],
    )
    assert held(record, "ann") == [("2010", "2012-06-18")]
    assert bases(record, "ann") == ["derived"]
    assert held(record, "bob") == []
    assert held(record, "cat") == [("2012-06-18", None)]


def test_neither_pending_nor_unknown_nor_withdrawn_candidates_hold_a_seat() -> None:
    outcomes = ("pending", "unknown", "withdrawn", "not elected")
    people = ("ann", "bob", "cat", "dan")
    record = tiny(
        contests=[contest("one", "2010")],
        candidacies=[stood("one", *pair) for pair in zip(people, outcomes, strict=True)],
    )
    assert [held(record, person) for person in people] == [[]] * 4


def test_a_by_election_ends_nobody_elses_term() -> None:
    record = tiny(
        contests=[
            contest("one", "2010"),
            contest("by", "2011-03", kind="by-election", seats=1),
            contest("two", "2012"),
        ],
        candidacies=[stood("one", "ann"), stood("by", "bob")],
    )
    assert held(record, "ann") == [("2010", "2012")]
    assert held(record, "bob") == [("2011-03", "2012")]
    query = "SELECT how_gained FROM term JOIN person ON person.id = person_id WHERE person.key = 'bob'"
    assert record.execute(query).fetchone() == ("by-election",)


def test_a_contest_before_its_result_ends_no_term() -> None:
    record = tiny(
        contests=[contest("one", "2010"), contest("two", "2012", status="voting")],
        candidacies=[stood("one", "ann"), stood("two", "bob", "pending")],
    )
    assert held(record, "ann") == [("2010", None)]


def test_a_whole_section_elected_anew_ends_all_terms_though_the_result_is_not_known() -> None:
    record = tiny(
        rules=[rule(2)],
        contests=[contest("one", "2010"), contest("two", "2012")],
        candidacies=[stood("one", "ann"), stood("two", "ann", "unknown")],
        terms=[term("bob", contest="one", how_gained="elected")],
    )
    assert held(record, "ann") == [("2010", "2012")]
    assert held(record, "bob") == [("2010", "2012")]


def test_a_contest_for_half_of_the_seats_leaves_the_others_where_they_are() -> None:
    record = tiny(
        rules=[rule(2)],
        contests=[contest("one", "2010"), contest("half", "2011", seats=1), contest("two", "2012")],
        candidacies=[stood("one", "ann"), stood("half", "bob")],
    )
    assert held(record, "ann") == [("2010", "2012")]
    assert held(record, "bob") == [("2011", "2012")]


def test_a_stated_term_is_not_derived_a_second_time() -> None:
    record = tiny(
        contests=[contest("one", "2010"), contest("two", "2012")],
        candidacies=[stood("one", "ann")],
        terms=[term("ann", contest="one", end="2011-05", why_ended="resigned")],
    )
    assert held(record, "ann") == [("2010", "2011-05")]
    assert bases(record, "ann") == [None]


def test_an_open_term_without_beginning_counts_while_sources_attest_it() -> None:
    record = tiny(
        sources=sources("2010-03", "2011-05-20"),
        terms=[term("ann", sources="at-2010-03;at-2011-05-20"), term("bob", sources="at-2011-05-20")],
    )
    assert held(record, "ann") == [("2010-03", "2011-05-21")]
    assert held(record, "bob") == [("2011-05-20", "2011-05-21")]


def test_a_term_that_nothing_dates_counts_on_no_day() -> None:
    assert held(tiny(terms=[term("ann")]), "ann") == [(None, None)]


def test_an_open_term_ends_at_the_next_contest_for_all_seats() -> None:
    record = tiny(
        rules=[rule(2)],
        contests=[contest("one", "2010-09-26"), contest("two", "2012")],
        terms=[term("ann", start="2010-10", contest="one")],
    )
    assert held(record, "ann") == [("2010-09-26", "2012")]


def test_a_contest_long_after_the_term_of_the_rule_does_not_stretch_the_term() -> None:
    """Contests in between may be missing from the record."""
    record = tiny(
        rules=[rule(2, 2)],
        contests=[contest("one", "2010-09-26"), contest("late", "2012-12"), contest("latest", "2018")],
        candidacies=[stood("one", "ann"), stood("late", "bob")],
    )
    assert held(record, "ann") == [("2010-09-26", "2012-12")]
    assert held(record, "bob") == [("2012-12", "2014-12")]


def test_an_open_term_counts_for_as_long_as_the_rule_gives_it() -> None:
    record = tiny(
        rules=[rule(2, 2)], contests=[contest("one", "2010-09-26")], terms=[term("ann", contest="one")]
    )
    assert held(record, "ann") == [("2010-09-26", "2012-09-26")]


def test_an_open_term_outlasts_the_rule_where_a_source_attests_it() -> None:
    record = tiny(
        sources=sources("2013-01-15"),
        rules=[rule(2, 2)],
        contests=[contest("one", "2010-09-26")],
        terms=[term("ann", contest="one", sources="at-2013-01-15")],
    )
    assert held(record, "ann") == [("2010-09-26", "2013-01-16")]


def test_the_elected_without_a_stated_term_sit_for_the_length_of_the_rule() -> None:
    record = tiny(
        rules=[rule(2, 2.5)], contests=[contest("one", "2010-09-26")], candidacies=[stood("one", "ann")]
    )
    assert held(record, "ann") == [("2010-09-26", "2013-03-26")]


def test_with_more_holders_than_seats_the_one_attested_longest_ago_has_gone() -> None:
    record = tiny(
        sources=sources("2010", "2011", "2013"),
        rules=[rule(2)],
        terms=[
            term("ann", start="2009", sources="at-2010"),
            term("bob", start="2009", sources="at-2011"),
            term("cat", start="2012", sources="at-2013"),
        ],
    )
    assert held(record, "ann") == [("2009", "2012")]
    assert held(record, "bob") == [("2009", None)]
    assert held(record, "cat") == [("2012", None)]


def test_with_as_many_holders_as_seats_nobody_has_gone() -> None:
    record = tiny(rules=[rule(2)], terms=[term("ann", start="2009"), term("bob", start="2012")])
    assert held(record, "ann") == [("2009", None)]


def test_a_year_as_beginning_means_the_contest_of_that_year() -> None:
    record = tiny(contests=[contest("one", "2010-09-26")], terms=[term("ann", start="2010", contest="one")])
    assert held(record, "ann")[0][0] == "2010-09-26"


def test_a_year_as_end_means_a_day_after_the_contest_of_that_year() -> None:
    record = tiny(contests=[contest("one", "2010-09-26")], terms=[term("ann", contest="one", end="2010")])
    (since, until), *_ = held(record, "ann")
    assert since == "2010-09-26"
    assert until == "2010-09-27"


def test_a_term_that_takes_up_where_another_ended_begins_on_that_day() -> None:
    """A member suspended without a vote: two stated terms, both of one contest."""
    record = tiny(
        contests=[contest("one", "2018-09-03")],
        terms=[
            term("ann", contest="one", end="2018-10-01"),
            term("ann", contest="one", start="2018-10-01", voting=0),
        ],
    )
    assert held(record, "ann") == [("2018-09-03", "2018-10-01"), ("2018-10-01", None)]


def test_a_replacement_of_the_year_of_a_contest_came_after_it() -> None:
    record = tiny(
        contests=[contest("one", "2010-09-26")],
        candidacies=[stood("one", "ann")],
        terms=[
            term("ann", contest="one", end="2010-12"),
            term("bob", start="2010", how_gained="replacement", replaces="ann"),
        ],
    )
    assert held(record, "bob")[0][0] > "2010-09-26"


def test_a_contest_without_a_date_and_posts_printed_together_give_no_derived_term() -> None:
    record = tiny(
        contests=[contest("undated", None), contest("posts", "2010", kind="composite")],
        candidacies=[stood("undated", "ann"), stood("posts", "bob")],
    )
    assert held(record, "ann") == []
    assert held(record, "bob") == []


def test_the_slate_of_a_term_is_the_one_stood_on_to_win_it() -> None:
    record = tiny(
        contests=[contest("one", "2010"), contest("two", "2012")],
        candidacies=[stood("one", "ann", slate="left"), stood("two", "ann", slate="right")],
    )
    query = """SELECT since, faction.key FROM term JOIN candidacy ON candidacy.id = candidacy_id
               JOIN faction ON faction.id = slate_id ORDER BY since"""
    assert record.execute(query).fetchall() == [("2010", "left"), ("2012", "right")]
