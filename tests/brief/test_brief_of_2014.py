"""The brief of the members' section of 2014, every figure worked out again from the CSV files, by other means."""

from __future__ import annotations

import csv
from decimal import ROUND_HALF_UP, Decimal

import pytest
from records import PACKAGED, asked, opened

from tui.exports import export

from .reading import headings, tables

CLGA, FIRST = "Centre-Left Grassroots Alliance (CLGA)", "Labour First"


def stored(file: str, contest: str) -> list[dict[str, str]]:
    """The rows of a contest in one of the packaged files."""
    with (PACKAGED / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["contest"] == contest]


def total(contest: str) -> Decimal:
    """All valid votes, as published, or else added up."""
    (row,) = stored("contests", contest)
    own = sum(Decimal(one["votes"]) for one in stored("candidacies", contest))
    return Decimal(row["valid_votes"] or own)


def percent(votes: Decimal, contest: str) -> Decimal:
    """Votes in percent of all votes of a contest, not rounded."""
    return 100 * votes / total(contest)


def share(value: Decimal) -> str:
    """A share as a newspaper prints it."""
    return f"{value.quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


def points(value: Decimal) -> str:
    """A change of a share, with its sign."""
    rounded = value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{'−' if rounded < 0 else '+' if rounded else ''}{abs(rounded)}"


@pytest.fixture(scope="module")
def page() -> str:
    """The brief as Markdown."""
    return export(asked(opened(PACKAGED), "brief", contest="nec-clp-2014"), "markdown")


def test_the_result_is_right_to_the_last_digit(page: str) -> None:
    rows = stored("candidacies", "nec-clp-2014")
    before = {one["person"]: Decimal(one["votes"]) for one in stored("candidacies", "nec-clp-2012")}
    ordered = sorted(rows, key=lambda one: -int(one["votes"]))
    expected = []
    for rank, one in enumerate(ordered, 1):
        now = percent(Decimal(one["votes"]), "nec-clp-2014")
        then = before.get(one["person"])
        change = "" if then is None else points(now - percent(then, "nec-clp-2012"))
        expected.append([str(rank), f"{int(one['votes']):,}", share(now), change, one["outcome"]])
    head, *body = tables(page)[0]
    columns = [head.index(name) for name in ("#", "Members' votes", "Share", "Change", "Outcome")]
    assert [[row[at] for at in columns] for row in body] == expected
    assert [row[1] for row in body][:6] == [
        "Ken Livingstone", "Ann Black", "Ellie Reeves", "Christine Shawcroft", "Kate Osamor", "Johanna Baxter",
    ]  # fmt: skip


def test_the_slates_add_up(page: str) -> None:
    rows, earlier = stored("candidacies", "nec-clp-2014"), stored("candidacies", "nec-clp-2012")

    def line(name: str, key: str) -> list[str]:
        own = [one for one in rows if one["slate"] == key]
        votes = sum(Decimal(one["votes"]) for one in own)
        then = sum(Decimal(one["votes"]) for one in earlier if one["slate"] == key)
        now = percent(votes, "nec-clp-2014")
        change = points(now - percent(then, "nec-clp-2012")) if then else ""
        won = sum(one["outcome"] == "elected" for one in own)
        return [name, str(len(own)), f"{votes:,}", share(now), change, str(won)]

    head, *body = tables(page)[1]
    assert head[:6] == ["Slate", "Candidates", "Votes", "Share", "Change", "Seats"]
    assert [[cell.removesuffix(" ≠") for cell in row[:6]] for row in body] == [
        line(CLGA, "clga"), line(FIRST, "labourfirst"), line("Independent", "indep"), line("Progress", "progress"),
    ]  # fmt: skip


def test_the_head_of_the_article_is_this_word_for_word(page: str) -> None:
    assert page.startswith(
        "# NEC, members' section: the Centre-Left Grassroots Alliance won four of the six seats, one more than before\n"
        "\n"
        "*National Executive Committee, members' section, 20 August 2014*\n"
        "\n"
        "The Centre-Left Grassroots Alliance won four of the six seats with 55.2% of votes, up 7.9 points; "
        "Osamor gained a seat from Wheeler.\n"
        "\n"
        "Labour First and an independent won one seat each.\n"
        "\n"
        "323,740 members' votes in all, +15.0% on 20 June 2012; "
        "Johanna Baxter was elected 963 votes ahead of Pete Willsman. "
        "Sources differ on Johanna Baxter's slate (Independent shown, Labour First stated elsewhere) and the valid votes "
        "(323,740 shown, 323,737 stated elsewhere). The nominations are derived figures.\n"
        "\n"
        "> **To write:** What it means, who says so, what comes next.\n"
        "\n"
        "| \\# | Candidate | Slate |"
    )


def test_the_figures_of_the_head_follow_from_the_files() -> None:
    rows = {one["person"]: int(one["votes"]) for one in stored("candidacies", "nec-clp-2014")}
    assert rows["johanna-baxter"] - rows["pete-willsman"] == 963
    grown = 100 * (total("nec-clp-2014") / total("nec-clp-2012") - 1)
    assert points(grown) == "+15.0"
    left = [percent(sum(Decimal(one["votes"]) for one in stored("candidacies", contest) if one["slate"] == "clga"), contest)
            for contest in ("nec-clp-2012", "nec-clp-2014")]  # fmt: skip
    assert (share(left[1]), points(left[1] - left[0])) == ("55.2%", "+7.9")


def test_the_parts_stand_in_the_order_of_an_article(page: str) -> None:
    wanted = ["Slates", "The seats", "Those elected", "Those not elected", "Claims checked", "Where sources differ", "The contest", "Notes",
              "Sources"]  # fmt: skip
    assert [one for one in headings(page) if one in wanted] == wanted


def test_each_seat_is_set_against_its_last_holder(page: str) -> None:
    (seats,) = [table for table in tables(page) if table[0][:3] == ["Now", "Slate", "Seat"]]
    told = {row[0]: (row[2], row[3]) for row in seats[1:]}
    assert told.pop("Kate Osamor") == ("gained", "Peter Wheeler")
    assert told == {
        name: ("held", name)
        for name in ("Johanna Baxter", "Ann Black", "Ken Livingstone", "Ellie Reeves", "Christine Shawcroft")
    }


def test_a_career_tells_every_change_of_slate(page: str) -> None:
    (careers,) = [table for table in tables(page) if table[0][0] == "Elected"]
    said = {row[0]: row[1] for row in careers[1:]}
    assert said["Johanna Baxter"] == (
        "NEC, members' section: sat from 2010 to 2016 (in part inferred) and from 2020 to 2024; stood as an independent: not "
        "elected in 2010 (seventh), elected in 2012 (fifth) and 2014 (sixth); for Labour First / Progress: not elected in 2016 "
        "(tenth); as an independent: not elected in January 2018 (fifth); on no known slate: not elected in September 2018 "
        "(11th); for Labour First / Progress: elected in April 2020 (second); for Labour to Win: elected in November 2020 and "
        "2022."
    )


def test_what_was_published_is_held_against_the_figures(page: str) -> None:
    (claims,) = [table for table in tables(page) if table[0][:2] == ["Verdict", "As published"]]
    verdicts = {(row[2], row[0], row[3]) for row in claims[1:]}
    assert ("+14 points", "does not hold", "+7.9 points") in verdicts
    assert ("55%", "holds when rounded", "55.2%") in verdicts
    assert ("15% more", "holds", "15.0% more") in verdicts
    assert ("under 1,000 votes", "holds", "963 votes ahead") in verdicts
    assert [row[0] for row in claims[1:3]] == ["does not hold"] * 2


def test_what_sources_state_otherwise_is_told_and_marked(page: str) -> None:
    (differ,) = [table for table in tables(page) if table[0][:3] == ["Of", "Field", "Shown"]]
    stated = {(row[0], row[1]): (row[2], row[3]) for row in differ[1:]}
    assert stated["Johanna Baxter, NEC members' section 2014", "slate"] == ("Independent", "Labour First")
    assert stated["NEC members' section 2014", "valid votes"] == ("323,740", "323,737")
    (baxter,) = [row for row in tables(page)[0] if row[1] == "Johanna Baxter"]
    assert baxter[2] == "Independent ≠"
