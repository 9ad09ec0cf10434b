"""Who is one and who is two, and what is taken back: the decisions that the screen writes down, each of which can be undone.

Reading stays read-only.  What writes is imported when a key first wants it, and runs in a worker thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from db.lens import Lens, Place
from tui.plain import plain
from tui.screens.changing.importing import ImportingScreen

if TYPE_CHECKING:
    from sqlite3 import Connection

    from db.ledger import Import
    from tui.dialogs.chooser import Choice

SUGGESTED = 20
"""Persons suggested at the most."""

ANYONE = 50
"""Persons found by typing at the most."""


def record(key: str) -> Place:
    """Where the record of a person is."""
    return Place("candidate", Lens(person=key))


class DecidingScreen(ImportingScreen):
    """Merges persons, tells them apart, and takes back what was imported or decided."""

    class MergeProposed(Message):
        """What a merge would move has been read."""

        def __init__(self, gone: str, kept: str, question: str) -> None:
            super().__init__()
            self.gone, self.kept, self.question = gone, kept, question

    class Decided(Message):
        """Something was written down or taken back; said in a sentence."""

        def __init__(self, words: str, place: Place | None = None) -> None:
            super().__init__()
            self.words, self.place = words, place

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys that would do nothing."""
        if action in ("same_person", "other_person"):
            return self.opened_person is not None
        return super().check_action(action, parameters)

    # Persons

    @property
    def opened_person(self) -> tuple[str, str] | None:
        """Key and name of the person whose record is on show."""
        if self.view is None or self.shown.view != "candidate" or self.view.lens.person is None:
            return None
        return self.view.lens.person, self.view.title.partition(": ")[2]

    def action_same_person(self) -> None:
        """Choose whom the person on show is the same as."""
        self._choose("Who is the same person as {}?", self.propose_merge)

    def action_other_person(self) -> None:
        """Choose whom the person on show is not the same as."""
        self._choose("Who is not the same person as {}?", self.tell_apart)

    def _choose(self, question: str, deed: Callable[[str, str], object]) -> None:
        person = self.opened_person
        if person is None:
            return
        from tui.dialogs.persons import PersonChooser

        key, name = person

        def chosen(other: str | None) -> None:
            if other is not None:
                deed(key, other)

        self.app.push_screen(
            PersonChooser(question.format(name), partial(self._like, key), partial(self._anyone, key)), chosen
        )

    def _like(self, key: str) -> Iterable[Choice]:
        """Persons whose names are like that of a person; in a thread."""
        from db.identity import Names
        from db.reading.persons import person_of
        from tui.dialogs.chooser import Choice

        connection = self.reader.connection
        person = person_of(connection, key)
        found = () if person is None else Names(connection).like(person, SUGGESTED)
        return [Choice(one.key, one.name, f"{one.reason} · {one.key}") for one in found]

    def _anyone(self, key: str, text: str) -> Iterable[Choice]:
        """Persons whose names begin with the words typed; in a thread."""
        from tui.dialogs.chooser import Choice

        found = (one for one in self.reader.find(text, ANYONE * 4) if one.kind == "person" and one.key != key)
        return [Choice(one.key, one.title, f"{one.hint} · {one.key}") for one in found][:ANYONE]

    @work(thread=True, exclusive=True, group="decide", exit_on_error=False)
    def propose_merge(self, gone: str, kept: str) -> None:
        """Read what a merge would move."""

        def read() -> str:
            from db.identity.merging import person, proposed

            connection = self.reader.connection
            merge = proposed(connection, person(connection, gone), person(connection, kept))
            return f"{merge.gone.name} ({merge.gone.key}) is {merge.kept.name} ({merge.kept.key})? Then {merge.words}."

        question = self.answered(read)
        if question is not None:
            self.post_message(self.MergeProposed(gone, kept, question))

    @on(MergeProposed)
    def _ask_merge(self, message: MergeProposed) -> None:
        from tui.dialogs.confirm import Confirm

        def answered(yes: bool | None) -> None:
            if yes:
                self.merge(message.gone, message.kept)

        self.app.push_screen(Confirm(message.question, "they are one"), answered)

    def merge(self, gone: str, kept: str) -> None:
        """Merge, and go to the record of the one who is kept."""

        def write(connection: Connection) -> str:
            from db.identity.merging import merged

            number = merged(connection, gone, kept)
            return f"Merged as import {number}; z takes it back."

        self.decide(write, record(kept))

    def tell_apart(self, one: str, other: str) -> None:
        """Write down that two persons are not the same."""

        def write(connection: Connection) -> str:
            from db.identity.merging import set_apart

            number = set_apart(connection, one, other)
            if number is None:
                return f"{one} and {other} are known to be two already."
            return f"{one} and {other} are two: kept as import {number}; z takes it back."

        self.decide(write)

    # Taking back

    def action_imports(self) -> None:
        """List what was imported and decided; one of them can be taken back."""
        from tui.dialogs.imports import ImportsDialog

        dialog = ImportsDialog(self._imports)

        def chosen(number: str | None) -> None:
            if number is not None:
                label = next(one.label for one in dialog.choices if one.key == number)
                self._ask_back(int(number), label.strip().partition("  ")[2])

        self.app.push_screen(dialog, chosen)

    def _imports(self) -> tuple[Import, ...]:
        from db.ledger import imports

        return imports(self.reader.connection)

    def _ask_back(self, number: int, name: str) -> None:
        from tui.dialogs.confirm import Confirm

        def answered(yes: bool | None) -> None:
            if yes:
                self.app.clear_notifications()  # they may say that it is there
                self.take_back(number)

        words = f"Take back import {number} ({name})? What it added goes, what it changed is as it was."
        self.app.push_screen(Confirm(words, "take it back"), answered)

    def take_back(self, number: int) -> None:
        """Undo an import, a merge or a telling apart."""

        def write(connection: Connection) -> str:
            from db.ledger import undo

            one = undo(connection, number)
            return f"Import {number} ({one.name}) was undone."

        self.decide(write)

    # Writing

    @work(thread=True, group="write", exit_on_error=False)
    def decide(self, deed: Callable[[Connection], str], place: Place | None = None) -> None:
        """Write to the record: all of it or none.

        Args:
            deed: what is done with a connection for writing; its answer says what came of it.
            place: where to go afterwards; else what is on show is read anew.
        """

        def written() -> str:
            from db.ledger import writable

            with closing(writable(self.reader.path)) as connection:
                return deed(connection)

        words = self.answered(written)
        if words is not None:
            self.post_message(self.Decided(words, place))

    @on(Decided)
    def _told(self, message: Decided) -> None:
        self.notify(plain(message.words), markup=False, timeout=8)
        self.post_message(self.RecordChanged(message.place))
