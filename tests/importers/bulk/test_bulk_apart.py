"""Large tables read in a process of their own: nothing comes to anything else than in one process."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.errors import Unusable
from db.ledger import imports, undo
from importers.bulk import BulkReport, Cancelled, load
from importers.bulk.apart import Line, Pipes
from importers.bulk.counting import quick_count
from importers.bulk.table import Table, rows
from importers.documents.document import BadFile
from tests.importers.bulk.tables import dump, empty, many, row, write

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="one process elsewhere")

Apart = Callable[[bool], None]


@pytest.fixture
def record() -> sqlite3.Connection:
    """An empty record."""
    return empty()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the table lies."""
    return tmp_path / "results.csv"


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> Apart:
    """Says whether the rows are read apart, however few they are."""
    monkeypatch.setattr("importers.bulk.loading.STEP", 20)
    monkeypatch.setattr("importers.bulk.loading.BATCH", 15)
    monkeypatch.setattr("importers.bulk.findable.MANY", 7)
    return lambda wanted: monkeypatch.setattr("importers.bulk.loading.pays", lambda _: wanted)


def scattered() -> list[dict[str, object]]:
    """Rows in no order, some of them bad, some twice, some of one number and several names."""
    found = [
        *many(360),
        *many(10),
        row("Zed", "many"),
        row("", 4),
        row("Ada Oak", seats=2),
        row("Ada Oak", seats=3),
    ]
    found += [row(f"Gil {sign}", person_id=7, date=f"20{at}-05-06") for at, sign in enumerate("ABC", 10)]
    found += [row("New Oak", person_id=90 + at, ward="Far", date=f"{1950 + at}-05-06") for at in range(1, 60)]
    random.Random(1).shuffle(found)
    return found


def came_of(path: Path, apart: Apart, *, wanted: bool) -> tuple[BulkReport, BulkReport, list[Any], Any]:
    record = empty()
    load(record, write(path, many(40)))
    apart(wanted)
    told: list[tuple[int, int]] = []
    write(path, scattered())
    report = load(record, path, lambda done, total: told.append((done, total)))
    again = load(record, path)
    return report, again, told, dump(record)


def test_it_comes_to_the_same_as_in_one_process(path: Path, apart: Apart) -> None:
    one, two = (came_of(path, apart, wanted=wanted) for wanted in (False, True))
    assert one == two
    assert one[0].doubtful > 5 and one[0].new > 100 and one[0].remarks


def test_all_of_it_can_be_undone(record: sqlite3.Connection, path: Path, apart: Apart) -> None:
    apart(True)
    before = dump(record)
    assert load(record, write(path, many())).new == 120
    undo(record, 1)
    assert dump(record) | {"source": []} == before | {"source": []}


def test_what_goes_wrong_there_is_said_here(record: sqlite3.Connection, path: Path, apart: Apart) -> None:
    apart(True)
    before = dump(record)
    bad = [*many(60), *(row(f"Zed {at}", "many") for at in range(30))]
    with pytest.raises(BadFile, match=r"results\.csv, line 62: found 'many', expected .*nothing was stored"):
        load(record, write(path, bad))
    assert dump(record) == before and imports(record) == ()


def test_breaking_off_ends_both(record: sqlite3.Connection, path: Path, apart: Apart) -> None:
    apart(True)
    before = dump(record)
    done: list[int] = []
    with pytest.raises(Cancelled):
        load(record, write(path, many()), lambda at, _: done.append(at), lambda: len(done) > 2)
    assert dump(record) == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_process_that_was_ended_is_one_sentence(
    record: sqlite3.Connection, path: Path, apart: Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart(True)
    before = dump(record)
    send, parent = Pipes.send, os.getpid()

    def ended(pipes: Pipes, *message: object) -> None:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        send(pipes, *message)

    monkeypatch.setattr(Pipes, "send", ended)
    with pytest.raises(
        Unusable, match=r"^results\.csv cannot be stored: the process that read it was ended; "
    ):
        load(record, write(path, many()))
    assert dump(record) == before


def test_where_no_process_can_be_made_the_rows_are_read_in_this_one(
    record: sqlite3.Connection, path: Path, apart: Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> int:
        raise OSError

    apart(True)
    monkeypatch.setattr("os.fork", refused)
    assert load(record, write(path, many())).new == 120


def test_the_record_answers_through_the_pipe_as_it_does_straight(record: sqlite3.Connection) -> None:
    (there, here), (back, forth) = os.pipe(), os.pipe()
    line, away = Line(record), Line(record)
    away.pipes, ours = Pipes(back, here), Pipes(there, forth)
    assert line.execute("SELECT 1 AS one").fetchall() == [(1,)]
    ours.send([(1, "é"), (None, 2.5)], ["one", "two"], 9)
    answer = away.execute("SELECT one, two FROM nothing WHERE one = ?", [3])
    assert ours.receive()[1:] == ("SELECT one, two FROM nothing WHERE one = ?", [3])
    assert [column[0] for column in answer.description] == ["one", "two"]
    assert answer.lastrowid == 9
    assert (answer.fetchone(), answer.fetchall(), answer.fetchone()) == ((1, "é"), [(None, 2.5)], None)
    ours.close()
    with pytest.raises(EOFError):
        away.pipes.receive()
    away.pipes.close()


def test_rows_are_counted_and_cut_by_their_line_ends_as_if_they_were_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importers.bulk.counting.PIECE", 7)
    sure = 0
    chance = random.Random(2)
    for _ in range(300):
        pieces = chance.choices(["a", "é", " ", ",", ",", "\n", "\n", "\r\n"], k=chance.randrange(1, 30))
        text = "one,two" + chance.choice(["\n", "\r\n", ""]) + "".join(pieces)
        path.write_bytes((text + chance.choice(["", "", "\r", '"'])).encode())
        count = quick_count(path, ",")
        if count is not None:
            sure += 1
            table = Table(path, "utf-8", ",", True, ("one", "two"), 0, "")
            assert count == sum(1 for _ in rows(table)), text
            assert [*rows(table._replace(plain=True))] == [*rows(table)], text
    assert 100 < sure < 300
