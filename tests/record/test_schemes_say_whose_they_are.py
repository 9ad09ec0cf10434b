"""The schemes of the record are other people's judgements: each says whose, and nothing in it is without a page that says so."""

from collections import Counter

import pytest

from .tables import Row, key_of, keyed, listed, table

SCHEMES = [row["scheme"] for row in table("schemes")]
BY_PERSON = ["new-statesman-2016", "labourlist-2020"]


def members(scheme: str) -> list[Row]:
    """What a scheme puts into its blocs."""
    return [row for row in table("bloc_members") if row["scheme"] == scheme]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_scheme_says_whose_judgement_it_is_and_has_at_least_two_sides(scheme: str) -> None:
    """No scheme is nobody's, and one side alone tells nothing."""
    assert keyed("schemes")[scheme]["whose"]
    assert len([row for row in table("blocs") if row["scheme"] == scheme]) >= 2


def test_everything_in_a_bloc_rests_on_a_page() -> None:
    """A page that was read, not only our own word."""
    pages = {row["source"] for row in table("sources") if row["kind"] == "published"}
    bare = [
        key_of("bloc_members", row) for row in table("bloc_members") if not pages & {*listed(row["sources"])}
    ]
    assert [key for key in bare if not key.startswith("wings/independent/indep/")] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_scheme_of_the_record_counts_anybody_twice(scheme: str) -> None:
    """Each faction, person and word stands in one bloc."""
    times = Counter((row["faction"], row["person"], row["leaning"]) for row in members(scheme))
    assert [who for who, number in times.items() if number > 1] == []


@pytest.mark.parametrize("scheme", BY_PERSON)
def test_a_judgement_of_persons_holds_for_a_time(scheme: str) -> None:
    """What a newspaper said of somebody one autumn is not carried on for ever."""
    assert [row["person"] for row in members(scheme) if not (row["valid_from"] and row["valid_to"])] == []


def test_the_wings_are_the_printed_ones_of_the_factions() -> None:
    """Every faction with a wing is in the bloc of it, under the sources of its row, and none without one is."""
    blocs = {
        "left": "left",
        "soft left": "soft-left",
        "centre-left": "soft-left",
        "independent": "independent",
        "right": "right",
    }
    expected = {
        (row["faction"], blocs[row["wing"]], row["sources"]) for row in table("factions") if row["wing"]
    }
    assert {
        (row["faction"], row["bloc"], row["sources"]) for row in members("wings") if row["faction"]
    } == expected


def test_the_words_of_a_scheme_are_words_of_a_statement_under_its_sources() -> None:
    """A leaning in a scheme is one that some page prints of somebody."""
    printed: dict[str, set[str]] = {}
    for row in table("alignments"):
        printed.setdefault(row["leaning"], set()).update(listed(row["sources"]))
    words = {row["leaning"]: {*listed(row["sources"])} for row in table("bloc_members") if row["leaning"]}
    assert words
    assert {word for word, sources in words.items() if sources != printed.get(word)} == set()


def test_the_thirteen_who_walked_out_are_the_left_of_labourlist() -> None:
    """The division of the day and the scheme name the same people."""
    walked = {
        row["person"]
        for row in table("division_votes")
        if row["division"] == "nec-2020-11-24" and row["vote"] == "walked out"
    }
    left = {row["person"] for row in members("labourlist-2020") if row["bloc"] == "left"}
    assert len(walked) == 13
    assert left == walked | {"ellen-morrison"}


def test_a_vacancy_is_of_a_seat_that_its_holder_had_left() -> None:
    """Nobody's seat stands empty while somebody sits in it."""
    ends = {(row["section"], row["person"]): row["end"] for row in table("terms") if row["end"]}
    wrong = [
        key_of("vacancies", row)
        for row in table("vacancies")
        if ends.get((row["section"], row["person"]), "9999") > row["start"]
    ]
    assert wrong == []
    assert all(row["end"] for row in table("vacancies"))


def test_the_votes_of_the_officers_add_up_to_the_published_count() -> None:
    """Eight against one, the chair abstaining."""
    votes = Counter(
        row["vote"] for row in table("division_votes") if row["division"] == "nec-officers-2026-01-25"
    )
    published = keyed("divisions")["nec-officers-2026-01-25"]
    counted = {"for": votes["for"], "against": votes["against"], "abstaining": votes["abstained"]}
    assert counted == {column: int(published[column]) for column in counted}
