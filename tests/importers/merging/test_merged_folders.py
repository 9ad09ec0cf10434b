"""A folder taken into a record: what is new is added, gaps are filled, what differs stands beside, and all of it can be taken back."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest
from everything import everything
from meaning import meaning
from records import HOSTILE, PACKAGED, SMALL, Rows, built, write_folder

from db.dumping.queries import QUERIES
from db.errors import BadRecord
from db.identity.merging import merged as persons_merged
from db.ledger import importing, undo, writable
from db.store import connect
from importers.folder import build, write
from importers.merging import Counts, Step, digest, merge, plan
from importers.merging.merge import counted
from importers.merging.rows import GROUPS, KEYS
from importers.review.proposal import CHANGED, CONFLICT, NEW, SAME

Merge: TypeAlias = Callable[..., Counts]


@pytest.fixture
def own(tmp_path: Path) -> sqlite3.Connection:
    """A database to write to, with the small record."""
    return writable(Path(shutil.copy(built(SMALL), tmp_path / "own.db")))


@pytest.fixture
def merged(own: sqlite3.Connection, tmp_path: Path) -> Merge:
    """Takes files into it, and sees that the plan has said the same."""

    def take(**files: Rows) -> Counts:
        folder = write_folder(tmp_path / "more", files)
        planned = counted(plan(own, folder))
        with importing(own, "more", digest(folder), planned.words) as ledger:
            done = merge(ledger, folder)
        assert done == planned
        shutil.rmtree(folder)
        return done

    return take


def steps(own: sqlite3.Connection, place: Path, files: Mapping[str, Rows]) -> list[Step]:
    """What a merge of some files would do."""
    return list(plan(own, write_folder(place / "planned", files)))


def cited(own: sqlite3.Connection, field: str) -> list[tuple[object, ...]]:
    """What is kept of a field: value, source, place, whether chosen."""
    query = "SELECT value, source.key, place, chosen FROM citation JOIN source ON source.id = source_id WHERE field = ? ORDER BY citation.id"
    return own.execute(query, [field]).fetchall()


def one(own: sqlite3.Connection, query: str) -> object:
    """The one value that a query gives."""
    ((value,),) = own.execute(query).fetchall()
    return value


@pytest.mark.parametrize(
    ("record", "name"),
    [(SMALL, "small"), (PACKAGED, "packaged"), (HOSTILE, "hostile"), (SMALL, "everything")],
)
def test_a_record_taken_into_itself_changes_nothing(record: Path, name: str, tmp_path: Path) -> None:
    folder = everything(tmp_path / "all") if name == "everything" else record
    build(folder, tmp_path / "own.db")
    before = (tmp_path / "own.db").read_bytes()
    write(connect(tmp_path / "own.db"), tmp_path / "written")
    for one in (folder, tmp_path / "written"):
        assert not counted(plan(connect(tmp_path / "own.db"), one)).changes
    assert (tmp_path / "own.db").read_bytes() == before


def test_a_record_taken_in_again_after_two_persons_became_one_changes_nothing(tmp_path: Path) -> None:
    own = writable(Path(shutil.copy(built(PACKAGED), tmp_path / "own.db")))
    persons_merged(own, "mike-payne", "michael-payne")
    assert [step for step in plan(own, PACKAGED) if step.kind != SAME] == []


@pytest.mark.parametrize("record", [HOSTILE, PACKAGED], ids=["hostile", "packaged"])
def test_another_record_is_added_whole_known_again_and_taken_back(
    own: sqlite3.Connection, record: Path
) -> None:
    before = meaning(own)
    with importing(own, "other", digest(record), "") as ledger:
        done = merge(ledger, record)
    assert done.count(NEW) == sum(done.rows.values())
    assert not counted(plan(own, record)).changes
    added = meaning(connect(built(record)))
    assert all(set(added[table]) <= set(rows) for table, rows in meaning(own).items() if table != "tally")
    undo(own, 1)
    assert meaning(own) == before


def test_every_kind_of_row_is_added_and_taken_back(own: sqlite3.Connection, tmp_path: Path) -> None:
    before, folder = meaning(own), everything(tmp_path / "all")
    with importing(own, "all", digest(folder), "") as ledger:
        assert merge(ledger, folder).count(NEW)
    build(folder, tmp_path / "all.db")
    assert meaning(own) == meaning(connect(tmp_path / "all.db"))
    undo(own, 1)
    assert meaning(own) == before


def test_a_part_of_a_record_may_refer_to_what_is_on_record(own: sqlite3.Connection, merged: Merge) -> None:
    done = merged(
        endorsements=[
            {"contest": "rtu-m-2014", "person": "ada-oak", "faction": "grass", "sources": "minutes"}
        ]
    )
    assert done.rows == {("endorsements.csv", NEW): 1}
    assert own.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_vote_in_a_division_on_record_needs_the_division_no_second_time(
    own: sqlite3.Connection, merged: Merge
) -> None:
    key = str(one(own, "SELECT key FROM division"))
    row = {"division": key, "person": "zoe-lind", "section": "members", "vote": "against"}
    assert merged(division_votes=[row]).rows == {("division_votes.csv", NEW): 1}


def test_a_bloc_on_record_takes_what_belongs_to_it_and_no_second_time(
    own: sqlite3.Connection, merged: Merge
) -> None:
    row = {"scheme": "sides", "bloc": "right", "faction": "watch", "sources": "minutes"}
    assert merged(bloc_members=[row]).rows == {("bloc_members.csv", NEW): 1}
    assert merged(bloc_members=[row]).rows == {("bloc_members.csv", SAME): 1}
    assert (
        one(
            own,
            "SELECT count(*) FROM bloc_member WHERE faction_id = (SELECT id FROM faction WHERE key = 'watch')",
        )
        == 1
    )


def test_a_scheme_of_another_name_keeps_the_record_s_and_stands_beside(
    own: sqlite3.Connection, merged: Merge
) -> None:
    done = merged(schemes=[{"scheme": "sides", "name": "Sides of the house"}])
    assert done.rows == {("schemes.csv", CONFLICT): 1}
    assert one(own, "SELECT name FROM scheme WHERE key = 'sides'") == "Left and right"
    assert cited(own, "name")[-1][0] == "Sides of the house"


def test_a_row_of_every_table_is_known_again_by_its_key_or_by_all_it_says() -> None:
    assert {query.table for query in QUERIES} | {"explanation"} == KEYS.keys() | GROUPS.keys()


def test_a_blank_on_record_is_filled_and_the_source_kept(
    own: sqlite3.Connection, merged: Merge, tmp_path: Path
) -> None:
    rows = [
        {
            "person": "ben-ash",
            "name": "Ben Ash",
            "sort_name": "Ash, Ben",
            "gender": "m",
            "gender_sources": "minutes",
        }
    ]
    (step,) = steps(own, tmp_path, {"persons": rows})
    assert (step.file, step.line, step.kind) == ("persons.csv", 2, CHANGED)
    assert [(d.name, d.stored, d.found, d.fills) for d in step.differences] == [("gender", None, "m", True)]
    merged(persons=rows)
    assert one(own, "SELECT gender FROM person WHERE key = 'ben-ash'") == "m"
    assert cited(own, "gender")[-1][:2] == ("m", "minutes")
    undo(own, 1)
    assert one(own, "SELECT gender FROM person WHERE key = 'ben-ash'") is None


def test_a_value_that_differs_stands_beside_the_records_with_its_source_and_place(
    own: sqlite3.Connection, merged: Merge, tmp_path: Path
) -> None:
    rows = [
        {
            "contest": "rtu-m-2014",
            "person": "ada-oak",
            "votes": 301,
            "outcome": "elected",
            "slate": "grass",
            "sources": "minutes",
        }
    ]
    (step,) = steps(own, tmp_path, {"candidacies": rows})
    told = [(d.name, d.stored, d.found) for d in step.differences]
    assert (step.kind, told) == (CONFLICT, [("slate", "left", "grass"), ("votes", 300, "301")])
    merged(candidacies=rows)
    assert one(own, "SELECT votes FROM results WHERE contest = 'rtu-m-2014' AND person = 'Ada Oak'") == 300
    assert cited(own, "votes")[-1] == ("301", "minutes", "candidacies.csv, line 2", 0)
    assert cited(own, "slate")[-1][0] == "grass"
    assert not merged(candidacies=rows).changes


def test_a_value_without_a_source_is_kept_under_the_folders_name(
    own: sqlite3.Connection, merged: Merge
) -> None:
    rows = [{"round": "rtu-2016", "name": "Another name"}]
    key = one(own, "SELECT key FROM round")
    rows[0]["round"] = str(key)
    merged(rounds=rows)
    assert cited(own, "name")[-1] == ("Another name", "more", "rounds.csv, line 2", 0)
    assert not merged(rounds=rows).changes
    assert one(own, "SELECT count(*) FROM source WHERE title = 'more'") == 1


def test_what_a_file_leaves_to_its_default_contradicts_nothing(merged: Merge) -> None:
    rows = [{"faction": "left", "name": "Tenants' Left Alliance", "short": "Left"}]
    assert set(merged(factions=[{**rows[0], "short": "TLA"}]).rows) <= {
        ("factions.csv", SAME),
        ("factions.csv", CONFLICT),
    }
    assert not merged(contests=[{"contest": "rtu-m-2014", "body": "rtu", "section": "members"}]).changes


def test_news_of_a_contest_is_taken_and_old_news_says_nothing(own: sqlite3.Connection, merged: Merge) -> None:
    place = {"body": "rtu", "section": "members", "date": "2031-05"}
    merged(contests=[{"contest": "rtu-m-2031", **place, "status": "voting"}],
           candidacies=[{"contest": "rtu-m-2031", "person": "ada-oak", "outcome": "pending"}])  # fmt: skip
    done = merged(contests=[{"contest": "rtu-m-2031", **place, "status": "declared", "figures": "partial"}],
                  candidacies=[{"contest": "rtu-m-2031", "person": "ada-oak", "outcome": "elected"}])  # fmt: skip
    assert done.rows == {("contests.csv", CHANGED): 1, ("candidacies.csv", CHANGED): 1}
    old = merged(contests=[{"contest": "rtu-m-2031", **place, "status": "nominating", "figures": "none"}],
                 candidacies=[{"contest": "rtu-m-2031", "person": "ada-oak", "outcome": "pending"}])  # fmt: skip
    assert not old.changes
    assert one(own, "SELECT status FROM contest WHERE key = 'rtu-m-2031'") == "declared"


def test_a_choice_among_sources_never_displaces_the_records_choice(
    own: sqlite3.Connection, merged: Merge
) -> None:
    row = {
        "table": "contests",
        "row": "rtu-m-2014",
        "field": "ballots",
        "value": "420",
        "source": "minutes",
        "chosen": 1,
    }
    assert merged(citations=[row]).rows == {("citations.csv", CONFLICT): 1}
    assert ("420", "minutes", None, 0) in cited(own, "ballots")
    assert one(own, "SELECT count(*) FROM citation WHERE field = 'ballots' AND chosen = 1") == 1
    assert not merged(citations=[row]).changes


def test_papers_that_were_counted_in_two_rows_stay_two(own: sqlite3.Connection, merged: Merge) -> None:
    rows = [{"contest": "rtu-m-2014", "papers": 3, "preferences": "ada-oak>ben-ash"}] * 2
    assert merged(ballots=rows).count(NEW) == 2
    assert merged(ballots=[*rows, rows[0]]).rows == {("ballots.csv", SAME): 2, ("ballots.csv", NEW): 1}
    assert one(own, "SELECT sum(papers) FROM ballot") == 9


def test_a_key_that_a_person_had_before_a_merge_still_means_that_person(
    own: sqlite3.Connection, merged: Merge
) -> None:
    merged(former_keys=[{"key": "a-oak", "person": "ada-oak"}])
    done = merged(persons=[{"person": "a-oak", "name": "Ada Oak", "sort_name": "Oak, Ada"}],
                  aliases=[{"person": "a-oak", "name": "Addie"}])  # fmt: skip
    assert done.rows == {("persons.csv", SAME): 1, ("aliases.csv", NEW): 1}
    assert (
        one(
            own,
            "SELECT person.key FROM alias JOIN person ON person.id = person_id WHERE alias.name = 'Addie'",
        )
        == "ada-oak"
    )


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"aliases": [{"person": "nobody", "name": "N"}]}, "aliases.csv, line 2, column person: found 'nobody'"),
        ({"former_keys": [{"key": "ben-ash", "person": "ada-oak"}]}, "former_keys.csv, line 2, column key: found 'ben-ash'"),
        ({"distinctions": [{"person": "ben-ash", "other": "ben-ash"}]}, "expected somebody else"),
        ({"bodies": [{"body": "rtu", "name": "R", "short": "R"}] * 2}, "found 'rtu' a second time"),
        ({"ballots": [{"contest": "rtu-m-2014", "papers": 1, "preferences": "ada-oak >"}]}, "column preferences"),
        ({"citations": [{"table": "rules", "row": "rtu", "source": "minutes"}]}, "column row: found 'rtu'"),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_refused_and_leaves_everything(
    own: sqlite3.Connection, tmp_path: Path, files: Mapping[str, Rows], words: str
) -> None:
    before = "\n".join(own.iterdump())
    new = {"sources": [{"source": "somewhere-new", "title": "New"}]}
    folder = write_folder(tmp_path / "more", {**new, **files})
    with pytest.raises(BadRecord, match=words):
        list(plan(own, folder))
    with pytest.raises(BadRecord, match=words), importing(own, "more", "", "") as ledger:
        merge(ledger, folder)
    assert "\n".join(own.iterdump()) == before


def test_planning_needs_no_more_than_reading(tmp_path: Path) -> None:
    assert counted(plan(connect(built(SMALL)), HOSTILE)).changes


def test_the_digest_is_of_what_the_files_say(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "copy"))
    assert digest(folder) == digest(SMALL)
    (folder / "README.md").write_text("about", encoding="utf-8")
    assert digest(folder) == digest(SMALL)
    (folder / "aliases.csv").rename(folder / "layouts.csv")
    assert digest(folder) != digest(SMALL)


def test_a_summary_tells_the_kinds_in_words(merged: Merge) -> None:
    done = merged(
        rounds=[{"round": "new", "name": "New"}], bodies=[{"body": "rtu", "name": "Other", "short": "RTU"}]
    )
    assert done.words == "1 new, 1 in conflict rows"
