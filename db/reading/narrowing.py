"""Filtering and sorting the rows of an answer that is read as a whole, by the factions, words and order of the lens."""

from __future__ import annotations

from db.errors import Missing
from db.matching import folded, searchable, words_of
from db.reading.factions import Factions
from db.view import Cell, Faction, Row, View, is_filled


def cell_text(cell: Cell) -> str:
    """A cell as bare words, for finding and sorting."""
    if cell is None:
        return ""
    if isinstance(cell, Faction):
        return f"{cell.name} {cell.short}"
    if isinstance(cell, tuple):
        return " ".join(
            one if isinstance(one, str) else one[0] if not isinstance(one, Faction) else cell_text(one)
            for one in cell
        )
    return str(cell)


def matches(row: Row, words: list[str]) -> bool:
    """Whether every word begins a word of one of the cells; nothing matches a text without a word."""
    text = " " + searchable(" ".join(map(cell_text, row.cells)))
    return bool(words) and all(f" {word}" in text for word in words)


def narrowed(view: View, factions: Factions, *, what: str) -> View:
    """The view with only the rows that its lens lets through, in the order of its lens.

    Args:
        view: the whole answer.
        factions: to tell which slates the switched-on factions hold.
        what: what the rows are, in the plural, for the sentence on an empty answer.

    Raises:
        Missing: the lens sorts by a column that the view has not.
    """
    lens, rows = view.lens, view.rows
    if lens.factions:
        rows = tuple(row for row in rows if factions.covers(lens.factions, row.factions, row.date))
    if lens.text:
        words = words_of(lens.text)
        rows = tuple(row for row in rows if matches(row, words))
    rows = ordered(view, rows)
    view = view._replace(rows=rows, total=len(rows))
    return view if rows or view.empty else emptied(view, factions, what)


def ordered(view: View, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows in the order of the lens; rows without a value come last either way.

    Raises:
        Missing: there is no column to sort by of this key.
    """
    wanted = view.lens.sort_column
    if wanted is None:
        return rows
    try:
        position = view.column(wanted)
    except KeyError:
        keys = ", ".join(column.key for column in view.columns)
        raise Missing(f"There is no column {wanted!r} to sort by; the columns are {keys}.") from None
    filled = [row for row in rows if is_filled(row.cells[position])]
    blank = [row for row in rows if not is_filled(row.cells[position])]
    filled.sort(key=lambda row: sort_key(row.cells[position]), reverse=view.lens.descending)
    return tuple(filled + blank)


def sort_key(cell: Cell) -> tuple[float, str]:
    """Numbers by size, everything else by its words."""
    if isinstance(cell, (int, float)):
        return float(cell), ""
    return 0.0, folded(cell_text(cell))


def emptied(view: View, factions: Factions, what: str) -> View:
    """An answer without rows, with the sentence that says why and the keys that widen it."""
    lens = view.lens
    if not (lens.factions or lens.text):
        return view._replace(empty=f"The record holds no {what} here.")
    reasons, keys = [], []
    if lens.factions:
        names = sorted(factions.named(key).name for key in lens.factions if factions.knows(key))
        reasons.append(f"of {' or '.join(names)}")
        keys.append(("0", "show every faction"))
    if lens.text:
        reasons.append(f"matching “{lens.text}”")
        keys.append(("/", "change or clear the text"))
    return view._replace(empty=f"The record holds no {what} {' '.join(reasons)} here.", widen=tuple(keys))
