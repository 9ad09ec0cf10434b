"""How people say what the record names formally: from `NEC CLP section` to `CLP rep section`, `constituency places` and the like.

Forms are folded words.  Those of a body stand for themselves.  Those of a section are what is said before `section`,
`representatives`, `places` and other words of `TAILS`, or after `of` behind such a word; alone they mean many things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from db.matching import words_of

TAILS: Final = frozenset({
    "ballot", "contest", "delegate", "delegates", "division", "election", "elections", "officer", "place", "places", "poll",
    "position", "positions", "post", "posts", "race", "rep", "representative", "representatives", "reps", "seat", "seats",
    "section", "sections", "slot", "slots", "vacancies", "vacancy", "vote",
})  # fmt: skip
"""What follows the words for a section where they mean a section."""

FIRM: Final = frozenset({"rep", "representative", "representatives", "reps", "section"})
"""Of these, what makes a section even of words that are used for much else: `London`, `parliamentary`."""

LOOSE: Final = frozenset({
    "backbench", "constituencies", "constituency", "general", "international", "local government", "local party", "lords", "mp",
    "mps", "parliamentary", "peers", "scottish", "student", "students", "union", "unions", "wales", "welsh", "women", "women s",
    "young labour",
})  # fmt: skip
"""Words of sections that are used for much else."""

OFFICES: Final = frozenset({"chair", "deputy", "general secretary", "leader", "treasurer", "officers"})
"""Sections of one office, whose word is so common that the body must stand beside it."""

BODIES: Final = {
    "nec": (
        "national executive", "labour executive", "labour s executive", "labour s ruling executive", "executive committee",
        "ruling body", "governing body", "ruling committee", "ruling executive",
    ),
    "cac": ("conference arrangements",),
    "wcac": ("women s cac", "women s conference arrangements", "national women s conference arrangements committee"),
    "ncc": ("constitutional committee",),
    "nwc": ("labour women s committee", "women s committee"),
    "npf": ("policy forum",),
    "ylnc": ("young labour committee", "young labour national", "young labour"),
    "nlsc": ("labour students committee", "labour students national committee", "labour students"),
}  # fmt: skip
"""What the bodies of the packaged record are called besides their names."""

SECTIONS: Final = {
    "clp": (
        "clp", "clps", "constituency", "constituencies", "constituency labour party", "constituency labour parties",
        "constituency labour party clp", "constituency labour parties clp", "constituency party", "constituency parties",
        "constituency party clp", "local party", "members",
    ),
    "ss": ("affiliated socialist societies", "socialist societies", "socialist society"),
    "tu": ("affiliated trade unions", "affiliated unions", "trade union", "trade unions", "union", "unions"),
    "lg": (
        "alc", "association of labour councillors", "councillor", "councillors", "labour councillor", "labour councillors",
        "labour local government", "local councillors", "local government",
    ),
    "plp": ("backbench", "mp", "mps", "parliamentary", "parliamentary labour party", "parliamentary party", "plp"),
    "youth": ("young labour", "young member", "young members", "youth", "youth member", "youth members"),
    "bame": ("bame", "bame labour", "bame member", "bame members", "black asian and minority ethnic", "ethnic minority"),
    "disabled": ("disability", "disabled", "disabled member", "disabled members"),
    "welsh": ("wales", "welsh", "welsh labour"),
    "scottish": ("scottish", "scottish labour"),
    "lgbt": ("lgbt", "lgbt members", "lgbtq", "lgbtq members"),
    "students": ("student", "students"),
    "u18": ("under 18", "under 18s"),
    "intl": ("international",),
    "lords": ("lords", "peers"),
    "women": ("women", "women s", "women members"),
}  # fmt: skip
"""What the sections of the packaged record are called besides their names."""

OTHERS: Final = frozenset({
    "aslef", "bectu", "bfawu", "conservative", "cwu", "eis", "equity", "fbu", "gmb", "lib", "liberal",
    "nasuwt", "neu", "nus", "pcs", "plaid", "prospect", "rmt", "snp", "tory", "tssa", "ucu", "unison", "unite", "usdaw",
})  # fmt: skip
"""Organisations with executives, committees and conferences of their own: `UNISON NEC` is not the party's."""

PARTS: Final = frozenset({"branch", "local", "regional", "scotland", "scottish", "ulster", "wales", "welsh"})
"""Before a body's full name these make it another one: `Welsh Executive Committee`; `Welsh NEC rep` is of the NEC."""

_LIKE = {"alc": "lg"}
_END = re.compile(
    r" (?:members|member|section|rep|reps|representative|representatives|officer|nominee|appointees)$"
)
_BEFORE = ("division i", "division ii", "yl", "women cac")


def of_body(key: str, names: Iterable[str | None]) -> tuple[str, ...]:
    """What a body is called, folded; the longest first."""
    own = [" ".join(words_of(name)) for name in names if name]
    return _longest_first([*own, *BODIES.get(key, ())])


def of_section(
    key: str, names: Iterable[str | None], body: Iterable[str], *, is_part: bool = False
) -> tuple[str, ...]:
    """What a section is called before `section` or `representatives`, folded; the longest first.

    Args:
        key: of the section.
        names: as the record has them: `CAC CLP section`, `Young Labour / youth representative`.
        body: what the body is called; these words before a name are not part of it.
        is_part: whether it is a part of another section, whose name then stands before a colon.
    """
    forms = tuple(body)
    own = [
        form for name in names if name for form in _bare(name.rpartition(":")[2] if is_part else name, forms)
    ]
    return _longest_first([*own, *(() if is_part else SECTIONS.get(_LIKE.get(key, key), ()))])


def _bare(name: str, body: tuple[str, ...]) -> Iterator[str]:
    """The parts of a printed name without body, `members` and `section`: `disabled` of `disabled members`."""
    for part in re.split(r"[/:]", re.sub(r"\(.*?\)", "", name)):
        words = " ".join(words_of(part))
        for prefix in (*body, *_BEFORE):
            words = words.removeprefix(f"{prefix} ")
        if words not in body:
            yield from (_before_tail(form) for form in (words, _END.sub("", words)))


def _before_tail(form: str) -> str:
    """A form as it stands before a word of `TAILS`: `estate` of `estate delegates`."""
    stem, _, last = form.rpartition(" ")
    return stem if last in TAILS else form


def _longest_first(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({form for form in forms if form}, key=lambda form: (-len(form), form)))
