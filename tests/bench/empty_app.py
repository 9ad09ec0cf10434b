"""The least that a Textual app can be: what slatewatch's first screen is measured beside."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Empty(App[None]):
    """One word on an empty screen."""

    def compose(self) -> ComposeResult:
        """The word that the measurement waits for."""
        yield Static("ready · 1 row")


if __name__ == "__main__":
    Empty().run()
