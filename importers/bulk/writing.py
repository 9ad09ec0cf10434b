"""The candidacies of a table on their way into the record, contest by contest."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import attrgetter

from db.ledger import Ledger
from importers.bulk.batches import Batches
from importers.bulk.comparing import CHANGED, CONFLICT, NEW, SAME, Comparing
from importers.bulk.contests import Contest, Told
from importers.bulk.headings import DEMOCRACY_CLUB
from importers.bulk.persons import Meant, Persons
from importers.bulk.report import Doubts
from importers.bulk.spans import Spans, lines
from importers.bulk.standing import Standings

TOLD = ("elected", "not elected")
SORTED = attrgetter("sorted")


class Writing:
    """Takes runs of rows of one contest; a contest whose rows stand in several places is settled at the end."""

    def __init__(self, ledger: Ledger, batches: Batches, persons: Persons, doubts: Doubts) -> None:
        self.ledger, self.batches, self.persons, self.doubts = ledger, batches, persons, doubts
        self.comparing = Comparing(ledger, batches)
        self.unit: str | None = None
        self.counts = dict.fromkeys((NEW, SAME, CHANGED, CONFLICT), 0)
        self.scattered: dict[int, Spans] = {}
        """New contests whose rows stand in several places."""
        self.unsettled: set[int] = set()
        """Contests of which the figures are derived anew at the end."""
        self.completed: set[int] = set()
        """Contests on record of which candidacies were added or changed."""
        self.later: dict[tuple[int, str], int] = {}
        """What was said of a contest after it was known, by its id and the field."""
        self._told: set[tuple[int, Told]] = set()
        self.first_contest = batches.first["contest"]
        self._first_line, self._last_line = array("q"), array("q")
        self._elected, self._beaten = array("l"), array("l")

    def write(self, contest: Contest, told: Told, run: Standings) -> None:
        """Store the rows of a run, all of one contest, of which they say the same."""
        if contest.new:
            if self._write_new(contest, run):
                self._remark(contest, told, run.line[0])
        else:
            self._write_known(contest, run)
            self._complete(contest, told, run.line[0])

    def _write_new(self, contest: Contest, run: Standings) -> bool:
        """Store the rows; whether there was any."""
        found = self._persons(contest, run)
        standing = found.standing
        if not standing.line:
            return False
        counted = [one for one in standing.votes if one is not None]
        complete = len(counted) == len(standing.votes)
        total = float(sum(counted)) if complete and self.unit != "percent" else None
        if not self._open(contest, standing.line[0], standing.line[-1]):
            figures = "complete" if complete else "partial" if counted else "none"
            told = bool(counted) or any(one in TOLD for one in standing.outcome)
            self._contest(contest, figures, total, told=told)
        if not all(found.own) or not all(map(_is_whole, counted)):
            self.unsettled.add(contest.id)
        self._candidacies(contest, found, total)
        self._tally(contest, standing.outcome, standing.line[-1])
        return True

    def _persons(self, contest: Contest, run: Standings) -> Meant:
        """The rows with their persons; rows of which it is not clear who is meant are doubts."""
        return self.persons.of(run, contest, lambda line, words: self.doubts.row(f"line {line}", words))

    def _candidacies(self, contest: Contest, found: Meant, total: float | None) -> None:
        standing, persons, own = found
        count, body, section = len(persons), contest.body.id, contest.section.id
        printed = (
            repeat(None, count)
            if all(own)
            else [None if one else name.name for name, one in zip(standing.name, own, strict=True)]
        )
        self.batches.stand(
            standing.line, repeat(contest.id, count), persons, printed, standing.votes, standing.share, standing.rank,
            standing.outcome, standing.sitting, standing.slate, standing.label, self._shares(standing, total),
            repeat(contest.date, count), map(SORTED, standing.name), repeat(body, count), repeat(section, count),
        )  # fmt: skip
        self.counts[NEW] += count

    def _shares(self, standing: Standings, total: float | None) -> Sequence[float | None]:
        """In percent: of the total where that is known, which is that of figures none of which is lacking."""
        if self.unit == "percent":
            return standing.votes
        return [100.0 * (votes or 0) / total for votes in standing.votes] if total else standing.share

    def _open(self, contest: Contest, first: int, last: int) -> bool:
        """Note where rows of a new contest stand; whether there were some before."""
        at = contest.id - self.first_contest
        while len(self._first_line) <= at:
            for one in (self._first_line, self._last_line, self._elected, self._beaten):
                one.append(0)
        if not self._first_line[at]:
            self._first_line[at], self._last_line[at] = first, last
            return False
        if contest.id not in self.scattered:
            self.scattered[contest.id] = Spans(self._first_line[at], self._last_line[at])
        self.scattered[contest.id].add(first, last)
        self.unsettled.add(contest.id)
        return True

    def _contest(self, contest: Contest, figures: str, total: float | None, *, told: bool) -> None:
        body, section, date = contest.body, contest.section, contest.date or ""
        wish = f"{body.key[:32]}-{section.key[:32]}".replace("--", "-")
        at = contest.id - self.first_contest
        self.batches.waiting["contest"].append((
            contest.id, f"{wish}-{date[:4]}", f"{wish}-{date}", body.id, section.id, contest.kind,
            "declared" if told else "nominating", date, contest.seats, self.unit, contest.electorate, figures, total,
        ))  # fmt: skip
        place = lines(self._first_line[at], self._last_line[at])
        self.batches.add("citation", self.comparing.source, "contest", contest.id, None, None, place, None)
        if contest.identifier:
            self.batches.add("identifier", "contest", contest.id, DEMOCRACY_CLUB, contest.identifier)

    def _tally(self, contest: Contest, outcomes: Sequence[str], line: int) -> None:
        at = contest.id - self.first_contest
        elected = outcomes.count("elected")
        self._elected[at] += elected
        self._beaten[at] += outcomes.count("not elected")
        if contest.seats and elected and self._elected[at] > contest.seats >= self._elected[at] - elected:
            words = f"{self._elected[at]} are elected; expected at most {contest.seats}, the seats of the contest."
            self.doubts.remark(f"line {line}", words)

    def undecided(self) -> Iterator[tuple[int, str]]:
        """New contests, each with its place, in which nobody is elected and somebody is not: nothing was entered yet."""
        for at, beaten in enumerate(self._beaten):
            if beaten and not self._elected[at]:
                yield self.first_contest + at, lines(self._first_line[at], self._last_line[at])

    def _remark(self, contest: Contest, told: Told, line: int) -> None:
        """Fill in what only later rows say of a new contest, and keep beside the first value what they say otherwise."""
        for field, first, now in zip(Told._fields, (contest.seats, contest.electorate), told, strict=True):
            known = self.later.get((contest.id, field), first)
            if known is None and now is not None:
                self.later[contest.id, field] = now
            elif (
                now is not None
                and now != known
                and self.comparing.differ("contest", contest.id, [(field, now)], line)
            ):
                self.doubts.remark(
                    f"line {line}", f"Found {now:,} as {field} of the contest, expected {known:,} as before."
                )

    def _write_known(self, contest: Contest, run: Standings) -> None:
        """Compare the rows with a contest on record."""
        self.batches.flush()
        stored = self.comparing.on_record(contest.id)
        found = self._persons(contest, run)
        decided = any(row[-1] == "elected" for row in stored.values())
        decided = decided or "elected" in found.standing.outcome
        newcomers = []
        for row, person, own in zip(found.standing.rows(), found.persons, found.own, strict=True):
            meant = row if decided else row._replace(outcome="unknown")
            if person not in stored:
                newcomers.append((meant, person, own))
            elif self.comparing.is_first(stored[person][0]):
                kind = self.comparing.compare(stored[person], meant)
                self.counts[kind] += 1
                if kind != SAME:
                    self.completed.add(contest.id)
            else:
                self.batches.name_twice(contest.id, row.line)
        if newcomers:
            self.unsettled.add(contest.id)
            self.completed.add(contest.id)
            rows, persons, owned = zip(*newcomers, strict=True)
            self._candidacies(contest, Meant(Standings.of(rows), list(persons), list(owned)), None)
            place = lines(rows[0].line, rows[-1].line)
            self.batches.add(
                "citation", self.comparing.source, "contest", contest.id, None, None, place, None
            )

    def _complete(self, contest: Contest, told: Told, line: int) -> None:
        """Fill in or keep beside what rows say of a contest on record, each thing once."""
        if (contest.id, told) in self._told:
            return
        self._told.add((contest.id, told))
        if contest.identifier and contest.unnamed:
            self.batches.add("identifier", "contest", contest.id, DEMOCRACY_CLUB, contest.identifier)
        for field, had, now in zip(Told._fields, (contest.seats, contest.electorate), told, strict=True):
            known = self.later.get((contest.id, field), had)
            if known is None and now is not None:
                self.later[contest.id, field] = now
                self.ledger.update("contest", contest.id, {field: now})
                self.comparing.cite("contest", contest.id, line)
            elif now is not None and now != known:
                self.comparing.differ("contest", contest.id, [(field, now)], line)


def _is_whole(votes: float) -> bool:
    return votes.is_integer() if type(votes) is float else True
