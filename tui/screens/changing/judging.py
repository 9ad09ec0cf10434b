"""Making and editing schemes by keyboard: whose bloc the faction or the person under the cursor is counted in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from db.dates import written
from db.lens import Lens, Place
from db.view import Faction
from tui.screens.changing.deciding import DecidingScreen

if TYPE_CHECKING:
    from sqlite3 import Connection

    from db.editing.schemes import Entry
    from tui.dialogs.chooser import Choice

JUDGED = ("schemes", "scheme")
"""Panes of schemes."""

COUNTABLE = ("composition", "candidates", "contest", "division")
"""Other panes with rows of factions or persons, which is what a scheme counts."""

EMPTY, NOWHERE, ALWAYS, SINCE = "=empty", "=nowhere", "=always", "=since"
"""Keys of answers that are no names: neither keys nor names of the record begin so."""


NAMED = "named:"
"""What stands before the name of a bloc in an answer."""


class Subject(NamedTuple):
    """What can be counted in a bloc."""

    kind: str
    """`faction`, `person` or `leaning`."""
    key: str
    label: str


class JudgingScreen(DecidingScreen):
    """Makes schemes, copies them, and moves factions and persons between their blocs."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys that would do nothing."""
        if action in ("new_scheme", "beside"):
            return self.place.view in JUDGED
        if action == "count_in":
            return self.place.view in (*JUDGED, "factions")
        if action == "count_here":
            return self.place.view in COUNTABLE
        return super().check_action(action, parameters)

    @property
    def subject(self) -> Subject | None:
        """The faction or the person under the cursor."""
        current = self.current_row()
        if current is None or self.view is None:
            return None
        columns, row = current
        if self.shown.view == "scheme" and row.key.count("/") >= 2:
            kind, _, rest = row.key.partition("/")
            if kind in ("faction", "person", "leaning"):
                return Subject(kind, rest.rpartition("/")[0], str(row.cells[2]))
        if row.opens is not None and row.opens.lens.person:
            name = next((at for at, column in enumerate(columns) if column.key == "person"), 0)
            return Subject("person", row.opens.lens.person, str(row.cells[name]))
        first = row.cells[0]
        if isinstance(first, Faction) and first.key == row.key and row.opens is not None:
            return Subject("faction", first.key, first.name)
        return None

    # A new scheme

    def action_new_scheme(self) -> None:
        """Make a scheme: an empty one, or one that begins as a copy."""
        from tui.dialogs.named import NamedChooser

        def chosen(origin: str | None) -> None:
            if origin is not None:
                self._name_scheme(None if origin == EMPTY else origin)

        self.app.push_screen(NamedChooser("A new scheme, from …", self._origins), chosen)

    def _origins(self) -> Iterable[Choice]:
        from tui.dialogs.chooser import Choice

        yield Choice(EMPTY, "nothing", "it counts nobody yet")
        for key, name, whose in self.reader.schemes():
            yield Choice(key, f"a copy of {name}", whose)

    def _name_scheme(self, origin: str | None) -> None:
        from tui.dialogs.named import NamedChooser, new_name

        def chosen(answer: str | None) -> None:
            name = new_name(answer) if answer is not None else None
            if name is not None:
                self._make_scheme(name, origin)

        self.app.push_screen(NamedChooser("What is it called?", tuple, "call it “{}”"), chosen)

    def _make_scheme(self, name: str, origin: str | None) -> None:
        def write(connection: Connection) -> str:
            from db.editing.schemes import copied, made

            _, number = copied(connection, origin, name) if origin else made(connection, name)
            return f"The scheme {name} was made as import {number}; z takes it back."

        self.decide(write, Place("schemes", self.place.lens.at(scheme=None, beside=None, sort=None)))

    # Counting somebody in a bloc

    def action_count_in(self) -> None:
        """Count the faction or the person under the cursor in a bloc of a scheme."""
        subject = self.subject
        if subject is None:
            self.notify(
                "Stand on a faction or a person: E counts that one in a bloc of a scheme.", markup=False
            )
        elif self.place.lens.scheme:
            self._choose_bloc(subject, self.place.lens.scheme)
        else:
            self._choose_scheme(subject)

    def action_count_here(self) -> None:
        """The same where there is more to do: the key is told by the help only."""
        self.action_count_in()

    def _choose_scheme(self, subject: Subject) -> None:
        from tui.dialogs.chooser import Choice
        from tui.dialogs.named import NamedChooser

        def entries() -> Iterable[Choice]:
            return [Choice(key, name, whose) for key, name, whose in self.reader.schemes()]

        def chosen(scheme: str | None) -> None:
            if scheme is not None:
                self._choose_bloc(subject, scheme)

        self.app.push_screen(
            NamedChooser(f"In which scheme is {subject.label} to be counted?", entries), chosen
        )

    def _choose_bloc(self, subject: Subject, scheme: str) -> None:
        from tui.dialogs.named import NamedChooser

        def chosen(bloc: str | None) -> None:
            if bloc is not None:
                self._choose_since(subject, scheme, bloc)

        dialog = NamedChooser(
            f"{subject.label} is counted in …", lambda: self._blocs(scheme), "a new bloc “{}”"
        )
        self.app.push_screen(dialog, chosen)

    def _blocs(self, scheme: str) -> Iterable[Choice]:
        from tui.dialogs.chooser import Choice

        whose = next((name for key, name, _ in self.reader.schemes() if key == scheme), scheme)
        for bloc in self.reader.blocs(scheme):
            yield Choice(f"{NAMED}{bloc.name}", bloc.name, f"in {whose}", sign="■", colour=bloc.colour)
        yield Choice(NOWHERE, f"no bloc of {whose}")

    def _choose_since(self, subject: Subject, scheme: str, bloc: str) -> None:
        """Ask from when on, where a day is looked at."""
        day = (self.view.seen.date if self.view else None) or self.place.lens.date
        if day is None:
            self._count(subject, scheme, bloc, None)
            return
        from tui.dialogs.chooser import Choice
        from tui.dialogs.named import NamedChooser

        ways = (
            Choice(ALWAYS, "at all times"),
            Choice(SINCE, f"from {written(day)} on", "before it as before"),
        )

        def chosen(way: str | None) -> None:
            if way is not None:
                self._count(subject, scheme, bloc, day if way == SINCE else None)

        self.app.push_screen(NamedChooser("Since when?", lambda: ways), chosen)

    def _count(self, subject: Subject, scheme: str, bloc: str, since: str | None) -> None:
        def write(connection: Connection) -> str:
            from db.editing.schemes import moved
            from tui.dialogs.named import new_name

            words, number = moved(
                connection,
                scheme,
                _entry(subject, new_name(bloc) or bloc.removeprefix(NAMED), since),
                out=bloc == NOWHERE,
            )
            return f"{words}: import {number}, z takes it back."

        self.decide(write)

    # Two schemes side by side

    def action_beside(self) -> None:
        """Show a second scheme beside the one that is looked at."""
        from tui.dialogs.chooser import Choice
        from tui.dialogs.named import NamedChooser

        lens = self._scheme_on_show()
        if lens is None:
            self.notify("Stand on a scheme: B shows a second one beside it.", markup=False)
            return

        def entries() -> Iterable[Choice]:
            return [
                Choice(key, name, whose) for key, name, whose in self.reader.schemes() if key != lens.scheme
            ]

        def chosen(other: str | None) -> None:
            if other is not None:
                self.go(Place("scheme", lens.at(beside=other, sort=None, text="")))

        self.app.push_screen(NamedChooser("Which scheme beside it?", entries), chosen)

    def _scheme_on_show(self) -> Lens | None:
        """The lens with the scheme that is on show, or under the cursor."""
        lens = self.place.lens
        if self.shown.view == "schemes":
            current = self.current_row()
            opens = current[1].opens if current else None
            return lens.at(scheme=opens.lens.scheme) if opens else None
        if lens.scheme is None and self.view is not None:
            lens = lens.at(scheme=self.view.lens.scheme)
        return lens if lens.scheme else None


def _entry(subject: Subject, bloc: str, since: str | None) -> Entry:
    from db.editing.schemes import Entry

    return Entry(bloc, valid_from=since)._replace(**{subject.kind: subject.key})
