"""Memberships put together: those of a body are one result, those who stood in one election for one post another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from importers.formats.checks import sound
from importers.formats.facts import Stated, stated
from importers.formats.json_data import plain
from importers.formats.popolo.membership import (
    candidacy,
    day,
    event,
    extension,
    is_candidacy,
    is_party,
    organization,
    seat,
    section,
)
from importers.formats.popolo.objects import Objects, Thing
from importers.formats.popolo.person import Somebody, everybody, somebody
from importers.results.checking import doubts_of
from importers.results.result import FIELDS, Doubt, Fact, Found, Result, Seat

TOLD: Final = tuple(field for field in FIELDS if field not in ("body", "section", "contest", "kind", "date"))
"""What our own files tell of a contest beside what Popolo has fields for."""

KINDS: Final = frozenset({"regular", "by-election", "additional", "composite"})


def results(objects: Objects) -> tuple[Result, ...]:
    """A result for each election and post, then one for each body, in the order of the file."""
    found = _Grouping(objects)
    for membership in objects.memberships:
        found.take(membership)
    found.tell()
    return (*found.elections(), *found.bodies())


class _Grouping:
    """Memberships, taken one by one."""

    def __init__(self, objects: Objects) -> None:
        self.objects = objects
        self.people = everybody(objects)
        self.seats: dict[str, list[Seat]] = defaultdict(list)
        self.stood: dict[tuple[str, str, str], list[Found]] = defaultdict(list)
        self.heads: dict[tuple[str, str, str], tuple[Thing, Thing]] = {}
        self.doubts: dict[object, list[Doubt]] = defaultdict(list)
        self.parties = 0

    def take(self, membership: Thing) -> None:
        """Take one; one that leads nowhere is told."""
        body = organization(self.objects, membership)
        if is_party(body) and not is_candidacy(membership):
            self.parties += 1
            return
        who = self._who(membership)
        if who is None or (not body.text("name") and not is_candidacy(membership)):
            lacking = "person with a name" if who is None else "body with a name"
            self.objects.doubts.append(
                (membership.place, f"Found no {lacking}, expected one; it was left out.")
            )
        elif is_candidacy(membership):
            self._stood(membership, body, who)
        else:
            one, doubts = seat(self.objects, membership, who)
            self.seats[one.body].append(one)
            self.doubts[one.body] += doubts

    def tell(self) -> None:
        """Tell of the memberships that are no seats."""
        if self.parties:
            words = f"Found {self.parties:,} memberships of parties, which are no seats; they were left out."
            self.objects.doubts.append(("memberships", words))

    def elections(self) -> list[Result]:
        """The results of elections."""
        return [self._election(key, found) for key, found in self.stood.items()]

    def bodies(self) -> list[Result]:
        """The seats of each body."""
        return [
            Result(body, (), tuple(self.doubts[body]), facts=(Fact("body", body, seats[0].origin),),
                   seats=tuple(dict.fromkeys(seats)))
            for body, seats in self.seats.items()
        ]  # fmt: skip

    def _who(self, membership: Thing) -> Somebody | None:
        person = self.objects.of(membership, "person")
        if not person.values:
            return None
        if person.place not in self.people:
            self.people[person.place] = somebody(self.objects, person)
        return self.people[person.place]

    def _stood(self, membership: Thing, body: Thing, who: Somebody) -> None:
        held = event(self.objects, membership)
        body = body if body.text("name") else self.objects.of(held, "organization")
        place = section(self.objects, membership)
        key = (held.place, body.text("name"), place)
        one, doubts = candidacy(self.objects, membership, who)
        self.stood[key].append(one)
        self.heads.setdefault(key, (held, body))
        self.doubts[key] += doubts

    def _election(self, key: tuple[str, str, str], found: list[Found]) -> Result:
        held, body = self.heads[key]
        where = held.place or found[0].origin
        texts = {"body": body.text("name"), "section": key[2], "date": day(held)}
        told = [*_told(texts, where), *_told_of(held)]
        facts, small = sound([one.fact for one in told if one.fact], found)
        doubts = [one.doubt for one in told if one.doubt]
        title = held.text("name") or ", ".join(filter(None, texts.values()))
        return Result(
            title, tuple(found), (*doubts, *small, *self.doubts[key], *doubts_of(found)), facts=tuple(facts)
        )


def _told(texts: Mapping[str, str], where: str) -> Iterator[Stated]:
    return (stated(field, text, where) for field, text in texts.items())


def _told_of(held: Thing) -> Iterator[Stated]:
    """What an event tells of a contest: what other data sets call it, and what our own files add."""
    more = extension(held)
    yield from _told({field: plain(more.values.get(field)) for field in TOLD}, held.place)
    if (kind := more.text("kind")) in KINDS:
        yield stated("kind", kind, held.place)
    for one in held.things("identifiers"):
        if one.text("scheme") and one.text("identifier"):
            yield stated("contest", f"{one.text('scheme')}:{one.text('identifier')}", one.place)
