"""Bodies and their sections by name: those on record, and new ones for names that the record does not have."""

from __future__ import annotations

from db.identity import plain_name
from db.keys import unused
from importers.bulk.batches import Batches
from importers.bulk.figures import BadCell
from importers.results.text import clean

LONGEST = 200
WHOLE = "all"
"""Key of the section of a body of which the table names none: it bears the name of the body."""


class Section:
    """A part of a body."""

    __slots__ = ("id", "key", "name", "new")

    def __init__(self, number: int, key: str, name: str, *, new: bool) -> None:
        self.id, self.key, self.name, self.new = number, key, name, new


class Body:
    """A body, with those of its sections that are known by now."""

    __slots__ = ("by_cell", "by_name", "id", "key", "keys", "name", "new")

    def __init__(self, number: int, key: str, name: str, *, new: bool) -> None:
        self.id, self.key, self.name, self.new = number, key, name, new
        self.by_cell: dict[str, Section] = {}
        self.by_name: dict[str, Section] = {}
        self.keys: set[str] = set()


class Places:
    """All bodies; the sections of one are read when it is first met."""

    def __init__(self, batches: Batches) -> None:
        self.batches, self.connection = batches, batches.connection
        self._by_cell: dict[str, Body] = {}
        self._by_name: dict[str, Body] = {}
        self._keys: set[str] = set()
        rows = self.connection.execute("SELECT id, key, name, short FROM body").fetchall()
        for number, key, name, short in rows:
            body = Body(number, key, name, new=False)
            self._keys.add(key)
            for words in (name, key, short):
                self._by_name.setdefault(plain_name(words), body)

    def body(self, cell: str) -> Body:
        """The body that a cell names.

        Raises:
            BadCell: it names none.
        """
        found = self._by_cell.get(cell)
        if found is None:
            name = _name(cell, "a body")
            plain = plain_name(name)
            found = self._by_name.get(plain)
            if found is None:
                found = self._by_name[plain] = self._new_body(name)
            elif not found.new and not found.by_name:
                self._read_sections(found)
            self._by_cell[cell] = found
        return found

    def section(self, body: Body, cell: str) -> Section:
        """The section of a body that a cell names; a blank means the only one.

        Raises:
            BadCell: it names none, and the body has several.
        """
        found = body.by_cell.get(cell)
        if found is None:
            found = self._section(body, clean(cell[: LONGEST + 1]))
            body.by_cell[cell] = found
        return found

    def _section(self, body: Body, name: str) -> Section:
        if not name:
            sections = {id(one): one for one in body.by_name.values()}
            if len(sections) > 1:
                raise BadCell(f"Found no section of {body.name}, expected one of its {len(sections)}.")
            return next(iter(sections.values()), None) or self._new_section(body, body.name, WHOLE)
        _name(name, "a section")
        found = body.by_name.get(plain_name(name))
        return found or self._new_section(body, name, name)

    def _new_body(self, name: str) -> Body:
        key = unused(name, "body", self._keys.__contains__)
        self._keys.add(key)
        return Body(self.batches.add("body", key, name, name), key, name, new=True)

    def _new_section(self, body: Body, name: str, words: str) -> Section:
        key = unused(words, "section", body.keys.__contains__)
        body.keys.add(key)
        number = self.batches.add("section", body.id, key, name, len(body.keys))
        section = Section(number, key, name, new=True)
        body.by_name[plain_name(name)] = section
        return section

    def _read_sections(self, body: Body) -> None:
        query = "SELECT id, key, name, full_name FROM section WHERE body_id = ? ORDER BY position, id"
        rows = self.connection.execute(query, [body.id]).fetchall()
        for number, key, name, full_name in rows:
            section = Section(number, key, name, new=False)
            body.keys.add(key)
            for words in filter(None, (name, key, full_name)):
                body.by_name.setdefault(plain_name(words), section)


def _name(cell: str, words: str) -> str:
    name = clean(cell[: LONGEST + 1])
    if not name:
        raise BadCell(f"Found no name of {words}, expected one.")
    if len(name) > LONGEST:
        raise BadCell(
            f"Found {name[:40]!r} and more, expected the name of {words} of at most {LONGEST} signs."
        )
    return name
