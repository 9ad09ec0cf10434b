"""What must hold of the stages of a count, and how a break of it is told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from importers.results.count_sheet import Entry, Sheet, rebuilt
from importers.results.counts import doubts_of_count
from importers.results.result import Fact

NAMES = ("Ada Oak", "Ben Elm", "Cleo Ash")
ADA, BEN, CLEO = range(3)
NOBODY = None
GOOD = {
    (1, ADA): ("60", "0", "elected", 1), (1, BEN): ("25", "0", "", None), (1, CLEO): ("14", "0", "", None),
    (2, ADA): ("50.00000", "-10.00000", "elected", 1), (2, BEN): ("29.12345", "4.12345", "", None),
    (2, CLEO): ("18.5", "4.5", "excluded", 2), (2, NOBODY): ("1.37655", "1.37655", "", None),
}  # fmt: skip


def told(
    changes: dict[tuple[int, int | None], tuple[str, str, str, int | None]] | None = None, **facts: int
) -> str:
    """The doubts about a count of two stages in which some rows say something else."""
    rows = GOOD | (changes or {})
    entries = tuple(
        Entry(stage, who, Decimal(total), Decimal(transfer), status, since, f"row {number}")
        for number, ((stage, who), (total, transfer, status, since)) in enumerate(rows.items(), 1)
        if total
    )
    known = {"valid_votes": 99, "seats": 1, "quota": 50, **facts}
    sheet = Sheet(NAMES, entries, tuple(Fact(field, value, field) for field, value in known.items()))
    return "\n".join(f"{place}: {words}" for place, words in doubts_of_count(sheet))


def test_a_sound_count_has_no_doubts() -> None:
    assert not told()


@pytest.mark.parametrize(
    ("row", "says", "words"),
    [
        ((2, BEN), ("29.13345", "4.12345", "", None),
         "row 5: Ben Elm, stage 2: found the total 29.13345, expected 29.12345, the total before and a transfer of 4.12345."),
        ((2, NOBODY), ("1.37654", "1.37654", "", None), "row 4: Stage 2: found totals that come to 98.99999 with 1.37654"),
        ((1, CLEO), ("13", "0", "", None), "row 1: Stage 1: found totals that come to 98, expected the 99 valid votes."),
        ((2, ADA), ("50.00000", "-10.00000", "", None),
         "row 4: Ada Oak, stage 2: found no status, expected elected since stage 1 as at stage 1."),
        ((1, BEN), ("25", "0", "elected", 2), "row 2: Ben Elm, stage 1: found elected since stage 2"),
        ((2, BEN), ("29.12345", "4.12345", "elected", 2), "row 5: Found 2 elected, expected 1, the seats of the contest."),
        ((2, BEN), ("", "", "", None), "row 4: Stage 2: found no row of Ben Elm, expected every candidate."),
    ],
)  # fmt: skip
def test_a_break_is_told_with_candidate_stage_what_was_found_and_what_was_expected(
    row: tuple[int, int | None], says: tuple[str, str, str, int | None], words: str
) -> None:
    assert words in told({row: says})


def test_the_quota_is_droops() -> None:
    assert told(quota=51) == "quota: Found the quota 51, expected 50 by 99 valid votes and 1 seats."
    assert "expected 51" in told(valid_votes=100)


def test_fewer_elected_than_seats_are_told_too() -> None:
    assert "Found 1 elected, expected 2" in told(seats=2)


def test_a_total_cut_to_two_decimals_is_no_slip_but_other_decimals_are() -> None:
    assert not told({(2, BEN): ("29.12", "4.12345", "", None)})
    assert not told({(2, BEN): ("29.13", "4.12345", "", None)})
    assert "expected 29.12345" in told({(2, BEN): ("29.14", "4.12345", "", None)})
    assert "expected 29.12345" in told({(2, BEN): ("29", "4.12345", "", None)})


@pytest.mark.parametrize("total", ["31.12345", "22.12345"])
def test_one_slip_is_told_once_whichever_total_the_next_stage_goes_on_from(total: str) -> None:
    later = {(2, BEN): ("20.12345", "4.12345", "", None), (3, BEN): (total, "2", "", None)}
    assert told(later).count("Ben Elm, stage") == 1


def test_a_stage_that_is_missing_is_told() -> None:
    assert "Found stage 4 behind stage 2, expected stage 3." in told({(4, BEN): ("29.12345", "0", "", None)})


def test_totals_are_rebuilt_from_the_first_and_the_transfers() -> None:
    entries = (
        Entry(1, 0, Decimal("1200"), Decimal(0), "", None, "a"),
        Entry(2, 0, Decimal("1210.12"), Decimal("10.12345"), "", None, "b"),
    )
    assert rebuilt(Sheet(("Ada Oak",), entries, ()))[0, 2] == Decimal("1210.12345")
