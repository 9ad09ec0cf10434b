"""The formulas, pure: no SQL, no I/O; counts exact, figures exact fractions where the formula has no root.

The ones that every result needs are here; the others have a module each.
"""

from __future__ import annotations

from db.measures.results import DECIMALS, Result, margins
from db.measures.shares import growth, share, turnout

__all__ = ["DECIMALS", "Result", "growth", "margins", "share", "turnout"]
