"""The rules of the record say how many may vote in the National Executive Committee on any day."""

from itertools import pairwise

import pytest

from .tables import Row, key_of, table

VOTING_SEATS = {"2014-10-01": 33, "2016-10-01": 35, "2018-02-01": 39, "2020-03-01": 38, "2020-11-13": 39}


@pytest.mark.parametrize(("day", "seats"), VOTING_SEATS.items())
def test_the_rules_give_the_size_of_the_executive(day: str, seats: int) -> None:
    """The voting seats of the NEC on a day, from the half-open rules alone."""
    rules = [row for row in table("rules") if row["body"] == "nec" and row["voting"] == "1"]
    valid = [row for row in rules if row["valid_from"] <= day < (row["valid_to"] or "9999")]
    assert sum(int(row["seats"]) for row in valid) == seats


def test_rules_of_a_section_follow_without_gap_or_overlap() -> None:
    """One rule ends where the next begins."""
    chain = sorted(table("rules"), key=lambda row: (row["body"], row["section"], row["valid_from"]))
    pairs = [(one, two) for one, two in pairwise(chain) if same_section(one, two)]
    assert [key_of("rules", one) for one, two in pairs if one["valid_to"] != two["valid_from"]] == []


def same_section(one: Row, two: Row) -> bool:
    """Whether two rules are of one section."""
    return (one["body"], one["section"]) == (two["body"], two["section"])
