"""Times the import of a large table beside `sqlite-utils insert --csv` of the same file, whole processes in the same run.

    python tests/bench/import_speed.py 300000

Every process begins with an empty database.  A second import of the same file and its undoing are timed too.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import table

ROOT = Path(__file__).resolve().parents[2]
LOAD = """
import sys
from pathlib import Path
from db.ledger import writable
from importers.bulk import load
report = load(writable(Path(sys.argv[1])), Path(sys.argv[2]))
print(report.summary, file=sys.stderr)
"""
UNDO = """
import sys
from pathlib import Path
from db.ledger import undo, writable
undo(writable(Path(sys.argv[1])), 1)
"""


class Figures(NamedTuple):
    """One process: seconds on the clock, seconds of the processor, and the most memory it had, in MB."""

    clock: float
    processor: float
    memory: float


def timed(command: Sequence[str]) -> Figures:
    """Run a process to its end.

    Raises:
        RuntimeError: it failed.
    """
    began = time.perf_counter()
    child = os.posix_spawnp(command[0], list(command), {**os.environ, "PYTHONPATH": str(ROOT)})
    _, status, used = os.wait4(child, 0)
    clock = time.perf_counter() - began
    if status:
        raise RuntimeError(f"{command[0]} ended with status {status}")
    return Figures(clock, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def measured(path: Path, folder: Path, *, peers: bool) -> dict[str, Figures]:
    """All processes on one file."""
    from db.migrations import create

    own = folder / "own.db"
    create(own).close()
    python = [sys.executable, "-c"]
    found = {"slatewatch": timed([*python, LOAD, str(own), str(path)])}
    if peers:
        tool = shutil.which("sqlite-utils", path=str(Path(sys.executable).parent)) or "sqlite-utils"
        insert = [tool, "insert", "--csv", "--silent"]
        found["sqlite-utils insert --csv"] = timed(
            [*insert, str(folder / "peer.db"), "candidacies", str(path)]
        )
        found["the same with --no-detect-types"] = timed(
            [*insert, "--no-detect-types", str(folder / "plain.db"), "candidacies", str(path)]
        )
    found["slatewatch, the same file again"] = timed([*python, LOAD, str(own), str(path)])
    found["slatewatch, undone"] = timed([*python, UNDO, str(own)])
    return found


def main() -> None:
    """Read the command line, measure, say what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("size", type=int, help="candidacies, such as 300000 or 3000000")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--alone", action="store_true", help="without sqlite-utils")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "results.csv"
        table.write(path, words.size)
        print(
            f"{words.size:,} candidacies, {path.stat().st_size / 1e6:,.0f} MB of CSV; the best of {words.runs}"
        )
        runs = []
        for number in range(words.runs):
            folder = Path(place) / str(number)
            folder.mkdir()
            runs.append(measured(path, folder, peers=not words.alone))
            shutil.rmtree(folder)
        best = {name: min(run[name] for run in runs) for name in runs[0]}
    ours = best["slatewatch"].clock
    print(f"{'':36}{'seconds':>9}{'processor':>11}{'peak MB':>9}{'ratio':>7}")
    for name, one in best.items():
        print(f"{name:36}{one.clock:9.1f}{one.processor:11.1f}{one.memory:9.0f}{one.clock / ours:7.1f}")


if __name__ == "__main__":
    main()
