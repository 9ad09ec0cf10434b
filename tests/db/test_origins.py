"""The row whose facts are looked at stands in the lens as a text, and comes out of it again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.view import Fact, Origin

words = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1)
facts = st.builds(Fact, words, st.integers(min_value=1, max_value=10**12))


@given(words, st.text("abcdefghijklmnopqrstuvwxyz-", max_size=9), st.lists(facts, max_size=5))
def test_an_origin_is_read_as_it_was_written(view: str, table: str, some: list[Fact]) -> None:
    origin = Origin(view, table, tuple(some))
    assert Origin.of(str(origin)) == origin


def test_what_writes_no_origin_is_refused() -> None:
    with pytest.raises(ValueError, match="ann"):
        Origin.of("contest:candidacy.ann")
