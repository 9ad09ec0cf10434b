"""Small records at random, of which nothing need make sense: what any view has to stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import strategies as st
from records import Rows, tiny

DAYS = ["2010", "2010-06", "2011-03-04", "2012-01", "2013-05-01", "2015-02-03", "2016"]
PEOPLE = ["ann", "bob", "cat", "dan"]
TEXTS = [
    "left",
    "Left",
    "x",
    "[/] [red]x",
    "=1+1",
    "\x1b[31mred",
    "\u202egnalevE",
    "for",
    "against",
    "present",
]
FACTIONS = ["left", "right", "wing"]
ODD = ["", "x", "0000", "9999-99-99", "2020-13", "2015-02-30", "20", "[/]", "\x1b[2J"]
"""Words where dates are due."""
MUTABLE = (
    "term", "rule", "vacancy", "contest", "alignment", "event", "division", "division_vote", "bloc_member", "membership",
    "candidacy", "assumption",
)  # fmt: skip


def _row(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A row of a file, with the fields that are not None."""
    rows = st.fixed_dictionaries(fields)
    return rows.map(lambda row: {key: value for key, value in row.items() if value is not None})


def _rows(
    most: int, unique: Callable[[dict[str, Any]], Any] | None = None, **fields: st.SearchStrategy[Any]
) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(_row(**fields), max_size=most, unique_by=unique)


body, section = st.just("b"), st.sampled_from(["s", "t", "part"])
person, faction, day = st.sampled_from(PEOPLE), st.sampled_from(FACTIONS), st.sampled_from(DAYS)
text, note = st.sampled_from(TEXTS), st.none() | st.sampled_from(TEXTS)
maybe_day, maybe_faction, maybe_person = st.none() | day, st.none() | faction, st.none() | person
contest, maybe_contest = st.sampled_from(["c1", "c2"]), st.sampled_from([None, "c1", "c2"])

CONTESTS = st.tuples(
    *(
        _row(
            contest=st.just(key), body=body, section=section, date=maybe_day, seats=st.none() | st.integers(0, 4),
            kind=st.sampled_from(["regular", "by-election"]), status=st.sampled_from(["declared", "declared", "voting"]),
            figures=st.sampled_from(["complete", "none"]), valid_votes=st.none() | st.integers(0, 900), method=st.sampled_from([None, "STV", "plurality"]),
        )
        for key in ("c1", "c2")
    )
).map(list)  # fmt: skip

RECORDS = st.fixed_dictionaries(
    {
        "contests": CONTESTS,
        "candidacies": _rows(
            8, lambda row: (row["contest"], row["person"]), contest=contest, person=person, slate=maybe_faction,
            votes=st.none() | st.integers(0, 500), outcome=st.sampled_from(["elected", "not elected", "unknown"]), note=note,
        ),
        "terms": _rows(
            7, body=body, section=section, person=person, start=maybe_day, end=maybe_day, contest=maybe_contest, replaces=maybe_person,
            how_gained=note, why_ended=note, represents=note, voting=st.sampled_from([None, 0, 1]), note=note,
        ),
        "rules": _rows(3, body=body, section=section, valid_from=maybe_day, valid_to=maybe_day, seats=st.none() | st.integers(0, 3), voting=st.integers(0, 1)),
        "vacancies": _rows(2, body=body, section=section, start=day, end=maybe_day, person=maybe_person, reason=note),
        "alignments": _rows(4, person=person, date=maybe_day, faction=maybe_faction, leaning=text),
        "memberships": _rows(3, faction=faction, member_of=faction, valid_from=maybe_day, valid_to=maybe_day),
        "bloc_members": _rows(
            5, lambda row: (row["scheme"], row["bloc"], row["faction"], row.get("valid_from")), scheme=st.sampled_from(["n1", "n2"]),
            bloc=st.sampled_from(["l", "r"]), faction=faction, valid_from=maybe_day, valid_to=maybe_day,
        ),
        "division_votes": _rows(
            4, division=st.just("d"), person=person, section=st.none() | section, vote=st.none() | text, leaning=note, role=note,
        ),
        "divisions": st.lists(
            _row(division=st.just("d"), body=body, date=maybe_day, kind=st.sampled_from(["vote", "count", "x"]), subject=text,
                 against=st.none() | st.integers(0, 9), total_members=st.none() | st.integers(0, 9)), min_size=1, max_size=1,
        ),
        "assumptions": _rows(
            4, scenario=st.just("w"), position=st.integers(0, 3), kind=st.sampled_from(["seat", "fill", "leaning", "bloc", "swing"]),
            body=body, section=section, person=maybe_person, successor=maybe_person, faction=maybe_faction, other=maybe_faction,
            contest=maybe_contest, points=st.none() | st.integers(-9, 9), newcomer=note,
        ),
        "events": _rows(2, lambda row: row["event"], event=st.sampled_from(["e", "f"]), body=body, section=st.none() | section, date=maybe_day, kind=text, words=text),
    }
)  # fmt: skip
"""The files of a record about one body of two sections and a part, four persons, three factions and two schemes."""

GROUND: dict[str, Rows] = {
    "sources": [{"source": "s", "publisher": "Gazette"}],
    "sections": [
        {"body": "b", "section": "s", "name": "members"},
        {"body": "b", "section": "t", "name": "others"},
        {"body": "b", "section": "part", "name": "a part", "parent": "s"},
    ],
    "factions": [{"faction": key, "name": key.title(), "short": key.title()} for key in FACTIONS],
    "persons": [{"person": key, "name": key.title(), "sort_name": key} for key in PEOPLE],
    "schemes": [{"scheme": key, "name": key} for key in ("n1", "n2")],
    "blocs": [
        {"scheme": scheme, "bloc": bloc, "name": bloc, "short": bloc}
        for scheme in ("n1", "n2")
        for bloc in ("l", "r")
    ],
    "scenarios": [{"scenario": "w", "name": "What if"}],
}


def world(files: dict[str, Rows]) -> sqlite3.Connection:
    """A record in memory."""
    return tiny(**GROUND, **files)


def mutated(record: sqlite3.Connection, changes: list[tuple[int, int, str]]) -> sqlite3.Connection:
    """The record with the words of whole columns replaced: number of the table, of its column, and what to put there."""
    for table, column, words in changes:
        name = MUTABLE[table % len(MUTABLE)]
        columns = [
            row[1]
            for row in record.execute(f"PRAGMA table_info({name})")
            if row[2] == "TEXT" and row[1] != "key"
        ]
        with suppress(sqlite3.IntegrityError):  # the schema says no, as it should
            record.execute(f'UPDATE {name} SET "{columns[column % len(columns)]}" = ?', [words])
    return record
