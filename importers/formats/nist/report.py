"""What the contests of a report refer to by ids: parties, persons, offices, places and which of these make up others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from importers.documents.document import ROWS, BadFile
from importers.formats.nist.tree import Node
from importers.results.text import clean

GLOBAL: Final = frozenset({"ocd-id", "fips"})
"""Schemes whose values mean the same in everybody's file."""


class Report:
    """The report and its parts by their ids."""

    def __init__(self, name: str, top: Node) -> None:
        """The report of a file of a name."""
        self._name, self._top = name, top

    @cached_property
    def parties(self) -> Mapping[str, str]:
        """The names of parties; abbreviations where they have no name."""
        return {
            one.identity: clean(one.words("Name") or one.words("Abbreviation"))
            for one in self._top.nodes("Party")
        }

    @cached_property
    def persons(self) -> Mapping[str, Node]:
        """The persons."""
        return _by_id(self._top.nodes("Person"))

    @cached_property
    def offices(self) -> Mapping[str, str]:
        """The names of offices."""
        return {one.identity: clean(one.words("Name")) for one in self._top.nodes("Office")}

    @cached_property
    def places(self) -> Mapping[str, Node]:
        """The districts and the places that report."""
        return _by_id(self._top.nodes("GpUnit"))

    @cached_property
    def parts(self) -> Mapping[str, frozenset[str]]:
        """The places of which each is made up, at once or through others; rings are gone round once.

        Raises:
            BadFile: places are made up of each other more than any country's.
        """
        direct = {name: one.ids("ComposingGpUnitIds") for name, one in self.places.items()}
        found: dict[str, frozenset[str]] = {}
        size = 0
        for name in direct:
            found[name] = _within(name, direct)
            size += len(found[name])
            if size > ROWS:
                raise BadFile(
                    f"{self._name}: found places made up of more than {ROWS:,} others, expected fewer."
                )
        return found

    def identifiers(self, nodes: Iterable[Node]) -> tuple[tuple[str, str], ...]:
        """What others call a thing, scheme and value; schemes of a state or a place bear the name of who issues the report."""
        found: dict[tuple[str, str], None] = {}
        for node in nodes:
            for one in node.nodes("ExternalIdentifier"):
                kind, value = clean(one.text("Type")).casefold(), clean(one.text("Value"))
                if kind == "other":
                    kind = clean(one.text("OtherType")).casefold()
                if kind and value:
                    found[self._scheme(kind), value] = None
        return tuple(found)

    def _scheme(self, kind: str) -> str:
        issuer = clean(self._top.text("IssuerAbbreviation") or self._top.text("Issuer")).casefold()
        words = kind if kind in GLOBAL or not issuer else f"{kind} {issuer}"
        return "-".join(words.replace(":", " ").split())


def _by_id(nodes: Iterable[Node]) -> dict[str, Node]:
    return {one.identity: one for one in nodes if one.identity}


def _within(name: str, direct: Mapping[str, Iterable[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(direct[name])
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += direct.get(one, ())
    return frozenset(found - {name})
