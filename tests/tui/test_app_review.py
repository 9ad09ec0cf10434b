"""Importing in the app: from a pasted text or a file over the review into the record, and every key of the review."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from app_stage import press, screen, settle, text
from records import PACKAGED, built
from review_stage import AGAIN, ESTATES, LIST, MEMBERS, SIZE, app_over, go, item, line, paste, review, said
from textual.widgets import Input, OptionList, TextArea

from db.ledger import imports, writable
from db.lens import Lens, Place
from db.store import connect
from db.view import Faction
from importers.review.proposal import CONFLICT, DOUBTFUL, NEW
from tui.app import Slatewatch
from tui.reader import Reader
from tui.review.answers import FactionChooser
from tui.review.bindings import BINDINGS
from tui.review.picker import FilePicker
from tui.review.screen import ReviewScreen
from tui.screens.memory import Memory


def test_every_key_has_an_id_words_and_an_explanation_and_none_clashes() -> None:
    assert len({one.id for one in BINDINGS}) == len(BINDINGS)
    assert len({one.key for one in BINDINGS}) == len(BINDINGS)
    assert all(one.description and one.tooltip and one.group for one in BINDINGS)


def test_the_first_screen_loads_nothing_of_the_importing() -> None:
    code = "import sys, tui.app, tui.screens.main; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {
        name.partition(".")[0] + "." + name.split(".")[1] for name in done.stdout.split() if "." in name
    }
    assert not {"importers", "tui.review"} & (loaded | set(done.stdout.split()))


async def test_the_folder_of_the_last_files_is_remembered_from_day_to_day(tmp_path: Path) -> None:
    (tmp_path / "results").mkdir()
    for _ in range(2):
        _, app = app_over(tmp_path)
        app.memory = Memory(tmp_path / "session.json")
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "o")
            picker = app.screen
            assert isinstance(picker, FilePicker)
            before = picker.folder
            app.screen.query_one(Input).value = f"{tmp_path}/results/"
            await settle(pilot)
            await press(pilot, "escape", "q")
    assert before == tmp_path / "results"


async def test_a_pasted_list_becomes_a_markdown_balance_in_five_key_presses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, "Ida May 120 Elected\nJo O'Casey-Reed 80 Elected\n")
        await press(pilot, "w")
        assert screen(pilot).place == Place("contest", Lens("rtu", "estates", "rtu-e-2026"))
        assert "Stored as import 1" in said(pilot) and "z takes it back" in said(pilot)
        await press(pilot, "c", "e", "enter")
    (written,) = tmp_path.glob("composition-*.md")
    assert "Ida May" in written.read_text() and "2 June 2026" in written.read_text()
    assert "pasted text" in written.read_text(), "the source is named"
    assert len(imports(connect(path))) == 1


async def test_the_walk_through_of_the_readme_is_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    section = readme.partition("### From a pasted list to a balance")[2]
    app = Slatewatch(Reader(Path(shutil.copy(built(PACKAGED), tmp_path / "own.db"))))
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, section.split("```")[1].strip("\n"))
        assert "w stores 5" in text(pilot).splitlines()[0]
        await press(pilot, "w", "c", "e", "enter")
    page = (tmp_path / "composition-wcac-clp-2027-09-18.md").read_text(encoding="utf-8")
    assert "| Labour to Win | 2 | 66.7% | 2 | certain | Ben Ash, Cy Elm |" in page
    table = section.partition("| keys of the review |")[2].partition("\n\n")[0]
    named = {key for row in table.splitlines() for key in re.findall(r"`([^`]+)`", row.split("|")[1])}
    names = {"esc": "escape"}
    assert {names.get(key, key) for key in named} == {one.key for one in BINDINGS} - {"question_mark", "f1"}


async def test_what_is_certain_is_ticked_and_the_cursor_begins_at_the_first_doubt(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        picture = text(pilot)
        assert "RTU, estate delegates, 2 June 2026" in picture
        assert line(pilot, "Ida May").startswith("[x] ~ changed Ida May 120 elected")
        assert line(pilot, "New Body").startswith("[x] + new New Body 40 not elected Purple Dawn line 4")
        assert line(pilot, "F. Ivy").startswith("[ ] ? doubtful F. Ivy 30")
        assert "1 doubt left" in picture.splitlines()[0]
        assert "Who is it? enter chooses" in picture and "Fay Ivy" in picture
        assert review(pilot).grid.cursor_row == review(pilot).plan_shown.view.rows[-1]


async def test_a_question_is_answered_with_a_suggestion_and_the_answer_can_be_taken_back(
    tmp_path: Path,
) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await press(pilot, "enter")
        assert "Who is F. Ivy?" in text(pilot)
        await press(pilot, "enter")
        assert review(pilot).decisions.persons == {"F. Ivy": "fay-ivy"}
        assert line(pilot, "F. Ivy").startswith("[x] + new")
        assert "w stores 4" in text(pilot).splitlines()[0]
        await press(pilot, "u")
        assert item(pilot, "F. Ivy").kind == DOUBTFUL and review(pilot).decisions.persons == {}
        await press(pilot, "u")
        assert "Nothing has been decided yet" in said(pilot)


async def test_somebody_new_and_anybody_on_record_can_be_chosen_by_typing(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await press(pilot, "p", *"zoe")
        assert "Zoë Lind" in text(pilot) and "Somebody new: F. Ivy" in text(pilot)
        await press(pilot, "enter")
        assert review(pilot).decisions.persons == {"F. Ivy": "zoe-lind"}
        await press(pilot, "p", *"new", "enter")
        assert review(pilot).decisions.persons == {"F. Ivy": ""}
        assert "Somebody new" in text(pilot)


async def test_space_accepts_and_leaves_out_and_a_question_can_be_left_out(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await press(pilot, "space")
        assert review(pilot).plan_shown.doubts == ()
        await press(pilot, "space")
        assert len(review(pilot).plan_shown.doubts) == 1
        await go(pilot, "New Body")
        await press(pilot, "space")
        assert line(pilot, "New Body").startswith("[ ] + new")
        await press(pilot, "space")
        assert line(pilot, "New Body").startswith("[x] + new")
        await press(pilot, "home", "space")
        assert not review(pilot).plan_shown.plan.changes, "a contest as a whole"


async def test_n_goes_from_doubt_to_doubt_and_round(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST + "A Oak,7,,\n")
        first, second = (review(pilot).plan_shown.doubts[n] for n in (0, 1))
        await press(pilot, "n")
        assert review(pilot).row_key == second
        await press(pilot, "n")
        assert review(pilot).row_key == first
        await press(pilot, "N")
        assert review(pilot).row_key == second
        await press(pilot, "R", "n")
        assert review(pilot).plan_shown.doubts == () and "No doubt is left" in said(pilot)


async def test_all_that_is_doubtful_is_accepted_at_once_but_questions_are_answered(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await press(pilot, "A")
        assert "without an answer" in said(pilot) and item(pilot, "F. Ivy").kind == DOUBTFUL


async def test_of_two_values_both_are_kept_and_x_chooses_the_one_shown(tmp_path: Path) -> None:
    path, app = app_over(tmp_path, MEMBERS)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, AGAIN)
        assert item(pilot, "Ada Oak").kind == CONFLICT
        await go(pilot, "Ada Oak")
        assert "301 in the source, 300 on record (shown)" in text(pilot)
        await press(pilot, "x")
        assert "301 in the source (shown), 300 on record" in text(pilot)
        await press(pilot, "w")
    query = "SELECT votes FROM results WHERE contest = 'rtu-m-2014' AND person = 'Ada Oak'"
    assert connect(path).execute(query).fetchone() == (301,)
    query = (
        "SELECT value, chosen FROM citation WHERE field = 'votes' AND value IN ('300', '301') ORDER BY value"
    )
    assert ("300", 0) in connect(path).execute(query).fetchall(), "the other is kept"


async def test_a_label_is_a_faction_on_record_a_new_one_or_none(tmp_path: Path) -> None:
    path, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await go(pilot, "New Body")
        await press(pilot, "l")
        assert "Which faction is Purple Dawn?" in text(pilot)
        await press(pilot, *"tidewater group", "enter")
        assert review(pilot).decisions.factions == {"Purple Dawn": "tide"}
        await press(pilot, "l", *"no faction", "enter")
        assert review(pilot).decisions.factions == {"Purple Dawn": ""}
        await press(pilot, "l", *"a new", "enter")
        assert "a new faction" in text(pilot)
        await press(pilot, "n", "space", "w")
    query = "SELECT slate FROM results WHERE contest = 'rtu-e-2026' AND person = 'New Body'"
    assert connect(path).execute(query).fetchone() == ("Purple Dawn",)


async def test_values_are_corrected_as_the_importers_read_them(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await go(pilot, "New Body")
        await press(pilot, "v", *"x")
        await press(pilot, "enter")
        assert "expected a number of votes" in text(pilot), "refused with a sentence"
        app.screen.query_one("#field-votes", Input).value = "1,040"
        app.screen.query_one("#field-outcome", Input).value = "withdrawn"
        await press(pilot, "enter")
        assert line(pilot, "New Body").startswith("[x] + new New Body 1040 withdrawn")
        await press(pilot, "v")
        app.screen.query_one("#field-outcome", Input).value = "perhaps"
        await press(pilot, "enter")
        assert "outcome: found 'perhaps', expected elected, not elected" in text(pilot)


async def test_the_contest_is_chosen_from_those_on_record(tmp_path: Path) -> None:
    _, app = app_over(tmp_path, Place("composition", Lens("rtu")))
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        assert "When was the election to RTU? t says" in text(pilot)
        await press(pilot, "home", "enter")
        assert "Which contest is this?" in text(pilot)
        await press(pilot, *"2026", "enter")
        assert "RTU, estate delegates, 2 June 2026 ·" in text(pilot)


async def test_a_new_contest_is_made_of_a_body_a_section_and_a_date(tmp_path: Path) -> None:
    path, app = app_over(tmp_path, Place("composition", Lens("rtu", "members")))
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await press(pilot, "t", "enter")
        assert app.screen.query_one("#field-section", Input).value == "members' section"
        await press(pilot, *"soon", "enter")
        assert "date: found 'soon', expected" in text(pilot)
        app.screen.query_one("#field-date", Input).value = "sept 2026"
        app.screen.query_one("#field-seats", Input).value = "2"
        app.screen.query_one("#field-section", Input).value = "boats"
        await press(pilot, "enter")
        assert "There is no section 'boats'" in text(pilot) and "Enter again" in text(pilot)
        app.screen.query_one("#field-section", Input).value = "members' section"
        await press(pilot, "enter")
        assert "RTU, members' section, September 2026 (new)" in text(pilot)
        await press(pilot, "R", "w")
        assert screen(pilot).place.lens.section == "members" and screen(pilot).place.view == "contest"
    assert connect(path).execute("SELECT seats FROM contest WHERE date = '2026-09'").fetchone() == (2,)


async def test_a_body_that_is_not_on_record_is_made_when_it_is_said_twice(tmp_path: Path) -> None:
    path, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await press(pilot, "t", "enter")
        for key, value in (("body", "Ashby Council"), ("section", "North ward"), ("date", "6 May 2027")):
            app.screen.query_one(f"#field-{key}", Input).value = value
        await press(pilot, "enter")
        assert "There is no body 'Ashby Council'" in text(pilot)
        await press(pilot, "enter")
        assert "Ashby Council (new), North ward (new), 6 May 2027 (new)" in text(pilot)
        await press(pilot, "R", "w")
    assert connect(path).execute("SELECT count(*) FROM body WHERE name = 'Ashby Council'").fetchone() == (1,)


async def test_the_source_is_said_and_cited(tmp_path: Path) -> None:
    path, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await press(pilot, "s", *"The Echo")
        app.screen.query_one("#field-date", Input).value = "yesterday"
        await press(pilot, "enter")
        assert "date: found 'yesterday'" in text(pilot)
        app.screen.query_one("#field-date", Input).value = "3 June 2026"
        await press(pilot, "enter", "R", "w")
    query = "SELECT publisher, title, date FROM source ORDER BY id DESC LIMIT 1"
    assert connect(path).execute(query).fetchone() == ("The Echo", "pasted text", "2026-06-03")


async def test_doubts_that_are_left_are_named_before_the_rest_is_stored(tmp_path: Path) -> None:
    path, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await press(pilot, "w")
        assert "1 doubt is left and will not be stored. Store the other 3?" in text(pilot)
        await press(pilot, "n")
        assert imports(connect(path)) == ()
        await press(pilot, "ctrl+s", "y")
    assert len(imports(connect(path))) == 1
    assert connect(path).execute("SELECT count(*) FROM results WHERE votes = 30").fetchone() == (0,)


async def test_a_key_that_comes_before_the_plan_is_not_lost(tmp_path: Path) -> None:
    path, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        review(pilot).action_tick()
        review(pilot).run_worker(review(pilot).run_action("store"))
        await settle(pilot)
        assert len(app.screen_stack) == 1
    assert len(imports(connect(path))) == 1


async def test_leaving_asks_only_where_something_was_decided(tmp_path: Path) -> None:
    path, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await press(pilot, "escape")
        assert len(app.screen_stack) == 1
        await paste(pilot, LIST)
        await press(pilot, "space", "escape")
        assert "What you decided is lost" in text(pilot)
        await press(pilot, "n")
        assert isinstance(app.screen, ReviewScreen)
        await press(pilot, "escape", "y")
        assert len(app.screen_stack) == 1
    assert imports(connect(path)) == ()


async def test_p_opens_room_for_a_text(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p", "ctrl+s")
        assert "Nothing was pasted yet" in text(pilot)
        app.screen.query_one(TextArea).text = LIST
        await press(pilot, "ctrl+s")
        assert item(pilot, "New Body").kind == NEW


async def test_o_walks_folders_and_opens_what_is_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "results"
    folder.mkdir()
    (folder / "one.csv").write_text(LIST)
    (folder / "two.csv").write_text("Name,Votes\nIda May,120\n")
    (folder / "[red]x.txt").write_text("nothing")
    (tmp_path / ".hidden").write_text("")
    monkeypatch.chdir(tmp_path)
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o")
        assert "results/" in text(pilot) and ".hidden" not in text(pilot)
        await press(pilot, *"res", "enter")
        assert "[red]x.txt" in text(pilot), "names are data"
        await press(pilot, *"csv")
        assert "one.csv" in text(pilot) and "[red]x.txt" not in text(pilot)
        await press(pilot, "down", "up", "space", "space")
        assert text(pilot).count("[x]") == 2
        await press(pilot, "enter")
        assert len(review(pilot).intake.origins) == 2
        await press(pilot, "escape", "o")
        assert isinstance(app.screen, FilePicker) and app.screen.folder == folder, "remembered"
        await press(pilot, "left")
        assert app.screen.folder == tmp_path


async def test_a_path_can_be_typed(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "list.csv").write_text(LIST)
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o")
        app.screen.query_one(Input).value = f"{tmp_path}/deep/li"
        await settle(pilot)
        assert "list.csv" in text(pilot)
        await press(pilot, "enter")
        assert item(pilot, "New Body").kind == NEW


async def test_a_folder_is_opened_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "results"
    folder.mkdir()
    (folder / "one.csv").write_text(LIST)
    (folder / "two.csv").write_text("Name,Votes\nIda May,120\n")
    monkeypatch.chdir(folder)
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o", "up", "enter")
        assert len(review(pilot).intake.origins) == 2


async def test_the_review_is_written_to_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await press(pilot, "e")
        assert "All contests and items" in text(pilot) and "as filtered" not in text(pilot)
        await press(pilot, "enter")
        assert "Written: review.md" in said(pilot)
        await press(pilot, "e", "enter")
        assert "is there already" in said(pilot)
    assert "| New Body" in (tmp_path / "review.md").read_text()


async def test_what_is_taken_back_under_ones_feet_leads_back_to_what_is_still_on_record(
    tmp_path: Path,
) -> None:
    path, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await press(pilot, "t", "enter")
        for key, value in (("body", "Ashby Council"), ("section", "North ward"), ("date", "6 May 2027")):
            app.screen.query_one(f"#field-{key}", Input).value = value
        await press(pilot, "enter", "enter", "R", "w")
        assert screen(pilot).place.lens.body == "ashby-council"
        await press(pilot, "c", "z", "enter", "y")
        assert screen(pilot).place == ESTATES and "RTU, estate delegates" in text(pilot)
        assert "error" not in {note.severity for note in app._notifications}
        await press(pilot, "escape")
        assert screen(pilot).place == ESTATES, "nothing that is gone stands on the way back"
    assert imports(connect(path))[0].undone


async def test_a_place_that_somebody_else_took_from_the_record_is_no_hindrance(tmp_path: Path) -> None:
    path, app = app_over(tmp_path, MEMBERS)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        with closing(writable(path)) as connection:
            connection.execute("UPDATE body SET key = 'other' WHERE key = 'rtu'")
            connection.commit()
        await paste(pilot, LIST)
        assert isinstance(app.screen, ReviewScreen)


async def test_what_was_said_before_does_not_lie_over_the_review(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, "nothing here")
        assert "no results were found" in said(pilot)
        await paste(pilot, LIST)
        assert said(pilot) == ""


async def test_enter_is_among_the_keys_of_the_review_and_says_that_it_answers(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=(80, 60)) as pilot:
        await paste(pilot, LIST)
        assert "enter answer" in text(pilot).splitlines()[-1]
        await press(pilot, "?")
        assert "enter  Answer what is asked" in text(pilot)
        assert "up k  Up" in text(pilot), "keys that do the same stand on one line"


async def test_a_fact_takes_the_room_that_the_figures_of_candidates_leave_free(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot, f"RTU, members' section, 3 June 2027\n\n{LIST}\nTotal,270,,\nElectorate,1044,,\n")
        facts = [row for row in text(pilot).splitlines() if "valid votes: 270" in row]
        assert facts and "…" not in facts[0]


async def test_what_is_said_lies_over_the_list_and_not_over_the_item_in_full(tmp_path: Path) -> None:
    for size in ((80, 24), (120, 40)):
        _, app = app_over(tmp_path)
        async with app.run_test(size=size, notifications=True) as pilot:
            await paste(pilot, LIST)
            await press(pilot, "x")
            lines = text(pilot).splitlines()
            told = next(number for number, one in enumerate(lines) if "There are not two values" in one)
            assert told < next(number for number, one in enumerate(lines) if "───" in one)


async def test_a_doubtful_item_that_differs_from_the_record_has_two_values_too(tmp_path: Path) -> None:
    _, app = app_over(tmp_path, MEMBERS)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, AGAIN + "Ada Oak,299\n")
        await press(pilot, "n")
        assert item(pilot, "Ada Oak").kind != NEW and "x shows the other" in text(pilot)
        await press(pilot, "x")
        assert "There are not two values here" not in said(pilot)


async def test_the_entry_under_the_hand_is_told_without_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await press(pilot, "p")
        style = app.screen.query_one(OptionList).get_visual_style("option-list--option-highlighted")
        assert style.underline and style.bold


async def test_a_list_with_a_title_of_its_own_is_never_taken_for_one_of_the_body_on_view(
    tmp_path: Path,
) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(
            pilot,
            "Ashby Council, North ward, 6 May 2027\n\nCandidate  Votes\nCy Elmer   511\nDee Firth  204\n",
        )
        assert "RTU" not in review(pilot).plan_shown.view.rows[0].cells[2]
        assert review(pilot).plan_shown.doubts and not review(pilot).plan_shown.ticked
        assert "M makes" not in text(pilot), "nothing is named that it could make"
        await press(pilot, "t", "enter")
        lines = [app.screen.query_one(f"#field-{key}", Input).value for key in ("body", "section", "date")]
        assert lines == ["Ashby Council", "North ward", "6 May 2027"], (
            "the parts of the title, to be corrected"
        )
        await press(pilot, "enter", "enter")
        assert "Ashby Council (new), North ward (new), 6 May 2027 (new)" in text(pilot)


async def test_in_a_low_terminal_the_list_keeps_its_rows(tmp_path: Path) -> None:
    for height in (12, 9, 5):
        _, app = app_over(tmp_path)
        async with app.run_test(size=(60, height)) as pilot:
            await paste(pilot, LIST)
            assert "F. Ivy" in "".join(text(pilot).splitlines()[2 : height - 1]), height


async def test_the_line_to_type_into_stays_where_it_is_while_typing_narrows_the_list(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o")
        before = app.screen.query_one(Input).region
        await press(pilot, *"zzz")
        assert app.screen.query_one(Input).region == before


async def test_a_faction_of_just_the_label_s_name_stands_before_those_that_resemble_it(
    tmp_path: Path,
) -> None:
    factions = [
        Faction(key, name, name, key, "#111111")
        for key, name in (("a", "Grass / Roots"), ("b", "Roots"), ("c", "Rooted"))
    ]
    chooser = FactionChooser("roots", factions)
    assert next(iter(chooser.source()())).label == "Roots"


async def test_help_and_palette_know_the_keys(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=(120, 110)) as pilot:
        await press(pilot, "?")
        assert "Open files with published results" in text(pilot)
        await press(pilot, "escape")
        await paste(pilot, LIST)
        await press(pilot, "?")
        assert "Go to the next doubt" in text(pilot) and "Choose the person meant" in text(pilot)
        await press(pilot, "escape", "ctrl+p", *"doubt")
        await pilot.pause(0.2)
        assert "Go to the next doubt" in text(pilot)
