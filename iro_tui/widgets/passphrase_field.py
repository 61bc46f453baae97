"""A line for a passphrase: hidden while it is typed, and shown when asked."""

from textual.widgets import Input

from iro_tui.widgets.fields import LineField


class PassphraseField(LineField):
    """One line whose characters are hidden."""

    def __init__(self, name: str, label: str, *, hint: str = "") -> None:
        super().__init__(name, label, hint=hint, needed=True)
        self.control.password = True
        # What cannot be seen is typed anew.
        self.control.select_on_focus = True
        self.add_class("-echoes")

    @property
    def control(self) -> Input:
        """The one-line input."""
        return super().control

    def show_or_hide(self) -> None:
        """Show what is typed, or hide it again."""
        self.control.password = not self.control.password
