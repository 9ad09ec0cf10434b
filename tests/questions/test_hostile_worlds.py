"""Whatever a record holds, every view answers: no sense need be in terms, rules, blocs, votes and assumptions."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import Any

from hostile_worlds import DAYS, ODD, RECORDS, mutated, world
from hypothesis import given, settings
from hypothesis import strategies as st

from db.errors import SlatewatchError
from db.lens import VIEWS, Lens
from db.questions import ask
from db.questions.timeline import timeline
from db.reading.counting.assembly import Assembly
from db.reading.counting.grouping import GROUPINGS
from db.view import Row, Table, View

OF_ONE = {
    "candidate": {"person": "ann"},
    "faction": {"faction": "left"},
    "scheme": {"scheme": "n1", "beside": "n2"},
    "division": {"division": "d"},
    "source": {"source": "s"},
    "evidence": {"row": "candidates:candidacy.1,contest.1,section.1"},
}
"""What has to be named for the views of one thing."""

LENSES = st.builds(
    lambda section, date, against, grouping, scenario, faction: Lens(
        body="b",
        section=section,
        date=date,
        against=against,
        grouping=grouping,
        scheme="n1" if grouping == "bloc" else None,
        scenario=scenario,
        factions=frozenset(filter(None, [faction])),
    ),
    st.sampled_from([None, "s", "part"]),
    st.sampled_from([None, *DAYS]),
    st.sampled_from([None, *DAYS]),
    st.sampled_from(GROUPINGS),
    st.sampled_from([None, "w"]),
    st.sampled_from([None, None, "left"]),
)

CHANGES = st.lists(
    st.tuples(st.integers(0, 99), st.integers(0, 99), st.sampled_from([*ODD, *DAYS])), max_size=5
)


def answers(record: sqlite3.Connection, lens: Lens) -> list[View]:
    """What all views say; only a sentence may be said instead."""
    found = []
    for view in VIEWS:
        with suppress(SlatewatchError):
            found.append(ask(record, view, lens.at(**OF_ONE.get(view, {}))))
    assert len(found) >= len(VIEWS) - 3
    return found


def told_apart(view: View | Table) -> bool:
    """Whether rows have keys of their own and a cell for each column."""
    rows: tuple[Row, ...] = view.rows
    return len({row.key for row in rows}) == len(rows) and all(
        len(row.cells) == len(view.columns) for row in rows
    )


@settings(max_examples=25, derandomize=True, deadline=None)
@given(files=RECORDS, lens=LENSES)
def test_every_view_of_a_record_at_random_answers_and_cites_what_it_lists(
    files: dict[str, Any], lens: Lens
) -> None:
    record = world(files)
    for view in answers(record, lens):
        assert all(map(told_apart, (view, *view.tables)))
        cited = {number for one in (view, *view.tables) for row in one.rows for number in row.sources}
        assert all(1 <= number <= len(view.sources) for number in cited)
        assert all(said.strip() == said and "  " not in said for said in (view.words, *view.findings))


@settings(max_examples=40, derandomize=True, deadline=None)
@given(files=RECORDS, lens=LENSES)
def test_votes_of_a_group_are_a_range_within_those_that_can_be_cast(
    files: dict[str, Any], lens: Lens
) -> None:
    assembly = Assembly(world(files), lens)
    for day in DAYS:
        chamber = assembly.chamber(day)
        balance = assembly.balance(chamber)
        assert all(0 <= block.low <= block.high <= chamber.votes for block in balance.blocks)
        assert 2 * chamber.majority > chamber.votes


@settings(max_examples=25, derandomize=True, deadline=None)
@given(files=RECORDS, lens=LENSES, changes=CHANGES)
def test_words_where_dates_and_kinds_are_due_end_in_an_answer_or_a_sentence(
    files: dict[str, Any], lens: Lens, changes: list[tuple[int, int, str]]
) -> None:
    record = mutated(world(files), changes)
    assert all(map(told_apart, answers(record, lens)))
    with suppress(SlatewatchError):
        timeline(record, lens)
