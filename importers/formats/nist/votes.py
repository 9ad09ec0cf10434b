"""The votes of a selection out of its counts: of the whole district where given, else added over its parts, never both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from importers.formats.nist.tree import Node
from importers.results.ballots import whole
from importers.results.figures import LIMITS, measured
from importers.results.result import Doubt
from importers.results.text import clean

TOTAL: Final = "total"
NO_VOTES: Final = frozenset({"seats"})
"""Types of counts that count something else."""


class _Count(NamedTuple):
    unit: str
    type: str
    device: str
    votes: float | None
    place: str


class Votes(NamedTuple):
    """The votes, if they can be told, and what is doubtful."""

    votes: int | float | None
    doubts: tuple[Doubt, ...] = ()


def votes(selection: Node, district: str, parts: Mapping[str, frozenset[str]]) -> Votes:
    """The votes of a selection.

    Args:
        selection: with its VoteCounts.
        district: the id of the place in which the contest is held; empty where it is not said.
        parts: the places of which each place is made up.
    """
    counts, doubts = _counts(selection)
    by_unit: dict[str, list[_Count]] = {}
    for one in counts:
        by_unit.setdefault(one.unit, []).append(one)
    units, problem = _chosen(by_unit, district, parts)
    if problem:
        return Votes(None, (*doubts, (selection.place, problem)))
    each = {unit: _of_unit(by_unit[unit]) for unit in units}
    if not each or None in each.values():
        return Votes(None, tuple(doubts))
    found = whole(float(sum(one for one in each.values() if one is not None)))
    if found > LIMITS["votes"][2]:
        return Votes(
            None,
            (*doubts, (selection.place, f"Found {found:,} votes, expected at most {LIMITS['votes'][2]:,}.")),
        )
    return Votes(found, (*doubts, *_beyond(selection, by_unit, units, found)))


def _counts(selection: Node) -> tuple[list[_Count], list[Doubt]]:
    """The counts of the first round that are of votes; one that is withheld has no number."""
    nodes = selection.nodes("VoteCounts")
    rounds = sorted({int(text) for one in nodes if (text := one.text("Round")).isdecimal() and len(text) < 6})
    doubts: list[Doubt] = []
    if len(rounds) > 1:
        words = f"Found counts of {len(rounds)} rounds, expected one; those of round {rounds[0]} were taken."
        doubts.append((selection.place, words))
    found: list[_Count] = []
    seen: set[tuple[str, str, str]] = set()
    for one in nodes:
        text = one.text("Round")
        if rounds and text.isdecimal() and len(text) < 6 and int(text) != rounds[0]:
            continue
        count, problem = _count(one)
        doubts += [problem] if problem else []
        key = (count.unit, count.type, count.device)
        if count.type in NO_VOTES:
            continue
        if key in seen:
            doubts.append((one.place, f"Found a second count of the type {count.type[:40]} in {count.unit[:40] or 'the whole'}, "
                           "expected one; it was left out."))  # fmt: skip
            continue
        seen.add(key)
        found.append(count)
    return found, doubts


def _count(node: Node) -> tuple[_Count, Doubt | None]:
    kind = clean(node.text("OtherType") or node.text("Type")).casefold() or TOTAL
    device = clean(
        " ".join(f"{one.text('Type')} {one.text('OtherType')}" for one in node.nodes("DeviceClass"))
    )
    withheld = node.text("IsSuppressedForPrivacy").casefold() == "true"
    text = clean(node.text("Count"))
    value, problem = measured(text, "votes")
    count = _Count(clean(node.text("GpUnitId")), kind, device, None if withheld else value, node.place)
    if withheld:
        return count, (
            node.place,
            "Found a count that is withheld for privacy, expected votes; the sum stays unknown.",
        )
    if value is None:
        return count, (node.place, problem or "Found no Count, expected a number of votes.")
    return count, None


def _chosen(
    by_unit: Mapping[str, Sequence[_Count]], district: str, parts: Mapping[str, frozenset[str]]
) -> tuple[list[str], str]:
    """The places to be added up, none of them within another; and why it cannot be told."""
    for top in (district, ""):
        if top in by_unit:
            return [top], ""
    inner = {one for unit in by_unit for one in parts.get(unit, ())}
    outer = [unit for unit in by_unit if unit not in inner]
    covered: set[str] = set()
    for unit in outer:
        smallest = {unit, *parts.get(unit, ())}
        if covered & smallest:
            return (
                [],
                f"Found counts of places that overlap, {unit[:40]} among them, expected places apart or their whole.",
            )
        covered |= smallest
    if by_unit and not outer:
        return (
            [],
            "Found counts of places that are made up of each other, expected places apart or their whole.",
        )
    return outer, ""


def _of_unit(counts: Iterable[_Count]) -> float | None:
    """The votes of a place: the total where it is given, else all types added; the same with kinds of devices."""
    held = list(counts)
    totals = [one for one in held if one.type == TOTAL]
    if totals:
        return _added([one for one in totals if not one.device] or totals)
    broad = {one.type for one in held}
    apart = [one for one in held if not any(one.type.startswith(f"{other}-") for other in broad)]
    return _added([one for one in apart if not one.device] or apart)


def _added(counts: Iterable[_Count]) -> float | None:
    values = [one.votes for one in counts]
    return None if None in values else sum(value for value in values if value is not None)


def _beyond(
    selection: Node, by_unit: Mapping[str, Sequence[_Count]], units: Sequence[str], found: float
) -> Iterator[Doubt]:
    """A part that has more votes than the whole."""
    for unit, counts in by_unit.items():
        value = _of_unit(counts)
        if unit not in units and len(units) == 1 and value is not None and value > found:
            yield (
                selection.place,
                f"Found {value:,.10g} votes in {unit[:40]}, expected no more than the {found:,} of the whole.",
            )
            return
