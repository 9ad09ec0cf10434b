"""Whatever a file holds, it goes in and comes out again, or is refused with a sentence: never another exception, never half of it."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from records import SMALL, built, rows_of_all

from db.errors import SlatewatchError
from db.ledger import importing, undo, writable
from importers.file import File
from importers.intake import gather, prose_of
from importers.review.decisions import Decisions, Wanted
from importers.review.onrecord import OnRecord
from importers.review.planning import plan
from importers.review.proposal import DOUBTFUL
from importers.storage.storing import Making, store

SAMPLES = (
    "Candidate,Votes,Share,Slate,Result\nAda Oak,300,30%,TLA,Elected\nBen Ash,250,25%,TLA,\nCy Elm,200,20.5%,Steady,Not elected\n",
    "RTU members' section 2031\n\n1 Ada Oak (1) TLA  1,300 1,200 30.1% 29%\n2 Ben Ash (3) TLA 1,250 1,100 25% 24%\nTurnout: 38%\n",
    "<h2>Estate delegates, 2 June 2026</h2><table><tr><th>Name<th>Votes</tr><tr><td>Ida May<td>12</tr><tr><td rowspan=2>Hal Box<td>9</tr></table>",
    "# Result\n\n| Candidate | Votes |\n| --- | ---: |\n| Ada Oak | 1,300 |\n| Ben Ash* | 250 |\n\n\\* elected\n",
    '3 1\n-2\n4 1 3 0\n2 3=1 0\n0\n"Ada Oak"\n"Ben Ash (TLA)"\n"Cy Elm"\n"Ward 7 - Crater"\n',
    "===Crater (2)===\n{{Election box begin|title=Crater}}\n{{Election box winning candidate with party link|party=Moon|candidate=Ada Oak|votes=1,203}}\n{{Election box end}}\n",
    "The Riverside Tenants' Union elected Ada Oak and Ben Ash, backed by Tidewater Group, with 1,300 and 250 votes respectively, "
    "ahead of Cy Elm on 90. There are two seats, at least one of which must be filled by women. Nominations closed on May 3rd.",
    '{"ballot_paper_id": "local.moon.crater.2031-05-01", "candidacies": [{"person": {"id": 1, "name": "Ada Oak"}, "elected": true}]}',
    'county,precinct,office,district,party,candidate,votes\nMoon,Rim,Mayor,,M,"OAK, Ada",295.0\nMoon,Rille,Mayor,,S,Ben Ash,7\n',
)
NASTY = st.sampled_from(
    ["", ",", "\n", "\t", "|", '"', "<", "[[", "}}", "0", "-1", "1e400", "nan", "9" * 30, "9999-12-31", "\x1b[31m", "\u202e", "[/]", "é", "=1+1", "\x00"]
)  # fmt: skip
FUZZ = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=120,
    suppress_health_check=[HealthCheck.too_slow],
)


def in_and_out(data: bytes) -> None:
    """Import all that a file says, accept all that is doubtful, and take it back."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(shutil.copy(built(SMALL), Path(place) / "small.db"))
        with closing(writable(path)) as connection:
            record, before = OnRecord(connection), rows_of_all(connection)
            wanted = Wanted(body="Moon Council", section="Crater", date="2031-05-01", new=True)
            try:
                intake = gather([File("a file", data)], prose=prose_of(lambda: record.known))
                shown = plan(record, intake, decisions := Decisions(wanted, make_factions=True))
                ticks = {
                    item.key: True for one in shown.proposals for item in one.items if item.kind == DOUBTFUL
                }
                shown = plan(record, intake, decisions := decisions._replace(ticks=ticks))
                with importing(connection, "a file", "", "") as ledger:
                    store(ledger, shown, decisions, intake.origins, Making())
            except SlatewatchError as problem:
                assert str(problem)
                assert rows_of_all(connection) == before
                return
            undo(connection, ledger.number)
            assert rows_of_all(connection) == before


@FUZZ
@given(st.sampled_from(SAMPLES), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), NASTY), max_size=6))
@example(SAMPLES[0], [])
@example(SAMPLES[1], [])
@example(SAMPLES[4], [])
@example(SAMPLES[5], [])
@example(SAMPLES[6], [])
def test_a_spoiled_file_goes_in_and_out_again_or_is_refused(
    text: str, cuts: list[tuple[float, int, str]]
) -> None:
    for at, length, instead in cuts:
        start = int(at * len(text))
        text = text[:start] + instead + text[start + length :]
    in_and_out(text.encode("utf-8", "surrogatepass"))


@FUZZ
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_whatever_bytes_come_they_go_in_and_out_again_or_are_refused(data: bytes) -> None:
    in_and_out(data)


def test_the_samples_are_read_as_they_stand() -> None:
    counts = [
        sum(len(one.result.candidates) for one in gather([File("a file", text.encode())]).tables)
        for text in SAMPLES
    ]
    assert counts == [3, 2, 2, 2, 3, 1, 0, 1, 2]
