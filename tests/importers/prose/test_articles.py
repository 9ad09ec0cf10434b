"""Whole articles of our own: which contest a sentence belongs to, what is background, what is no part of the article."""

from __future__ import annotations

from record_of import packaged

from importers.documents.document import Cell
from importers.prose import read
from importers.results.result import Found, Result

HEAD = "Results of the elections to Labour’s national executive committee (NEC), 14 September 2026"


def results(*lines: str) -> tuple[Result, ...]:
    return read([Cell(text, f"line {number}") for number, text in enumerate(lines, 1)], packaged())


def by_contest(*lines: str) -> dict[tuple[object, object, object], dict[str, Found]]:
    """Candidates by body, section and date."""
    return {
        (one.fact("body"), one.fact("section"), one.fact("date")): {
            found.name: found for found in one.candidates
        }
        for one in results(*lines)
    }


def facts(*lines: str) -> dict[str, object]:
    """The facts of the first contest, but for where it is."""
    return {one.field: one.value for one in results(*lines)[0].facts if one.field not in ("body", "section")}


def test_each_sentence_goes_to_the_section_that_it_names_and_carries_on_until_another_is_named() -> None:
    found = by_contest(
        HEAD,
        "Jane Doe and Ann Poe were elected in the CLP section. Doe received 12,345 votes.",
        "John Roe won the youth rep post. He beat Sam Moe by 917 votes to 12.",
        "Poe, who was backed by Momentum, is a teacher.",
    )
    clp, youth = found["nec", "clp", "2026"], found["nec", "youth", "2026"]
    assert {name: one.votes for name, one in clp.items()} == {"Jane Doe": 12345, "Ann Poe": None}
    assert [one.label for one in clp["Ann Poe"].endorsements] == ["Momentum"]
    assert {name: (one.votes, one.outcome) for name, one in youth.items()} == {
        "John Roe": (917, "elected"),
        "Sam Moe": (12, "not elected"),
    }


def test_two_contests_in_one_sentence_stay_two() -> None:
    found = by_contest(
        HEAD,
        "In the CLP section John Roe was replaced by Jane Doe, and Ann Poe won one of the two places reserved for councillors, "
        "deposing Sam Moe.",
    )
    assert set(found["nec", "clp", "2026"]) == {"John Roe", "Jane Doe"}
    assert set(found["nec", "lg", "2026"]) == {"Ann Poe", "Sam Moe"}


def test_several_posts_and_as_many_winners_go_together_in_their_order() -> None:
    found = by_contest(
        HEAD,
        "The left took the youth representative and disabled representative posts, with Jane Doe and Ann Poe winning.",
    )
    assert set(found["nec", "youth", "2026"]) == {"Jane Doe"}
    assert set(found["nec", "disabled", "2026"]) == {"Ann Poe"}


def test_another_body_is_another_contest() -> None:
    found = by_contest(
        HEAD,
        "Jane Doe was elected to the CLP section.",
        "John Roe was elected to the CLP section of the national constitutional committee.",
    )
    assert set(found["nec", "clp", "2026"]) == {"Jane Doe"}
    assert set(found["ncc", "clp", "2026"]) == {"John Roe"}


def test_earlier_elections_are_contests_of_their_own_with_their_year() -> None:
    found = by_contest(
        HEAD,
        "Jane Doe was elected in the CLP section with 12,345 votes.",
        "In 2022, Doe was not elected to the CLP section.",
        "Doe, having won 6.6% of the vote in 2020, increased her share by 2.5%.",
    )
    assert found["nec", "clp", "2026"]["Jane Doe"].outcome == "elected"
    assert found["nec", "clp", "2022"]["Jane Doe"].outcome == "not elected"
    assert found["nec", "clp", "2020"]["Jane Doe"].share == 6.6
    assert found["nec", "clp", "2026"]["Jane Doe"].share is None


def test_who_comes_after_the_elected_lost_only_where_all_seats_are_filled() -> None:
    one = by_contest(
        HEAD, "Jane Doe was elected to the one CLP section seat with 9,000 votes, ahead of John Roe on 8,000."
    )
    assert one["nec", "clp", "2026"]["John Roe"].outcome == "not elected"
    several = by_contest(
        HEAD, "Jane Doe topped the poll in the CLP section and was elected, ahead of John Roe on 8,000 votes."
    )
    assert several["nec", "clp", "2026"]["John Roe"].outcome == ""


def test_a_contradiction_leaves_the_outcome_open_and_says_so() -> None:
    (one,) = results(
        HEAD, "Jane Doe was elected in the CLP section.", "Jane Doe was not elected in the CLP section."
    )
    assert one.candidates[0].outcome == ""
    assert "Jane Doe" in one.doubts[0][1]


def test_rules_and_dates_are_facts_of_the_contest() -> None:
    assert facts(
        "14 January 2026",
        "In the NEC CLP section there are nine places to be filled, at least four of which must go to women.",
        "Nominations opened on January 12th and close on 28 June. The ballot will take place in July/August.",
        "Candidates need at least five nominations from local parties.",
    ) == {
        "date": "2026",
        "seats": 9,
        "quota_rule": "at least four of which must go to women",
        "nominations_open": "2026-01-12",
        "nominations_close": "2026-06-28",
        "ballot_open": "2026-07",
        "ballot_close": "2026-08",
        "nominations_needed": "5",
    }  # fmt: skip


def test_a_day_without_a_year_is_a_doubt_where_no_year_is_known() -> None:
    (one,) = results(
        "Nominations for the NEC CLP section open on 3 February.",
        "Momentum is backing Jane Doe in the NEC CLP section.",
    )
    assert one.fact("nominations_open") is None
    assert "02-03" in one.doubts[0][1]


def test_what_is_said_of_a_group_is_told_of_it_only_where_it_is_named_in_full() -> None:
    lines = (
        "The CLGA is backing two candidates in elections to the NEC, all two of whom are sitting members.",
        "They are standing in the CLP section: the CLGA is supporting Jane Doe and Ann Poe.",
    )
    (found,) = by_contest("14 January 2026", *lines).values()
    assert [one.sitting for one in found.values()] == [True, True]
    (found,) = by_contest("14 January 2026", lines[0].replace("two", "three"), lines[1]).values()
    assert [one.sitting for one in found.values()] == [None, None]


def test_a_list_goes_on_below_the_names_of_sections() -> None:
    found = by_contest(
        HEAD, "Labour to Win announced its slate for the NEC elections:", "CLP section:", "- Jane Doe", "Councillors:", "- Ann Poe",
        "Treasurers past:", "- Sam Moe",
    )  # fmt: skip
    assert {place: {name: one.slate for name, one in rows.items()} for place, rows in found.items()} == {
        ("nec", "clp", "2026"): {"Jane Doe": "Labour to Win"},
        ("nec", "lg", "2026"): {"Ann Poe": "Labour to Win"},
    }


def test_a_list_below_a_line_is_what_the_line_says() -> None:
    found = by_contest(
        HEAD,
        "The Labour to Win slate for the CLP section is as follows:", "- Jane Doe", "- Ann Poe",
        "Elected in the CLP section:", "Jane Doe", "John Roe (Leeds East)", "More news will follow.", "Sam Moe",
    )["nec", "clp", "2026"]  # fmt: skip
    assert {name: (one.slate, one.outcome) for name, one in found.items()} == {
        "Jane Doe": ("Labour to Win", "elected"),
        "Ann Poe": ("Labour to Win", ""),
        "John Roe": ("", "elected"),
    }


def test_comments_tables_and_what_stands_on_every_page_tell_nothing() -> None:
    assert results(
        HEAD, "Contact us if Jane Doe was elected to the CLP section.", "Sign up: Jane Doe won a CLP section seat!",
        "1 Jane Doe 12,345 elected", "3 comments", "John Roe was elected to the CLP section.",
    ) == ()  # fmt: skip
    assert results(HEAD, "  1. Jon says:", "Jane Doe was elected to the CLP section.") == ()


def test_nobody_who_is_only_named_becomes_a_candidate() -> None:
    assert results(
        HEAD,
        "Keir Starmer welcomed the result in the CLP section, a victory for Starmer.",
        "Momentum strongly supported Jeremy Corbyn’s leadership. Zarah Sultana, the MP for Coventry South, wrote a post.",
        "The sitting member, Jane Doe, spoke to Tessa Poe of Open Labour.",
    ) == ()  # fmt: skip


def test_of_a_body_that_is_not_on_record_the_candidates_are_proposed_without_one() -> None:
    (one,) = results("Jane Doe beat John Roe by 590 votes to 221.", "Ann Poe was returned unopposed.")
    assert one.fact("body") is None
    assert [(found.name, found.votes) for found in one.candidates] == [
        ("Jane Doe", 590),
        ("John Roe", 221),
        ("Ann Poe", None),
    ]


def test_the_tables_of_the_document_tell_whom_the_text_means() -> None:
    table = Result("", tuple(Found(name, name, "line 9", slate=slate) for name, slate in (
        ("Jane Doe", "Left"), ("Ann Poe", "Left"), ("Zoë Moe", "Left"), ("John Roe", "Lab First"), ("Sam Soe", "Lab First"),
    )), ())  # fmt: skip
    lines = (
        HEAD,
        "The CLGA slate won two out of three places in the CLP section. Moe was not elected.",
        "Roe was backed by Labour First; Progress backed him (they did support his one fellow Labour First candidate).",
    )
    (one,) = read([Cell(text, f"line {number}") for number, text in enumerate(lines, 1)], packaged(), [table])
    assert {found.name: found.outcome for found in one.candidates if found.outcome} == {
        "Jane Doe": "elected", "Ann Poe": "elected", "Zoë Moe": "not elected",
    }  # fmt: skip
    assert {found.name: [backing.label for backing in found.endorsements] for found in one.candidates if found.endorsements} == {
        "John Roe": ["Labour First", "Progress"], "Sam Soe": ["Progress"],
    }  # fmt: skip
