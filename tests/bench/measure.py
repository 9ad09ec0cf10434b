"""Measures slatewatch in a real terminal: start to first useful screen, key to painted screen, memory.

    python tests/bench/measure.py small.db big.db

Each run starts an empty Textual app too, so that the machine's mood is in both figures.  Both run from bytecode, as after
an installation, whatever PYTHONDONTWRITEBYTECODE says.  A key's time runs from its sending to the last change of the screen that it causes, colours included.  README.md says more.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from terminal import GaveUp, Terminal

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sys.executable
APP = [PYTHON, "-c", "from tui.main import main; main()"]

Steps = tuple[tuple[str, tuple[str, ...]], ...]
Samples = dict[str, list[float]]

BODY: Steps = (
    ("next pane: changes", ("h",)),
    ("next pane: timeline", ("l",)),
    ("next pane: divisions", ("D",)),
    ("next pane: measures", ("M",)),
    ("next pane: schemes", ("G",)),
    ("next pane: ladder", ("L",)),
    ("next pane: what if", ("w",)),
    ("next pane: contests", ("n",)),
    ("next pane: factions", ("i",)),
    ("drill in: a faction", ("Enter",)),
    ("back: a faction", ("BSpace",)),
    ("next pane: sources", ("u",)),
    ("next pane: faction", ("F",)),
    ("next pane: candidates", ("a",)),
    ("drill in: a record", ("Enter",)),
    ("back: a record", ("BSpace",)),
    ("next pane: contest", ("t",)),
    ("next pane: composition", ("c",)),
    ("faction key, a body", ("1",)),
    ("faction key, a body", ("1",)),
    ("faction key, a body", ("2",)),
    ("faction key, a body", ("2",)),
    ("earlier date, a body", ("[",)),
    ("earlier date, a body", ("[",)),
    ("later date, a body", ("]",)),
    ("later date, a body", ("]",)),
    ("other grouping, a body", ("g",)),
    ("other grouping, a body", ("g",)),
    ("other grouping, a body", ("g",)),
)
"""What is done where the dashboard opens: on the composition of the first body."""

LIST: Steps = (
    ("move", ("Down",)),
    ("move", ("Down",)),
    ("move", ("Down",)),
    ("page", ("NPage",)),
    ("page", ("NPage",)),
    ("page", ("NPage",)),
    ("end", ("End",)),
    ("page back from the end", ("PPage",)),
    ("home", ("Home",)),
    ("sort", ("s",)),
    ("sort", ("s",)),
    ("sort the other way", ("S",)),
    ("end, sorted", ("End",)),
    ("home, sorted", ("Home",)),
    ("faction key", ("1",)),
    ("second faction key", ("2",)),
    ("every faction", ("0",)),
    ("open the filter", ("/",)),
    ("filter, 1st letter", ("m",)),
    ("filter, 2nd letter", ("a",)),
    ("filter, 3rd letter", ("r",)),
    ("filter, 4th letter", ("t",)),
    ("filter, 5th letter", ("i",)),
    ("filter, letter taken back", ("BSpace",)),
    ("filter emptied", ("C-u",)),
    ("filter left", ("Enter",)),
    ("drill in", ("Enter",)),
    ("back", ("BSpace",)),
)
"""What is done with the list of every candidacy on record."""

TARGETS = {"move": 15, "page": 20, "sort": 30, "filter": 35, "end": 50}
"""Milliseconds (p90) to reach, by the first word of a step; 50 for every other key."""


def useful(screen: str) -> bool:
    """Whether the first table stands there with its rows."""
    return re.search(r"· [\d,]+ row", screen) is not None


def begin_with(file: Path, state: Path, view: str) -> None:
    """Let the app begin with the list of every candidacy, as if that had been looked at the last time."""
    session = state / "slatewatch" / "session.json"
    session.parent.mkdir(parents=True, exist_ok=True)
    session.write_text(
        json.dumps({"theme": "textual-dark", "places": {str(file.resolve()): {"view": view, "factions": []}}})
    )


def opened(
    terminal: Terminal, file: Path, samples: Samples, steps: Steps, name: str, view: str | None
) -> None:
    """Start slatewatch on a file, do the steps, and note how long each took."""
    with tempfile.TemporaryDirectory() as state:
        if view:
            begin_with(file, Path(state), view)
        command = ["env", f"XDG_STATE_HOME={state}", f"PYTHONPATH={ROOT}", *APP, str(file.resolve())]
        samples[f"first screen, {name}"].append(terminal.start(command, useful))
        for label, keys in steps:
            terminal.wait()
            try:
                samples[label].append(terminal.press(*keys))
            except GaveUp as problem:
                samples[label].append(float("nan"))
                print(
                    f"  {file.name}, {label}: gave up {str(problem)[:200] if os.environ.get('SHOW') else ''}",
                    file=sys.stderr,
                )
        terminal.wait()
        samples[f"peak MB, {name}"].append(terminal.peak())
        samples[f"idle %, {name}"].append(terminal.idle())


def screens(files: list[Path], runs: int) -> dict[str, Samples]:
    """All measurements in the terminal, file by file, the runs of all of them taking turns."""
    found: dict[str, Samples] = {
        name: defaultdict(list) for name in ("empty app", *(file.name for file in files))
    }
    with Terminal() as terminal:
        for run in range(runs + 1):
            if run == 1:  # the first one warmed the caches
                found = {name: defaultdict(list) for name in found}
            empty = found["empty app"]
            empty["first screen"].append(
                terminal.start([PYTHON, str(ROOT / "tests/bench/empty_app.py")], useful)
            )
            terminal.wait()
            empty["peak MB"].append(terminal.peak())
            for file in files:
                opened(terminal, file, found[file.name], BODY, "a body", None)
                opened(terminal, file, found[file.name], LIST, "every candidacy", "candidates")
    return found


def commands(runs: int) -> Iterator[tuple[str, list[float]]]:
    """How long whole commands take, from their start to their end."""
    with tempfile.TemporaryDirectory() as folder:
        export = [*APP, "export", "contest", "--contest", "nec-clp-2014"]
        words = {
            "python -c pass": [PYTHON, "-c", "pass"],
            "slatewatch --help": [*APP, "--help"],
            "slatewatch export contest, first run": export,
            "slatewatch export contest": export,
        }
        for name, command in words.items():
            took = []
            for run in range(runs + 1):
                data = f"{folder}/{run}" if name.endswith("first run") else folder
                environment = os.environ | {"PYTHONPATH": str(ROOT), "XDG_DATA_HOME": data}
                began = time.perf_counter()
                subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
                took.append(time.perf_counter() - began)
            yield name, took[1:]


def p90(values: list[float]) -> float:
    """The value that nine of ten do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.9))]


def target(label: str, empty: float) -> float | None:
    """What is to be reached, in milliseconds or in the unit of the label."""
    if label.startswith("first screen"):
        return round(empty * 1.25)
    if label.startswith(("peak", "idle")):
        return 100 if label.startswith("peak") else 0
    return TARGETS.get(re.split("[ ,]", label)[0], 50)


def table(found: dict[str, Samples]) -> Iterator[str]:
    """The figures as Markdown: p50 and p90 a file, and what is to be reached."""
    files = [name for name in found if name != "empty app"]
    empty = 1000 * statistics.median(found["empty app"]["first screen"])
    memory = statistics.median(found["empty app"]["peak MB"])
    yield f"Empty Textual app: first screen {empty:.0f} ms, peak {memory:.0f} MB."
    yield ""
    yield f"| p50 / p90, ms | {' | '.join(files)} | to reach |"
    yield "| --- |" + " ---: |" * (len(files) + 1)
    for label in found[files[0]]:
        plain = label.startswith(("peak", "idle"))
        cells = []
        for file in files:
            values = [value if plain else 1000 * value for value in found[file][label]]
            good = [value for value in values if value == value]
            cell = f"{statistics.median(good):.0f} / {p90(good):.0f}" if good else "none"
            ratio = (
                f" ({statistics.median(good) / empty:.2f}×)"
                if label.startswith("first screen") and good
                else ""
            )
            cells.append(
                cell + ratio + (f", {len(values) - len(good)} lost" if len(good) < len(values) else "")
            )
        yield f"| {label} | {' | '.join(cells)} | {target(label, empty)} |"


def compiled() -> None:
    """Have bytecode of slatewatch written once and read by whatever starts from here, as `pip install` would have it."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for package in ("db", "importers", "tui"):
        compileall.compile_dir(ROOT / package, quiet=2)


def main() -> None:
    """Read the command line, measure, print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, help="databases made by generate.py")
    parser.add_argument(
        "--runs", type=int, default=5, help="fresh starts of each program, after one to warm up"
    )
    parser.add_argument("--json", type=Path, help="where to put every single figure")
    words = parser.parse_args()
    compiled()
    print("| whole command, ms | p50 | p90 |\n| --- | ---: | ---: |")
    for name, took in commands(words.runs):
        print(f"| {name} | {1000 * statistics.median(took):.0f} | {1000 * p90(took):.0f} |", flush=True)
    if words.files:
        found = screens(words.files, words.runs)
        print("", *table(found), sep="\n")
        if words.json:
            words.json.write_text(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
