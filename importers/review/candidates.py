"""From candidates read in a source to candidacies as they would be stored: whose they are, what is new, the same, different.

Nothing is decided that the source does not say: whose name fits two persons, or only nearly fits one, is a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.identity import plain_name, set_behind
from importers.results.place import same_row
from importers.results.result import Doubt, Found, Result
from importers.review.comparing import differences, personal, source_values, unknown_backing
from importers.review.decisions import NEW_FACTION, NO_FACTION, Decisions
from importers.review.onrecord import OnRecord
from importers.review.persons import who
from importers.review.proposal import CHANGED, CONFLICT, DOUBTFUL, NEW, SAME, Backed, Proposed, Target


class Rows:
    """The candidacies of one contest, taken from one result after the other."""

    def __init__(self, record: OnRecord, target: Target, decisions: Decisions) -> None:
        self.record, self.target, self.decisions = record, target, decisions
        self.rows: list[Proposed] = []
        self._who: dict[object, Proposed] = {}

    def take(self, number: int, result: Result, *, prose: bool = False) -> None:
        """Propose the candidates of a result; of those that stand there already only what is new."""
        here: set[object] = set()
        for row in self._rows(number, result):
            row, found = row._replace(prose=prose), row.found
            own = row.person if row.person is not None else plain_name(found.name)
            if own in here:
                row = row._replace(kind=DOUBTFUL, reason="named twice", asked="twice", ticked=False)
            elif own in self._who:
                further = self._further(row, self._who[own])
                if further is None:
                    continue
                row = further
            else:
                self._who[own] = row
            here.add(own)
            self.rows.append(row)

    def _rows(self, number: int, result: Result) -> list[Proposed]:
        """A row a candidate; whoever is meant by one of the names is unlikely to be meant by another."""
        rows = []
        for index, (found, outcome) in enumerate(zip(result.candidates, self._outcomes(result), strict=True)):
            doubts = tuple(one for one in result.doubts if same_row(one[0], found.origin))
            rows.append(self._row(f"{number}.{index}", found, outcome, doubts))
        taken = {row.person for row in rows if row.person is not None}
        return [
            row if row.person is not None else row._replace(suggestions=set_behind(row.suggestions, taken))
            for row in rows
        ]

    def _outcomes(self, result: Result) -> list[str]:
        """The outcomes that are stated; where as many are elected as there are seats, the others were not."""
        stated = [found.outcome for found in result.candidates]
        certain = [found.outcome for found in result.candidates if found.certain]
        seats = self.target.seats
        others = "not elected" if seats and certain.count("elected") == seats else "unknown"
        return [outcome or others for outcome in stated]

    def _row(self, key: str, found: Found, outcome: str, doubts: tuple[Doubt, ...]) -> Proposed:
        target = self.target
        person, reason, suggestions = who(
            self.record, self.decisions, found, target.section, target.contest, target.date
        )
        slate, makes = self._faction(found.slate)
        row = Proposed(
            found, NEW, person, reason, suggestions, None, slate, outcome,
            key=key, backed=tuple(self._backed(found)), makes_slate=makes, doubts=doubts,
            shown=self.decisions.shown.get(key, False),
        )  # fmt: skip
        if person is None and not reason:
            return row._replace(kind=DOUBTFUL, asked="person", ticked=False)
        return self._ticked(self._compared(row))

    def _faction(self, label: str) -> tuple[int | None, bool]:
        """The faction that a label stands for, and whether one is made for it."""
        answer = self.decisions.factions.get(label)
        if answer == NEW_FACTION:
            return None, True
        if not label or answer == NO_FACTION:
            return None, False
        faction = self.record.factions.get(answer) if answer else self.record.faction(label)
        return faction, faction is None and self.decisions.make_factions

    def _backed(self, found: Found) -> Iterator[Backed]:
        for backing in found.endorsements:
            faction, makes = self._faction(backing.label)
            yield Backed(backing, faction, makes)

    def _compared(self, row: Proposed) -> Proposed:
        """The row beside what the record has of this person, and of the person in this contest."""
        if row.person is None:
            return row
        connection = self.record.connection
        added = tuple(personal(connection, row.person, row.found))
        candidacy = self.target.contest and self.record.candidacy(self.target.contest, row.person)
        if not candidacy:
            return row._replace(differences=added)
        found = differences(connection, candidacy, source_values(row.found, row.slate, row.outcome))
        backed = tuple(unknown_backing(connection, candidacy, one) for one in row.backed)
        row = row._replace(candidacy=candidacy, differences=(*found, *added), backed=backed)
        return row._replace(kind=_kind(row))

    def _ticked(self, row: Proposed) -> Proposed:
        """Only what is certain is ticked by itself; what is not is doubtful until it has been decided on."""
        certain = row.found.certain and not row.doubts
        decided = self.decisions.ticks.get(row.key)
        if row.kind != SAME and not certain and decided is None:
            return row._replace(kind=DOUBTFUL, ticked=False)
        return row._replace(ticked=certain if decided is None else decided)

    def _further(self, row: Proposed, first: Proposed) -> Proposed | None:
        """What a row says beyond the first row of the same person; None where that is nothing."""
        if row.slate is not None and row.slate == first.slate:
            row = row._replace(found=row.found._replace(slate=""))
        found, contradicts = beyond(row.found, first.found)
        had = {one.faction for one in first.backed if one.faction}
        row = row._replace(
            found=found,
            further=True,
            backed=tuple(one for one in row.backed if one.faction not in had),
            outcome="unknown" if row.outcome == first.outcome else row.outcome,
            slate=row.slate if found.slate else None,
        )
        if found == blank(found) and not row.backed and row.outcome == "unknown":
            return None
        if row.asked:
            return row
        row = self._compared(row._replace(kind=CONFLICT if contradicts else CHANGED, differences=()))
        return self._ticked(row)


def _kind(row: Proposed) -> str:
    """What a row that is on record is, by what differs."""
    if any(not one.fills for one in row.differences):
        return CONFLICT
    if row.differences or any(not one.known and (one.faction or one.made) for one in row.backed):
        return CHANGED
    return SAME


NAMED = 4
"""Labels that a sentence names."""

STATED = (
    "words", "votes", "share", "previous_votes", "previous_share", "rank", "nominations", "slate", "outcome",
    "sitting", "gender", "stage",
)  # fmt: skip
"""Fields of a candidate that say something beside who it is."""


def blank(found: Found) -> Found:
    """The candidate without anything said of it."""
    empty = Found("", "", "")
    return found._replace(**{name: getattr(empty, name) for name in STATED}, endorsements=())


def beyond(found: Found, first: Found) -> tuple[Found, bool]:
    """What a candidate's second mention says that the first does not, and whether it contradicts it."""
    empty, contradicts = Found("", "", ""), False
    for name in STATED:
        value, had, nothing = getattr(found, name), getattr(first, name), getattr(empty, name)
        if value in (had, nothing) or (name == "words" and had):
            found = found._replace(**{name: nothing})
        elif had != nothing:
            contradicts = True
    return found, contradicts


def strange_labels(rows: Sequence[Proposed]) -> Iterator[Doubt]:
    """Labels that are no faction on record, all of them in one sentence."""
    strange = {
        row.found.slate: row.found.origin
        for row in reversed(rows)
        if row.found.slate and row.slate is None and not row.makes_slate
    }
    if strange:
        labels = [f"{label!r}" for label in reversed(strange)]
        named = ", ".join(labels[:NAMED]) + (
            f" and {len(labels) - NAMED} more" if len(labels) > NAMED else ""
        )
        what = "is no faction" if len(labels) == 1 else "are no factions"
        kept = "the label is" if len(labels) == 1 else "the labels are"
        yield next(reversed(strange.values())), f"{named} {what} on record; {kept} kept as printed"
