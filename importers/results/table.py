"""A sheet as results: titles, totals and legends read as what they are, tables and contests in it taken apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from importers.documents.document import Cell, Sheet
from importers.results import body
from importers.results.alphabet import turned
from importers.results.body import Body, constants
from importers.results.checking import doubts_of
from importers.results.columns import Columns, columns
from importers.results.continental import anglicised
from importers.results.headers import Part, Row, Rows, parts
from importers.results.headings import OTHER
from importers.results.layouts import NONE, Layouts, layout_key
from importers.results.marks import Legends, applied, legends
from importers.results.previous import with_ranks_explained
from importers.results.result import Fact, Found, Result
from importers.results.splitting import split
from importers.results.stated import is_of_counts, said
from importers.results.tallies import NOTHING, Told
from importers.results.text import clean
from importers.results.whole import completed, of_headings

TELLING = frozenset({"votes", "share", "outcome", "nominations"})
"""A table with a name and one of these is one of results, with headings or without."""

TELLING_HEADED = TELLING | {"slate", "rank", "sitting", "previous_votes", "previous_share"}
NAMED = frozenset({"name", "surname", "reversed"})
NO_LEGENDS: Legends = {}


def tables(sheet: Sheet, layouts: Layouts = NONE, known: Legends = NO_LEGENDS) -> tuple[Result, ...]:
    """The results of a sheet, one for each row of headings and each contest named in a column; none where it tells of none.

    Args:
        sheet: the table.
        layouts: the roles of columns that a user has chosen, by headings.
        known: signs that the document explains elsewhere.
    """
    rows = [tuple(cell._replace(text=clean(cell.text)) for cell in row) for row in sheet.rows]
    rows = [row for row in rows if any(cell.text for cell in row)]
    own = legends((cell.text, cell.origin) for row in rows for cell in row[:1])
    return tuple(
        result for part in parts(rows, layouts) for result in _results(part, sheet, layouts, {**known, **own})
    )


def _results(part: Part, sheet: Sheet, layouts: Layouts, known: Legends) -> Iterator[Result]:
    width = max(map(len, part.body), default=0)
    key = layout_key([cell.text for cell in part.header or ()] or [""] * width)
    roles = _roles(part.header, part.body, layouts.get(key))
    if roles is None:
        return
    above = [Cell(clean(cell.text), cell.origin) for cell in sheet.above]
    stated = _above([*part.labelled, *part.titles, *above], clean(sheet.title), part)
    own = [*part.titles, Cell(clean(sheet.title), ""), *above]
    title = next((cell.text for cell in own if cell.text and not is_of_counts(cell.text)), "")
    for name, rows in split(part.body, roles):
        named = ", ".join(one for one in (title, name.text if name else "") if one)
        plain = _says_section(part, roles)
        place = Told((Fact("section", name.text, name.origin, certain=plain),)) if name else NOTHING
        result = _result(named, part.header, rows, roles, place.beside(stated), known)
        if result is not None:
            yield result._replace(above=tuple(cell.text for cell in (*part.titles, *above)))


def _says_section(part: Part, roles: Columns) -> bool:
    """Whether the heading of the column that names contests calls them sections."""
    at = roles.at("section")
    return bool(part.header) and at is not None and "section" in (part.header or ())[at].text.casefold()


def _above(titles: Sequence[Cell], title: str, part: Part) -> Told:
    """What stands above a table says of its contest; running text beside it only what it counts."""
    stated = NOTHING
    for cell in titles:
        stated = stated.beside(said(cell.text, cell.origin))
    if not titles and title:
        first = (part.header or part.body[0])[0].origin
        stated = said(title, f"the title above {first}")
    return stated


def _roles(header: Sequence[Cell] | None, rows: Rows, chosen: Sequence[str] | None) -> Columns | None:
    """The roles of the columns; None where they are not those of results."""
    headings = None if header is None else [cell.text for cell in header]
    roles = columns(headings, [[cell.text for cell in row] for row in rows], chosen)
    telling = TELLING if header is None else TELLING_HEADED
    held = set(roles.roles)
    return roles if held & NAMED and (chosen or held & telling) else None


def _result(
    title: str,
    header: Sequence[Cell] | None,
    rows: Sequence[Row],
    roles: Columns,
    above: Told,
    known: Legends,
) -> Result | None:
    rows, figures = anglicised(rows, roles)
    read = body.read(rows, roles)
    if not read.marked:
        return None
    place = (header or rows[0])[0].origin if header else f"the table from {rows[0][0].origin}"
    candidates, marked = applied(read.marked, known, place)
    candidates = _as_percent(candidates, rows, roles)
    candidates, order = (candidates, ()) if roles.chosen else turned(candidates, place)
    told = read.told.beside(constants(rows, roles)).beside(above).beside(of_headings(header or (), roles))
    general = tuple((place, sentence) for sentence in roles.doubts)
    doubts = (*general, *figures, *marked, *read.doubts, *told.doubts, *order)
    shown = tuple("" if role == OTHER else role for role in roles.roles)
    headings = tuple(cell.text for cell in header or ())
    result = Result(
        title, candidates, (*doubts, *doubts_of(candidates)), shown, headings,
        facts=told.facts, counts=told.counts, previous_date=str(roles.before or ""), previous=_before(read),
    )  # fmt: skip
    return with_ranks_explained(completed(result))


def _before(read: Body) -> tuple[Fact, ...]:
    return (*read.previous.facts, *read.previous.counts)


def _as_percent(candidates: tuple[Found, ...], rows: Rows, roles: Columns) -> tuple[Found, ...]:
    """Shares a spreadsheet holds as parts of one, as percent: none above one, and together they are about one."""
    for role in ("share", "previous_share"):
        at = roles.at(role)
        shares = [value for one in candidates if (value := getattr(one, role)) is not None]
        signed = at is not None and any("%" in row[at].text for row in rows if at < len(row))
        if len(shares) > 1 and not signed and max(shares) <= 1 and 0.97 <= sum(shares) <= 1.03:
            candidates = tuple(_hundredfold(one, role) for one in candidates)
    return candidates


def _hundredfold(one: Found, role: str) -> Found:
    share = getattr(one, role)
    changed: dict[str, Any] = {role: None if share is None else round(share * 100, 10)}
    return one._replace(**changed)
