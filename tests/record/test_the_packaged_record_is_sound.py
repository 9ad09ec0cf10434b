"""The packaged record hangs together: a reader may follow every key, trust every word of the vocabulary."""

import re
from collections import Counter

import pytest

from .tables import KEYS, RECORD, Row, key_of, keyed, listed, table

TABLES = sorted(path.stem for path in RECORD.glob("*.csv"))
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
DATED = {"date", "date_end", "start", "end", "valid_from", "valid_to", "founded", "dissolved"}
DATED |= {"nominations_open", "nominations_close", "ballot_open", "ballot_close"}
REFERENCES = {
    "person": "persons",
    "replaces": "persons",
    "contest": "contests",
    "ended_by": "contests",
    "faction": "factions",
    "member_of": "factions",
    "slate": "factions",
    "round": "rounds",
    "body": "bodies",
    "division": "divisions",
    "source": "sources",
    "scheme": "schemes",
}
UNITS = {
    "members' votes",
    "councillors' votes",
    "MPs' votes",
    "delegates' votes",
    "first preferences",
    "votes",
}
VOCABULARY = {
    ("candidacies", "outcome"): {"elected", "not elected", "withdrawn", "pending", "unknown"},
    ("candidacies", "sitting"): {"", "0", "1"},
    ("contests", "unit"): UNITS | {"percent", ""},
    ("contests", "kind"): {"regular", "by-election", "additional", "composite"},
    ("contests", "status"): {"announced", "nominating", "voting", "declared"},
    ("contests", "figures"): {"complete", "partial", "none"},
    ("endorsements", "sought"): {"", "0", "1"},
    ("rules", "voting"): {"0", "1"},
    ("terms", "voting"): {"", "0", "1"},
    ("divisions", "kind"): {"vote", "estimate", "attendance", "composition"},
    ("sources", "kind"): {"published", "derived", "unsourced"},
    ("persons", "gender"): {"", "f", "m"},
    ("citations", "chosen"): {"0", "1"},
}
KINDS = {"umbrella", "organisation", "slate", "label", "independent", "trade union", "person"}
WHOLE = {"votes", "rank", "seats", "electorate", "ballots", "valid_votes", "nominations", "for", "against"}


def strangers(rows: list[Row], column: str, name: str) -> list[str]:
    """The values of a column that are no key of the table they point to."""
    return [row[column] for row in rows if row.get(column) and row[column] not in keyed(name)]


@pytest.mark.parametrize("name", sorted(KEYS))
def test_a_key_names_one_row(name: str) -> None:
    """Whoever cites a row by its key means exactly one (an alignment may name several factions)."""
    several = {"alignments", "memberships"}
    times = Counter(
        key_of(name, row) + (row["faction"] + row.get("valid_from", "") if name in several else "")
        for row in table(name)
    )
    assert [key for key, count in times.items() if count > 1] == []


def test_a_term_is_named_by_one_key() -> None:
    """No two terms are told apart only by their notes."""
    times = Counter(key_of("terms", row) for row in table("terms"))
    assert [key for key, count in times.items() if count > 1] == []


@pytest.mark.parametrize("name", TABLES)
def test_every_key_leads_somewhere(name: str) -> None:
    """A person, contest, faction, body, round or source that a row names is in the record."""
    own = {"sources": "source"}.get(name)
    lost = [
        (column, strangers(table(name), column, to)) for column, to in REFERENCES.items() if column != own
    ]
    assert [pair for pair in lost if pair[1]] == []


@pytest.mark.parametrize("name", [name for name in TABLES if name != "sources"])
def test_every_named_source_is_listed(name: str) -> None:
    """Each row's sources can be looked up."""
    columns = ("sources", "gender_sources")
    named = {key for row in table(name) for column in columns for key in listed(row.get(column, ""))}
    assert named - keyed("sources").keys() == set()


def test_every_person_of_an_event_is_known() -> None:
    """The persons of an event are keys too."""
    named = {key for row in table("events") for key in listed(row["persons"])}
    assert named - keyed("persons").keys() == set()


@pytest.mark.parametrize("name", ["contests", "rules", "terms", "vacancies", "alignments", "events"])
def test_every_section_belongs_to_its_body(name: str) -> None:
    """A section is a key within its body."""
    pairs = {f"{row['body']}/{row['section']}" for row in table(name) if row["section"]}
    assert pairs - keyed("sections").keys() == set()


@pytest.mark.parametrize("name", TABLES)
def test_dates_are_as_exact_as_known_and_no_more(name: str) -> None:
    """A date is a year, a month or a day."""
    values = [row[column] for row in table(name) for column in DATED & row.keys() if row[column]]
    assert [value for value in values if not DATE.fullmatch(value)] == []


@pytest.mark.parametrize(("name", "column"), sorted(VOCABULARY))
def test_words_are_of_the_vocabulary(name: str, column: str) -> None:
    """Only words that the loader knows are used."""
    assert {row[column] for row in table(name)} - VOCABULARY[name, column] == set()


@pytest.mark.parametrize("name", TABLES)
def test_numbers_are_numbers(name: str) -> None:
    """Figures carry no words, no commas; percentages may have a point."""
    cells = [(column, row[column]) for row in table(name) for column in WHOLE & row.keys()]
    words = {"rules": {"electorate"}, "claims": {"against"}}.get(name, set())  # keys, and who could vote
    figures = [value for column, value in cells if value and column not in words]
    assert [value for value in figures if not re.fullmatch(r"\d+(\.\d+)?", value)] == []


def test_no_more_are_elected_than_there_are_seats() -> None:
    """Seats bound the elected wherever both are known."""
    elected = Counter(row["contest"] for row in table("candidacies") if row["outcome"] == "elected")
    contests = keyed("contests")
    assert [key for key, count in elected.items() if 0 < int(contests[key]["seats"] or 0) < count] == []


def test_complete_figures_are_complete() -> None:
    """Where a table is called whole, every candidate has votes; where none are known, none has."""
    contests = keyed("contests")
    cells = [(contests[row["contest"]]["figures"], bool(row["votes"])) for row in table("candidacies")]
    assert ("complete", False) not in cells
    assert ("none", True) not in cells


def test_every_slate_label_resolves_to_its_slate() -> None:
    """The printed words lead to the stored faction, and are known even where the slate is left open."""
    labels = {row["alias"]: row["faction"] for row in table("faction_aliases")}
    wrong = [row for row in table("candidacies") if row["slate_label"] and row["slate_label"] not in labels]
    other = [
        row for row in table("candidacies") if row["slate"] and labels[row["slate_label"]] != row["slate"]
    ]
    assert (wrong, other) == ([], [])


def test_factions_can_be_told_apart() -> None:
    """Signs of one or two letters, short names that fit a table, nine slots, kinds of the vocabulary."""
    rows = table("factions")
    assert len({row["sign"] for row in rows}) == len(rows)
    assert sorted(row["slot"] for row in rows if row["slot"]) == list("123456789")
    assert [row["faction"] for row in rows if len(row["short"]) > 12 or len(row["sign"]) > 2] == []
    assert {row["kind"] for row in rows} <= KINDS
    assert all(re.fullmatch(r"#[0-9a-f]{6}", row["colour"]) for row in rows)


def test_no_source_is_idle_without_a_reason() -> None:
    """A source on which no row rests says that it is background reading."""
    named = {key for name in TABLES if name != "sources" for row in table(name) for key in used_by(row)}
    idle = [
        row["source"] for row in table("sources") if row["source"] not in named and row["kind"] == "published"
    ]
    assert [key for key in idle if "background" not in keyed("sources")[key]["note"]] == []


def used_by(row: Row) -> list[str]:
    """The sources that a row names."""
    return [
        *listed(row.get("sources", "")),
        *listed(row.get("gender_sources", "")),
        *listed(row.get("source", "")),
    ]
