"""JSON of data files: decoded, and its values reached by a path; what is not there is None, what is no plain value is no text."""

from __future__ import annotations

from importers.documents.document import BadFile
from importers.file import File


def is_json(file: File) -> bool:
    """Whether the text begins as an object or a list does."""
    return file.start.lstrip("\ufeff \t\r\n").startswith(("{", "["))


def parsed(file: File) -> object:
    """The value that a file holds.

    Raises:
        BadFile: the text is no JSON, or is nested deeper than can be read.
    """
    import msgspec

    try:
        value: object = msgspec.json.decode(file.text.lstrip("\ufeff"))
    except msgspec.DecodeError as problem:
        words = " ".join(str(problem).split())[:200]
        raise BadFile(f"{file.name}: found no JSON ({words}), expected an object or a list.") from None
    except RecursionError:
        raise BadFile(
            f"{file.name}: found JSON nested too deeply, expected an object or a list that can be read."
        ) from None
    return value


def at(value: object, path: str) -> object:
    """What stands at a path: names of fields, and numbers of places in a list from nought, with dots between."""
    for part in path.split("."):
        if isinstance(value, list) and part.isdecimal() and int(part) < len(value):
            value = value[int(part)]
        elif isinstance(value, dict):
            value = value.get(part)
        else:
            return None
    return value


def plain(value: object) -> str:
    """A plain value as a cell of a table would have it; nothing for null, lists and objects."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if abs(value) < 10**40 else "9" * 41
        case float():
            return f"{value:.17g}"
        case str():
            return value.strip()
    return ""
