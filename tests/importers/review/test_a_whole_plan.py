"""A source that says all that a source can say: everything is proposed, stored, known the second time, and taken back."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

import pytest
from candidates import HOSTILE, found
from records import rows_of_all

from db.editing.taking import taken
from db.errors import SlatewatchError
from db.ledger import importing, undo
from db.lens import Lens
from db.questions import ask
from db.reading.disputes.found import Disputes
from db.view import Fact as RowOfRecord
from importers.intake import Intake, Sourced
from importers.origin import Origin
from importers.results.result import Backing, Doubt, Fact, Papers, Result, Seat, Stage
from importers.review.decisions import NEW_FACTION, SOMEBODY_NEW, Decisions, Wanted
from importers.review.onrecord import OnRecord
from importers.review.planning import plan
from importers.review.proposal import CHANGED, CONFLICT, DOUBTFUL, NEW, SAME, Plan
from importers.storage.storing import Making, store


class Offer(NamedTuple):
    """A plan and what was decided."""

    plan: Plan
    decisions: Decisions


def offered(record: sqlite3.Connection, *results: Sourced, **decided: object) -> Offer:
    """What results would change."""
    decisions = Decisions(**decided)  # type: ignore[arg-type]
    files = tuple(Origin(f"file {number}") for number in range(1 + max(one.file for one in results)))
    return Offer(plan(OnRecord(record), Intake(files, results), decisions), decisions)


def stored(record: sqlite3.Connection, offer: Offer) -> int:
    """Store a plan, and give its number."""
    with importing(record, offer.plan.intake.name, "digest", "summary") as ledger:
        store(ledger, offer.plan, offer.decisions, offer.plan.intake.origins, Making())
    return ledger.number


PLACE = (
    Fact("body", "Riverside Tenants' Union", "title"),
    Fact("section", "members", "title"),
    Fact("date", "2024-06-01", "title"),
)


def rich() -> Result:
    """A count of a contest that is not on record, with all that goes with it."""
    candidates = (
        found("Ada Oak", 30, "elected", slate="TLA", stage=1, identifiers=(("ward-list", "7"),), gender="f"),
        found("Una Other", 20, "elected", endorsements=(Backing("Rent Watch", "line 3", sought=False),)),
        found("Ben Ash", 10, "not elected", nominations=4, sitting=True),
    )
    facts = (
        *PLACE,
        Fact("seats", 2, "line 1"),
        Fact("ballots", 60, "line 2"),
        Fact("contest", "papers:x.2024", "line 1"),
    )
    stages = (Stage(1, "elected", 0, 30, None, "line 9"), Stage(2, "non-transferable", None, 3, 3, "line 12"))
    papers = (Papers(40, ((0,), (1, 2))), Papers(20, ((2,),)))
    return Result("count", candidates, (), facts=facts, stages=stages, papers=papers)


def test_everything_is_stored_known_again_and_taken_back(record: sqlite3.Connection) -> None:
    before = rows_of_all(record)
    offer = offered(record, Sourced(0, rich()))
    assert {item.kind for one in offer.plan.proposals for item in one.items} == {NEW}
    number = stored(record, offer)
    again = offered(record, Sourced(0, rich()))
    assert {item.kind for one in again.plan.proposals for item in one.items} == {SAME}
    assert not again.plan.changes
    undo(record, number)
    assert rows_of_all(record) == before


def test_what_is_stored_is_found_where_one_looks_for_it(record: sqlite3.Connection) -> None:
    stored(record, offered(record, Sourced(0, rich())))
    view = ask(record, "contest", Lens(contest="rtu-members-2024"), 0, None)
    assert [row.cells[view.column("person")] for row in view.rows] == ["Ada Oak", "Una Other", "Ben Ash"]
    seats, ballots, figures, status = record.execute(
        "SELECT seats, ballots, figures, status FROM contest WHERE key = 'rtu-members-2024'"
    ).fetchone()
    assert (seats, ballots, figures, status) == (2, 60, "complete", "declared")
    assert record.execute("SELECT sought FROM endorsement ORDER BY id DESC LIMIT 1").fetchone() == (0,)
    candidacies = dict(
        record.execute("SELECT person.name, candidacy.id FROM candidacy JOIN person ON person.id = person_id")
    )
    newest = "SELECT preferences FROM ballot ORDER BY papers DESC"
    ada, una, ben = (
        record.execute(
            "SELECT candidacy.id FROM candidacy JOIN person ON person.id = person_id JOIN contest ON contest.id = contest_id "
            "WHERE contest.key = 'rtu-members-2024' AND person.name = ?",
            [name],
        ).fetchone()[0]
        for name in ("Ada Oak", "Una Other", "Ben Ash")
    )
    assert [row[0] for row in record.execute(newest)] == [f"{ada}>{una}={ben}", str(ben)]
    assert candidacies
    tables = {table.key: [row.cells for row in table.rows] for table in view.tables}
    assert tables["stages"] == [(1, "elected", "Ada Oak", None, 30), (2, "non-transferable", "", 3, 3)]
    assert ("Ballot papers on record", "60, 2 different") in tables["facts"]
    known = "SELECT entity, scheme, value FROM identifier ORDER BY id"
    assert record.execute(known).fetchall() == [("contest", "papers", "x.2024"), ("person", "ward-list", "7")]


def prose() -> Result:
    """An article on the same contest: two things more, one thing else."""
    told = (
        found("Ada Oak", None, "elected", rests_on="Oak won.", certain=False),
        found("Una Other", 21, rests_on="Other had 21.", certain=False),
        found(
            "Ben Ash",
            endorsements=(Backing("Tidewater Group", "paragraph 2"),),
            rests_on="Tidewater backs Ash.",
            certain=False,
        ),
    )
    return Result("article", told, (), facts=PLACE)


def test_an_article_beside_a_table_adds_only_what_the_table_does_not_say(record: sqlite3.Connection) -> None:
    offer = offered(record, Sourced(0, rich()), Sourced(0, prose(), prose=True))
    (proposal,) = offer.plan.proposals
    further = [
        (row.found.name, row.kind, row.ticked, row.found.votes) for row in proposal.rows if row.further
    ]
    assert further == [("Una Other", DOUBTFUL, False, 21), ("Ben Ash", DOUBTFUL, False, None)]


def test_who_is_elected_by_the_text_and_absent_from_the_table_is_told(record: sqlite3.Connection) -> None:
    article = prose()._replace(
        candidates=(*prose().candidates, found("Zed Zephyr", None, "elected", certain=False))
    )
    (proposal,) = offered(record, Sourced(0, rich()), Sourced(0, article, prose=True)).plan.proposals
    absent = "Zed Zephyr is elected, expected a name among the 3 candidates of the table."
    assert ("line of Zed Zephyr", absent) in proposal.doubts


def test_what_an_article_adds_is_stored_when_accepted_and_both_values_are_kept(
    record: sqlite3.Connection,
) -> None:
    told = (Sourced(0, rich()), Sourced(0, prose(), prose=True))
    (proposal,) = offered(record, *told).plan.proposals
    ticks = {row.key: True for row in proposal.rows if row.further}
    offer = offered(record, *told, ticks=ticks)
    assert [row.kind for row in offer.plan.proposals[0].rows if row.further] == [CONFLICT, CHANGED]
    stored(record, offer)
    query = "SELECT field, value, chosen, note FROM citation WHERE field = 'votes' AND value = '21'"
    assert record.execute(query).fetchall() == [("votes", "21", 0, "Other had 21.")]
    backed = "SELECT faction.key FROM endorsement JOIN faction ON faction.id = faction_id ORDER BY endorsement.id DESC LIMIT 2"
    assert sorted(row[0] for row in record.execute(backed)) == ["tide", "watch"]
    assert not offered(record, *told, ticks=ticks).plan.changes, "the same again changes nothing"


def test_the_value_of_the_source_may_be_shown_and_that_of_the_record_kept_beside_it(
    record: sqlite3.Connection,
) -> None:
    result = Result("", (found("Ada Oak", 301),), ())
    wanted = Wanted("rtu-m-2014")
    (row,) = offered(record, Sourced(0, result), wanted=wanted).plan.proposals[0].rows
    before = rows_of_all(record)
    number = stored(record, offered(record, Sourced(0, result), wanted=wanted, shown={row.key: True}))
    view = ask(record, "contest", Lens(contest="rtu-m-2014"), 0, None)
    assert view.rows[0].cells[view.column("votes")] == 301
    query = "SELECT value, chosen FROM citation WHERE field = 'votes' AND entity = 'candidacy' AND value IN ('300', '301')"
    assert sorted(record.execute(query)) == [("300", 0), ("301", 1)]
    undo(record, number)
    assert rows_of_all(record) == before


def test_a_value_that_was_taken_with_a_reason_gives_way_where_the_one_of_a_source_is_shown(
    record: sqlite3.Connection,
) -> None:
    wanted = Wanted("rtu-m-2014")
    stored(record, offered(record, Sourced(0, Result("", (found("Ada Oak", 301),), ())), wanted=wanted))
    query = """
        SELECT candidacy.id FROM candidacy JOIN person ON person.id = person_id JOIN contest ON contest.id = contest_id
        WHERE person.name = 'Ada Oak' AND contest.key = 'rtu-m-2014'
    """
    (candidacy,) = record.execute(query).fetchone()
    taken(record, RowOfRecord("candidacy", candidacy), "votes", "301", "a recount")
    other = Sourced(0, Result("", (found("Ada Oak", 302),), ()))
    (row,) = offered(record, other, wanted=wanted).plan.proposals[0].rows
    stored(record, offered(record, other, wanted=wanted, shown={row.key: True}))
    chosen = "SELECT value, reason FROM citation WHERE entity = 'candidacy' AND entity_id = ? AND field = 'votes' AND chosen = 1"
    assert record.execute(chosen, [candidacy]).fetchall() == [("302", None)]
    assert [
        side.value for side in next(iter(Disputes(record).of([RowOfRecord("candidacy", candidacy)]))).others
    ] == ["301", "300"]


def test_a_row_whose_figures_do_not_add_up_waits_to_be_accepted(record: sqlite3.Connection) -> None:
    doubts: tuple[Doubt, ...] = (("line of Una Other, column 2", "does not add up"),)
    rows = (
        found("Ada Oak", 30)._replace(origin="line of Ada Oak, column 1"),
        found("Una Other", 20)._replace(origin="line of Una Other, column 1"),
    )
    result = Result("", rows, doubts)
    wanted = Wanted(None, "rtu", "members", "2024-06-01")
    kinds = [row.kind for row in offered(record, Sourced(0, result), wanted=wanted).plan.proposals[0].rows]
    assert kinds == [NEW, DOUBTFUL]
    taken = offered(record, Sourced(0, result), wanted=wanted, ticks={"0.1": True}).plan
    assert [row.stored for row in taken.proposals[0].rows] == [True, True]


def test_a_corrected_value_is_what_is_stored(record: sqlite3.Connection) -> None:
    result = Result("", (found("Ada Oak", 3001),), ())
    offer = offered(record, Sourced(0, result), wanted=Wanted("rtu-m-2014"), values={(0, 0, "votes"): 300})
    assert [row.kind for row in offer.plan.proposals[0].rows] == [SAME]


def test_a_label_that_is_no_faction_can_be_given_one_or_be_made_one(record: sqlite3.Connection) -> None:
    result = Result("", (found("Ada Oak", 9, slate="Moon"), found("Una Other", 8, slate="Sun")), ())
    wanted = Wanted(None, "rtu", "members", "2024-06-01")
    offer = offered(record, Sourced(0, result), wanted=wanted, factions={"Moon": "tide", "Sun": NEW_FACTION})
    before = rows_of_all(record)
    number = stored(record, offer)
    view = ask(record, "contest", Lens(contest="rtu-members-2024"), 0, None)
    names = [cell.name for row in view.rows if (cell := row.cells[view.column("slate")])]  # type: ignore[union-attr]
    assert names == ["Tidewater Group", "Sun"]
    assert OnRecord(record).faction("moon") == OnRecord(record).faction("tide"), "the answer is remembered"
    undo(record, number)
    assert rows_of_all(record) == before


def test_every_label_may_become_a_faction(record: sqlite3.Connection) -> None:
    result = Result("", (found("Ada Oak", 9, slate="Moon"), found("Una Other", 8, slate="TLA")), ())
    wanted = Wanted(None, "rtu", "members", "2024-06-01")
    stored(record, offered(record, Sourced(0, result), wanted=wanted, make_factions=True))
    assert record.execute("SELECT name, kind FROM faction WHERE name IN ('Moon', 'TLA')").fetchall() == [
        ("Moon", "label")
    ]


def test_words_beside_a_name_that_are_a_slate_on_record_are_the_slate(record: sqlite3.Connection) -> None:
    rows = (found("Ada Oak", 9, words="Steady"), found("Una Other", 8, words="Chair, North"))
    (proposal,) = offered(
        record, Sourced(0, Result("", rows, ())), wanted=Wanted(None, "rtu", "members", "2024")
    ).plan.proposals
    assert [(row.found.slate, row.found.words) for row in proposal.rows] == [
        ("Steady", ""),
        ("", "Chair, North"),
    ]
    assert proposal.rows[0].slate == OnRecord(record).faction("steady")


def test_two_files_on_one_new_contest_make_it_once(record: sqlite3.Connection) -> None:
    one = Result("", (found("Ada Oak", 9),), (), facts=PLACE)
    other = Result("", (found("Una Other", 8),), (), facts=PLACE)
    stored(record, offered(record, Sourced(0, one), Sourced(1, other)))
    assert record.execute("SELECT count(*) FROM contest WHERE date = '2024-06-01'").fetchone() == (1,)
    assert record.execute("SELECT count(*) FROM source WHERE title LIKE 'file %'").fetchone() == (2,)


def test_two_files_on_one_new_contest_mean_the_same_new_persons(record: sqlite3.Connection) -> None:
    one = Result("", (found("Una Other", 9), found("Zed Nobody", 7)), (), facts=PLACE)
    other = Result("", (found("Una Other", 9, identifiers=(("ward-list", "7"),)),), (), facts=PLACE)
    stored(record, offered(record, Sourced(0, one), Sourced(1, other)))
    assert record.execute("SELECT count(*) FROM person WHERE name = 'Una Other'").fetchone() == (1,)
    again = offered(record, Sourced(0, one), Sourced(1, other))
    assert not again.plan.changes and not again.plan.open


def test_one_name_in_two_contests_of_a_body_on_one_day_is_two_persons(record: sqlite3.Connection) -> None:
    other = (Fact("body", "RTU", "t"), Fact("section", "estates", "t"), PLACE[2])
    later = (PLACE[0], PLACE[1], Fact("date", "2026-01-01", "t"))
    results = [Result("", (found("Una Other", 9),), (), facts=facts) for facts in (PLACE, other, later)]
    stored(record, offered(record, *(Sourced(0, one) for one in results)))
    query = "SELECT person_id FROM candidacy JOIN person ON person.id = person_id WHERE name = 'Una Other' ORDER BY candidacy.id"
    first, second, third = (row[0] for row in record.execute(query))
    assert first != second and third in (first, second)


def test_a_body_is_made_where_the_source_names_it_plainly_and_else_only_when_told(
    record: sqlite3.Connection,
) -> None:
    plain = (Fact("body", "Moon Council", "t"), Fact("section", "Crater", "t"), Fact("date", "2024", "t"))
    result = Result("", (found("Ada Oak", 9),), (), facts=plain)
    number = stored(record, offered(record, Sourced(0, result)))
    assert record.execute("SELECT count(*) FROM body WHERE name = 'Moon Council'").fetchone() == (1,)
    undo(record, number)
    assert record.execute("SELECT count(*) FROM body WHERE name = 'Moon Council'").fetchone() == (0,)
    unsure = Result("", result.candidates, (), facts=(plain[0]._replace(certain=False), *plain[1:]))
    assert offered(record, Sourced(0, unsure)).plan.proposals[0].target is None
    told = offered(record, Sourced(0, unsure), wanted=Wanted(body="Moon Council", new=True))
    assert told.plan.proposals[0].target is not None
    bare = Result("", result.candidates, ())
    with pytest.raises(SlatewatchError, match="no body 'Sun Council'"):
        offered(record, Sourced(0, bare), wanted=Wanted(None, "Sun Council", "x", "2024"))


def test_seats_that_are_held_become_terms_with_on_whose_behalf(record: sqlite3.Connection) -> None:
    seats = (
        Seat(
            "Ada Oak",
            "Oak, Ada",
            "membership 1",
            section="members",
            start="2024-01",
            how_gained="co-opted",
            faction="TLA",
        ),
        Seat("Una Other", "Other, Una", "membership 2", section="wardens", start="2023", end="2024"),
    )
    result = Result("", (), (), facts=(Fact("body", "RTU", "file"),), seats=seats)
    before = rows_of_all(record)
    offer = offered(record, Sourced(0, result))
    assert [one.kind for one in offer.plan.proposals[0].seats] == [NEW, NEW]
    number = stored(record, offer)
    view = ask(record, "composition", Lens(body="rtu", section="members", date="2024-02"), 0, None)
    assert "Ada Oak" in repr(view.rows)
    again = offered(record, Sourced(0, result)).plan
    assert [one.kind for one in again.proposals[0].seats] == [SAME, SAME] and not again.changes
    undo(record, number)
    assert rows_of_all(record) == before


def test_ballots_wait_until_it_is_clear_who_every_candidate_is(record: sqlite3.Connection) -> None:
    result = rich()
    unclear = result._replace(
        candidates=(result.candidates[0]._replace(name="A Oak", identifiers=()), *result.candidates[1:])
    )
    (proposal,) = offered(record, Sourced(0, unclear)).plan.proposals
    assert [one.kind for one in proposal.counts] == [DOUBTFUL, DOUBTFUL]
    (answered,) = offered(record, Sourced(0, unclear), persons={"A Oak": SOMEBODY_NEW}).plan.proposals
    assert [one.kind for one in answered.counts] == [NEW, NEW]


def test_who_is_answered_to_be_somebody_new_is_told_apart_from_those_suggested(
    record: sqlite3.Connection,
) -> None:
    result = Result("", (found("A Oak", 9),), ())
    wanted = Wanted(None, "rtu", "members", "2024-06-01")
    before = rows_of_all(record)
    number = stored(
        record, offered(record, Sourced(0, result), wanted=wanted, persons={"A Oak": SOMEBODY_NEW})
    )
    query = "SELECT one.name, other.name FROM distinction JOIN person AS one ON one.id = person_id JOIN person AS other ON other.id = other_id"
    assert ("Ada Oak", "A Oak") in record.execute(query).fetchall()
    undo(record, number)
    assert rows_of_all(record) == before


def test_what_the_user_says_goes_before_what_the_name_of_a_file_may_mean(record: sqlite3.Connection) -> None:
    likely = (
        Fact("body", "Angus", "the name", certain=False),
        Fact("section", "Crater", "line 1"),
        Fact("date", "2017", "the name", "angus_2017.csv", certain=False),
    )
    results = [
        Sourced(0, Result("", (found("Ada Oak", 9),), (), facts=likely)),
        Sourced(1, Result("", (), ())),
    ]
    wanted = Wanted(body="Moon Council", date="2017-05-04", new=True)
    target = offered(record, *results, wanted=wanted).plan.proposals[0].target
    assert target is not None
    assert (target.new_body, target.new_section, target.date) == ("Moon Council", "Crater", "2017-05-04")


def test_outcomes_by_the_votes_alone_are_offered_as_derived_and_stored_when_accepted(
    record: sqlite3.Connection,
) -> None:
    rows = (found("Ada Oak", 30), found("Una Other", 20), found("Ben Ash", 10))
    wanted = Wanted(None, "rtu", "members", "2016-12-01", 2)
    result = Result("", rows, (), facts=(Fact("method", "first past the post", "title"),))
    (count,) = offered(record, Sourced(0, result), wanted=wanted).plan.proposals[0].counts
    assert (count.kind, count.ticked) == (DOUBTFUL, False)
    assert count.words == "2 of 3 elected by their votes: Ada Oak, Una Other"
    before = rows_of_all(record)
    number = stored(record, offered(record, Sourced(0, result), wanted=wanted, ticks={count.key: True}))
    query = "SELECT outcome FROM candidacy JOIN contest ON contest.id = contest_id WHERE contest.date = '2016-12-01' ORDER BY votes DESC"
    assert [row[0] for row in record.execute(query)] == ["elected", "elected", "not elected"]
    cited = "SELECT count(*) FROM citation JOIN source ON source.id = source_id WHERE source.kind = 'derived' AND field = 'outcome'"
    assert record.execute(cited).fetchone() == (3,)
    again = offered(record, Sourced(0, result), wanted=Wanted("rtu-members-2016"))
    assert not again.plan.changes and not again.plan.proposals[0].counts
    undo(record, number)
    assert rows_of_all(record) == before


@pytest.mark.parametrize(
    "facts",
    [
        (Fact("method", "single transferable vote", "title"),),
        (Fact("method", "first past the post", "title"), Fact("quota_rule", "at least one woman", "title")),
        (),
    ],
)
def test_no_outcome_is_derived_where_a_rule_may_override_the_votes(
    record: sqlite3.Connection, facts: tuple[Fact, ...]
) -> None:
    rows = (found("Ada Oak", 30), found("Una Other", 20), found("Ben Ash", 10))
    plain = (
        Fact("body", "Moon Council", "t"),
        Fact("section", "Crater", "t"),
        Fact("date", "2024", "t"),
        Fact("seats", 2, "t"),
    )
    (proposal,) = offered(record, Sourced(0, Result("", rows, (), facts=(*plain, *facts)))).plan.proposals
    assert not proposal.counts


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_from_outside_is_data(record: sqlite3.Connection, text: str) -> None:
    facts = (
        Fact("body", f"{text} body", text),
        Fact("section", f"{text} ward", text),
        Fact("date", "2024", text),
    )
    facts = (*facts, Fact("method", text, text), Fact("contest", f"x:{text}", text))
    backing = Backing(text, text, rests_on=text)
    one = found(
        f"{text} Nobody",
        5,
        slate=text,
        words=text,
        endorsements=(backing,),
        rests_on=text,
        identifiers=(("x", text),),
    )
    seat = Seat(
        f"{text} Holder",
        text,
        text,
        section=text,
        start="2024",
        how_gained=text,
        represents=text,
        faction=text,
    )
    result = Result(text, (one,), ((text, text),), facts=facts, seats=(seat,))
    before = rows_of_all(record)
    number = stored(
        record, offered(record, Sourced(0, result), factions={text: NEW_FACTION}, ticks={"0.0": True})
    )
    assert record.execute("SELECT votes FROM results WHERE person = ?", [f"{text} Nobody"]).fetchall() == [
        (5,)
    ]
    undo(record, number)
    assert rows_of_all(record) == before
