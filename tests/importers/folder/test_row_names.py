"""Every row of a record has the name by which its files call it, and the name leads back to the row."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from everything import everything, names_of
from records import HOSTILE, PACKAGED, SMALL, built, opened, tiny

from db.dumping.row_names import FILES, TABLES, row_names
from db.errors import Missing
from db.reading.seats.row_names import NAMES
from db.reading.seats.row_names import row_names as names_told
from db.store import connect
from db.view import Fact
from db.wayfinding.rows import fact_named
from importers.folder import build


@pytest.fixture(params=["small", "hostile", "packaged", "everything"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder of each record that there is."""
    if request.param == "everything":
        return everything(tmp_path / "everything")
    return {"small": SMALL, "hostile": HOSTILE, "packaged": PACKAGED}[request.param]


def test_every_row_is_named_as_in_the_files_and_found_by_its_name(folder: Path, tmp_path: Path) -> None:
    if folder in (SMALL, HOSTILE, PACKAGED):
        path = built(folder)
    else:
        path = tmp_path / "everything.db"
        build(folder, path)
    connection = connect(path)
    wanted = defaultdict(list)
    for file, name in names_of(folder):
        wanted[file].append(name)
    for file, names in wanted.items():
        table = TABLES[file]
        ids = [number for (number,) in connection.execute(f'SELECT id FROM "{table}"')]
        found = row_names(connection, table, ids)
        stated = {number: name for number, name in found.items() if name.startswith(f"{file} ")}
        assert sorted(stated.values()) == sorted(f"{file} {name}" for name in names)
        for number, name in list(stated.items())[:200]:
            assert fact_named(connection, name) == Fact(table, number), name


def test_a_term_that_follows_from_a_candidacy_is_named_by_that() -> None:
    connection = opened(PACKAGED)
    (term,) = connection.execute(
        "SELECT term.id FROM term JOIN person ON person.id = person_id JOIN contest ON contest.id = contest_id "
        "WHERE person.key = 'kate-osamor' AND contest.key = 'nec-clp-2014'"
    ).fetchone()
    names = row_names(connection, "term", [term])
    assert names[term].endswith("nec-clp-2014/kate-osamor") or names[term].startswith(
        "terms nec/clp/kate-osamor"
    )


def test_a_name_that_no_row_has_is_answered_with_the_nearest() -> None:
    connection = opened(PACKAGED)
    with pytest.raises(Missing, match=r"nearest (is|are) nec-clp-2012/kate-osamor"):
        fact_named(connection, "candidacies nec-clp-2012/kate-osamer")
    with pytest.raises(Missing, match="did you mean candidacies"):
        fact_named(connection, "candidacis nec-clp-2012/kate-osamor")
    with pytest.raises(Missing, match="no row ''"):
        fact_named(connection, "candidacies")
    assert fact_named(connection, "candidacy nec-clp-2012/kate-osamor").table == "candidacy"
    assert set(FILES) >= {"candidacy", "term", "claim", "explanation"}


def test_the_number_before_a_name_is_of_rows_that_are_called_alike() -> None:
    connection = tiny(terms=[{"body": "b", "section": "s", "person": "a", "start": "2014"}] * 2)
    ids = [number for (number,) in connection.execute("SELECT id FROM term ORDER BY id")]
    assert list(row_names(connection, "term", ids).values()) == ["terms b/s/a/2014", "terms 2:b/s/a/2014"]
    assert fact_named(connection, "terms 2:b/s/a/2014").id == ids[1]
    with pytest.raises(Missing):
        fact_named(connection, "terms 3:b/s/a/2014")


@pytest.mark.parametrize("table", list(NAMES))
def test_what_is_wrong_with_seats_and_schemes_names_rows_likewise(table: str) -> None:
    connection = opened(PACKAGED)
    ids = [number for (number,) in connection.execute(f"SELECT id FROM {table} ORDER BY id LIMIT 400")]
    told = {
        number: name.partition(", found in ")[0]
        for number, name in names_told(connection, table, ids).items()
    }
    assert told == row_names(connection, table, ids)
