"""Where sources are known to contradict one another, the record shows each value, not only the chosen one."""

import pytest

from .tables import cited, keyed, table

DISPUTES = [
    ("candidacies", "nec-clp-2001/tony-robinson", "votes", {"24771", "29912", "29942"}),
    ("contests", "nec-clp-1999", "valid_votes", {"585274", "585237"}),
    ("candidacies", "nec-clp-1998/diana-jeuda", "share", {"8.4", "8.49"}),
    ("contests", "nec-clp-2010", "ballots", {"127331"}),
    ("contests", "nec-clp-2014", "swing to the left", {"14", "7.9"}),
    ("contests", "nec-clp-2014", "last time the left won four of six", {"2006", "2008"}),
    ("candidacies", "nec-clp-2012/kate-osamor", "share", {"6.3", "6.6"}),
    ("candidacies", "nec-clp-2014/johanna-baxter", "slate", {"Independent", "Labour First"}),
    ("candidacies", "nec-clp-2008/ellie-reeves", "slate", {"Labour First", "backed by both sides"}),
    ("candidacies", "nec-clp-2006/louise-baldock", "slate", {"Independent", "the leadership's slate"}),
    (
        "candidacies",
        "nec-clp-2022/naomi-wimborne-idrissi",
        "slate",
        {"CLPD Grassroots 5", "outside the Alliance's four"},
    ),
    ("candidacies", "nec-clp-2018/pete-willsman", "lead over Eddie Izzard", {"2502", "3000"}),
    ("contests", "nec-clp-2020apr", "valid_votes", {"293093", "366669"}),
    ("candidacies", "nec-clp-2024/mish-rahman", "sitting", {"0", "1"}),
    ("candidacies", "nec-clp-2024/ann-black", "nominations", {"214", "217"}),
    ("bodies", "nec", "members", {"36", "39", "41", "42"}),
    ("divisions", "nec-2011-07-19", "against", {"14", "15"}),
    ("divisions", "nec-2022-01-25", "against", {"22", "23"}),
    ("divisions", "nec-2020-05-26", "vote of Mick Antoniw", {"decisive for David Evans", "against"}),
    ("contests", "nec-youth-2022", "method", {"OMOV", "electoral college in halves"}),
    ("contests", "nec-bame-2022", "method", {"OMOV", "electoral college in halves"}),
    ("contests", "nec-disabled-2022", "method", {"OMOV", "electoral college in halves"}),
    ("contests", "ncc-clp-2023", "seats", {"4", "5"}),
    ("bodies", "nwc", "members", {"17", "18"}),
    ("contests", "nec-plp-2014", "electorate", {"250", "257", "258"}),
    ("contests", "nec-bame-2020", "name of the second candidate", {"MISHRA, Navendu", "Mehmood Mirza"}),
    ("contests", "npf-clp-2010-lon", "places by side", {"the left one", "independents two, the right two"}),
    ("contests", "npf-clp-2010-em", "valid_votes", {"24843", "20250"}),
    ("terms", "nec/clp/eddie-izzard/2018-03-31", "runner-up of", {"January 2018", "2016"}),
]


@pytest.mark.parametrize(("name", "key", "field", "values"), DISPUTES)
def test_every_value_in_dispute_is_cited(name: str, key: str, field: str, values: set[str]) -> None:
    """Each side of a known contradiction is kept with its source."""
    assert cited(name, key, field) >= values


def test_a_chosen_value_is_the_shown_value() -> None:
    """Of the values cited for a column, the chosen one is what the row holds."""
    wrong = []
    for row in table("citations"):
        kept = keyed(row["table"]).get(row["row"], {})
        shown = kept.get("slate_label" if row["field"] == "slate" else row["field"])
        if row["chosen"] == "1" and shown is not None and shown != row["value"]:
            wrong.append((row["table"], row["row"], row["field"], shown, row["value"]))
    assert wrong == []


def test_at_most_one_value_is_chosen_and_each_citation_has_its_row() -> None:
    """A citation belongs to a stored row, and no field shows two values at once."""
    chosen: dict[tuple[str, str, str], set[str]] = {}
    for row in table("citations"):
        assert row["row"] in keyed(row["table"]), row
        if row["chosen"] == "1":
            chosen.setdefault((row["table"], row["row"], row["field"]), set()).add(row["value"])
    assert [key for key, values in chosen.items() if len(values) > 1] == []


def test_baxter_stood_on_no_slate_and_sought_no_backing() -> None:
    """The dispute the product exists for: an independent, endorsed unasked by two organisations."""
    backers = [
        row
        for row in table("endorsements")
        if row["contest"] == "nec-clp-2014" and row["person"] == "johanna-baxter"
    ]
    assert keyed("candidacies")["nec-clp-2014/johanna-baxter"]["slate"] == "indep"
    assert {row["faction"]: row["sought"] for row in backers} == {"progress": "0", "labourfirst": "0"}
