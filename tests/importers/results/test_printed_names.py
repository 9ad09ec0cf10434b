"""Names as they are printed: both orders, right capitals, nothing lost and nothing added."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.results.figures import figure
from importers.results.names import is_name, split

NAMES = [
    ("OAKHURST, Luke", "Luke Oakhurst", "Oakhurst, Luke"),
    ("McMAHON, Jim", "Jim McMahon", "McMahon, Jim"),
    ("MCMAHON, JIM", "Jim McMahon", "McMahon, Jim"),
    ("MacDONALD, Jim", "Jim MacDonald", "MacDonald, Jim"),
    ("O'NEILL, Ann", "Ann O'Neill", "O'Neill, Ann"),
    ("O’NEILL-REED, Ann-Marie", "Ann-Marie O’Neill-Reed", "O’Neill-Reed, Ann-Marie"),
    ("WIMBER-IDRIS, Naomi", "Naomi Wimber-Idris", "Wimber-Idris, Naomi"),
    ("SINGH JOSS, Gurdip", "Gurdip Singh Joss", "Singh Joss, Gurdip"),
    ("Gurdip SINGH JOSS", "Gurdip Singh Joss", "Singh Joss, Gurdip"),
    ("DOE Jane", "Jane Doe", "Doe, Jane"),
    ("JANE DOE", "Jane Doe", "Doe, Jane"),
    ("Ana de Sousa", "Ana de Sousa", "de Sousa, Ana"),
    ("DE SOUSA, Ana", "Ana de Sousa", "de Sousa, Ana"),
    ("Anna van der Berg", "Anna van der Berg", "van der Berg, Anna"),
    ("VAN DER BERG, Anna", "Anna van der Berg", "van der Berg, Anna"),
    ("Van Morris", "Van Morris", "Morris, Van"),
    ("ÉLOÏSE, Zoë", "Zoë Éloïse", "Éloïse, Zoë"),
    ("Cllr Jane Doe", "Jane Doe", "Doe, Jane"),
    ("Rt Hon Jane Doe MP", "Jane Doe", "Doe, Jane"),
    ("Dr Jane Doe MP", "Jane Doe", "Doe, Jane"),
    ("Jane Doe, MP", "Jane Doe", "Doe, Jane"),
    ("JJ Smith", "JJ Smith", "Smith, JJ"),
    ("SMITH, JJ", "JJ Smith", "Smith, JJ"),
    ("NG, Li", "Li Ng", "Ng, Li"),
    ("Madonna", "Madonna", "Madonna"),
    ("Lord Oak", "Lord Oak", "Oak, Lord"),
]


@pytest.mark.parametrize(("printed", "name", "sort_name"), NAMES)
def test_a_name_is_put_in_both_orders(printed: str, name: str, sort_name: str) -> None:
    assert split(printed)[:2] == (name, sort_name)


def test_an_office_behind_a_comma_is_no_forename() -> None:
    assert split("Jane Doe, Leader of Oldtown")[:3] == ("Jane Doe", "Doe, Jane", "Leader of Oldtown")


FORENAMES = st.sampled_from(
    ["Jane", "Ann-Marie", "Zoë", "Łukasz", "Jean-Luc", "Mary", "D'Arcy", "Siân", "Sean"]
)
SURNAMES = st.sampled_from(
    ["Doe", "O'Neill", "McAsh", "Wimber-Idris", "de Sousa", "van der Berg", "Müller", "Ng", "Ó'Dálaigh"]
)


@given(FORENAMES, SURNAMES)
def test_a_name_survives_every_way_of_printing_it(first: str, last: str) -> None:
    wanted = (f"{first} {last}", f"{last}, {first}")
    assert split(f"{first} {last}")[:2] == wanted
    assert split(f"{last}, {first}")[:2] == wanted
    assert split(f"{last.upper()}, {first}")[:2] == wanted
    assert split(f"Cllr {first} {last}")[:2] == wanted
    assert is_name(f"{first} {last}")


@given(st.text(max_size=60))
def test_any_text_is_split_into_something(text: str) -> None:
    name = split(text)
    assert isinstance(name.name, str)
    is_name(text)


FIGURES = [
    ("17,475", 17475), ("39 548", 39548), ("12.2%", 12.2), ("12.2 per cent", 12.2), ("14 %", 14), ("(1,061)", 1061),
    ("1,234 votes", 1234), ("39548.0", 39548), ("1,234.56", 1234.56), ("12,2%", 12.2), ("-5", -5), ("7*", 7),
    ("£12", None), ("12 October", None), ("", None), ("1,23", None), ("twelve", None), ("1.2.3", None), ("39,548²", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), FIGURES)
def test_a_figure_is_read_for_what_it_stands_for(text: str, value: float | None) -> None:
    found = figure(text)
    assert (found and found.value) == value


@given(st.integers(0, 10**9))
def test_a_number_survives_every_way_of_printing_it(number: int) -> None:
    for printed in (f"{number}", f"{number:,}", f"{number:,}".replace(",", " "), f"({number:,})"):
        assert (found := figure(printed)) is not None
        assert found.value == number
