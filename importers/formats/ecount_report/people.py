"""The candidates of a report: surnames are in capitals, and what stands behind them is the affiliation."""

from __future__ import annotations

from typing import Final

from importers.formats.ecount_report.blocks import Row
from importers.formats.persons import person
from importers.results.casing import is_shouted
from importers.results.result import Doubt, Found
from importers.results.text import clean

SHORT: Final = frozenset({"BNP", "SNP", "TUSC", "UK", "UKIP"})
"""Words in capitals with which affiliations begin."""


class People:
    """Candidates as they are met, known by their printed names."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.doubts: list[Doubt] = []
        self._places: dict[str, int] = {}

    def at(self, row: Row) -> int | None:
        """The index of a row's candidate; None where it names nobody."""
        place = f"line {row.line}"
        head = clean(row.head)
        name, behind = (head, "") if row.affiliation else _parted(head)
        if name.casefold() in self._places:
            return self._places[name.casefold()]
        found = person(name, place)
        if found is None:
            self.doubts.append(
                (place, f"Found {head[:80]!r}, expected the name of a candidate; the row was left out.")
            )
            return None
        self._places[name.casefold()] = len(self.found)
        self.found.append(found._replace(slate=self._affiliation(row, behind, place)))
        return len(self.found) - 1

    def _affiliation(self, row: Row, behind: str, place: str) -> str:
        """The affiliation, which may begin on the line above the name; then it is told."""
        above = clean(row.above)
        if above and not row.affiliation:
            together = f"{above} {behind}".strip()
            self.doubts.append(
                (place, f"Found {together[:80]!r} on two lines, read as one affiliation; expected one line.")
            )
            return together
        return clean(row.affiliation) or behind


def _parted(head: str) -> tuple[str, str]:
    """The name up to the last word of the surname in capitals, and the rest; all is the name where none is in capitals."""
    words = head.split()
    loud = [is_shouted(word) and word.strip("()") not in SHORT for word in words]
    if True not in loud:
        return head, ""
    end = loud.index(True)
    while end < len(words) and loud[end]:
        end += 1
    return " ".join(words[:end]), " ".join(words[end:])
