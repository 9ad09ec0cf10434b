"""The first look into a file: all that the first picture needs, read while Textual is still starting."""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import NamedTuple

from db.errors import SlatewatchError
from db.lens import Lens, Place
from db.view import Faction, View
from tui.reader import Reader
from tui.screens.sentences import sentence

START = "composition"
"""The question asked of the first body, where nothing is remembered."""


class FirstLook(NamedTuple):
    """What the first picture shows."""

    slots: tuple[Faction, ...] = ()
    others: int = 0
    """Number of factions without a digit."""
    place: Place = Place(START, Lens())
    view: View | None = None
    problem: str = ""
    """Why there is no view, in a sentence."""


def first_look(reader: Reader, remembered: Place | None) -> FirstLook:
    """Look at the place remembered from the last time if it is still there, else at the first body."""
    try:
        slots = reader.slots()
        look = FirstLook(slots, max(reader.faction_count() - len(slots), 0))
        if remembered is not None:
            with suppress(SlatewatchError, KeyError):
                return look._replace(place=remembered, view=reader.ask(remembered))
        for body in reader.bodies(1):
            return look._replace(place=body.place, view=reader.ask(body.place))
        return look
    except Exception as problem:  # said on the screen instead of ending the app
        return FirstLook(problem=sentence(problem))


def look_ahead(reader: Reader, remembered: Place | None) -> Future[FirstLook]:
    """Begin to look, in a thread of its own."""
    future: Future[FirstLook] = Future()
    Thread(
        target=lambda: future.set_result(first_look(reader, remembered)), name="first-look", daemon=True
    ).start()
    return future
