"""What a heading, a caption or a short line says of the contest in words: seats, dates, counts, method, rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from db.dates import is_date
from importers.results.figures import NUMBER, Figure, figure
from importers.results.result import Fact
from importers.results.tallies import NOTHING, Told, told
from importers.results.totals import counted
from importers.words.amounts import NUMBERS, PERCENT
from importers.words.days import dates

LONGEST: Final = 160
"""Signs; a longer text is prose, which is read elsewhere."""

_FIGURE = re.compile(rf"(?<![\w.,£$€/-]){NUMBER}(?:\s?{PERCENT})?(?![\w,.]*\d|\w)", re.I | re.A)
_BREAKS = re.compile(r"[,;|()\[\]•·]|\s[-–—]\s|\.\s|:\s*$")
_LINKS = re.compile(r"(?:[\s:=–—-]|\b(?:was|were|is|are|of|at|stood at|a|an|the)\b)+$", re.I)
_PLACES = r"(?:seats?|vacanc(?:y|ies)|positions?|places?|posts?)"
_TAKEN = re.compile(
    r"\b(?:won|wins?|winning|gain\w*|took|takes|lost|los\w+|held|holds?|keep\w*|kept|of)\s*(?:the\s+)?$", re.I
)
_ANCHORED = re.compile(
    r"^\s*(section|body|committee|method|voting system|voting method|quota rule|electorate|unit)\s*[:=]\s*(\S.*?)\s*$", re.I
)  # fmt: skip
_FIELDS: Final = {"committee": "body", "voting system": "method", "voting method": "method", "electorate": "electorate_words",
                  "quota rule": "quota_rule"}  # fmt: skip
_METHODS = re.compile(
    r"\b(?:STV|(?i:single transferable vote|FPTP|first[- ]past[- ]the[- ]post|block vote|alternative vote"
    r"|plurality(?: block)? vot\w+|instant run-?off|one member,? one vote|OMOV|card vote))\b"
)
_BY_ELECTION = re.compile(r"\bby-?\s?election\b", re.I)
_FIGURES = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)(?![\d/.]\d)", re.A)
_UNMEANT = (
    r"as (?:of|at)|correct at|up to|publish\w+|posted|updated|modified|accessed|retrieved|printed|since|term|born|founded"
    r"|closing date"
)
_DATED: Final = tuple(
    (field, re.compile(rf"\b(?:{words})\b[\w\s:,-]{{0,12}}$", re.I))
    for field, words in (
        ("", _UNMEANT),
        ("nominations_open", r"nominations? open(?:s|ed)?"),
        ("nominations_close", r"nominations? close[sd]?|closing date for nominations|nomination deadline"),
        ("ballot_open", r"(?:ballots?|voting|polls?) (?:open(?:s|ed)?|starts?|begins?)"),
        ("ballot_close", r"(?:ballots?|voting|polls?) (?:close[sd]?|ends?)"),
    )
)


def said(text: str, origin: str) -> Told:
    """All that a title says.

    Args:
        text: clean, on one line.
        origin: where it stands.
    """
    if not text or len(text) > LONGEST:
        return NOTHING
    found = [*_anchored(text, origin), *_dates(text, origin)]
    if (method := _METHODS.search(text)) and not any(one.field == "method" for one in found):
        alone = any(_METHODS.fullmatch(piece.strip()) for piece in _BREAKS.split(text))
        found.append(Fact("method", method[0], origin, certain=alone))
    if _BY_ELECTION.search(text):
        found.append(Fact("kind", "by-election", origin))
    return Told(tuple(found)).beside(counts_said(text, origin))


def counts_said(text: str, origin: str) -> Told:
    """Seats, counts and rules of quota that a short line says, whatever else it is."""
    if not text or len(text) > LONGEST:
        return NOTHING
    spans = [(start, end) for _, _, start, end in dates(text)]
    found = Told(tuple(_quota_rule(text, origin)))
    last = 0
    for one in _FIGURE.finditer(text):
        within = any(start <= one.start() < end for start, end in spans)
        if not within and (value := figure(one[0])) is not None:
            sort = _label(text[last : one.start()]) or _behind(text[one.end() :])
            if sort:
                found = found.beside(told(sort, value, origin, certain=sort != "total"))
        last = one.end()
    return _seats(text, origin).beside(found)


def is_of_counts(text: str) -> bool:
    """Whether a line says counts of the ballot and hardly anything else: `Electorate: 6,178, Turnout: 38.02%`."""
    if not text or len(text) > LONGEST:
        return False
    bare = _FIGURE.sub("\n", text)
    pieces = [_LINKS.sub("", piece).strip(" :.,;|-–—()") for piece in re.split(r"[\n,;|()]", bare)]
    worded = [piece for piece in pieces if any(sign.isalpha() for sign in piece)]
    return bare != text and bool(worded) and all(counted(piece) for piece in worded)


def _label(before: str) -> str:
    """What the words right before a figure say that it counts."""
    pieces = _BREAKS.split(before.rstrip(": =\t"))
    return counted(_LINKS.sub("", pieces[-1]).strip(" :"))


def _behind(after: str) -> str:
    words = _BREAKS.split(re.split(r"\d", after, maxsplit=1)[0], maxsplit=1)[0].strip(" .:")
    sort = counted(words)
    return "" if sort in ("total", "quota", "seats", "votes_per_ballot") else sort


def _seats(text: str, origin: str) -> Told:
    """Seats before or behind their number; a number of seats that somebody won is none."""
    for one in _seats_pattern().finditer(text):
        number = one["before"] or one["elected"]
        if number is None or _TAKEN.search(text[: one.start()]):
            continue
        value = _worth(number)
        certain = not (one["between"] or "").strip()
        return told("seats", Figure(value), origin, certain=certain)
    return NOTHING


@cache
def _seats_pattern() -> re.Pattern[str]:
    number = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS[1:])})"
    return re.compile(
        rf"(?<![\w.,-])(?:(?P<before>{number})\s(?P<between>(?:[a-z][a-z-]*\s){{0,2}}?){_PLACES}\b"
        rf"|(?P<elected>{number})\s(?:(?:members?|candidates?)\s)?to (?:be )?elect(?:ed)?\b)",
        re.I | re.A,
    )


def _worth(number: str) -> int:
    return int(number) if number.isdigit() else NUMBERS.index(number.casefold())


def _quota_rule(text: str, origin: str) -> Iterator[Fact]:
    """Rules that may override the order of votes, in the source's words."""
    people = r"(?:wom[ae]n|m[ae]n|female|male|BAME|black|disabled|young|under)\w*"
    rule = re.compile(
        rf"(?:at least|a minimum of|minimum|no (?:fewer|less) than|not (?:fewer|less) than)\s[\w-]+\s[^.;()]{{0,40}}?\b{people}\b"
        rf"|\b(?:[\w-]+\s){{0,2}}(?:seats?|places?|positions?)\sreserved\sfor\s[^.;()]{{1,40}}"
        rf"|\breserved\s(?:seats?|places?|positions?)\b[^.;()]{{0,40}}"
        rf"|\bgender (?:quota|balance[d]?)\b",
        re.I,
    )
    if found := rule.search(text):
        yield Fact("quota_rule", found[0].strip(" ,:"), origin)


def _anchored(text: str, origin: str) -> Iterator[Fact]:
    """What stands behind its own label: `Section: CLPs`."""
    for piece in re.split(r"\s*[|;]\s*", text):
        found = _ANCHORED.match(piece)
        if found and figure(found[2].split(" ")[0].strip(",")) is None:
            label = found[1].casefold()
            yield Fact(_FIELDS.get(label, label), found[2], origin)


def _dates(text: str, origin: str) -> Iterator[Fact]:
    """Dates of the contest by the words before them; one that stands beside another, or in a byline, is not certain."""
    spoken = [
        (day[0], _dated(text[:start]), True)
        for _, day, start, _ in dates(text)
        if day[0][0] != "-" and len(day) == 1
    ]
    spoken += [(day, _dated(text[:start]), sure) for day, start, sure in _in_figures(text)]
    plain = {day for day, field, _ in spoken if field == "date"}
    byline = text.casefold().startswith("by ")
    for day, field, sure in spoken:
        if field:
            alone = field != "date" or len(plain) == 1
            yield Fact(field, day, origin, certain=sure and alone and not byline)


def _in_figures(text: str) -> Iterator[tuple[str, int, bool]]:
    """Dates such as `4/5/2023`, the day first as in Britain; certain only where the day can be no month."""
    for one in _FIGURES.finditer(text):
        day, month, year = (int(part) for part in one.groups())
        key = f"{year:04}-{month:02}-{day:02}"
        if is_date(key):
            yield key, one.start(), day > 12 or day == month


def _dated(before: str) -> str:
    """The field of a date by what stands before it; blank where it dates something else."""
    return next((field for field, pattern in _DATED if pattern.search(before)), "date")
