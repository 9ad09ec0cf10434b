"""The packaged record, built once for the tests of this folder."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from db.store import connect
from importers.folder import build
from importers.known import Known, known
from importers.packaged import RECORD


@cache
def packaged() -> Known:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        build(RECORD, path)
        return known(connect(path))
