"""An article or press release as results: one for each contest that it tells of, every piece proposed and none decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from importers.documents.document import Cell
from importers.known import Contest, Known, contest_on
from importers.prose import dating
from importers.prose.article import Article, Ruled
from importers.prose.context import Place, Seat
from importers.prose.rows import Row, rows, with_groups, with_losers
from importers.results.result import Doubt, Fact, Result

DATES = frozenset({"nominations_open", "nominations_close", "ballot_open", "ballot_close"})


def read(lines: Sequence[Cell], known: Known, tables: Sequence[Result] = ()) -> tuple[Result, ...]:
    """What running text says of elections.

    Args:
        lines: all lines of a document, its tables too: what others read in them is passed over here.
        known: the record.
        tables: what was read in the tables of the same document: whom the text calls by surname, or means by `the four
            candidates of the slate`; without it the lines are looked through for lists.

    Returns:
        A result for each contest, that of which the text tells first in front; contests of earlier years, told as
        background, are results of their own with their date.
    """
    article = Article(lines, known, tables)
    places = dict.fromkeys(article.places())
    if any(place.body for place in places):
        places = dict.fromkeys(place for place in places if place.body)
    dates = _Dates(article, known, tables)
    found = [_result(article, place, known, dates) for place in places]
    made = [one for one in found if one is not None]
    return tuple(sorted(made, key=lambda one: not one.candidates))


class _Dates:
    """The year of the contests at hand, and the words that tell it."""

    def __init__(self, article: Article, known: Known, tables: Sequence[Result]) -> None:
        self.article, self.known = article, known
        self.year, self.words = article.written[:4], article.dateline.text
        self.origin = article.dateline.origin or "the record"
        self._anchor: Contest | None = None
        if not self.year:
            self.year, self.words = self._by_days() or self._by_persons() or ("", "")
            if (year := _year_of(tables)) not in ("", self.year):
                self.year, self.words, self._anchor = (
                    year,
                    "no date is said; it is that of the table beside it",
                    None,
                )

    def of(self, place: Place) -> tuple[str, str, str]:
        """Date, origin and words."""
        if place.date:
            told = self.article.first(place)
            return place.date, told.origin, told.text
        if said := self.article.days.get((place.body, place.section)):
            return said[0], said[1].origin, said[1].text
        if self._anchor and self._anchor.date and (place.body, place.section) == self._anchor[1:3]:
            return self._anchor.date[:7], self.origin, self.words
        return self._among_several(place) or self.year, self.origin, self.words

    def _among_several(self, place: Place) -> str:
        """The month of the last contest before the article, where several were held in the section that year."""
        held = self.known.contests_of(place.body, place.section)
        dates = sorted(one.date for one in held if one.date and one.date[:4] == self.year)
        before = [date for date in dates if date <= self.article.written]
        return before[-1][:7] if len(dates) > 1 and before and len(self.article.written) == 10 else ""

    def _by_days(self) -> tuple[str, str] | None:
        said = {one.ruling.field: str(one.ruling.value) for one in reversed(self.article.ruled)}
        opens, closes = said.get("nominations_open", ""), said.get("nominations_close", "")
        if not opens.startswith("-") or not closes.startswith("-"):
            return None
        year = dating.by_days(opens, closes, self.known.contests)
        return (
            (year, "no year is said; nominations on record opened and closed on these days") if year else None
        )

    def _by_persons(self) -> tuple[str, str] | None:
        seats: dict[Seat, dict[str, None]] = {}
        for one in self.article.stated:
            if not one.place.date:
                seats.setdefault((one.place.body, one.place.section), {}).update(
                    dict.fromkeys(one.claim.people)
                )
        for seat, people in sorted(seats.items(), key=lambda one: -len(one[1])):
            held = dating.by_persons(people, self.known.contests_of(*seat), self.known)
            if held and held.date and not self._is_older(held.date):
                self._anchor = held
                return held.date[:4], f"no date is said; all persons named stood in {held.key}"
        return None

    def _is_older(self, date: str) -> bool:
        """Whether the text speaks of a later year than a date."""
        return any(one.place.date[:4] > date[:4] for one in self.article.stated if one.place.date)


def _year_of(tables: Sequence[Result]) -> str:
    """The year of the latest election that a table of the document plainly tells of."""
    told = (fact for one in tables for fact in one.facts if fact.field == "date" and fact.certain)
    return max((str(fact.value)[:4] for fact in told), default="")


def _result(article: Article, place: Place, known: Known, dates: _Dates) -> Result | None:
    stated = [one for one in article.stated if one.place == place]
    ruled = [one for one in article.ruled if one.place == place]
    people = rows(stated, known)
    date, origin, words = dates.of(place)
    facts = list(_rulings(ruled, date if not place.date else place.date, article))
    if not place.date:
        with_groups(people, [one for one in article.grouped if one.body == place.body], known)
    with_losers(people, _seats(facts, place, date, known))
    if not place.date and (place.body, place.section) in article.pending:
        _pending(people)
    candidates = tuple(row.found(known) for row in people.values() if row.is_candidate())
    if not candidates and not facts:
        return None
    doubts = tuple(doubt for row in people.values() for doubt in row.doubts) + tuple(_undated(ruled, date))
    first = article.first(place)
    where = [Fact("body", place.body, first.origin, first.text, certain=False)] if place.body else []
    if place.section:
        where.append(Fact("section", place.section, first.origin, first.text, certain=False))
    if date:
        where.append(Fact("date", date, origin, words, certain=False))
    return Result(_title(place, date, known), candidates, doubts, facts=(*where, *facts))


def _title(place: Place, date: str, known: Known) -> str:
    section = known.sections.get((place.body, place.section))
    body = known.bodies[place.body].short if place.body else ""
    return " ".join(filter(None, (body, section.name if section else "", date)))


def _rulings(ruled: Sequence[Ruled], date: str, article: Article) -> Iterator[Fact]:
    """The first statement of each field, with the year of the contest where a date was said without."""
    seen: set[str] = set()
    for one in ruled:
        field, value = one.ruling.field, one.ruling.value
        if field == "ballot_day":
            day = dating.said_day(one.sentence.text, article.written)
            pairs = [("ballot_open", day), ("ballot_close", day)] if day else []
        else:
            pairs = [(field, dating.dated(str(value), date) if field in DATES else str(value))]
        for name, said in pairs:
            if said and name not in seen:
                seen.add(name)
                kept = int(said) if name == "seats" else said
                yield Fact(name, kept, one.sentence.origin, one.sentence.text, certain=False)


def _undated(ruled: Sequence[Ruled], date: str) -> Iterator[Doubt]:
    for one in ruled:
        value = str(one.ruling.value)
        if one.ruling.field in DATES and not dating.dated(value, date):
            yield (
                one.sentence.origin,
                f"Found {value.strip('-')!r} for {one.ruling.field}, expected its year too; it was left out.",
            )


def _seats(facts: Sequence[Fact], place: Place, date: str, known: Known) -> int | None:
    """How many were to be elected: as the text says, else as the record has it of this contest or of the last before it."""
    for fact in facts:
        if fact.field == "seats":
            return int(fact.value)
    held = contest_on(known, place.body, place.section, date) if date else None
    return held.seats if held else None


def _pending(people: dict[str, Row]) -> None:
    """The contest is not decided yet, as the text says of it."""
    if not any(row.values.get("outcome") in ("elected", "not elected") for row in people.values()):
        for row in people.values():
            row.values.setdefault("outcome", "pending")
