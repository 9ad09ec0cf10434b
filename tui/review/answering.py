"""The questions of a review: each opens the list or the form that answers it."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on

from db.view import Kind
from importers.origin import Origin
from importers.review.checking import corrected as as_corrected
from importers.review.decisions import Wanted
from importers.review.proposal import Proposal, Proposed, ProposedSeat
from tui.cells import written
from tui.review.items import Shown, asked
from tui.review.looking import LookingScreen
from tui.review.values import Values
from tui.widgets.grid import Grid

MOST = 60
"""Persons that are listed at once."""


class AnsweringScreen(LookingScreen):
    """Asks for persons, factions, contests, values and sources."""

    @on(Grid.RowOpened)
    def action_answer(self) -> None:
        """Open what the item waits for; without a question, the values."""
        here = self.here
        if here is None:
            return
        proposal, item = here
        if item is not None and asked(item) == "person":
            self.action_person()
        elif proposal.target is None:
            self.action_contest()
        elif item is None and proposal.unsure:
            self.action_tick()
        elif item is None:
            self.action_source()
        elif isinstance(item, Proposed) and _unknown_labels(item):
            self.action_label()
        elif isinstance(item, Proposed):
            self.action_correct()
        else:
            self.action_tick()

    def action_person(self) -> None:
        """Choose who is meant."""
        item = self.item
        if not isinstance(item, Proposed | ProposedSeat):
            self.notify("There is no person on this line.", markup=False, timeout=3)
            return
        from db.wayfinding.finding import Found, find
        from tui.review.answers import OUT, WhoChooser

        name = item.found.name if isinstance(item, Proposed) else item.seat.name

        def persons(text: str) -> list[Found]:
            found = self.desk.waited(lambda: find(self.desk.session.record.connection, text, MOST))
            return [one for one in found if one.kind == "person"]

        def chosen(key: str | None) -> None:
            if key == OUT:
                self.decide(self.decisions.with_tick(item.key, False))
            elif key is not None:
                ticks = {one: tick for one, tick in self.decisions.ticks.items() if one != item.key}
                self.decide(self.decisions._replace(ticks=ticks).with_person(name, key))

        self.app.push_screen(WhoChooser(name, item.suggestions, persons), chosen)

    def action_label(self) -> None:
        """Choose which faction a label stands for."""
        item = self.item
        labels = _labels(item) if isinstance(item, Proposed) else []
        if not labels:
            self.notify("The source prints no slate and no backer on this line.", markup=False, timeout=3)
        elif len(labels) == 1:
            self.ask_faction(labels[0])
        else:
            from tui.review.answers import LabelChooser

            def chosen(label: str | None) -> None:
                if label is not None:
                    self.ask_faction(label)

            self.app.push_screen(LabelChooser(labels), chosen)

    def ask_faction(self, label: str) -> None:
        """Choose the faction of one label."""
        from tui.review.answers import FactionChooser

        def chosen(key: str | None) -> None:
            if key is not None:
                self.decide(self.decisions.with_faction(label, key))

        self.app.push_screen(FactionChooser(label, self.desk.session.factions.values()), chosen)

    def action_contest(self) -> None:
        """Choose where the results belong."""
        if self.here is None:
            return
        from db.reading.contests.poll import Contest, contests
        from tui.review.answers import NEW, ContestChooser

        proposal = self.here[0]

        def known() -> list[Contest]:
            return self.desk.waited(lambda: contests(self.desk.session.record.connection, "1", []))

        def chosen(key: str | None) -> None:
            if key == NEW:
                self.ask_new_contest(proposal)
            elif key is not None:
                self.place(proposal, Wanted(key))

        self.app.push_screen(ContestChooser(proposal.title, known, self.desk.lens.body), chosen)

    def ask_new_contest(self, proposal: Proposal) -> None:
        """Ask what is to be known of a contest that is made."""
        from tui.review.contest_form import Asking, fields
        from tui.review.form import Form

        asking = Asking(lambda: self.desk.session.record.connection)
        result = self.intake.results[proposal.results[0]].result

        def check(typed: Mapping[str, str]) -> Wanted:
            return self.desk.waited(lambda: asking(typed))

        def chosen(wanted: Wanted | None) -> None:
            if wanted is not None:
                self.place(proposal, wanted)
                self.ask_for_others(proposal, wanted)

        lines = fields(result, self.desk.here)
        begin = next((one.key for one in lines if not one.value), "date")
        about = f"In the source: {proposal.title}" if proposal.title else ""
        self.app.push_screen(Form("A new contest", lines, check, begin=begin, about=about), chosen)

    def ask_for_others(self, placed: Proposal, wanted: Wanted) -> None:
        """Offer the body and the date that were said of one result for the others that do not say theirs."""
        others = [one for one in self.plan_shown.plan.proposals if one is not placed and one.target is None]
        if not others:
            return
        from tui.dialogs.confirm import Confirm

        def answered(yes: bool | None) -> None:
            if yes:
                general = Wanted(body=wanted.body, date=wanted.date, unit=wanted.unit, new=wanted.new)
                self.decide(self.decisions._replace(wanted=general))

        number = f"{len(others):,} other{'' if len(others) == 1 else 's'}"
        words = f"{wanted.body}, {written(wanted.date, Kind.DATE)}: does that hold for the {number} as well, "
        words += "as far as they do not say otherwise?"
        self.app.push_screen(Confirm(words, "it does"), answered)

    def action_correct(self) -> None:
        """Correct what was misread."""
        item = self.item
        if not isinstance(item, Proposed):
            self.notify("Values of candidates can be corrected; this line is none.", markup=False, timeout=3)
            return
        from tui.review.form import Form
        from tui.review.values import corrected, fields

        number, _, index = item.key.partition(".")
        read = self.intake.results[int(number)].result
        found = as_corrected(int(number), read, self.decisions).candidates[int(index)]

        def check(typed: Mapping[str, str]) -> Values:
            return corrected(found, typed)

        def chosen(values: Values | None) -> None:
            decisions = self.decisions
            for field, value in (values or {}).items():
                decisions = decisions.with_value(int(number), int(index), field, value)
            self.decide(decisions)

        about = f"{item.found.origin}. What is typed here stands for what the source has there."
        self.app.push_screen(
            Form(f"Values of {found.name}", fields(found), check, begin="votes", about=about), chosen
        )

    def action_columns(self) -> None:
        """Show what the columns were taken for, and read anew where one was something else."""
        numbers = self.here[0].results if self.here else ()
        number = next((one for one in numbers if self.intake.results[one].result.columns), None)
        if number is None:
            self.notify("These results were not read in a table with columns.", markup=False, timeout=3)
            return
        from tui.review.columns import ColumnsDialog

        def chosen(roles: tuple[str, ...] | None) -> None:
            if roles is not None:
                self.reread(number, roles)

        self.app.push_screen(ColumnsDialog(self.intake.results[number].result), chosen)

    def reread(self, number: int, roles: tuple[str, ...]) -> None:
        """Read the files with other roles of columns."""
        from tui.review.working import Outcome, Working

        intake, decisions = self.intake, self.decisions

        def read(outcome: Outcome | None) -> None:
            if outcome is not None and isinstance(outcome.value, Shown):
                self.take(outcome.value)
            elif outcome is not None and outcome.problem:
                self.notify(outcome.problem, severity="error", markup=False, timeout=8)

        self.app.push_screen(
            Working(
                "Reading",
                self.desk,
                lambda progress: self.desk.reread(intake, decisions, number, roles, progress),
                reads=True,
            ),
            read,
        )

    def action_source(self) -> None:
        """Say how the source is to be cited."""
        if self.here is None:
            return
        from tui.review.form import Form
        from tui.review.source_form import cited, fields

        number = self.here[0].file
        origin = self.origins[number]

        def check(typed: Mapping[str, str]) -> Origin:
            return cited(origin, typed)

        def chosen(answer: Origin | None) -> None:
            if answer is not None:
                self.origins = tuple(answer if one is origin else one for one in self.origins)
                self.detail()

        self.app.push_screen(Form("The source", fields(origin), check), chosen)


def _labels(item: Proposed) -> list[str]:
    """The labels of a candidate: of the slate, of those who back."""
    labels = [item.found.slate, *(one.backing.label for one in item.backed)]
    return list(dict.fromkeys(label for label in labels if label))


def _unknown_labels(item: Proposed) -> bool:
    unknown = item.found.slate and item.slate is None and not item.makes_slate
    return bool(unknown) or any(one.faction is None and not one.made for one in item.backed)
