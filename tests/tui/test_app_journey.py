"""Places, ways back and letters, without a screen."""

from __future__ import annotations

from pathlib import Path

from app_stage import BODY, CONTEST, OTHER, SECTION, answer, record

from db.lens import Lens, Place
from tui.screens.journey import Trail, arrive, identity, switch
from tui.screens.memory import Memory
from tui.screens.ordering import by, by_next

HERE = Place(
    "candidates", Lens(body="board", section="members", factions=frozenset({"win"}), text="a", sort="votes")
)


def test_filters_and_dates_do_not_make_another_place() -> None:
    assert identity(HERE) == identity(Place("candidates", Lens(body="board", section="members", date="2010")))
    assert identity(HERE) != identity(Place("changes", HERE.lens))


def test_a_letter_keeps_body_and_factions_but_not_words_and_order() -> None:
    there = switch(HERE, "composition", Trail())
    assert there == Place("composition", Lens(body="board", section="members", factions=frozenset({"win"})))


def test_the_letter_of_the_record_leads_to_the_last_one() -> None:
    trail = Trail()
    assert switch(HERE, "candidate", trail) is None
    trail.note(record("ann"))
    there = switch(HERE, "candidate", trail)
    assert there is not None and there.lens.person == "ann" and there.lens.factions == {"win"}


def test_from_a_result_the_measures_are_of_that_contest_and_from_elsewhere_of_the_day() -> None:
    result = Place("contest", CONTEST.place.lens)
    there = switch(result, "measures", Trail())
    assert there is not None and there.lens.contest == CONTEST.place.lens.contest
    elsewhere = switch(HERE, "measures", Trail())
    assert elsewhere is not None and elsewhere.lens.contest is None


def test_the_letter_of_the_contest_leads_to_the_last_one_of_the_same_body() -> None:
    trail = Trail()
    trail.note(CONTEST.place)
    there = switch(HERE, "contest", trail)
    assert there is not None and there.lens.contest == "board-2014"
    elsewhere = switch(Place("candidates", Lens(body="club")), "contest", trail)
    assert elsewhere == Place("contest", Lens(body="club"))


def test_choosing_a_body_keeps_question_day_and_factions() -> None:
    here = Place("changes", Lens(body="board", date="2014", factions=frozenset({"win"})))
    assert arrive(here, OTHER.place, "body") == Place(
        "changes", Lens(body="club", date="2014", factions=frozenset({"win"}))
    )
    assert arrive(here, SECTION.place, "section").lens.section == "members"
    assert arrive(here, CONTEST.place, "contest").view == "contest"
    assert arrive(Place("sources", Lens()), BODY.place, "body").view == "composition"


def test_a_column_is_sorted_from_its_natural_end_and_then_the_other_way() -> None:
    view = answer(HERE)
    lens = by(Lens(), view, "votes")
    assert lens.sort == "-votes"
    assert by(lens, view, "votes").sort == "votes"
    assert by(Lens(), view, "person").sort == "person"


def test_s_goes_through_the_columns_that_have_an_order_and_are_filled() -> None:
    lens, seen = Lens(), []
    for _ in range(5):
        lens = by_next(lens, answer(Place("candidates", Lens(body="board"))))
        seen.append(lens.sort)
    assert seen == ["person", "faction", "-votes", "outcome", None]


def test_theme_and_place_are_remembered(tmp_path: Path) -> None:
    kept, record_file = tmp_path / "state" / "session.json", tmp_path / "a.db"
    Memory(kept).keep("nord", record_file, HERE)
    again = Memory(kept)
    assert again.theme == "nord"
    place = again.place(record_file)
    assert place is not None and place.lens.factions == {"win"} and place.lens.text == ""
    assert again.place(tmp_path / "b.db") is None


def test_what_cannot_be_read_is_nothing_remembered(tmp_path: Path) -> None:
    for text in ("", "[1", "[]", '{"theme": 3, "places": []}', '{"places": {"x": {"view": 1}}}'):
        file = tmp_path / "session.json"
        file.write_text(text)
        assert Memory(file).place(tmp_path / "a.db") is None
