"""Saving while somebody types holds on a machine that lags."""

from time import sleep

from textual.app import App

from iro_tui.widgets import save_soon
from iro_tui.widgets.save_soon import SaveSoon


class Writer(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.saved = 0
        self.saving = SaveSoon(self, self.save)

    async def save(self) -> bool:
        self.saved += 1
        return True


def hold_up(seconds: float) -> None:
    """Hold the whole program up, as a busy machine does."""
    sleep(seconds)


async def test_a_key_that_comes_after_the_latest_moment_is_kept_all_the_same() -> None:
    app = Writer()
    async with app.run_test() as pilot:
        app.saving.touch()
        hold_up(save_soon.AFTER_FIRST_KEY + 0.1)
        app.saving.touch()
        hold_up(0.05)
        for _ in range(100):
            if app.saved:
                break
            await pilot.pause(0.01)
        assert app.saved == 1
        assert not app.saving.is_waiting
