"""Totals that shares are of, shares, the columns that candidacies repeat for the lists, and how long those are."""

from __future__ import annotations

import sqlite3

from db.derivation.touched import Touched
from db.matching import words_of

_TOTAL = """CASE
    WHEN unit = 'percent' THEN NULL
    WHEN valid_votes IS NOT NULL THEN valid_votes
    WHEN figures = 'complete' THEN (SELECT sum(votes) FROM candidacy WHERE contest_id = contest.id)
END"""

TOTALS = f"UPDATE contest SET total = {_TOTAL} WHERE total IS NOT {_TOTAL}"
"""Shares are of the stated total, else of our sum, and that only where no candidate's figure is missing."""

_TAKEN = """candidacy.published_share IS NOT NULL
    AND abs(candidacy.published_share - 100.0 * candidacy.votes / contest.total) > 0.05 AND EXISTS (
        SELECT 1 FROM citation WHERE entity = 'candidacy' AND entity_id = candidacy.id AND field = 'share' AND chosen = 1
          AND reason IS NOT NULL)"""
"""Somebody has said why a printed share is shown that the votes do not give."""

_COPIES = f"""(contest.date, contest.body_id, contest.section_id, words(person.sort_name), CASE
        WHEN contest.unit = 'percent' THEN candidacy.votes
        WHEN {_TAKEN} THEN candidacy.published_share
        WHEN candidacy.votes IS NOT NULL AND contest.total > 0 THEN 100.0 * candidacy.votes / contest.total
        ELSE candidacy.published_share
    END)"""

COPIES = f"""
UPDATE candidacy SET (date, body_id, section_id, sort_name, share) = {_COPIES}
FROM contest, person
WHERE contest.id = candidacy.contest_id AND person.id = candidacy.person_id
  AND (candidacy.date, candidacy.body_id, candidacy.section_id, candidacy.sort_name, candidacy.share) IS NOT {_COPIES}
"""
"""Only rows that differ are written: an import touches a few of very many."""

OF_CONTESTS = " AND candidacy.contest_id IN (SELECT id FROM temp.touched_contest)"
OF_PERSONS = " AND candidacy.person_id IN (SELECT id FROM temp.touched_person)"

TALLY = "INSERT INTO tally SELECT slate_id, count(*) FROM candidacy GROUP BY slate_id"
TOUCHED_TALLY = """
INSERT INTO tally
SELECT nullif(id, 0), (SELECT count(*) FROM candidacy WHERE slate_id IS nullif(touched_slate.id, 0)) AS many
FROM temp.touched_slate WHERE many > 0
"""


def _words(name: str) -> str:
    """A name as the lists sort it and test it: its words, folded, between single blanks."""
    return " ".join(words_of(name))


def derive_figures(connection: sqlite3.Connection, touched: Touched | None = None) -> None:
    """Fill `contest.total`, the repeated columns of `candidacy`, and the tally of slates."""
    connection.create_function("words", 1, _words, deterministic=True)
    if touched is None:
        for statement in (TOTALS, COPIES, "DELETE FROM tally", TALLY):
            connection.execute(statement)
        return
    connection.execute(f"{TOTALS} AND id IN (SELECT id FROM temp.touched_contest)")
    connection.execute(COPIES + OF_CONTESTS)
    connection.execute(COPIES + OF_PERSONS)
    connection.execute(
        "DELETE FROM tally WHERE EXISTS (SELECT 1 FROM temp.touched_slate WHERE nullif(id, 0) IS slate_id)"
    )
    connection.execute(TOUCHED_TALLY)
