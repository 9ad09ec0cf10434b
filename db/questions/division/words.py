"""The findings and notes of one division, in sentences that may be printed."""

from __future__ import annotations

from db.dates import written
from db.measures.tally import LEAST, OPEN, Side, Split, adds_up
from db.questions.composition.words import notes as composition_notes
from db.questions.divisions.words import (
    COUNTS,
    NOTHING,
    among,
    day_of,
    figures_in_words,
    fit_in_words,
    in_short,
)
from db.reading.counting.assembly import Assembly
from db.reading.divisions import Division
from db.reading.divisions.roll import Member, Party, Roll, fit
from db.wording import count, listed, number_word, sentence

GROUPS = 3
"""Groups of which a finding says how they split; the table has all."""

BREACH = (
    "Broke with the group: named for where more than half of its members named for or against were against, or the other way "
    f"round; only of groups with at least {number_word(LEAST)} named so, who are half of its votes or more. Abstaining and "
    "staying away are no breach, and independents are no group"
)

BOUNDS = (
    "At least (≥) and at most (≤): of the published votes that no list names, a group cast at most one for each of its unnamed "
    "members, and at least those that everybody else is too few to cast"
)


def findings(roll: Roll, note: str = "") -> tuple[str, ...]:
    """The result, who broke with a group, the composition beside it, how groups split, what it says about the unknown.

    Where no figures are published, the result is the note of what was.
    """
    broke, beside = _broke(roll), _beside(roll)
    rest = [_splits(roll) if not (broke and beside) else "", _unknown(roll)]
    said = [_result(roll, note) + _clash(roll), broke]
    if broke and beside:
        said.append("; ".join(filter(None, (beside, *rest))))
    else:
        said += [beside, "; ".join(filter(None, rest))]
    return tuple(map(sentence, filter(None, said)))


def told(division: Division) -> bool:
    """Whether what was published of the sides is words, which stand in a note."""
    return division.kind in COUNTS and not figures_in_words(division.figures)


def _result(roll: Roll, note: str) -> str:
    one = roll.division
    short = roll.balance.chamber.place.body_short
    whole = f", of {count(one.members, 'member')}" if one.members is not None else ""
    figures = figures_in_words(one.figures)
    if one.kind in COUNTS:
        kind = f"({COUNTS[one.kind]}, not votes cast)"
        if figures:
            return f"{day_of(one)} the {short} was counted as {figures}{whole} {kind}"
        return f"{day_of(one)} the sides of the {short} were described {kind}{f': {note}' if note else ''}"
    if not figures:
        return f"{day_of(one)} the {short} divided on “{one.subject}”; no figures are published"
    return f"{day_of(one)} the {short} divided on “{one.subject}”: {figures}{whole}"


def _beside(roll: Roll) -> str:
    short = in_short(roll.counted, roll.grouping)
    if not roll.division.date or not short:
        return ""
    by = f"by the scheme {roll.grouping.scheme.name}" if roll.grouping.scheme else f"by {roll.grouping.key}"
    words = f"Counted {by} that day: {short}"
    verdict = fit(roll.division, roll.counted, roll.grouping)
    if verdict.verdict == OPEN:
        return words  # why it cannot is a note
    return f"{words}; {fit_in_words(verdict, roll.division, roll.counted, roll.grouping)}"


def _clash(roll: Roll) -> str:
    """That the list of names and the published figures do not add up."""
    if not roll.listed or adds_up(roll.division.figures, roll.whole):
        return ""
    return f", but the list of names has {figures_in_words(roll.whole)}: they do not add up"


def _splits(roll: Roll) -> str:
    named = [one for one in roll.parties if one.split.named]
    largest = sorted(named, key=lambda one: -one.split.named)[:GROUPS]
    said = [f"of {_split_in_words(one, roll)}" for one in named if one in largest]
    if any(one.line for one in named) and not _rebels(roll):
        said.append("nobody named broke with a group")
    return "; ".join(said)


def _split_in_words(party: Party, roll: Roll) -> str:
    who = among(party.group, roll.grouping, party.split.votes)
    return f"{who} {_sides(party.split, roll)}"


def _sides(split: Split, roll: Roll) -> str:
    """`7 for, 0 against, 2 not named`; sides on which nobody can be are left out."""
    parts = [f"{split.for_} for"] + ([] if roll.one_sided else [f"{split.against} against"])
    parts += [f"{split.of(side)} {side}" for side in (Side.ABSTAINING, Side.ABSENT) if split.of(side)]
    parts += [f"{split.unnamed} not named"] if split.unnamed else []
    return ", ".join(parts)


def _rebels(roll: Roll) -> list[Member]:
    return [one for one in roll.members if roll.broke(one)]


def _broke(roll: Roll) -> str:
    lines = [one for one in roll.parties if one.line]
    names = [f"{_name(one)} ({_against(one, lines)})" for one in _rebels(roll)]
    return f"Broke with their group: {listed(names)}" if names else ""


def _against(member: Member, lines: list[Party]) -> str:
    parties = [one for one in lines if one.group in member.groups and one.line is not member.side]
    return "; ".join(f"{one.group.name} {one.split.for_} for, {one.split.against} against" for one in parties)


def _name(member: Member) -> str:
    if member.seat is not None:
        return member.seat.person_name
    return member.entry.person_name if member.entry else ""


def _unknown(roll: Roll) -> str:
    """What is named, and what follows by arithmetic, of those without a known group."""
    split, nothing = roll.unknown, NOTHING[roll.grouping.key]
    if not split.votes:
        return ""
    said = []
    if split.named:
        said.append(f"of the {count(split.votes, 'vote')} without a known {nothing} {_sides(split, roll)}")
    figures = roll.division.figures
    least = []
    for side in (Side.FOR, Side.AGAINST):
        found = roll.bounds(side, split)
        if found is not None and found.low > split.of(side):
            least.append(f"at least {found.low} of the {figures.of(side)} {side}")
    if least:
        whose = "them" if said else f"the {count(split.votes, 'vote')} without a known {nothing}"
        said.append(f"by arithmetic {listed(least)} came from {whose}")
    return "; ".join(said)


def notes(roll: Roll, assembly: Assembly, note: str) -> tuple[str, ...]:
    """What a reader has to know: the rules of counting, what is missing on either side, what is stated otherwise."""
    said = [
        "" if told(roll.division) else note,
        *_unsaid(roll),
        *_missing(roll),
        *_size(roll),
        *_span(roll.division, assembly),
    ]
    if roll.whole.named:
        lines = any(one.line for one in roll.parties)
        said += [] if lines else ["No group has enough members named on a side to say who broke with it"]
        said.append(BREACH)
    if roll.division.figures.counted:
        said.append(BOUNDS)
    return (*map(sentence, filter(None, said)), *composition_notes(roll.balance, roll.grouping))


def _unsaid(roll: Roll) -> list[str]:
    """Why it cannot be said whether the published count fits."""
    found = fit(roll.division, roll.counted, roll.grouping)
    if found.verdict != OPEN:
        return []
    return [fit_in_words(found, roll.division, roll.counted, roll.grouping)]


def _missing(roll: Roll) -> list[str]:
    said = []
    if not roll.listed:
        return ["No votes by name are on record: the rows are who sat that day"]
    if roll.unlisted:
        said.append(
            f"{count(len(roll.unlisted), 'seat-holder is', 'seat-holders are')} on record with a vote that day, "
            "and not in the list; see the table"
        )
    if roll.strangers:
        said.append(
            f"{count(len(roll.strangers), 'person', 'persons')} in the list held no seat on record that day, see the table; "
            "each is taken to fill a seat of the section whose holder is not known, if there is one"
        )
    voteless = [
        one.seat.person_name
        for one in roll.members
        if one.seat and not one.seat.voting and one.side is not None
    ]
    if voteless:
        said.append(f"Named with a vote though the record gives none that day: {listed(voteless)}")
    if again := list(dict.fromkeys(_name(one) for one in roll.members if one.again)):
        said.append(f"Listed more than once, and counted once: {listed(again)}")
    odd = [f"{_name(one)} “{one.entry.vote}”" for one in roll.members if one.entry and _unread(one)]
    if odd:
        said.append(f"Listed in words that say no side: {listed(odd)}")
    return said


def _unread(member: Member) -> bool:
    word = member.entry.vote.strip().casefold() if member.entry else ""
    return member.side is None and word not in ("", "listed")


def _size(roll: Roll) -> list[str]:
    chamber, stated = roll.balance.chamber, roll.division.members
    if stated is None or not chamber.total or stated in (chamber.total, chamber.votes):
        return []
    return [
        f"The source counts {count(stated, 'member')}; the record has {count(chamber.total, 'seat')} that day, "
        f"{count(chamber.votes, 'vote')} among them"
    ]


def _span(division: Division, assembly: Assembly) -> list[str]:
    """Seats that changed hands in the time that the date leaves open."""
    last = last_day(division)
    if last == division.date:
        return []
    before, after = (
        {(one.section, one.person) for one in assembly.tenure.on(day)} for day in (division.date, last)
    )
    if before == after:
        return []
    until = f" and {written(division.date_end)}" if division.date_end else ""
    moved = max(len(before - after), len(after - before))
    return [
        f"The composition is that at the beginning of {written(division.date)}; {count(moved, 'seat')} changed hands "
        f"{'between then' if until else 'before its end'}{until}"
    ]


def last_day(division: Division) -> str:
    """A text that sorts after every day of the division, and before what comes after it; its date where that is a day."""
    last = division.date_end or division.date
    return last if len(last) == 10 or not last else f"{last}-99"
