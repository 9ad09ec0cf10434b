"""Reading a folder of CSV files: whatever is wrong is named with its file, line and column, found and expected."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from records import PACKAGED, SMALL

from db.errors import BadRecord
from db.store import connect
from importers.folder import build, read

Refused = Callable[[str, Callable[[str], str]], str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small record, to be spoiled."""
    return Path(shutil.copytree(SMALL, tmp_path / "record"))


@pytest.fixture
def sentence(folder: Path, tmp_path: Path) -> Callable[[], str]:
    """Builds the spoiled folder and gives the sentence with which it is refused; nothing may be left behind."""

    def refused() -> str:
        before = sorted(tmp_path.rglob("*"))
        with pytest.raises(BadRecord) as problem:
            build(folder, tmp_path / "out.db")
        assert sorted(tmp_path.rglob("*")) == before
        words = str(problem.value)
        assert "\n" not in words
        assert words.endswith(".")
        return words

    return refused


def spoil(path: Path, old: str, new: str) -> None:
    """Replace a text of a file once."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


DATE = "a date as YYYY, YYYY-MM or YYYY-MM-DD"
CELLS = [
    ("contests", "2014-06-10,first past", "2014-13,first past", 2, "date", "2014-13", DATE),
    ("contests", "2014-06-10,first past", "10 June 2014,first past", 2, "date", "10 June 2014", DATE),
    ("rules", "rtu,members,2014-06-10", "rtu,members,2014-02-30", 2, "valid_from", "2014-02-30", DATE),
    ("candidacies", ",150,15,4,", ",-150,15,4,", 5, "votes", "-150", "a number from 0"),
    ("candidacies", ",150,15,4,", ",150,115,4,", 5, "share", "115", "a number from 0 to 100"),
    ("candidacies", ",150,15,4,", ",many,15,4,", 5, "votes", "many", "a number"),
    ("candidacies", "4,not elected", "4,lost", 5, "outcome", "lost", "one of elected, not elected, pending"),
    ("candidacies", "384,,1,elected,,1", "384,,1,elected,,yes", 10, "sitting", "yes", "a whole number from 0 to 1"),
    ("contests", "rtu,members,,regular", "rtu,members,,special", 2, "kind", "special", "one of additional, by-election"),
    ("contests", "complete,,gazette-2014", "whole,,gazette-2014", 2, "figures", "whole", "one of complete, none"),
    ("rules", "2018-05-01,3,1,", "2018-05-01,three,1,", 2, "seats", "three", "a whole number"),
    ("factions", "#d62839", "red", 4, "colour", "red", "a colour such as #"),
    ("factions", "L,#d62839", "LLL,#d62839", 4, "sign", "LLL", ""),
    ("persons", "ada-oak,Ada", "Ada Oak,Ada", 2, "person", "Ada Oak", "a key of lower-case letters"),
    ("persons", '"Oak, Ada",f', '"Oak, Ada",w', 2, "gender", "w", "one of f, m"),
    ("sources", ",published,", ",rumour,", 2, "kind", "rumour", "one of derived, published"),
    ("sections", "Members at Large,,1", "Members at Large,,first", 2, "position", "first", "a whole number"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "line", "column", "found", "expected"), CELLS)
def test_a_bad_cell_is_named_by_file_line_and_column_with_what_was_expected(
    folder: Path, sentence: Callable[[], str], file: str, old: str, new: str, line: int, column: str, found: str, expected: str
) -> None:  # fmt: skip
    spoil(folder / f"{file}.csv", old, new)
    words = sentence()
    assert words.startswith(
        f"{folder / file}.csv, line {line}, column {column}: found {found!r}, expected {expected}"
    )
    assert "`" not in words
    assert "expected expected" not in words


REFERENCES = [
    ("contests", "rtu-m-2014,rtu,", "rtu-m-2014,rtv,", 2, "body", "'rtv'", "body"),
    ("contests", "rtu-m-2014,rtu,members", "rtu-m-2014,rtu,people", 2, "section", "people'", "section"),
    ("contests", "members,rtu-2018,", "members,rtu-2019,", 6, "round", "'rtu-2019'", "round"),
    ("candidacies", "rtu-m-2014,ada-oak", "rtu-m-2014,ada-elm", 2, "person", "'ada-elm'", "person"),
    ("candidacies", "rtu-m-2014,ada-oak", "rtu-m-2013,ada-oak", 2, "contest", "'rtu-m-2013'", "contest"),
    ("candidacies", ",,,left,TLA", ",,,right,TLA", 2, "slate", "'right'", "faction"),
    ("endorsements", "rtu-m-2014,ada-oak,watch", "rtu-m-2014,ada-oak,witch", 2, "faction", "'witch'", "faction"),
    ("endorsements", "rtu-m-2014,ada-oak", "rtu-m-2014,gus-bay", 2, "person", "'rtu-m-2014/gus-bay'", "candidacy"),
    ("memberships", "joint,tide", "joint,tied", 4, "member_of", "'tied'", "faction"),
    ("terms", ",ida-may,,West", ",ida-maj,,West", 7, "replaces", "'ida-maj'", "person"),
    ("terms", "hal-box,2019-12-03,,,,", "hal-box,2019-12-03,,,rtu-x,", 7, "ended_by", "'rtu-x'", "contest"),
    ("events", "ida-may;hal-box", "ida-may;hal-bax", 3, "persons", "'hal-bax'", "person"),
    ("persons", "f,gazette-2014,gazette-2014", "f,gazette-2014,gazette-2013", 2, "sources", "'gazette-2013'", "source"),
    ("citations", "contests,rtu-m-2014,ballots,400", "rosters,rtu-m-2014,ballots,400", 2, "table", "'rosters'", "contests"),
    ("citations", "rtu-m-2014/cy-elm", "rtu-m-2014/cy-oak", 4, "row", "'rtu-m-2014/cy-oak'", "candidacy"),
    ("sections", "Members at Large,,1", "Members at Large,estates,1", 2, "parent", "estates'", "section"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "line", "column", "found", "expected"), REFERENCES)
def test_a_reference_to_nothing_is_named_by_file_line_and_column(
    folder: Path, sentence: Callable[[], str], file: str, old: str, new: str, line: int, column: str, found: str, expected: str
) -> None:  # fmt: skip
    spoil(folder / f"{file}.csv", old, new)
    words = sentence()
    assert f"{file}.csv, line {line}, column {column}: found" in words
    assert found in words
    assert expected in words.partition("expected")[2]


DOUBLES = [
    ("sources", "newsletter,", "minutes,", 6, "'minutes'"),
    ("persons", "ben-ash,Ben", "ada-oak,Ben", 3, "'ada-oak'"),
    ("factions", "joint,", "grass,", 3, "'grass'"),
    ("contests", "rtu-e-2015,", "rtu-m-2014,", 3, "'rtu-m-2014'"),
    ("sections", "rtu,estates,", "rtu,members,", 3, "'rtu/members'"),
    ("candidacies", "rtu-m-2014,ben-ash", "rtu-m-2014,ada-oak", 3, "'rtu-m-2014/ada-oak'"),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "found"), DOUBLES)
def test_a_key_that_stands_twice_is_named(
    folder: Path, sentence: Callable[[], str], file: str, old: str, new: str, line: int, found: str
) -> None:
    spoil(folder / f"{file}.csv", old, new)
    words = sentence()
    assert f"{file}.csv, line {line}" in words
    assert f"found {found} a second time" in words


def test_an_unknown_column_is_named_with_those_that_are_known(
    folder: Path, sentence: Callable[[], str]
) -> None:
    spoil(folder / "bodies.csv", "short", "shorter")
    words = sentence()
    assert f"{folder / 'bodies.csv'}, line 1: found the column 'shorter'; expected are " in words
    assert "body, name, short, parent" in words


def test_a_column_that_stands_twice_is_refused(folder: Path, sentence: Callable[[], str]) -> None:
    spoil(folder / "bodies.csv", "short,parent", "short,short")
    assert f"{folder / 'bodies.csv'}, line 1: " in sentence()


@pytest.mark.parametrize(("extra", "fields"), [(",", 7), (",,", 8)])
def test_a_ragged_row_is_counted_against_its_header(
    folder: Path, sentence: Callable[[], str], extra: str, fields: int
) -> None:
    spoil(folder / "bodies.csv", "an invented body", f"an invented body{extra}")
    assert f"bodies.csv, line 2: found {fields} fields, expected 6" in sentence()


def test_a_row_that_is_too_short_is_refused(folder: Path, sentence: Callable[[], str]) -> None:
    spoil(folder / "aliases.csv", "Joanna Reed,minutes", "Joanna Reed")
    assert "aliases.csv, line 3: found 2 fields, expected 3" in sentence()


def test_a_row_without_what_every_row_needs_names_the_column(
    folder: Path, sentence: Callable[[], str]
) -> None:
    spoil(folder / "bodies.csv", "RTU", "")
    words = sentence()
    assert "bodies.csv, line 2" in words
    assert "`short`" in words


def test_lines_are_counted_as_an_editor_counts_them(folder: Path, sentence: Callable[[], str]) -> None:
    spoil(folder / "sources.csv", "kept in the reading room", '"kept in\nthe reading room"')
    spoil(folder / "sources.csv", "2014-07", "2014-77")
    assert "sources.csv, line 7, column date: found '2014-77'" in sentence()


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_in_another_encoding_is_refused(
    folder: Path, sentence: Callable[[], str], encoding: str
) -> None:
    path = folder / "persons.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    words = sentence()
    assert words.startswith(str(path))
    assert "UTF-8" in words


def test_an_open_quotation_is_no_csv(folder: Path, sentence: Callable[[], str]) -> None:
    spoil(folder / "persons.csv", '"Oak, Ada"', '"Oak, Ada')
    assert sentence().startswith(str(folder / "persons.csv"))


def test_an_unknown_file_is_named_with_those_that_are_known(
    folder: Path, sentence: Callable[[], str]
) -> None:
    (folder / "people.csv").write_text("person,name\n", encoding="utf-8")
    words = sentence()
    assert words.startswith(str(folder / "people.csv"))
    assert "persons" in words


def test_a_folder_where_a_file_should_be_is_named(folder: Path, sentence: Callable[[], str]) -> None:
    (folder / "bodies.csv").unlink()
    (folder / "bodies.csv").mkdir()
    assert sentence().startswith(str(folder / "bodies.csv"))


def test_an_empty_folder_is_refused(folder: Path, sentence: Callable[[], str]) -> None:
    for path in folder.iterdir():
        path.unlink()
    assert sentence().startswith(str(folder))


def test_a_missing_folder_is_refused(folder: Path, sentence: Callable[[], str]) -> None:
    shutil.rmtree(folder)
    words = sentence()
    assert words.startswith(str(folder))
    assert "no such folder" in words


def test_a_file_that_others_refer_to_may_not_be_missing(folder: Path, sentence: Callable[[], str]) -> None:
    (folder / "factions.csv").unlink()
    assert "faction" in sentence()


def test_other_files_beside_the_record_do_not_matter(folder: Path, tmp_path: Path) -> None:
    (folder / "README.md").write_text("about", encoding="utf-8")
    build(folder, tmp_path / "out.db")
    assert (tmp_path / "out.db").exists()


def test_a_citation_names_a_term_without_a_start_by_its_contest(folder: Path, tmp_path: Path) -> None:
    with (folder / "citations.csv").open("a", encoding="utf-8") as file:
        file.write("terms,rtu/members/dee-fir/rtu-m-2016,end,2017-01,minutes,item 4,1,\n")
    build(folder, tmp_path / "out.db")
    query = """
        SELECT person.key FROM citation JOIN term ON term.id = entity_id JOIN person ON person.id = person_id
        WHERE entity = 'term' AND field = 'end' AND value = '2017-01'
    """
    assert connect(tmp_path / "out.db").execute(query).fetchall() == [("dee-fir",)]


def test_rows_come_after_those_they_refer_to() -> None:
    files = [placed.file for placed in read(PACKAGED)]
    firsts = list(dict.fromkeys(files))
    assert firsts.index("sources.csv") == 0
    assert firsts.index("contests.csv") < firsts.index("candidacies.csv") < firsts.index("citations.csv")
    assert len(set(files)) == len(firsts)


def lines_of(folder: Path) -> Iterable[tuple[str, int]]:
    """Every data row of a folder whose cells hold no line end."""
    for path in folder.glob("*.csv"):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield from ((path.name, number) for number in range(2, len(lines) + 1))


def test_no_row_of_a_file_is_passed_over() -> None:
    assert sorted((one.file, one.line) for one in read(SMALL)) == sorted(lines_of(SMALL))
