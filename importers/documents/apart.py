"""Read one file from standard input, in a process of its own, and write what it says to standard output.

Libraries that read spreadsheets and PDF end their whole process on some damaged files, or take all memory and time.  Here
they may: the app that asked sees only that no answer came.  This is run by its path, with the path of a module that has
`answer(data: bytes)`; neither imports anything of the project.
"""

from __future__ import annotations

import contextlib
import runpy
import sys

MEMORY = 3_000_000_000
SECONDS = 120


def main() -> None:
    """Answer once."""
    import msgspec

    _set_limits()
    answer = runpy.run_path(sys.argv[1])["answer"]
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer(sys.stdin.buffer.read())))


def _set_limits() -> None:
    """Bound memory and time where the system can; elsewhere the caller's own patience bounds the time."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
