"""Whatever is written under a scenario says so: in the name of the file, and in every format."""

from __future__ import annotations

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


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_of_facts_says_nothing_of_scenarios(format: str) -> None:
    facts = asked(opened(SMALL), "composition", body="rtu", date="2017-03-07")
    assert "scenario" not in export(facts, format).casefold()
    assert "scenario" not in default_name(facts, format)
