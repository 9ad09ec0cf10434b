"""The selections of a contest as candidates: a ticket of several is one row, votes for names written in are nobody's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from importers.formats.nist.report import Report
from importers.formats.nist.tree import Node
from importers.formats.persons import person
from importers.results.result import Backing, Doubt, Found
from importers.results.said import gender
from importers.results.text import clean

AFTER: Final = {"winner": "elected", "defeated": "not elected", "withdrawn": "withdrawn"}
"""`PostElectionStatus`; a projected winner and one who goes on to a runoff are neither yet."""
UNSETTLED: Final = frozenset({"projected-winner", "advanced-to-runoff"})


class Read(NamedTuple):
    """The candidate of a selection without votes, and what is doubtful; nobody where it names none."""

    found: Found | None
    doubts: tuple[Doubt, ...] = ()


def candidate(report: Report, known: Mapping[str, Node], selection: Node, *, primary: bool) -> Read:
    """The candidate of a selection.

    Args:
        report: with parties and persons.
        known: the candidates of the election by their ids.
        selection: a CandidateSelection.
        primary: whether winners are only chosen to stand; then nobody's outcome is told.
    """
    ids = selection.ids("CandidateIds")
    people = [known[one] for one in ids if one in known]
    lost = tuple(
        (selection.place, f"Found the candidate id {clean(one)[:40]!r}, expected that of a Candidate.")
        for one in ids
        if one not in known
    )
    if not people:
        return Read(None, lost)
    found = person(_name(report, people[0]), selection.place)
    if found is None:
        return Read(
            None, (*lost, (people[0].place, "Found a candidate without a name, expected a BallotName."))
        )
    outcome, problem = _outcome(people[0], selection.place, primary=primary)
    return Read(_with_words(report, found._replace(outcome=outcome), people, selection), (*lost, *problem))


def _with_words(report: Report, found: Found, people: list[Node], selection: Node) -> Found:
    one = people[0]
    persons = [report.persons[name] for name in one.ids("PersonId") if name in report.persons]
    own = [report.parties.get(name, "") for name in one.ids("PartyId")]
    backers = [report.parties.get(name, "") for name in selection.ids("EndorsementPartyIds")]
    beside = [f"with {clean(_name(report, other))}" for other in people[1:]]
    if selection.text("IsWriteIn").casefold() == "true":
        beside.append("write-in")
    incumbent = one.text("IsIncumbent").casefold()
    return found._replace(
        slate=next(filter(None, own), ""),
        words=", ".join(filter(None, (found.words, *beside))),
        sitting={"true": True, "false": False}.get(incumbent),
        gender=next((gender(each.text("Gender")) for each in persons), ""),
        endorsements=tuple(
            Backing(label, selection.place) for label in dict.fromkeys(backers) if label and label not in own
        ),
        identifiers=report.identifiers((one, *persons)),
    )


def _name(report: Report, one: Node) -> str:
    """The name on the ballot, else the person's."""
    if printed := one.words("BallotName"):
        return printed
    persons = [report.persons[name] for name in one.ids("PersonId") if name in report.persons]
    for each in persons:
        parts = (each.text("FirstName"), each.text("MiddleName"), each.text("LastName"))
        if name := each.words("FullName") or " ".join(filter(None, parts)):
            return name
    return ""


def _outcome(one: Node, place: str, *, primary: bool) -> tuple[str, tuple[Doubt, ...]]:
    status = clean(one.text("PostElectionStatus")).casefold()
    if not status:
        before = clean(one.text("PreElectionStatus")).casefold()
        return ("withdrawn" if before == "withdrawn" else ""), ()
    if primary and status in ("winner", "defeated"):
        return "", ()
    if status in AFTER:
        return AFTER[status], ()
    known = "a status that is not the end" if status in UNSETTLED else "a status that is not known"
    words = f"Found the status {status[:40]!r}, {known}, expected winner, defeated or withdrawn; no outcome was taken."
    return "", ((place, words),)
