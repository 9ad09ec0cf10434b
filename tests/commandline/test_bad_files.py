"""Files that cannot be read: one sentence that names file, place, found and expected; nothing stored; exit status 2."""

from __future__ import annotations

import gzip
import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

PLACE = ("--body", "nec", "--section", "treasurer", "--date", "2031-09-20", "--yes")
TABLE = "Candidate,Votes\nAda Newcomer,900\nBea Newcomer,800\n"
ENTITIES = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)


def bomb() -> bytes:
    """A spreadsheet that unpacks to a gigabyte of noughts."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w") as part,
    ):
        for _ in range(1_000):
            part.write(bytes(1_000_000))
    return packed.getvalue()


def truncated() -> bytes:
    """The first half of a spreadsheet."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>" * 1000)
    return packed.getvalue()[: len(packed.getvalue()) // 2]


BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "nothing in it": ("result.csv", lambda: b"", "found an empty file, expected"),
    "only blanks": ("result.csv", lambda: b"\n  \n", "found nothing but blanks, expected"),
    "cut off": ("result.xlsx", truncated, "found a damaged or cut-off archive"),
    "no text": ("result.txt", lambda: bytes(range(256)) * 20, "byte 1: found binary data, expected"),
    "a picture": ("result.csv", lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), "found a picture, expected"),
    "packed": ("result.csv", lambda: gzip.compress(TABLE.encode()), "found a compressed file, expected"),
    "no UTF-16 though marked": ("result.csv", lambda: b"\xff\xfe" + b"\x00\xd8" * 3, "found what is not UTF-16, expected"),
    "unpacks to a gigabyte": ("result.xlsx", bomb, "unpacks to 1,000,000,000 bytes, expected at most"),
    "ten thousand tags deep": ("result.html", lambda: b"<html>" + b"<div><table>" * 5_000, "nested more than"),
    "entities of entities": (
        "result.xml",
        lambda: (ENTITIES + "]><election><candidatename>&j;</candidatename><numvotes>1</numvotes></election>").encode(),
        "result.xml",
    ),
    "a quotation mark that stays open": ("result.csv", lambda: b'a,b\n1,2\n"3,4\n5,6\n', "line 3: found a quotation mark"),
    "a cell as long as a book": (
        "result.csv",
        lambda: f"Candidate,Votes\n{'A' * 10_001} Newcomer,900\nBea Newcomer,800\n".encode(),
        "line 2, column 1: found a cell of 10,010 characters, expected at most 10,000",
    ),
    "no results in it": ("result.txt", lambda: b"Nothing to see here.\n", "no results were found"),
    "JSON without an end": ("result.json", lambda: b'{"ballot_paper_id": "x", "candidacies": [', "result.json"),
    "JSON of brackets": ("result.json", lambda: b"[" * 200_000, "result.json"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_in_one_sentence_and_nothing_is_stored(
    fails: Callable[..., str], record: Path, tmp_path: Path, case: str
) -> None:
    name, content, words = BAD[case]
    own = Path(shutil.copy(record, tmp_path / "own.db"))
    before = own.read_bytes()
    (tmp_path / name).write_bytes(content())
    sentence = fails("import", name, *PLACE, "--db", own)
    assert words in sentence and "Traceback" not in sentence
    assert len(sentence) < 400
    assert own.read_bytes() == before
    assert not list(tmp_path.glob("*making*"))
