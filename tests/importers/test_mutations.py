"""Whatever bytes a folder holds, it loads or is refused with a sentence: never another exception, never a file left behind."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from records import IN_MEMORY, SMALL, with_cell

from db.errors import BadRecord
from db.store import connect
from importers.folder import build

FILES = sorted(path.name for path in SMALL.glob("*.csv"))
FUZZ = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=70,
    suppress_health_check=[HealthCheck.too_slow],
)
NASTY = st.sampled_from(
    ["", " ", "-1", "1e400", "nan", "inf", "-inf", "1e9", "99999999999999999999", "9999", "9999-12-31", "2016-02-29", "0001-01-01",
     "none", "vacant", "\x00", "\x1b[31m", "[/]", "=1+1", '"', "a;b", ";", "rtu", "members", "left", "ada-oak", "rtu-m-2014", "0",
     "1", "2", "true", "elected", "pending", "withdrawn", "percent", "composite", "nominating", "partial", "none", "２０１４"]
)  # fmt: skip
CELLS = NASTY | st.text(max_size=12)


def outcome(files: dict[str, bytes]) -> str:
    """The sentence on a folder in which some files are replaced; blank where it loads."""
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as place:
        folder = Path(shutil.copytree(SMALL, Path(place) / "record"))
        for name, content in files.items():
            (folder / name).write_bytes(content)
        try:
            build(folder, Path(place) / "out.db")
        except BadRecord as problem:
            assert [one.name for one in Path(place).iterdir()] == ["record"]
            return str(problem)
        connect(Path(place) / "out.db").close()
        return ""


@FUZZ
@given(st.sampled_from(FILES), st.integers(0, 60), st.integers(0, 30), CELLS)
@example("rules.csv", 0, 9, "nan")
@example("rules.csv", 0, 9, "10000000000")
@example("sections.csv", 0, 5, "99999999999999999999")
@example("factions.csv", 0, 10, "99999999999999999999")
@example("sources.csv", 3, 4, "9999-12-31")
@example("sources.csv", 3, 4, "2016-02-29")
@example("stages.csv", 0, 5, "inf")
@example("terms.csv", 4, 4, "9999-12-31")
@example("contests.csv", 0, 10, "9999-12-31")
@example("candidacies.csv", 0, 4, "nan")
@example("persons.csv", 0, 1, "\x00")
def test_any_cell_loads_or_is_refused_with_one_sentence(name: str, row: int, column: int, text: str) -> None:
    words = outcome({name: with_cell(SMALL / name, row, column, text)})
    assert "\n" not in words
    assert not words or words.endswith(".")


@FUZZ
@given(st.sampled_from(FILES), st.integers(0, 5000), st.integers(0, 40), st.binary(max_size=6))
def test_any_bytes_load_or_are_refused_with_one_sentence(
    name: str, place: int, length: int, new: bytes
) -> None:
    content = (SMALL / name).read_bytes()
    start = place % len(content)
    words = outcome({name: content[:start] + new + content[start + length :]})
    assert not words or words.endswith(".")


@settings(FUZZ, max_examples=30)
@given(
    st.lists(
        st.tuples(st.sampled_from(FILES), st.integers(0, 60), st.integers(0, 30), NASTY),
        min_size=2,
        max_size=4,
    )
)
def test_several_bad_cells_are_no_worse_than_one(changes: list[tuple[str, int, int, str]]) -> None:
    words = outcome({name: with_cell(SMALL / name, row, column, text) for name, row, column, text in changes})
    assert not words or words.endswith(".")


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_missing_or_blank_is_no_accident(name: str) -> None:
    assert isinstance(outcome({name: b""}), str)
    assert outcome({name: b"\xff\xfe"}).endswith(".")
