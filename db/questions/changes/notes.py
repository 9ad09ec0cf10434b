"""What a reader of the changes has to know: how successors were paired, what is not called a gain, on what a count rests."""

from __future__ import annotations

from collections import Counter

from db.questions.changes.words import SIDES
from db.reading.counting.grouping import ENDORSEMENT
from db.reading.passing.comparison import Comparison
from db.reading.passing.succession import DEFECTION, GAIN, HELD_BY_ANOTHER, NEW_HOLDER, RECOUNTED
from db.wording import a, sentence


def notes(compared: Comparison) -> tuple[str, ...]:
    """How successors were paired, what is not called a gain, on what a count of sides rests."""
    changes, grouping = compared.changes, compared.sides.grouping
    kinds = Counter(change.kind for change in changes)
    said = []
    passed = Counter(
        change.section for change in changes if change.kind in (GAIN, NEW_HOLDER, HELD_BY_ANOTHER)
    )
    if any(number > 1 for number in passed.values()):
        said.append(
            "In a section of several seats nobody succeeds to a particular seat, unless a source says so: those who left "
            "and those who came are paired by whom they represent, by slate, then by umbrella, then in alphabetical order"
        )
    if kinds[NEW_HOLDER]:
        said.append(f"A new holder is neither gain nor loss where {a(SIDES[grouping.key])} is not known")
    if kinds[DEFECTION]:
        said.append(
            "A defection is a member counted on another side than before without having been elected anew in between"
        )
    if kinds[RECOUNTED]:
        said.append(
            "Counted otherwise are members of whom sources say other words than before; that need not be a change of mind"
        )
    if not compared.netting.exact and compared.netting.groups():
        said.append(
            f"The first sentence tells of seats whose {SIDES[grouping.key]} is known on both days; the net counts all that are "
            "known on either, and at the least and at the most it allows for every holder and every side that is not known"
        )
    if any(one.retired for one in compared.returned):
        said.append(
            "That a member did not stand again is said where the record has all candidates, or where a source says so"
        )
    if grouping.key == ENDORSEMENT:
        said.append("Whoever several organisations endorsed is counted with each")
    if grouping.scheme:
        said.append(grouping.scheme.judgement)
    if compared.netting.rolled:
        said.append(
            "Slates under a common umbrella are one side: a seat that passes between them is held, and the net counts them "
            "by what was the outermost umbrella when the seat was won"
        )
    return tuple(map(sentence, said))
