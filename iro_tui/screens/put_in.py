"""What can be put into the letter here: the child's quotations, the decisions, a way to begin."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from iro_tui.domain.letter.bands import LetterSection
from iro_tui.screens.frame import IroDialog
from iro_tui.widgets.rows import Row, Rows


class PutInScreen(IroDialog[str]):
    """Lines to choose one from; dismissed with it, or with "" for none."""

    where = "put_in"
    CSS_PATH = "sheet.tcss"

    def __init__(self, section: LetterSection) -> None:
        super().__init__()
        self._section = section
        self._lines: dict[str, str] = {}

    def compose_body(self) -> ComposeResult:
        """Yield the lines in their groups."""
        yield Static("Put into the letter", id="sheet-title", markup=False)
        yield Rows(id="lines")
        yield Static("There is nothing to put in here.", id="nothing", markup=False)

    def on_mount(self) -> None:
        """Show the lines, the cursor on the first."""
        rows: list[Row] = []
        for title, lines in (
            ("Their own words", self._section.quotes),
            ("Decisions", self._section.decisions),
            ("Ways to begin", self._section.starters),
        ):
            if lines:
                heading = Content.styled(title, "bold")
                rows.append(Row(f"heading:{title}", heading, is_heading=True))
            for line in lines:
                row_id = f"line:{len(rows)}"
                self._lines[row_id] = line
                rows.append(Row(row_id, Content(f"  {line}")))
        self.query_one(Rows).show_rows(rows)
        self.query_one(Rows).display = bool(rows)
        self.query_one("#nothing").display = not rows
        self.query_one(Rows).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the line under the cursor."""
        self.dismiss(self._lines[event.option_id or ""])

    def action_back(self) -> None:
        """Put nothing in."""
        self.dismiss("")
