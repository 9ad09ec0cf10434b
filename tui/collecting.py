"""When Python looks for garbage.

While a program loads, it makes hundreds of thousands of objects that stay for good, and looks through all of
them again and again; later one such look in the middle of a key press is seen as a stumble.  So nothing is
collected until the first picture stands, and what has been loaded by then is never looked through again.
"""

from __future__ import annotations

import gc


def wait() -> None:
    """Collect nothing until `begin`."""
    gc.disable()


def begin() -> None:
    """Leave what there is alone for good, and collect from now on what comes."""
    gc.freeze()
    gc.enable()
