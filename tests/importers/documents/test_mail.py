"""E-mails as they are saved are read as what they say, whatever their encoding; broken ones are refused in one sentence."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.documents import BadFile, read
from importers.results.reading import results

BODY = "Dear member,\n\nThe result is:\n\nZoë Oak – 13,877 – Elected\nBen Ash – 12,930 – Not elected\n"
PAGE = "<h1>Result</h1><table><tr><th>Name<th>Votes<tr><td>Zoë Oak<td>13,877<tr><td>Ben Ash<td>12,930</table>"


def message(
    *, page: str = "", body: str = BODY, cte: str = "quoted-printable", charset: str = "utf-8"
) -> bytes:
    made = EmailMessage()
    made["From"], made["To"] = "ro@example.org", "members@example.org"
    made["Subject"] = "Résultat of the members’ section, 2027"
    made.set_content(body, cte=cte, charset=charset)
    if page:
        made.add_alternative(page, subtype="html")
    return made.as_bytes()


@pytest.mark.parametrize(
    ("cte", "charset"), [("quoted-printable", "utf-8"), ("base64", "utf-8"), ("8bit", "cp1252")]
)
def test_the_subject_and_the_body_are_read_in_any_encoding(cte: str, charset: str) -> None:
    (found,) = results(read("mail.eml", message(cte=cte, charset=charset)))
    assert [(one.name, one.votes, one.outcome, one.origin) for one in found.candidates] == [
        ("Zoë Oak", 13877, "elected", "line 5"),
        ("Ben Ash", 12930, "not elected", "line 6"),
    ]
    assert "Résultat of the members’ section, 2027" in found.heads


def test_of_a_message_with_a_page_the_page_is_read() -> None:
    document = read("mail.eml", message(page=PAGE))
    assert document.format == "html" and document.lines[0].origin == "the subject"
    (found,) = results(document)
    assert [one.votes for one in found.candidates] == [13877, 12930]


def test_lines_that_look_like_headers_make_no_message_of_a_text() -> None:
    text = "From: Sam\nSubject: Fwd: result\n\nZoë Oak 13,877\nBen Ash 12,930\n"
    assert read("pasted text", text.encode()).format == "text"


def test_a_message_without_text_is_refused_in_one_sentence() -> None:
    with pytest.raises(
        BadFile, match=r"^mail\.eml: found an e-mail without text, expected results in its body\.$"
    ):
        read("mail.eml", message(body=" "))


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.integers(0, 600), st.binary(max_size=12), st.booleans())
def test_a_spoiled_message_is_read_or_refused(at: int, junk: bytes, page: bool) -> None:
    whole = message(page=PAGE if page else "")
    try:
        results(read("mail.eml", whole[:at] + junk + whole[at + len(junk) :]))
    except BadFile as problem:
        assert "\n" not in str(problem)
