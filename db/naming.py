"""What a row of a record folder is called where a citation names it.

The columns that name it, joined by `/`, a blank one blank; a term without a start by its contest or else its end; what a scheme
puts into a bloc by its faction, person or leaning.  Where rows of
one file would be called alike, the second is `2:` and the name, the third `3:`, in the order of the file.  No key holds a colon.
"""

from __future__ import annotations

from db.records import BlocMember, Record, Term


def name_of(record: Record) -> str:
    """The name of a row, as if no other were called alike."""
    if isinstance(record, Term):
        began = record.start or record.contest or record.end or ""
        return f"{record.body}/{record.section}/{record.person}/{began}"
    if isinstance(record, BlocMember):
        member = record.faction or record.person or record.leaning or ""
        return f"{record.scheme}/{record.bloc}/{member}/{record.valid_from or ''}"
    parts = (getattr(record, column) for column in record.NAME)
    return "/".join("" if part is None else str(part) for part in parts)


def numbered(name: str, number: int) -> str:
    """The name of the first, second, ... row that is called so."""
    return name if number == 1 else f"{number}:{name}"


UNIQUE = frozenset(
    {"sources", "bodies", "sections", "rounds", "persons", "factions", "contests", "candidacies", "divisions", "events",
     "former_keys", "distinctions", "layouts", "schemes", "blocs", "scenarios", "claims", "explanations"}
)  # fmt: skip
"""Files in which no two rows are called alike."""
