"""Tables as people publish them, file by file: whatever the layout, the same candidates come out."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from documents_of import ASH, DOE, PARTS, ROE, THREE, VOTES, WITH_PARTS

from importers.documents import read
from importers.results.reading import results
from importers.results.result import Result


class Case(NamedTuple):
    """A file, what its candidates are, and the fields looked at."""

    rule: str
    file: str
    content: str | bytes
    fields: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


CASES = [
    Case("votes before names", "a.csv", "Votes,Candidate\n6000,Jane Doe\n3000,John Roe\n1000,Jim McAsh\n", VOTES, THREE),
    Case("no headings", "a.csv", "Jane Doe,6000,60%\nJohn Roe,3000,30%\nJim McAsh,1000,10%\n", PARTS, WITH_PARTS),
    Case("no headings, figures first", "a.csv", "6000,Jane Doe\n3000,John Roe\n1000,Jim McAsh\n", VOTES, THREE),
    Case(
        "headings in two rows", "a.csv",
        ",2014,,2012,\nCandidate,Votes,%,Votes,%\nJane Doe,6000,60,5000,50\nJohn Roe,3000,30,4000,40\nJim McAsh,1000,10,1000,10\n",
        (*PARTS, "previous_votes", "previous_share"),
        ((DOE, 6000, 60.0, 5000, 50.0), (ROE, 3000, 30.0, 4000, 40.0), (ASH, 1000, 10.0, 1000, 10.0)),
    ),
    Case(
        "headings in two rows, names in the upper one", "a.html",
        "<table><tr><th rowspan=2>Candidate</th><th colspan=2>2014</th><th colspan=2>2012</th></tr>"
        "<tr><th>Votes</th><th>%</th><th>Votes</th><th>%</th></tr>"
        "<tr><td>Jane Doe</td><td>6000</td><td>60</td><td>5000</td><td>50</td></tr>"
        "<tr><td>John Roe</td><td>4000</td><td>40</td><td>5000</td><td>50</td></tr></table>",
        (*PARTS, "previous_votes", "previous_share"), ((DOE, 6000, 60.0, 5000, 50.0), (ROE, 4000, 40.0, 5000, 50.0)),
    ),
    Case("a name in two columns", "a.csv", "Forename,Surname,Votes\nJane,DOE,6000\nJohn,ROE,3000\nJim,McASH,1000\n", VOTES, THREE),
    Case("a name in two columns without headings", "a.csv", "Jane,DOE,6000\nJohn,ROE,3000\nJim,McASH,1000\n", VOTES, THREE),
    Case("surnames first in two columns without headings", "a.csv", "DOE,Jane,6000\nROE,John,3000\nMcASH,Jim,1000\n", VOTES, THREE),
    Case("surnames in capitals first", "a.csv", "Name,Votes\nDOE Jane,6000\nROE John,3000\nMcASH Jim,1000\n", VOTES, THREE),
    Case("surnames with a comma", "a.csv", 'Name,Votes\n"Doe, Jane",6000\n"Roe, John",3000\n"McAsh, Jim",1000\n', VOTES, THREE),
    Case("footnotes at names and figures", "a.csv", "Name,Votes\nJane Doe [1],6000\nJohn Roe¹,3000\nJim McAsh,1000[b]\n", VOTES, THREE),
    Case("a dagger at one figure", "a.csv", "Name,Votes\nJane Doe,6000†\nJohn Roe,3000\nJim McAsh,1000\n", VOTES, THREE),
    Case("thousands with blanks", "a.csv", "Name;Votes\nJane Doe;6 000\nJohn Roe;3 000\nJim McAsh;1 000\n", VOTES, THREE),
    Case("thousands with narrow blanks", "a.csv", "Name;Votes\nJane Doe;6\u202f000\nJohn Roe;3\u202f000\nJim McAsh;1\u202f000\n", VOTES, THREE),
    Case("thousands with apostrophes", "a.csv", "Name;Votes\nJane Doe;6'000\nJohn Roe;3’000\nJim McAsh;1'000\n", VOTES, THREE),
    Case("thousands with dots, decimals with commas", "a.csv",
         "Name;Votes;%\nJane Doe;6.000;60,0\nJohn Roe;3.000;30,0\nJim McAsh;1.000;10,0\n", PARTS, WITH_PARTS),
    Case("French figures", "a.csv",
         "No;Name;Votes;Share\n1;Jane Doe;6 000;60,00 %\n2;John Roe;3 000;30,00 %\n3;Jim McAsh;1 000;10,00 %\n", PARTS, WITH_PARTS),
    Case("votes and share in one cell", "a.csv",
         'Name,Votes (%)\nJane Doe,"6,000 (60%)"\nJohn Roe,"3,000 (30%)"\nJim McAsh,"1,000 (10%)"\n', PARTS, WITH_PARTS),
    Case("votes and share in one cell under votes", "a.csv",
         'Name,Votes\nJane Doe,"6,000 (60.0%)"\nJohn Roe,"3,000 (30.0%)"\nJim McAsh,"1,000 (10.0%)"\n', PARTS, WITH_PARTS),
    Case("a label in every cell", "a.csv",
         'Name,Result\nJane Doe,"Votes: 6,000"\nJohn Roe,"Votes: 3,000"\nJim McAsh,"Votes: 1,000"\n', VOTES, THREE),
    Case("semicolons in Windows-1252", "a.csv", "Name;Votes\nZoë Doe;6000\nJosé Roe;3000\n".encode("cp1252"), VOTES, (("Zoë Doe", 6000), ("José Roe", 3000))),
    Case("UTF-16 with tabs", "a.txt", "Name\tVotes\nZoë Doe\t6000\nJohn Roe\t3000\n".encode("utf-16"), VOTES, (("Zoë Doe", 6000), (ROE, 3000))),
    Case("a mark of UTF-8", "a.csv", "Name,Votes\nZoë Doe,6000\nJohn Roe,3000\n".encode("utf-8-sig"), VOTES, (("Zoë Doe", 6000), (ROE, 3000))),
    Case("titles above and totals below", "a.csv",
         "Members' section\n\nName,Votes\nJane Doe,6000\nJohn Roe,3000\nJim McAsh,1000\nTotal,10000\nTurnout,38%\n", VOTES, THREE),
    Case("totals between", "a.csv",
         "Name,Votes,Slate\nJane Doe,6000,Left\nLeft total,6000,\nJohn Roe,3000,Right\nJim McAsh,1000,Right\nRight total,4000,\n", VOTES, THREE),
    Case("ticks in a column", "a.csv", "Candidate,Votes,Elected\nJane Doe,6000,✓\nJohn Roe,3000,\nJim McAsh,1000,✗\n",
         (*VOTES, "outcome"), ((DOE, 6000, "elected"), (ROE, 3000, ""), (ASH, 1000, "not elected"))),
    Case("stars with a legend below", "a.csv", "Candidate,Votes\nJane Doe*,6000\nJohn Roe,3000\nJim McAsh,1000\n* elected,\n",
         (*VOTES, "outcome"), ((DOE, 6000, "elected"), (ROE, 3000, ""), (ASH, 1000, ""))),
    Case("daggers for those who sit already", "a.md",
         "| Candidate | Votes |\n|---|---|\n| Jane Doe† | 6000 |\n| John Roe | 3000 |\n\n† denotes sitting member\n",
         (*VOTES, "sitting", "outcome"), ((DOE, 6000, True, ""), (ROE, 3000, None, ""))),
    Case("bold with a legend", "a.md",
         "Elected candidates in bold.\n\n| Candidate | Votes |\n|---|---|\n| **Jane Doe** | 6000 |\n| John Roe | 3000 |\n",
         (*VOTES, "outcome"), ((DOE, 6000, "elected"), (ROE, 3000, ""))),
    Case("bold in a page with a legend", "a.html",
         "<p>Bold denotes elected</p><table><tr><th>Name<th>Votes<tr><td><b>Jane Doe</b><td>6000<tr><td>John Roe<td>3000</table>",
         (*VOTES, "outcome"), ((DOE, 6000, "elected"), (ROE, 3000, ""))),
    Case("a slate above its rows", "a.csv", "Name,Votes\nLeft slate,\nJane Doe,6000\nRight slate,\nJohn Roe,3000\nJim McAsh,1000\n",
         (*VOTES, "slate"), ((DOE, 6000, "Left"), (ROE, 3000, "Right"), (ASH, 1000, "Right"))),
    Case("a slate in a cell that spans its rows", "a.html",
         "<table><tr><th>Name<th>Votes<tr><td colspan=2>Onward</td></tr><tr><td>Jane Doe<td>6000<tr><td colspan=2>Forward</td></tr>"
         "<tr><td>John Roe<td>3000</table>", (*VOTES, "slate"), ((DOE, 6000, "Onward"), (ROE, 3000, "Forward"))),
    Case("a slate that spans rows at the side", "a.html",
         "<table><tr><th>Slate<th>Name<th>Votes<tr><td rowspan=2>Left<td>Jane Doe<td>6000<tr><td>John Roe<td>3000<tr><td>Right<td>Jim McAsh<td>1000</table>",
         (*VOTES, "slate"), ((DOE, 6000, "Left"), (ROE, 3000, "Left"), (ASH, 1000, "Right"))),
    Case("elected and not elected above the rows", "a.csv", "Name,Votes\nElected,\nJane Doe,6000\nNot elected,\nJohn Roe,3000\nJim McAsh,1000\n",
         (*VOTES, "outcome"), ((DOE, 6000, "elected"), (ROE, 3000, "not elected"), (ASH, 1000, "not elected"))),
    Case("headings with breaks and blanks", "a.csv",
         'Candidate  ,"Number of\n            Votes"\n  Jane Doe ,  6000\nJohn Roe  , 3000 \nJim McAsh,1000\n', VOTES, THREE),
    Case("upright strokes", "a.txt", "Name | Votes | %\nJane Doe | 6000 | 60%\nJohn Roe | 3000 | 30%\nJim McAsh | 1000 | 10%\n", PARTS, WITH_PARTS),
    Case("columns of blanks", "a.txt", "Name         Votes     %\nJane Doe      6000   60%\nJohn Roe      3000   30%\nJim McAsh     1000   10%\n", PARTS, WITH_PARTS),
    Case("an article around it", "a.txt",
         "Jane Doe topped the poll.\n\nName\tVotes\nJane Doe\t6,000\nJohn Roe\t3,000\nJim McAsh\t1,000\n\nShe said she was delighted.\n", VOTES, THREE),
    Case("ranks with full stops", "a.csv", "Pos,Name,Votes\n1.,Jane Doe,6000\n2.,John Roe,3000\n3.,Jim McAsh,1000\n", ("rank", *VOTES),
         ((1, DOE, 6000), (2, ROE, 3000), (3, ASH, 1000))),
    Case("ordinals", "a.csv", "Place,Name,Votes\n1st,Jane Doe,6000\n2nd,John Roe,3000\n3rd,Jim McAsh,1000\n", ("rank", *VOTES),
         ((1, DOE, 6000), (2, ROE, 3000), (3, ASH, 1000))),
    Case("equal ranks", "a.csv", "Place,Name,Votes\n1,Jane Doe,6000\n2=,John Roe,3000\n2=,Jim McAsh,3000\n", ("rank", "name"),
         ((1, DOE), (2, ROE), (2, ASH))),
    Case("blank rows and blank columns", "a.csv", ",,\nName,,Votes\n,,\nJane Doe,,6000\n,,\nJohn Roe,,3000\nJim McAsh,,1000\n", VOTES, THREE),
    Case("a page in which results stand in a list", "a.html",
         "<h2>Results</h2><ul><li>Jane Doe: 6,000</li><li>John Roe: 3,000</li><li>Jim McAsh: 1,000</li></ul>", VOTES, THREE),
    Case("a total row first", "a.csv", "Name,Votes\nTotal,10000\nJane Doe,6000\nJohn Roe,3000\nJim McAsh,1000\n", VOTES, THREE),
    Case("votes with a unit", "a.csv", 'Name,Votes\nJane Doe,"6,000 votes"\nJohn Roe,"3,000 votes"\nJim McAsh,"1,000 votes"\n', VOTES, THREE),
    Case("votes and share swapped by their cells", "a.csv", "Name,Vote,Votes cast\nJane Doe,60%,6000\nJohn Roe,30%,3000\nJim McAsh,10%,1000\n",
         PARTS, WITH_PARTS),
]  # fmt: skip


def all_of(case: Case) -> list[Result]:
    data = case.content if isinstance(case.content, bytes) else case.content.encode()
    return list(results(read(case.file, data)))


@pytest.mark.parametrize("case", CASES, ids=[case.rule for case in CASES])
def test_a_table_gives_its_candidates_whatever_its_layout(case: Case) -> None:
    (result,) = all_of(case)
    assert (
        tuple(tuple(getattr(one, field) for field in case.fields) for one in result.candidates) == case.rows
    )
    assert all(one.origin for one in result.candidates)
