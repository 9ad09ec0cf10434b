"""Seats gained against the last holder, who need not have won them: who can be named, and who only by slate."""

from __future__ import annotations

import sqlite3

from records import PACKAGED, SMALL, TINY, Rows, asked, opened, tiny

NAMES = {"ann": ("Ann Oak", "Oak, Ann"), "ben": ("Ben Oak", "Oak, Ben"), "cy": ("Cy Elm", "Elm, Cy"),
         "dee": ("Dee Fir", "Fir, Dee"), "eve": ("Eve Yew", "Yew, Eve"), "fay": ("Fay Ivy", "Ivy, Fay")}  # fmt: skip
PERSONS: Rows = [{"person": key, "name": name, "sort_name": sort} for key, (name, sort) in NAMES.items()]


def elections(before: str, after: str, *, seats: int, factions: Rows = ()) -> sqlite3.Connection:
    """Two elections to a board: of `ann/left ben/right | cy/left` the first two are elected, for their slates, and the last is not."""
    candidacies = []
    for contest, line in (("c1", before), ("c2", after)):
        won, _, lost = line.partition("|")
        for part, outcome in ((won, "elected"), (lost, "not elected")):
            for one in part.split():
                person, _, slate = one.partition("/")
                row = {"contest": contest, "person": person, "outcome": outcome}
                candidacies.append(row | {"slate": slate} if slate else row)
    place = {"body": "b", "section": "s"}
    return tiny(
        persons=PERSONS,
        factions=[*TINY["factions"], *factions],
        rules=[{**place, "seats": seats, "valid_from": "2010"}],
        contests=[
            {**place, "contest": contest, "date": date, "seats": seats}
            for contest, date in (("c1", "2010-05-01"), ("c2", "2012-05-01"))
        ],
        candidacies=candidacies,
    )


def first(record: sqlite3.Connection) -> str:
    """How the second election is told."""
    return asked(record, "contest", contest="c2").findings[0]


def test_the_surname_stands_alone_where_nobody_named_has_the_same() -> None:
    said = first(elections("cy/right dee/left", "eve/left dee/left | cy/right", seats=2))
    assert said == "Left won both seats; Yew gained a seat from Elm."


def test_two_of_one_surname_are_named_in_full() -> None:
    said = first(elections("ann/right dee/left", "ben/left dee/left", seats=2))
    assert said == "Left won both seats; Ben Oak gained a seat from Ann Oak."


def test_several_are_named_together() -> None:
    said = first(elections("cy/right fay/right ann/left", "dee/left eve/left ann/left", seats=3))
    assert said == "Left won all three seats; Fir and Yew gained seats from Elm and Ivy."


def test_who_took_the_seat_is_not_guessed_where_two_of_the_slate_came_in() -> None:
    said = first(elections("ann/left cy/right", "dee/left eve/left", seats=2))
    assert said == "Left won both seats; it gained a seat from Elm."


def test_nor_whose_it_was_where_two_of_the_slate_went() -> None:
    said = first(elections("ann/left cy/left", "dee/left eve/right", seats=2))
    assert said == "Left and Right won one of the two seats each; Yew gained a seat from Left."


def test_nothing_is_gained_for_certain_where_it_may_be_the_seat_of_somebody_without_a_known_slate() -> None:
    assert "gained" not in first(elections("ann/left cy/right fay", "ann/left eve/left dee", seats=3))


def test_nor_where_somebody_of_a_third_slate_may_have_it() -> None:
    more = [{"faction": "mid", "name": "Middle", "short": "Mid", "position": 5}]
    said = first(elections("cy/right", "dee/left eve/mid", seats=2, factions=more))
    assert "gained" not in said


def test_a_seat_that_stays_with_the_slate_is_no_gain() -> None:
    assert "gained" not in first(elections("ann/left cy/right", "dee/left cy/right", seats=2))


def test_a_seat_of_no_known_slate_is_gained_from_nobody() -> None:
    assert "gained" not in first(elections("ann/left cy", "ann/left dee/left", seats=2))


def test_before_the_first_election_on_record_nobody_held_the_seats() -> None:
    record = elections("ann/left cy/right", "ann/left dee/left", seats=2)
    assert asked(record, "contest", contest="c1").findings == (
        "Left and Right won one of the two seats each.",
    )


def test_a_gain_is_against_who_held_the_seat_last_and_not_who_had_won_it() -> None:
    said = asked(opened(PACKAGED), "contest", contest="nec-clp-2020apr").findings[0]
    assert "gained seats from Mishra and Webbe" in said  # who had left them empty
    small = asked(opened(SMALL), "contest", contest="rtu-m-2017-by").findings[0]
    assert "won the seat from Dee Fir (Tenants' Left Alliance)" in small
