"""Which fields of the record a column of a view shows: from the facts of a row, and the key of the column, to the fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import dropwhile, takewhile
from typing import Final, TypeAlias

from db.view import Fact, Row

Named: TypeAlias = tuple[str, ...]

OF_TABLE: Final[Mapping[str, Mapping[str, Named]]] = {
    "candidacy": {
        "rank": ("rank",), "person": ("name_as_printed",), "slate": ("slate",), "votes": ("votes",), "share": ("share", "votes"),
        "outcome": ("outcome",), "sitting": ("sitting",), "endorsements": ("endorsements",), "nominations": ("nominations",),
        "threshold": ("nominations",), "stage": ("elected_stage",), "description": ("description",), "margin": ("votes",),
        "change": ("votes",),
        "elected": ("outcome",), "success": ("outcome",), "faction": ("slate",), "gap": ("votes",),
    },
    "contest": {
        "date": ("date",), "kind": ("kind",), "status": ("status",), "seats": ("seats",), "votes": ("valid_votes",),
        "unit": ("unit",), "round": ("round",), "electorate": ("electorate",), "ballots": ("ballots",),
        "turnout": ("turnout",), "quota": ("quota",), "method": ("method",),
    },
    "term": {
        "since": ("start",), "until": ("end",), "gained": ("how_gained",), "ended": ("why_ended",),
        "represents": ("represents",), "voting": ("voting",),
    },
    "division": {
        "date": ("date",), "until": ("date_end",), "kind": ("kind",), "subject": ("subject",), "for": ("for",),
        "against": ("against",), "abstaining": ("abstaining",), "members": ("total_members",), "total": ("total_members",),
    },
    "division_vote": {
        "vote": ("vote",), "represents": ("represents",), "leaning": ("leaning",), "role": ("role",),
    },
    "alignment": {"date": ("date",), "leaning": ("leaning",)},
    "event": {"date": ("date",), "kind": ("kind",), "words": ("words",)},
    "faction": {
        "name": ("name",), "kind": ("kind",), "wing": ("wing",), "founded": ("founded",), "dissolved": ("dissolved",),
    },
    "membership": {"since": ("valid_from",), "until": ("valid_to",)},
    "rule": {"seats": ("seats",), "method": ("method",), "electorate": ("electorate",)},
    "stage": {"stage": ("stage",), "action": ("action",), "votes": ("votes",), "transfer": ("transfer",)},
    "vacancy": {"since": ("start",), "until": ("end",), "reason": ("reason",)},
    "source": {"publisher": ("publisher",), "title": ("title",), "date": ("date",), "author": ("author",)},
}  # fmt: skip
"""What the keys of columns mean wherever a row rests on such a fact."""

_COUNTED: Final[Mapping[str, tuple[str, Named]]] = {
    "candidates": ("candidacy", ("slate",)),
    "votes": ("candidacy", ("votes", "slate")),
    "share": ("candidacy", ("votes", "slate")),
    "change": ("candidacy", ("votes", "slate")),
    "seats": ("candidacy", ("outcome", "slate")),
}
"""Candidacies counted by their slates; shares of slates are of votes, and no published share bears on them."""

OF_VIEW: Final[Mapping[tuple[str, str], Mapping[str, tuple[str, Named]]]] = {
    ("contest", "slates"): _COUNTED,
    ("measures", "votes"): _COUNTED,
    ("faction", ""): {
        "candidates": ("candidacy", ("slate",)), "elected": ("candidacy", ("outcome", "slate")),
        "votes": ("candidacy", ("votes", "slate")), "share": ("candidacy", ("votes", "slate")),
    },
    ("ladder", ""): dict.fromkeys(("gap", "share", "needed", "moved", "swing"), ("candidacy", ("votes",))),
}  # fmt: skip
"""What they mean in tables (`view`, key of the further table or blank) where that is something else."""

ONLY: Final[Mapping[tuple[str, str], frozenset[str]]] = {
    ("composition", ""): frozenset(),
    ("timeline", ""): frozenset({"date"}),
    ("changes", ""): frozenset(),
    ("changes", "net"): frozenset(),
    ("contest", "slates"): frozenset(_COUNTED),
    ("contest", "backed"): frozenset(),
    ("measures", ""): frozenset(),
    ("measures", "votes"): frozenset(_COUNTED),
    ("measures", "power"): frozenset(),
    ("measures", "coalitions"): frozenset(),
    ("ladder", ""): frozenset({"date", "gap", "share", "needed", "moved", "swing"}),
    ("scheme", ""): frozenset(),
    ("scheme", "counts"): frozenset(),
    ("schemes", ""): frozenset(),
    ("scenarios", ""): frozenset(),
    ("factions", ""): frozenset({"name", "kind", "wing", "founded", "dissolved"}),
}
"""Tables of which no other columns show a field: the same words there mean what was worked out."""

OF_ROW: Final[Mapping[tuple[str, str], Mapping[str, Named]]] = {
    ("contest", "facts"): {
        "Status": ("status",), "Nominations": ("nominations_open", "nominations_close"),
        "Nominations needed": ("nominations_needed",), "Ballot": ("ballot_open", "ballot_close"), "Declared": ("date",),
        "Expected": ("date",), "Seats": ("seats",), "Method": ("method",), "Rule on who is elected": ("quota_rule",),
        "Figures are": ("unit",), "Votes": ("valid_votes",), "Ballots": ("ballots",),
        "Electorate": ("electorate", "electorate_words"), "Turnout": ("turnout",), "Quota": ("quota",),
        "Held with": ("round",),
    },
    ("division", "figures"): {"for": ("for",), "against": ("against",), "abstaining": ("abstaining",)},
}  # fmt: skip
"""Tables whose rows are the fields: what each row shows, by its key."""

LIKE: Final = {"brief": "contest"}
"""Views that have the columns and tables of another one."""

VALUES: Final = frozenset({"value", "published"})
"""The columns of those tables that show it."""


def shown(view: str, table: str, column: str, row: Row) -> tuple[tuple[Fact, str], ...]:
    """The fields that a cell shows, each with the row of the record that has it.

    The nearest fact that has such a field is the one; of a total it is all that are counted.

    Args:
        view: name of the view.
        table: key of the further table; blank for the main one.
        column: key of the column.
        row: with its facts.
    """
    view = LIKE.get(view, view)
    if column not in ONLY.get((view, table), frozenset({column})):
        return ()
    if (of_row := OF_ROW.get((view, table))) is not None:
        names = of_row.get(row.key, ()) if column in VALUES else ()
        return _of(row.facts[:1], names)
    if (meant := OF_VIEW.get((view, table), {}).get(column)) is not None:
        return _of(_counted(row, meant[0]), meant[1])
    for fact in row.facts:
        if column in OF_TABLE.get(fact.table, {}):
            return _of([fact], OF_TABLE[fact.table][column])
    return ()


def _counted(row: Row, table: str) -> Iterable[Fact]:
    """The rows of a table that are counted: they stand together, before what they are held against."""
    later = dropwhile(lambda fact: fact.table != table, row.facts)
    return takewhile(lambda fact: fact.table == table, later)


def _of(facts: Iterable[Fact], names: Named) -> tuple[tuple[Fact, str], ...]:
    return tuple((fact, name) for fact in facts for name in names)
