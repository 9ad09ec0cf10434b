"""The person of a membership: names in both orders, other names, what data sets call the person, gender where it is stated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from db.identity import plain_name
from importers.formats.persons import person as named
from importers.formats.popolo.objects import Objects, Thing
from importers.results.said import gender
from importers.results.text import clean

UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
MOST: Final = 50
"""Other names and identifiers of one person."""

LOCAL: Final = "popolo"
"""The scheme of ids that hold in one file only."""

Identifiers = tuple[tuple[str, str], ...]


class Somebody(NamedTuple):
    """A person as the file tells of one."""

    name: str
    sort_name: str
    gender: str
    identifiers: Identifiers
    other_names: tuple[str, ...]


def somebody(objects: Objects, thing: Thing) -> Somebody | None:
    """The person; None where no name is told."""
    names = list(dict.fromkeys(_names(thing)))
    found = named(names[0], thing.place, thing.text("family_name")) if names else None
    if found is None:
        return None
    others = tuple(one for one in names[1 : MOST + 1] if one != found.name)
    sort_name = thing.text("sort_name") or found.sort_name
    return Somebody(found.name, sort_name, gender(thing.text("gender")), identifiers(objects, thing), others)


def everybody(objects: Objects) -> dict[str, Somebody | None]:
    """The persons of a file by their places.

    Two of one name whom no identifier tells apart are told apart by their ids, with the name since such ids hold in one file.
    """
    found = {thing.place: somebody(objects, thing) for thing in objects.found["persons"].values()}
    called = Counter(plain_name(one.name) for one in found.values() if one)
    for thing in objects.found["persons"].values():
        one = found[thing.place]
        if one and not one.identifiers and called[plain_name(one.name)] > 1:
            found[thing.place] = one._replace(identifiers=((LOCAL, f"{thing.text('id')} {one.name}"),))
            words = f"Found another {one.name}, expected an identifier that tells them apart; their ids in the file do."
            objects.doubts.append((thing.place, words))
    return found


def _names(thing: Thing) -> Iterator[str]:
    """Every name, the one that is used now first."""
    if name := thing.text("name") or _joined(thing):
        yield name
    for one in sorted(
        thing.things("other_names"), key=lambda one: (one.text("note") != "Main", one.text("end_date"))
    ):
        if name := one.text("name") or _joined(one):
            yield name


def _joined(thing: Thing) -> str:
    """A name that is told in parts; peers have a title and a place instead.  Parts of a name alone are none."""
    if thing.text("lordname", "lordofname"):
        place = thing.text("lordofname")
        parts = [thing.text("honorific_prefix"), thing.text("lordname"), f"of {place}" if place else ""]
        return " ".join(filter(None, parts))
    parts = [thing.text("given_name"), thing.text("family_name")]
    return " ".join(parts) if all(parts) else ""


def identifiers(objects: Objects, thing: Thing) -> Identifiers:
    """What data sets call the person, ids that were merged into theirs among them.

    The id in the file is taken only where it means the same in other files: a UUID, or an id that names its data set
    (`uk.org.publicwhip/person/10001`).
    """
    own = thing.text("id")
    ids = [own] if own else []
    for key in ids:
        ids += [one for one in objects.redirects.get(key, []) if one not in ids][:MOST]
    stated = ((one.text("scheme"), one.text("identifier")) for one in thing.things("identifiers"))
    found = [one for one in stated if all(one)] + [one for key in ids for one in global_id(key)]
    return tuple(dict.fromkeys(found))[:MOST]


def global_id(key: str) -> Identifiers:
    """Scheme and value of an id that is the same everywhere; nothing for one of this file alone."""
    if UUID.fullmatch(key):
        return (("uuid", key),)
    scheme, _, value = clean(key).rpartition("/")
    return ((scheme, value),) if scheme and value and ("." in scheme or scheme.startswith("ocd-")) else ()
