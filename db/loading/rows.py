"""Each kind of row on its way into its table: keys become ids, columns get the names they have there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from db import records
from db.errors import BadRecord

if TYPE_CHECKING:
    from db.loading import Keyed

Values = dict[str, Any]


def fields_of(record: records.Record, *names: str) -> Values:
    """Some fields of a record, as columns of a row."""
    return {name: getattr(record, name) for name in names}


def _source(loading: Keyed, row: records.Source) -> None:
    values = fields_of(row, "publisher", "title", "address", "date", "author", "kind")
    loading.put("source", row, {"key": row.source} | values)


def _body(loading: Keyed, row: records.Body) -> None:
    loading.put("body", row, {"key": row.body} | fields_of(row, "name", "short", "parent"))


def _section(loading: Keyed, row: records.Section) -> None:
    values = {"body_id": loading.find("body", row.body, "body"), "key": row.section}
    values |= fields_of(row, "name", "full_name", "position") | {
        "parent_id": loading.section(row.body, row.parent, "parent")
    }
    loading.put("section", row, values)


def _rule(loading: Keyed, row: records.Rule) -> None:
    names = (
        "valid_from",
        "valid_to",
        "seats",
        "voting",
        "electorate",
        "method",
        "quota_rule",
        "term_years",
        "basis",
    )
    loading.put("rule", row, {"section_id": loading.section(row.body, row.section)} | fields_of(row, *names))


def _round(loading: Keyed, row: records.Round) -> None:
    loading.put("round", row, {"key": row.round} | fields_of(row, "name", "date"))


def _contest(loading: Keyed, row: records.Contest) -> None:
    values: Values = {"key": row.contest, "body_id": loading.find("body", row.body, "body")}
    values |= {
        "section_id": loading.section(row.body, row.section),
        "round_id": loading.maybe("round", row.round, "round"),
    }
    own = ("contest", "body", "section", "round", "sources", "note")
    values |= fields_of(row, *(name for name in row.__struct_fields__ if name not in own))
    loading.put("contest", row, values)


def _person(loading: Keyed, row: records.Person) -> None:
    values = {"key": row.person} | fields_of(row, "name", "sort_name", "gender")
    number = loading.put("person", row, values)
    for source in filter(None, row.gender_sources.split(";")):
        loading.cite("person", number, source.strip(), field="gender", value=row.gender)


def _alias(loading: Keyed, row: records.Alias) -> None:
    loading.put("alias", row, {"person_id": loading.find("person", row.person, "person"), "name": row.name})


def _faction(loading: Keyed, row: records.Faction) -> None:
    names = ("name", "short", "sign", "colour", "kind", "wing", "founded", "dissolved", "slot", "position")
    loading.put("faction", row, {"key": row.faction} | fields_of(row, *names))


def _faction_alias(loading: Keyed, row: records.FactionAlias) -> None:
    values = {"faction_id": loading.find("faction", row.faction, "faction"), "alias": row.alias}
    loading.put("faction_alias", row, values)


def _membership(loading: Keyed, row: records.Membership) -> None:
    values: Values = {"faction_id": loading.find("faction", row.faction, "faction")}
    values |= {"umbrella_id": loading.find("faction", row.member_of, "member_of")} | fields_of(
        row, "valid_from", "valid_to"
    )
    loading.put("membership", row, values)


def _candidacy(loading: Keyed, row: records.Candidacy) -> None:
    values: Values = {
        "contest_id": loading.find("contest", row.contest, "contest"),
        "person_id": loading.find("person", row.person, "person"),
        "slate_id": loading.maybe("faction", row.slate, "slate"),
        "published_share": row.share,
    }
    names = (
        "name_as_printed",
        "description",
        "votes",
        "rank",
        "outcome",
        "elected_stage",
        "sitting",
        "slate_label",
    )
    values |= fields_of(row, *names, "nominations", "basis")
    loading.put("candidacy", row, values)


def _endorsement(loading: Keyed, row: records.Endorsement) -> None:
    values: Values = {"candidacy_id": loading.find("candidacy", f"{row.contest}/{row.person}", "person")}
    values |= {"faction_id": loading.find("faction", row.faction, "faction")} | fields_of(
        row, "sought", "basis"
    )
    loading.put("endorsement", row, values)


def _stage(loading: Keyed, row: records.Stage) -> None:
    values: Values = {"contest_id": loading.find("contest", row.contest, "contest")}
    values |= {"person_id": loading.maybe("person", row.person, "person")}
    loading.put("stage", row, values | fields_of(row, "stage", "action", "votes", "transfer"))


def _term(loading: Keyed, row: records.Term) -> None:
    values: Values = {
        "section_id": loading.section(row.body, row.section),
        "person_id": loading.find("person", row.person, "person"),
        "contest_id": loading.maybe("contest", row.contest, "contest"),
        "ended_by": loading.maybe("contest", row.ended_by, "ended_by"),
        "replaces": loading.maybe("person", row.replaces, "replaces"),
    }
    values |= fields_of(row, "start", "end", "how_gained", "why_ended", "represents", "voting", "basis")
    loading.put("term", row, values)


def _vacancy(loading: Keyed, row: records.Vacancy) -> None:
    values: Values = {"section_id": loading.section(row.body, row.section)}
    values |= {"person_id": loading.maybe("person", row.person, "person")}
    loading.put("vacancy", row, values | fields_of(row, "start", "end", "reason", "basis"))


def _alignment(loading: Keyed, row: records.Alignment) -> None:
    values: Values = {
        "person_id": loading.find("person", row.person, "person"),
        "date": row.date,
        "leaning": row.leaning,
    }
    values |= {
        "section_id": loading.section(row.body, row.section),
        "faction_id": loading.maybe("faction", row.faction, "faction"),
    }
    loading.put("alignment", row, values)


def _division(loading: Keyed, row: records.Division) -> None:
    values: Values = {"key": row.division, "body_id": loading.find("body", row.body, "body"), "for": row.for_}
    values |= fields_of(row, "date", "date_end", "kind", "subject", "against", "abstaining", "total_members")
    loading.put("division", row, values)
    loading.bodies[row.division] = row.body


def _division_vote(loading: Keyed, row: records.DivisionVote) -> None:
    values: Values = {"division_id": loading.find("division", row.division, "division")}
    values |= {"person_id": loading.find("person", row.person, "person")}
    values |= {"section_id": loading.section(loading.body_of(row.division), row.section)}
    values |= fields_of(row, "represents", "vote", "leaning", "role")
    loading.put("division_vote", row, values)


def _event(loading: Keyed, row: records.Event) -> None:
    values: Values = {"key": row.event, "body_id": loading.find("body", row.body, "body")}
    values |= {"section_id": loading.section(row.body, row.section)} | fields_of(row, "date", "kind", "words")
    number = loading.put("event", row, values)
    for person in dict.fromkeys(one.strip() for one in row.persons.split(";") if one.strip()):
        found = loading.find("person", person, "persons")
        loading.link(number, found)


def _identifier(loading: Keyed, row: records.Identifier) -> None:
    entity = TABLES[row.table]
    values = {"entity": entity, "entity_id": loading.find(entity, row.row, "row")}
    loading.put("identifier", row, values | fields_of(row, "scheme", "value"))


def _former_key(loading: Keyed, row: records.FormerKey) -> None:
    if loading.is_taken(row.key):
        raise BadRecord(f"{loading.place}, column key: found {row.key!r}, expected a key that no person has.")
    loading.put(
        "former_key", row, {"key": row.key, "person_id": loading.find("person", row.person, "person")}
    )


def _distinction(loading: Keyed, row: records.Distinction) -> None:
    one, other = sorted((row.person, row.other))
    ids = sorted((loading.find("person", row.person, "person"), loading.find("person", row.other, "other")))
    if ids[0] == ids[1]:
        raise BadRecord(f"{loading.place}, column other: found {row.other!r}, expected somebody else.")
    same = records.Distinction(person=one, other=other, sources=row.sources, note=row.note)
    loading.put("distinction", same, {"person_id": ids[0], "other_id": ids[1]})


def _layout(loading: Keyed, row: records.Layout) -> None:
    loading.put("layout", row, fields_of(row, "headings", "roles"))


BETWEEN = re.compile(r"\s*([>=])\s*")
"""What stands between the preferences of a ballot."""


def _ballot(loading: Keyed, row: records.Ballot) -> None:
    """In the database a preference is the id of a candidacy, and there are no blanks."""
    parts = BETWEEN.split(row.preferences)
    for place in range(0, len(parts), 2):
        parts[place] = str(loading.find("candidacy", f"{row.contest}/{parts[place]}", "preferences"))
    contest = loading.find("contest", row.contest, "contest")
    loading.put("ballot", row, {"contest_id": contest, "papers": row.papers, "preferences": "".join(parts)})


def named_row(loading: Keyed, file: str, name: str) -> tuple[str, int]:
    """The table and the id of a row that the columns `table` and `row` name.

    Raises:
        BadRecord: there is no such file, or it has no such row.
    """
    table = TABLES.get(file)
    if table is None:
        raise BadRecord(
            f"{loading.place}, column table: found {file!r}, expected one of {', '.join(TABLES)}."
        )
    return table, loading.find(table, name, "row")


def _citation(loading: Keyed, row: records.Citation) -> None:
    table, number = named_row(loading, row.table, row.row)
    loading.cite(
        table, number, row.source, **fields_of(row, "field", "value", "place", "chosen", "reason", "note")
    )


TABLES = {
    "sources": "source", "bodies": "body", "sections": "section", "rules": "rule", "rounds": "round", "contests": "contest",
    "persons": "person", "aliases": "alias", "former_keys": "former_key", "distinctions": "distinction",
    "factions": "faction", "faction_aliases": "faction_alias", "memberships": "membership", "identifiers": "identifier",
    "candidacies": "candidacy", "endorsements": "endorsement", "stages": "stage", "ballots": "ballot", "terms": "term",
    "alignments": "alignment", "divisions": "division", "division_votes": "division_vote", "events": "event",
    "layouts": "layout", "vacancies": "vacancy", "schemes": "scheme", "blocs": "bloc", "bloc_members": "bloc_member",
    "scenarios": "scenario", "assumptions": "assumption", "claims": "claim", "explanations": "explanation",
}  # fmt: skip
"""Files whose rows a citation can name, and their tables."""

STORING: dict[type[records.Record], Callable[[Keyed, Any], None]] = {
    records.Source: _source, records.Body: _body, records.Section: _section, records.Rule: _rule,
    records.Round: _round, records.Contest: _contest, records.Person: _person, records.Alias: _alias,
    records.FormerKey: _former_key, records.Distinction: _distinction, records.Faction: _faction,
    records.FactionAlias: _faction_alias, records.Membership: _membership, records.Identifier: _identifier,
    records.Candidacy: _candidacy, records.Endorsement: _endorsement, records.Stage: _stage, records.Ballot: _ballot,
    records.Term: _term, records.Vacancy: _vacancy, records.Alignment: _alignment, records.Division: _division,
    records.DivisionVote: _division_vote, records.Event: _event, records.Layout: _layout, records.Citation: _citation,
}  # fmt: skip
"""How each kind of fact is stored; `db.loading.views` says it of schemes and scenarios, `db.loading.claims` of claims."""
