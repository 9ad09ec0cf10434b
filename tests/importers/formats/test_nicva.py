"""Count sheets from Northern Ireland: five files of a folder are one count."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources import FUZZ, PUBLISHED, check, facts, published, refused, sentences, spoiled

from importers.documents import BadFile
from importers.file import File
from importers.formats import nicva, read
from importers.formats.reading import belongs_to
from importers.results.result import Result

SHEETS = {
    "Candidate.csv": """Constituency_Name,Constituency_Number,Candidate_Id,Firstname,Surname,Outgoing_Member,Party_Id,Party_Name,Gender
Mill,7,1,Ada,OAK,1,19,Alliance,F
Mill,7,2,Ben,O'ELM,0,20,Union Party,M
Mill,7,3,Cleo,MCASH,,24,Green,O
""",
    "ConstituencyCount.csv": """Constituency_Number,Total_Poll,Spoiled,Valid_Poll,Quota,Total_Electorate,Number_Of_Seats,Constituency_Name,Voting_Age_Pop
7,104,5,99,34,200,2,Mill,220
""",
    "Count.csv": """Constituency_Number,Candidate_Id,Count_Number,Firstname,Surname,Candidate_First_Pref_Votes,Transfers,Total_Votes,Status,Occurred_On_Count,Party_Name
7,1,1,Ada,OAK,60,0,60,Elected,1,Alliance
7,2,1,Ben,O'ELM,25,0,25,,,Union Party
7,3,1,Cleo,MCASH,14,0,14,,,Green
7,1,2,Ada,OAK,60,-26,34,Elected,1,Alliance
7,2,2,Ben,O'ELM,25,15.5,40.5,Elected,2,Union Party
7,3,2,Cleo,MCASH,14,8.25,22.25,Excluded,2,Green
""",
    "Elected.csv": """Candidate_First_Pref_Votes,Status,Occurred_On_Count,Surname,Firstname,Constituency_Number,Party_Name,Candidate_Id
60,Elected,1,OAK,Ada,7,Alliance,1
25,Elected,2,O'ELM,Ben,7,Union Party,2
""",
    "NonTransferable.csv": "Constituency_Number,Count_Number,Non_Transferable\n7,2,2.25\n",
}  # fmt: skip


def folder(place: Path, **changes: tuple[str, str] | None) -> Path:
    """The five files in a folder, one with some words replaced, or left out."""
    for name, text in SHEETS.items():
        change = changes.get(name.removesuffix(".csv"), ("", ""))
        if change is not None:
            assert change[0] in text
            (place / name).write_text(text.replace(*change, 1) if change[0] else text, encoding="utf-8")
    return place


def opened(place: Path, name: str = "Count.csv") -> File:
    return File(name, (place / name).read_bytes(), place / name)


def count(place: Path, name: str = "Count.csv") -> Result:
    (result,) = read(opened(place, name)).results
    return result


def test_five_files_are_one_count(tmp_path: Path) -> None:
    result = count(folder(tmp_path))
    assert [(one.name, one.sort_name, one.slate, one.votes, one.outcome, one.stage) for one in result.candidates] == [
        ("Ada Oak", "Oak, Ada", "Alliance", 60, "elected", 1), ("Ben O'Elm", "O'Elm, Ben", "Union Party", 25, "elected", 2),
        ("Cleo McAsh", "McAsh, Cleo", "Green", 14, "not elected", None),
    ]  # fmt: skip
    assert facts(result) == {
        "section": "Mill", "seats": 2, "electorate": 200, "ballots": 104, "valid_votes": 99, "quota": 34,
        "method": "single transferable vote", "unit": "first preferences",
    }  # fmt: skip
    assert not result.doubts


def test_gender_and_sitting_members_are_those_that_the_sheet_states(tmp_path: Path) -> None:
    found = count(folder(tmp_path)).candidates
    assert [(one.gender, one.sitting) for one in found] == [("f", True), ("m", False), ("", None)]


def test_stages_end_with_the_votes_that_went_to_nobody(tmp_path: Path) -> None:
    rows = [
        (one.stage, one.action, one.candidate, one.votes, one.transfer, one.origin)
        for one in count(folder(tmp_path)).stages
    ]
    assert rows[3:] == [
        (2, "surplus", 0, 34, -26, "Count.csv, line 5"), (2, "elected", 1, 40.5, 15.5, "Count.csv, line 6"),
        (2, "excluded", 2, 22.25, 8.25, "Count.csv, line 7"),
        (2, "non-transferable", None, 2.25, 2.25, "NonTransferable.csv, line 2"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", sorted(SHEETS.keys() - {"Count.csv"}))
def test_a_file_beside_the_count_is_read_with_it_and_only_once(tmp_path: Path, name: str) -> None:
    folder(tmp_path)
    reading = read(opened(tmp_path, name))
    assert (reading.format, reading.results, reading.doubts) == ("nicva", (), ())
    assert belongs_to(opened(tmp_path, name)) == tmp_path / "Count.csv"


def test_the_count_belongs_to_no_other_file(tmp_path: Path) -> None:
    assert belongs_to(opened(folder(tmp_path))) is None
    assert belongs_to(File("x.csv", b"name,votes\nAda Oak,1\n", tmp_path / "x.csv")) is None


def test_files_that_are_missing_are_named(tmp_path: Path) -> None:
    result = count(folder(tmp_path, Candidate=None, ConstituencyCount=None))
    assert sentences(result) == (
        "Count.csv: Found no Candidate.csv, ConstituencyCount.csv beside it, expected the five files of a count together."
    )
    assert [one.sitting for one in result.candidates] == [None] * 3


def test_without_their_file_the_votes_that_went_to_nobody_are_worked_out(tmp_path: Path) -> None:
    (lost,) = (one for one in count(folder(tmp_path, NonTransferable=None)).stages if one.candidate is None)
    assert (lost.votes, lost.transfer) == (2.25, 2.25)
    assert "worked out" in lost.origin


def test_candidates_by_themselves_are_candidates(tmp_path: Path) -> None:
    folder(tmp_path, Count=None, Elected=None, ConstituencyCount=None, NonTransferable=None)
    result = count(tmp_path, "Candidate.csv")
    assert [(one.name, one.outcome, one.votes) for one in result.candidates] == [
        ("Ada Oak", "", None), ("Ben O'Elm", "", None), ("Cleo McAsh", "", None),
    ]  # fmt: skip
    assert belongs_to(opened(tmp_path, "Candidate.csv")) is None


def test_the_elected_by_themselves_are_elected(tmp_path: Path) -> None:
    folder(tmp_path, Count=None, Candidate=None, ConstituencyCount=None, NonTransferable=None)
    result = count(tmp_path, "Elected.csv")
    assert [(one.name, one.outcome, one.stage, one.votes) for one in result.candidates] == [
        ("Ada Oak", "elected", 1, 60), ("Ben O'Elm", "elected", 2, 25),
    ]  # fmt: skip


def test_votes_that_went_to_nobody_by_themselves_are_refused() -> None:
    assert "expected Count.csv beside them" in refused(SHEETS["NonTransferable.csv"])


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("Count", "15.5,40.5", "15.5,41.5", "Count.csv, line 6: Ben O'Elm, stage 2: found the total 41.5, expected 40.5"),
        ("Count", "34,Elected,1", "34,,", "Count.csv, line 5: Ada Oak, stage 2: found no status, expected elected since stage 1"),
        ("NonTransferable", "2.25", "2.35", "Count.csv, line 5: Stage 2: found totals that come to 99.10 with 2.35"),
        ("NonTransferable", "7,2,", "7,3,", "NonTransferable.csv, line 2: Found stage 3 behind stage 1, expected stage 2"),
        ("ConstituencyCount", "99,34", "99,33", "ConstituencyCount.csv, line 2, quota: Found the quota 33, expected 34"),
        ("ConstituencyCount", "104,5", "104,6", "ConstituencyCount.csv, line 2: Found 99 valid votes, expected 98"),
        ("ConstituencyCount", "200,2", "200,3", "Found 2 elected, expected 3, the seats of the contest"),
        ("Elected", "Ben,7,Union Party,2", "Ben,7,Union Party,9", "Elected.csv, line 3: Found \"Ben O'ELM\" elected, expected a candidate who stood"),
        ("Elected", "25,Elected,2", "25,Elected,1", "Elected.csv, line 3: Found Ben O'Elm elected since stage 1, expected elected since stage 2"),
        ("Elected", "25,Elected,2,O'ELM,Ben,7,Union Party,2\n", "", "Found Ben O'Elm elected by the count, expected them in Elected.csv too"),
        ("Elected", "25,Elected", "26,Elected", "Elected.csv, line 3: Found 26 first preferences of Ben O'Elm, expected 25"),
        ("Candidate", "Ben,O'ELM", "Ben,ELM", "Count.csv, line 3: Found \"O'ELM\", expected the surname 'ELM'"),
        ("Candidate", "Mill,7,1", "Mill,8,1", "Candidate.csv, line 2: Found the constituency '8', expected '7'"),
    ],
)  # fmt: skip
def test_what_does_not_follow_is_told_with_its_file_and_line(
    tmp_path: Path, file: str, old: str, new: str, words: str
) -> None:
    assert words in sentences(count(folder(tmp_path, **{file: (old, new)})))


def test_who_is_excluded_by_the_count_and_elected_by_the_list_has_no_outcome(tmp_path: Path) -> None:
    result = count(
        folder(
            tmp_path, Elected=("25,Elected,2,O'ELM,Ben,7,Union Party,2", "14,Elected,2,MCASH,Cleo,7,Green,3")
        )
    )
    assert [one.outcome for one in result.candidates] == ["elected", "elected", ""]
    assert "Found Cleo McAsh elected since stage 2, expected excluded since stage 2" in sentences(result)


def test_other_tables_are_not_of_the_five() -> None:
    assert nicva.sure(File("Count.csv", b"Candidate,Votes\nAda Oak,5\n")) == 0
    assert "found other columns" in refused("Candidate,Votes\nAda Oak,5\n", "nicva")


@pytest.mark.parametrize("name", ["belfast-east", "foyle", "north-down", "upper-bann"])
def test_the_published_sheets_give_six_elected_and_their_stages(name: str) -> None:
    result = count(published(f"ni-assembly-2011/{name}/Count.csv").path.parent)  # type: ignore[union-attr]
    elected = [one for one in result.candidates if one.outcome == "elected"]
    assert len(elected) == facts(result)["seats"] == 6
    assert all(one.stage for one in elected)
    assert sum(one.votes or 0 for one in result.candidates) == facts(result)["valid_votes"]
    last = max(one.stage for one in result.stages)
    assert sum(one.votes or 0 for one in result.stages if one.stage == last) == pytest.approx(
        facts(result)["valid_votes"]
    )


def test_the_published_sheets_break_one_rule_in_one_place() -> None:
    found = [sentences(count(path)) for path in sorted(PUBLISHED.glob("ni-assembly-2011/*")) if path.is_dir()]
    if not found:
        pytest.skip("the published files are not on this machine")
    assert list(filter(None, found)) == [
        "Count.csv, line 35: John O'Dowd, stage 3: found no status, expected elected since stage 1 as at stage 2."
    ]


@FUZZ
@given(st.sampled_from(sorted(SHEETS)), st.data())
def test_a_spoiled_file_of_the_five_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    place = folder(tmp_path_factory.mktemp("sheets"))
    (place / name).write_bytes(data.draw(spoiled([SHEETS[name].encode()])))
    try:
        check(nicva.read(opened(place)))
    except BadFile as problem:
        assert str(problem).endswith(".")
        assert "\n" not in str(problem)
