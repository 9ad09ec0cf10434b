"""The pane explained: what it shows, what the signs mean, and every key, made from the bindings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.dialogs.frame import Dialog
from tui.panes.kinds import PaneKind
from tui.screens.bindings import GROUP_ORDER

SIGNS = (
    "■ a faction switched on, □ one switched off. In the drawing ● is a seat, ◌ a seat whose holder's slate or side no "
    "source states, ○ a seat without a known holder, × one that stands empty. ◆ marks a row worth a look: a change of "
    "slate, a seat lost, a dispute between sources. ≠ stands after a value of which sources state "
    "something else. … means cut for want of room; exports are whole."
)
LISTS = "In the tables"
SHOWN = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "slash": "/",
    "question_mark": "?",
    "full_stop": ".",
    "equals_sign": "=",
    "pageup": "page up",
    "pagedown": "page down",
}


class HelpDialog(Dialog[str]):
    """A page of words and keys; enter or a click on a key presses it."""

    keys_words = "↑↓ scroll · enter presses the key · esc closes"

    def __init__(self, pane: PaneKind, bindings: Sequence[Binding]) -> None:
        super().__init__()
        self.pane, self.bindings = pane, bindings
        self.title_words = pane.label

    def contents(self) -> ComposeResult:
        """One list: words that cannot be chosen, keys that can."""
        yield OptionList(*page(self.pane, self.bindings), id="help", markup=False, compact=True)

    @on(OptionList.OptionSelected)
    def press(self, event: OptionList.OptionSelected) -> None:
        """Close and press the key."""
        self.dismiss(event.option_id)


def page(pane: PaneKind, bindings: Sequence[Binding]) -> Iterable[Option]:
    """The words, then the keys by group."""
    words = (pane.help, SIGNS) if pane.key else (pane.help,)  # what is no pane has signs of its own
    yield Option(Content("\n\n".join(words) + "\n"), disabled=True)
    groups: dict[str, list[Binding]] = {}
    for binding in bindings:
        if binding.id and not binding.system:
            groups.setdefault(binding.group.description if binding.group else LISTS, []).append(binding)
    own = [name for name in groups if name not in GROUP_ORDER and name != LISTS]
    for name in [*GROUP_ORDER, *own, LISTS]:
        if name in groups:
            yield Option(Content.styled(name, "bold underline"), disabled=True)
            for same in _together(groups[name]):
                yield Option(_said(same), id=same[0].key)


def key_name(binding: Binding) -> str:
    """The key as it is printed on the keyboard."""
    return binding.key_display or SHOWN.get(binding.key, binding.key).replace("ctrl+", "^")


def _together(bindings: Sequence[Binding]) -> Iterable[list[Binding]]:
    """Keys that do the same stand on one line."""
    same: dict[str, list[Binding]] = {}
    for binding in bindings:
        same.setdefault(binding.action, []).append(binding)
    return same.values()


def _said(same: Sequence[Binding]) -> Content:
    keys = " ".join(key_name(binding) for binding in same)
    return Content.assemble((f"  {keys:>12}  ", "bold"), same[0].tooltip or same[0].description)
