"""Beyond votes and outcomes: names, backers, electorates, who voted how, and the words of notes are kept.

The research itself is not part of the repository, so these tests are skipped where it is absent.
"""

import re

import pytest

from .research import FILES, FOLDERS, NEEDS_RESEARCH, accounts, researched, stored
from .tables import cited, keyed, listed, table

VOTES = {"voted for McNicol": "for", "voted for Lennie": "against", "walked out": "walked out", "": "listed"}
VOTES |= {"officers group": "listed", "voted against EHRC rule changes": "against"}
WORD = re.compile(r"(?<![\w-])[A-Za-z]{4,}(?![\w-])")
NOT_FACTS = {
    "stored",
    "text",
    "report",
    "checked",
    "published",
    "figures",
    "results",
    "folder",
    "members",
    "valid_votes",
}
pytestmark = NEEDS_RESEARCH


@pytest.mark.parametrize(("folder", "file"), [pair for pair in FILES if pair[1] == "contests.csv"])
def test_electorates_and_ballots_are_kept(folder: str, file: str) -> None:
    """Who could vote and how many papers came back stand in a column, or in the words beside it."""
    wrong = []
    for line, row in researched(folder, file):
        _, key, kept = stored(folder, file, line)
        said = {kept["electorate"], kept["electorate_words"], kept["ballots"], kept["valid_votes"]}
        for value in (row["electorate"], row["ballots_cast"]):
            if value and value not in said and value not in kept["note"]:
                wrong.append((key, value))
    assert wrong == []


def test_every_other_name_is_an_alias() -> None:
    """Spellings and inverted forms lead to the person."""
    aliases = {(row["person"], row["name"]) for row in table("aliases")}
    wrong = []
    for line, row in researched("nec-members", "persons.csv"):
        _, key, _ = stored("nec-members", "persons.csv", line)
        names = [
            re.sub(r" \(.*\)$", "", name.strip()) for name in row["other_names"].split(";") if name.strip()
        ]
        wrong += [(key, name) for name in names if (key, name) not in aliases]
    assert wrong == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_gender_is_stated_never_guessed(folder: str) -> None:
    """A stated gender is kept with its sources; nobody without a statement has one."""
    wrong = []
    for line, row in researched(folder, "candidacies.csv"):
        _, key, kept = stored(folder, "candidacies.csv", line)
        if row["gender"] and keyed("persons")[kept["person"]]["gender"] != row["gender"].lower():
            wrong.append(key)
    assert wrong == []
    assert [
        row["person"] for row in table("persons") if bool(row["gender"]) != bool(row["gender_sources"])
    ] == []


def test_who_voted_how_is_kept() -> None:
    """Each named vote, walk-out or listing is the stored one."""
    rows = [
        (row, stored("other-bodies", "snapshots.csv", line))
        for line, row in researched("other-bodies", "snapshots.csv")
    ]
    assert [key for row, (_, key, kept) in rows if kept["vote"] != VOTES[row["vote_or_role"]]] == []


def test_published_counts_of_sides_are_kept() -> None:
    """Every number of a published balance is one of the stored counts."""
    wrong = []
    for line, row in researched("other-bodies", "balances.csv"):
        _, key, kept = stored("other-bodies", "balances.csv", line)
        numbers = {row["left_or_for"], row["right_or_against"], row["swing_or_abstain"]} - {""}
        wrong += [key] if numbers - {kept["for"], kept["against"], kept["abstaining"]} else []
    assert wrong == []


def test_foundings_and_kinds_of_factions_are_kept() -> None:
    """A faction's founding and end are as researched; a refounding may stand in the note."""
    wrong = []
    for line, row in researched("other-bodies", "factions.csv"):
        _, key, kept = stored("other-bodies", "factions.csv", line)
        same_kind = row["kind"].replace("none", "independent") == kept["kind"]
        if (
            not same_kind
            or not row["founded"].startswith(kept["founded"])
            or row["dissolved"] != kept["dissolved"]
        ):
            wrong.append(key)
    assert wrong == []


def test_the_parts_of_each_faction_are_kept() -> None:
    """Whatever a faction was researched to belong to is a membership."""
    pairs = {(row["faction"], row["member_of"]) for row in table("memberships")}
    wrong = []
    for line, row in researched("other-bodies", "factions.csv"):
        _, key, _ = stored("other-bodies", "factions.csv", line)
        wrong += [(key, whole) for whole in listed(row["member_of"]) if (key, whole) not in pairs]
    assert wrong == []


@pytest.mark.parametrize("file", ["terms.csv", "snapshots.csv"])
def test_every_leaning_is_an_alignment(file: str) -> None:
    """A judgement on where a seat-holder leans is dated and kept in its words, or is a role."""
    wrong = []
    for line, row in researched("other-bodies", file):
        kept = [
            account
            for account in accounts()["other-bodies", file, line]
            if account["stored_table"] == "alignments"
        ]
        role = file == "snapshots.csv" and stored("other-bodies", file, line)[2]["role"]
        wrong += [(line, row["leaning"])] if row["leaning"] and not kept and not role else []
    assert wrong == []


@pytest.mark.parametrize(("folder", "file"), FILES)
def test_the_words_of_a_note_are_kept(folder: str, file: str) -> None:
    """A note is kept whole but for the working names in it."""
    wrong = []
    for line, row in researched(folder, file):
        name, key, kept = stored(folder, file, line)
        text = (" ".join(kept.values()) + " ".join(cited(name, key, "slate"))).lower()
        words = {word.lower() for word in WORD.findall(row.get("notes", "") + " " + row.get("facts", ""))}
        wrong += [(line, word) for word in sorted(words - NOT_FACTS) if word not in text]
    assert wrong == []
