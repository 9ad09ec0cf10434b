"""Why a seat changed hands, what that makes in the net, who was returned and who is new."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx
from records import PACKAGED, SMALL, Rows, asked, by, column, opened, table, tiny

from db.view import View

SEAT = {"body": "b", "section": "s"}


@pytest.fixture(scope="module")
def small() -> sqlite3.Connection:
    """The small record."""
    return opened(SMALL)


@pytest.fixture(scope="module")
def packaged() -> sqlite3.Connection:
    """The packaged record."""
    return opened(PACKAGED)


def compared(record: sqlite3.Connection, against: str, date: str, **place: str) -> View:
    """What changed between two days; in the board's members' section, where no place is named."""
    return asked(record, "changes", against=against, date=date, **(place or SEAT))


def of_one_seat(
    terms: Rows, contests: Rows = (), candidacies: Rows = (), **files: Rows
) -> sqlite3.Connection:
    """A board of one seat."""
    return tiny(
        rules=[{**SEAT, "seats": 1}],
        terms=[{**SEAT, **one} for one in terms],
        contests=[{**SEAT, "seats": 1, **one} for one in contests],
        candidacies=candidacies,
        **files,
    )


def several_successions() -> sqlite3.Connection:
    """Ann is elected and resigns, Bob comes in as the runner-up and dies, Cat wins the by-election."""
    return of_one_seat(
        terms=[
            {"person": "ann", "contest": "one", "end": "2011-03", "why_ended": "resigned"},
            {"person": "bob", "start": "2011-04-02", "end": "2012", "replaces": "ann", "contest": "one",
             "how_gained": "replacement (runner-up)", "why_ended": "died"},
            {"person": "cat", "contest": "two", "replaces": "bob"},
        ],
        contests=[{"contest": "one", "date": "2010-05-01"},
                  {"contest": "two", "date": "2012-06-01", "kind": "by-election"}],
        candidacies=[{"contest": "one", "person": "ann", "outcome": "elected", "slate": "left"},
                     {"contest": "one", "person": "bob", "outcome": "not elected", "slate": "right"},
                     {"contest": "two", "person": "cat", "outcome": "elected", "slate": "left"}],
    )  # fmt: skip


def test_all_that_happened_to_a_seat_between_the_days_is_told_the_newest_first() -> None:
    (row,) = compared(several_successions(), "2010-06", "2013").rows
    kind, before, after, reasons, story = row.cells[1], row.cells[2], row.cells[5], row.cells[8], row.cells[9]
    assert (kind, before, after) == ("held by another", "Ann", "Cat")
    assert reasons == ("resignation", "replacement (runner-up)", "death", "by-election")
    assert story == (
        "by-election of 1 June 2012, after Bob (Right) died in 2012; "
        "before that, Bob: replacement (runner-up), 2 April 2011, after Ann resigned in March 2011"
    )


def test_a_gain_is_from_the_last_holder_and_not_from_the_last_winner() -> None:
    (row,) = compared(several_successions(), "2011-05", "2013").rows
    assert (row.cells[1], row.cells[2], row.cells[5]) == ("gain", "Bob", "Cat")
    assert row.cells[8] == ("death", "by-election")


def test_a_by_election_is_told_with_who_left_and_why(packaged: sqlite3.Connection) -> None:
    view = compared(packaged, "2019-01-01", "2020-04-05", body="nec", section="clp")
    gain = by(view, "before", "story")
    assert (
        gain["Navendu Mishra"]
        == "by-election of 4 April 2020, after Navendu Mishra was elected MP in December 2019"
    )
    assert by(view, "before", "reason")["Claudia Webbe"] == ("election to parliament", "by-election")
    assert "Labour First / Progress gained two seats of the NEC members' section" in view.findings[0]
    assert by(view, "after", "story")["Pete Willsman"] == "suspended since 31 May 2019"


def test_a_line_of_successors_pairs_holders_before_their_slates_do(packaged: sqlite3.Connection) -> None:
    view = compared(packaged, "2018-08-06", "2020-11-13", body="nec", section="clp")
    stories = by(view, "after", "story")
    assert stories["Johanna Baxter"] == (
        "by-election of 4 April 2020, after Navendu Mishra (CLGA/Mom) was elected MP in December 2019; "
        "before that, Navendu Mishra: regular election of 3 September 2018; Rhea Wolfson did not stand again"
    )
    assert by(view, "after", "before")["Gurinder Singh Josan"] == "Claudia Webbe"
    assert "Labour to Win gained two seats and Open Labour one" in view.findings[0]
    assert (
        "of the eight seats of the NEC members' section (nine in all) whose slate is known"
        in view.findings[0]
    )


def test_who_followed_the_earlier_holder_is_told_even_where_the_line_breaks(
    packaged: sqlite3.Connection,
) -> None:
    view = compared(packaged, "2018-09-03", "2020-11-13", body="nec")
    assert by(view, "before", "story")["Kate Osamor"] == (
        "appointed, April 2020; Diane Abbott was replaced by new leader in April 2020; before that, Diane Abbott: "
        "appointed, 22 January 2019, after Kate Osamor resigned from front bench in December 2018"
    )
    assert by(view, "before", "reason")["Richard Corbett"] == ("rule change",)
    assert by(view, "before", "kind")["Richard Corbett"] == "abolished"


def test_the_sources_of_a_change_are_those_of_both_holders_and_of_the_event(
    packaged: sqlite3.Connection,
) -> None:
    view = compared(packaged, "2016-06-01", "2018-01-01", body="nec")
    (left,) = [row for row in view.rows if row.cells[2] == "Mary Turner"]
    assert "ab-2017-09" in {view.sources[number - 1].key for number in left.sources}
    assert left.cells[8] == ("death",)


def voted_out(figures: str) -> sqlite3.Connection:
    """Two seats filled anew: Ann is beaten, Bob is not among the candidates."""
    return tiny(
        rules=[{**SEAT, "seats": 2}],
        contests=[{**SEAT, "contest": "one", "seats": 2, "date": "2010"},
                  {**SEAT, "contest": "two", "seats": 2, "date": "2012", "figures": figures}],
        candidacies=[{"contest": "one", "person": "ann", "outcome": "elected", "slate": "left"},
                     {"contest": "one", "person": "bob", "outcome": "elected", "slate": "right"},
                     {"contest": "two", "person": "ann", "outcome": "not elected", "slate": "left"},
                     {"contest": "two", "person": "cat", "outcome": "elected", "slate": "left"},
                     {"contest": "two", "person": "dan", "outcome": "elected", "slate": "right"}],
    )  # fmt: skip


def test_who_lost_the_election_did_so_by_the_outcome_of_the_candidacy() -> None:
    reasons = by(compared(voted_out("none"), "2010", "2012"), "before", "reason")
    assert reasons["Ann"] == ("lost election", "regular election")


def test_not_standing_again_is_claimed_only_where_every_candidate_is_on_record() -> None:
    known, unknown = (compared(voted_out(figures), "2010", "2012") for figures in ("complete", "partial"))
    assert by(known, "before", "reason")["Bob"] == ("did not stand again", "regular election")
    assert by(unknown, "before", "reason")["Bob"] == ("regular election",)
    assert by(unknown, "before", "story")["Bob"] == "regular election of 2012"
    assert "one of two sitting members stood again" in known.findings[-1]
    assert "one sitting member is known to have stood again" in unknown.findings[-1]


def test_the_return_rate_is_of_those_who_stood_again() -> None:
    view = table(compared(voted_out("complete"), "2010", "2012"), "returned")
    (row,) = view.rows
    assert row.cells[2:] == (2, 1, 0, approx(0), ("Ann",), ("Bob",), ())


def test_the_return_rate_of_2014_is_five_of_six(packaged: sqlite3.Connection) -> None:
    view = compared(packaged, "nec-clp-2012", "nec-clp-2014", body="nec", section="clp")
    (row,) = table(view, "returned").rows
    assert row.cells[2:7] == (6, 6, 5, approx(83.3, abs=0.05), ("Peter Wheeler",))
    assert "all six sitting members stood again and five were returned" in view.findings[-1]
    assert "one of six members is new: Kate Osamor" in view.findings[-1]


def test_of_members_who_are_merely_attested_it_is_not_said_how_or_when_they_came() -> None:
    record = of_one_seat(
        [{"person": "ann", "how_gained": "elected", "sources": "page"}],
        sources=[{"source": "page", "date": "2010"}],
    )
    view = compared(record, "2009", "2010")
    assert column(view, "kind") == ["not known before"]
    assert column(view, "reason") == [()]
    assert column(view, "story") == [None]
    assert not [one for one in view.tables if one.key == "new"]


def test_no_date_is_told_more_exactly_than_its_source_states_it(packaged: sqlite3.Connection) -> None:
    view = compared(packaged, "2009-01-01", "2011-08-18", body="nec", section="clp")
    story = str(by(view, "after", "story")["Johanna Baxter"])
    assert "27 September" not in story
    assert "replacement (runner-up), 2010" in story


def test_new_members_are_named_with_whether_they_sat_before(packaged: sqlite3.Connection) -> None:
    view = compared(packaged, "2019-01-01", "2020-04-05", body="nec", section="clp")
    assert by(table(view, "new"), "person", "again") == {
        "Johanna Baxter": True,
        "Gurinder Singh Josan": False,
    }
    assert "one of them had sat before" in view.findings[-1]


def test_where_all_are_new_it_is_said_so(packaged: sqlite3.Connection) -> None:
    one = compared(packaged, "2019-01-01", "2020-04-05", body="nec", section="bame")
    assert "The one member is new: Carol Sewell." in one.findings
    every = compared(voted_out("none"), "2010", "2012")
    assert "both members are new" in every.findings[-1].casefold()


def test_a_term_without_a_beginning_breaks_nothing() -> None:
    view = compared(of_one_seat([{"person": "ann", "end": "2009"}]), "2010", "2011")
    assert view.empty


def test_a_seat_that_stood_empty_is_filled_and_says_whose_it_was(small: sqlite3.Connection) -> None:
    view = compared(small, "2019-11-15", "2020-01", body="rtu", section="estates")
    assert by(view, "after", "kind")["Hal Box"] == "filled"
    assert (
        by(view, "after", "story")["Hal Box"]
        == "replacement, 3 December 2019, after Ida May (TLA) died in November 2019"
    )


def test_who_wins_a_seat_that_stood_empty_is_not_paired_with_somebody_who_left_later(
    packaged: sqlite3.Connection,
) -> None:
    view = compared(packaged, "2020-03-01", "2020-11-13", body="nec", section="clp")
    assert by(view, "after", "kind")["Johanna Baxter"] == "filled"
    assert str(by(view, "after", "story")["Johanna Baxter"]) == (
        "by-election of 4 April 2020, after Navendu Mishra (CLGA/Mom) was elected MP in December 2019"
    )
    assert "two empty seats were filled" in view.findings[1]


def test_a_holder_on_a_day_of_a_vacancy_is_told_from_one_who_is_not_known(small: sqlite3.Connection) -> None:
    view = compared(small, "2019-10", "2019-11-15", body="rtu", section="estates")
    assert by(view, "before", "kind")["Ida May"] == "vacant"
    assert by(table(view, "net"), "faction", "change") == {"left": -1, "ind": 0}
    assert not [one for one in table(view, "net").rows if one.cells[4] is not None], "nothing is unknown"


def test_the_net_has_bounds_where_a_side_is_not_known() -> None:
    record = of_one_seat(
        [
            {"person": "ann", "contest": "one", "end": "2011"},
            {"person": "bob", "start": "2011", "replaces": "ann"},
        ],
        [{"contest": "one", "date": "2010"}],
        [{"contest": "one", "person": "ann", "outcome": "elected", "slate": "left"}],
    )
    view = compared(record, "2010", "2012")
    (row, unknown) = table(view, "net").rows
    assert row.cells[1:] == (1, 0, -1, -1, 0)
    assert unknown.cells[1:4] == (0, 1, 1)
    assert "no gain or loss of the Board members can be stated" in view.findings[0]
    assert "gain" not in column(view, "kind")


def test_a_gain_that_seats_of_unknown_side_could_undo_is_not_claimed() -> None:
    seats: Rows = [{"contest": "one", "person": person, "outcome": "elected", "slate": slate}
             for person, slate in (("ann", "left"), ("bob", "right"))]  # fmt: skip
    record = tiny(
        rules=[{**SEAT, "seats": 2}],
        contests=[{**SEAT, "contest": "one", "seats": 2, "date": "2010"},
                  {**SEAT, "contest": "two", "seats": 2, "date": "2012"}],
        candidacies=[*seats, {"contest": "two", "person": "cat", "outcome": "elected", "slate": "left"},
                     {"contest": "two", "person": "dan", "outcome": "elected"}],
        terms=[{**SEAT, "person": "cat", "contest": "two", "replaces": "bob"},
               {**SEAT, "person": "dan", "contest": "two", "replaces": "ann"}],
    )  # fmt: skip
    view = compared(record, "2010", "2012")
    assert by(view, "before", "kind") == {"Bob": "gain", "Ann": "new holder"}
    assert "of the one seat of the Board members (two in all)" in view.findings[0]
    assert "Right lost one seat" in view.findings[0]
    assert "Left gained" not in view.findings[0]


BLOCS: dict[str, Rows] = {
    "schemes": [{"scheme": "wings", "name": "Wings"}],
    "blocs": [{"scheme": "wings", "bloc": key, "name": key.title(), "short": key.title(), "position": at}
              for at, key in enumerate(("l", "r"))],
    "bloc_members": [{"scheme": "wings", "bloc": "l", "faction": "left"},
                     {"scheme": "wings", "bloc": "r", "person": "ann", "valid_from": "2011"}],
}  # fmt: skip


def test_a_member_counted_on_another_side_without_an_election_has_defected() -> None:
    record = of_one_seat(
        [], [{"contest": "one", "date": "2010"}],
        [{"contest": "one", "person": "ann", "outcome": "elected", "slate": "left"}], **BLOCS,
    )  # fmt: skip
    view = compared(record, "2010", "2012", scheme="wings", **SEAT)
    assert column(view, "kind") == ["defection"]
    assert by(table(view, "net"), "faction", "change") == {"bloc:l": -1, "bloc:r": 1}
    assert "R gained one seat of the Board members, while L lost one" in view.findings[0]
    assert column(compared(record, "2010", "2012"), "kind") == ["held"], "by slate nothing has changed"


def test_a_member_elected_anew_on_another_slate_has_not_defected() -> None:
    record = of_one_seat(
        [], [{"contest": "one", "date": "2010"}, {"contest": "two", "date": "2012"}],
        [{"contest": "one", "person": "ann", "outcome": "elected", "slate": "left"},
         {"contest": "two", "person": "ann", "outcome": "elected", "slate": "right"}],
    )  # fmt: skip
    view = compared(record, "2010", "2012")
    assert column(view, "kind") == ["held on another side"]
    assert "Ann was elected anew on another slate" in view.findings[1]
    assert by(table(view, "net"), "faction", "change") == {"left": -1, "right": 1}


def test_other_words_of_another_publisher_are_neither_a_defection_nor_a_gain(
    packaged: sqlite3.Connection,
) -> None:
    view = compared(packaged, "2020-11-24", "2021-01-21", body="nec", grouping="alignment")
    assert by(view, "after", "kind")["Alice Perry"] == "counted otherwise"
    assert "no leaning gained or lost a seat" in view.findings[0]


def test_by_endorsement_the_backers_of_both_holders_are_compared(packaged: sqlite3.Connection) -> None:
    view = compared(packaged, "2018-08-06", "2020-11-13", body="nec", section="clp", grouping="endorsement")
    kinds = by(view, "after", "kind")
    assert kinds["Yasmine Dar"] == "held"
    assert kinds["Laura Pidcock"] == "held by another"
    assert kinds["Gurinder Singh Josan"] == "gain"
    assert by(table(view, "net"), "faction", "change")["progress"] == 3


def test_a_seat_whose_section_is_merely_older_than_its_record_is_not_called_new(
    packaged: sqlite3.Connection,
) -> None:
    view = compared(packaged, "2009-01-01", "2011-08-18", body="nec")
    assert by(view, "after", "kind")["Ed Miliband"] == "not known before"
    assert (
        by(compared(packaged, "2016-06", "2016-12", body="nec"), "section", "kind")["Welsh Labour"] == "new"
    )


def test_a_section_whose_size_is_not_known_on_one_day_abolishes_no_seat() -> None:
    record = tiny(
        rules=[{**SEAT, "seats": 1, "valid_to": "2012"}, {**SEAT, "valid_from": "2012"}],
        terms=[{**SEAT, "person": "ann", "start": "2010", "end": "2013"}],
    )
    assert column(compared(record, "2011", "2014"), "kind") == ["vacant"]


def test_net_members_and_sitting_members_follow_the_factions_switched_on(
    packaged: sqlite3.Connection,
) -> None:
    place = {"body": "nec", "section": "clp", "against": "2018-08-06", "date": "2020-11-13"}
    view = asked(packaged, "changes", factions="ltw", **place)
    assert column(table(view, "net"), "faction") == ["ltw"]
    assert set(column(table(view, "new"), "faction")) == {"ltw"}
    assert "Labour to Win gained two seats" in view.findings[0]
    assert "Grassroots" not in view.findings[0]
    assert not [one for one in view.tables if one.key == "returned"], "nobody on it sat before an election"


def test_a_seat_that_a_scenario_gives_away_rests_on_the_assumption_alone() -> None:
    record = of_one_seat(
        [], [{"contest": "one", "date": "2010"}],
        [{"contest": "one", "person": "ann", "outcome": "elected", "slate": "left"}],
        scenarios=[{"scenario": "w", "name": "What if"}],
        assumptions=[{"scenario": "w", "position": 1, "kind": "seat", **SEAT, "person": "ann", "newcomer": "Zed",
                      "faction": "right"}],
    )  # fmt: skip
    view = compared(record, "2009", "2010", scenario="w", **SEAT)
    assert column(view, "after") == ["Zed"]
    assert column(view, "reason") == [("assumption",)]
    assert column(view, "story") == [None]
    assert all("What if" in said for said in view.findings)


def test_both_days_alike_are_said_to_be_alike(small: sqlite3.Connection) -> None:
    view = compared(small, "2016-06-14", "2016-06-14", body="rtu")
    assert view.findings == ("Both days are 14 June 2016, so that nothing changed.",)


def test_members_of_a_joint_body_are_compared_by_the_slates_of_their_own_seats() -> None:
    record = tiny(
        bodies=[{"body": "b", "name": "Board", "short": "Board"},
                {"body": "officers", "name": "Officers", "short": "Officers", "parent": "Board"}],
        sections=[{**SEAT, "name": "members"}, {"body": "officers", "section": "o", "name": "officers"}],
        rules=[{**SEAT, "seats": 2}, {"body": "officers", "section": "o", "seats": 1}],
        contests=[{**SEAT, "contest": "one", "seats": 2, "date": "2010"}],
        candidacies=[{"contest": "one", "person": "ann", "outcome": "elected", "slate": "left"},
                     {"contest": "one", "person": "bob", "outcome": "elected", "slate": "right"}],
        terms=[{"body": "officers", "section": "o", "person": "ann", "start": "2010", "end": "2011"},
               {"body": "officers", "section": "o", "person": "bob", "start": "2011", "how_gained": "appointed"}],
    )  # fmt: skip
    view = compared(record, "2010", "2012", body="officers")
    assert column(view, "kind") == ["gain"]
    assert column(view, "story") == ["appointed, 2011, after Ann left in 2011"]


def test_somebody_who_held_another_seat_before_is_no_new_member(packaged: sqlite3.Connection) -> None:
    view = compared(packaged, "2014-10-01", "2016-12-01", body="nec")
    assert "members' section" in str(by(view, "after", "note")["Kate Osamor"])
    assert "Kate Osamor" not in column(table(view, "new"), "person")


DAYS = ["2009", "2010", "2010-05", "2010-05-01", "2011", "2011-06-30", "2012", "2013"]
PEOPLE = ["ann", "bob", "cat", "dan"]


@st.composite
def tangles(draw: st.DrawFn) -> dict[str, Rows]:
    """A section with whatever rules, contests and terms: overlapping, running backwards, more holders than seats."""
    day, maybe = st.sampled_from(DAYS), st.none() | st.sampled_from(DAYS)
    contests = [
        {**SEAT, "contest": f"c{at}", "date": draw(day), "seats": draw(st.integers(1, 3)),
         "kind": draw(st.sampled_from(["regular", "by-election"])), "figures": draw(st.sampled_from(["complete", "none"]))}
        for at in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    stood = [
        {"contest": one["contest"], "person": person, "outcome": draw(st.sampled_from(["elected", "not elected", "unknown"])),
         "slate": draw(st.sampled_from([None, "left", "right"]))}
        for one in contests for person in draw(st.lists(st.sampled_from(PEOPLE), unique=True))
    ]  # fmt: skip
    terms = [
        {**SEAT, "person": draw(st.sampled_from(PEOPLE)), "start": draw(maybe), "end": draw(maybe),
         "replaces": draw(st.none() | st.sampled_from(PEOPLE)), "why_ended": draw(st.sampled_from([None, "died", "lost election"])),
         "how_gained": draw(st.sampled_from([None, "replacement", "suspended"])), "voting": draw(st.sampled_from([None, 0]))}
        for _ in range(draw(st.integers(0, 5)))
    ]  # fmt: skip
    rules = [{**SEAT, "seats": draw(st.none() | st.integers(0, 2)), "valid_from": draw(maybe)}]
    files = {"rules": rules, "contests": contests, "candidacies": stood, "terms": terms}
    return {**files, "persons": [{"person": key, "name": key.title(), "sort_name": key} for key in PEOPLE]}


@settings(derandomize=True, deadline=None, max_examples=40)
@given(files=tangles(), first=st.sampled_from(DAYS), second=st.sampled_from(DAYS))
def test_every_holder_of_either_day_stands_in_one_row_whatever_the_record_says(
    files: dict[str, Rows], first: str, second: str
) -> None:
    record = tiny(**files)
    against, date = sorted((first, second))
    view = compared(record, against, date)
    for day, key in ((against, "before"), (date, "after")):
        seated = asked(record, "composition", date=day, **SEAT)
        held = [one.rows for one in seated.tables if one.key == "holders"]
        names = sorted(str(row.cells[0]) for rows in held for row in rows)
        assert sorted(str(name) for name in column(view, key) if name) == names
        net = [one for one in view.tables if one.key == "net"]
        assert sum(int(str(seats)) for one in net for seats in column(one, key)) == len(names)
    for row in [row for one in view.tables if one.key == "net" for row in one.rows]:
        change, least, most = row.cells[3:6]
        assert least is None or int(str(least)) <= int(str(change)) <= int(str(most))


def test_an_election_before_both_days_is_no_reason_for_a_seat_held_between_them(
    packaged: sqlite3.Connection,
) -> None:
    view = compared(packaged, "2018-01-15", "2018-02-01", body="nec")
    assert set(column(view, "kind")) == {"held"}
    assert set(column(view, "reason")) == {()}, (
        "Margaret Beckett was elected anew in 2014, no seat held has a reason"
    )


def test_compared_with_a_day_before_the_record_nothing_is_said_to_be_gained(
    packaged: sqlite3.Connection,
) -> None:
    view = compared(packaged, "1900", "2014", body="nec")
    assert view.findings == ("The record of NEC begins on 27 September 1998; 1900 is before it.",)
    view = compared(packaged, "1998", "2014", body="nec")
    assert view.findings == (
        "The record of NEC begins on 27 September 1998; the beginning of 1998 is before it.",
    )


def test_of_an_earlier_holder_last_attested_before_the_earlier_day_the_row_says_so(
    packaged: sqlite3.Connection,
) -> None:
    view = compared(packaged, "2018-02-01", "2020-11-24", body="nec")
    noted = str(by(view, "before", "note")["Sadiq Khan"])
    assert "Sadiq Khan was last attested in June 2012, before the earlier day" in noted
    assert "last attested" not in str(by(view, "before", "note")["Tom Watson"]), "his end is on record"


def test_what_others_gained_from_the_factions_switched_on_these_have_lost(small: sqlite3.Connection) -> None:
    days = {"body": "rtu", "section": "members", "against": "2014-06-10", "date": "2016-06-14"}
    everybody = by(asked(small, "changes", **days), "before", "kind")
    assert everybody["Cy Elm"] == "gain"
    assert by(asked(small, "changes", factions="steady", **days), "before", "kind")["Cy Elm"] == "lost"
    assert by(asked(small, "changes", factions="ind", **days), "before", "kind")["Cy Elm"] == "gain"
    assert by(asked(small, "changes", factions="ind steady", **days), "before", "kind")["Cy Elm"] == "gain"
