"""A folder of records taken into a database that has a record already: what is new is added, nothing is overwritten."""

from __future__ import annotations

from importers.merging.merge import Counts, counted, digest, merge, plan
from importers.merging.step import Step

__all__ = ["Counts", "Step", "counted", "digest", "merge", "plan"]
"""`plan` says what `merge` would do; `merge` does it through the ledger of an import, which is one transaction."""
