"""The commands of `slatewatch`, one module each; none imports more than it needs until it runs."""

COMMANDS = ("build", "completion", "dump", "export", "import", "imports", "migrate", "undo")
"""Their names: a first word that is none of them is a file to open."""

COMPLETE_VARIABLE = "_SLATEWATCH_COMPLETE"
"""The variable by which a shell asks for completions."""
