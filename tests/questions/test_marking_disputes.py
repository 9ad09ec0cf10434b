"""Where sources contradict what a view shows, the cell is marked and the findings say so; where they do not, nothing is."""

from __future__ import annotations

import pytest
from records import PACKAGED, asked, opened, table
from stated import cited, poll

from db.lens import Lens
from db.questions import ask
from db.view import Row, Table, View
from db.wording import DISPUTED


def row(view: View | Table, key: str) -> Row:
    return next(one for one in view.rows if one.key == key)


def test_the_cells_that_show_a_disputed_value_are_marked_and_no_others() -> None:
    view = asked(poll(cited("votes", "66")), "contest", contest="c")
    assert row(view, "ann").disputed == {"votes", "share", "margin"}
    assert row(view, "bob").disputed == frozenset()
    assert view.findings[-1].endswith("Sources differ on Ann's votes (60 shown, 66 stated elsewhere).")
    assert view.notes[-1].startswith(DISPUTED)


def test_a_total_that_counts_a_disputed_figure_is_marked_too() -> None:
    slates = table(asked(poll(cited("votes", "66")), "contest", contest="c"), "slates")
    assert row(slates, "left").disputed == {"votes", "share"}
    assert row(slates, "right").disputed == frozenset()


def test_what_is_only_less_exact_or_agrees_is_not_marked() -> None:
    record = poll(cited("date", "2014-08", row="c"), cited("votes", "60.0"))
    view = asked(record, "contest", contest="c")
    assert not any(one.disputed for part in (view, *view.tables) for one in part.rows)
    assert not any(DISPUTED in text or "differ" in text for text in (*view.findings, *view.notes))


def test_a_fact_of_the_contest_is_marked_in_its_row() -> None:
    view = asked(poll(cited("seats", "2", row="c")), "contest", contest="c")
    assert row(table(view, "facts"), "Seats").disputed == {"value"}
    assert "Sources differ on the seats (1 shown, 2 stated elsewhere)." in view.findings[-1]


def test_a_value_that_is_not_shown_is_not_marked() -> None:
    view = asked(poll(cited("nominations", "3"), cited("nominations", "4")), "contest", contest="c")
    assert row(view, "ann").disputed == frozenset()


def test_a_sentence_speaks_only_of_rows_that_are_shown() -> None:
    record = poll(cited("votes", "66"))
    assert "differ" in " ".join(asked(record, "contest", contest="c", factions="left").findings)
    assert "differ" not in " ".join(asked(record, "contest", contest="c", factions="right").findings)


def test_many_disputes_are_counted_and_there_are_three_findings_at_the_most() -> None:
    view = asked(
        poll(cited("votes", "66"), cited("votes", "44", row="c/bob"), cited("seats", "2", row="c")),
        "contest",
        contest="c",
    )
    assert f"Sources differ on three values shown here, marked {DISPUTED}." in view.findings[-1]
    assert len(view.findings) <= 3


def test_derived_figures_are_said_to_be_derived() -> None:
    view = asked(poll(cited("votes", "60", "derived", chosen=1)), "contest", contest="c")
    assert view.findings[-1].endswith("The votes are derived figures.")
    assert row(view, "ann").disputed == frozenset()


def test_rows_that_no_source_states_are_counted() -> None:
    candidacies = [
        {"contest": "c", "person": "ann", "outcome": "elected", "basis": "inferred"},
        {"contest": "c", "person": "bob", "outcome": "not elected", "basis": "derived"},
    ]
    found = asked(poll(candidacies=candidacies), "contest", contest="c").findings[-1]
    assert found.endswith("Two rows are stated by no source: one derived and one inferred.")
    found = asked(poll(candidacies=candidacies[:1]), "contest", contest="c").findings[-1]
    assert found.endswith("One row is inferred, and stated by no source.")


def test_the_seat_of_somebody_whose_slate_is_disputed_is_marked_in_the_composition() -> None:
    view = asked(poll(cited("slate", "right")), "composition", body="b", date="2015")
    holders = table(view, "holders")
    assert [one.disputed for one in holders.rows] == [frozenset({"faction"})]


def test_a_scenario_says_its_name_before_the_reservation_too() -> None:
    record = poll(cited("slate", "right"))
    record.execute("INSERT INTO scenario (key, name) VALUES ('if', 'If')")
    view = asked(record, "composition", body="b", date="2015", scenario="if")
    assert all(finding.startswith("Scenario If: ") for finding in view.findings)


@pytest.mark.parametrize(
    ("contest", "person", "column", "said"),
    [
        (
            "nec-clp-2001",
            "tony-robinson",
            "votes",
            "Tony Robinson's votes (24,771 shown, 29,912 to 29,942 implied)",
        ),
        ("nec-clp-2012", "kate-osamor", "share", "Kate Osamor's share (6.3% shown, 6.6% stated elsewhere)"),
        (
            "nec-clp-2014",
            "johanna-baxter",
            "slate",
            "Johanna Baxter's slate (Independent shown, Labour First stated elsewhere)",
        ),
    ],
)
def test_the_disputes_that_are_known_best_are_marked_and_said(
    contest: str, person: str, column: str, said: str
) -> None:
    view = asked(opened(PACKAGED), "contest", contest=contest)
    assert column in row(view, person).disputed
    assert f"Sources differ on {said}" in view.findings[-1]


def test_nothing_is_compared_where_no_source_gives_a_value_for_a_field() -> None:
    record, statements = poll(), list[str]()
    record.set_trace_callback(statements.append)
    asked(record, "candidates", contest="c")
    about = [one for one in statements if "field IS NOT NULL" in one]
    looks = ("SELECT DISTINCT entity_id FROM citation", "SELECT candidacy.id FROM candidacy")
    assert about and all(one.strip().startswith(looks) for one in about)


def test_a_list_read_in_windows_has_the_signs_and_the_same_findings_on_every_screen() -> None:
    record = poll(cited("votes", "66"))
    whole, first = (
        ask(record, "candidates", Lens(contest="c", sort="person"), 0, limit) for limit in (None, 1)
    )
    assert row(first, "c/ann").disputed == row(whole, "c/ann").disputed == {"votes", "share"}
    assert first.findings == whole.findings
    assert whole.findings[-1] == "Sources differ on one candidacy, marked ≠."
    assert whole.notes[-1].startswith(DISPUTED)
