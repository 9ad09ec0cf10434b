"""What can go wrong, each in one sentence that a user can act on."""

from __future__ import annotations


class SlatewatchError(Exception):
    """A problem said in one sentence: what was found, where, and what was expected."""


class Missing(SlatewatchError):
    """The lens names a body, section, contest, person or faction that the record does not hold."""


class Unusable(SlatewatchError):
    """The database cannot be used: missing, not SQLite, locked, of a newer schema, or not ours."""


class BadRecord(SlatewatchError):
    """A folder of CSV files cannot be loaded: names file, line and column, what was found and what was expected."""
