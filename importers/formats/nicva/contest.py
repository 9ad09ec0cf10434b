"""The five files of a count put together; where they say different things of the same, it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from importers.file import File
from importers.formats.csv_rows import Line
from importers.formats.facts import stated
from importers.formats.nicva.tables import CANDIDATE, COUNT, FILES, LOST, WHOLE, lines
from importers.formats.nicva.tables import ELECTED as CHOSEN
from importers.formats.stage_result import method, non_transferable, papers, stages, with_result
from importers.formats.stage_rows import STAGES, Rows, decimal, rows
from importers.results.ballots import whole
from importers.results.checking import doubts_of
from importers.results.count_sheet import ELECTED, EXCLUDED, Entry, Sheet
from importers.results.counts import doubts_of_count
from importers.results.result import Doubt, Fact, Found, Result
from importers.results.said import gender, sitting
from importers.results.telling import few
from importers.results.text import clean

FACTS: Final = (
    ("constituency_name", "section"), ("number_of_seats", "seats"), ("total_electorate", "electorate"),
    ("total_poll", "ballots"), ("valid_poll", "valid_votes"), ("quota", "quota"),
)  # fmt: skip


def contest(tables: Mapping[str, File]) -> Result:
    """The result of the files that are there.

    Args:
        tables: the files by what they are; at least one.

    Raises:
        BadFile: one of them is no table, or larger than is taken.
    """
    known, chosen = list(lines(tables, CANDIDATE)), list(lines(tables, CHOSEN))
    found = rows(lines(tables, COUNT), known if COUNT in tables or known else chosen)
    facts, doubts = _facts(list(lines(tables, WHOLE)), known, tables)
    nobody, problems = _lost(lines(tables, LOST))
    sheet = Sheet(tuple(one.name for one in found.candidates), (*found.entries, *nobody), facts)
    candidates, others = _with_chosen(found, sheet, chosen)
    candidates = tuple(_described(candidates, found.identities, known))
    told = (
        *_missing(tables), *doubts, *few((*found.doubts, *problems)), *few(doubts_of_count(sheet)), *few(others),
        *_elsewhere(tables), *doubts_of(candidates),
    )  # fmt: skip
    derived = non_transferable(sheet) if COUNT in tables and LOST not in tables else ()
    title = next((str(fact.value) for fact in facts if fact.field == "section"), "")
    return Result(title, candidates, told, facts=facts, stages=tuple(stages(sheet, derived)))


def _missing(tables: Mapping[str, File]) -> Iterator[Doubt]:
    """The files of the five that are not there."""
    names = [name for what, name in FILES.items() if what not in tables]
    if names:
        place = next(iter(tables.values())).name
        yield place, f"Found no {', '.join(names)} beside it, expected the five files of a count together."


def _elsewhere(tables: Mapping[str, File]) -> Iterator[Doubt]:
    """The first row of each file that is of another constituency than the first row of all."""
    first: tuple[str, str] | None = None
    for what in FILES:
        for line in lines(tables, what):
            number = clean(line.get("constituency_number"))
            first = first or ((number, line.place) if number else None)
            if first and number and number != first[0]:
                yield (
                    line.place,
                    f"Found the constituency {number[:40]!r}, expected {first[0][:40]!r} as at {first[1]}.",
                )
                break


def _facts(
    told: Sequence[Line], known: Sequence[Line], tables: Mapping[str, File]
) -> tuple[tuple[Fact, ...], tuple[Doubt, ...]]:
    place = next(iter(tables.values())).name
    line = told[0] if told else Line(place, {})
    if not line.get("constituency_name") and known:
        line = Line(known[0].place, {"constituency_name": known[0].get("constituency_name"), **line.fields})
    read = [stated(field, line.get(column), f"{line.place}, {column}") for column, field in FACTS]
    doubts = [one.doubt for one in read if one.doubt is not None]
    doubts += papers(line.get("total_poll"), line.get("spoiled"), line.get("valid_poll"), line.place)
    if len(told) > 1:
        doubts.append(
            (told[1].place, "Found a second row, expected one of the constituency; it was left out.")
        )
    return (*(one.fact for one in read if one.fact is not None), *method(place)), tuple(doubts)


def _lost(found: Iterable[Line]) -> tuple[list[Entry], list[Doubt]]:
    """The votes that each stage transferred to nobody, and their sum up to it."""
    entries: list[Entry] = []
    doubts: list[Doubt] = []
    total, before = Decimal(0), 1
    for line in found:
        number, value = line.get("count_number"), decimal(line.get("non_transferable"))
        stage = int(number) if number.isdecimal() and len(number) < 6 else 0
        if not 1 <= stage <= STAGES or value is None:
            doubts.append((line.place, "Found no stage and votes, expected both; the row was left out."))
            continue
        if stage not in (before, before + 1) or (stage == before and entries):
            doubts.append(
                (line.place, f"Found stage {stage} behind stage {before}, expected stage {before + 1}.")
            )
        total, before = total + value, stage
        entries.append(Entry(stage, None, total, value, "", None, line.place))
    return entries, doubts


def _with_chosen(found: Rows, sheet: Sheet, chosen: Sequence[Line]) -> tuple[tuple[Found, ...], list[Doubt]]:
    """The candidates with what the count and the list of the elected say; no outcome where the two differ."""
    candidates = list(with_result(found.candidates, sheet))
    places = {identity: at for at, identity in enumerate(found.identities)}
    doubts: list[Doubt] = []
    listed: set[int] = set()
    for line in chosen:
        at = places.get(clean(line.get("candidate_id")))
        if at is None:
            named = clean(f"{line.get('firstname')} {line.get('surname')}")[:80]
            doubts.append((line.place, f"Found {named!r} elected, expected a candidate who stood."))
            continue
        listed.add(at)
        candidates[at] = _chosen(candidates[at], sheet, at, line)
        doubts += _against(sheet, at, line)
    if chosen:
        doubts += [
            (one.origin, f"Found {one.name} elected by the count, expected them in {FILES[CHOSEN]} too.")
            for at, one in enumerate(candidates)
            if at not in listed and sheet.status(at)[0] == ELECTED
        ]
    return tuple(candidates), doubts


def _chosen(one: Found, sheet: Sheet, at: int, line: Line) -> Found:
    status, since = sheet.status(at)
    if status == EXCLUDED:
        return one._replace(outcome="", stage=None)
    votes = decimal(line.get("candidate_first_pref_votes"))
    stated_at = line.get("occurred_on_count")
    if since is None and stated_at.isdecimal() and len(stated_at) < 6:
        since = int(stated_at)
    if one.votes is None and votes is not None and votes >= 0:
        one = one._replace(votes=whole(float(votes)))
    return one._replace(outcome="elected", stage=since)


def _against(sheet: Sheet, at: int, line: Line) -> Iterator[Doubt]:
    """Where the list of the elected says otherwise than the count."""
    if not sheet.rows[at]:
        return
    status, since = sheet.status(at)
    said = (clean(line.get("status")).casefold(), clean(line.get("occurred_on_count")))
    if (status, str(since or "")) != said:
        found = " since stage ".join(filter(None, said)) or "no status"
        expected = f"{status} since stage {since}" if status else "no status"
        yield line.place, f"Found {sheet.names[at]} {found[:80]}, expected {expected} by the count."
    first, votes = sheet.rows[at].get(1), decimal(line.get("candidate_first_pref_votes"))
    if first is not None and votes is not None and first.total not in (None, votes):
        yield (
            line.place,
            f"Found {votes:,f} first preferences of {sheet.names[at]}, expected {first.total:,f}.",
        )


def _described(
    candidates: Sequence[Found], identities: Sequence[str], known: Sequence[Line]
) -> Iterator[Found]:
    """The candidates with gender and whether they sat already, where that is stated."""
    rows_of = {clean(line.get("candidate_id")): line for line in known}
    for one, identity in zip(candidates, identities, strict=True):
        line = rows_of.get(identity)
        if line is None:
            yield one
        else:
            yield one._replace(
                gender=gender(line.get("gender")), sitting=sitting(line.get("outgoing_member"))
            )
