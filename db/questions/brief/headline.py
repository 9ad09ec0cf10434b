"""The headline of a brief: who won how much, in one clause computed from the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from db.questions.brief.careers import place
from db.questions.brief.subject import Subject
from db.reading.contests.pending import STATUS
from db.reading.contests.poll import Candidate, Poll
from db.reading.passing.comparison import Comparison
from db.view import NO_SLATE, Faction
from db.wording import count, few, listed, number_word, part_of, the, was

TIED = 3
"""More slates than these with as many seats each are not listed in a headline."""

NAMED = 3
"""Nor are more persons than these, where their slates are not known."""


def headline(subject: Subject) -> str:
    """`NEC, members' section: the Centre-Left Grassroots Alliance won four of the six seats, one more than before`."""
    if subject.round is not None:
        return f"{subject.round.name}: {_round(subject)}"
    (poll,) = subject.polls
    return f"{place(poll.contest.body_short, poll.contest.section_name)}: {_contest(subject, poll)}"


def _contest(subject: Subject, poll: Poll) -> str:
    if poll.contest.status != "declared":
        return _ahead(poll)
    if not poll.candidates:
        return "no candidate is on record"
    elected = [one for one in poll.candidates if one.elected]
    if not elected:
        return "the result is not on record"
    seats = poll.contest.seats if poll.contest.seats is not None else len(elected)
    if seats == 1 and len(elected) == 1:
        return _one(elected[0])
    compared = next((compared for _, compared in subject.seats), None)
    return _several(elected, max(seats, len(elected)), "seat", compared)


def _ahead(poll: Poll) -> str:
    """What is known before the result."""
    standing = [one for one in poll.candidates if one.outcome != "withdrawn"]
    seats = poll.contest.seats
    who = count(len(standing), "candidate")
    if seats is not None:
        who += f" for {count(seats, 'seat')}"
    return f"{who}; {STATUS[poll.contest.status]}"


def _one(winner: Candidate) -> str:
    slate = "" if winner.slate is NO_SLATE else f" ({winner.slate.name})"
    return f"{winner.name}{slate} {'kept' if winner.sitting else 'won'} the seat"


def _several(elected: Sequence[Candidate], seats: int, noun: str, compared: Comparison | None) -> str:
    """Which slate won most: at least so much where outcomes or slates are missing."""
    if 2 * len(elected) < seats:
        return f"{count(len(elected), 'winner')} of {count(seats, noun)} {'is' if len(elected) == 1 else 'are'} on record"
    won = Counter(one.slate for one in elected if one.slate is not NO_SLATE)
    exact = sum(won.values()) == seats
    if not won:
        return _without_slates(elected, seats, noun)
    least = "" if exact else "at least "
    (first, most), *others = won.most_common()
    tied = [first, *(slate for slate, number in others if number == most)]
    if len(tied) > TIED:
        return f"no slate {'won' if exact else 'is known to have won'} more than {number_word(most)} of the {count(seats, noun)}"
    if len(tied) > 1:
        names = listed([the(one.name, most) for one in tied])
        return f"{names} won {least}{part_of(most, seats, noun)} each"
    words = f"{the(first.name, most)} won {least}{part_of(most, seats, noun)}"
    return words + _more(first, most, compared) if exact else words


def _without_slates(elected: Sequence[Candidate], seats: int, noun: str) -> str:
    """Who won, where no slate of theirs is known."""
    names = [one.name for one in elected]
    who = few(names, NAMED, "candidate")
    missing = seats - len(elected)
    rest = f"; of {count(missing, noun)} the result is not on record" if missing else ""
    return f"{who} {was(len(names))} elected{rest}"


def _more(slate: Faction, number: int, compared: Comparison | None) -> str:
    """How many seats more than before the slate has, where that is known of every seat and nothing else is counted with it."""
    if compared is None or not compared.netting.exact:
        return ""
    net = next((one for one in compared.netting.groups() if one.group == slate), None)
    if net is None or net.after != number or not net.change:
        return ""
    return f", {number_word(abs(net.change))} {'more' if net.change > 0 else 'fewer'} than before"


def _round(subject: Subject) -> str:
    elected = [one for _, one in subject.stood if one.elected]
    if elected:
        return _several(elected, max(subject.positions, len(elected)), "position", None)
    contests = count(len(subject.polls), "contest")
    if subject.declared:
        return f"{contests}, no result on record"
    return f"{count(subject.positions, 'position')} in {contests}"
