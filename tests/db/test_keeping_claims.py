"""Claims are kept, changed and let go of; each step can be taken back, to the byte."""

from __future__ import annotations

import sqlite3

import pytest
from records import rows_of_all, writable_copy

from db import records
from db.editing.claims import Entry, Page, checked, dropped, kept, key_for
from db.editing.stating import Figure, figure_of
from db.errors import BadRecord, Missing, SlatewatchError, Unusable
from db.ledger import undo
from db.reading.claims import claim_of_key, sources_of


@pytest.fixture
def record() -> sqlite3.Connection:
    """The small record, to be written to."""
    return writable_copy()


def lead(**changes: object) -> Entry:
    values = {
        "claim": "lead",
        "words": "a lead",
        "measure": "votes",
        "contest": "rtu-m-2014",
        "person": "ada-oak",
        "stated": 3.0,
    }
    return Entry(
        records.Claim(**{**values, **changes}),
        Page("The Paper", "A page", "https://example.org", "2014-05", "line 3"),
    )  # type: ignore[arg-type]


def cited(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    query = """
        SELECT publisher, field, value, place FROM citation JOIN source ON source.id = source_id
        WHERE entity = 'claim' ORDER BY citation.id
    """
    return connection.execute(query).fetchall()


def test_a_claim_is_kept_with_its_page_and_taken_back(record: sqlite3.Connection) -> None:
    before = rows_of_all(record)
    words, number = kept(record, [lead()])
    assert words == "the claim “a lead” was kept"
    claim = claim_of_key(record, "lead")
    assert claim is not None and (claim.words, claim.stated) == ("a lead", 3.0)
    assert sources_of(record, [claim.id])[claim.id] == ("The Paper", "2014-05")
    assert cited(record) == [("The Paper", None, None, None), ("The Paper", "words", "a lead", "line 3")]
    assert number is not None
    undo(record, number)
    assert rows_of_all(record) == before


def test_two_claims_of_one_page_share_its_source(record: sqlite3.Connection) -> None:
    kept(record, [lead(), lead(claim="other")])
    query = "SELECT count(*) FROM source WHERE address = 'https://example.org'"
    assert record.execute(query).fetchone() == (1,)


def test_a_claim_that_is_on_record_says_the_new_from_then_on_and_the_old_again_after_an_undo(
    record: sqlite3.Connection,
) -> None:
    kept(record, [lead()])
    before = rows_of_all(record)
    _, number = kept(record, [lead(stated=4.0, sources="minutes")])
    assert [claim_of_key(record, "lead").stated, cited(record)[0][0]] != [3.0, "The Paper"]  # type: ignore[union-attr]
    assert number is not None
    undo(record, number)
    assert rows_of_all(record) == before


def test_the_same_claims_again_change_nothing(record: sqlite3.Connection) -> None:
    kept(record, [lead(), lead(claim="other")], "claims.csv")
    before = rows_of_all(record)
    words, number = kept(record, [lead(), lead(claim="other")], "claims.csv")
    assert (words, number) == ("two claims found, all on record already", None)
    assert rows_of_all(record) == before


def test_a_claim_may_compare_one_that_is_kept_with_it(record: sqlite3.Connection) -> None:
    ratio = Entry(
        records.Claim(
            claim="ratio", words="twice", measure="ratio of claims", of="lead", than="lead", stated=0
        )
    )
    kept(record, [lead(), ratio], "claims.csv")
    with pytest.raises(SlatewatchError, match="The claim lead stays: the claim ratio compares it"):
        dropped(record, "lead")
    dropped(record, "ratio")
    dropped(record, "lead")
    assert claim_of_key(record, "lead") is None


def test_of_a_claim_that_is_let_go_nothing_is_cited_any_more_until_it_comes_back(
    record: sqlite3.Connection,
) -> None:
    kept(record, [lead()])
    before = rows_of_all(record)
    _, number = dropped(record, "lead")
    assert cited(record) == []
    kept(record, [lead(claim="other")])
    with pytest.raises(Unusable, match="rests on it"):
        undo(record, number)
    undo(record, number + 1)
    undo(record, number)
    assert rows_of_all(record) == before


def test_a_claim_is_judged_before_it_is_kept(record: sqlite3.Connection) -> None:
    before = rows_of_all(record)
    assert str(checked(record, lead()).verdict) == "does not hold"
    assert rows_of_all(record) == before


@pytest.mark.parametrize(("changes", "said"), [
    ({"contest": "nowhere"}, "column contest: found 'nowhere', expected the key of a contest"),
    ({"contest": None}, "column contest: found nothing, expected the contest, which votes needs"),
    ({"person": None}, "column faction: found nothing, expected a faction, bloc or person, which votes needs"),
    ({"faction": "left"}, "found faction and person, expected one of faction, bloc, person"),
    ({"stated": None}, "column stated: found nothing, expected the figure in votes"),
    ({"measure": "Steed swing", "against": "rtu-m-2014"}, "column other: found nothing, expected the other, which Steed swing needs"),
])  # fmt: skip
def test_a_claim_that_cannot_be_is_refused_with_what_was_expected(
    record: sqlite3.Connection, changes: dict[str, object], said: str
) -> None:
    before = rows_of_all(record)
    with pytest.raises(BadRecord) as problem:
        kept(record, [lead(claim="fine"), lead(**changes)._replace(stands="claims.csv, line 3")])
    assert str(problem.value).startswith("claims.csv, line 3") and said in str(problem.value)
    assert rows_of_all(record) == before


def test_what_is_not_there_is_not_dropped(record: sqlite3.Connection) -> None:
    with pytest.raises(Missing, match="no claim 'nothing'"):
        dropped(record, "nothing")
    with pytest.raises(SlatewatchError, match=r"mine\.csv: found no claim"):
        kept(record, [], "mine.csv")


def test_keys_are_made_of_who_said_it_and_what(record: sqlite3.Connection) -> None:
    key = key_for(record, "The Paper", "a lead of twelve votes, they say, and more")
    assert key == "the-paper-a-lead-of-twelve-votes-they"


@pytest.mark.parametrize(("text", "figure"), [
    ("55.2", Figure(55.2)),
    ("55.0%", Figure(55.0, decimals=1)),
    ("over 45 per cent", Figure(45.0, "over")),
    (">45%", Figure(45.0, "over")),
    ("almost 3,000 votes", Figure(3000.0, "almost")),
    ("At least 5 of 9 seats", Figure(5.0, "at least", whole=9.0)),
    ("17 to 14", Figure(17.0, versus=14.0)),
    ("3–3", Figure(3.0, versus=3.0)),
    ("−20.5", Figure(-20.5)),
    ("<= 1,000", Figure(1000.0, "at most")),
])  # fmt: skip
def test_a_figure_is_read_as_it_is_typed(text: str, figure: Figure) -> None:
    assert figure_of(text) == figure


@pytest.mark.parametrize("text", ["", "many", "5 or 6", "over", "1e5", "5 of", "[/]"])
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(SlatewatchError, match=r"^stated: found .* expected a figure such as"):
        figure_of(text)
