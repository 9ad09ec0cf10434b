"""Which factions make slates, and what is stated of persons and factions."""

from __future__ import annotations

from collections.abc import Iterator

from importers.known import Known
from importers.prose.claims import Claim, Ground


def runs_lists(known: Known, faction: str) -> bool:
    """Whether a faction is one that people stand for: a slate, or an umbrella that makes slates."""
    found = known.factions.get(faction)
    return found is not None and found.kind in ("slate", "umbrella")


def told(
    ground: Ground,
    people: tuple[str, ...],
    field: str,
    factions: tuple[str, ...],
    at: int,
    sought: bool | None = None,
) -> Iterator[Claim]:
    """A claim for each faction."""
    if people:
        for faction in factions:
            yield Claim(people, field, (faction,), ground.offset + at, (), sought)
