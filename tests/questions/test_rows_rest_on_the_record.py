"""Every row of every view names the rows of the record that it rests on, and cites their sources and no others."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from records import HOSTILE, PACKAGED, SMALL, asked, opened, table, tiny
from test_sweep import lenses

from db.lens import GROUPINGS, VIEWS, Lens
from db.questions import ask
from db.questions.evidence.worked import HOW, formula_of
from db.questions.marking import FOLLOWING
from db.reading.facts import MOST
from db.reading.shown import LIKE, shown
from db.view import Fact, Kind, Row, Table, View

LATER = ("evidence", "source", "disputes", "audit", "claims", "claim")
"""Views about rows of the record rather than of it: they say themselves what they are about."""

FIGURES = (Kind.NUMBER, Kind.SIGNED, Kind.SHARE, Kind.POINTS)

RESTING = tuple(view for view in VIEWS if view not in LATER)

ON_NOTHING = {
    ("scenarios", "others"): {"facts"},
    ("timeline", ""): {"2018"},
    ("measures", ""): {"enpp", "banzhaf", "penrose", "shapley", "coalitions", "volatility-seats"},
}
"""Keys of the rows that rest on no row of the record, by view and further table: the way back to the facts, a day on which nothing
happened but that the number of seats ceases to be on record, measures that are not stated since nobody is known to sit."""

OF_ONE_SOURCE = {("contest", "disputes"), ("contest", "cited"), ("sources", "")}
"""Tables whose rows are about what one source says: they cite that alone, not what supports the row as a whole."""

AS_STATED = {("brief", "disputes")}
"""Tables whose rows set against each other what several sources say: they cite each that states one of the values."""

WITH_WORKS = {("measures", "")}
"""Tables whose rows cite beside the record the works that their formulas are from."""


def tables(view: View) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """The rows of the main table, which has no key, and of the further ones."""
    yield "", view.rows
    yield from ((one.key, one.rows) for one in view.tables)


@cache
def ids(connection: sqlite3.Connection, name: str) -> frozenset[int]:
    """The rows of a table of the record."""
    return frozenset(number for (number,) in connection.execute(f'SELECT id FROM "{name}"'))


@cache
def supporting(connection: sqlite3.Connection) -> dict[Fact, set[str]]:
    """For each row of the record the keys of the sources that support it as a whole."""
    query = (
        "SELECT entity, entity_id, key FROM citation JOIN source ON source.id = source_id WHERE field IS NULL"
    )
    found: dict[Fact, set[str]] = defaultdict(set)
    for entity, number, key in connection.execute(query):
        found[Fact(entity, number)].add(key)
    return found


def rests_on_nothing(where: tuple[str, str], row: Row) -> bool:
    """Whether a row is one of those that need no facts; a measure only while it is not stated."""
    return row.key in ON_NOTHING.get(where, ()) and (where[0] != "measures" or "not stated" in row.cells)


def slips(connection: sqlite3.Connection, view: View) -> Iterator[str]:
    """What is wrong with the rows of a view, each in a line."""
    for key, rows in tables(view):
        where = (view.name, key)
        for row in rows:
            said = f"{view.name}/{key} {row.key} {view.lens}"
            if not row.facts and not rests_on_nothing(where, row):
                yield f"no facts: {said}"
            if len(set(row.facts)) != len(row.facts) or len(row.facts) > MOST:
                yield f"facts twice, or too many: {said}"
            if strange := [fact for fact in row.facts if fact.id not in ids(connection, fact.table)]:
                yield f"not on record {strange}: {said}"
            cited = {view.sources[number - 1].key for number in row.sources}
            due = {source for fact in row.facts for source in supporting(connection).get(fact, ())}
            if where in OF_ONE_SOURCE:
                if len(cited) != 1:
                    yield f"cites {cited}: {said}"
            elif where in AS_STATED:
                if not cited:
                    yield f"cites nobody: {said}"
            elif cited != due and not (where in WITH_WORKS and cited > due):
                yield f"cites {sorted(cited ^ due)} too many or too few: {said}"


def seen_otherwise(connection: sqlite3.Connection) -> Iterator[tuple[str, Lens]]:
    """Bodies by every grouping, on days and against others, with schemes and factions switched on."""
    bodies = [key for (key,) in connection.execute("SELECT key FROM body")]
    (faction,) = connection.execute("SELECT key FROM faction WHERE slot = 1").fetchone()
    schemes = [key for (key,) in connection.execute("SELECT key FROM scheme")]
    for body in bodies:
        for view in ("composition", "timeline", "changes", "measures", "divisions"):
            yield from ((view, Lens(body=body, grouping=grouping)) for grouping in GROUPINGS)
            yield view, Lens(body=body, factions=frozenset({faction}))
        for view in ("composition", "changes", "measures", "ladder"):
            yield view, Lens(body=body, date="2016-12-31", against="2010-01-01")
        yield "scheme", Lens(body=body, scheme=schemes[0], beside=schemes[-1])
        yield from (("composition", Lens(body=body, scheme=scheme)) for scheme in schemes)
    for (scenario,) in connection.execute("SELECT key FROM scenario").fetchall():
        for view in sorted(FOLLOWING):
            yield from ((view, Lens(scenario=scenario, grouping=grouping)) for grouping in GROUPINGS)


def unexplained(view: View) -> Iterator[str]:
    """Columns of figures that are no field of the record, and of which it is not said how they are worked out."""
    for key, columns, rows in (
        ("", view.columns, view.rows),
        *((one.key, one.columns, one.rows) for one in view.tables),
    ):
        for at, column in enumerate(columns):
            filled = [row for row in rows if row.cells[at] is not None]
            if column.kind not in FIGURES or not filled or formula_of(view.name, key, column):
                continue
            if not any(shown(view.name, key, column.key, row) for row in filled):
                yield f"not explained: {view.name}/{key} {column.key}"


@cache
def looked_through(folder: Path) -> tuple[list[str], frozenset[tuple[str, str, str]]]:
    """What is wrong anywhere in a record, and the columns that were seen: view, further table, key."""
    connection, found, seen = opened(folder), [], set()
    looked = [(view, lens) for view, lens in lenses(connection) if view in RESTING]
    assert {view for view, _ in looked} == set(RESTING)
    for view, lens in (*looked, *seen_otherwise(connection)):
        answer = ask(connection, view, lens)
        found += [*slips(connection, answer), *unexplained(answer)]
        name = LIKE.get(answer.name, answer.name)
        seen |= {(name, "", column.key) for column in answer.columns}
        seen |= {(name, one.key, column.key) for one in answer.tables for column in one.columns}
    return found, frozenset(seen)


@pytest.mark.parametrize("folder", [PACKAGED, SMALL, HOSTILE], ids=["packaged", "small", "hostile"])
def test_every_row_rests_on_the_record_cites_its_sources_and_has_no_figure_that_is_not_explained(
    folder: Path,
) -> None:
    assert looked_through(folder)[0] == []


def test_nothing_is_explained_that_no_view_has() -> None:
    seen = looked_through(PACKAGED)[1] | looked_through(SMALL)[1]
    explained = {(*where, key) for where, columns in HOW.items() for key in columns}
    assert {one for one in explained if one[0] in RESTING} <= seen


def named(connection: sqlite3.Connection, facts: Sequence[Fact]) -> list[str]:
    """Rows of the record by what a reader knows them by: the table with the contest, person or event."""
    queries = {
        "candidacy": "SELECT contest.key || '/' || person.key FROM candidacy JOIN contest ON contest.id = contest_id"
        " JOIN person ON person.id = person_id WHERE candidacy.id = ?",
        "term": "SELECT person.key || ' from ' || since FROM term JOIN person ON person.id = person_id WHERE term.id = ?",
        "contest": "SELECT key FROM contest WHERE id = ?",
        "endorsement": "SELECT key FROM endorsement JOIN faction ON faction.id = faction_id WHERE endorsement.id = ?",
    }
    return [
        f"{table} {connection.execute(queries[table], [number]).fetchone()[0]}" if table in queries else table
        for table, number in facts
    ]


def row_of(view: View | Table, key: str) -> Row:
    """The row of a key."""
    return next(row for row in view.rows if row.key == key)


def test_a_result_rests_on_its_candidacy_first_then_on_its_contest_and_on_what_it_is_compared_with() -> None:
    labour = opened(PACKAGED)
    osamor = row_of(asked(labour, "contest", contest="nec-clp-2014"), "kate-osamor")
    assert named(labour, osamor.facts) == [
        "candidacy nec-clp-2014/kate-osamor",
        "endorsement lrc",
        "contest nec-clp-2014",
        "candidacy nec-clp-2014/pete-willsman",
        "candidacy nec-clp-2012/kate-osamor",
        "contest nec-clp-2012",
    ]


def test_slate_totals_cite_the_sources_of_every_candidate_they_count() -> None:
    view = asked(opened(PACKAGED), "contest", contest="nec-clp-2014")
    slate = row_of(table(view, "slates"), "clga")
    members = [row for row in view.rows if "clga" in row.factions]
    assert sum(fact.table == "candidacy" for fact in slate.facts) == len(members) + 6, "and of those of 2012"
    assert {number for row in members for number in row.sources} == set(slate.sources)


def test_a_holder_rests_on_the_term_the_candidacy_and_what_places_the_holder_in_a_group() -> None:
    labour = opened(PACKAGED)
    view = asked(labour, "composition", body="nec", date="2016-09-20", grouping="alignment")
    holders = [[fact.table for fact in row.facts] for row in table(view, "holders").rows]
    assert all(tables[0] == "term" for tables in holders)
    assert ["term", "candidacy"] in holders
    assert any(tables[-1] == "alignment" for tables in holders)
    by_bloc = asked(labour, "composition", body="nec", date="2016-09-20", scheme="wings")
    assert any("bloc_member" in {fact.table for fact in row.facts} for row in table(by_bloc, "holders").rows)


def test_who_is_counted_by_endorsement_rests_on_the_endorsements() -> None:
    view = asked(opened(PACKAGED), "composition", body="nec", section="clp", grouping="endorsement")
    assert all(
        "endorsement" in {fact.table for fact in row.facts} for row in view.rows if row.key == "momentum"
    )


def test_a_change_of_a_seat_rests_on_both_terms_and_on_the_contest() -> None:
    labour = opened(PACKAGED)
    view = asked(labour, "changes", body="nec", section="clp", date="2014-08-20", against="2012-06-20")
    (gain,) = [row for row in view.rows if row.cells[1] == "gain"]
    said = named(labour, gain.facts)
    assert said[0].startswith("term kate-osamor")
    assert any(one.startswith("term peter-wheeler") for one in said)
    assert "contest nec-clp-2014" in said


def test_an_aggregate_names_no_more_than_so_many_rows_and_counts_them_all() -> None:
    people = [
        {"person": f"p{at}", "slate": "left", "contest": "c", "outcome": "elected"} for at in range(MOST + 50)
    ]
    contest = {"contest": "c", "body": "b", "section": "s", "date": "2014", "status": "declared"}
    view = asked(tiny(contests=[contest], candidacies=people), "contest", contest="c")
    (slate,) = table(view, "slates").rows
    assert len(slate.facts) == MOST
    assert slate.cells[1] == MOST + 50


def test_a_window_of_the_long_list_looks_for_its_sources_once() -> None:
    labour = opened(PACKAGED)
    queries: list[str] = []
    labour.set_trace_callback(queries.append)
    view = ask(labour, "candidates", Lens(), 0, 128)
    labour.set_trace_callback(None)
    assert len(view.rows) == 128
    of_rows = [
        one
        for one in queries
        if "FROM citation" in one and "field IS NOT NULL" not in one and "entity_id = " not in one
    ]
    assert len(of_rows) == 1
