"""What is offered where a claim is written down by keyboard."""

from __future__ import annotations

from records import PACKAGED, opened

from db.editing.claim_choices import contests_before, measures, needs_of, others, subjects
from db.reading.claims.measures import MEASURES, WHO
from db.records.claims import Claim

RESULT = "nec-clp-2018"


def keys(measure: str, contest: str = RESULT) -> list[str]:
    return [one.key for one in subjects(opened(PACKAGED), contest, measure)]


def test_every_measure_is_documented_offered_and_known_to_the_files() -> None:
    named = set(Claim.__annotations__) | {WHO, "contest or round"}
    assert [one.key for one in measures()] == list(MEASURES)
    assert all(one.hint for one in measures())
    assert {need for one in MEASURES for need in needs_of(one)} <= named


def test_a_joint_slate_is_offered_with_its_umbrellas() -> None:
    offered = keys("share")
    assert {
        "faction:clga-momentum",
        "faction:clga",
        "faction:momentum",
        "person:ann-black",
        "bloc:wings/left",
    } <= set(offered)
    assert not [key for key in offered if key.startswith("endorsed:")]


def test_those_whom_a_faction_backed_are_offered_where_seats_are_counted() -> None:
    assert "endorsed:momentum" in keys("seats", "nec-2020-november")


def test_only_persons_are_offered_where_only_persons_can_be_meant() -> None:
    assert {key.split(":")[0] for key in keys("margin")} == {"person"}


def test_a_bloc_is_compared_with_blocs_of_its_scheme_and_a_person_with_persons() -> None:
    record = opened(PACKAGED)
    blocs = {one.key for one in others(record, RESULT, "share", "bloc:wings/left")}
    assert "bloc:wings/right" in blocs and "faction:clga" in blocs
    assert not {"bloc:wings/left", "bloc:left-futures/right"} & blocs
    persons = {one.key.split(":")[0] for one in others(record, RESULT, "share", "person:ann-black")}
    assert persons == {"person"}


def test_the_contest_before_comes_first() -> None:
    offered = contests_before(opened(PACKAGED), "nec-clp-2014")
    assert [one.key for one in offered[:2]] == ["nec-clp-2012", "nec-clp-2010"]
