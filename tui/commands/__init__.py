"""The commands of `slatewatch`, one module each; none imports more than it needs until it runs."""

COMMANDS = (
    "alike", "audit", "build", "completion", "distinct", "dump", "export", "import", "imports", "merge", "migrate",
    "scenario", "undo",
)  # fmt: skip
"""Their names: a first word that is none of them is a file to open."""

COMPLETE_VARIABLE = "_SLATEWATCH_COMPLETE"
"""The variable by which a shell asks for completions."""
