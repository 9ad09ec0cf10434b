"""The tickets that persons stood on, as a sentence words them; values of claims are keys of factions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.known import Known
from importers.prose.claims import Claim, Ground, following, subject
from importers.prose.factions import runs_lists, told

_TICKET = re.compile(
    r"\b(?:on|from|for|part of|members? of|under) (?:the |an? |its )?(?:[a-z-]+ ){0,3}(?:(F\d+)(?:'s)?(?: [a-z-]+)"
    r"{0,2} (?:slate|ticket|list|platform|banner)|(?:slate|ticket|list) (?:of|backed by) (?:the )?(F\d+))\b"
)
_SLATE_OF = re.compile(
    r"(F\d+)(?:'s)?(?: [a-z-]+){0,2} (?:slate|ticket|list|team|line-up)(?: –|:| of|,| includes| is| are| comprises|"
    r" consists of)? (L\d+)|(?<!other )(F\d+)(?:'s)?(?: (?:[a-z-]+|[SB]\d+)){0,3} candidates?(?: (?:for|in|"
    r"to)(?: the)?(?: (?:[a-z'-]+|[SBQ]\d+)){1,6})? (?:are|is|include):? (L\d+)|\bcandidates (?:for|of|"
    r"from) (?:the )?(F\d+)(?: are| include|:) (L\d+)"
)
_STOOD = re.compile(
    r"\b(?:ran|run|running|stood|stand|standing|stands|runs|elected|campaigned|won|contested)\b"
)
_ITS = re.compile(
    r"(?:(F\d+),? (?:[^.;:LF]{0,60} )?)?\bits (?:own )?(?:candidates|slate|nominees|team)\b(?:[^.;:]{0,160}?,? with|,|"
    r" are| is| include[sd]?|,? including) (L\d+)"
)
_ITS_LIST = re.compile(
    r"(F\d+)[^:;]{0,200}\b(?:its|their) (?:slate|candidates|team)\b[^:;.F]{0,60}\b(?:elected|successful|returned|"
    r"victorious|winning): "
)
_OTHER_CANDIDATES = re.compile(
    r"(L\d+), (?:the |both |all )?(?:[QN]\d+ )?(?:other |further |more |fellow |remaining )?(F\d+) candidates?\b"
)
_LINE = re.compile(r"(L\d+) – (F\d+(?:(?:,| and) F\d+)?)( backed| endorsed| supported)?")
_GAINED = re.compile(
    r"\b(?:(F\d+)|the (?:faction|group|slate|ticket|alliance|organisation)) (?:also )?(?:gained|won|took|secured|"
    r"picked up|claimed) (?:all |a further )?[QN]\d+(?: of (?:the )?[QN]\d+)?(?: more| extra)? (?:seats|places|posts|"
    r"positions|S\d+)[^.;:L]{0,80}?,? with (L\d+)(?: (?:both |all )?(?:winning|elected|victorious|successful|"
    r"re-elected))?(?: alongside (L\d+))?"
)
_INDEPENDENT = re.compile(
    r"\bindependents?(?: [a-z-]+){0,3},? (L\d+)|(L\d+)(?:,| –) (?:who (?:stood|ran|is standing|"
    r"is running) as )?an independent\b"
)
_AS_INDEPENDENT = re.compile(r"\b(?:as an independent|as independents)\b")


def slates(ground: Ground, known: Known) -> Iterator[Claim]:
    """All that a sentence says of slates."""
    for find in (_tickets, _owned, _independents):
        yield from find(ground, known)


def _tickets(ground: Ground, known: Known) -> Iterator[Claim]:
    text, keys = ground.text, ground.shape.keys
    for one in _TICKET.finditer(text):
        if not _STOOD.search(text[max(0, one.start() - 60) : one.start()]) and not re.search(
            r"L\d+,?(?: (?:who (?:was|were|is|are)|both|all|–|is|are|was|were))* $|\bcandidates?(?: [a-z]+){0,3} $",
            text[max(0, one.start() - 40) : one.start()],
        ):
            continue
        people = following(ground, one.end(), 1) if re.search(r"\bcandidates? $", text[: one.start()]) else ()
        people = people or subject(ground, one.start())
        yield from told(ground, people, "slate", keys[one[1] or one[2]], one.start())
    for one in _SLATE_OF.finditer(text):
        factions, people = keys[one[1] or one[3] or one[5]], keys[one[2] or one[4] or one[6]]
        field = "slate" if one[1] or all(runs_lists(known, key) for key in factions) else "endorsement"
        yield from told(ground, people, field, factions, one.start())


def _owned(ground: Ground, known: Known) -> Iterator[Claim]:
    """`According to Labour to Win, its candidates won all six, with ... elected`; `the faction gained three seats, with ...`."""
    keys = ground.shape.keys
    for one in _ITS.finditer(ground.text):
        factions = keys[one[1]] if one[1] else ground.faction
        yield from told(ground, keys[one[2]], "slate", factions, one.start())
    for one in _ITS_LIST.finditer(ground.text):
        for sign in re.findall(r"L\d+(?!')", ground.text[one.end() :]):
            yield from told(ground, keys[sign], "slate", keys[one[1]], one.start())
    for one in _OTHER_CANDIDATES.finditer(ground.text):
        yield from told(ground, keys[one[1]], "slate", keys[one[2]], one.start())
    if (found := _LINE.fullmatch(ground.text.strip())) is not None:
        factions = tuple(key for sign in re.findall(r"F\d+", found[2]) for key in keys[sign])
        slate = not found[3] and len(factions) == 1 and runs_lists(known, factions[0])
        yield from told(ground, keys[found[1]], "slate" if slate else "endorsement", factions, 0)
    for one in _GAINED.finditer(ground.text):
        factions = keys[one[1]] if one[1] else ground.faction
        for sign in filter(None, (one[2], one[3])):
            yield from told(ground, keys[sign], "slate", factions, one.start())


def _independents(ground: Ground, known: Known) -> Iterator[Claim]:
    label = tuple(key for key, one in known.factions.items() if one.kind == "independent")[:1]
    for name, sign, at in ground.shape.beside if not ground.offset else ():
        if sign[0] == "F" and sign in ground.shape.keys:
            slate = all(runs_lists(known, key) for key in ground.shape.keys[sign])
            yield from told(ground, (name,), "slate" if slate else "endorsement", ground.shape.keys[sign], at)
        elif sign.startswith("ind"):
            yield from told(ground, (name,), "slate", label, at)
    for one in _INDEPENDENT.finditer(ground.text):
        yield from told(ground, ground.shape.keys[one[1] or one[2]], "slate", label, one.start())
    for one in _AS_INDEPENDENT.finditer(ground.text):
        yield from told(ground, subject(ground, one.start()), "slate", label, one.start())
