"""What a brief says of results of every kind, of contests that have none yet, and of what is not known."""

from __future__ import annotations

import re
import sqlite3

import pytest
from records import PACKAGED, SMALL, asked, by, column, opened, table, tiny

from db.errors import Missing
from db.view import View
from tui.exports import export


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The packaged record."""
    return opened(PACKAGED)


def keys(view: View) -> list[str]:
    """The keys of the tables."""
    return [one.key for one in view.tables]


def board(*outcomes: tuple[str, str | None], seats: int = 3, **fields: object) -> View:
    """The brief of a contest of which these are the outcomes and slates."""
    contest = {"contest": "c", "body": "b", "section": "s", "date": "2020-03-01", "seats": seats, **fields}
    rows = [
        {"contest": "c", "person": f"p{at:02}", "outcome": outcome, **({"slate": slate} if slate else {})}
        for at, (outcome, slate) in enumerate(outcomes)
    ]
    return asked(tiny(contests=[contest], candidacies=rows), "brief", contest="c")


WON, LOST, OPEN = "elected", "not elected", "unknown"


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        ([(WON, "left"), (WON, "left"), (WON, "right")], "Left won two of the three seats"),
        ([(WON, "left"), (WON, "left"), (WON, "left")], "Left won all three seats"),
        ([(WON, "left"), (WON, "left"), (WON, None)], "Left won at least two of the three seats"),
        ([(WON, "left"), (WON, "left"), (OPEN, "right")], "Left won at least two of the three seats"),
        ([(WON, None), (WON, None), (WON, None)], "P00, P01 and P02 were elected"),
        ([(WON, None), (WON, None), (OPEN, None)], "P00 and P01 were elected; of one seat the result is not on record"),
        ([(WON, "left"), (OPEN, "left"), (OPEN, None)], "one winner of three seats is on record"),
        ([(OPEN, "left"), (OPEN, "right")], "the result is not on record"),
        ([], "no candidate is on record"),
    ],
)  # fmt: skip
def test_the_headline_says_who_won_how_much_and_no_more_than_is_known(
    outcomes: list[tuple[str, str | None]], said: str
) -> None:
    assert board(*outcomes).title == f"Board, members: {said}"


def test_slates_that_won_as_many_seats_share_the_headline() -> None:
    assert board((WON, "left"), (WON, "right"), seats=2).title.endswith(
        "Left and Right won one of the two seats each"
    )


def test_one_seat_has_one_winner_who_keeps_it_or_wins_it(record: sqlite3.Connection) -> None:
    assert asked(record, "brief", contest="nec-youth-2018").title.endswith(
        "Lara McNeill (Momentum) won the seat"
    )
    assert asked(record, "brief", contest="nec-youth-2020").title.endswith(
        "Lara McNeill (Momentum) kept the seat"
    )


def test_before_the_result_it_is_a_preview() -> None:
    view = asked(opened(SMALL), "brief", contest="rtu-e-2026")
    assert view.title == "RTU, estate delegates: two candidates for two seats; nominations are open"
    assert keys(view) == ["slates", "holders", "last", "standing", "facts"]
    assert by(table(view, "holders"), "person", "stands") == {
        "Hal Box": "not on record",
        "Jo O'Casey-Reed": "yes",
    }
    assert table(view, "last").title == "The last result: 1 May 2018"
    assert by(table(view, "last"), "person", "votes")["Ida May"] == 120_000
    assert by(view, "person", "threshold")["Jo O'Casey-Reed"] == "1 short of 5"
    assert column(table(view, "standing"), "person") == ["Jo O'Casey-Reed (sitting member)", "Ida May"]
    assert not any("elected" in said for said in view.findings)


def test_a_by_election_tells_of_the_seats_that_it_filled_and_who_left_them(
    record: sqlite3.Connection,
) -> None:
    seats = table(asked(record, "brief", contest="nec-clp-2020apr"), "changes")
    assert by(seats, "after", "before") == {
        "Johanna Baxter": "Navendu Mishra",
        "Gurinder Singh Josan": "Claudia Webbe",
    }
    assert set(column(seats, "kind")) == {"gained"}
    assert all("elected MP" in str(said) for said in column(seats, "story"))


def test_additional_seats_are_new(record: sqlite3.Connection) -> None:
    seats = table(asked(record, "brief", contest="nec-clp-2018jan"), "changes")
    assert column(seats, "kind") == ["new seat"] * 3
    assert not any(column(seats, "before"))


def test_a_count_without_figures_shows_no_column_of_votes_and_says_that_they_are_missing(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "brief", contest="nec-clp-2022")
    assert not any(column(view, "votes"))
    assert "The votes are not on record." in view.notes


def test_percentages_are_called_so(record: sqlite3.Connection) -> None:
    view = asked(record, "brief", contest="nec-bame-2020")
    assert view.columns[view.column("votes")].label == "Percent"
    assert column(table(view, "slates"), "votes") == [None] * len(table(view, "slates").rows)


def test_a_round_counts_positions_by_slate_and_by_backer(record: sqlite3.Connection) -> None:
    view = asked(record, "brief", contest="nec-2020-november")
    assert view.title == "NEC elections November 2020: Grassroots Voice won at least five of the 15 positions"
    assert by(table(view, "backed"), "faction", "seats")["momentum"] == 7
    assert sum(column(table(view, "contests"), "seats")) == 15  # type: ignore[arg-type]
    assert len(table(view, "winners").rows) == 15
    assert len(table(view, "changes").rows) >= 13
    assert "section" in [one.key for one in view.columns]


def test_a_round_checks_the_claims_on_it_and_on_its_contests_once_each(record: sqlite3.Connection) -> None:
    claims = table(asked(record, "brief", contest="nec-2020-november"), "claims")
    stated = [
        (str(one), verdict)
        for one, verdict in zip(column(claims, "stated"), column(claims, "verdict"), strict=True)
    ]
    assert ("7 of 15 seats", "holds") in stated
    assert len({row.key for row in claims.rows}) == len(claims.rows) > 5


def test_a_round_whose_winners_are_mostly_missing_has_no_winner(record: sqlite3.Connection) -> None:
    title = asked(record, "brief", contest="nec-2010").title
    assert title.startswith("Labour ballots of September 2010: ") and "are on record" in title
    assert "won" not in title


def test_outcomes_that_are_not_on_record_are_named_and_not_counted_as_lost(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "brief", contest="nec-lg-2020")
    assert "Whether Jo Bird and Matt White were elected is not on record." in view.notes
    assert column(table(view, "others"), "person") == ["Jo Bird", "Matt White"]
    assert "losers" not in keys(view)


def test_a_slate_of_which_somebody_may_have_won_has_no_nought_for_its_seats(
    record: sqlite3.Connection,
) -> None:
    slates = table(asked(record, "brief", contest="nec-clp-2002"), "slates")
    assert by(slates, "faction", "seats") == {"none": 1, "clga": None}


def test_sitting_members_who_lost_come_first_of_many_and_the_rest_are_counted() -> None:
    view = board(*[(WON, "left")] * 3, *[(LOST, "right")] * 57)
    losers = table(view, "losers")
    assert losers.title == "Those not elected (12 of 57)"
    assert losers.lead.endswith("which holds 45 more.")
    assert len(view.rows) == 60


def test_a_brief_holds_everybody_whatever_is_filtered(record: sqlite3.Connection) -> None:
    whole = asked(record, "brief", contest="nec-clp-2014")
    view = asked(record, "brief", contest="nec-clp-2014", factions="clga", text="Ann")
    assert view.rows == whole.rows
    told = "A brief is of everybody who stands or stood, whatever is switched on or typed to filter by."
    assert set(view.notes) - set(whole.notes) == {told}


def test_without_a_contest_it_is_of_the_last_one_up_to_the_day(record: sqlite3.Connection) -> None:
    view = asked(record, "brief", body="nec", section="clp", date="2017")
    assert view.lens.contest == "nec-clp-2016"
    with pytest.raises(Missing, match="No contest"):
        asked(record, "brief", body="nec", section="clp", date="1990")
    with pytest.raises(Missing, match="no contest 'nothing'"):
        asked(record, "brief", contest="nothing")


def test_a_brief_scans_no_table_that_grows(record: sqlite3.Connection) -> None:
    asked_for: list[str] = []
    record.set_trace_callback(asked_for.append)
    asked(record, "brief", contest="nec-clp-2014")
    record.set_trace_callback(None)
    scans = {
        detail
        for query in asked_for
        if query.lstrip().upper().startswith(("SELECT", "WITH"))
        for *_, detail in record.execute(f"EXPLAIN QUERY PLAN {query}")
        for table in ("candidacy", "contest", "person", "term", "endorsement", "event")
        if detail.startswith(f"SCAN {table}") and "VIRTUAL" not in detail
    }
    assert scans == set()


def test_a_note_on_a_claim_is_told_of_its_words_and_not_of_its_verdict(record: sqlite3.Connection) -> None:
    page = export(asked(record, "brief", contest="nec-clp-2020apr"), "markdown")
    assert "from the various Labour left slates”: of votes: each member had two" in page
    assert "- holds:" not in page


def test_no_brief_names_a_source_by_its_key_or_a_field_as_the_files_do(record: sqlite3.Connection) -> None:
    keys = {key for (key,) in record.execute("SELECT key FROM source WHERE key GLOB '*[0-9]*'")}
    for (contest,) in record.execute("SELECT key FROM contest").fetchall():
        view = asked(record, "brief", contest=contest)
        (facts,) = [one for one in view.tables if one.key == "facts"]
        said = [*view.notes, *(str(cell) for row in facts.rows for cell in row.cells)]
        words = {word for one in said for word in re.findall(r"[\w-]+", one)}
        assert not words & keys, contest
        assert not {word for word in words if "_" in word}, contest


def test_of_whom_something_is_the_first_stands_behind_a_comma(record: sqlite3.Connection) -> None:
    page = export(asked(record, "brief", contest="nec-clp-2014"), "markdown")
    assert "first since, Centre-Left Grassroots Alliance, NEC, members' section" in page
