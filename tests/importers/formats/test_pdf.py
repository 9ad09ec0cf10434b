"""PDF: ruled tables, columns without rules, lines, and what stands above and below them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from pdfs import listed, pdf, ruled, words
from sources import FUZZ, PUBLISHED, check, facts, file, only, published, refused, sentences, spoiled, taken

from importers.documents import BadFile
from importers.formats import pdf as reader
from importers.formats import read
from importers.formats.format import Reading
from importers.formats.pdf.page import lines_of, results_of
from importers.formats.pdf.pages_apart import Answer, Line, Page, answer

WIDTHS = (150, 130, 80, 80)
HEAD = ("Name", "Party", "Number of\nVotes", "Elected")
ADA, BEN, CY = (
    ("OAK, Ada", "Green Party", "1,652", "No"),
    ("ELM, Ben\nCarol", "Labour Party", "2304", "Yes"),
    ("FIR, Cy", "Labour", "17", "No"),
)
MILL = (
    words(70, 800, "Oakshire Town Council")
    + words(70, 780, "Mill Ward")
    + words(70, 760, "Election on Thursday 3 May 2018")
    + ruled(70, 740, WIDTHS, [HEAD, ADA, BEN])
    + words(70, 600, "Summary")
    + words(70, 580, "Electorate")
    + words(300, 580, "5,120")
    + words(70, 560, "Number of ballot papers rejected")
    + words(300, 560, "12")
)


def test_a_ruled_table_is_read_once_with_its_place_and_what_stands_around_it() -> None:
    result = only(pdf(MILL), name="a.csv")
    assert [(one.name, one.slate, one.votes, one.outcome) for one in result.candidates] == [
        ("Ada Oak", "Green Party", 1652, "not elected"), ("Ben Carol Elm", "Labour Party", 2304, "elected"),
    ]  # fmt: skip
    assert result.candidates[0].origin.startswith("page 1, table 1, row 2")
    assert result.title == "Mill Ward"
    assert facts(result) == {"section": "Mill Ward", "date": "2018-05-03", "electorate": 5120}
    assert [(one.field, one.value, one.origin) for one in result.counts] == [
        ("spoilt", 12, "page 1, line 11")
    ]
    assert not next(fact for fact in result.facts if fact.field == "section").certain


def test_columns_without_rules_are_read_once() -> None:
    rows = [
        ("Candidate", "Party", "Votes", "Elected"),
        *(tuple(one.replace("\n", " ") for one in row) for row in (ADA, BEN, CY)),
    ]
    result = only(pdf(words(70, 800, "Mill Ward") + listed(70, 780, WIDTHS, rows)))
    assert [(one.name, one.slate, one.votes, one.outcome) for one in result.candidates] == [
        ("Ada Oak", "Green Party", 1652, "not elected"), ("Ben Carol Elm", "Labour Party", 2304, "elected"),
        ("Cy Fir", "Labour", 17, "not elected"),
    ]  # fmt: skip
    assert result.candidates[0].origin.startswith("page 1, line 3")


def test_lines_are_read_with_page_and_line() -> None:
    second = (
        words(70, 800, "Section members")
        + words(70, 780, "OAK, Ada 17,475 Elected")
        + words(70, 766, "ELM, Ben 1,204")
    )
    result = only(pdf(words(70, 800, "First page"), second))
    assert [(one.name, one.votes, one.outcome, one.origin) for one in result.candidates] == [
        ("Ada Oak", 17475, "elected", "page 2, line 2"), ("Ben Elm", 1204, "", "page 2, line 3"),
    ]  # fmt: skip


@pytest.mark.parametrize("again", [[], [HEAD]])
def test_a_table_that_goes_on_upon_the_next_page_is_one(again: list[tuple[str, ...]]) -> None:
    first = words(70, 800, "Mill Ward") + ruled(70, 780, WIDTHS, [HEAD, ADA, BEN])
    result = only(pdf(first, ruled(70, 800, WIDTHS, [*again, CY, ("YEW, Di", "Green", "3", "No")])))
    assert [one.votes for one in result.candidates] == [1652, 2304, 17, 3]
    assert result.candidates[2].origin.startswith(f"page 2, table 1, row {1 + len(again)}")


def test_counts_between_two_tables_belong_to_the_ward_they_stand_under() -> None:
    page = (
        words(70, 820, "Mill Ward") + ruled(70, 800, WIDTHS, [HEAD, ADA, BEN]) + words(70, 680, "Turnout: 38.5%")
        + words(70, 640, "Hill Ward") + ruled(70, 620, WIDTHS, [HEAD, CY, ("YEW, Di", "Green", "3", "No")]) + words(70, 500, "Turnout: 41%")
    )  # fmt: skip
    mill, hill = read(file(pdf(page))).results
    assert (facts(mill)["section"], facts(mill)["turnout"]) == ("Mill Ward", 38.5)
    assert (facts(hill)["section"], facts(hill)["turnout"]) == ("Hill Ward", 41.0)


def test_without_the_extra_the_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "find_spec", lambda _: None)
    assert "pip install 'slatewatch[pdf]'" in refused(pdf(MILL))


def test_what_is_no_sound_pdf_with_text_is_refused() -> None:
    assert "found a damaged PDF" in refused(b"%PDF-1.4\n")
    assert "found no text but at most pictures" in refused(pdf("1 0 0 RG 70 70 m 80 80 l S\n"))
    assert "found no PDF, expected one" in refused("Name,Votes\n", "pdf")


def test_cells_and_lines_without_end_are_refused_with_their_place() -> None:
    table = [["Name", "Votes"], ["A" * 10_001, "1"]]
    with pytest.raises(BadFile, match="page 1, table 1, row 2, column 1: found a cell of 10,001 characters"):
        results_of("a", [Page([Line("x", 0, False)], [table])], [])
    with pytest.raises(BadFile, match="page 1, line 1: found a line of 100,001 characters"):
        lines_of("a", [Page([Line("A" * 100_001, -1, False)], [])])


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importers.formats.pdf.pages_apart.PAGES", 1)
    assert answer(pdf(MILL, MILL)) == Answer([], "a PDF of 2 pages, of which at most 1 are read")


def test_letters_that_fonts_do_not_tell_are_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [Page([Line("(cid:3)(cid:4)", -1, False)], [])]
    monkeypatch.setattr("importers.formats.pdf.pages_apart._page", lambda _: said[0])
    assert answer(pdf(MILL)).problem == "a PDF whose fonts do not tell its letters"


@settings(FUZZ, max_examples=25)
@given(spoiled([pdf(MILL)]))
def test_spoiled_pdf_gives_pages_or_what_is_wrong(data: bytes) -> None:
    said = answer(data)
    assert "\n" not in said.problem
    lines = lines_of("a", said.pages)
    results, rest = results_of("a", said.pages, lines)
    check(Reading("pdf", results, (), rest))


@settings(FUZZ, max_examples=3)
@given(spoiled([pdf(MILL)]))
def test_whatever_bytes_come_a_reading_or_one_sentence_comes_out(data: bytes) -> None:
    taken(data, None)


@pytest.mark.parametrize("ward", ["Vesey-Ward", "Wylde-Green-Ward"])
def test_the_published_pdf_says_what_the_spreadsheet_beside_it_says(ward: str) -> None:
    name = f"block-vote-2018/{ward}-Town-Council-Election-Results"
    (result,) = read(published(f"{name}.pdf")).results
    (beside,) = read(published(f"{name}.xlsx")).results
    told = [
        [(one.name, one.votes, one.slate, one.outcome) for one in each.candidates]
        for each in (result, beside)
    ]
    assert told[0] == told[1]
    assert len(told[0]) == {"Vesey-Ward": 10, "Wylde-Green-Ward": 4}[ward]
    assert facts(result)["date"] == "2018-05-03"
    assert sentences(result).count("Found names in the order of their first words") == 1
    assert PUBLISHED.is_dir()
