"""A sheet as results: title rows are passed over, totals left out, and tables that stand one above the other taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from importers.documents.document import Cell, Sheet
from importers.results.checking import doubts_of
from importers.results.columns import Columns, columns
from importers.results.headings import OTHER, is_header
from importers.results.layouts import NONE, Layouts, layout_key
from importers.results.previous import with_ranks_explained
from importers.results.result import Doubt, Found, Result
from importers.results.rows import found
from importers.results.text import clean

Rows = Sequence[tuple[Cell, ...]]
TELLING = frozenset({"votes", "share", "outcome", "nominations"})
"""A table with a name and one of these is one of results, with headings or without."""

TELLING_HEADED = TELLING | {"slate", "rank", "sitting", "previous_votes", "previous_share"}


def tables(sheet: Sheet, layouts: Layouts = NONE) -> tuple[Result, ...]:
    """The results of a sheet, one for each row of headings; none where it is no table of results."""
    rows = [tuple(Cell(clean(cell.text), cell.origin) for cell in row) for row in sheet.rows]
    rows = [row for row in rows if any(cell.text for cell in row)]
    title = clean(sheet.title)
    headers = [at for at, row in enumerate(rows) if _is_header(row, layouts)]
    if not headers:
        start = _titled(rows)
        body = rows[start:]
        chosen = layouts.get(("",) * max(map(len, body), default=0))
        return _kept(table(_title(rows[:start]) or title, None, body, chosen))
    starts = [_title_start(rows, at) for at in headers]
    ends = [*starts[1:], len(rows)]
    return tuple(
        result
        for start, header, end in zip(starts, headers, ends, strict=True)
        for result in _kept(
            table(
                _title(rows[start:header]) or title,
                rows[header],
                rows[header + 1 : end],
                layouts.get(_key(rows[header])),
            )
        )
    )


def table(
    title: str, header: Sequence[Cell] | None, body: Rows, chosen: Sequence[str] | None = None
) -> Result | None:
    """One table as a result, or None where it has no names or nothing that tells of an election.

    Args:
        title: what stands above it.
        header: its headings, if it has any.
        body: the rows below.
        chosen: the roles of its columns where a user has chosen them.
    """
    headings = None if header is None else [cell.text for cell in header]
    roles = columns(headings, [[cell.text for cell in row] for row in body], chosen)
    named = {"name", "surname", "reversed"} & set(roles.roles)
    telling = TELLING if header is None else TELLING_HEADED
    if not named or not (chosen or set(roles.roles) & telling):
        return None
    candidates, doubts = _candidates(body, roles)
    if not candidates:
        return None
    candidates = _as_percent(candidates, body, roles)
    first = (header or body[0])[0].origin
    general = tuple((first, sentence) for sentence in roles.doubts)
    shown = tuple("" if role == OTHER else role for role in roles.roles)
    result = Result(
        title,
        candidates,
        (*general, *doubts, *doubts_of(candidates)),
        shown,
        tuple(headings or ()),
        previous_date=str(roles.before or ""),
    )
    return with_ranks_explained(result)


def _is_header(row: Sequence[Cell], layouts: Layouts) -> bool:
    return is_header([cell.text for cell in row]) or (any(_key(row)) and _key(row) in layouts)


def _key(row: Sequence[Cell]) -> tuple[str, ...]:
    return layout_key([cell.text for cell in row])


def _kept(result: Result | None) -> tuple[Result, ...]:
    return () if result is None else (result,)


def _candidates(body: Rows, roles: Columns) -> tuple[tuple[Found, ...], tuple[Doubt, ...]]:
    pairs = [found(row, roles) for row in body]
    return tuple(one for one, _ in pairs if one), tuple(doubt for _, doubts in pairs for doubt in doubts)


def _as_percent(candidates: tuple[Found, ...], body: Rows, roles: Columns) -> tuple[Found, ...]:
    """Shares a spreadsheet holds as parts of one, as percent: none above one, and together they are about one."""
    for role in ("share", "previous_share"):
        at = roles.at(role)
        shares = [value for one in candidates if (value := getattr(one, role)) is not None]
        signed = at is not None and any("%" in row[at].text for row in body if at < len(row))
        if len(shares) > 1 and not signed and max(shares) <= 1 and 0.97 <= sum(shares) <= 1.03:
            candidates = tuple(_hundredfold(one, role) for one in candidates)
    return candidates


def _hundredfold(one: Found, role: str) -> Found:
    share = getattr(one, role)
    changed: dict[str, Any] = {role: None if share is None else round(share * 100, 10)}
    return one._replace(**changed)


def _filled(row: Sequence[Cell]) -> int:
    return len({cell.text for cell in row if cell.text})


def _titled(rows: Rows) -> int:
    """How many rows at the top of a table without headings are titles."""
    return next((at for at, row in enumerate(rows) if _filled(row) > 1), len(rows))


def _title_start(rows: Rows, header: int) -> int:
    """Where the title rows right above a row of headings begin."""
    start = header
    while start and _filled(rows[start - 1]) == 1:
        start -= 1
    return start


def _title(rows: Rows) -> str:
    """The title row next to the table."""
    return next((cell.text for row in reversed(rows) for cell in row if cell.text), "")
