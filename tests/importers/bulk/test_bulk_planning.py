"""What is understood of a large table before anything is stored, and which files are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from tables import empty, many, row, write

from importers.bulk import Given, is_bulk, plan
from importers.documents.document import BadFile


@pytest.mark.parametrize(("headings", "bulk"), [
    ("date,council,ward,candidate,votes", True),
    ("Votes;Name;Ward;Date", True),
    ("election_date\tpost_label\tperson_name", True),
    ("constituency_name,party_name,party_abbreviation,firstname,surname,votes", True),
    ("Name,Constituency,Votes", False),
    ("Name,CLP,Party,Votes,Elected", False),
    ("county,precinct,office,district,party,candidate,votes", False),
    ("date,council,ward,votes", False),
    ("", False),
    ("\0date,council,candidate", False),
])  # fmt: skip
def test_a_large_table_is_known_by_headings_that_tell_of_contests(
    tmp_path: Path, headings: str, bulk: bool
) -> None:
    path = tmp_path / "some.csv"
    path.write_text(f"{headings}\nx,y\n")
    assert is_bulk(path) is bulk
    assert not is_bulk(tmp_path / "nothing.csv")


def test_a_plan_tells_columns_rows_and_what_is_lacking(tmp_path: Path) -> None:
    headings = ("candidate", "ward", "votes", "kind", "colour", "person_id")
    path = write(tmp_path / "results.csv", [one | {"kind": "district"} for one in many(30)], headings)
    found = plan(path)
    assert found.rows == 30
    assert dict(found.columns) == {
        "candidate": "name", "ward": "section", "votes": "votes", "kind": "", "colour": "", "person_id": "number",
    }  # fmt: skip
    assert found.ignored == ("kind", "colour")
    assert found.lacking == ("body", "date")
    assert found.scheme == "numbers of results"
    assert len(found.first) == 10 and found.first[0][0] == "Ada Oaka"
    assert plan(path, Given(body="Ashby Council", date="2021")).lacking == ()


@pytest.mark.parametrize(("content", "words"), [
    (b"", "found no headings"),
    (b"date,council,candidate\n", "found no row below the headings"),
    (b"\x00\x01\x02", "binary data"),
    (b"date,council,candidate\n2021,Ashby,\"Ada Oak\n", "never closed"),
    (b"date,council,candidate\n2021,Ashby," + b"x" * 200_000, "field larger than field limit"),
    (b"x" * 5_000_000, "found a line of more than"),
    (b"date,council,candidate\n2021,Ashby,\x81\x8d\n" , "which is not of CP1252"),
    (b"\xff\xfed\x00a", "which is not of UTF-16"),
], ids=["empty", "header", "binary", "quote", "field", "line", "encoding", "cut"])  # fmt: skip
def test_what_is_no_table_is_refused_with_one_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    from importers.bulk import load

    record = empty()
    path = tmp_path / "some.csv"
    path.write_bytes(content)
    with pytest.raises(BadFile, match=words) as problem:
        load(record, path)
    assert str(problem.value).startswith("some.csv") and "\n" not in str(problem.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_usual_encodings_and_delimiters_are_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    from importers.bulk import load

    record = empty()
    path = tmp_path / "some.csv"
    lines = ["date,council,candidate,votes", "2021,Ashby,Zoë Élan,5", "", "2021,Ashby,Ben Ash,4"]
    path.write_bytes("\r\n".join(lines).replace(",", delimiter).encode(encoding))
    assert is_bulk(path)
    assert load(record, path).new == 2
    assert record.execute("SELECT name FROM person ORDER BY id").fetchall() == [("Zoë Élan",), ("Ben Ash",)]


def test_a_lone_quotation_mark_between_tabs_is_a_sign_like_any_other(tmp_path: Path) -> None:
    from importers.bulk import load

    record = empty()
    path = write(tmp_path / "some.csv", [row("Ada Oak")])
    path.write_text('date\tcouncil\tcandidate\n2021\tAshby\t"Ada Oak\n2021\tAshby\tBen Ash\n')
    assert load(record, path).new == 2
