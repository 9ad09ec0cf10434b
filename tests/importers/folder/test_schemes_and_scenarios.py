"""Schemes, vacancies and scenarios in a folder: references lead somewhere, contradictions are kept, the packaged words are read."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest
from records import SMALL, TINY, Rows, opened, write_folder

from db.errors import BadRecord
from db.store import connect
from importers.folder import build, write

GROUND: dict[str, Rows] = {
    **TINY,
    "persons": [{"person": "ann", "name": "Ann", "sort_name": "Ann"}],
    "schemes": [{"scheme": "mine", "name": "Mine"}, {"scheme": "yours", "name": "Yours"}],
    "blocs": [
        {"scheme": "mine", "bloc": "good", "name": "Good", "short": "Good"},
        {"scheme": "mine", "bloc": "bad", "name": "Bad", "short": "Bad"},
    ],
    "scenarios": [{"scenario": "if", "name": "If"}],
}


def made(place: Path, files: Mapping[str, Rows]) -> sqlite3.Connection:
    """The database of a folder with these files on the ground of a body, a person, two schemes and a scenario."""
    build(write_folder(place / "folder", {**GROUND, **files}), place / "made.db")
    return connect(place / "made.db")


GOOD, BAD = {"scheme": "mine", "bloc": "good"}, {"scheme": "mine", "bloc": "bad"}
IF = {"scenario": "if", "kind": "bloc"}


@pytest.mark.parametrize(("file", "row", "words"), [
    ("blocs", {"scheme": "theirs", "bloc": "b", "name": "B", "short": "B"},
     "column scheme: found 'theirs', expected the key of a scheme that is in the record"),
    ("bloc_members", {"scheme": "theirs", "bloc": "good", "faction": "left"},
     "column scheme: found 'theirs', expected the key of a scheme that is in the record"),
    ("bloc_members", {"scheme": "yours", "bloc": "good", "faction": "left"},
     "column bloc: found 'good', expected the key of a bloc of the scheme 'yours'"),
    ("bloc_members", GOOD | {"faction": "centre"}, "column faction: found 'centre'"),
    ("bloc_members", GOOD | {"person": "bob"}, "column person: found 'bob'"),
    ("bloc_members", GOOD | {"faction": "left", "person": "ann"},
     "found a faction and a person, expected one of faction, person and leaning"),
    ("bloc_members", GOOD | {"faction": ""}, "found nobody, expected one of faction, person and leaning"),
    ("bloc_members", GOOD | {"faction": "left", "valid_to": "soon"}, "column valid_to: found 'soon', expected a date"),
    ("vacancies", {"body": "b", "section": "none", "start": "2020"}, "column section: found 'none'"),
    ("vacancies", {"body": "b", "section": "s", "start": "2020", "person": "bob"}, "column person: found 'bob'"),
    ("vacancies", {"body": "b", "section": "s", "start": "", "reason": "died"}, "missing required field `start`"),
    ("assumptions", IF | {"scenario": "but"}, "column scenario: found 'but'"),
    ("assumptions", IF | {"kind": "guess"}, "column kind: found 'guess', expected one of bloc, fill, leaning, seat, swing"),
    ("assumptions", IF | {"scheme": "mine", "bloc": "ugly"}, "column bloc: found 'ugly'"),
    ("assumptions", IF | {"bloc": "good"}, "column scheme: found ''"),
    ("assumptions", IF | {"successor": "bob"}, "column successor: found 'bob'"),
    ("assumptions", IF | {"contest": "b-2020"}, "column contest: found 'b-2020'"),
])  # fmt: skip
def test_what_leads_nowhere_is_refused_with_file_line_and_column(
    tmp_path: Path, file: str, row: dict[str, object], words: str
) -> None:
    with pytest.raises(BadRecord) as caught:
        made(tmp_path, {file: [row]})
    assert f"{file}.csv, line 2" in str(caught.value)
    assert words in str(caught.value)
    assert not (tmp_path / "made.db").exists()


def test_a_bloc_stands_once_in_its_scheme_and_a_scheme_once(tmp_path: Path) -> None:
    twice = [{"scheme": "mine", "name": "Mine"}, {"scheme": "mine", "name": "Mine too"}]
    with pytest.raises(BadRecord, match=r"schemes\.csv, line 3: found 'mine' a second time"):
        made(tmp_path, {"schemes": twice, "blocs": []})
    good = {"scheme": "mine", "bloc": "good", "name": "Good", "short": "Good"}
    with pytest.raises(BadRecord, match=r"blocs\.csv, line 3: found 'mine/good' a second time"):
        made(tmp_path, {"blocs": [good, good]})


def test_the_same_bloc_may_stand_in_two_schemes(tmp_path: Path) -> None:
    other = {"scheme": "yours", "bloc": "good", "name": "Good", "short": "Good"}
    record = made(tmp_path, {"blocs": [*GROUND["blocs"], other]})
    assert record.execute("SELECT count(*) FROM bloc WHERE key = 'good'").fetchone() == (2,)


CONTRADICTIONS: dict[str, Rows] = {
    "bloc_members": [
        GOOD | {"faction": "left"}, BAD | {"faction": "left"}, GOOD | {"faction": "left"},
        GOOD | {"faction": "right", "valid_from": "2021", "valid_to": "2019"},
    ],
    "vacancies": [{"body": "b", "section": "s", "start": "2021", "end": "2019"}],
    "terms": [{"body": "b", "section": "s", "person": "ann", "start": "2021", "end": "2019"}],
}  # fmt: skip


def test_what_contradicts_itself_is_kept_as_stated_both_ways(tmp_path: Path) -> None:
    record = made(tmp_path, CONTRADICTIONS)
    for table, rows in (("bloc_member", 4), ("vacancy", 1), ("term", 1)):
        assert record.execute(f"SELECT count(*) FROM {table}").fetchone() == (rows,)
    write(record, tmp_path / "written")
    lines = (tmp_path / "written" / "bloc_members.csv").read_text().splitlines()
    assert sorted(line.partition(",2021")[0] for line in lines[1:]) == [
        "mine,bad,left,,,,,,", "mine,good,left,,,,,,", "mine,good,left,,,,,,", "mine,good,right,,",
    ]  # fmt: skip


def test_a_scheme_says_of_persons_from_which_day_to_which(tmp_path: Path) -> None:
    query = """
        SELECT bloc.key, valid_from, valid_to FROM bloc_member JOIN bloc ON bloc.id = bloc_id
        JOIN scheme ON scheme.id = scheme_id JOIN person ON person.id = person_id
        WHERE scheme.key = 'strike' AND person.key = 'eve-yew' ORDER BY valid_from
    """
    assert opened(SMALL).execute(query).fetchall() == [
        ("for", "2016-06-14", "2016-07-01"), ("against", "2016-07-01", None),
    ]  # fmt: skip


def test_an_assumption_is_of_a_section_of_its_body(tmp_path: Path) -> None:
    seat = {
        "scenario": "if",
        "kind": "seat",
        "body": "b",
        "section": "s",
        "person": "ann",
        "newcomer": "Somebody Else",
    }
    record = made(tmp_path, {"assumptions": [seat]})
    query = "SELECT section.key, newcomer, points FROM assumption JOIN section ON section.id = section_id"
    assert record.execute(query).fetchall() == [("s", "Somebody Else", None)]


def test_a_faction_and_a_person_of_one_key_are_told_apart_where_a_citation_names_them(tmp_path: Path) -> None:
    files: dict[str, Rows] = {
        "persons": [{"person": "left", "name": "Lee Eft", "sort_name": "Eft, Lee"}],
        "sources": [{"source": "page", "title": "Page"}],
        "bloc_members": [GOOD | {"faction": "left"}, GOOD | {"person": "left"}],
        "citations": [
            {"table": "bloc_members", "row": f"{number}mine/good/left/", "source": "page", "place": place}
            for number, place in (("", "of the faction"), ("2:", "of the person"))
        ],
    }
    query = """
        SELECT place FROM citation JOIN bloc_member ON bloc_member.id = entity_id
        WHERE entity = 'bloc_member' ORDER BY faction_id IS NULL
    """
    record = made(tmp_path, files)
    write(record, tmp_path / "written")
    build(tmp_path / "written", tmp_path / "again.db")
    for one in (record, connect(tmp_path / "again.db")):
        assert one.execute(query).fetchall() == [("of the faction",), ("of the person",)]
