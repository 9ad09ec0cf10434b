"""Files with a few bytes changed: results, nothing, or one sentence; never another exception."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from test_many_lists import CASES as LISTS
from test_many_tables import CASES as TABLES

from importers.documents import BadFile, read
from importers.results.checks import Stored, checks, proposed_outcomes
from importers.results.previous import earlier
from importers.results.reading import results

FILES = [
    *(
        (case.file, case.content if isinstance(case.content, bytes) else case.content.encode())
        for case in TABLES
    ),
    *(("paste", case.text.encode()) for case in LISTS),
]
STORED = Stored(
    seats=1, unit="members' votes", electorate=100, ballots=50, quota=26.0, standing=(("Jane Doe", 5.0),)
)
PIECES = st.binary(max_size=6) | st.sampled_from(
    [
        b"\x00",
        b"\x1b[31m",
        b"-5",
        b"nan",
        b"inf",
        b"9999",
        b"1e400",
        b",,",
        b"\n",
        b"\t",
        b"|",
        b"%",
        b"</table>",
        b"<td",
        b'"',
        b"*",
    ]
)


@settings(derandomize=True, deadline=None, max_examples=120)
@given(st.sampled_from(FILES), st.integers(0, 400), st.integers(0, 30), PIECES)
def test_any_change_of_a_file_gives_results_or_one_sentence(
    file: tuple[str, bytes], place: int, length: int, new: bytes
) -> None:
    name, content = file
    start = place % (len(content) + 1)
    try:
        found = results(read(name, content[:start] + new + content[start + length :]))
    except BadFile as problem:
        assert "\n" not in str(problem)
        return
    for result in found:
        assert result.candidates
        assert all(one.votes is None or 0 <= one.votes <= 10_000_000_000 for one in result.candidates)
        assert all(
            origin and "\n" not in words for origin, words in (*result.doubts, *checks(result, STORED))
        )
        assert proposed_outcomes(result, 1, "", "plurality").reason
        earlier(result)
