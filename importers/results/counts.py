"""What must hold of the printed stages of a count by single transferable vote; every break is a doubt, and nothing is mended.

Sources: Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 46 to 52; the Northern Ireland sheets
follow the same arithmetic with two decimals instead of five.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from db.measures.quotas import droop
from importers.results.count_sheet import ELECTED, Entry, Sheet, fits, leeways
from importers.results.result import Doubt


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
    usual = droop(int(valid.value), int(seats.value))
    if found.value != usual:
        yield (
            found.origin,
            f"Found the quota {found.value:,}, expected {usual:,} by {valid.value:,} valid votes and {seats.value} seats.",
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
