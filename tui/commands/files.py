"""Writing what a command makes: whole or not at all, and over nothing that the user did not give up."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from db.errors import SlatewatchError

ON_STDOUT = "-"


def refuse_existing(path: Path, *, force: bool) -> None:
    """Stop before anything is made if the file is there already.

    Raises:
        SlatewatchError: the file exists and may not be replaced, or is a folder.
    """
    if path.is_dir():
        raise SlatewatchError(f"{path} is a folder; the name of a file was expected.")
    if path.exists() and not force:
        raise SlatewatchError(f"{path} exists already; --force replaces it.")


def report(words: str) -> None:
    """Say what was done, on standard error, safe for the terminal whatever the file is called."""
    from tui.plain import plain

    print(plain(words), file=sys.stderr)


def show(text: str) -> None:
    """Write to standard output, in UTF-8 whatever the locale is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def save(text: str, path: Path, *, force: bool) -> None:
    """Write a file beside its place and move it there when it is whole.

    Raises:
        SlatewatchError: the file exists and may not be replaced, or cannot be written.
    """
    refuse_existing(path, force=force)
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(text.encode())  # a device or a pipe: nothing there to replace
        else:
            _replace(target, text, force=force)
    except OSError as problem:
        raise SlatewatchError(
            f"{path} cannot be written: {(problem.strerror or str(problem)).lower()}."
        ) from None


def _replace(target: Path, text: str, *, force: bool) -> None:
    """Write beside the target, then rename, so that no reader ever meets half a file."""
    making = target.with_name(f".{target.name[:200]}.{os.getpid()}.making")
    try:
        with making.open("xb") as file:
            file.write(text.encode())
        if target.exists():
            refuse_existing(target, force=force)
            shutil.copymode(target, making)
        making.replace(target)
    finally:
        making.unlink(missing_ok=True)
