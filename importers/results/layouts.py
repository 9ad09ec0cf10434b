"""What a column may hold, in words a user can choose from, and the layouts whose columns a user has explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from db.matching import folded
from importers.results.headings import OTHER
from importers.results.text import clean

ROLES: Final[tuple[tuple[str, str], ...]] = (
    ("name", "name"),
    ("reversed", "name, surname first without a comma"),
    ("surname", "surname"),
    ("forenames", "forenames"),
    ("votes", "votes"),
    ("share", "share in percent"),
    ("rank", "rank"),
    ("outcome", "outcome"),
    ("slate", "slate"),
    ("endorsements", "who backs the candidate"),
    ("words", "words beside the name"),
    ("nominations", "nominations"),
    ("sitting", "sits already"),
    ("gender", "gender"),
    ("stage", "stage at which elected"),
    ("previous_votes", "votes of the election before"),
    ("previous_share", "share of the election before"),
    ("previous_rank", "rank of the election before"),
    ("section", "contest: section, ward or post"),
    ("date", "date of the contest"),
    ("seats", "seats of the contest"),
    ("electorate", "electorate of the contest"),
    ("ballots", "ballot papers of the contest"),
    ("valid_votes", "valid votes of the contest"),
    ("turnout", "turnout of the contest in percent"),
    (OTHER, "nothing that is needed"),
)
"""All roles of columns with their plain names."""

NAMES: Final[dict[str, str]] = dict(ROLES)
Layout = tuple[str, ...]
"""The headings of a table as `layout_key` makes them, or the roles of its columns."""

Layouts = Mapping[Layout, Sequence[str]]
"""Roles by headings."""

NONE: Final[Layouts] = {}


def layout_key(headings: Sequence[str]) -> Layout:
    """The headings of a table, cleaned and folded, so that the same layout is known again.

    A table without headings has one blank for each column; it says too little of a layout to be remembered beyond a session.
    """
    return tuple(" ".join(folded(clean(one)).split()) for one in headings)


def chosen_roles(chosen: Sequence[str], width: int) -> Layout:
    """Roles as a user chose them, one for each of the columns; what is no role, and what is missing, is `other`."""
    known = [role if role in NAMES else OTHER for role in chosen[:width]]
    return (*known, *[OTHER] * (width - len(known)))
