"""Who was elected and who was not, as a sentence words it, and places in the order of votes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from importers.prose.claims import Claim, Ground, following, subject

ELECTED, NOT, WITHDRAWN, PENDING = ("elected",), ("not elected",), ("withdrawn",), ("pending",)

_SEAT = (
    r"(?:S\d+|seats?|places?|posts?|positions?|re-election|election|spots?|berths?|slots?|race|contest|victory|"
    r"victories)\b"
)
_OTHER = (
    r"(?: (?:as|to be|to))?(?: the| an?)? (?:deputy |vice |co-|assembly |regional |scottish |welsh |labour |first |"
    r"city )*(?:mps?|mep|msp|councillor|mayor|leader|parliament|president|chair\w*|general secretary|commons|house|"
    r"senedd|council)\b"
)
_PASSIVE = re.compile(
    r"\b(re-?)?elected\b(?! by acclaim)|(?:(?<=was )|(?<=were )|(?<=been )|(?<=duly )|(?<=also ))(?:returned|"
    r"reinstated|voted in|successful|victorious)\b(?! from)"
)
_JOINS = re.compile(
    r"(L\d+) (?:(?:will|to|both|all|also|now|then) ){0,2}(?:returns?|returning|joins?|joining|joined|returned) (?:to |"
    r"for |as )?(?=(?:the |labour's |[a-z]+'s )?(?:party's )?(?:[BS]\d|committee|ruling|(?:his|her|their) first|(?:a|"
    r"an) ))|\badding (?=(?:[a-z-]+ |B\d+ ){0,4}(L\d+))"
)
_LISTED = re.compile(
    r"\b(?:elected|successful|returned|winners|victorious)(?: [a-z]+){0,3}(?: are| were| is)?: "
)
_STANDS = re.compile(
    r"\b(?:is|are|was|were|will be)(?: also| again)? (?:standing|running|restanding|re-standing|seeking re-election|"
    r"a candidate|candidates)\b(?! (?:down|aside|for (?:parliament|mayor|mp|the leadership)|on (?:the|a) platform))|"
    r"\b(?:will|has announced (?:he|she) will) (?:re-?)?stand\b(?! down| aside)|\b(?:has|have) been (?:nominated|"
    r"shortlisted)\b"
)
_UNLIKE = re.compile(
    r"\b(?:to be|will be|would be|could be|can be|may be|might be|must be|should be|shall be|if|currently|directly|"
    r"newly|previously|democratically|were to be|first|being|are|is|has not yet been|have not yet been|an|the|those|"
    r"all)(?: both)? $"
)
_SUPPOSED = re.compile(
    r"\b(?:if|unless|whether|until|should (?:he|she|they|L\d+)|expected|hop(?:es?|ed|ing)|likely|tipped|set|want(?:s|"
    r"ed)?|risks?|fears?|likely|could|would|might)\b(?: [a-zL0-9',-]+){0,9} $"
)
_APPOINTED = re.compile(r"\b(?:appoint(?:s|ed|ee|ees|ment|ments)|co-opted)\b")
"""Who is appointed is not elected."""

_ONLY = re.compile(r"\b(?:was|were|is|are|became)\b [^.;:]{0,80}\bto be $")
_NEGATED = re.compile(r"(?:\b(?:not|never|without|failed to|narrowly|neither|nor)|n't)\b(?: [a-z]+){0,3} $")
_WON = re.compile(
    r"\b(won|wins|win|winning|secured|secures|securing|took|takes|taking|claimed|claims|claiming|gained|gains|gaining|"
    r"retained|retains|retaining|kept|keeps|keeping|held on to|clung on to|hung on to|regained|regains|captured|"
    r"grabbed|defended)"
    rf"((?: (?!votes?\b|L\d)[^\s.;:,]+,?){{0,9}}?) {_SEAT}"
)
_KEPT: Final = ("retain", "kept", "keep", "held on", "clung", "hung", "defended")
_MAYBE = re.compile(
    r"\b(?:to|could|would|will|can|might|may|should|not|never|nearly|almost|hopes? of|chance of|"
    r"aims? of)\b(?: [a-z]+)? $|n't $"
)
_NO_SEAT = re.compile(
    r"\b(?:R\d+|votes?|backing|support|nominations?|runner-up|highest|biggest|largest|no|lost)\b"
)
_WINNING = re.compile(
    r"(L\d+)(?: (?:both|all|also|again|each))? (?:elected|winning|victorious|successful|triumphant|triumphing|victors|"
    r"all home)\b(?: alongside (L\d+))?"
)
_NOUN = re.compile(r"\b(?:(?<!by-)re-?election of|(?<!by-)election of|congratulations(?: [a-z]+){0,3} to)\b")
_LOSS = re.compile(
    r"\b(?:loss of|defeat (?:of|for)|losses (?:of|for)|commiserations(?: [a-z]+){0,3} to)\b(?! the election)"
)
_RETURNED = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!be )(?<!and )\b(?:returned|returning|reinstated|reinstating|re-?electing|"
    r"electing|(?:(?<=delegates )|(?<=members )|(?<=conference )|(?<=voters )|(?<=they )|(?<=have )|(?<=has )|"
    r"(?<=unions )|(?<=councillors )|(?<=mps )|(?<=societies )|(?<=section )|(?<=delegations ))elected)\b"
)
_BEATEN_BY = re.compile(
    r"\b(replaced|succeeded|defeated|beaten|ousted|unseated|deposed|removed|knocked (?:off|out)|voted (?:off|out)|"
    r"pipped|edged out|squeezed out|displaced|toppled|thrown off)\b"
)
_BEING = re.compile(
    r"\b(?:was|were|been|being|is|are|got|and|is therefore|was then)(?: [a-z]+ly)?(?: [a-z]+)? $"
)
_BEATS = re.compile(
    r"\b(beat|beats|beating|defeated|defeats|defeating|ousted|ousts|ousting|unseated|unseats|unseating|deposed|"
    r"deposes|deposing|toppled|topples|toppling|displaced|displaces|displacing|saw off|sees off|seeing off|edged out|"
    r"edging out|pipped|pips|trounced|overcame|knocked out|knocking out|replaces|replacing|succeeds|succeeding|"
    r"takes over from|taking over from)\b"
)
_LOST = re.compile(
    r"\b(?:(?:lost|loses|losing) (?:out|(?:her|his|their) (?:[a-z-]+ )?(?:seats?|places?|posts?|positions?|bid|race|"
    r"S\d+)|to\b|in\b|the (?:election|race|contest|seat|vote|ballot)|narrowly|heavily|by\b)|missed out|missing out|"
    r"(?:was|were) unsuccessful|failed to (?:win|be (?:re-)?elected|get|secure|retain|hold|take|keep|gain)|fell short|"
    r"falling short|came last|knocked off|knocked out|voted off|(?:was|were) eliminated|not being (?:re-)?elected|"
    r"(?:was|were) the losers?)"
)
_SEEN = re.compile(
    rf"\b(?:see|saw|seen|seeing|sees)(?: [a-z-]+){{0,4}} (L\d+) (?:both |all )?(lose|miss out|fail|win|take|gain|"
    rf"retain|keep|secure)(?: [^\s.;:,L]+){{0,4}} ?(?:{_SEAT}|$)"
)
_ACROSS = re.compile(r"\b(ahead of|behind|at the expense of|by [^.;:L]{0,40}votes over|votes over)\b")
_UNOPPOSED = re.compile(r"\bunopposed\b|\buncontested\b")
_WITHDREW = re.compile(
    r"\b(?:withdrew|has withdrawn|have withdrawn|withdraws|withdrawing|dropped out|pulled out)\b(?=,|\.|$| (?:from|"
    r"before|after|his|her|their|and|in favour)\b)"
)
_SITTING = re.compile(r"\b(?:sitting|incumbent)(?: (?:B\d+|S\d+|[a-z]+)){0,3} (L\d+)")
_CLAIMED = re.compile(r"\bclaimed victory\b")
_ORDINALS: Final = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_RANK = re.compile(
    rf"\b(?:came|coming|comes|finished|finishing|placed|finishes|to|in|into) (?:an? )?({'|'.join(_ORDINALS)})\b"
    r"(?= place| position|,|\.|$| in | with | on | behind| ahead| overall)"
)
_TOPPED = re.compile(r"\b(?:topped|topping|tops|headed|heading) the (?:poll|ballot|vote|list|count)")
_MOST = re.compile(
    rf"\b(?:won|winning|received|receiving|with|polled|took|got|attracted) the (?:({'|'.join(_ORDINALS)})[- ])?"
    r"(?:most|highest|largest|biggest)(?: number of| share of(?: the)?)? ?(?:votes?|vote share|first preferences)"
)


def outcomes(ground: Ground) -> Iterator[Claim]:
    """All that a sentence says of who was elected."""
    for find in (
        _elected,
        _won,
        _named_winners,
        _joining,
        _losers,
        _beaten,
        _relations,
        _others,
        _standing,
        _ranks,
    ):
        yield from (claim for claim in find(ground) if not _supposed(ground, claim.at - ground.offset))


def _supposed(ground: Ground, at: int) -> bool:
    """Whether a statement is only supposed: `if they are not elected`, `whether she wins`."""
    return _SUPPOSED.search(ground.text[max(0, at - 90) : at]) is not None


def _claim(ground: Ground, people: tuple[str, ...], value: tuple[str, ...], at: int) -> Iterator[Claim]:
    if people:
        yield Claim(people, "outcome", value, ground.offset + at)


def _elected(ground: Ground) -> Iterator[Claim]:
    text = ground.text
    for one in _PASSIVE.finditer(text):
        before = text[max(0, one.start() - 100) : one.start()]
        if _NEGATED.search(before):
            yield from _claim(ground, subject(ground, one.start()), NOT, one.start())
        elif (re.match(_OTHER, text[one.end() : one.end() + 60]) and not _offices(ground)) or (
            _UNLIKE.search(before) and not _ONLY.search(before) and not re.search(r"\bwere all $", before)
        ):
            continue
        else:
            people = subject(ground, one.start())
            yield from _claim(ground, people, ELECTED, one.start())
            if people and one[1]:
                yield Claim(people, "sitting", (True,), ground.offset + one.start())


def _won(ground: Ground) -> Iterator[Claim]:
    text = ground.text
    for one in _WON.finditer(text):
        if _MAYBE.search(text[max(0, one.start() - 25) : one.start()]) or _NO_SEAT.search(one[2]):
            continue
        people = subject(ground, one.start())
        yield from _claim(ground, people, ELECTED, one.start())
        if people and one[1].startswith(_KEPT):
            yield Claim(people, "sitting", (True,), ground.offset + one.start())


def _named_winners(ground: Ground) -> Iterator[Claim]:
    text, keys = ground.text, ground.shape.keys
    for one in _WINNING.finditer(text):
        if re.match(_OTHER, text[one.end() :]) and not _offices(ground):
            continue
        yield from _claim(ground, keys[one[1]], ELECTED, one.start())
        if one[2]:
            yield from _claim(ground, keys[one[2]], ELECTED, one.start(2))
    for found in (*_NOUN.finditer(text), *_RETURNED.finditer(text)):
        people = following(ground, found.end(), 5)
        if people and _to_other_office(text, found.end()):
            continue
        yield from _claim(ground, people, ELECTED, found.end())
        if people and "reinstat" in found[0] and re.match(r" former\b", text[found.end() :]):
            yield Claim(people, "sitting", (False,), ground.offset + found.end())
        if people and found[0].startswith(("re-elect", "reelect")):
            yield Claim(people, "sitting", (True,), ground.offset + found.end())
    for found in _CLAIMED.finditer(text):
        for who in re.finditer(
            r"(L\d+) (?:coming|finishing|topping|won|winning|heading)\b", text[found.end() :]
        ):
            yield from _claim(ground, keys[who[1]], ELECTED, found.end() + who.start())


def _offices(ground: Ground) -> bool:
    """Whether a sentence speaks of a body that elects its chair."""
    return any(
        key in ("ylnc", "nlsc") for sign, keys in ground.shape.keys.items() if sign[0] == "B" for key in keys
    )


def _to_other_office(text: str, at: int) -> bool:
    """Whether the person named next was elected as something else: leader, MP, mayor."""
    named = re.search(r"L\d+", text[at : at + 200])
    return bool(named and re.match(_OTHER, text[at + named.end() :]))


def _joining(ground: Ground) -> Iterator[Claim]:
    """`A and B return to the NEC`, `adding C`, and names behind `saw four of its slate elected:`."""
    text, keys = ground.text, ground.shape.keys
    if _APPOINTED.search(text):
        return
    for one in _JOINS.finditer(text):
        if not _MAYBE.search(text[max(0, one.start() - 25) : one.start()]) and "will" not in one[0]:
            yield from _claim(ground, keys[one[1] or one[2]], ELECTED, one.start())
    for one in _LISTED.finditer(text):
        end = NOT if _NEGATED.search(text[max(0, one.start() - 25) : one.start()]) else ELECTED
        for sign in re.findall(r"L\d+(?!')", text[one.end() :]):
            yield from _claim(ground, keys[sign], end, one.start())


def _standing(ground: Ground) -> Iterator[Claim]:
    """Who stands, where nothing is decided yet."""
    text = ground.text
    for one in _STANDS.finditer(text):
        people = subject(ground, one.start()) or following(ground, one.end(), 5)
        if not _NEGATED.search(text[max(0, one.start() - 25) : one.start()]):
            yield from _claim(ground, people, PENDING, one.start())
    found = re.match(r"standing for (?:the )?[BS]\d+ (?:is|are)\b", text.strip())
    if found:
        yield from _claim(ground, following(ground, found.end(), 5), PENDING, found.start())


def _losers(ground: Ground) -> Iterator[Claim]:
    text = ground.text
    for one in _SEEN.finditer(text):
        lost = one[2] in ("lose", "miss out", "fail")
        yield from _claim(ground, ground.shape.keys[one[1]], NOT if lost else ELECTED, one.start())
    for one in _LOST.finditer(text):
        people = subject(ground, one.start())
        yield from _claim(ground, people, NOT, one.start())
        winner = following(ground, one.end(), 0) if re.search(r"\bto$", one[0]) else ()
        to = re.match(r" to", text[one.end() :])
        winner = winner or (following(ground, one.end() + 3, 5) if to else ())
        if people and winner:
            yield Claim(winner, "outcome", ELECTED, ground.offset + one.start(), people)
    for one in _LOSS.finditer(text):
        yield from _claim(ground, following(ground, one.end(), 5), NOT, one.end())
    for found in re.finditer(
        r"(L\d+), (?:who (?:was|were) )?(?:defeated|beaten|ousted|unseated|deposed)\b(?! (?:[a-z-]+ ){0,4}L)",
        text,
    ):
        yield from _claim(ground, ground.shape.keys[found[1]], NOT, found.start())


def _beaten(ground: Ground) -> Iterator[Claim]:
    text = ground.text
    for one in _BEATEN_BY.finditer(text):
        if not _BEING.search(text[max(0, one.start() - 30) : one.start()]):
            continue
        loser = subject(ground, one.start())
        by = re.match(r"(?: [a-zB0-9' -]{0,60})? by\b", text[one.end() :])
        winner = following(ground, one.end() + by.end()) if by else ()
        if one[1] != "succeeded" and (by is None or winner):
            yield from _claim(ground, loser, NOT, one.start())
        if winner:
            yield Claim(winner, "outcome", ELECTED, ground.offset + one.start(), loser)
    for one in _BEATS.finditer(text):
        if _BEING.search(text[max(0, one.start() - 25) : one.start()]):
            continue
        if one[1].startswith(("replac", "succe")) and _APPOINTED.search(text):
            continue
        loser, winner = following(ground, one.end()), subject(ground, one.start())
        if not loser or _MAYBE.search(text[max(0, one.start() - 25) : one.start()]):
            continue
        yield from _claim(ground, winner, ELECTED, one.start())
        if not one[1].startswith(("succe", "takes over", "taking over")):
            yield Claim(loser, "outcome", NOT, ground.offset + one.start(), winner)


def _relations(ground: Ground) -> Iterator[Claim]:
    """Who is named as coming after whom; it says who lost only where all seats are known to be filled."""
    for one in _ACROSS.finditer(ground.text):
        first, second = subject(ground, one.start()), following(ground, one.end())
        if one[1] == "behind":
            first, second = second, first
        if first and second:
            yield Claim(second, "beaten", (True,), ground.offset + one.start(), first)


def _others(ground: Ground) -> Iterator[Claim]:
    text = ground.text
    for name, word, at in ground.shape.beside if not ground.offset else ():
        if word.endswith("elected"):
            yield Claim((name,), "outcome", NOT if word.startswith("not") else ELECTED, at)
    for one in _SITTING.finditer(text):
        yield Claim(ground.shape.keys[one[1]], "sitting", (True,), ground.offset + one.start())
    for one in _UNOPPOSED.finditer(text):
        if not re.search(
            r"\b(?:will|would|if|could|may|might|to) be\b|\bset to\b",
            text[max(0, one.start() - 60) : one.start()],
        ):
            yield from _claim(ground, subject(ground, one.start()), ELECTED, one.start())
    for one in _WITHDREW.finditer(text):
        yield from _claim(ground, subject(ground, one.start()), WITHDRAWN, one.start())


def _ranks(ground: Ground) -> Iterator[Claim]:
    found = [(one, _ORDINALS.index(one[1]) + 1) for one in _RANK.finditer(ground.text)]
    found += [(one, 1) for one in _TOPPED.finditer(ground.text)]
    found += [(one, _ORDINALS.index(one[1]) + 1 if one[1] else 1) for one in _MOST.finditer(ground.text)]
    for one, rank in found:
        people = subject(ground, one.start())
        if len(people) == 1:
            yield Claim(people, "rank", (rank,), ground.offset + one.start())
