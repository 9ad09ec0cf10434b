"""Every row of the record can be told in a few words, and opened where it is seen."""

from __future__ import annotations

import pytest
from records import HOSTILE, PACKAGED, SMALL, opened

from db.lens import VIEWS
from db.questions import ask
from db.reading.described import TABLES, described

LATER = ("claim", "explanation", "scenario", "assumption", "layout")


@pytest.mark.parametrize("folder", [SMALL, HOSTILE, PACKAGED], ids=lambda folder: folder.name)
def test_every_row_has_words_and_opens_a_view_that_answers(folder: object) -> None:
    connection = opened(folder)  # type: ignore[arg-type]
    for table in TABLES:
        ids = [number for (number,) in connection.execute(f"SELECT id FROM {table} ORDER BY id")]
        found = described(connection, table, ids)
        assert sorted(found) == ids or table in ("identifier", *LATER)
        assert all(one.words for one in found.values())
        for one in list(found.values())[:2]:
            if one.opens is not None and one.opens.view in VIEWS:
                assert ask(connection, one.opens.view, one.opens.lens).title


def test_a_row_in_words_says_who_where_when_and_with_what_result() -> None:
    connection = opened(PACKAGED)
    (row,) = connection.execute(
        "SELECT candidacy.id FROM candidacy JOIN contest ON contest.id = contest_id JOIN person ON person.id = person_id "
        "WHERE contest.key = 'nec-clp-2012' AND person.key = 'kate-osamor'"
    ).fetchone()
    (one,) = described(connection, "candidacy", [row, 0]).values()
    assert one.words == "Kate Osamor, NEC, members' section, 20 June 2012: 17,598 members' votes, not elected"
    assert one.opens is not None and one.opens.lens.contest == "nec-clp-2012"
    assert described(connection, "layout", [1]) == {}
