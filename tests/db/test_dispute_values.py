"""Values of two sources are compared for what they say, not for how they are written."""

from __future__ import annotations

import pytest

from db.reading.disputes.values import Kind, Relation, distance, relation


@pytest.mark.parametrize(
    ("kind", "one", "other", "found"),
    [
        (Kind.FIGURE, "3.90", "3.9", Relation.SAME),
        (Kind.FIGURE, "24,771", "24771", Relation.SAME),
        (Kind.FIGURE, "8.4", "8.49", Relation.OTHER),
        (Kind.FIGURE, "3.90", "3.94", Relation.OTHER),
        (Kind.FIGURE, "55", "55.2", Relation.LESS_EXACT),
        (Kind.FIGURE, "55.2", "55", Relation.LESS_EXACT),
        (Kind.FIGURE, "380000", "381700", Relation.OTHER),
        (Kind.FIGURE, "0", "0.4", Relation.LESS_EXACT),
        (Kind.DATE, "2014-08-20", "2014-08", Relation.LESS_EXACT),
        (Kind.DATE, "2014", "2014-08-20", Relation.LESS_EXACT),
        (Kind.DATE, "2008-07-24", "2008-07-23", Relation.OTHER),
        (Kind.DATE, "2017-07", "2017-08-05", Relation.OTHER),
        (Kind.WORDS, "Labour First", "labour  first", Relation.SAME),
        (Kind.WORDS, "Independent", "Labour First", Relation.OTHER),
        (Kind.WORDS, "[/]", "[b]", Relation.OTHER),
        (Kind.WORDING, "Leader, Oldham", "Leader of Oldham Council", Relation.WORDING),
        (Kind.METHOD, "plurality ballot", "multi-winner plurality", Relation.WORDING),
        (Kind.METHOD, "FPTP by conference delegates", "multi-winner plurality", Relation.WORDING),
        (Kind.METHOD, "OMOV", "electoral college in halves", Relation.OTHER),
        (Kind.METHOD, "a show of hands", "plurality", Relation.WORDING),
    ],
)
def test_two_values_stand_to_each_other(kind: Kind, one: str, other: str, found: Relation) -> None:
    assert relation(kind, one, other) is found
    assert relation(kind, other, one) is found


@pytest.mark.parametrize(
    ("kind", "one", "other", "size"),
    [
        (Kind.FIGURE, "24771", "29942", 100 * 5171 / 29942),
        (Kind.FIGURE, "0", "0", 0.0),
        (Kind.FIGURE, "-1", "1", 200.0),
        (Kind.FIGURE, "none", "1", None),
        (Kind.DATE, "2008-07-23", "2008-07-24", 1.0),
        (Kind.DATE, "2017-07", "2017-08-05", 5.0),
        (Kind.DATE, "2014-08", "2014-08-20", 0.0),
        (Kind.DATE, "1980", "1988", 365 * 7 + 1 + 1),
        (Kind.WORDS, "a", "b", None),
    ],
)
def test_values_are_so_far_apart(kind: Kind, one: str, other: str, size: float | None) -> None:
    found = distance(kind, one, other)
    assert found == (size if size is None else pytest.approx(size))
    assert distance(kind, other, one) == found
