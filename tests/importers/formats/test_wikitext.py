"""Wikipedia's markup: boxes, counts, tables by hand, and how winners are marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources import FUZZ, facts, file, only, published, refused, sentences, spoiled, taken

from importers.formats import read, wikitext
from importers.formats.wikitext.boxes import party
from importers.formats.wikitext.markup import is_bold, plain

BOX = """== Ward results ==
=== Mill ===
{{Election box begin no change|title=[[Mill (ward)|Mill]] (2)}}
{{Election box candidate with party link no change|party=Green Party|candidate=Ada Oak|votes=289|percentage=42}}
{{Election box candidate with party link|candidate='''Ben Elm'''|votes=1,203
|percentage={{nowrap|44.5%}}|party=Liberal Democrats (UK, 2025)|change={{nowrap|{{increase}}1.2}}}}
{{Election box winning candidate with party link|party=[[Labour Party (UK)|Labour]]|candidate=[[Cy Fir (politician)|Cy Fir]]|votes=1,100|percentage=}}
{{Election box candidate|party=|candidate=|votes=|percentage=}}
{{Election box candidate|party=Independent (politician)|candidate=Di Yew (incumbent)|votes=|percentage=}}
{{Election box turnout no change|votes=2,800|percentage=38.5}}
{{Election box registered electors|reg. electors=7,273}}
{{Election box rejected|votes=12}}
{{Election box hold with party link|winner=Labour Party (UK)}}
{{Election box end}}
"""


def test_a_box_becomes_a_result_with_what_it_says_of_the_contest() -> None:
    result = only(BOX)
    assert result.title == "Mill"
    assert [(one.name, one.votes, one.share, one.slate, one.outcome) for one in result.candidates] == [
        ("Ada Oak", 289, 42.0, "Green Party", ""),
        ("Ben Elm", 1203, 44.5, "Liberal Democrats", "elected"),
        ("Cy Fir", 1100, None, "Labour", "elected"),
        ("Di Yew", None, None, "Independent", ""),
    ]  # fmt: skip
    assert [one.origin for one in result.candidates] == ["line 4", "line 5", "line 7", "line 9"]
    assert facts(result) == {
        "section": "Mill",
        "seats": 2,
        "ballots": 2800,
        "turnout": 38.5,
        "electorate": 7273,
    }
    assert [(one.field, one.value) for one in result.counts] == [("spoilt", 12)]
    assert result.candidates[3].sitting is True


def test_who_stands_first_or_has_most_votes_is_not_elected_for_that() -> None:
    plain_box = BOX.replace("'''", "").replace("winning ", "")
    assert not any(one.outcome for one in only(plain_box).candidates)


def test_boxes_end_at_a_new_begin_a_heading_and_the_end_of_the_page() -> None:
    begin = "{{Election box begin|title=%s}}\n{{Election box candidate|candidate=Ada Oak|votes=%s}}\n"
    text = (
        begin % ("Mill", 1)
        + begin % ("Hill", 2)
        + "===Dale===\n{{Election box candidate|candidate=Ben Elm|votes=3}}\n"
    )
    assert [(one.title, one.candidates[0].votes) for one in read(file(text)).results] == [
        ("Mill", 1),
        ("Hill", 2),
        ("Dale", 3),
    ]


STV = """===Ward 1: Linn===
{{STV Election box begin2|title=Ward 1: Linn - 3 seats|numcounts=6}}
{{STV Election box candidate2
|candidate='''Ada Oak'''
|party=Scottish Conservatives
|percentage=36.8
|count1='''2,277'''
}}
{{STV Election box candidate2
|candidate='''Ben Elm'''
|party=Labour
|count6='''1,993.25'''
|count1=1,076
}}
{{STV Election box candidate2|candidate=Cy Fir|party=SNP|percentage=14.9|count1=925|count7=some}}
{{STV Election box end2|electorate=11,000|valid=6,190|spoilt=95|quota=1,548|turnout=6,285 (57.1%)}}
"""


def test_an_stv_box_gives_first_preferences_and_the_counts_that_are_given() -> None:
    result = only(STV)
    assert [(one.name, one.votes, one.outcome, one.stage) for one in result.candidates] == [
        ("Ada Oak", 2277, "elected", 1), ("Ben Elm", 1076, "elected", 6), ("Cy Fir", 925, "", None),
    ]  # fmt: skip
    assert [(one.stage, one.candidate, one.votes, one.action, one.transfer) for one in result.stages] == [
        (1, 0, 2277.0, "elected", None), (1, 1, 1076.0, "count", None), (1, 2, 925.0, "count", None), (6, 1, 1993.25, "elected", None),
    ]  # fmt: skip
    assert facts(result) == {
        "section": "Ward 1: Linn", "seats": 3, "method": "single transferable vote", "unit": "first preferences",
        "electorate": 11000, "valid_votes": 6190, "quota": 1548, "ballots": 6285, "turnout": 57.1,
    }  # fmt: skip
    assert "line 15, count 7: Found 'some', expected votes." in sentences(result)


def test_a_count_beyond_the_last_is_told() -> None:
    assert "Found count 7, expected at most the 6" in sentences(
        only(STV.replace("count7=some", "count7=950"))
    )


TABLE = """===Coed===
{| class="wikitable" style="text-align:right"
|+ Electorate: 6178, Turnout: 38.02%
|-
! colspan=2 | Party !! Candidate !! Votes !! %
|-
| style="background:red"|
| rowspan=2 align=left| [[Welsh Labour|Labour]]
| align=left | '''Ada Oak'''
| 1,069 || 16.52%
|-
| style="background:red"|
| Ben <!-- | not | cells -->Elm<ref>a||b</ref>
| 791 || 12.23%
|}
"""


def test_a_table_made_by_hand_is_read_with_spans_colours_captions_and_bold_winners() -> None:
    result = only(TABLE)
    assert [(one.name, one.slate, one.votes, one.share, one.outcome) for one in result.candidates] == [
        ("Ada Oak", "Labour", 1069, 16.52, "elected"), ("Ben Elm", "Labour", 791, 12.23, ""),
    ]  # fmt: skip
    assert result.title == "Coed"
    assert facts(result) == {"section": "Coed", "electorate": 6178, "turnout": 38.02}
    assert [one.origin for one in result.candidates] == ["line 9, cell 3", "line 13, cell 2"]


COLOURS = """{| class="wikitable sortable"
! scope="col" colspan="2" | Slate
! Candidate !! style="background:{{party color|Labour}}" | First preferences !! Elected
|-
{{Party name with color|Labour to Win}}
! scope="row" style="text-align:left" | '''[[Ada Oak]]'''
| 17,475 || {{Yes}}
|-
{{party color cell|Momentum}}
| [[Momentum]] || Ben Elm || {{party shading/Left}} | 1,204 || {{no|Not elected}}
|}
"""


def test_templates_that_are_cells_keep_the_others_in_their_columns_and_ticks_are_words() -> None:
    assert [(one.name, one.slate, one.votes, one.outcome) for one in only(COLOURS).candidates] == [
        ("Ada Oak", "Labour to Win", 17475, "elected"), ("Ben Elm", "Momentum", 1204, "not elected"),
    ]  # fmt: skip


def test_where_every_name_is_bold_nobody_is_elected_for_it() -> None:
    assert not any(
        one.outcome for one in only(TABLE.replace("Ben", "'''Ben").replace("</ref>", "</ref>'''")).candidates
    )


def test_the_word_elected_in_a_column_of_notes_is_an_outcome() -> None:
    text = "{|class=wikitable\n!Candidate!!Votes!!Notes\n|-\n|Ada Oak||5||Elected\n|-\n|Ben Elm||6||\n|}\n"
    assert [one.outcome for one in only(text).candidates] == ["elected", ""]
    assert not any(one.outcome for one in only(text.replace("||Elected", "||Elected in 2012")).candidates)


def test_the_day_of_the_page_is_the_day_of_its_contests() -> None:
    infobox = "{{Infobox election\n| election_date = {{nowrap|5 May 2022}}\n| seats = 30 }}\n"
    assert facts(only(infobox + BOX))["date"] == "2022-05-05"
    assert (
        facts(only(infobox + BOX.replace("Mill]] (2)", "Mill]] by-election, 7 June 2023")))["date"]
        == "2023-06-07"
    )


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("[[Ada Oak (politician)|Ada Oak]]", "Ada Oak"), ("[[Ada Oak]]", "Ada Oak"), ("'''''Ada''' Oak''", "Ada Oak"),
        ("{{nowrap|{{increase}}1.2}}", "1.2"), ("{{sortname|Ada|Oak}}", "Ada Oak"), ("Ada{{efn|a note}} Oak", "Ada Oak"),
        ("Ada<br/>Oak", "Ada Oak"), ("[https://a.example Ada Oak]", "Ada Oak"), ("{{small|(Ada)}}", "(Ada)"), ("Ada &amp; Oak", "Ada & Oak"),
        ("[[File:A.jpg|20px]] Ada", "Ada"), ("{{unclosed|Ada", "unclosed Ada"), ("Ada}} ]] Oak", "Ada}} ]] Oak"), ("<b>Ada</b>", "Ada"),
    ],
)  # fmt: skip
def test_markup_becomes_the_words_that_are_seen(markup: str, words: str) -> None:
    assert plain(markup) == words


def test_bold_is_what_is_bold_as_a_whole() -> None:
    assert all(
        map(
            is_bold, ("'''Ada Oak'''", "'''[[Ada Oak]]''' (incumbent)", "<b>Ada</b>*", "{{nowrap|'''Ada'''}}")
        )
    )
    assert not any(map(is_bold, ("Ada Oak", "''Ada''", "'''Ada''' Oak", "''''''", "{{small|Ada}}")))


def test_parties_are_named_without_what_tells_articles_apart() -> None:
    assert party("Liberal Democrats (UK, 2025)") == "Liberal Democrats"
    assert party("[[Labour Party (UK)|Labour]]") == "Labour"
    assert party("Independent (politician)") == "Independent"
    assert party("Socialist Party (England and Wales)") == "Socialist Party (England and Wales)"


def test_text_between_stays_as_running_text_with_its_lines() -> None:
    lines = read(file("'''Mill''' elects [[councillor]]s.\n\n" + BOX)).lines
    assert (lines[0].text, lines[0].origin) == ("Mill elects councillors.", "line 1")
    assert not any("Ada" in line.text or "|" in line.text for line in lines)


def test_a_file_is_ours_by_its_content_and_refused_in_a_sentence() -> None:
    assert min(map(wikitext.sure, (file(BOX), file(STV), file(TABLE, "a.csv")))) > 0.5
    assert wikitext.sure(file("Name | Votes\n--- | ---\nAda | 5\n", "a.wikitext")) == 0
    assert "found a field of more than 10,000 characters" in refused(
        "{{Election box candidate|candidate=" + "A" * 10_001 + "}}"
    )
    assert "line 4, cell 1: found a cell of 10,001 characters" in refused(
        "{|\n!Name!!Votes\n|-\n|" + "A" * 10_001 + "||5\n|}", "wikitext"
    )
    assert "found nothing but blanks" in refused("{{a}}\n<!-- b -->\n", "wikitext")


@pytest.mark.parametrize(
    "piece",
    [
        "{{",
        "[[",
        "{|\n",
        "'''",
        "{{Election box candidate|candidate=",
        "<ref>",
        "<!--",
        "[//a",
        "!|rowspan=9999999|a\n",
    ],
)
def test_a_hundred_thousand_opened_brackets_are_read_like_any_text(piece: str) -> None:
    taken((BOX + piece * 30_000).encode(), "wikitext")


@FUZZ
@given(spoiled([BOX.encode(), STV.encode(), TABLE.encode()]) | st.binary(max_size=60))
def test_whatever_bytes_come_a_reading_or_one_sentence_comes_out(data: bytes) -> None:
    taken(data, "wikitext")


def test_the_published_page_gives_its_three_contests() -> None:
    berrylands, coed, annick = read(published("wikitext/multi-seat-and-stv.wikitext")).results
    assert (len(berrylands.candidates), facts(berrylands)) == (10, {"section": "Berrylands", "seats": 2})
    assert not any(one.outcome for one in berrylands.candidates)
    assert {one.slate for one in berrylands.candidates if one.votes and one.votes > 1000} == {
        "Liberal Democrats"
    }
    assert facts(coed) == {"section": "Coed Duon / Blackwood", "electorate": 6178, "turnout": 38.02}
    assert [one.name for one in coed.candidates if one.outcome] == ["Kevin Etheridge", "Nigel Stuart Dix"]
    assert [one.name for one in annick.candidates if one.outcome] == [
        "John McFadzean", "Gordon Jenkins", "John McGhee", "Ellen Freel",
    ]  # fmt: skip
    assert [one.votes for one in annick.candidates] == [2277, 1076, 925, None, None]
