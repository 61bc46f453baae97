"""The letter and the record: writing, seeing, putting into Word files."""

from iro_tui.commands.command import Command

PAPERS: tuple[Command, ...] = (
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
)
