"""Who is meant by a row: by number where the table has numbers of persons, else by name within the body.

- A number that the record or an earlier row knows is that person.  Where nobody vouches for the numbers (no data set is
  named) the name has to agree: the numbers of two unrelated tables may be the same.
- A name is the one person of this name who stood in the body before (in the section, where several did).  Several are a question.
- Anybody else is new; that others of the name are on record elsewhere is counted, and never makes them one.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Final, NamedTuple

from db.identity import plain_name
from importers.bulk.batches import Batches
from importers.bulk.contests import Contest
from importers.bulk.figures import BadCell
from importers.bulk.names import Named
from importers.bulk.standing import Standings
from importers.results.text import clean

SEVERAL: Final = -1
LONGEST: Final = 100

OF_BODY: Final = """
SELECT DISTINCT candidacy.person_id, person.name FROM contest CROSS JOIN candidacy ON candidacy.contest_id = contest.id
JOIN person ON person.id = candidacy.person_id WHERE contest.body_id = ?1
UNION SELECT candidacy.person_id, alias.name FROM contest CROSS JOIN candidacy ON candidacy.contest_id = contest.id
JOIN alias ON alias.person_id = candidacy.person_id WHERE contest.body_id = ?1
UNION SELECT term.person_id, person.name FROM section CROSS JOIN term ON term.section_id = section.id
JOIN person ON person.id = term.person_id WHERE section.body_id = ?1
"""

IN_SECTION: Final = """
SELECT DISTINCT candidacy.person_id, person.name FROM contest CROSS JOIN candidacy ON candidacy.contest_id = contest.id
JOIN person ON person.id = candidacy.person_id WHERE contest.section_id = ?
"""


class Meant(NamedTuple):
    """Who is meant by the rows of a run."""

    standing: Standings
    """The rows of which it is clear."""
    persons: list[int]
    own: list[bool]
    """Whether the name is theirs as it stands."""


class Persons:
    """Persons by number and by name; as few of them in memory as can be."""

    def __init__(self, batches: Batches, scheme: str, *, vouched: bool) -> None:
        """Nobody is known yet.

        Args:
            batches: for those who are new.
            scheme: whose the numbers are; empty where the table has none.
            vouched: whether a data set stands behind the numbers, so that a name may have changed.
        """
        self.batches, self.connection = batches, batches.connection
        self.scheme, self.vouched = scheme, vouched
        self.first = batches.first["person"]
        self.unnumbered = False
        """Whether anybody new has no number."""
        self._by_number: dict[int | str, int] = {}
        self._names = array("q")
        self._by_body: dict[int, dict[str, int]] = {}
        query = "SELECT 1 FROM identifier WHERE entity = 'person' AND scheme = ? LIMIT 1"
        self.numbers_on_record = (
            bool(scheme) and self.connection.execute(query, [scheme]).fetchone() is not None
        )

    def forget(self) -> None:
        """Let go of everybody: all rows are read, and what comes needs the memory."""
        self._by_number.clear()
        self._by_body.clear()
        del self._names[:]

    def of(self, run: Standings, contest: Contest, unclear: Callable[[int, str], None]) -> Meant:
        """The persons of a run.

        Args:
            run: the rows.
            contest: theirs.
            unclear: is told the line and the words of a row of which it is not clear who is meant.
        """
        persons, own, out = list[int](), list[bool](), list[int]()
        known, hashes, first = self._by_number.get, self._names, self.first
        nobody = contest.body.new and not self.numbers_on_record
        for at, (number, name) in enumerate(zip(run.number, run.name, strict=True)):
            person = known(number)
            if person is not None and person >= first and hashes[person - first] == hash(name[0]):
                is_own = True
            elif nobody and person is None and type(number) is int:
                person, is_own = self._with_number(number, name, run.gender[at]), True
            else:
                try:
                    person, is_own = self._of(number, name, run.gender[at], contest)
                except BadCell as slip:
                    unclear(run.line[at], str(slip))
                    out.append(at)
                    continue
            persons.append(person)
            own.append(is_own)
        return Meant(run.without(out) if out else run, persons, own)

    def _of(self, number: int | str, name: Named, gender: str | None, contest: Contest) -> tuple[int, bool]:
        """The person of a row, and whether the name is theirs as it stands.

        Raises:
            BadCell: it is not clear who is meant.
        """
        body, new_body = contest.body.id, contest.body.new
        if number:
            return self.by_number(number, name, gender, body, new_body=new_body)
        return self.by_name(name, gender, body, contest.section.id, new_body=new_body)

    def by_number(
        self, number: int | str, name: Named, gender: str | None, body: int, *, new_body: bool
    ) -> tuple[int, bool]:
        """The person of a number, and whether the name is theirs.

        Raises:
            BadCell: the number is none, or is somebody else's.
        """
        if isinstance(number, str):
            number = clean(number[: LONGEST + 1])
        known = self._by_number.get(number)
        if known is not None and known >= self.first and self._names[known - self.first] == hash(name.name):
            return known, True
        if known is None:
            if isinstance(number, str) and not 0 < len(number) <= LONGEST:
                raise BadCell(f"Found {number[:40]!r}, expected the number of a person.")
            known = self._on_record(number)
            if known is None:
                made = self._numbered(number, name, gender, body, new_body=new_body)
                return made, made >= self.first or self._name_of(made) == name.name
            self._by_number[number] = known
        return known, self._agrees(known, name, number)

    def by_name(
        self, name: Named, gender: str | None, body: int, section: int, *, new_body: bool
    ) -> tuple[int, bool]:
        """The person of a name who stood in a body, and whether the name is theirs as it stands.

        Raises:
            BadCell: several stood there.
        """
        known = self._of_body(body, new_body=new_body)
        plain = plain_name(name.name)
        person = known.get(plain)
        if person is None:
            person = known[plain] = self._new(name, gender)
            self.unnumbered = True
        elif person == SEVERAL:
            person = self._one_of_section(name, plain, section)
        if person >= self.first:
            return person, self._names[person - self.first] == hash(name.name)
        return person, self._name_of(person) == name.name

    def _numbered(
        self, number: int | str, name: Named, gender: str | None, body: int, *, new_body: bool
    ) -> int:
        """The person for a number that was not met yet: one of the body whom the record knows by name only, or a new one."""
        if not new_body:
            person = self._of_body(body, new_body=False).get(plain_name(name.name))
            if (
                person is not None
                and person != SEVERAL
                and person < self.first
                and not self._has_number(person)
            ):
                self.batches.add("identifier", "person", person, self.scheme, str(number))
                self._by_body[body].pop(plain_name(name.name))
                self._by_number[number] = person
                return person
        return self._with_number(number, name, gender)

    def _with_number(self, number: int | str, name: Named, gender: str | None) -> int:
        """A new person."""
        self._by_number[number] = person = self._new(name, gender)
        self.batches.add("identifier", "person", person, self.scheme, str(number))
        return person

    def _new(self, name: Named, gender: str | None) -> int:
        self._names.append(hash(name.name))
        return self.batches.add("person", name.key, name.name, name.sort_name, gender, name.words)

    def _on_record(self, number: int | str) -> int | None:
        if not self.numbers_on_record:
            return None
        query = "SELECT entity_id FROM identifier WHERE entity = 'person' AND scheme = ? AND value = ?"
        row = self.connection.execute(query, [self.scheme, str(number)]).fetchone()
        return int(row[0]) if row else None

    def _has_number(self, person: int) -> bool:
        query = "SELECT 1 FROM identifier WHERE entity = 'person' AND entity_id = ? AND scheme = ?"
        return self.connection.execute(query, [person, self.scheme]).fetchone() is not None

    def _agrees(self, person: int, name: Named, number: int | str) -> bool:
        """Whether the name is that of the person as it stands.

        Raises:
            BadCell: it is another, and nobody vouches for the numbers.
        """
        own = self._name_of(person)
        if own == name.name:
            return True
        if self.vouched or _alike(plain_name(own), plain_name(name.name)):
            return False
        raise BadCell(
            f"Found {name.name[:40]!r} with the number {number}, expected {own[:40]!r}, whose number it is."
        )

    def _name_of(self, person: int) -> str:
        query = "SELECT name FROM person WHERE id = ?"
        row = self.connection.execute(query, [person]).fetchone()
        if row is None:
            self.batches.flush()
            row = self.connection.execute(query, [person]).fetchone()
        return str(row[0])

    def _of_body(self, body: int, *, new_body: bool) -> dict[str, int]:
        """Those who stood in a body by their names; `SEVERAL` where a name is of several."""
        found = self._by_body.get(body)
        if found is None:
            rows = [] if new_body else self.connection.execute(OF_BODY, [body]).fetchall()
            found = self._by_body[body] = _by_name(rows)
        return found

    def _one_of_section(self, name: Named, plain: str, section: int) -> int:
        rows = self.connection.execute(IN_SECTION, [section]).fetchall()
        person = _by_name(rows).get(plain, SEVERAL)
        if person == SEVERAL:
            raise BadCell(
                f"Found {name.name[:40]!r}, which is the name of several who stood in this body; expected one of them."
            )
        return person


def _by_name(rows: list[tuple[int, str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for person, name in rows:
        plain = plain_name(name)
        found[plain] = person if found.get(plain, person) == person else SEVERAL
    return found


def _alike(one: str, other: str) -> bool:
    """Whether one name is the other in other order, with a further name, or with initials for names."""
    words, others = set(one.split()), set(other.split())
    if words <= others or others <= words:
        return True
    return one.rpartition(" ")[2] == other.rpartition(" ")[2] and one[0] == other[0]
