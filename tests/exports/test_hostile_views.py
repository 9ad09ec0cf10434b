"""Every view of the hostile record, however grouped and supposed, is a file that drives no terminal and no spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from records import HOSTILE, opened

from db.lens import VIEWS, Lens
from db.questions import ask
from db.reading.counting.grouping import GROUPINGS
from tui.exports import FORMATS, export

OF_ONE = {
    "candidate": {"person": "p1"},
    "faction": {"faction": "f1"},
    "scheme": {"beside": "n2"},
    "division": {"division": "d"},
    "claim": {"claim": "l"},
    "source": {"source": "src"},
    "evidence": {"row": "contest:candidacy.1,contest.1"},
}
"""What has to be named for the views of one thing."""


def driving(text: str) -> set[str]:
    """The signs in a text that a terminal would obey."""
    return {
        c for c in text if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) < 0x202F)
    }


@pytest.mark.parametrize("scenario", [None, "w1"], ids=["facts", "scenario"])
@pytest.mark.parametrize("grouping", GROUPINGS)
def test_no_text_of_the_record_drives_anything(grouping: str, scenario: str | None) -> None:
    lens = Lens(body="h", grouping=grouping, scheme="n1", scenario=scenario)
    for name in VIEWS:
        view = ask(opened(HOSTILE), name, lens.at(**OF_ONE.get(name, {})))
        files = {form: export(view, form) for form in FORMATS}
        assert {form for form, text in files.items() if driving(text)} == set(), name
        assert not [
            field
            for row in csv.reader(io.StringIO(files["csv"], newline=""))
            for field in row
            if field.lstrip().startswith(("=", "@", "+"))
        ], name
