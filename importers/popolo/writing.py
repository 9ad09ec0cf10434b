"""Writing the file: one object a line, one after another, so that no more than one is in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from importers.popolo.objects import Objects
from importers.saving import save


def write(connection: sqlite3.Connection, path: Path, *, replace: bool = False) -> None:
    """Write the record of a database as Popolo JSON, whole or not at all; the same record gives the same bytes.

    Args:
        connection: to the database, which is only read.
        path: of the file.
        replace: whether a file that is there may be replaced.

    Raises:
        SlatewatchError: the file is there already, is a folder, or cannot be written.
    """
    save(lines(connection), path, force=replace)


def lines(connection: sqlite3.Connection) -> Iterator[bytes]:
    """The lines of the file."""
    import msgspec

    objects = Objects(connection)
    lists = {
        "persons": objects.persons(),
        "organizations": objects.organizations(),
        "posts": objects.posts(),
        "events": objects.events(),
        "memberships": objects.memberships(),
    }
    before = b"{\n"
    for name, found in lists.items():
        yield before + f'"{name}": ['.encode()
        between = b"\n"
        for one in found:
            yield between + msgspec.json.encode(one)
            between = b",\n"
        yield b"\n]"
        before = b",\n"
    yield b"\n}\n"
