"""Large tables of candidacies, a row each with its contest: read as a stream, stored in one transaction, in seconds a million."""

from __future__ import annotations

from importers.bulk.loading import load
from importers.bulk.planning import is_bulk, plan
from importers.bulk.report import BulkPlan, BulkReport, Cancelled, Given

__all__ = ["BulkPlan", "BulkReport", "Cancelled", "Given", "is_bulk", "load", "plan"]
