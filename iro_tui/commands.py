"""Every user command once: footer, palette, F1, key settings and the README's table follow.

An area is where a command applies: the id of a screen ("meeting"), "everywhere", or "list" for
every list of rows. A screen names its area in `where` and gets its keys from `bindings_for`.
"""

from dataclasses import dataclass

from textual.binding import Binding

MOST_IN_FOOTER = 7
"""Keys in one footer; more than that is read by nobody (and clips at 80 columns)."""

FOOTER_WIDTH = 78
"""Characters of a footer on a screen of 80, with a blank at either end."""


@dataclass(frozen=True)
class Command:
    """One thing a person can ask for.

    `name` is how the palette lists it, "area: verb"; `key` holds Textual key names, the main one
    first, separated by commas; `footer` is the word beside the key, blank to leave it out of the
    footer. A priority key works although a text field has the focus.
    """

    id: str
    name: str
    help: str
    key: str
    where: tuple[str, ...]
    action: str
    footer: str = ""
    priority: bool = False
    in_palette: bool = True

    @property
    def main_key(self) -> str:
        """The key that is shown."""
        return self.key.split(",")[0]


COMMANDS: tuple[Command, ...] = (
    # Where one stands comes first in the footer, what works everywhere comes last.
    Command(
        "unlock.open",
        "store: unlock",
        "Open the store with the passphrase you typed.",
        "enter",
        ("unlock",),
        "unlock",
        footer="unlock",
        in_palette=False,
    ),
    Command(
        "unlock.show",
        "store: show the passphrase",
        "Show or hide the passphrase while you type it.",
        "f8",
        ("unlock", "first_run"),
        "show_passphrase",
        footer="show",
    ),
    Command(
        "first_run.make",
        "store: make it",
        "Make the store with this passphrase, and begin.",
        "ctrl+s",
        ("first_run",),
        "make",
        footer="make the store",
    ),
    Command(
        "list.open",
        "list: open",
        "Open the row under the cursor.",
        "enter",
        ("caseload", "child"),
        "open",
        footer="open",
        in_palette=False,
    ),
    Command(
        "list.down",
        "list: down",
        "One row down.",
        "j,down",
        ("list",),
        "cursor_down",
        in_palette=False,
    ),
    Command("list.up", "list: up", "One row up.", "k,up", ("list",), "cursor_up", in_palette=False),
    Command(
        "list.first",
        "list: first",
        "To the first row.",
        "g,home",
        ("list",),
        "first",
        in_palette=False,
    ),
    Command(
        "list.last",
        "list: last",
        "To the last row.",
        "G,end",
        ("list",),
        "last",
        in_palette=False,
    ),
    Command(
        "caseload.filter",
        "caseload: filter",
        "Show only children whose name or reference holds what you type; Esc shows all again.",
        "slash",
        ("caseload",),
        "filter",
        footer="filter",
    ),
    Command(
        "caseload.new_child",
        "caseload: new child",
        "Add a child; only a reference, a name and a birthday are needed at first.",
        "f2",
        ("caseload",),
        "new_child",
        footer="new child",
    ),
    Command(
        "child.chair",
        "child: chair the review",
        "Walk into the meeting: the one in progress, the planned one, or one for today.",
        "c",
        ("child",),
        "chair",
        footer="chair",
    ),
    Command(
        "child.change",
        "child: change details",
        "Change what is known of the child.",
        "e",
        ("child",),
        "change_child",
        footer="change",
    ),
    Command(
        "child.person",
        "child: add a person",
        "Add somebody around the child.",
        "p",
        ("child",),
        "add_person",
        footer="person",
    ),
    Command(
        "child.plan",
        "child: plan the review",
        "Say when, where and how the next review is held.",
        "n",
        ("child",),
        "plan_review",
        footer="plan",
    ),
    Command(
        "child.remove_person",
        "child: take this person off the list",
        "Take the person under the cursor off the list; ctrl+z brings them back.",
        "x,delete",
        ("child",),
        "remove_person",
    ),
    Command(
        "child.undo",
        "child: undo",
        "Bring back the person you took off the list.",
        "ctrl+z",
        ("child",),
        "undo_removal",
    ),
    Command(
        "form.keep",
        "form: keep",
        "Keep what stands in the form.",
        "ctrl+s",
        (
            "form",
            "decision",
            "words",
            "attendee",
            "outcome",
            "participation",
            "band",
            "row",
            "aside",
            "about",
        ),
        "keep",
        footer="keep",
    ),
    Command(
        "sheet.back",
        "sheet: back",
        "Back to what is behind; what was typed is kept.",
        "escape",
        (
            "decision",
            "words",
            "attendee",
            "outcome",
            "reasons",
            "participation",
            "band",
            "files",
            "put_in",
            "row",
            "aside",
            "about",
        ),
        "back",
        footer="back",
        in_palette=False,
    ),
    Command(
        "form.previous_group",
        "form: previous group",
        "Go to the group of fields before.",
        "f3",
        ("form",),
        "previous_group",
    ),
    Command(
        "form.next_group",
        "form: next group",
        "Go to the next group of fields.",
        "f4",
        ("form",),
        "next_group",
        footer="next group",
    ),
    Command(
        "form.undo",
        "form: put back what was kept before",
        "Put back what was kept before; redo brings back what you typed.",
        "ctrl+z",
        ("form",),
        "undo_typed",
    ),
    Command(
        "form.redo",
        "form: bring back what you typed",
        "Bring back what you typed before you undid it.",
        "ctrl+y",
        ("form",),
        "redo_typed",
    ),
    Command(
        "form.back",
        "form: back, kept as a draft",
        "Go back; what you typed is offered again until the program is closed.",
        "escape",
        ("form",),
        "screen.up",
        footer="back, as a draft",
        in_palette=False,
    ),
    Command(
        "meeting.decision",
        "meeting: new decision",
        "Take a decision: what, why, who, by when, and how it is said to the child.",
        "f2",
        ("meeting",),
        "new_decision",
        footer="decision",
    ),
    Command(
        "meeting.words",
        "meeting: the child's words",
        "Keep the child's words exactly as they are said.",
        "ctrl+t",
        ("meeting",),
        "child_words",
        footer="words",
    ),
    Command(
        "meeting.next_open",
        "meeting: next open question",
        "To the next question without an answer; those to come back to are the last.",
        "ctrl+n",
        ("meeting",),
        "next_open",
        footer="next open",
    ),
    Command(
        "meeting.previous_section",
        "meeting: previous section",
        "Go to the section before.",
        "f3",
        ("meeting", "write_up"),
        "previous_section",
    ),
    Command(
        "meeting.next_section",
        "meeting: next section",
        "Go to the next section.",
        "f4",
        ("meeting", "write_up"),
        "next_section",
        footer="section",
    ),
    Command(
        "meeting.child_in_room",
        "meeting: the child is in the room, or not",
        "Put away what is for adults only and what is asked of the child alone, or bring it back.",
        "f6",
        ("meeting",),
        "child_in_room",
        footer="in room",
    ),
    Command(
        "meeting.swap_side",
        "meeting: outline or last time",
        "Swap the outline for last time's answers and open decisions.",
        "f7",
        ("meeting",),
        "swap_side",
    ),
    Command(
        "meeting.come_back",
        "meeting: come back to this later",
        "Mark the question to come back to.",
        "f8",
        ("meeting",),
        "come_back",
        footer="later",
    ),
    Command(
        "meeting.take_over",
        "meeting: take over last time's answer",
        "Take last time's answer over; it is marked as carried over.",
        "ctrl+l",
        ("meeting",),
        "take_over",
    ),
    Command(
        "meeting.undo",
        "meeting: undo",
        "Bring back what the answer was before; nothing written is lost.",
        "ctrl+z",
        ("meeting",),
        "undo_answer",
    ),
    Command(
        "meeting.redo",
        "meeting: redo",
        "Take the last undo back.",
        "ctrl+y",
        ("meeting",),
        "redo_answer",
    ),
    Command(
        "meeting.save",
        "meeting: save now",
        "Save now, where autosave could not.",
        "ctrl+s",
        ("meeting", "write_up"),
        "save_now",
    ),
    Command(
        "meeting.set_aside",
        "meeting: set aside",
        "Say why a question or a section is not asked or does not apply; the record prints it.",
        "ctrl+o",
        ("meeting",),
        "set_aside",
    ),
    Command(
        "meeting.about_answer",
        "meeting: about this answer",
        "Who said it, who may see it, whether the child knows, and your own note.",
        "ctrl+g",
        ("meeting",),
        "about_answer",
    ),
    Command(
        "meeting.more_questions",
        "meeting: more questions",
        "Open the questions that are asked only on demand too, or put them away again.",
        "f10",
        ("meeting",),
        "more_questions",
    ),
    Command(
        "meeting.plan_final",
        "meeting: the plan is final or changed, or not",
        "Ask also which options were weighed, and why this plan.",
        "",
        ("meeting",),
        "plan_final",
    ),
    Command(
        "meeting.scales",
        "meeting: scales before five years, or not",
        "Ask a child under five for numbers from 0 to 10 too.",
        "",
        ("meeting",),
        "scales",
    ),
    Command(
        "meeting.next_field",
        "meeting: next field",
        "To the next field; after the last one the next section opens.",
        "tab",
        ("meeting",),
        "next_field",
        in_palette=False,
    ),
    Command(
        "meeting.previous_field",
        "meeting: previous field",
        "To the field before; before the first one the section before opens.",
        "shift+tab",
        ("meeting",),
        "previous_field",
        in_palette=False,
    ),
    Command(
        "meeting.finish",
        "meeting: finish",
        "See what is open, and close the review.",
        "ctrl+r",
        ("meeting",),
        "finish",
    ),
    Command(
        "meeting.documents",
        "meeting: see the documents",
        "See the record and the letter as they stand.",
        "f9",
        ("meeting",),
        "documents",
    ),
    Command(
        "documents.see",
        "documents: see record and letter",
        "See the record and the letter as they stand.",
        "f9",
        ("child", "write_up"),
        "documents",
        footer="documents",
    ),
    Command(
        "finish.close",
        "finish: close the review",
        "Close the review as it is; the record says what was not covered.",
        # No key of its own: what cannot be taken back is not next to a key pressed by habit.
        "",
        ("finish",),
        "close_review",
    ),
    Command(
        "finish.reasons",
        "finish: close the review with these reasons",
        "Close the review; a reason left empty is passed over.",
        "ctrl+s",
        ("reasons",),
        "keep",
        footer="close the review",
    ),
    Command(
        "finish.participation",
        "finish: another participation code",
        "Choose another code for how the child took part, with the reason.",
        "f8",
        ("finish",),
        "participation",
        footer="other code",
    ),
    Command(
        "write_up.put_in",
        "write-up: put in",
        "Put a quotation, a decision or a starter into the letter where the caret is.",
        "f6",
        ("write_up",),
        "put_in",
        footer="put in",
    ),
    Command(
        "write_up.accept",
        "write-up: take the proposal as it is",
        "Make the proposed text of this section your own, word for word.",
        "f7",
        ("write_up",),
        "accept",
        footer="take",
    ),
    Command(
        "write_up.band",
        "write-up: write for another age",
        "Choose for whom the letter is written, with the reason.",
        "f8",
        ("write_up",),
        "band",
        footer="age",
    ),
    Command(
        "documents.files",
        "documents: write the Word files",
        "Write the record and the letter as Word files into a folder that you name.",
        "f2",
        ("write_up", "documents"),
        "files",
        footer="Word files",
    ),
    Command(
        "documents.swap",
        "documents: record or letter",
        "Show the other document.",
        "f4,f3,tab",
        ("documents",),
        "swap",
        footer="record or letter",
    ),
    Command(
        "files.write",
        "files: write",
        "Write both files into the folder; drafts that are there are replaced.",
        "ctrl+s",
        ("files",),
        "keep",
        footer="write",
    ),
    Command(
        "dialog.back",
        "dialog: back",
        "Back to what is behind.",
        "escape",
        ("help", "go_to"),
        "up",
        footer="back",
        in_palette=False,
    ),
    Command(
        "go.to",
        "go: to a child, section or screen",
        "Type a few letters of where you want to be.",
        "f5",
        ("everywhere",),
        "app.go_to",
        footer="go to",
    ),
    Command(
        "help.here",
        "help: where you are, and all keys",
        "What this screen is for, and every key.",
        "f1",
        ("everywhere",),
        "app.help",
        footer="help",
    ),
    Command(
        "help.palette",
        "help: all commands",
        "Every command by name.",
        "ctrl+p",
        ("everywhere",),
        "app.command_palette",
        footer="commands",
        priority=True,
        in_palette=False,
    ),
    Command(
        "go.up",
        "go: up one level",
        "Up one level; never destroys anything.",
        "escape",
        ("everywhere",),
        "screen.up",
        in_palette=False,
    ),
    Command(
        "profile.change",
        "profile: change your name, telephone and helplines",
        "What the record and the letters say about you.",
        "",
        ("everywhere",),
        "app.profile",
    ),
    Command(
        "theme.next",
        "screen: light, dark or high contrast",
        "Change the colours.",
        "",
        ("everywhere",),
        "app.next_theme",
    ),
    Command(
        "go.quit",
        "go: quit",
        "Leave the program; everything is already saved.",
        "ctrl+q",
        ("everywhere",),
        "app.quit",
        footer="quit",
        priority=True,
    ),
)


def in_area(where: str) -> tuple[Command, ...]:
    """Return the commands of an area, then those that work everywhere.

    A key that the area uses for something of its own is left to the area.
    """
    here = tuple(command for command in COMMANDS if where in command.where)
    if where in ("everywhere", "list"):
        return here
    taken = {command.main_key for command in here if command.key}
    everywhere = (command for command in COMMANDS if "everywhere" in command.where)
    return here + tuple(one for one in everywhere if not (one.key and one.main_key in taken))


def bindings_for(where: str) -> list[Binding]:
    """Return an area's keys as Textual bindings, each with its command's id."""
    return [
        Binding(
            command.key,
            command.action,
            command.name,
            show=bool(command.footer),
            priority=command.priority,
            id=command.id,
        )
        for command in in_area(where)
        if command.key
    ]


def footer_of(where: str) -> tuple[Command, ...]:
    """Return the commands that an area's footer names, in the order in which it names them.

    The area's own come first; of what works everywhere the most urgent fill what is left of
    MOST_IN_FOOTER keys and FOOTER_WIDTH characters, help always among them.
    """
    shown = [command for command in in_area(where) if command.footer]
    chosen = [command for command in shown if "everywhere" not in command.where]
    common = {command.id: command for command in shown if "everywhere" in command.where}
    for command_id in URGENCY:
        if command_id in common and _fits([*chosen, common[command_id]]):
            chosen.append(common[command_id])
    return tuple(sorted(chosen, key=shown.index))


URGENCY = ("help.here", "help.palette", "go.to", "go.quit")
"""What works everywhere, by how sorely it would be missed in a footer."""


def _fits(commands: list[Command]) -> bool:
    words = "  ".join(footer_words(command) for command in commands)
    return len(commands) <= MOST_IN_FOOTER and len(words) <= FOOTER_WIDTH


def footer_words(command: Command) -> str:
    """Return a key and its word: "F2 decision"."""
    return f"{key_words(command.main_key)} {command.footer}"


def key_words(key: str) -> str:
    """Return a key as the footer and the help show it: "^p", "F1", "Enter", "/"."""
    modifier, plus, name = key.rpartition("+")
    names = {"escape": "Esc", "slash": "/", "pageup": "PgUp", "pagedown": "PgDn"}
    shown = names.get(name, name if len(name) == 1 else name.capitalize())
    return f"^{shown}" if plus and modifier == "ctrl" else f"{modifier}{plus}{shown}"
