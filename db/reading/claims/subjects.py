"""Whom a claim speaks of, and who of a contest that is."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from db.lens import Lens, Place
from db.measures.verdicts import exact
from db.reading.claims.book import Book, Figure, NotKnown, named
from db.reading.claims.claim import Claim
from db.reading.contests.poll import Candidate, Contest
from db.reading.counting.votes import as_holder
from db.view import NO_SLATE, Fact

ENDORSED = "endorsement"


class Subject(NamedTuple):
    """A faction, a bloc of a scheme, or a person."""

    kind: str
    """`faction`, `bloc` or `person`."""
    id: int
    name: str
    counting: str = "slate"


class Members(NamedTuple):
    """The candidates that a subject is in a contest."""

    certain: tuple[Candidate, ...]
    possible: tuple[Candidate, ...]
    """Those of whom the record does not say on which slate or side they stood."""


def subject_of(book: Book, claim: Claim) -> Subject:
    """Whom a claim speaks of.

    Raises:
        NotKnown: it names nobody.
    """
    found = _subject(book, claim.person, claim.faction, claim.bloc, claim.counting)
    if found is None:
        raise NotKnown("the claim names no faction, bloc or person")
    return found


def other_of(book: Book, claim: Claim) -> Subject | None:
    """Whom that is compared with; None where the claim names nobody."""
    return _subject(book, claim.rival, claim.other, claim.other_bloc, claim.counting)


def _subject(
    book: Book, person: int | None, faction: int | None, bloc: int | None, counting: str | None
) -> Subject | None:
    for kind, number in (("person", person), ("faction", faction), ("bloc", bloc)):
        if number is not None:
            name = book.connection.execute(f"SELECT name FROM {kind} WHERE id = ?", [number]).fetchone()[0]
            return Subject(kind, number, str(name), counting or "slate")
    return None


def members_of(book: Book, subject: Subject, contest: Contest) -> Members:
    """Who of a contest a subject is."""
    stood = book.candidates(contest.id)
    if subject.kind == "person":
        return Members(tuple(one for one in stood if one.person == subject.id), ())
    if subject.kind == "faction":
        return _of_faction(book, subject, contest, stood)
    grouping, bloc = book.grouping(subject.id, contest)
    people = {one.id: as_holder(one, contest) for one in stood}
    grouping.prepare(list(people.values()))
    groups = {one.id: grouping.of(people[one.id], contest.date or "").groups for one in stood}
    return Members(
        tuple(one for one in stood if groups[one.id] == (bloc,)),
        tuple(
            one for one in stood if not groups[one.id] or (bloc in groups[one.id] and len(groups[one.id]) > 1)
        ),
    )


def _of_faction(book: Book, subject: Subject, contest: Contest, stood: tuple[Candidate, ...]) -> Members:
    key = frozenset({book.factions.get(subject.id).key})

    def is_of(one: Candidate) -> bool:
        backers = [each.key for each in one.endorsements] if subject.counting == ENDORSED else []
        return book.factions.covers(key, [one.slate.key, *backers], contest.date)

    certain = tuple(filter(is_of, stood))
    open_ones = () if subject.counting == ENDORSED else tuple(one for one in stood if one.slate == NO_SLATE)
    return Members(certain, open_ones)


def votes_of(book: Book, subject: Subject, contest: Contest) -> Figure:
    """The votes of a subject.

    Whoever is not known to be of a slate or side is not counted with it: `caveat` says how many votes those have.

    Raises:
        NotKnown: a figure is missing.
    """
    members = members_of(book, subject, contest).certain
    if not members:
        raise NotKnown(f"nobody of {subject.name} is on record, {named(contest)}")
    if not any(one.votes is not None for one in book.candidates(contest.id)):
        raise NotKnown(f"no votes of candidates are on record, {named(contest)}")
    if subject.kind != "person" and contest.figures != "complete":
        raise NotKnown(
            f"the table of {named(contest)} is incomplete, so that votes of slates cannot be summed"
        )
    if silent := [one.name for one in members if one.votes is None]:
        raise NotKnown(f"the votes of {silent[0]} are not on record, {named(contest)}")
    total = sum((exact(one.votes or 0) for one in members), Fraction(0))
    facts = tuple(Fact("candidacy", one.id) for one in members)
    derived = next((why for one in members if (why := _derived(book, one))), "")
    name = f"votes of {subject.name}, {named(contest)}"
    fields = ("votes",) if subject.kind == "person" else ("votes", "slate")
    return Figure(
        name, total, total, facts, _opens(book, subject, contest, members), derived, contest.unit == "percent", fields,
        () if subject.kind == "person" else _beside(book, contest, members),
    )  # fmt: skip


def caveat(book: Book, subject: Subject, contest: Contest) -> str:
    """What is to be said of candidates whose slate or side is not known; blank where all are."""
    possible = members_of(book, subject, contest).possible
    votes = sum(one.votes or 0 for one in possible)
    if not possible or not votes:
        return ""
    return (
        f"{len(possible)} of {len(book.candidates(contest.id))} candidates, with {votes:,.0f} votes, stood on no known slate or "
        f"side, {named(contest)}, and are not counted with any"
    )


def seats_of(book: Book, subject: Subject, contest: Contest) -> Figure:
    """The seats of a subject; a range where winners' slates, or some winners, are not known.

    Raises:
        NotKnown: there is no result yet, or neither winners nor the number of seats are on record.
    """
    stood = book.candidates(contest.id)
    won = sum(one.elected for one in stood)
    if contest.status != "declared" or not (won or contest.seats):
        raise NotKnown(f"who was elected is not on record, {contest.section_name}, {named(contest)}")
    members = members_of(book, subject, contest)
    certain = [one for one in members.certain if one.elected]
    missing = max((contest.seats or won) - won, 0)
    more = sum(one.elected for one in members.possible) + missing
    facts = (Fact("contest", contest.id), *(Fact("candidacy", one.id) for one in certain))
    derived = next((f"{one.basis}" for one in stood if one.elected and one.basis), contest.basis or "")
    name = f"seats of {subject.name}, {contest.section_name}, {named(contest)}"
    beside = _beside(book, contest, certain, elected=True)
    low, high = Fraction(len(certain)), Fraction(len(certain) + more)
    return Figure(name, low, high, facts, book.opens(contest), derived, fields=("slate",), beside=beside)


def _beside(
    book: Book, contest: Contest, members: Sequence[Candidate], *, elected: bool = False
) -> tuple[Fact, ...]:
    """The candidacies of the others."""
    others = (
        one for one in book.candidates(contest.id) if one not in members and (one.elected or not elected)
    )
    return tuple(Fact("candidacy", one.id) for one in others)


def candidate_of(book: Book, person: int, contest: Contest) -> Candidate:
    """A person's candidacy in a contest.

    Raises:
        NotKnown: there is none.
    """
    found = next((one for one in book.candidates(contest.id) if one.person == person), None)
    if found is None:
        name = book.connection.execute("SELECT name FROM person WHERE id = ?", [person]).fetchone()[0]
        raise NotKnown(f"{name} is not on record as a candidate, {named(contest)}")
    return found


def _derived(book: Book, one: Candidate) -> str:
    return book.derived(Fact("candidacy", one.id), "votes")


def _opens(book: Book, subject: Subject, contest: Contest, members: tuple[Candidate, ...]) -> Place:
    if subject.kind == "person":
        return Place("candidate", Lens(person=members[0].person_key))
    return book.opens(contest)


def sides_of(book: Book, claim: Claim) -> frozenset[str]:
    """Keys of the factions that a claim is about, for the filter: named, of a bloc, or the slate that a person stood on."""
    keys = {book.factions.get(one).key for one in (claim.faction, claim.other) if one is not None}
    contest = book.contest(claim.contest) if claim.contest is not None else None
    for bloc in (claim.bloc, claim.other_bloc):
        if bloc is not None and contest is not None:
            grouping, group = book.grouping(bloc, contest)
            keys |= grouping.keys(group)
    if contest is not None:
        people = {claim.person, claim.rival}
        keys |= {one.slate.key for one in book.candidates(contest.id) if one.person in people}
    return frozenset(keys)
