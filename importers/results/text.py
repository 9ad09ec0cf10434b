"""Text from outside made fit to be read: no control signs, no invisible ones, one space between words."""

from __future__ import annotations

import re
import unicodedata

ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])?|\x9b[0-?]*[ -/]*[@-~]?"
)
"""What a terminal takes for an order: taken out whole, so that no `[31m` stays behind in a name."""

SPACES = {"Cc", "Zs", "Zl", "Zp"}
NOTHING = {"Cf", "Cs"}
MINUS = str.maketrans({"−": "-", "﹣": "-", "-": "-"})


def clean(text: str) -> str:
    """The text on one line, composed, without what cannot be seen; direction marks go, letters stay in their order."""
    if not text.isprintable():
        text = "".join(map(_kept, ESCAPES.sub(" ", text)))
    return " ".join(unicodedata.normalize("NFC", text.translate(MINUS)).split())


def _kept(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind in SPACES:
        return " "
    return "" if kind in NOTHING else sign
