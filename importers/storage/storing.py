"""All of a plan, in the order in which rows refer to each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from db.identity import plain_name
from db.ledger import Ledger
from importers.origin import Origin
from importers.results.result import Found
from importers.review.decisions import Decisions
from importers.review.proposal import Plan, Proposal, ProposedCount, ProposedSeat, Target
from importers.storage.candidacies import Candidacies
from importers.storage.citing import Citing
from importers.storage.contests import contest_of
from importers.storage.counts import write_count
from importers.storage.layouts import remember
from importers.storage.naming import Naming
from importers.storage.seats import write_seat
from importers.storage.settling import settle


class Making(NamedTuple):
    """What is to be said of a contest that is not on record yet."""

    kind: str | None = None
    unit: str | None = None


def untold() -> None:
    """Tells nobody."""


def store(
    ledger: Ledger,
    plan: Plan,
    decisions: Decisions,
    origins: Sequence[Origin],
    making: Making,
    told: Callable[[], None] = untold,
) -> None:
    """Write everything of a plan that is ticked and no question.

    Args:
        ledger: of the import.
        plan: what is proposed.
        decisions: those that the plan was made with.
        origins: the files as they are to be cited, in the order of the intake.
        making: of contests that are made.
        told: called after each candidacy; what it raises stops all.
    """
    citing = Citing(ledger, tuple(origins))
    naming = Naming(ledger, decisions, citing)
    remember(ledger, decisions.layouts)
    storing = _Storing(ledger, naming, citing, making, told)
    for proposal in plan.proposals:
        if proposal.target is not None and proposal.changes:
            storing.write(proposal, proposal.target)


class _Storing:
    """One plan on its way into the record; a contest that two files tell of is made once."""

    def __init__(
        self, ledger: Ledger, naming: Naming, citing: Citing, making: Making, told: Callable[[], None]
    ) -> None:
        self.ledger, self.naming, self.citing, self.making, self.told = ledger, naming, citing, making, told
        self.candidacies = Candidacies(ledger, naming, citing)
        self._contests: dict[tuple[object, ...], int] = {}

    def write(self, proposal: Proposal, target: Target) -> None:
        """Store what is ticked of a proposal."""
        for seat in proposal.seats:
            if seat.stored:
                write_seat(self.ledger, seat, proposal.file, self.naming, self.citing)
        if any(one.stored for one in proposal.items if not isinstance(one, ProposedSeat)):
            self._write_contest(proposal, target)

    def _write_contest(self, proposal: Proposal, target: Target) -> None:
        contest = self._contest(proposal, target)
        for row in proposal.rows:
            if row.stored:
                self.candidacies.write(row, contest, proposal.file)
                self.told()
        for count in proposal.counts:
            if count.stored:
                persons = self._persons(count, contest)
                write_count(self.ledger, count, contest, persons, proposal.file, self.citing)
        settle(self.ledger, contest)

    def _contest(self, proposal: Proposal, target: Target) -> int:
        made = self._contests.get(target.identity)
        meant = target if made is None else target._replace(contest=made)
        values: dict[str, Any] = self.making._asdict()
        contest = contest_of(self.ledger, proposal, meant, values, self.citing)
        for scheme, value in proposal.identifiers:
            self.naming.identify("contest", contest, scheme, value)
        self._contests[target.identity] = contest
        return contest

    def _persons(self, count: ProposedCount, contest: int) -> dict[int, int]:
        """Who the candidates of a count are, by what stands in the contest now."""
        query = """
            SELECT person.id, person.name FROM candidacy JOIN person ON person.id = person_id WHERE contest_id = ?1
            UNION SELECT alias.person_id, alias.name FROM candidacy JOIN alias ON alias.person_id = candidacy.person_id
            WHERE contest_id = ?1
        """
        known = {
            plain_name(name): person for person, name in self.ledger.connection.execute(query, [contest])
        }
        return {
            index: person
            for index, found in enumerate(count.candidates)
            if (person := self._known(found, known)) is not None
        }

    def _known(self, found: Found, known: dict[str, int]) -> int | None:
        identified = self.naming.record.identified("person", found.identifiers)
        answered = self.naming.record.person(self.naming.decisions.persons.get(found.name, ""))
        return identified or answered or known.get(plain_name(found.name))
