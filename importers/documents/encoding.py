"""From bytes to text: a mark at the start is believed, then UTF-8 or bare UTF-16, what the page declares, and Windows-1252."""

from __future__ import annotations

import codecs
import re

from importers.documents.document import BadFile

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{1,40})""", re.I
)
DECLARED_WITHIN = 4_096
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
FEW = 0.05
MOSTLY, FEWEST = 0.8, 16


def decode(name: str, data: bytes) -> str:
    """The text of a file.

    Raises:
        BadFile: the bytes are no text, or no text in a usual encoding.
    """
    marked = next((codec for mark, codec in MARKS if data.startswith(mark)), None)
    text = _exactly(name, data, marked) if marked else _tried(name, data)
    _check_text(name, text)
    return text


def _exactly(name: str, data: bytes, codec: str) -> str:
    try:
        return data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        raise BadFile(
            f"{name}, byte {problem.start + 1}: found what is not {codec.upper()}, "
            "expected as the mark at the start of the file says."
        ) from None


def _tried(name: str, data: bytes) -> str:
    if 0 in data and (codec := _two_bytes(data)):
        return _exactly(name, data, codec)
    if 0 in data:
        raise BadFile(
            f"{name}, byte {data.index(0) + 1}: found binary data, expected text, a page or a spreadsheet."
        )
    for codec in ("utf-8", *_declared(data), "cp1252"):
        try:
            return data.decode(codec)
        except UnicodeError as problem:
            place = getattr(problem, "start", 0)
    raise BadFile(
        f"{name}, byte {place + 1}: found {data[place]:#04x}, expected a text in UTF-8, UTF-16 or Windows-1252."
    )


def _two_bytes(data: bytes) -> str:
    """The UTF-16 that a file without a mark is in, if every second byte of most of it is nought; blank for other files."""
    start = data[:DECLARED_WITHIN]
    for codec, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        half, other = start[first::2], start[1 - first :: 2]
        if (
            len(data) % 2 == 0
            and len(data) >= FEWEST
            and half.count(0) > MOSTLY * len(half)
            and 0 not in other
        ):
            return codec
    return ""


def _declared(data: bytes) -> list[str]:
    """The encoding that a page says it has, if that is one of text."""
    found = DECLARED.search(data, 0, DECLARED_WITHIN)
    if not found:
        return []
    try:
        codec = codecs.lookup(found[1].decode("ascii"))
        "".encode(codec.name)
    except (LookupError, ValueError):
        return []
    return [codec.name]


def _check_text(name: str, text: str) -> None:
    found = CONTROL.search(text)
    if (at := text.find("\0")) >= 0:
        raise BadFile(f"{name}, character {at + 1}: found binary data, expected text.")
    if found and sum(1 for _ in CONTROL.finditer(text)) > FEW * len(text):
        raise BadFile(f"{name}, character {found.start() + 1}: found binary data, expected text.")
