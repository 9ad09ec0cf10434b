"""Values of a candidate corrected by hand, read as the importers read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from db.errors import SlatewatchError
from importers.results import said
from importers.results.figures import measured
from importers.results.names import split
from importers.results.result import Found
from importers.results.text import clean
from importers.review.decisions import Value
from tui.review.form import Field

Values = dict[str, Value]

LABELS = {"words": "description", "sitting": "sitting member"}
HINTS = {
    "outcome": "elected, not elected, withdrawn or pending; blank where the source is silent",
    "sitting": "yes or no",
    "gender": "f or m, only where the source states it",
}
FIELDS = ("name", "votes", "share", "rank", "nominations", "outcome", "slate", "words", "sitting", "gender")


def fields(found: Found) -> tuple[Field, ...]:
    """The lines of the form, with what was understood."""
    return tuple(
        Field(name, LABELS.get(name, name), _written(getattr(found, name)), HINTS.get(name, ""))
        for name in FIELDS
    )


def corrected(found: Found, typed: Mapping[str, str]) -> Values:
    """What differs from what was understood.

    Raises:
        SlatewatchError: a value cannot be read; the sentence says what was expected.
    """
    changed: Values = {}
    for name in FIELDS:
        if typed[name] == _written(getattr(found, name)):
            continue
        value = READ.get(name, _figure)(name, typed[name])
        if value != getattr(found, name):
            changed[name] = value
    if isinstance(changed.get("name"), str):
        changed["sort_name"] = split(str(changed["name"])).sort_name
    return changed


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.12g}"
    return "" if value is None else str(value)


def _figure(name: str, text: str) -> Value:
    value, problem = measured(text, name)
    if problem:
        raise SlatewatchError(f"{name}: {problem}")
    return value


def _name(name: str, text: str) -> Value:
    if not (words := clean(text)):
        raise SlatewatchError("name: found nothing, expected the name of the candidate.")
    return words


def _outcome(name: str, text: str) -> Value:
    read = "pending" if text.casefold() == "pending" else said.outcome_in_column(text)
    if text and not read:
        raise SlatewatchError(
            f"outcome: found {text[:40]!r}, expected elected, not elected, withdrawn, pending or nothing."
        )
    return read


def _sitting(name: str, text: str) -> Value:
    read = said.sitting(text)
    if text and read is None:
        raise SlatewatchError(f"sitting member: found {text[:40]!r}, expected yes, no or nothing.")
    return read


def _gender(name: str, text: str) -> Value:
    read = said.gender(text)
    if text and not read:
        raise SlatewatchError(f"gender: found {text[:40]!r}, expected f, m or nothing.")
    return read


def _words(name: str, text: str) -> Value:
    return clean(text)


READ: dict[str, Callable[[str, str], Value]] = {
    "name": _name,
    "outcome": _outcome,
    "sitting": _sitting,
    "gender": _gender,
    "slate": _words,
    "words": _words,
}
"""How what is typed is read; a figure where nothing is said here."""
