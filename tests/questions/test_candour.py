"""What is not known is said, and what cannot be compared is not compared."""

from __future__ import annotations

import sqlite3

import pytest
from records import PACKAGED, SMALL, Rows, asked, by, column, opened, table, tiny

from db.view import View


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The packaged record."""
    return opened(PACKAGED)


def said(view: View) -> str:
    """Findings and notes."""
    return " ".join((*view.findings, *view.notes))


@pytest.mark.parametrize("contest", ["nec-clp-2018", "nec-clp-2018jan", "nec-clp-2020apr", "nec-clp-2016"])
def test_totals_of_block_votes_are_compared_only_where_each_ballot_has_as_many_votes(
    record: sqlite3.Connection, contest: str
) -> None:
    view = asked(record, "contest", contest=contest)
    same = contest == "nec-clp-2016"
    assert ("% on" in " ".join(view.findings[-1:])) is same
    assert ("% on" in str(by(table(view, "facts"), "fact", "value")["Votes"])) is same


def test_a_by_election_for_one_seat_is_no_fall_in_votes() -> None:
    view = asked(opened(SMALL), "contest", contest="rtu-m-2017-by")
    assert "%" not in str(by(table(view, "facts"), "fact", "value")["Votes"])


PARTLY = """
SELECT contest.key FROM contest JOIN candidacy ON contest_id = contest.id
WHERE contest.status = 'declared' GROUP BY contest.id
HAVING sum(outcome = 'elected') BETWEEN 1 AND contest.seats - 1
"""


def test_a_result_of_which_winners_are_missing_says_that_they_are(record: sqlite3.Connection) -> None:
    keys = [key for (key,) in record.execute(PARTLY)]
    assert "nec-clp-2004" in keys
    silent = [key for key in keys if "not on record" not in said(asked(record, "contest", contest=key))]
    assert silent == []


@pytest.mark.parametrize("key", ["nec-2010", "nec-2022", "nec-2024"])
def test_a_round_of_which_winners_are_missing_says_of_how_many_positions(
    record: sqlite3.Connection, key: str
) -> None:
    view = asked(record, "contest", contest=key)
    positions = sum(column(table(view, "contests"), "seats"))  # type: ignore[arg-type]
    missing = positions - column(view, "outcome").count("elected")
    assert missing > 9
    assert f"{missing:,}" in said(view)
    assert "not on record" in said(view)


ONE: Rows = [{"contest": "c", "body": "b", "section": "s", "date": "2020", "seats": 2}]


def stood(*outcomes: str) -> sqlite3.Connection:
    """A contest for two seats with these outcomes."""
    rows = [
        {"contest": "c", "person": f"p{n}", "outcome": outcome, "slate": "left"}
        for n, outcome in enumerate(outcomes)
    ]
    return tiny(contests=ONE, candidacies=rows)


@pytest.mark.parametrize("outcomes", [("unknown", "unknown"), ("elected", "unknown"), ("elected",)])
def test_a_winner_who_is_not_on_record_is_not_passed_over(outcomes: tuple[str, ...]) -> None:
    assert "not on record" in said(asked(stood(*outcomes), "contest", contest="c"))


def test_a_result_that_is_whole_has_nothing_missing() -> None:
    assert "not on record" not in said(
        asked(stood("elected", "elected", "not elected"), "contest", contest="c")
    )


def test_seats_of_which_no_number_is_on_record_have_no_majority() -> None:
    record = tiny(
        rules=[{"body": "b", "section": "s"}],
        terms=[{"body": "b", "section": "s", "person": "ann", "start": "2010"}],
    )
    view = asked(record, "composition", body="b", date="2011")
    assert view.findings[1].endswith("is not on record, so no majority can be stated.")
    assert not any("had a majority" in one or "A majority" in one for one in view.findings)


def test_a_figure_marked_inferred_keeps_its_mark_in_every_view() -> None:
    small = opened(SMALL)
    assert by(asked(small, "contest", contest="rtu-m-2014"), "person", "basis")["Eve Yew"] == "inferred"
    assert column(asked(small, "candidate", person="eve-yew"), "basis")[0] == "inferred"
    assert "inferred" in column(asked(small, "candidates", text="eve"), "basis")


def test_unsourced_rows_of_the_packaged_record_are_marked_where_they_are_listed(
    record: sqlite3.Connection,
) -> None:
    marked = record.execute("SELECT count(*) FROM candidacy WHERE basis IS NOT NULL").fetchone()[0]
    assert sum(basis is not None for basis in column(asked(record, "candidates"), "basis")) == marked > 0
