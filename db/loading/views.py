"""What somebody makes of the facts on its way into its tables: schemes and scenarios."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from db import records
from db.errors import BadRecord
from db.loading.rows import Values, fields_of
from db.wording import listed

if TYPE_CHECKING:
    from db.loading import Keyed


def _scheme(loading: Keyed, row: records.Scheme) -> None:
    loading.put("scheme", row, {"key": row.scheme} | fields_of(row, "name", "whose"))


def _bloc(loading: Keyed, row: records.Bloc) -> None:
    values: Values = {"scheme_id": loading.find("scheme", row.scheme, "scheme"), "key": row.bloc}
    loading.put("bloc", row, values | fields_of(row, "name", "short", "sign", "colour", "position"))


def _bloc_member(loading: Keyed, row: records.BlocMember) -> None:
    named = [name for name in ("faction", "person", "leaning") if getattr(row, name) is not None]
    if len(named) != 1:
        raise BadRecord(
            f"{loading.place}: found {listed([f'a {name}' for name in named]) or 'nobody'}, "
            "expected one of faction, person and leaning."
        )
    values: Values = {
        "bloc_id": bloc_of(loading, row.scheme, row.bloc),
        "faction_id": loading.maybe("faction", row.faction, "faction"),
        "person_id": loading.maybe("person", row.person, "person"),
    }
    loading.put("bloc_member", row, values | fields_of(row, "leaning", "valid_from", "valid_to"))


def bloc_of(loading: Keyed, scheme: str, bloc: str) -> int:
    """The id of a bloc by the keys of its scheme and its own.

    Raises:
        BadRecord: there is no such scheme, or the scheme has no such bloc.
    """
    loading.find("scheme", scheme, "scheme")
    number = loading.number("bloc", f"{scheme}/{bloc}")
    if number is None:
        raise BadRecord(
            f"{loading.place}, column bloc: found {bloc!r}, expected the key of a bloc of the scheme {scheme!r}."
        )
    return number


def _scenario(loading: Keyed, row: records.Scenario) -> None:
    loading.put("scenario", row, {"key": row.scenario, "name": row.name})


def _assumption(loading: Keyed, row: records.Assumption) -> None:
    values: Values = {
        "scenario_id": loading.find("scenario", row.scenario, "scenario"),
        "section_id": loading.section(row.body, row.section),
        "person_id": loading.maybe("person", row.person, "person"),
        "successor_id": loading.maybe("person", row.successor, "successor"),
        "faction_id": loading.maybe("faction", row.faction, "faction"),
        "other_id": loading.maybe("faction", row.other, "other"),
        "bloc_id": None if row.bloc is None else bloc_of(loading, row.scheme or "", row.bloc),
        "contest_id": loading.maybe("contest", row.contest, "contest"),
    }
    loading.put("assumption", row, values | fields_of(row, "position", "kind", "newcomer", "points"))


STORING: dict[type[records.Record], Callable[[Keyed, Any], None]] = {
    records.Scheme: _scheme, records.Bloc: _bloc, records.BlocMember: _bloc_member, records.Scenario: _scenario,
    records.Assumption: _assumption,
}  # fmt: skip
"""How each kind is stored."""
