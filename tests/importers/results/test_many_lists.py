"""Lists as people paste them, text by text: whatever the dress, the same candidates come out."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from documents_of import ASH, DOE, PARTS, ROE, THREE, VOTES, WITH_PARTS, only

from importers.documents import read
from importers.results.reading import results


class Case(NamedTuple):
    """A text, what its candidates are, and the fields looked at."""

    rule: str
    text: str
    fields: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


CASES = [
    Case("brackets", "Jane Doe (6,000)\nJohn Roe (3,000)\nJim McAsh (1,000)", VOTES, THREE),
    Case("brackets with shares", "Jane Doe (6,000, 60%)\nJohn Roe (3,000, 30%)\nJim McAsh (1,000, 10%)", PARTS, WITH_PARTS),
    Case("votes and share", "Jane Doe 6,000 60%\nJohn Roe 3,000 30%\nJim McAsh 1,000 10%", PARTS, WITH_PARTS),
    Case("shares in brackets", "Jane Doe: 6,000 (60.0%)\nJohn Roe: 3,000 (30.0%)\nJim McAsh: 1,000 (10.0%)", PARTS, WITH_PARTS),
    Case("long dashes", "Jane Doe — 6,000\nJohn Roe — 3,000\nJim McAsh — 1,000", VOTES, THREE),
    Case("long dashes without blanks", "Jane Doe—6,000\nJohn Roe—3,000\nJim McAsh—1,000", VOTES, THREE),
    Case("short dashes", "Jane Doe – 6,000\nJohn Roe – 3,000\nJim McAsh – 1,000", VOTES, THREE),
    Case("labels between dashes", "Jane Doe — Left — 6,000\nJohn Roe — Right — 3,000", (*VOTES, "slate"), ((DOE, 6000, "Left"), (ROE, 3000, "Right"))),
    Case("places between dashes", "Jane Doe – Oldtown – 6,000\nJohn Roe – Newtown – 3,000", (*VOTES, "words"), ((DOE, 6000, "Oldtown"), (ROE, 3000, "Newtown"))),
    Case("numbers with full stops", "1. Jane Doe 6,000\n2. John Roe 3,000\n3. Jim McAsh 1,000", ("rank", *VOTES),
         ((1, DOE, 6000), (2, ROE, 3000), (3, ASH, 1000))),
    Case("numbers with brackets", "1) Jane Doe 6,000\n2) John Roe 3,000", ("rank", *VOTES), ((1, DOE, 6000), (2, ROE, 3000))),
    Case("numbers of keys", "1️⃣ Jane Doe 6,000\n2️⃣ John Roe 3,000", ("rank", *VOTES), ((1, DOE, 6000), (2, ROE, 3000))),
    Case("pictures", "🌹 Jane Doe 6,000\n🌹 John Roe 3,000\n🌹 Jim McAsh 1,000", VOTES, THREE),
    Case("bullets", "• Jane Doe: 6,000\n• John Roe: 3,000\n• Jim McAsh: 1,000", VOTES, THREE),
    Case("stars as bullets", "* Jane Doe 6,000\n* John Roe 3,000\n* Jim McAsh 1,000", (*VOTES, "outcome"), tuple((*row, "") for row in THREE)),
    Case("hyphens as bullets", "- Jane Doe 6,000\n- John Roe 3,000\n- Jim McAsh 1,000", VOTES, THREE),
    Case("arrows", "➤ Jane Doe 6,000\n➤ John Roe 3,000\n➤ Jim McAsh 1,000", VOTES, THREE),
    Case("ticks and crosses before", "✅ Jane Doe 6,000\n❌ John Roe 3,000", (*VOTES, "outcome"), ((DOE, 6000, "elected"), (ROE, 3000, "not elected"))),
    Case("a tick behind", "Jane Doe 6,000 ✓\nJohn Roe 3,000", (*VOTES, "outcome"), ((DOE, 6000, "elected"), (ROE, 3000, ""))),
    Case("ticks at all are bullets", "✅ Jane Doe 6,000\n✅ John Roe 3,000", (*VOTES, "outcome"), ((DOE, 6000, ""), (ROE, 3000, ""))),
    Case("stars with a legend", "Jane Doe* 6,000\nJohn Roe 3,000\nJim McAsh 1,000\n* elected", (*VOTES, "outcome"),
         ((DOE, 6000, "elected"), (ROE, 3000, ""), (ASH, 1000, ""))),
    Case("stars at figures with a legend above", "* denotes elected\nJane Doe 6,000*\nJohn Roe 3,000", (*VOTES, "outcome"),
         ((DOE, 6000, "elected"), (ROE, 3000, ""))),
    Case("outcomes in brackets", "Jane Doe 6,000 (elected)\nJohn Roe 3,000 (not elected)", (*VOTES, "outcome"), ((DOE, 6000, "elected"), (ROE, 3000, "not elected"))),
    Case("outcomes in capitals", "DOE, Jane 6,000 ELECTED\nROE, John 3,000", (*VOTES, "outcome"), ((DOE, 6000, "elected"), (ROE, 3000, ""))),
    Case("elected above some", "Elected:\nJane Doe 6,000\nNot elected:\nJohn Roe 3,000\nJim McAsh 1,000", (*VOTES, "outcome"),
         ((DOE, 6000, "elected"), (ROE, 3000, "not elected"), (ASH, 1000, "not elected"))),
    Case("elected without votes", "Elected:\nJane Doe\nJohn Roe", ("name", "outcome"), ((DOE, "elected"), (ROE, "elected"))),
    Case("slates above", "Left slate:\nJane Doe 6,000\nRight slate:\nJohn Roe 3,000\nIndependents:\nJim McAsh 1,000", (*VOTES, "slate"),
         ((DOE, 6000, "Left"), (ROE, 3000, "Right"), (ASH, 1000, "Independents"))),
    Case("wings behind names", "Jane Doe Left 6,000\nJohn Roe Soft Left 3,000\nJim McAsh Ind 1,000", (*VOTES, "slate"),
         ((DOE, 6000, "Left"), (ROE, 3000, "Soft Left"), (ASH, 1000, "Ind"))),
    Case("words behind names", "DOE, Jane (Leader, Oldtown) 6,000\nROE, John (Newtown) 3,000", (*VOTES, "words"),
         ((DOE, 6000, "Leader, Oldtown"), (ROE, 3000, "Newtown"))),
    Case("side by side with commas", "Jane Doe (6,000), John Roe (3,000) and Jim McAsh (1,000)", VOTES, THREE),
    Case("side by side with semicolons", "Jane Doe 6,000; John Roe 3,000; Jim McAsh 1,000.", VOTES, THREE),
    Case("side by side behind a word", "Elected: Jane Doe (6,000), John Roe (3,000)\nNot elected: Jim McAsh (1,000)", (*VOTES, "outcome"),
         ((DOE, 6000, "elected"), (ROE, 3000, "elected"), (ASH, 1000, "not elected"))),
    Case("votes below names", "Jane Doe\n6,000\nJohn Roe\n3,000\nJim McAsh\n1,000", VOTES, THREE),
    Case("votes below labels below names", "Jane Doe\nOldtown\n6,000\nJohn Roe\nNewtown\n3,000", (*VOTES, "words"), ((DOE, 6000, "Oldtown"), (ROE, 3000, "Newtown"))),
    Case("votes first", "6,000 Jane Doe\n3,000 John Roe\n1,000 Jim McAsh", VOTES, THREE),
    Case("votes first with dashes", "6000 - Jane Doe\n3000 - John Roe\n1000 - Jim McAsh", VOTES, THREE),
    Case("dots that lead", "Jane Doe ........ 6,000\nJohn Roe ........ 3,000\nJim McAsh ....... 1,000", VOTES, THREE),
    Case("dots without blanks", "Jane Doe......6,000 (60%) elected\nJohn Roe......3,000 (30%)\nJim McAsh.....1,000 (10%)", (*PARTS, "outcome"),
         ((DOE, 6000, 60.0, "elected"), (ROE, 3000, 30.0, ""), (ASH, 1000, 10.0, ""))),
    Case("equals signs", "Jane Doe = 6,000\nJohn Roe = 3,000\nJim McAsh = 1,000", VOTES, THREE),
    Case("the word votes", "Jane Doe 6,000 votes\nJohn Roe 3,000 votes\nJim McAsh 1,000 votes", VOTES, THREE),
    Case("the word votes before", "Jane Doe, votes: 6,000\nJohn Roe, votes: 3,000", VOTES, THREE[:2]),
    Case("per cent in words", "Jane Doe 6,000 (60 per cent)\nJohn Roe 3,000 (30 per cent)", PARTS, WITH_PARTS[:2]),
    Case("blank lines between", "Jane Doe 6,000\n\nJohn Roe 3,000\n\nJim McAsh 1,000", VOTES, THREE),
    Case("totals between", "Jane Doe 6,000\nTotal Left 6,000\nJohn Roe 3,000\nJim McAsh 1,000\nTotal 10,000", VOTES, THREE),
    Case("tabs", "Name\tVotes\nJane Doe\t6,000\nJohn Roe\t3,000\nJim McAsh\t1,000", VOTES, THREE),
    Case("tabs without headings", "Jane Doe\t6,000\nJohn Roe\t3,000\nJim McAsh\t1,000", VOTES, THREE),
    Case("gains and losses", "Jane Doe 6,000 60% (+5%)\nJohn Roe 3,000 30% (-5%)", PARTS, WITH_PARTS[:2]),
    Case("quotation marks", "> Jane Doe 6,000\n> John Roe 3,000\n> Jim McAsh 1,000", VOTES, THREE),
    Case("withdrawn among them", "Jane Doe 6,000\nJohn Roe withdrawn\nJim McAsh 1,000", (*VOTES, "outcome"),
         ((DOE, 6000, ""), (ROE, None, "withdrawn"), (ASH, 1000, ""))),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.rule for case in CASES])
def test_a_list_gives_its_candidates_whatever_its_dress(case: Case) -> None:
    result = only(case.text)
    assert (
        tuple(tuple(getattr(one, field) for field in case.fields) for one in result.candidates) == case.rows
    )
    assert all(one.origin.startswith("line ") for one in result.candidates)


AS_TABLES = {"tabs", "tabs without headings"}
"""What these say is read as a table there, at places of its own."""


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.rule not in AS_TABLES], ids=lambda case: case.rule
)
def test_a_list_is_read_alike_from_a_file_without_a_name(case: Case) -> None:
    (result,) = results(read("paste", case.text.encode()))
    assert (
        tuple(tuple(getattr(one, field) for field in case.fields) for one in result.candidates) == case.rows
    )
