"""`slatewatch import` of what is taken as a whole: large tables, and folders of records."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from db.errors import SlatewatchError
from tui.commands.importing.choices import Choices, may_store

if TYPE_CHECKING:
    from importers.progress import Progress
    from importers.whole import Offer, Taken

PAUSE = 0.1
"""Seconds between two pictures of the bar: it is drawn by whoever does the work, and no thread beside."""

LONGEST_NAME = 30
"""Signs of what is being done beside the bar."""


def import_whole(offer: Offer, choices: Choices) -> int:
    """Show what is understood, ask, store with a bar, and give the exit status.

    Raises:
        SlatewatchError: something has to be said before it can be stored.
    """
    from tui.commands.telling import show
    from tui.plain import plain

    if not choices["as_json"]:
        show("".join(f"{plain(line)}\n" for line in (offer.name, *offer.lines)))
    _see_enough(offer, choices)
    taken = None
    if offer.changes and may_store(choices):
        taken = _stored(offer, choices)
    show(_as_data(offer, taken) if choices["as_json"] else _ending(offer, taken))
    return 0


def _see_enough(offer: Offer, choices: Choices) -> None:
    lacking = [one for one in offer.lacking if not choices[one]]  # type: ignore[literal-required]
    if lacking and not choices["dry_run"]:
        options = " and ".join(f"--{one}" for one in lacking)
        raise SlatewatchError(f"{offer.name}: the table does not say all that is wanted; {options} say it.")


def _stored(offer: Offer, choices: Choices) -> Taken:
    from importers.bulk import Given
    from importers.origin import Origin

    given = Given(
        choices["body"] or "", choices["section"] or "", choices["date"] or "", unit=choices["unit"]
    )
    origin = Origin(
        offer.name, choices["publisher"], choices["title"], choices["address"], choices["source_date"]
    )
    with bar() as progress:
        return offer.take(given, progress, origin)


@contextmanager
def bar() -> Iterator[Progress]:
    """A bar with a true count on standard error, where that is a terminal."""
    from importers.progress import untold

    if not sys.stderr.isatty():
        yield untold
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as drawn:
        task, shown = drawn.add_task("", total=None), 0.0

        def tell(words: str, done: int, total: int) -> None:
            nonlocal shown
            drawn.update(task, description=words[:LONGEST_NAME], completed=done, total=total or None)
            if (now := monotonic()) - shown > PAUSE or done == total:
                shown = now
                drawn.refresh()

        yield tell


def _ending(offer: Offer, taken: Taken | None) -> str:
    from tui.plain import plain

    if taken is None:
        return "Nothing was stored.\n" if offer.changes else "Nothing to store.\n"
    lines = [plain(f"  {doubt}") for doubt in taken.doubts]
    said = "Nothing to store" if taken.number is None else f"Stored as import {taken.number}"
    back = "." if taken.number is None else f"; `slatewatch undo {taken.number}` takes it back."
    return "".join(f"{line}\n" for line in (*lines, f"{plain(taken.summary)}", f"{said}{back}"))


def _as_data(offer: Offer, taken: Taken | None) -> str:
    data = {
        "import": taken.number if taken else None,
        "name": offer.name,
        "understood": list(offer.lines),
        "lacking": list(offer.lacking),
        "summary": taken.summary if taken else None,
        "doubts": list(taken.doubts) if taken else [],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
