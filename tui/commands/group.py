"""`slatewatch` itself: opens the dashboard, and knows the other commands."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from db.errors import SlatewatchError
from tui.commands.audit import audit
from tui.commands.build import build
from tui.commands.claim import claim
from tui.commands.completion import completion
from tui.commands.dispute import dispute
from tui.commands.dump import dump
from tui.commands.evidence import evidence
from tui.commands.export import export
from tui.commands.importing.imports import imports, undo
from tui.commands.importing.results import import_results
from tui.commands.migrate import migrate
from tui.commands.opening import existing, nearest, open_dashboard
from tui.commands.persons import alike, distinct, merge
from tui.commands.questions import COMMANDS
from tui.commands.scenario import scenario
from tui.commands.scheme import scheme

EPILOG = """\b
Examples:
  slatewatch                                  your own database, made at first run
  slatewatch union.db                         another one
  slatewatch composition nec --date 2014-08-20
  slatewatch brief nec-clp-2014 -o article.md
  slatewatch export contest --contest nec-clp-2014 --format csv -o result.csv
  slatewatch import result.html --contest nec-clp-2026
  slatewatch build union.db --from folder-of-csv-files
  slatewatch dump folder-of-csv-files
"""


class FileOrCommand(click.Group):
    """A group whose first word may also be the file to open."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a first word that is none is the file to open.

        Raises:
            SlatewatchError: the word is neither.
        """
        word = args[0]
        if word in self.commands or word.startswith("-"):
            return super().resolve_command(ctx, args)
        if not existing(word):
            raise SlatewatchError(nearest(word, sorted(self.commands)))
        return "open", open_file, args

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer files as well as commands; files first, since bash forgets what stands before them."""
        return [CompletionItem(incomplete, type="file"), *super().shell_complete(ctx, incomplete)]


def _version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    """Print the version and stop."""
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        click.echo(f"slatewatch {version('slatewatch')}")
    except PackageNotFoundError:
        click.echo("slatewatch (not installed)")
    ctx.exit()


@click.group(
    cls=FileOrCommand,
    invoke_without_command=True,
    epilog=EPILOG,
    subcommand_metavar="[FILE.db | COMMAND [ARGS]...]",
    options_metavar="[OPTIONS]",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
@click.pass_context
def slatewatch(ctx: click.Context) -> int:
    """Watch the factional balance of elected bodies: slates, seats and careers, each with its sources.

    Without a command it opens the dashboard: on FILE.db, or on your own database, which is made from the
    record that comes with slatewatch at the first run.
    """
    return open_dashboard(None) if ctx.invoked_subcommand is None else 0


@click.command("open", hidden=True)
@click.argument("file")
def open_file(file: str) -> int:
    """Open the dashboard on a file."""
    return open_dashboard(file)


SHORT = {
    "alike": "Persons on record who may be one and the same.",
    "audit": "Check the record, all of it or a part.",
    "brief": "The article on a contest, ready to edit.",
    "build": "Make a database from a folder of CSV files.",
    "changes": "What changed between two days, seat by seat.",
    "claim": "Keep published claims, and let go of them.",
    "claims": "Published claims beside what the figures give.",
    "completion": "The script by which a shell completes words.",
    "composition": "Who holds a body or section on a day.",
    "distinct": "Say that two persons are two.",
    "division": "One recorded vote: who voted how.",
    "divisions": "The recorded votes inside a body.",
    "dispute": "Choose among values that sources state.",
    "disputes": "Where sources contradict each other.",
    "dump": "Write the whole record as a folder of files.",
    "evidence": "Where a row comes from, value by value.",
    "export": "Write any view: Markdown, CSV, JSON or HTML.",
    "faction": "One faction through time.",
    "import": "Store published results: pages, tables, lists.",
    "imports": "What was imported, merged and decided.",
    "ladder": "The narrowest seats, and what each needed.",
    "measures": "Disproportionality, swing, power and more.",
    "merge": "Say that two persons are one.",
    "migrate": "Bring an older database up to date.",
    "scenario": "Make, list or show scenarios: what if.",
    "scheme": "Make, copy and edit schemes of blocs.",
    "schemes": "How each scheme counts a body on a day.",
    "source": "What a source supports, alone or disputed.",
    "timeline": "What happened, day by day, and the seats then.",
    "undo": "Take back an import, a merge or a decision.",
}
"""What each command does in a line that fits where there are 80 cells: the list of commands cuts what is longer."""

for _command in (
    *COMMANDS,
    evidence,
    export,
    dump,
    import_results,
    imports,
    undo,
    scheme,
    dispute,
    audit,
    claim,
    alike,
    merge,
    distinct,
    build,
    migrate,
    scenario,
    completion,
):
    _command.short_help = SHORT[str(_command.name)]
    slatewatch.add_command(_command)
