"""Slates and endorsements as a sentence words them.

They are different things.  `Stood on the ticket of`, `its candidates` and `the candidates of` an umbrella or a slate tell a
slate; `backed by` tells an endorsement.  Whom an umbrella or a slate backs as a list of several, it runs: both are proposed then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.known import Known
from importers.prose.claims import APPOSED, NEAR, Claim, Ground, L, following, subject
from importers.prose.factions import runs_lists, told

_BACKED = r"(?:backed|endorsed|supported|nominated|recommended|promoted|championed)"
_BY = re.compile(
    rf"\b{_BACKED}(?: strongly| enthusiastically| jointly)? by (?:both |"
    rf"either )?((?:(?!L\d)[^.;:F]){{0,80}}?)(F\d+)(?!-| slate| ticket)"
)
_ORGANISATIONS = re.compile(
    r"(F\d+),? and (?:the )?(?:other|several|many)?(?: [a-z-]+){0,3} ?(?:organisations|groups|"
    r"members)(?: [a-z]+)? (?:within|of|in|from|making up|belonging to) (?:the )?(F\d+)"
)
_ALL_OF = re.compile(r"(F\d+) and (?:the )?other (F\d+)(?:-affiliated)? (?:organisations|groups|members)")
_BACKS = re.compile(
    r"\b(?:back(?:s|ed|ing)?|endors(?:es?|ed|ing)|support(?:s|ed|ing)?|recommend(?:s|ed|"
    r"ing)?(?: (?:the )?(?:nomination|election) of| a vote for| voting for)?|nominat(?:es?|ed|ing)|throw(?:s|"
    r"n)? its weight behind|threw its weight behind|call(?:s|ed|ing) for a vote for|running|runs|fielding|fields|ran|"
    r"fielded|put(?:s|ting)? forward|selected|selects|unveiled|named)\b(?! by\b)"
)
_RUNS = re.compile(r"^(?:run|ran|field|put|select|unveil|named)")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|both|also|and|be|not)(?: [a-z]+ly)? $")
_ATTACHED = re.compile(
    r"(F\d+)(?P<how>-(?:backed|endorsed|supported|nominated|approved)| pick| candidates?| nominees?|'s| hopefuls?|"
    r" contender)?(?: candidates?| pair| trio| duo| team| hopefuls?)?(?:,| –|:)? (L\d+)"
)
_BY_CLOSE = re.compile(
    r"^(?:(?:,|'s?| –| since D\d+| \([^)]{0,60}\)){0,2} ?\b(?:who|whose|candidacy|campaign|bid|was|were|is|are|has|"
    r"have|had|been|being|also|both|all|and|of whom|each|the|he|she|they|jointly|strongly|said|proud|to|be|duly|not|"
    r"[a-z]+ly|a candidate|candidate|but|(?:not )?(?:backed|endorsed|supported) by F\d+)\b){0,10},? ?$"
)
_ONE_OF = re.compile(
    r"\b(?:was|is|were|are|became|as)(?: (?:both|all))? (?:the |an? )?(?:[a-z-]+ ){0,2}(F\d+)-(?:backed|endorsed|"
    r"supported) (?:candidates?|contenders?|members?|representatives?)\b"
)
_HAS_BACKING = re.compile(
    r"\b(?:receiv(?:e|ed|es|ing)|ha(?:s|d|ve)|having|won|wins|winning|enjoy(?:s|ed|ing)?|secured|with|gained|"
    r"attracted|as well as|and) (?:also )?(?:the )?(?:[a-z-]+ )?(?:backing|support|endorsement)s? (?:of|"
    r"from) ((?:(?!L\d)[^.;:F]){0,60}?)(F\d+)((?: and (?:[a-z-]+ ){0,5}F\d+)?)"
)
_UNSOUGHT = re.compile(
    r"\b(?:neither|none) of which (?:she|he|they) (?:had )?(?:sought|asked for|requested)|\bunsought\b|"
    r"\bunsolicited\b|\b(?:had|did|has|have)(?: not|n't) (?:sought|seek|asked for|ask for|requested)|"
    r"\bwithout (?:seeking|asking)\b"
)
_LACK = re.compile(
    r"\b(?:lack of|without|not|never|no|refused to|declined to|rather than|instead of|n't)\b(?: [a-z]+){0,3} $"
)
_WHO_BACKED = re.compile(
    r"(F\d+)(?:,? (?:who|which))?(?: [a-z]+){0,4} (?:agreed to |decided to |chose to )?(?:back|backed|endorse|endorsed|"
    r"support|supported) (her|him|them)\b"
)


def backings(ground: Ground, known: Known) -> Iterator[Claim]:
    """All that a sentence says of endorsements; values are keys of factions."""
    for find in (_by, _with_backing, _backs, _attached):
        yield from find(ground, known)


def _backed(
    ground: Ground, known: Known, people: tuple[str, ...], factions: tuple[str, ...], at: int
) -> Iterator[Claim]:
    """An endorsement; and a slate where a faction that makes slates backs several."""
    sought = False if _UNSOUGHT.search(ground.shape.text) else None
    yield from told(ground, people, "endorsement", factions, at, sought)
    umbrellas = tuple(one for one in factions if runs_lists(known, one))
    if len(people) > 1 and len(umbrellas) == 1 and sought is None:
        yield from told(ground, people, "slate", umbrellas, at)


def _by(ground: Ground, known: Known) -> Iterator[Claim]:
    text, keys = ground.text, ground.shape.keys
    for one in _BY.finditer(text):
        if _LACK.search(text[max(0, one.start() - 25) : one.start()]):
            continue
        people = _candidates(ground, one.end()) or _whose(ground, one.start())
        within = _ORGANISATIONS.match(text, one.start(2))
        yield from _backed(ground, known, people, keys[one[2]], one.start())
        if within and len(people) > 1 and all(runs_lists(known, key) for key in keys[within[2]]):
            yield from told(ground, people, "slate", keys[within[2]], one.start())


def _whose(ground: Ground, at: int) -> tuple[str, ...]:
    """Of whom `backed by` is said: the person right before, or the subject of the sentence behind a comma."""
    before = ground.text[max(0, at - NEAR) : at]
    named = re.findall(r"L\d+", before)
    between = re.split(r"L\d+", before)[-1]
    if named and _BY_CLOSE.match(APPOSED.sub("", between)):
        return ground.shape.keys[named[-1]]
    return subject(ground, at) if between.endswith((", ", " – ")) or not named else ()


def _candidates(ground: Ground, at: int) -> tuple[str, ...]:
    """The names after `candidates backed by Momentum,` where they follow at once."""
    found = re.match(
        r"(?:,| –|:| were| include[ds]?| are)? (L\d+)(?: (?:and|,|–|were|was|are|is|who)|,|\.|$)",
        ground.text[at : at + 60],
    )
    head = re.search(r"\bcandidates?[^.;:L]{0,80}$", ground.text[max(0, at - 160) : at])
    return ground.shape.keys[found[1]] if found and head else ()


def _with_backing(ground: Ground, known: Known) -> Iterator[Claim]:
    text, keys = ground.text, ground.shape.keys
    for one in _HAS_BACKING.finditer(text):
        if _LACK.search(text[max(0, one.start() - 20) : one.start()]):
            continue
        more = tuple(key for sign in re.findall(r"F\d+", one[3]) for key in keys[sign])
        people = subject(ground, one.start())
        yield from _backed(ground, known, people, (*keys[one[2]], *more), one.start())
    for one in _WHO_BACKED.finditer(text):
        many = one[2] == "them"
        named = L.findall(text[: one.start()])
        people = subject(ground, one.start()) or (keys[named[-1]] if named else ground.head)
        denied = re.search(r"\b(?:not|never|refused|declined|n't)\b", one[0])
        if people and many == (len(people) > 1) and not denied:
            yield from told(ground, people, "endorsement", keys[one[1]], one.start())


def _backs(ground: Ground, known: Known) -> Iterator[Claim]:
    """A faction backs persons: named at once, or after a colon."""
    text, keys = ground.text, ground.shape.keys
    for one in _BACKS.finditer(text):
        before = text[max(0, one.start() - 30) : one.start()]
        if _PASSIVE.search(before) and not re.search(
            r"\b(?:is|are|was|were|be|been|also)(?: also| now| both)? $", before
        ):
            continue
        if not one[0].split()[0].endswith("ing") and re.search(
            r"\b(?:was|were|been|being|is|are)(?: also)? $", before
        ):
            continue
        people = following(ground, one.end()) or _after_colon(ground, one.end())
        factions = _backer(ground, one.start())
        if not people or not factions or _LACK.search(before):
            continue
        organised = _ALL_OF.search(_since_persons(text, one.start()))
        if organised:
            yield from _backed(ground, known, people, keys[organised[1]], one.start())
            yield from told(ground, people, "slate", keys[organised[2]], one.start())
        elif _RUNS.match(one[0]):
            if all(runs_lists(known, key) for key in factions):
                yield from told(ground, people, "slate", factions, one.start())
        else:
            yield from _backed(ground, known, people, factions, one.start())


def _after_colon(ground: Ground, at: int) -> tuple[str, ...]:
    found = re.match(r"[^.;:L]{0,260}: (L\d+)", ground.text[at : at + 300])
    return ground.shape.keys[found[1]] if found else ()


def _backer(ground: Ground, at: int) -> tuple[str, ...]:
    """The faction that is the subject of a verb, or the one spoken of last where the subject is `it` or `the group`."""
    before = _since_persons(ground.text, at)
    found = re.search(
        r"(F\d+)(?:'s)?((?:,| –| \([^)]{0,60}\))?(?: (?!L\d|F\d)[^\s.;:]+){0,12}?)(?: (?:is|are|has|have|had|was|were|"
        r"it|also|now|both|said|"
        r"did|will|they|eventually|on|then|formally|instead|only|jointly))* $",
        before,
    )
    if found and not re.search(r",? (?:while|whereas|but) ", found[2]):
        organisations = _ALL_OF.search(before)
        return ground.shape.keys[organisations[1] if organisations else found[1]]
    pronoun = re.search(
        r"\b(?:it|they|the (?:group|faction|organisation|alliance|campaign|slate))\b(?: [a-z]+){0,5} $",
        before,
    )
    return ground.faction if pronoun else ()


def _since_persons(text: str, at: int) -> str:
    """The words before a place, back to the persons named last."""
    return re.split(r"L\d+", text[max(0, at - 200) : at])[-1]


def _attached(ground: Ground, known: Known) -> Iterator[Claim]:
    """`Momentum-backed Jane Doe`, `Momentum pick Jane Doe`, `Labour to Win candidates Jane Doe and John Roe`."""
    for one, people in _as_one_of(ground):
        yield from _backed(ground, known, people, ground.shape.keys[one[1]], one.start())
    for one in _ATTACHED.finditer(ground.text):
        how, factions = (one["how"] or "").strip(), ground.shape.keys[one[1]]
        people = ground.shape.keys[one[3]]
        if how.startswith("-") or how == "pick":
            yield from _backed(ground, known, people, factions, one.start())
        elif how and ("," not in one[0] or how != "'s"):
            if all(runs_lists(known, key) for key in factions):
                yield from told(ground, people, "slate", factions, one.start())
            else:
                yield from told(ground, people, "endorsement", factions, one.start())


def _as_one_of(ground: Ground) -> Iterator[tuple[re.Match[str], tuple[str, ...]]]:
    """`was the only Labour First-backed candidate to be elected`."""
    for one in _ONE_OF.finditer(ground.text):
        if people := subject(ground, one.start()):
            yield one, people
