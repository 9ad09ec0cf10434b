"""A view as a file: what is on screen is what is exported, since both are drawn from the same value.

Every format is a pure function of the view: no clock, no locale and no terminal has a say, so the same view
gives the same bytes everywhere.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from db.view import View
from tui.exports.file_names import name_of

ENDINGS = {"markdown": "md", "csv": "csv", "json": "json", "html": "html"}
"""How the name of a file of each format ends."""

FORMATS = tuple(ENDINGS)
"""The formats, in the order in which they are offered."""

_MODULES = {"markdown": "markdown", "csv": "csv_file", "json": "json_file", "html": "html_page"}


class _Writer(Protocol):
    """What the module of a format offers."""

    def write(self, view: View) -> str: ...


def export(view: View, format: str) -> str:
    """Write a view in a format.

    Args:
        view: the answer to write; what it leaves out (a window of many rows) is counted in the file.
        format: one of `FORMATS`.

    Returns:
        The text of the file, ending in one line end.

    Raises:
        KeyError: there is no such format.
    """
    writer = cast("_Writer", import_module(f"tui.exports.{_MODULES[format]}"))
    return writer.write(view).rstrip("\n") + "\n"


def default_name(view: View, format: str) -> str:
    """Propose a file name from what is looked at, such as `composition-nec-clp-2014-08-20.md`.

    Raises:
        KeyError: there is no such format.
    """
    return f"{name_of(view.name, view.seen)}.{ENDINGS[format]}"
