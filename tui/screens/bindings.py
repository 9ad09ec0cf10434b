"""Every key of the main screen, once: the line of keys, the help and the palette are made from this list.

A binding without `show` is not on the line at the foot, but in the help and the palette like all others.
"""

from __future__ import annotations

from textual.binding import Binding

from tui.panes.kinds import PANES

GROUP_ORDER = ("Panes", "Factions", "Filter, date, order", "Moving", "Taking away", "Help and screen")


def _key(
    key: str,
    action: str,
    description: str,
    group: str,
    tooltip: str,
    *,
    id: str,
    show: bool = True,
    display: str | None = None,
) -> Binding:
    return Binding(
        key,
        action,
        description,
        show=show,
        key_display=display,
        tooltip=tooltip,
        id=id,
        group=Binding.Group(group, compact=True),
    )


BINDINGS: list[Binding] = [
    *(
        _key(
            pane.key,
            f"pane('{pane.view}')",
            pane.label,
            "Panes",
            f"Open the pane {pane.label}",
            id=f"pane.{pane.view}",
            show=False,
        )
        for pane in PANES
    ),
    *(
        _key(
            str(n),
            f"toggle_faction({n})",
            "faction",
            "Factions",
            f"Switch faction {n} on or off",
            id=f"faction.{n}",
        )
        for n in range(1, 10)
    ),
    _key("0", "all_factions", "all", "Factions", "Show every faction again", id="faction.all"),
    _key(
        "f", "pick_factions", "factions", "Factions", "Pick from every faction, by typing", id="faction.pick"
    ),
    _key(
        "slash",
        "filter",
        "filter",
        "Filter, date, order",
        "Filter the rows by words",
        id="filter",
        display="/",
    ),
    _key(
        "left_square_bracket",
        "stride(-1)",
        "date",
        "Filter, date, order",
        "Go to the date of change before",
        id="date.earlier",
        display="[",
    ),
    _key(
        "right_square_bracket",
        "stride(1)",
        "date",
        "Filter, date, order",
        "Go to the next date of change",
        id="date.later",
        display="]",
    ),
    _key("d", "pick_date", "day", "Filter, date, order", "Type a date", id="date.pick"),
    _key(
        "v",
        "pick_against",
        "against",
        "Filter, date, order",
        "Choose the date or contest to compare with",
        id="date.against",
    ),
    _key("s", "sort", "sort", "Filter, date, order", "Sort by the next column", id="sort.next"),
    _key(
        "S",
        "reverse",
        "reverse",
        "Filter, date, order",
        "Sort the other way round",
        id="sort.reverse",
        show=False,
        display="S",
    ),
    _key("escape", "back", "back", "Moving", "Back to where one was", id="back", display="esc"),
    _key("backspace", "back", "back", "Moving", "Back to where one was", id="back.quick", show=False),
    _key("tab", "onward", "next table", "Moving", "To the next table", id="focus.next", show=False),
    _key(
        "shift+tab",
        "backward",
        "table before",
        "Moving",
        "To the table before, or the list of bodies",
        id="focus.previous",
        show=False,
    ),
    _key(
        "b",
        "bodies",
        "bodies",
        "Moving",
        "To the list of bodies, sections and contests, and away",
        id="bodies",
    ),
    _key("e", "export", "export", "Taking away", "Write the view to a file", id="export"),
    _key("y", "copy_row", "copy", "Taking away", "Copy the row", id="copy.row"),
    _key(
        "Y",
        "copy_view",
        "copy all",
        "Taking away",
        "Copy the whole view as Markdown",
        id="copy.view",
        show=False,
        display="Y",
    ),
    _key(
        "full_stop",
        "notes",
        "notes",
        "Help and screen",
        "Read the notes and the sources",
        id="notes",
        display=".",
    ),
    _key(
        "question_mark",
        "explain",
        "help",
        "Help and screen",
        "Explain this pane and its keys",
        id="help",
        display="?",
    ),
    _key(
        "f1",
        "explain",
        "help",
        "Help and screen",
        "Explain this pane and its keys",
        id="help.f1",
        show=False,
        display="F1",
    ),
    _key(
        "ctrl+p",
        "app.command_palette",
        "find",
        "Help and screen",
        "Find anyone, anything and every command",
        id="palette",
        display="^p",
    ),
    _key(
        "m",
        "enlarge",
        "maximise",
        "Help and screen",
        "Give the table the whole screen, and back",
        id="maximise",
        show=False,
    ),
    _key(
        "ctrl+t",
        "swap_theme",
        "light or dark",
        "Help and screen",
        "Change between light and dark",
        id="theme.swap",
        show=False,
        display="^t",
    ),
    _key("q", "app.quit", "quit", "Help and screen", "Leave slatewatch", id="quit"),
]
