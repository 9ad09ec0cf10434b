"""The objects of the file, list by list, each list in the order of its keys.

Fields are those of Popolo's schemas; `start_reason` and `end_reason` are parlparse's.  What Popolo has no field for stands in an
object `slatewatch`.  Fields that nothing is known of are left out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from db.dates import includes, is_date
from importers.popolo.citing import Citing, Values

EXTENSION: Final = "slatewatch"


class Objects:
    """The record of a database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.citing = Citing(connection)

    def persons(self) -> Iterator[Values]:
        """Persons with their other names and what other data sets call them."""
        query = "SELECT id, key, name, sort_name, gender, note FROM person ORDER BY key"
        for number, key, name, sort_name, gender, note in self.connection.execute(query):
            yield self._cited("person", number, {
                "id": key, "name": name, "sort_name": sort_name,
                "gender": {"f": "female", "m": "male"}.get(gender or ""), "biography": note,
                "other_names": self._names("SELECT name FROM alias WHERE person_id = ? ORDER BY name", number),
                "identifiers": self._identifiers("person", number),
            }, {})  # fmt: skip

    def organizations(self) -> Iterator[Values]:
        """Bodies, then factions."""
        query = "SELECT id, key, name, short, parent, note FROM body ORDER BY key"
        for number, key, name, short, parent, note in self.connection.execute(query):
            values = {"id": f"body/{key}", "name": name, "classification": "body", "description": note}
            others = [{"name": short}] if short != name else []
            yield self._cited("body", number, values | {"other_names": others}, {"part_of": parent})
        query = "SELECT id, key, name, kind, wing, founded, dissolved, note FROM faction ORDER BY key"
        for number, key, name, kind, wing, founded, dissolved, note in self.connection.execute(query):
            values = {
                "id": f"faction/{key}", "name": name, "classification": "faction", "description": note,
                "founding_date": _date(founded), "dissolution_date": _date(dissolved),
                "other_names": self._names(
                    "SELECT alias FROM faction_alias WHERE faction_id = ? ORDER BY alias", number
                ),
            }  # fmt: skip
            yield self._cited(
                "faction", number, values, {"kind": kind, "wing": wing, "belongs_to": self._wider(number)}
            )

    def posts(self) -> Iterator[Values]:
        """Sections: the seats of one are one post that several hold."""
        query = """
            SELECT section.id, body.key, section.key, section.name, section.full_name, parent.key FROM section
            JOIN body ON body.id = section.body_id LEFT JOIN section AS parent ON parent.id = section.parent_id
            ORDER BY body.key, section.key
        """
        for number, body, key, name, full_name, parent in self.connection.execute(query):
            values = {
                "id": f"section/{body}/{key}",
                "label": name,
                "role": "member",
                "organization_id": f"body/{body}",
            }
            yield self._cited("section", number, values, {"full_name": full_name, "part_of": parent})

    def events(self) -> Iterator[Values]:
        """Contests."""
        query = f"""
            SELECT contest.id, contest.key, body.key, body.short, owner.key, section.key, section.name,
                   {", ".join(f"contest.{name}" for name in CONTEST)}
            FROM contest JOIN body ON body.id = contest.body_id JOIN section ON section.id = contest.section_id
            JOIN body AS owner ON owner.id = section.body_id ORDER BY contest.key
        """
        for number, key, body, short, owner, section, words, *rest in self.connection.execute(query):
            more = dict(zip(CONTEST, rest, strict=True))
            values = {
                "id": f"contest/{key}", "name": ", ".join(filter(None, (short, words, more["date"]))),
                "classification": "election", "status": more.pop("status"), "start_date": _date(more.pop("date")),
                "organization_id": f"body/{body}", "identifiers": self._identifiers("contest", number),
            }  # fmt: skip
            yield self._cited("contest", number, values, {"post_id": f"section/{owner}/{section}"} | more)

    def memberships(self) -> Iterator[Values]:
        """Terms, then candidacies."""
        for number, body, section, person, slate, *rest in self.connection.execute(TERMS):
            start, end = _span(*rest[:4])
            values = _membership(person, body, f"section/{body}/{section}", slate, "member")
            values |= {"start_date": start, "end_date": end, "start_reason": rest[4], "end_reason": rest[5]}
            yield self._cited("term", number, values, dict(zip(TERM, rest[6:], strict=True)))
        for number, body, owner, section, person, slate, contest, *rest in self.connection.execute(
            CANDIDACIES
        ):
            values = _membership(person, body, f"section/{owner}/{section}", slate, "candidate")
            more = {"event_id": f"contest/{contest}"} | dict(zip(CANDIDACY, rest, strict=True))
            yield self._cited("candidacy", number, values, more | {"endorsed_by": self._backers(number)})

    def _cited(self, entity: str, number: int, values: Values, more: Values) -> Values:
        """An object with its sources and without what is not known."""
        links, words = self.citing.of(entity, number)
        extension = _known(more | {"sources": words})
        return _known(values | {"sources": links, EXTENSION: extension})

    def _names(self, query: str, number: int) -> list[Values]:
        return [{"name": name} for (name,) in self.connection.execute(query, [number])]

    def _identifiers(self, entity: str, number: int) -> list[Values]:
        query = (
            "SELECT scheme, value FROM identifier WHERE entity = ? AND entity_id = ? ORDER BY scheme, value"
        )
        rows = self.connection.execute(query, [entity, number])
        return [{"scheme": scheme, "identifier": value} for scheme, value in rows]

    def _wider(self, number: int) -> list[Values]:
        query = """
            SELECT faction.key, valid_from, valid_to FROM membership JOIN faction ON faction.id = umbrella_id
            WHERE faction_id = ? ORDER BY faction.key, valid_from
        """
        return [
            _known({"organization_id": f"faction/{key}", "start_date": first, "end_date": last})
            for key, first, last in self.connection.execute(query, [number])
        ]

    def _backers(self, number: int) -> list[str]:
        query = "SELECT key FROM endorsement JOIN faction ON faction.id = faction_id WHERE candidacy_id = ? ORDER BY key"
        return [f"faction/{key}" for (key,) in self.connection.execute(query, [number])]


CONTEST: Final = (
    "date", "status", "kind", "seats", "method", "unit", "electorate", "ballots", "valid_votes", "quota", "turnout", "figures",
)  # fmt: skip
TERM: Final = ("represents", "voting", "basis", "note")
CANDIDACY: Final = (
    "votes", "share", "rank", "outcome", "elected_stage", "sitting", "slate_label", "nominations", "description", "basis", "note",
)  # fmt: skip

TERMS: Final = f"""
SELECT term.id, body.key, section.key, person.key, faction.key, term.start, term.since, term."end", term.until,
       term.how_gained, term.why_ended, {", ".join(f"term.{name}" for name in TERM)}
FROM body CROSS JOIN section ON section.body_id = body.id CROSS JOIN term ON term.section_id = section.id
CROSS JOIN person ON person.id = term.person_id LEFT JOIN candidacy ON candidacy.id = term.candidacy_id
LEFT JOIN faction ON faction.id = candidacy.slate_id
ORDER BY body.key, section.key, term.since, person.key, term."end"
"""
"""A slate is that of the candidacy by which the seat was won."""

CANDIDACIES: Final = f"""
SELECT candidacy.id, body.key, owner.key, section.key, person.key, faction.key, contest.key,
       {", ".join(f"candidacy.{name}" for name in CANDIDACY).replace(".share", ".published_share")}
FROM contest CROSS JOIN candidacy ON candidacy.contest_id = contest.id CROSS JOIN person ON person.id = candidacy.person_id
JOIN body ON body.id = contest.body_id JOIN section ON section.id = contest.section_id
JOIN body AS owner ON owner.id = section.body_id LEFT JOIN faction ON faction.id = candidacy.slate_id
ORDER BY contest.key, person.key
"""


def _membership(person: str, body: str, post: str, slate: str | None, role: str) -> Values:
    return {
        "person_id": person, "organization_id": f"body/{body}", "post_id": post, "role": role,
        "on_behalf_of_id": f"faction/{slate}" if slate else None,
    }  # fmt: skip


def _span(
    start: str | None, since: str | None, end: str | None, until: str | None
) -> tuple[str | None, str | None]:
    """From when to when a term is told to last: as stated, else as derived where that does not contradict what is stated."""
    first, last = _date(start or since), _date(end or until)
    if first and last and last < first and not includes(last, first):
        return _date(start), _date(end)
    return first, last


def _date(text: str | None) -> str | None:
    return text if text and is_date(text) else None


def _known(values: Values) -> Values:
    """The fields of which something is known; whole numbers as such."""
    return {name: _plain(value) for name, value in values.items() if value not in (None, [], {})}


def _plain(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value
