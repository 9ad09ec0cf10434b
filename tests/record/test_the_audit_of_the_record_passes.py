"""The packaged record passes its own audit: no error, and every warning that remains says why it is as it is."""

from __future__ import annotations

import csv

import pytest
from records import PACKAGED, asked, column, opened

from db.questions.audit.kinds import KINDS
from db.view import View


@pytest.fixture(scope="module")
def audit() -> View:
    return asked(opened(PACKAGED), "audit")


def test_nothing_on_record_is_an_error(audit: View) -> None:
    rows = zip(column(audit, "severity"), column(audit, "row"), column(audit, "kind"), strict=True)
    assert [row for severity, *row in rows if severity == "error"] == []


def test_every_warning_is_listed_with_its_reason(audit: View) -> None:
    rows = zip(
        column(audit, "severity"),
        column(audit, "reason"),
        column(audit, "row"),
        column(audit, "kind"),
        strict=True,
    )
    assert [row for severity, reason, *row in rows if severity == "warning" and not reason] == []
    assert audit.findings[0].startswith("No error and ")
    assert audit.findings[0].endswith(" were found; all of the warnings are explained.")


def test_every_reason_on_record_explains_a_finding_and_names_its_sources(audit: View) -> None:
    found = set(zip(column(audit, "kind"), column(audit, "row"), strict=True))
    with (PACKAGED / "explanations.csv").open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    assert written
    assert [row for row in written if (row["kind"], f"{row['table']} {row['row']}") not in found] == []
    assert all(row["sources"] and row["kind"] in KINDS for row in written)


def test_the_known_slips_of_its_sources_are_among_the_findings(audit: View) -> None:
    found = set(zip(column(audit, "kind"), column(audit, "row"), strict=True))
    assert found >= {
        ("share-against-votes", "candidacies nec-clp-2001/tony-robinson"),
        ("rank-against-votes", "candidacies nec-clp-2001/ann-black"),
        ("total-against-votes", "contests nec-clp-1999"),
        ("slate-disputed", "candidacies nec-clp-2014/johanna-baxter"),
        ("rule-decided", "candidacies npf-clp-2012-em/dawn-elliott"),
        ("nothing-chosen", "contests nec-clp-2010"),
    }
