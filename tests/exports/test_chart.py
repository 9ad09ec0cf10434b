"""A chart in files: drawn in characters for eyes, as figures for programs."""

from __future__ import annotations

import json

from db.view import Chart, Kind, Series
from tui.exports import export

from .hand_made import BOARD

CHART = Chart(
    "Share of the votes",
    (Series("NEC", "members' votes", Kind.SHARE, (("2012", 47.3), ("2014-08-20", None), ("2016", 54.5))),),
    "#cc0000",
)
VIEW = BOARD._replace(chart=CHART)


def test_markdown_has_it_as_a_block_of_characters_before_the_table() -> None:
    text = export(VIEW, "markdown")
    block = [line for line in text.splitlines() if line.startswith("    ")]
    assert block[0] == "    Share of the votes"
    assert any("█" in line for line in block) and any("?" in line for line in block)
    assert text.index("    Share of the votes") < text.index("| Name |")
    assert all(line == line.rstrip() for line in block)


def test_html_has_it_line_by_line_and_its_words_are_no_marks() -> None:
    named = CHART._replace(title="<script>alert(1)</script>")
    text = export(VIEW._replace(chart=named), "html")
    block = text[text.index("<pre>") : text.index("</pre>")]
    assert block.count("\n") >= 3
    assert "<script>" not in text and "&lt;script&gt;" in block


def test_json_has_the_figures_and_a_gap_is_null() -> None:
    chart = json.loads(export(VIEW, "json"))["chart"]
    assert chart["title"] == "Share of the votes"
    assert chart["series"] == [
        {
            "name": "NEC",
            "unit": "members' votes",
            "points": [
                {"date": "2012", "value": 47.3},
                {"date": "2014-08-20", "value": None},
                {"date": "2016", "value": 54.5},
            ],
        }
    ]
    assert "chart" not in json.loads(export(BOARD, "json"))


def test_no_name_ends_the_block() -> None:
    named = Series("```\n\n# Head", "~~~", Kind.SHARE, CHART.series[0].points)
    text = export(VIEW._replace(chart=CHART._replace(series=(named,))), "markdown")
    assert "\n# Head" not in text
    assert not any(line.startswith(("```", "~~~")) for line in text.splitlines())
