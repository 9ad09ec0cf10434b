"""XML of data files, read without what makes XML dangerous: no document types, hence no entities, and nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

from importers.documents.document import CELL_CHARACTERS, BadFile
from importers.file import File
from importers.results.text import clean


class Element(Protocol):
    """What is asked of an element; lxml brings no types of its own."""

    text: str | None
    sourceline: int | None

    def iterchildren(self, tag: str) -> Iterator[Element]:
        """The elements of a name right below."""

    def iter(self, tag: str) -> Iterator[Element]:
        """The elements of a name at any depth."""


def parsed(file: File) -> Element:
    """The root of the tree.

    Raises:
        BadFile: it is no XML, is nested too deeply, or declares a document type, with which entities come.
    """
    from lxml import etree  # type: ignore[import-untyped]

    text = file.text
    if (at := text.find("<!DOCTYPE")) >= 0:
        line = text.count("\n", 0, at) + 1
        raise BadFile(
            f"{file.name}, line {line}: found a document type, expected plain XML without entities."
        )
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return cast("Element", etree.fromstring(text.lstrip("\ufeff \t\r\n").encode(), parser))
    except (etree.XMLSyntaxError, ValueError) as problem:
        words = clean(str(problem))[:200].rstrip(".")
        raise BadFile(
            f"{file.name}: found no sound XML ({words}), expected elements that are closed."
        ) from None


def children(element: Element | None, name: str) -> list[Element]:
    """The elements of a name right below another, in whatever namespace."""
    return [] if element is None else list(element.iterchildren("{*}" + name))


def child(element: Element | None, name: str) -> Element | None:
    """The first element of a name right below another."""
    return next(iter(children(element, name)), None)


def words(file: File, element: Element | None, name: str) -> str:
    """The text of the first element of a name right below another; empty where there is none.

    Raises:
        BadFile: the text is longer than any of a result.
    """
    found = child(element, name)
    text = "" if found is None else " ".join((found.text or "").split())
    if len(text) > CELL_CHARACTERS:
        raise BadFile(
            f"{file.name}, {place(found)}: found a {name} of {len(text):,} characters, expected at most {CELL_CHARACTERS:,}."
        )
    return text


def place(element: Element | None) -> str:
    """Where an element stands."""
    return f"line {element.sourceline}" if element is not None and element.sourceline else "line 1"
