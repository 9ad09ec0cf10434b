"""The tables of one division: who voted how, how groups split, the published figures, who is missing on either side."""

from __future__ import annotations

from db.lens import Lens, Place
from db.measures.tally import Side, Split
from db.reading.citations import Citations
from db.reading.counting.grouping import Grouping
from db.reading.disputes.wording import stated_besides
from db.reading.divisions.roll import Member, Roll
from db.reading.factions import Factions
from db.reading.facts import facts, together
from db.view import SEVERAL, Cell, Column, Fact, Faction, Kind, Row, Table, Tone


def columns(label: str) -> tuple[Column, ...]:
    """The columns of the members, one of them with the name of the grouping."""
    return (
        Column("person", "Person"),
        Column("group", label, Kind.FACTIONS),
        Column("vote", "Vote"),
        Column("broke", "Broke", Kind.FLAG, optional=True),
        Column("section", "Section"),
        Column("represents", "Represents", optional=True, wide=True),
        Column("leaning", "Said to be", optional=True, wide=True),
        Column("role", "Role", optional=True, wide=True),
        Column("note", "Note", optional=True, wide=True),
    )


def group_columns(label: str) -> tuple[Column, ...]:
    """The columns of the groups."""
    return (
        Column("group", label, Kind.FACTION),
        Column("votes", "Votes", Kind.NUMBER),
        Column("for", "For", Kind.NUMBER, optional=True),
        Column("against", "Against", Kind.NUMBER, optional=True),
        Column("abstaining", "Abstaining", Kind.NUMBER, optional=True),
        Column("absent", "Absent", Kind.NUMBER, optional=True),
        Column("unnamed", "Not named", Kind.NUMBER, optional=True),
        Column("line", "Majority", optional=True),
        Column("for_least", "For ≥", Kind.NUMBER, optional=True),
        Column("for_most", "For ≤", Kind.NUMBER, optional=True),
        Column("against_least", "Against ≥", Kind.NUMBER, optional=True),
        Column("against_most", "Against ≤", Kind.NUMBER, optional=True),
    )


FIGURES = (
    Column("side", "Side"),
    Column("published", "Published", Kind.NUMBER),
    Column("named", "By name", Kind.NUMBER, optional=True),
    Column("unnamed", "Not named", Kind.NUMBER, optional=True),
    Column("record", "On record", Kind.NUMBER, optional=True),
    Column("disputed", "Also stated", optional=True),
)

_ORDER = {Side.FOR: 0, Side.AGAINST: 1, Side.ABSTAINING: 2, Side.ABSENT: 3}


def in_order(roll: Roll) -> list[Member]:
    """Everybody who is listed or sat that day: by vote, then by group."""
    return sorted(roll.members, key=lambda one: _order(one, roll.grouping))


def member_rows(roll: Roll, everybody: list[Member], citations: Citations) -> tuple[Row, ...]:
    """A row for each of them."""
    seen: dict[str, int] = {}
    rows = []
    for one in everybody:
        row = _member_row(one, roll, citations)
        seen[row.key] = seen.get(row.key, 0) + 1
        key = row.key if seen[row.key] == 1 else f"{row.key}/{seen[row.key]}"
        rows.append(row._replace(key=key))
    return tuple(rows)


def _order(one: Member, grouping: Grouping) -> tuple[int, int, float, str, str]:
    rank = _ORDER[one.side] if one.side else 4 + (one.entry is None)
    group = min((grouping.order(group) for group in one.leaning.groups), default=(1e9, ""))
    name = one.seat.sort_name if one.seat else one.entry.sort_name if one.entry else ""
    return (rank, one.seat is None, *group, name)


def _member_row(one: Member, roll: Roll, citations: Citations) -> Row:
    seat, entry, broke = one.seat, one.entry, roll.broke(one)
    person, key = _person(one)
    cells = (
        person, one.leaning.groups, entry.vote if entry else "", broke, _section(one), _represents(one) or None,
        (entry.leaning or None) if entry else None, (entry.role or None) if entry else None, _note(one, citations) or None,
    )  # fmt: skip
    tone = Tone.NOTABLE if broke else Tone.PLAIN if one.side else Tone.FAINT
    opens = Place("candidate", Lens(person=key)) if _real(one) else None
    keys = _keys(one, roll.grouping)
    place = seat.section if seat else entry.section if entry else ""
    date, rests = roll.balance.chamber.date or None, roll.facts_of(one)
    return Row(f"{key}/{place or ''}", cells, opens, keys, date, tone, facts=rests)


def _person(one: Member) -> tuple[str, str]:
    if one.seat is not None:
        return one.seat.person_name, one.seat.person_key
    return (one.entry.person_name, one.entry.person_key) if one.entry else ("", "")


def _real(one: Member) -> bool:
    return one.seat is None or one.seat.person > 0


def _keys(one: Member, grouping: Grouping) -> frozenset[str]:
    keys = frozenset({one.seat.faction.key if one.seat else grouping.unknown.key})
    return keys.union(*(grouping.keys(group) for group in one.leaning.groups))


def _note(one: Member, citations: Citations) -> str:
    parts = []
    if one.again:
        parts.append("listed more than once")
    elif one.seat is None:
        parts.append("holds no seat on record that day")
    elif not one.seat.voting:
        parts.append("suspended" if one.seat.suspended else "without a vote")
    if one.entry:
        parts.append(citations.explained(one.entry.note))
    return "; ".join(filter(None, parts))


def group_table(roll: Roll, lens: Lens, factions: Factions, everybody: list[Member]) -> Table:
    """How each group split as far as named, and between which bounds the rest lies."""
    grouping, date = roll.grouping, roll.balance.chamber.date or None
    parties = [(one.group, one.split, str(one.line or "")) for one in roll.parties if one.split.votes]
    parties += [(SEVERAL, roll.torn, "")] if roll.torn.votes else []
    parties += [(grouping.unknown, roll.unknown, "")] if roll.unknown.votes else []
    within: dict[str, list[Member]] = {}
    for one in everybody:
        for group in _rows_of(one, grouping):
            within.setdefault(group.key, []).append(one)
    rows = []
    for group, split, line in parties:
        members = within.get(group.key, [])
        keys = grouping.keys(group).union(*(_keys(one, grouping) for one in members))
        if lens.factions and not factions.covers(lens.factions, keys, date):
            continue
        bounds: list[Cell] = []
        for side in (Side.FOR, Side.AGAINST):
            found = roll.bounds(side, split)
            bounds += [None, None] if found is None else [*found]
        cells = (group, *_counts(split, roll), line or None, *bounds)
        tone, rests = Tone.STRONG if line else Tone.PLAIN, together(*(one.facts for one in members))
        rows.append(Row(group.key, cells, None, keys, date, tone, facts=rests))
    return Table("groups", "How the groups voted", group_columns(grouping.label), tuple(rows))


def _rows_of(one: Member, grouping: Grouping) -> tuple[Faction, ...]:
    """The rows of the table of groups that somebody is counted in."""
    return one.groups or ((SEVERAL,) if one.leaning.groups else (grouping.unknown,))


def _counts(split: Split, roll: Roll) -> tuple[Cell, ...]:
    """Votes, and how they were cast by name; where no list is published nobody is known to have cast none."""
    if not roll.listed:
        return (split.votes, None, None, None, None, split.unnamed)
    rare = (split.of(side) or None for side in (Side.ABSTAINING, Side.ABSENT))
    against = None if roll.one_sided else split.against
    return (split.votes, split.for_, against, *rare, split.unnamed)


def figure_table(roll: Roll, citations: Citations) -> Table:
    """The published figures beside those of the list, with what other sources state."""
    one, whole, chamber = roll.division, roll.whole, roll.balance.chamber
    published_in = Fact("division", one.id)
    others = stated_besides(citations, [published_in])[published_in]
    rows: list[Row] = []
    for side in Side:
        published, named = one.figures.of(side), whole.of(side)
        if published is None and not named:
            continue
        rest = None if published is None else published - named
        clash = rest is not None and rest < 0
        stated = "; ".join(words for words in others if words.startswith(f"{side} "))
        by_name = (named, None if clash else rest) if roll.listed else (None, None)
        cells = (side.value, published, *by_name, None, stated or None)
        tone = Tone.NOTABLE if stated or clash else Tone.PLAIN
        voted = facts("division_vote", (each.entry.id for each in roll.on(side) if each.entry))
        rows.append(Row(side.value, cells, tone=tone, facts=together([published_in], voted)))
    if one.members is not None or chamber.total:
        votes = chamber.votes if chamber.total else None
        whole_row = ("votes in all", one.members, whole.named if roll.listed else None, None, votes, None)
        seated = (each.seat.facts for each in roll.members if each.seat)
        rows.append(Row("members", whole_row, facts=together([published_in], *seated)))
    sided = tuple(f"{side} " for side in Side)
    rest_words = [words for words in others if not words.startswith(sided)]
    rows += [
        Row(
            f"stated-{at}",
            ("also stated", None, None, None, None, words),
            tone=Tone.NOTABLE,
            facts=(published_in,),
        )
        for at, words in enumerate(rest_words)
    ]
    return Table("figures", "Published and named", FIGURES, tuple(rows))


MISSING = (
    Column("person", "Person"),
    Column("group", "Counted with", Kind.FACTIONS),
    Column("section", "Section"),
    Column("represents", "Represents", optional=True),
    Column("since", "Since", Kind.DATE, optional=True),
    Column("vote", "Vote", optional=True),
)


def missing_tables(roll: Roll, lens: Lens, factions: Factions, everybody: list[Member]) -> tuple[Table, ...]:
    """Holders on record whom the list does not have, and persons in the list who hold no seat on record."""
    unlisted, strangers = set(map(id, roll.unlisted)), set(map(id, roll.strangers))
    return (
        _missing_table(
            "unlisted", "On record that day, not in the list", unlisted, roll, lens, factions, everybody
        ),
        _missing_table(
            "strangers", "In the list, not on record that day", strangers, roll, lens, factions, everybody
        ),
    )


def _missing_table(
    key: str,
    title: str,
    wanted: set[int],
    roll: Roll,
    lens: Lens,
    factions: Factions,
    everybody: list[Member],
) -> Table:
    date = roll.balance.chamber.date or None
    rows: list[Row] = []
    for one in everybody:
        keys = _keys(one, roll.grouping)
        if id(one) not in wanted or (lens.factions and not factions.covers(lens.factions, keys, date)):
            continue
        person, person_key = _person(one)
        section, represents = _section(one), _represents(one)
        since, vote = one.seat.since if one.seat else None, one.entry.vote if one.entry else None
        cells = (person, one.leaning.groups, section, represents or None, since, vote or None)
        opens = Place("candidate", Lens(person=person_key)) if _real(one) else None
        rows.append(Row(f"{person_key}-{len(rows)}", cells, opens, keys, date, facts=one.facts))
    return Table(key, title, MISSING, tuple(rows))


def _section(one: Member) -> str:
    listed = one.entry.section_name if one.entry else ""
    return listed or (one.seat.section_name if one.seat else "")


def _represents(one: Member) -> str:
    listed = one.entry.represents if one.entry else ""
    return listed or (one.seat.represents if one.seat else "")
