"""The panes: which question each shows, its name on the strip, its letter, and what the help says of it."""

from __future__ import annotations

from typing import NamedTuple


class PaneKind(NamedTuple):
    """One pane."""

    view: str
    """The question it shows, one of `db.questions.VIEWS`."""
    label: str
    key: str
    """The letter that opens it; it stands in the label and is underlined there."""
    help: str
    """What it shows and what its words mean."""
    opened: bool = False
    """Whether it shows one thing that has to be opened first: one person's record, one faction's."""
    dated: bool = False
    """Whether its answer depends on the day, so that there are days to step along."""
    grouped: bool = False
    """Whether it groups seat-holders."""
    compares: bool = False
    """Whether it compares one day with another."""


COMPOSITION = PaneKind(
    "composition",
    "Composition",
    "c",
    "Who holds the body, or one section of it, on a day: a row a group with its seats and its votes, those that are certain "
    "and at the most, then the seat-holders. g groups by slate, by who endorsed, by alignment, by the blocs of each scheme. "
    "The drawing has one place a seat, left to right; the mark in it is the majority of the votes that can be cast. A "
    "hollow place is a holder whose group is not known, an empty one has no known holder, a crossed one stands empty. "
    "Brackets go to the days on which something changed. Below stands the body through "
    "time, as in the timeline: a column a day of change, what happened as a letter, the day looked at in words.",
    dated=True,
    grouped=True,
)
TIMELINE = PaneKind(
    "timeline",
    "Timeline",
    "l",
    "The body or section through time: a row a day of change, the latest first, with what happened, the "
    "seats of each group from that day on, and who had a majority for certain. Enter shows the composition "
    "of that day; brackets move along. In the drawing a column is a day, from left to right, and the letter under it "
    "tells what happened: C contest, B by-election, F defection, D death, S suspension, X expulsion, "
    "R resignation, § rules, V vacancy, P replacement, A appointment, L left, ~ a leaning stated, * other.",
    dated=True,
    grouped=True,
)
CHANGES = PaneKind(
    "changes",
    "Changes",
    "h",
    "What changed between two days or two contests, seat by seat: held, gained from whom (lost, where only those who "
    "had it are switched on), new, abolished, vacant, and how "
    "it came about: an election, a by-election, a resignation, a death; blank where the record does not say. Below: the net "
    "by group, with its bounds where something is unknown; sitting members who stood again; new members. A gain is counted "
    "against the last holder, who need not be the last winner. The key v chooses what to compare with.",
    dated=True,
    grouped=True,
    compares=True,
)
CANDIDATES = PaneKind(
    "candidates",
    "Candidates",
    "a",
    "Everyone who stood, as far as the lens lets through. Enter opens one person's record.",
)
CONTEST = PaneKind(
    "contest",
    "Contest",
    "t",
    "One election to one section: votes, share of the votes cast, change on the last contest, margin, "
    "slates, sources. Votes carry a unit (members' votes, first preferences, card votes): figures in "
    "different units are never compared. An outcome is what the source states: unknown is not lost, and "
    "pending is not unknown. R writes the brief of it: an article with its seats, careers and sources.",
    dated=True,
)
BRIEF = PaneKind(
    "brief",
    "Brief",
    "t",
    "A contest or a round as the skeleton of an article, as R writes it: who won, the result, the slates, each seat against "
    "its last holder, the careers of those elected and not elected in a line each, what is not known, the sources. Before "
    "the result it says who stands, who holds the seats, and how the last contest went.",
)
"""Opened from a contest; its key leads back to the contests."""
CONTESTS = PaneKind(
    "contests", "Contests", "n", "The contests of the body or section, newest first. Enter opens one."
)
FACTIONS = PaneKind(
    "factions",
    "Factions",
    "i",
    "Slates, organisations and umbrellas of them: how many stood, how many were elected, how many sit. "
    "Standing on a slate and being endorsed are different things; endorsements, sought or not, are shown "
    "apart.",
)
LADDER = PaneKind(
    "ladder",
    "Ladder",
    "L",
    "The narrowest seats: who won each, who missed it, and how many votes would have changed it, given to the"
    " one who missed it or moved from one to the other. With a day it looks at the contests by which the "
    "seats were held on it; from a result it looks at that contest. Where figures are missing, a rule decided"
    " or votes were transferred, it says what cannot be told.",
    dated=True,
)
SCENARIOS = PaneKind(
    "scenarios",
    "What if",
    "w",
    "Scenarios: assumptions under a name, such as another holder of a seat, a leaning, a swing. Enter looks at the record as"
    " the scenario would have it, beside the facts; composition, timeline, changes, measures, divisions and schemes follow it"
    " until X goes back to the facts. W supposes something of the row under the cursor. What is supposed is never part of"
    " the facts, and every screen and every file of it says that it is a scenario.",
    dated=True,
    grouped=True,
)
MEASURES = PaneKind(
    "measures",
    "Measures",
    "M",
    "The measures of political science, each with its formula and, by the full stop, the work that it is from. "
    "Of the last contest up to the day, or of the one that you come from: effective number, disproportionality, "
    "swing and volatility since the contest before. Of the seats on the day: effective number, volatility since "
    "the day compared with, voting power, and the smallest coalitions with a majority. What rests on slates or "
    "votes that are not known is a range; what cannot be told says why. With one faction switched on, bonus and "
    "power are those of it; with two, swing is between them.",
    dated=True,
    grouped=True,
    compares=True,
)
FACTION = PaneKind(
    "faction",
    "Faction",
    "F",
    "One faction through time: every contest in which it had candidates, the newest first, with those on the "
    "slate of whatever was within it on the day. Success is of those elected and not elected. Below: where it stood, "
    "who came from another slate and who left for one, the seats that it holds, its members and umbrellas, and whom it "
    "endorsed, which is not standing for it. The chart has a column a contest: ? is not known, 0 is nought. Enter on a "
    "faction opens its record; a body or section chosen in the list narrows it, a date ends it.",
    opened=True,
    dated=True,
)
SOURCES = PaneKind("sources", "Sources", "u", "Where the facts come from: publisher, title, address, date.")
DISPUTES = PaneKind(
    "disputes",
    "Disputes",
    "U",
    "Where sources state different values for the same thing, the furthest apart first: figures in percent of the "
    "larger, dates in days, then words, those first that change a result. Every value is kept with its sources; one is "
    "shown, and in every pane the sign ≠ stands after it. Below: what is only less exact, or said in other words. "
    "From a result it looks at that contest. Enter shows all that is stated of the row. T takes another value, with a "
    "reason; z takes that back.",
)
AUDIT = PaneKind(
    "audit",
    "Audit",
    "A",
    "Every check of the record, or of the body, the section or the contest that you come from: errors, which cannot be as they "
    "stand, warnings, at which somebody should look, notices of how the record knows things. What can be is recomputed; what "
    "cannot is not told. Enter goes to the place, J writes down why a finding is as it is: an explained error counts as a "
    "warning, and z takes a reason back. Below: how many of each kind.",
)
CLAIMS = PaneKind(
    "claims",
    "Claims",
    "C",
    "What others have published of the figures, beside what the figures give; what does not hold comes first. A claim holds "
    "when rounded where only rounding to the decimals that were printed makes it so; about and almost reach a twentieth of "
    "the stated figure, over and under mean truly above and below. What cannot be checked says what is missing. From a result "
    "it looks at that contest. Enter shows the measure, the figures and every reading that was tried; K keeps a further claim.",
)
CLAIM = CLAIMS._replace(
    view="claim",
    label="Claim",
    help="One published claim: the figures that it rests on, each of which enter opens; how its words were read, with what each "
    "reading gives; values that other sources state, with the verdict that they would lead to; the measure with its formula.",
)
SCHEMES = PaneKind(
    "schemes",
    "Schemes",
    "G",
    "Named groupings of factions and persons into blocs, and how each counts the body on the day: a scheme is "
    "somebody's judgement, so whose it is stands beside it. Enter shows what one says; N makes a new one or a copy, "
    "E counts the faction or the person under the cursor in another bloc, B puts a second scheme beside it. In the "
    "panes of seats, g goes through the groupings and all schemes.",
    dated=True,
)
RECORD = PaneKind(
    "candidate",
    "Record",
    "r",
    "One person's record: every candidacy with its date, body, slate, endorsements, votes and outcome, "
    "and the terms held. A slate belongs to the candidacy, never to the person, so a change of slate "
    "stands out.",
    opened=True,
)

DIVISIONS = PaneKind(
    "divisions",
    "Divisions",
    "D",
    "Recorded votes inside the whole body, and published counts of its sides, the newest first, each beside the "
    "composition of its day. What for and against mean is said in the subject. Fits says whether the groups of that "
    "day can be divided between the sides so that nobody need have voted against the own one. Enter opens one.",
    grouped=True,
)
DIVISION = PaneKind(
    "division",
    "Division",
    "D",
    "One recorded vote: who is named for or against, who sat that day and is not named, and how each group split. "
    "Somebody broke with the group who is named against more than half of its members named for or against; that "
    "is said only of groups with at least three named, who are half of its votes or more. At least (≥) and at most (≤) "
    "are the bounds that follow from the published figures by arithmetic. Brackets go to the division before and the next.",
    grouped=True,
)
SCHEME = SCHEMES._replace(
    view="scheme",
    label="Scheme",
    help="What one scheme counts where: factions with all within them, persons, and whoever is said to lean in some "
    "words, each for as long as it holds; below, what that makes of the votes on the day. E counts what is under the "
    "cursor in another bloc. B puts a second scheme beside it: then the rows are the seat-holders whom the two count "
    "differently, with the reasons.",
)
"""Opened from the schemes; its key leads back to them."""
SOURCE = SOURCES._replace(
    view="source",
    label="Source",
    help="One source: what it is; everything on record that it supports; what it alone supports, so that nothing else is on "
    "record for it; and what others state otherwise, with what is shown. Enter opens the row where it is seen.",
)
"""Opened from the sources; its key leads back to them."""

EVIDENCE = SOURCES._replace(
    view="evidence",
    label="Where from",
    help="Where the row comes from that the cursor was on: the rows of the record that it rests on; of each value what every "
    "source says, where in the source (line, cell, sentence, page), since when it is on record, and why the one shown is "
    "shown; and how what no source states is worked out. Of a figure that counts many rows each of them is one row here. "
    "Enter opens the page of the source, or the row of the record; the comma reads a row out in full; esc goes back.",
)
"""Opened by the comma from any row."""

PANES = (
    COMPOSITION,
    TIMELINE,
    CHANGES,
    CANDIDATES,
    CONTEST,
    CONTESTS,
    FACTIONS,
    DIVISIONS,
    MEASURES,
    LADDER,
    SCENARIOS,
    SCHEMES,
    SOURCES,
    DISPUTES,
    AUDIT,
    CLAIMS,
    RECORD,
    FACTION,
)
"""In the order in which they are offered; each has a key."""

PARTS = {
    DIVISION.view: DIVISIONS.view,
    SCHEME.view: SCHEMES.view,
    CLAIM.view: CLAIMS.view,
    BRIEF.view: CONTEST.view,
    SOURCE.view: SOURCES.view,
    EVIDENCE.view: SOURCES.view,
}
"""Views that are opened out of a pane and stand under its name."""

BY_VIEW = {
    pane.view: pane
    for pane in (
        *PANES,
        DIVISION,
        SCHEME,
        CLAIM,
        BRIEF,
        SOURCE,
        EVIDENCE,
    )
}
