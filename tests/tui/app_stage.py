"""A small made-up record behind a reader, and what every test of the app needs to wait for it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from db.errors import Missing
from db.lens import Lens, Place
from db.view import Column, Faction, Hemicycle, Kind, Row, Source, Step, Table, Timeline, View
from db.wayfinding.finding import Found
from db.wayfinding.navigation import Node
from tui.app import Slatewatch
from tui.reader import Reader
from tui.screens.main import MainScreen
from tui.screens.memory import Memory

GRASS = Faction("grass", "Grassroots", "Grass", "G", "#cc0000")
WIN = Faction("win", "To Win", "Win", "W", "#0055cc")
OPEN = Faction("open", "Open", "Open", "O", "#008800")
FAR = Faction("far", "Far Corner [/]", "Far", "F", "#aa6600")
SLOTS = (GRASS, WIN, OPEN)

HOSTILE = ("[/]", "[red]x", "\x1b[31mred\x1b[0m", "\u202egnalevE", "Zoë  日本")

PEOPLE = (
    ("ann", "Ann Archer", GRASS, 900, "elected"),
    ("bob", "Bob Baker", WIN, 800, "elected"),
    ("cat", "Cat Carter", GRASS, 700, "not elected"),
    ("dan", "Dan Draper", OPEN, 600, "not elected"),
    ("eve", "Eve Elder", WIN, 500, "unknown"),
    *((f"odd{n}", name, FAR, 100 - n, "pending") for n, name in enumerate(HOSTILE)),
)
COLUMNS = (
    Column("person", "Candidate"),
    Column("faction", "Slate", Kind.FACTION),
    Column("votes", "Votes", Kind.NUMBER),
    Column("outcome", "Outcome"),
    Column("seen", "Never filled", optional=True),
)
DATES = ("2010", "2012-05", "2014-08-20")
COURSE = Timeline(
    tuple(
        Step(date, ((GRASS, 2), (WIN, 1)), 1, 0, marks, f"What happened {n} [/].", (1,))
        for n, (date, marks) in enumerate(zip(DATES, "CRB", strict=True))
    ),
    None,
    sources=(Source("s", "The Gazette", "", "", "", ""),),
)


BODY = Node("body", "board", "Board", "4 seats", Place("composition", Lens(body="board")))
OTHER = Node("body", "club", "Club", "2 seats", Place("composition", Lens(body="club")))


def body(number: int) -> Node:
    """One of many bodies."""
    key = f"club-{number}"
    return Node("body", key, f"Club {number}", "", Place("composition", Lens(body=key)))


SECTION = Node(
    "section",
    "board/members",
    "Members",
    "2 seats",
    Place("composition", Lens(body="board", section="members")),
)
CONTEST = Node(
    "contest",
    "board-2014",
    "Members 2014",
    "Aug 2014",
    Place("contest", Lens(body="board", section="members", contest="board-2014")),
)


class FakeReader(Reader):
    """Answers from the lists above, and lets a test hold an answer back."""

    def __init__(self) -> None:
        super().__init__(Path("made-up.db"))
        self.asked: list[Place] = []
        self.held: dict[Place, threading.Event] = {}
        self.course: Timeline | None = None
        """What is drawn under a composition."""
        self.clubs = 0
        """Further bodies."""
        self.size = 0
        """Rows of a long list instead of the people, when not 0."""

    def ask(self, place: Place, first: int = 0, limit: int | None = 256) -> View:
        self.asked.append(place)
        if place in self.held:
            self.held[place].wait(5)
        if place.lens.body == "gone":
            raise Missing("There is no body gone[/] on record.")
        if self.size and place.view == "candidates":
            return _long(place, self.size, first, limit)
        return answer(place)

    def slots(self) -> tuple[Faction, ...]:
        return SLOTS

    def faction_count(self) -> int:
        return len(self.factions())

    def factions(self) -> tuple[tuple[Faction, int], ...]:
        return ((GRASS, 20), (WIN, 10), (FAR, 7), (OPEN, 5))

    def bodies(self, limit: int = -1) -> tuple[Node, ...]:
        many = (body(number) for number in range(self.clubs))
        return (BODY, OTHER, *many)[: limit if limit > 0 else None]

    def children(self, node: Node) -> tuple[Node, ...]:
        return {"board": (SECTION,), "board/members": (CONTEST,)}.get(node.key, ())

    def find(self, text: str, limit: int = 50) -> tuple[Found, ...]:
        places = [(key, name) for key, name, *_ in PEOPLE if text.casefold() in name.casefold()]
        return tuple(Found("person", key, name, "1 candidacy", record(key)) for key, name in places)[:limit]

    def timeline(self, lens: Lens) -> Timeline | None:
        return self.course

    def steps(self, lens: Lens) -> tuple[str, ...]:
        return DATES

    def stride(self, place: Place, strides: int) -> Lens:
        here = DATES.index(place.lens.date or DATES[-1])
        return place.lens.at(date=DATES[max(0, min(here + strides, len(DATES) - 1))])


def record(key: str) -> Place:
    """Where the record of a person is."""
    return Place("candidate", Lens(person=key))


def answer(place: Place) -> View:
    """The people, as the lens lets them through."""
    lens = place.lens
    rows = [
        Row(key, (name, faction, votes, outcome, None), record(key), frozenset({faction.key}))
        for key, name, faction, votes, outcome in PEOPLE
        if (not lens.factions or faction.key in lens.factions)
        and lens.text.casefold() in name.casefold()
        and (lens.person in (None, key))
    ]
    if lens.sort_column in ("votes", "person", "outcome"):
        position = {"person": 0, "votes": 2, "outcome": 3}[str(lens.sort_column)]
        rows.sort(key=lambda row: row.cells[position], reverse=lens.descending)  # type: ignore[arg-type,return-value]
    return View(
        name=place.view,
        title=f"The {place.view}",
        lens=lens,
        words=", ".join(
            filter(None, (lens.body, lens.section, lens.date, " + ".join(sorted(lens.factions)), lens.text))
        ),
        findings=(f"{len(rows)} of {len(PEOPLE)} stood [bold].", "Grassroots lead."),
        columns=COLUMNS,
        rows=tuple(rows),
        total=len(rows),
        tables=(_seats(),) if place.view == "composition" else (),
        notes=("Figures are made up [/].",),
        sources=(Source("s1", "Nobody", "The list [i]", "https://example.org/[x]", "2014", "A. N. Other"),),
        drawing=Hemicycle(((GRASS, 2), (WIN, 1)), 1, 3) if place.view == "composition" else None,
        empty="" if rows else "Nobody stood for these.",
        widen=() if rows else (("0", "show every faction"),),
    )


def _seats() -> Table:
    rows = tuple(
        Row(f"seat{n}", (name, faction), record(key)) for n, (key, name, faction, *_) in enumerate(PEOPLE[:4])
    )
    return Table(
        "seats", "Seat-holders", (Column("person", "Holder"), Column("faction", "Slate", Kind.FACTION)), rows
    )


def _long(place: Place, size: int, first: int, limit: int | None) -> View:
    last = size if limit is None else min(first + limit, size)
    rows = tuple(
        Row(f"p{n}", (f"Person {n:05}", GRASS, n, "elected", None), record("ann")) for n in range(first, last)
    )
    return answer(place)._replace(rows=rows, total=size, first=first)


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until nothing is being read and everything read has been shown; not for what waits for an answer of the user."""
    for _ in range(3):
        busy = [worker for worker in pilot.app.workers if worker.group not in ("suppose", "claim")]
        if busy:
            await pilot.app.workers.wait_for_complete(busy)
        await pilot.pause()


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, each after what the one before has set going."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def screen(pilot: Pilot[Any]) -> MainScreen:
    """The main screen, under whatever dialog."""
    main = pilot.app.screen_stack[0]
    assert isinstance(main, MainScreen)
    return main


def names(pilot: Pilot[Any]) -> list[str]:
    """Who stands in the main table."""
    view = screen(pilot).view
    assert view is not None
    return [str(row.cells[0]) for row in view.rows]


def text(pilot: Pilot[Any]) -> str:
    """The whole picture as plain text."""
    width, _ = pilot.app.size
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line).ljust(width) for line in lines)


def stage(place: Place | None = None, memory: Memory | None = None) -> tuple[FakeReader, Slatewatch]:
    """A reader and an app over it."""
    reader = FakeReader()
    return reader, Slatewatch(reader, memory, place or Place("candidates", Lens(body="board")))
