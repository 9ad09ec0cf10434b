"""From a row to where it comes from: every value, every source, the place in it, and why the shown value is shown."""

from __future__ import annotations

import sqlite3

import pytest
from records import PACKAGED, SMALL, asked, by, column, opened, table, tiny

from db.errors import Missing
from db.lens import VIEWS, Lens
from db.questions import ask
from db.questions.evidence.worked import HOW, formula_of
from db.reading.disputes.scope import disputes_in
from db.reading.shown import shown
from db.view import Fact, Kind, Origin, Row, Tone, View
from db.wayfinding.rows import fact_named

FIGURES = (Kind.NUMBER, Kind.SIGNED, Kind.SHARE, Kind.POINTS)


@pytest.fixture
def record() -> sqlite3.Connection:
    """The packaged record."""
    return opened(PACKAGED)


def evidence(connection: sqlite3.Connection, name: str) -> View:
    """Where the row of a name comes from."""
    origin = Origin("", "", (fact_named(connection, name),))
    return asked(connection, "evidence", row=str(origin))


def behind(connection: sqlite3.Connection, view: View, row: Row, further: str = "") -> View:
    """Where a row of an answer comes from."""
    return ask(
        connection, "evidence", view.lens.at(row=str(Origin(view.name, further, row.facts)), sort=None)
    )


def said_of(view: View, field: str) -> list[tuple[object, ...]]:
    """What is stated of a field: stated, source, place and why."""
    lines = zip(*(column(view, key) for key in ("field", "says", "source", "place", "why")), strict=True)
    return [tuple(rest) for name, *rest in lines if name == field]


def test_values_are_set_apart_where_the_list_of_disputes_has_them_and_nowhere_else(
    record: sqlite3.Connection,
) -> None:
    listed = {(one.fact, one.field) for one in disputes_in(record, Lens()) if one.real}
    query = "SELECT DISTINCT entity, entity_id FROM citation WHERE field IS NOT NULL AND entity <> 'person'"
    told = set()
    for fact in [Fact(*row) for row in record.execute(query).fetchall()]:
        view = asked(record, "evidence", row=str(Origin("", "", (fact,))))
        fields = zip(column(view, "field"), view.rows, strict=True)
        told |= {(fact, field) for field, row in fields if field and row.tone is Tone.NOTABLE}
    assert told == listed


def test_a_date_that_is_stated_less_exactly_contradicts_nobody(record: sqlite3.Connection) -> None:
    view = evidence(record, "contests nec-lg-2014")
    assert ("August 2014", "the same, less exactly") in [
        (one[0], str(one[3])[:22]) for one in said_of(view, "date")
    ]
    assert not any("Sources differ on date" in one for one in view.findings)


def test_where_no_value_is_shown_all_that_are_stated_stand_apart(record: sqlite3.Connection) -> None:
    view = evidence(record, "contests nec-clp-1998")
    assert "valid votes: none is shown, and 736,700 and 736,194 stated" in " ".join(view.findings)


def test_of_a_disputed_value_both_are_told_with_place_and_reason(record: sqlite3.Connection) -> None:
    view = evidence(record, "candidacies nec-clp-2012/kate-osamor")
    left_futures = "Left Futures (August 2014)"
    assert said_of(view, "share") == [
        (
            "6.3%",
            None,
            None,
            "worked out here: 100 × 17,598 ÷ 281,527 votes, which is our sum of the figures = 6.251%",
        ),
        ("6.3%", left_futures, "table", "what her votes give"),
        ("6.6%", left_futures, "text beside the table", "not the one shown"),
    ]
    assert view.findings == (
        "Kate Osamor, NEC, members' section, 20 June 2012: 17,598 members' votes, not elected.",
        "Sources differ on share: 6.3% is shown, and 6.6% stated; and on votes short of election: 123 is shown, and 124 stated.",
        "It rests on four sources.",
    )
    (other,) = [row for row in view.rows if "6.6%" in row.cells]
    assert other.tone is Tone.NOTABLE
    assert other.opens is not None and other.opens.lens.source == "lf-2014-08"


def test_a_value_that_no_source_has_of_its_own_rests_on_those_of_the_row(record: sqlite3.Connection) -> None:
    view = evidence(record, "candidacies nec-clp-2012/kate-osamor")
    ((says, source, place, why),) = said_of(view, "votes")
    assert (says, source, place) == ("17,598", "four sources of the row", None)
    assert why == "as the whole row"
    assert column(view, "value")[-4:] == ["whole row"] * 4, "after the values"
    (row,) = [row for row in view.rows if row.cells[-1] == "votes"]
    assert len(row.sources) == 4 and row.opens is None


REASONS = [
    ([{"value": "12", "chosen": 1, "reason": "the count sheet", "note": "n"}], ["the count sheet"]),
    ([{"value": "12", "chosen": 1, "note": "as printed"}], ["as printed"]),
    ([{"value": "12"}], ["the only one"]),
    ([{"value": "12"}, {"value": "12.0"}], ["all sources agree"] * 2),
    ([{"value": "12"}, {"value": "13"}], ["nobody has chosen: the row has it so"] * 2),
    ([{"value": "12", "chosen": 1}, {"value": "13", "chosen": 0}], ["chosen; no reason is given", "not the one shown"]),
    ([{"value": "13", "chosen": 0, "reason": "a slip"}], ["the only one of the row", "not the one shown: a slip"]),
]  # fmt: skip


@pytest.mark.parametrize(("citations", "reasons"), REASONS)
def test_why_a_value_is_shown_is_said_as_chosen_else_by_a_rule(
    citations: list[dict[str, object]], reasons: list[str]
) -> None:
    sources = [{"source": "gazette", "publisher": "Gazette"}, {"source": "paper", "publisher": "Paper"}]
    cited = [
        {"table": "candidacies", "row": "c/ada", "field": "votes", "source": "gazette"} | one
        for one in citations
    ]
    connection = tiny(
        sources=sources,
        contests=[{"contest": "c", "body": "b", "section": "s", "date": "2014"}],
        candidacies=[
            {"contest": "c", "person": "ada", "votes": 12, "outcome": "elected", "sources": "gazette"}
        ],
        citations=cited,
    )
    view = evidence(connection, "candidacies c/ada")
    assert [why for *_, why in said_of(view, "votes")] == [
        one if one != "the only one of the row" else "as the whole row" for one in reasons
    ]


def test_what_follows_from_a_candidacy_says_so_and_rests_on_its_sources(record: sqlite3.Connection) -> None:
    view = asked(record, "composition", body="nec", date="2014-08-20")
    holders = table(view, "holders")
    (row,) = [row for row in holders.rows if row.cells[0] == "Christine Shawcroft"]
    answer = behind(record, view, row, "holders")
    assert answer.words.endswith("the term that follows from candidacies nec-clp-2014/christine-shawcroft")
    assert answer.title.startswith(
        "Where it comes from: Christine Shawcroft, NEC, members' section: a seat held from 20 August"
    )
    whys = [
        why
        for field, why in zip(column(answer, "field"), column(answer, "why"), strict=True)
        if field is None
    ]
    assert whys and all(str(why).startswith("derived: a source of the candidacy") for why in whys)
    ((start, *_, why),) = said_of(answer, "start")
    assert start == "20 August 2014" and "the contest at which the seat was won (nec-clp-2014)" in str(why)
    assert answer.tables[-1].title == "Christine Shawcroft, NEC members' section 2014"


def test_of_a_result_the_candidacy_is_told_in_full_and_the_figures_with_their_inputs(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "contest", contest="nec-clp-2014")
    (row,) = [row for row in view.rows if row.cells[1] == "Ellie Reeves"]
    answer = behind(record, view, row)
    assert answer.title == "Where it comes from: Ellie Reeves, NEC members' section 2014"
    assert column(answer, "value")[:3] == ["#", "Slate", "Votes"], "in the order and words of the columns"
    assert [says for says, *_ in said_of(answer, "contest")] == ["NEC, members' section, 20 August 2014"]
    worked = by(table(answer, "worked"), "column", "how")
    assert str(worked["Margin"]).endswith("31,278 − 23,362")
    assert str(worked["Change"]).endswith("9.7% − 8.3%")
    further = column(table(answer, "further"), "row")
    assert "candidacies nec-clp-2012/ellie-reeves" in further and "contests nec-clp-2014" in further


def test_a_figure_that_counts_many_rows_lists_each_and_each_opens(record: sqlite3.Connection) -> None:
    view = asked(record, "contest", contest="nec-clp-2014")
    slates = table(view, "slates")
    answer = behind(record, view, slates.rows[0], "slates")
    assert len(answer.rows) == len(slates.rows[0].facts) > 3
    assert answer.findings[0].startswith(f"It rests on {len(answer.rows)} rows of the record and on")
    assert by(table(answer, "worked"), "column", "how")["Seats"] == "its candidates who were elected, counted"
    first = answer.rows[0]
    assert first.opens is not None
    inner = ask(record, first.opens.view, first.opens.lens)
    assert inner.words == f"evidence, {first.cells[1]}"


def test_a_row_that_is_gone_or_none_is_missing(record: sqlite3.Connection) -> None:
    for text in (None, "", "contest", "contest:", "contest:x", "contest:candidacy.x", "contest:nothing.1"):
        with pytest.raises(Missing):
            ask(record, "evidence", Lens(row=text))
    with pytest.raises(Missing, match="no longer on record"):
        ask(record, "evidence", Lens(row="contest:candidacy.999999"))
    assert ask(record, "evidence", Lens(row="nowhere:candidacy.1,candidacy.999999")).rows


def test_what_a_view_had_and_has_no_more_is_still_told_by_its_facts() -> None:
    connection = opened(SMALL)
    view = ask(connection, "evidence", Lens(contest="rtu-m-2016", row="contest:candidacy.1"))
    assert view.rows and not any(one.key == "worked" for one in view.tables)


ASKED = {
    "candidate": {"person": "kate-osamor"},
    "faction": {"faction": "clga"},
    "scheme": {"scheme": "wings"},
    "division": {"division": "nec-2016-07-12"},
    "contest": {"contest": "nec-clp-2014"},
}
TOLD_THERE = ("sources", "source", "evidence")
"""Views that are about sources themselves."""


@pytest.mark.parametrize("name", [view for view in VIEWS if (view, "") in HOW or view in ASKED])
def test_no_figure_is_without_a_field_of_the_record_or_a_way_of_working_it_out(
    record: sqlite3.Connection, name: str
) -> None:
    view = ask(record, name, Lens(body="nec").at(**ASKED.get(name, {})), 0, 50)
    for key, columns, rows in (
        ("", view.columns, view.rows),
        *((one.key, one.columns, one.rows) for one in view.tables),
    ):
        factual = [row for row in rows if row.facts]
        for position, one in enumerate(columns):
            if one.kind not in FIGURES or formula_of(name, key, one):
                continue
            bare = [
                row
                for row in factual
                if row.cells[position] is not None and not shown(name, key, one.key, row)
            ]
            assert not bare, (name, key, one.key)


def test_every_row_with_facts_on_every_pane_says_where_it_comes_from(record: sqlite3.Connection) -> None:
    for name in VIEWS:
        if name in TOLD_THERE:
            continue
        try:
            view = ask(record, name, Lens(body="nec").at(**ASKED.get(name, {})), 0, 50)
        except Missing:
            continue
        for key, rows in (("", view.rows), *((one.key, one.rows) for one in view.tables)):
            for row in [row for row in rows if row.facts][:2]:
                answer = behind(record, view, row, key)
                assert answer.rows and answer.findings and answer.title.startswith("Where it comes from: ")


def test_a_term_rests_on_its_own_source_where_one_states_it(record: sqlite3.Connection) -> None:
    view = evidence(record, "terms nec/clp/kate-osamor/nec-clp-2014")
    ((_, source, *_),) = said_of(view, "end")
    assert source == "Left Futures (June 2016)"
    assert any(
        note.startswith("Of Kate Osamor, NEC, members' section: a seat held from") for note in view.notes
    )
    assert Fact("term", 1).table == "term"
