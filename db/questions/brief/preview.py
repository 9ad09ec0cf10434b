"""What stands beside a contest before its result: who holds the seats, and the last result."""

from __future__ import annotations

from db.dates import eve, is_date, written
from db.lens import Lens, Place
from db.questions.brief.subject import Subject
from db.reading.contests.poll import Poll
from db.reading.counting.assembly import Assembly
from db.view import Column, Kind, Row, Table
from db.wording import plain_number

HOLDERS = (
    Column("person", "Holder"),
    Column("section", "Section", optional=True),
    Column("slate", "Slate", Kind.FACTION),
    Column("since", "Since", Kind.DATE),
    Column("stands", "Stands again"),
)
LAST = (
    Column("rank", "#", Kind.NUMBER, optional=True),
    Column("person", "Candidate"),
    Column("section", "Section", optional=True),
    Column("slate", "Slate", Kind.FACTION),
    Column("votes", "Votes", Kind.NUMBER, optional=True),
    Column("share", "Share", Kind.SHARE, optional=True),
    Column("outcome", "Outcome"),
    Column("stands", "Stands again"),
)
END = "9998-12-31"
"""The day looked at where none is announced: the last one on record counts."""
YES, UNTOLD = "yes", "not on record"
"""Whether somebody stands again: the list of candidates may not be closed."""


def tables(subject: Subject) -> tuple[Table, ...]:
    """Of the contests whose result is still to come."""
    ahead = [poll for poll in subject.polls if poll.contest.status != "declared"]
    holders = tuple(row for poll in ahead for row in _holders(subject, poll))
    last = tuple(row for poll in ahead for row in _last(subject, poll))
    days = {poll.earlier.date for poll in ahead if poll.earlier}
    title = "The last result" + (f": {written(days.pop())}" if len(days) == 1 else "")
    return (
        Table("holders", "Who holds the seats", HOLDERS, holders),
        Table("last", title, LAST, last),
    )


def _holders(subject: Subject, poll: Poll) -> list[Row]:
    contest = poll.contest
    day = eve(contest.date) if contest.date and is_date(contest.date) else END
    place = Lens(body=contest.body, section=contest.section)
    chamber = Assembly(subject.connection, place, subject.factions, (day, day)).chamber(day)
    return [
        Row(
            key=f"{contest.key}/{one.person_key}",
            cells=(
                one.person_name,
                _section(subject, poll),
                one.faction,
                one.since,
                _stands(poll, one.person),
            ),
            opens=Place("candidate", Lens(person=one.person_key)),
            factions=frozenset({one.faction.key}),
            date=day,
            facts=one.facts,
        )
        for one in chamber.everybody
    ]


def _last(subject: Subject, poll: Poll) -> list[Row]:
    earlier = poll.earlier
    if earlier is None:
        return []
    rows = []
    for one in poll.earlier_candidates:
        cells = (
            one.rank, one.name, _section(subject, poll), one.slate, plain_number(one.votes), one.share, one.outcome,
            _stands(poll, one.person),
        )  # fmt: skip
        rests = (one.fact, earlier.fact)
        opens = Place("contest", Lens(body=earlier.body, section=earlier.section, contest=earlier.key))
        key = f"{earlier.key}/{one.person_key}"
        rows.append(Row(key, cells, opens, frozenset({one.slate.key}), earlier.date, facts=rests))
    return rows


def _section(subject: Subject, poll: Poll) -> str | None:
    """The section, where there are several."""
    return None if subject.round is None else poll.contest.section_name


def _stands(poll: Poll, person: int) -> str:
    standing = {one.person for one in poll.candidates if one.outcome != "withdrawn"}
    return YES if person in standing else UNTOLD
