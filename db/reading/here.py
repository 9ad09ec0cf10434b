"""The sections of a place, as every query takes them: bound to `:body` and `:section`."""

from __future__ import annotations

HERE = "section.body_id = :body AND (:section IS NULL OR :section IN (section.id, section.parent_id))"
"""Sections of the place: those of the body, or one with those that are part of it."""

SEAT = """CASE WHEN section.parent_id IS NOT NULL AND coalesce(:section, section.parent_id) = section.parent_id
          THEN section.parent_id ELSE section.id END"""
"""Whose seats they are: a section that is part of another one counts there, unless it is looked at alone."""
