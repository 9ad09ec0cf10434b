"""Whatever a large table holds, it is loaded and undone, or refused with a sentence; never anything else, never half of it."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from records import IN_MEMORY
from tables import HEADINGS, dump, empty, many

from db.derivation import derive
from db.ledger import undo
from importers.bulk import load
from importers.documents.document import BadFile

FUZZ = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
NASTY = st.sampled_from(
    ["", " ", "-1", "1e400", "nan", "inf", "1e9", "99999999999999999999", "9999-12-31", "9999", "2016-02-29", "0001-01-01", "\x00",
     "\x1b[31mred", "[/]", "[red]x", "a|b", "=1+1", '"', "'", "x'); DROP TABLE person;--", "\u202egnalevE", "e\u0301", "Ada Oaka", "Mill",
     "true", "elected", "1", "0", "２０２１", "²", "x" * 10_000, "a\nb", "Ashby Council", "Moon Party", "vacant"]
)  # fmt: skip
CELLS = NASTY | st.text(max_size=12)


def checked(content: bytes) -> str:
    """The sentence on a table; blank where it loads, and then what it left is sound and can be undone."""
    record = empty()
    before = dump(record)
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as place:
        path = Path(place) / "some.csv"
        path.write_bytes(content)
        try:
            report = load(record, path)
        except BadFile as problem:
            assert dump(record) == before
            return str(problem)
        assert report.rows == report.new + report.same + report.changed + report.conflicts + report.doubtful
        found = dump(record)
        derive(record)
        assert dump(record) == found
        assert record.execute("PRAGMA foreign_key_check").fetchall() == []
        assert load(record, path).number is None
        assert dump(record) == found
    if report.number is not None:
        undo(record, report.number)
    assert dump(record) == before
    return ""


def table(changes: list[tuple[int, int, str]]) -> bytes:
    """A sound table with some cells replaced."""
    rows = [[str(one.get(name, "")) for name in HEADINGS] for one in many(40)]
    for at, column, text in changes:
        rows[at % len(rows)][column % len(HEADINGS)] = text
    out = io.StringIO(newline="")
    csv.writer(out).writerows([HEADINGS, *rows])
    return out.getvalue().encode("utf-8", "surrogatepass")


@FUZZ
@given(st.lists(st.tuples(st.integers(0, 39), st.integers(0, 8), CELLS), max_size=4))
@example([(0, 4, "007"), (1, 4, "7"), (2, 4, "7"), (3, 4, "²")])
@example([(at, 5, "Ada Oaka") for at in range(3)])
@example([(at, 8, "0") for at in range(40)])
@example([(0, 7, "1.5"), (1, 7, "2.25"), (2, 7, "0.1")])
def test_any_cells_load_and_are_undone_or_are_refused(changes: list[tuple[int, int, str]]) -> None:
    words = checked(table(changes))
    assert "\n" not in words
    assert not words or words.endswith(".")


@FUZZ
@given(st.integers(0, 2_600), st.integers(0, 60), st.binary(max_size=8))
def test_any_bytes_load_and_are_undone_or_are_refused(place: int, length: int, new: bytes) -> None:
    content = table([])
    words = checked(content[:place] + new + content[place + length :])
    assert "\n" not in words
    assert not words or words.endswith(".")
