"""Storing what a plan proposes: one transaction, every row with its source and its place in it."""

from __future__ import annotations

from importers.storage.storing import Making, store

__all__ = ["Making", "store"]
