"""Which contest is meant where a lens names none."""

from __future__ import annotations

import sqlite3

from db.errors import Missing
from db.lens import Lens
from db.wayfinding.steps import with_body

LATEST = """
SELECT contest.key FROM contest JOIN body ON body.id = contest.body_id JOIN section ON section.id = contest.section_id
WHERE body.key = ? AND (? IS NULL OR section.key = ?) AND (? IS NULL OR contest.date <= ?)
ORDER BY NOT EXISTS (SELECT 1 FROM candidacy WHERE contest_id = contest.id AND outcome = 'elected'),
    contest.date DESC, contest.id LIMIT 1
"""


def latest_contest(connection: sqlite3.Connection, lens: Lens) -> str:
    """The key of the latest contest of the lens's section or body on or before its date; rather one whose result is on record.

    Raises:
        Missing: there is none.
    """
    lens = with_body(connection, lens)
    place = [lens.body, lens.section, lens.section, lens.date, lens.date]
    found = connection.execute(LATEST, place).fetchone()
    if found is None:
        raise Missing("No contest of this section is on record; choose another section or name a contest.")
    return str(found[0])
