"""Where one is, where one has been, and on which row: values and pure functions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from db.lens import Lens, Place

NOWHERE = Place("composition", Lens())
"""Before the first answer."""

ACROSS = ("candidates", "contests", "factions", "sources", "disputes", "audit", "claims")
"""Questions that can be asked of all bodies at once."""

OF_A_PLACE = (
    "composition",
    "timeline",
    "changes",
    "candidates",
    "contests",
    "divisions",
    "schemes",
    "ladder",
    "measures",
    "scenarios",
    "disputes",
    "audit",
    "claims",
)
"""Questions that are kept where another body or section is chosen."""

ONE = {
    "contest": "contest",
    "candidate": "person",
    "faction": "faction",
    "division": "division",
    "claim": "claim",
    "source": "source",
    "evidence": "row",
}
"""Questions about one thing, and the field of the lens that names it."""

Identity = tuple[str | None, ...]


def identity(place: Place) -> Identity:
    """What makes a place another place: filters, dates and sorting do not."""
    lens = place.lens
    own = (lens.scheme, lens.beside) if place.view == "scheme" else ()
    things = (lens.body, lens.section, lens.contest, lens.person, lens.faction, lens.division, lens.claim)
    return (place.view, *things, lens.source, lens.row, lens.scenario, *own)


class Mark(NamedTuple):
    """The row that one was on."""

    table: int
    """Which table of the pane."""
    row: str
    """Key of the row."""
    position: int


@dataclass
class Trail:
    """The places left behind, and the row that one was on in each."""

    steps: list[Place] = field(default_factory=list)
    marks: dict[Identity, Mark] = field(default_factory=dict)
    opened: dict[str, Place] = field(default_factory=dict)
    """Of the views that show one thing, the place looked at last: a contest, a person's record, a faction's."""

    home: Lens = field(default_factory=Lens)
    """Body and section looked at last: a person's record belongs to none."""

    def note(self, place: Place) -> None:
        """Remember what is shown, for the letters that lead back to it.

        Args:
            place: with the lens of the answer, which names what the question's lens left open.
        """
        if place.view in ONE and getattr(place.lens, ONE[place.view]):
            self.opened[place.view] = place
        if place.lens.body is not None:
            self.home = Lens(body=place.lens.body, section=place.lens.section)


def switch(place: Place, view: str, trail: Trail) -> Place | None:
    """The place that the letter of a pane leads to: the same body, date and factions, another question.

    Words filtered by and sorting belong to the columns of one pane and stay behind.

    Returns:
        None when there is no such place yet: nobody's record has been opened.
    """
    lens = place.lens.at(sort=None, text="", beside=None, **dict.fromkeys(ONE.values()))
    if lens.body is None and (place.view in ONE or view not in ACROSS):
        lens = lens.at(body=trail.home.body, section=trail.home.section)
    if view in ("ladder", "measures", "disputes", "audit", "claims") and place.view == "contest":
        return Place(view, lens.at(contest=place.lens.contest))
    last = trail.opened.get(view)
    if view == "contest":
        return _as_seen(last, place) if last and _within(last.lens, lens) else Place(view, lens)
    return _as_seen(last, place) if view in ONE else Place(view, lens)


def arrive(here: Place, there: Place, kind: str) -> Place:
    """The place that choosing a body or section leads to: the same question, day and factions where they fit."""
    if kind not in ("body", "section", "everything"):
        return there._replace(lens=_seen_as(there.lens, here.lens))
    if here.view == "faction":
        return Place(here.view, here.lens.at(body=there.lens.body, section=there.lens.section))
    kept = ACROSS if kind == "everything" else OF_A_PLACE
    view = here.view if here.view in kept else there.view
    lens = _seen_as(there.lens, here.lens).at(date=here.lens.date if view != "candidates" else None)
    return Place(view, lens)


def _within(contest: Lens, lens: Lens) -> bool:
    return contest.body == lens.body and lens.section in (None, contest.section)


def _as_seen(there: Place | None, here: Place) -> Place | None:
    return there and there._replace(lens=_seen_as(there.lens, here.lens))


def _seen_as(there: Lens, here: Lens) -> Lens:
    """A lens with the factions, the grouping and the scenario of another: how one looks goes along to where one looks."""
    return there._replace(
        factions=here.factions, grouping=here.grouping, scheme=here.scheme, scenario=here.scenario
    )
