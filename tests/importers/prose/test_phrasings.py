"""One way of saying it after another: short articles of our own, and what they state of whom."""

from __future__ import annotations

import pytest
from record_of import packaged

from importers.documents.document import Cell
from importers.prose import read
from importers.results.result import Result

HEAD = "Results of the elections to Labour’s national executive committee (NEC), 14 September 2026"
CLP = "In the NEC CLP section, "


def results(*lines: str) -> tuple[Result, ...]:
    cells = [Cell(text, f"line {number}") for number, text in enumerate((HEAD, *lines), 1)]
    return read(cells, packaged())


def told(*lines: str, field: str = "outcome") -> dict[str, object]:
    """The values of a field by name, of all results."""
    return {
        one.name: value
        for result in results(*lines)
        for one in result.candidates
        if (value := getattr(one, field)) not in (None, "", ())
    }


ELECTED = [
    ("Jane Doe was elected to the CLP section.", {"Jane Doe": "elected"}),
    ("Jane Doe, Ann Poe and John Roe were elected.", {"Jane Doe": "elected", "Ann Poe": "elected", "John Roe": "elected"}),
    ("Jane Doe, a councillor in Leeds, was comfortably re-elected.", {"Jane Doe": "elected"}),
    ("Cllr Jane Doe and Ms Ann Poe have been elected, as well as Sir John Roe.", {"Jane Doe": "elected", "Ann Poe": "elected"}),
    ("Jane Doe – who chairs her local party – won a seat.", {"Jane Doe": "elected"}),
    ("Jane Doe won election, while John Roe lost out.", {"Jane Doe": "elected", "John Roe": "not elected"}),
    ("John Roe lost his seat to Jane Doe.", {"John Roe": "not elected", "Jane Doe": "elected"}),
    ("Jane Doe lost her seat to newcomer Ann Poe.", {"Jane Doe": "not elected", "Ann Poe": "elected"}),
    ("Jane Doe defeated John Roe.", {"Jane Doe": "elected", "John Roe": "not elected"}),
    ("Jane Doe beat the incumbent, John Roe, by 1,829 votes to 917.", {"Jane Doe": "elected", "John Roe": "not elected"}),
    ("John Roe was defeated by Jane Doe.", {"John Roe": "not elected", "Jane Doe": "elected"}),
    ("Jane Doe ousted sitting member John Roe.", {"Jane Doe": "elected", "John Roe": "not elected"}),
    ("John Roe was ousted by left-winger Zoë O’Leary-Smith.", {"John Roe": "not elected", "Zoë O’Leary-Smith": "elected"}),
    ("Jane Doe was returned unopposed.", {"Jane Doe": "elected"}),
    ("John Roe is standing down.", {}),
    ("Jane Doe and Ann Poe kept their seats.", {"Jane Doe": "elected", "Ann Poe": "elected"}),
    ("Jane Doe failed to be elected.", {"Jane Doe": "not elected"}),
    ("Jane Doe was not elected, but Ann Poe was elected.", {"Jane Doe": "not elected", "Ann Poe": "elected"}),
    ("The results saw Jane Doe elected alongside Ann Poe.", {"Jane Doe": "elected", "Ann Poe": "elected"}),
    ("Three seats were filled, with Jane Doe, Ann Poe and John Roe elected.", {"Jane Doe": "elected", "Ann Poe": "elected", "John Roe": "elected"}),
    ("The election of Jane Doe was no surprise.", {"Jane Doe": "elected"}),
    ("Delegates elected Jane Doe and John Roe.", {"Jane Doe": "elected", "John Roe": "elected"}),
    ("It was sad to see Jane Doe and Ann Poe lose their seats.", {"Jane Doe": "not elected", "Ann Poe": "not elected"}),
    ("The vote saw Jane Doe return to the NEC, while also adding newcomer Ann Poe.", {"Jane Doe": "elected", "Ann Poe": "elected"}),
    ("Jane Doe, an incumbent, was unsuccessful.", {"Jane Doe": "not elected"}),
    ("John Roe was replaced by Jane Doe, and Ann Poe was elected.", {"John Roe": "not elected", "Jane Doe": "elected", "Ann Poe": "elected"}),
    ("Jane Doe is standing for re-election.", {"Jane Doe": "pending"}),
    ("Jane Doe missed out.", {"Jane Doe": "not elected"}),
    ("John Roe withdrew from the race.", {"John Roe": "withdrawn"}),
    ("Elected: Jane Doe, Ann Poe. Not elected: John Roe.", {"Jane Doe": "elected", "Ann Poe": "elected", "John Roe": "not elected"}),
    ("Jane Doe took the last place.", {"Jane Doe": "elected"}),
    ("Jane Doe, deposing John Roe, won one of the two places.", {"Jane Doe": "elected", "John Roe": "not elected"}),
    ("John Roe was replaced by Jane Doe.", {"John Roe": "not elected", "Jane Doe": "elected"}),
    ("Jane Doe retained her seat, seeing off a challenge from John Roe.", {"Jane Doe": "elected", "John Roe": "not elected"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "outcomes"), ELECTED)
def test_outcomes_are_read_in_many_wordings(words: str, outcomes: dict[str, str]) -> None:
    assert told(CLP + words[0].lower() + words[1:] if words.startswith("The ") else CLP + words) == outcomes


NOTHING = [
    "Jane Doe hopes to be elected.",
    "Jane Doe could win a seat.",
    "If Jane Doe is not re-elected, the left would lose influence.",
    "Jane Doe is expected to win a seat.",
    "Jane Doe risks losing her seat to Ann Poe.",
    "Jane Doe was elected MP for Leeds East in 2015.",
    "Jane Doe has been elected leader of the council.",
    "Jane Doe will be elected unopposed if nobody else stands.",
    "Jane Doe said members should be elected by post.",
    "Jane Doe interviewed the newly elected members.",
    "The directly elected mayor, Jane Doe, spoke.",
    "Jane Doe won 55% of the popular argument.",
    "Jane Doe took a train to the count.",
    "Contact us at Jane Doe was elected to tell us more.",
    "“I think that it would be quite wrong to say at this early stage that Jane Doe was elected,” said an aide.",
    "Whether Jane Doe or John Roe is elected depends on transfers.",
]


@pytest.mark.parametrize("words", NOTHING)
def test_hopes_other_offices_and_speeches_are_no_outcomes(words: str) -> None:
    assert told(CLP + words) == {}


VOTES = [
    ("Jane Doe received 1,829 votes.", {"Jane Doe": 1829}),
    ("Jane Doe, Ann Poe and John Roe received 30,001, 20,002 and 10,003 votes respectively.", {"Jane Doe": 30001, "Ann Poe": 20002, "John Roe": 10003}),
    ("Jane Doe (12,345), Ann Poe (11,111 votes) and John Roe (9,876) were elected.", {"Jane Doe": 12345, "Ann Poe": 11111, "John Roe": 9876}),
    ("Jane Doe beat John Roe by 1,829 votes to 917.", {"Jane Doe": 1829, "John Roe": 917}),
    ("Jane Doe was elected with 22,768 votes, ahead of John Roe on 1,829.", {"Jane Doe": 22768, "John Roe": 1829}),
    ("Jane Doe won with a majority of 1,234.", {}),
    ("Jane Doe beat out Ann Poe by 613 votes to 419.", {"Jane Doe": 613, "Ann Poe": 419}),
    ("Jane Doe won re-election, beating John Roe and Ann Poe by 703 votes to their 385 and 250.", {"Jane Doe": 703, "John Roe": 385, "Ann Poe": 250}),
    ("Jane Doe’s 1,829 to John Roe’s 917 votes settled it.", {"Jane Doe": 1829, "John Roe": 917}),
    ("Jane Doe won by more than 2,000 votes.", {}),
    ("Jane Doe polled 4,321 first preferences, with Ann Poe on 4,000.", {"Jane Doe": 4321, "Ann Poe": 4000}),
    ("There were 12,539 votes for Jane Doe and 9,000 votes for John Roe.", {"Jane Doe": 12539, "John Roe": 9000}),
    ("Jane Doe and John Roe received 1,829 votes.", {}),
    ("Jane Doe secured 50 votes and John Roe 40.", {"Jane Doe": 50}),
    ("Jane Doe has raised £12,000 and won 3 million hearts.", {}),
    ("John Roe lost to Jane Doe by 917 votes to 1,829.", {"Jane Doe": 1829, "John Roe": 917}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "figures"), VOTES)
def test_votes_go_to_whom_they_were_given(words: str, figures: dict[str, int]) -> None:
    assert told(CLP + words, field="votes") == figures


SLATES = [
    ("Jane Doe ran on the soft-left Open Labour ticket.", {"Jane Doe": "Open Labour"}),
    ("Jane Doe and John Roe stood on the Labour to Win slate.", {"Jane Doe": "Labour to Win", "John Roe": "Labour to Win"}),
    ("The Grassroots Voice slate is Jane Doe, Ann Poe and John Roe.", dict.fromkeys(("Jane Doe", "Ann Poe", "John Roe"), "Grassroots Voice")),
    ("Independent candidate Jane Doe was elected.", {"Jane Doe": "Independent"}),
    ("Jane Doe stood as an independent.", {"Jane Doe": "Independent"}),
    ("Labour to Win gained two seats, with Jane Doe and Ann Poe winning alongside John Roe.", dict.fromkeys(("Jane Doe", "Ann Poe", "John Roe"), "Labour to Win")),
    ("Labour to Win candidates Jane Doe and Ann Poe were elected.", dict.fromkeys(("Jane Doe", "Ann Poe"), "Labour to Win")),
    ("Jane Doe, backed by Momentum, was elected.", {}),
    ("Labour to Win’s candidates for CLP rep are Jane Doe and Ann Poe.", dict.fromkeys(("Jane Doe", "Ann Poe"), "Labour to Win")),
    ("The candidates for Labour to Win are Jane Doe, Ann Poe and John Roe.", dict.fromkeys(("Jane Doe", "Ann Poe", "John Roe"), "Labour to Win")),
    ("Jane Doe and Ann Poe, two other Labour to Win candidates, missed out.", dict.fromkeys(("Jane Doe", "Ann Poe"), "Labour to Win")),
    ("Labour to Win saw two of its slate elected: Jane Doe returns to the NEC, and Ann Poe joins for her first term.", dict.fromkeys(("Jane Doe", "Ann Poe"), "Labour to Win")),
    ("The group is supporting two from the Labour to Win slate and Jane Doe.", {}),
    ("Jane Doe founded the Labour to Win ticket.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "slates"), SLATES)
def test_slates_are_what_somebody_stood_on(words: str, slates: dict[str, str]) -> None:
    assert told(CLP + words, field="slate") == slates


BACKED = [
    ("Jane Doe, who was backed by Momentum, was elected.", {"Jane Doe": ["Momentum"]}),
    ("Momentum is backing Jane Doe, while Open Labour has endorsed Ann Poe and John Roe.", {"Jane Doe": ["Momentum"], "Ann Poe": ["Open Labour"], "John Roe": ["Open Labour"]}),
    ("Jane Doe’s candidacy was also endorsed by Open Labour.", {"Jane Doe": ["Open Labour"]}),
    ("Momentum-backed Jane Doe was elected.", {"Jane Doe": ["Momentum"]}),
    ("Momentum pick Jane Doe was elected.", {"Jane Doe": ["Momentum"]}),
    ("Jane Doe has the support of Unite and GMB.", {"Jane Doe": ["Unite", "GMB"]}),
    ("Jane Doe was elected despite the lack of support of Momentum.", {}),
    ("Momentum refused to back Jane Doe.", {}),
    ("The CLPD said it was recommending the nomination of Jane Doe.", {"Jane Doe": ["Campaign for Labour Party Democracy"]}),
    ("Jane Doe, a candidate not backed by Momentum but endorsed by other groups such as Red Labour, was elected.", {"Jane Doe": ["Red Labour"]}),
    ("Open Labour’s Jane Doe was returned.", {"Jane Doe": ["Open Labour"]}),
    ("Jane Doe has nominations from 217 CLPs, as well as backing from Open Labour.", {"Jane Doe": ["Open Labour"]}),
    ("Momentum strongly supported Jane Doe’s leadership.", {}),
    ("A motion backed by Momentum was carried. Jane Doe was elected.", {}),
    ("Jane Doe welcomed a plan backed by Momentum.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "backers"), BACKED)
def test_endorsements_are_whose_backing_somebody_has(words: str, backers: dict[str, list[str]]) -> None:
    found = told(CLP + words, field="endorsements")
    assert {name: [one.label for one in had] for name, had in found.items()} == backers  # type: ignore[attr-defined]


def test_a_backing_that_was_not_asked_for_says_so() -> None:
    (one,) = told(
        CLP + "Jane Doe did receive the backing of Progress, which she had not sought.", field="endorsements"
    ).values()
    assert [(backing.label, backing.sought) for backing in one] == [("Progress", False)]  # type: ignore[attr-defined]
