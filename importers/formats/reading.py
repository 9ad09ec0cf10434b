"""The one way in: which format a file has, and what is read in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Final, cast

from importers import documents
from importers.documents.document import FILE_BYTES, BadFile
from importers.file import File
from importers.formats.format import Format, Reading
from importers.results.layouts import NONE, Layouts
from importers.results.reading import results

DATA: Final[dict[str, str]] = {
    "pdf": "importers.formats.pdf",
    "wikitext": "importers.formats.wikitext",
    "democracyclub": "importers.formats.democracyclub",
    "moderngov": "importers.formats.moderngov",
    "blt": "importers.formats.blt",
    "openelections": "importers.formats.openelections",
    "preferences": "importers.formats.preferences",
    "ecount": "importers.formats.ecount",
    "ecount-report": "importers.formats.ecount_report",
    "nicva": "importers.formats.nicva",
    "nist": "importers.formats.nist",
    "popolo": "importers.formats.popolo",
}
"""Names and modules of the formats made for data; of those that are equally sure the first is taken."""

GROUP: Final = "slatewatch.importers"
CLAIM: Final = 0.5
"""A format takes a file of which it is surer than this; any other is read as a table, a page or plain text."""


def read(file: File, form: str | None = None, layouts: Layouts = NONE) -> Reading:
    """What a published file says.

    Args:
        file: the file.
        form: the name of a format when the user says so; otherwise the content tells.
        layouts: the roles of columns that a user has explained, by headings.

    Raises:
        BadFile: it cannot be read; the sentence names it, the place, what was found and what was expected.
    """
    _check(file, form)
    chosen = formats().get(form or "")
    if form is None:
        chosen = recognised(file)
    return chosen.read(file) if chosen else _as_document(file, form, layouts)


def belongs_to(file: File) -> Path | None:
    """The file of the same folder with which a file is read, so that a folder's import may pass this one over; mostly none."""
    asked = getattr(recognised(file), "belongs_to", None)
    return cast("Path | None", asked(file)) if asked else None


def names() -> tuple[str, ...]:
    """The names of all formats."""
    return (*documents.FORMATS, *formats())


def recognised(file: File) -> Format | None:
    """The format made for data that is surest of a file; none where none is sure enough."""
    known = formats().values()
    if not known:
        return None
    best = max(known, key=lambda one: one.sure(file))
    return best if best.sure(file) > CLAIM else None


@cache
def formats() -> dict[str, Format]:
    """The formats made for data by their names: our own, then those that others have added."""
    return dict(_found())


def _found() -> Iterator[tuple[str, Format]]:
    for name, module in DATA.items():
        yield name, cast("Format", import_module(module))
    for entry in entry_points(group=GROUP):
        added = cast("Format", entry.load())
        yield added.NAME, added


def _as_document(file: File, form: str | None, layouts: Layouts) -> Reading:
    document = documents.read(file.name, file.data, form)
    return Reading(document.format, results(document, layouts), (), document.lines)


def _check(file: File, form: str | None) -> None:
    if form is not None and form not in names():
        raise BadFile(f"{file.name}: found the format {form!r}, expected one of {', '.join(names())}.")
    if not file.data:
        raise BadFile(f"{file.name}: found an empty file, expected results.")
    if len(file.data) > FILE_BYTES:
        raise BadFile(
            f"{file.name}: found a file of {len(file.data):,} bytes, expected at most {FILE_BYTES:,}."
        )
