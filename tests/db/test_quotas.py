"""A printed quota is one of the usual ones, as exact as it is printed, or none."""

from __future__ import annotations

import pytest

from db.measures.quotas import is_usual

QUOTAS = [
    ("Droop", 100, 1, 51.0), ("Droop of nine seats", 1234, 9, 124.0), ("Hare", 100, 4, 25.0), ("exact Droop", 100, 2, 33.33333),
    ("Newland-Britton", 100, 2, 33.34), ("exact Droop cut off", 100, 2, 33.33), ("five decimals raised", 100, 2, 33.33334),
    ("nine decimals raised", 1000, 6, 142.857142858), ("Hagenbach-Bischoff rounded up", 90, 2, 30.0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("valid", "seats", "quota"), [case[1:] for case in QUOTAS], ids=[case[0] for case in QUOTAS]
)
def test_every_usual_quota_is_usual(valid: float, seats: int, quota: float) -> None:
    assert is_usual(quota, valid, seats)


@pytest.mark.parametrize("quota", [52.0, 49.0, 50.5, 0.0, 101.0])
def test_no_other_quota_is_usual(quota: float) -> None:
    assert not is_usual(quota, 100, 1)
