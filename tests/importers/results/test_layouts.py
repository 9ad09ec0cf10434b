"""Columns as a user explains them: taken as they are, and known again by their headings."""

from __future__ import annotations

from documents_of import pasted, table

from importers.results.headings import OTHER
from importers.results.layouts import NAMES, layout_key
from importers.results.reading import results

ROWS = (["Who", "N", "M"], ["Jane Doe", "12", "7"], ["Jo Roe", "9", "5"])


def test_the_columns_a_user_chose_are_taken() -> None:
    (result,) = results(table(*ROWS), {layout_key(ROWS[0]): ("name", OTHER, "votes")})
    assert result.columns == ("name", "", "votes")
    assert [(one.name, one.votes) for one in result.candidates] == [("Jane Doe", 7), ("Jo Roe", 5)]


def test_a_layout_is_known_again_whatever_its_case_accents_and_blanks() -> None:
    assert layout_key(["Náme  of\tCandidate", "VOTES"]) == layout_key(["name of candidate", "Votes"])


def test_another_layout_is_read_as_before() -> None:
    rows = (["Name", "Votes"], ["Jane Doe", "12"])
    assert results(table(*rows), {layout_key(["Who", "N"]): ("votes", "name")}) == results(table(*rows))


def test_a_pasted_table_follows_the_users_choice_too() -> None:
    text = "\n".join("\t".join(row) for row in ROWS)
    (result,) = results(pasted(text), {layout_key(ROWS[0]): ("name", "previous_votes", "votes")})
    assert [(one.votes, one.previous_votes) for one in result.candidates] == [(7, 12), (5, 9)]


def test_a_table_without_headings_is_chosen_by_its_width() -> None:
    (result,) = results(
        table(["Jane Doe", "12", "7"], ["Jo Roe", "9", "5"]), {("", "", ""): ("name", "nominations", "votes")}
    )
    assert [(one.votes, one.nominations) for one in result.candidates] == [(7, 12), (5, 9)]


def test_names_with_the_surname_first_are_turned_when_the_user_says_so() -> None:
    rows = (["Name", "Votes"], ["Burr Alan Stephen", "12"], ["OAK REED Jane", "9"])
    (result,) = results(table(*rows), {layout_key(rows[0]): ("reversed", "votes")})
    assert [one.sort_name for one in result.candidates] == ["Burr, Alan Stephen", "Oak Reed, Jane"]


def test_a_choice_of_no_role_or_too_few_roles_is_read_as_nothing() -> None:
    (result,) = results(table(*ROWS), {layout_key(ROWS[0]): ("name", "nonsense")})
    assert result.columns == ("name", "", "")


def test_every_role_has_a_plain_name() -> None:
    assert all(role and words for role, words in NAMES.items())
    assert {"name", "votes", "share", "outcome", "slate", OTHER} <= set(NAMES)
