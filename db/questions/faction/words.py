"""The findings and notes of a faction's record, in sentences that may be printed."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from db.dates import on_day, written
from db.questions.faction.persons import Held
from db.reading.citations import Citations
from db.reading.standing import Counts, Standing, Tally
from db.reading.standing.crossings import Crossing
from db.wording import INDEPENDENT, as_percent, count, listed, number_word, sentence, the, was


def summed(tallies: Sequence[Tally]) -> Tally:
    """All of them as one."""
    counts = Counts(*(sum(column) for column in zip(*(one.counts for one in tallies), strict=True)))
    firsts = [one.first for one in tallies if one.first]
    lasts = [one.last for one in tallies if one.last]
    contests = sum(one.contests for one in tallies)
    return Tally(0, contests, min(firsts, default=None), max(lasts, default=None), counts)


def findings(
    standing: Standing,
    tallies: Sequence[Tally],
    moved: tuple[list[Crossing], list[Crossing]],
    held: Held,
    looked: int | None,
) -> tuple[str, ...]:
    """How often it stood and won, who came and left, what it holds.

    Args:
        standing: the candidacies of the faction.
        tallies: by body, or by section of one.
        moved: who came and who left.
        held: the seats that are held by those elected for it.
        looked: how many candidacies were looked through for who came and left; None where all were.
    """
    if not tallies:
        return ()
    among = _among(tallies, looked)
    told = _moved(*moved)
    said = [
        _stood(standing, tallies),
        f"{among}{told}" if told else "",
        _held(standing, held.seats, held.day),
    ]
    return tuple(sentence(one) for one in said if one)


def _stood(standing: Standing, tallies: Sequence[Tally]) -> str:
    whole = summed(tallies)
    counts = whole.counts
    among = (
        count(len(tallies), "body", "bodies")
        if standing.column == "body_id"
        else count(len(tallies), "section")
    )
    places = f" of {among}" if len(tallies) > 1 else ""
    words = (
        f"{the(standing.faction.name)} had {count(counts.candidates, 'candidacy', 'candidacies')} in "
        f"{count(whole.contests, 'contest')}{places}{_span(whole)}"
    )
    if counts.known:
        words += f"; {_elected(counts)}"
    if counts.unknown:
        words += f"; {count(counts.unknown, 'outcome is', 'outcomes are')} not on record"
    return words


def _elected(counts: Counts) -> str:
    were = was(counts.elected)
    success = as_percent(counts.success or 0)
    if counts.known == counts.candidates:
        return f"{number_word(counts.elected)} {were} elected ({success})"
    of = f"{success} of the {number_word(counts.known)} whose outcome is known"
    return f"{number_word(counts.elected)} {were} elected ({of})"


def _span(whole: Tally) -> str:
    if not whole.first or not whole.last:
        return ""
    first, last = whole.first[:4], whole.last[:4]
    return f" in {first}" if first == last else f" from {first} to {last}"


def _moved(came: list[Crossing], left: list[Crossing]) -> str:
    """How many came and left, and where most of them came from and went."""
    origins = [(one.after.person, one.before.slate.name) for one in came]
    goals = [(one.after.person, one.after.slate.name) for one in left]
    return "; ".join(filter(None, (_flow(origins, "came", "from"), _flow(goals, "left", "for"))))


def _flow(moved: list[tuple[int, str]], verb: str, preposition: str) -> str:
    """`two people left for Open Labour`, `six people left for other slates, most for Labour to Win (five)`."""
    if not moved:
        return ""
    people = count(len({person for person, _ in moved}), "person", "people")
    (name, most), *rest = Counter(slate for _, slate in set(moved)).most_common()
    if not rest:
        return f"{people} {verb} {_way(name, preposition, most)}"
    words = f"{people} {verb} {preposition} other slates"
    return (
        f"{words}, most {_way(name, preposition, most)} ({number_word(most)})" if most > rest[0][1] else words
    )


def _way(name: str, preposition: str, number: int) -> str:
    """`for Open Labour`; those without a ticket neither come from one nor leave for one."""
    if name.casefold() != INDEPENDENT:
        return f"{preposition} {the(name)}"
    return f"{'after standing' if preposition == 'from' else 'to stand'} as {the(name, number)}"


def _among(tallies: Sequence[Tally], looked: int | None) -> str:
    """What is said before what was not looked for everywhere."""
    cut = looked is not None and summed(tallies).counts.candidates > looked
    return f"Of those with its newest {looked:,} candidacies, " if cut else ""


def _held(standing: Standing, held: int, day: str) -> str:
    if not held:
        return ""
    return f"{_elected_for(standing.faction.name)} held {count(held, 'seat')} on record {on_day(day)}"


def _elected_for(name: str) -> str:
    if name.casefold() == INDEPENDENT:
        return f"those elected as {the(name)}"
    return f"those elected for {the(name)}"


def notes(
    standing: Standing,
    tallies: Sequence[Tally],
    listed_contests: int,
    looked: int | None,
    said: str,
    *,
    incomplete: bool,
    open_ended: bool,
) -> tuple[str, ...]:
    """What a reader has to know of the figures.

    Args:
        standing: the candidacies of the faction.
        tallies: by body, or by section of one.
        listed_contests: how many contests are listed.
        looked: how many candidacies were looked through for who came and left; None where all were.
        said: what the record says of the faction.
        incomplete: whether votes or shares are left out.
        open_ended: whether some hold a seat whose end is not on record.
    """
    whole = summed(tallies) if tallies else None
    told = [said] if said else []
    if whole and listed_contests < whole.contests:
        told.append(
            f"The newest {listed_contests:,} of {whole.contests:,} contests are listed; "
            "the record of one body lists its own, and an export has them all"
        )
    if whole and looked is not None and whole.counts.candidates > looked:
        told.append(
            f"Who came and who left is told of those with the newest {looked:,} of {whole.counts.candidates:,} candidacies; "
            "an export tells of all"
        )
    if standing.factions.children[standing.faction.key]:
        told.append("Those who stood on a slate that was within it on the day are counted with it")
    if whole and whole.counts.known < whole.counts.candidates:
        told.append(
            "Success is of those elected and not elected; who withdrew and whose outcome is open or not known is left out"
        )
    if incomplete:
        told.append("Votes and shares are left out where the table of the contest is incomplete or has none")
    if open_ended:
        told.append("Where no end of a term is on record its holder is counted as still in office")
    return tuple(map(sentence, told))


def described(connection: sqlite3.Connection, faction: int, citations: Citations) -> str:
    """What the record says of the faction itself, with who says it."""
    query = "SELECT kind, wing, founded, dissolved, note FROM faction WHERE id = ?"
    kind, wing, founded, dissolved, note = connection.execute(query, [faction]).fetchone()
    parts = [
        str(kind).capitalize(),
        f"founded {written(founded)}" if founded else "",
        f"ended {written(dissolved)}" if dissolved else "",
        f"wing, as published: {wing}" if wing else "",
        citations.explained(note),
    ]
    by = listed(list(dict.fromkeys(map(citations.called, citations.of("faction", [faction])[faction]))))
    if not any(parts[1:]):
        return ""  # the kind alone tells nobody anything
    return "; ".join(filter(None, parts)) + (f" ({by})" if by else "")
