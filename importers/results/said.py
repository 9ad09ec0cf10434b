"""What words and marks say of a candidate: the outcome, whether one sits already, the gender where it is stated."""

from __future__ import annotations

import re

from db.matching import folded

_STAGE = r"(?:[ ,:(–—-]+(?:in |at |on |after )?(?:the )?(?:stage|count|round) \d+)?"
_BY_LOT = (
    r"(?:after|by|following|on|upon)(?: the| a)? (?:(?:draw(?:ing)?|casting)(?: of)?(?: the)? lots?|lots?|recount"
    r"|tie-?break(?:er)?|coin toss|toss of a coin|drawing of straws|casting vote)"
)
_REMARK = rf"(?:[ ,:(–—-]+{_BY_LOT})?"
_ELECTED = re.compile(
    rf"(?:duly |deemed )?(?:(?:re-?)?elected(?: unopposed)?|(?:returned )?unopposed){_STAGE}(?: ?\(?\d{{1,2}})?{_REMARK}"
)
_BEATEN = re.compile(
    rf"(?:not (?:re-?)?elected|unelected|unsuccessful|defeated|lost|eliminated|excluded|runner-?up){_STAGE}{_REMARK}"
)
_WITHDRAWN = re.compile(r"withdrawn|withdrew|(?:has )?withdrawn from (?:the )?(?:ballot|election)")
_SITTING = re.compile(r"(?:sitting|incumbent)(?: member)?")
_YES = frozenset({"yes", "y", "true", "✓", "✔", "☑", "✅", "✔️"})
_NO = frozenset({"no", "n", "false", "✗", "✘", "☐", "❌"})
_GENDERS = {"f": "f", "female": "f", "woman": "f", "w": "f", "m": "m", "male": "m", "man": "m"}
ENDINGS = re.compile(
    r"^(.*\S)\s+((?:not )?(?:re-)?elected|(?:(?:re-)?elected |returned )?unopposed|withdrawn|withdrew|defeated)$",
    re.I,
)
"""An outcome that stands behind a name."""


def _plain(text: str) -> str:
    return folded(text).strip(" .!()[]*")


def outcome(text: str) -> str:
    """The outcome a text states in words or by a tick; empty where it states none."""
    plain = _plain(text)
    if _BEATEN.fullmatch(plain):
        return "not elected"
    if _WITHDRAWN.fullmatch(plain):
        return "withdrawn"
    if plain in {"✗", "✘", "❌"}:
        return "not elected"
    return "elected" if _ELECTED.fullmatch(plain) or plain in {"✓", "✔", "☑", "✅"} else ""


def is_remark(text: str) -> bool:
    """Whether words behind an outcome say how a tie was broken, as `by drawing lots`; they change nothing of it."""
    return re.fullmatch(_BY_LOT, _plain(text)) is not None


def outcome_in_column(text: str) -> str:
    """The outcome of a cell in a column of outcomes, where `Yes`, `E`, `Won` and `No` speak too."""
    plain = _plain(text)
    if plain in _YES or plain in {"e", "won", "winner", "successful"}:
        return "elected"
    return "not elected" if plain in _NO else outcome(text)


def outcome_by_flag(text: str) -> str:
    """The outcome of a cell in a column headed so, where data files print 1 and 0."""
    return {"1": "elected", "0": "not elected"}.get(text.strip()) or outcome_in_column(text)


def sitting(text: str) -> bool | None:
    """Whether a cell in a column of sitting members says yes or no; None where it says neither."""
    plain = _plain(text)
    if plain in _YES or plain == "1" or is_sitting(text):
        return True
    return False if plain in _NO or plain == "0" else None


def is_sitting(text: str) -> bool:
    """Whether a word beside a name states that the candidate sits already."""
    return _SITTING.fullmatch(_plain(text)) is not None


def stage(text: str) -> int | None:
    """The stage of a count at which a text says that somebody was elected."""
    found = re.search(r"(?:stage|count|round) (\d{1,4})", _plain(text))
    return int(found[1]) if found and outcome(text) == "elected" and int(found[1]) else None


def gender(text: str) -> str:
    """`f` or `m` where a cell states it; never asked of a name."""
    return _GENDERS.get(_plain(text), "")
