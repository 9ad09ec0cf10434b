"""The tree of a web page, as much of it as is needed, and the words in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, Protocol

from importers.documents.document import BadFile

NESTED: Final = 2_048  # beyond it libxml2 leaves out what stands deeper
UNSEEN: Final = frozenset(
    ("script", "style", "template", "noscript", "head", "iframe", "object", "svg", "math")
)
IN_LINE: Final = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    )
)  # fmt: skip
BLANKS = re.compile(r"[ \t\r\n\f]+")
Event = Literal["start", "end"]


class Element(Protocol):
    """What is asked of an element; lxml brings no types of its own."""

    @property
    def tag(self) -> str:
        """The name in lower case."""

    @property
    def text(self) -> str | None:
        """The words before the first element inside."""

    @property
    def tail(self) -> str | None:
        """The words after the element."""

    def get(self, key: str) -> str | None:
        """The value of an attribute."""


class Walk(Protocol):
    """A way through a tree that needs no recursion, so that no depth is too deep."""

    def __iter__(self) -> Iterator[tuple[Event, Element]]:
        """Every element twice: where it starts and where it ends."""

    def skip_subtree(self) -> None:
        """Go from the start of this element to its end."""


def tree(name: str, text: str) -> Element:
    """The tree of a page, as a browser would read it: no page is too badly made, and no entity is looked up or expanded.

    Raises:
        BadFile: there is nothing in it, or tags stand deeper in each other than can be followed.
    """
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root: Element | None = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    if any("depth" in problem.message.lower() for problem in parser.error_log):
        raise BadFile(f"{name}: found tags nested more than {NESTED:,} deep, expected a web page.")
    if root is None:
        raise BadFile(f"{name}, line 1: found no element, expected a web page.")
    return root


def walk(element: Element) -> Walk:
    """The way through an element and all that is in it."""
    from lxml import etree

    way: Walk = etree.iterwalk(element, events=("start", "end"))
    return way


def words(element: Element) -> str:
    """The words of an element as they are seen, without those of tables inside, parts of their own set apart by a blank."""
    said: list[str] = []
    way = walk(element)
    for event, inner in way:
        apart = inner is not element and inner.tag not in IN_LINE
        if apart:
            said.append(" ")
        if event == "end":
            said.append((inner.tail or "") if inner is not element else "")
        elif inner.tag in UNSEEN or (inner.tag == "table" and inner is not element):
            way.skip_subtree()
        else:
            said.append(inner.text or "")
    return squeezed("".join(said))


def is_strong(element: Element) -> bool:
    """Whether all words of an element stand in bold."""
    bold = 0
    way = walk(element)
    for event, inner in way:
        own = inner is not element
        if event == "end":
            bold -= own and _is_bold(inner)
            said = inner.tail if own else ""
        elif inner.tag in UNSEEN or (inner.tag == "table" and own):
            way.skip_subtree()
            bold += own and _is_bold(inner)
            continue
        else:
            bold += _is_bold(inner)
            said = inner.text
        if not bold and said and said.strip(" \t\r\n\f.,;:*()"):
            return False
    return True


def _is_bold(element: Element) -> bool:
    weight = re.search(r"font-weight:\s*(?:bold|[6-9]00)", element.get("style") or "", re.I)
    return element.tag in ("b", "strong") or weight is not None


def squeezed(text: str) -> str:
    """A text with its blanks as a page shows them."""
    return BLANKS.sub(" ", text).strip()
