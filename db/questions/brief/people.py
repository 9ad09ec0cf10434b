"""The persons of a brief: the careers of those elected, of those not elected, and of whoever stands before a result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from db.lens import Lens, Place
from db.questions.brief.careers import in_a_line, place
from db.questions.brief.subject import Subject
from db.reading.contests.poll import Candidate, Poll
from db.reading.facts import facts, together
from db.view import Column, Row, Table
from db.wording import number_word

MOST = 12
"""Of more who were not elected, or stand, the sitting members and those with most votes only."""

LEAD = "Candidacies and seats as far as they are on record, each with the slate of that time."


class Group(NamedTuple):
    """Some of those who stood."""

    key: str
    title: str
    head: str
    most: int | None
    stood: list[tuple[Poll, Candidate]]


def tables(subject: Subject) -> tuple[Table, ...]:
    """A table for each group that there is."""
    return tuple(_table(subject, group) for group in _groups(subject) if group.stood)


def _groups(subject: Subject) -> tuple[Group, ...]:
    standing, winners, losers, others = [], [], [], []
    for poll, one in subject.stood:
        if poll.contest.status != "declared":
            standing += [(poll, one)] if one.outcome != "withdrawn" else []
        elif one.elected:
            winners.append((poll, one))
        elif one.outcome == "not elected":
            losers.append((poll, one))
        elif one.outcome != "withdrawn":
            others.append((poll, one))
    return (
        Group("standing", "Who stands", "Candidate", MOST, standing),
        Group("winners", "Those elected", "Elected", None, winners),
        Group("losers", "Those not elected", "Not elected", MOST, losers),
        Group("others", "Those whose result is not on record", "Candidate", MOST, others),
    )


def _table(subject: Subject, group: Group) -> Table:
    shown = _chosen(group.stood, group.most)
    alone = subject.round is None
    columns = (
        Column("person", group.head),
        *(() if alone else (Column("section", "Section"),)),
        Column("career", "On record"),
    )
    title, lead = group.title, LEAD
    if left := len(group.stood) - len(shown):
        title += f" ({len(shown)} of {len(group.stood):,})"
        lead += f" Sitting members come first, then the others as in the result, which holds {number_word(left)} more."
    rows = tuple(_row(subject, poll, one, alone=alone) for poll, one in shown)
    return Table(group.key, title, columns, rows, lead=lead)


def _chosen(stood: Sequence[tuple[Poll, Candidate]], most: int | None) -> list[tuple[Poll, Candidate]]:
    """The sitting members first, then the others in their order; so many at the most, but every sitting member."""
    sitting = [pair for pair in stood if pair[1].sitting]
    others = [pair for pair in stood if not pair[1].sitting]
    return sitting + (others if most is None else others[: max(0, most - len(sitting))])


def _row(subject: Subject, poll: Poll, one: Candidate, *, alone: bool) -> Row:
    career = subject.career(one.person)
    contest = poll.contest
    line = in_a_line(career, place(contest.body_short, contest.section_name))
    name = f"{one.name} (sitting member)" if one.sitting and not one.elected else one.name
    return Row(
        key=one.person_key if alone else f"{contest.key}/{one.person_key}",
        cells=(name, line) if alone else (name, contest.section_name, line),
        opens=Place("candidate", Lens(person=one.person_key)),
        factions=frozenset({one.slate.key}),
        date=contest.date,
        facts=together(
            facts("candidacy", [one.id]),
            facts("candidacy", (other.id for other in career.stood)),
            *(term.facts for term in career.sat),
        ),
    )
