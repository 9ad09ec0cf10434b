"""Which column holds what: by its heading, and by its cells where no heading says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from db.matching import folded
from importers.documents.document import Cell
from importers.results.contents import Contents, guessed
from importers.results.headings import OTHER, roles
from importers.results.layouts import chosen_roles
from importers.results.splitting import names_contests
from importers.results.totals import counted, is_total

_POSTS = re.compile(r"sections?|posts?|contest(?: name)?|election(?: name)?|race")
_REGIONS = re.compile(r"(?:nation or )?regions?|clps?|councils?|branch(?:es)?|areas?|unions?|districts?")
Cells = Sequence[Sequence[str]]


class Columns(NamedTuple):
    """The role of each column, `other` for none, and sentences on what has more than one reading."""

    roles: tuple[str, ...]
    doubts: tuple[str, ...] = ()
    year: int | None = None
    """The year that headings name of the election at hand."""
    before: int | None = None
    """That of the election whose figures stand beside."""
    chosen: bool = False
    """Whether a user has chosen the roles."""

    def at(self, role: str) -> int | None:
        """The column of a role."""
        return self.roles.index(role) if role in self.roles else None

    def cell(self, row: Sequence[Cell], role: str) -> Cell | None:
        """The cell of a role in a row; None where the table has no such column, or the row ends before it."""
        spot = self.at(role)
        return row[spot] if spot is not None and spot < len(row) else None


def columns(header: Sequence[str] | None, body: Cells, chosen: Sequence[str] | None = None) -> Columns:
    """The roles of the columns of a table; those a user has `chosen` are taken as they are."""
    width = max((len(row) for row in (header or (), *body)), default=0)
    if chosen is not None:
        headed = roles(header or ())
        return Columns(chosen_roles(chosen, width), (), headed.year, headed.before, chosen=True)
    contents = [Contents.of([row[at] for row in body if at < len(row)]) for at in range(width)]
    if header is None:
        found, doubts = guessed(["" for _ in contents], contents, freely=True)
        return Columns(tuple(found), tuple(doubts))
    padded = [*header, *("" for _ in range(width - len(header)))]
    named = roles(padded)
    fitting = [_fitting(role, held, named.roles) for role, held in zip(named.roles, contents, strict=True)]
    single, choices = _single(_contests(fitting, padded, body), padded, [one.filled > 0 for one in contents])
    found, doubts = guessed(_paired(single), contents, freely=False)
    return Columns(tuple(found), (*choices, *doubts), named.year, named.before)


def _contests(found: list[str], header: Sequence[str], body: Cells) -> list[str]:
    """A column that names contests told from words beside the names."""
    rows = [row for row in body if len({cell for cell in row if cell}) > 1 and not any(map(_is_sum, row))]
    told = list(found)
    for at, role in enumerate(found):
        vague = role == "words" and _REGIONS.fullmatch(folded(header[at]).strip())
        if "section" in told[:at] or not (role == "section" or vague):
            told[at] = "words" if role == "section" else told[at]
            continue
        values = _carried([row[at] if at < len(row) else "" for row in rows], plainly=not vague)
        surely = _POSTS.fullmatch(folded(header[at]).strip()) is not None
        others = [
            [row[spot] if spot < len(row) else "" for row in rows] for spot in range(len(found)) if spot != at
        ]
        told[at] = "section" if names_contests(values, others, plainly=not vague, surely=surely) else "words"
    return told


def _is_sum(cell: str) -> bool:
    return is_total(cell) and counted(cell) != "nobody"


def _carried(values: list[str], *, plainly: bool) -> list[str]:
    """A value printed once and meant for the rows below it, as in merged cells."""
    if not plainly or not values or not values[0]:
        return values
    carried = [values[0]]
    for value in values[1:]:
        carried.append(value or carried[-1])
    return carried


def _fitting(role: str, held: Contents, named: Sequence[str]) -> str:
    """The role a heading names, corrected where the cells say plainly that the word meant its other sense."""
    if held.pairs > 0.5 and role in ("share", "previous_share", "outcome"):
        return role.replace("share", "votes") if role != "outcome" else "votes"
    if role in ("votes", "previous_votes") and held.percents > 0.5:
        return role.replace("votes", "share")
    if role == "outcome" and held.figures > 0.5 and not set(held.values) <= {0, 1}:
        meant = "share" if held.percents > 0.5 else "votes"
        return OTHER if meant in named else meant
    if role == "outcome" and held.names > 0.5 and not held.outcomes:
        return "name"
    if role in ("rank", "nominations") and held.filled and not held.figures:
        return "words"
    return "slate" if role == "share" and held.filled and not held.figures else role


def _single(found: list[str], header: Sequence[str], filled: Sequence[bool]) -> tuple[list[str], list[str]]:
    """One column a role: first preferences before later counts, else the first that is filled; said where there was a choice."""
    kept, doubts = list(found), []
    for role in dict.fromkeys(found):
        spots = [at for at, one in enumerate(found) if one == role]
        if role in ("", OTHER, "words") or len(spots) < 2:
            continue
        spanned = {header[at] for at in spots if filled[at]}
        taken = min(spots, key=lambda at: (not _is_first_count(header[at]), not filled[at], at))
        for at in spots:
            kept[at] = role if at == taken else OTHER
        if len(spanned) < 2 and sum(filled[at] for at in spots) < 2:
            continue
        named = " and ".join(repr(header[at]) for at in spots)
        doubts.append(
            f"Found the columns {named}, each of which may be the {role}; {header[taken]!r} was taken."
        )
    return kept, doubts


def _is_first_count(heading: str) -> bool:
    return any(word in folded(heading) for word in ("first pref", "1st pref", "first count"))


def _paired(found: list[str]) -> list[str]:
    """Surname and forenames go together; `Name` beside `First name` is the surname, a surname alone the name."""
    if "forenames" in found and "surname" not in found and "name" in found:
        found = ["surname" if role == "name" else role for role in found]
    if "surname" in found and "forenames" not in found:
        found = [("name" if "name" not in found else OTHER) if role == "surname" else role for role in found]
    if "surname" not in found:
        found = [
            ("name" if "name" not in found else OTHER) if role == "forenames" else role for role in found
        ]
    return found
