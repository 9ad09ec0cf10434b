"""What the export dialog answers with."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Wish(NamedTuple):
    """Where the view is to be written, and how."""

    path: Path
    format: str
