"""Articles and press releases: what stands in them by name, and what they say of elections."""

from __future__ import annotations

from importers.prose.reading import read

__all__ = ["read"]
