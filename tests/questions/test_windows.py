"""The long list of candidacies is read in windows: joined, they are the whole list, whatever it is sorted by."""

from __future__ import annotations

import sqlite3

import pytest
from records import PACKAGED, SMALL, asked, column, opened, tiny

from db.errors import Missing
from db.lens import Lens
from db.questions import ask
from db.questions.candidates import ORDERS
from db.view import Cell

SORTS = [None, *ORDERS, *(f"-{order}" for order in ORDERS)]


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The packaged record."""
    return opened(PACKAGED)


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize(
    "place", [{}, {"body": "nec"}, {"body": "nec", "section": "clp"}], ids=["all", "body", "section"]
)
def test_windows_join_without_gap_or_repeat(
    record: sqlite3.Connection, sort: str | None, place: dict[str, str]
) -> None:
    lens = Lens(sort=sort).at(**place)
    whole = ask(record, "candidates", lens)
    joined: list[str] = []
    for first in range(0, whole.total + 1, 97):
        window = ask(record, "candidates", lens, first, 97)
        assert window.total == whole.total
        assert window.first == first
        joined += [row.key for row in window.rows]
    assert joined == [row.key for row in whole.rows]
    assert len(set(joined)) == len(joined) == whole.total > 200


@pytest.mark.parametrize(
    "lens",
    [
        Lens(text="a"),
        Lens(factions=frozenset({"clga"})),
        Lens(text="an", factions=frozenset({"ltw", "none"})),
    ],
)
def test_windows_join_under_a_filter(record: sqlite3.Connection, lens: Lens) -> None:
    whole = ask(record, "candidates", lens)
    joined = [
        row.key
        for first in range(0, whole.total, 13)
        for row in ask(record, "candidates", lens, first, 13).rows
    ]
    assert joined == [row.key for row in whole.rows]
    assert whole.total == len(whole.rows) > 0


def test_a_window_beyond_the_end_is_empty_and_still_knows_the_total(record: sqlite3.Connection) -> None:
    view = ask(record, "candidates", Lens(), 1_000_000, 50)
    assert view.rows == ()
    assert view.total == len(ask(record, "candidates", Lens()).rows)
    assert view.empty == ""


def test_the_list_walked_is_the_list_gathered(
    record: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two ways of reading it, for few and for many persons found."""
    gathered = [ask(record, "candidates", Lens(text="j b", sort=sort)) for sort in SORTS]
    monkeypatch.setattr("db.questions.candidates.DENSE", 0)
    walked = [ask(record, "candidates", Lens(text="j b", sort=sort)) for sort in SORTS]
    assert walked == gathered
    assert gathered[0].total > 3


def plain(cell: Cell) -> object:
    """A cell that can be compared."""
    return cell.casefold() if isinstance(cell, str) else cell


@pytest.mark.parametrize("key", ["date", "votes", "share", "rank", "outcome"])
def test_blanks_come_last_whichever_way_the_list_is_sorted(record: sqlite3.Connection, key: str) -> None:
    for sort in (key, f"-{key}"):
        cells = column(asked(record, "candidates", sort=sort), key)
        filled = [plain(cell) for cell in cells if cell is not None]
        assert cells[len(filled) :] == [None] * (len(cells) - len(filled))
        assert filled == sorted(filled, reverse=sort.startswith("-"))  # type: ignore[type-var]


def test_the_two_directions_show_the_same_rows(record: sqlite3.Connection) -> None:
    for key in ORDERS:
        up, down = (ask(record, "candidates", Lens(sort=f"{sign}{key}")) for sign in ("", "-"))
        assert {row.key for row in up.rows} == {row.key for row in down.rows}


def test_names_are_sorted_as_a_register_has_them() -> None:
    names = column(asked(opened(SMALL), "candidates", sort="person"), "person")
    assert list(dict.fromkeys(names)) == [
        "Ben Ash", "Gus Bay", "Hal Box", "Cy Elm", "Dee Fir", "Fay Ivy", "Zoë Lind", "Ida May", "Jo O'Casey-Reed", "Ada Oak", "Eve Yew",
    ]  # fmt: skip


def test_an_accent_or_a_small_letter_does_not_throw_a_name_to_the_end() -> None:
    names = {"amy": "Zorn, Amy", "bea": "Élan, Bea", "col": "de Vries, Col", "dan": "Foss, Dan"}
    record = tiny(
        persons=[{"person": key, "name": name, "sort_name": name} for key, name in names.items()],
        contests=[{"contest": "c", "body": "b", "section": "s", "date": "2020"}],
        candidacies=[{"contest": "c", "person": key, "outcome": "unknown"} for key in names],
    )
    assert column(asked(record, "candidates", sort="person"), "person") == [
        "de Vries, Col",
        "Élan, Bea",
        "Foss, Dan",
        "Zorn, Amy",
    ]


def test_a_column_that_the_list_has_not_is_named_with_those_it_has(record: sqlite3.Connection) -> None:
    with pytest.raises(Missing, match="'colour'"):
        asked(record, "candidates", sort="colour")


def test_a_list_of_one_contest_is_that_contest() -> None:
    view = asked(opened(SMALL), "candidates", contest="rtu-m-2014")
    assert view.total == 5
    assert {row.key.split("/")[0] for row in view.rows} == {"rtu-m-2014"}


@pytest.mark.parametrize("section", [None, "clp"])
def test_the_sources_of_one_body_are_found_without_reading_all_sources(
    record: sqlite3.Connection, section: str | None
) -> None:
    queries: list[str] = []
    record.set_trace_callback(queries.append)
    ask(record, "sources", Lens(body="nec", section=section))
    record.set_trace_callback(None)
    plans = [step for query in queries for *_, step in record.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert "SCAN source" not in plans
    assert any(step.startswith("SEARCH source") for step in plans)
