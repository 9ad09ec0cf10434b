"""Terms, and on whose behalf they are held."""

from __future__ import annotations

from db.ledger import Ledger
from importers.review.proposal import ProposedSeat
from importers.storage.citing import Citing
from importers.storage.contests import section_for
from importers.storage.naming import Naming


def write_seat(ledger: Ledger, one: ProposedSeat, file: int, naming: Naming, citing: Citing) -> None:
    """Store a term; the faction that the source names beside it is a statement on the person, on that day.

    Args:
        ledger: of the import.
        one: what is proposed.
        file: number of the file.
        naming: for persons and factions.
        citing: for the citations.
    """
    seat = one.seat
    person = naming.person(seat, one.person, file)
    naming.tell_apart(seat.name, person, one.suggestions)
    section = one.section if one.section is not None else section_for(ledger, None, seat.body, seat.section)
    values = {
        "section_id": section,
        "person_id": person,
        "start": seat.start or None,
        "end": seat.end or None,
        "how_gained": seat.how_gained or None,
        "why_ended": seat.why_ended or None,
        "represents": seat.represents or None,
    }
    term = ledger.insert("term", values)
    citing.cite(file, "term", term, place=seat.origin)
    if seat.faction:
        leaning = {"person_id": person, "date": seat.start or None, "section_id": section}
        leaning |= {"faction_id": one.faction, "leaning": f"sits for {seat.faction}"}
        alignment = ledger.insert("alignment", leaning)
        citing.cite(file, "alignment", alignment, place=seat.origin)
