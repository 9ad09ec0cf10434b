"""The main table of a brief: who stood, with rank, slate, votes, share, change and outcome."""

from __future__ import annotations

from db.lens import Lens, Place
from db.questions.brief.subject import Subject
from db.reading.citations import Citations
from db.reading.contests.poll import Candidate, Poll, is_lifted, threshold
from db.reading.facts import together
from db.view import Column, Fact, Kind, Row, Tone
from db.wording import plain_number

PERCENT = "percent"


def columns(subject: Subject) -> tuple[Column, ...]:
    """The columns: votes under the name of their unit where there is one, in a round the section and the unit of each."""
    units = {poll.contest.unit for poll in subject.polls}
    unit = next(iter(units)) if len(units) == 1 else None
    label = "Votes" if unit is None else "Percent" if unit == PERCENT else unit[:1].upper() + unit[1:]
    alone = subject.round is None
    return (
        Column("rank", "#", Kind.NUMBER, optional=True),
        Column("person", "Candidate"),
        *(() if alone else (Column("section", "Section"),)),
        Column("slate", "Slate", Kind.FACTION),
        Column("votes", label, Kind.NUMBER, optional=True),
        *(() if alone or len(units) == 1 else (Column("unit", "Unit", optional=True),)),
        Column("share", "Share", Kind.SHARE, optional=True),
        Column("change", "Change", Kind.POINTS, optional=True),
        Column("nominations", "Nominations", Kind.NUMBER, optional=True),
        Column("threshold", "Threshold", optional=True),
        Column("sitting", "Sitting", Kind.FLAG, optional=True),
        Column("outcome", "Outcome"),
        Column("basis", "Basis", optional=True),
        Column("note", "Note", optional=True, wide=True),
    )


def rows(subject: Subject, shown: tuple[Column, ...], citations: Citations) -> tuple[Row, ...]:
    """A row a candidate: of each contest by votes, or else by rank."""
    keys = [column.key for column in shown]
    return tuple(_row(subject, poll, one, keys, citations) for poll, one in subject.stood)


def _row(subject: Subject, poll: Poll, one: Candidate, keys: list[str], citations: Citations) -> Row:
    contest = poll.contest
    lifted = f"elected by the rule: {contest.quota_rule}" if is_lifted(poll, one) else ""
    cells = {
        "rank": one.rank,
        "person": one.name,
        "section": contest.section_name,
        "slate": one.slate,
        "votes": plain_number(one.votes),
        "unit": contest.unit,
        "share": one.share,
        "change": poll.changes.get(one.id),
        "nominations": one.nominations,
        "threshold": threshold(contest, one),
        "sitting": one.sitting,
        "outcome": one.outcome,
        "basis": one.basis,
        "note": "; ".join(filter(None, (lifted, citations.explained(one.note)))) or None,
    }
    return Row(
        key=one.person_key if subject.round is None else f"{contest.key}/{one.person_key}",
        cells=tuple(cells[key] for key in keys),
        opens=Place("candidate", Lens(person=one.person_key)),
        factions=frozenset({one.slate.key}),
        date=contest.date,
        tone=Tone.STRONG if one.elected else Tone.PLAIN,
        facts=together(one.facts, [contest.fact], _before(poll, one)),
    )


def _before(poll: Poll, one: Candidate) -> tuple[Fact, ...]:
    """The result with which a share is compared."""
    earlier = poll.earlier_of.get(one.id)
    return (earlier.fact, poll.earlier.fact) if earlier is not None and poll.earlier is not None else ()
