"""Bringing an older file up to date: only a command that writes does it, and only after a copy."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from records import SMALL, built
from sqlite_utils import Database

from db.errors import Unusable
from db.migrations import migrate, migrations
from db.schema import APPLICATION_ID, STEPS, VERSION
from db.store import connect


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A file of the schema before the last."""
    path = tmp_path / "older.db"
    database = Database(str(path))
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrations.apply(database, stop_before=STEPS[-1])
    database.execute("INSERT INTO body (key, name, short) VALUES ('b', 'Board', 'Board')")
    database.execute("INSERT INTO person (key, name, sort_name) VALUES ('p', 'P', 'P')")
    database.execute("INSERT INTO event (key, body_id, kind, words) VALUES ('e', 1, 'death', 'P died')")
    database.execute("INSERT INTO event_person (event_id, person_id) VALUES (1, 1)")
    database.close()
    return path


def test_the_persons_of_events_are_still_there(older: Path) -> None:
    migrate(older)
    assert connect(older).execute("SELECT event_id, person_id FROM event_person").fetchall() == [(1, 1)]


def test_an_older_file_is_brought_up_to_date_and_keeps_its_rows(older: Path) -> None:
    before = older.read_bytes()
    with pytest.raises(Unusable, match="older"):
        connect(older)
    copy = migrate(older)
    assert copy is not None
    assert copy.parent == older.parent
    assert copy.read_bytes() == before
    assert connect(older).execute("SELECT name FROM body").fetchall() == [("Board",)]
    assert connect(older).execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_a_file_of_the_present_schema_is_left_as_it_is(tmp_path: Path) -> None:
    path = Path(shutil.copy(built(SMALL), tmp_path / "same.db"))
    before = path.read_bytes()
    assert migrate(path) is None
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["same.db"]


def test_an_older_copy_beside_the_file_is_never_overwritten(older: Path) -> None:
    kept = older.with_name(f"{older.name}.schema-{VERSION - 1}")
    kept.write_bytes(b"the copy of another day")
    migrate(older)
    assert kept.read_bytes() == b"the copy of another day"


def other(path: Path) -> None:
    """The database of another program."""
    sqlite3.connect(path).execute("CREATE TABLE other (id INTEGER)").connection.close()


def newer(path: Path) -> None:
    """A file of a schema to come."""
    shutil.copy(built(SMALL), path)
    sqlite3.connect(path).execute(f"PRAGMA user_version = {VERSION + 1}").connection.close()


def text(path: Path) -> None:
    """No database."""
    path.write_text("words " * 500, encoding="utf-8")


@pytest.mark.parametrize("make", [other, newer, text, Path.touch, Path.mkdir])
def test_what_is_not_an_older_file_of_ours_is_refused_and_left_alone(tmp_path: Path, make: object) -> None:
    path = tmp_path / "file.db"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(Unusable) as problem:
        migrate(path)
    assert str(path) in str(problem.value)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert [one.name for one in tmp_path.iterdir()] == ["file.db"]


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="no such file"):
        migrate(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_a_locked_file_is_said_to_be_locked(older: Path) -> None:
    holder = sqlite3.connect(older, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(Unusable, match="lock"):
            migrate(older)
    finally:
        holder.close()
    assert migrate(older) is not None
