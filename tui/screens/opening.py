"""The first look into a file: all that the first picture needs, read while Textual is still starting."""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from db.errors import SlatewatchError
from db.lens import Lens, Place
from db.view import Faction, View
from tui.reader import Reader
from tui.screens.sentences import sentence

if TYPE_CHECKING:
    from db.questions.navigation import Node

START = "composition"
"""The question asked of the first body, where nothing is remembered."""


AT_ONCE = 80
"""Bodies that the first picture can show; the others are read after it."""


class FirstLook(NamedTuple):
    """What the first picture shows."""

    slots: tuple[Faction, ...] = ()
    others: int = 0
    """Number of factions without a digit."""
    bodies: tuple[Node, ...] = ()
    place: Place = Place(START, Lens())
    view: View | None = None
    problem: str = ""
    """Why there is no view, in a sentence."""


def first_look(reader: Reader, remembered: Place | None) -> FirstLook:
    """Look at the place remembered from the last time if it is still there, else at the first body."""
    try:
        slots, bodies = reader.slots(), reader.bodies(AT_ONCE)
        others = max(reader.faction_count() - len(slots), 0)
        look = FirstLook(slots, others, bodies)
        if remembered is not None:
            with suppress(SlatewatchError, KeyError):
                return look._replace(place=remembered, view=reader.ask(remembered))
        place = bodies[0].place if bodies else look.place
        return look._replace(place=place, view=reader.ask(place) if bodies else None)
    except Exception as problem:  # said on the screen instead of ending the app
        return FirstLook(problem=sentence(problem))


def look_ahead(reader: Reader, remembered: Place | None) -> Future[FirstLook]:
    """Begin to look, in a thread of its own."""
    future: Future[FirstLook] = Future()
    Thread(
        target=lambda: future.set_result(first_look(reader, remembered)), name="first-look", daemon=True
    ).start()
    return future
