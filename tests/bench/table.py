"""Makes a table of made-up candidacies as CSV, a row each with its contest, for the measurement of imports.

    python tests/bench/table.py 300000 results.csv

The same size and seed give the same bytes.  A council has twenty wards, each with a contest every four years; people stand again,
mostly in their own council, and have a number.  One council at a time is in memory.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from names import FACTIONS, GIVEN, PLACE_ENDINGS, PLACES, SURNAME_BEGINNINGS, SURNAME_ENDINGS

HEADINGS = ("id", "date", "council", "ward", "seats", "person_id", "person", "party", "votes", "elected")
WARDS = 20
YEARS = (2014, 2018, 2022)
LISTS = 60
"""Parties of one place."""

Row = tuple[int, str, str, str, int, int, str, str, int, int]


def rows(size: int, seed: int) -> Iterator[Row]:
    """The rows, council after council, until there are as many as wanted."""
    chance = random.Random(seed)
    places = [place + ending for place in PLACES for ending in PLACE_ENDINGS]
    parties = [faction[1] for faction in FACTIONS] + [f"{place} Residents" for place in places[:LISTS]]
    weights = list(accumulate([*(one[7] for one in FACTIONS), *[9 / LISTS] * LISTS]))
    made = council = persons = 0
    while made < size:
        council += 1
        name = f"{places[council % len(places)]} Council {council // len(places) + 1}"
        people = [(persons + at, _name(chance)) for at in range(1, 376)]
        persons += len(people)
        for year in YEARS:
            for ward in range(WARDS):
                where = f"{PLACES[(council + ward) % len(PLACES)]} {PLACE_ENDINGS[ward % len(PLACE_ENDINGS)]} {ward + 1}"
                for row in _contest(chance, people, parties, weights):
                    made += 1
                    yield made, f"{year}-05-0{1 + year % 7}", name, where, *row
                    if made == size:
                        return


def _name(chance: random.Random) -> str:
    surname = chance.choice(SURNAME_BEGINNINGS) + chance.choice(SURNAME_ENDINGS)
    return f"{chance.choice(GIVEN)} {surname}"


def _contest(
    chance: random.Random, people: list[tuple[int, str]], parties: list[str], weights: list[float]
) -> Iterator[tuple[int, int, str, str, int, int]]:
    """Those who stand in one contest, the elected first."""
    seats = chance.choice((1, 2, 3, 3))
    standing = chance.sample(people, seats * 3 + chance.randrange(3, 8))
    votes = sorted((int(30 + 2500 * chance.random() ** 2) for _ in standing), reverse=True)
    for place, ((number, name), count) in enumerate(zip(standing, votes, strict=True)):
        party = chance.choices(parties, cum_weights=weights)[0]
        yield seats, number, name, party, count, int(place < seats)


def write(path: Path, size: int, seed: int = 1) -> None:
    """Make the file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADINGS)
        writer.writerows(rows(size, seed))


def main() -> None:
    """Read the command line and make the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("size", type=int, help="candidacies to make, such as 300000")
    parser.add_argument("file", type=Path, help="where to put the table")
    parser.add_argument("--seed", type=int, default=1)
    words = parser.parse_args()
    write(words.file, words.size, words.seed)


if __name__ == "__main__":
    main()
