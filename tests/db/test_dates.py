"""Dates as precise as they are known: what users rely on when a page gives only the month or the year."""

from __future__ import annotations

from datetime import date as day

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.dates import MONTHS, after, agree, eve, includes, is_date, on_day, within, written, years_later

QUICK = settings(derandomize=True, deadline=None, database=None, max_examples=60)
DAYS = st.dates(day(1900, 1, 1), day(2100, 12, 31)).map(day.isoformat)
DATES = st.builds(lambda text, length: text[:length], DAYS, st.sampled_from((4, 7, 10)))


@pytest.mark.parametrize("text", ["2014", "2014-08", "2014-08-20", "2016-02-29", "0001"])
def test_a_year_a_month_and_a_day_are_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    ["", "14", "2014-13", "2014-00", "2014-8", "2015-02-29", "2014-06-31", "2014-08-20T10", "20 August 2014",
     "2014-08-20\n", "0000", "2014/08", " 2014", "-2014"],
)  # fmt: skip
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize("text", ["２０１４", "٢٠١٤-٠٨", "2014-0٨"])
def test_digits_of_other_scripts_make_no_date_since_they_would_not_sort(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("2014-08-20", "20 August 2014", "20 Aug 2014"),
        ("2014-08-01", "1 August 2014", "1 Aug 2014"),
        ("2014-08", "August 2014", "Aug 2014"),
        ("2014", "2014", "2014"),
        ("about 2014", "about 2014", "about 2014"),
        ("", "", ""),
        (None, "", ""),
    ],
)
def test_a_date_is_written_in_words_no_more_precise_than_it_is_known(
    text: str | None, long: str, short: str
) -> None:
    assert written(text) == long
    assert written(text, short=True) == short


@pytest.mark.parametrize(
    ("text", "next_one"),
    [("2014", "2015"), ("2014-08", "2014-09"), ("2014-12", "2015-01"), ("2014-12-31", "2015-01-01"),
     ("2016-02-28", "2016-02-29"), ("0999", "1000")],
)  # fmt: skip
def test_an_interval_that_includes_a_date_ends_right_after_it(text: str, next_one: str) -> None:
    assert after(text) == next_one


@pytest.mark.parametrize("text", ["9999", "9999-12", "9999-12-31"])
def test_a_date_is_accepted_only_where_something_can_come_after_it(text: str) -> None:
    assert not is_date(text) or after(text) > text


@pytest.mark.parametrize(
    ("text", "years", "later"),
    [("2014", 2, "2016"), ("2014-08", 2, "2016-08"), ("2014-08-20", 2, "2016-08-20"), ("2014-08", 2.5, "2017-02"),
     ("2014-08-20", 0.25, "2014-11-20"), ("2014-11", 0.25, "2015-02"), ("2014-08-20", 0, "2014-08-20")],
)  # fmt: skip
def test_some_years_later_is_the_same_day_month_or_year(text: str, years: float, later: str) -> None:
    assert years_later(text, years) == later


@pytest.mark.parametrize("text", ["9997", "9997-06", "9997-12-31"])
def test_beyond_the_calendar_is_after_every_date_and_before_none(text: str) -> None:
    assert text < "9998-12-31" < years_later(text, 2) == "9999"


def test_a_term_of_one_year_from_a_leap_day_ends_on_a_day_that_exists() -> None:
    assert is_date(years_later("2016-02-29", 1))


@QUICK
@given(DATES)
def test_after_a_date_is_later_and_of_the_same_precision(text: str) -> None:
    following = after(text)
    assert is_date(following)
    assert following > text
    assert len(following) == len(text)


@QUICK
@given(DAYS)
def test_no_day_lies_between_a_day_and_the_one_after_it(text: str) -> None:
    assert (day.fromisoformat(after(text)) - day.fromisoformat(text)).days == 1


@QUICK
@given(DATES)
def test_every_date_that_is_known_can_be_written(text: str) -> None:
    words = written(text)
    assert words.endswith(text[:4])
    assert (len(text) > 4) == any(month in words for month in MONTHS)


@QUICK
@given(DATES, st.integers(0, 20))
def test_more_years_later_is_never_earlier(text: str, years: int) -> None:
    assert text <= years_later(text, years) < years_later(text, years + 1)


@QUICK
@given(DAYS)
def test_a_year_contains_its_months_and_days_but_no_day_contains_itself(text: str) -> None:
    assert includes(text[:4], text[:7])
    assert includes(text[:4], text)
    assert includes(text[:7], text)
    assert not includes(text, text)
    assert not includes(text, text[:7])


@QUICK
@given(DAYS, DAYS)
def test_dates_agree_where_either_is_as_the_other_or_contains_it(one: str, other: str) -> None:
    for precision in (4, 7, 10):
        less = other[:precision]
        assert agree(one, less) == agree(less, one) == (one == less or includes(less, one))


def test_a_year_contains_no_day_of_another_year() -> None:
    assert agree("2010-09", "2010-09-30") and not agree("2010-09", "2010-10-01")
    assert not includes("2010", "2011-01-01")
    assert not includes("2010-09", "2010-10-01")


def test_an_interval_holds_its_first_day_and_not_its_last_and_either_end_may_be_open() -> None:
    days = ("2014-08-19", "2014-08-20", "2014-09", "2014-10")
    assert [within(day, "2014-08-20", "2014-10") for day in days] == [False, True, True, False]
    assert [within(day, None, "2014-09") for day in days] == [True, True, False, False]
    assert [within(day, "2014-09", None) for day in days] == [False, False, True, True]


def test_a_date_in_a_sentence_is_on_a_day_but_in_a_month_or_year() -> None:
    assert [on_day(one) for one in ("2014-08-20", "2014-08", "2014")] == [
        "on 20 August 2014", "in August 2014", "in 2014",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "before"),
    [("2014-08-20", "2014-08-19"), ("2014-03", "2014-02-28"), ("2018", "2017-12-31"), ("0001", "0001-01-01")],
)
def test_the_eve_is_the_day_before_a_date_begins(text: str, before: str) -> None:
    assert eve(text) == before
