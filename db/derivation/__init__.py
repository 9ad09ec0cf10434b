"""What follows from the stored rows: totals and shares, copies for the lists, terms, the words of the search.

Derived anew at the end of every load, in the same transaction, so that it is never out of step.
"""

from __future__ import annotations

import sqlite3

from db.derivation.figures import derive_figures
from db.derivation.search import derive_search
from db.derivation.terms import derive_terms
from db.derivation.touched import Touched


def derive(connection: sqlite3.Connection, touched: Touched | None = None) -> None:
    """Derive everything, or only what was touched; both come to the same."""
    derive_figures(connection, touched)
    derive_terms(connection, touched)
    derive_search(connection, touched)
