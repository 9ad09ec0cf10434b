"""Candidacies: new ones, and what a source adds to those on record."""

from __future__ import annotations

from db.ledger import Ledger
from importers.review.comparing import differences, in_files, source_values
from importers.review.proposal import Difference, Proposed
from importers.storage.citing import Citing
from importers.storage.naming import Naming


class Candidacies:
    """Writes the candidacies of one import."""

    def __init__(self, ledger: Ledger, naming: Naming, citing: Citing) -> None:
        self.ledger, self.naming, self.citing = ledger, naming, citing

    def write(self, row: Proposed, contest: int, file: int) -> None:
        """Store a row: as a new candidacy, or as what it adds to the one that is there by now."""
        person = self.naming.person(row.found, row.person, file, contest)
        self.naming.tell_apart(row.found.name, person, row.suggestions)
        slate = self.naming.faction(row.found.slate, row.slate, make=row.makes_slate)
        candidacy = self.naming.record.candidacy(contest, person)
        if candidacy is None:
            candidacy = self._new(row, contest, person, slate)
            self.citing.cite(file, "candidacy", candidacy, place=row.found.origin, words=row.found.rests_on)
        else:
            self._complete(row, candidacy, slate, file)
        self._endorse(row, candidacy, file)

    def _new(self, row: Proposed, contest: int, person: int, slate: int | None) -> int:
        found = row.found
        values = source_values(found, slate, row.outcome) | {
            "contest_id": contest,
            "person_id": person,
            "name_as_printed": found.printed or None,
            "description": found.words or None,
        }
        return self.ledger.insert("candidacy", values)

    def _complete(self, row: Proposed, candidacy: int, slate: int | None, file: int) -> None:
        """Fill what the record did not know; of what it knows otherwise keep both values."""
        found = differences(self.ledger.connection, candidacy, source_values(row.found, slate, row.outcome))
        changed = {one.field: one.found for one in found if one.fills or row.shown}
        if changed:
            self.ledger.update("candidacy", candidacy, changed)
        if any(one.fills for one in found) or row.further:
            self.citing.cite(file, "candidacy", candidacy, place=row.found.origin, words=row.found.rests_on)
        for one in found:
            if not one.fills:
                self._keep_both(row, candidacy, one, file)

    def _keep_both(self, row: Proposed, candidacy: int, one: Difference, file: int) -> None:
        connection = self.ledger.connection
        value = in_files(connection, one.field, one.found)
        found = row.found
        self.citing.cite(
            file, "candidacy", candidacy, place=found.origin, words=found.rests_on,
            field=one.name, value=value, chosen=row.shown,
        )  # fmt: skip
        if row.shown:
            stored = in_files(connection, one.field, one.stored)
            self.citing.cite_displaced("candidacy", candidacy, field=one.name, value=stored)

    def _endorse(self, row: Proposed, candidacy: int, file: int) -> None:
        """Store who backs a candidate, each once."""
        connection = self.ledger.connection
        for backed in row.backed:
            if backed.known:
                continue
            faction = self.naming.faction(backed.backing.label, backed.faction, make=backed.made)
            query = "SELECT 1 FROM endorsement WHERE candidacy_id = ? AND faction_id = ?"
            if faction is None or connection.execute(query, [candidacy, faction]).fetchone():
                continue
            sought = None if backed.backing.sought is None else int(backed.backing.sought)
            values = {"candidacy_id": candidacy, "faction_id": faction, "sought": sought}
            made = self.ledger.insert("endorsement", values)
            backing = backed.backing
            self.citing.cite(file, "endorsement", made, place=backing.origin, words=backing.rests_on)
