"""Nothing researched is lost: each row of the research is stored, and says the same, or says why it is not.

The research itself is not part of the repository, so these tests are skipped where it is absent.
`accounts.csv` says for each of its rows where it went.
"""

import re
from collections import Counter

import pytest

from .research import FILES, FOLDERS, NEEDS_RESEARCH, accounts, researched, stored
from .tables import Row, cited, keyed, table

OUTCOMES = {"1": "elected", "0": "not elected", "": "unknown"}
ONE_ROW_A_FACT = {"candidacies", "contests", "sources", "terms"}
PRINCIPAL = {
    "candidacies.csv": {
        "votes": "votes",
        "vote_share_pct_as_published": "share",
        "share": "share",
        "rank": "rank",
        "elected_stage": "elected_stage",
        "incumbent": "sitting",
        "nominations": "nominations",
    },
    "contests.csv": {
        "date": "date",
        "seats": "seats",
        "method": "method",
        "valid_votes": "valid_votes",
        "stv_quota": "quota",
    },
    "sections.csv": {
        "seats": "seats",
        "electorate": "electorate",
        "method": "method",
        "quota_rule": "quota_rule",
    },
    "terms.csv": {"start_date": "start", "end_date": "end", "how_gained": "how_gained"},
    "stages.csv": {"action": "action", "stage": "stage"},
    "snapshots.csv": {"section_id": "section", "organisation": "represents"},
    "events.csv": {"date": "date", "event": "words", "section_id": "section"},
    "balances.csv": {"total_members_stated": "total_members", "basis": "note"},
    "bodies.csv": {"short_name": "short"},
    "persons.csv": {"person": "name"},
    "sources.csv": {"url": "address"},
}
NOTES = {"notes": "note", "facts": "note"}
pytestmark = NEEDS_RESEARCH


def same_address(one: str, other: str) -> bool:
    """Whether two addresses differ only in what the same page may differ in."""
    plain = [
        re.sub(r"^https?://(www\.)?|[?&](amp|m=[01])$|/amp/?$", "", text).rstrip("/") for text in (one, other)
    ]
    return re.sub(r"/amp$", "", plain[0]) == re.sub(r"/amp$", "", plain[1])


def agrees(name: str, key: str, row: Row, column: str, value: str) -> bool:
    """Whether a researched value is the stored one, is part of its words, or stands cited beside it."""
    if column == "address":
        return same_address(row[column], value)
    if column in ("words", "note", "electorate"):
        return value in row[column]
    return value in {row[column], *cited(name, key, column)} or (column == "name" and value == row["name"])


@pytest.mark.parametrize(("folder", "file"), FILES)
def test_each_researched_row_has_an_account(folder: str, file: str) -> None:
    """A row that nobody accounts for would have been lost silently."""
    assert [line for line, _ in researched(folder, file) if not accounts()[folder, file, line]] == []


def test_each_account_leads_to_a_stored_row() -> None:
    """An account that leads nowhere hides a loss."""
    lost = [
        row
        for rows in accounts().values()
        for row in rows
        if row["stored_row"] not in endings(row) and not (row["reason"] and not row["stored_table"])
    ]
    assert lost == []


def endings(account: Row) -> dict[str, Row]:
    """The stored rows among which an account's row must be."""
    return keyed(account["stored_table"])


def test_two_rows_that_became_one_say_why() -> None:
    """Where several researched rows are one stored row, each account gives the reason."""
    flat = [row for rows in accounts().values() for row in rows if row["stored_table"] in ONE_ROW_A_FACT]
    times = Counter((row["stored_table"], row["stored_row"]) for row in flat)
    several = [row for row in flat if times[row["stored_table"], row["stored_row"]] > 1]
    merged = {(row["stored_table"], row["stored_row"]) for row in several if row["reason"]}
    assert {(row["stored_table"], row["stored_row"]) for row in several} == merged


@pytest.mark.parametrize(("folder", "file"), [pair for pair in FILES if pair[1] in PRINCIPAL])
def test_principal_values_are_as_researched(folder: str, file: str) -> None:
    """Dates, seats, figures, addresses and words are the stored ones or are cited beside them."""
    wrong = []
    for line, row in researched(folder, file):
        name, key, kept = stored(folder, file, line)
        for column, target in PRINCIPAL[file].items():
            value = row.get(column, "")
            if value and not agrees(name, key, kept, target, value) and not explained(kept, value):
                wrong.append((line, column, value, kept[target]))
    assert wrong == []


def explained(row: Row, value: str) -> bool:
    """Whether the row's own note or basis tells of a value that stands in no column."""
    return value in row.get("note", "") or value == "Labour First / Labour to Win"


@pytest.mark.parametrize("folder", FOLDERS)
def test_votes_and_outcomes_are_exactly_as_researched(folder: str) -> None:
    """The heart of the record: no vote and no outcome may differ, and unknown stays unknown."""
    wrong = []
    for line, row in researched(folder, "candidacies.csv"):
        _, key, kept = stored(folder, "candidacies.csv", line)
        if kept["outcome"] != OUTCOMES[row["elected"]] or (row["votes"] and row["votes"] != kept["votes"]):
            wrong.append(key)
    assert wrong == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_slates_and_endorsers_are_the_printed_ones(folder: str) -> None:
    """Each printed slate resolves to the stored faction, and each endorser is a stored endorsement."""
    labels = {row["alias"]: row["faction"] for row in table("faction_aliases")}
    wrong = []
    for line, row in researched(folder, "candidacies.csv"):
        _, key, kept = stored(folder, "candidacies.csv", line)
        backers = [
            account
            for account in accounts()[folder, "candidacies.csv", line]
            if "endorse" in account["stored_table"]
        ]
        if row["slate"] and labels[row["slate"]] != kept["slate"]:
            wrong.append((key, row["slate"]))
        if len(backers) != len([item for item in row["endorsed_by"].split(";") if item.strip()]):
            wrong.append((key, row["endorsed_by"]))
    assert wrong == []


@pytest.mark.parametrize(("folder", "file"), FILES)
def test_every_figure_in_a_researched_note_is_kept(folder: str, file: str) -> None:
    """A note may be reworded, but no number in it may go missing."""
    wrong = []
    for line, row in researched(folder, file):
        for column in NOTES.keys() & row.keys():
            kept = " ".join(stored(folder, file, line)[2].values())
            figures = re.findall(r"(?<![\w.-])\d[\d,.]*\d(?![\w-])", row[column])
            wrong += [
                (line, figure)
                for figure in figures
                if figure not in kept and figure.replace(",", "") not in kept
            ]
    assert wrong == []
