"""The child's words of this review, each as it was said."""

from typing import ClassVar

from textual.content import Content
from textual.widgets import OptionList

from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.review import ChildWords
from iro_tui.services import chairing
from iro_tui.widgets.kept_rows import GrowingRowsField
from iro_tui.widgets.messages import Keep, ServiceCall, WordsWanted
from iro_tui.widgets.rows import Row, column, key_hints, one_line


class WordsField(GrowingRowsField):
    """The words kept so far; Enter goes on with some, or begins when there are none."""

    hints: ClassVar[Content] = key_hints(
        (("Enter", "open"), ("+", "more words"), ("Del", "take out"), ("^z", "undo"))
    )

    def show_view(self, view: MeetingView) -> None:
        """Show the review as it is now; with the child in the room, words said alone are hidden."""
        self.view = view
        in_room = view.review.child_in_room
        shown = [one for one in view.words if not (one.private and in_room)]
        rows = [Row(str(one.id), _words(one)) for one in shown]
        self.rows.show_rows([*rows, Row(_NEW, _new_row(view, rows))])

    def action_add(self) -> None:
        """Begin new words."""
        self.post_message(WordsWanted())

    def action_take_out(self) -> None:
        """Take words out that were kept by mistake; ctrl+z brings them back."""
        words = self._words_at_cursor()
        if words is not None:
            undo = ServiceCall(chairing.keep_words, (words,))
            self.post_message(Keep(chairing.remove_words, words.id, undo=undo))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the words under the cursor, or new ones."""
        event.stop()
        self.post_message(WordsWanted(self._words_at_cursor()))

    def _words_at_cursor(self) -> ChildWords | None:
        cursor_id = self.rows.cursor_id
        return next((one for one in self.view.words if str(one.id) == cursor_id), None)


_NEW = "new"


def _new_row(view: MeetingView, rows: list[Row]) -> Content:
    words = "+ More words" if rows else f"+ {view.child.name}'s words, just as they are said"
    return Content.styled(words, "$muted")


def _words(one: ChildWords) -> Content:
    facts = [one.said_where.words]
    facts += [f"through {one.through}"] if one.through else []
    facts += ["private"] if one.private else []
    facts += [] if one.put_to_review else ["not put to the review"]
    quoted = Content.styled(f"“{one_line(one.text)}”", "italic")
    return quoted + Content.styled(f"\n  {column(' · '.join(facts), 54).rstrip()}", "$muted")
