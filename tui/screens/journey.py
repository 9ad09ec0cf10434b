"""Where one is, where one has been, and on which row: values and pure functions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from db.lens import Lens, Place

NOWHERE = Place("composition", Lens())
"""Before the first answer."""

ACROSS = ("candidates", "contests", "factions", "sources")
"""Questions that can be asked of all bodies at once."""

Identity = tuple[str, str | None, str | None, str | None, str | None]


def identity(place: Place) -> Identity:
    """What makes a place another place: filters, dates and sorting do not."""
    lens = place.lens
    return (place.view, lens.body, lens.section, lens.contest, lens.person)


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
    contest: Place | None = None
    """The contest looked at last."""
    person: Place | None = None
    """The record looked at last."""

    home: Lens = field(default_factory=Lens)
    """Body and section looked at last: a person's record belongs to none."""

    def note(self, place: Place) -> None:
        """Remember what is shown, for the letters that lead back to it.

        Args:
            place: with the lens of the answer, which names what the question's lens left open.
        """
        if place.view == "contest" and place.lens.contest:
            self.contest = place
        if place.view == "candidate":
            self.person = place
        if place.lens.body is not None:
            self.home = Lens(body=place.lens.body, section=place.lens.section)


def switch(place: Place, view: str, trail: Trail) -> Place | None:
    """The place that the letter of a pane leads to: the same body, date and factions, another question.

    Words filtered by and sorting belong to the columns of one pane and stay behind.

    Returns:
        None when there is no such place yet: nobody's record has been opened.
    """
    lens = place.lens.at(sort=None, contest=None, person=None, text="")
    if lens.body is None and (place.view == "candidate" or view not in ACROSS):
        lens = lens.at(body=trail.home.body, section=trail.home.section)
    if view == "candidate":
        return _with_factions(trail.person, place)
    if view == "ladder" and place.view == "contest":
        return Place(view, lens.at(contest=place.lens.contest))
    if view == "contest" and trail.contest and _within(trail.contest.lens, lens):
        return _with_factions(trail.contest, place)
    return Place(view, lens)


def arrive(here: Place, there: Place, kind: str) -> Place:
    """The place that choosing a body or section leads to: the same question, day and factions where they fit."""
    if kind not in ("body", "section", "everything"):
        return there._replace(lens=there.lens._replace(factions=here.lens.factions))
    kept = ACROSS if kind == "everything" else ("composition", "changes", "candidates", "contests")
    view = here.view if here.view in kept else there.view
    lens = there.lens._replace(
        factions=here.lens.factions, date=here.lens.date if view != "candidates" else None
    )
    return Place(view, lens)


def _within(contest: Lens, lens: Lens) -> bool:
    return contest.body == lens.body and lens.section in (None, contest.section)


def _with_factions(there: Place | None, here: Place) -> Place | None:
    return there and there._replace(lens=there.lens._replace(factions=here.lens.factions))
