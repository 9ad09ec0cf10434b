"""JSON and XML of one model as the same tree: `@type` and `xsi:type`, lists of ids as arrays and as words, texts in languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, Protocol

from importers.documents.document import CELL_CHARACTERS, BadFile
from importers.file import File
from importers.formats import json_data, xml_data
from importers.results.text import clean

_TYPE: Final = "{http://www.w3.org/2001/XMLSchema-instance}type"


class Node(Protocol):
    """An object of the model."""

    place: str

    @property
    def kind(self) -> str:
        """The class of the model, `CandidateContest`."""

    @property
    def identity(self) -> str:
        """The id by which others refer to it in this file; it says nothing beyond."""

    def text(self, name: str) -> str:
        """A plain value as text; empty where there is none."""

    def words(self, name: str) -> str:
        """A text in English where there is one, else in the first language."""

    def ids(self, name: str) -> Sequence[str]:
        """The ids that are referred to."""

    def nodes(self, name: str) -> Sequence[Node]:
        """The objects held."""


def root(file: File) -> Node:
    """The report.

    Raises:
        BadFile: the file is neither JSON nor XML, or no ElectionReport.
    """
    if json_data.is_json(file):
        value = json_data.parsed(file)
        found: Node = Json(file.name, value if isinstance(value, dict) else {}, "ElectionReport")
        known = isinstance(value, dict) and found.kind in ("ElectionReport", "")
    else:
        element = xml_data.parsed(file)
        found = Xml(file.name, element)
        known = found.name == "ElectionReport"
    if not known:
        raise BadFile(f"{file.name}: found no ElectionReport at the root, expected one.")
    return found


class Json:
    """An object of JSON."""

    def __init__(self, file: str, value: dict[str, Any], place: str) -> None:
        """The object, and where it stands."""
        self._file, self._value, self.place = file, value, place

    @property
    def kind(self) -> str:
        """The class of the model."""
        return self.text("@type").rpartition(".")[2]

    @property
    def identity(self) -> str:
        """The id in this file."""
        return self.text("@id")

    def text(self, name: str) -> str:
        """A plain value as text."""
        return _short(self._file, self.place, json_data.plain(self._value.get(name)))

    def words(self, name: str) -> str:
        """A text in English, else in the first language; plain where it is plain."""
        held = self._value.get(name)
        if not isinstance(held, dict):
            return self.text(name)
        texts = [
            (json_data.plain(one.get("Language")), json_data.plain(one.get("Content")))
            for one in _list(held.get("Text"))
            if isinstance(one, dict)
        ]
        return _short(self._file, self.place, _english(texts))

    def ids(self, name: str) -> Sequence[str]:
        """The ids that are referred to."""
        held = self._value.get(name)
        return [one for each in _list(held) for one in json_data.plain(each).split()]

    def nodes(self, name: str) -> Sequence[Json]:
        """The objects held, placed by their names and ids."""
        return list(self._nodes(name))

    def _nodes(self, name: str) -> Iterator[Json]:
        for number, one in enumerate(_list(self._value.get(name)), 1):
            if isinstance(one, dict):
                mark = clean(json_data.plain(one.get("@id"))[:80])
                yield Json(self._file, one, f"{name} {mark or number}")


class Xml:
    """An element of XML."""

    def __init__(self, file: str, element: xml_data.Element) -> None:
        """The element."""
        self._file = file
        self._element: Any = element
        self.place = xml_data.place(element)

    @property
    def name(self) -> str:
        """The name of the element."""
        return str(self._element.tag).rpartition("}")[2]

    @property
    def kind(self) -> str:
        """The class of the model: as its `xsi:type` says, else as the element is called."""
        return str(self._element.get(_TYPE) or self.name).rpartition(":")[2]

    @property
    def identity(self) -> str:
        """The id in this file."""
        return str(self._element.get("ObjectId") or "")

    def text(self, name: str) -> str:
        """A plain value as text."""
        held = xml_data.child(self._element, name)
        return "" if held is None else _short(self._file, self.place, " ".join((held.text or "").split()))

    def words(self, name: str) -> str:
        """A text in English, else in the first language; plain where it is plain."""
        held = xml_data.child(self._element, name)
        found: list[Any] = [*xml_data.children(held, "Text")]
        texts = [(str(one.get("Language") or ""), one.text or "") for one in found]
        return _short(self._file, self.place, _english(texts)) if texts else self.text(name)

    def ids(self, name: str) -> Sequence[str]:
        """The ids that are referred to, blanks between them."""
        return [one for each in xml_data.children(self._element, name) for one in (each.text or "").split()]

    def nodes(self, name: str) -> Sequence[Xml]:
        """The elements of a name right below."""
        return [Xml(self._file, one) for one in xml_data.children(self._element, name)]


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _english(texts: Sequence[tuple[str, str]]) -> str:
    chosen = [text for language, text in texts if language.casefold().startswith("en")] or [
        text for _, text in texts
    ]
    return " ".join(chosen[0].split()) if chosen else ""


def _short(file: str, place: str, text: str) -> str:
    if len(text) > CELL_CHARACTERS:
        raise BadFile(
            f"{file}, {place}: found a text of {len(text):,} characters, "
            f"expected at most {CELL_CHARACTERS:,}."
        )
    return text
