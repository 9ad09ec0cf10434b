"""What does not add up between the pieces of a result, and between it and the record: `checks` is the one way in."""

from __future__ import annotations

from importers.results.checks.derived import Derived, proposed_outcomes
from importers.results.checks.everything import checks
from importers.results.checks.stored import Stored

__all__ = ["Derived", "Stored", "checks", "proposed_outcomes"]
