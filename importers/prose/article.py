"""An article read sentence by sentence: what it states of whom, and in which contest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from importers.documents.document import Cell
from importers.known import Known
from importers.prose import context, dating
from importers.prose.backing import backings
from importers.prose.claims import Claim
from importers.prose.context import Place, Seat
from importers.prose.grounds import faction_of, grounds, spoken_of, spoken_of_last
from importers.prose.groups import GroupClaim, group_claims
from importers.prose.listing import Listing, is_heading, item, opened
from importers.prose.mentions import Finder
from importers.prose.outcomes import outcomes
from importers.prose.placing import Placing
from importers.prose.rules import PENDING, Ruling, rulings
from importers.prose.sentences import Sentence, article_lines, sentences
from importers.prose.shape import Shape, shape
from importers.prose.slates import slates
from importers.prose.teams import Teams
from importers.prose.votes import votes
from importers.results.result import Result

MOST = 5_000
"""Lines of a document that are looked at, and sentences in them: no article is longer, a pasted list may be."""


class Stated(NamedTuple):
    """A statement of persons, and where it stands."""

    claim: Claim
    place: Place
    sentence: Sentence


class Ruled(NamedTuple):
    """A statement of a contest, and where it stands."""

    ruling: Ruling
    place: Place
    sentence: Sentence


class Grouped(NamedTuple):
    """A statement of the candidates of a faction in a body, and where it stands."""

    claim: GroupClaim
    body: str
    seat: Seat
    sentence: Sentence


class Article:
    """Everything stated, in the order of the text; what is spoken of is carried from one sentence to the next."""

    def __init__(self, lines: Sequence[Cell], known: Known, tables: Sequence[Result] = ()) -> None:
        self.known = known
        told = list(islice(article_lines(lines), MOST))
        self.finder = Finder(known, [cell.text for cell in told])
        for name in (one.name for result in tables for one in result.candidates):
            self.finder.people.note(name)
        self.written, self.dateline = dating.stated(told, self.finder)
        self.stated: list[Stated] = []
        self.ruled: list[Ruled] = []
        self.grouped: list[Grouped] = []
        self.days: dict[Seat, tuple[str, Sentence]] = {}
        self.pending: set[Seat] = set()
        self._at = Placing(known, self.written[:4])
        self._head: tuple[str, ...] = ()
        self._latter: tuple[str, ...] = ()
        self._faction: tuple[str, ...] = ()
        self._year = ""
        self._listing: Listing = ()
        self._elsewhere = False
        found = [(one, shape(one.text, self.finder)) for one in islice(sentences(told), MOST)]
        self._main = self._at.main = _main_body(made for _, made in found)
        for sentence, made in found:
            self._read(sentence, made)
        self._name_groups(Teams(told, tables, known, self.finder))
        self.stated = [self._settled(one) for one in self.stated]

    def _name_groups(self, teams: Teams) -> None:
        """What is told of candidates without their names, told of those whom a table names."""
        lost = {
            name for one in self.stated if one.claim.values == ("not elected",) for name in one.claim.people
        }
        for one in self.grouped:
            if one.claim.field == "fellows" and (people := teams.fellows(one.claim)):
                claim = Claim(people, "endorsement", (one.claim.value,), 0)
            elif one.claim.field == "won" and (people := teams.winners(one.claim, lost)):
                claim = Claim(people, "outcome", ("elected",), 0)
            else:
                continue
            self.stated.append(Stated(claim, Place(*one.seat), one.sentence))

    def _settled(self, one: Stated) -> Stated:
        """A statement whose section was not said then, but of persons who are told of in one section elsewhere."""
        seats = {self._at.placed.get(name, ("", "")) for name in one.claim.people}
        seat = seats.pop() if len(seats) == 1 else ("", "")
        if one.place.section or seat[0] != one.place.body:
            return one
        return one._replace(place=one.place._replace(section=seat[1]))

    def places(self) -> Iterator[Place]:
        """Where each statement belongs: those of persons first."""
        yield from (one.place for one in self.stated)
        yield from (one.place for one in self.ruled)

    def first(self, place: Place) -> Sentence:
        """The sentence that tells first of a contest."""
        told = [one.sentence for one in self.stated if one.place == place]
        told += [one.sentence for one in self.ruled if one.place == place]
        return told[0]

    def _read(self, sentence: Sentence, made: Shape) -> None:
        seats = context.seats_in(made, self.known, self._at.current, self._main)
        to = context.elected_to(made) or (context.heading(made) if sentence.opens else "")
        if to and not seats and to != self._at.current[0]:
            self._at.current = (to, self._at.only_section(to))
        listed = item(made, self._listing)
        claims = [(claim, "") for claim in listed] or list(self._claims(made))
        if not listed and ((new := opened(made, self.known)) or not self._goes_on(sentence, made)):
            self._listing = new
        background = self._is_past(context.sentence_year(made))
        self._place(sentence, made, claims, seats)
        if len({seat for _, seat in seats}) == 1 and not background:
            self._at.current = seats[0][1]
        self._rule(sentence, made, seats, background=background)
        self._group(sentence, made, to)
        self._carry(made)

    def _goes_on(self, sentence: Sentence, made: Shape) -> bool:
        """Whether a list goes on below a heading that names another section; that one is spoken of from then on."""
        if not self._listing or not is_heading(made):
            return False
        if "S" in made.text:
            return True
        named = {key for one in self.finder.loose_sections(sentence.text) for key in one.keys}
        here = {tuple(key.split("/")) for key in named if key.partition("/")[0] == self._at.current[0]}
        if len(here) != 1:
            return False
        body, section = here.pop()
        self._at.current = (body, section)
        return True

    def _claims(self, made: Shape) -> Iterator[tuple[Claim, str]]:
        """What a sentence states, each with the date said beside it."""
        latter = self._latter if re.search(r"\bthe (?:latter|former)\b", made.text) else self._head
        for ground in grounds(made, latter, self._faction):
            for find in (
                outcomes(ground),
                votes(ground),
                backings(ground, self.known),
                slates(ground, self.known),
            ):
                for claim in find:
                    yield claim, context.year_at(made, ground.text, claim.at - ground.offset)

    def _place(
        self, sentence: Sentence, made: Shape, claims: list[tuple[Claim, str]], seats: list[tuple[int, Seat]]
    ) -> None:
        last = self._at.current
        self._elsewhere = context.elsewhere(made) or (self._elsewhere and not re.search(r"[BS]\d", made.text))
        for claim, seat, number in self._at.parts(made, [claim for claim, _ in claims], seats):
            if self._elsewhere and self._main and not set(claim.people) <= self._at.placed.keys():
                continue
            date = claims[number][1] or context.held_since(made, claim.people)
            date = date if self._is_past(date) else ""
            known_here = any(one in self._at.placed for one in claim.people)
            if date and not seats and not known_here and "B" not in made.text:
                continue
            self.stated.append(Stated(claim, Place(*seat, date), sentence))
            if not date:
                self._at.note(claim, seat)
                self._note_day(seat, sentence)
                last = seat
        self._at.current = last

    def _rule(
        self, sentence: Sentence, made: Shape, seats: list[tuple[int, Seat]], *, background: bool
    ) -> None:
        past = self._year if re.search(r"\bthat year\b|\bat the time\b", made.text) else ""
        for ruling in rulings(made):
            near = sorted(seats, key=lambda one: abs(one[0] - ruling.at))
            seat = near[0][1] if near else self._at.current
            date = context.year_at(made, made.text, ruling.at) if ruling.field == "seats" else ""
            date = date if self._is_past(date) else past
            if not (background and not date) and "previously" not in made.text:
                self.ruled += [
                    Ruled(ruling, Place(*one, date), sentence)
                    for one in (seat, *self._others(made, ruling, seat))
                ]
        if PENDING.search(made.text) and not background:
            self.pending.add(seats[0][1] if seats else self._at.current)

    def _others(self, made: Shape, ruling: Ruling, seat: Seat) -> list[Seat]:
        """The other bodies of which a date is said in one breath: `nominations for the NEC, NPF and NCC open on`."""
        named = dict.fromkeys(made.keys[sign][0] for sign in re.findall(r"B\d+", made.text))
        if not ruling.field.startswith(("nominations_o", "nominations_c", "ballot_")) or seat[0] not in named:
            return []
        return [(body, self._at.only_section(body)) for body in named if body != seat[0]]

    def _group(self, sentence: Sentence, made: Shape, to: str) -> None:
        for ground in grounds(made, self._head, self._faction):
            for claim in group_claims(ground):
                self.grouped.append(Grouped(claim, to or self._at.current[0], self._at.current, sentence))

    def _carry(self, made: Shape) -> None:
        self._head = spoken_of(made, self._head)
        self._latter = spoken_of_last(made, self._latter)
        self._faction = faction_of(made, self._faction)
        self._year = context.sentence_year(made) or self._year

    def _note_day(self, seat: Seat, sentence: Sentence) -> None:
        day = dating.said_day(sentence.text, self.written)
        if day:
            self.days.setdefault(seat, (day, sentence))

    def _is_past(self, date: str) -> bool:
        """Whether a date is of another contest than the one at hand."""
        return bool(date) and date[:4] != self.written[:4]


def _main_body(shapes: Iterable[Shape]) -> str:
    """The body named most."""
    named = Counter(made.keys[sign][0] for made in shapes for sign in re.findall(r"B\d+", made.text))
    return named.most_common(1)[0][0] if named else ""
