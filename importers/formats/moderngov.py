"""Results that councils publish as XML from ModernGov: one for each electoral area.

Source: the answers of the web service `mgWebService.asmx`, operation `GetElectionResults`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from importers.documents.document import BadFile
from importers.file import File
from importers.formats.checks import sound
from importers.formats.facts import stated
from importers.formats.format import Reading
from importers.formats.outcomes import flagged
from importers.formats.persons import person
from importers.formats.xml_data import Element, child, children, parsed, place, words
from importers.results.checking import doubts_of
from importers.results.figures import measured
from importers.results.result import Doubt, Fact, Found, Result
from importers.results.text import clean

NAME: Final = "moderngov"
TITLE: Final = "ModernGov results XML"
COUNTS: Final = (
    ("numseats", "seats"),
    ("electorate", "electorate"),
    ("turnout", "turnout"),
)
"""Elements and what they tell; a nought in them stands for a figure that was not entered."""

DAY: Final = re.compile(r"(\d\d)/(\d\d)/(\d{4})\b", re.A)
BY_ELECTION: Final = re.compile(r"\bby-? ?election\b", re.I)


def sure(file: File) -> float:
    """Sure where the elements of candidates stand in the text."""
    return 0.95 if "<candidatename" in file.start and "<numvotes" in file.start else 0.0


def read(file: File) -> Reading:
    """One result for each electoral area that has candidates.

    Raises:
        BadFile: it is no sound XML, or no results of an election.
    """
    root = parsed(file)
    election = root if child(root, "candidates") is not None else next(root.iter("{*}election"), root)
    people = children(child(election, "candidates"), "candidate")
    if not people:
        raise BadFile(
            f"{file.name}, {place(root)}: found no candidate, expected an election with candidates."
        )
    areas = {
        words(file, one, "electionareaid"): one
        for one in children(child(election, "electionareas"), "electionarea")
    }
    groups: dict[str, list[Element]] = {}
    for one in people:
        groups.setdefault(words(file, one, "electionareaid"), []).append(one)
    strays = tuple(
        (place(area), f"Found no candidate for {clean(words(file, area, 'title'))}, expected at least one.")
        for number, area in areas.items()
        if number not in groups
    )
    single = election if len(groups) == 1 and len(areas) < 2 else None
    found = tuple(
        _result(file, election, areas.get(number), single, group) for number, group in groups.items()
    )
    return Reading(NAME, found, strays)


def _result(
    file: File, election: Element, area: Element | None, single: Element | None, people: list[Element]
) -> Result:
    """The result of an area; `single` is the election where it has no other area, and so speaks of this one."""
    title = clean(words(file, election, "title"))
    read = [pair for one in people if (pair := _candidate(file, one))]
    found, unsure = flagged(
        tuple(one for one, _ in read),
        {place(one): words(file, one, "iselected") for one in people},
    )
    found, noughts = _without_noughts(found)
    told, problems = _facts(file, area, single, people[0])
    if BY_ELECTION.search(title):
        told.append(Fact("kind", "by-election", place(child(election, "title"))))
    facts, small = sound(told, found)
    section = next((str(fact.value) for fact in facts if fact.field == "section"), "")
    whole = title if section.casefold() in title.casefold() else ", ".join(filter(None, (section, title)))
    doubts = (*problems, *small, *unsure, *noughts, *(doubt for _, several in read for doubt in several))
    counts = tuple(_papers(file, area, single))
    return Result(whole, found, (*doubts, *doubts_of(found)), facts=facts, counts=counts)


def _candidate(file: File, one: Element) -> tuple[Found, tuple[Doubt, ...]] | None:
    found = person(words(file, one, "candidatename"), place(one))
    if found is None:
        return None
    votes, problem = measured(words(file, one, "numvotes"), "votes")
    second = words(file, one, "numvotes2")
    doubts = [(found.origin, problem)] if problem else []
    if second not in ("", "0"):
        doubts.append(
            (
                found.origin,
                f"Found {clean(second)[:40]!r} as second votes, expected none; they were left out.",
            )
        )
    return found._replace(votes=votes, slate=clean(words(file, one, "politicalpartytitle"))), tuple(doubts)


def _without_noughts(found: tuple[Found, ...]) -> tuple[tuple[Found, ...], tuple[Doubt, ...]]:
    """Where nobody has a vote, the noughts stand for figures that were not entered."""
    if not found or any(one.votes != 0 for one in found):
        return found, ()
    doubt = (found[0].origin, "Found 0 votes for everybody, expected the votes; they were taken as unknown.")
    return tuple(one._replace(votes=None) for one in found), (doubt,)


def _facts(
    file: File, area: Element | None, single: Element | None, first: Element
) -> tuple[list[Fact], list[Doubt]]:
    told = [stated("section", words(file, area, "title") or words(file, first, "areatitle"), place(first))]
    for name, field in COUNTS:
        text, where = next(
            (
                (text, place(child(at, name)))
                for at in (area, single)
                if (text := words(file, at, name)) not in ("", "0")
            ),
            ("", ""),
        )
        told.append(stated(field, text, where))
    for name in ("endvotedatetime", "startvotedatetime"):
        if day := DAY.match(words(file, area, name)):
            told.append(stated("date", f"{day[3]}-{day[2]}-{day[1]}", place(child(area, name))))
            break
    facts = [one.fact for one in told if one.fact]
    return facts, [one.doubt for one in told if one.doubt]


def _papers(file: File, area: Element | None, single: Element | None) -> Iterator[Fact]:
    """Ballot papers given out, and those that did not count, of all kinds together."""
    for at in (area, single):
        issued = stated(
            "ballots", words(file, at, "numballotpapersissued"), place(child(at, "numballotpapersissued"))
        )
        if issued.fact and issued.fact.value:
            yield issued.fact._replace(field="issued")
            break
    spoilt = children(child(area, "spoiledvotes"), "spoiledvote")
    told = [stated("ballots", words(file, one, "numvotes"), place(one)).fact for one in spoilt]
    numbers = [fact.value for fact in told if fact and isinstance(fact.value, int)]
    if spoilt and len(numbers) == len(spoilt):
        yield Fact("spoilt", sum(numbers), place(spoilt[0]))
