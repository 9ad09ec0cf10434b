"""What happened to a body, day by day: each thing once, in words, with what it rests on."""

from __future__ import annotations

import sqlite3

import pytest
from records import HOSTILE, PACKAGED, SMALL, Rows, opened, tiny

from db.lens import Lens
from db.reading import reasons
from db.reading.citations import Citations
from db.reading.happening import Happening, happenings, mark_of
from db.reading.happening.value import MARKS
from db.reading.place import where
from db.reading.schemes import Scheme

TERM = {"body": "b", "section": "s"}
RULE = {"body": "b", "section": "s", "valid_from": "2010", "seats": 2}


def of(connection: sqlite3.Connection, lens: Lens, first: str = "", last: str = "9999") -> list[Happening]:
    """The happenings of a place."""
    return happenings(connection, where(connection, lens), first, last)


def told(**files: Rows) -> list[tuple[str, str, str]]:
    """Day, kind and words of what happened in a tiny record."""
    return [one[:3] for one in of(tiny(**files), Lens(body="b"))]


@pytest.fixture(scope="module")
def union() -> list[Happening]:
    """All that happened in the small record."""
    return of(opened(SMALL), Lens(body="rtu"))


def test_a_contest_says_whom_it_elected_by_slate_where_they_are_many(union: list[Happening]) -> None:
    words = {(one.date, one.section_name): one.words for one in union if one.kind == "contest"}
    assert words["2014-06-10", "members' section"] == "Three elected: TLA 2, Steady 1"
    assert words["2015-09", "estate delegates"] == "Elected: Ida May (TLA) and Jo O'Casey-Reed (Steady)"
    assert words["2020-05-05", "members' section"] == "Elected: who was elected is not on record"


def test_an_event_and_the_end_of_the_term_that_it_explains_are_one_happening(union: list[Happening]) -> None:
    assert [one[1:3] for one in union if one.date == "2017-01"] == [("resignation", "Dee Fir resigned")]
    assert [one[1:3] for one in union if one.date == "2019-11"] == [
        ("death", "Ida May died; Hal Box took her seat; the seat stood empty until 3 December 2019")
    ]


def test_a_suspension_is_told_once_though_one_term_ends_and_another_begins(union: list[Happening]) -> None:
    assert [one[1:3] for one in union if one.date == "2019-02-01"] == [
        ("suspension", "Jo O'Casey-Reed: suspended")
    ]


def test_a_rule_that_changes_says_from_what_to_what(union: list[Happening]) -> None:
    (rule,) = [one for one in union if one.kind == "rule change"]
    assert (rule.date, rule.section_name) == ("2018-05-01", "members' section")
    assert rule.words.startswith("Seats: three to four; method: first past the post to")


def test_the_weightiest_of_a_day_comes_first_and_days_in_their_order(union: list[Happening]) -> None:
    assert [one.date for one in union] == sorted(one.date for one in union)
    assert [one.mark.sign for one in union if one.date == "2018-05-01"] == ["C", "C", "§"]


def test_only_what_is_within_the_days_asked_for() -> None:
    found = of(opened(SMALL), Lens(body="rtu"), "2017-01", "2017-12-31")
    assert [one.date for one in found] == ["2017-01", "2017-03-07"]


def test_every_happening_of_the_packaged_record_has_words_and_a_source() -> None:
    connection = opened(PACKAGED)
    for (body,) in connection.execute("SELECT key FROM body").fetchall():
        found = of(connection, Lens(body=body))
        cited = Citations(connection).of_facts(fact for one in found for fact in one.facts)
        assert all(one.words.strip() for one in found)
        assert all(any(cited[fact] for fact in one.facts) for one in found)
        assert len({one[:5] for one in found}) == len(found)


def test_the_defection_of_a_holder_is_a_statement_of_another_faction_without_a_contest() -> None:
    term = {**TERM, "person": "ann", "start": "2010-05", "how_gained": "appointed"}
    said = {"person": "ann", "date": "2012-03-01", "faction": "left", "leaning": "Left"}
    again = {**said, "date": "2012-09"}
    other = {"person": "ann", "date": "2013-04-05", "faction": "right", "leaning": "now of the Right"}
    found = told(rules=[RULE], terms=[term], alignments=[said, again, other])
    assert found[-2:] == [
        ("2012-03-01", "leaning", "Ann: described as “Left”"),
        ("2013-04-05", "defection", "Ann: described as “now of the Right”, earlier as “Left”"),
    ]


def test_who_follows_whom_is_told_with_the_end_of_the_term() -> None:
    gone = {**TERM, "person": "ann", "start": "2010-05", "end": "2012-01-02", "why_ended": "resigned"}
    come = {**TERM, "person": "bob", "start": "2012-01-02", "how_gained": "appointed", "replaces": "ann"}
    assert told(rules=[RULE], terms=[gone, come])[-1] == (
        "2012-01-02", "resignation", "Ann: resigned; followed by Bob, appointed",
    )  # fmt: skip


def test_somebody_who_stays_without_a_change_is_no_happening() -> None:
    first = {**TERM, "person": "ann", "start": "2010-05", "end": "2012-01-02"}
    later = {**TERM, "person": "ann", "start": "2012-01-02"}
    assert [one[0] for one in told(rules=[RULE], terms=[first, later])] == [
        "2010", "2010-05",
    ]  # fmt: skip


def test_a_section_without_a_rule_after_the_last_one_is_abolished() -> None:
    found = told(rules=[{**RULE, "valid_to": "2014-03"}])
    assert found == [
        ("2010", "seats on record", "Two seats on record from here on"),
        ("2014-03", "seat abolished", "Two seats no longer in the rules"),
    ]


def test_a_vacancy_is_told_with_what_emptied_the_seat_and_what_filled_it() -> None:
    connection = tiny(
        rules=[RULE],
        terms=[
            {**TERM, "person": "ann", "start": "2010-05", "end": "2012-01-02", "why_ended": "died"},
            {**TERM, "person": "bob", "start": "2012-06", "how_gained": "appointed"},
        ],
    )
    ann = connection.execute("SELECT id FROM person WHERE key = 'ann'").fetchone()[0]
    query = 'INSERT INTO vacancy (section_id, start, "end", person_id, reason) VALUES (1, ?, ?, ?, ?)'
    connection.execute(query, ["2012-01-02", "2012-06", ann, "the rules name no successor"])
    connection.execute(query, ["2013", None, None, "the union left"])
    assert [one[:3] for one in of(connection, Lens(body="b"))][2:] == [
        ("2012-01-02", "death", "Ann: died; the seat stood empty until June 2012"),
        ("2012-06", "appointment", "Bob: appointed"),
        ("2013", "vacancy", "the seat stood empty from then on (the union left)"),
    ]


def test_an_entry_of_the_scheme_that_moves_a_person_is_told_where_a_scheme_is_given() -> None:
    connection = tiny(rules=[RULE], terms=[{**TERM, "person": "ann", "start": "2010-05"}])
    connection.execute("INSERT INTO scheme (id, key, name) VALUES (1, 'wings', 'Wings')")
    for number, name in ((1, "Left"), (2, "Right")):
        connection.execute(
            "INSERT INTO bloc (id, scheme_id, key, name, short, sign, colour) VALUES (?, 1, ?, ?, ?, ?, '#111111')",
            [number, name, name, name, name[0]],
        )
    query = "INSERT INTO bloc_member (bloc_id, person_id, valid_from, valid_to) VALUES (?, 1, ?, ?)"
    connection.execute(query, [1, None, "2012-05"])
    connection.execute(query, [2, "2012-05", None])
    place = where(connection, Lens(body="b"))
    scheme = Scheme(connection, (1, "wings", "Wings", None))
    assert [one[:3] for one in happenings(connection, place, scheme=scheme)][-1] == (
        "2012-05", "defection", "Wings counts Ann in Right, no longer in Left",
    )  # fmt: skip
    assert happenings(connection, place)[-1].date == "2010-05"


def test_kinds_of_events_in_other_words_have_the_sign_of_what_they_tell() -> None:
    signs = {
        "by-election": "B", "election": "C", "result": "C", "resigned on the spot": "R", "death": "D", "suspension": "S",
        "expulsion": "X", "rule change": "§", "new section": "§", "seat abolished": "§", "seat lost": "L",
        "election to parliament": "L", "vacant seat": "V", "co-option": "P", "appointment": "A", "deselection": "*", "a fire": "*",
    }  # fmt: skip
    assert {kind: mark_of(kind).sign for kind in signs} == signs


def test_every_reason_for_which_a_seat_changes_hands_has_the_sign_that_its_words_have() -> None:
    known = {mark.sign for mark in MARKS}
    for one in reasons.REASONS:
        assert one.sign in known
        assert reasons.sign_of(one.words) == one.sign


@pytest.mark.parametrize(
    ("why", "how", "kind"),
    [
        ("did not restand", "elected", "departure"),
        ("end of term", "", "departure"),
        ("retired as group leader", "elected", "resignation"),
        ("resigned as group leader", "ex officio", "departure"),
        ("removed by PLP standing-order change (became PPS to leader)", "elected", "rule change"),
        ("elected MP for Dewsbury", "elected", "departure"),
    ],
)
def test_the_end_of_a_term_is_what_the_changes_say_of_it(why: str, how: str, kind: str) -> None:
    term = {
        **TERM,
        "person": "ann",
        "start": "2010-05",
        "end": "2012-01-02",
        "how_gained": how,
        "why_ended": why,
    }
    assert told(rules=[RULE], terms=[term])[-1][:2] == ("2012-01-02", kind)


def test_hostile_texts_are_handed_on_as_they_are() -> None:
    connection = opened(HOSTILE)
    texts = [words for (words,) in connection.execute("SELECT words FROM event")]
    words = " ".join(one.words for one in of(connection, Lens(body="h")))
    assert all(text.rstrip(". ") in words for text in texts)


def elected_anew(**files: Rows) -> list[Happening]:
    """What happened to Ann, who was elected for the Left, and anew for the Right within one term."""
    contests = [{**TERM, "contest": f"c{year}", "date": f"{year}-05-01", "seats": 2} for year in (2010, 2012)]
    stood = [
        {"contest": f"c{year}", "person": "ann", "slate": slate, "outcome": "elected"}
        for year, slate in ((2010, "left"), (2012, "right"))
    ]
    term = {
        **TERM,
        "person": "ann",
        "start": "2010-05-01",
        "contest": "c2010",
        "end": "2016-01-02",
        "why_ended": "resigned",
    }
    return of(tiny(rules=[RULE], contests=contests, candidacies=stood, terms=[term], **files), Lens(body="b"))


def test_whoever_was_elected_anew_on_another_slate_leaves_and_defects_from_that_one() -> None:
    said = {"person": "ann", "date": "2014-03-01", "faction": "left", "leaning": "Left"}
    told = {one.date: one for one in elected_anew(alignments=[said])}
    assert (told["2014-03-01"].kind, told["2014-03-01"].factions) == ("defection", {"left", "right"})
    assert (told["2016-01-02"].kind, told["2016-01-02"].factions) == ("resignation", {"right"})


def test_a_membership_is_a_happening_while_a_holder_counts_for_the_slate() -> None:
    files = {
        "factions": [
            {"faction": key, "name": key.title(), "short": key} for key in ("left", "right", "broad")
        ]
    }
    spans = [("left", "2011-01-01"), ("left", "2013-01-01"), ("right", "2014-01-01"), ("right", "2016-01-02")]
    joined = [{"faction": one, "member_of": "broad", "valid_from": day} for one, day in spans]
    told = elected_anew(**files, memberships=joined)
    assert [one.date for one in told if one.kind == "membership"] == ["2011-01-01", "2014-01-01"]


def test_what_is_said_of_a_holder_in_the_body_above_is_told_in_the_part_of_it_too() -> None:
    bodies = [{"body": "b", "name": "Board", "short": "Board", "parent": "top"}]
    bodies += [{"body": key, "name": key, "short": key} for key in ("top", "other")]
    sections = [
        {"body": body, "section": key, "name": key}
        for body, key in (("b", "s"), ("top", "t"), ("other", "o"))
    ]
    said = [
        {"person": "ann", "date": f"2014-0{month}-01", "leaning": section, "body": body, "section": section}
        for month, body, section in ((1, "b", "s"), (2, "top", "t"), (3, "other", "o"))
    ]
    term = {**TERM, "person": "ann", "start": "2010-05-01"}
    connection = tiny(bodies=bodies, sections=sections, rules=[RULE], terms=[term], alignments=said)
    told = of(connection, Lens(body="b"))
    assert [one.date for one in told if one.kind.startswith("leaning")] == ["2014-01-01", "2014-02-01"]
