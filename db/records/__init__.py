"""The rows of a record folder, typed: what importers yield and what loading stores.

One struct a file, its fields the file's columns in their order.  A field left blank in the file is None here.
"""

from __future__ import annotations

from db.records.bodies import Body, Contest, Round, Rule, Section
from db.records.claims import Claim, Explanation
from db.records.factions import Faction, FactionAlias, Membership
from db.records.persons import Alias, Distinction, FormerKey, Identifier, Person
from db.records.record import Record
from db.records.results import Ballot, Candidacy, Endorsement, Stage
from db.records.scenarios import Assumption, Scenario
from db.records.schemes import Bloc, BlocMember, Scheme
from db.records.seats import Alignment, Division, DivisionVote, Event, Term, Vacancy
from db.records.sources import Citation, Layout, Source

__all__ = [
    "FILES",
    "Alias",
    "Alignment",
    "Assumption",
    "Ballot",
    "Bloc",
    "BlocMember",
    "Body",
    "Candidacy",
    "Citation",
    "Claim",
    "Contest",
    "Distinction",
    "Division",
    "DivisionVote",
    "Endorsement",
    "Event",
    "Explanation",
    "Faction",
    "FactionAlias",
    "FormerKey",
    "Identifier",
    "Layout",
    "Membership",
    "Person",
    "Record",
    "Round",
    "Rule",
    "Scenario",
    "Scheme",
    "Section",
    "Source",
    "Stage",
    "Term",
    "Vacancy",
]

FILES: tuple[type[Record], ...] = (
    Source, Body, Section, Rule, Round, Person, Alias, FormerKey, Distinction, Faction, FactionAlias, Membership,
    Contest, Identifier, Candidacy, Endorsement, Stage, Ballot, Term, Vacancy, Alignment, Division, DivisionVote, Event,
    Scheme, Bloc, BlocMember, Scenario, Assumption, Claim, Layout, Explanation, Citation,
)  # fmt: skip
"""Every kind of row, each after those it refers to."""
