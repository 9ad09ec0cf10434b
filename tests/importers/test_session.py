"""One import from its files to the record: stopped at any moment it leaves nothing; what is stored is what was seen."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from records import SMALL, built

from db.errors import SlatewatchError, Unusable
from db.ledger import imports
from db.lens import Lens
from db.store import connect
from importers.file import File
from importers.intake import Intake
from importers.progress import Cancelled
from importers.review.decisions import Decisions, Wanted
from importers.review.standing import seen_from
from importers.session import Session

LIST = "Ida May 120 Elected\nJo O'Casey-Reed 80 Elected\nNew Body 40\nSome Other 30\n"
ESTATES = Lens("rtu", "estates")
WANTED = Decisions(Wanted("rtu-e-2026"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The small record, to be written to."""
    return Path(shutil.copy(built(SMALL), tmp_path / "small.db"))


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    """An import into it."""
    session = Session(path)
    yield session
    session.close()


def pasted(text: str = LIST) -> File:
    return File("pasted text", text.encode())


def from_place(session: Session, text: str, lens: Lens) -> tuple[Intake, Decisions]:
    intake = session.read([pasted(text)])
    return intake, seen_from(session.record, intake, lens)


def test_what_was_stored_names_its_contest(session: Session, path: Path) -> None:
    intake = session.read([pasted()])
    plan = session.plan(intake, WANTED)
    told: list[tuple[int, int]] = []
    stored = session.store(
        plan, WANTED, intake.origins, progress=lambda _, done, total: told.append((done, total))
    )
    assert stored.contests == (Lens("rtu", "estates", "rtu-e-2026"),)
    assert told[-1] == (4, 4), "counted truly"
    assert [one.number for one in imports(connect(path))] == [stored.number]
    session.forget()
    assert not session.plan(intake, WANTED).changes, "the same again changes nothing"


@pytest.mark.parametrize("step", [1, 3])
def test_an_import_stopped_on_its_way_leaves_nothing(session: Session, path: Path, step: int) -> None:
    intake = session.read([pasted()])
    plan = session.plan(intake, WANTED)
    before = path.read_bytes()

    def stop(words: str, done: int, total: int) -> None:
        if done == step:
            raise Cancelled

    with pytest.raises(Cancelled):
        session.store(plan, WANTED, intake.origins, progress=stop)
    assert imports(connect(path)) == () and path.read_bytes() == before


def test_reading_stopped_between_two_files_reads_no_more(session: Session, tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(LIST)
    told: list[str] = []

    def stop(words: str, done: int, total: int) -> None:
        told.append(f"{words}: {done} of {total}")
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        session.read([tmp_path / f"{name}.txt" for name in "abc"], progress=stop)
    assert told == ["Reading a.txt: 0 of 3", "Reading b.txt: 1 of 3"]


def test_a_record_that_changed_since_it_was_looked_at_is_not_written_to(session: Session, path: Path) -> None:
    intake = session.read([pasted()])
    plan = session.plan(intake, WANTED)
    other = Session(path)
    other.store(other.plan(intake, WANTED), WANTED, intake.origins)
    with pytest.raises(Unusable, match="changed since"):
        session.store(plan, WANTED, intake.origins)
    assert len(imports(connect(path))) == 1
    assert not session.plan(intake, WANTED).changes, "and is looked at anew"


def test_a_file_whose_name_is_no_text_is_stored_all_the_same(
    session: Session, path: Path, tmp_path: Path
) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff bad.csv"))
    odd.write_text("Name,Votes\nIda May,120\nJo O'Casey-Reed,80\n")
    intake = session.read([odd])
    session.store(session.plan(intake, WANTED), WANTED, intake.origins)
    assert imports(connect(path))[0].name == "\ufffd bad.csv"


def test_a_line_that_looks_like_a_row_and_was_not_read_as_one_is_told_with_its_place(
    session: Session,
) -> None:
    text = "Ida May 120 Elected\nJo O'Casey-Reed 80 Elected\nJane Brandnew 55 Purple Dawn\nTotal votes 255\n"
    ((place, words),) = session.read([pasted(text)]).doubts
    assert place == "line 3" and "'Jane Brandnew 55 Purple Dawn'" in words
    assert session.read([pasted(LIST)]).doubts == ()


def test_a_file_without_results_says_so(session: Session) -> None:
    with pytest.raises(SlatewatchError, match="no results were found"):
        session.read([pasted("Nothing to see here.\n")])


def test_a_list_that_names_no_place_belongs_to_the_coming_contest_of_the_section_on_view(
    session: Session,
) -> None:
    intake, decisions = from_place(session, LIST, ESTATES)
    assert decisions.contests == {0: Wanted("rtu-e-2026")}
    assert session.plan(intake, decisions).proposals[0].target is not None


def test_a_contest_on_view_that_has_figures_is_meant_only_by_its_own_candidates(session: Session) -> None:
    there = Lens("rtu", "members", "rtu-m-2014")
    _, decisions = from_place(session, "Ada Oak 301\nBen Ash 250\nSome Other 4\n", there)
    assert decisions.contests == {0: Wanted("rtu-m-2014")}
    intake, decisions = from_place(session, "Ann Other 301\nBen Body 250\nSome Other 4\n", there)
    assert decisions.contests == {0: Wanted(body="RTU", section="members")}
    assert "when was the election" in session.plan(intake, decisions).proposals[0].question


def test_a_list_of_another_date_does_not_belong_to_the_contest_on_view(session: Session) -> None:
    dated = "Name,Votes,Date\nSome Other,30,2031-05-01\nNew Body,40,2031-05-01\n"
    intake, decisions = from_place(session, dated, ESTATES)
    assert decisions.contests == {0: Wanted(body="RTU", section="estates")}
    (proposal,) = session.plan(intake, decisions).proposals
    assert (
        proposal.target is not None
        and proposal.target.date == "2031-05-01"
        and proposal.target.contest is None
    )


def test_of_a_section_without_a_coming_contest_the_date_is_asked(session: Session) -> None:
    intake, decisions = from_place(session, LIST, Lens("rtu", "members"))
    assert session.plan(intake, decisions).proposals[0].target is None


def test_where_nothing_is_on_view_nothing_goes_without_saying(session: Session) -> None:
    assert from_place(session, LIST, Lens())[1] == Decisions()
