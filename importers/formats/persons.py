"""Names of persons in data files, and labels of parties: what stands there is a name, so none is asked whether it is one."""

from __future__ import annotations

from importers.results.names import split
from importers.results.result import Found
from importers.results.text import clean


def person(printed: str, origin: str, surname: str = "") -> Found | None:
    """A candidate of whom nothing but the name is known yet; None where the text holds no letter.

    Args:
        printed: the name as the file has it, `Ada Oak`, `OAK, Ada`.
        origin: where it stands.
        surname: the surname where the file gives it apart, which tells where a name of several words is parted.
    """
    words = clean(printed)
    if not any(map(str.isalpha, words)):
        return None
    name = split(words)
    found = Found(name.name, name.sort_name, origin, words, name.words)
    last = clean(surname)
    forenames = name.name[: -len(last)].strip() if last else ""
    if forenames and name.name.casefold().endswith(f" {last.casefold()}"):
        return found._replace(sort_name=f"{name.name[-len(last) :]}, {forenames}")
    return found
