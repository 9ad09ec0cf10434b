"""A count by single transferable vote as it is printed: who stood, and what each stage says of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Final, NamedTuple

from importers.results.result import Fact

ELECTED: Final = "elected"
EXCLUDED: Final = "excluded"


class Entry(NamedTuple):
    """What a sheet prints of one candidate at one stage; figures as printed, so that their decimals tell how exact they are."""

    stage: int
    candidate: int | None
    """None for votes that were transferred to nobody."""
    total: Decimal | None
    transfer: Decimal | None
    status: str
    """`elected`, `excluded` or nothing."""
    since: int | None
    """The stage at which the status was reached."""
    origin: str


class Sheet:
    """A count as printed: who stood, what each stage says of each, and the figures of the whole."""

    def __init__(self, names: tuple[str, ...], entries: tuple[Entry, ...], facts: tuple[Fact, ...]) -> None:
        """The sheet.

        Args:
            names: of the candidates.
            entries: in any order.
            facts: of which valid votes, seats and quota are looked at.
        """
        self.names, self.entries, self.facts = names, entries, facts

    @cached_property
    def rows(self) -> Mapping[int | None, dict[int, Entry]]:
        """For each candidate, and for nobody, the entries by stage; of two at one stage the first."""
        found: dict[int | None, dict[int, Entry]] = {at: {} for at in range(len(self.names))}
        for one in sorted(self.entries, key=lambda entry: entry.stage):
            found.setdefault(one.candidate, {}).setdefault(one.stage, one)
        return found

    @cached_property
    def stages(self) -> tuple[int, ...]:
        """The numbers of the stages."""
        return tuple(sorted({one.stage for one in self.entries}))

    @cached_property
    def finest(self) -> int:
        """The most decimals that a figure has."""
        figures = [figure for one in self.entries for figure in (one.total, one.transfer)]
        return max((places(figure) for figure in figures if figure is not None), default=0)

    def fact(self, field: str) -> Fact | None:
        """The fact of a field if its value is a number."""
        return next(
            (one for one in self.facts if one.field == field and not isinstance(one.value, str)), None
        )

    def name(self, candidate: int | None) -> str:
        """The name for a sentence."""
        return "The non-transferable votes" if candidate is None else self.names[candidate]

    def status(self, candidate: int) -> tuple[str, int | None]:
        """Elected or excluded, and since which stage, as the sheet says; neither where it says both."""
        said = [one for one in self.rows[candidate].values() if one.status]
        if len({one.status for one in said}) != 1:
            return "", None
        return said[-1].status, said[-1].since


def places(value: Decimal) -> int:
    """How many decimals a figure is printed with."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def fits(exact: Decimal, printed: Decimal, finest: int) -> bool:
    """Whether a printed total is a sum, or its first decimals where it is printed shorter than other figures."""
    return abs(exact - printed) <= sum(leeways([printed], finest))


def leeways(figures: list[Decimal], finest: int) -> Iterator[Decimal]:
    """How much each figure may be off: nothing, unless it is cut to two decimals or more where others have more."""
    for one in figures:
        yield Decimal(1).scaleb(-places(one)) if 2 <= places(one) < finest else Decimal(0)


def rebuilt(sheet: Sheet) -> dict[tuple[int, int], Decimal]:
    """The totals by candidate and stage as the first total and all transfers make them; only where every row is there."""
    found: dict[tuple[int, int], Decimal] = {}
    for candidate in range(len(sheet.names)):
        total: Decimal | None = None
        for one in sheet.rows[candidate].values():
            total = one.total if total is None or one.transfer is None else total + one.transfer
            if total is not None:
                found[candidate, one.stage] = total
    return found
