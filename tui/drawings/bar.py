"""Bars of parts in block characters: eighths of a cell, largest remainder, nothing that exists left invisible."""

from __future__ import annotations

from collections.abc import Sequence

from db.view import NO_SLATE, Faction
from tui.drawings.fitting import fit, steady
from tui.drawings.ink import Ink, Line, merged

TAKEN, UNKNOWN, VACANT, UNFILLED = "●", "◌", "○", "×"

EIGHTHS = " ▏▎▍▌▋▊▉█"


def eighths(part: float, width: int) -> str:
    """One bar of a part of 1, at most `width` cells long; above nothing it shows at least an eighth of a cell."""
    if width <= 0 or not part > 0:
        return ""
    units = max(1, min(round(part * width * 8), width * 8))
    full, rest = divmod(units, 8)
    return "█" * full + (EIGHTHS[rest] if rest else "")


def allotted(parts: Sequence[float], units: int, least: int = 1) -> list[int]:
    """Whole units for parts, by largest remainder, summing to `units`.

    A part above nothing gets at least `least` units where there are units enough; where there are not, the greatest parts get
    one each.  Equal remainders go to the earlier part, so that the same figures always give the same picture.
    """
    present = [position for position, part in enumerate(parts) if part > 0]
    given = [0] * len(parts)
    if not present or units <= 0:
        return given
    if len(present) > units:
        for position in sorted(present, key=lambda at: (-parts[at], at))[:units]:
            given[position] = 1
        return given
    floor = min(least, units // len(present))
    whole = sum(parts[position] for position in present)
    quotas = {position: parts[position] * units / whole for position in present}
    for position in present:
        given[position] = max(floor, int(quotas[position]))
    _settle(given, quotas, units, floor)
    return given


def stacked(groups: Sequence[tuple[Faction, int]], vacant: int, width: int, *, colour: bool = True) -> Line:
    """One line in which each faction has its part of the width; vacant places stand at the end, faint.

    In colour a cell on a border shows both neighbours.  Without colour each cell is the sign of the faction that holds it.
    """
    parts = [seats for _, seats in groups] + [vacant]
    present = sum(part > 0 for part in parts)
    per_cell, least = (1, 1) if not colour else (8, 8) if present * 2 <= width else (2, 1)
    given = allotted(parts, width * per_cell, least)
    owners = [owner for owner, units in enumerate(given) for _ in range(units)]
    line: Line = []
    for start in range(0, len(owners), per_cell):
        line.append(_cell(owners[start : start + per_cell], groups, colour))
    return merged(line)


def _settle(given: list[int], quotas: dict[int, float], units: int, floor: int) -> None:
    """Bring the sum to `units`: what is missing to the largest remainders, what is over from those furthest above their quota."""
    while (missing := units - sum(given)) > 0:
        order = sorted(quotas, key=lambda at: (given[at] - quotas[at], at))
        for position in order[:missing]:
            given[position] += 1
    while sum(given) > units:
        over = max(
            (at for at in quotas if given[at] > floor), key=lambda at: (given[at] - quotas[at], given[at], at)
        )
        given[over] -= 1


def _cell(owners: list[int], groups: Sequence[tuple[Faction, int]], colour: bool) -> Ink:
    first, last = owners[0], owners[-1]
    if not colour:
        return (
            Ink(VACANT, faint=True) if first >= len(groups) else Ink(mark_of(groups[first][0], colour=False))
        )
    left, right = _shade(first, groups), _shade(last, groups)
    if first == last:
        return Ink("█" if left else "░", left, faint=left is None)
    eighth = owners.count(first) * 8 // len(owners)
    if left is None:
        return Ink(EIGHTHS[eighth], None, right, faint=True)
    return Ink(EIGHTHS[eighth], left, right)


def _shade(owner: int, groups: Sequence[tuple[Faction, int]]) -> str | None:
    """The colour of a part; vacant places have none."""
    return groups[owner][0].colour if owner < len(groups) else None


def sign_of(faction: Faction) -> str:
    """The sign of a faction in exactly one cell."""
    return fit(steady(faction.sign)[:1] or "?", 1)


def mark_of(faction: Faction, *, colour: bool) -> str:
    """One seat: filled in colour, the sign without, and hollow where no source states a slate."""
    if faction.key == NO_SLATE.key:
        return UNKNOWN
    return TAKEN if colour else sign_of(faction)


def legend(
    groups: Sequence[tuple[Faction, int]], vacant: int, unfilled: int = 0, *, colour: bool = True
) -> list[Line]:
    """What the colours and signs mean, with the seats: one short line for each faction that has any."""
    entries: list[Line] = []
    for faction, seats in groups:
        if seats > 0:
            mark = Ink(mark_of(faction, colour=colour), faction.colour if colour else None, strong=not colour)
            entries.append([mark, Ink(f" {steady(faction.short)} {seats}")])
    if vacant > 0:
        entries.append([Ink(VACANT, faint=True), Ink(f" not known {vacant}")])
    if unfilled > 0:
        entries.append([Ink(UNFILLED, faint=True), Ink(f" vacant {unfilled}")])
    return entries
