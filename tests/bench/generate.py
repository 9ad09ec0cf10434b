"""Makes a slatewatch file of a given size, full of made-up elections, for the measurements.

    python tests/bench/generate.py 300000 big.db

The schema is the project's own; the rows are what its loader would have stored and derived from a record of
that size.  The same size and seed give the same rows.  A body has eight sections, each with a contest every
two to four years since 1998; people stand again, mostly in their own section, and now and then change slate.
One body at a time is in memory.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from names import (
    FACTIONS,
    GIVEN,
    PLACE_ENDINGS,
    PLACES,
    SECTIONS,
    SURNAME_BEGINNINGS,
    SURNAME_ENDINGS,
)

from db.derivation.figures import derive_figures
from db.derivation.search import derive_search
from db.migrations import create

BODY = 750
"""Candidacies of a body, about."""

LOCAL_LISTS = 31
"""Factions without a digit."""

FIRST_YEAR, LAST_YEAR = 1998, 2025

COLUMNS = {
    "source": "id key publisher title address date",
    "body": "id key name short",
    "section": "id body_id key name position",
    "rule": "section_id valid_from seats voting electorate method term_years",
    "round": "id key name date",
    "contest": "id key body_id section_id round_id date method seats unit electorate ballots valid_votes "
    "votes_per_ballot figures total",
    "person": "id key name sort_name",
    "candidacy": "id contest_id person_id votes rank outcome sitting slate_id share date sort_name body_id "
    "section_id",
    "endorsement": "candidacy_id faction_id sought",
    "term": "section_id person_id contest_id how_gained candidacy_id since until basis",
    "citation": "source_id entity entity_id",
}
"""The columns filled, table by table, in the order in which the tables refer to each other."""

Rows = dict[str, list[tuple[Any, ...]]]


class Member:
    """Somebody who stands in a body: who they are, and the slate they stood on last."""

    __slots__ = ("id", "name", "slate", "sort_name")

    def __init__(self, number: int, name: str, sort_name: str, slate: int | None) -> None:
        self.id, self.name, self.sort_name, self.slate = number, name, sort_name, slate


class Maker:
    """Makes the rows body by body; counts the ids as it goes."""

    def __init__(self, size: int, seed: int) -> None:
        self.size = size
        self.chance = random.Random(seed)
        self.ids = dict.fromkeys(COLUMNS, 0)
        self.slates = [*range(1, len(FACTIONS) + 1 + LOCAL_LISTS)]
        self.weights = list(accumulate([*(one[7] for one in FACTIONS), *[9 / LOCAL_LISTS] * LOCAL_LISTS]))
        self.well_known: list[Member] = []
        """People who stand in several bodies."""

    def batches(self) -> Iterator[Rows]:
        """The rows of one body after another, until there are as many candidacies as wanted."""
        while self.ids["candidacy"] < self.size:
            rows: Rows = {table: [] for table in COLUMNS}
            self._body(rows)
            yield rows

    def _next(self, table: str) -> int:
        self.ids[table] += 1
        return self.ids[table]

    def _body(self, rows: Rows) -> None:
        chance, number = self.chance, self._next("body")
        place = chance.choice(PLACES) + chance.choice(PLACE_ENDINGS)
        key = f"{place.lower()}-{number}"
        rows["body"].append((number, key, f"{place} District Committee", f"{place} {number}"))
        rounds: dict[int, int] = {}
        for position, name in enumerate(SECTIONS):
            section = self._next("section")
            rows["section"].append((section, number, name.replace(" ", "-"), name.capitalize(), position))
            self._section(rows, (number, key), section, name, rounds)

    def _section(
        self, rows: Rows, body: tuple[int, str], section: int, name: str, rounds: dict[int, int]
    ) -> None:
        """One section: its rule, and all its contests, each with the holders of the last one."""
        chance = self.chance
        seats, every = chance.choice((2, 3, 4, 6)), chance.choice((2, 3, 4))
        rows["rule"].append((section, None, seats, 1, name, "multi-winner plurality", float(every)))
        members: list[Member] = []
        holders: list[Member] = []
        years = range(FIRST_YEAR + chance.randrange(every), LAST_YEAR + 1, every)
        for year in years:
            if self.ids["candidacy"] >= self.size:
                return
            date = f"{year}-{5 + section % 5:02}-{1 + (section * 7 + year) % 28:02}"
            following = date.replace(str(year), str(year + every), 1)
            ending = (
                f"{following[:8]}{1 + (section * 7 + year + every) % 28:02}"
                if year + every <= LAST_YEAR
                else following
            )
            contest = self._contest(rows, body, section, name, date, seats, rounds)
            holders = self._stand(rows, (body[0], section, contest, date, ending), seats, members, holders)

    def _contest(
        self,
        rows: Rows,
        body: tuple[int, str],
        section: int,
        name: str,
        date: str,
        seats: int,
        rounds: dict[int, int],
    ) -> int:
        year = int(date[:4])
        if year not in rounds:
            rounds[year] = self._next("round")
            rows["round"].append((rounds[year], f"{body[1]}-{year}", f"Elections of {year}", date))
            rows["source"].append(
                (
                    self._next("source"),
                    f"gazette-{body[1]}-{year}",
                    "The Made-up Gazette",
                    f"{body[1].capitalize()}: the results of {year}",
                    f"https://gazette.example/{body[1]}/{year}",
                    date,
                )
            )
        contest = self._next("contest")
        ballots = self.chance.randrange(800, 60_000)
        total = int(ballots * seats * 0.8)
        key = f"{body[1]}-{name.replace(' ', '-')}-{year}"
        rows["contest"].append(
            (contest, key, body[0], section, rounds[year], date, "multi-winner plurality", seats,
             "members' votes", ballots * 3, ballots, total, seats, "complete", float(total))
        )  # fmt: skip
        rows["citation"].append((self.ids["source"], "contest", contest))
        return contest

    def _stand(
        self,
        rows: Rows,
        at: tuple[int, int, int, str, str],
        seats: int,
        members: list[Member],
        holders: list[Member],
    ) -> list[Member]:
        """One contest: who stands, with how many votes; gives those elected."""
        body, section, contest, date, ending = at
        chance, total = self.chance, rows["contest"][-1][-1]
        sitting = {member.id for member in holders}
        standing = {member.id: member for member in holders if chance.random() < 0.7}
        wanted = seats * 2 + chance.randrange(2, 8)
        while len(standing) < wanted:
            member = self._member(rows, members)
            standing.setdefault(member.id, member)
        weights = [chance.random() ** 2 + 0.05 + (0.4 if one in sitting else 0) for one in standing]
        scale = total / sum(weights)
        order = sorted(zip(weights, standing.values(), strict=True), key=lambda pair: -pair[0])
        for rank, (weight, member) in enumerate(order, 1):
            number, votes = self._next("candidacy"), float(int(weight * scale))
            if chance.random() < 0.07:
                member.slate = self._slate()
            elected = rank <= seats
            rows["candidacy"].append(
                (number, contest, member.id, votes, rank, "elected" if elected else "not elected",
                 int(member.id in sitting), member.slate, 100 * votes / total, date, member.sort_name,
                 body, section)
            )  # fmt: skip
            if chance.random() < 0.08:
                rows["endorsement"].append((number, self._slate() or 1, 1))
            if elected:
                rows["term"].append((section, member.id, contest, "elected", number, date, ending, "derived"))
        return [member for _, member in order[:seats]]

    def _slate(self) -> int | None:
        return (
            None
            if self.chance.random() < 0.04
            else self.chance.choices(self.slates, cum_weights=self.weights)[0]
        )

    def _member(self, rows: Rows, members: list[Member]) -> Member:
        """Somebody new, somebody who stood here before, or, seldom, somebody known from elsewhere."""
        chance = self.chance
        drawn = chance.random()
        if members and drawn < 0.45:
            return chance.choice(members)
        if self.well_known and drawn < 0.47:
            return chance.choice(self.well_known)
        number = self._next("person")
        given, surname = (
            chance.choice(GIVEN),
            chance.choice(SURNAME_BEGINNINGS) + chance.choice(SURNAME_ENDINGS),
        )
        key = f"{given}-{surname}-{number}".lower().replace("'", "")
        member = Member(number, f"{given} {surname}", f"{surname}, {given}", self._slate())
        rows["person"].append((number, key, member.name, member.sort_name))
        members.append(member)
        if number % 400 == 1:
            self.well_known.append(member)
        return member


def factions() -> Iterator[tuple[Any, ...]]:
    """The rows of the factions, those with digits first."""
    for number, (key, name, short, sign, colour, kind, slot, _) in enumerate(FACTIONS, 1):
        yield number, key, name, short, sign, colour, kind, slot, number * 10
    for number in range(1, LOCAL_LISTS + 1):
        place = PLACES[number] + PLACE_ENDINGS[number % len(PLACE_ENDINGS)]
        yield (
            len(FACTIONS) + number, f"list-{number}", f"{place} Residents", place, f"L{number}", "#707090",
            "slate", None, 200 + number,
        )  # fmt: skip


def fill(path: Path, size: int, seed: int) -> None:
    """Make the file: the rows first, then the indexes and the words of the search, which is quicker."""
    create(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -64000"):
        connection.execute(f"PRAGMA {pragma}")
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO faction (id, key, name, short, sign, colour, kind, slot, position) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        factions(),
    )
    left = [(1, 9), (6, 9)]
    connection.executemany("INSERT INTO membership (faction_id, umbrella_id) VALUES (?, ?)", left)
    for rows in Maker(size, seed).batches():
        for table, values in rows.items():
            if values:
                names = COLUMNS[table].split()
                marks = ",".join("?" * len(names))
                connection.executemany(f"INSERT INTO {table} ({','.join(names)}) VALUES ({marks})", values)
    derive_figures(connection)
    for _, sql in indexes:
        connection.execute(sql)
    derive_search(connection)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


def main() -> None:
    """Read the command line, make the file, say what it holds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("size", type=int, help="candidacies to make, such as 30000, 300000 or 3000000")
    parser.add_argument("file", type=Path, help="where to put the database; it must not exist yet")
    parser.add_argument("--seed", type=int, default=1)
    words = parser.parse_args()
    if words.file.exists():
        parser.error(f"{words.file} exists already")
    began = time.perf_counter()
    fill(words.file, words.size, words.seed)
    took = time.perf_counter() - began
    print(
        f"{words.file}: {words.size:,} candidacies, {words.file.stat().st_size / 1e6:,.0f} MB, {took:.0f} s"
    )


if __name__ == "__main__":
    main()
