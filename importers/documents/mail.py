"""E-mails as they are saved: the subject and the body, the page of it where there is one; RFC 5322 and RFC 2045 to 2049.

Lines are counted in the body, as a mail program shows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from importers.documents.document import BadFile, Cell, Document

if TYPE_CHECKING:
    from email.message import EmailMessage

Read = Callable[[str, bytes, str], Document]
HEAD: Final = 65_536
"""Bytes within which the headers of a message end."""

_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\r?\n")
_OWN = re.compile(rb"^(?:MIME-Version|Content-Type|Message-ID|Received|Return-Path):", re.I | re.M)
_FORMS: Final = {"text/html": "html", "text/plain": "text"}


def is_message(data: bytes) -> bool:
    """Whether a file begins with the headers that mail programs write, and not just with lines such as `From: Sam`."""
    found = _HEADERS.match(data[:HEAD])
    return found is not None and _OWN.search(found[0]) is not None


def read(name: str, data: bytes, inner: Read) -> Document:
    """What a message says.

    Args:
        name: the file's, for people.
        data: the whole file.
        inner: reads the body, by its name, its bytes and its format.

    Raises:
        BadFile: there is no text in it, or it cannot be read.
    """
    from email import message_from_bytes
    from email.policy import default

    try:
        message = message_from_bytes(data, policy=default)
        body = message.get_body(preferencelist=("html", "plain"))
        text = body.get_content() if body is not None else None
        form = _FORMS.get(body.get_content_type() if body is not None else "", "text")
        subject = _subject(message)
    except (LookupError, ValueError, AttributeError, TypeError, RecursionError) as problem:
        words = type(problem).__name__
        raise BadFile(
            f"{name}: found an e-mail that cannot be taken apart ({words}), expected one as saved."
        ) from None
    if not isinstance(text, str) or not text.strip():
        raise BadFile(f"{name}: found an e-mail without text, expected results in its body.")
    document = inner(name, text.encode(errors="replace"), form)
    title = (Cell(subject, "the subject"),) if subject else ()
    return document._replace(lines=(*title, *document.lines))


def _subject(message: EmailMessage) -> str:
    return " ".join(str(message.get("Subject", "")).split())[:200]
