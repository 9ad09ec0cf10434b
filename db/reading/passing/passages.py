"""How a seat came from one holder to another: who left why, who came how, and whoever sat in between."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from db.reading import reasons
from db.reading.events import Event
from db.reading.facts import facts, together
from db.reading.held import Held
from db.reading.passing.between import Between
from db.reading.passing.stints import Stint, Stints
from db.reading.passing.succession import ABOLISHED, NEW, Change
from db.reading.scenarios.assuming import BASIS
from db.reading.seats.holders import Seated
from db.view import Fact


class Departure(NamedTuple):
    """How somebody left a seat."""

    who: Seated
    """In the last term."""
    date: str | None
    """When, where that is on record."""
    reason: str
    """One of `db.reading.reasons`, or blank."""
    contest: Held | None
    """The contest of the section on that day."""
    candidacy: int | None
    """What the reason rests on, where it is how the person fared in that contest."""
    events: tuple[Event, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The last term, the events that tell of it, the contest at which it ended and how the holder fared there."""
        held = [self.contest.fact] if self.contest else []
        told = (event.fact for event in self.events)
        return together(self.who.facts, told, held, facts("candidacy", [self.candidacy]))


class Arrival(NamedTuple):
    """How somebody came to a seat."""

    who: Seated
    """In the first term."""
    date: str | None
    """When, where that is on record."""
    reason: str
    contest: Held | None
    events: tuple[Event, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The first term, the events that tell of it, the contest at which it was won."""
        held = [self.contest.fact] if self.contest else []
        return together(self.who.facts, (event.fact for event in self.events), held)


class Link(NamedTuple):
    """One passing of a seat."""

    departure: Departure | None
    arrival: Arrival | None
    certain: bool = True
    """Whether the one who came took over from the one who left, and not only in the same section."""

    @property
    def ends(self) -> tuple[Departure | Arrival, ...]:
        """What is known of it, in the order of time."""
        return tuple(one for one in (self.departure, self.arrival) if one is not None)


class Passage(NamedTuple):
    """All that happened to a seat between the two days."""

    links: tuple[Link, ...]
    """The newest first."""
    renewed: Held | None = None
    """Where one person held the seat on both days: the last contest at which they were elected anew."""
    suspended: bool = False
    """Whether the holder of both days was suspended in between."""
    rule: int | None = None
    """Id of the rule that made or abolished the seat."""
    assumed: bool = False
    """Whether a scenario gives the seat to the later holder."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the seat changed, in the order of time; nothing where the record does not say."""
        found = [reasons.ASSUMED] if self.assumed else []
        found += [reasons.REGULAR] if self.renewed else []
        found += [reasons.SUSPENSION] if self.suspended else []
        found += [reasons.RULE] if self.rule else []
        for link in reversed(self.links):
            found += [one.reason for one in link.ends]
        return tuple(dict.fromkeys(filter(None, found)))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What it rests on: terms, events and contests, and the rule that made or abolished the seat."""
        renewed = [self.renewed.fact] if self.renewed else []
        ends = (one.facts for link in self.links for one in link.ends)
        return together(renewed, *ends, facts("rule", [self.rule]))


class Passages:
    """Finds the passage of each change between two days."""

    def __init__(self, stints: Stints, between: Between, first: str, last: str) -> None:
        self.stints, self.between, self.first, self.last = stints, between, first, last

    def leads(self, later: Iterable[Seated]) -> dict[int, int]:
        """Of later holders the one (ids of persons) from whom an unbroken line leads to them.

        That is the holder of the earlier day, or whoever had left a seat that stood empty then.
        """
        found = {}
        for one in later:
            line = self._line(self.stints.on(one.section, one.person, self.last))
            if len(line) > 1 and line[-1].since <= self.first:
                found[one.person] = line[-1].person
        return found

    def of(self, change: Change) -> Passage:
        """What happened to the seat of a change."""
        before, after = change.before, change.after
        rule = self.between.rules.get(change.section.section) if change.kind in (NEW, ABOLISHED) else None
        number = rule[0] if rule else None
        if after is not None and after.basis == BASIS:
            return Passage((), assumed=True)
        if before is not None and after is not None and before.person == after.person:
            return Passage((), self._renewed(after), after.suspended and not before.suspended)
        links = self._came(after) if after is not None else ()
        known = links[-1].departure if links else None
        if before is None or (known is not None and known.who.person == before.person):
            return Passage(links, rule=number)
        return Passage(self._joined(links, self._went(before)), rule=number)

    def _joined(self, came: tuple[Link, ...], went: tuple[Link, ...]) -> tuple[Link, ...]:
        """What is known of how the later holder came, and of what became of the earlier one, as one passage."""
        if came and went and came[-1].departure is None and went[0].arrival is None:
            both = Link(went[0].departure, came[-1].arrival, certain=False)
            return (*came[:-1], both, *went[1:])
        return came + went

    def _went(self, before: Seated) -> tuple[Link, ...]:
        """How the earlier holder left, and whoever took over until nobody is known to have done so."""
        stint = self.stints.on(before.section, before.person, self.first)
        links: list[Link] = []
        seen = set()
        while stint is not None and stint.first.term not in seen:
            seen.add(stint.first.term)
            following = self.stints.after.get(stint.first.term)
            departure = self._left(stint, following.since if following else None)
            if departure is None:
                break
            links.insert(0, Link(departure, self._arrival(following) if following else None))
            stint = following
        return tuple(links)

    def came(self, one: Seated) -> Arrival | None:
        """How a holder of the later day came, where that was between the days."""
        stint = self.stints.on(one.section, one.person, self.last)
        return self._arrival(stint) if stint is not None and stint.since > self.first else None

    def _line(self, stint: Stint | None) -> list[Stint]:
        """A stint of the later day and those before it in the same seat, back to the first day, the newest first."""
        line = [stint] if stint is not None else []
        while line and line[-1].since > self.first:
            earlier = self.stints.before.get(line[-1].first.term)
            if earlier is None or earlier in line:
                break
            line.append(earlier)
        return line

    def _came(self, after: Seated) -> tuple[Link, ...]:
        line = self._line(self.stints.on(after.section, after.person, self.last))
        links = []
        for at, stint in enumerate(line):
            if stint.since <= self.first:
                break
            earlier = line[at + 1] if at + 1 < len(line) else None
            links.append(Link(self._left(earlier, stint.since), self._arrival(stint)))
        return tuple(links)

    def _arrival(self, stint: Stint) -> Arrival:
        one = stint.first
        held = self.stints.won_at(one)
        date = held.date if held else self.between.stated.get(one.term, (one.since, None))[0]
        events = self.between.events(one.section, [date], one.person, one.replaces)
        reason = reasons.of_coming(one.gained, held.kind if held else None) if date else ""
        return Arrival(one, date, reason, held, events)

    def _left(self, stint: Stint | None, followed: str | None = None) -> Departure | None:
        """How a stint ended; events are looked for on that day, and on the day on which the seat was filled again."""
        if stint is None or stint.until is None or stint.until > self.last:
            return None
        one = stint.last
        held = self.between.contest_on(one.section, one.until)
        whole = held if held is not None and held.kind == "regular" and held.whole else None
        events = self.between.events(one.section, [one.until if one.ended else None, followed], one.person)
        reason = reasons.of_leaving(one.why_ended, one.gained, at_regular=whole is not None)
        candidacy = None
        if reason in ("", reasons.ENDED) and whole is not None:
            reason, candidacy = self._fared(one, whole)
        if not reason and not one.why_ended:
            reason = next(filter(None, (reasons.of_leaving(event.kind, one.gained) for event in events)), "")
        date = self.between.stated.get(one.term, (None, None))[1] or (whole.date if whole else None)
        return Departure(one, date, reason, whole, candidacy, events)

    def _fared(self, one: Seated, held: Held) -> tuple[str, int | None]:
        """What became of a member at the election that filled all seats; nothing where the record does not say."""
        stood = self.between.candidacies[held.id].get(one.person)
        if stood is None:
            return (reasons.RETIRED if held.complete else ""), None
        return (reasons.LOST, stood.id) if stood.outcome == "not elected" else ("", None)

    def _renewed(self, one: Seated) -> Held | None:
        return next(
            (
                held
                for held in reversed(self.between.of_section.get(one.section, []))
                if self.first < held.date
                and (stood := self.between.candidacies[held.id].get(one.person)) is not None
                and stood.outcome == "elected"
            ),
            None,
        )
