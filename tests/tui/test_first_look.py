"""What is loaded before the first picture: nothing that it can do without."""

from __future__ import annotations

import subprocess
import sys

from records import SMALL, built

LATER = (
    "db.reading.scenarios.scenario", "db.reading.schemes", "db.reading.schemes.defects", "db.reading.happening", "db.measures",
    "db.reading.disputes.found", "db.dumping.row_names", "db.questions.timeline", "tui.widgets.course", "tui.drawings.timeline", "tui.drawings.chart", "sqlite_utils", "rich.markdown",
)  # fmt: skip
"""Of scenarios, schemes, timelines, measures, disputes and files the composition of a body by slate needs nothing."""

CODE = """
import sys
from pathlib import Path
import tui.app
from tui.reader import Reader
from tui.screens.opening import first_look
look = first_look(Reader(Path(sys.argv[1])), None)
assert look.view is not None and look.view.rows, look.problem
print(*sys.modules)
"""


def test_the_first_look_loads_nothing_of_scenarios_schemes_and_timelines() -> None:
    words = [sys.executable, "-c", CODE, str(built(SMALL))]
    loaded = set(subprocess.run(words, capture_output=True, text=True, check=True).stdout.split())
    assert "db.questions.composition" in loaded
    assert not loaded & set(LATER)
