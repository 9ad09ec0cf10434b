"""Many days counted in one pass are counted as each of them alone."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records import HOSTILE, PACKAGED, SMALL, opened, tiny

from db.lens import Lens
from db.reading.counting.assembly import Assembly
from db.reading.counting.grouping import GROUPINGS
from db.reading.counting.sweep import count_of, counted
from db.wayfinding.steps import steps

DAYS = ["2010", "2010-06", "2011", "2011-03-04", "2012-01", "2013-05", "2014", "2015-02-03", "2016"]


def differences(connection: sqlite3.Connection, lens: Lens, days: list[str]) -> list[str]:
    """The days on which the one pass says something else than the count of the day."""
    assembly = Assembly(connection, lens)
    swept = counted(assembly, days)
    alone = [count_of(assembly.balance(assembly.chamber(day))) for day in sorted(days)]
    return [one.date for one, other in zip(swept, alone, strict=True) if one != other]


@pytest.mark.parametrize("grouping", GROUPINGS)
@pytest.mark.parametrize("folder", [PACKAGED, SMALL, HOSTILE], ids=["packaged", "small", "hostile"])
def test_every_day_of_every_place_by_every_grouping(folder: object, grouping: str) -> None:
    connection = opened(folder)  # type: ignore[arg-type]
    if grouping == "bloc" and not connection.execute("SELECT 1 FROM scheme").fetchone():
        return
    places = connection.execute(
        "SELECT body.key, NULL FROM body UNION ALL SELECT body.key, section.key FROM section JOIN body ON body.id = body_id"
    ).fetchall()
    for body, section in places:
        lens = Lens(body=body, section=section, grouping=grouping)
        days = ["1990", *steps(connection, lens)[::3], "2019-06-15", "2030"]
        assert differences(connection, lens, days) == []


terms = st.lists(
    st.builds(
        lambda person, section, start, end, voting: {
            "body": "b", "section": section, "person": person, "start": start,
            **({"end": end} if end else {}), **({} if voting is None else {"voting": voting}),
        },
        st.sampled_from(["ann", "bob", "cat"]), st.sampled_from(["s", "t"]), st.sampled_from(DAYS),
        st.sampled_from([None, *DAYS]), st.sampled_from([None, 0, 1]),
    ),
    max_size=6,
)  # fmt: skip
rules = st.lists(
    st.builds(
        lambda section, day, seats, voting: {
            "body": "b", "section": section, "valid_from": day, "seats": seats, "voting": voting,
        },
        st.sampled_from(["s", "t"]), st.sampled_from(DAYS), st.integers(0, 3), st.integers(0, 1),
    ),
    max_size=3, unique_by=lambda rule: rule["section"],
)  # fmt: skip


@settings(max_examples=60, derandomize=True, deadline=None)
@given(terms=terms, rules=rules, grouping=st.sampled_from(["slate", "alignment"]))
def test_double_seats_ends_before_beginnings_and_offices_without_a_vote_are_counted_alike(
    terms: list[dict[str, object]], rules: list[dict[str, object]], grouping: str
) -> None:
    sections = [{"body": "b", "section": key, "name": key} for key in ("s", "t")]
    said = [{"person": "ann", "date": day, "faction": "left", "leaning": "x"} for day in ("2011", "2013-05")]
    connection = tiny(sections=sections, terms=terms, rules=rules, alignments=said)
    assert differences(connection, Lens(body="b", grouping=grouping), DAYS) == []
