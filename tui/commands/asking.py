"""Asking whether something is to be done, where somebody is there to be asked."""

from __future__ import annotations

import sys

import click

from db.errors import SlatewatchError


def agreed(question: str, unasked: str, *, yes: bool) -> bool:
    """Whether the user wants it done.

    Args:
        question: to be answered with yes or no.
        unasked: what is said where nobody is there: `nothing was stored; --yes stores it without asking.`
        yes: whether the user has said so already.

    Raises:
        SlatewatchError: nobody is there to be asked.
    """
    if not yes and not sys.stdin.isatty():
        raise SlatewatchError(unasked)
    return yes or click.confirm(question, err=True)
