"""Finding things by name: in the palette, and on the command line."""

from __future__ import annotations

import sqlite3

import pytest
from records import PACKAGED, SMALL, opened, tiny

from db.errors import Missing
from db.questions import ask
from db.wayfinding.finding import find
from db.wayfinding.names import completions, resolve, suggest
from db.wayfinding.navigation import bodies, children

HOSTILE_TEXTS = [
    "",
    " ",
    '"',
    "*",
    "()",
    "-",
    "'",
    "\x00",
    'a" OR "b',
    "NEAR(a)",
    "\x1b[31m",
    "=1+1",
    "\u202e",
    "%",
    "a" * 5000,
]


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The small record."""
    return opened(SMALL)


@pytest.fixture(scope="module")
def packaged() -> sqlite3.Connection:
    """The packaged record."""
    return opened(PACKAGED)


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [("ada", "person", "ada-oak"), ("oak ad", "person", "ada-oak"), ("ZOE", "person", "zoe-lind"), ("joanna", "person", "jo-ocasey-reed"),
     ("o'casey", "person", "jo-ocasey-reed"), ("members 2016", "contest", "rtu-m-2016"), ("riverside", "body", "rtu"), ("estate", "section", "rtu/estates"),
     ("tide", "faction", "tide"), ("the left", "faction", "left"), ("by-election", "contest", "rtu-m-2017-by")],
)  # fmt: skip
def test_anything_is_found_by_the_beginnings_of_its_words(
    record: sqlite3.Connection, text: str, kind: str, key: str
) -> None:
    assert (kind, key) in [(one.kind, one.key) for one in find(record, text)]


def test_persons_come_first_and_whoever_stood_most_often_before_the_others(
    packaged: sqlite3.Connection,
) -> None:
    found = find(packaged, "ann")
    assert found[0].kind == "person"
    assert found[0].title == "Ann Black"


def test_every_kind_has_its_place_among_the_found_however_many_persons_there_are(
    packaged: sqlite3.Connection,
) -> None:
    assert {"person", "faction"} <= {one.kind for one in find(packaged, "l", limit=50)}
    assert {"person", "body"} <= {one.kind for one in find(packaged, "n", limit=50)}


@pytest.mark.parametrize("limit", [1, 5, 20])
def test_no_more_is_found_than_asked_for(packaged: sqlite3.Connection, limit: int) -> None:
    assert len(find(packaged, "a", limit)) == limit


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_no_text_breaks_the_search(packaged: sqlite3.Connection, text: str) -> None:
    assert isinstance(find(packaged, text), tuple)
    for kind in ("body", "section", "contest", "person", "faction"):
        assert isinstance(suggest(packaged, kind, text), tuple)
        assert isinstance(completions(packaged, kind, text), tuple)
        with pytest.raises(Missing):
            resolve(packaged, kind, text)


@pytest.mark.parametrize("text", ["a", "the", "2014", "nec", "labour"])
def test_whatever_is_found_opens(packaged: sqlite3.Connection, text: str) -> None:
    found = find(packaged, text)
    assert found
    for one in found:
        assert one.title
        assert ask(packaged, one.place.view, one.place.lens, 0, 5).title


@pytest.mark.parametrize(
    ("kind", "text", "key"),
    [("body", "rtu", "rtu"), ("body", "RTU", "rtu"), ("body", "riverside tenants' union", "rtu"), ("section", "members", "members"),
     ("section", "Members at Large", "members"), ("section", "members' section", "members"), ("contest", "rtu-m-2014", "rtu-m-2014"), ("contest", "rtu-2018", "rtu-2018"),
     ("contest", "elections of may 2018", "rtu-2018"), ("person", "ada-oak", "ada-oak"), ("person", "ADA OAK", "ada-oak"), ("person", "zoe lind", "zoe-lind"),
     ("person", "Jo O'Casey-Reed", "jo-ocasey-reed"), ("person", "OAK, Ada (Chair, North)", "ada-oak"), ("person", " Joanna Reed ", "jo-ocasey-reed"),
     ("faction", "TLA", "left"), ("faction", "steady", "steady"), ("faction", "The Left", "left"), ("faction", "none", "none"), ("faction", "no slate known", "none")],
)  # fmt: skip
def test_a_name_an_abbreviation_or_a_key_stands_for_its_key(
    record: sqlite3.Connection, kind: str, text: str, key: str
) -> None:
    assert resolve(record, kind, text) == key


@pytest.mark.parametrize(
    ("kind", "text", "near"),
    [("person", "Ada Oaks", "ada-oak"), ("person", "Zoe Lynd", "zoe-lind"), ("contest", "rtu-m-2015", "rtu-m-2014"), ("faction", "Steddy Hands", "steady"),
     ("body", "rtv", "rtu"), ("section", "estate delegate", "estates")],
)  # fmt: skip
def test_an_unknown_name_is_answered_with_the_nearest(
    record: sqlite3.Connection, kind: str, text: str, near: str
) -> None:
    assert near in suggest(record, kind, text)
    with pytest.raises(Missing) as problem:
        resolve(record, kind, text)
    assert near in str(problem.value)
    assert repr(text) in str(problem.value)


def test_a_name_that_is_like_nothing_has_no_suggestion(record: sqlite3.Connection) -> None:
    assert suggest(record, "person", "qqqqqqqq") == ()
    with pytest.raises(Missing, match=r"^There is no person 'qqqqqqqq' in this record\.$"):
        resolve(record, "person", "qqqqqqqq")


def test_two_of_one_name_are_never_taken_for_each_other() -> None:
    record = tiny(
        persons=[
            {"person": key, "name": "Jane Thomas", "sort_name": "Thomas, Jane"}
            for key in ("jane-thomas-1", "jane-thomas-2")
        ]
    )
    with pytest.raises(Missing, match=r"jane-thomas-1, jane-thomas-2"):
        resolve(record, "person", "Jane Thomas")
    assert resolve(record, "person", "jane-thomas-2") == "jane-thomas-2"


def test_a_section_is_looked_up_within_its_body(packaged: sqlite3.Connection) -> None:
    assert resolve(packaged, "section", "clp", "nec") == "clp"
    with pytest.raises(Missing):
        resolve(packaged, "section", "lg", "cac")


def test_completion_offers_what_begins_like_the_text(record: sqlite3.Connection) -> None:
    assert dict(completions(record, "contest", "rtu-m-201")).keys() == {
        "rtu-m-2014",
        "rtu-m-2016",
        "rtu-m-2017-by",
        "rtu-m-2018",
    }
    assert dict(completions(record, "person", "oak"))["ada-oak"].endswith(
        ("Ada Oak", "OAK, Ada (Chair, North)")
    )
    assert completions(record, "person", "qq") == ()


def test_every_person_contest_and_faction_of_the_record_is_resolved_by_its_own_key(
    packaged: sqlite3.Connection,
) -> None:
    for kind in ("person", "contest", "faction", "body"):
        keys = [key for (key,) in packaged.execute(f"SELECT key FROM {kind}").fetchall()]
        assert [resolve(packaged, kind, key) for key in keys] == keys


def test_the_tree_leads_from_bodies_through_sections_to_every_contest(packaged: sqlite3.Connection) -> None:
    waiting, contests, keys = list(bodies(packaged)), set(), []
    while waiting:
        node = waiting.pop()
        keys.append(node.key)
        assert node.label
        assert ask(packaged, node.place.view, node.place.lens, 0, 3).name == node.place.view
        if node.kind == "contest":
            contests.add(node.key)
            assert children(packaged, node) == ()
        waiting += children(packaged, node)
    assert contests == {key for (key,) in packaged.execute("SELECT key FROM contest")}
    assert len(set(keys)) == len(keys)


def test_contests_of_the_tree_run_from_the_newest_to_the_oldest(record: sqlite3.Connection) -> None:
    (body,) = bodies(record)
    members, estates = children(record, body)
    assert [one.key for one in children(record, members)] == [
        "rtu-m-2020",
        "rtu-m-2018",
        "rtu-m-2017-by",
        "rtu-m-2016",
        "rtu-m-2014",
    ]
    assert [one.label for one in children(record, estates)] == ["2 Jun 2026", "1 May 2018", "Sep 2015"]
