"""What is found in a document: results, each with its candidates as the source prints them and what is doubtful about them."""

from __future__ import annotations

from typing import NamedTuple

Doubt = tuple[str, str]
"""Where something was found, and a sentence: what it is and what was expected."""


class Found(NamedTuple):
    """One candidate as the source prints it; None and the empty text mean that the source does not say."""

    name: str
    sort_name: str
    origin: str
    printed: str = ""
    words: str = ""
    votes: int | float | None = None
    share: float | None = None
    previous_votes: int | None = None
    previous_share: float | None = None
    rank: int | None = None
    nominations: int | None = None
    slate: str = ""
    outcome: str = ""
    sitting: bool | None = None
    gender: str = ""


class Result(NamedTuple):
    """One election as a table or a run of lines gives it; `columns` are the roles of a table's columns."""

    title: str
    candidates: tuple[Found, ...]
    doubts: tuple[Doubt, ...]
    columns: tuple[str, ...] = ()
