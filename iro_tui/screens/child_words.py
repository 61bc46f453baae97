"""The child's words over the meeting: kept exactly as they are typed, never put right."""

from dataclasses import replace

from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.review import ChildWords, SaidWhere
from iro_tui.screens.sheet import Sheet
from iro_tui.services import chairing
from iro_tui.widgets.act_field import ActField
from iro_tui.widgets.fields import Field, LineField, LongField
from iro_tui.widgets.picks import PickField, YesNoField

SAID_WHERE = {where.value: where.words for where in SaidWhere}


class WordsScreen(Sheet):
    """New words of the child, or some to go on with; kept as they are typed.

    Words said alone start private, and stay out of letter and copies until the child has said
    who may see them.
    """

    where = "words"

    def __init__(self, view: MeetingView, section_id: str, words: ChildWords | None = None) -> None:
        self.view = view
        self.words = words
        self._section_id = section_id
        super().__init__(f"{view.child.name}'s own words", self._fields())

    def _fields(self) -> list[Field]:
        name = self.view.child.name
        return [
            LongField("text", "Words", hint="Exactly as said; Enter is a new line."),
            PickField("said_where", "Said", SAID_WHERE, hint="Alone with me starts private."),
            LineField("through", "Through", hint="An interpreter, an advocate, a drawing …"),
            ActField("translation", "In English", hint="Their words above stay as they are."),
            YesNoField("put_to_review", "To review", hint="Were they put to the review?"),
            YesNoField("private", "Private", hint="In the full record only, not in the letter."),
            LineField("may_see", "Seen by", hint=f"Names, as {name} says; commas between."),
        ]

    def on_mount(self) -> None:
        """Show what stands there already."""
        if self.words is None:
            self.words = self._new_words()
        self.fill(
            {
                "text": self.words.text,
                "said_where": self.words.said_where.value,
                "through": self.words.through,
                "translation": self.words.translation,
                "put_to_review": self.words.put_to_review,
                "private": self.words.private,
                "may_see": ", ".join(self.words.may_see),
            }
        )
        super().on_mount()

    def _new_words(self) -> ChildWords:
        meeting = self.view.meeting_of_today
        return ChildWords(
            id=self.iro.new_id(),
            review_id=self.view.review.id,
            text="",
            section_id=self._section_id,
            meeting_id=meeting.id if meeting else None,
        )

    def on_field_changed(self, event: Field.Changed) -> None:
        """Words that turn out to be said alone become private; the chair may say otherwise."""
        if event.field.field_name == "said_where" and self.typed("said_where") == SaidWhere.ALONE:
            self.fields["private"].show_value(True)  # noqa: FBT003 (the field's own value)

    def problems(self) -> dict[str, str]:
        """Return what stands against keeping: nothing written."""
        return {} if self.typed("text").strip() else {"text": "Nothing is written yet."}

    async def keep_typed(self) -> None:
        """Keep the words just as they stand; when all of them are taken out, they go."""
        before = self.words or self._new_words()
        if not self.typed("text").strip():
            if before.said_at is not None:
                await self.iro.store_call(chairing.remove_words, before.id)
                self.words = replace(before, text="", said_at=None)
            return
        typed = replace(
            before,
            text=self.typed("text"),
            said_where=SaidWhere(self.typed("said_where")),
            through=self.typed("through"),
            translation=self.typed("translation"),
            put_to_review=self.is_yes("put_to_review"),
            private=self.is_yes("private"),
            may_see=tuple(
                name.strip() for name in self.typed("may_see").split(",") if name.strip()
            ),
        )
        self.words = await self.iro.store_call(chairing.keep_words, typed)
