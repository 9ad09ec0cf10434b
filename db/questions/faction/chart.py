"""A faction through time as a chart: shares of the votes, or seats won, in the sections in which it stood most often.

Where no section has two figures that can be compared, as in a record of very many, it is the seats won in each year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from db.reading.standing import Fared, Standing
from db.view import Chart, Kind, Series

LINES = 4
"""Series of a chart at the most."""

SECTIONS = 8
"""So many of the sections in which it stood most often are looked at for series."""

POINTS = 120
"""The newest contests of a section that a series goes back to."""

LEAST = 2
"""Known figures from which on a series is drawn."""

SHARES = "Share of the votes"
SEATS = "Seats won"


def chart(standing: Standing, fared: Sequence[Fared]) -> Chart | None:
    """The chart; None where there are no two figures to draw.

    Args:
        standing: the candidacies of the faction.
        fared: the contests that are listed: they say which sections matter.
    """
    shares: list[Series] = []
    seats: list[Series] = []
    sections = _sections(fared)
    for section in sections:
        held = standing.fared(standing.in_section(section, POINTS))[::-1]
        name = _name(standing, held[0])
        of_section = _shares(name, held)
        shares += of_section
        seats += () if of_section and len(sections) > 1 else _seats(name, held)
    series = (*shares, *seats)[:LINES]
    if not series:
        return _by_year(standing)
    titles = [
        title
        for title, kind in ((SHARES, Kind.SHARE), (SEATS, Kind.NUMBER))
        if kind in {one.kind for one in series}
    ]
    title = " and ".join((titles[0], *(one.lower() for one in titles[1:])))
    return Chart(f"{title}, regular contests", series, standing.faction.colour)


def _sections(fared: Sequence[Fared]) -> list[int]:
    """Sections with several regular contests, the one in which it stood most often first."""
    often = Counter(one.section_id for one in fared if one.kind == "regular")
    many: Counter[int] = Counter()
    for one in fared:
        many[one.section_id] += one.counts.candidates
    several = [section for section, contests in often.items() if contests >= LEAST]
    return sorted(several, key=lambda section: (-often[section], -many[section], section))[:SECTIONS]


def _by_year(standing: Standing) -> Chart | None:
    years = standing.years()
    if sum(won is not None for _, won in years) < LEAST:
        return None
    everywhere = "all bodies" if standing.column == "body_id" else "all sections"
    series = Series(everywhere, "seats", Kind.NUMBER, tuple(years))
    return Chart("Seats won in each year", (series,), standing.faction.colour)


def _shares(name: str, held: Sequence[Fared]) -> list[Series]:
    """The shares of one section, a series for each unit: those of different units stand on no common scale."""
    units = list(dict.fromkeys(one.unit for one in held if one.share is not None and one.unit))
    found = []
    for unit in units:
        points = tuple((one.date, one.share) for one in held if one.date and one.unit == unit)
        if sum(share is not None for _, share in points) >= LEAST:
            found.append(Series(name, _words(unit), Kind.SHARE, points))
    return found


def _seats(name: str, held: Sequence[Fared]) -> list[Series]:
    points = tuple((one.date, one.counts.elected if one.counts.known else None) for one in held if one.date)
    known = sum(value is not None for _, value in points)
    return [Series(name, "seats", Kind.NUMBER, points)] if known >= LEAST else []


def _name(standing: Standing, one: Fared) -> str:
    """The section, with its body where several are looked at."""
    return f"{one.body}, {one.section}" if standing.column == "body_id" else one.section


def _words(unit: str) -> str:
    return "as published" if unit == "percent" else unit
