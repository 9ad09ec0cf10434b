"""Who, which faction, which contest is meant: chosen from a list by typing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual.widgets import OptionList

from db.identity import Suggestion
from db.matching import folded
from db.reading.contests.poll import Contest
from db.view import Faction, Kind
from db.wayfinding.finding import Found
from importers.review.decisions import NEW_FACTION, NO_FACTION, SOMEBODY_NEW
from tui.cells import written
from tui.dialogs.chooser import Choice, Chooser, Words
from tui.dialogs.persons import PersonChooser

NEW, OUT = "+", "-"
"""Keys of the choices that are nobody on record; no key on record is a sign alone."""


class WhoChooser(PersonChooser):
    """Answers with the key of a person, `SOMEBODY_NEW`, or `OUT` to leave the item out."""

    def __init__(
        self, name: str, suggestions: Sequence[Suggestion], find: Callable[[str], Iterable[Found]]
    ) -> None:
        """A chooser for a name.

        Args:
            name: as the source has it.
            suggestions: who it may be, the likeliest first.
            find: finds persons on record by the beginnings of their words.
        """
        super().__init__(
            f"Who is {name}?",
            lambda: [Choice(one.key, one.name, one.reason) for one in suggestions],
            lambda text: [Choice(one.key, one.title, one.hint) for one in find(text)],
        )
        self.always = (Choice(NEW, f"Somebody new: {name}", "not on record yet"), Choice(OUT, "Leave it out"))

    def matching(self, text: str) -> Iterable[Choice]:
        """Those who fit what is typed; somebody new is always there."""
        yield from super().matching(text)
        yield from self.always

    def fill(self) -> None:
        """List what matches; until the arrows are used the likeliest is under the hand, and not somebody new."""
        super().fill()
        if not self.query_one(Words).moving and self.query_one(OptionList).option_count:
            self.query_one(OptionList).highlighted = 0

    def chosen(self, key: str) -> None:
        """Answer."""
        self.dismiss(SOMEBODY_NEW if key == NEW else key)


class FactionChooser(Chooser[str]):
    """Answers with the key of a faction, `NEW_FACTION` or `NO_FACTION`."""

    def __init__(self, label: str, factions: Iterable[Faction]) -> None:
        super().__init__()
        self.title_words = f"Which faction is {label}?"
        self.label, self.factions = label, tuple(factions)

    def source(self) -> Callable[[], Iterable[Choice]]:
        """The likeliest first, then the others, then none of them."""
        near = _nearest(self.label, self.factions)
        listed = [
            Choice(one.key, one.name, one.short if one.short != one.name else "", one.sign, one.colour)
            for one in sorted(
                self.factions, key=lambda one: (one.key not in near, near.get(one.key, 0), one.name)
            )
        ]
        rest = [
            Choice(NEW, f"A new faction: {self.label}", "made with this import"),
            Choice(OUT, "No faction", "the label is kept as printed"),
        ]
        return lambda: [*listed, *rest] if near else [*rest, *listed]

    def chosen(self, key: str) -> None:
        """Answer."""
        self.dismiss({NEW: NEW_FACTION, OUT: NO_FACTION}.get(key, key))


def _nearest(label: str, factions: Iterable[Faction]) -> dict[str, int]:
    """Keys of the factions whose names are like a label, with their places: one of just that name first."""
    from rapidfuzz import fuzz, process

    just = {one.key: -1 for one in factions if folded(label) in (folded(one.name), folded(one.short))}
    names = {one.key: f"{one.name} {one.short}" for one in factions}
    found = process.extract(label, names, scorer=fuzz.WRatio, limit=3, score_cutoff=70)
    return {key: place for place, (_, _, key) in enumerate(found)} | just


class LabelChooser(Chooser[str]):
    """Which of the labels of a candidate is meant."""

    title_words = "Which label?"

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__()
        self.labels = labels

    def source(self) -> Callable[[], Iterable[Choice]]:
        """The labels as printed."""
        return lambda: [Choice(f"label-{number}", label) for number, label in enumerate(self.labels)]

    def chosen(self, key: str) -> None:
        """Answer."""
        self.dismiss(self.labels[int(key.removeprefix("label-"))])


class ContestChooser(Chooser[str]):
    """Answers with the key of a contest on record, or `NEW` for one that is to be made."""

    placeholder = "type to find a contest on record"

    def __init__(self, title: str, contests: Callable[[], Iterable[Contest]], body: str | None) -> None:
        """A chooser for the contest of a result.

        Args:
            title: what the source calls the result.
            contests: reads those on record.
            body: key of the body on view, whose contests stand first.
        """
        super().__init__()
        self.title_words = f"Which contest is {title}?" if title else "Which contest is this?"
        self.contests, self.body = contests, body

    def source(self) -> Callable[[], Iterable[Choice]]:
        """A new one, then those of the body on view, the latest first, then the others."""

        def read() -> Iterable[Choice]:
            yield Choice(NEW, "A new contest", "body, section and date are asked")
            found = sorted(self.contests(), key=lambda one: one.date or "", reverse=True)
            for one in sorted(found, key=lambda one: one.body != self.body):
                hint = "" if one.figures != "none" else "no figures yet · "
                yield Choice(
                    one.key,
                    f"{one.body_short}, {one.section_name}, {written(one.date, Kind.DATE)}",
                    hint + one.key,
                )

        return read

    def chosen(self, key: str) -> None:
        """Answer."""
        self.dismiss(key)
