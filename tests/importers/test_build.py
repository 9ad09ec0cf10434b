"""Making a database: all of a folder or nothing, and the same every time."""

from __future__ import annotations

import csv
import shutil
import sqlite3
from pathlib import Path

import pytest
from records import PACKAGED, SMALL, built, opened, write_folder

from db.errors import BadRecord
from db.store import connect
from importers.folder import build
from importers.packaged import own_database


def rows(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> '_sqlite'"
    )
    return {
        name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for (name,) in names.fetchall()
    }


def test_building_twice_gives_the_same_rows(tmp_path: Path) -> None:
    build(SMALL, tmp_path / "again.db")
    assert rows(connect(tmp_path / "again.db")) == rows(opened(SMALL))


def test_a_folder_written_by_a_spreadsheet_is_the_same_record(tmp_path: Path) -> None:
    """Byte order mark, CRLF, columns in another order, blank lines at the end."""
    for path in SMALL.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            read = list(csv.DictReader(file))
        folder = write_folder(tmp_path / "sheet", {path.stem: [dict(reversed(row.items())) for row in read]})
        written = (folder / path.name).read_bytes()
        (folder / path.name).write_bytes(b"\xef\xbb\xbf" + written + b",,\r\n\r\n"[-2:])
    build(tmp_path / "sheet", tmp_path / "sheet.db")
    assert rows(connect(tmp_path / "sheet.db")) == rows(opened(SMALL))


def test_the_packaged_record_builds_whole() -> None:
    connection = opened(PACKAGED)
    for file, table in (
        ("contests", "contest"),
        ("candidacies", "candidacy"),
        ("persons", "person"),
        ("sources", "source"),
    ):
        with (PACKAGED / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
            expected = sum(1 for _ in csv.DictReader(lines))
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (expected,)


def test_a_build_replaces_what_stood_there_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    shutil.copy(built(SMALL), path)
    before = path.read_bytes()
    folder = Path(shutil.copytree(SMALL, tmp_path / "record"))
    (folder / "citations.csv").write_text("table,row,source\ncontests,nowhere,minutes\n", encoding="utf-8")
    with pytest.raises(BadRecord):
        build(folder, path)
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["mine.db", "record"]
    build(PACKAGED, path)
    assert connect(path).execute("SELECT count(*) FROM body").fetchone() != (1,)


def test_what_an_interrupted_build_left_does_not_stand_in_the_way(tmp_path: Path) -> None:
    (tmp_path / ".new.db.making").write_bytes(b"half a file")
    build(SMALL, tmp_path / "new.db")
    assert [one.name for one in tmp_path.iterdir()] == ["new.db"]


def test_the_folder_of_the_new_file_is_made(tmp_path: Path) -> None:
    build(SMALL, tmp_path / "a" / "b" / "new.db")
    assert connect(tmp_path / "a" / "b" / "new.db")


def test_a_folder_that_stands_in_the_place_of_the_file_is_named_and_kept(tmp_path: Path) -> None:
    (tmp_path / "taken.db").mkdir()
    with pytest.raises(BadRecord, match=r"taken\.db"):
        build(SMALL, tmp_path / "taken.db")
    assert [one.name for one in tmp_path.rglob("*")] == ["taken.db"]


def test_the_users_own_database_is_made_once_and_then_left_alone(nobody_home: Path) -> None:
    path = own_database()
    assert path.is_relative_to(nobody_home)
    connect(path).execute("SELECT 1 FROM contest WHERE key = 'nec-clp-2014'").fetchone()
    path.write_bytes(b"the user's own")
    assert own_database() == path
    assert path.read_bytes() == b"the user's own"


def test_every_source_named_by_a_row_becomes_a_citation() -> None:
    connection = opened(SMALL)
    query = "SELECT count(*) FROM citation JOIN source ON source.id = source_id WHERE source.key = 'gazette-2014' AND field IS NULL AND entity = ?"
    assert connection.execute(query, ["candidacy"]).fetchone() == (5,)
    assert connection.execute(query, ["faction"]).fetchone() == (5,)


def test_a_blank_cell_is_unknown_and_never_nought() -> None:
    connection = opened(SMALL)
    found = connection.execute(
        "SELECT votes, share, rank, sitting, nominations FROM candidacy JOIN contest ON contest.id = contest_id "
        "WHERE contest.key = 'rtu-m-2020'"
    ).fetchall()
    assert found == [(None, None, None, 1, None)] * 2
