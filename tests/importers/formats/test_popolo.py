"""Popolo JSON: seats with partial dates and reasons, candidacies, every identifier, parties that are no bodies; JSON made to do harm."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from records import PACKAGED, SMALL, built, opened
from sources import FUZZ, check, facts, file, only, refused, sentences, spoiled, taken

from db.ledger import importing, writable
from importers.file import File
from importers.formats import popolo, read
from importers.intake import gather
from importers.popolo import write
from importers.review.decisions import Decisions
from importers.review.onrecord import OnRecord
from importers.review.planning import plan
from importers.storage.storing import Making, store

UUID = "93fb5acd-67f1-4aa2-a8b3-1f4f53b6cc52"
WHOLE: dict[str, Any] = {
    "persons": [
        {"id": UUID, "name": "Ada Oak", "sort_name": "Oak, Ada", "gender": "female",
         "identifiers": [{"scheme": "wikidata", "identifier": "Q7"}, {"scheme": "parl", "identifier": "77"}],
         "other_names": [{"name": "Ada Elm", "note": "maiden name"}, {"name": "Ada Oak"}]},
        {"id": "p2", "other_names": [{"given_name": "Benny", "family_name": "Ash"}, {"note": "Main", "given_name": "Ben", "family_name": "Ash"}]},
    ],
    "organizations": [
        {"id": "h", "name": "House of Made-up", "classification": "legislature"},
        {"id": "party/left", "name": "Left", "classification": "party"},
    ],
    "areas": [{"id": "a1", "name": "Hill"}],
    "posts": [{"id": "seat", "label": "Member for Dale", "organization_id": "h", "area": {"name": "Dale"}}],
    "events": [{"id": "t/1", "classification": "legislative period", "start_date": "2010-05-06", "end_date": "2015-03-30"}],
    "memberships": [
        {"person_id": UUID, "organization_id": "h", "area_id": "a1", "on_behalf_of_id": "party/left", "role": "member",
         "legislative_period_id": "t/1", "end_date": "2012-08"},
        {"person_id": "p2", "post_id": "seat", "start_date": "2011", "start_reason": "by_election", "end_reason": "changed_party"},
        {"person_id": "p2", "organization_id": "party/left", "role": "member"},
    ],
}  # fmt: skip


def changed(**lists: object) -> str:
    """The file with some of its lists replaced."""
    return json.dumps({**WHOLE, **lists})


def seats(text: str) -> list[tuple[str, ...]]:
    """Name, section, start and end of every seat."""
    return [
        (one.name, one.section, one.start, one.end)
        for result in read(file(text)).results
        for one in result.seats
    ]


def test_memberships_of_a_body_become_seats_with_post_or_area_faction_and_reasons() -> None:
    result = only(changed())
    ada, ben = result.seats
    assert (ada.name, ada.body, ada.section, ada.faction) == ("Ada Oak", "House of Made-up", "Hill", "Left")
    assert (ben.section, ben.start, ben.end, ben.faction) == ("Member for Dale", "2011", "", "")
    assert (ben.how_gained, ben.why_ended) == ("by-election", "changed party")
    assert facts(result) == {"body": "House of Made-up"}
    assert (ada.origin, ben.origin) == ("memberships 1", "memberships 2")


def test_a_membership_without_dates_lasts_for_its_legislative_period() -> None:
    assert seats(changed())[0][2:] == ("2010-05-06", "2012-08")
    bare = {"person_id": "p2", "organization_id": "h", "start_date": "1970-01"}
    assert seats(changed(memberships=[bare])) == [("Ben Ash", "", "1970-01", "")]


def test_a_person_keeps_every_identifier_and_other_name_and_the_gender_that_is_stated() -> None:
    ada, ben = only(changed()).seats
    assert ada.identifiers == (("wikidata", "Q7"), ("parl", "77"), ("uuid", UUID))
    assert (ada.sort_name, ada.gender, ada.other_names) == ("Oak, Ada", "f", ("Ada Elm",))
    assert (ben.name, ben.sort_name, ben.gender, ben.other_names) == (
        "Ben Ash",
        "Ash, Ben",
        "",
        ("Benny Ash",),
    )
    assert ben.identifiers == ()


def test_ids_that_were_merged_into_a_person_are_kept() -> None:
    people = [
        {"id": "uk.org.publicwhip/person/1", "name": "Ada Oak"},
        {"id": "uk.org.publicwhip/person/2", "redirect": "uk.org.publicwhip/person/1"},
        {"id": "uk.org.publicwhip/person/3", "redirect": "uk.org.publicwhip/person/2"},
        {"id": "uk.org.publicwhip/person/1x", "redirect": "uk.org.publicwhip/person/1x"},
    ]
    held = [{"person_id": "uk.org.publicwhip/person/1", "organization_id": "h"}]
    (ada,) = only(changed(persons=people, memberships=held)).seats
    assert ada.identifiers == tuple(("uk.org.publicwhip/person", number) for number in "123")


def test_two_persons_of_one_name_stay_two() -> None:
    people = [
        {"id": "jane-1", "name": "Jane Thomas"},
        {"id": "jane-2", "name": "Jane Thomas"},
        {"id": "p", "name": "Ada"},
    ]
    held = [{"person_id": one["id"], "organization_id": "h"} for one in people]
    reading = read(file(changed(persons=people, memberships=held)))
    told = [one.identifiers for one in reading.results[0].seats]
    assert told == [(("popolo", "jane-1 Jane Thomas"),), (("popolo", "jane-2 Jane Thomas"),), ()]
    assert [place for place, _ in reading.doubts] == ["persons 1", "persons 2"]


def test_an_unknown_party_is_none_and_a_part_of_a_name_is_no_name() -> None:
    people = [{"id": "p", "name": "Ada Oak", "given_name": "Ada", "other_names": [{"given_name": "Addie"}]}]
    parties = [*WHOLE["organizations"], {"id": "party/unknown", "name": "Unknown"}]
    held = [{"person_id": "p", "organization_id": "h", "on_behalf_of_id": "party/unknown"}]
    (ada,) = only(changed(persons=people, organizations=parties, memberships=held)).seats
    assert (ada.name, ada.other_names, ada.faction) == ("Ada Oak", (), "")


def test_a_switch_of_party_is_two_seats_one_after_the_other() -> None:
    held = [
        {"person_id": "p2", "post_id": "seat", "on_behalf_of_id": "party/left", "end_date": "2011-03-01", "end_reason": "changed_party"},
        {"person_id": "p2", "post_id": "seat", "start_date": "2011-03-01", "start_reason": "changed_party"},
    ]  # fmt: skip
    first, second = only(changed(memberships=held)).seats
    assert (first.end, first.faction, second.start, second.faction) == (
        "2011-03-01",
        "Left",
        "2011-03-01",
        "",
    )


def test_members_of_parties_hold_no_seats_and_are_told() -> None:
    assert ("memberships", "Found 1 memberships of parties, which are no seats; they were left out.") in read(
        file(changed())
    ).doubts


def test_candidates_become_the_contest_of_their_election_and_post() -> None:
    more = {"votes": 812, "rank": 1, "outcome": "elected", "event_id": "e"}
    held = [
        {
            "person_id": UUID,
            "post_id": "seat",
            "role": "candidate",
            "on_behalf_of_id": "party/left",
            "slatewatch": more,
        },
        {
            "person_id": "p2",
            "post_id": "seat",
            "role": "Candidate",
            "election": {"id": "e"},
            "elected": False,
        },
    ]
    events = [
        {
            "id": "e",
            "name": "Dale 2014",
            "start_date": "2014-08-20",
            "identifiers": [{"scheme": "x", "identifier": "9"}],
        }
    ]
    result = only(changed(memberships=held, events=events))
    told = [(one.name, one.votes, one.rank, one.slate, one.outcome) for one in result.candidates]
    assert told == [("Ada Oak", 812, 1, "Left", "elected"), ("Ben Ash", None, None, "", "not elected")]
    assert facts(result) == {
        "body": "House of Made-up", "section": "Member for Dale", "date": "2014-08-20", "contest": "x:9",
    }  # fmt: skip
    assert result.seats == ()


def test_memberships_inside_persons_and_organizations_count() -> None:
    inside = {
        "persons": [
            {"id": "p", "name": "Ada Oak", "memberships": [{"organization_id": "h", "start_date": "2001"}]}
        ],
        "organizations": [
            {"id": "h", "name": "House", "memberships": [{"person": {"name": "Ben Ash"}}], "posts": []}
        ],
    }
    assert sorted(seats(json.dumps(inside))) == [("Ada Oak", "", "2001", ""), ("Ben Ash", "", "", "")]


def test_what_leads_nowhere_or_is_no_date_is_told_with_its_place() -> None:
    held = [
        {"person_id": "nobody", "organization_id": "h"},
        {"person_id": "p2", "organization_id": "nowhere"},
        {"person_id": "p2", "organization_id": "h", "start_date": "May 2010", "end_date": "1970-00-00"},
        {
            "person_id": "p2",
            "organization_id": "h",
            "start_date": "2015-01-01T10:00:00Z",
            "end_date": "2014-02",
        },
        ["no object"],
    ]
    reading = read(file(changed(memberships=held)))
    whole = "\n".join(f"{place}: {words}" for place, words in reading.doubts)
    assert "memberships 1: Found no person with a name" in whole
    assert "memberships 2: Found no body with a name" in whole
    assert "memberships 5: Found list, expected an object" in whole
    (result,) = reading.results
    assert "memberships 3: Found 'May 2010' as start_date" in sentences(result)
    assert "memberships 4: Found an end in 2014-02 before the start in 2015-01-01." in sentences(result)
    assert [(one.start, one.end) for one in result.seats] == [("", "1970"), ("2015-01-01", "2014-02")]


def test_figures_that_cannot_be_are_doubts_and_no_values() -> None:
    more = {"votes": -5, "rank": 0, "share": "1e999", "outcome": "victorious"}
    held = [{"person_id": "p2", "organization_id": "h", "role": "candidate", "slatewatch": more}]
    result = only(changed(memberships=held))
    (ben,) = result.candidates
    assert (ben.votes, ben.rank, ben.share, ben.outcome) == (None, None, None, "")
    assert "Found '-5', expected a number of votes" in sentences(result)


def test_it_is_known_by_its_lists_and_not_by_being_json() -> None:
    assert popolo.sure(file(changed())) > 0.5
    for other in ('{"persons": 1}', '[{"ballot_paper_id": "x", "person_id": 1}]', "persons, memberships", ""):
        assert popolo.sure(file(other)) < 0.5


def test_what_is_no_popolo_is_refused_with_a_sentence() -> None:
    for text in (
        "[]",
        "{}",
        '"memberships"',
        "nonsense",
        '{"memberships": []}',
        '{"memberships": {"a": 1}}',
        "[" * 10_000,
        '{"persons":' * 10_000,
    ):
        refused(text, "popolo")
    deep = changed(memberships=[{"person": "x"}]).replace('"x"', "[" * 5000 + "]" * 5000)
    assert "nested" in refused(deep, "popolo") or "membership" in refused(deep, "popolo")


def test_words_from_outside_are_cleaned() -> None:
    people = [{"id": "p", "name": "Ada\x1b[31m \u202eOak\n"}]
    (ada,) = only(changed(persons=people, memberships=[{"person_id": "p", "organization_id": "h"}])).seats
    assert ada.name == "Ada Oak"


@FUZZ
@given(spoiled([changed().encode()]))
def test_spoiled_files_are_read_soundly_or_refused(data: bytes) -> None:
    taken(data, "popolo")


ODD = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=5)
    | st.just([])
    | st.just({})
    | st.just([1])
)


@FUZZ
@given(st.sampled_from(list(WHOLE)), st.integers(0, 2), st.integers(0, 8), ODD)
def test_a_field_of_any_type_is_read_soundly_or_refused(
    kind: str, row: int, column: int, odd: object
) -> None:
    whole = json.loads(changed())
    thing = whole[kind][row % len(whole[kind])]
    thing[list(thing)[column % len(thing)]] = odd
    taken(json.dumps(whole).encode(), "popolo")


def written(record: Path, place: Path) -> File:
    """The Popolo file of a record."""
    write(opened(record), place / "record.json")
    return File("record.json", (place / "record.json").read_bytes())


def test_a_record_that_was_written_reads_as_the_same_persons_terms_and_factions(tmp_path: Path) -> None:
    connection = opened(PACKAGED)
    reading = read(written(PACKAGED, tmp_path))
    check(reading)
    assert reading.format == "popolo"
    held = {
        (one.name, one.body, one.section, one.faction) for result in reading.results for one in result.seats
    }
    query = """
        SELECT person.name, body.name, section.name, coalesce(faction.name, '') FROM term
        JOIN person ON person.id = term.person_id JOIN section ON section.id = term.section_id JOIN body ON body.id = section.body_id
        LEFT JOIN candidacy ON candidacy.id = candidacy_id LEFT JOIN faction ON faction.id = slate_id
    """
    assert held == set(connection.execute(query))
    stood = [
        (one.name, one.votes, one.slate, one.outcome or "unknown", result.fact("date"))
        for result in reading.results for one in result.candidates
    ]  # fmt: skip
    query = """
        SELECT person.name, votes, coalesce(faction.name, ''), outcome, contest.date FROM candidacy
        JOIN person ON person.id = person_id JOIN contest ON contest.id = contest_id LEFT JOIN faction ON faction.id = slate_id
    """
    assert sorted(map(repr, stood)) == sorted(
        repr((name, int(votes) if votes is not None and votes == int(votes) else votes, *rest))
        for name, votes, *rest in connection.execute(query)
    )


def test_the_same_record_is_written_in_the_same_bytes_and_is_json_by_the_line(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    one, other = written(SMALL, tmp_path).data, written(SMALL, tmp_path / "again").data
    assert one == other
    whole = json.loads(one)
    assert list(whole) == ["persons", "organizations", "posts", "events", "memberships"]
    assert len(one.splitlines()) == sum(map(len, whole.values())) + 2 * len(whole) + 2
    for membership in whole["memberships"]:
        assert {"person_id", "organization_id", "post_id", "role"} <= set(membership)


def test_what_is_read_is_stored_with_dates_identifiers_and_other_names(tmp_path: Path) -> None:
    connection = writable(Path(shutil.copy(built(SMALL), tmp_path / "own.db")))
    record, decisions = OnRecord(connection), Decisions()
    intake = gather((file(changed(), "people.json"),))
    proposed = plan(record, intake, decisions)
    with importing(connection, "people.json", "", "") as ledger:
        store(ledger, proposed, decisions, intake.origins, Making())
    query = """
        SELECT start, "end", section.name FROM term JOIN person ON person.id = person_id
        JOIN section ON section.id = section_id WHERE person.name = 'Ada Oak' AND section.name = 'Hill'
    """
    assert connection.execute(query).fetchall() == [("2010-05-06", "2012-08", "Hill")]
    assert ("wikidata", "Q7") in connection.execute("SELECT scheme, value FROM identifier").fetchall()
    assert connection.execute("SELECT name FROM alias WHERE name = 'Ada Elm'").fetchone()
    assert not plan(OnRecord(connection), intake, decisions).changes
