"""Writing the letter for another age than the usual one, with the reason (stage before age)."""

from iro_tui.domain.typed import Typed
from iro_tui.screens.sheet import Sheet
from iro_tui.services import writing_up
from iro_tui.services.writing_up import LetterView
from iro_tui.widgets.act_field import ActField
from iro_tui.widgets.choice import ChoiceField


class BandScreen(Sheet):
    """For whom the letter is written; the usual age needs no reason."""

    where = "band"

    def __init__(self, letter: LetterView) -> None:
        self.letter = letter
        names = {band.id: band.name for band in letter.bands}
        usual = letter.usual_band.name
        super().__init__(
            "For whom is this letter?",
            [
                ChoiceField("band", "Letter for", names, hint=f"Usual at this age: {usual}."),
                ActField("reason", "Why", hint="Why it suits this child better."),
            ],
        )

    def on_mount(self) -> None:
        """Show the band as it is."""
        review = self.letter.view.review
        self.fill({"band": self.letter.band.id, "reason": review.letter_band_reason})
        super().on_mount()

    def problems(self) -> dict[str, str]:
        """Return what stands against it: a letter that is not known, or no reason."""
        band_id = self.typed("band")
        if band_id not in {band.id for band in self.letter.bands}:
            return {"band": "There is no such letter. ↓ shows all there are."}
        if band_id != self.letter.usual_band.id and not self.typed("reason").strip():
            return {"reason": "Another age than the usual one needs a word of reason."}
        return {}

    @property
    def draft_key(self) -> str:
        """A choice that lacks its reason yet belongs to this review's letter."""
        return f"band {self.letter.view.review.id}"

    def half_typed(self) -> Typed:
        """Return both, while one stands without the other."""
        names = self.fields if self.problems() else ()
        return {name: self.fields[name].value for name in names}

    async def keep_typed(self) -> None:
        """Keep the choice once it is whole; until then the letter stays as it is."""
        if not self.problems():
            await self.iro.store_call(
                writing_up.choose_band,
                self.iro.knowledge,
                self.letter.view.review.id,
                self.typed("band"),
                self.typed("reason"),
            )
