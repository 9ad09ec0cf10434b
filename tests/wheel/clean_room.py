"""A virtual environment that holds a wheel, the packages that the wheel says it needs, and nothing else.

The needed packages are copied from the environment of the tests, so that no network is asked and a requirement that
the project forgot to declare is missed there as it would be on a stranger's machine.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path


def build_wheel(project: Path, folder: Path) -> Path:
    """Build the project's wheel as a release would, and give its path."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def install(wheel: Path, folder: Path) -> Path:
    """Make the environment and put the wheel into it; gives the folder of its programs."""
    venv.create(folder, with_pip=False)
    (packages,) = folder.glob("lib/python*/site-packages")
    programs = folder / "bin"
    python = programs / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    subprocess.run([*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)], check=True)
    (metadata,) = packages.glob("slatewatch-*.dist-info")
    for needed in closure(Distribution.at(metadata)):
        copy(needed, packages)
    return programs


def closure(asking: Distribution) -> Iterator[Distribution]:
    """Every package that a package needs without its extras, and what those need in turn, each once."""
    seen: set[str] = set()
    waiting = [asking]
    while waiting:
        for name in needs(waiting.pop()):
            if name in seen:
                continue
            seen.add(name)
            try:
                found = distribution(name)
            except PackageNotFoundError:
                continue  # wanted on other systems only
            waiting.append(found)
            yield found


def needs(package: Distribution) -> Iterator[str]:
    """The names of the packages that a package needs; those of its extras are left out."""
    for requirement in package.requires or ():
        name = re.match(r"[A-Za-z0-9._-]+", requirement)
        if name and "extra ==" not in requirement:
            yield name[0].lower()
        if extras := re.match(r"[A-Za-z0-9._-]+\[([^]]+)\]", requirement):
            yield from (
                word[0].lower()
                for other in distribution(extras[0].partition("[")[0]).requires or ()
                if any(f"extra == '{extra}'" in other.replace('"', "'") for extra in extras[1].split(","))
                and (word := re.match(r"[A-Za-z0-9._-]+", other))
            )


def copy(package: Distribution, packages: Path) -> None:
    """Copy the files of an installed package; its programs stay behind."""
    for file in package.files or ():
        source = Path(str(package.locate_file(file)))
        if ".." not in file.parts and source.is_file():
            target = packages / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
