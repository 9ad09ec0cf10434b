"""How the columns that no source states are worked out: by view, table and key of the column, with the figures of the row.

A column is either a field of the record (`db.reading.shown` says which) or stands here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from db.dates import written
from db.reading.shown import LIKE
from db.view import Cell, Column, Faction, Kind, Row, Table
from db.wording import as_percent, plain_number, signed

COLUMNS = (Column("column", "Column"), Column("result", "Shown"), Column("how", "How it is worked out"))


class Formula(NamedTuple):
    """How a column is worked out."""

    words: str
    figures: str = ""
    """With other cells of the row in braces; left out where one of them is blank."""


_F = Formula

_SEATS: Final = {
    "seats": _F("the seat-holders of the day who count with this group, each one seat"),
    "share": _F("seats of this group in percent of all seats"),
    "voting": _F("its seat-holders who have a vote"),
    "most": _F("its votes, and all votes of which it is not known whose they are"),
    "majority": _F(
        "certain where its votes are more than half of those that can be cast, possible where its most are"
    ),
    "holders": _F("who held its seats on the day"),
}

_SUMS: Final = {
    "votes": _F("the votes of its candidates, added up"),
    "share": _F("the shares of its candidates, added up"),
    "seats": _F("its candidates who were elected, counted"),
    "change": _F("share less the share at the contest before", "{share} − {earlier}"),
}

_SUCCESS: Final = _F("those elected in percent of those elected and not elected", "{elected} elected")

_APART: Final = {
    "apart": _F("by how much the figures differ that sources state, in percent of the larger"),
    "days": _F("the days between the dates that sources state, at the least"),
}

HOW: Final[Mapping[tuple[str, str], Mapping[str, Formula]]] = {
    ("composition", ""): _SEATS,
    ("composition", "divisions"): {
        "named": _F("the persons listed in it, counted"),
        "disputed": _F("other figures that sources give"),
    },
    ("composition", "holders"): {
        "group": _F("the slate of the candidacy that won the seat, who endorsed it, a leaning or a scheme: as it is grouped"),
        "why": _F("what the group is taken from"),
        "since": _F("the beginning of the term: stated, or the day of the contest at which the seat was won"),
    },
    ("timeline", ""): {
        "what": _F("kinds of what happened on the day, read from the words of the record"),
        "words": _F("what changed on the day, told from the rows below"),
        "others": _F("seats of all groups that have no column of their own"),
        "several": _F("seats of holders whom sources or the scheme put into several groups, of which only one can be right"),
        "unknown": _F("seats of holders of whom it is not known with whom they count"),
        "not_known": _F("seats by the rules of the day, less known holders and seats that stand empty"),
        "vacant": _F("seats of which a source says that they stand empty"),
        "votes": _F("votes that can be cast from the day on"),
        "majority": _F("half of those votes, and one more", "of {votes}"),
        "held_by": _F("the group whose certain votes are a majority"),
    },
    ("changes", ""): {
        "kind": _F("who held the seat on the first day beside who held it on the second"),
        "before": _F("who held the seat on the first day"),
        "after": _F("who held the seat on the second day"),
        "slate_before": _F("the slate of the candidacy that won the seat"),
        "slate_after": _F("the slate of the candidacy that won the seat"),
        "group_before": _F("with whom the holder counted on the first day"),
        "group_after": _F("with whom the holder counts on the second day"),
        "reason": _F("read from the terms and events of the record; blank where they do not say"),
        "story": _F("the terms and events between the two days, in their order"),
    },
    ("changes", "net"): {
        "before": _F("seats of this group on the first day"),
        "after": _F("seats of this group on the second day"),
        "change": _F("seats after less seats before", "{after} − {before}"),
        "least": _F("the net if all that is unknown speaks against this group"),
        "most": _F("the net if all that is unknown speaks for this group"),
    },
    ("changes", "returned"): {
        "sitting": _F("who held a seat before the election"),
        "stood": _F("those of them who stood again"),
        "returned": _F("those of them who were elected"),
        "rate": _F("returned in percent of those who stood again", "100 × {returned} ÷ {stood}"),
    },
    ("changes", "new"): {
        "again": _F("whether a seat of this body was held before"),
        "since": _F("the beginning of the term: stated, or the day of the contest at which the seat was won"),
    },
    ("candidate", ""): {
        "change_of_slate": _F("the slate of the candidacy before, beside this one's"),
    },
    ("candidate", "votes"): {
        "group": _F("with whom the person counted on the day"),
        "broke": _F("whether more than half of the group voted the other way"),
    },
    ("contest", ""): {
        "change": _F("share less the share of the same person at the contest before", "{share} − {earlier}"),
        "margin": _F(
            "votes less those of the best who was not elected; of who was not, less those of the weakest who was",
            "{votes} − {other}",
        ),
        "threshold": _F("nominations beside those needed", "{nominations} nominations"),
    },
    ("contest", "slates"): _SUMS | {"candidates": _F("the candidacies on this slate, counted")},
    ("contest", "backed"): {
        "candidates": _F("the candidacies on the slate of this organisation, or that it endorsed, counted"),
        "seats": _F("those of them who were elected, counted"),
    },
    ("contest", "disputes"): _APART,
    ("disputes", ""): _APART,
    ("contests", ""): {
        "candidates": _F("the candidacies on record, counted"),
        "elected": _F("those with the outcome elected, counted"),
        "votes": _F("the valid votes as stated, else the sum of the figures where all are on record"),
    },
    ("contests", "rounds"): {"contests": _F("the contests held together, counted")},
    ("ladder", ""): {
        "gap": _F("votes of who won the seat less votes of who missed it"),
        "share": _F("the same in percent of all votes"),
        "needed": _F("so many more votes for who missed it, had everybody else the same: the gap and one more"),
        "moved": _F("votes from the winner to who missed it: half the gap and one more, or until others stand above the winner"),
        "swing": _F("points from the slate of the winner to that of who missed it at which the two change places"),
        "runner": _F("who had the most votes of those who won none"),
        "stated": _F("how sure it is, from what is on record of the contest"),
    },
    ("ladder", "missed"): {
        "short": _F("votes of the weakest winner less those of who missed the seat"),
        "needed": _F("so many more votes, had everybody else the same: the gap and one more"),
        "behind": _F("who won a seat with the fewest votes"),
    },
    ("ladder", "swings"): {
        "points": _F("the smallest swing that changes a seat: votes leave those of one slate evenly for those of the other"),
    },
    ("divisions", ""): {
        "composition": _F("the votes of each group by the seat-holders of the day"),
        "fits": _F("whether the groups can be put on the two sides so that nobody votes against the own one"),
        "named": _F("the persons listed in it, counted"),
        "disputed": _F("other figures that sources give"),
    },
    ("division", ""): {
        "group": _F("with whom the person counted on the day"),
        "broke": _F("whether the vote is against that of more than half of the group, of those named"),
        "section": _F("the seat held on the day"),
    },
    ("division", "groups"): {
        "votes": _F("seat-holders of the group with a vote on the day"),
        "for": _F("those named for, counted"),
        "against": _F("those named against, counted"),
        "abstaining": _F("those named as abstaining, counted"),
        "absent": _F("those named as absent, counted"),
        "unnamed": _F("its votes less those that are named"),
        "line": _F("the side of more than half of those named, where they are enough"),
        "for_least": _F("the votes for that cannot have come from others"),
        "for_most": _F("those named for, and all others of the group as far as the published figure goes"),
        "against_least": _F("the votes against that cannot have come from others"),
        "against_most": _F("those named against, and all others of the group as far as the published figure goes"),
    },
    ("division", "figures"): {
        "published": _F("as sources state it; in the last row the members that a source says there were"),
        "named": _F("those named on this side, counted"),
        "unnamed": _F("the published figure less those named", "{published} − {named}"),
        "record": _F("the votes that could be cast on the day, by the record"),
    },
    ("factions", ""): {
        "candidates": _F("the candidacies on this slate, counted"),
        "seats": _F("those with the outcome elected, counted"),
        "endorsements": _F("the candidacies that it endorsed, counted"),
        "slot": _F("the hotkey, which is ours"),
    },
    ("faction", ""): {
        "candidates": _F("candidacies on this slate, or on one within it on the day, counted"),
        "elected": _F("those of them who were elected, counted"),
        "success": _SUCCESS,
        "votes": _F("their votes, added up"),
        "share": _F("their shares, added up"),
        "change": _F("share less the share at the contest before", "{share} − {earlier}"),
        "unknown": _F("candidacies whose outcome no source gives"),
        "pending": _F("candidacies in a contest that is not decided, counted"),
        "withdrawn": _F("candidacies that were withdrawn, counted"),
    },
    ("faction", "places"): {
        "contests": _F("contests with candidates of this faction, counted"),
        "candidates": _F("their candidacies, counted"),
        "elected": _F("those elected, counted"),
        "success": _SUCCESS,
        "held": _F("seats held by them on the day"),
        "first": _F("the first of those contests"),
        "last": _F("the last of those contests"),
    },
    ("faction", "often"): {
        "candidates": _F("candidacies for this faction, counted"),
        "elected": _F("those elected, counted"),
        "first": _F("the first of them"),
        "last": _F("the last of them"),
    },
    ("faction", "endorsed"): {
        "candidates": _F("the candidacies of this slate that the faction endorsed, counted"),
        "elected": _F("those elected, counted"),
        "success": _SUCCESS,
        "unsought": _F("endorsements that were not asked for, counted"),
    },
    ("measures", ""): {
        "value": _F("the formula in the row, of the figures below"),
        "low": _F("the lowest value that what is unknown allows"),
        "high": _F("the highest value that what is unknown allows"),
    },
    ("measures", "votes"): _SUMS | {
        "seat_share": _F("its seats in percent of all seats that were won"),
        "bonus": _F("share of the seats less share of the votes", "{seat_share} − {share}"),
        "votes_per_seat": _F("its votes by its seats", "{votes} ÷ {seats}"),
        "before": _F("the share at the contest before, worked out likewise"),
    },
    ("measures", "power"): {
        "votes": _F("votes of its seat-holders that are its own for certain"),
        "share": _F("the same in percent of all votes that can be cast"),
        "banzhaf": _F("its part of all swings: the normalised Banzhaf index"),
        "shapley": _F("its part of the orders of joining in which it makes the coalition win: the Shapley-Shubik index"),
        "absolute": _F("its swings by the number of coalitions of the others: Penrose's measure"),
        "swings": _F("winning coalitions that lose if it leaves, counted"),
    } | {f"{index}_{end}": _F(f"the {words} that any placing of the unknown votes gives")
         for index in ("banzhaf", "shapley") for end, words in (("low", "lowest"), ("high", "highest"))},
    ("measures", "coalitions"): {
        "votes": _F("the votes of its members that are theirs for certain, added up"),
        "wins": _F("whether these are a majority, or are with votes that are not known"),
        "spare": _F("its votes less those needed for a majority"),
    },
    ("scenarios", ""): {
        "number": _F("what the scenario supposes, counted"),
        "seats": _F("seats of the group by the facts"),
        "seats_if": _F("seats of the group as the scenario has it"),
        "seats_change": _F("the one less the other", "{seats_if} − {seats}"),
        "votes": _F("its votes by the facts, with all that may be its own"),
        "votes_if": _F("its votes as the scenario has it"),
        "votes_change": _F("the votes that are its own for certain in the scenario, less those by the facts"),
        "majority": _F("whether its votes are more than half of those that can be cast, by the facts"),
        "majority_if": _F("the same in the scenario"),
    },
    ("scenarios", "assumptions"): {"number": _F("the place of the assumption in the scenario")},
    ("scenarios", "others"): {"number": _F("what that scenario supposes, counted")},
    ("sources", ""): {
        "supports": _F("what cites it, counted: rows as a whole, and values of single fields"),
        "alone": _F("the rows that no other source supports, counted"),
        "disputed": _F("the fields of which it and another source state different values, counted"),
    },
    ("schemes", ""): {
        "counts": _F("the votes of the day, each holder in the bloc into which the scheme puts the person, slate or leaning"),
        "unknown": _F("votes of holders whom the scheme does not place"),
        "factions": _F("the factions that the scheme puts into blocs, counted"),
        "persons": _F("the persons that the scheme puts into blocs, counted"),
        "majority": _F("the bloc whose votes are more than half of those that can be cast"),
    },
    ("scheme", "counts"): {key: _SEATS[key] for key in ("voting", "most", "majority")},
}  # fmt: skip
"""By view and further table (blank for the main one) and key of the column."""

GROUPS: Final[Mapping[tuple[str, str], Formula]] = {
    ("timeline", ""): _F("seats of this group from the day on, each holder counted as on that day"),
}
"""Tables that have a column for each group, and how those are worked out."""

COUNTING: Final = frozenset(
    {
        ("composition", ""), ("timeline", ""), ("changes", ""), ("changes", "net"), ("changes", "returned"),
        ("contest", "slates"), ("contest", "backed"), ("contests", "rounds"), ("ladder", ""),
        ("division", "groups"), ("division", "figures"), ("faction", ""), ("faction", "places"), ("faction", "often"),
        ("faction", "left"), ("faction", "came"), ("faction", "endorsed"), ("measures", ""), ("measures", "votes"),
        ("measures", "power"), ("measures", "coalitions"), ("schemes", ""), ("scheme", "counts"),
    }
)  # fmt: skip
"""Tables each row of which counts rows of the record, or sets some beside others; a row of any other is one of them."""


def worked_table(view: str, table: str, columns: Sequence[Column], row: Row) -> Table:
    """How the cells of a row are worked out that show no field of the record.

    Args:
        view: name of the view that the row stands in.
        table: key of its further table; blank for the main one.
        columns: of that table.
        row: as it is shown.
    """
    cells = dict(zip((column.key for column in columns), row.cells, strict=True))
    inputs = _inputs(columns, cells)
    rows = [
        Row(column.key, (column.label, inputs[column.key], _how(formula, inputs)))
        for column in columns
        if (formula := formula_of(view, table, column)) and column.key in inputs
    ]
    return Table("worked", "Worked out", COLUMNS, tuple(rows))


def formula_of(view: str, table: str, column: Column) -> Formula | None:
    """How a column of a table of a view is worked out; None where it shows a field, or says what the row is."""
    where = (LIKE.get(view, view), table)
    group = GROUPS.get(where) if column.kind is Kind.NUMBER else None
    return HOW.get(where, {}).get(column.key, group)


def _how(formula: Formula, inputs: Mapping[str, str]) -> str:
    if not formula.figures:
        return formula.words
    try:
        return f"{formula.words}: {formula.figures.format_map(inputs)}"
    except KeyError:
        return formula.words


def _inputs(columns: Sequence[Column], cells: Mapping[str, Cell]) -> dict[str, str]:
    """The cells in words, and the figures that stand behind a difference."""
    words = {column.key: said(cells[column.key], column.kind) for column in columns}
    share, change = cells.get("share"), cells.get("change")
    if isinstance(share, float) and isinstance(change, float):
        words["earlier"] = said(share - change, Kind.SHARE)
    votes, margin = cells.get("votes"), cells.get("margin")
    if isinstance(votes, int | float) and isinstance(margin, int | float):
        words["other"] = said(votes - margin, Kind.NUMBER)
    return {key: text for key, text in words.items() if text}


def said(cell: Cell, kind: Kind) -> str:
    """A cell in words; blank where it says nothing."""
    if cell is None or cell == ():
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Faction):
        return cell.label
    if isinstance(cell, tuple):
        return "; ".join(
            one if isinstance(one, str) else one.label if isinstance(one, Faction) else one.person
            for one in cell
        )
    if isinstance(cell, str):
        return written(cell) if kind is Kind.DATE else cell
    if kind in (Kind.SHARE, Kind.POINTS):
        return as_percent(cell) if kind is Kind.SHARE else signed(cell, 1)
    return signed(cell) if kind is Kind.SIGNED else f"{plain_number(cell):,}"
