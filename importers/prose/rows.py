"""Statements of one contest put together: a row for each person, with the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from importers.known import Known
from importers.prose.article import Grouped, Stated
from importers.prose.claims import Value
from importers.prose.factions import runs_lists
from importers.results.names import split
from importers.results.result import Backing, Doubt, Found

WORDS = 600
"""Signs of the source that a row carries at the most."""


class Row:
    """What is stated of one person in one contest."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.values: dict[str, Any] = {}
        self.slates: dict[str, None] = {}
        self.backings: dict[str, Backing] = {}
        self.told: dict[str, str] = {}
        self.beaten_by: tuple[str, ...] = ()
        self.doubts: list[Doubt] = []

    def take(self, stated: Stated, known: Known) -> None:
        """Adds a statement; where two contradict each other neither is kept, and a doubt says so."""
        claim, sentence = stated.claim, stated.sentence
        at = claim.people.index(self.name)
        value = claim.values[at] if len(claim.values) == len(claim.people) > 1 else claim.values[0]
        self.told.setdefault(sentence.text, sentence.origin)
        if claim.field == "slate":
            self.slates[str(value)] = None
        elif claim.field == "endorsement":
            self.back(str(value), sentence.text, sentence.origin, claim.sought, known)
        elif claim.field == "beaten":
            self.beaten_by = claim.partner
        else:
            self._set(claim.field, value, sentence.origin)

    def back(self, faction: str, words: str, origin: str, sought: bool | None, known: Known) -> None:
        """Adds an endorsement."""
        label = known.factions[faction].name
        had = self.backings.get(label)
        if had is None or (had.sought is None and sought is not None):
            self.backings[label] = Backing(label, origin, sought, words)

    def _set(self, field: str, value: Value, origin: str) -> None:
        if self.values.get(field, "pending") == "pending":
            self.values[field] = value
        elif self.values[field] != value and field in ("outcome", "votes"):
            had = self.values[field]
            self.doubts.append(
                (
                    origin,
                    f"{self.name}: found {field} {value!r} where the text said {had!r} before; left open.",
                )
            )
            self.values[field] = None

    def is_candidate(self) -> bool:
        """Whether anything tells that the person stood; to be a sitting member alone does not."""
        said = {field for field, value in self.values.items() if value is not None} - {"sitting"}
        return bool(said or self.slates or self.backings or self.beaten_by or self.doubts)

    def found(self, known: Known) -> Found:
        """The row as a candidate, proposed and not certain."""
        name = split(self.name)
        values = {field: value for field, value in self.values.items() if value is not None}
        words = " / ".join(self.told)
        slate = known.factions[next(iter(self.slates))].name if self.slates else ""
        return Found(
            name.name, name.sort_name, next(iter(self.told.values())), printed=self.name, slate=slate,
            endorsements=tuple(self.backings.values()), rests_on=words[:WORDS], certain=False, **values,
        )  # fmt: skip


def rows(stated: Iterable[Stated], known: Known) -> dict[str, Row]:
    """A row for each person of whom something is stated."""
    found: dict[str, Row] = {}
    for one in stated:
        for person in one.claim.people:
            found.setdefault(person, Row(person)).take(one, known)
    return found


def with_groups(found: dict[str, Row], grouped: Iterable[Grouped], known: Known) -> None:
    """What is told of `the four Momentum-backed candidates`, told of them where the contest has so many of that backing."""
    for one in (one for one in grouped if one.claim.field not in ("fellows", "won")):
        if one.claim.field == "winners":
            members = list(_unclaimed_winners(found))
        else:
            members = list(_backed(found, one.claim.factions, known))
        if one.claim.number is not None and len(members) != one.claim.number:
            continue
        for row in members:
            row.told.setdefault(one.sentence.text, one.sentence.origin)
            if one.claim.field == "sitting":
                row.values.setdefault("sitting", one.claim.value)
            elif one.claim.field == "endorsement":
                row.back(str(one.claim.value), one.sentence.text, one.sentence.origin, None, known)
            else:
                for faction in one.claim.factions:
                    row.back(faction, one.sentence.text, one.sentence.origin, None, known)
                    if runs_lists(known, faction):
                        row.slates[faction] = None


def _backed(found: dict[str, Row], factions: tuple[str, ...], known: Known) -> Iterator[Row]:
    names = {known.factions[key].name for key in factions}
    for row in found.values():
        if names & set(row.backings) or set(factions) & set(row.slates):
            yield row


def _unclaimed_winners(found: dict[str, Row]) -> Iterator[Row]:
    """All who were elected, where none of them stood for anybody else and somebody was beaten."""
    winners = [row for row in found.values() if row.values.get("outcome") == "elected"]
    if not any(row.slates for row in winners) and any(row.beaten_by for row in found.values()):
        yield from winners


def with_losers(found: dict[str, Row], seats: int | None) -> None:
    """Who came after the elected was not elected, where as many are named elected as there were seats."""
    elected = {name for name, row in found.items() if row.values.get("outcome") == "elected"}
    for row in found.values():
        if row.beaten_by and seats and len(elected) == seats and set(row.beaten_by) <= elected:
            row.values.setdefault("outcome", "not elected")
