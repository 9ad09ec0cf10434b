"""Storing records: keys become ids, references are checked, and every source named by a row becomes a citation.

All of it in one transaction; what follows from the rows (shares, terms, search) is derived at its end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from sqlite_utils import Database

from db import records
from db.derivation import derive
from db.errors import BadRecord

Values = dict[str, Any]


class Placed(Protocol):
    """A record and where it stands in its source."""

    @property
    def file(self) -> str:
        """Name of the file."""

    @property
    def line(self) -> int:
        """Number of the line, from 1."""

    @property
    def record(self) -> records.Record:
        """The row."""


def load(database: Database, rows: Iterable[Placed]) -> None:
    """Store all rows, or none.

    Raises:
        BadRecord: a row refers to something that is not there, or stands there twice.
    """
    with database.atomic():
        loading = Loading(database)
        for placed in rows:
            loading.add(placed)
        loading.flush()
        derive(database.conn)
    database.execute("ANALYZE")


class Loading:
    """One load in progress: the ids given so far, and the rows that wait to be written."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.ids: dict[str, dict[str, int]] = defaultdict(dict)
        self.counts: dict[str, int] = defaultdict(int)
        self.waiting: dict[str, list[Values]] = defaultdict(list)
        self.bodies: dict[str, str] = {}
        self.place = ""

    def add(self, placed: Placed) -> None:
        """Take one row."""
        self.place = f"{placed.file}, line {placed.line}"
        record = placed.record
        STORING[type(record)](self, record)

    def flush(self) -> None:
        """Write what waits, in the order in which tables refer to each other."""
        for table, rows in self.waiting.items():
            self.database.table(table).insert_all(rows, batch_size=500)
        self.waiting.clear()

    def put(self, table: str, record: records.Record, key: str | None, values: Values) -> int:
        """Queue a row with its citations.

        Args:
            table: where it goes.
            record: the row, for its note and sources.
            key: what other rows call it by, or None where none does.
            values: the columns other than `id` and `note`.

        Returns:
            The id given to it.

        Raises:
            BadRecord: the key is taken.
        """
        self.counts[table] += 1
        number = self.counts[table]
        if key is not None:
            if key in self.ids[table]:
                raise BadRecord(f"{self.place}: found {key!r} a second time; expected every {table} once.")
            self.ids[table][key] = number
        note = {} if table in WITHOUT_NOTE else {"note": record.note}
        self.waiting[table].append({"id": number} | values | note)
        for source in filter(None, record.sources.split(";")):
            self.cite(table, number, source.strip())
        return number

    def cite(self, table: str, number: int, source: str, **values: str | int | None) -> None:
        """Queue a citation of a row."""
        row: Values = {
            "source_id": self.find("source", source, "sources"),
            "entity": table,
            "entity_id": number,
        }
        blank = dict.fromkeys(("field", "value", "place", "chosen", "note"))
        self.waiting["citation"].append(row | blank | values)

    def find(self, table: str, key: str, column: str) -> int:
        """The id of a row by its key.

        Raises:
            BadRecord: there is none.
        """
        number = self.ids[table].get(key)
        if number is None:
            raise BadRecord(
                f"{self.place}, column {column}: found {key!r}, expected the key of a {table} that is in the record."
            )
        return number

    def maybe(self, table: str, key: str | None, column: str) -> int | None:
        """The id of a row by its key, or None for no key."""
        return None if key is None else self.find(table, key, column)

    def section(self, body: str | None, section: str | None, column: str = "section") -> int | None:
        """The id of a section by the keys of its body and its own.

        A committee of a body (`nec-officers`) has members from the sections of the body (`nec`).

        Raises:
            BadRecord: there is none.
        """
        if section is None:
            return None
        wider = [other for other in self.ids["body"] if str(body).startswith(other)]
        for one in [str(body), *sorted(wider, key=len, reverse=True)]:
            if (number := self.ids["section"].get(f"{one}/{section}")) is not None:
                return number
        raise BadRecord(
            f"{self.place}, column {column}: found {section!r}, expected the key of a section of {body!r}."
        )


WITHOUT_NOTE = {"alias"}


def _fields(record: records.Record, *names: str) -> Values:
    return {name: getattr(record, name) for name in names}


def _source(loading: Loading, row: records.Source) -> None:
    values = _fields(row, "publisher", "title", "address", "date", "author", "kind")
    loading.put("source", row, row.source, {"key": row.source} | values)


def _body(loading: Loading, row: records.Body) -> None:
    loading.put("body", row, row.body, {"key": row.body} | _fields(row, "name", "short", "parent"))


def _section(loading: Loading, row: records.Section) -> None:
    values = {"body_id": loading.find("body", row.body, "body"), "key": row.section}
    values |= _fields(row, "name", "full_name", "position") | {
        "parent_id": loading.section(row.body, row.parent, "parent")
    }
    loading.put("section", row, f"{row.body}/{row.section}", values)


def _rule(loading: Loading, row: records.Rule) -> None:
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
    loading.put(
        "rule", row, None, {"section_id": loading.section(row.body, row.section)} | _fields(row, *names)
    )


def _round(loading: Loading, row: records.Round) -> None:
    loading.put("round", row, row.round, {"key": row.round} | _fields(row, "name", "date"))


def _contest(loading: Loading, row: records.Contest) -> None:
    values: Values = {"key": row.contest, "body_id": loading.find("body", row.body, "body")}
    values |= {
        "section_id": loading.section(row.body, row.section),
        "round_id": loading.maybe("round", row.round, "round"),
    }
    own = ("contest", "body", "section", "round", "sources", "note")
    values |= _fields(row, *(name for name in row.__struct_fields__ if name not in own))
    loading.put("contest", row, row.contest, values)


def _person(loading: Loading, row: records.Person) -> None:
    values = {"key": row.person} | _fields(row, "name", "sort_name", "gender")
    number = loading.put("person", row, row.person, values)
    for source in filter(None, row.gender_sources.split(";")):
        loading.cite("person", number, source.strip(), field="gender", value=row.gender)


def _alias(loading: Loading, row: records.Alias) -> None:
    loading.put(
        "alias", row, None, {"person_id": loading.find("person", row.person, "person"), "name": row.name}
    )


def _faction(loading: Loading, row: records.Faction) -> None:
    names = ("name", "short", "sign", "colour", "kind", "wing", "founded", "dissolved", "slot", "position")
    loading.put("faction", row, row.faction, {"key": row.faction} | _fields(row, *names))


def _faction_alias(loading: Loading, row: records.FactionAlias) -> None:
    values = {"faction_id": loading.find("faction", row.faction, "faction"), "alias": row.alias}
    loading.put("faction_alias", row, None, values)


def _membership(loading: Loading, row: records.Membership) -> None:
    values: Values = {"faction_id": loading.find("faction", row.faction, "faction")}
    values |= {"umbrella_id": loading.find("faction", row.member_of, "member_of")} | _fields(
        row, "valid_from", "valid_to"
    )
    loading.put("membership", row, None, values)


def _candidacy(loading: Loading, row: records.Candidacy) -> None:
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
    values |= _fields(row, *names, "nominations", "basis")
    loading.put("candidacy", row, f"{row.contest}/{row.person}", values)


def _endorsement(loading: Loading, row: records.Endorsement) -> None:
    values: Values = {"candidacy_id": loading.find("candidacy", f"{row.contest}/{row.person}", "person")}
    values |= {"faction_id": loading.find("faction", row.faction, "faction")} | _fields(
        row, "sought", "basis"
    )
    loading.put("endorsement", row, None, values)


def _stage(loading: Loading, row: records.Stage) -> None:
    values: Values = {"contest_id": loading.find("contest", row.contest, "contest")}
    values |= {"person_id": loading.maybe("person", row.person, "person")}
    loading.put("stage", row, None, values | _fields(row, "stage", "action", "votes", "transfer"))


def _term(loading: Loading, row: records.Term) -> None:
    values: Values = {
        "section_id": loading.section(row.body, row.section),
        "person_id": loading.find("person", row.person, "person"),
        "contest_id": loading.maybe("contest", row.contest, "contest"),
        "ended_by": loading.maybe("contest", row.ended_by, "ended_by"),
        "replaces": loading.maybe("person", row.replaces, "replaces"),
    }
    values |= _fields(row, "start", "end", "how_gained", "why_ended", "represents", "voting", "basis")
    loading.put("term", row, None, values)
    began = row.start or row.contest or row.end or ""
    loading.ids["term"].setdefault(f"{row.body}/{row.section}/{row.person}/{began}", loading.counts["term"])


def _alignment(loading: Loading, row: records.Alignment) -> None:
    values: Values = {
        "person_id": loading.find("person", row.person, "person"),
        "date": row.date,
        "leaning": row.leaning,
    }
    values |= {
        "section_id": loading.section(row.body, row.section),
        "faction_id": loading.maybe("faction", row.faction, "faction"),
    }
    loading.put("alignment", row, None, values)


def _division(loading: Loading, row: records.Division) -> None:
    values: Values = {"key": row.division, "body_id": loading.find("body", row.body, "body"), "for": row.for_}
    values |= _fields(row, "date", "date_end", "kind", "subject", "against", "abstaining", "total_members")
    loading.put("division", row, row.division, values)
    loading.bodies[row.division] = row.body


def _division_vote(loading: Loading, row: records.DivisionVote) -> None:
    values: Values = {"division_id": loading.find("division", row.division, "division")}
    values |= {"person_id": loading.find("person", row.person, "person")}
    values |= {"section_id": loading.section(loading.bodies[row.division], row.section)}
    values |= _fields(row, "represents", "vote", "leaning", "role")
    loading.put("division_vote", row, None, values)


def _event(loading: Loading, row: records.Event) -> None:
    values: Values = {"key": row.event, "body_id": loading.find("body", row.body, "body")}
    values |= {"section_id": loading.section(row.body, row.section)} | _fields(row, "date", "kind", "words")
    number = loading.put("event", row, row.event, values)
    for person in filter(None, row.persons.split(";")):
        found = loading.find("person", person.strip(), "persons")
        loading.waiting["event_person"].append({"event_id": number, "person_id": found})


def _citation(loading: Loading, row: records.Citation) -> None:
    table = TABLES.get(row.table)
    if table is None:
        raise BadRecord(
            f"{loading.place}, column table: found {row.table!r}, expected one of {', '.join(TABLES)}."
        )
    number = loading.find(table, row.row, "row")
    loading.cite(table, number, row.source, **_fields(row, "field", "value", "place", "chosen", "note"))


TABLES = {
    "bodies": "body", "sections": "section", "rounds": "round", "contests": "contest", "persons": "person",
    "factions": "faction", "candidacies": "candidacy", "terms": "term", "divisions": "division", "events": "event",
}  # fmt: skip
"""Files whose rows a citation can name, and their tables."""

STORING: dict[type[records.Record], Callable[[Loading, Any], None]] = {
    records.Source: _source, records.Body: _body, records.Section: _section, records.Rule: _rule,
    records.Round: _round, records.Contest: _contest, records.Person: _person, records.Alias: _alias,
    records.Faction: _faction, records.FactionAlias: _faction_alias, records.Membership: _membership,
    records.Candidacy: _candidacy, records.Endorsement: _endorsement, records.Stage: _stage, records.Term: _term,
    records.Alignment: _alignment, records.Division: _division, records.DivisionVote: _division_vote,
    records.Event: _event, records.Citation: _citation,
}  # fmt: skip
