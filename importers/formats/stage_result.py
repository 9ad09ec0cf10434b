"""A count sheet as what a result holds: candidates with outcomes, stages, votes that went to nobody, figures that must agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from importers.formats.stage_rows import decimal
from importers.results.ballots import FIRST_PREFERENCES, whole
from importers.results.count_sheet import ELECTED, EXCLUDED, Entry, Sheet, rebuilt
from importers.results.counts import slips
from importers.results.result import Doubt, Fact, Found, Stage

METHOD: Final = "single transferable vote"
OUTCOMES: Final = {ELECTED: "elected", EXCLUDED: "not elected", "": ""}


def with_result(found: Sequence[Found], sheet: Sheet) -> Iterator[Found]:
    """The candidates with their first preferences, outcomes and the stage of their election."""
    for at, one in enumerate(found):
        status, since = sheet.status(at)
        first = sheet.rows[at].get(1)
        votes = None if first is None or first.total is None or first.total < 0 else whole(float(first.total))
        stage = since if status == ELECTED else None
        yield one._replace(votes=votes, outcome=one.outcome or OUTCOMES[status], stage=stage)


def stages(sheet: Sheet, lost: Iterable[Entry] = ()) -> Iterator[Stage]:
    """The stages in their order: the candidates as printed, then the votes that went to nobody."""
    for one in sorted((*sheet.entries, *lost), key=lambda entry: entry.stage):
        yield Stage(
            one.stage, _action(one), one.candidate, _float(one.total), _float(one.transfer), one.origin
        )


def _action(one: Entry) -> str:
    """What happened: votes that leave are a surplus of the elected, else an exclusion."""
    if one.candidate is None:
        return "non-transferable"
    if one.transfer is not None and one.transfer < 0:
        return "surplus" if one.status == ELECTED else "exclusion"
    return one.status if one.status and one.since in (one.stage, None) else "count"


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def non_transferable(sheet: Sheet) -> tuple[Entry, ...]:
    """The votes that went to nobody where no row tells: valid votes less the totals; nothing where the sheet has slips.

    What is lost in rounding is among them, as in the official reports.
    """
    valid = sheet.fact("valid_votes")
    totals = rebuilt(sheet)
    everybody = len(totals) == len(sheet.names) * len(sheet.stages)
    if valid is None or None in sheet.rows or not everybody or any(slips(sheet)):
        return ()
    found: list[Entry] = []
    before = Decimal(0)
    for stage in sheet.stages:
        total = Decimal(str(valid.value)) - sum(totals[at, stage] for at in range(len(sheet.names)))
        if total < before or (stage == 1 and total):
            return ()
        origin = f"stage {stage}, worked out: valid votes less the candidates' totals"
        if stage > 1:
            found.append(Entry(stage, None, total, total - before, "", None, origin))
        before = total
    return tuple(found)


def method(origin: str) -> tuple[Fact, ...]:
    """What a sheet of transfers is by its nature."""
    return Fact("method", METHOD, origin), Fact("unit", FIRST_PREFERENCES, origin)


def papers(total: str, spoiled: str, valid: str, origin: str) -> Iterator[Doubt]:
    """Valid papers that are not all papers less the spoiled ones."""
    every, bad, good = decimal(total), decimal(spoiled), decimal(valid)
    if every is not None and bad is not None and good is not None and every - bad != good:
        yield (
            origin,
            f"Found {good:,f} valid votes, expected {every - bad:,f}, {every:,f} papers less {bad:,f} spoiled.",
        )
