"""What short lines say of a contest, and what they only seem to say."""

from __future__ import annotations

import pytest

from importers.formats.contest_words import stated_in, without_seats


def said(text: str, *, titles: bool = False) -> dict[str, str | int | float]:
    found = stated_in([(text, "line 1")], titles=titles)
    return {fact.field: fact.value for fact in (*found.facts, *found.counts)}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Electorate: 6178, Turnout: 38.02%", {"electorate": 6178, "turnout": 38.02}),
        ("Electorate 6,178", {"electorate": 6178}),
        ("Turnout: 2,349 (38.02%)", {"ballots": 2349, "turnout": 38.02}),
        ("Number of ballot papers issued 2,349", {"issued": 2349}),
        ("Rejected ballot papers = 12", {"spoilt": 12}),
        ("Number of ballot papers rejected: 12", {"spoilt": 12}),
        ("Ballot papers verified 2,349", {"ballots": 2349}),
        ("Total valid votes 2,337", {"valid_votes": 2337}),
        ("Total votes 2,337", {"total": 2337}),
        ("Quota: 780", {"quota": 780}),
        ("Mill (3 seats)", {"seats": 3}),
        ("Mill (two seats)", {"seats": 2}),
        ("Vacancies: 4", {"seats": 4}),
        ("Mill (2)", {}),
        ("Turnout was higher than the 38 per cent of last time", {}),
        ("The party lost 3 seats in the north, where turnout fell", {}),
        ("Electorate", {}),
    ],
)  # fmt: skip
def test_a_label_with_its_figure_is_read_and_a_sentence_is_not(text: str, facts: dict[str, float]) -> None:
    assert said(text) == facts


def test_titles_say_seats_in_brackets_the_day_and_a_by_election() -> None:
    assert said("Mill (2)", titles=True) == {"seats": 2}
    assert said("Mill by-election: 12 May 2022", titles=True) == {"kind": "by-election", "date": "2022-05-12"}
    assert said("Town Council Election Thursday 3 May 2018", titles=True) == {"date": "2018-05-03"}
    assert (without_seats("Mill (2)"), without_seats("Mill (3 seats)"), without_seats("Mill")) == (
        "Mill",
    ) * 3


def test_figures_beyond_what_can_be_are_doubts() -> None:
    lines = [
        ("Turnout: 140%", "line 3"),
        ("Vacancies: 9999", "line 4"),
        ("Electorate: 99999999999999", "line 5"),
    ]
    found = stated_in(lines)
    assert [place for place, _ in found.doubts] == ["line 3", "line 4", "line 5"]
    assert not found.facts
