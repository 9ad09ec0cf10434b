"""The rows of a large table read in a process of its own, while this one writes what they say.

The reading process is a copy of this one, made by `fork` after the first rows, so that it goes on where the reading stood.  It
never touches the database: what it wants written or asked it sends through a pipe, in order, and so everything comes to the same
as in one process.  Where there is no second processor, or the system cannot make such a copy safely, nothing is sent at all.
"""

from __future__ import annotations

import marshal
import os
import pickle
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, BinaryIO, Final, cast

from db.errors import Unusable

LEAST: Final = 20_000
"""Rows still to come for which a second process pays."""

VERSION: Final = 2
"""Of marshal: without looking for values that are the same, which takes longer than to send them twice."""

ROWS, ASK, TWICE, AT, DONE, FAILED = range(6)
"""What a message is: rows to write, a question to the record, somebody named twice, the rows done, the end, what went wrong."""

PIPE: Final = 1 << 20


def pays(rows: int) -> bool:
    """Whether so many rows are better read in a process of their own."""
    return rows >= LEAST and sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


class Answer:
    """What the record answers, in the shape of a cursor."""

    def __init__(self, rows: list[tuple[Any, ...]], columns: list[str], row: int) -> None:
        self.rows = iter(rows)
        self.description = [(name,) for name in columns]
        self.lastrowid = row

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self.rows

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row."""
        return next(self.rows, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows that are left."""
        return list(self.rows)


class Line:
    """The way to the record: straight, or through the process that has the database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.straight = connection
        self.pipes: Pipes | None = None

    @classmethod
    def to(cls, connection: sqlite3.Connection) -> tuple[Line, sqlite3.Connection]:
        """The way, and the same as what it stands for: as much of a connection as the reading needs."""
        line = cls(connection)
        return line, cast("sqlite3.Connection", line)

    def execute(self, query: str, values: Any = ()) -> Any:  # noqa: ANN401
        """Ask the record, and wait for what it says."""
        if self.pipes is None:
            return self.straight.execute(query, values)
        self.pipes.send(ASK, query, values)
        return Answer(*self.pipes.receive())

    def create_function(self, *words: Any, **more: Any) -> None:  # noqa: ANN401
        """Let SQL call a function; only where the way is straight."""
        self.straight.create_function(*words, **more)

    def executemany(self, query: str, values: Iterable[Any]) -> sqlite3.Cursor:
        """Write many rows; only where the way is straight."""
        return self.straight.executemany(query, values)


class Pipes:
    """One end of two pipes, through which messages come and go."""

    def __init__(self, reading: int, writing: int) -> None:
        self._from: BinaryIO = open(reading, "rb", buffering=PIPE)  # noqa: SIM115
        self._to: BinaryIO = open(writing, "wb", buffering=0)  # noqa: SIM115

    def send(self, *message: Any) -> None:  # noqa: ANN401
        """Send values of the plain kinds."""
        data = marshal.dumps(message, VERSION)
        left = memoryview(len(data).to_bytes(8, "little") + data)
        while left:
            left = left[self._to.write(left) :]

    def receive(self) -> Any:  # noqa: ANN401
        """The next message.

        Raises:
            EOFError: the other process is gone.
        """
        head = self._from.read(8)
        data = self._from.read(int.from_bytes(head, "little"))
        if len(head) < 8 or len(data) < int.from_bytes(head, "little"):
            raise EOFError
        return marshal.loads(data)  # noqa: S302 - of our own process

    def close(self) -> None:
        """Let go of both pipes."""
        self._from.close()
        self._to.close()


def read_apart(
    line: Line,
    name: str,
    read: Callable[[Pipes], Any],
    write: Callable[..., None],
    twice: Callable[[int, int], None],
    at: Callable[[int], None],
) -> Any:  # noqa: ANN401
    """Have a table read in a process of its own, and write what it sends.

    Args:
        line: through which the reading asks the record.
        name: of the file.
        read: reads the rest of the table, there; sends rows, and gives what is to be known of it here.
        write: takes rows that are sent.
        twice: takes a contest and a line at which somebody is named a second time.
        at: is told how many rows are done; what it raises ends both processes.

    Returns:
        What `read` gave; None, and nothing was read, where the system makes no further process.

    Raises:
        Unusable: the process was ended by somebody else.
        Exception: what went wrong there, and any error of SQLite.
    """
    begun = _begun(line, read)
    if begun is None:
        return None
    child, pipes = begun
    takers: dict[int, Callable[..., None]] = {ROWS: write, TWICE: twice, AT: at}
    try:
        while True:
            kind, *message = pipes.receive()
            if kind == ASK:
                pipes.send(*_answered(line.straight, *message))
            elif kind in takers:
                takers[kind](*message)
            elif kind == FAILED:
                raise pickle.loads(message[0])  # noqa: S301 - of our own process
            else:
                return pickle.loads(message[0])  # noqa: S301
    except (EOFError, BrokenPipeError):
        raise Unusable(
            f"{name} cannot be stored: the process that read it was ended; the database was left as it was."
        ) from None
    finally:
        pipes.close()
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _begun(line: Line, read: Callable[[Pipes], Any]) -> tuple[int, Pipes] | None:
    """The number of the new process, and this one's end of the pipes to it; None where the system makes none."""
    (there, here), (back, forth) = os.pipe(), os.pipe()
    _widen(here)
    try:
        child = os.fork()
    except OSError:  # no memory, or no more processes
        for end in (there, here, back, forth):
            os.close(end)
        return None
    if not child:
        _be_apart(line, read, (there, forth), (back, here))
    os.close(here)
    os.close(back)
    return child, Pipes(there, forth)


def _widen(pipe: int) -> None:
    """Let more stand in a pipe, so that neither process waits for the other at every message."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE)


def _answered(
    connection: sqlite3.Connection,
    query: str,
    values: Any,  # noqa: ANN401
) -> tuple[list[tuple[Any, ...]], list[str], int]:
    cursor = connection.execute(query, values)
    columns = [column[0] for column in cursor.description or ()]
    return cursor.fetchall(), columns, cursor.lastrowid or 0


def _be_apart(
    line: Line, read: Callable[[Pipes], Any], theirs: tuple[int, int], ours: tuple[int, int]
) -> None:
    """Read, in the new process; it ends here whatever comes, without a word and without touching what both have."""
    try:
        _leave_signals()
        for end in theirs:
            os.close(end)
        line.pipes = Pipes(*ours)
        try:
            line.pipes.send(DONE, pickle.dumps(read(line.pipes)))
        except BaseException as problem:
            line.pipes.send(FAILED, pickle.dumps(problem))
    finally:
        os._exit(0)


def _leave_signals() -> None:
    """What the terminal sends is for the process that asked; our end comes with its end."""
    signal.set_wakeup_fd(-1)
    for one in (signal.SIGINT, signal.SIGTSTP, signal.SIGWINCH, signal.SIGHUP):
        signal.signal(one, signal.SIG_IGN)
    for one in (signal.SIGTERM, signal.SIGCHLD):
        signal.signal(one, signal.SIG_DFL)
