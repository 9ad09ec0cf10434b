"""Claims, explanations and the reasons of choices in a folder: references lead somewhere, and nothing is lost on the way out."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from records import TINY, Rows, write_folder

from db.errors import BadRecord
from db.store import connect
from importers.folder import build, write

GROUND: dict[str, Rows] = {
    **TINY,
    "sources": [{"source": "paper", "title": "A paper"}],
    "persons": [{"person": "ann", "name": "Ann", "sort_name": "Ann"}],
    "contests": [{"contest": "b-2020", "body": "b", "section": "s", "date": "2020", "seats": "1"}],
    "schemes": [{"scheme": "mine", "name": "Mine"}],
    "blocs": [{"scheme": "mine", "bloc": "good", "name": "Good", "short": "Good"}],
}

FIRST = {
    "claim": "c1",
    "words": "she led by 12",
    "measure": "margin",
    "contest": "b-2020",
    "person": "ann",
    "stated": "12",
}
SECOND = {
    "claim": "a2", "words": "twice as much", "measure": "ratio of claims", "of": "c1", "than": "c1", "sense": "about", "stated": "2",
    "scheme": "mine", "bloc": "good", "body": "b", "section": "s", "since": "2006", "sources": "paper",
}  # fmt: skip
WHY = {
    "kind": "no source",
    "table": "contests",
    "row": "b-2020",
    "reason": "The page is lost.",
    "sources": "paper",
}
CHOSEN = {
    "table": "contests", "row": "b-2020", "field": "seats", "value": "1", "source": "paper", "chosen": "1", "reason": "It says so.",
}  # fmt: skip


def made(place: Path, files: Mapping[str, Rows]) -> Path:
    build(write_folder(place / "folder", {**GROUND, **files}), place / "made.db")
    return place / "made.db"


@pytest.mark.parametrize(("file", "row", "words"), [
    ("claims", FIRST | {"measure": "guess"}, "column measure: found 'guess'"),
    ("claims", FIRST | {"contest": "b-2021"}, "column contest: found 'b-2021', expected the key of a contest"),
    ("claims", FIRST | {"sense": "nearly"}, "column sense: found 'nearly'"),
    ("claims", FIRST | {"bloc": "good"}, "column scheme: found ''"),
    ("claims", FIRST | {"of": "c9"}, "column of: found 'c9', expected the key of a claim"),
    ("claims", FIRST | {"since": "soon"}, "column since: found 'soon', expected a date"),
    ("explanations", WHY | {"row": "b-2021"}, "column row: found 'b-2021'"),
    ("explanations", WHY | {"table": "things"}, "column table: found 'things', expected one of"),
    ("explanations", WHY | {"reason": ""}, "missing required field `reason`"),
])  # fmt: skip
def test_a_row_that_leads_nowhere_is_refused_with_its_column(
    tmp_path: Path, file: str, row: dict[str, str], words: str
) -> None:
    with pytest.raises(BadRecord, match=f"{file}.csv, line 2.*{words}"):
        made(tmp_path, {file: [row]})


def test_claims_explanations_and_reasons_come_out_as_they_went_in(tmp_path: Path) -> None:
    files = {"claims": [FIRST, SECOND], "explanations": [WHY], "citations": [CHOSEN]}
    first = made(tmp_path, files)
    with closing(connect(first)) as connection:
        assert connection.execute("SELECT key, of_id, stated FROM claim ORDER BY id").fetchall() == [
            ("c1", None, 12.0),
            ("a2", 1, 2.0),
        ]
        write(connection, tmp_path / "out")
    build(tmp_path / "out", tmp_path / "again.db")
    with closing(connect(tmp_path / "again.db")) as connection:
        write(connection, tmp_path / "out2")
    for name in ("claims", "explanations", "citations"):
        text = (tmp_path / "out" / f"{name}.csv").read_text(encoding="utf-8")
        assert text == (tmp_path / "out2" / f"{name}.csv").read_text(encoding="utf-8")
    assert "It says so." in (tmp_path / "out" / "citations.csv").read_text(encoding="utf-8")
    assert "The page is lost." in (tmp_path / "out" / "explanations.csv").read_text(encoding="utf-8")
