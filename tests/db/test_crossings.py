"""Who came and who left: a pure reading of one person's candidacies, day by day."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from db.reading.standing.crossings import Stand, crossings
from db.view import Faction

OURS, KIN, RIVAL, ALLY = (
    Faction(key, key, key, key[0], "#000000") for key in ("ours", "kin", "rival", "ally")
)
WITHIN = (OURS, KIN)


def allied(one: str, other: str, _: str) -> bool:
    """Ours and an ally stand under one umbrella."""
    return {one, other} <= {"ours", "kin", "ally"}


def stands(*slates: tuple[str, Faction], here: bool = True) -> list[Stand]:
    """Candidacies on days."""
    return [
        Stand(at, 7, date, at, "elected", slate, slate in WITHIN, here)
        for at, (date, slate) in enumerate(slates)
    ]


def told(*slates: tuple[str, Faction]) -> tuple[list[tuple[str, str, bool]], list[tuple[str, str, bool]]]:
    """Who came and left as from, to, again."""
    came, left = crossings(stands(*slates), allied)
    return tuple(  # type: ignore[return-value]
        [(one.before.slate.key, one.after.slate.key, one.again) for one in moved] for moved in (came, left)
    )


def test_who_stays_has_neither_come_nor_left() -> None:
    assert told(("2010", OURS), ("2012", KIN), ("2014", OURS)) == ([], [])


def test_who_begins_with_the_faction_has_not_come_and_who_stops_has_not_left() -> None:
    assert told(("2010", OURS)) == ([], [])


def test_who_goes_and_comes_back_is_marked_both_times() -> None:
    assert told(("2010", OURS), ("2012", RIVAL), ("2014", KIN)) == (
        [("rival", "kin", True)],
        [("ours", "rival", True)],
    )
    assert told(("2010", RIVAL), ("2012", OURS)) == ([("rival", "ours", False)], [])


def test_an_ally_is_no_other_side() -> None:
    assert told(("2010", ALLY), ("2012", OURS), ("2014", ALLY)) == ([], [])


def test_who_stands_for_both_on_one_day_is_with_the_faction() -> None:
    assert told(("2010", RIVAL), ("2010", OURS), ("2012", OURS)) == ([], [])
    assert told(("2010", OURS), ("2012", OURS), ("2012", RIVAL), ("2014", RIVAL)) == (
        [],
        [("ours", "rival", False)],
    )


def test_only_what_the_lens_looks_at_is_told() -> None:
    assert crossings(stands(("2010", RIVAL), ("2012", OURS), here=False), allied) == ([], [])


careers = st.lists(
    st.tuples(st.integers(2000, 2008).map(str), st.sampled_from((OURS, KIN, RIVAL, ALLY))), max_size=9
).map(sorted)


@given(careers)
@settings(derandomize=True, deadline=None)
def test_coming_and_leaving_alternate_and_lead_across_the_border(career: list[tuple[str, Faction]]) -> None:
    came, left = crossings(stands(*career), lambda *_: False)
    assert abs(len(came) - len(left)) <= 1
    assert all(one.after.within and not one.before.within for one in came)
    assert all(one.before.within and not one.after.within for one in left)
    assert all(one.before.date < one.after.date for one in (*came, *left))
    days = sorted((*((one.after.date, "in") for one in came), *((one.after.date, "out") for one in left)))
    assert all(earlier[1] != later[1] for earlier, later in pairwise(days))
