"""A database written as a folder and built from it again is the same record; what is written is fit for a diff and a spreadsheet."""

from __future__ import annotations

import csv
import shutil
import sqlite3
import tempfile
from functools import cache
from pathlib import Path

import pytest
from everything import everything
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from meaning import meaning
from records import HOSTILE, IN_MEMORY, PACKAGED, SMALL, built, write_folder

from db.dumping import records
from db.dumping.queries import QUERIES
from db.errors import BadRecord, SlatewatchError
from db.identity.merging import merged, set_apart
from db.ledger import importing, writable
from db.records import FILES
from db.store import connect
from importers.file import File
from importers.folder import build, write
from importers.folder.cells import read, written
from importers.intake import gather
from importers.review.decisions import Decisions, Wanted
from importers.review.onrecord import OnRecord
from importers.review.planning import plan
from importers.storage.storing import Making, store


def files(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def again(database: Path, place: Path) -> Path:
    """The database made from the folder that is written from a database."""
    write(connect(database), place / "written")
    build(place / "written", place / "again.db")
    return place / "again.db"


@pytest.fixture(params=["small", "hostile", "packaged", "everything"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A database of each record that there is."""
    if request.param != "everything":
        return built({"small": SMALL, "hostile": HOSTILE, "packaged": PACKAGED}[request.param])
    build(everything(tmp_path / "everything"), tmp_path / "everything.db")
    return tmp_path / "everything.db"


def test_a_written_record_is_the_same_record_when_it_is_read(database: Path, tmp_path: Path) -> None:
    copy = again(database, tmp_path)
    assert meaning(connect(copy)) == meaning(connect(database))
    write(connect(copy), tmp_path / "twice")
    assert files(tmp_path / "twice") == files(tmp_path / "written")


RESULT = "Candidate,Votes,Slate,Result\nAda Oak,900,TLA,Elected\nBea Newcomer,800,=Reform|,Not elected\n"
BALLOTS = '2 1\n3 1 2 0\n1 2 0\n0\n"Ada Oak"\n"Cora Newcomer"\n"Members 2032"\n'


def test_what_imports_and_decisions_on_persons_made_is_written_too(tmp_path: Path) -> None:
    own = writable(Path(shutil.copy(built(SMALL), tmp_path / "own.db")))
    for name, text, date in (("result.csv", RESULT, "2031-05-06"), ("count.blt", BALLOTS, "2032-05-06")):
        intake = gather((File(name, text.encode()),))
        decisions = Decisions(Wanted(body="rtu", section="members", date=date))
        proposed = plan(OnRecord(own), intake, decisions)
        with importing(own, name, "", "") as ledger:
            store(ledger, proposed, decisions, intake.origins, Making())
    merged(own, "bea-newcomer", "zoe-lind")
    set_apart(own, "cora-newcomer", "ada-oak", "told so")
    assert own.execute("SELECT count(*) FROM ballot").fetchone() == (2,)
    copy = again(tmp_path / "own.db", tmp_path)
    assert meaning(connect(copy)) == meaning(own)
    assert {"ballots.csv", "former_keys.csv", "distinctions.csv"} <= set(files(tmp_path / "written"))


def test_every_kind_of_row_can_be_written(tmp_path: Path) -> None:
    build(everything(tmp_path / "everything"), tmp_path / "everything.db")
    kinds = dict.fromkeys(type(one) for one in records(connect(tmp_path / "everything.db")))
    assert list(kinds) == list(FILES)


ELSEWHERE = {"import", "change", "tally", "citation", "event_person", "explanation"}
"""Tables that are no part of the record, are derived, or are written in the columns and the file of others."""


def test_every_table_of_the_schema_is_written() -> None:
    query = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    tables = {
        name
        for (name,) in connect(built(SMALL)).execute(query)
        if not name.startswith(("sqlite_", "_sqlite_")) and "_search" not in name
    }
    assert tables - ELSEWHERE == {one.table for one in QUERIES}


def test_a_file_is_written_only_where_it_has_rows(tmp_path: Path) -> None:
    write_folder(tmp_path / "few", {"bodies": [{"body": "b", "name": "Board", "short": "B"}]})
    build(tmp_path / "few", tmp_path / "few.db")
    write(connect(tmp_path / "few.db"), tmp_path / "out")
    assert files(tmp_path / "out") == {"bodies.csv": b"body,name,short,parent,sources,note\nb,Board,B,,,\n"}


def test_derived_terms_are_not_written(tmp_path: Path) -> None:
    write(connect(built(SMALL)), tmp_path / "out")
    with (tmp_path / "out" / "terms.csv").open(encoding="utf-8", newline="") as file:
        terms = list(csv.DictReader(file))
    assert len(terms) == 6
    assert connect(built(SMALL)).execute("SELECT count(*) FROM term").fetchone()[0] > 6


def test_rows_stand_in_the_order_of_their_keys_whatever_order_they_were_read_in(tmp_path: Path) -> None:
    rows = [{"person": key, "name": key, "sort_name": key} for key in ("cat", "ann", "bob")]
    for name, order in (("one", rows), ("other", rows[::-1])):
        build(write_folder(tmp_path / name, {"persons": order}), tmp_path / f"{name}.db")
        write(connect(tmp_path / f"{name}.db"), tmp_path / f"{name}-out")
    assert files(tmp_path / "one-out") == files(tmp_path / "other-out")
    assert b"ann,ann,ann,,,,\nbob" in files(tmp_path / "one-out")["persons.csv"]


def test_a_section_is_written_after_the_one_it_is_part_of(tmp_path: Path) -> None:
    sections = [
        {"body": "b", "section": "z", "name": "All", "position": 9},
        {"body": "b", "section": "m", "name": "Some", "parent": "z", "position": 5},
        {"body": "b", "section": "a", "name": "Few", "parent": "m", "position": 1},
    ]
    folder = write_folder(
        tmp_path / "few", {"bodies": [{"body": "b", "name": "B", "short": "B"}], "sections": sections}
    )
    build(folder, tmp_path / "few.db")
    assert meaning(connect(again(tmp_path / "few.db", tmp_path))) == meaning(connect(tmp_path / "few.db"))


def test_citations_of_rows_that_are_gone_are_left_out(tmp_path: Path) -> None:
    build(SMALL, tmp_path / "own.db")
    writer = sqlite3.connect(tmp_path / "own.db")
    writer.execute(
        "INSERT INTO citation (source_id, entity, entity_id, field) VALUES (1, 'contest', 999, 'date')"
    )
    writer.commit()
    assert meaning(connect(again(tmp_path / "own.db", tmp_path))) == meaning(connect(built(SMALL)))


@settings(derandomize=True, deadline=None, database=None, max_examples=200)
@given(st.text() | st.text(alphabet="'=+-@＝ \t\r\na", max_size=6))
def test_any_text_stands_in_a_cell_as_no_formula_and_is_read_as_it_was(text: str) -> None:
    cell = written(text)
    assert not cell.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert read(cell) == text
    assert cell in (text, f"'{text}")


@pytest.mark.parametrize(
    ("cell", "text"),
    [("'tis", "'tis"), ("'", "'"), (" a ", "a"), ("=1+1", "=1+1"), ("'=1", "=1"), ("''=1", "'=1")],
)
def test_only_an_apostrophe_that_guards_something_is_taken_off(cell: str, text: str) -> None:
    assert read(cell) == text


@pytest.mark.parametrize(
    ("value", "cell"),
    [(None, ""), (-3, "-3"), (300.0, "300"), (0.1, "0.1"), (33.333333333333336, "33.333333333333336")],
)
def test_figures_are_written_as_figures(value: float | None, cell: str) -> None:
    assert written(value) == cell


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(SlatewatchError, match="exists already; --force"):
        write(connect(built(SMALL)), folder)
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(SlatewatchError, match="exists already; a folder was expected"):
        write(connect(built(SMALL)), tmp_path / "file", replace=True)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "out"]


def test_replacing_takes_the_record_files_and_leaves_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write(connect(built(PACKAGED)), folder)
    (folder / "README.md").write_text("mine", encoding="utf-8")
    (folder / "layouts.csv").write_text("headings,roles\na,b\n", encoding="utf-8")
    write(connect(built(SMALL)), folder, replace=True)
    assert (folder / "README.md").read_text(encoding="utf-8") == "mine"
    write(connect(built(SMALL)), tmp_path / "fresh")
    assert {**files(tmp_path / "fresh"), "README.md": b"mine"} == files(folder)


def test_what_fails_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(SlatewatchError, match="cannot be written"):
        write(connect(built(SMALL)), tmp_path / "file" / "out")
    write(connect(built(SMALL)), tmp_path / "out")
    before = files(tmp_path / "out")
    broken = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.OperationalError):
        write(broken, tmp_path / "out", replace=True)
    assert files(tmp_path / "out") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "out"]


@cache
def small_files() -> dict[str, list[list[str]]]:
    """The rows of the small record's files."""
    found = {}
    for path in sorted(SMALL.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.name] = list(csv.reader(file))
    return found


CELLS = st.sampled_from(
    [
        "",
        "'",
        "'=1",
        "-",
        " x ",
        "a\rb",
        "a\r\nb",
        '"',
        "\x00",
        "minutes",
        "left",
        "ada-oak",
        "2016",
        "1",
        "percent",
    ]
)


@settings(
    derandomize=True, deadline=None, database=None, max_examples=40, suppress_health_check=list(HealthCheck)
)
@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 60), st.integers(0, 30), CELLS | st.text(max_size=6)),
        max_size=3,
    )
)
def test_whatever_can_be_read_is_written_so_that_it_is_the_same(
    changes: list[tuple[int, int, int, str]],
) -> None:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as place:
        folder = Path(shutil.copytree(SMALL, Path(place) / "record"))
        for name, row, column, text in changes:
            file = sorted(small_files())[name % len(small_files())]
            rows = [list(one) for one in small_files()[file]]
            line = rows[1 + row % (len(rows) - 1)]
            line[column % len(line)] = text
            with (folder / file).open("w", encoding="utf-8", errors="replace", newline="") as out:
                csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
        try:
            build(folder, Path(place) / "own.db")
        except BadRecord:
            return
        assert meaning(connect(again(Path(place) / "own.db", Path(place)))) == meaning(
            connect(Path(place) / "own.db")
        )
