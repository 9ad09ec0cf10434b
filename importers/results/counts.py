"""What must hold of the printed stages of a count by single transferable vote; every break is a doubt, and nothing is mended.

Sources: Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 46 to 52; the Northern Ireland sheets
follow the same arithmetic with two decimals instead of five.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from importers.results.result import Doubt, Fact

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


def doubts_of_count(sheet: Sheet) -> Iterator[Doubt]:
    """Every break of what must hold, in the order of the rules."""
    yield from absent(sheet)
    yield from slips(sheet)
    yield from sums(sheet)
    yield from quota(sheet)
    yield from statuses(sheet)
    yield from seats(sheet)


def slips(sheet: Sheet) -> Iterator[Doubt]:
    """Totals that are not the total before and the transfer; one doubt a slip.

    A total may be printed to fewer decimals than the transfers: then its decimals must be those of the sum.
    """
    for candidate, row in sheet.rows.items():
        reached: list[Decimal] = []
        before = -1
        for one in row.values():
            after = [each + one.transfer for each in reached if one.transfer is not None]
            follows = before == one.stage - 1 and bool(after)
            good = [each for each in after if one.total is None or fits(each, one.total, sheet.finest)]
            if follows and not good and one.total is not None:
                yield (
                    one.origin,
                    f"{sheet.name(candidate)}, stage {one.stage}: found the total {one.total:,f}, expected {after[0]:,f}, "
                    f"the total before and a transfer of {one.transfer:,f}.",
                )
            printed = [one.total] if one.total is not None else []
            reached = good if follows and good else [*(after if follows else []), *printed]
            before = one.stage


def sums(sheet: Sheet) -> Iterator[Doubt]:
    """Stages whose totals do not come to the valid votes; where nobody counts the non-transferable ones, only more is wrong."""
    valid = sheet.fact("valid_votes")
    if valid is None:
        return
    for stage in sheet.stages:
        row = [sheet.rows[at].get(stage) for at in range(len(sheet.names))]
        totals = [one.total for one in row if one is not None and one.total is not None]
        if len(totals) < len(sheet.names) or not totals:
            continue
        lost = sheet.rows.get(None, {}).get(stage)
        nobody = lost.total if lost is not None and lost.total is not None else Decimal(0)
        whole, leeway = sum(totals) + nobody, sum(leeways(totals, sheet.finest))
        short = Decimal(str(valid.value)) - whole
        known = lost is not None or stage == 1
        if short < -leeway or (known and short > leeway):
            words = f" with {nobody:,f} non-transferable" if lost is not None else ""
            place = next(one.origin for one in row if one is not None)
            yield (
                place,
                f"Stage {stage}: found totals that come to {whole:,f}{words}, expected the {valid.value:,} valid votes.",
            )


def quota(sheet: Sheet) -> Iterator[Doubt]:
    """A quota that is not Droop's: the valid votes divided by one more than the seats, the remainder left, and one."""
    valid, seats, found = (sheet.fact(field) for field in ("valid_votes", "seats", "quota"))
    if valid is None or seats is None or found is None:
        return
    droop = int(valid.value) // (int(seats.value) + 1) + 1
    if found.value != droop:
        yield (
            found.origin,
            f"Found the quota {found.value:,}, expected {droop:,} by {valid.value:,} valid votes and {seats.value} seats.",
        )


def seats(sheet: Sheet) -> Iterator[Doubt]:
    """More elected than there are seats, or fewer."""
    known = sheet.fact("seats")
    elected = [at for at in range(len(sheet.names)) if sheet.status(at)[0] == ELECTED]
    if known is not None and sheet.entries and len(elected) != known.value:
        rows = sheet.rows[elected[-1]].values() if elected else sheet.entries
        yield (
            next(reversed(list(rows))).origin,
            f"Found {len(elected)} elected, expected {known.value}, the seats of the contest.",
        )


def statuses(sheet: Sheet) -> Iterator[Doubt]:
    """A status that is gone at a later stage, changes, or is told before its stage; the first of each candidate."""
    for candidate, name in enumerate(sheet.names):
        had: Entry | None = None
        for one in sheet.rows[candidate].values():
            wrong = _wrong_status(had, one)
            if wrong:
                yield one.origin, f"{name}, stage {one.stage}: {wrong}."
                break
            had = one if one.status else had


def _wrong_status(had: Entry | None, one: Entry) -> str:
    if one.status and one.since is not None and one.since > one.stage:
        return (
            f"found {one.status} since stage {one.since}, expected that at stage {one.since} and not before"
        )
    if had is not None and (one.status, one.since) != (had.status, had.since):
        return f"found {_status(one)}, expected {_status(had)} as at stage {had.stage}"
    return ""


def _status(one: Entry) -> str:
    if not one.status:
        return "no status"
    return one.status if one.since is None else f"{one.status} since stage {one.since}"


def absent(sheet: Sheet) -> Iterator[Doubt]:
    """Stages that are missing, candidates who are not in a stage, and those who are in it twice."""
    for before, stage in pairwise((0, *sheet.stages)):
        if stage != before + 1:
            place = next(one.origin for one in sheet.entries if one.stage == stage)
            yield place, f"Found stage {stage} behind stage {before}, expected stage {before + 1}."
    seen: set[tuple[int, int | None]] = set()
    for one in sheet.entries:
        if (one.stage, one.candidate) in seen:
            yield (
                one.origin,
                f"{sheet.name(one.candidate)}, stage {one.stage}: found a second row, expected one; it was left out.",
            )
        seen.add((one.stage, one.candidate))
    for stage in sheet.stages:
        missing = [name for at, name in enumerate(sheet.names) if (stage, at) not in seen]
        if missing:
            place = next(one.origin for one in sheet.entries if one.stage == stage)
            yield place, f"Stage {stage}: found no row of {', '.join(missing[:5])}, expected every candidate."


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
