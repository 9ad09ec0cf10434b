"""What the tests of the formats made for data share: reading a text, spoiling a file, and what must hold of whatever comes out."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from importers.documents import BadFile
from importers.file import File
from importers.formats import Reading, read
from importers.results.result import FIELDS, Result

PUBLISHED = Path(__file__).parents[4] / "shared" / "published"
FUZZ = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
SCRAPS = [
    b"", b"-1", b"1e400", b"nan", b"inf", b"99999999999999999999", b"9999-12-31", b"\x1b[31m", b"[/]", b"|", b"\n", b"\r", b"\t",
    b'"', b",", b"\xe2\x80\xae", "ظ".encode(), b"&lol;", b"<", b">", b"{", b"}", b"[", b"]", b"{{", b"}}", b"{|", b"|}", b"'''",
    b"=", b"0", b"\xff", b"A" * 11_000,
]  # fmt: skip


def published(path: str) -> File:
    """One of the files as they were published; the test skips itself where they are not at hand."""
    place = PUBLISHED / path
    if not place.is_file():
        pytest.skip("the published files are not on this machine")
    return File(place.name, place.read_bytes(), place)


def file(text: str | bytes, name: str = "results") -> File:
    """A file of a text."""
    return File(name, text.encode() if isinstance(text, str) else text)


def only(text: str | bytes, form: str | None = None, name: str = "results") -> Result:
    """The one result in a text."""
    (result,) = read(file(text, name), form).results
    return result


def facts(result: Result) -> dict[str, str | int | float]:
    """What a result says of the contest."""
    return {fact.field: fact.value for fact in reversed(result.facts)}


def sentences(result: Result) -> str:
    """All doubts of a result."""
    return "\n".join(f"{place}: {words}" for place, words in result.doubts)


def refused(data: str | bytes, form: str | None = None, name: str = "results") -> str:
    """The one sentence with which a file is refused."""
    with pytest.raises(BadFile) as problem:
        read(file(data, name), form)
    words = str(problem.value)
    assert words.startswith(name)
    assert words.endswith(".")
    assert "found" in words
    assert "expected" in words
    assert "\n" not in words
    return words


def taken(data: bytes, form: str | None, name: str = "results") -> None:
    """Read bytes and see that a sound reading or one sentence comes out."""
    try:
        reading = read(file(data, name), form)
    except BadFile as problem:
        assert "\n" not in str(problem)
        assert str(problem).endswith(".")
        return
    check(reading)


def check(reading: Reading) -> None:
    """What holds of every reading: names, places, fields that are known, numbers within bounds, no control signs."""
    for result in reading.results:
        assert all(one.name and one.sort_name and one.origin for one in result.candidates)
        assert all(fact.field in FIELDS and fact.origin for fact in result.facts)
        assert all(one.votes is None or 0 <= one.votes <= 10**10 for one in result.candidates)
        assert all(one.share is None or 0 <= one.share <= 100 for one in result.candidates)
        assert {one.outcome for one in result.candidates} <= {
            "",
            "elected",
            "not elected",
            "withdrawn",
            "pending",
        }
        assert all(one.candidate is None or one.candidate < len(result.candidates) for one in result.stages)
        assert not any(unicodedata.category(sign) in ("Cc", "Cs") for text in texts(result) for sign in text)


def texts(result: Result) -> list[str]:
    """Every text that would be stored or shown."""
    told = [result.title, *(text for doubt in result.doubts for text in doubt)]
    told += [fact.value for fact in result.facts if isinstance(fact.value, str)]
    told += [text for one in result.candidates for text in one if isinstance(text, str)]
    return told + [text for one in result.candidates for pair in one.identifiers for text in pair]


@st.composite
def spoiled(draw: st.DrawFn, pages: list[bytes]) -> bytes:
    """A small file with some bytes put in, taken out or changed, or cut off."""
    data = bytearray(draw(st.sampled_from(pages)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 6))] = draw(st.sampled_from(SCRAPS) | st.binary(max_size=3))
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.integers(0, 9)) == 0 else data)
