"""What is written to a file is whole or not there, and replaces only what the user gave up."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from db.errors import SlatewatchError
from importers.saving import save


def test_an_existing_file_stays_as_it_is_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(SlatewatchError, match=r"a\.md exists already; --force replaces it\."):
        save([b"new"], path, force=False)
    assert path.read_text(encoding="utf-8") == "mine"
    save([b"new"], path, force=True)
    assert path.read_text(encoding="utf-8") == "new"


def test_a_file_that_cannot_be_finished_leaves_the_old_one_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.md"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SlatewatchError, match=r"a\.md cannot be written: no space left on device\."):
        save([b"new"], path, force=True)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_missing_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SlatewatchError, match=r"none.a\.md cannot be written: no such file or directory\."):
        save([b"new"], tmp_path / "none" / "a.md", force=False)


def test_a_folder_is_no_file_even_by_force(tmp_path: Path) -> None:
    with pytest.raises(SlatewatchError, match="is a folder"):
        save([b"new"], tmp_path, force=True)


@pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")
def test_a_replaced_file_keeps_its_mode_and_a_link_its_place(tmp_path: Path) -> None:
    target, link = tmp_path / "target.md", tmp_path / "link.md"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    save([b"new"], link, force=True)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_every_byte_is_as_exported_with_no_line_end_changed(tmp_path: Path) -> None:
    save(["é\n".encode(), "\N{MINUS SIGN}\n".encode()], tmp_path / "a.csv", force=False)
    assert (tmp_path / "a.csv").read_bytes() == b"\xc3\xa9\n\xe2\x88\x92\n"
