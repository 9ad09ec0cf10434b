"""The kinds of findings, and the families of checks that find them: a new check is a line in each."""

from __future__ import annotations

from typing import Final, NamedTuple

from db.questions.audit import (
    basis,
    completeness,
    contests,
    disputes,
    margins,
    persons,
    quota_rules,
    schemes,
    seats,
    slates,
    stages,
)
from db.questions.audit.finding import Family, Severity

ERROR, WARNING, NOTICE = Severity


class Kind(NamedTuple):
    """A kind of finding."""

    severity: Severity
    words: str
    """What is the matter, in a few words."""


FAMILIES: Final[tuple[Family, ...]] = (
    contests.findings,
    margins.findings,
    stages.findings,
    quota_rules.findings,
    seats.findings,
    slates.findings,
    persons.findings,
    completeness.findings,
    disputes.findings,
    schemes.findings,
    basis.findings,
)

KINDS: Final[dict[str, Kind]] = {
    "more-elected-than-seats": Kind(ERROR, "more elected than seats"),
    "votes-above-papers": Kind(ERROR, "more votes than papers or members"),
    "papers-against-papers": Kind(ERROR, "papers, valid votes and electorate do not fit"),
    "total-against-votes": Kind(ERROR, "the total is not the sum of the votes"),
    "share-against-votes": Kind(ERROR, "a share does not follow from the votes"),
    "percent-above-all": Kind(ERROR, "percentages add to more than a hundred"),
    "share-out-of-date": Kind(ERROR, "a kept share is out of date"),
    "turnout-against-figures": Kind(ERROR, "the turnout does not follow from the figures"),
    "quota-against-votes": Kind(ERROR, "the quota does not follow from the votes"),
    "quota-reached": Kind(ERROR, "not elected with a quota of first preferences"),
    "rank-against-votes": Kind(ERROR, "ranks and votes contradict each other"),
    "margin-against-votes": Kind(ERROR, "a margin does not follow from the votes"),
    "stage-against-votes": Kind(ERROR, "the first stage is not the first preferences"),
    "stage-against-transfer": Kind(ERROR, "a stage does not follow from the one before"),
    "stage-transfers": Kind(ERROR, "more transferred than given away"),
    "stage-against-outcome": Kind(ERROR, "stages and outcomes contradict each other"),
    "stage-of-nobody": Kind(ERROR, "somebody counted who did not stand"),
    "rule-broken": Kind(ERROR, "a rule on who is elected is broken"),
    "outcome-against-status": Kind(ERROR, "outcome and status contradict each other"),
    "ends-before-start": Kind(ERROR, "ends before it starts"),
    "one-person-twice": Kind(ERROR, "one person twice in a section at one time"),
    "more-holders-than-seats": Kind(ERROR, "more holders than seats"),
    "same-seat-twice": Kind(ERROR, "one seat with two holders"),
    "rules-overlap": Kind(ERROR, "two rules of one section at one time"),
    "vacancy-outlives-seats": Kind(ERROR, "a vacancy without a seat"),
    "outcome-against-votes": Kind(WARNING, "elected with fewer votes than somebody not elected"),
    "fewer-elected-than-seats": Kind(WARNING, "seats left unfilled"),
    "term-outlives-seats": Kind(WARNING, "a term outlives its seat"),
    "seat-between-holders": Kind(WARNING, "a seat without a holder between two"),
    "slate-disputed": Kind(WARNING, "sources differ on the slate"),
    "backed-by-rival": Kind(WARNING, "endorsed by who had another slate"),
    "two-slates-in-a-round": Kind(WARNING, "two slates in one round"),
    "may-be-one": Kind(WARNING, "two persons who may be one"),
    "may-be-two": Kind(WARNING, "one name that may be two persons'"),
    "nothing-chosen": Kind(WARNING, "sources differ and nothing is chosen"),
    "no-source": Kind(WARNING, "no source"),
    "not-all-looked-at": Kind(WARNING, "not all terms were looked at"),
    "rule-decided": Kind(NOTICE, "a rule decided, not the votes"),
    "rule-not-told": Kind(NOTICE, "whether a rule was kept cannot be told"),
    "end-taken": Kind(NOTICE, "an end that is only taken to be so"),
    "term-before-rules": Kind(NOTICE, "terms from before the first rule"),
    "no-number-of-seats": Kind(NOTICE, "a section without a number of seats"),
    "no-outcome": Kind(NOTICE, "outcome not on record"),
    "no-date": Kind(NOTICE, "date not on record"),
    "scheme-counts-twice": Kind(NOTICE, "a scheme counts twice"),
    "unsourced": Kind(NOTICE, "unsourced"),
    "inferred": Kind(NOTICE, "inferred"),
    "derived": Kind(NOTICE, "derived"),
}
"""By their keys, the weightiest first; keys stay once released, since explanations name them."""
