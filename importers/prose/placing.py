"""To which section each statement of an article belongs; what was spoken of last is carried on only while it can be meant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from db.identity import plain_name
from importers.known import Known
from importers.prose.claims import Claim
from importers.prose.context import BODIES, Seat
from importers.prose.shape import Shape

Seats = Sequence[tuple[int, Seat]]
"""Where in a sentence sections are named."""

_SAME = re.compile(r"\bsame (?:race|contest|election|section|ballot|vote)\b")
_SEVERAL = re.compile(r"S\d+(?:(?:, and |, | and )(?:the )?S\d+)+(?=[^SL]{0,30}$)")


class Placing:
    """Remembers what was spoken of last, and who stood where."""

    def __init__(self, known: Known, year: str) -> None:
        self.known, self.year = known, year
        self.current: Seat = ("", "")
        self.main = ""
        """The body named most, until another is spoken of."""
        self.placed: dict[str, Seat] = {}
        self._elected: dict[Seat, set[str]] = defaultdict(set)

    def parts(self, made: Shape, claims: Sequence[Claim], seats: Seats) -> Iterator[tuple[Claim, Seat, int]]:
        """Claims with the section of each, and the number of the claim; one of two persons for two posts becomes two."""
        windows = _windows(made, claims)
        for number, claim in enumerate(claims):
            several = _one_each(made, claim, seats)
            if several:
                for person, seat in zip(claim.people, several, strict=True):
                    yield claim._replace(people=(person,)), seat, number
            else:
                yield claim, self._seat(made, claim, windows, seats), number

    def note(self, claim: Claim, seat: Seat) -> None:
        """Takes down where somebody stood."""
        for one in (*claim.people, *claim.partner):
            if seat[1] or one not in self.placed:
                self.placed[one] = seat
        if claim.field == "outcome" and claim.values == ("elected",):
            self._elected[seat] |= set(claim.people)

    def _seat(
        self, made: Shape, claim: Claim, windows: Sequence[tuple[int, tuple[str, ...]]], seats: Seats
    ) -> Seat:
        """The section named with the persons, before all of them, with them earlier, or spoken of."""
        spoken = set(claim.partner or claim.people)
        whose = next((people for _, people in windows if spoken & set(people)), claim.people)
        start = next((at for at, people in windows if people == whose), 0)
        end = next((at for at, people in windows if at > start and people != whose), len(made.text))
        first = min((at for at, _ in windows), default=len(made.text))
        own = [seat for at, seat in seats if start <= at < end]
        leading = [seat for at, seat in seats if at < min(first, start)]
        earlier = [seat for at, seat in seats if at < start] if _SAME.search(made.text[start:end]) else []
        told = [self.placed[one] for one in (*claim.people, *claim.partner) if one in self.placed]
        found = (*own[:1], *earlier[-1:], *leading[-1:], *(seat for seat in told[:1] if seat[1]))
        return found[0] if found else self._spoken_of(made, claim)

    def _spoken_of(self, made: Shape, claim: Claim) -> Seat:
        """What the article is speaking of: the section spoken of last if there was room in it, else that of earlier contests."""
        bodies = [made.keys[one[0]][0] for one in BODIES.finditer(made.text)]
        current = self.current[0] or (self.main if not bodies else "")
        body = current if not bodies or current in bodies else bodies[0]
        if body == self.current[0] and self.current[1] and self._has_room(self.current, claim):
            return self.current
        return body, self.only_section(body) or self._stood_before(body, claim.people)

    def _has_room(self, seat: Seat, claim: Claim) -> bool:
        held = [one.seats for one in self.known.contests_of(*seat) if one.seats]
        if not held or claim.field != "outcome" or claim.values != ("elected",):
            return True
        return len(self._elected[seat] | set(claim.people)) <= max(held)

    def _stood_before(self, body: str, people: Sequence[str]) -> str:
        """The section of a body in which all of these persons who are on record stood last; blank where they differ."""
        sections = set()
        for name in people:
            keys = self.known.persons.get(plain_name(name), ())
            stood = [
                self._sections.get(key, ("", ""))
                for key in (self.known.stood(keys[0]) if len(keys) == 1 else ())
            ]
            sections |= set([section for at, section in stood if at == body][:1])
        return sections.pop() if len(sections) == 1 else ""

    @cached_property
    def _sections(self) -> dict[str, Seat]:
        """Body and section of the contests up to the year of the article."""
        return {
            one.key: (one.body, one.section)
            for one in self.known.contests
            if not self.year or (one.date or "")[:4] <= self.year
        }

    def only_section(self, body: str) -> str:
        """The section of a body that has one; blank where it has several."""
        sections = [section for at, section in self.known.sections if at == body]
        return sections[0] if len(sections) == 1 else ""


def _windows(made: Shape, claims: Sequence[Claim]) -> list[tuple[int, tuple[str, ...]]]:
    """Where in a shape the persons stand of whom something is stated in its own right."""
    owners = {one for claim in claims if not claim.partner for one in claim.people}
    signs: dict[tuple[str, ...], int] = defaultdict(lambda: len(made.text))
    for one in re.finditer(r"L\d+", made.text):
        people = made.keys[one[0]]
        if owners & set(people):
            signs[people] = min(signs[people], one.start())
    return sorted((at, people) for people, at in signs.items())


def _one_each(made: Shape, claim: Claim, seats: Seats) -> list[Seat]:
    """`The youth and disabled representatives, with A and B winning`: as many sections as persons, in their order."""
    sign = next((sign for sign, people in made.keys.items() if sign[0] == "L" and people == claim.people), "")
    at = made.text.find(sign) if sign else -1
    named = _SEVERAL.search(made.text[max(0, at - 300) : at]) if at > 0 and len(claim.people) > 1 else None
    if not named or len(claim.values) > 1:
        return []
    start = max(0, at - 300) + named.start()
    found = [seat for place, seat in seats if start <= place < start + len(named[0])]
    return found if len(found) == len(claim.people) == len(set(found)) else []
