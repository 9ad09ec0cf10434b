"""What is wrong with a sentence, as a sub-editor's eye would see it: number, articles, blanks, signs, its beginning and end."""

from __future__ import annotations

import re

NOUNS = (
    "seat|vote|contest|candidate|candidacy|member|holder|person|position|point|outcome|result|faction|scheme|scenario|section|"
    "spell|change|day|election|bloc|assumption|slate|group|coalition|name|sitting member|new member|recorded vote"
)
MANY = f"(?:{NOUNS.replace('candidacy|', '').replace('person|', '').replace('bod', 'bod')})s|candidacies|people|persons|bodies"
SEVERAL = r"(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|[1-9][\d,]*\d)"

SLIPS = {
    "one of a plural": re.compile(rf"(?<![\d.,])\b(?:one|1) (?:{MANY})\b"),
    "several of a singular": re.compile(rf"\b{SEVERAL} (?:{NOUNS})\b(?![-'])"),
    "two blanks": re.compile(r"  "),
    "a blank before a mark": re.compile(r" [,.;:)]"),
    "two marks": re.compile(r"[,;:.][,;:]|\.\.|[,;:]\."),
    "empty brackets": re.compile(r"\( ?\)|“”"),
    "a bare value": re.compile(r"\bNone\b|\bTrue\b|\bFalse\b|\bnan\b|\binf\b"),
    "a word twice": re.compile(r"\b(the|a|an|of|in|on|and|for|from|to|was|were|with|by) \1\b"),
    "the wrong article": re.compile(r"\b[Aa] (?:independent|outcome|endorsement|organisation|assumption|election)\b|\b[Aa]n (?:seat|slate|majority)\b"),
    "the wrong verb": re.compile(rf"\b(?:one|1) (?:{NOUNS}) (?:are|were|have)\b|(?<![Oo]ne of )\b{SEVERAL} (?:{MANY}) (?:is|was|has)\b"),
    "none of nothing": re.compile(r"\bof the (?:no|one) \w+s\b|\bthe one \w+s\b|\bof nothing\b"),
    "a hyphen for a minus": re.compile(r"(?<![\w“])-\d"),
    "a large number without its thousands": re.compile(r"(?<![\d,.])(?!(?:1[89]|20)\d\d\b)\d{4,}\b"),
}  # fmt: skip


def slips(said: str) -> list[str]:
    """The names of what is wrong with a sentence."""
    found = [name for name, slip in SLIPS.items() if slip.search(said)]
    if not said or said[-1] not in ".?!":
        found.append("no end")
    if not re.match(r"[\dA-ZÀ-Þ“]", said):
        found.append("no beginning")
    return found
