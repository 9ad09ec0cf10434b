"""Many ids in one query: each once, in their order, never more at a time than may be bound."""

from __future__ import annotations

import sqlite3

from hypothesis import given, settings
from hypothesis import strategies as st

from db.reading.parts import MOST, in_parts, marks


@settings(derandomize=True, deadline=None, max_examples=20)
@given(st.integers(0, 3 * MOST))
def test_the_parts_are_the_ids_in_their_order_and_none_is_empty_or_too_long(number: int) -> None:
    parts = list(in_parts(range(number)))
    assert [one for part in parts for one in part] == list(range(number))
    assert all(0 < len(part) <= MOST for part in parts)


def test_a_query_takes_as_many_values_as_there_are_marks() -> None:
    connection = sqlite3.connect(":memory:")
    for number in (0, 1, MOST):
        query = f"SELECT count(*) FROM (SELECT 1) WHERE 1 IN ({marks(number)})"
        assert connection.execute(query, range(number)).fetchone() == (int(number > 1),)
