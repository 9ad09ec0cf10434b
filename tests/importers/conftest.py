"""What the tests of imports stand on."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from records import SMALL, built

from db.ledger import writable


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The small record, to be written to."""
    connection = writable(Path(shutil.copy(built(SMALL), tmp_path / "small.db")))
    yield connection
    connection.close()
