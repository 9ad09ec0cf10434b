"""The record that comes with slatewatch, and the user's own database that is made from it at first run."""

from __future__ import annotations

from pathlib import Path

RECORD = Path(__file__).parent.parent / "db" / "record" / "labour"
"""The folder of the packaged record."""


def own_database() -> Path:
    """The user's own database; made from the packaged record where there is none yet."""
    from platformdirs import user_data_path

    path = user_data_path("slatewatch", appauthor=False) / "slatewatch.db"
    if not path.exists():
        from importers.folder import build

        build(RECORD, path)
    return path
