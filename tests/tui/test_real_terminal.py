"""The whole app once in a real terminal: a pasted list becomes a Markdown balance, and can be taken back."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from db.ledger import imports
from db.store import connect

pexpect = pytest.importorskip("pexpect")

ROOT = Path(__file__).parents[2]
LIST = """Women's Conference Arrangements Committee, members' section, 18 September 2027

Candidate    Slate          Votes   Result
Ada Oak      CLGA           20,511  Elected
Ben Ash      Labour to Win  19,204  Elected
Cy Elm       Labour to Win  18,977  Elected
Dee Fir      CLGA           12,050  Not elected
"""
PATIENCE = 60
"""Seconds after which something is wrong, also on a busy machine."""


def appears(folder: Path, pattern: str) -> Path:
    """The file of a pattern, once it is there and whole."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := [one for one in folder.glob(pattern) if one.stat().st_size]:
            return found[0]
        time.sleep(0.05)
    raise AssertionError(f"{pattern} did not appear")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_pasted_list_becomes_a_balance_in_five_key_presses_in_a_real_terminal(tmp_path: Path) -> None:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "LC_", "TEXTUAL"))
    }
    folders = {
        f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("DATA", "STATE", "CONFIG", "CACHE")
    }
    environment = {
        **kept,
        **folders,
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
    work = tmp_path / "work"
    work.mkdir()
    command = [sys.executable, "-m", "tui.main"]
    app = pexpect.spawn(
        command[0],
        command[1:],
        cwd=work,
        env=environment,
        dimensions=(30, 100),
        encoding="utf-8",
        timeout=PATIENCE,
    )
    app.expect("Composition")
    app.send(f"\x1b[200~{LIST}\x1b[201~")
    app.expect("pasted text")
    app.expect("Dee Fir")
    app.send("w")
    app.expect("Stored as import 1")
    app.send("c")
    app.expect("majority")
    app.send("e")
    app.expect("Export this view")
    app.send("\r")
    balance = appears(work, "composition-*.md").read_text(encoding="utf-8")
    assert "Labour to Win" in balance and "Ben Ash, Cy Elm" in balance and "pasted text" in balance
    app.send("q")
    app.expect(pexpect.EOF)
    app.close()
    assert app.exitstatus == 0
    assert [one.name for one in imports(connect(tmp_path / "data" / "slatewatch" / "slatewatch.db"))] == [
        "pasted text"
    ]
