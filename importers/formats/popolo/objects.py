"""The objects of a Popolo file by their ids, each with its place; whatever is no object, or has no id, is told and left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from importers.formats.json_data import plain
from importers.results.result import Doubt
from importers.results.text import clean

KINDS: Final = ("persons", "organizations", "posts", "areas", "events", "memberships")
SHOWN: Final = 20
"""Doubts about the file as a whole that are told one by one."""

NAMES: Final[dict[str, tuple[str, str]]] = {
    "person": ("persons", "person_id"),
    "organization": ("organizations", "organization_id"),
    "on_behalf_of": ("organizations", "on_behalf_of_id"),
    "post": ("posts", "post_id"),
    "area": ("areas", "area_id"),
    "period": ("events", "legislative_period_id"),
    "event": ("events", "event_id"),
    "election": ("events", "election_id"),
}
"""References of a membership: the list that holds what they lead to, and the field with its id."""

Values = dict[str, Any]


class Thing(NamedTuple):
    """An object and its place."""

    values: Values
    place: str

    def text(self, *names: str) -> str:
        """The first of some fields that says something, cleaned."""
        return next((words for name in names if (words := clean(plain(self.values.get(name))))), "")

    def things(self, name: str) -> Iterator[Thing]:
        """The objects in a list that the object holds."""
        held = self.values.get(name)
        for number, one in enumerate(held if isinstance(held, list) else [], 1):
            if isinstance(one, dict):
                yield Thing(one, f"{self.place}, {name} {number}")


NOTHING: Final = Thing({}, "")


class Objects:
    """All objects of a file."""

    def __init__(self, whole: Values) -> None:
        self.doubts: list[Doubt] = []
        self.found: dict[str, dict[str, Thing]] = {kind: {} for kind in KINDS}
        self.redirects: dict[str, list[str]] = {}
        """By the id of a person, the ids that were merged into it."""
        self.memberships: list[Thing] = []
        for kind in KINDS:
            held = whole.get(kind)
            if held is not None and not isinstance(held, list):
                self.doubts.append((kind, f"Found {type(held).__name__}, expected a list; it was left out."))
            for number, one in enumerate(held if isinstance(held, list) else [], 1):
                self._take(kind, one, f"{kind} {number}")

    def of(self, thing: Thing, name: str) -> Thing:
        """What a reference of an object leads to: by its id, or held in it; nothing where it leads nowhere."""
        kind, field = NAMES[name]
        held = thing.values.get(name)
        if isinstance(held, dict):
            inside = Thing(held, f"{thing.place}, {name}")
            return self.found[kind].get(inside.text("id"), inside)
        key = thing.text(field) or (plain(held) if isinstance(held, str) else "")
        return self.found[kind].get(key, NOTHING)

    def told(self) -> tuple[Doubt, ...]:
        """The first doubts, and how many more there are."""
        more = len(self.doubts) - SHOWN
        rest = [("the file", f"{more:,} more of its objects were left out.")] if more > 0 else []
        return (*self.doubts[:SHOWN], *rest)

    def _take(self, kind: str, value: object, place: str, **owner: str) -> None:
        if not isinstance(value, dict):
            self.doubts.append((place, f"Found {type(value).__name__}, expected an object; it was left out."))
            return
        thing = Thing(owner | value, place)
        key = thing.text("id")
        if kind == "persons" and (target := thing.text("redirect")):
            self.redirects.setdefault(target, []).append(key)
            return
        if kind == "memberships":
            if not thing.text("redirect"):
                self.memberships.append(thing)
            return
        if key in self.found[kind]:
            self.doubts.append((place, f"Found the id {key[:60]!r} a second time; it was left out."))
            return
        self.found[kind][key or place] = thing
        self._take_inside(kind, thing, key)

    def _take_inside(self, kind: str, thing: Thing, key: str) -> None:
        """Memberships and posts that stand in a person, an organization or a post."""
        owner = {"persons": "person_id", "organizations": "organization_id", "posts": "post_id"}.get(kind)
        if owner is None or not key:
            return
        for inner in ("memberships", "posts") if kind == "organizations" else ("memberships",):
            for one in thing.things(inner):
                self._take(inner, one.values, one.place, **{owner: key})
