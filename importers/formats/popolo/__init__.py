"""Popolo JSON: who holds which seat from when to when, on whose behalf, and who stood for it.

Sources: popoloproject.com/specs (persons, organizations, memberships, posts, areas, events); EveryPolitician's
`ep-popolo-v1.0.json`, in which a membership without dates lasts for its legislative period; parlparse's `people.json`, which adds
`start_reason` and `end_reason` and redirects old ids.
"""

from __future__ import annotations

from typing import Final

from importers.documents.document import BadFile
from importers.file import File
from importers.formats.format import Reading
from importers.formats.json_data import is_json, parsed
from importers.formats.popolo.grouping import results
from importers.formats.popolo.objects import KINDS, Objects

__all__ = ["NAME", "TITLE", "read", "sure"]

NAME: Final = "popolo"
TITLE: Final = "Popolo JSON (EveryPolitician, parlparse)"
MARKS: Final = (
    '"memberships"',
    '"persons"',
    '"organizations"',
    '"person_id"',
    '"organization_id"',
    '"post_id"',
)
ENOUGH: Final = 3
"""So many of the marks are found in no other JSON."""


def sure(file: File) -> float:
    """Sure where a JSON text has the lists and references of Popolo."""
    if not is_json(file):
        return 0.0
    return 0.85 if sum(mark in file.text for mark in MARKS) >= ENOUGH else 0.0


def read(file: File) -> Reading:
    """A result for each body and, of elections, for each contest.

    Raises:
        BadFile: it is no JSON, or holds none of the lists of Popolo, or no membership.
    """
    value = parsed(file)
    if not isinstance(value, dict) or not any(isinstance(value.get(kind), list) for kind in KINDS):
        raise BadFile(
            f"{file.name}: found no list of {', '.join(KINDS)}, expected an object with those of Popolo."
        )
    objects = Objects(value)
    found = results(objects)
    if not found:
        raise BadFile(f"{file.name}: found no membership in a body, expected some that name their persons.")
    return Reading(NAME, found, objects.told())
