"""Every key of the review, once: the line of keys, the help and the palette are made from this list."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding

DECIDING, ANSWERING, FINDING, LEAVING = (
    "Deciding",
    "Who, what, where",
    "Finding doubts",
    "Storing and leaving",
)


class _Key(NamedTuple):
    key: str
    action: str
    words: str
    group: str
    tooltip: str
    name: str
    display: str | None = None
    show: bool = True


_KEYS = (
    _Key("space", "tick", "tick", DECIDING, "Accept the item, or leave it out", "tick"),
    _Key("A", "tick_doubtful(True)", "accept all", DECIDING, "Accept what is doubtful here", "tick.all", "A", False),
    _Key("R", "tick_doubtful(False)", "reject all", DECIDING, "Leave out what is doubtful here", "tick.none", "R", False),
    _Key("x", "swap", "other value", DECIDING, "Show the other of two values; both are kept", "swap"),
    _Key("u", "undo", "undo", DECIDING, "Take back the last decision", "undo"),
    _Key("enter", "answer", "answer", ANSWERING, "Answer what is asked of the item", "answer", "enter"),
    _Key("p", "person", "person", ANSWERING, "Choose the person meant", "person"),
    _Key("l", "label", "slate", ANSWERING, "Choose the faction that a label stands for", "label"),
    _Key("t", "contest", "contest", ANSWERING, "Choose the contest that the results belong to", "contest"),
    _Key("v", "correct", "values", ANSWERING, "Correct values that were misread", "correct"),
    _Key("c", "columns", "columns", ANSWERING, "See what the columns were taken for, and change it", "columns"),
    _Key("M", "make_contests", "make", ANSWERING, "Make all bodies and sections that the sources name", "make", "M", False),
    _Key("F", "make_factions", "factions", ANSWERING, "Make a faction of every unknown label", "make.factions", "F", False),
    _Key("s", "source", "source", ANSWERING, "Say how the source is to be cited", "source"),
    _Key("n", "doubt(1)", "next doubt", FINDING, "Go to the next doubt", "doubt.next"),
    _Key("N", "doubt(-1)", "doubt before", FINDING, "Go to the doubt before", "doubt.previous", "N", False),
    _Key("w", "store", "store", LEAVING, "Store what is ticked", "store"),
    _Key("ctrl+s", "store", "store", LEAVING, "Store what is ticked", "store.quick", "^s", False),
    _Key("e", "export", "export", LEAVING, "Write the review to a file", "export", None, False),
    _Key("escape", "leave", "leave", LEAVING, "Leave without storing", "leave", "esc"),
    _Key("question_mark", "explain", "help", LEAVING, "Explain the review and its keys", "help", "?"),
    _Key("f1", "explain", "help", LEAVING, "Explain the review and its keys", "help.f1", "F1", False),
)  # fmt: skip

BINDINGS = [
    Binding(
        one.key,
        one.action,
        one.words,
        show=one.show,
        key_display=one.display,
        tooltip=one.tooltip,
        id=f"review.{one.name}",
        group=Binding.Group(one.group, compact=True),
    )
    for one in _KEYS
]
