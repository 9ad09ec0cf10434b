"""Where sources differ about the contest and its candidates: what is shown, what is stated besides, and by whom."""

from __future__ import annotations

from db.lens import Lens
from db.questions.brief.subject import Subject
from db.questions.dispute_rows import COLUMNS, dispute_row, weight_of
from db.reading.citations import Citations
from db.reading.disputes.naming import rows_in_words
from db.reading.disputes.scope import disputes_in
from db.view import Table

LEAD = "Every value that a source states is kept; what is shown is what this brief rests on."


def table(subject: Subject, citations: Citations) -> Table:
    """A row a dispute, those that weigh most first; what is only less exact contradicts nobody and is left out."""
    connection = subject.connection
    found = [one for one in disputes_in(connection, Lens(contest=subject.key)) if one.real]
    told = rows_in_words(connection, (one.fact for one in found))
    rows = [dispute_row(connection, citations, one, told[one.fact]) for one in sorted(found, key=weight_of)]
    return Table("disputes", "Where sources differ", COLUMNS, tuple(rows), lead=LEAD)
