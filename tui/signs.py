"""The signs of what an item of an import is: the same in the report of the command and in the review."""

from __future__ import annotations

from importers.review.proposal import CHANGED, CONFLICT, DOUBTFUL, NEW, SAME

SIGNS = {NEW: "+", SAME: "=", CHANGED: "~", CONFLICT: "!", DOUBTFUL: "?"}
"""Stand before the items; README.md says what they mean."""
