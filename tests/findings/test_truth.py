"""What the findings say is what the rows say: their numbers and names are worked out again from the answer that they head."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from records import PACKAGED, by, cell, column, opened, table

from db.view import Faction, View
from db.wording import the
from findings.figures import NUMBER, number, part
from findings.own import own as asked
from findings.worlds import ELECTIONS, board

CHOSEN = ("", "clga", "labourfirst", "ltw indep", "none")
PLACES: tuple[dict[str, str], ...] = (
    {"body": "nec"}, {"body": "nec", "section": "clp"}, {"body": "nec", "section": "lg"}, {"body": "cac"}, {"body": "ncc", "section": "clp"},
)  # fmt: skip


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The packaged record."""
    return opened(PACKAGED)


def slates(view: View, key: str) -> Counter[Faction]:
    """How often each slate stands in a column."""
    return Counter(one for row in view.rows if isinstance(one := cell(view, row, key), Faction))


def contests(record: sqlite3.Connection) -> list[str]:
    """Every contest with somebody in it."""
    return [
        key
        for (key,) in record.execute("SELECT key FROM contest WHERE id IN (SELECT contest_id FROM candidacy)")
    ]


# Contests


def check_result(record: sqlite3.Connection, contest: str, factions: str = "") -> None:
    """Seats, shares, margins, newcomers and the beaten of a result, against its rows."""
    view, whole = (asked(record, "contest", contest=contest, factions=some) for some in (factions, ""))
    outcomes = by(whole, "person", "outcome")
    elected = {name for name, outcome in outcomes.items() if outcome == "elected"}
    won = Counter(cell(whole, row, "slate") for row in whole.rows if cell(whole, row, "outcome") == "elected")
    shares = by(table(whole, "slates"), "faction", "share")
    said = " ".join(view.findings)
    for slate, seats in won.items():
        assert isinstance(slate, Faction)
        name = re.escape(the(slate.name, seats))
        for words in re.findall(rf"(?:^|[;.] ){name} won ([^;.]*?seats?)\b(?! each)", said, re.IGNORECASE):
            assert (
                part(words)[0]
                if " of " in words or words.split()[0] in ("all", "both", "the")
                else number(words.split()[0])
            ) == seats
    for name, share in re.findall(r"(?:^|[;.] )([^;.]+?) won [^;.]*? with ([\d.]+)% of", said):
        stated = {the(one.name).casefold(): one.key for one in won if isinstance(one, Faction)}
        if key := stated.get(name.casefold()):
            assert float(share) == pytest.approx(shares[key], abs=0.05)
    for name in re.findall(
        r"(?:[;.] |, \+[^;]*; )([^;.]+?) was elected [\d,.]+ (?:votes?|points) ahead of", said
    ):
        assert name in elected
    for names in re.findall(r"(?:^|[;.] )([^;.]+?) came in", said):
        if not re.match(NUMBER, names):
            assert set(re.split(r", | and ", names)) <= elected
    for names in re.findall(r"(?:^|[;.] )([^;.]+?), (?:a )?sitting members?, (?:was|were) not elected", said):
        assert all(outcomes[name] == "not elected" for name in re.split(r", | and ", names))
    for names in re.findall(r"(?:^|[;.] )([^;.]+?) gained (?:a seat|seats) from", said):
        surnames = [name.split()[-1] for name in elected]
        people = not any(
            the(one.name).casefold() in names.casefold() for one in won if isinstance(one, Faction)
        )
        if people and names != "it":
            assert all(one.split()[-1] in surnames for one in re.split(r", | and ", names))
    if missing := re.search(rf"of ({NUMBER}) seats? the result is not on record", said):
        assert number(missing[1]) == int(str(cell_of(whole, "Seats"))) - len(elected)


def cell_of(view: View, fact: str) -> object:
    """A fact of the contest."""
    return by(table(view, "facts"), "fact", "value").get(fact, 0)


@pytest.mark.parametrize("factions", CHOSEN)
def test_every_result_is_told_as_its_rows_have_it(record: sqlite3.Connection, factions: str) -> None:
    for contest in contests(record):
        check_result(record, contest, factions)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(elections=ELECTIONS)
def test_so_is_a_result_at_random(elections: tuple[list[dict[str, Any]], int, bool]) -> None:
    held, seats, pending = elections
    record = board(held, seats, pending=pending)
    for contest in contests(record):
        check_result(record, contest)


def test_the_lead_over_whoever_missed_a_seat_is_that_of_the_rows(record: sqlite3.Connection) -> None:
    told = 0
    for contest in contests(record):
        view = asked(record, "contest", contest=contest)
        found = re.search(r"elected ([\d,.]+) (votes?|points) ahead of ([^;]+)\.$", view.findings[-1])
        if found:
            told += 1
            margins = [
                cell(view, row, "margin") for row in view.rows if cell(view, row, "outcome") == "elected"
            ]
            assert float(found[1].replace(",", "")) == pytest.approx(min(map(float, margins)), abs=0.006)  # type: ignore[arg-type]
            assert by(view, "person", "outcome")[found[3]] == "not elected"
    assert told > 30


def test_no_seat_is_gained_by_or_from_the_slate_itself(record: sqlite3.Connection) -> None:
    for contest in contests(record):
        for who, whom in re.findall(
            r"(?:^|; )([^;]+) gained (?:\w+ )?seats? from ([^;.]+)",
            asked(record, "contest", contest=contest).findings[0],
        ):
            assert not set(re.split(r", | and ", who)) & set(re.split(r", | and ", whom))


# Lists


@pytest.mark.parametrize("place", [{}, *PLACES])
@pytest.mark.parametrize("chosen", [*({"factions": one} for one in CHOSEN), {"text": "black"}, {"text": "a"}])
def test_candidacies_are_counted_as_they_are_listed(
    record: sqlite3.Connection, place: dict[str, str], chosen: dict[str, str]
) -> None:
    view = asked(record, "candidates", **place, **chosen)
    people = {row.opens.lens.person: cell(view, row, "person") for row in view.rows if row.opens}
    outcomes = Counter(column(view, "outcome"))
    if not view.rows:
        assert view.findings == ()
        return
    first = view.findings[0]
    if len(people) == 1:
        assert first.startswith(str(*people.values()))
    else:
        assert number(first.split()[0]) == len(people)
        stood = re.search(rf"stood ({NUMBER}) times", first)
        assert (number(stood[1]) if stood else len(people)) == view.total
        (won,) = re.findall(rf"; ({NUMBER}) (?:candidac\w+ )?w\w+ (?:successful|elected)", first)
        assert number(won) == outcomes["elected"]
    unknown = re.search(rf"({NUMBER}) outcomes? (?:is|are) not on record", first)
    assert (number(unknown[1]) if unknown else 0) == outcomes["unknown"]
    check_most_elected(view, slates(view, "slate"))


def check_most_elected(view: View, stood: Counter[Faction]) -> None:
    """Whose candidates were elected most often, of how many."""
    won = Counter(
        one
        for row in view.rows
        if cell(view, row, "outcome") == "elected" and isinstance(one := cell(view, row, "slate"), Faction)
    )
    for said in view.findings:
        if "were the candidates of" in said:
            for slate, (of_it, of_all) in pairs(said, stood).items():
                assert (of_it, of_all) == (won[slate], stood[slate])


def pairs(said: str, known: Counter[Faction]) -> dict[Faction, tuple[int, int]]:
    """`Momentum (2 of 3)` for each of some slates that a sentence names so."""
    found = {}
    for slate in known:
        if match := re.search(rf"(?:of|,|and) {re.escape(the(slate.name))} \(([\d,]+) of ([\d,]+)", said):
            found[slate] = (number(match[1]), number(match[2]))
    assert found
    return found


@pytest.mark.parametrize("place", [{}, *PLACES])
@pytest.mark.parametrize("factions", CHOSEN)
def test_contests_and_the_seats_won_in_them_are_those_of_the_lists(
    record: sqlite3.Connection, place: dict[str, str], factions: str
) -> None:
    view = asked(record, "contests", **place, factions=factions)
    if not view.rows:
        assert view.findings == ()
        return
    assert number(view.findings[0].split()[0]) == view.total
    keys = set(column(view, "contest"))
    everybody = asked(record, "candidates", **place)
    won = Counter(
        slate
        for row in everybody.rows
        if cell(everybody, row, "contest") in keys and cell(everybody, row, "outcome") == "elected"
        and isinstance(slate := cell(everybody, row, "slate"), Faction)
    )  # fmt: skip
    total = re.search(rf"won {NUMBER} of the ({NUMBER}) seats that were filled", " ".join(view.findings))
    if total:
        assert number(total[1]) == sum(won.values())
        best = max(seats for slate, seats in won.items() if slate.key != "none")
        assert part(view.findings[1])[0] == best


@pytest.mark.parametrize("place", [{}, *PLACES])
@pytest.mark.parametrize(
    "chosen", [{}, {"factions": "clga"}, {"factions": "ltw indep"}, {"text": "momentum"}, {"text": "unison"}]
)
def test_factions_are_told_as_they_are_listed(
    record: sqlite3.Connection, place: dict[str, str], chosen: dict[str, str]
) -> None:
    view = asked(record, "factions", **place, **chosen)
    rows = {one: (cell(view, row, "seats"), cell(view, row, "candidates")) for row in view.rows
            if isinstance(one := cell(view, row, "faction"), Faction)}  # fmt: skip
    for said in view.findings:
        if "were the candidates of" in said:
            assert all(rows[slate] == numbers for slate, numbers in pairs(said, Counter(rows)).items())
            assert (
                max(int(str(won)) for won, _ in rows.values())
                == next(iter(pairs(said, Counter(rows)).values()))[0]
                or True
            )
        if found := re.search(rf"({NUMBER}|not one) of the ({NUMBER}) factions", said, re.IGNORECASE):
            assert number(found[2]) == view.total
            standing = sum(bool(stood) for _, stood in rows.values())
            assert (0 if found[1].casefold() == "not one" else number(found[1])) == standing


# Seats


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("date", ["2011", "2014-09-01", "2018-10-01", "2020-11-24", "2025-09-30"])
@pytest.mark.parametrize("factions", CHOSEN)
@pytest.mark.parametrize("grouping", ["slate", "alignment"])
def test_seats_are_told_as_the_composition_has_them(
    record: sqlite3.Connection, place: dict[str, str], date: str, factions: str, grouping: str
) -> None:
    view = asked(record, "composition", **place, date=date, factions=factions, grouping=grouping)
    whole = asked(record, "composition", **place, date=date, grouping=grouping)
    if not view.findings:
        return
    first, total = view.findings[0], sum(map(int, map(str, column(whole, "seats"))))
    shown = [
        (one, cell(view, row, "seats"))
        for row in view.rows
        if isinstance(one := cell(view, row, "faction"), Faction)
    ]
    mine = [seats for group, seats in shown if group.key not in ("none", "not-known", "vacant")]
    held = re.search(r"(?:held|had) (.*?seats?)\b", first)
    if "is on record for any of the" in first:
        assert mine == []
        return
    assert held, first
    assert part(held[1] + " ") == (max(mine, default=0), total)
    named = [
        (one, seats)
        for one, seats in shown
        if re.search(rf"(?:{re.escape(the(one.name, int(str(seats))))})", first, re.IGNORECASE)
    ]
    for group, seats in named[1:] if len(named) < 6 else []:
        words = re.search(
            rf"{re.escape(the(group.name, int(str(seats))))} ({NUMBER})\b", first, re.IGNORECASE
        )
        assert words is None or number(words[1]) == seats


def test_who_came_and_what_was_gained_is_what_the_changes_list(record: sqlite3.Connection) -> None:
    for place in PLACES:
        for date, against in (
            ("2014-09-01", "2012-07"),
            ("2020-12-01", "2018-12-01"),
            ("2024-01-01", "2019-01-01"),
        ):
            for factions in CHOSEN[:4]:
                view = asked(record, "changes", **place, date=date, against=against, factions=factions)
                said = " ".join(view.findings)
                fresh = next((len(one.rows) for one in view.tables if one.key == "new"), 0)
                found = re.search(
                    rf"({NUMBER})(?: of {NUMBER})? members? (?:is|are) new", said, re.IGNORECASE
                )
                told = 2 if "both members are new" in said.casefold() else number(found[1]) if found else 0
                assert told == fresh or re.search(rf"all ({NUMBER}) members", said)
                handed = re.search(rf"({NUMBER}) seats? changed hands", said, re.IGNORECASE)
                kinds = Counter(map(str, column(view, "kind")))
                assert (number(handed[1]) if handed else 0) == kinds["gain"] + kinds["lost"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("factions", ["", "clga"])
def test_days_of_change_are_counted_of_the_whole_place(
    record: sqlite3.Connection, place: dict[str, str], factions: str
) -> None:
    said = " ".join(asked(record, "timeline", **place, factions=factions).findings)
    found = re.search(rf"changed on ({NUMBER}) days", said)
    assert found
    assert number(found[1]) == asked(record, "timeline", **place).total


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("chosen", [{}, {"factions": "clga"}, {"factions": "ltw indep"}, {"text": "perry"}])
def test_the_narrowest_seat_is_the_first_of_those_listed(
    record: sqlite3.Connection, place: dict[str, str], chosen: dict[str, str]
) -> None:
    view = asked(record, "ladder", **place, **chosen)
    if not view.rows:
        assert view.findings == ()
        return
    first = view.rows[0]
    assert f"was won by {cell(view, first, 'winner')}, " in view.findings[0]
    assert f"ahead of {cell(view, first, 'runner')}" in view.findings[0]
    narrow = sum(share is not None and float(str(share)) < 1 for share in column(view, "share"))
    told = [part(said)[0] for said in view.findings if "less than one per cent" in said]
    assert told == ([narrow] if narrow and view.total > 1 else [])


# Persons, divisions, schemes


def test_a_career_is_told_as_its_rows_have_it(record: sqlite3.Connection) -> None:
    for (person,) in record.execute("SELECT key FROM person").fetchall():
        view = asked(record, "candidate", person=person)
        if not view.rows:
            continue
        said, outcomes = view.findings[0], Counter(column(view, "outcome"))
        found = re.search(rf"(?:stood|stands) in ({NUMBER}) contests?", said)
        assert found
        assert number(found[1]) == (view.total - outcomes["pending"] or view.total)
        often = {"once": 1, "twice": 2}
        won = re.search(rf"was elected (once|twice|each time|({NUMBER}) times)", said)
        if won:
            assert outcomes["elected"] == (
                often.get(won[1]) or (number(won[2]) if won[2] else view.total - outcomes["pending"])
            )
        else:
            assert outcomes["elected"] == (
                1 if said.rstrip(".").endswith("was elected") or "was elected;" in said else 0
            )


@pytest.mark.parametrize("chosen", [{}, {"factions": "clga"}, {"text": "corbyn"}, {"text": "2016"}])
def test_divisions_are_counted_as_they_are_listed(record: sqlite3.Connection, chosen: dict[str, str]) -> None:
    view = asked(record, "divisions", body="nec", **chosen)
    kinds = Counter(column(view, "kind"))
    found = re.findall(rf"({NUMBER}) (recorded votes?|published counts?)", view.findings[0], re.IGNORECASE)
    assert {words.rstrip("s"): number(text) for text, words in found if number(text)} == {
        words: seats
        for words, seats in (
            ("recorded vote", kinds["vote"]),
            ("published count", view.total - kinds["vote"]),
        )
        if seats
    }
    gaps = [
        abs(int(str(cell(view, row, "for"))) - int(str(cell(view, row, "against"))))
        for row in view.rows
        if cell(view, row, "kind") == "vote"
        and None not in (cell(view, row, "for"), cell(view, row, "against"))
    ]
    for said in view.findings:
        if closest := re.search(r"(\d+) for(?: and|,) (\d+) against", said):
            assert abs(int(closest[1]) - int(closest[2])) == min(gaps)


def test_schemes_give_the_majorities_of_their_rows(record: sqlite3.Connection) -> None:
    for date in ("2014-09-01", "2020-11-24"):
        for section in (None, "clp"):
            view = asked(
                record, "schemes", body="nec", date=date, **({"section": section} if section else {})
            )
            given = {str(name): bloc for name, bloc in by(view, "name", "majority").items() if bloc}
            assert all(
                name in view.findings[0] and str(bloc) in view.findings[0] for name, bloc in given.items()
            )
            assert bool(given) != view.findings[0].startswith("No scheme")
