"""The findings of the list of candidacies: who stood how often, for whom, and how many were elected."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import NamedTuple

from db.dates import on_day
from db.lens import Lens
from db.reading.contests.career_words import elected
from db.reading.contests.winners import most_elected
from db.reading.factions import Factions
from db.reading.filtering import Query
from db.reading.place import Where
from db.view import NO_SLATE, Faction
from db.wording import DISPUTED, INDEPENDENT, count, listed, number_word, sentence, the, times, was, years

SHOWN = ("votes", "share", "rank", "outcome", "slate", "endorsements")
"""Fields of a candidacy that the list shows."""

LOOKED = 2_000
"""Up to so many candidacies it is looked through who was elected for whom."""


class Stood(NamedTuple):
    """Candidacies counted by slate and by outcome."""

    persons: int
    name: str
    """Of the person, where it is one."""
    contests: int
    dates: tuple[str, ...]
    by_slate: Counter[Faction]
    outcomes: Counter[str]
    won: Counter[Faction]


def findings(
    connection: sqlite3.Connection,
    lens: Lens,
    place: Where,
    query: Query,
    factions: Factions,
    total: int,
    *,
    more: bool,
) -> tuple[str, ...]:
    """What the candidacies that are let through come to; of very many only how many they are."""
    if not total:
        return ()
    if more:
        return (f"More than {total:,} candidacies; a longer text finds fewer.",)
    scope = _scope(lens, place, factions)
    if total > LOOKED:
        return (sentence(f"{total:,} candidacies{scope} are on record"),)
    stood = _counted(connection, query, factions)
    said = [_stood(stood, total, scope, lens.text)]
    if len(stood.by_slate) > 1 and stood.persons > 1:
        said.append(most_elected({one: (stood.won[one], number) for one, number in stood.by_slate.items()}))
    said.append(_reserved(connection, query))
    return tuple(map(sentence, filter(None, said)))


def _reserved(connection: sqlite3.Connection, query: Query) -> str:
    """Of how many candidacies sources dispute what the list shows, and how many no source states as they stand."""
    from db.reading.disputes.among import CERTAIN, disputed_among

    disputed = disputed_among(connection, query, SHOWN)
    least = "at least " if disputed == CERTAIN else ""
    said = [f"sources differ on {least}{count(disputed, 'candidacy', 'candidacies')}, marked {DISPUTED}"]
    counting = f"SELECT total(basis IN ('derived', 'inferred', 'unsourced')) FROM candidacy {query.where}"
    (unstated,) = connection.execute(counting, query.values).fetchone()
    worked = (
        f"{count(int(unstated), 'candidacy is', 'candidacies are')} derived, inferred or confirmed by no page"
    )
    return "; ".join([*(said if disputed else []), *([worked] if unstated else [])])


def _scope(lens: Lens, place: Where, factions: Factions) -> str:
    """` for seats of the NEC members' section on slates of Momentum`: what the lens lets through, but for the text."""
    name = " ".join(filter(None, (place.body_short, place.section_name)))
    on = {factions.named(key) for key in lens.factions if factions.knows(key)}
    slates = [the(one.name) for one in sorted(on, key=factions.order) if not _alone(one)]
    ways = [f"on slates of {listed(slates, 'or')}"] if slates else []
    ways += [f"as {the(one.name)}" for one in on if one.name.casefold() == INDEPENDENT]
    ways += ["without a known slate"] if NO_SLATE in on else []
    return (f" for seats of the {name}" if name else "") + (f" {listed(ways, 'or')}" if ways else "")


def _alone(one: Faction) -> bool:
    """Whether those of a faction stand for themselves."""
    return one is NO_SLATE or one.name.casefold() == INDEPENDENT


def _counted(connection: sqlite3.Connection, query: Query, factions: Factions) -> Stood:
    many = f"""
        SELECT count(DISTINCT person_id), count(DISTINCT contest_id), min(person_id), min(date), max(date)
        FROM candidacy {query.where}
    """
    persons, contests, one, earliest, latest = connection.execute(many, query.values).fetchone()
    (name,) = connection.execute("SELECT name FROM person WHERE id = ?", [one]).fetchone()
    by_slate: Counter[Faction] = Counter()
    won: Counter[Faction] = Counter()
    outcomes: Counter[str] = Counter()
    each = f"SELECT slate_id, outcome, count(*) FROM candidacy {query.where} GROUP BY slate_id, outcome"
    for slate, outcome, number in connection.execute(each, query.values):
        by_slate[factions.get(slate)] += number
        outcomes[outcome] += number
        if outcome == "elected":
            won[factions.get(slate)] += number
    dates = tuple(filter(None, (earliest, latest)))
    return Stood(persons, name, contests, dates, by_slate, outcomes, won)


def _stood(stood: Stood, total: int, scope: str, text: str) -> str:
    """Who stood how often, and how they fared as far as that is known."""
    won, unknown, pending = (stood.outcomes[what] for what in ("elected", "unknown", "pending"))
    alone, past = stood.persons == 1, total - pending
    who = stood.name if alone else count(stood.persons, "person", "people")
    named = f" with names matching “{text}”" if text and not alone else ""
    verb = "stood" if past else "stands" if alone else "stand"
    often = "" if stood.persons == total else f" {times(total)}"
    words = f"{who}{named} {verb}{often}{scope}{f' {_when(stood)}' if stood.dates else ''}"
    if past:
        words += (
            f" and was {elected(won, past, unknown)}"
            if alone
            else f"; {_successful(won, stood.persons == total)}"
        )
    if unknown:
        words += f"; {count(unknown, 'outcome is', 'outcomes are')} not on record"
    if pending:
        words += f"; {count(pending, 'result is', 'results are')} still to come"
    return words


def _when(stood: Stood) -> str:
    """The day of a single contest, else from which year to which."""
    return on_day(stood.dates[0]) if len(set(stood.dates)) == 1 else years(stood.dates)


def _successful(won: int, once: bool) -> str:
    if once:
        return f"{number_word(won)} {was(won)} elected"
    return f"{count(won, 'candidacy', 'candidacies')} {was(won)} successful"
