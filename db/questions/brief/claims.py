"""What was published of a contest, worked out again from the figures."""

from __future__ import annotations

from db.questions.brief.subject import Subject
from db.questions.claim_rows import COLUMNS, judged_in_order, rows_of
from db.reading.claims import Book, claims_of_contest, claims_of_round
from db.view import Table

LEAD = "What others have published is worked out again from the figures on record, and judged by them."


def table(subject: Subject) -> Table:
    """A row a claim on one of the contests, or on the round; what does not hold comes first."""
    connection = subject.connection
    book = Book(connection, subject.factions)
    numbers = [poll.contest.round_id for poll in subject.polls]
    if subject.round is not None and numbers and numbers[0] is not None:
        claims = claims_of_round(connection, numbers[0])
    else:
        claims = [one for poll in subject.polls for one in claims_of_contest(connection, poll.contest.id)]
    rows = rows_of(book, judged_in_order(book, claims))
    return Table("claims", "Claims checked", COLUMNS, rows, lead=LEAD)
