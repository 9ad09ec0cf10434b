"""Ask a process apart what a file says; that it gives no answer is an answer too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import msgspec

from importers.documents import apart
from importers.documents.document import BadFile

PATIENCE = 180

Answer = TypeVar("Answer")


def ask(name: str, data: bytes, reader: ModuleType, answer: type[Answer], what: str) -> Answer:
    """What a reader says of a file.

    Args:
        name: the file's, for people.
        data: the whole file.
        reader: a module that has `answer(data)` and imports nothing of the project.
        answer: what its answer is.
        what: what the file should be, `a spreadsheet`.

    Raises:
        BadFile: no answer came.
    """
    command = [sys.executable, "-P", "-X", "utf8", str(Path(apart.__file__)), str(reader.__file__)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=True)  # noqa: S603
        return msgspec.msgpack.decode(done.stdout, type=answer)
    except subprocess.TimeoutExpired:
        problem = f"that takes more than {PATIENCE} seconds to read"
    except (subprocess.CalledProcessError, msgspec.DecodeError, OSError):
        problem = "that cannot be read, damaged or claiming more than can be held"
    raise BadFile(f"{name}: found {what} {problem}, expected a sound one.") from None
