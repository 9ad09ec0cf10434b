"""The part of a BLT file that is numbers: how many stand for how many seats, who withdrew, and the papers."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from itertools import islice

from importers.documents.document import CELL_CHARACTERS, ROWS, BadFile
from importers.file import File
from importers.formats.ballot_result import MOST, PAPERS
from importers.formats.blt.words import Ballot, End, Option, Withdrawn, statements
from importers.results.ballots import Order, Weight
from importers.results.figures import LONGEST
from importers.results.result import Doubt

SHARED = "="
LEFT_OUT = "-"


class Section:
    """What the numbers say; filled line by line."""

    def __init__(self, name: str) -> None:
        """Nothing yet, of the file of a name."""
        self.name = name
        self.candidates = self.seats = self.header = self.first = self.last = 0
        self.withdrawn: set[int] = set()
        """Indexes of candidates."""
        self.orders: dict[Order, Weight] = {}
        self.doubts: list[Doubt] = []
        self.rest: list[tuple[int, str]] = []
        """The lines behind the numbers, with their numbers."""
        self._nicknames: dict[str, int] = {}
        self._known: dict[tuple[str, ...], Order] = {}

    def open(self, line: int, words: list[str]) -> None:
        """Take the two numbers of the header.

        Raises:
            BadFile: they are no numbers, or beyond what an election can have.
        """
        if len(words) < 2 or not all(word.isdecimal() and len(word) < LONGEST for word in words):
            raise self.bad(line, " ".join(words), "the numbers of candidates and of seats")
        self.candidates, self.seats, self.header = int(words[0]), int(words[1]), line
        if not (1 <= self.candidates <= MOST and 1 <= self.seats <= MOST):
            raise self.bad(line, " ".join(words), f"candidates and seats from 1 to {MOST:,}")

    def take(self, line: int, said: Ballot | Withdrawn | Option) -> None:
        """Take one statement.

        Raises:
            BadFile: it names a candidate who is none.
        """
        if isinstance(said, Withdrawn):
            self.withdrawn.add(self._candidate(line, said.candidate))
        elif isinstance(said, Option):
            self._option(line, said)
        else:
            self._ballot(line, said)

    def bad(self, line: int, found: str, expected: str) -> BadFile:
        """The sentence on what cannot be."""
        shown = " ".join(found.split())[:LONGEST]
        return BadFile(f"{self.name}, line {line}: found {shown!r}, expected {expected}.")

    def _ballot(self, line: int, said: Ballot) -> None:
        self.first, self.last = self.first or line, line
        order = self._known.get(said.preferences)
        if order is None:
            order = self._order(line, said.preferences)
        if not said.closed:
            self._doubt(
                line,
                "Found a ballot without the 0 at its end, expected one; it was read to the end of the line.",
            )
        if not 0 < said.weight <= PAPERS:
            self._doubt(
                line,
                f"Found a weight of {float(said.weight):g}, expected one from above 0 to {PAPERS:,}; left out.",
            )
            return
        flat = [one for group in order for one in group]
        if len(set(flat)) < len(flat):
            self._doubt(
                line, "Found a candidate preferred twice on a paper, expected once; it was kept as it is."
            )
        if order not in self.orders and len(self.orders) >= ROWS:
            raise self.bad(line, "another order of preferences", f"at most {ROWS:,} different ones")
        self.orders[order] = self.orders.get(order, 0) + said.weight

    def _order(self, line: int, words: tuple[str, ...]) -> Order:
        if len(words) > CELL_CHARACTERS:
            raise self.bad(line, f"{len(words):,} preferences on a paper", f"at most {CELL_CHARACTERS:,}")
        order = tuple(
            () if word == LEFT_OUT else tuple(self._candidate(line, one) for one in word.split(SHARED))
            for word in words
        )
        self._known[words] = order
        return order

    def _candidate(self, line: int, word: str) -> int:
        if word in self._nicknames:
            return self._nicknames[word]
        if word.isdecimal() and len(word) < LONGEST and 1 <= int(word) <= self.candidates:
            return int(word) - 1
        raise self.bad(line, word, f"the number of a candidate from 1 to {self.candidates}")

    def _option(self, line: int, said: Option) -> None:
        if said.name in ("withdrawn", "withdraw"):
            self.withdrawn.update(self._candidate(line, word) for word in said.words)
        elif said.name == "nick":
            if len(said.words) != self.candidates or len(set(said.words)) < self.candidates:
                raise self.bad(line, f"{len(said.words)} nicknames", f"{self.candidates} different ones")
            self._nicknames = {word: at for at, word in enumerate(said.words)}
        elif said.name not in ("tie", "droop"):
            self._doubt(
                line,
                f"Found the option {said.name[:LONGEST]!r}, expected withdrawn, nick or tie; it was passed over.",
            )

    def _doubt(self, line: int, words: str) -> None:
        self.doubts.append((f"line {line}", words))


def section(file: File) -> Section:
    """The numbers of a file, and the lines behind them.

    Raises:
        BadFile: something stands in the numbers that is none of what can stand there, or they never end.
    """
    found = Section(file.name)
    lines = enumerate(StringIO(file.text.removeprefix("\ufeff"), newline=None), 1)
    line = 1
    for line, said in statements(file.name, lines):
        if not found.header:
            found.open(line, _first_words(found, line, said))
        elif isinstance(said, End):
            found.rest = list(_rest(line, said, lines, found.candidates))
            return found
        elif not isinstance(said, list):
            found.take(line, said)
    missing = "a line of 0 behind the ballots" if found.header else "the numbers of candidates and of seats"
    raise BadFile(f"{file.name}, line {line}: found the end of the file, expected {missing}.")


def _first_words(found: Section, line: int, said: object) -> list[str]:
    if isinstance(said, list):
        return said
    raise found.bad(line, type(said).__name__.lower(), "the numbers of candidates and of seats")


def _rest(
    line: int, end: End, lines: Iterator[tuple[int, str]], candidates: int
) -> Iterator[tuple[int, str]]:
    """What is left of the last line of numbers, and all lines behind it, as far as names are looked for."""
    if end.behind.strip():
        yield line, end.behind
    yield from ((number, text) for number, text in islice(lines, 2 * candidates + 1_000) if text.strip())
