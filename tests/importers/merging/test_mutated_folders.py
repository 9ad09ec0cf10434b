"""Whatever a folder holds, it is taken as its plan says or refused with a sentence; either way it can be as if it had not been."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from everything import everything
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from meaning import meaning
from records import IN_MEMORY, SMALL, built, with_cell

from db.errors import BadRecord
from db.ledger import importing, undo, writable
from importers.merging import merge, plan
from importers.merging.merge import counted

FUZZ = settings(
    derandomize=True, deadline=None, database=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)  # fmt: skip
NASTY = st.sampled_from(
    ["", "-1", "nan", "9999", "'=1", "none", "\x00", "\x1b[31m", ";", "a;b", "rtu", "members", "left", "ada-oak", "ben-ash",
     "rtu-m-2014", "rtu-m-2016", "0", "1", "elected", "pending", "announced", "minutes", "minutes;minutes", "2014", "x > y", "f"]
)  # fmt: skip


@cache
def folder() -> Path:
    """A folder with rows in every file."""
    return everything(Path(tempfile.mkdtemp(prefix="slatewatch-test-")) / "everything")


def names() -> list[str]:
    """Its files."""
    return sorted(path.name for path in folder().glob("*.csv"))


def taken(changes: dict[str, bytes]) -> str:
    """The sentence on a folder of which some files are replaced; blank where it is taken."""
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as place:
        own = writable(Path(shutil.copy(built(SMALL), Path(place) / "own.db")))
        more = Path(shutil.copytree(folder(), Path(place) / "more"))
        for name, content in changes.items():
            (more / name).write_bytes(content)
        before = meaning(own)
        try:
            planned = counted(plan(own, more))
            with importing(own, "more", "", "") as ledger:
                assert merge(ledger, more) == planned
        except BadRecord as problem:
            assert meaning(own) == before
            return str(problem)
        assert own.execute("PRAGMA foreign_key_check").fetchall() == []
        assert not counted(plan(own, more)).changes
        undo(own, 1)
        assert meaning(own) == before
        own.close()
        return ""


@FUZZ
@given(st.integers(0, 50), st.integers(0, 60), st.integers(0, 30), NASTY | st.text(max_size=8))
@example(3, 1, 1, "ada-oak")
@example(2, 0, 1, "-1")
def test_any_cell_is_taken_as_planned_or_refused(name: int, row: int, column: int, text: str) -> None:
    file = names()[name % len(names())]
    words = taken({file: with_cell(folder() / file, row, column, text)})
    assert "\n" not in words
    assert not words or words.endswith(".")


@settings(FUZZ, max_examples=15)
@given(st.integers(0, 50), st.integers(0, 5000), st.integers(0, 40), st.binary(max_size=6))
def test_any_bytes_are_taken_as_planned_or_refused(name: int, place: int, length: int, new: bytes) -> None:
    file = names()[name % len(names())]
    content = (folder() / file).read_bytes()
    start = place % len(content)
    words = taken({file: content[:start] + new + content[start + length :]})
    assert not words or words.endswith(".")
