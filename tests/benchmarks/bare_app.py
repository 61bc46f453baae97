"""The least a Textual program can be: header, label, input, footer. What first paint is held to."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input, Label


class BareApp(App[None]):
    """A window with nothing behind it."""

    def compose(self) -> ComposeResult:
        """Yield the four widgets."""
        yield Header()
        yield Label("Passphrase")
        yield Input(password=True)
        yield Footer()


if __name__ == "__main__":
    BareApp().run()
