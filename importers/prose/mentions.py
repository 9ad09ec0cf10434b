"""Where bodies, sections, factions, persons, dates and figures stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from db.matching import folded, words_of
from importers.known import Known
from importers.prose.common import NO_NAMES, OPENING
from importers.prose.people import people_of
from importers.prose.phrases import Phrases, Word, joined, words_in
from importers.results.names import TITLES
from importers.words import amounts, days, spoken

COMMON = frozenset({"ind", "left", "moderate", "none", "right", "no slate known"})
"""Labels of slates that mean too much else in running text."""

_LINKS = frozenset(
    {"among", "by", "chosen", "elected", "for", "from", "of", "reserved", "the", "party", "labour"}
)


class Mention(NamedTuple):
    """Something known, or something that looks like a person's name, and where it stands in the text."""

    kind: str
    """`body`, `section`, `faction`, `person`, `date`, `figure`, `number` (spelt out) or `share` (percent)."""
    keys: tuple[str, ...]
    """What it may be: keys of bodies and factions, `nec/clp` for sections, the full name of a person as first printed, a
    date (`2023-10-10`; `--01-12` where no year is said), a number in digits."""
    start: int
    end: int
    words: str
    """As printed."""


class Finder:
    """Finds mentions in one text after another; made once for a document."""

    def __init__(self, known: Known, texts: Iterable[str] = ()) -> None:
        """A finder of what is on record.

        Args:
            known: the record.
            texts: the lines of the whole document, so that a surname finds the person named in full in another line.
        """
        self.known = known
        self._bodies = Phrases({form: (body.key,) for body in known.bodies.values() for form in body.spoken})
        self._sections = Phrases(_section_forms(known))
        self._factions = Phrases(_faction_forms(known))
        self.people = people_of(((text, self._spans(text)) for text in texts), known)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """All mentions in a text, in their order, none over another."""
        found = self.things(text)
        for name, start, end in self.people.named(text, [(one.start, one.end) for one in found]):
            found.append(Mention("person", (name,), start, end, text[start:end]))
        return tuple(sorted(found, key=lambda one: one.start))

    def things(self, text: str) -> list[Mention]:
        """All mentions but persons."""
        found: list[Mention] = []
        for kind, keys, start, end in (*self._phrases(text), *days.dates(text), *amounts.amounts(text)):
            found.append(Mention(kind, keys, start, end, text[start:end]))
        found.sort(key=lambda one: (one.start, -one.end))
        last = 0
        kept = []
        for one in found:
            if one.start >= last:
                kept.append(one)
                last = one.end
        return kept

    def _spans(self, text: str) -> list[tuple[int, int]]:
        return [(one.start, one.end) for one in self.things(text)]

    def loose_sections(self, text: str) -> tuple[Mention, ...]:
        """Sections by words that mean one only beside a body or in a title: `CLP`, `councillors`, `London`."""
        words = words_in(text)
        found = []
        at = 0
        while at < len(words):
            size, keys = self._sections.longest(text, words, at)
            if size:
                start, end = words[at].start, words[at + size - 1].end
                found.append(Mention("section", keys, start, end, text[start:end]))
            at += size or 1
        return tuple(found)

    def _phrases(self, text: str) -> Iterator[tuple[str, tuple[str, ...], int, int]]:
        words = words_in(text)
        at = 0
        while at < len(words):
            kind, size, keys = self._at(text, words, at)
            if size:
                yield kind, keys, words[at].start, words[at + size - 1].end
            at += size or 1

    def _at(self, text: str, words: Sequence[Word], at: int) -> tuple[str, int, tuple[str, ...]]:
        """The longest phrase that begins at a word."""
        options = [
            ("section", *self._section(text, words, at)),
            ("body", *self._body(text, words, at)),
        ]
        options.append(("faction", *self._faction(text, words, at)))
        return max(options, key=lambda one: one[1])

    def _body(self, text: str, words: Sequence[Word], at: int) -> tuple[int, tuple[str, ...]]:
        """Words for a body that are not those for one of another organisation."""
        size, keys = self._bodies.longest(text, words, at)
        if not size or not _is_of_others(text, words, at, size):
            return size, keys
        return 0, ()

    def _section(self, text: str, words: Sequence[Word], at: int) -> tuple[int, tuple[str, ...]]:
        """Words for a section with `section` or the like behind them, or `representatives of` before them."""
        size, keys = self._sections.longest(text, words, at)
        if size and (tail := _tail(text, words, at, size)):
            return size + tail, keys
        lead = _lead(text, words, at)
        size, keys = self._sections.longest(text, words, at + lead) if lead else (0, ())
        base = " ".join(word.plain for word in words[at + lead : at + lead + size])
        fits = size and base not in spoken.OFFICES
        return (lead + size + _tail(text, words, at + lead, size), keys) if fits else (0, ())

    def _faction(self, text: str, words: Sequence[Word], at: int) -> tuple[int, tuple[str, ...]]:
        size, keys = self._factions.longest(text, words, at)
        printed = text[words[at].start : words[at + size - 1].end] if size else ""
        fits = size and _is_printed_so(printed, keys, self.known)
        return (size, keys) if fits and not (size == 1 and _is_part_of_name(text, words, at)) else (0, ())


def _is_of_others(text: str, words: Sequence[Word], at: int, size: int) -> bool:
    """Whether the words beside it make it another body: `UNISON NEC`, `Welsh Executive Committee`, `Executive Council`."""
    before = at - 1
    if before >= 0 and words[before].plain == "s" and _joined(text, words, at):
        before -= 1
    if before >= 0 and _joined(text, words, at) and text[words[before].start].isupper():
        word = words[before].plain
        if word in spoken.OTHERS or (size > 1 and word in spoken.PARTS):
            return True
    after = at + size
    behind = words[after].plain if after < len(words) and _joined(text, words, after) else ""
    return behind == "council" and words[after - 1].plain == "executive"


def _is_part_of_name(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a capitalised word beside one makes it another name: `Forward Momentum`, `Momentum Renewal`."""
    word = words[at]
    before = words[at - 1] if at and text[words[at - 1].end : word.start] == " " else None
    if before and text[before.start].isupper() and before.plain not in OPENING | NO_NAMES | TITLES:
        return not text[before.start : before.end].isupper()
    after = [one for one in words[at + 1 : at + 3] if text[one.start].isupper()]
    beside = after and text[word.end : after[0].start] == " " and after[0].plain not in NO_NAMES
    name = len(after) > 1 and text[after[0].end : after[1].start] == " "
    return bool(beside and not name and not text[after[0].start : after[0].end].isupper())


def _tail(text: str, words: Sequence[Word], at: int, size: int) -> int:
    """How many words behind the name of a section belong to it; none where they do not make it one."""
    start = at + size
    base = " ".join(word.plain for word in words[at:start])
    end = start
    possessive = end < len(words) and words[end].plain == "s" and _joined(text, words, end)
    end += possessive
    first = end
    while (
        end < len(words)
        and end < first + 3
        and words[end].plain in spoken.TAILS
        and _joined(text, words, end)
    ):
        end += 1
    said = {word.plain for word in words[first:end]}
    if not said or (base in spoken.OFFICES and "section" not in said):
        return 0
    if (
        base in spoken.LOOSE
        and not said & spoken.FIRM
        and not text[words[at].start : words[start - 1].end].isupper()
    ):
        return 0
    if words[first].plain == "vote" and base.endswith("s") and not possessive:
        return 0
    return end - start


def _lead(text: str, words: Sequence[Word], at: int) -> int:
    """How many words `representatives of the` or `places reserved for` stand before the name of a section."""
    if words[at].plain not in spoken.TAILS or words[at].plain in ("vote", "poll"):
        return 0
    end = at + 1
    while end < len(words) and end < at + 4 and words[end].plain in _LINKS and _joined(text, words, end):
        end += 1
    joined = end < len(words) and _joined(text, words, end)
    return (
        end - at
        if joined and {word.plain for word in words[at + 1 : end]} & {"of", "for", "from", "by"}
        else 0
    )


def _joined(text: str, words: Sequence[Word], at: int) -> bool:
    return joined(text, words[at - 1], words[at])


def _section_forms(known: Known) -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for one in known.sections.values():
        for form in one.spoken:
            forms[form] = (*forms.get(form, ()), f"{one.body}/{one.key}")
    return forms


def _faction_forms(known: Known) -> dict[str, tuple[str, ...]]:
    """All names of factions but those that are common words or names of persons."""
    forms: dict[str, tuple[str, ...]] = {}
    for one in known.factions.values():
        names = () if one.kind in ("person", "independent") else one.names
        for form in {" ".join(words_of(name)) for name in names} - COMMON:
            if one.key not in forms.get(form, ()):
                forms[form] = (*forms.get(form, ()), one.key)
    return forms


def _is_printed_so(printed: str, keys: tuple[str, ...], known: Known) -> bool:
    """Whether a name begins with a capital as it should, and an abbreviation is in capitals."""
    wanted = [name for key in keys for name in known.factions[key].names if folded(name) == folded(printed)]
    if wanted and all(name.isupper() for name in wanted):
        return printed.isupper()
    return printed[:1].isupper() or wanted == [printed]
