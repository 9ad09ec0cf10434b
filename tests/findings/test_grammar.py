"""Every finding of every view is a plain sentence: over the packaged record, the small one, and small ones at random."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records import PACKAGED, SMALL, opened

from db.errors import Missing
from db.lens import GROUPINGS, VIEWS, Lens
from db.questions import ask
from db.view import View
from findings.grammar import slips
from findings.worlds import ELECTIONS, board

MOST = 3
"""More findings than these a small screen does not show."""

THEIRS = frozenset({"source", "evidence", "disputes", "audit", "claims", "claim", "brief", "sources"})
"""Views that are no count of seats or votes, and are tested where they are made."""

OURS = tuple(view for view in VIEWS if view not in THEIRS)
FILTERS = (
    {},
    {"factions": frozenset({"clga"})},
    {"factions": frozenset({"ltw", "indep"})},
    {"text": "black"},
)


SOME = 9
"""Under a filter every so manieth person and contest is looked at: each is told alike, and all are told without one."""


def lenses(record: sqlite3.Connection, *, filtered: bool = False) -> Iterator[tuple[str, Lens]]:
    """Every place, contest, person, faction and division of a record, through every view that shows it; some under a filter."""
    step = SOME if filtered else 1
    places = [(None, None), *record.execute("SELECT key, NULL FROM body").fetchall()]
    places += record.execute(
        "SELECT body.key, section.key FROM section JOIN body ON body.id = body_id"
    ).fetchall()
    for body, section in places:
        for view in OURS:
            yield view, Lens(body=body, section=section)
    for (contest,) in record.execute("SELECT key FROM contest UNION ALL SELECT key FROM round").fetchall()[
        ::step
    ]:
        for view in ("contest", "candidates", "ladder", "measures"):
            yield view, Lens(contest=contest)
    for view, field, table in (("candidate", "person", "person"), ("faction", "faction", "faction"),
                               ("division", "division", "division"), ("scheme", "scheme", "scheme")):  # fmt: skip
        for (key,) in record.execute(f"SELECT key FROM {table}").fetchall()[::step]:
            yield view, Lens().at(**{field: key})


def answered(record: sqlite3.Connection, view: str, lens: Lens) -> View | None:
    """The answer; None where the lens names nothing that the view shows."""
    try:
        return ask(record, view, lens)
    except Missing:
        return None


def reservations(view: View) -> set[str]:
    """Sentences that say of the record that it contradicts itself: they stand beside the findings."""
    return {one for one in view.findings if "contradicts itself" in one or "holders are on record for" in one}


def wrong(view: View | None) -> list[str]:
    """What is wrong with the findings of an answer."""
    if view is None:
        return []
    said = [one for one in view.findings if one not in reservations(view)]
    found = [f"{view.name} {view.seen}: {slip}: {one}" for one in said for slip in slips(one)]
    return found + ([f"{view.name} {view.seen}: {len(said)} sentences"] if len(said) > MOST else [])


@pytest.mark.parametrize("folder", [PACKAGED, SMALL], ids=["packaged", "small"])
@pytest.mark.parametrize("chosen", FILTERS, ids=["all", "one", "two", "words"])
def test_every_finding_is_a_plain_sentence(folder: Any, chosen: dict[str, Any]) -> None:  # noqa: ANN401
    record = opened(folder)
    asked = [(view, lens._replace(**chosen)) for view, lens in lenses(record, filtered=bool(chosen))]
    problems = [slip for view, lens in asked for slip in wrong(answered(record, view, lens))]
    assert len(asked) > (50 if chosen else 100)
    assert problems == []


@pytest.mark.parametrize("grouping", GROUPINGS[1:])
def test_so_it_is_however_holders_are_grouped(grouping: str) -> None:
    record = opened(PACKAGED)
    bodies = [key for (key,) in record.execute("SELECT key FROM body")]
    problems = [
        slip
        for body in bodies
        for date in (None, "2016-10-01", "2020-11-24")
        for view in ("composition", "timeline", "changes", "measures", "divisions")
        for slip in wrong(answered(record, view, Lens(body=body, date=date, grouping=grouping)))
    ]
    assert problems == []


@pytest.mark.parametrize(
    "view", [view for view in OURS if view not in ("schemes", "scheme", "scenarios", "division", "divisions")]
)
def test_a_view_with_rows_has_a_finding(view: str) -> None:
    record = opened(PACKAGED)
    lens = Lens(body="nec", section="clp", person="ann-black", faction="clga")
    for chosen in FILTERS:
        found = ask(record, view, lens._replace(**chosen))
        assert found.findings or not found.rows


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    elections=ELECTIONS,
    factions=st.frozensets(st.sampled_from(["left", "indep", "none"]), max_size=2),
    date=st.sampled_from([None, "2011", "2013-01-01"]),
)
def test_records_at_random_are_told_in_plain_sentences(
    elections: tuple[list[dict[str, Any]], int, bool], factions: frozenset[str], date: str | None
) -> None:
    held, seats, pending = elections
    record = board(held, seats, pending=pending)
    lens = Lens(body="b", section="s", date=date, factions=factions)
    one_of = {"candidate": {"person": "ann"}, "faction": {"faction": "left"}}
    problems = [
        slip for view in OURS for slip in wrong(answered(record, view, lens.at(**one_of.get(view, {}))))
    ]
    for at in range(len(held)):
        problems += wrong(answered(record, "contest", Lens(contest=f"c{at}", factions=factions)))
    assert problems == []
