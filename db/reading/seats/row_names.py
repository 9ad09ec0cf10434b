"""What citations call rows of seats and of schemes, and where a published file has them: for notes on what is on record.

`db.dumping.row_names` names the rows of every table by the kinds of the files.  These few have a query each, since notes are on
the way to the first screen, which loads no files; a test holds both to the same names.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final

from db.reading.parts import marks

BEGAN: Final = """coalesce({0}.start, {0}_won.key, {0}."end", '')"""

DERIVED: Final = (
    "({0}.basis IS 'derived' AND {0}.start IS NULL AND {0}.\"end\" IS NULL AND {0}.ended_by IS NULL "
    "AND {0}.note IS NULL)"
)

NAMES: Final = {
    "term": f"""
        SELECT term.id, CASE WHEN {DERIVED.format("term")} AND candidacy.id IS NOT NULL
                   THEN 'candidacies ' || stood.key || '/' || person.key ELSE 'terms ' END,
               CASE WHEN NOT {DERIVED.format("term")} OR candidacy.id IS NULL
                   THEN body.key || '/' || section.key || '/' || person.key || '/' || {BEGAN.format("term")} END,
               (SELECT count(*) FROM term AS other LEFT JOIN contest AS other_won ON other_won.id = other.contest_id
                 WHERE other.section_id = term.section_id AND other.person_id = term.person_id AND other.id < term.id
                   AND {BEGAN.format("other")} = {BEGAN.format("term")} AND NOT {DERIVED.format("other")})
        FROM term JOIN section ON section.id = term.section_id JOIN body ON body.id = section.body_id
        JOIN person ON person.id = term.person_id LEFT JOIN contest AS term_won ON term_won.id = term.contest_id
        LEFT JOIN candidacy ON candidacy.id = term.candidacy_id LEFT JOIN contest AS stood ON stood.id = candidacy.contest_id
        WHERE term.id IN ({{marks}})
    """,
    "rule": """
        SELECT rule.id, 'rules ', body.key || '/' || section.key || '/' || coalesce(rule.valid_from, ''),
               (SELECT count(*) FROM rule AS other WHERE other.section_id = rule.section_id AND other.id < rule.id
                   AND other.valid_from IS rule.valid_from)
        FROM rule JOIN section ON section.id = rule.section_id JOIN body ON body.id = section.body_id
        WHERE rule.id IN ({marks})
    """,
    "vacancy": """
        SELECT vacancy.id, 'vacancies ', body.key || '/' || section.key || '/' || vacancy.start,
               (SELECT count(*) FROM vacancy AS other WHERE other.section_id = vacancy.section_id AND other.id < vacancy.id
                   AND other.start = vacancy.start)
        FROM vacancy JOIN section ON section.id = vacancy.section_id JOIN body ON body.id = section.body_id
        WHERE vacancy.id IN ({marks})
    """,
    "bloc_member": """
        SELECT bloc_member.id, 'bloc_members ', scheme.key || '/' || bloc.key || '/'
               || coalesce(faction.key, person.key, leaning, '') || '/' || coalesce(valid_from, ''),
               (SELECT count(*) FROM bloc_member AS other LEFT JOIN faction AS f ON f.id = other.faction_id
                   LEFT JOIN person AS p ON p.id = other.person_id
                 WHERE other.bloc_id = bloc_member.bloc_id AND other.id < bloc_member.id
                   AND coalesce(f.key, p.key, other.leaning) = coalesce(faction.key, person.key, bloc_member.leaning)
                   AND other.valid_from IS bloc_member.valid_from)
        FROM bloc_member JOIN bloc ON bloc.id = bloc_id JOIN scheme ON scheme.id = scheme_id
        LEFT JOIN faction ON faction.id = faction_id LEFT JOIN person ON person.id = person_id
        WHERE bloc_member.id IN ({marks})
    """,
    "section": """
        SELECT section.id, 'sections ', body.key || '/' || section.key, 0
        FROM section JOIN body ON body.id = section.body_id WHERE section.id IN ({marks})
    """,
}
"""For each table its id, the file, the row's name there, and how many rows before it are called alike (see `db.naming`)."""

PLACES: Final = """
SELECT entity_id, place FROM citation
WHERE entity = ? AND entity_id IN ({marks}) AND place IS NOT NULL ORDER BY id
"""


def row_names(connection: sqlite3.Connection, table: str, ids: Sequence[int]) -> dict[int, str]:
    """The rows of a table by their files and names, as `terms nec/clp/ann-black/2010`.

    A term that follows from a candidacy is named by that.  Where a citation of the row has a place in its source, the first one
    stands behind: `terms nec/clp/ann-black/2010, found in results.csv, line 4`.

    Args:
        connection: to the record.
        table: `term`, `rule`, `vacancy`, `bloc_member` or `section`.
        ids: of a few rows.
    """
    some = marks(len(ids))
    found = {}
    for number, file, name, before in connection.execute(NAMES[table].format(marks=some), ids):
        found[number] = file if name is None else f"{file}{f'{before + 1}:' if before else ''}{name}"
    places: dict[int, str] = {}
    for number, place in connection.execute(PLACES.format(marks=some), [table, *ids]):
        places.setdefault(number, place)
    return {one: name + (f", found in {places[one]}" if one in places else "") for one, name in found.items()}
