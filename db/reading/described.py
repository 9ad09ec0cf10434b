"""Rows of the record in a few words, each with the view in which it is seen."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple, TypeAlias

from db.dates import written
from db.lens import Lens, Place
from db.reading.parts import in_parts, marks
from db.wording import count, plain_number


class Described(NamedTuple):
    """A row of the record."""

    words: str
    """Such as `Kate Osamor, NEC, members, 20 June 2012: 8,534 members' votes, not elected`."""
    opens: Place | None
    """Where it is seen; None where no view shows it."""


Making: TypeAlias = Callable[..., Described]


def described(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> dict[int, Described]:
    """Rows of a table by their ids; those that are gone, and those of tables that nothing shows, are left out."""
    if table not in TABLES:
        return {}
    query, make = TABLES[table]
    found = {}
    for some in in_parts(ids):
        for number, *cells in connection.execute(
            f"SELECT {table}.id, {query} WHERE {table}.id IN ({marks(len(some))})", some
        ):
            found[number] = make(*cells)
    return found


_HERE = "JOIN section ON section.id = {0}.section_id JOIN body ON body.id = section.body_id"
_CONTEST = "contest.key, body.key, section.key, body.short, section.name, contest.date"
_OF_CONTEST = f"JOIN contest ON contest.id = {{0}}.contest_id {_HERE.format('contest')}"


def _candidacy(
    person: str, outcome: str, votes: float | None, unit: str | None, contest: str, *place: str | None
) -> Described:
    figure = "" if votes is None else f"{plain_number(votes):,} {unit or 'votes'}, "
    seen = _contest(contest, *place)
    return Described(f"{person}, {seen.words}: {figure}{outcome}", seen.opens)


def _contest(
    contest: str, body: str | None, section: str | None, short: str | None, name: str | None, date: str | None
) -> Described:
    day = written(date) or "date not known"
    return Described(
        f"{short}, {name}, {day}", Place("contest", Lens(body=body, section=section, contest=contest))
    )


def _within_contest(words: str, contest: str, *place: str | None) -> Described:
    seen = _contest(contest, *place)
    return Described(f"{words}, {seen.words}", seen.opens)


def _term(person: str, key: str, short: str, section: str, since: str | None, until: str | None) -> Described:
    held = _span(since, until)
    return Described(
        f"{person}, {short}, {section}: a seat held {held}", Place("candidate", Lens(person=key))
    )


def _span(since: str | None, until: str | None) -> str:
    start = f"from {written(since)}" if since else "from a day not known"
    return f"{start} to {written(until)}" if until else start


def _person(name: str, key: str) -> Described:
    return Described(name, Place("candidate", Lens(person=key)))


def _faction(name: str, key: str) -> Described:
    return Described(name, Place("faction", Lens(faction=key)))


def _seats(
    words: str, body: str, section: str | None, short: str, name: str | None, date: str | None
) -> Described:
    where = ", ".join(filter(None, (short, name)))
    return Described(
        f"{where}: {words}", Place("composition", Lens(body=body, section=section, date=date or None))
    )


def _rule(
    seats: int | None,
    voting: int,
    since: str | None,
    until: str | None,
    body: str,
    section: str,
    short: str,
    name: str,
) -> Described:
    words = count(seats, "seat") if seats is not None else "seats not known"
    words += "" if voting else " without a vote"
    return _seats(f"{words}, {_span(since, until)}", body, section, short, name, since)


def _event(words: str, body: str, date: str | None) -> Described:
    day = f"{written(date)}: " if date else ""
    return Described(f"{day}{words}", Place("timeline", Lens(body=body, date=date)))


def _division(words: str, division: str, body: str, date: str | None) -> Described:
    day = f" ({written(date)})" if date else ""
    return Described(f"{words}{day}", Place("division", Lens(body=body, division=division)))


def _scheme(words: str, scheme: str) -> Described:
    return Described(words, Place("scheme", Lens(scheme=scheme)))


def _source(words: str, source: str) -> Described:
    return Described(words, Place("source", Lens(source=source)))


def _said(person: str, key: str, leaning: str, date: str | None) -> Described:
    day = f" ({written(date)})" if date else ""
    return Described(f"{person}: “{leaning}”{day}", Place("candidate", Lens(person=key)))


TABLES: Final[dict[str, tuple[str, Making]]] = {
    "candidacy": (
        f"person.name, candidacy.outcome, candidacy.votes, contest.unit, {_CONTEST} FROM candidacy "
        f"JOIN person ON person.id = candidacy.person_id {_OF_CONTEST.format('candidacy')}", _candidacy,
    ),
    "contest": (f"{_CONTEST} FROM contest {_HERE.format('contest')}", _contest),
    "endorsement": (
        f"faction.name || ' for ' || person.name, {_CONTEST} FROM endorsement "
        "JOIN faction ON faction.id = endorsement.faction_id JOIN candidacy ON candidacy.id = endorsement.candidacy_id "
        f"JOIN person ON person.id = candidacy.person_id {_OF_CONTEST.format('candidacy')}", _within_contest,
    ),
    "stage": (
        f"'stage ' || stage.stage || ': ' || stage.action || coalesce(', ' || person.name, ''), {_CONTEST} FROM stage "
        f"LEFT JOIN person ON person.id = stage.person_id {_OF_CONTEST.format('stage')}", _within_contest,
    ),
    "ballot": (
        f"printf('%g ballot papers that are alike', papers), {_CONTEST} FROM ballot {_OF_CONTEST.format('ballot')}",
        _within_contest,
    ),
    "round": (
        "round.name, round.key FROM round",
        lambda name, key: Described(name, Place("contest", Lens(contest=key))),
    ),
    "term": (
        "person.name, person.key, body.short, section.name, term.since, term.until FROM term "
        f"JOIN person ON person.id = term.person_id {_HERE.format('term')}", _term,
    ),
    "vacancy": (
        "'a seat stood empty', body.key, section.key, body.short, section.name, vacancy.start "
        f"FROM vacancy {_HERE.format('vacancy')}", _seats,
    ),
    "rule": (
        "rule.seats, rule.voting, rule.valid_from, rule.valid_to, body.key, section.key, body.short, section.name "
        f"FROM rule {_HERE.format('rule')}", _rule,
    ),
    "body": ("body.name, body.key, NULL, body.short, NULL, NULL FROM body", _seats),
    "section": (
        "coalesce(section.full_name, section.name), body.key, section.key, body.short, NULL, NULL FROM section "
        "JOIN body ON body.id = section.body_id", _seats,
    ),
    "person": ("person.name, person.key FROM person", _person),
    "alias": (
        "alias.name || ', another spelling of ' || person.name, person.key FROM alias "
        "JOIN person ON person.id = alias.person_id", _person,
    ),
    "identifier": (
        "identifier.scheme || ': ' || identifier.value, person.key FROM identifier "
        "JOIN person ON identifier.entity = 'person' AND person.id = identifier.entity_id", _person,
    ),
    "former_key": (
        "former_key.key || ', the key of ' || person.name || ' before', person.key FROM former_key "
        "JOIN person ON person.id = former_key.person_id", _person,
    ),
    "distinction": (
        "person.name || ' and ' || other.name || ' are two persons', person.key FROM distinction "
        "JOIN person ON person.id = distinction.person_id JOIN person AS other ON other.id = distinction.other_id", _person,
    ),
    "faction": ("faction.name, faction.key FROM faction", _faction),
    "faction_alias": (
        "faction_alias.alias || ', a label of ' || faction.name, faction.key FROM faction_alias "
        "JOIN faction ON faction.id = faction_alias.faction_id", _faction,
    ),
    "membership": (
        "faction.name || ' within ' || wider.name, faction.key FROM membership "
        "JOIN faction ON faction.id = membership.faction_id JOIN faction AS wider ON wider.id = membership.umbrella_id",
        _faction,
    ),
    "alignment": (
        "person.name, person.key, alignment.leaning, alignment.date FROM alignment "
        "JOIN person ON person.id = alignment.person_id", _said,
    ),
    "division": (
        "division.subject, division.key, body.key, division.date FROM division JOIN body ON body.id = division.body_id",
        _division,
    ),
    "division_vote": (
        "person.name || ' (' || coalesce(vote, role, 'listed') || '): ' || division.subject, "
        "division.key, body.key, division.date FROM division_vote JOIN division ON division.id = division_id "
        "JOIN body ON body.id = division.body_id JOIN person ON person.id = division_vote.person_id", _division,
    ),
    "event": ("event.words, body.key, event.date FROM event JOIN body ON body.id = event.body_id", _event),
    "scheme": ("scheme.name, scheme.key FROM scheme", _scheme),
    "bloc": (
        "bloc.name || ', a bloc of ' || scheme.name, scheme.key FROM bloc JOIN scheme ON scheme.id = bloc.scheme_id", _scheme,
    ),
    "bloc_member": (
        "coalesce(faction.name, person.name, '“' || bloc_member.leaning || '”', '') || ' in ' || bloc.name "
        "|| ', ' || scheme.name, scheme.key FROM bloc_member JOIN bloc ON bloc.id = bloc_member.bloc_id "
        "JOIN scheme ON scheme.id = bloc.scheme_id LEFT JOIN faction ON faction.id = bloc_member.faction_id "
        "LEFT JOIN person ON person.id = bloc_member.person_id", _scheme,
    ),
    "source": ("coalesce(source.title, source.publisher, source.key), source.key FROM source", _source),
    "claim": (
        "'“' || claim.words || '”', claim.key FROM claim",
        lambda words, key: Described(words, Place("claim", Lens(claim=key))),
    ),
    "explanation": ("explanation.reason FROM explanation", lambda words: Described(words, None)),
}  # fmt: skip
"""Of each table the columns and joins of the query, and what makes words of a row of it."""
