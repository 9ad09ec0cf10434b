"""The name of an exported file says what is in it, and nothing of when or where it was made."""

from __future__ import annotations

import re

from db.lens import Lens

MOST_BYTES = 120
"""Longest name in bytes, without its ending: file systems end at 255 and people much earlier."""


def name_of(view: str, lens: Lens) -> str:
    """Join the view and what its lens looks at, in letters, digits and hyphens: what is supposed first, no day twice."""
    named = lens.contest or lens.division or lens.claim or lens.source
    place = [named] if named else [lens.body, lens.section]
    supposed = ["scenario", lens.scenario] if lens.scenario else []
    date = None if named and lens.date and named.endswith(lens.date) else lens.date
    parts = [*supposed, view, lens.faction, *place, lens.person, date, lens.row]
    parts += [f"against-{lens.against}"] if lens.against else []
    parts += [*sorted(lens.factions), lens.text]
    name = "-".join(filter(None, (_slug(part or "") for part in parts)))
    return name.encode()[:MOST_BYTES].decode(errors="ignore").rstrip("-")


def _slug(text: str) -> str:
    """Letters and digits of any script, in small letters, joined by hyphens."""
    safe = text.encode(errors="ignore").decode()
    return re.sub(r"[\W_]+", "-", safe.casefold()).strip("-")
