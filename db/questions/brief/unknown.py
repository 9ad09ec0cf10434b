"""What is not known of a contest, sentence by sentence: outcomes, votes, slates, seats, days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from db.questions.brief import seats
from db.questions.brief.subject import Subject
from db.reading.contests.poll import Candidate, Poll
from db.reading.passing.comparison import Comparison
from db.view import NO_SLATE
from db.wording import count, few, listed, sentence, was

FEW = 4
"""More names than these are counted."""


def unknown(subject: Subject) -> tuple[str, ...]:
    """Everything that a reader would look for and the record does not say; in a round with the sections of which that is so."""
    compared = {poll.contest.id: compared for poll, compared in subject.seats}
    said = [(poll, one) for poll in subject.polls for one in _of(poll, compared.get(poll.contest.id)) if one]
    return by_section(subject, said)


def by_section(subject: Subject, said: Iterable[tuple[Poll, str]]) -> tuple[str, ...]:
    """Sentences on contests; in a round each once, with the sections of which it is said."""
    sections: dict[str, list[str]] = defaultdict(list)
    for poll, words in said:
        sections[words].append(poll.contest.section_name)
    if subject.round is None:
        return tuple(map(sentence, sections))
    return tuple(
        sentence(f"{listed(list(dict.fromkeys(names)))}: {words}") for words, names in sections.items()
    )


def _of(poll: Poll, compared: Comparison | None) -> tuple[str, ...]:
    if not poll.candidates:
        return ("who stood is not on record", *_facts(poll))
    declared = poll.contest.status == "declared"
    told = _outcomes(poll) + _votes(poll) if declared else ()
    return (*told, _slates(poll), _last_holders(poll, compared), *_facts(poll))


def _last_holders(poll: Poll, compared: Comparison | None) -> str:
    number = seats.missing(poll, compared) if compared is not None else 0
    return f"the last holder of {count(number, 'seat')} is not on record" if number else ""


def _outcomes(poll: Poll) -> tuple[str, ...]:
    """Who may have been elected, and which seats have no winner on record."""
    open_ones = [one for one in poll.candidates if one.outcome in ("unknown", "pending")]
    said = (
        [f"whether {_people(open_ones)} {was(len(open_ones))} elected is not on record"] if open_ones else []
    )
    missing = (poll.contest.seats or 0) - sum(one.elected for one in poll.candidates)
    if missing > 0:
        said.append(f"who won {count(missing, 'seat')} is not on record")
    return tuple(said)


def _votes(poll: Poll) -> tuple[str, ...]:
    silent = [one for one in poll.candidates if one.votes is None and one.outcome != "withdrawn"]
    if not silent:
        return ()
    if len(silent) == sum(one.outcome != "withdrawn" for one in poll.candidates):
        return ("the votes are not on record",)
    return (f"the votes of {_people(silent)} are not on record",)


def _slates(poll: Poll) -> str:
    bare = [one for one in poll.candidates if one.slate is NO_SLATE]
    if not bare:
        return ""
    if len(bare) == len(poll.candidates):
        return "on which slates the candidates stood is not on record"
    return f"the slate of {_people(bare)} is not on record"


def _facts(poll: Poll) -> tuple[str, ...]:
    """Facts of the contest itself that are blank."""
    contest = poll.contest
    said = []
    if contest.seats is None:
        said.append("how many seats are filled is not on record")
    if contest.date is None:
        said.append("the day of the result is not on record")
    elif len(contest.date) < len("2014-08-20"):
        said.append(
            f"the day of the result is on record only as {'a month' if len(contest.date) > 4 else 'a year'}"
        )
    if contest.status == "declared":
        blank = [
            name
            for name, value in (
                ("the electorate", contest.electorate),
                ("the number of ballots", contest.ballots),
                ("the turnout", contest.turnout if contest.turnout is not None else _computable(poll)),
            )
            if value is None
        ]
        if blank:
            said.append(f"{listed(blank)} {'is' if len(blank) == 1 else 'are'} not on record")
    return tuple(said)


def _computable(poll: Poll) -> int | None:
    """Something where the turnout follows from ballots and electorate."""
    contest = poll.contest
    return contest.ballots if contest.ballots is not None and contest.electorate else None


def _people(some: Sequence[Candidate]) -> str:
    return few([one.name for one in some], FEW, "candidate")
