"""Values of measures that others published or worked out, where their list lies beside the project."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from pytest import approx

from db.measures.power import power
from db.measures.proportionality import (
    effective_number,
    gallagher,
    loosemore_hanby,
    percentages,
    sainte_lague,
)
from db.measures.swing import Pair, butler, pedersen, steed

LISTED = Path(__file__).parents[2].parent / "shared" / "ground-truth" / "indices.json"


def cases() -> list[dict[str, Any]]:
    """The cases of the list; none where it is absent."""
    found: list[dict[str, Any]] = json.loads(LISTED.read_text("utf-8"))["cases"] if LISTED.exists() else []
    return found


CASES = {case["id"]: case for case in cases()}
SERIES = {"lsq-uk-series"}
"""Published results without the votes that they were worked out of."""


def shares(case: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Votes or seats in percent; rows of another case where the case says so."""
    if "data" in case:
        case = CASES[case["data"].removeprefix("rows of ")]
    return case[f"{key}_pct"] if f"{key}_pct" in case else percentages(case[key])


def measured(case: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as many shapes as the list has
    """What our formulas give for a case."""
    index = case["index"]
    if index == "enp" and "shares_cases" in case:
        return [
            float(effective_number([Fraction(size) for size, times in one for _ in range(times)]) or 0)
            for one in case["shares_cases"]
        ]
    if index == "enp":
        return effective_number(case["seats"].values())
    if index == "pedersen":
        return pedersen(case["before"], case["after"])
    if index in ("butler_swing", "steed_swing"):
        pairs = [Pair(case[when][case["a"]], case[when][case["b"]]) for when in ("before", "after")]
        return (butler if index == "butler_swing" else steed)(*pairs)
    if index in ("banzhaf", "shapley_shubik"):
        found = power(case["weights"], case["quota"])
        return {side: getattr(one, index.partition("_")[0]) for side, one in found.items()}
    formula = {"gallagher_lsq": gallagher, "loosemore_hanby": loosemore_hanby, "sainte_lague": sainte_lague}[
        index
    ]
    return formula(shares(case, "votes"), shares(case, "seats"))


@pytest.mark.skipif(not CASES, reason="the list of published values is not here")
@pytest.mark.parametrize("name", [name for name in CASES if name not in SERIES] or [""])
def test_a_published_value_comes_out(name: str) -> None:
    case = CASES[name]
    found = measured(case)
    if "expected_fractions" in case:
        assert found == {side: Fraction(value) for side, value in case["expected_fractions"].items()}
    elif "expected_list" in case:
        assert found == approx(case["expected_list"], abs=case["tolerance"])
    else:
        assert float(found) == approx(case["expected"], abs=case.get("tolerance", 1e-9))
    if "swings" in case:
        assert {side: one.swings for side, one in power(case["weights"], case["quota"]).items()} == case[
            "swings"
        ]
