"""What the options of `slatewatch scenario` suppose: words of the command line become assumptions by the ids of rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from db.errors import SlatewatchError

if TYPE_CHECKING:
    from sqlite3 import Connection

    from db.editing.scenarios import Supposed

SHAPES = {
    "seat": "SECTION/HOLDER=NEWCOMER:FACTION",
    "fill": "SECTION=NEWCOMER:FACTION",
    "lean": "PERSON=FACTION",
    "move": "FACTION=SCHEME/BLOC",
    "swing": "CONTEST:FROM>TO=POINTS",
}
"""How each option is written; where a FACTION is, SCHEME/BLOC may be; a newcomer need be neither on record nor of a faction."""

PATTERNS = {
    "seat": re.compile(r"(?P<section>[^/=]+)/(?P<holder>[^=]+)=(?P<taker>[^:]+)(:(?P<side>.+))?"),
    "fill": re.compile(r"(?P<section>[^=]+)=(?P<taker>[^:]+)(:(?P<side>.+))?"),
    "lean": re.compile(r"(?P<person>[^=]+)=(?P<side>.+)"),
    "move": re.compile(r"(?P<faction>[^=]+)=(?P<side>.+)"),
    "swing": re.compile(r"(?P<contest>[^:]+):(?P<source>[^>]+)>(?P<target>[^=]+)=(?P<points>[0-9.]+)"),
}


class Understood(NamedTuple):
    """An option, understood."""

    supposed: Supposed
    said: str
    """What the user should know of it; blank where all is plain."""


class Reading:
    """Finds out in the record what the words of options name."""

    def __init__(self, opened: Connection, body: str | None, date: str | None) -> None:
        """Take the record, the key of the body whose sections are meant, and the day on which seats are held."""
        self.opened, self.body, self.date = opened, body, date

    def understood(self, option: str, text: str) -> Understood:
        """An option as an assumption.

        Raises:
            Missing: the record does not hold what it names.
            SlatewatchError: it is not written as it should be.
        """
        found = PATTERNS[option].fullmatch(text.strip())
        if found is None:
            raise SlatewatchError(
                f"--{option}: found {text!r}, expected {SHAPES[option]}, such as {EXAMPLES[option]}."
            )
        parts = {name: part.strip() for name, part in found.groupdict().items() if part is not None}
        return getattr(self, f"_{option}")(**parts)  # type: ignore[no-any-return]

    def _seat(self, section: str, holder: str, taker: str, side: str = "") -> Understood:
        from db.editing.supposals import won_at

        filled, person = self._fill(section, taker, side), self._id("person", holder)
        supposed = filled.supposed._replace(kind="seat", person_id=person)
        if self.date is not None:
            contest = won_at(self.opened, supposed.section_id or 0, person, self.date)
            supposed = supposed._replace(contest_id=contest)
        return filled._replace(supposed=supposed)

    def _fill(self, section: str, taker: str, side: str = "") -> Understood:
        from db.editing.scenarios import Supposed
        from db.editing.supposals import contest_before

        person, said = self._taker(taker)
        number = self._id("section", section)
        supposed = Supposed(
            "fill",
            section_id=number,
            contest_id=contest_before(self.opened, number, self.date) if self.date else None,
            successor_id=person,
            newcomer=None if person is not None else taker,
        )
        return Understood(self._with_side(supposed, side) if side else supposed, said)

    def _lean(self, person: str, side: str) -> Understood:
        from db.editing.scenarios import Supposed

        return Understood(
            self._with_side(Supposed("leaning", person_id=self._id("person", person)), side), ""
        )

    def _move(self, faction: str, side: str) -> Understood:
        from db.editing.scenarios import Supposed

        if "/" not in side:
            raise SlatewatchError(
                f"--move: found {side!r} to move to, expected SCHEME/BLOC, such as {EXAMPLES['move']}."
            )
        return Understood(
            self._with_side(Supposed("bloc"), side)._replace(faction_id=self._id("faction", faction)), ""
        )

    def _swing(self, contest: str, source: str, target: str, points: str) -> Understood:
        from db.editing.scenarios import Supposed, points_of

        supposed = Supposed(
            "swing",
            contest_id=self._id("contest", contest),
            other_id=self._id("faction", source),
            faction_id=self._id("faction", target),
            points=points_of(points),
        )
        return Understood(supposed, "")

    def _with_side(self, supposed: Supposed, side: str) -> Supposed:
        """An assumption with what is counted with: a faction, or a bloc as `SCHEME/BLOC`."""
        from db.editing.rows import bloc_of

        scheme, _, bloc = side.rpartition("/")
        if not scheme:
            return supposed._replace(faction_id=self._id("faction", side))
        return supposed._replace(bloc_id=bloc_of(self.opened, scheme, bloc))

    def _taker(self, name: str) -> tuple[int | None, str]:
        """The id of who takes a seat, or None for somebody who is not on record, of whom that is said."""
        from db.editing.rows import row_of_key
        from db.wayfinding.names import fitting, one_of, suggest

        keys = fitting(self.opened, "person", name)
        if keys:
            return row_of_key(self.opened, "person", one_of(keys, name)), ""
        near = suggest(self.opened, "person", name)
        hint = f" (the nearest {'is' if len(near) == 1 else 'are'} {', '.join(near)})" if near else ""
        return None, f"Nobody on record is called {name!r}{hint}: it is supposed of somebody new."

    def _id(self, kind: str, text: str) -> int:
        from db.editing.rows import row_of

        return row_of(self.opened, kind, text, self.body if kind == "section" else None)


EXAMPLES = {
    "seat": '"clp/Ann Black=Ben Ash:Labour to Win"',
    "fill": '"disabled=Una New:CLGA"',
    "lean": '"Ann Black=Open Labour"',
    "move": '"Open Labour=wings/left"',
    "swing": '"nec-clp-2014:indep>clga=0.5"',
}
