"""The names of the packaged record, read once for the tests of this folder."""

from __future__ import annotations

from functools import cache

from records import PACKAGED, opened

from importers.known import Known


@cache
def packaged() -> Known:
    """What the packaged record knows by name."""
    return Known(opened(PACKAGED))
