"""Where each seat-holder is counted: by the slate stood on, by who endorsed, by alignment, or by the blocs of a scheme.

The rules, the same for every question:

- **slate**: the slate of the candidacy that won the seat, and nothing else.
- **endorsement**: every organisation that endorsed that candidacy; whoever has several is counted with each.
- **alignment**: the slate, unless it is none or independent; then the newest statement up to the day of where the holder
  leans, made of the holder in this body or the one it is part of.  Statements of one day under one umbrella are that umbrella.
- **bloc**: what the scheme says of the person on that day; else of the slate, or the nearest umbrella of it that the scheme
  names; else of the faction or the words of the newest statement of alignment.
- A **scenario** goes before all of these where it says something of the holder; `db.reading.scenarios.scenario` has its rules.
- Nothing else is inferred: whoever none of this places is unknown.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from db.dates import written
from db.errors import Missing
from db.lens import GROUPINGS, Lens
from db.reading.factions import Factions
from db.reading.facts import facts, together
from db.reading.parts import in_parts, marks
from db.reading.place import Where
from db.reading.seats.holders import Seated, bodies
from db.view import NO_SLATE, SEVERAL, Fact, Faction
from db.wording import the

if TYPE_CHECKING:
    from db.reading.scenarios.assumptions import Assumption
    from db.reading.scenarios.scenario import Scenario
    from db.reading.schemes import Member, Scheme

SLATE, ENDORSEMENT, ALIGNMENT, BLOC = GROUPINGS

LABELS = {SLATE: "Slate", ENDORSEMENT: "Endorsed by", ALIGNMENT: "Alignment", BLOC: "Bloc"}
"""The heading of a column of groups."""

UNKNOWN = {
    SLATE: NO_SLATE,
    ENDORSEMENT: NO_SLATE._replace(name="no endorsement known", short="no backer"),
    ALIGNMENT: NO_SLATE._replace(name="no leaning known", short="no leaning"),
    BLOC: NO_SLATE._replace(name="no bloc known", short="no bloc"),
}
"""Stands for holders whose group is not known; drawn hollow."""

GREYS = ("#9a8c7a", "#7a8c9a", "#8c9a7a", "#9a7a8c", "#7a9a8c", "#8c7a9a")
"""Colours of leanings that name no faction: muted, so that nobody takes them for one."""


class Alignment(NamedTuple):
    """A statement of where somebody leans."""

    id: int
    date: str
    faction: Faction | None
    leaning: str


class Leaning(NamedTuple):
    """Where a holder is counted, and why."""

    groups: tuple[Faction, ...]
    """None: unknown.  Several: all of them by endorsement, else only one can be right."""
    why: str
    all_of_them: bool = False
    facts: tuple[Fact, ...] = ()
    """What places the holder beside the slate stood on: endorsements, statements of alignment, the scheme, assumptions."""


def facts_of(holder: Seated, leaning: Leaning) -> tuple[Fact, ...]:
    """What a holder's row rests on: the seat, and what places its holder; a seat that a scenario gives on that alone."""
    return holder.facts if holder.assumption is not None else together(holder.facts, leaning.facts)


class Grouping:
    """One way of grouping the holders of a place."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        lens: Lens,
        factions: Factions,
        place: Where,
        scenario: Scenario | None = None,
    ) -> None:
        """The grouping that a lens asks for; under a scenario its assumptions go before all rules.

        Raises:
            Missing: there is no such grouping or scheme, or a grouping by bloc without any scheme on record.
        """
        self.connection, self.factions, self.place = connection, factions, place
        self.key = lens.grouping or (BLOC if lens.scheme else SLATE)
        if self.key not in GROUPINGS:
            raise Missing(f"There is no grouping {self.key!r}; the groupings are {', '.join(GROUPINGS)}.")
        self.scheme: Scheme | None = None
        if self.key == BLOC:
            from db.reading.schemes import scheme_of

            self.scheme = scheme_of(connection, lens.scheme)
        self.words = self.scheme.name if self.scheme else f"by {self.key}"
        self.scenario = scenario
        self._moved = scenario.blocs(self.scheme.key) if scenario and self.scheme else {}
        self._alignments: dict[int, list[Alignment]] = {}
        self._endorsers: dict[int, list[tuple[Faction, Fact]]] = {}
        self._groups: dict[str, Faction] = {}
        self._places: tuple[int, int] | None = None

    @property
    def unknown(self) -> Faction:
        """What stands for holders whose group is not known."""
        return UNKNOWN[self.key]

    @property
    def label(self) -> str:
        """The heading of a column of groups."""
        return LABELS[self.key]

    def order(self, group: Faction) -> tuple[float, str]:
        """Sorts groups from left to right: blocs as the scheme has them, factions as the record, leanings in words after them."""
        if self.scheme is not None:
            return self.scheme.positions.get(group.key, 99_999), group.name
        if group.key in self._groups:
            return 90_000, group.name
        return self.factions.order(group)

    def drawn_order(self, group: Faction) -> tuple[float, str]:
        """Sorts what is drawn: whoever is counted with several, or with none, stands after the groups."""
        if group.key == self.unknown.key:
            return 1e9, ""
        return (1e8, "") if group is SEVERAL else self.order(group)

    def keys(self, group: Faction) -> frozenset[str]:
        """The keys of factions that a group stands for, for the filter: its own, or those that a bloc names."""
        if self.scheme is not None:
            return self.scheme.factions_of(group.key) | {group.key}
        return frozenset({group.key})

    def prepare(self, holders: Sequence[Seated]) -> None:
        """Read what the grouping needs of some holders, in one go."""
        if self.key == ENDORSEMENT:
            self._read_endorsers({one.candidacy for one in holders if one.candidacy} - self._endorsers.keys())
        elif self.key in (ALIGNMENT, BLOC):
            self._read_alignments({one.person for one in holders} - self._alignments.keys())

    def of(self, holder: Seated, date: str) -> Leaning:
        """Where a holder is counted on a day; `prepare` has to know the holder."""
        assumed = self.scenario.stand(holder) if self.scenario else None
        if assumed is not None and (leaning := self._assumed(assumed, date)) is not None:
            return leaning
        if self.key == SLATE:
            return self._by_slate(holder)
        if self.key == ENDORSEMENT:
            return self._by_endorsement(holder)
        if self.key == ALIGNMENT:
            return self._by_alignment(holder, date)
        return self._by_bloc(holder, date)

    def alignments(self, holder: Seated, date: str) -> tuple[Alignment, ...]:
        """The newest statements up to a day; `prepare` has to know the holder."""
        known = [one for one in self._alignments.get(holder.person, ()) if one.date <= date]
        newest = max((one.date for one in known), default="")
        return tuple(one for one in known if one.date == newest)

    def days_of(self, holder: Seated) -> set[str]:
        """The days on which a holder who keeps the seat may be counted elsewhere; `prepare` has to know the holder."""
        if self.key in (SLATE, ENDORSEMENT):
            return set()
        days = {one.date for one in self._alignments.get(holder.person, ())}
        if days or self.scheme is not None:
            days |= self.factions.days
        return days | (self.scheme.days if self.scheme is not None else frozenset())

    def _assumed(self, one: Assumption, date: str) -> Leaning | None:
        """Where a scenario counts somebody; None where it says nothing that bears upon this grouping."""
        why, supposed = f"scenario: {one.words}", (one.fact,)
        faction = self.factions.get(one.faction) if one.faction is not None else None
        if self.scheme is None:
            return None if faction is None else Leaning((faction,), why, facts=supposed)
        if one.bloc is not None:
            bloc = self.scheme.blocs.get(one.bloc)
            return None if bloc is None else Leaning((bloc.faction,), why, facts=supposed)
        if faction is None:
            return None
        placed = _placed(self._members_of(faction.key, date, date), why)
        return placed._replace(facts=(*supposed, *placed.facts))

    def _by_slate(self, holder: Seated) -> Leaning:
        if holder.faction.key == NO_SLATE.key:
            return Leaning((), "no source states a slate")
        return Leaning((holder.faction,), f"stood on the slate {holder.faction.name}")

    def _by_endorsement(self, holder: Seated) -> Leaning:
        endorsed = self._endorsers.get(holder.candidacy or 0, ())
        if not endorsed:
            return Leaning((), "no source states an endorsement")
        backers = tuple(dict.fromkeys(backer for backer, _ in endorsed))
        names = ", ".join(one.name for one in backers)
        return Leaning(backers, f"endorsed by {names}", True, tuple(fact for _, fact in endorsed))

    def _by_alignment(self, holder: Seated, date: str) -> Leaning:
        if self._stands_for_a_slate(holder):
            return self._by_slate(holder)
        statements = self.alignments(holder, date)
        if not statements:
            return self._by_slate(holder)
        groups = self._united([self._group_of(one) for one in statements], date)
        return Leaning(groups, _stated(statements), facts=_said(statements))

    def _by_bloc(self, holder: Seated, date: str) -> Leaning:
        scheme = self.scheme
        if scheme is None:
            return Leaning((), "no scheme is on record")
        if own := scheme.of_person(holder.person, date):
            return _placed(own, f"{scheme.name} names {holder.person_name}")
        if named := self._members_of(holder.faction.key, holder.since or date, date):
            return _placed(named, f"stood on the slate {holder.faction.name}")
        statements = self.alignments(holder, date)
        found: list[Member] = []
        for one in statements:
            of_faction = self._members_of(one.faction.key, date, date) if one.faction else ()
            found += of_faction or scheme.of_leaning(one.leaning, date)
        if found:
            placed = _placed(found, _stated(statements))
            return placed._replace(facts=(*_said(statements), *placed.facts))
        return Leaning((), f"{scheme.name} says nothing of {holder.person_name}")

    def _members_of(self, faction: str, member_on: str, date: str) -> tuple[Member, ...]:
        """What places a faction, or the nearest of its umbrellas that the scheme names; a scenario goes before the scheme."""
        scheme = self.scheme
        if scheme is None or faction == NO_SLATE.key:
            return ()
        moved = self._nearest(faction, member_on, partial(self._moved_to, scheme)) if self._moved else ()
        return moved or self._nearest(faction, member_on, lambda key: scheme.of_faction(key, date))

    def _moved_to(self, scheme: Scheme, faction: str) -> tuple[Member, ...]:
        """What a scenario says of a faction by name."""
        from db.reading.schemes import Member

        assumed = self._moved.get(faction)
        bloc = scheme.blocs.get(assumed.bloc or 0) if assumed else None
        return () if assumed is None or bloc is None else (Member(assumed.fact, bloc),)

    def _nearest(
        self, faction: str, member_on: str, said_of: Callable[[str], tuple[Member, ...]]
    ) -> tuple[Member, ...]:
        """What is said of a faction, or of the nearest of its umbrellas of which anything is said."""
        ring, seen = {faction}, {faction}
        while ring:
            if found := tuple(one for key in sorted(ring) for one in said_of(key)):
                return found
            ring = {
                one.umbrella for key in ring for one in self.factions.parents[key] if one.holds(member_on)
            } - seen
            seen |= ring
        return ()

    def _stands_for_a_slate(self, holder: Seated) -> bool:
        kind = self.factions.kinds.get(holder.faction.key)
        return holder.faction.key != NO_SLATE.key and kind != "independent"

    def _united(self, groups: Iterable[Faction], date: str) -> tuple[Faction, ...]:
        """Groups without those that others of them hold within."""
        several = tuple(dict.fromkeys(groups))
        keys = {one.key for one in several}
        return tuple(one for one in several if not (self.factions.up(one.key, date) - {one.key}) & keys)

    def _group_of(self, statement: Alignment) -> Faction:
        """The group of a statement: the faction that it names, else its words."""
        if statement.faction is not None:
            return statement.faction
        words = statement.leaning.partition("(")[0].strip() or statement.leaning
        key = f"leaning: {words.casefold()}"
        if key not in self._groups:
            colour = GREYS[sum(map(ord, words)) % len(GREYS)]
            self._groups[key] = Faction(key, f"“{words}”", words, words[:1].lower(), colour)
        return self._groups[key]

    def _read_endorsers(self, candidacies: Iterable[int]) -> None:
        for some in in_parts(sorted(candidacies)):
            for one in some:
                self._endorsers[one] = []
            query = f"""
                SELECT id, candidacy_id, faction_id FROM endorsement WHERE candidacy_id IN ({marks(len(some))}) ORDER BY id
            """
            for number, candidacy, faction in self.connection.execute(query, some):
                self._endorsers[candidacy].append((self.factions.get(faction), Fact("endorsement", number)))

    def _read_alignments(self, persons: Iterable[int]) -> None:
        if self._places is None:
            self._places = bodies(self.connection, self.place.body or 0)
        for some in in_parts(sorted(persons)):
            for person in some:
                self._alignments[person] = []
            query = f"""
                SELECT person_id, alignment.id, coalesce(date, ''), faction_id, leaning FROM alignment
                LEFT JOIN section ON section.id = section_id
                WHERE person_id IN ({marks(len(some))}) AND (section_id IS NULL OR section.body_id IN (?, ?))
                ORDER BY alignment.id
            """
            for person, number, date, faction, leaning in self.connection.execute(
                query, [*some, *self._places]
            ):
                named = None if faction is None else self.factions.get(faction)
                self._alignments[person].append(Alignment(number, date, named, leaning))


def _stated(statements: Sequence[Alignment]) -> str:
    words = "; ".join(dict.fromkeys(one.leaning for one in statements))
    return f"said to be {words} ({written(statements[0].date) or 'undated'})"


def _said(statements: Sequence[Alignment]) -> tuple[Fact, ...]:
    return facts("alignment", (one.id for one in statements))


def _placed(members: Sequence[Member], why: str) -> Leaning:
    """Counted where a scheme's rows say, with the rows."""
    return Leaning(_blocs(members), why, facts=tuple(one.fact for one in members))


def _blocs(members: Iterable[Member]) -> tuple[Faction, ...]:
    return tuple(dict.fromkeys(one.bloc.faction for one in members))


def group_name(group: Faction, seats: int = 2) -> str:
    """A group in a sentence; who is only described in words is said to be so."""
    return f"those said to be {group.name}" if group.name.startswith("“") else the(group.name, seats)
