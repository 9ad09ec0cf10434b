"""Rules that change: seats more or fewer, a vote gained or lost, another method; sections whose seats begin and end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from db.reading.facts import facts
from db.reading.happening.scope import Scope
from db.reading.happening.value import ABOLISHED, NEW, RULE, Happening
from db.reading.here import OWN
from db.wording import count, listed, number_word

RULES = f"""
SELECT rule.id, section.id, section.name, rule.valid_from, rule.valid_to, rule.seats, rule.voting, coalesce(rule.method, ''),
       coalesce(rule.electorate, ''), coalesce(rule.quota_rule, '')
FROM section CROSS JOIN rule ON rule.section_id = section.id
WHERE {OWN}
ORDER BY section.position, section.id, coalesce(rule.valid_from, ''), rule.id
"""

SHORT = 60
"""Letters up to which a method or an electorate is quoted in a sentence."""


class Rule(NamedTuple):
    """A rule of a section for a span of time."""

    id: int
    section: int
    section_name: str
    valid_from: str | None
    valid_to: str | None
    seats: int | None
    voting: int
    method: str
    electorate: str
    quota: str


def of_rules(scope: Scope) -> Iterator[Happening]:
    """What rules begin, change and abolish; the sections that begin on one day are told at once."""
    sections: dict[int, list[Rule]] = defaultdict(list)
    for row in scope.connection.execute(RULES, scope.bound):
        rule = Rule(*row)
        sections[rule.section].append(rule)
    fresh: dict[str, list[Rule]] = defaultdict(list)
    for rules in sections.values():
        for earlier, later in pairwise([None, *rules]):
            start = later.valid_from if later else None
            if later is None or start is None or not scope.holds(start):
                continue
            if earlier is None or (earlier.valid_to is not None and earlier.valid_to < start):
                fresh[start].append(later)
            elif words := _difference(earlier, later):
                yield _told(start, RULE, words, [earlier, later])
        yield from _ended(rules, scope)
    for date, several in fresh.items():
        yield _told(date, NEW, _begun(several), several)


def _ended(rules: list[Rule], scope: Scope) -> Iterator[Happening]:
    for rule in rules:
        end = rule.valid_to
        if end is None or not scope.holds(end) or not rule.seats:
            continue
        follows = any(
            other is not rule
            and (other.valid_from or "") <= end
            and (other.valid_to is None or other.valid_to > end)
            for other in rules
        )
        if not follows:
            yield _told(end, ABOLISHED, f"{_seats(rule)} no longer in the rules", [rule])


def _difference(earlier: Rule, later: Rule) -> str:
    """What is another than before; blank where nothing is that the record knows."""
    said = []
    if None not in (earlier.seats, later.seats) and earlier.seats != later.seats:
        said.append(f"Seats: {number_word(earlier.seats or 0)} to {number_word(later.seats or 0)}")
    if earlier.voting != later.voting:
        said.append("now with a vote" if later.voting else "now without a vote")
    for name, before, now in (
        ("method", earlier.method, later.method),
        ("electorate", earlier.electorate, later.electorate),
        ("quota", earlier.quota, later.quota),
    ):
        if now and before != now:
            short = len(now) <= SHORT and len(before) <= SHORT
            said.append(f"{name}: {before} to {now}" if short and before else f"another {name}")
    words = "; ".join(said)
    return words[:1].upper() + words[1:]


def _begun(rules: list[Rule]) -> str:
    if len(rules) == 1:
        return f"{_seats(rules[0])} on record from here on"
    seats = [f"{one.section_name} {one.seats if one.seats is not None else 'not known'}" for one in rules]
    return f"Seats on record from here on: {listed(seats)}"


def _seats(rule: Rule) -> str:
    words = "Seats" if rule.seats is None else count(rule.seats, "seat")
    return words[:1].upper() + words[1:]


def _told(date: str, kind: str, words: str, rules: list[Rule]) -> Happening:
    alone = len({one.section for one in rules}) == 1
    section, name = (rules[0].section, rules[0].section_name) if alone else (None, "")
    return Happening(date, kind, words, section, name, frozenset(), facts("rule", (one.id for one in rules)))
