"""The brief: a contest or a round as the skeleton of an article, every part of it computed from the record."""

from __future__ import annotations

import sqlite3

from db.dates import written
from db.lens import Lens
from db.questions.brief import claims, disputes, people, preview, result, seats
from db.questions.brief.headline import headline
from db.questions.brief.subject import Subject
from db.questions.brief.unknown import by_section, unknown
from db.questions.result_tables import fact_table, slate_table
from db.questions.round_tables import backed_table, contest_table, won_table
from db.reading.citations import Citations
from db.reading.contests.gains import NONE
from db.reading.contests.round_words import round_findings
from db.reading.contests.words import findings, notes
from db.reading.narrowing import narrowed
from db.reading.passing.gained import gained_in
from db.reading.place import in_words
from db.view import Table, View
from db.wayfinding.contests import latest_contest
from db.wording import listed, sentence

UNFILTERED = "A brief is of everybody who stands or stood, whatever is switched on or typed to filter by."

TO_WRITE = ("What it means, who says so, what comes next.",)


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """The brief of the lens's contest or round; where it names none, of the latest of its section or body up to its date.

    Raises:
        Missing: there is no such contest, or none to write of.
    """
    subject = Subject(connection, lens.contest or latest_contest(connection, lens))
    citations = Citations(connection)
    shown = result.columns(subject)
    rows = result.rows(subject, shown, citations)
    wide = _of(lens.wide, subject)
    view = View(
        name="brief",
        title=headline(subject),
        lens=wide,
        words=_words(subject, wide),
        findings=_standfirst(subject),
        columns=shown,
        rows=rows,
        total=len(rows),
        tables=tuple(table for table in _tables(subject, wide, citations) if table.rows),
        notes=(*unknown(subject), *_notes(subject, citations), *((UNFILTERED,) if lens != lens.wide else ())),
        empty="" if rows else "Nobody is on record who stands or stood.",
        to_write=TO_WRITE,
    )
    return citations.numbered(narrowed(view, subject.factions, what="candidates"))


def _of(lens: Lens, subject: Subject) -> Lens:
    """The lens with what it looks at filled in."""
    if subject.round is not None:
        return lens.at(contest=subject.key, section=None)
    contest = subject.polls[0].contest
    return lens.at(contest=subject.key, body=contest.body, section=contest.section)


def _words(subject: Subject, lens: Lens) -> str:
    if subject.round is not None:
        bodies = dict.fromkeys(poll.contest.body_short for poll in subject.polls)
        return in_words(
            lens, subject.factions, listed(list(bodies)), subject.round.name, written(subject.round.date)
        )
    contest = subject.polls[0].contest
    kind = {"by-election": "by-election", "additional": "additional seats"}.get(contest.kind, "")
    day = written(contest.date) or "date not known"
    return in_words(lens, subject.factions, contest.body_name, contest.section_name, kind, day)


def _standfirst(subject: Subject) -> tuple[str, ...]:
    if subject.round is not None:
        return round_findings(subject.round)
    (poll,) = subject.polls
    elected = frozenset(one.person for one in poll.candidates if one.elected)
    gains = next((gained_in(compared, elected) for _, compared in subject.seats), NONE)
    return findings(poll, subject.factions, gains)


def _tables(subject: Subject, lens: Lens, citations: Citations) -> tuple[Table, ...]:
    """In the order of the article."""
    return (
        *_slates(subject, lens),
        seats.table(subject),
        *preview.tables(subject),
        *people.tables(subject),
        claims.table(subject),
        disputes.table(subject, citations),
        *(fact_table(subject.connection, poll) for poll in subject.polls if subject.round is None),
    )


def _slates(subject: Subject, lens: Lens) -> tuple[Table, ...]:
    """Votes and seats by slate; of a round the contests, and positions by slate and by backer."""
    held, factions = subject.round, subject.factions
    if held is None:
        return tuple(slate_table(poll, factions, lens) for poll in subject.polls)
    return (
        contest_table(held.held, held.stood),
        won_table(lens, factions, held.stood),
        backed_table(lens, factions, held.stood),
    )


def _notes(subject: Subject, citations: Citations) -> tuple[str, ...]:
    said = by_section(subject, ((poll, note) for poll in subject.polls for note in notes(poll, citations)))
    if subject.round is not None and subject.round.note:
        return (*said, sentence(citations.explained(subject.round.note)))
    return said
