"""The app over a copy of the small record, with a list to import, and what the tests of the review ask of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from app_stage import settle
from records import SMALL, built
from textual import events
from textual.pilot import Pilot

from db.lens import Lens, Place
from importers.review.proposal import Item
from tui.app import Slatewatch
from tui.reader import Reader
from tui.review.looking import LookingScreen

SIZE = (120, 40)
ESTATES = Place("composition", Lens("rtu", "estates"))
"""A place whose coming contest has no figures yet."""

MEMBERS = Place("contest", Lens("rtu", "members", "rtu-m-2014"))
"""A contest with figures."""

LIST = """\
Name,Votes,Outcome,Slate
Ida May,120,Elected,TLA
Jo O'Casey-Reed,80,Elected,Ind
New Body,40,Not elected,Purple Dawn
F. Ivy,30,Not elected,
"""
"""Two who stand already, somebody new on an unknown slate, and one who may be Fay Ivy."""

AGAIN = """\
Name,Votes
Ada Oak,301
Ben Ash,250
Cy Elm,200
"""
"""Three of the contest of 2014, the first with another figure."""


def app_over(tmp_path: Path, place: Place = ESTATES) -> tuple[Path, Slatewatch]:
    """A database that can be written to, and the app over it."""
    path = Path(shutil.copy(built(SMALL), tmp_path / "small.db"))
    return path, Slatewatch(Reader(path), place=place)


async def paste(pilot: Pilot[Any], text: str) -> None:
    """Paste a text as a terminal does."""
    await settle(pilot)
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()
    await settle(pilot)


def review(pilot: Pilot[Any]) -> LookingScreen:
    """The review, under whatever dialog."""
    found = next(one for one in pilot.app.screen_stack if isinstance(one, LookingScreen))
    assert isinstance(found, LookingScreen)
    return found


def item(pilot: Pilot[Any], name: str) -> Item:
    """The item of a name as it stands now."""
    return next(
        one for row in review(pilot).plan_shown.items.values() if (one := row[1]) and name in str(one)
    )


def line(pilot: Pilot[Any], name: str) -> str:
    """The cells of the row that holds some words."""
    rows = review(pilot).plan_shown.view.rows
    return next(
        " ".join(str(cell) for cell in row.cells if cell is not None)
        for row in rows
        if name in str(row.cells)
    )


async def go(pilot: Pilot[Any], name: str) -> None:
    """Put the cursor on the row that holds some words."""
    rows = review(pilot).plan_shown.view.rows
    review(pilot).grid.move_to(next(place for place, row in enumerate(rows) if name in str(row.cells)))
    await settle(pilot)


def said(pilot: Pilot[Any]) -> str:
    """What was said in toasts."""
    return "\n".join(note.message for note in pilot.app._notifications)
