"""The sources on which it rests how seats passed."""

from __future__ import annotations

from collections.abc import Sequence

from db.reading.citations import Citations
from db.reading.passing.passages import Passage
from db.reading.passing.succession import Change


class Cited:
    """The numbers of the sources that each change rests on."""

    def __init__(self, citations: Citations, changes: Sequence[Change], passages: Sequence[Passage]) -> None:
        people = [one.term for change in changes for one in change.people]
        self.terms = citations.of_terms([*people, *(term for one in passages for term in one.terms)])
        self.others = {
            "event": citations.of("event", (number for one in passages for number in one.events)),
            "candidacy": citations.of(
                "candidacy", (number for one in passages for number in one.candidacies)
            ),
            "rule": citations.of("rule", (one.rule for one in passages if one.rule)),
        }

    def of(self, change: Change, passage: Passage) -> tuple[int, ...]:
        """The sources of one change."""
        found = [self.terms[one.term] for one in change.people]
        found += [self.terms[term] for term in passage.terms]
        found += [self.others["event"][number] for number in passage.events]
        found += [self.others["candidacy"][number] for number in passage.candidacies]
        found += [self.others["rule"][passage.rule]] if passage.rule else []
        return tuple(sorted({number for numbers in found for number in numbers}))
