"""One membership: a seat that was held, or a candidacy; where, from when to when, on whose behalf."""

from __future__ import annotations

import re
from typing import Final

from db.dates import includes, is_date
from importers.formats.popolo.objects import Objects, Thing
from importers.formats.popolo.person import Somebody
from importers.results.figures import measured
from importers.results.result import Doubt, Found, Seat

PARTIES: Final = frozenset({"party", "political party", "faction", "coalition", "alliance", "caucus"})
"""Classifications of organizations whose members hold no seat there."""

PLAIN_ROLES: Final = frozenset({"", "member"})
GAINED: Final = {
    "general_election": "elected", "general_election_probably": "elected", "regional_election": "elected",
    "by_election": "by-election", "unknown": "",
}  # fmt: skip
"""parlparse's words for how a seat was gained, in the record's; its other words stay, `changed_party` as `changed party`."""

EXTENSION: Final = "slatewatch"
"""The object in which our own files tell of a candidacy what Popolo has no field for."""

_TIME: Final = re.compile(r"(?<=^\d{4}-\d\d-\d\d)[T ].*$")
_NOUGHTS: Final = re.compile(r"(?:-00)+$")
OUTCOMES: Final = frozenset({"elected", "not elected", "withdrawn", "pending"})


def is_candidacy(membership: Thing) -> bool:
    """Whether somebody stood, and did not necessarily sit."""
    return membership.text("role").casefold() == "candidate"


def organization(objects: Objects, membership: Thing) -> Thing:
    """The body: that of the membership, else that of its post."""
    own = objects.of(membership, "organization")
    return own if own.values else objects.of(objects.of(membership, "post"), "organization")


def is_party(thing: Thing) -> bool:
    """Whether an organization is no body with seats."""
    return thing.text("classification").casefold() in PARTIES


def party(objects: Objects, membership: Thing) -> str:
    """The name of the organization on whose behalf; EveryPolitician's `unknown` is none."""
    name = objects.of(membership, "on_behalf_of").text("name")
    return "" if name.casefold() == "unknown" else name


def section(objects: Objects, membership: Thing) -> str:
    """The post, else the area, else the role where it is more than that of a member."""
    post, area = objects.of(membership, "post"), objects.of(membership, "area")
    if words := post.text("label", "name") or area.text("name") or objects.of(post, "area").text("name"):
        return words
    role = membership.text("role")
    return "" if role.casefold() in PLAIN_ROLES or is_candidacy(membership) else role


def seat(objects: Objects, membership: Thing, who: Somebody) -> tuple[Seat, list[Doubt]]:
    """The seat; a membership without dates lasts for its legislative period."""
    doubts: list[Doubt] = []
    period = objects.of(membership, "period")
    dates = [
        _date(membership, name, doubts) or _date(period, name, doubts) for name in ("start_date", "end_date")
    ]
    if all(dates) and dates[1] < dates[0] and not includes(dates[1], dates[0]):
        doubts.append((membership.place, f"Found an end in {dates[1]} before the start in {dates[0]}."))
    gained = membership.text("start_reason")
    found = Seat(
        who.name, who.sort_name, membership.place, organization(objects, membership).text("name"),
        section(objects, membership), dates[0], dates[1], GAINED.get(gained, gained.replace("_", " ")),
        _reason(membership.text("end_reason")), "", party(objects, membership), who.gender,
        who.identifiers, who.other_names,
    )  # fmt: skip
    return found, doubts


def candidacy(objects: Objects, membership: Thing, who: Somebody) -> tuple[Found, list[Doubt]]:
    """Who stood, with votes and outcome where the file tells them."""
    doubts: list[Doubt] = []
    more = extension(membership)
    votes, share = (_figure(more, name, doubts) for name in ("votes", "share"))
    rank = _figure(more, "rank", doubts)
    found = Found(
        who.name, who.sort_name, membership.place, words=more.text("description"),
        votes=votes, share=share, rank=None if rank is None else int(rank),
        slate=party(objects, membership), outcome=_outcome(membership, more),
        gender=who.gender, identifiers=who.identifiers, other_names=who.other_names,
    )  # fmt: skip
    return found, doubts


def event(objects: Objects, membership: Thing) -> Thing:
    """The election of a candidacy."""
    for thing in (membership, extension(membership)):
        for name in ("event", "election", "period"):
            if (found := objects.of(thing, name)).values:
                return found
    return Thing({}, "")


def day(thing: Thing) -> str:
    """The day that an event began, where it is a date."""
    doubts: list[Doubt] = []
    return _date(thing, "start_date", doubts)


def extension(thing: Thing) -> Thing:
    """What stands in an object for which Popolo has no field."""
    held = thing.values.get(EXTENSION)
    return Thing(held, thing.place) if isinstance(held, dict) else Thing({}, thing.place)


def _outcome(membership: Thing, more: Thing) -> str:
    if (stated := more.text("outcome")) in OUTCOMES:
        return stated
    flag = membership.values.get("elected")
    return ("elected" if flag else "not elected") if isinstance(flag, bool) else ""


def _figure(thing: Thing, name: str, doubts: list[Doubt]) -> int | float | None:
    value, problem = measured(thing.text(name), name)
    if problem:
        doubts.append((thing.place, problem))
    return value


def _date(thing: Thing, name: str, doubts: list[Doubt]) -> str:
    """A date as precise as it is told; `1970-00-00` and times of day are cut to what they say."""
    words = thing.text(name)
    text = _NOUGHTS.sub("", _TIME.sub("", words))
    if not words or is_date(text):
        return text
    doubts.append(
        (thing.place, f"Found {words[:40]!r} as {name}, expected a date such as 2014-08 or 2014-08-20.")
    )
    return ""


def _reason(word: str) -> str:
    return "" if word == "unknown" else word.replace("_", " ")
