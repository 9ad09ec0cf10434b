"""The questions as commands of their own: `slatewatch composition nec --date 2018-02-01`, the same as `export composition`."""

from __future__ import annotations

from typing import NamedTuple, Unpack

import click

from tui.commands.kinds import Named
from tui.commands.looking import BLANK, Choices, looking, write_view


class Question(NamedTuple):
    """A question that has a command."""

    view: str
    help: str
    example: str
    of: str = "body"
    """What its first word names: a body (`nec`) or a section of one (`nec/clp`), a faction, a division, a contest, a source."""
    without: tuple[str, ...] = ()
    """Options that would change nothing."""


NARROWING = (
    "--contest", "--person", "--division", "--against", "--grouping", "--scheme", "--beside", "--scenario", "--faction", "--text",
    "--claim", "--source", "--row",
)  # fmt: skip
"""Options of which a brief has none: it is of a whole contest, which its first word names."""

QUESTIONS = (
    Question(
        "composition",
        "Who holds a body or section on a day: seats and votes by group, with what is unknown.",
        "composition nec --date 2018-02-01 --grouping alignment",
    ),
    Question(
        "timeline",
        "Every day of change of a body or section: what happened, and the seats of each group from then on.",
        "timeline nec/clp --grouping alignment",
    ),
    Question(
        "changes",
        "What changed between two days or contests, seat by seat, and why.",
        "changes nec/clp --date 2020-11-13 --against 2018-09",
    ),
    Question(
        "divisions",
        "The recorded votes inside a body, each beside the composition of its day.",
        "divisions nec --grouping alignment",
    ),
    Question(
        "division",
        "One recorded vote: who voted how, how groups split, what it says of the unknown.",
        "division nec-2011-07-19",
        of="division",
    ),
    Question(
        "ladder",
        "The narrowest seats, and how many votes would have changed each.",
        "ladder nec/clp",
    ),
    Question(
        "measures",
        "The measures of a contest and of the seats of a day: disproportionality, swing, power and more.",
        "measures nec/clp --date 2014-08-20",
    ),
    Question(
        "schemes",
        "The schemes of the record, and how each counts a body on a day.",
        "schemes nec --date 2020-11-24",
    ),
    Question(
        "claims",
        "What was published of the figures, beside what the figures give; what does not hold comes first.",
        "claims nec/clp",
    ),
    Question(
        "disputes",
        "Where sources state different values, which is shown and why.",
        "disputes nec/clp",
    ),
    Question(
        "faction",
        "One faction through time: candidates, votes, share, seats, success, who came and who left.",
        "faction momentum --body nec",
        of="faction",
    ),
    Question(
        "brief",
        "The article on a contest or a round: result, slates, seats, careers, claims, disputes, what is not known, sources.",
        "brief nec-clp-2014",
        of="contest",
        without=NARROWING,
    ),
    Question(
        "source",
        "One source: what it supports, what it alone supports, what others state otherwise.",
        "source ll2014",
        of="source",
    ),
)
"""In the order of the help."""

NAMES = {
    "body": "BODY[/SECTION]",
    "faction": "FACTION",
    "division": "DIVISION",
    "contest": "CONTEST",
    "source": "SOURCE",
}


def command(question: Question) -> click.Command:
    """The command of a question."""

    @click.command(
        question.view,
        help=f"{question.help}\n\nWritten as Markdown, CSV, JSON or HTML, as `slatewatch export {question.view}` does.",
        epilog=f"\b\nExample:\n  slatewatch {question.example}",
    )
    @click.argument("subject", type=Named(question.of), metavar=f"[{NAMES[question.of]}]", default="")
    @looking(*question.without)
    def run(subject: str, **choices: Unpack[Choices]) -> None:
        write_view(question.view, _told(question, subject, {**BLANK, **choices}))

    return run


def _told(question: Question, subject: str, choices: Choices) -> Choices:
    """The options with the first word among them."""
    if not subject:
        return choices
    if question.of == "faction":
        return {**choices, "faction": (subject, *choices["faction"])}
    if question.of in ("contest", "division", "source"):
        return {**choices, question.of: subject}  # type: ignore[misc]
    body, _, section = subject.partition("/")
    return {**choices, "body": body, "section": section or choices["section"]}


COMMANDS = tuple(command(question) for question in QUESTIONS)
