"""`slatewatch completion`: the script that makes a shell complete commands, options and names."""

from __future__ import annotations

import click

from tui.commands import COMPLETE_VARIABLE

PLACES = {
    "bash": "slatewatch completion bash > ~/.local/share/bash-completion/completions/slatewatch",
    "zsh": 'slatewatch completion zsh > "${fpath[1]}/_slatewatch"',
    "fish": "slatewatch completion fish > ~/.config/fish/completions/slatewatch.fish",
}
"""How each shell takes the script for good."""

EPILOG = "\b\nTo install:\n" + "".join(f"  {line}\n" for line in PLACES.values())


@click.command(epilog=EPILOG)
@click.argument("shell", type=click.Choice(tuple(PLACES)), metavar="bash|zsh|fish")
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that lets a shell complete commands, options, and names from your database."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:  # pragma: no cover - click knows the three
        raise click.UsageError(f"no completion for {shell}")
    script = kind(ctx.find_root().command, {}, "slatewatch", COMPLETE_VARIABLE)
    source = (script.source_template % script.source_vars()).strip("\n")
    click.echo(_with_comment(source, f"# To install: {PLACES[shell]}"))


def _with_comment(source: str, comment: str) -> str:
    """Put the comment first, or second where zsh wants its own mark first."""
    first, _, rest = source.partition("\n")
    return f"{first}\n{comment}\n{rest}" if first.startswith("#compdef") else f"{comment}\n{source}"
