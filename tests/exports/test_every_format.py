"""What holds for every format: the same bytes everywhere, one line end, safe to print, a name of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given

from db.lens import Lens
from tui.exports import FORMATS, default_name, export

from .hand_made import BOARD, hostile, texts_everywhere

PRINT_ALL = """
import hashlib
from exports.hand_made import BOARD
from tui.exports import FORMATS, export
print(*(hashlib.sha256(export(BOARD, format).encode()).hexdigest() for format in FORMATS))
"""


@pytest.mark.parametrize("form", FORMATS)
@given(text=hostile)
def test_a_hostile_record_never_reaches_the_terminal_and_always_the_file(form: str, text: str) -> None:
    exported = export(texts_everywhere(text), form)
    assert not {
        c
        for c in exported
        if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) < 0x202F)
    }
    assert exported.encode().decode() == exported


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_ends_in_one_line_end(form: str) -> None:
    text = export(BOARD, form)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_the_same_view_gives_the_same_bytes_in_any_locale_time_zone_and_process() -> None:
    sums = set()
    for locale, zone, seed in (
        ("C", "UTC", "0"),
        ("de_DE.UTF-8", "Asia/Tokyo", "1"),
        ("tr_TR.ISO-8859-9", "", "2"),
    ):
        tests = Path(__file__).parent.parent
        paths = os.pathsep.join([str(tests), str(tests.parent)])
        environment = {
            **os.environ,
            "LC_ALL": locale,
            "TZ": zone,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": paths,
        }
        done = subprocess.run(
            [sys.executable, "-c", PRINT_ALL], env=environment, capture_output=True, check=True
        )
        sums.add(done.stdout)
    assert len(sums) == 1
    assert len(sums.pop().split()) == len(FORMATS)


def test_a_file_is_named_after_what_is_looked_at() -> None:
    view = BOARD._replace(name="composition", lens=Lens(body="nec", section="clp", date="2014-08-20"))
    assert default_name(view, "markdown") == "composition-nec-clp-2014-08-20.md"
    assert default_name(view._replace(title="other", rows=()), "csv") == "composition-nec-clp-2014-08-20.csv"
    contest = view._replace(name="contest", lens=Lens(body="nec", section="clp", contest="nec-clp-2014"))
    assert default_name(contest, "json") == "contest-nec-clp-2014.json"
    narrowed = view._replace(
        lens=Lens(body="nec", factions=frozenset({"open-labour", "clga"}), text="Ann / Black")
    )
    assert default_name(narrowed, "html") == "composition-nec-clga-open-labour-ann-black.html"
    vote = view._replace(name="division", lens=Lens(body="nec", division="nec-2016-07-12", date="2016-07-12"))
    assert default_name(vote, "csv") == "division-nec-2016-07-12.csv"
    momentum = view._replace(name="faction", lens=Lens(body="nec", faction="momentum"))
    assert default_name(momentum, "html") == "faction-momentum-nec.html"
    assert default_name(view._replace(lens=Lens(against="2018")), "csv") == "composition-against-2018.csv"


@given(hostile)
def test_a_file_name_is_one_short_word_without_any_mark_of_a_path(text: str) -> None:
    name = default_name(texts_everywhere(text), "csv")
    stem, _, ending = name.rpartition(".")
    assert ending == "csv"
    assert stem.replace("-", "").isalnum() or all(c == "-" or c.isalnum() or not c.isascii() for c in stem)
    assert len(name.encode()) < 130
    assert Path(name).name == name


def test_the_factions_of_a_file_name_are_in_the_order_of_the_alphabet() -> None:
    lens = Lens(factions=frozenset("hgfedcba"))
    assert default_name(BOARD._replace(lens=lens), "csv") == "contest-a-b-c-d-e-f-g-h.csv"


def test_no_format_of_another_name_is_known() -> None:
    with pytest.raises(KeyError):
        export(BOARD, "pdf")
