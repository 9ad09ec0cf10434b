"""What a column is for by the words of its heading, and which of two years is the election at hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from db.matching import words_of
from importers.results.figures import figure

OTHER = "other"
"""A heading that is understood and tells nothing a result needs; its column is not guessed at."""

OF_CONTEST = frozenset({"section", "date", "seats", "electorate", "turnout"})
"""Roles of columns that tell of the contest and not of a candidate."""

LONGEST = 60
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATED = re.compile(r"(?:19|20)\d\d(?: ?(?:votes?|%|per ?cent))?", re.I)
_EARLIER = re.compile(r"\b(?:previous|previously|last|prior|former|before|earlier|old)\b")
_RULES: tuple[tuple[str, str], ...] = (
    (
        OTHER,
        r".*\b(?:change|swing|difference|majority|age|born|email|phone|notes?|source|quota|transfers?)\b.*",
    ),
    (
        "date",
        r"(?:election|contest|polling|poll) (?:date|year|day)|date(?: of (?:the )?(?:election|contest|poll))?|year",
    ),
    (
        OTHER,
        r"date.*|id|nominated by|(?:first|year|date|when) elected",
    ),
    (
        "stage",
        r"elected (?:in|at|on) (?:stage|count|round)|(?:stage|count|round) (?:of election|elected)",
    ),
    ("seats", r"(?:number of |no of )?(?:seats|vacancies)(?: (?:available|contested|to be filled|vacant))?"),
    ("electorate", r"electorate|(?:registered )?electors|eligible voters"),
    ("turnout", r"turnout(?: percent(?:age)?)?(?: %)?"),
    (OTHER, r"elected (?:in|at|on|by).*|term.*|seat|.*\bturnout\b.*"),
    (
        "section",
        r"sections?|posts?|contest(?: name)?|election(?: name)?|race|ward(?: name)?|division|electoral (?:area|division|ward)"
        r"|constituency(?: name)?",
    ),
    ("nominations", r".*\b(?:nominations?|noms?|supporting nominations)\b.*"),
    (
        "previous_rank",
        r"(?:previous|last|prior) (?:rank|position|place)|(?:rank|position|place) (?:last time|before)",
    ),
    ("name", r"(?:elected )?(?:candidates?|nominees?)(?: elected| name| names| s name)?|(?:full )?names?"),
    (
        "name",
        r"names? of (?:the )?(?:candidates?|nominees?|members?)|members?|person|name candidate|candidate s full name",
    ),
    ("surname", r"(?:candidate )?(?:surnames?|last names?|family names?)"),
    ("forenames", r"(?:candidate )?(?:first names?|forenames?|given names?|christian names?|other names?)"),
    ("share", r".*(?:\bshare\b|\bpercent|\bper cent\b|\bpct\b|\bproportion\b|%).*"),
    (
        "outcome",
        r"elected(?: or not| yes no| y n)?|results?|outcome|status|election result|won|successful",
    ),
    ("sitting", r".*\b(?:incumbents?|incumbency|sitting|current member|standing again)\b.*"),
    ("gender", r"gender|sex|m f|f m"),
    (
        "words",
        r".*\b(?:constituency|clp|region|union|council|branch|area|office|role|description|organisation|ward)\b",
    ),
    (
        "votes",
        r".*\b(?:votes?|(?:first|1st) prefs?|preferences?|(?:first|1st) preference|ballots|tally|polled|score)\b.*",
    ),
    ("votes", r"total|totals|poll|first count|final total|(?:19|20)\d\d(?: results?| total)?"),
    (
        "slate",
        r".*\b(?:slates?|tickets?|factions?|affiliations?|grouping|wing)\b.*",
    ),
    (
        "endorsements",
        r".*\b(?:backed by|endorsed by|supported by|endorsements?|endorsers?|backers|backing)\b.*",
    ),
    ("slate", r"(?:political )?(?:party|group|list)|party name|label"),
    (
        "rank",
        r"(?:final |overall )?(?:rank|ranking|ranked|position|pos|place|placing|placed|order|no|number)|#",
    ),
)
_COMPILED = tuple((role, re.compile(words)) for role, words in _RULES)


class Heading(NamedTuple):
    """The role of a column, the year its heading names, and whether it speaks of an election before."""

    role: str
    year: int | None = None
    earlier: bool = False


def heading(text: str) -> Heading:
    """What a heading says; its role is empty where it is not known."""
    if not text or len(text) > LONGEST:
        return Heading("")
    plain = " ".join(words_of(text.replace("(s)", "s"))) or text.strip()
    if "±" in text or "+/-" in text:
        return Heading(OTHER)
    if "%" in text:
        plain += " %"
    if text.strip() == "#":
        plain = "#"
    role = next((role for role, words in _COMPILED if words.fullmatch(plain)), "")
    year = _YEAR.search(plain)
    return Heading(role, int(year[0]) if year else None, bool(_EARLIER.search(plain)))


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row is one of headings: two roles at least, a name or votes or shares among them, and no figure but years."""
    figures = [cell for cell in cells if figure(cell)]
    if any(not _DATED.fullmatch(cell) for cell in figures):
        return False
    found = {heading(cell).role for cell in cells} - {"", OTHER, *OF_CONTEST}
    worded = {heading(cell).role for cell in cells if cell not in figures}
    return len(found) > 1 and bool(worded & {"name", "surname", "votes", "share"})


class Headed(NamedTuple):
    """The role of each heading, and the years they name of the election at hand and of the one before."""

    roles: list[str]
    year: int | None = None
    before: int | None = None


def roles(cells: Sequence[str]) -> Headed:
    """The role of each heading of a row, votes and shares of an earlier year told from those of the latest."""
    found = [heading(cell) for cell in cells]
    counted = [one for one in found if one.role in ("votes", "share")]
    years = [one.year for one in counted if one.year and not one.earlier]
    latest = max(years, default=0)
    dated = {one.role for one in counted if not one.year and not one.earlier}
    before = [
        one in counted
        and (one.earlier or (one.year is not None and (one.year < latest or one.role in dated)))
        for one in found
    ]
    nearest = max((one.year or 0 for one, was in zip(found, before, strict=True) if was), default=0)
    told = [
        (f"previous_{one.role}" if (one.year or nearest) == nearest else OTHER) if was else one.role
        for one, was in zip(found, before, strict=True)
    ]
    return Headed(told, latest or None, nearest or None)
