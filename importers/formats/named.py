"""What the name of a file tells where the file itself does not: the council, the year, a by-election.  Never certain.

Source of the names: the folders of github.com/mggg/scot-elex, `angus_2017_ward6.csv`,
`edinburgh_2015_by_election_leith_walk.blt`.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from importers.results.result import Fact
from importers.results.text import clean

ORIGIN = "the name of the file"
_NAME = re.compile(
    r"([a-z]+(?:_[a-z]+)*?)_+((?:19|20)\d\d)_(?:(by_election)_[a-z].*|ward_?\d+[a-z]?(?:_.*)?)", re.A
)


def facts_of_name(name: str) -> tuple[Fact, ...]:
    """The facts that a file's name seems to give; none where it is not of the kind known."""
    stem = PurePath(name).stem
    found = _NAME.fullmatch(stem)
    if not found:
        return ()
    told = [("body", clean(found[1].replace("_", " ")).title()), ("date", found[2])]
    if found[3]:
        told.append(("kind", "by-election"))
    return tuple(Fact(field, value, ORIGIN, stem, certain=False) for field, value in told)
