"""Persons and factions that an import makes, and what it adds to those on record."""

from __future__ import annotations

from db.identity import Suggestion, plain_name
from db.identity.distinctions import distinguish
from db.ledger import Ledger
from importers.results.result import Found, Seat
from importers.review.decisions import NEW_FACTION, NO_FACTION, SOMEBODY_NEW, Decisions
from importers.review.onrecord import OnRecord
from importers.storage.citing import Citing
from importers.storage.keys import free_key

SHORT = 12
"""Signs of the short name of a faction that is made."""


class Naming:
    """Who and what is meant in one import; whoever is new is made once."""

    def __init__(self, ledger: Ledger, decisions: Decisions, citing: Citing) -> None:
        self.ledger, self.decisions, self.citing = ledger, decisions, citing
        self.record = OnRecord(ledger.connection)
        self._made: dict[object, int] = {}
        self._factions: dict[str, int] = {}

    def person(self, found: Found | Seat, person: int | None, file: int) -> int:
        """The id of a person, who is made where there is none yet."""
        number = person if person is not None else self._new_person(found)
        self._add(found, number, file)
        return number

    def tell_apart(self, name: str, person: int, suggestions: tuple[Suggestion, ...]) -> None:
        """Remember that somebody new is none of those who were suggested."""
        if self.decisions.persons.get(name) == SOMEBODY_NEW:
            for one in suggestions:
                if one.person != person:
                    distinguish(self.ledger, person, one.person, "answered at an import")

    def _new_person(self, found: Found | Seat) -> int:
        same = [*found.identifiers, plain_name(found.name)][0]
        if same not in self._made:
            values = {
                "key": free_key(self.ledger.connection, "person", found.name),
                "name": found.name,
                "sort_name": found.sort_name or found.name,
            }
            self._made[same] = self.ledger.insert("person", values)
        return self._made[same]

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
