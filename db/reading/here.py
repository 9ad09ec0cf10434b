"""The sections of a place, as every query takes them: bound to `:body` and `:section`."""

from __future__ import annotations

HERE = "section.body_id = :body AND (:section IS NULL OR :section IN (section.id, section.parent_id))"
"""Sections of the place: those of the body, or one with those that are part of it."""

SEAT = """CASE WHEN section.parent_id IS NOT NULL AND coalesce(:section, section.parent_id) = section.parent_id
          THEN section.parent_id ELSE section.id END"""
"""Whose seats they are: a section that is part of another one counts there, unless it is looked at alone."""

OWN = "section.body_id = :body AND (section.id = :section OR :section IS NULL AND section.parent_id IS NULL)"
"""Sections whose seats are counted each for itself: those that are part of no other one, or the one that is looked at."""

WITH_PARTS = "SELECT id FROM section WHERE body_id = ? AND (id = ? OR parent_id = ?)"
"""A section with those that are part of it; bound to the body, and twice to the section."""
