"""What the columns of a large table are, by their headings.

The names are those that spreadsheets use, and those of two data sets: the CSV of Democracy Club
(github.com/DemocracyClub/yournextrepresentative, `ynr/apps/data_exports/csv_fields.py`) and the candidates of general elections
that the House of Commons Library publishes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from db.matching import words_of

NAMES: Final[dict[str, str]] = {
    field_name: field
    for field, names in {
        "contest": "ballot_paper_id",
        "body": "body council organisation organisation_name organization local_authority authority assembly committee "
        "institution council_name body_name",
        "section": "section area ward ward_name division division_name post post_label constituency constituency_name "
        "electoral_area section_name",
        "date": "date election_date polling_date polling_day date_of_election date_of_poll date_of_result",
        "kind": "kind contest_kind election_kind election_type type_of_election",
        "by_election": "by_election is_by_election",
        "cancelled": "cancelled_poll",
        "seats": "seats seats_contested vacancies number_of_seats seats_to_fill",
        "electorate": "electorate total_electorate",
        "name": "person person_name name candidate candidate_name full_name",
        "surname": "surname last_name lastname family_name",
        "forenames": "firstname first_name first_names forename forenames given_name given_names",
        "gender": "gender sex",
        "faction": "faction party party_name slate group list affiliation political_party",
        "label": "party_description_text",
        "votes": "votes votes_cast vote",
        "share": "share vote_share share_of_votes percent",
        "rank": "rank position place",
        "elected": "elected outcome result won",
        "sitting": "sitting incumbent sitting_mp sitting_member",
    }.items()
    for field_name in names.split()
}
"""Headings, their words joined by `_`, and the field that each names."""

PERSON_IDS: Final[dict[str, str]] = {
    "person_id": "", "candidate_id": "", "member_id": "", "mnis_id": "mnis", "twfy_id": "theyworkforyou",
    "wikidata_id": "wikidata",
}  # fmt: skip
"""Headings of numbers of persons, the most trusted first, and whose numbers they are, where the heading tells."""

DEMOCRACY_CLUB: Final = "democracyclub"
COMMONS_LIBRARY: Final = frozenset({"constituency_name", "party_abbreviation", "votes"})
HOUSE_OF_COMMONS: Final = "House of Commons"


class Layout(NamedTuple):
    """Where each field stands in a row, from nought; -1 where the table has no such column."""

    headings: tuple[str, ...]
    fields: tuple[str, ...]
    """The field of each column, `""` for none."""
    scheme: str
    """Whose the numbers of persons are: empty where there are none, `?` where the headings do not tell."""
    body: str
    """The body that all rows are about, where the layout is that of one body."""

    def at(self, field: str) -> int:
        """The column of a field."""
        return self.fields.index(field) if field in self.fields else -1

    @property
    def has_name(self) -> bool:
        """Whether rows name persons."""
        return "name" in self.fields or {"surname", "forenames"} <= set(self.fields)

    @property
    def is_of_contests(self) -> bool:
        """Whether each row says to which contest it belongs."""
        own = set(self.fields)
        placed = bool(own & {"body", "section"}) and bool(own & {"date", "contest"})
        return self.has_name and (placed or bool(self.body))


def layout(header: Sequence[str]) -> Layout:
    """The columns of a header; of two that name one field the first is taken."""
    names = ["_".join(words_of(heading)) for heading in header]
    library = set(names) >= COMMONS_LIBRARY
    numbered = next((name for name in PERSON_IDS if name in names), "")
    fields: list[str] = []
    for name in names:
        field = "number" if numbered and name == numbered else NAMES.get(name, "")
        if library and field == "share":
            field = ""  # a part of one there, not percent
        fields.append(field if field not in fields else "")
    if "faction" not in fields and "label" in fields:
        fields[fields.index("label")] = "faction"
    scheme = PERSON_IDS[numbered] or (DEMOCRACY_CLUB if "contest" in fields else "?") if numbered else ""
    body = HOUSE_OF_COMMONS if library and "body" not in fields else ""
    return Layout(tuple(header), tuple(fields), scheme, body)
