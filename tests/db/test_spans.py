"""Spans of which the dates are known to the day, month or year: what holds for certain, and when there are too many holders."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from db.reading.seats.spans import END, Crowd, Sitting, Span, crowd, outnumber, overlaps

DAYS = st.integers(0, 40).map(lambda number: f"20{10 + number // 12:02}-{number % 12 + 1:02}-15")


def span(start: str, end: str = END) -> Span:
    return Span(start, end)


def sittings(*spans: tuple[str, str]) -> list[Sitting]:
    return [Sitting(number, number, Span(*one)) for number, one in enumerate(spans, 1)]


def test_a_span_is_backwards_only_where_its_end_is_before_its_start_for_certain() -> None:
    assert span("2020-05", "2020-04").backwards
    assert not span("2020-05", "2020").backwards, "some day of 2020, which may be after May"
    assert not span("2020", "2020-05").backwards
    assert not span("2020").backwards
    assert not span("2020-05-01", "2020-05-01").backwards


def test_spans_meet_only_where_no_reading_of_their_dates_keeps_them_apart() -> None:
    assert span("2018-01-01", "2019-01-01").meets(span("2018-12-31"))
    assert not span("2018-01-01", "2018-06-01").meets(span("2018")), "it may have begun in December"
    assert not span("2017-01-01", "2018").meets(span("2018-03-01")), (
        "it may have ended on the first of January"
    )
    assert span("2017", "2020").meets(span("2018", "2019-06"))


def test_the_first_day_with_more_holders_than_seats_is_found_with_its_terms() -> None:
    terms = sittings(
        ("2018-01-01", "2020-01-01"), ("2018-01-01", END), ("2019-06-01", END), ("2021-01-01", END)
    )
    assert crowd(terms, [(span("2018-01-01"), 2)]) == Crowd("2019-06-01", (1, 2, 3), 2)
    assert crowd(terms, [(span("2018-01-01"), 3)]) is None


def test_seats_that_are_taken_away_can_leave_too_many_holders() -> None:
    terms = sittings(("2018-01-01", END), ("2018-01-01", END))
    seats = [(span("2018-01-01", "2019-01-01"), 2), (span("2019-01-01"), 1)]
    assert crowd(terms, seats) == Crowd("2019-01-01", (1, 2), 1)


def test_whoever_holds_two_terms_at_a_time_is_one_holder() -> None:
    twice = [Sitting(1, 7, span("2018-01-01")), Sitting(2, 7, span("2019-01-01"))]
    assert crowd(twice, [(span(""), 1)]) is None


def test_on_the_day_of_a_handover_there_is_one_holder() -> None:
    assert crowd(sittings(("2018-01-01", "2019-01-01"), ("2019-01-01", END)), [(span(""), 1)]) is None
    assert crowd(sittings(("2018", "2019"), ("2019", END)), [(span(""), 1)]) is None


def test_where_no_seats_are_known_nobody_is_too_many() -> None:
    assert crowd(sittings(("2018-01-01", END), ("2018-01-01", END)), []) is None
    assert crowd(sittings(("2018-01-01", END), ("2018-01-01", END)), [(span("2030"), 1)]) == Crowd(
        "2030", (1, 2), 1
    )


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(st.tuples(DAYS, DAYS), max_size=12), st.integers(0, 4))
def test_the_first_crowded_day_is_what_counting_each_day_gives(
    ends: list[tuple[str, str]], seats: int
) -> None:
    found = crowd(sittings(*ends), [(span(""), seats)])
    days = sorted({day for pair in ends for day in pair})
    counts = {day: sum(start <= day < end for start, end in ends) for day in days}
    crowded = [day for day in days if counts[day] > seats]
    assert (found.date if found else None) == (crowded[0] if crowded else None)
    assert found is None or len(found.terms) == counts[found.date]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(st.tuples(DAYS, DAYS), max_size=8))
def test_overlaps_are_found_exactly_where_two_spans_share_a_day(ends: list[tuple[str, str]]) -> None:
    spans = [Span(*one) for one in ends]
    found = list(overlaps(list(enumerate(spans))))
    assert all(spans[one].meets(spans[other]) for one, other in found)
    some = any(a.meets(b) for at, a in enumerate(spans) for b in spans[:at])
    assert bool(found) == some


def test_claims_are_too_many_only_at_one_time() -> None:
    assert outnumber([(1, span("2018-01-01")), (2, span("2019-01-01"))], 1) == [1, 2]
    assert outnumber([(1, span("2018-01-01", "2019-01-01")), (2, span("2019-01-01"))], 1) == []
    assert outnumber([(1, span("2018-01-01")), (2, span("2019-01-01"))], 2) == []
