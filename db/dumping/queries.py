"""How each kind of record is read: its columns, by their names in the files, and the order of the rows.

Derived rows and columns are left out, since a load derives them anew; so are citations of rows that are gone.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from db import records
from db.records import Record

PLAIN: Final = (
    "citation.field IS NULL AND citation.value IS NULL AND citation.place IS NULL AND citation.chosen IS NULL "
    "AND citation.reason IS NULL AND citation.note IS NULL"
)
"""A citation of which only the source is known: a row names it in its column `sources`."""

OF_GENDER: Final = (
    "citation.entity = 'person' AND citation.field = 'gender' AND citation.place IS NULL AND citation.chosen IS NULL "
    "AND citation.note IS NULL AND citation.value IS (SELECT gender FROM person WHERE person.id = citation.entity_id)"
)
"""A citation that a person names in the column `gender_sources`."""

STATED: Final = (
    "NOT (coalesce(term.basis, '') = 'derived' AND term.start IS NULL AND term.\"end\" IS NULL AND term.ended_by IS NULL "
    "AND term.note IS NULL)"
)
"""Terms that somebody stated; `db.derivation.terms` adds the others."""


class Query(NamedTuple):
    """How the rows of one kind are read."""

    kind: type[Record]
    table: str
    joined: str
    """What stands behind FROM, in the order in which the rows come."""
    order: str
    columns: Mapping[str, str] = MappingProxyType({})
    """Columns that are no column of the table, and what they are."""
    where: str = "1"

    def sql(self, condition: str = "1") -> str:
        """The statement: the id, then the columns as `fields` has them."""
        values = ", ".join(self.value(name) for name in fields(self.kind))
        return (
            f"SELECT {self.table}.id, {values} FROM {self.joined} WHERE {self.where} AND {condition} "
            f"ORDER BY {self.order}, {self.table}.id"
        )

    def value(self, name: str) -> str:
        """What a column of the file is in SQL."""
        if name in self.columns:
            return self.columns[name]
        if name == "sources":
            return sources_of(self.table, PLAIN) if self.table != "source" else "''"
        return f'{self.table}."{name.removesuffix("_")}"'


def fields(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a kind of record in the order of its file: its own, then its sources and its note."""
    common = [name for name in ("sources", "note") if name not in kind.WITHOUT]
    return (*(name for name in kind.__struct_fields__ if name not in ("sources", "note")), *common)


def sources_of(table: str, condition: str) -> str:
    """The keys of the sources of a row, as its column `sources` has them, from the citations that meet a condition."""
    return (
        "coalesce((SELECT group_concat(key, ';') FROM (SELECT source.key AS key FROM citation "
        f"JOIN source ON source.id = citation.source_id WHERE citation.entity = '{table}' "
        f"AND citation.entity_id = {table}.id AND {condition} ORDER BY citation.id)), '')"
    )


_PLACE = "JOIN section ON section.id = {0}.section_id JOIN body ON body.id = section.body_id"
_MAYBE = "LEFT JOIN section ON section.id = {0}.section_id"
_BODY, _SECTION, _PERSON, _CONTEST = "body.key", "section.key", "person.key", "contest.key"
_HERE = {"body": _BODY, "section": _SECTION}
_SCHEME = "JOIN scheme ON scheme.id = bloc.scheme_id"
_BLOC = {"scheme": "scheme.key", "bloc": "bloc.key"}
_STOOD = "contest CROSS JOIN candidacy ON candidacy.contest_id = contest.id CROSS JOIN person ON person.id = candidacy.person_id"
_EVENT_PERSONS = (
    "coalesce((SELECT group_concat(key, ';') FROM (SELECT person.key AS key FROM event_person "
    "JOIN person ON person.id = person_id WHERE event_id = event.id ORDER BY person.key)), '')"
)
_ENTITY = "iif(identifier.entity = 'person', person.key, contest.key)"


_DEPTH = (
    "WITH RECURSIVE under (id, depth) AS (SELECT claim.id, 0 UNION SELECT part, depth + 1 FROM under JOIN "
    "(SELECT id AS whole, of_id AS part FROM claim UNION ALL SELECT id, than_id FROM claim) ON whole = under.id "
    "WHERE part IS NOT NULL) SELECT max(depth) FROM under"
)
"""How many claims a claim has under itself, one after the other: it comes after them."""

QUERIES: Final[tuple[Query, ...]] = (
    Query(records.Source, "source", "source", "source.key", {"source": "source.key"}),
    Query(records.Body, "body", "body", "body.key", {"body": _BODY}),
    Query(
        records.Section, "section",
        "body CROSS JOIN section ON section.body_id = body.id LEFT JOIN section AS parent ON parent.id = section.parent_id",
        "body.key, section.position, section.key", _HERE | {"parent": "parent.key"},
    ),
    Query(records.Rule, "rule", f"rule {_PLACE.format('rule')}", "body.key, section.key, rule.valid_from", _HERE),
    Query(records.Round, "round", "round", "round.key", {"round": "round.key"}),
    Query(
        records.Person, "person", "person", _PERSON,
        {"person": _PERSON, "gender_sources": sources_of("person", OF_GENDER)},
    ),
    Query(
        records.Alias, "alias", "alias JOIN person ON person.id = alias.person_id", "person.key, alias.name",
        {"person": _PERSON},
    ),
    Query(
        records.FormerKey, "former_key", "former_key JOIN person ON person.id = former_key.person_id", "former_key.key",
        {"person": _PERSON},
    ),
    Query(
        records.Distinction, "distinction",
        "distinction JOIN person ON person.id = distinction.person_id JOIN person AS other ON other.id = distinction.other_id",
        "min(person.key, other.key), max(person.key, other.key)",
        {"person": "min(person.key, other.key)", "other": "max(person.key, other.key)"},
    ),
    Query(records.Faction, "faction", "faction", "faction.key", {"faction": "faction.key"}),
    Query(
        records.FactionAlias, "faction_alias", "faction_alias JOIN faction ON faction.id = faction_alias.faction_id",
        "faction.key, faction_alias.alias", {"faction": "faction.key"},
    ),
    Query(
        records.Membership, "membership",
        "membership JOIN faction ON faction.id = membership.faction_id JOIN faction AS wider ON wider.id = umbrella_id",
        "faction.key, wider.key, membership.valid_from", {"faction": "faction.key", "member_of": "wider.key"},
    ),
    Query(
        records.Contest, "contest",
        "contest JOIN body ON body.id = contest.body_id JOIN section ON section.id = contest.section_id "
        "LEFT JOIN round ON round.id = contest.round_id",
        _CONTEST, _HERE | {"contest": _CONTEST, "round": "round.key"},
    ),
    Query(
        records.Identifier, "identifier",
        "identifier LEFT JOIN person ON identifier.entity = 'person' AND person.id = identifier.entity_id "
        "LEFT JOIN contest ON identifier.entity = 'contest' AND contest.id = identifier.entity_id",
        f"identifier.entity DESC, {_ENTITY}, scheme, value",
        {"table": "iif(identifier.entity = 'person', 'persons', 'contests')", "row": _ENTITY},
        f"{_ENTITY} IS NOT NULL",
    ),
    Query(
        records.Candidacy, "candidacy", f"{_STOOD} LEFT JOIN faction ON faction.id = candidacy.slate_id",
        "contest.key, person.key",
        {"contest": _CONTEST, "person": _PERSON, "slate": "faction.key", "share": "candidacy.published_share"},
    ),
    Query(
        records.Endorsement, "endorsement",
        f"{_STOOD} CROSS JOIN endorsement ON endorsement.candidacy_id = candidacy.id "
        "CROSS JOIN faction ON faction.id = endorsement.faction_id",
        "contest.key, person.key, faction.key", {"contest": _CONTEST, "person": _PERSON, "faction": "faction.key"},
    ),
    Query(
        records.Stage, "stage",
        "contest CROSS JOIN stage ON stage.contest_id = contest.id LEFT JOIN person ON person.id = stage.person_id",
        "contest.key, stage.stage", {"contest": _CONTEST, "person": _PERSON},
    ),
    Query(
        records.Ballot, "ballot", "contest CROSS JOIN ballot ON ballot.contest_id = contest.id",
        "contest.key, ballot.papers DESC", {"contest": _CONTEST},
    ),
    Query(
        records.Term, "term",
        "body CROSS JOIN section ON section.body_id = body.id CROSS JOIN term ON term.section_id = section.id "
        "CROSS JOIN person ON person.id = term.person_id LEFT JOIN contest ON contest.id = term.contest_id "
        "LEFT JOIN contest AS ending ON ending.id = term.ended_by LEFT JOIN person AS before ON before.id = term.replaces",
        "body.key, section.key",  # then as recorded: it decides who of several left first where nothing else does
        _HERE | {"person": _PERSON, "contest": _CONTEST, "ended_by": "ending.key", "replaces": "before.key"},
        STATED,
    ),
    Query(
        records.Vacancy, "vacancy",
        f"vacancy {_PLACE.format('vacancy')} LEFT JOIN person ON person.id = vacancy.person_id",
        "body.key, section.key, vacancy.start", _HERE | {"person": _PERSON},
    ),
    Query(
        records.Alignment, "alignment",
        f"alignment JOIN person ON person.id = alignment.person_id {_MAYBE.format('alignment')} "
        "LEFT JOIN body ON body.id = section.body_id LEFT JOIN faction ON faction.id = alignment.faction_id",
        "person.key, alignment.date", _HERE | {"person": _PERSON, "faction": "faction.key"},
    ),
    Query(
        records.Division, "division", "division JOIN body ON body.id = division.body_id", "division.key",
        {"division": "division.key", "body": _BODY},
    ),
    Query(
        records.DivisionVote, "division_vote",
        "division CROSS JOIN division_vote ON division_vote.division_id = division.id "
        f"JOIN person ON person.id = division_vote.person_id {_MAYBE.format('division_vote')}",
        "division.key, person.key", {"division": "division.key", "person": _PERSON, "section": _SECTION},
    ),
    Query(
        records.Event, "event", f"event JOIN body ON body.id = event.body_id {_MAYBE.format('event')}", "event.key",
        {"event": "event.key", "body": _BODY, "section": _SECTION, "persons": _EVENT_PERSONS},
    ),
    Query(records.Scheme, "scheme", "scheme", "scheme.key", {"scheme": "scheme.key"}),
    Query(records.Bloc, "bloc", f"bloc {_SCHEME}", "scheme.key, bloc.position, bloc.key", _BLOC),
    Query(
        records.BlocMember, "bloc_member",
        f"bloc_member JOIN bloc ON bloc.id = bloc_id {_SCHEME} LEFT JOIN faction ON faction.id = faction_id "
        "LEFT JOIN person ON person.id = person_id",
        "scheme.key, bloc.position, bloc.key, faction.key, person.key, leaning, valid_from",
        _BLOC | {"faction": "faction.key", "person": _PERSON},
    ),
    Query(records.Scenario, "scenario", "scenario", "scenario.key", {"scenario": "scenario.key"}),
    Query(
        records.Assumption, "assumption",
        f"assumption JOIN scenario ON scenario.id = scenario_id {_MAYBE.format('assumption')} "
        "LEFT JOIN body ON body.id = section.body_id LEFT JOIN person ON person.id = assumption.person_id "
        "LEFT JOIN person AS successor ON successor.id = successor_id LEFT JOIN faction ON faction.id = assumption.faction_id "
        "LEFT JOIN faction AS other ON other.id = other_id LEFT JOIN bloc ON bloc.id = bloc_id "
        "LEFT JOIN scheme ON scheme.id = scheme_id LEFT JOIN contest ON contest.id = assumption.contest_id",
        "scenario.key, assumption.position",
        _HERE | _BLOC | {
            "scenario": "scenario.key", "person": _PERSON, "successor": "successor.key", "faction": "faction.key",
            "other": "other.key", "contest": _CONTEST,
        },
    ),
    Query(
        records.Claim, "claim",
        f"claim {_MAYBE.format('claim')} LEFT JOIN body ON body.id = section.body_id "
        "LEFT JOIN contest ON contest.id = claim.contest_id LEFT JOIN contest AS against ON against.id = claim.against_id "
        "LEFT JOIN round ON round.id = claim.round_id LEFT JOIN division ON division.id = claim.division_id "
        "LEFT JOIN faction ON faction.id = claim.faction_id LEFT JOIN faction AS other ON other.id = claim.other_id "
        "LEFT JOIN bloc ON bloc.id = claim.bloc_id LEFT JOIN bloc AS other_bloc ON other_bloc.id = claim.other_bloc_id "
        "LEFT JOIN scheme ON scheme.id = coalesce(bloc.scheme_id, other_bloc.scheme_id) "
        "LEFT JOIN person ON person.id = claim.person_id LEFT JOIN person AS rival ON rival.id = claim.rival_id "
        "LEFT JOIN claim AS part ON part.id = claim.of_id LEFT JOIN claim AS base ON base.id = claim.than_id",
        f"({_DEPTH}), claim.key",
        _HERE | _BLOC | {
            "claim": "claim.key", "contest": _CONTEST, "against": "against.key", "round": "round.key",
            "division": "division.key", "faction": "faction.key", "other": "other.key", "other_bloc": "other_bloc.key",
            "person": _PERSON, "rival": "rival.key", "of": "part.key", "than": "base.key",
        },
    ),
    Query(records.Layout, "layout", "layout", "layout.headings"),
)  # fmt: skip
"""In the order of `db.records.FILES`; what names rows of any kind comes last, from `db.dumping.records`."""
