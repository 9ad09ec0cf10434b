"""A file of separated values as a stream: never whole in memory, looked through before its first row is stored."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain, compress, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO

from importers.bulk.counting import quick_count
from importers.documents.csv_table import END, QUOTED_BY_CHANCE, commonest
from importers.documents.document import BadFile
from importers.documents.encoding import MARKS

if TYPE_CHECKING:
    import _csv

CHUNK: Final = 1 << 20
FEW: Final = 100
"""Rows at a time where only the first may be wanted."""

Block = tuple[Sequence[int], Sequence[list[str]]]
"""Rows, and before them the line on which each begins."""

START: Final = 1 << 16
LINE_BYTES: Final = 2 * CHUNK
ENDING: Final = re.compile(rb"[\r\n]")
FALLBACK: Final = "cp1252"


class Table(NamedTuple):
    """A file that has been looked through."""

    path: Path
    encoding: str
    delimiter: str
    quoted: bool
    header: tuple[str, ...]
    rows: int
    """Below the header, blank ones aside."""
    digest: str
    """SHA-256 of the bytes."""
    plain: bool = False
    """Whether every line is a row, cut at every delimiter."""


def header(path: Path) -> tuple[str, ...]:
    """The cells of the first line, of which only the start of the file is read; none where it is no such file."""
    try:
        with path.open("rb") as file:
            start = file.read(START)
    except OSError:
        return ()
    encoding = _marked(start)
    try:
        text = start.decode(encoding or "utf-8", "strict" if encoding else "ignore")
    except UnicodeDecodeError:
        text = start.decode(str(encoding), "ignore")
    first = text.removeprefix("\ufeff").splitlines()[:1]
    if not first or "\0" in first[0]:
        return ()
    try:
        return tuple(next(csv.reader(first, delimiter=commonest(first[0])), ()))
    except csv.Error:
        return ()


def looked_through(path: Path) -> Table:
    """The whole file once, without keeping any of it.

    Raises:
        BadFile: it is no text, no table, or cannot be read.
    """
    try:
        encoding, digest = _bytes(path)
        head = header(path)
        if not head:
            raise BadFile(
                f"{path.name}, line 1: found no headings, expected those of a table of candidacies."
            )
        table = Table(path, encoding, _first_delimiter(path, encoding), True, head, 0, digest)
        return _counted(table)
    except OSError as problem:
        raise BadFile(f"{path.name}: the file cannot be read ({problem.strerror}).") from None


def rows(table: Table) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header that are not blank, each with the line on which it begins.

    Raises:
        BadFile: a quotation mark is never closed, or a field is longer than any of a result.
    """
    with _text(table.path, table.encoding) as file:
        reader = _reader(file, table)
        line, following = 1, 1
        fields: list[str] = []
        try:
            if table.plain:
                for lines, block in _blocks(file, table.delimiter, FEW):
                    yield from zip(lines, block, strict=True)
                return
            next(reader)
            line, following = following, reader.line_num + 1
            for fields in reader:
                line, following = following, reader.line_num + 1
                if any(fields):
                    if len(fields) == 1 and fields[0] == END:
                        return
                    yield line, fields
        except csv.Error as problem:
            raise BadFile(
                f"{table.path.name}, line {following}: found no row of separated values ({problem}), expected one."
            ) from None
        except UnicodeDecodeError as problem:
            raise _not_text(table.path, table.encoding, problem) from None
    raise BadFile(
        f"{table.path.name}, line {line}: found a quotation mark that is never closed, expected the other one before the end."
    )


def blocks(table: Table, size: int) -> Iterator[Block]:
    """The same rows, so many at a time.

    Raises:
        BadFile: as `rows` does.
    """
    if not table.plain:
        left = rows(table)
        while some := list(islice(left, size)):
            lines, block = zip(*some, strict=True)
            yield lines, block
        return
    try:
        with _text(table.path, table.encoding) as file:
            yield from _blocks(file, table.delimiter, size)
    except UnicodeDecodeError as problem:
        raise _not_text(table.path, table.encoding, problem) from None


def _blocks(file: Iterator[str], delimiter: str, size: int) -> Iterator[Block]:
    """The rows of a plain table, for which `csv` would take twice the time; each is a line."""
    next(file)
    following = 2
    lines, block = list[int](), list[list[str]]()
    while some := list(islice(file, size - len(block))):
        fresh = [words.rstrip("\r\n").split(delimiter) for words in some]
        numbers = range(following, following + len(some))
        following += len(some)
        filled = list(map(any, fresh))
        lines += compress(numbers, filled)
        block += compress(fresh, filled)
        if len(block) == size:
            yield lines, block
            lines, block = [], []
    if block:
        yield lines, block


def _counted(table: Table) -> Table:
    """The table with its rows counted; a lone quotation mark between tabs is a sign like any other."""
    quick = quick_count(table.path, table.delimiter) if table.encoding == "utf-8" else None
    if quick is not None:
        return table._replace(rows=quick, plain=True)
    try:
        return table._replace(rows=_count(table))
    except BadFile:
        if table.delimiter not in QUOTED_BY_CHANCE:
            raise
    table = table._replace(quoted=False)
    return table._replace(rows=_count(table))


def _count(table: Table) -> int:
    return sum(map(bool, rows(table)))


def _reader(file: Iterable[str], table: Table) -> _csv.Reader:
    lines = chain(file, ["\n", END])
    if table.quoted:
        return csv.reader(lines, delimiter=table.delimiter)
    return csv.reader(lines, delimiter=table.delimiter, quoting=csv.QUOTE_NONE)


def _text(path: Path, encoding: str) -> TextIO:
    return path.open(encoding=encoding, newline="")


def _first_delimiter(path: Path, encoding: str) -> str:
    with _text(path, encoding) as file:
        try:
            return commonest(file.readline(START))
        except UnicodeDecodeError as problem:
            raise _not_text(path, encoding, problem) from None


def _marked(start: bytes) -> str:
    found = next((codec for mark, codec in MARKS if start.startswith(mark)), "")
    return "utf-8-sig" if found == "utf-8" else found


def _bytes(path: Path) -> tuple[str, str]:
    """The encoding and the digest of a file.

    Raises:
        BadFile: the bytes are no text, or a line has no end.
    """
    digest = sha256()
    encoding, since, read = "", 0, 0
    decoder: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            if not read:
                encoding = _marked(chunk)
            digest.update(chunk)
            if 0 in chunk and not encoding.startswith("utf-"):
                raise BadFile(
                    f"{path.name}, byte {read + chunk.index(0) + 1}: found binary data, expected a table as text."
                )
            since = 0 if ENDING.search(chunk) else since + len(chunk)
            if since > LINE_BYTES:
                raise BadFile(
                    f"{path.name}, byte {read + 1}: found a line of more than {LINE_BYTES:,} bytes, expected rows."
                )
            decoder = _still(decoder, chunk)
            read += len(chunk)
    if decoder is not None and _still(decoder, b"", final=True) is None:
        decoder = None
    return encoding or ("utf-8" if decoder is not None else FALLBACK), digest.hexdigest()


def _still(
    decoder: codecs.IncrementalDecoder | None, chunk: bytes, *, final: bool = False
) -> codecs.IncrementalDecoder | None:
    """The decoder, as long as all that it saw was of its encoding."""
    if decoder is None:
        return None
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return None
    return decoder


def _not_text(path: Path, encoding: str, problem: UnicodeDecodeError) -> BadFile:
    byte = problem.object[problem.start]
    return BadFile(
        f"{path.name}: found the byte {byte:#04x}, which is not of {encoding.upper()}, expected a table as text."
    )
