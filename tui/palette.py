"""The palette: anyone and anything on record, and every command with its key."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from rich.text import Text
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.plain import plain
from tui.screens.sentences import sentence

if TYPE_CHECKING:
    from db.wayfinding.finding import Found
    from tui.screens.main import MainScreen

MOST = 50
"""Hits shown: nobody reads more, and each costs."""


class Findings(Provider):
    """Persons, contests, sections, bodies and factions, found by the database's own index."""

    async def search(self, query: str) -> Hits:
        """Ask in a thread; the order of the answers is kept."""
        screen = cast("MainScreen", self.screen)
        try:
            found = await asyncio.to_thread(screen.reader.find, query, MOST)
        except Exception as problem:  # the palette must not end the app
            self.app.notify(sentence(problem), severity="error", markup=False)
            return
        for position, hit in enumerate(found):
            yield Hit(1 - position / 1000, _titled(hit), partial(screen.visit, hit), text=plain(hit.title))


def _titled(hit: Found) -> Text:
    return Text.assemble(
        plain(hit.title), (f"  {hit.kind}", "italic"), (f"  {plain(hit.hint)}" if hit.hint else "", "dim")
    )


class Commands(Provider):
    """Every key of the screen, by what it does."""

    def _bindings(self) -> list[Binding]:
        bindings = [active.binding for active in self.screen.active_bindings.values() if active.enabled]
        return [binding for binding in bindings if binding.group is not None and binding.id != "palette"]

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for binding in self._bindings():
            yield DiscoveryHit(
                self._titled(binding), self._deed(binding), text=binding.tooltip or binding.description
            )

    async def search(self, query: str) -> Hits:
        """Those that match, after what was found on record."""
        matcher = self.matcher(query)
        for binding in self._bindings():
            words = binding.tooltip or binding.description
            if (score := matcher.match(words)) > 0:
                yield Hit(score / 2, self._titled(binding), self._deed(binding), text=words)

    def _titled(self, binding: Binding) -> Text:
        return Text.assemble(
            binding.tooltip or binding.description, (f"  {self.app.get_key_display(binding)}", "bold")
        )

    def _deed(self, binding: Binding) -> Callable[[], Awaitable[bool | None]]:
        return partial(self.screen.run_action, binding.action)
