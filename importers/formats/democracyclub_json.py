"""Ballots of Democracy Club's APIs as rows with the names that the columns of its CSV have.

Three shapes are met: a ballot of developers.democracyclub.org.uk (`candidates`, alone or under `dates` and `ballots`), a
ballot of the API next (`candidacies`, `winner_count`), and a set of results of the API v0.9 (`candidate_results`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from importers.documents.document import CELL_CHARACTERS, BadFile
from importers.file import File
from importers.formats.csv_rows import Line
from importers.formats.json_data import at, parsed, plain

Object = dict[str, object]

LISTS: Final = ("candidacies", "candidates", "candidate_results")
BALLOT: Final = {
    "ballot_paper_id": ("ballot_paper_id",),
    "election_date": ("election_date", "election.election_date", "election.date"),
    "organisation_name": ("organisation_name", "election.organisation.name", "post.organization.name"),
    "post_label": ("post_label", "post_name", "post.label"),
    "seats_contested": ("seats_contested", "winner_count"),
    "voting_system": ("voting_system.name",),
    "cancelled_poll": ("cancelled_poll", "cancelled"),
    "by_election": ("by_election",),
    "total_electorate": ("total_electorate", "results.total_electorate"),
    "turnout_reported": ("turnout_reported", "num_turnout_reported", "results.num_turnout_reported"),
    "spoilt_ballots": ("spoilt_ballots", "num_spoilt_ballots", "results.num_spoilt_ballots"),
    "turnout_percentage": ("turnout_percentage", "results.turnout_percentage"),
}
"""Columns of the CSV and where a ballot may hold them, parts of a path with dots between."""

CANDIDATE: Final = {
    "person_id": ("person.ynr_id", "person.id", "membership.person.id"),
    "person_name": ("person.name", "membership.person.name"),
    "party_name": (
        "party_name",
        "party.party_name",
        "party.name",
        "on_behalf_of.name",
        "membership.on_behalf_of.name",
    ),
    "party_description_text": ("party_description_text",),
    "gender": ("person.gender",),
    "votes_cast": ("result.num_ballots", "num_ballots"),
    "elected": ("elected", "result.elected", "membership.elected", "is_winner"),
    "rank": ("result.rank", "rank"),
    "tied_vote_winner": ("result.tied_vote_winner", "tied_vote_winner"),
}


def lines(file: File) -> Iterator[Line]:
    """The candidates of every ballot in a file, and a row without a candidate for a ballot that has none.

    Raises:
        BadFile: the text is no JSON, or is nested deeper than such files are.
    """
    for place, ballot in _ballots(parsed(file), "ballot"):
        about = _taken(file, ballot, BALLOT, place)
        if not about.get("post_label"):
            inner = _taken(
                file, ballot, {"post_label": ("candidate_results.0.membership.post.label",)}, place
            )
            about |= inner
        people = _people(ballot)
        if not people:
            yield Line(place, about)
        for number, one in enumerate(people, 1):
            where = f"{place}, candidate {number}"
            if isinstance(one, dict):
                yield Line(where, about | _taken(file, one, CANDIDATE, where))


def _people(ballot: Object) -> list[object]:
    return next((found for name in LISTS if isinstance(found := ballot.get(name), list) and found), [])


def _ballots(value: object, place: str, depth: int = 0) -> Iterator[tuple[str, Object]]:
    """The objects with a ballot_paper_id, in lists, pages of results and days, not deeper."""
    if isinstance(value, dict):
        if isinstance(value.get("ballot_paper_id"), str):
            yield place, value
        elif depth < 3:
            for name in ("results", "ballots", "dates"):
                yield from _ballots(value.get(name), place, depth + 1)
    elif isinstance(value, list) and depth < 6:
        for number, one in enumerate(value, 1):
            inner = f"{place} {number}" if place == "ballot" else f"{place}.{number}"
            yield from _ballots(one, inner, depth + 1)


def _taken(file: File, value: Object, paths: dict[str, tuple[str, ...]], place: str) -> dict[str, str]:
    texts = {column: _first(value, several) for column, several in paths.items()}
    for column, text in texts.items():
        if len(text) > CELL_CHARACTERS:
            raise BadFile(
                f"{file.name}, {place}: found a {column} of {len(text):,} characters, expected at most {CELL_CHARACTERS:,}."
            )
    return {column: text for column, text in texts.items() if text}


def _first(value: Object, paths: tuple[str, ...]) -> str:
    return next((text for path in paths if (text := plain(at(value, path)))), "")
