"""Opening a file: whatever is wrong with it is said in one sentence, and reading never writes."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest
from records import SMALL, built

from db.errors import Unusable
from db.migrations import create
from db.schema import VERSION
from db.store import connect


def refusal(path: Path) -> str:
    """The sentence with which a path is refused."""
    with pytest.raises(Unusable) as problem:
        connect(path)
    words = str(problem.value)
    assert str(path) in words
    assert "\n" not in words
    assert words.endswith(".")
    assert words.removeprefix(str(path)).count(". ") == 0
    return words


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """An empty database of the current schema."""
    path = tmp_path / "ours.db"
    create(path).close()
    return path


def changed(path: Path, statement: str) -> Path:
    """The file after a statement."""
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    return path


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "nowhere.db")
    assert not (tmp_path / "nowhere.db").exists()


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "folder" in refusal(tmp_path)


def test_an_empty_file_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    assert "slatewatch" in refusal(path)
    assert path.stat().st_size == 0


@pytest.mark.parametrize(
    "content",
    [b"just a text, longer than a header of SQLite " * 40, b"x", b"SQLite format 3\0" + b"\xff" * 900],
)
def test_a_text_file_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    refusal(path)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_not_ours(tmp_path: Path) -> None:
    path = changed(tmp_path / "other.db", "CREATE TABLE other (id INTEGER)")
    assert "not made by slatewatch" in refusal(path)


def test_a_newer_schema_asks_for_a_newer_slatewatch(ours: Path) -> None:
    words = refusal(changed(ours, f"PRAGMA user_version = {VERSION + 1}"))
    assert "newer" in words
    assert str(VERSION + 1) in words


def test_an_older_schema_names_the_command_that_migrates_it(ours: Path) -> None:
    words = refusal(changed(ours, f"PRAGMA user_version = {VERSION - 1}"))
    assert "older" in words
    assert f"slatewatch migrate {ours}" in words


def test_a_locked_file_is_said_to_be_locked(ours: Path) -> None:
    holder = sqlite3.connect(ours, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        assert "lock" in refusal(ours)
    finally:
        holder.close()


def test_a_file_that_is_being_read_elsewhere_opens(ours: Path) -> None:
    with connect(ours) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM body").fetchall()
        assert connect(ours).execute("SELECT count(*) FROM body").fetchone() == (0,)


@pytest.mark.parametrize("name", ["a?b#c.db", "with blank.db", "%41.db", "ü.db", "[red].db"])
def test_a_file_of_any_name_opens(tmp_path: Path, ours: Path, name: str) -> None:
    path = ours.rename(tmp_path / name)
    assert connect(path).execute("SELECT count(*) FROM body").fetchone() == (0,)
    assert sorted(one.name for one in tmp_path.iterdir()) == [name]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM person",
        "CREATE TABLE more (id INTEGER)",
        "UPDATE body SET name = 'x'",
        "DROP VIEW results",
        "PRAGMA user_version = 99",
    ],
)
def test_nothing_can_be_written_through_a_connection_for_reading(statement: str) -> None:
    connection = connect(built(SMALL))
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute(statement)


def test_reading_leaves_the_file_as_it_was() -> None:
    path = built(SMALL)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    names = sorted(one.name for one in path.parent.iterdir())
    connect(path).execute("SELECT * FROM results").fetchall()
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert sorted(one.name for one in path.parent.iterdir()) == names


def test_a_path_may_be_given_as_text() -> None:
    assert connect(str(built(SMALL))).execute("SELECT count(*) FROM body").fetchone() == (1,)
