"""The full result of a contest; before the result its slates, nominations and dates; a round of contests as one."""

from __future__ import annotations

import sqlite3

from db.dates import written
from db.errors import Missing
from db.lens import Lens, Place
from db.measures import Result, margins
from db.questions.claim_rows import claim_table
from db.questions.result_tables import cited_tables, fact_table, slate_table, stage_table
from db.reading.citations import Citations
from db.reading.contests.gains import Gains
from db.reading.contests.poll import Candidate, Contest, Poll, contests, is_lifted, read_poll, threshold
from db.reading.contests.round import is_round
from db.reading.contests.words import findings, notes
from db.reading.factions import Factions
from db.reading.facts import together
from db.reading.narrowing import narrowed
from db.reading.place import in_words
from db.view import Column, Kind, Row, Tone, View
from db.wayfinding.contests import latest_contest
from db.wording import plain_number

COLUMNS = (
    Column("rank", "#", Kind.NUMBER, optional=True),
    Column("person", "Candidate"),
    Column("slate", "Slate", Kind.FACTION),
    Column("votes", "Votes", Kind.NUMBER, optional=True),
    Column("share", "Share", Kind.SHARE, optional=True),
    Column("outcome", "Outcome"),
    Column("change", "Change", Kind.POINTS, optional=True),
    Column("margin", "Margin", Kind.SIGNED, optional=True),
    Column("sitting", "Sitting", Kind.FLAG, optional=True, wide=True),
    Column("endorsements", "Endorsed by", Kind.NAMES, optional=True, wide=True),
    Column("nominations", "Nominations", Kind.NUMBER, optional=True, wide=True),
    Column("threshold", "Threshold", optional=True),
    Column("stage", "Stage", Kind.NUMBER, optional=True, wide=True),
    Column("description", "Words on the ballot", optional=True, wide=True),
    Column("basis", "Basis", optional=True),
    Column("note", "Note", optional=True, wide=True),
)


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """The result of the lens's contest; where it names none, the latest of its section or body on or before its date.

    Raises:
        Missing: there is no such contest, or none to show.
    """
    key = lens.contest or latest_contest(connection, lens)
    if is_round(connection, key):
        from db.questions.contest.round import answer_round

        return answer_round(connection, lens.at(contest=key))
    found = contests(connection, "contest.key = ?", [key])
    if not found:
        raise Missing(f"There is no contest {key!r} in this record.")
    return _result(connection, lens.at(contest=key, body=found[0].body, section=found[0].section), found[0])


def _result(connection: sqlite3.Connection, lens: Lens, contest: Contest) -> View:
    factions = Factions(connection)
    poll = read_poll(connection, factions, contest)
    citations = Citations(connection)
    rows = _rows(poll, citations)
    name = f"{contest.body_name}, {contest.section_name}, {written(contest.date) or 'date not known'}"
    kind = {"by-election": "by-election", "additional": "additional seats"}.get(contest.kind, "")
    tables = (
        slate_table(poll, factions, lens),
        fact_table(connection, poll),
        stage_table(connection, contest),
        *cited_tables(citations, poll),
        claim_table(connection, factions, contest.id),
    )
    view = View(
        name="contest",
        title=f"{'Contest' if contest.status != 'declared' else 'Result'}: {name}{', ' + kind if kind else ''}",
        lens=lens,
        words=in_words(
            lens,
            factions,
            contest.body_short,
            contest.section_name,
            kind,
            written(contest.date) or "date not known",
        ),
        findings=findings(poll, factions, _gains(connection, poll), lens.factions),
        columns=COLUMNS,
        rows=rows,
        total=len(rows),
        tables=tuple(table for table in tables if table.rows),
        notes=notes(poll, citations),
        empty="" if rows else "No candidate of this contest is on record.",
    )
    return citations.numbered(narrowed(view, factions, what="candidates"))


def _gains(connection: sqlite3.Connection, poll: Poll) -> Gains:
    """Seats won against their last holders."""
    from db.reading.passing.gained import gained_at

    return gained_at(
        connection, poll.contest, frozenset(one.person for one in poll.candidates if one.elected)
    )


def _rows(poll: Poll, citations: Citations) -> tuple[Row, ...]:
    changes, earlier, gaps = poll.changes, poll.earlier_of, _gaps(poll)
    rows = []
    for one in poll.candidates:
        gap, rival = gaps.get(one.id, (None, None))
        rests = [poll.contest.fact, *([rival.fact] if rival else [])]
        if poll.earlier is not None and one.id in earlier:
            rests += [earlier[one.id].fact, poll.earlier.fact]
        row = _row(poll, one, changes.get(one.id), gap, citations.explained(one.note))
        rows.append(row._replace(facts=together(one.facts, rests)))
    return tuple(rows)


def _gaps(poll: Poll) -> dict[int, tuple[float, Candidate]]:
    """For each candidacy the votes by which the seat was won or missed, and whom they are counted from."""
    stood = [one for one in poll.candidates if one.stood]
    won = [one for one in stood if one.elected]
    lost = [one for one in stood if not one.elected]
    if not won or not lost:
        return {}
    weakest, best = min(won, key=_votes), max(lost, key=_votes)
    gaps = zip(stood, margins([Result(one.votes, one.elected) for one in stood]), strict=True)
    return {one.id: (gap, best if one.elected else weakest) for one, gap in gaps if gap is not None}


def _votes(one: Candidate) -> float:
    return one.votes or 0


def _row(poll: Poll, one: Candidate, change: float | None, gap: float | None, said: str) -> Row:
    lifted = is_lifted(poll, one)
    note = "; ".join(
        filter(None, (f"elected by the rule: {poll.contest.quota_rule}" if lifted else "", said))
    )
    cells = (
        one.rank, one.name, one.slate, plain_number(one.votes), one.share, one.outcome, change, plain_number(gap), one.sitting,
        one.backers, one.nominations, threshold(poll.contest, one), one.elected_stage, one.description, one.basis, note or None,
    )  # fmt: skip
    tone = (
        Tone.NOTABLE
        if lifted
        else Tone.STRONG
        if one.elected
        else Tone.FAINT
        if one.outcome == "withdrawn"
        else Tone.PLAIN
    )
    keys = frozenset({one.slate.key})
    return Row(
        one.person_key,
        cells,
        Place("candidate", Lens(person=one.person_key)),
        keys,
        poll.contest.date,
        tone,
    )
