"""What is remembered from one day to the next: the theme, and the place last looked at in each file."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from db.lens import Lens, Place

MOST = 20
"""Files whose place is remembered."""


class Memory:
    """A small JSON file in the user's state folder; what cannot be read is as good as nothing remembered."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._kept = self._read()

    @classmethod
    def standard(cls) -> Memory:
        """The file in the place that the system keeps for such."""
        from platformdirs import user_state_path

        return cls(user_state_path("slatewatch", appauthor=False) / "session.json")

    @property
    def theme(self) -> str:
        """Name of the theme used last; blank for none."""
        return str(self._kept.get("theme") or "")

    @property
    def folder(self) -> Path | None:
        """The folder that files were last opened from, if it is still there."""
        kept = self._kept.get("folder")
        try:
            return Path(kept) if isinstance(kept, str) and Path(kept).is_dir() else None
        except (OSError, ValueError):
            return None

    def place(self, path: Path) -> Place | None:
        """The place looked at last in a file."""
        places = self._kept.get("places")
        kept = places.get(_key(path)) if isinstance(places, dict) else None
        if not isinstance(kept, dict):
            return None
        words = {name: kept[name] for name in NAMES if isinstance(kept.get(name), str)}
        factions = kept.get("factions")
        keys = (
            frozenset(key for key in factions if isinstance(key, str))
            if isinstance(factions, list)
            else frozenset()
        )
        view = kept.get("view")
        return Place(view, Lens(factions=keys, **words)) if isinstance(view, str) else None

    def keep(self, theme: str, path: Path, place: Place, folder: Path | None = None) -> None:
        """Remember all but the words filtered by: a list that lacks rows for a forgotten reason misleads.

        Args:
            theme: name of the theme.
            path: of the database.
            place: what is looked at in it.
            folder: that files were opened from; the one remembered already where none were.
        """
        lens = place.lens
        entry: dict[str, Any] = {name: getattr(lens, name) for name in NAMES if getattr(lens, name)}
        entry |= {"view": place.view, "factions": sorted(lens.factions)}
        before = self._kept.get("places")
        places = (
            {key: value for key, value in before.items() if key != _key(path)}
            if isinstance(before, dict)
            else {}
        )
        places[_key(path)] = entry
        kept_folder = str(folder) if folder else self._kept.get("folder")
        self._kept = {"theme": theme, "places": dict([*places.items()][-MOST:]), "folder": kept_folder}
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(json.dumps(self._kept, indent=1), encoding="utf-8")

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}


NAMES = (
    "body",
    "section",
    "contest",
    "person",
    "date",
    "against",
    "sort",
    "grouping",
    "scheme",
    "beside",
    "faction",
    "division",
    "claim",
    "source",
    "row",
)
"""Fields of the lens that are remembered, beside the factions."""


def _key(path: Path) -> str:
    return str(path.resolve())
