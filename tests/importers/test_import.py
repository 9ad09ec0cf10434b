"""From results to the record and back: what is new, the same, a gap, a conflict, a question; and undoing it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

import pytest
from candidates import HOSTILE, found

from db.errors import Missing, SlatewatchError, Unusable
from db.identity import Names
from db.ledger import importing, imports, undo
from db.lens import Lens
from db.questions import ask
from importers.intake import Intake, Sourced
from importers.origin import Origin
from importers.results.result import Doubt, Found, Result
from importers.review.decisions import SOMEBODY_NEW, Decisions, Wanted
from importers.review.onrecord import OnRecord
from importers.review.planning import plan
from importers.review.proposal import CHANGED, CONFLICT, DOUBTFUL, NEW, SAME, Plan, Proposed
from importers.review.targeting import of_contest, of_section
from importers.storage.storing import Making, store


def dump(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Every row of every table that says something of the record, keys of derived rows aside."""
    tables = ("source", "contest", "person", "candidacy", "citation", "tally", "person_search")
    rows = {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in tables}
    terms = "SELECT person_id, section_id, contest_id, candidacy_id, since, until, basis FROM term"
    return rows | {"term": sorted(map(repr, connection.execute(terms)))}


def standing(record: sqlite3.Connection) -> dict[str, object]:
    """Who stood in the contest of 2014, with their votes."""
    view = ask(record, "contest", Lens(contest="rtu-m-2014"), 0, None)
    person, votes = view.column("person"), view.column("votes")
    return {str(row.cells[person]): row.cells[votes] for row in view.rows}


class Offer(NamedTuple):
    """A plan of one contest, with what was decided."""

    plan: Plan
    decisions: Decisions

    @property
    def rows(self) -> tuple[Proposed, ...]:
        return self.plan.proposals[0].rows

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        return self.plan.proposals[0].doubts


def offered(record: sqlite3.Connection, result: Result, decisions: Decisions) -> Offer:
    """What a result would change."""
    intake = Intake((Origin("result.csv"),), (Sourced(0, result),))
    return Offer(plan(OnRecord(record), intake, decisions), decisions)


def proposed(
    record: sqlite3.Connection,
    *rows: Found,
    contest: str = "rtu-m-2014",
    persons: dict[str, str] | None = None,
) -> Offer:
    """What rows would change in a contest."""
    return offered(record, Result("", rows, ()), Decisions(Wanted(contest), persons=persons or {}))


def made(record: sqlite3.Connection, *rows: Found, seats: int | None = None) -> Offer:
    """What rows would change in a contest of 2024, which is not on record."""
    wanted = Wanted(None, "rtu", "members", "2024-06-01", seats)
    return offered(record, Result("", rows, ()), Decisions(wanted))


def stored(record: sqlite3.Connection, offer: Offer, name: str = "result.csv") -> int:
    """Store a plan, and give its number."""
    with importing(record, name, "digest", "summary") as ledger:
        origins = [Origin(name, "The Gazette")]
        store(ledger, offer.plan, offer.decisions, origins, Making(unit="members' votes"))
    return ledger.number


def test_what_the_record_has_is_the_same_and_changes_nothing(record: sqlite3.Connection) -> None:
    proposal = proposed(record, found("Ada Oak", 300, "elected"), found("Dee Fir", 150, "not elected"))
    assert [row.kind for row in proposal.rows] == [SAME, SAME]
    assert not proposal.plan.changes


def test_another_figure_is_kept_beside_that_of_the_record(record: sqlite3.Connection) -> None:
    proposal = proposed(record, found("Ada Oak", 301))
    assert [row.kind for row in proposal.rows] == [CONFLICT]
    stored(record, proposal)
    assert standing(record)["Ada Oak"] == 300
    query = "SELECT field, value, chosen, place FROM citation WHERE entity = 'candidacy' AND field = 'votes' AND value = '301'"
    assert record.execute(query).fetchall() == [("votes", "301", 0, "line of Ada Oak")]
    assert not proposed(record, found("Ada Oak", 301)).plan.changes, "the same again changes nothing"


def test_a_gap_is_filled_and_a_new_candidate_added_with_place_and_source(record: sqlite3.Connection) -> None:
    proposal = proposed(record, found("Ada Oak", nominations=12), found("Zed Nobody", 5, "not elected"))
    assert [row.kind for row in proposal.rows] == [CHANGED, NEW]
    stored(record, proposal)
    view = ask(record, "contest", Lens(contest="rtu-m-2014"), 0, None)
    assert standing(record)["Zed Nobody"] == 5
    assert "The Gazette" in [source.publisher for source in view.sources]
    assert record.execute("SELECT nominations FROM candidacy WHERE nominations = 12").fetchone() == (12,)
    assert ask(record, "candidates", Lens(text="nobody"), 0, 10).total == 1


def test_undoing_restores_every_row(record: sqlite3.Connection) -> None:
    before = dump(record)
    number = stored(
        record, proposed(record, found("Ada Oak", 301, nominations=12), found("Zed Nobody", 5, "elected"))
    )
    assert dump(record) != before
    undo(record, number)
    assert dump(record) == before
    with pytest.raises(Missing, match="undone already"):
        undo(record, number)
    with pytest.raises(Missing, match="no import number 99"):
        undo(record, 99)


def test_an_import_on_which_a_later_one_rests_is_not_undone(record: sqlite3.Connection) -> None:
    first = stored(record, proposed(record, found("Zed Nobody", 5)))
    second = stored(record, proposed(record, found("Zed Nobody", 7), contest="rtu-m-2018"), "later.csv")
    with pytest.raises(Unusable, match=rf"import {second} \(later\.csv\) rests on it"):
        undo(record, first)
    undo(record, second)
    undo(record, first)
    assert [one.undone is None for one in imports(record)] == [False, False]


def test_an_earlier_import_is_undone_under_a_later_one_that_does_not_rest_on_it(
    record: sqlite3.Connection,
) -> None:
    first = stored(record, proposed(record, found("Zed Nobody", 5)))
    stored(record, proposed(record, found("Una Other", 6)))
    undo(record, first)
    assert "Una Other" in standing(record) and "Zed Nobody" not in standing(record)


def test_a_name_that_nearly_fits_is_a_question_with_reasons(record: sqlite3.Connection) -> None:
    proposal = proposed(record, found("A Oak", 300), found("Benn Ash", 250))
    assert [row.kind for row in proposal.rows] == [DOUBTFUL, DOUBTFUL]
    assert [row.suggestions[0].key for row in proposal.rows] == ["ada-oak", "ben-ash"]
    assert "stood for this section in 20" in proposal.rows[0].suggestions[0].reason
    before = dump(record)
    assert not proposal.plan.changes
    answered = proposed(record, found("A Oak", 300), persons={"A Oak": "ada-oak"})
    assert [row.kind for row in answered.rows] == [SAME]
    somebody = proposed(record, found("A Oak", 300), persons={"A Oak": SOMEBODY_NEW})
    assert [(row.kind, row.person) for row in somebody.rows] == [(NEW, None)]
    assert dump(record) == before


def test_two_persons_of_one_name_are_a_question_unless_one_of_them_stands_in_the_contest(
    record: sqlite3.Connection,
) -> None:
    record.execute("INSERT INTO person (key, name, sort_name) VALUES ('ada-oak-2', 'Ada Oak', 'Oak, Ada')")
    offer = made(record, found("Ada Oak", 300))
    assert offer.rows[0].kind == DOUBTFUL
    assert [one.key for one in offer.rows[0].suggestions] == ["ada-oak", "ada-oak-2"]
    assert "this section" in offer.rows[0].suggestions[0].reason
    assert [row.kind for row in proposed(record, found("Ada Oak", 300)).rows] == [SAME]
    twice = proposed(record, found("Ada Oak", 300), found("Ada  OAK", 20))
    assert [row.asked for row in twice.rows] == ["", "twice"]


def test_a_name_given_twice_is_stored_once_at_most(record: sqlite3.Connection) -> None:
    proposal = proposed(record, found("Zed Nobody", 5), found("Zed  NOBODY", 6))
    assert [row.kind for row in proposal.rows] == [NEW, DOUBTFUL]
    stored(record, proposal)


def test_a_new_contest_is_made_from_section_and_date(record: sqlite3.Connection) -> None:
    target = of_section(record, "rtu", "members", "2024-06-01", 2)
    assert (target.contest, target.key) == (None, "rtu-members-2024")
    rows = (found("Ada Oak", 9, "elected"), found("Una Other", 8, "elected"), found("Ben Ash", 7))
    proposal = made(record, *rows, seats=2)
    assert [row.outcome for row in proposal.rows] == ["elected", "elected", "not elected"]
    stored(record, proposal)
    view = ask(record, "composition", Lens(body="rtu", section="members", date="2024-07"), 0, None)
    cells = [row.cells[view.column("holders")] for row in view.rows]
    holders = [holder.person for cell in cells for holder in cell]  # type: ignore[union-attr]
    assert sorted(holders) == ["Ada Oak", "Una Other"]
    again = of_section(record, "rtu", "members", "2024", None)
    assert again.key == "rtu-members-2024" and again.contest is not None


def test_outcomes_are_not_inferred_where_the_source_names_fewer_than_the_seats(
    record: sqlite3.Connection,
) -> None:
    rows = (found("Ada Oak", 9, "elected"), found("Una Other", 8))
    assert [row.outcome for row in made(record, *rows, seats=3).rows] == [
        "elected",
        "unknown",
    ]


def test_more_elected_than_seats_and_strange_slates_are_said(record: sqlite3.Connection) -> None:
    rows = [found(f"New {letter}", 9, "elected", slate="Moon Party") for letter in "ABCD"]
    doubts = [words for _, words in proposed(record, *rows).doubts]
    assert any("4 elected, expected at most 3" in words for words in doubts)
    assert any("'Moon Party' is no faction on record" in words for words in doubts)


def test_a_contest_that_is_not_clear_is_asked_for(record: sqlite3.Connection) -> None:
    with pytest.raises(SlatewatchError, match="--section is wanted"):
        of_section(record, "rtu", None, "2024", None)
    with pytest.raises(Missing, match="no contest"):
        of_contest(record, "nothing-2014")
    with pytest.raises(Missing, match="rtu-2018 is a round of several contests"):
        of_contest(record, "rtu-2018")


def test_half_an_import_leaves_nothing_behind(record: sqlite3.Connection) -> None:
    before = dump(record)
    with (
        pytest.raises(RuntimeError),
        importing(record, "broken.csv", "digest", "summary") as ledger,
    ):
        offer = proposed(record, found("Zed Nobody", 5))
        store(ledger, offer.plan, offer.decisions, [Origin("broken.csv")], Making())
        raise RuntimeError
    assert dump(record) == before and imports(record) == ()


def test_another_writer_is_waited_for_and_then_said(record: sqlite3.Connection, tmp_path: Path) -> None:
    record.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(tmp_path / "small.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with (
        pytest.raises(Unusable, match="cannot be written"),
        importing(record, "x.csv", "digest", "summary"),
    ):
        pass
    other.execute("ROLLBACK")
    other.close()


def test_an_umbrella_of_the_slate_on_record_contradicts_nothing(record: sqlite3.Connection) -> None:
    query = """
        SELECT person.name, umbrella.name FROM candidacy JOIN person ON person.id = person_id
        JOIN membership ON membership.faction_id = slate_id JOIN faction AS umbrella ON umbrella.id = umbrella_id
        JOIN contest ON contest.id = contest_id WHERE contest.key = 'rtu-m-2018' ORDER BY 1, 2
    """
    name, umbrella = record.execute(query).fetchone()
    assert [row.kind for row in proposed(record, found(name, slate=umbrella), contest="rtu-m-2018").rows] == [
        SAME
    ]
    other = proposed(record, found(name, slate="Steady Hands"), contest="rtu-m-2018")
    assert [row.kind for row in other.rows] == [CONFLICT]


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_a_name_looks_like_it_is_stored_as_it_is(record: sqlite3.Connection, name: str) -> None:
    stored(record, proposed(record, found(f"{name} Nobody", 5, slate=name, words=name)))
    assert standing(record)[f"{name} Nobody"] == 5


def test_an_initial_or_a_shorter_name_is_suggested(record: sqlite3.Connection) -> None:
    names = Names(record)
    assert [one.key for one in names.suggest("B. Ash")] == ["ben-ash"]
    assert names.suggest("Quentin Unheard") == ()
    assert names.suggest("ÁDA OAK")[0].exact
