"""Preferences of Scottish councils' elections: one row for the papers of one order, the candidates, the ward.

Two files look alike and mean different things: in one the numbers of a row are candidates in the order of preference, in the
other they are the ranks given to candidate 1, 2, 3 ...  Rows tell which it is, unless every paper ranks everybody.

Source: github.com/mggg/scot-elex (orders, CSV), the councils' preference profile reports, and the data files of Denis
Mollison's "STV elections" (www.macs.hw.ac.uk/~denis/stv_elections; ranks).
"""

from __future__ import annotations

from typing import Final

from importers.documents.document import BadFile
from importers.file import File
from importers.formats.format import Reading
from importers.formats.preferences import profile, ranked

NAME: Final = "preferences"
TITLE: Final = "Preferences of Scottish elections (CSV of orders, or ranks)"


def sure(file: File) -> float:
    """Sure by the numbers at the head and the names of the candidates where each kind has them."""
    return 0.95 if profile.is_profile(file.start) or ranked.is_ranked(file.start) else 0.0


def read(file: File) -> Reading:
    """The one contest of a file, with its ballots.

    Raises:
        BadFile: it is of neither kind, or something in it is not what its kind has there.
    """
    if ranked.is_ranked(file.start):
        return Reading(NAME, (ranked.contest(file),))
    if profile.is_headed(file.start):
        return Reading(NAME, (profile.contest(file),))
    raise BadFile(
        f"{file.name}, line 1: found neither kind of preferences, expected the numbers of candidates and seats, or a title and "
        "below it the numbers of seats, candidates, lines and electors."
    )
