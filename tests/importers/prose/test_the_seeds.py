"""Four published documents: every fact that a careful reader finds in them, beside what is read there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from record_of import packaged

from importers import formats
from importers.file import File
from importers.prose import read
from importers.prose.meaning import meant
from importers.results.result import Result

SEEDS = Path(__file__).parents[3].parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the documents are not there")

Contest = tuple[str, str, str]
Stated = tuple[Contest, str, str, object]
"""Contest, person (blank for the contest itself), field, value."""

FIELDS = (
    "votes",
    "share",
    "previous_votes",
    "previous_share",
    "rank",
    "previous_rank",
    "outcome",
    "slate",
    "sitting",
    "nominations",
)
WHERE = ("body", "section", "date")

LTW, CLGA, CLPD = "Labour to Win", "Centre-Left Grassroots Alliance", "Campaign for Labour Party Democracy"
LEFT, LF, PROGRESS, IND = "Left", "Right (Lab First)", "Right (Progress)", "Ind"
ELECTED, NOT = "elected", "not elected"


def told(contest: Contest, people: str, *facts: tuple[str, object]) -> set[Stated]:
    """The same facts of several persons, or of the contest itself where none is named."""
    return {(contest, name.strip(), field, value) for name in people.split(",") for field, value in facts}


def backed(label: str, sought: bool | None = None) -> tuple[str, object]:
    return "endorsement", (label, sought)


CAC, CAC_2017 = ("cac", "clp", "2023"), ("cac", "clp", "2017")
NWC, SS = ("nwc", "clp", "2023"), ("nec", "ss", "2023")
NCC, NCC_2021 = ("ncc", "clp", "2023"), ("ncc", "clp", "2021")
DAY = "2023-10-10"
FIRST = (
    told(CAC, "", ("seats", 2), ("electorate_words", "delegates at this year's conference"))
    | told(CAC, "Alice Perry, Phil Wilson", ("outcome", ELECTED), ("slate", LTW), backed(LTW))
    | told(CAC, "Alice Perry", ("votes", 239_998), backed("Open Labour"))
    | told(CAC, "Phil Wilson", ("votes", 210_608))
    | told(CAC, "Jean Crocker, Chris Saltmarsh", ("outcome", NOT), ("slate", CLGA), backed("Momentum"))
    | told(CAC, "Jean Crocker", ("votes", 75_267))
    | told(CAC, "Chris Saltmarsh", ("votes", 60_581))
    | told(CAC_2017, "", ("seats", 2))
    | told(CAC_2017, "Seema Chandwani, Billy Hayes", backed("Momentum"))
    | told(NWC, "", ("seats", 6), ("electorate_words", "women's conference delegates"))
    | told(NWC, "Sagal Abdi-Wali, Amina Ali, Alison Gray, Caroline Price, Kathryn Salt, Lucy Smith",
           ("outcome", ELECTED), ("slate", LTW))
    | told(SS, "", ("electorate_words", "socialist society delegations"))
    | told(SS, "James Asser", ("outcome", ELECTED), ("votes", 22_768), ("sitting", True))
    | told(SS, "Rathi Guhadasan", ("outcome", NOT), ("votes", 1_829))
    | told(NCC, "", ("seats", 5), ("ballot_open", DAY), ("ballot_close", DAY))
    | told(NCC, "Jabran Hussain, Dave Levy, Marion Roberts, Harry Stratton, Annabelle Harle",
           ("outcome", "pending"), ("slate", CLGA), backed("Momentum"))
    | told(NCC, "Hugh Goulbourne, Sem Moema, Sue Pugh, Sioned-Mair Richards, Brahmpreet Kaur",
           ("outcome", "pending"), ("slate", LTW), backed(LTW))
    | told(NCC_2021, "", ("seats", 4))
)  # fmt: skip

CLP_2020, WELSH, LG_2020 = ("nec", "clp", "2020"), ("nec", "welsh", "2020"), ("nec", "lg", "2020")
SECOND = (
    told(CLP_2020, "", ("method", "members ranking candidates in order of preference"))
    | told(CLP_2020, "Luke Akehurst", ("outcome", ELECTED), ("rank", 1), ("slate", LTW), ("sitting", False))
    | told(CLP_2020, "Laura Pidcock", ("outcome", ELECTED), ("rank", 2), backed("Momentum"))
    | told(CLP_2020, "Johanna Baxter, Gurinder Singh Josan", ("outcome", ELECTED), ("slate", LTW))
    | told(CLP_2020, "Yasmine Dar", ("outcome", ELECTED))
    | told(CLP_2020, "Ann Black", ("outcome", ELECTED), ("slate", "Open Labour"), ("sitting", False))
    | told(WELSH, "Carwyn Jones", ("outcome", ELECTED))
    | told(LG_2020, "", ("seats", 2))
)

CLP, LG, PLP, CLP_2012 = (
    ("nec", "clp", "2014"),
    ("nec", "lg", "2014"),
    ("nec", "plp", "2014"),
    ("nec", "clp", "2012"),
)
TABLE = [
    ("Ken Livingstone", 1, 1, LEFT, 39_548, 31_682, 12.2, 11.3),
    ("Ann Black", 2, 2, LEFT, 36_496, 30_240, 11.3, 10.7),
    ("Ellie Reeves", 3, 3, LF, 31_278, 23_417, 9.7, 8.3),
    ("Christine Shawcroft", None, 4, LEFT, 29_558, 22_236, 9.1, 7.9),
    ("Kate Osamor", None, 7, LEFT, 28_484, 17_598, 8.8, 6.3),
    ("Johanna Baxter", 6, 5, IND, 24_325, 20_146, 7.5, 7.2),
    ("Peter Willsman", 7, 9, LEFT, 23_362, 16_786, 7.2, 6.0),
    ("Darren Williams", 8, 10, LEFT, 21_307, 14_641, 6.6, 5.2),
    ("Luke Akehurst", 9, 8, LF, 21_115, 17_475, 6.5, 6.2),
    ("Florence Nosegbe", 10, 11, PROGRESS, 19_174, 12_745, 5.9, 4.5),
    ("Peter Wheeler", 11, 6, LF, 18_724, 17_721, 5.8, 6.3),
    ("Kevin Peel", 12, None, PROGRESS, 17_830, None, 5.5, None),
    ("Crispin Flintoff", 13, None, IND, 12_539, None, 3.9, None),
]
COLUMNS = ("rank", "previous_rank", "slate", "votes", "previous_votes", "share", "previous_share")
THIRD = (
    {
        (CLP, name, field, value)
        for name, *values in TABLE
        for field, value in zip(COLUMNS, values, strict=True)
        if value is not None
    }
    | told(CLP, "", ("seats", 6))
    | told(CLP, "Ken Livingstone, Ann Black, Christine Shawcroft, Kate Osamor, Ellie Reeves, Johanna Baxter", ("outcome", ELECTED))
    | told(CLP, "Peter Wheeler, Peter Willsman, Darren Williams", ("outcome", NOT))
    | told(CLP, "Johanna Baxter", ("slate", "Independent"), backed("Progress", False), backed("Labour First", False))
    | told(CLP, "Ellie Reeves", backed("Labour First"), backed("Progress"))
    | told(CLP, "Luke Akehurst, Peter Wheeler", backed("Progress"))
    | told(CLP_2012, "Kate Osamor", ("share", 6.6))
    | told(LG, "", ("seats", 2))
    | told(LG, "Jim McMahon", ("votes", 1_894), ("outcome", ELECTED))
    | told(LG, "Alice Perry", ("votes", 1_510), ("outcome", ELECTED))
    | told(LG, "Ann Lucas", ("votes", 1_402), ("outcome", NOT))
    | told(LG, "Simon Henig", ("votes", 1_229))
    | told(PLP, "Dennis Skinner", ("outcome", NOT))
)  # fmt: skip

CLP_2024, CLP_2022 = ("nec", "clp", "2024"), ("nec", "clp", "2022")
FOUR = "Jess Barnard, Gemma Bolton, Yasmine Dar, Mish Rahman"
OPENS, CLOSES = ("nominations_open", "2024-01-12"), ("nominations_close", "2024-06-28")
FOURTH = (
    told(CLP_2024, FOUR, ("slate", CLGA), backed(CLGA), backed(CLPD))
    | told(CLP_2024, f"{FOUR}, Ann Black", ("sitting", True), ("outcome", "pending"))
    | told(CLP_2024, "Mish Rahman", backed("Momentum"))
    | told(CLP_2024, "Ann Black", backed(CLPD))
    | told(CLP_2022, FOUR, ("slate", CLGA), backed(CLGA))
    | told(CLP_2024, "", OPENS, CLOSES, ("ballot_open", "2024-07"), ("ballot_close", "2024-08"))
    | told(CLP_2024, "", ("seats", 9), ("nominations_needed", "5"))
    | told(CLP_2024, "", ("quota_rule", "at least four of which must be filled by women"))
    | told(("npf", "", "2024"), "", OPENS, CLOSES)
    | told(("ncc", "", "2024"), "", OPENS, CLOSES)
)

DOCUMENTS = {"000": FIRST, "001": SECOND, "002": THIRD, "003": FOURTH}

LEVEL = {"000": (1.0, 1.0), "001": (1.0, 1.0), "002": (1.0, 1.0), "003": (1.0, 1.0)}
"""Recall and precision reached."""


@cache
def results(number: str) -> tuple[Result, ...]:
    """What the prose of a document says, and what its tables say."""
    (path,) = SEEDS.glob(f"{number}_*.txt")
    reading = formats.read(File(path.name, path.read_bytes()))
    return *read(reading.lines, packaged()), *reading.results


def contest(result: Result, body: str, year: str) -> Contest:
    """The contest of a result; a table that does not name its body has that of the article."""
    at = (result.fact("body") or body, result.fact("section") or "", str(result.fact("date") or year)[:4])
    if not result.fact("body"):
        at = (
            at[0],
            next((one.section for one in meant(result.title, packaged()) if one.body == at[0]), ""),
            at[2],
        )
    return str(at[0]), str(at[1]), at[2]


@cache
def found(number: str) -> frozenset[Stated]:
    """All that is read in a document."""
    body, _, year = contest(results(number)[0], "", "")
    stated: set[Stated] = set()
    for result in results(number):
        where = contest(result, body, year)
        stated |= {(where, "", fact.field, fact.value) for fact in result.facts if fact.field not in WHERE}
        for one in result.candidates:
            values = [(field, value) for field in FIELDS if (value := getattr(one, field)) not in (None, "")]
            values += [("endorsement", (backing.label, backing.sought)) for backing in one.endorsements]
            stated |= {(where, one.name, field, value) for field, value in values}
    return frozenset(stated)


@pytest.mark.parametrize("number", DOCUMENTS)
def test_recall_and_precision_stay_at_the_level_reached(number: str) -> None:
    expected, read_there = DOCUMENTS[number], found(number)
    recall = len(expected & read_there) / len(expected)
    precision = len(expected & read_there) / len(read_there)
    missing, false = sorted(map(repr, expected - read_there)), sorted(map(repr, read_there - expected))
    assert (recall, precision) >= LEVEL[number] and precision >= LEVEL[number][1], (
        recall,
        precision,
        missing,
        false,
    )


@pytest.mark.parametrize("number", DOCUMENTS)
def test_nothing_false_is_certain(number: str) -> None:
    """What prose says is never certain; what tables say is, and is right."""
    expected = {(where[:2], name, field, value) for where, name, field, value in DOCUMENTS[number]}
    for result in results(number):
        where = contest(result, "nec", "")[:2]
        for one in result.candidates:
            if one.certain:
                values = {
                    field: getattr(one, field) for field in FIELDS if getattr(one, field) not in (None, "")
                }
                assert {(where, one.name, field, value) for field, value in values.items()} <= expected
        sure = {(fact.field, fact.value) for fact in result.facts if fact.certain}
        assert all(field in ("date", "seats") for field, _ in sure)


@pytest.mark.parametrize("number", DOCUMENTS)
def test_everything_read_in_prose_carries_its_words_and_its_place(number: str) -> None:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    reading = formats.read(File(path.name, path.read_bytes()))
    for result in read(reading.lines, packaged()):
        assert all(
            one.rests_on and one.origin and not one.certain for one in (*result.candidates, *result.facts)
        )
        assert all(
            backing.rests_on and backing.origin for one in result.candidates for backing in one.endorsements
        )
