"""Filters, sorting and text: the same in every view, and an empty answer says why it is empty."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from records import PACKAGED, SMALL, asked, column, opened, tiny

from db.errors import Missing
from db.lens import Lens
from db.questions import ask
from db.reading.factions import Factions
from db.reading.narrowing import cell_text, folded
from db.view import Cell, View
from db.wayfinding.slots import every_faction, slots

PLACES = {
    SMALL: {
        "composition": Lens(body="rtu", date="2018-06"),
        "changes": Lens(body="rtu", section="members", date="2018-05-01", against="2016-06-14"),
        "candidates": Lens(),
        "candidate": Lens(person="ada-oak"),
        "contest": Lens(contest="rtu-m-2018"),
        "contests": Lens(body="rtu"),
        "factions": Lens(),
        "faction": Lens(faction="left"),
    },
    PACKAGED: {
        "composition": Lens(body="nec", date="2021-01-01"),
        "changes": Lens(body="nec", date="2020-11-13", against="2018-09-03"),
        "candidates": Lens(body="nec"),
        "candidate": Lens(person="ann-black"),
        "contest": Lens(contest="nec-clp-2020nov"),
        "contests": Lens(),
        "factions": Lens(body="nec"),
        "faction": Lens(faction="clga"),
    },
}
CASES = [
    pytest.param(folder, view, id=f"{folder.name}-{view}")
    for folder, views in PLACES.items()
    for view in views
]
NARROWED = pytest.mark.parametrize(("folder", "view"), CASES)


def seen(folder: Path, view: str, **changes: object) -> View:
    """A view of a record, with its filter, text or order."""
    lens = PLACES[folder][view]
    factions = frozenset(str(changes.pop("factions", "")).split())
    return ask(opened(folder), view, lens._replace(factions=factions, **changes))  # type: ignore[arg-type]


@NARROWED
def test_each_hotkey_keeps_the_rows_of_its_faction_or_of_its_members_on_that_day_and_no_others(
    folder: Path, view: str
) -> None:
    connection = opened(folder)
    kin = Factions(connection)
    whole = seen(folder, view)
    if view in ("contests", "faction"):
        whole = seen(folder, view, factions=" ".join(kin.ids))
    for faction in slots(connection):
        kept = seen(folder, view, factions=faction.key)
        chosen = frozenset({faction.key})
        wanted = [row.key for row in whole.rows if kin.covers(chosen, row.factions, row.date)]
        assert [row.key for row in kept.rows] == wanted
        assert kept.total == len(wanted)
        assert bool(kept.empty) == (not wanted)


@NARROWED
def test_two_hotkeys_keep_the_rows_of_either(folder: Path, view: str) -> None:
    one, other, *_ = [faction.key for faction in slots(opened(folder))]
    kept = [
        {row.key for row in seen(folder, view, factions=keys).rows} for keys in (one, other, f"{one} {other}")
    ]
    assert kept[0] | kept[1] == kept[2]


def test_those_without_a_slate_can_be_kept_alone() -> None:
    for view in ("candidates", "composition", "candidate"):
        kept = seen(PACKAGED, view, factions="none")
        key = "slate" if view.startswith("cand") else "faction"
        assert set(column(kept, key)) <= {"none"}
        assert kept.rows or kept.empty
    assert seen(PACKAGED, "candidates", factions="none").total > 50


@pytest.mark.parametrize("view", ["contest", "contests", "candidate", "changes", "composition", "candidates"])
def test_the_words_and_the_empty_answer_name_no_slate_known_as_they_name_factions(view: str) -> None:
    shown = seen(SMALL, view, factions="none")
    assert not shown.words.endswith(", ")
    assert "no slate" in shown.words
    assert shown.rows or "of  " not in shown.empty
    assert shown.rows or "no slate" in shown.empty


def test_contests_in_which_somebody_stood_without_a_known_slate_are_kept() -> None:
    assert "rtu-m-2020" in [row.key for row in seen(SMALL, "contests", factions="none").rows]


def sortable(cell: Cell) -> tuple[float, str]:
    """A cell as a reader would order it."""
    return (float(cell), "") if isinstance(cell, (int, float)) else (0.0, folded(cell_text(cell)))


@NARROWED
def test_every_column_sorts_both_ways_with_blanks_last(folder: Path, view: str) -> None:
    whole = seen(folder, view)
    for position, head in enumerate(whole.columns):
        if view == "candidates" and head.key in (
            "person",
            "body",
            "section",
            "slate",
            "contest",
            "unit",
            "endorsements",
        ):
            continue
        for sign in ("", "-"):
            shown = seen(folder, view, sort=f"{sign}{head.key}")
            cells = [row.cells[position] for row in shown.rows]
            filled = [cell for cell in cells if cell not in (None, "", ())]
            assert not [cell for cell in cells[len(filled) :] if cell not in (None, "", ())]
            ordered = [sortable(cell) for cell in filled]
            assert ordered == sorted(ordered, reverse=bool(sign))
            assert sorted(row.key for row in shown.rows) == sorted(row.key for row in whole.rows)


@NARROWED
def test_every_column_that_is_shown_can_be_sorted_by(folder: Path, view: str) -> None:
    for head in seen(folder, view).columns:
        assert seen(folder, view, sort=head.key).rows


@NARROWED
def test_an_unknown_column_is_named(folder: Path, view: str) -> None:
    with pytest.raises(Missing, match="'colour'"):
        seen(folder, view, sort="colour")


@pytest.mark.parametrize("text", ["zoë", "ZOE", "zoe lind", "lind", "lin zo", "Zoë Lind", "Li"])
@pytest.mark.parametrize("view", ["contest", "candidates"])
def test_a_text_finds_a_name_by_the_beginning_of_any_word_whatever_the_accents(view: str, text: str) -> None:
    assert column(seen(SMALL, view, text=text), "person") == ["Zoë Lind"]


@pytest.mark.parametrize("text", ["casey", "reed", "o'c", "O'Casey-Reed", "o’casey"])
@pytest.mark.parametrize("view", ["candidates", "contest"])
def test_a_name_with_apostrophe_and_hyphen_is_found_by_each_of_its_parts(view: str, text: str) -> None:
    lens = {"contest": "rtu-e-2018"}
    assert set(column(asked(opened(SMALL), view, text=text, **lens), "person")) == {"Jo O'Casey-Reed"}


@pytest.mark.parametrize("text", ["oe", "ind", "asey"])
def test_a_text_does_not_find_the_middle_of_a_word(text: str) -> None:
    assert "Zoë Lind" not in column(seen(SMALL, "candidates", text=text), "person")
    assert "Jo O'Casey-Reed" not in column(seen(SMALL, "candidates", text=text), "person")


def test_a_person_is_found_by_another_spelling_too() -> None:
    assert set(column(asked(opened(SMALL), "candidates", text="joanna"), "person")) == {"Jo O'Casey-Reed"}


@pytest.mark.parametrize(
    "name",
    [
        "Strauß",
        "Łukasz Ødegård",
        "İpek Yılmaz",
        "Ｆｕｌｌ Width",
        "naïve Ångström",
        "Ольга Ёлкина",
        "山田 太郎",
        "أحمد",
    ],
)
def test_a_name_in_any_script_is_found_as_it_is_written(name: str) -> None:
    record = tiny(
        persons=[
            {"person": "p", "name": name, "sort_name": name},
            {"person": "q", "name": "Else", "sort_name": "Else"},
        ],
        contests=[{"contest": "c", "body": "b", "section": "s", "date": "2020"}],
        candidacies=[{"contest": "c", "person": person, "outcome": "unknown"} for person in ("p", "q")],
    )
    for view in ("candidates", "contest"):
        assert column(asked(record, view, contest="c", text=name), "person") == [name]
        assert column(asked(record, view, contest="c", text=name.casefold()[:5]), "person") == [name]


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "*",
        "'",
        "-",
        "()",
        'a" OR "b',
        "NEAR(a b)",
        "words:a",
        "\x00",
        "a\x00b",
        "%",
        "_",
        "^",
        "\x1b[0m",
        "\u202e",
        "  ",
        "\ud800",
    ],
)
@NARROWED
def test_whatever_is_typed_is_a_text_and_never_a_query(folder: Path, view: str, text: str) -> None:
    shown = seen(folder, view, text=text)
    assert shown.total >= len(shown.rows)
    assert shown.total or shown.empty


@NARROWED
def test_a_text_that_fits_nothing_says_so_and_names_the_key(folder: Path, view: str) -> None:
    shown = seen(folder, view, text="qqzzx")
    assert shown.rows == ()
    assert "“qqzzx”" in shown.empty
    assert ("/", "change or clear the text") in shown.widen
    both = seen(folder, view, text="qqzzx", factions=slots(opened(folder))[0].key)
    assert [key for key, _ in both.widen] == ["0", "/"]
    assert both.total == 0


@NARROWED
def test_the_words_of_a_view_tell_its_filter_text_and_order(folder: Path, view: str) -> None:
    first, second, *_ = slots(opened(folder))
    head = seen(folder, view).columns[0].key
    shown = seen(folder, view, factions=f"{first.key} {second.key}", text="a", sort=f"-{head}")
    assert first.short in shown.words
    assert f"{second.short}" in shown.words
    assert "“a”" in shown.words
    assert f"sorted by {head}, descending" in shown.words


def test_hotkeys_are_at_most_nine_and_in_the_order_the_record_gives() -> None:
    assert [one.key for one in slots(opened(SMALL))] == ["left", "grass", "joint", "tide", "steady", "ind"]
    packaged = [one.key for one in slots(opened(PACKAGED))]
    assert packaged[:4] == ["clga", "momentum", "ltw", "labourfirst"]
    assert len(packaged) == len(set(packaged)) <= 9


def test_without_named_hotkeys_they_go_to_those_that_stood_most_often() -> None:
    record = tiny(
        contests=[{"contest": "c", "body": "b", "section": "s", "date": "2020"}],
        candidacies=[
            {"contest": "c", "person": f"p{n}", "outcome": "unknown", "slate": "left" if n == 0 else "right"}
            for n in range(3)
        ],
    )
    assert [one.key for one in slots(record)] == ["right", "left"]


def test_the_picker_lists_every_faction_the_most_frequent_first() -> None:
    listed = every_faction(opened(SMALL))
    assert [(one.key, stood) for one, stood in listed][:3] == [("steady", 10), ("left", 8), ("ind", 4)]
    assert len(listed) == 7


def test_the_filter_of_an_empty_record_is_empty(tmp_path: Path) -> None:
    record: sqlite3.Connection = tiny(factions=[])
    assert slots(record) == ()
    assert every_faction(record) == ()
