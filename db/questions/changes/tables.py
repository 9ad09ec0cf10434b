"""The tables under the changes: the net by group, sitting members who stood again, new members."""

from __future__ import annotations

from db.lens import Lens, Place
from db.reading.facts import together
from db.reading.passing.comparison import Comparison
from db.reading.passing.returned import Return, Sitting
from db.view import Column, Kind, Row, Table

RETURNED = (
    Column("date", "Election", Kind.DATE),
    Column("section", "Section"),
    Column("sitting", "Sitting", Kind.NUMBER),
    Column("stood", "Stood again", Kind.NUMBER),
    Column("returned", "Returned", Kind.NUMBER),
    Column("rate", "Return rate", Kind.SHARE),
    Column("beaten", "Not returned", Kind.NAMES, optional=True),
    Column("retired", "Did not stand again", Kind.NAMES, optional=True),
    Column("undecided", "Outcome not known", Kind.NAMES, optional=True),
)

NEW = (
    Column("person", "New member"),
    Column("section", "Section"),
    Column("faction", "Slate", Kind.FACTION),
    Column("group", "Counted with", Kind.FACTIONS, optional=True),
    Column("since", "Since", Kind.DATE),
    Column("reason", "How", optional=True),
    Column("again", "Sat before", Kind.FLAG),
)


def net_table(compared: Comparison) -> Table:
    """Seats of both days by group; slates by what was their outermost umbrella when the seat was won."""
    netting, grouping, factions = compared.netting, compared.sides.grouping, compared.assembly.factions
    date, chosen = compared.later.date, compared.lens.factions
    columns = (
        Column("faction", grouping.label, Kind.FACTION),
        Column("before", "Before", Kind.NUMBER),
        Column("after", "After", Kind.NUMBER),
        Column("change", "Net", Kind.SIGNED),
        Column("least", "At least", Kind.SIGNED, optional=True),
        Column("most", "At most", Kind.SIGNED, optional=True),
    )
    rows = []
    for one in netting.groups():
        keys = grouping.keys(one.group) | {one.group.key}
        if not chosen or factions.covers(chosen, keys, date):
            bounds = (None, None) if netting.exact else (one.low, one.high)
            cells = (one.group, one.before, one.after, one.change, *bounds)
            opens, rests = factions.record(one.group.key), netting.facts_of(one.group)
            rows.append(Row(one.group.key, cells, opens, keys, date, facts=rests))
    before, after = netting.unknown()
    unknown = grouping.unknown
    if (before or after) and (not chosen or unknown.key in chosen):
        cells = (unknown, len(before), len(after), len(after) - len(before), None, None)
        rests = together(*(one.facts for one in (*after, *before)))
        rows.append(Row(unknown.key, cells, None, frozenset({unknown.key}), date, facts=rests))
    return Table("net", f"Net by {grouping.label.lower()}", columns, tuple(rows))


def returned_table(compared: Comparison) -> Table:
    """A row a regular election: how many members sat on its eve, stood again, were returned."""
    shown = [some for one in compared.returned if (some := filtered(compared, one)).sitting]
    rows = []
    for one in shown:
        rate = 100 * len(one.returned) / one.decided if one.decided else None
        undecided = tuple(each for each in one.stood if each.returned is None)
        cells = (
            one.held.date, one.section, len(one.sitting), len(one.stood), len(one.returned), rate,
            _names(one.beaten), _names(one.retired or ()), _names(undecided),
        )  # fmt: skip
        rests = together([one.held.fact], *(each.facts for each in one.sitting))
        opens = Place("contest", compared.lens.wide.at(contest=one.held.key, section=None, body=None))
        rows.append(Row(one.held.key, cells, opens, date=one.held.date, facts=rests))
    return Table("returned", "Sitting members at elections", RETURNED, tuple(rows))


def filtered(compared: Comparison, one: Return) -> Return:
    """The sitting members whom the factions switched on let through."""
    if not compared.lens.factions:
        return one
    date = one.held.date
    return one.of(frozenset(each.who.person for each in one.sitting if compared.shows(each.who, date)))


def _names(some: tuple[Sitting, ...]) -> tuple[str, ...]:
    return tuple(each.who.person_name for each in some)


def new_table(compared: Comparison) -> Table:
    """Members of the later day who were none on the earlier one, by name."""
    date, by_slate = compared.later.date, compared.by_slate
    rows = []
    for one in compared.new:
        if not compared.shows(one.who, date):
            continue
        who, arrival = one.who, one.arrival
        groups = () if by_slate else compared.sides.of(who, date).groups
        since = arrival.contest.date if arrival.contest else arrival.date
        cells = (
            who.person_name,
            who.section_name,
            who.faction,
            groups,
            since,
            arrival.reason or None,
            one.again,
        )
        rests = together(compared.sides.facts_of(who, date), arrival.facts)
        opens = Place("candidate", Lens(person=who.person_key)) if who.person > 0 else None
        key = f"{who.person_key}/{who.section}"
        rows.append(Row(key, cells, opens, compared.keys(who, date), date, facts=rests))
    return Table("new", "New members", NEW, tuple(rows))
