"""A sentence taken apart: its main line, and what stands in brackets or between dashes, each with whom it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.prose.claims import Ground
from importers.prose.shape import Shape

_ASIDES = (
    re.compile(r" ?\(([^()]{1,400})\)"),
    re.compile(r" – ([^–]{1,300}?) – "),
)
_LAST = re.compile(r"(L\d+)[, ]*$")


def grounds(shape: Shape, head: tuple[str, ...], faction: tuple[str, ...]) -> tuple[Ground, ...]:
    """The parts of a sentence that state something; asides after the main line.

    Args:
        shape: of the sentence.
        head: the persons of whom was spoken last.
        faction: keys of the faction of which was spoken last.
    """
    text, asides = shape.text, []
    for pattern in _ASIDES:
        found = list(pattern.finditer(text))
        asides += [_aside(shape, one[1], text[: one.start()], head, faction) for one in found]
        text = pattern.sub(lambda one: one[0][0] if "L" in one[1] and one[0][0] == "(" else " ", text)
        text = re.sub(r" {2,}", " ", text)
    return (Ground(shape, text, head, faction), *asides)


def _aside(
    shape: Shape, content: str, before: str, head: tuple[str, ...], faction: tuple[str, ...]
) -> Ground:
    last = _LAST.search(before)
    named = re.findall(r"L\d+", before)
    whose = shape.keys[named[0]] if named else head
    factions = re.findall(r"F\d+", before)
    backer = shape.keys[factions[-1]] if factions else faction
    return Ground(shape, f"{last[1]} {content}" if last else content, whose, backer, max(1, len(before)))


def spoken_of(shape: Shape, head: tuple[str, ...]) -> tuple[str, ...]:
    """The persons of whom the next sentence may speak as `she` or `they`: those named first."""
    return next((shape.keys[sign] for sign in _signs(shape)), head)


def spoken_of_last(shape: Shape, head: tuple[str, ...]) -> tuple[str, ...]:
    """The persons named last: `the latter` is the last of them."""
    signs = list(_signs(shape))
    return shape.keys[signs[-1]] if signs else head


def faction_of(shape: Shape, faction: tuple[str, ...]) -> tuple[str, ...]:
    """The faction that the next sentence may call `the group`: the one named first."""
    named = re.search(r"F\d+", shape.text)
    return shape.keys[named[0]] if named else faction


def _signs(shape: Shape) -> Iterator[str]:
    yield from re.findall(r"L\d+", shape.text)
