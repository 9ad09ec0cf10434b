"""One cell as words: the one place that decides how a number, a date or a faction is written for eyes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from math import isfinite

from db import dates
from db.view import Cell, Column, Faction, Holder, Kind, Row
from db.wording import MINUS, tenths
from tui.plain import plain

MOST_DECIMALS = 5
"""Figures with up to so many decimals were counted and are written in full; longer ones are quotients."""


def written(cell: Cell, kind: Kind, *, short: bool = False) -> str:
    """Write one cell as the words of one line, safe for a terminal.

    Args:
        cell: the value; None is written as nothing.
        kind: how its column is written.  A value that does not fit the kind is written by its own type.
        short: abbreviate factions and months, and leave out what is said in brackets after a holder.
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float):
        return _figure(cell, kind)
    if isinstance(cell, str):
        return plain(dates.written(cell, short=short) if kind is Kind.DATE else cell)
    if isinstance(cell, Faction):
        return plain(cell.short if short else cell.label)
    return _several(cell, short=short)


def in_full(columns: Sequence[Column], row: Row) -> str:
    """A row cell by cell, a line each, since a table cuts what is long."""
    cells = (
        (column.label, written(cell, column.kind)) for column, cell in zip(columns, row.cells, strict=True)
    )
    return "\n".join(f"{plain(label)}: {words}" for label, words in cells if words)


def _several(cell: tuple[Faction, ...] | tuple[str, ...] | tuple[Holder, ...], *, short: bool) -> str:
    """Write a list: factions with a plus, holders with a comma, names with a semicolon."""
    words = [_item(item, short=short) for item in cell]
    if isinstance(cell[0] if cell else None, Faction):
        return " + ".join(words)
    return (", " if isinstance(cell[0] if cell else None, Holder) else "; ").join(words)


def _item(item: Faction | Holder | str, *, short: bool) -> str:
    """Write one of a list."""
    if isinstance(item, Faction):
        return plain(item.short if short else item.label)
    if isinstance(item, Holder):
        return plain(item.person if short else f"{item.person}{_reservation(item)}")
    return plain(item)


def _reservation(holder: Holder) -> str:
    """What a reader must know of a holder: that the seat has no vote, that no source states the term."""
    words = [] if holder.voting else ["not voting"]
    words += [holder.basis] if holder.basis in {"inferred", "unsourced", "scenario"} else []
    return f" ({', '.join(words)})" if words else ""


def _figure(figure: float, kind: Kind) -> str:
    """Write a number as its kind asks; what is not a number at all is written as nothing."""
    if not isfinite(figure):
        return ""
    return _FIGURES.get(kind, _number)(figure)


def _number(figure: float) -> str:
    """Thousands separated, decimals only where the figure has them: `1,510`, `239,998`, `12.5`."""
    if isinstance(figure, int):
        return f"{figure:,}".replace("-", MINUS)
    exact = Decimal(repr(figure))
    decimals = -int(exact.normalize().as_tuple().exponent)
    if decimals > MOST_DECIMALS:
        exact = round(exact, 2).normalize()
    elif exact == exact.to_integral_value():
        exact = Decimal(int(exact))
    else:
        exact = exact.normalize()
    return f"{exact:,f}".replace("-", MINUS) if exact else "0"


def _share(figure: float) -> str:
    """One decimal and the sign: `55.2%`; what is not nothing is not written as nothing: `<0.1%`."""
    if figure > 0 and not tenths(figure):
        return "<0.1%"
    return f"{tenths(figure):,.1f}%".replace("-", MINUS)


def _points(figure: float) -> str:
    """One decimal with its sign: `+2.5`, and `0.0` for no change."""
    rounded = tenths(figure)
    return f"{rounded:+,.1f}".replace("-", MINUS) if rounded else "0.0"


def _signed(figure: float) -> str:
    """With its sign: `+1` or `0`."""
    number = _number(figure)
    return f"+{number}" if figure > 0 and number != "0" else number


_FIGURES: dict[Kind, Callable[[float], str]] = {
    Kind.SHARE: _share,
    Kind.POINTS: _points,
    Kind.SIGNED: _signed,
}
