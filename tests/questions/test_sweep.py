"""Every view of everything in the packaged record answers, with cells that fit their columns and words that can be printed."""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Iterator

import pytest
from records import HOSTILE, PACKAGED, SMALL, column, opened

from db.dates import is_date
from db.dumping.row_names import TABLES
from db.lens import VIEWS, Lens
from db.questions import ask
from db.view import Cell, Column, Fact, Faction, Holder, Kind, Origin, Row, View
from db.wayfinding.steps import steps

KINDS: dict[Kind, tuple[type, ...]] = {
    Kind.TEXT: (str,), Kind.NUMBER: (int, float), Kind.SIGNED: (int, float), Kind.SHARE: (int, float), Kind.POINTS: (int, float),
    Kind.DATE: (str,), Kind.FACTION: (Faction,), Kind.FACTIONS: (tuple,), Kind.FLAG: (bool,), Kind.NAMES: (tuple,),
    Kind.HOLDERS: (tuple,),
}  # fmt: skip
SLIPS = re.compile(r"\bNone\b|\bnan\b|\binf\b|  |\.\.(?!\.)|, ,| ,|\( ?\)|^\s|\s$")


FEW = 4
"""Every so manieth brief and page of a source is looked at: the briefs are all made in `tests/brief`, the pages are alike."""

OF_ONE = ("candidate", "claim", "faction", "source", "evidence")
"""Views of one thing that has to be named."""
STOOD = """
SELECT DISTINCT faction.key, body.key FROM candidacy JOIN faction ON faction.id = slate_id JOIN body ON body.id = body_id
"""


def lenses(connection: sqlite3.Connection) -> Iterator[tuple[str, Lens]]:
    """Every place of a record with the views that can show it."""
    yield from ((view, Lens()) for view in VIEWS if view not in OF_ONE)
    sections = connection.execute(
        "SELECT body.key, section.key FROM section JOIN body ON body.id = body_id"
    ).fetchall()
    bodies = [(key, None) for (key,) in connection.execute("SELECT key FROM body").fetchall()]
    with_contest = set(
        connection.execute(
            "SELECT body.key, section.key FROM contest JOIN body ON body.id = contest.body_id JOIN section ON section.id = section_id"
        )
    )
    for body, section in [*bodies, *sections]:
        for view in VIEWS:
            held = (body, section) in with_contest or (
                section is None and any(body == one for one, _ in with_contest)
            )
            if view not in OF_ONE and (view not in ("contest", "brief") or held):
                yield view, Lens(body=body, section=section)
    held_together = "SELECT key FROM contest UNION ALL SELECT key FROM round"
    for at, (contest,) in enumerate(connection.execute(held_together).fetchall()):
        views = ("contest", "candidates") if at % FEW else ("contest", "brief", "candidates")
        yield from ((view, Lens(contest=contest)) for view in views)
    for (person,) in connection.execute("SELECT key FROM person").fetchall():
        yield "candidate", Lens(person=person)
    for (claim,) in connection.execute("SELECT key FROM claim").fetchall():
        yield "claim", Lens(claim=claim)
    for (faction,) in connection.execute("SELECT key FROM faction").fetchall():
        yield "faction", Lens(faction=faction)
    for faction, body in connection.execute(STOOD).fetchall():
        yield "faction", Lens(faction=faction, body=body)
    for (division,) in connection.execute("SELECT key FROM division").fetchall():
        for grouping in ("slate", "endorsement", "alignment"):
            yield "division", Lens(division=division, grouping=grouping)
    for (source,) in connection.execute("SELECT key FROM source").fetchall()[::FEW]:
        yield "source", Lens(source=source)
    for table in TABLES.values():
        for (row,) in connection.execute(f'SELECT id FROM "{table}" ORDER BY id LIMIT 20').fetchall():
            yield "evidence", Lens(row=str(Origin("", "", (Fact(table, row),))))


def check_cell(cell: Cell, head: Column) -> None:
    """A cell is of the kind of its column, finite, and a date where a date is due."""
    if cell is None:
        return
    assert isinstance(cell, KINDS[head.kind]), (head, cell)
    if isinstance(cell, float):
        assert math.isfinite(cell)
    if head.kind is Kind.SHARE:
        assert 0 <= float(cell) <= 100  # type: ignore[arg-type]
    if head.kind is Kind.DATE and cell:
        assert is_date(str(cell)), (head.key, cell)
    if isinstance(cell, tuple) and not isinstance(cell, Faction):
        assert all(isinstance(one, (str, Faction, Holder)) for one in cell)


def check_rows(rows: tuple[Row, ...], columns: tuple[Column, ...], sources: int) -> None:
    """Rows are told apart by their keys and are as long as their columns, and their sources are there."""
    keys = [row.key for row in rows]
    assert len(set(keys)) == len(keys)
    for row in rows:
        assert len(row.cells) == len(columns)
        for cell, head in zip(row.cells, columns, strict=True):
            check_cell(cell, head)
        assert all(1 <= number <= sources for number in row.sources)
        assert row.date is None or is_date(row.date), row.date


def check(view: View) -> None:
    """An answer that can be drawn and written as it is."""
    for rows, columns in [(view.rows, view.columns), *((table.rows, table.columns) for table in view.tables)]:
        assert len({head.key for head in columns}) == len(columns)
        check_rows(rows, columns, len(view.sources))
    assert view.total == len(view.rows)
    assert bool(view.empty) == (not view.rows)
    assert view.title
    assert view.words
    for said in (view.title, view.words, *view.findings, *filter(None, (view.empty,))):
        assert not SLIPS.search(said), said
    for said in view.findings:
        assert said[-1] in ".?!"
    if view.drawing:
        assert view.drawing.vacant >= 0
        assert all(seats > 0 for _, seats in view.drawing.groups)


def problem(connection: sqlite3.Connection, name: str, lens: Lens) -> str:
    """What is wrong with an answer, in a line; nothing where it is right."""
    try:
        check(ask(connection, name, lens))
    except Exception as found:
        said = str(found).splitlines() or [""]
        return f"{name} {lens}: {type(found).__name__} {said[0]}"
    return ""


@pytest.mark.parametrize("folder", [PACKAGED, SMALL], ids=["packaged", "small"])
def test_every_view_of_every_place_contest_and_person_answers_in_words_that_can_be_printed(
    folder: object,
) -> None:
    connection = opened(folder)  # type: ignore[arg-type]
    places = list(lenses(connection))
    problems = [words for name, lens in places if (words := problem(connection, name, lens))]
    assert len(places) > 50
    assert problems == []


def test_every_body_can_be_looked_at_on_every_date_of_change() -> None:
    connection = opened(PACKAGED)
    for (body,) in connection.execute("SELECT key FROM body").fetchall():
        for date in steps(connection, Lens(body=body)):
            problems = [
                problem(connection, name, Lens(body=body, date=date)) for name in ("composition", "changes")
            ]
            assert problems == ["", ""]


def test_the_same_question_has_the_same_answer() -> None:
    connection = opened(PACKAGED)
    for name, lens in [
        ("composition", Lens(body="nec", date="2021")),
        ("contest", Lens(contest="nec-clp-2014")),
        ("factions", Lens()),
    ]:
        assert ask(connection, name, lens) == ask(connection, name, lens)


def test_every_view_of_the_hostile_record_answers_and_hands_its_texts_on_as_they_are() -> None:
    connection = opened(HOSTILE)
    texts = [name for (name,) in connection.execute("SELECT name FROM person")]
    shown: set[object] = set()
    for name, lens in lenses(connection):
        view = ask(connection, name, lens)
        check_rows(view.rows, view.columns, len(view.sources))
        shown |= {cell for row in view.rows for cell in row.cells if isinstance(cell, str)}
    assert set(texts) <= shown


def test_hostile_names_are_found_by_typing_them() -> None:
    connection = opened(HOSTILE)
    names = [name for (name,) in connection.execute("SELECT name FROM person")]
    worded = [name for name in names if any(sign.isalnum() for sign in name)]
    assert len(worded) > 15
    for view in ("candidates", "contest"):
        missed = [
            name
            for name in worded
            if name not in column(ask(connection, view, Lens(contest="h-1", text=name)), "person")
        ]
        assert missed == []


def test_names_of_signs_alone_can_be_typed() -> None:
    for name in ("[/]", "\\"):
        for view in ("candidates", "contest"):
            answer = ask(opened(HOSTILE), view, Lens(contest="h-1", text=name))
            assert answer.total or answer.empty


def test_an_unknown_view_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        ask(opened(SMALL), "polls", Lens())
