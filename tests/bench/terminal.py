"""A real terminal to measure in: one tmux pane, driven over one connection that stands."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

POLL = 0.002
"""Seconds between two looks at the screen."""

STILL = 0.25
"""Seconds without any change after which the screen counts as painted."""

PATIENCE = 30.0
"""Seconds after which a screen is given up."""


class GaveUp(Exception):
    """The screen never showed what was waited for."""


class Terminal:
    """A tmux server of its own with one pane of a fixed size; use it as a context manager."""

    def __init__(self, columns: int = 120, rows: int = 40) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="slatewatch-bench-")
        self.tmux = ["tmux", "-S", f"{self.folder.name}/socket", "-f", "/dev/null"]
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("TMUX", "XDG_", "NO_COLOR"))
        }
        environment = kept | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": self.folder.name}
        size = ["-x", str(columns), "-y", str(rows)]
        subprocess.run(
            [*self.tmux, "new-session", "-d", *size, "exec sleep 100000"], env=environment, check=True
        )
        settings = (
            "-g status off", "-g window-size manual", "-s escape-time 0", "-g remain-on-exit on",
            "-g history-limit 0", "-g default-shell /bin/sh", "-g default-terminal tmux-256color",
        )  # fmt: skip
        for setting in settings:
            subprocess.run([*self.tmux, "set-option", *setting.split()], check=True)
        self.control = subprocess.Popen(
            [*self.tmux, "-C", "attach", "-f", "no-output,ignore-size"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment,
        )  # fmt: skip
        self._answer()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        subprocess.run([*self.tmux, "kill-server"], check=False)
        self.control.wait()
        self.folder.cleanup()

    def _answer(self) -> bytes:
        assert self.control.stdout is not None
        while not self.control.stdout.readline().startswith(b"%begin"):
            pass
        lines = []
        while not (line := self.control.stdout.readline()).startswith((b"%end", b"%error")):
            lines.append(line)
        return b"".join(lines)

    def tell(self, command: str) -> str:
        """Give tmux a command, over the connection that stands."""
        assert self.control.stdin is not None
        self.control.stdin.write(command.encode() + b"\n")
        self.control.stdin.flush()
        return self._answer().decode("utf-8", "replace")

    def screen(self, *, colours: bool = True) -> str:
        """What the pane shows, with or without its colours."""
        return self.tell(f"capture-pane -p{'e' if colours else ''}")

    def start(self, command: list[str], shows: Callable[[str], bool]) -> float:
        """Run a program in the pane, and give the seconds until its screen shows what is waited for."""
        self.stop()
        self.tell("clear-history")
        began = time.perf_counter()
        self.tell(f"respawn-pane -k {shlex.quote('exec ' + shlex.join(command))}")
        while not shows(text := self.screen(colours=False)):
            if (now := time.perf_counter()) - began > PATIENCE:
                raise GaveUp(text)
            time.sleep(POLL if now - began < 1 else 0.02)
        return time.perf_counter() - began

    def press(self, *keys: str) -> float:
        """Press keys, and give the seconds until the last change of the screen that they cause."""
        before = self.screen()
        began = changed = time.perf_counter()
        self.tell("send-keys " + shlex.join(keys))
        while True:
            screen, now = self.screen(), time.perf_counter()
            if screen != before:
                before, changed = screen, now
            elif changed > began and now - changed > STILL:
                return changed - began
            if now - began > (PATIENCE if changed > began else 2):
                raise GaveUp(f"after {' '.join(keys)}:\n{self.screen(colours=False)}")
            time.sleep(POLL)

    def wait(self) -> None:
        """Wait until the screen stands still."""
        before, since = self.screen(), time.perf_counter()
        while time.perf_counter() - since < STILL:
            time.sleep(0.02)
            if (screen := self.screen()) != before:
                before, since = screen, time.perf_counter()

    @property
    def pid(self) -> int:
        """The process in the pane."""
        return int(self.tell("display-message -p '#{pane_pid}'"))

    def peak(self) -> float:
        """The most memory that the program has had, in MB."""
        lines = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))

    def idle(self, seconds: float = 3.0) -> float:
        """The share of one core, in percent, that the program uses when nobody touches it."""
        before = self._processor_time()
        time.sleep(seconds)
        return 100 * (self._processor_time() - before) / seconds

    def _processor_time(self) -> float:
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """End what runs in the pane, and let it be gone before the next one starts."""
        self.tell(f"respawn-pane -k {shlex.quote('exec sleep 100000')}")
        time.sleep(0.2)
