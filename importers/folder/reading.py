"""The files of a folder, read strictly: every problem is named with its file, line and column."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec
import msgspec.inspect

from db.dates import is_date
from db.errors import BadRecord
from db.records import FILES, Record
from importers.folder import cells as cell

Kind = TypeVar("Kind", bound=Record)


class Placed(NamedTuple):
    """A record and where it stands."""

    file: str
    line: int
    record: Record
    stated: frozenset[str] = frozenset()
    """The columns that are not blank."""


def is_record(folder: Path) -> bool:
    """Whether a folder holds CSV files of a record and no others."""
    found = {path.stem for path in folder.glob("*.csv")}
    return bool(found) and found <= {kind.FILE for kind in FILES}


def read(folder: Path) -> Iterator[Placed]:
    """All rows of a folder, each after those it refers to.

    Raises:
        BadRecord: the folder is missing or empty of record files, a file is unknown, or a row is not as its file demands.
    """
    if not folder.is_dir():
        raise BadRecord(
            f"{folder}: there is no such folder; one with CSV files such as contests.csv was expected."
        )
    known = {kind.FILE: kind for kind in FILES}
    present = {path.stem for path in folder.glob("*.csv")}
    if strange := sorted(present - known.keys()):
        raise BadRecord(
            f"{folder / strange[0]}.csv: no such file belongs to a record; expected are {', '.join(known)}."
        )
    if not present:
        raise BadRecord(f"{folder}: no record file is in it; CSV files such as contests.csv were expected.")
    for name, kind in known.items():
        if name in present:
            yield from rows_of(folder / f"{name}.csv", kind)


def rows_of(path: Path, kind: type[Record]) -> Iterator[Placed]:
    """The rows of one file.

    Raises:
        BadRecord: it cannot be read, or a row is not as its kind demands.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            header = next(reader, [])
            _check_header(path, header, kind)
            for cells in reader:
                if any(cells):
                    yield _placed(path, reader.line_num, header, cells, kind)
    except UnicodeDecodeError as problem:
        raise BadRecord(
            f"{path}: byte {problem.start} is not UTF-8; the file was expected in UTF-8."
        ) from None
    except csv.Error as problem:
        raise BadRecord(f"{path}: no well-formed CSV ({problem}).") from None
    except OSError as problem:
        raise BadRecord(f"{path}: the file cannot be read ({problem.strerror}).") from None


def _check_header(path: Path, header: list[str], kind: type[Record]) -> None:
    wanted = kind.__struct_encode_fields__
    if strange := [name for name in header if name not in wanted]:
        raise BadRecord(f"{path}, line 1: found the column {strange[0]!r}; expected are {', '.join(wanted)}.")
    if len(set(header)) < len(header):
        raise BadRecord(f"{path}, line 1: a column stands there twice.")


def _placed(path: Path, line: int, header: list[str], cells: list[str], kind: type[Record]) -> Placed:
    if len(cells) != len(header):
        raise BadRecord(
            f"{path}, line {line}: found {len(cells)} fields, expected {len(header)} as in the header."
        )
    values = {name: text for name, raw in zip(header, cells, strict=True) if (text := cell.read(raw))}
    for name in kind.DATES:
        if name in values and not is_date(values[name]):
            raise BadRecord(
                f"{path}, line {line}, column {name}: found {values[name]!r}, expected a date as YYYY, YYYY-MM or YYYY-MM-DD"
                f"{', before the year 9999' if values[name].startswith('9999') else ''}."
            )
    return Placed(path.name, line, converted(values, kind, f"{path}, line {line}"), frozenset(values))


def converted(values: Mapping[str, object], kind: type[Kind], place: str) -> Kind:
    """A record of the values of its columns.

    Args:
        values: by column, those that are not blank.
        kind: of the record.
        place: where it stands, for what is wrong with it.

    Raises:
        BadRecord: a value is none that its column may hold, or one is missing.
    """
    try:
        return msgspec.convert(values, kind, strict=False)
    except msgspec.ValidationError as problem:
        raise BadRecord(_in_words(place, values, kind, str(problem))) from None


def _in_words(place: str, values: Mapping[str, object], kind: type[Record], problem: str) -> str:
    """What is wrong with a row: its place, what was found, what was expected."""
    words, _, at = problem.partition(" - at `$.")
    column = at.rstrip("`")
    if not column:
        return f"{place}: {words[0].lower()}{words[1:]}."
    expected = _expected(kind, column) or "a value as its README says"
    return f"{place}, column {column}: found {values.get(column, '')!r}, expected {expected}."


def _expected(kind: type[Record], column: str) -> str:
    """What a column may hold, in plain words."""
    field = next((one for one in msgspec.inspect.type_info(kind).fields if one.encode_name == column), None)  # type: ignore[attr-defined]
    if field is None:
        return ""
    options = field.type.types if isinstance(field.type, msgspec.inspect.UnionType) else (field.type,)
    for one in options:
        if isinstance(one, msgspec.inspect.LiteralType):
            return f"one of {', '.join(map(str, one.values))}"
        if isinstance(one, msgspec.inspect.IntType | msgspec.inspect.FloatType):
            return _of_number(one)
        if isinstance(one, msgspec.inspect.StrType) and one.pattern:
            return (
                "a colour such as #cc3344"
                if one.pattern.startswith("^#")
                else "a key of lower-case letters, digits and hyphens"
            )
        if isinstance(one, msgspec.inspect.StrType) and one.max_length:
            return f"at most {one.max_length} signs"
    return ""


def _of_number(kind: msgspec.inspect.IntType | msgspec.inspect.FloatType) -> str:
    whole = "a whole number" if isinstance(kind, msgspec.inspect.IntType) else "a number"
    if kind.gt is not None:
        return f"{whole} above {kind.gt:,}"
    return (
        f"{whole} from {kind.ge:,} to {kind.le:,}"
        if kind.le is not None
        else f"{whole} of at least {kind.ge:,}"
    )
