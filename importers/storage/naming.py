"""Persons and factions that an import makes, and what it adds to those on record."""

from __future__ import annotations

from typing import NamedTuple

from db.identity import Suggestion, plain_name
from db.identity.distinctions import distinguish
from db.keys import free_key
from db.ledger import Ledger
from importers.results.result import Found, Seat
from importers.review.decisions import NEW_FACTION, NO_FACTION, SOMEBODY_NEW, Decisions
from importers.review.onrecord import OnRecord
from importers.storage.citing import Citing

SHORT = 12
"""Signs of the short name of a faction that is made."""


class _Made(NamedTuple):
    """Somebody made in this import."""

    person: int
    identifiers: frozenset[tuple[str, str]]
    contests: set[int | None]
    """Where they stand."""


class Naming:
    """Who and what is meant in one import; whoever is new is made once."""

    def __init__(self, ledger: Ledger, decisions: Decisions, citing: Citing) -> None:
        self.ledger, self.decisions, self.citing = ledger, decisions, citing
        self.record = OnRecord(ledger.connection)
        self._made: dict[str, list[_Made]] = {}
        self._factions: dict[str, int] = {}

    def person(self, found: Found | Seat, person: int | None, file: int, contest: int | None = None) -> int:
        """The id of a person, who is made where there is none yet.

        Args:
            found: the name, and what the source calls the person.
            person: the one on record who is meant.
            file: number of the file.
            contest: id of the one stood in; nobody stands in two contests of one body on one day.
        """
        number = person if person is not None else self._new_person(found, contest)
        self._add(found, number, file)
        return number

    def tell_apart(self, name: str, person: int, suggestions: tuple[Suggestion, ...]) -> None:
        """Remember that somebody new is none of those who were suggested."""
        if self.decisions.persons.get(name) == SOMEBODY_NEW:
            for one in suggestions:
                if one.person != person:
                    distinguish(self.ledger, person, one.person, "answered at an import")

    def _new_person(self, found: Found | Seat, contest: int | None) -> int:
        """Somebody who was made in this import already, or is made now."""
        for one in self._made.get(plain_name(found.name), ()):
            if self._may_be(one, found, contest):
                one.contests.add(contest)
                return one.person
        values = {
            "key": free_key(self.ledger.connection, "person", found.name),
            "name": found.name,
            "sort_name": found.sort_name or found.name,
        }
        person = self.ledger.insert("person", values)
        made = _Made(person, frozenset(found.identifiers), {contest})
        self._made.setdefault(plain_name(found.name), []).append(made)
        return person

    def _may_be(self, made: _Made, found: Found | Seat, contest: int | None) -> bool:
        """Whether somebody made before is meant: in the same contest, by the same number, or where nothing speaks against it."""
        if contest in made.contests or made.identifiers & set(found.identifiers):
            return True
        if made.identifiers and found.identifiers:
            return False
        query = """
            SELECT 1 FROM contest AS one JOIN contest AS other ON other.body_id = one.body_id AND other.date IS one.date
            WHERE one.id = ? AND other.id = ?
        """
        pairs = ([contest, other] for other in made.contests)
        return not any(self.ledger.connection.execute(query, pair).fetchone() for pair in pairs)

    def _add(self, found: Found | Seat, person: int, file: int) -> None:
        """Gender where the source states it, and what it calls the person."""
        connection = self.ledger.connection
        (gender,) = connection.execute("SELECT gender FROM person WHERE id = ?", [person]).fetchone()
        if found.gender and gender is None:
            self.ledger.update("person", person, {"gender": found.gender})
            self.citing.cite(file, "person", person, place=found.origin, field="gender", value=found.gender)
        for scheme, value in found.identifiers:
            self.identify("person", person, scheme, value)
        for name in found.other_names:
            self._call(person, name)

    def _call(self, person: int, name: str) -> None:
        """Keep another name of a person."""
        query = "SELECT 1 FROM person WHERE id = ?1 AND name = ?2 UNION SELECT 1 FROM alias WHERE person_id = ?1 AND name = ?2"
        if self.ledger.connection.execute(query, [person, name]).fetchone() is None:
            self.ledger.insert("alias", {"person_id": person, "name": name})

    def identify(self, entity: str, row: int, scheme: str, value: str) -> None:
        """Keep what another data set calls a person or a contest."""
        query = "SELECT 1 FROM identifier WHERE entity = ? AND entity_id = ? AND scheme = ? AND value = ?"
        if self.ledger.connection.execute(query, [entity, row, scheme, value]).fetchone() is None:
            values = {"entity": entity, "entity_id": row, "scheme": scheme, "value": value}
            self.ledger.insert("identifier", values)

    def faction(self, label: str, faction: int | None, *, make: bool) -> int | None:
        """The faction of a label: the one found, one made for it, or none; an answer is kept as another name of it."""
        if make and faction is None:
            return self._new_faction(label)
        answer = self.decisions.factions.get(label)
        if (
            faction is not None
            and answer not in (None, NEW_FACTION, NO_FACTION)
            and self.record.faction(label) is None
        ):
            self.ledger.insert("faction_alias", {"faction_id": faction, "alias": label})
            self.record = OnRecord(self.ledger.connection)
        return faction

    def _new_faction(self, label: str) -> int:
        if label not in self._factions:
            values = {
                "key": free_key(self.ledger.connection, "faction", label),
                "name": label,
                "short": label if len(label) <= SHORT else label[: SHORT - 1] + "…",
                "sign": next((sign for sign in label if sign.isalnum()), "?"),
                "colour": "#808080",
                "kind": "label",
            }
            self._factions[label] = self.ledger.insert("faction", values)
        return self._factions[label]
