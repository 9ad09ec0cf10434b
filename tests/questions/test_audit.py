"""Every kind of fault is found, at its row, with what was found and expected; a sound record has none."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
from records import PACKAGED, SMALL, Rows, asked, cell, column, opened, table, tiny

from db.errors import Missing
from db.lens import Lens
from db.questions import ask
from db.questions.audit.finding import Severity
from db.questions.audit.kinds import KINDS
from db.questions.audit.quota_rules import fewest_women
from db.questions.audit.words import Tally, findings
from db.view import Row, View

CONTEST = {
    "contest": "c", "body": "b", "section": "s", "status": "declared", "date": "2014-05-01", "figures": "complete",
    "method": "first past the post", "seats": 1, "unit": "members' votes", "sources": "page",
}  # fmt: skip
ANN = {"contest": "c", "person": "ann", "outcome": "elected"}
BOB = {"contest": "c", "person": "bob", "outcome": "not elected"}
CAT = {"contest": "c", "person": "cat", "outcome": "not elected"}
RULE = {"body": "b", "section": "s", "valid_from": "2010", "seats": 1, "sources": "page"}
HELD = {"body": "b", "section": "s", "sources": "page"}
SOURCES = [{"source": "page", "title": "Page", "publisher": "Gazette"}]


def audit(**files: Rows) -> View:
    return asked(tiny(**{"sources": SOURCES, **files}), "audit")


def polled(*votes: float | None, contest: dict[str, Any] | None = None, **files: Rows) -> View:
    """A contest of up to three candidates with their votes, and what else is told of it."""
    stood = [one | {"votes": count} for one, count in zip((ANN, BOB, CAT), votes, strict=False)]
    return audit(**{"contests": [CONTEST | (contest or {})], "candidacies": stood, **files})


def held(*terms: dict[str, Any], **files: Rows) -> View:
    return audit(**{"rules": [RULE], "terms": [HELD | one for one in terms], **files})


def kinds(view: View) -> set[object]:
    return set(column(view, "kind"))


def the(view: View, kind: str) -> Row:
    """The one finding of a kind."""
    (row,) = [row for row in view.rows if cell(view, row, "kind") == kind]
    return row


def told(view: View, kind: str) -> tuple[object, object, object]:
    row = the(view, kind)
    return cell(view, row, "row"), cell(view, row, "found"), cell(view, row, "expected")


STV = {"method": "single transferable vote", "unit": "first preferences"}


@pytest.mark.parametrize(
    ("contest", "votes"),
    [
        ({}, (50, 30, 20)),
        ({"ballots": 103, "valid_votes": 100, "electorate": 412, "turnout": 25.0}, (50, 30, 20)),
        ({"ballots": 40, "votes_per_ballot": 3}, (40, 40, 30)),
        (STV | {"quota": 51, "valid_votes": 100}, (60, 30, 10)),
        ({"unit": "percent"}, (55.5, 30.0, 14.5)),
        ({"figures": "partial", "valid_votes": 500}, (50, 30, None)),
    ],
)
def test_a_sound_contest_gives_neither_error_nor_warning(
    contest: dict[str, Any], votes: tuple[float, ...]
) -> None:
    assert not {"error", "warning"} & set(column(polled(*votes, contest=contest), "severity"))


def test_the_small_record_gives_what_its_sources_contradict_and_nothing_else() -> None:
    view = asked(opened(SMALL), "audit")
    found = {
        (row, kind)
        for row, kind in zip(column(view, "row"), column(view, "kind"), strict=True)
        if kind != "derived"
    }
    assert found == {
        ("candidacies rtu-m-2014/cy-elm", "share-against-votes"),
        ("candidacies rtu-m-2018/hal-box", "may-be-two"),
        ("candidacies rtu-m-2016/eve-yew", "rule-decided"),
        ("contests rtu-m-2020", "no-outcome"),
        ("contests rtu-m-2014", "inferred"),
    }


WRONG: list[tuple[str, dict[str, Any], tuple[float | None, ...], str, str]] = [
    ("votes-above-papers", {"ballots": 45}, (50, 30, 20), "candidacies c/ann", "at most 45 ballot papers"),
    ("votes-above-papers", {"ballots": 90}, (50, 30, 20), "contests c", "at most 90: 90 ballot papers, one vote each"),
    ("votes-above-papers", {"electorate": 45}, (50, 30, 20), "candidacies c/ann", "at most 45 members of the electorate"),
    ("papers-against-papers", {"ballots": 200, "electorate": 150}, (50, 30, 20), "contests c", "at most 150, the electorate"),
    ("papers-against-papers", {"ballots": 101, "valid_votes": 102, "figures": "partial"}, (50, None), "contests c",
     "at most 101: 101 ballot papers, one vote each"),
    ("total-against-votes", {"valid_votes": 101}, (50, 30, 20), "contests c", "100, the sum of three figures"),
    ("total-against-votes", {"valid_votes": 99, "seats": 2}, (50, 30, 20), "contests c", "100, the sum of three figures"),
    ("total-against-votes", {"valid_votes": 80, "ballots": 60, "seats": 2}, (50, 30, 20), "contests c", "100, the sum of three figures"),
    ("total-against-votes", {"valid_votes": 70, "figures": "partial"}, (50, 30, None), "contests c", "at least the 80 on record"),
    ("turnout-against-figures", {"ballots": 100, "electorate": 400, "turnout": 38.0}, (50, 30, 20), "contests c", "25.00%: 100 of 400"),
    ("quota-against-votes", STV | {"quota": 40, "valid_votes": 100}, (39, 38, 23), "contests c", "51 (Droop) or another usual one"),
    ("quota-reached", STV | {"quota": 51, "valid_votes": 100}, (30, 60, 10), "candidacies c/bob", "fewer than the quota 51"),
    ("outcome-against-votes", {}, (30, 50, 20), "candidacies c/ann", "no more votes for anybody not elected"),
    ("percent-above-all", {"unit": "percent"}, (80.0, 30.0, 14.5), "contests c", "at most 100%"),
    ("fewer-elected-than-seats", {"seats": 2}, (50, 30, 20), "contests c", "two seats filled"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "contest", "votes", "row", "expected"), WRONG)
def test_a_figure_that_cannot_be_is_found_with_what_was_expected(
    kind: str, contest: dict[str, Any], votes: tuple[float | None, ...], row: str, expected: str
) -> None:
    name, _, should = told(polled(*votes, contest=contest), kind)
    assert name == row
    assert expected in str(should)


def test_more_elected_than_seats() -> None:
    view = audit(contests=[CONTEST], candidacies=[ANN, BOB | {"outcome": "elected"}])
    assert told(view, "more-elected-than-seats") == ("contests c", "2 elected", "at most one seat")


def test_what_cannot_be_recomputed_is_not_told() -> None:
    missing = {"figures": "partial", "valid_votes": 90}
    assert "total-against-votes" not in kinds(polled(50, None, 20, contest=missing))
    assert "turnout-against-figures" not in kinds(polled(50, 30, contest={"turnout": 38.0}))
    cards = {"unit": "card votes", "ballots": 12, "valid_votes": 90}
    assert "error" not in column(polled(50000, 30000, contest=cards), "severity")


def test_shares_and_ranks_that_do_not_follow_from_the_votes() -> None:
    stood = [ANN | {"votes": 50, "share": 50.0, "rank": 2}, BOB | {"votes": 30, "share": 30.0, "rank": 1}]
    view = audit(contests=[CONTEST], candidacies=[*stood, CAT | {"votes": 20, "share": 26.0, "rank": 3}])
    assert told(view, "share-against-votes") == (
        "candidacies c/cat", "a share of 26% with 20 members' votes", "about 20%, by the others' shares",
    )  # fmt: skip
    assert told(view, "rank-against-votes")[0] == "candidacies c/ann"


def ranked(*ranks: int, votes: tuple[int, ...] = (50, 30, 20), figures: str = "complete") -> View:
    three = zip((ANN, BOB, CAT), votes, ranks, strict=True)
    stood = [one | {"votes": had, "rank": rank} for one, had, rank in three]
    return audit(contests=[CONTEST | {"figures": figures}], candidacies=stood)


def test_a_rank_that_leaves_out_a_place_is_found_once_where_the_result_is_complete() -> None:
    assert told(ranked(1, 3, 4), "rank-against-votes") == (
        "candidacies c/bob", "rank 3 with 30 members' votes", "rank 2: 1 had more",
    )  # fmt: skip
    assert "rank-against-votes" not in kinds(ranked(1, 3, 4, figures="partial"))


@pytest.mark.parametrize("ranks", [(1, 2, 2), (1, 3, 3), (1, 2, 3), (1, 3, 2)])
def test_equals_may_be_ranked_as_one_or_one_after_the_other(ranks: tuple[int, int, int]) -> None:
    assert "rank-against-votes" not in kinds(ranked(*ranks, votes=(50, 25, 25)))


def test_a_share_that_was_changed_by_hand_is_out_of_date() -> None:
    record = tiny(sources=SOURCES, contests=[CONTEST], candidacies=[ANN | {"votes": 60}, BOB | {"votes": 40}])
    record.execute("UPDATE candidacy SET share = 10")
    view = asked(record, "audit")
    assert column(view, "kind").count("share-out-of-date") == 2


def test_outcome_and_status_contradict_each_other() -> None:
    view = polled(50, 30, contest={"status": "voting"})
    assert told(view, "outcome-against-status")[0] == "candidacies c/ann"
    over = audit(contests=[CONTEST], candidacies=[ANN | {"outcome": "pending"}])
    assert told(over, "outcome-against-status")[1] == "pending in a contest that is declared"


def test_a_rule_that_overrode_the_votes_is_a_notice_and_no_warning() -> None:
    view = polled(30, 50, 20, contest={"quota_rule": "at least one woman"})
    assert "outcome-against-votes" not in kinds(view)
    assert cell(view, the(view, "rule-decided"), "severity") == "notice"


GENDERS = [{"person": key, "name": key, "sort_name": key, "gender": "m"} for key in ("ann", "bob", "cat")]


def test_a_rule_is_broken_only_where_the_record_states_gender() -> None:
    contest = {"seats": 2, "quota_rule": "at least one of two women"}
    stood = [ANN, BOB | {"outcome": "elected"}, CAT]
    broken = audit(contests=[CONTEST | contest], candidacies=stood, persons=GENDERS)
    assert told(broken, "rule-broken") == (
        "contests c",
        "two men among 2 elected",
        "at least one of two women",
    )
    unstated = audit(contests=[CONTEST | contest], candidacies=stood)
    assert cell(unstated, the(unstated, "rule-not-told"), "severity") == "notice"


@pytest.mark.parametrize(
    ("words", "seats", "least"),
    [("at least four women of nine", 9, 4), ("at least 3 of 6 women", 6, 3), ("at least half women (1997 rule)", 6, 3),
     ("at least one winner a woman", 2, 1), ("all women", 6, 6), ("gender quota", 4, None), ("at least five women", 3, None)],
)  # fmt: skip
def test_the_words_of_a_rule_say_how_many_women(words: str, seats: int, least: int | None) -> None:
    assert fewest_women(words, seats) == least


def test_stages_that_carry_figures_are_added_up() -> None:
    contest = STV | {"seats": 1}
    stages = [
        {"contest": "c", "stage": 1, "action": "count", "person": "ann", "votes": 40},
        {"contest": "c", "stage": 2, "action": "count", "person": "ann", "votes": 75, "transfer": 30},
        {"contest": "c", "stage": 2, "action": "exclusion", "person": "cat", "votes": 0, "transfer": -25},
        {"contest": "c", "stage": 2, "action": "elected", "person": "bob"},
    ]
    view = polled(45, 30, 25, contest=contest, stages=stages)
    assert told(view, "stage-against-votes")[1:] == (
        "40 at the first stage",
        "45 first preferences, as in the result",
    )
    assert told(view, "stage-against-transfer")[1:] == ("75 after 30 at stage 2", "70, with 40 before")
    assert told(view, "stage-transfers")[1:] == ("30 gained at stage 2", "at most the 25 given away")
    assert told(view, "stage-against-outcome")[1] == "elected at stage 2"


def test_stages_without_figures_are_no_finding() -> None:
    stages = [{"contest": "c", "stage": 9, "action": "elected", "person": "ann"}]
    assert not any(
        str(kind).startswith("stage") for kind in kinds(polled(45, 30, 25, contest=STV, stages=stages))
    )


def test_a_chosen_margin_that_the_votes_do_not_give() -> None:
    cited = {
        "table": "candidacies",
        "row": "c/bob",
        "field": "votes short of election",
        "source": "page",
        "chosen": 1,
    }
    right, wrong = cited | {"value": "20"}, cited | {"value": "21"}
    assert "margin-against-votes" not in kinds(polled(50, 30, citations=[right]))
    assert told(polled(50, 30, citations=[wrong]), "margin-against-votes")[2] == "20, by the votes"


def test_terms_that_overlap_gap_and_outlive_their_seats() -> None:
    crowd = held(
        {"person": "ann", "start": "2012-01-01"},
        {"person": "bob", "start": "2012-01-01", "end": "2014-01-01"},
    )
    assert told(crowd, "more-holders-than-seats")[1:] == (
        "two holders on 1 January 2012, the first such day",
        "one seat",
    )
    twice = held(
        {"person": "ann", "start": "2012-01-01", "end": "2014-01-01"},
        {"person": "ann", "start": "2013-01-01", "end": "2015-01-01"},
    )
    assert told(twice, "one-person-twice")[0] == "terms b/s/ann/2013-01-01"
    backwards = held({"person": "ann", "start": "2014-05-01", "end": "2013"})
    assert told(backwards, "ends-before-start")[1] == "an end in 2013"
    gap = held(
        {"person": "ann", "start": "2011", "end": "2012-03-01"}, {"person": "bob", "start": "2013-01-01"}
    )
    assert told(gap, "seat-between-holders")[0] == "terms b/s/bob/2013-01-01"
    lapsed = held({"person": "ann", "start": "2011", "end": "2019"}, rules=[RULE | {"valid_to": "2015"}])
    assert told(lapsed, "term-outlives-seats")[2] == "an end by 2015"


def test_a_vacancy_that_is_said_and_dates_that_may_meet_are_no_gap() -> None:
    terms = (
        {"person": "ann", "start": "2011", "end": "2012-03-01"},
        {"person": "bob", "start": "2013-01-01"},
    )
    empty = HELD | {"start": "2012-03-01", "end": "2013-01-01"}
    assert "seat-between-holders" not in kinds(held(*terms, vacancies=[empty]))
    vague = held({"person": "ann", "start": "2011", "end": "2012-03"}, {"person": "bob", "start": "2012-04"})
    assert "seat-between-holders" not in kinds(vague)


def test_candidates_with_two_slates() -> None:
    stood = [ANN | {"slate": "left"}, BOB | {"slate": "right"}]
    endorsed = [{"contest": "c", "person": "ann", "faction": "right"}]
    view = audit(contests=[CONTEST], candidacies=stood, endorsements=endorsed)
    assert told(view, "backed-by-rival")[1] == "on the slate Left, endorsed by Right"
    rounds = [{"round": "r", "name": "Round"}]
    both = [CONTEST | {"round": "r"}, CONTEST | {"contest": "d", "round": "r"}]
    twice = [ANN | {"slate": "left"}, ANN | {"contest": "d", "slate": "right"}]
    assert (
        told(audit(rounds=rounds, contests=both, candidacies=twice), "two-slates-in-a-round")[0]
        == "candidacies c/ann"
    )


def test_persons_who_may_be_one_until_they_are_told_apart() -> None:
    people = [
        {"person": "a", "name": "Ann Oak", "sort_name": "Oak, Ann"},
        {"person": "b", "name": "Anne Oak", "sort_name": "Oak, Anne"},
    ]
    assert told(audit(persons=people), "may-be-one")[0] == "persons a"
    assert "may-be-one" not in kinds(audit(persons=people, distinctions=[{"person": "a", "other": "b"}]))


def test_of_very_many_persons_only_namesakes_are_found_which_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from db.questions.audit import persons

    monkeypatch.setattr(persons, "MANY", 3)
    names = {"a": "Ann Oak", "b": "Anne Oak", "c": "Ann Oak"}
    people = [{"person": key, "name": name, "sort_name": name} for key, name in names.items()]
    terms = [HELD | {"person": key, "start": "2012", "end": "2013"} for key in names]
    record = tiny(sources=SOURCES, persons=people, terms=terms)
    for view in (asked(record, "audit"), asked(record, "audit", body="b")):
        assert column(view, "kind").count("may-be-one") == 1
        assert any("alike are only those of the very same name" in note for note in view.notes)
    assert not any("very same name" in note for note in audit(persons=people[:2]).notes)


def test_one_name_in_two_contests_or_seats_at_one_time_may_be_two_persons() -> None:
    sections = [{"body": "b", "section": key, "name": key} for key in ("s", "t")]
    both = [CONTEST, CONTEST | {"contest": "d", "section": "t"}]
    stood = [ANN, ANN | {"contest": "d"}]
    assert "may-be-two" in kinds(audit(sections=sections, contests=both, candidacies=stood))
    seats = [
        HELD | {"person": "ann", "start": "2012-01-01"},
        HELD | {"person": "ann", "section": "t", "start": "2013-01-01"},
    ]
    assert told(audit(sections=sections, terms=seats), "may-be-two")[1] == "sat in s and in t at one time"


def test_a_finding_on_two_contests_or_seats_stands_in_one_row_from_wherever_it_is_asked_for() -> None:
    sections = [{"body": "b", "section": key, "name": key} for key in ("s", "t")]
    both = [CONTEST | {"round": "r"}, CONTEST | {"contest": "d", "section": "t", "round": "r"}]
    stood = [CAT | {"slate": "left"}, CAT | {"contest": "d", "slate": "right"}]
    seats = [
        HELD | {"person": "ann", "start": "2012-01-01", "end": "2012-12-01"},
        HELD | {"person": "ann", "section": "t", "start": "2012-06-01", "end": "2012-12-01"},
    ]
    rounds = [{"round": "r", "name": "Round"}]
    record = tiny(
        sources=SOURCES, rounds=rounds, sections=sections, contests=both, candidacies=stood, terms=seats
    )
    places: list[dict[str, str]] = [{}, {"contest": "c"}, {"contest": "d"}, {"body": "b", "section": "t"}]
    for kind, number in (("two-slates-in-a-round", 1), ("may-be-two", 2)):
        rows = set()
        for place in places:
            view = asked(record, "audit", **place)
            rows |= {
                tuple(cell(view, row, key) for key in ("row", "found"))
                for row in view.rows
                if cell(view, row, "kind") == kind
            }
        assert len(rows) == number


def test_contests_without_outcome_date_or_source() -> None:
    bare = {"contest": "c", "body": "b", "section": "s"}
    view = audit(contests=[bare], candidacies=[ANN | {"outcome": "unknown"}])
    assert kinds(view) >= {"no-outcome", "no-date", "no-source"}
    assert cell(view, the(view, "no-source"), "severity") == "warning"


def test_how_rows_are_known_is_one_notice_a_contest() -> None:
    stood = [one | {"basis": "inferred", "votes": 1} for one in (ANN, BOB | {"outcome": "elected"})]
    view = audit(contests=[CONTEST | {"seats": 2}], candidacies=stood)
    assert told(view, "inferred")[1].startswith("two candidacies: ")  # type: ignore[union-attr]


CITED = {"table": "contests", "row": "c", "field": "valid_votes", "source": "page", "chosen": 0}


def test_values_of_which_none_is_chosen_are_a_warning_that_a_note_explains() -> None:
    two = [CITED | {"value": "1"}, CITED | {"value": "2"}]
    view = polled(50, 30, citations=two)
    assert told(view, "nothing-chosen")[1] == "valid votes: 1 and 2"
    assert cell(view, the(view, "nothing-chosen"), "reason") is None
    noted = polled(50, 30, citations=[two[0] | {"note": "a misprint"}, two[1]])
    assert cell(noted, the(noted, "nothing-chosen"), "reason") == "1: a misprint"


def test_one_value_in_two_spellings_is_nothing_to_choose_among() -> None:
    two = [CITED | {"value": "1234"}, CITED | {"value": "1,234"}]
    assert kinds(polled(50, 30, citations=two)).isdisjoint({"nothing-chosen", "slate-disputed"})


EXPLAINED = {
    "kind": "total-against-votes",
    "table": "contests",
    "row": "c",
    "reason": "as printed",
    "sources": "page",
}


def test_an_error_that_is_explained_is_a_warning_with_its_reason_and_source() -> None:
    contest = {"valid_votes": 101}
    bare = polled(50, 30, 20, contest=contest)
    assert cell(bare, the(bare, "total-against-votes"), "severity") == "error"
    view = polled(50, 30, 20, contest=contest, explanations=[EXPLAINED])
    row = the(view, "total-against-votes")
    assert (cell(view, row, "severity"), cell(view, row, "reason")) == ("warning", "as printed")
    assert [view.sources[number - 1].key for number in row.sources] == ["page"]
    assert view.findings[0] == "No error and one warning was found; the warning is explained."


def test_of_very_many_findings_some_are_shown_and_all_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    from db.questions.audit import collecting

    monkeypatch.setattr(collecting, "CAP", 2)
    contests = [CONTEST | {"contest": f"c{at}", "date": f"201{at}", "valid_votes": 9} for at in range(5)]
    stood = [ANN | {"contest": f"c{at}", "votes": 8, "person": f"p{at}"} for at in range(5)]
    view = audit(contests=contests, candidacies=stood, explanations=[EXPLAINED | {"row": "c4"}])
    assert column(view, "kind").count("total-against-votes") == 2
    (kind,) = [row for row in table(view, "kinds").rows if row.key == "total-against-votes"]
    assert kind.cells[2:4] == (5, 1)
    assert view.findings[0] == "Four errors and one warning were found; the warning is explained.", (
        "it is counted, not shown"
    )


@pytest.mark.parametrize(
    ("errors", "warnings", "words"),
    [
        (0, Tally(0, 0), "No error and no warning was found."),
        (0, Tally(12, 12), "No error and 12 warnings were found; all of the warnings are explained."),
        (1, Tally(0, 0), "One error and no warning was found."),
        (3, Tally(12, 4), "Three errors and 12 warnings were found; four of the warnings are explained."),
        (1, Tally(2, 1), "One error and two warnings were found; one of the warnings is explained."),
    ],
)
def test_the_finding_is_right_in_number(errors: int, warnings: Tally, words: str) -> None:
    assert findings({Severity.ERROR: Tally(errors, 0), Severity.WARNING: warnings}) == (words,)


def test_every_kind_of_finding_has_words_and_every_severity_is_used() -> None:
    assert {kind.severity for kind in KINDS.values()} == set(Severity)
    assert len({kind.words for kind in KINDS.values()}) == len(KINDS)


def test_an_audit_is_of_a_place_and_enter_leads_to_it() -> None:
    record = opened(PACKAGED)
    one = ask(record, "audit", Lens(contest="nec-clp-2001"))
    assert {
        str(row).rpartition("/")[0].removeprefix("candidacies ")
        for row in column(one, "row")
        if "candidacies" in str(row)
    } == {"nec-clp-2001"}
    assert all(row.opens is not None and row.facts for row in one.rows)
    assert all(row.facts for row in table(one, "kinds").rows)
    section, body = (asked(record, "audit", body="nec", **more) for more in ({"section": "clp"}, {}))
    assert {row.key for row in one.rows} < {row.key for row in section.rows} < {row.key for row in body.rows}
    with pytest.raises(Missing):
        ask(record, "audit", Lens(contest="nowhere"))


def test_words_filter_and_the_severity_sorts_by_weight() -> None:
    record = opened(PACKAGED)
    assert set(column(asked(record, "audit", text="Osamor"), "row")) <= set(
        column(asked(record, "audit"), "row")
    )
    up, down = (column(asked(record, "audit", sort=sort), "severity") for sort in ("severity", "-severity"))
    assert (up[0], up[-1]) == ("warning", "notice")
    assert up == down[::-1]


@pytest.mark.parametrize(
    "lens", [Lens(contest="nec-clp-2014"), Lens(body="nec"), Lens(body="nec", section="clp")]
)
def test_the_audit_of_a_place_scans_no_table_that_grows(lens: Lens) -> None:
    record = sqlite3.connect(":memory:")
    opened(PACKAGED).backup(record)
    grown = "replace(stat, substr(stat, 1, instr(stat || ' ', ' ') - 1), '3000000')"
    record.executescript(f"UPDATE sqlite_stat1 SET stat = {grown}; ANALYZE sqlite_schema")
    queries: list[str] = []
    record.set_trace_callback(queries.append)
    ask(record, "audit", lens)
    record.set_trace_callback(None)
    plans = _plans(record, queries)
    growing = (
        "candidacy",
        "contest",
        "citation",
        "term",
        "person",
        "endorsement",
        "stage",
        "alias",
        "other",
        "also",
    )
    assert [step for step in plans if step.split(" USING")[0] in {f"SCAN {name}" for name in growing}] == []


def _plans(record: sqlite3.Connection, queries: list[str]) -> list[str]:
    return [step for query in queries for *_, step in record.execute(f"EXPLAIN QUERY PLAN {query}")]
