"""The schema of a slatewatch file: SQL in numbered steps, applied in order and never edited once released."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import complete_statement

APPLICATION_ID = 0x534C5457
"""`SLTW` in SQLite's `application_id`: how we know that a file is ours."""

STEPS = (
    "0001_record",
    "0002_indexes",
    "0003_search",
    "0004_views",
    "0005_tally",
    "0006_imports",
    "0007_sources_and_persons",
    "0008_balance",
    "0009_checked",
)
"""Names of the steps, in order: the files beside this one."""

VERSION = len(STEPS)
"""The schema that this program knows, kept in SQLite's `user_version`."""


def statements(step: str) -> Iterator[str]:
    """The SQL statements of a step, one by one (so that they can run inside one transaction)."""
    pending = ""
    for line in Path(__file__).with_name(f"{step}.sql").read_text(encoding="utf-8").splitlines(keepends=True):
        pending += line
        if complete_statement(pending):
            yield pending.strip()
            pending = ""
