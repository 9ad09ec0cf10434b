"""Rows of a large table read by the block: they come to the same as each read by itself, in rows, doubts and places."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from records import IN_MEMORY
from tables import HEADINGS, dump, empty, many, row, write

from importers.bulk import load
from importers.documents.document import BadFile

MUTATED = settings(
    derandomize=True, deadline=None, database=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow]
)  # fmt: skip
CELLS = st.sampled_from(
    ["", " ", "-1", "x", "1,234", "12.5", "2018-05-06", "2014", "Ada Oaka", "OAK, Ada", "Zoë O'Casey-Ash", "vacant", "elected", "1",
     "0", "7", "007", "²", "x" * 300, "a\nb", 'say "x"', "Ashby Council", "Moon Party", "Mill"]
)  # fmt: skip
PLACE = st.integers(0, 199)
CELL = st.tuples(st.just("cell"), PLACE, st.integers(0, len(HEADINGS) - 1), CELLS)
WIDTH = st.tuples(st.just("width"), PLACE, st.sampled_from([-2, -1, 1, 2]), st.sampled_from(["", "x"]))
BLANK = st.tuples(st.just("blank"), PLACE, st.sampled_from([0, len(HEADINGS)]), st.just(""))
MOVED = st.tuples(st.just("moved"), PLACE, PLACE, st.just(""))
Change = tuple[str, int, int, str]


def mutated(changes: list[Change], *, numbered: bool, quoted: bool) -> bytes:
    """A table of which cells are replaced, rows cut, lengthened and moved, and blank rows put in."""
    rows = [[str(one.get(name, "")) for name in HEADINGS] for one in many(200)]
    for at, fields in enumerate(rows):
        fields[HEADINGS.index("person_id")] = str(at % 60 + 1) if numbered else ""
    for kind, place, number, text in changes:
        place %= len(rows)
        if kind == "cell":
            rows[place][number : number + 1] = [text]
        elif kind == "width":
            rows[place] = rows[place][:number] if number < 0 else [*rows[place], *[text] * number]
        elif kind == "blank":
            rows.insert(place, [""] * number)
        else:
            rows.insert(number, rows.pop(place))
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL).writerows([HEADINGS, *rows])
    return out.getvalue().encode()


def came_of(content: bytes, step: int) -> tuple[object, ...]:
    """What comes of a table, and of its being loaded again, where so many rows are read at a time."""
    record = empty()
    found: list[object] = []
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(dir=IN_MEMORY) as place:
        patch.setattr("importers.bulk.loading.STEP", step)
        path = Path(place) / "some.csv"
        path.write_bytes(content)
        for _ in range(2):
            try:
                found.append(load(record, path))
            except BadFile as problem:
                found.append(str(problem))
    return *found, dump(record)


@MUTATED
@given(st.lists(CELL | WIDTH | BLANK | MOVED, max_size=25), st.booleans(), st.booleans())
@example([("cell", 30, 7, "x"), ("cell", 31, 1, ""), ("width", 33, -1, ""), ("cell", 34, 5, "")], True, False)
@example(
    [("moved", 3, 100, ""), ("moved", 4, 120, ""), ("cell", 120, 5, "a\nb"), ("blank", 7, 0, "")], False, True
)
def test_rows_read_by_the_block_come_to_the_same_as_each_by_itself(
    changes: list[Change], numbered: bool, quoted: bool
) -> None:
    content = mutated(changes, numbered=numbered, quoted=quoted)
    assert came_of(content, 64) == came_of(content, 1)


def test_a_contest_of_very_many_rows_is_written_in_pieces_that_do_not_depend_on_the_block(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importers.bulk.runs.LONGEST", 7)
    rows = [row(f"Ada Oak{sign}", 10) for sign in "abcdefghijklmnopqrst"]
    content = write(tmp_path / "some.csv", rows).read_bytes()
    whole = came_of(content, 64)
    assert whole == came_of(content, 1) == came_of(content, 5)
    assert "lines 2 to 8; lines 9 to 15; lines 16 to 21" in repr(whole)


def test_a_bad_row_of_another_contest_parts_the_rows_of_one(tmp_path: Path) -> None:
    rows = [row(f"Ada Oak{sign}", ward="Quay" if sign == "c" else "Mill") for sign in "abcdefghijkl"]
    rows[2]["votes"] = "many"
    *_, found = came_of(write(tmp_path / "some.csv", rows).read_bytes(), 64)
    assert "'lines 2 to 3; lines 5 to 13'" in repr(found)
