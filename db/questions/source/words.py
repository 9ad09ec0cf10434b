"""What is said of a source: how much rests on it, how much on it alone, and what others state otherwise."""

from __future__ import annotations

from db.reading.sources import called
from db.reading.support import Support
from db.view import Source, Table
from db.wording import count, sentence


def findings(source: Source, kind: str, every: Support, alone: Support, disputed: Table) -> tuple[str, ...]:
    """One to three sentences; none where nothing rests on the source."""
    if not every.total:
        return ()
    statements = count(every.total, "statement")
    said = [f"On {called(source)} {'rests' if every.total == 1 else 'rest'} {statements} of the record"]
    if kind == "unsourced":
        said = [f"{count(every.total, 'row is', 'rows are')} confirmed by no page"]
    elif kind == "derived":
        said = [
            f"{statements[0].upper()}{statements[1:]} of the record were worked out here from published figures"
        ]
    elif alone.total == every.total:
        said.append("No other source on record supports any of them")
    elif alone.total:
        said.append(
            f"{count(alone.total, 'of them is', 'of them are')} supported by no other source on record"
        )
    if number := len(disputed.rows):
        said.append(
            f"{count(number, 'value that it states is', 'values that it states are')} stated otherwise elsewhere"
        )
    return tuple(map(sentence, said))
