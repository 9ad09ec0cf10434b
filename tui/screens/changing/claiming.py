"""Keeping a published claim by keyboard: what is claimed of whom is chosen, then words and source are typed and judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from textual import work

from db.lens import Lens, Place
from db.wording import sentence
from tui.screens.changing.deciding import DecidingScreen

if TYPE_CHECKING:
    from sqlite3 import Connection

    from db.editing.claim_choices import Offer
    from tui.dialogs.chooser import Choice
    from tui.review.claim_form import Judgement

Values: TypeAlias = dict[str, Any]
"""Columns of a claim."""

CLAIMED = ("contest", "claims")
"""Views out of which a claim is kept."""

NOBODY, EVERY, REGULAR = "=nobody", "=every", "=regular"
"""Keys of answers that are no keys of the record."""


class ClaimingScreen(DecidingScreen):
    """Keeps published claims."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the key that would do nothing."""
        if action == "keep_claim":
            return self.place.view in CLAIMED
        return super().check_action(action, parameters)

    def action_keep_claim(self) -> None:
        """Keep a published claim on the contest, or one of the place."""
        if self.view is not None:
            self.claim_of(self.view.seen)

    @work(exclusive=True, group="claim", exit_on_error=False)
    async def claim_of(self, lens: Lens) -> None:
        """Ask what is claimed of what, judge it, and keep it."""
        measure = await self._chosen("What is claimed?", _measures)
        values = None if measure is None else await self._of_what(lens, measure)
        if measure is None or values is None:
            return
        judgement = await self._written_down({"measure": measure} | values)
        if judgement is not None:
            self._ask_to_keep(judgement, lens)

    # What it is of

    async def _of_what(self, lens: Lens, measure: str) -> Values | None:
        """All that the measure needs; None where the user gives up."""
        from db.editing import claim_choices as choices

        needs = choices.needs_of(measure)
        if "division" in needs:
            return await self._one("division", "In which division?", choices.divisions)
        if "of" in needs:
            return await self._each(
                ("of", "Which claim's figure …", choices.claims),
                ("than", "… against which claim's?", choices.claims),
            )
        where = await self._where(lens, measure)
        if where is None:
            return None
        found, contest = where
        if "against" in needs:
            before = await self._one(
                "against", "Compared with which contest?", lambda one: choices.contests_before(one, contest)
            )
            if before is None:
                return None
            found |= before
        sides = await self._sides_of(contest, measure)
        return None if sides is None else found | sides

    async def _where(self, lens: Lens, measure: str) -> tuple[Values, str] | None:
        """The contest or round: the one on show, else one that is chosen."""
        from db.editing import claim_choices as choices

        contest = lens.contest
        if (
            contest is not None
            and self.shown.view == "contest"
            and self.view is not None
            and self.view.lens.section is None
        ):
            if measure == "seats":
                return {"round": contest}, contest
            contest = None
        if contest is None:
            contest = await self._chosen(
                "Of which contest?", lambda one: choices.contests_of(one, lens.body, lens.section)
            )
        return None if contest is None else ({"contest": contest}, contest)

    async def _sides_of(self, contest: str, measure: str) -> Values | None:
        """Whom it is about, and whom that is compared with."""
        from db.editing import claim_choices as choices
        from db.reading.claims.measures import WHO

        needs = choices.needs_of(measure)
        if not set(needs) & {WHO, "person"}:
            return {}
        subject = await self._chosen("Of whom?", lambda one: choices.subjects(one, contest, measure))
        if subject is None:
            return None
        values = _side(subject, "faction", "bloc", "person")
        if measure in choices.COMPARING or measure == "margin":
            other = await self._chosen(
                "Compared with whom?",
                lambda one: choices.others(one, contest, measure, subject),
                *(() if "other" in needs else ((NOBODY, "nobody"),)),
            )
            if other is None:
                return None
            values |= _side(other, "other", "other_bloc", "rival")
        if measure == "first since":
            kinds = await self._chosen(
                "Among which contests?", _no_more, (REGULAR, "regular ones"), (EVERY, "all")
            )
            if kinds is None:
                return None
            values |= {"kinds": "regular"} if kinds == REGULAR else {}
        return values

    async def _one(
        self, column: str, title: str, read: Callable[[Connection], Iterable[Offer]]
    ) -> Values | None:
        chosen = await self._chosen(title, read)
        return None if chosen is None else {column: chosen}

    async def _each(self, *asked: tuple[str, str, Callable[[Connection], Iterable[Offer]]]) -> Values | None:
        values: Values = {}
        for column, title, read in asked:
            found = await self._one(column, title, read)
            if found is None:
                return None
            values |= found
        return values

    async def _chosen(
        self, title: str, read: Callable[[Connection], Iterable[Offer]], *first: tuple[str, str]
    ) -> str | None:
        """One of several things by its key; None where the user gives up."""
        from tui.dialogs.chooser import Choice
        from tui.dialogs.named import NamedChooser

        def offered() -> Iterable[Choice]:
            yield from (Choice(key, label) for key, label in first)
            yield from (Choice(*one) for one in read(self.reader.connection))

        chosen: str | None = await self.app.push_screen_wait(NamedChooser(title, offered))
        return chosen

    # Its words and its source

    async def _written_down(self, values: Values) -> Judgement | None:
        from tui.review.claim_form import fields, judgement_of
        from tui.review.form import Form

        def check(typed: Mapping[str, str]) -> Judgement:
            return judgement_of(self.reader.connection, values, typed)

        form: Form[Judgement] = Form("A published claim", fields(values), check)
        judgement: Judgement | None = await self.app.push_screen_wait(form)
        return judgement

    def _ask_to_keep(self, judgement: Judgement, lens: Lens) -> None:
        from tui.dialogs.confirm import Confirm

        def write(connection: Connection) -> str:
            from db.editing.claims import kept

            words, number = kept(connection, [judgement.entry])
            return sentence(f"{words} as import {number}; z takes it back")

        def answered(yes: bool | None) -> None:
            if yes:
                self.decide(write, Place("claims", lens.at(sort=None, claim=None)._replace(text="")))

        self.app.push_screen(Confirm(judgement.words, "keep the claim"), answered)


def _measures(_: Connection) -> Iterable[Offer]:
    from db.editing.claim_choices import measures

    return measures()


def _no_more(_: Connection) -> Iterable[Offer]:
    return ()


def _side(chosen: str, faction: str, bloc: str, person: str) -> Values:
    """The columns of a subject that was chosen."""
    kind, _, key = chosen.partition(":")
    if kind == "bloc":
        scheme, _, name = key.partition("/")
        return {"scheme": scheme, bloc: name}
    if kind == "endorsed":
        return {faction: key, "counting": "endorsement"}
    return {{"faction": faction, "person": person}[kind]: key} if key else {}
