"""What contradicts itself on record is told in the notes of a composition, with the row that it stands in, and never crashes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from everything import everything
from records import PACKAGED, SMALL, Rows, asked, opened, tiny

from db.lens import Lens
from db.naming import name_of, numbered
from db.reading.place import where
from db.reading.schemes.defects import scheme_defects
from db.reading.seats.defects import SHOWN, Defects, defects
from db.reading.seats.faults import LIMIT
from db.reading.seats.row_names import row_names
from db.store import connect
from importers.folder import build, read

RULE = {"body": "b", "section": "s", "valid_from": "2010", "seats": 2}
HELD = {"body": "b", "section": "s"}
SOURCES = [{"source": "page", "title": "Page"}]


def said(section: str | None = None, **files: Rows) -> tuple[str, ...]:
    """The defects of the board, or of a section of it; with two seats since 2010 unless rules are given."""
    record = tiny(**{"rules": [RULE], **files})
    return both(defects(record, where(record, Lens(body="b", section=section))))


def both(found: Defects) -> tuple[str, ...]:
    """Contradictions and gaps."""
    return found.contradictions + found.gaps


def test_a_sound_record_has_nothing_to_say() -> None:
    assert said(terms=[HELD | {"person": "ann", "start": "2012", "end": "2014"}]) == ()
    assert defects(opened(SMALL), where(opened(SMALL), Lens(body="rtu"))) == Defects()
    assert defects(opened(SMALL), where(opened(SMALL), Lens())) == Defects()


def test_a_term_that_ends_before_it_starts_is_named_by_its_row() -> None:
    assert said(terms=[HELD | {"person": "ann", "start": "2014-05-01", "end": "2013"}]) == (
        "The term of Ann ends in 2013, before it starts on 1 May 2014, and counts on no day (terms b/s/ann/2014-05-01)",
    )


def test_where_a_source_gives_the_line_it_stands_with_the_row() -> None:
    cited = {"table": "terms", "row": "b/s/ann/2014", "source": "page", "place": "terms.csv, line 7"}
    (found,) = said(
        terms=[HELD | {"person": "ann", "start": "2014", "end": "2013"}], sources=SOURCES, citations=[cited]
    )
    assert found.endswith("(terms b/s/ann/2014, found in terms.csv, line 7)")


def test_an_end_that_may_be_after_the_start_is_no_contradiction() -> None:
    assert said(terms=[HELD | {"person": "ann", "start": "2014-05-01", "end": "2014"}]) == ()


def test_a_term_that_was_lost_at_a_contest_before_it_began_contradicts_itself() -> None:
    contest = {"contest": "old", "body": "b", "section": "s", "date": "2011-01-01"}
    (found,) = said(contests=[contest], terms=[HELD | {"person": "ann", "start": "2014", "ended_by": "old"}])
    assert "ends on 1 January 2011, before it starts in 2014" in found


def test_two_holders_of_the_same_seat_at_once_are_named_both() -> None:
    claims = [
        HELD | {"person": "ann", "start": "2010", "end": "2012"},
        HELD | {"person": "bob", "start": "2012-01-01", "replaces": "ann"},
        HELD | {"person": "cat", "start": "2012-06-01", "replaces": "ann"},
    ]
    assert said(terms=claims) == (
        "Bob (terms b/s/bob/2012-01-01) and Cat (terms b/s/cat/2012-06-01) are said to hold the seat of Ann at the same time",
    )


def test_a_seat_that_passes_on_or_was_left_twice_is_claimed_rightly() -> None:
    held = HELD | {"person": "ann", "start": "2010", "end": "2012"}
    one = HELD | {"person": "bob", "start": "2012", "end": "2013", "replaces": "ann"}
    assert said(terms=[held, one, HELD | {"person": "cat", "start": "2013", "replaces": "ann"}]) == ()
    twice = [
        HELD | {"person": "ann", "start": "2010", "end": "2011"}, HELD | {"person": "bob", "start": "2011", "replaces": "ann"},
        HELD | {"person": "ann", "start": "2012", "end": "2013"}, HELD | {"person": "cat", "start": "2013", "replaces": "ann"},
    ]  # fmt: skip
    assert said(terms=twice) == ()


def test_more_holders_than_seats_are_told_of_the_first_such_day() -> None:
    people = {"ann": "2011", "bob": "2012-03-01", "cat": "2013-07-09", "dan": "2014"}
    (found,) = said(
        terms=[HELD | {"person": key, "start": start, "end": "2016"} for key, start in people.items()]
    )
    assert found == (
        "members had two seats, but three holders are on record, for the first time on 9 July 2013 "
        "(terms b/s/ann/2011, terms b/s/bob/2012-03-01 and terms b/s/cat/2013-07-09)"
    )


def test_holders_of_a_part_of_a_section_count_for_the_whole_of_it() -> None:
    part = {"body": "b", "section": "north", "name": "north", "parent": "s"}
    sections = [{"body": "b", "section": "s", "name": "members"}, part]
    terms = [HELD | {"person": "ann", "start": "2011"}, HELD | {"person": "bob", "start": "2011"}]
    terms.append({"body": "b", "section": "north", "person": "cat", "start": "2011-02-01"})
    rules = [RULE, {"body": "b", "section": "north", "valid_from": "2010", "seats": 1}]
    (found,) = said(sections=sections, terms=terms, rules=rules)
    assert "members had two seats, but three holders" in found
    assert said("north", sections=sections, terms=terms, rules=rules) == ()


def test_rules_that_hold_at_the_same_time_are_named_both() -> None:
    other = RULE | {"valid_from": "2012", "seats": 3}
    assert said(rules=[RULE, other]) == (
        "Two rules of members hold at the same time (rules b/s/2010 and rules b/s/2012)",
    )
    assert said(rules=[RULE | {"valid_to": "2012"}, other]) == ()


def test_a_section_of_which_nothing_says_how_many_seats_it_has_is_named() -> None:
    words = "No rule and no contest says how many seats members (sections b/s) has"
    assert said(rules=[]) == (words,)
    assert said(rules=[RULE | {"seats": None}]) == (words,)
    contest = {"contest": "c", "body": "b", "section": "s", "date": "2011", "seats": 2}
    assert said(rules=[], contests=[contest]) == ()


def test_a_body_without_sections_says_so() -> None:
    assert said(sections=[], rules=[]) == (
        "Board has no sections on record, so that it has no seats to count",
    )


@pytest.mark.parametrize(("vacancy", "words"), [
    ({"start": "2008", "end": "2011"}, "begins in 2008 and ends in 2011, which is longer than the section had seats (vacancies b/s/2008)"),
    ({"start": "2013"}, "begins in 2013 and has no end, which is longer than the section had seats (vacancies b/s/2013)"),
    ({"start": "2013", "end": "2012"}, "ends in 2012, before it starts in 2013 (vacancies b/s/2013)"),
])  # fmt: skip
def test_a_vacancy_longer_than_its_section_or_backwards_is_named(vacancy: dict[str, str], words: str) -> None:
    (found,) = said(rules=[RULE | {"valid_to": "2015"}], vacancies=[HELD | vacancy])
    assert found.startswith("A vacancy in members ")
    assert found.endswith(words)


def test_a_vacancy_while_the_section_had_seats_is_sound() -> None:
    assert said(vacancies=[HELD | {"start": "2013"}]) == ()


def test_terms_from_before_the_first_rule_are_counted_and_the_first_is_named() -> None:
    terms = [
        HELD | {"person": "ann", "start": "2008"},
        HELD | {"person": "bob", "start": "2007-05-01", "end": "2009"},
    ]
    assert said(terms=terms) == (
        "The first rule of Board is of 2010; two terms begin before it, the first on 1 May 2007 (terms b/s/bob/2007-05-01)",
    )


def test_of_many_of_a_kind_a_few_are_named_and_the_others_counted() -> None:
    wrong = [HELD | {"person": f"p{at}", "start": "2014", "end": "2012"} for at in range(SHOWN + 4)]
    found = said(terms=wrong)
    assert len(found) == SHOWN + 1
    assert found[-1] == "4 more terms end before they start"


def test_a_body_with_more_terms_than_are_looked_at_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import db.reading.seats.faults as module

    assert LIMIT == 20_000
    monkeypatch.setattr(module, "LIMIT", 1)
    found = said(terms=[HELD | {"person": key, "start": "2012"} for key in ("ann", "bob")])
    assert found == ("Only 1 terms were looked at for contradictions",)


def test_the_notes_of_a_composition_tell_them_as_sentences() -> None:
    record = tiny(rules=[RULE], terms=[HELD | {"person": "ann", "start": "2014", "end": "2012"}])
    assert (
        "The term of Ann ends in 2012, before it starts in 2014, and counts on no day (terms b/s/ann/2014)."
        in asked(record, "composition", body="b").notes
    )


def test_rows_are_called_as_citations_call_them(tmp_path: Path) -> None:
    folder = everything(tmp_path / "all")
    again = [HELD | {"body": "rtu", "section": "estates", "person": "hal-box", "start": "2019-12-03"}]
    with (folder / "terms.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"rtu,estates,{one['person']},{one['start']},,,,,,,,,,,\n" for one in again)
    build(folder, tmp_path / "all.db")
    record, counts = connect(tmp_path / "all.db"), dict[str, int]()
    for kind, entity in (
        ("terms", "term"),
        ("rules", "rule"),
        ("vacancies", "vacancy"),
        ("sections", "section"),
        ("bloc_members", "bloc_member"),
    ):
        wanted = []
        for one in read(folder):
            if kind == one.record.FILE:
                name = name_of(one.record)
                counts[kind + name] = counts.get(kind + name, 0) + 1
                wanted.append(f"{kind} {numbered(name, counts[kind + name])}")
        ids = [number for (number,) in record.execute(f"SELECT id FROM {entity} ORDER BY id")]
        found = [words.partition(", found in ")[0] for words in row_names(record, entity, ids).values()]
        assert sorted(one for one in found if not one.startswith("candidacies")) == sorted(wanted)


def test_a_derived_term_is_called_by_its_candidacy() -> None:
    record = opened(SMALL)
    (number,) = record.execute(
        "SELECT term.id FROM term JOIN person ON person.id = person_id WHERE person.key = 'ben-ash'"
    ).fetchone()
    assert row_names(record, "term", [number]) == {number: "candidacies rtu-m-2014/ben-ash"}


def test_of_two_holders_without_an_end_neither_is_picked_in_silence() -> None:
    one_seat = [RULE | {"seats": 1}]
    terms = [HELD | {"person": "ann", "start": "2012"}, HELD | {"person": "bob", "start": "2014-03-01"}]
    assert said(rules=one_seat, terms=terms) == (
        "No end is on record of one term, taken to end where somebody else came and no seat was left: "
        "Ann on 1 March 2014 (terms b/s/ann/2012)",
    )
    contest = {"contest": "c", "body": "b", "section": "s", "date": "2014-03-01", "seats": 1}
    assert said(rules=one_seat, terms=terms, contests=[contest]) == (), "an election ends what was open"
    (both,) = said(rules=one_seat, terms=[one | {"start": "2012"} for one in terms])
    assert "members had one seat, but two holders are on record" in both


def test_the_packaged_record_of_the_nec_contradicts_itself_nowhere() -> None:
    record: sqlite3.Connection = opened(PACKAGED)
    nec = where(record, Lens(body="nec"))
    assert not defects(record, nec).contradictions
    (found,) = defects(record, nec).gaps
    assert found.startswith("No end is on record of six terms, taken to end where somebody else came")
    (then,) = defects(record, nec, "2020-03-01").gaps
    assert "Sadiq Khan in March 2018 (terms nec/fb/sadiq-khan/2012-05)" in then, (
        "when another is first attested"
    )
    (then,) = defects(record, nec, "2016-01-01").gaps
    assert "Ed Miliband in September 2015 (terms nec/leader/ed-miliband/2010-09)" in then
    assert not defects(record, nec, "2014-10-01").gaps, "what came later bears on no earlier day"


def test_of_a_day_with_more_holders_than_seats_the_first_words_of_the_composition_say_so() -> None:
    terms = [HELD | {"person": person, "start": "2012"} for person in ("ann", "bob", "cat")]
    view = asked(tiny(rules=[RULE], terms=terms), "composition", body="b")
    assert view.findings[-2:] == (
        "Members: three holders are on record for two seats on this day.",
        "The record of the Board contradicts itself; the notes name the rows.",
    )
    assert any("members had two seats, but three" in note.casefold() for note in view.notes)
    for name in ("changes", "timeline"):
        view = asked(tiny(rules=[RULE], terms=terms), name, body="b", against="2011", date="2012")
        assert view.findings[-1] == "The record of the Board contradicts itself; the notes name the rows."
        assert any("members had two seats, but three" in note.casefold() for note in view.notes)
        assert ("Members: three holders are on record for two seats in 2012." in view.findings) == (
            name == "changes"
        )


LEFT = {"scheme": "mine", "bloc": "a"}, {"scheme": "mine", "bloc": "b"}
SCHEME: dict[str, Rows] = {
    "schemes": [{"scheme": "mine", "name": "Mine"}],
    "blocs": [one | {"name": f"Side {one['bloc'].upper()}", "short": one["bloc"]} for one in LEFT],
}


def of_scheme(*members: dict[str, str], date: str | None = None) -> tuple[str, ...]:
    """The defects of a scheme with these members."""
    record = tiny(**SCHEME, bloc_members=members)
    return scheme_defects(record, 1, "Mine", date)


def test_a_scheme_that_counts_a_faction_a_person_or_a_word_twice_is_named_by_its_rows() -> None:
    a, b = LEFT
    assert of_scheme(a | {"faction": "left"}, b | {"faction": "left"}) == (
        "The scheme Mine counts Left twice, in Side A and Side B (bloc_members mine/a/left/ and bloc_members mine/b/left/)",
    )
    (found,) = of_scheme(a | {"person": "ann"}, b | {"person": "ann"})
    assert found.startswith(
        "The scheme Mine counts Ann twice, in Side A and Side B (bloc_members mine/a/ann/ "
    )
    (found,) = of_scheme(a | {"leaning": "Left"}, b | {"leaning": "left"})
    assert found.startswith("The scheme Mine counts whoever is said to be Left twice")


def test_what_a_scheme_moves_from_side_to_side_or_says_twice_alike_is_sound() -> None:
    a, b = LEFT
    assert (
        of_scheme(a | {"person": "ann", "valid_to": "2018"}, b | {"person": "ann", "valid_from": "2018"})
        == ()
    )
    assert of_scheme(a | {"faction": "left"}, a | {"faction": "left"}) == ()


def test_on_a_day_only_what_is_counted_twice_on_it_is_told() -> None:
    a, b = LEFT
    twice = a | {"faction": "left"}, b | {"faction": "left", "valid_from": "2018"}
    assert of_scheme(*twice, date="2017-01-01") == ()
    assert len(of_scheme(*twice, date="2018-01-01")) == 1
    assert len(of_scheme(*twice)) == 1


def test_an_entry_of_a_scheme_that_ends_before_it_begins_is_named() -> None:
    a, _ = LEFT
    assert of_scheme(a | {"faction": "left", "valid_from": "2020-05", "valid_to": "2019"}) == (
        "The scheme Mine counts Left in Side A until 2019, before it begins to, May 2020 (bloc_members mine/a/left/2020-05)",
    )


def test_of_many_entries_counted_twice_a_few_are_named() -> None:
    a, b = LEFT
    members = [side | {"person": f"p{at}"} for at in range(SHOWN + 2) for side in (a, b)]
    found = of_scheme(*members)
    assert len(found) == SHOWN + 1
    assert found[-1] == "The scheme Mine counts two more twice"
