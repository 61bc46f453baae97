"""Writing to the child: the meeting's notes on the left, the letter on the right."""

from dataclasses import replace
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static, TextArea

from iro_tui.domain.letter.bands import LetterSection
from iro_tui.errors import IroError
from iro_tui.screens import routes
from iro_tui.screens.band import BandScreen
from iro_tui.screens.files import FilesScreen
from iro_tui.screens.frame import IroScreen
from iro_tui.screens.put_in import PutInScreen
from iro_tui.services import writing_up
from iro_tui.services.writing_up import LetterView
from iro_tui.widgets.letter_notes import notes_words
from iro_tui.widgets.letter_text import LetterText
from iro_tui.widgets.save_soon import SaveSoon

NOTHING_TO_TAKE = "Nothing is proposed here: write, or ^o leaves this part out of the letter."


class WriteUpScreen(IroScreen[None]):
    """The letter, section by section, kept as it is typed.

    A proposed text is marked until it is changed, or taken as it is with one key.
    """

    where = "write_up"
    CSS_PATH = "write_up.tcss"

    letter: LetterView

    def __init__(self, review_id: UUID) -> None:
        super().__init__()
        self.review_id = review_id
        self.place = 0
        self._revision_id = review_id
        self._saving = SaveSoon(self, self._keep_text)

    def compose_body(self) -> ComposeResult:
        """Yield the notes, the letter, and the line that says what is proposed."""
        with Horizontal(id="columns"):
            with VerticalScroll(id="notes"):
                yield Static(id="notes-words", markup=False)
            with Vertical(id="letter"):
                yield Static(id="heading", markup=False)
                yield LetterText()
        yield Static(id="proposed", markup=False)

    async def on_mount(self) -> None:
        """Open the letter at the first section that is only proposed."""
        await self._read_letter()
        sections = self.letter.sections
        proposed = [index for index, one in enumerate(sections) if one.is_proposed]
        self._open(proposed[0] if proposed else 0)
        self.query_one(LetterText).focus()

    async def _read_letter(self) -> None:
        self.letter = await self.iro.store_call(
            writing_up.letter, self.iro.knowledge, self.review_id
        )

    @property
    def section(self) -> LetterSection:
        """The section that is open."""
        return self.letter.sections[self.place]

    def _open(self, place: int) -> None:
        self.place = max(0, min(place, len(self.letter.sections) - 1))
        self._revision_id = self.iro.new_id()
        self.query_one(LetterText).show_text(self.section.text)
        self.query_one("#notes-words", Static).update(notes_words(self.section))
        self.query_one("#notes", VerticalScroll).scroll_home(animate=False)
        self._show_standing()

    def _show_standing(self) -> None:
        letter, section = self.letter, self.section
        number = f"{self.place + 1} of {len(letter.sections)}"
        name = letter.view.child.name
        self.set_where(f"{name} · Letter · {letter.band.name} · {number}: {_title(section)}")
        self.query_one("#heading", Static).update(_title(section))
        self.set_class(section.is_proposed, "-proposed")
        self.query_one("#proposed", Static).update(self._proposed_words())

    def _proposed_words(self) -> str:
        left = len(self.letter.proposed)
        if self.section.is_proposed and not self.section.text.strip():
            return f"· {NOTHING_TO_TAKE}"
        if self.section.is_proposed:
            return f"· Proposed: change it, or F7 takes it as it is. {left} of these to go."
        if left:
            return f"✓ Yours. {left} still as proposed."
        return "✓ Yours, as is all of this letter. F9 shows it, F2 writes the Word files."

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._saving.touch()

    async def _keep_text(self) -> bool:
        section = self.section
        text = self.query_one(LetterText).text
        try:
            await self.iro.store_call(
                writing_up.save_section,
                self.review_id,
                self.letter.band.id,
                section.section_id,
                text=text,
                revision_id=self._revision_id,
            )
        except IroError as error:
            self.not_saved(error.message)
            return False
        self.letter = _with_text(self.letter, section.section_id, text)
        self.saved(self.iro.clock.now())
        self._show_standing()
        return True

    async def flush(self) -> None:
        """Keep now what was typed, also what no message has told of yet."""
        if self.query_one(LetterText).text != self.section.text:
            self._saving.touch()
        await self._saving.flush()

    async def may_leave(self) -> bool:
        """Keep what was typed, and say whether that went well."""
        await self.flush()
        return not self._saving.is_waiting

    async def _go(self, by: int) -> None:
        if await self.may_leave():
            self._open(self.place + by)

    async def action_next_section(self) -> None:
        """Go to the next section of the letter."""
        await self._go(1)

    async def action_previous_section(self) -> None:
        """Go to the section before."""
        await self._go(-1)

    async def action_accept(self) -> None:
        """Make the proposed text one's own, and go on to the next."""
        if self.query_one(LetterText).text.strip() and self.section.is_proposed:
            await self._settle_section()
        elif self.section.is_proposed:
            self._say(NOTHING_TO_TAKE)
        else:
            self._say("There is nothing to take here: it is yours already.")

    async def action_leave_out(self) -> None:
        """Leave a part without a word out of the letter, and go on to the next."""
        if self.query_one(LetterText).text.strip():
            self._say("There is text here. Take it out first, or let it stand.")
        else:
            await self._settle_section()

    async def _settle_section(self) -> None:
        self._saving.touch()
        await self._go(1)

    def _say(self, sentence: str) -> None:
        self.query_one("#proposed", Static).update(f"! {sentence}")

    async def action_save_now(self) -> None:
        """Save now, where that failed before."""
        self._saving.touch()
        await self._saving.flush()

    def action_put_in(self) -> None:
        """Choose a quotation, a decision or a way to begin."""
        self.app.push_screen(PutInScreen(self.section), self._put_in)

    def _put_in(self, line: str | None) -> None:
        if line:
            self.query_one(LetterText).put_in(line)

    async def action_band(self) -> None:
        """Choose for whom the letter is written."""
        await self.flush()
        self.app.push_screen(BandScreen(self.letter), self._band_chosen)

    async def _band_chosen(self, has_changed: bool | None) -> None:
        if has_changed:
            await self._read_letter()
            self._open(self.place)

    async def action_documents(self) -> None:
        """See record and letter as they stand."""
        await self.flush()
        self.app.push_screen(routes.documents(self.review_id))

    async def action_files(self) -> None:
        """Write the Word files."""
        await self.flush()
        self.app.push_screen(FilesScreen(self.review_id, self.letter.view.child.name))

    async def action_up(self) -> None:
        """Go up; the text is kept first."""
        if await self.may_leave():
            self.dismiss()


def _with_text(letter: LetterView, section_id: str, text: str) -> LetterView:
    return replace(
        letter,
        sections=tuple(
            replace(one, text=text, is_proposed=False) if one.section_id == section_id else one
            for one in letter.sections
        ),
    )


def _title(section: LetterSection) -> str:
    return section.title or section.section_id.replace("_", " ").capitalize()
