"""`slatewatch import FOLDER` where the folder is a record of CSV files: taken into the record, row by row."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.import_choices import Choices, agreed

if TYPE_CHECKING:
    from importers.merging import Step

SHOWN = 40
"""Rows that differ which a report names."""


def import_folder(folder: Path, choices: Choices) -> int:
    """Show what a folder would change, ask, store, and give the exit status."""
    from db.ledger import importing, writable
    from importers.merging import counted, digest, merge, plan
    from tui.commands.files import show
    from tui.commands.opening import database
    from tui.plain import plain

    with closing(writable(database(choices["db"]))) as connection:
        steps = list(plan(connection, folder))
        counts = counted(iter(steps))
        words = f"{folder.resolve().name}: {counts.words}"
        show("" if choices["as_json"] else "".join(f"{plain(line)}\n" for line in (words, *_lines(steps))))
        stored = None
        if counts.changes and not choices["dry_run"] and agreed(yes=choices["yes"]):
            with importing(connection, folder.resolve().name, digest(folder), counts.words) as ledger:
                merge(ledger, folder)
            stored = ledger.number
    if choices["as_json"]:
        rows = [{"file": file, "kind": kind, "rows": count} for (file, kind), count in counts.rows.items()]
        show(json.dumps({"import": stored, "folder": str(folder), "rows": rows}, indent=2) + "\n")
    else:
        show(_ending(stored, changes=counts.changes))
    return 0


def _lines(steps: list[Step]) -> list[str]:
    """The rows of which the record says something else, or had a gap."""
    from tui.commands.reports import SIGNS

    told = [
        f"  {SIGNS[step.kind]} {step.file}, line {step.line}: "
        + ", ".join(
            f"{one.name} {one.found}" + ("" if one.fills else f", on record {one.stored}")
            for one in step.differences
        )
        for step in steps
        if step.differences
    ]
    more = [f"  and {len(told) - SHOWN:,} more rows that differ"] if len(told) > SHOWN else []
    return told[:SHOWN] + more


def _ending(stored: int | None, *, changes: bool) -> str:
    if stored is not None:
        return f"Stored as import {stored}; `slatewatch undo {stored}` takes it back.\n"
    return "Nothing was stored.\n" if changes else "Nothing to store.\n"
