"""How Python shares out its time: one way until the first picture stands, another after it.

While a program loads, it makes hundreds of thousands of objects that stay for good, and looks through all of
them for garbage again and again; later one such look in the middle of a key press is seen as a stumble.  So
nothing is collected until the first picture stands, and what has been loaded by then is never looked through.

Afterwards threads hand over sooner than Python has them do: a question steps through its rows while the
screen paints, and waits at each row for its turn.
"""

from __future__ import annotations

import gc
import sys

HANDOVER = 0.0005
"""Seconds after which a thread hands over, once the app runs."""


def load() -> None:
    """Collect nothing until `run`."""
    gc.disable()


def run() -> None:
    """Leave what there is alone for good, collect from now on what comes, and hand over often."""
    gc.freeze()
    gc.enable()
    sys.setswitchinterval(HANDOVER)
