"""What follows for a whole result once its candidates are known: what its total is, and what its headings say of figures."""

from __future__ import annotations

from collections.abc import Sequence

from importers.documents.document import Cell
from importers.results.columns import Columns
from importers.results.result import Fact, Result
from importers.results.tallies import NOTHING, Told
from importers.results.units import is_in_thousands, unit_of


def of_headings(header: Sequence[Cell], columns: Columns) -> Told:
    """The unit of the votes, and the year of the election, by headings."""
    found = NOTHING
    at = columns.at("votes")
    if at is not None and at < len(header):
        found = _of_votes(header[at])
    if columns.year is not None and header:
        place = next(cell.origin for cell in header if str(columns.year) in cell.text)
        found = found.beside(Told((Fact("date", str(columns.year), place),)))
    return found


def _of_votes(heading: Cell) -> Told:
    if is_in_thousands(heading.text):
        words = f"Found {heading.text!r}, expected a column of votes; its figures are in thousands and were taken as printed."
        fact = Fact("unit", "thousands of votes", heading.origin, certain=False)
        return Told((fact,), doubts=((heading.origin, words),))
    unit = unit_of(heading.text)
    return Told((Fact("unit", unit, heading.origin),)) if unit else NOTHING


def completed(result: Result) -> Result:
    """A result whose printed total is known for the valid votes where it is the sum of its candidates' votes.

    Of dates, one that only says less precisely what another says is left out.  Shares without votes may be the figures
    of a contest in percent.
    """
    dates = [str(one.value) for one in result.facts if one.field == "date"]
    facts = tuple(
        one
        for one in result.facts
        if one.field != "date" or not any(_says_more(date, str(one.value)) for date in dates)
    )
    total = next((one for one in result.counts if one.field == "total"), None)
    votes = [one.votes for one in result.candidates]
    known = any(one.field == "valid_votes" for one in facts)
    if (
        total is not None
        and not known
        and None not in votes
        and abs(sum(v or 0 for v in votes) + _of_nobody(result) - float(total.value)) < 1e-6
    ):
        facts = (*facts, total._replace(field="valid_votes", certain=True))
    shares = [one for one in result.candidates if one.share is not None]
    if shares and votes.count(None) == len(votes) and result.fact("unit") is None:
        facts = (*facts, Fact("unit", "percent", shares[0].origin, certain=False))
    return result._replace(facts=facts)


def _says_more(date: str, other: str) -> bool:
    return date != other and date.startswith(other)


def _of_nobody(result: Result) -> float:
    """Votes of the same papers for nobody who stands."""
    return sum(float(one.value) for one in result.counts if one.field == "nobody")
