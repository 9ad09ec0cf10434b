"""Small records at random that make sense: two or three elections to one board, for slates, as independents, or on none."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from records import tiny

PEOPLE = {
    "ann": ("Ann Oak", "Oak, Ann"), "ben": ("Ben Oak", "Oak, Ben"), "cy": ("Cy Elm", "Elm, Cy"), "dee": ("Dee Fir", "Fir, Dee"),
    "eve": ("Eve Yew", "Yew, Eve"), "fay": ("Fay Ivy", "Ivy, Fay"),
}  # fmt: skip
SLATES = {"left": "Left", "green": "Green Alliance", "team": "Team for Tenants", "indep": "Independent"}
DATES = ("2010-05-01", "2012-06", "2014-08-20")

STOOD = st.fixed_dictionaries(
    {
        "person": st.sampled_from(sorted(PEOPLE)),
        "slate": st.sampled_from([None, *SLATES]),
        "votes": st.integers(0, 3000),
        "outcome": st.sampled_from(
            ["elected", "elected", "not elected", "not elected", "unknown", "withdrawn"]
        ),
        "sitting": st.sampled_from([None, 0, 1]),
    }
)
HELD = st.fixed_dictionaries(
    {
        "stood": st.lists(STOOD, max_size=6, unique_by=lambda one: one["person"]),
        "figures": st.sampled_from(["complete", "none"]),
        "unit": st.sampled_from(["members' votes", "percent", "first preferences"]),
        "kind": st.sampled_from(["regular", "regular", "by-election"]),
    }
)
ELECTIONS = st.tuples(st.lists(HELD, min_size=1, max_size=3), st.integers(1, 4), st.booleans())
"""The elections, the seats of the board, and whether the last result is still to come."""


def board(held: Sequence[dict[str, Any]], seats: int, *, pending: bool) -> sqlite3.Connection:
    """The record of a board."""
    place = {"body": "b", "section": "s"}
    contests: list[dict[str, object]] = []
    candidacies: list[dict[str, object]] = []
    for at, (date, one) in enumerate(zip(DATES, held, strict=False)):
        open_yet = pending and at == len(held) - 1
        row = {
            "contest": f"c{at}",
            **place,
            "date": date,
            "kind": one["kind"],
            "figures": one["figures"],
            "unit": one["unit"],
        }
        contests.append(
            {**row, "seats": max(seats, _won(one)), "status": "voting" if open_yet else "declared"}
        )
        for each in one["stood"]:
            figures = one["figures"] == "complete" and not open_yet
            votes = each["votes"] % 30 if one["unit"] == "percent" else each["votes"]
            outcome = "pending" if open_yet and each["outcome"] != "withdrawn" else each["outcome"]
            candidacy = {"contest": f"c{at}", **each, "outcome": outcome, "votes": votes if figures else None}
            candidacies.append({key: value for key, value in candidacy.items() if value is not None})
    return tiny(
        bodies=[{"body": "b", "name": "Tenants' Board", "short": "Board"}],
        factions=[
            {"faction": key, "name": name, "short": name, "position": at, "kind": "independent" if key == "indep" else "slate"}
            for at, (key, name) in enumerate(SLATES.items())
        ],
        persons=[{"person": key, "name": name, "sort_name": sort} for key, (name, sort) in PEOPLE.items()],
        rules=[{**place, "seats": max([seats, *map(_won, held)]), "valid_from": "2010-05-01"}],
        contests=contests,
        candidacies=candidacies,
    )  # fmt: skip


def _won(held: dict[str, Any]) -> int:
    return sum(one["outcome"] == "elected" for one in held["stood"])
