"""A published file on its way to its importer: its name, its bytes, and its text if it has one."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from importers.documents.document import BadFile
from importers.documents.encoding import decode

START = 200_000
"""Characters that are enough to tell what a file is."""


class File:
    """One file, whole in memory."""

    def __init__(self, name: str, data: bytes, path: Path | None = None) -> None:
        """The file.

        Args:
            name: for people; its ending decides only what the content leaves open.
            data: the whole file.
            path: where it lies, for formats that are spread over several files of a folder; None for what was pasted.
        """
        self.name, self.data, self.path = name, data, path
        self.among = False
        """Whether it is one among others of a folder that was named, and not by itself."""

    @cached_property
    def text(self) -> str:
        """The text of the file.

        Raises:
            BadFile: the bytes are no text, or no text in a usual encoding.
        """
        return decode(self.name, self.data)

    @cached_property
    def start(self) -> str:
        """The first characters of the text, for recognition; nothing where the file is no text."""
        try:
            return self.text[:START]
        except BadFile:
            return ""
