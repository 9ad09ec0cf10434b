"""A note on a dispute explains a finding only where the two have to do with each other."""

from __future__ import annotations

from typing import Any

import pytest
from records import asked, cell, tiny

SOURCES = [{"source": "page", "title": "Page"}, {"source": "other", "title": "Other page"}]
CONTEST = {
    "contest": "c", "body": "b", "section": "s", "status": "declared", "date": "2014-05-01", "figures": "complete",
    "method": "first past the post", "seats": 1, "unit": "members' votes", "sources": "page",
}  # fmt: skip
ANN = {"contest": "c", "person": "ann", "outcome": "elected", "votes": 50}
BOB = {"contest": "c", "person": "bob", "outcome": "not elected", "votes": 30}


def explained(
    kind: str, contest: dict[str, Any], *said: tuple[str, str], field: str, row: str = "contests c"
) -> object:
    """What explains the one finding of a kind, where two sources state values of a field, the first of them chosen."""
    of = dict(zip(("table", "row"), row.split(), strict=True))
    citations = [
        of | {"field": field, "value": value, "source": source, "chosen": chosen, "note": note}
        for (value, note), source, chosen in zip(said, ("page", "other"), (1, 0), strict=False)
    ]
    record = tiny(sources=SOURCES, contests=[CONTEST | contest], candidacies=[ANN, BOB], citations=citations)
    view = asked(record, "audit")
    (row_found,) = [one for one in view.rows if cell(view, one, "kind") == kind]
    severity, reason = cell(view, row_found, "severity"), cell(view, row_found, "reason")
    assert (severity == "error") == (reason is None)
    return reason


def test_a_dispute_in_which_the_sound_figure_is_stated_explains_the_other() -> None:
    said = (("81", "as printed"), ("80", "sum of the figures"))
    words = explained("total-against-votes", {"valid_votes": 81}, *said, field="valid_votes")
    assert words == "81: as printed; 80: sum of the figures"


@pytest.mark.parametrize(
    ("valid", "said"),
    [
        (90, (("81", "as printed"), ("80", "sum of the figures"))),
        (81, (("81", "as printed"), ("85", "given by a reader"))),
        (81, (("81", "as printed"),)),
    ],
)
def test_notes_on_other_figures_do_not_explain_a_total(valid: int, said: tuple[tuple[str, str], ...]) -> None:
    assert explained("total-against-votes", {"valid_votes": valid}, *said, field="valid_votes") is None


def test_a_dispute_on_the_papers_does_not_explain_a_turnout() -> None:
    contest = {"ballots": 100, "electorate": 400, "turnout": 38.0}
    said = (("100", "returned"), ("99", "valid ones"))
    assert explained("turnout-against-figures", contest, *said, field="ballots") is None


def test_a_margin_that_nobody_gets_right_is_not_explained_by_who_printed_it() -> None:
    field, row, kind = "votes short of election", "candidacies c/bob", "margin-against-votes"
    right, wrong = ("20", "by the votes"), ("21", "in print")
    assert explained(kind, {}, wrong, right, field=field, row=row) == "21: in print; 20: by the votes"
    assert explained(kind, {}, wrong, ("25", "elsewhere"), field=field, row=row) is None
