"""Unlocking: typing starts at once, while what the store needs is loaded behind it."""

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Grid, Vertical
from textual.widgets import Input, Static

from iro_tui.errors import IroError, WrongPassphrase
from iro_tui.screens.frame import IroScreen


class UnlockScreen(IroScreen[None]):
    """Asks for the passphrase; Enter before everything is loaded waits without blocking."""

    where = "unlock"
    tries = 0

    def compose_body(self) -> ComposeResult:
        """Yield the name of the program, the store, the passphrase and what went wrong."""
        with Vertical(id="unlock"):
            yield Static("iro", id="name", markup=False)
            yield Static("For reviews that put the child first.", id="purpose", markup=False)
            with Grid(id="fields"):
                yield Static("Store", classes="-muted", markup=False)
                yield Static(self._store_words(), markup=False)
                yield Static("Passphrase", classes="-muted", markup=False)
                yield Input(password=True, id="passphrase", compact=True)
            yield Static("", id="answer", markup=False)

    def on_mount(self) -> None:
        """Put the cursor into the passphrase, and unlock at once where it was given already."""
        self.set_where("Locked")
        self.query_one(Input).focus()
        if self.iro.passphrase:
            self.query_one(Input).value = self.iro.passphrase
            self.call_after_refresh(self.action_unlock)

    def _store_words(self) -> str:
        hint = self.iro.settings.passphrase_hint
        if hint:
            return f"A fictional caseload; its passphrase is {hint}"
        return self.iro.settings.store_words

    @on(Input.Submitted)
    def action_unlock(self) -> None:
        """Try the passphrase that was typed."""
        self._unlock(self.query_one(Input).value)

    def action_show_passphrase(self) -> None:
        """Show or hide what is typed."""
        field = self.query_one(Input)
        field.password = not field.password

    @work(exclusive=True, group="unlock")
    async def _unlock(self, passphrase: str) -> None:
        if not passphrase:
            self.say("Type your passphrase, then Enter.")
            return
        self.say("Opening…")
        try:
            await self.iro.unlock(passphrase)
        except WrongPassphrase as error:
            self._say_wrong(error)
        except IroError as error:
            self.say(str(error), is_error=True)
        else:
            self._enter()

    def _say_wrong(self, error: WrongPassphrase) -> None:
        self.tries += 1
        count = "One try" if self.tries == 1 else f"{self.tries} tries"
        self.say(f"{error} {count} so far; nothing is lost.", is_error=True)
        field = self.query_one(Input)
        field.focus()
        field.select_all()

    def _enter(self) -> None:
        self.query_one(Input).value = ""
        self.app.run_worker(self.iro.enter())

    def say(self, words: str, *, is_error: bool = False) -> None:
        """Say something below the passphrase."""
        answer = self.query_one("#answer", Static)
        answer.set_class(is_error, "-error")
        answer.update(words)
