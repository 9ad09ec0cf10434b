"""Who is meant by a name in a source: as the user says, by a number that is kept, by a match that is certain; else a question."""

from __future__ import annotations

from typing import NamedTuple

from db.identity import Suggestion
from importers.results.result import Found, Seat
from importers.review.decisions import SOMEBODY_NEW, Decisions
from importers.review.onrecord import OnRecord


class Who(NamedTuple):
    """The person, and why."""

    person: int | None
    """None for somebody new, and where it is a question."""
    reason: str
    """Empty where it is a question."""
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def asked(self) -> bool:
        """Whether it is a question."""
        return not self.reason


def who(
    record: OnRecord,
    decisions: Decisions,
    found: Found | Seat,
    section: int | None,
    contest: int | None = None,
    date: str | None = None,
) -> Who:
    """The person of a name.

    Args:
        record: what is on record.
        decisions: what the user says.
        found: the name, and what the source calls the person.
        section: id of the section of the contest; who stood for it before is likelier to be meant.
        contest: its id, where it is on record.
        date: its date; who stood elsewhere decades away only is a question.
    """
    suggestions = record.names.suggest(found.name, section, contest=contest, date=date)
    if (answer := decisions.persons.get(found.name)) is not None:
        if answer == SOMEBODY_NEW:
            return Who(None, "somebody new, as answered", suggestions)
        return Who(record.person(answer), "as answered", suggestions)
    if (identified := record.identified("person", found.identifiers)) is not None:
        return Who(identified, "the same number in the source's own list of persons", suggestions)
    standing = [one for one in suggestions if one.exact and contest and record.candidacy(contest, one.person)]
    for one in suggestions:
        if one.certain or standing == [one]:
            return Who(one.person, one.reason, suggestions)
    return Who(None, "" if suggestions else "nobody of this name on record", suggestions)
