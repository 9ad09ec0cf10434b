"""Small views made by hand, and texts that try to be more than text."""

from __future__ import annotations

from hypothesis import strategies as st

from db.lens import Lens
from db.view import NO_SLATE, Cell, Chart, Column, Faction, Holder, Kind, Row, Series, Source, Table, View

CLGA = Faction("clga", "Centre-Left Grassroots Alliance", "CLGA", "C", "#cc0000")
INDEPENDENT = Faction("independent", "Independent", "Independent", "I", "#888888")
HOLDER = Holder("Ann Black", "ann-black", "clp", "2014-08", "elected", "", voting=True, basis="derived")
INFERRED = Holder("Jo Roe", "jo-roe", "clp", None, "ex officio", "", voting=False, basis="inferred")
LEFT_FUTURES = Source(
    "lf-2014", "Left Futures", "NEC results", "https://example.org/nec?a=1&b=2", "2014-08-20", "Jon Lansman"
)
LEAFLET = Source("leaflet", "", "", "", "", "")

COLUMNS = (
    Column("name", "Name"),
    Column("votes", "Votes", Kind.NUMBER),
    Column("share", "Share", Kind.SHARE),
    Column("change", "Change", Kind.POINTS),
    Column("net", "Net", Kind.SIGNED),
    Column("date", "Date", Kind.DATE),
    Column("slate", "Slate", Kind.FACTION),
    Column("backed_by", "Backed by", Kind.FACTIONS, optional=True),
    Column("sitting", "Sitting", Kind.FLAG),
    Column("words", "Printed", Kind.NAMES, optional=True),
    Column("holders", "Holders", Kind.HOLDERS, wide=True),
)
ANN: tuple[Cell, ...] = (
    "Ann Black",
    35239,
    55.17241,
    2.5,
    -2,
    "2014-08-20",
    CLGA,
    (CLGA, INDEPENDENT),
    True,
    (),
    (HOLDER, INFERRED),
)
JO: tuple[Cell, ...] = ("Jo Roe", None, None, -0.31, 1, "2014", NO_SLATE, (), False, (), ())

BOARD = View(
    name="contest",
    title="NEC, members' section, 2014",
    lens=Lens(body="nec", section="clp", date="2014-08-20", factions=frozenset({"clga", "independent"})),
    words="NEC, members' section, 20 August 2014",
    findings=("Turnout was 35.8%.", "4 of 6 seats went to CLGA."),
    columns=COLUMNS,
    rows=(Row("ann", ANN, sources=(1,)), Row("jo", JO, sources=(1, 2))),
    total=2,
    tables=(
        Table("totals", "Slate totals", (Column("slate", "Slate", Kind.FACTION),), (Row("a", (CLGA,)),)),
    ),
    notes=("Shares are of votes cast.",),
    sources=(LEFT_FUTURES, LEAFLET),
)


def board_of(columns: tuple[Column, ...], *rows: tuple[Cell, ...], sources: tuple[int, ...] = ()) -> View:
    """The board with another main table."""
    made = tuple(Row(str(number), cells, sources=sources) for number, cells in enumerate(rows))
    return BOARD._replace(columns=columns, rows=made, total=len(made))


def texts_everywhere(text: str) -> View:
    """A view with the text wherever a record can put one."""
    faction = Faction(text, text, text, text, text)
    holder = Holder(text, text, text, text, text, text, voting=True, basis=text)
    cells: tuple[Cell, ...] = (text, 1, 2.0, 3.0, 4, text, faction, (faction,), True, (text, text), (holder,))
    row = Row(text, cells, sources=(1,))
    return View(
        name="contest",
        title=text,
        lens=Lens(body=text, contest=text, person=text, factions=frozenset({text}), text=text),
        words=text,
        findings=(text, text),
        columns=COLUMNS,
        rows=(row, Row("2", cells, sources=())),
        total=3,
        tables=(Table(text, text, (Column("name", text),), (Row(text, (text,)),)),),
        notes=(text, text),
        chart=Chart(text, (Series(text, text, Kind.SHARE, (("2014", 1.0), ("2016", None))),), text),
        sources=(Source(text, text, text, text, text, text), Source(text, "", "", text, "", "")),
        empty=text,
    )


FRAGMENTS = (
    *"|`*_[]<>&~#\\{}$^!()\"'=+-@%:.;, \t\r\n",
    "1. ", "1) ", "(a) ", "iv. ", "+ ", "- ", "# ", "---", "===", "***", "```",
    "~~~", "    ", "> ", "Table: ",
    "<b>", "</td>", "</title>", "</style>", "<script>alert(1)</script>",
    "<!--", "-->", "&amp;", "&#65;", "&lt",
    "[/]", "[red]x", "[a](b)", "![a](b)", "[a]: b", "[^1]", "\\|", "\\\\|", "|\\", "||", "| --- |",
    "\x1b[31m", "\x1b]0;x\x07", "\x9b1m", "\x00", "\x7f", "\x85", "\u2028",
    "\u202e", "\u2066", "\ufeff", "\ud800",
    "@everyone", "@", "#123", "GH-7", "a/b#1", ":smile:", "https://evil.example/?a=1&b=2", "www.evil.example",
    "a@evil.example", "javascript:alert(1)", "data:text/html,x", "=1+1", "+1",
    "-1", "@SUM(A1)", "\t=1", "\uff1d1",
    "e\u0301", "\u0301", "שלום", "مرحبا", "李", "👩‍👩‍👧", "\u200d", "\u00a0", "\u3000", "Ó Cuív", "x" * 300,
)  # fmt: skip
"""Marks of Markdown, HTML, Rich, spreadsheets and terminals, and scripts that are easily broken."""

hostile = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), max_size=5).map("".join)
"""Any text at all, with a liking for the dangerous."""
