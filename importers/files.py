"""From the words of a command line to files: several, folders, standard input."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from db.errors import SlatewatchError
from importers.documents.document import FILE_BYTES, BadFile
from importers.file import File

STANDARD_INPUT = "-"
PASTED = "standard input"


def files_of(words: tuple[str, ...], stdin: BinaryIO) -> Iterator[File]:
    """The files that words name, each read when it is wanted.

    Args:
        words: paths of files and folders; `-` for standard input.
        stdin: standard input.

    Raises:
        SlatewatchError: there is no such file, or it cannot be read.
    """
    for word in words:
        if word == STANDARD_INPUT:
            yield File(PASTED, stdin.read())
        else:
            yield from (opened(path, among=Path(word).is_dir()) for path in paths(Path(word)))


def paths(path: Path) -> tuple[Path, ...]:
    """A file itself; of a folder its files, those of its folders too, hidden ones left out.

    Raises:
        SlatewatchError: there is no such file or folder, or the folder is empty.
    """
    if path.is_dir():
        inside = sorted(one for one in path.rglob("*") if one.is_file() and not _hidden(one, path))
        if not inside:
            raise SlatewatchError(f"{path}: found an empty folder, expected files with results in it.")
        return tuple(inside)
    if not path.is_file():
        raise SlatewatchError(f"{path}: there is no such file; a file with results was expected.")
    return (path,)


def opened(path: Path, *, among: bool = False) -> File:
    """One file.

    Args:
        path: of the file.
        among: whether it is one among others of a folder that was named.

    Raises:
        SlatewatchError: it cannot be read, or is larger than is taken.
    """
    try:
        if (size := path.stat().st_size) > FILE_BYTES:
            raise BadFile(f"{path.name}: found a file of {size:,} bytes, expected at most {FILE_BYTES:,}.")
        file = File(_readable(path.name), path.read_bytes(), path)
        file.among = among
        return file
    except OSError as problem:
        words = (problem.strerror or str(problem)).lower()
        raise SlatewatchError(f"{path}: the file cannot be read ({words}).") from None


def _readable(name: str) -> str:
    """A file's name as text: bytes that are none have a sign that says so, since a database takes only text."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
