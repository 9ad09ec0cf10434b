"""Draws docs/screenshot.svg: the dashboard as it is, on the packaged record.

    python docs/make_screenshot.py

The app runs without a terminal, so the picture is the same on every machine.  Make it anew when the screen changes.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from db.lens import Lens, Place
from importers.folder import build
from importers.packaged import RECORD
from tui.app import Slatewatch
from tui.reader import Reader

PICTURE = Path(__file__).with_name("screenshot.svg")
SIZE = (120, 40)
PLACE = Place("composition", Lens(body="nec", date="2020-11-13"))
"""What the picture shows: the National Executive Committee after the elections of 2020."""


FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Rules that fetch a font from elsewhere: the reader's own monospaced font serves, and nobody is asked for one."""


async def draw(database: Path) -> str:
    """Run the app on a database and give its screen as SVG."""
    app = Slatewatch(Reader(database), place=PLACE)
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(3):
            await app.workers.wait_for_complete()
            await pilot.pause()
        return FONTS.sub("", app.export_screenshot(title="slatewatch"))


def main() -> None:
    """Make a database from the record, and the picture from that."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "record.db"
        build(RECORD, database)
        PICTURE.write_text(asyncio.run(draw(database)), encoding="utf-8")


if __name__ == "__main__":
    main()
