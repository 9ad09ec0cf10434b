"""Who is meant by a name: forms of names, reasons, certainty; rates over all persons of the packaged record."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records import PACKAGED, opened, tiny

from db.derivation import derive
from db.identity import Names, set_behind
from db.identity.distinctions import distinguish
from db.identity.duplicates import likely_same
from db.identity.likeness import alike, spelt_alike
from db.identity.parts import bare_name, parts, readings
from db.identity.short_forms import GROUPS, forms, interchangeable, unlike
from db.ledger import Ledger
from db.matching import folded


@pytest.fixture(scope="module")
def packaged() -> sqlite3.Connection:
    return opened(PACKAGED)


def first(connection: sqlite3.Connection, name: str) -> str:
    """The person suggested first."""
    found = Names(connection).suggest(name)
    return found[0].key if found else ""


@pytest.mark.parametrize(
    ("printed", "person", "reason"),
    [
        ("Luke Akehurst", "luke-akehurst", "same name"),
        ("LUKE AKEHURST", "luke-akehurst", "same name"),
        ("AKEHURST, Luke", "luke-akehurst", "same name"),
        ("Akehurst Luke", "luke-akehurst", "in another order"),
        ("L Akehurst", "luke-akehurst", "the initial fits"),
        ("L. J. Akehurst", "luke-akehurst", "the initial fits, but for middle names"),
        ("LJ Akehurst", "luke-akehurst", "the initial fits"),
        ("Luke James Akehurst", "luke-akehurst", "but for middle names"),
        ("Cllr Luke Akehurst MP", "luke-akehurst", "same name"),
        ("Luk Akehrust", "luke-akehurst", "the surname spelt much alike"),
        ("Catherine Arnold", "cat-arnold", "Catherine may stand for Cat"),
        ("Jessica Barnard", "jess-barnard", "known by this name too"),
        ("James MacMahon", "jim-mcmahon", "James may stand for Jim, the surname written otherwise"),
        ("Naomi Idrissi", "naomi-wimborne-idrissi", "one half of the surname"),
        ("Naomi Wimborne Idrissi", "naomi-wimborne-idrissi", "same name"),
        ("Gurinder Singh", "gurinder-singh-josan", "one half of the surname"),
        ("Perry", "alice-perry", "same surname"),
        ("Yasmine Daar", "yasmine-dar", "the surname spelt much alike"),
        ("Lord Sawyer", "tom-sawyer", "known by this name too"),
    ],
)
def test_a_name_leads_to_the_person_with_the_reason(
    packaged: sqlite3.Connection, printed: str, person: str, reason: str
) -> None:
    found = Names(packaged).suggest(printed)[0]
    assert found.key == person
    assert reason in found.reason


@pytest.mark.parametrize(
    "printed",
    [
        "Quentin Unheard",
        "Zacharias Akehurst",
        "Luke Quizzlewick",
        "Alison Perry",
        "[/]",
        "",
        " ",
        "\x1b[31m",
        "日本",
    ],
)
def test_another_name_is_nobodys(packaged: sqlite3.Connection, printed: str) -> None:
    assert Names(packaged).suggest(printed) == ()


def everybody(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Every name on record with the key of its person."""
    query = "SELECT name, key FROM person UNION ALL SELECT alias.name, key FROM alias JOIN person ON person.id = person_id"
    return iter(connection.execute(query).fetchall())


def test_every_name_on_record_is_certain_to_be_its_only_bearer(packaged: sqlite3.Connection) -> None:
    names = Names(packaged)
    bearers: dict[str, set[str]] = {}
    for name, key in everybody(packaged):
        bearers.setdefault(bare_name(name), set()).add(key)
    assert bearers["jane thomas"] == {"jane-thomas", "jane-thomas-2010"}, "two real persons of one name"
    for name, keys in bearers.items():
        found = names.suggest(name)
        assert {one.key for one in found if one.exact} == keys
        assert {one.key for one in found if one.certain} == (keys if len(keys) == 1 else set()), name


def _initial(name: str) -> str:
    return f"{name[0]}. {name.partition(' ')[2]}"


def _turned(name: str) -> str:
    family = parts(name).surname
    words = name.split()
    return " ".join([*words[-1:], *words[:-1]]) if len(family) == 1 else name


def _short(name: str) -> str:
    given_name, _, rest = name.partition(" ")
    other = sorted(forms(folded(given_name)))
    return f"{other[0].title()} {rest}" if other else name


def _typo(name: str) -> str:
    """Two letters in the middle of the longest word change places."""
    word = max(name.replace("-", " ").split(), key=len)
    middle = len(word) // 2
    return name.replace(word, word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :])


def _plain(name: str) -> str:
    return folded(name).replace("-", " ").upper()


def _middle(name: str) -> str:
    given_name, _, rest = name.partition(" ")
    return f"{given_name} Quill {rest}"


@pytest.mark.parametrize(
    ("variant", "floor"),
    [(_initial, 0.97), (_turned, 1.0), (_short, 0.99), (_typo, 1.0), (_plain, 1.0), (_middle, 0.99)],
)
def test_of_all_persons_the_right_one_is_suggested_first(
    packaged: sqlite3.Connection, variant: Callable[[str], str], floor: float
) -> None:
    names = Names(packaged)
    right, wrong = 0, []
    query = "SELECT name, key FROM person WHERE name LIKE '% %' GROUP BY name HAVING count(*) = 1"
    for name, key in packaged.execute(query).fetchall():
        found = names.suggest(variant(name))
        if found and found[0].key == key:
            right += 1
        else:
            wrong.append((variant(name), [one.key for one in found]))
    assert right >= floor * (right + len(wrong)), (right, wrong)


def test_a_variant_is_never_certain_unless_it_is_a_name_on_record(packaged: sqlite3.Connection) -> None:
    names = Names(packaged)
    known = {bare_name(name) for name, _ in everybody(packaged)}
    for variant in (_initial, _short, _typo, _middle):
        for name, _ in everybody(packaged):
            if bare_name(variant(name)) not in known:
                assert not any(one.certain for one in names.suggest(variant(name))), variant(name)


PEOPLE = [
    {"person": "ann-1", "name": "Ann Jones", "sort_name": "Jones, Ann"},
    {"person": "bob", "name": "Bob Smith", "sort_name": "Smith, Bob"},
    {"person": "robert", "name": "Robert Smith", "sort_name": "Smith, Robert"},
]


def record(*stood: tuple[str, str, str], people: list[dict[str, str]] = PEOPLE) -> sqlite3.Connection:
    """A record in which persons stood for a section on a day."""
    contests = {(section, date) for _, section, date in stood}
    sections = [{"body": body, "section": "s", "name": "members"} for body in ("b", "c")]
    return tiny(
        bodies=[{"body": key, "name": f"Board {key}", "short": f"Board {key}"} for key in ("b", "c")],
        sections=[*sections, {"body": "b", "section": "t", "name": "others"}],
        contests=[
            {"contest": f"{s.replace('/', '-')}-{d}", "body": s[0], "section": s[2:], "date": d, "seats": 9}
            for s, d in sorted(contests)
        ],
        persons=people,
        candidacies=[
            {"contest": f"{s.replace('/', '-')}-{d}", "person": p, "outcome": "unknown"} for p, s, d in stood
        ],
    )


def section(connection: sqlite3.Connection, body: str = "b", key: str = "s") -> int:
    query = (
        "SELECT section.id FROM section JOIN body ON body.id = body_id WHERE body.key = ? AND section.key = ?"
    )
    (number,) = connection.execute(query, [body, key]).fetchone()
    return int(number)


def test_who_stood_for_the_section_comes_first_and_the_reason_says_when() -> None:
    connection = record(("robert", "c/s", "2010"), ("bob", "b/s", "2012"))
    found = Names(connection).suggest("R Smith", section(connection), date="2014")
    assert [one.key for one in found] == ["robert"], "an initial does not fit another letter"
    found = Names(connection).suggest("Rob Smith", section(connection), date="2014")
    assert [one.key for one in found] == ["bob", "robert"]
    assert found[0].reason.endswith("stood for this section in 2012")
    assert found[1].reason.endswith("stood for Board c in 2010")


def test_an_exact_name_is_a_question_when_its_person_stood_elsewhere_decades_away_only() -> None:
    connection = record(("ann-1", "c/s", "1985"))
    here = section(connection)
    for date, certain in (("1990", True), ("2004", True), ("2005", False), ("2024", False), (None, True)):
        (one,) = Names(connection).suggest("Ann Jones", here, date=date)
        assert (one.exact, one.certain) == (True, certain), date
    there = section(connection, "c")
    for date, certain in (("2005", True), ("2024", True), ("2025", False)):
        (one,) = Names(connection).suggest("Ann Jones", there, date=date)
        assert one.certain == certain, date


def test_of_a_person_of_whom_nothing_is_dated_the_exact_name_is_enough() -> None:
    connection = record()
    (one,) = Names(connection).suggest("Ann Jones", section(connection), date="2024")
    assert one.certain


def test_two_of_one_name_are_a_question() -> None:
    connection = record(people=[*PEOPLE, {"person": "ann-2", "name": "Ann Jones", "sort_name": "Jones, Ann"}])
    found = Names(connection).suggest("Ann Jones")
    assert [(one.exact, one.certain) for one in found] == [(True, False), (True, False)]


def test_a_form_of_the_name_that_stood_here_makes_the_exact_name_from_elsewhere_a_question() -> None:
    connection = record(("robert", "c/s", "2010"), ("bob", "b/s", "2012"))
    found = Names(connection).suggest("Robert Smith", section(connection), date="2014")
    assert {one.key: one.certain for one in found} == {"robert": False, "bob": False}
    found = Names(connection).suggest("Robert Smith", section(connection, "c"), date="2014")
    assert [one.key for one in found if one.certain] == ["robert"]


def test_who_is_declared_another_is_not_suggested_beside_the_exact_name() -> None:
    connection = record(("robert", "c/s", "2010"), ("bob", "b/s", "2012"))
    ids = dict(connection.execute("SELECT key, id FROM person"))
    connection.execute("INSERT INTO import (name, digest, made, summary) VALUES ('', '', '', '')")
    ledger = Ledger(connection, 1)
    assert distinguish(ledger, ids["robert"], ids["bob"], "two members")
    assert not distinguish(ledger, ids["bob"], ids["robert"]), "once is enough"
    assert not distinguish(ledger, ids["bob"], ids["bob"])
    found = Names(connection).suggest("Robert Smith", section(connection), date="2014")
    assert [(one.key, one.certain) for one in found] == [("robert", True)]
    assert Names(connection).like(ids["robert"]) == ()


def test_persons_meant_by_other_names_of_the_list_stand_behind() -> None:
    connection = record(("bob", "b/s", "2012"), ("robert", "b/s", "2010"))
    ids = dict(connection.execute("SELECT key, id FROM person"))
    found = Names(connection).suggest("Rob Smith", section(connection), date="2014")
    assert [one.key for one in found] == ["bob", "robert"]
    behind = set_behind(found, {ids["bob"]})
    assert [one.key for one in behind] == ["robert", "bob"]
    assert behind[1].reason.endswith("but named in this list already")


def test_who_stands_in_the_contest_is_the_likeliest() -> None:
    connection = record(("robert", "b/s", "2012"), ("bob", "b/s", "2014"))
    contest = connection.execute("SELECT id FROM contest WHERE date = '2014'").fetchone()[0]
    found = Names(connection).suggest("Rob Smith", contest=contest)
    assert (found[0].key, found[0].reason) == (
        "bob",
        "Rob may stand for Bob, stood for this section in 2014, in this contest",
    )


def test_a_person_made_by_the_import_under_way_is_found() -> None:
    connection = record()
    assert Names(connection).suggest("Zed Newcomer") == ()
    connection.execute(
        "INSERT INTO person (key, name, sort_name) VALUES ('zed', 'Zed Newcomer', 'Newcomer, Zed')"
    )
    assert [one.key for one in Names(connection).suggest("Zed Newcomer")] == ["zed"]
    derive(connection)
    assert [one.key for one in Names(connection).suggest("Zed Newcomer")] == ["zed"]


def test_a_person_on_record_is_like_others_but_not_like_those_beaten_in_a_contest() -> None:
    connection = record(("bob", "b/s", "2012"), ("robert", "b/s", "2014"))
    ids = dict(connection.execute("SELECT key, id FROM person"))
    assert [one.key for one in Names(connection).like(ids["bob"])] == ["robert"]
    connection = record(("bob", "b/s", "2012"), ("robert", "b/s", "2012"))
    assert Names(connection).like(ids["bob"]) == ()


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Naomi Wimborne-Idrissi", "wimborne idrissi"),
        ("Ludwig van der Berg", "van der berg"),
        ("O'CASEY, Seán", "ocasey"),
        ("Dame Ann Black DBE", "black"),
        ("Plato", "plato"),
    ],
)
def test_the_surname_of_a_name_is_known(name: str, surname: str) -> None:
    assert " ".join(parts(name).surname) == surname


def test_the_name_of_lists_tells_the_surname() -> None:
    assert parts("Gurinder Singh Josan", "Singh Josan, Gurinder").surname == ("singh", "josan")


def test_short_forms_go_both_ways_and_usual_names_that_look_alike_are_two() -> None:
    assert interchangeable("jim", "james") and interchangeable("james", "jim")
    assert interchangeable("kate", "cat") and "bob" in forms("robert")
    assert unlike("john", "joan") and not unlike("john", "jon") and not unlike("jon", "jonty")
    assert folded(GROUPS) == GROUPS, "names are compared folded"


def test_slips_of_spelling_are_few_and_in_words_long_enough() -> None:
    assert spelt_alike("akehurst", "akehrust") == 1
    assert spelt_alike("mohammedi", "muhamedi") == 2
    assert not spelt_alike("lee", "lea") and not spelt_alike("shaw", "shore")


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_takes_any_text_and_does_not_depend_on_the_side(one: str, other: str) -> None:
    for read in readings(one):
        there, back = alike(read, parts(other)), alike(parts(other), read)
        assert (there and there.percent) == (back and back.percent)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.text(max_size=80) | st.sampled_from(["a" * 10_000, "x " * 5_000, '"', "NEAR(", "* OR", "a-b'c"]))
def test_any_text_may_be_asked_for(text: str) -> None:
    names = Names(opened(PACKAGED))
    assert all(0 < one.likeness <= 100 for one in names.suggest(text))


def test_likely_doubles_are_listed_but_for_those_who_met_or_were_told_apart() -> None:
    connection = record(("bob", "b/s", "2012"), ("robert", "b/s", "2014"), ("robert", "b/s", "2016"))
    (pair,) = likely_same(connection)
    assert (pair.gone, pair.kept) == ("bob", "robert"), "of whom more is on record is kept"
    assert pair.reason == "Bob may stand for Robert, Bob Smith stood for the same section in 2012"
    met = record(("bob", "b/s", "2012"), ("robert", "b/s", "2012"))
    assert likely_same(met) == ()
    ids = dict(connection.execute("SELECT key, id FROM person"))
    connection.execute("INSERT INTO import (name, digest, made, summary) VALUES ('', '', '', '')")
    distinguish(Ledger(connection, 1), ids["bob"], ids["robert"])
    assert likely_same(connection) == ()


@pytest.mark.parametrize(
    "name",
    [
        "B. Smith",
        "Smith Bob",
        "Bobb Smith",
        "Bob Smyth",
        "Bob Jones-Smith",
        "Bob A. Smith",
        "Robert Smith",
        "Bob Smith",
    ],
)
def test_every_form_of_a_name_is_found_among_likely_doubles(name: str) -> None:
    people = [PEOPLE[1], {"person": "x", "name": name, "sort_name": name}]
    assert len(likely_same(record(people=people))) == 1
