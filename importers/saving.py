"""Writing a file: whole or not at all, and over nothing that the user did not give up."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from db.errors import SlatewatchError


def refuse_existing(path: Path, *, force: bool) -> None:
    """Stop before anything is made if the file is there already.

    Raises:
        SlatewatchError: the file exists and may not be replaced, or is a folder.
    """
    if path.is_dir():
        raise SlatewatchError(f"{path} is a folder; the name of a file was expected.")
    if path.exists() and not force:
        raise SlatewatchError(f"{path} exists already; --force replaces it.")


def save(pieces: Iterable[bytes], path: Path, *, force: bool) -> None:
    """Write a file beside its place and move it there when it is whole.

    Args:
        pieces: of the file, one after the other.
        path: its place.
        force: whether a file that is there may be replaced.

    Raises:
        SlatewatchError: the file exists and may not be replaced, or cannot be written.
    """
    refuse_existing(path, force=force)
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(b"".join(pieces))  # a device or a pipe: nothing there to replace
        else:
            _replace(target, pieces, force=force)
    except OSError as problem:
        raise SlatewatchError(
            f"{path} cannot be written: {(problem.strerror or str(problem)).lower()}."
        ) from None


def _replace(target: Path, pieces: Iterable[bytes], *, force: bool) -> None:
    """Write beside the target, then rename, so that no reader ever meets half a file."""
    making = target.with_name(f".{target.name[:200]}.{os.getpid()}.making")
    try:
        with making.open("xb") as file:
            file.writelines(pieces)
        if target.exists():
            refuse_existing(target, force=force)
            shutil.copymode(target, making)
        making.replace(target)
    finally:
        making.unlink(missing_ok=True)
