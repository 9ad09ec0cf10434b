"""What the words for a method, a unit or a rule say of the figures of a contest."""

from __future__ import annotations

import re
from typing import Final

_PREFERENCES: Final = re.compile(r"\bstv\b|transferable|\bfirst preferences?\b|alternative vote|instant run")
_NO_PAPERS: Final = re.compile(
    r"card|delegat|union|weighted|percent|per cent|%|share|affiliat|thousand|electoral college", re.I
)
_MOST_VOTES: Final = re.compile(
    r"plurality|first[- ]past[- ]the[- ]post|\bFPTP\b|\bblock vote\b|\bbloc vote\b|most votes|relative majority",
    re.I,
)
_OTHERWISE: Final = re.compile(
    r"run-?off|exhaustive|second (?:ballot|round)|supplementary|electoral college|appoint|nominat|proportional|party list"
    r"|d'?hondt|condorcet|borda|cumulative|absolute majority",
    re.I,
)
_OVERRIDING: Final = re.compile(
    r"quota for|reserved|at least .{0,40}\b(?:wom[ae]n|m[ae]n|female|male|BAME|disabled|young)|gender|\blots\b",
    re.I,
)


def is_of_preferences(method: str, unit: str = "") -> bool:
    """Whether papers carry one vote that may be transferred."""
    return _PREFERENCES.search(f"{method} {unit}".casefold()) is not None


def counts_papers(unit: str, method: str = "") -> bool:
    """Whether a figure is a number of papers, so that it cannot be larger than theirs.

    Card votes, weighted votes and percentages are no papers.
    """
    return _NO_PAPERS.search(f"{unit} {method}") is None


def elects_the_most_votes(method: str) -> bool:
    """Whether a method elects those with the most votes: first past the post, block vote."""
    return _MOST_VOTES.search(method) is not None and not elects_otherwise(method)


def elects_otherwise(method: str) -> bool:
    """Whether a method may elect others than those with the most votes: a run-off, lists, a college."""
    return _OTHERWISE.search(method) is not None


def may_override_votes(words: str) -> bool:
    """Whether words are of a rule that may override the order of votes."""
    return _OVERRIDING.search(words) is not None
