"""Whatever is written under a scenario says so: in the name of the file, and in every format."""

from __future__ import annotations

import html

import pytest
from records import SMALL, asked, opened

from tui.exports import FORMATS, default_name, export


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_written_under_a_scenario_says_so_in_its_name_and_in_its_text(format: str) -> None:
    view = asked(opened(SMALL), "composition", body="rtu", date="2017-03-07", scenario="fay-instead")
    assert default_name(view, format).startswith("scenario-fay-instead-composition-rtu-2017-03-07.")
    text = export(view, format)
    lines = [line for line in text.splitlines() if "Tenants" in line]
    assert lines
    assert "Had Fay Ivy won in 2017" in text
    if format == "csv":
        assert all("Had Fay Ivy won in 2017" in line for line in lines)


@pytest.mark.parametrize("format", ["markdown", "html", "json"])
@pytest.mark.parametrize("view", ["composition", "scenarios", "scheme", "division", "changes"])
def test_every_further_table_of_a_file_and_every_row_of_it_says_that_it_is_supposed(
    view: str, format: str
) -> None:
    name = "Had Fay Ivy won in 2017"
    lens = {"body": "rtu", "date": "2017-03-07", "scenario": "fay-instead", "scheme": "sides"}
    answer = asked(opened(SMALL), view, **lens)
    text = html.unescape(export(answer, format))
    tables = [one for one in answer.tables if one.key != "others"]
    assert tables
    for one in tables:
        assert f"Scenario {name}: {one.title.partition(': ')[2]}" in text
    rows = len(answer.rows) + sum(len(one.rows) for one in tables)
    titles = 1 + len(tables) + len(answer.findings) + len(answer.notes)
    assert text.count(name) >= rows + titles


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_of_facts_says_nothing_of_scenarios(format: str) -> None:
    facts = asked(opened(SMALL), "composition", body="rtu", date="2017-03-07")
    assert "scenario" not in export(facts, format).casefold()
    assert "scenario" not in default_name(facts, format)
