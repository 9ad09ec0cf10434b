"""Every key of the main screen, once: the line of keys, the help and the palette are made from this list.

A binding without `show` is not on the line at the foot, but in the help and the palette like all others.
"""

from __future__ import annotations

from textual.binding import Binding

from tui.panes.kinds import PANES

GROUP_ORDER = (
    "Panes",
    "Factions",
    "Filter, date, order",
    "Moving",
    "Importing",
    "Persons",
    "Taking away",
    "Help and screen",
)


def _key(
    key: str,
    action: str,
    description: str,
    group: str,
    tooltip: str,
    *,
    name: str,
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
        id=name,
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
            name=f"pane.{pane.view}",
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
            name=f"faction.{n}",
        )
        for n in range(1, 10)
    ),
    _key("0", "all_factions", "all", "Factions", "Show every faction again", name="faction.all"),
    _key(
        "f",
        "pick_factions",
        "factions",
        "Factions",
        "Pick from all factions by typing",
        name="faction.pick",
    ),
    _key(
        "slash",
        "filter",
        "filter",
        "Filter, date, order",
        "Filter the rows by words",
        name="filter",
        display="/",
    ),
    _key(
        "left_square_bracket",
        "stride(-1)",
        "date",
        "Filter, date, order",
        "Go to the date of change, or the contest, before",
        name="date.earlier",
        display="[",
    ),
    _key(
        "right_square_bracket",
        "stride(1)",
        "date",
        "Filter, date, order",
        "Go to the next date of change, or contest",
        name="date.later",
        display="]",
    ),
    _key("d", "pick_date", "day", "Filter, date, order", "Type a date", name="date.pick"),
    _key(
        "v",
        "pick_against",
        "against",
        "Filter, date, order",
        "Choose the date or contest to compare with",
        name="date.against",
    ),
    _key(
        "g",
        "change_grouping",
        "grouping",
        "Filter, date, order",
        "Group holders by slate, by endorsement, by alignment, by the blocs of a scheme",
        name="grouping.next",
    ),
    _key("s", "sort", "sort", "Filter, date, order", "Sort by the next column", name="sort.next"),
    _key(
        "S",
        "reverse",
        "reverse",
        "Filter, date, order",
        "Sort the other way round",
        name="sort.reverse",
        show=False,
        display="S",
    ),
    _key("escape", "back", "back", "Moving", "Back to where one was", name="back", display="esc"),
    _key("backspace", "back", "back", "Moving", "Back to where one was", name="back.quick", show=False),
    _key("tab", "onward", "next table", "Moving", "To the next table", name="focus.next", show=False),
    _key(
        "shift+tab",
        "backward",
        "table before",
        "Moving",
        "To the table before, or the list of bodies",
        name="focus.previous",
        show=False,
    ),
    _key(
        "b",
        "bodies",
        "bodies",
        "Moving",
        "To the list of bodies and contests, and away",
        name="bodies",
    ),
    _key("o", "open_result", "import", "Importing", "Open files with published results", name="import.open"),
    _key("p", "paste_result", "paste", "Importing", "Paste a published result", name="import.paste"),
    _key(
        "z",
        "imports",
        "undo",
        "Importing",
        "List imports and merges, and take one back",
        name="imports",
        show=False,
    ),
    _key(
        "equals_sign",
        "same_person",
        "same as",
        "Persons",
        "Say who is the same person, and merge them",
        name="person.same",
        display="=",
    ),
    _key(
        "x",
        "other_person",
        "not the same",
        "Persons",
        "Say who is not the same person as this one",
        name="person.other",
    ),
    _key("e", "export", "export", "Taking away", "Write the view to a file", name="export"),
    _key("y", "copy_row", "copy", "Taking away", "Copy the row", name="copy.row"),
    _key(
        "Y",
        "copy_view",
        "copy all",
        "Taking away",
        "Copy the whole view as Markdown",
        name="copy.view",
        show=False,
        display="Y",
    ),
    _key(
        "full_stop",
        "notes",
        "notes",
        "Help and screen",
        "Read the notes and the sources",
        name="notes",
        display=".",
    ),
    _key(
        "question_mark",
        "explain",
        "help",
        "Help and screen",
        "Explain this pane and its keys",
        name="help",
        display="?",
    ),
    _key(
        "f1",
        "explain",
        "help",
        "Help and screen",
        "Explain this pane and its keys",
        name="help.f1",
        show=False,
        display="F1",
    ),
    _key(
        "ctrl+p",
        "app.command_palette",
        "find",
        "Help and screen",
        "Find anyone, anything and every command",
        name="palette",
        display="^p",
    ),
    _key(
        "m",
        "enlarge",
        "maximise",
        "Help and screen",
        "Give the table the whole screen, and back",
        name="maximise",
        show=False,
    ),
    _key(
        "ctrl+t",
        "swap_theme",
        "light or dark",
        "Help and screen",
        "Change between light and dark",
        name="theme.swap",
        show=False,
        display="^t",
    ),
    _key("q", "app.quit", "quit", "Help and screen", "Leave slatewatch", name="quit"),
]
