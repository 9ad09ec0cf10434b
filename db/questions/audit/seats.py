"""Terms that overlap, gap or outlive their seats, and rules and vacancies that contradict each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from db.dates import on_day, written
from db.questions.audit.finding import Cited, Finding, Scope
from db.reading.seats.faults import Faults, Term
from db.reading.seats.spans import END, Span
from db.view import Fact
from db.wording import count

BODIES = "SELECT id FROM body ORDER BY id"

FOLLOWS = """
SELECT candidacy_id FROM term WHERE id = ? AND candidacy_id IS NOT NULL
AND basis IS 'derived' AND start IS NULL AND "end" IS NULL AND ended_by IS NULL AND note IS NULL
"""


def findings(scope: Scope) -> Iterator[Finding]:
    """What is wrong with the seats of each body; nothing where contests are looked at."""
    if scope.contests:
        return
    bodies = [scope.body] if scope.body is not None else [row[0] for row in scope.connection.execute(BODIES)]
    for body in bodies:
        faults = Faults(scope.connection, body, scope.section)
        for check in CHECKS:
            for finding in check(faults):
                yield _by_candidacy(scope, finding)


def _by_candidacy(scope: Scope, finding: Finding) -> Finding:
    """A finding on a term that nobody stated stands in the candidacy from which the term follows: that row stays."""
    if finding.fact.table != "term":
        return finding
    won = scope.connection.execute(FOLLOWS, [finding.fact.id]).fetchone()
    if won is None:
        return finding
    return finding._replace(fact=Fact("candidacy", won[0]), facts=(finding.fact, *finding.facts))


def _backwards(faults: Faults) -> Iterator[Finding]:
    """Terms and vacancies that end before they start."""
    for one in faults.backwards():
        yield _of("ends-before-start", Fact("term", one.id), *_backward(one.span), fields=("start", "end"))
    for gap in faults.backward_vacancies():
        yield _of("ends-before-start", Fact("vacancy", gap.id), *_backward(gap.span), fields=("start", "end"))


def _backward(span: Span) -> tuple[str, str]:
    return f"an end {on_day(span.end)}", f"none before the beginning {on_day(span.start)}"


def _twice(faults: Faults) -> Iterator[Finding]:
    """One person twice in a section at one time."""
    spans = {one.id: one.span for one in faults.terms}
    for one, other in faults.twice():
        yield _of(
            "one-person-twice", Fact("term", other), f"a term {_spanned(spans[other])}",
            f"none beside the same person's {_spanned(spans[one])}", Fact("term", one), fields=("start", "end"),
        )  # fmt: skip


def _crowds(faults: Faults) -> Iterator[Finding]:
    """More holders than seats on a day."""
    for section, found in faults.crowds():
        yield _of(
            "more-holders-than-seats", Fact("section", section),
            f"{count(len(found.terms), 'holder')} {on_day(found.date)}, the first such day", f"{count(found.seats, 'seat')}",
            *(Fact("term", one) for one in found.terms),
        )  # fmt: skip


def _rivals(faults: Faults) -> Iterator[Finding]:
    """Several holders of the same seat at one time."""
    for one in faults.rivals():
        first, *others = one.terms
        yield _of(
            "same-seat-twice", Fact("term", first.id), f"{count(len(one.terms), 'holder')} of one seat at one time",
            "one holder at a time", *(Fact("term", other.id) for other in others), fields=("replaces", "start", "end"),
        )  # fmt: skip


def _rules(faults: Faults) -> Iterator[Finding]:
    """Rules of one section that hold at one time, and sections without a number of seats."""
    spans = {one.id: one.span for one in faults.rules}
    for one, other in faults.overlapping():
        yield _of(
            "rules-overlap", Fact("rule", other), f"a rule {_spanned(spans[other])}",
            f"none beside the one {_spanned(spans[one])}", Fact("rule", one), fields=("valid_from", "valid_to"),
        )  # fmt: skip
    for section in faults.seatless():
        yield _of(
            "no-number-of-seats",
            Fact("section", section),
            "no rule and no contest with seats",
            "a number of seats",
        )


def _vacancies(faults: Faults) -> Iterator[Finding]:
    """Vacancies on days on which the section had no rule."""
    for one in faults.vacant():
        yield _of(
            "vacancy-outlives-seats",
            Fact("vacancy", one.id),
            f"empty {_spanned(one.span)}",
            "days on which there were seats",
        )


def _outliving(faults: Faults) -> Iterator[Finding]:
    """Terms that last when their section has no seats any more: those with an end one by one, others once a section."""
    open_ended: dict[int, list[Term]] = {}
    for one in faults.outliving():
        if one.span.end == END:
            open_ended.setdefault(one.section, []).append(one)
        else:
            yield _of(
                "term-outlives-seats", Fact("term", one.id), f"a term {_spanned(one.span)}",
                f"an end by {_ended(faults, one.section)}", fields=("end",),
            )  # fmt: skip
    for section, terms in open_ended.items():
        yield _of(
            "term-outlives-seats", Fact("section", section), f"{count(len(terms), 'term')} without an end",
            f"an end by {_ended(faults, section)}, when the rules of the section end", *(Fact("term", one.id) for one in terms),
        )  # fmt: skip


def _ended(faults: Faults, section: int) -> str:
    return written(max(one.span.end for one in faults.rules_of[section]))


def _displaced(faults: Faults) -> Iterator[Finding]:
    """Terms that are only taken to have ended since somebody else came."""
    for one in faults.displaced():
        yield _of(
            "end-taken", Fact("term", one.id), f"no end, taken to be {on_day(one.span.end)}, when somebody else came",
            "an end", fields=("end",),
        )  # fmt: skip


def _gaps(faults: Faults) -> Iterator[Finding]:
    """A seat without a holder between two known ones."""
    for one, other in faults.unfilled():
        yield _of(
            "seat-between-holders", Fact("term", other.id), f"held from {written(other.span.start)}",
            f"a holder, or a vacancy, from {written(one.span.end)} on, when the term before ended", Fact("term", one.id),
            fields=("start",),
        )  # fmt: skip


def _early(faults: Faults) -> Iterator[Finding]:
    """Terms from before the first rule, once a place."""
    early = faults.before_rules()
    if early:
        first, *others = early
        yield _of(
            "term-before-rules", Fact("term", first.id),
            f"{count(len(early), 'term')} from before the first rule, the first {on_day(first.span.start)}",
            f"a rule before {written(faults.first_rule)}", *(Fact("term", one.id) for one in others),
        )  # fmt: skip


def _too_many(faults: Faults) -> Iterator[Finding]:
    """More terms than are looked at."""
    if faults.too_many:
        section = next(iter(faults.sections))
        yield _of(
            "not-all-looked-at", Fact("section", section), f"more than {faults.looked_at:,} terms", "fewer"
        )


def _of(
    kind: str, fact: Fact, found: str, expected: str, *facts: Fact, fields: tuple[str, ...] = ()
) -> Finding:
    return Finding(kind, fact, found, expected, facts, tuple(Cited(fact, field) for field in fields))


def _spanned(span: Span) -> str:
    start = f"from {written(span.start)}" if span.start else "from the beginning"
    return start if span.end == END else f"{start} to {written(span.end)}"


CHECKS: tuple[Callable[[Faults], Iterator[Finding]], ...] = (
    _backwards, _twice, _crowds, _rivals, _rules, _vacancies, _outliving, _displaced, _gaps, _early, _too_many,
)  # fmt: skip
