"""Writing the file: one object a line, one after another, so that no more than one is in memory."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from db.errors import SlatewatchError
from importers.popolo.objects import Objects


def write(connection: sqlite3.Connection, path: Path, *, replace: bool = False) -> None:
    """Write the record of a database as Popolo JSON, whole or not at all; the same record gives the same bytes.

    Args:
        connection: to the database, which is only read.
        path: of the file.
        replace: whether a file that is there may be replaced.

    Raises:
        SlatewatchError: the file is there already, is a folder, or cannot be written.
    """
    if path.is_dir():
        raise SlatewatchError(f"{path} is a folder; the name of a file was expected.")
    if path.exists() and not replace:
        raise SlatewatchError(f"{path} exists already; --force replaces it.")
    target = Path(os.path.realpath(path))
    making = target.with_name(f".{target.name[:200]}.{os.getpid()}.making")
    try:
        with making.open("xb") as file:
            file.writelines(lines(connection))
        making.replace(target)
    except OSError as problem:
        words = (problem.strerror or str(problem)).lower()
        raise SlatewatchError(f"{path} cannot be written: {words}.") from None
    finally:
        making.unlink(missing_ok=True)


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
