"""The README's table of keys, from the registry: `python tests/architecture/key_table.py`."""

from pathlib import Path

from iro_tui.commands import COMMANDS, Command, key_words

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- keys: begin -->", "<!-- keys: end -->"


def key_table() -> str:
    """Return the table, a command a row, in the order of the registry."""
    rows = [
        f"| {_keys(one)} | {', '.join(one.where).replace('_', ' ')} | {one.help} | `{one.id}` |"
        for one in COMMANDS
    ]
    return "\n".join(["| key | where | what | id |", "|---|---|---|---|", *rows])


def _keys(command: Command) -> str:
    return ", ".join(key_words(key) for key in command.key.split(",") if key) or "^p"


def table_in_readme() -> str:
    """Return what stands between the marks in the README."""
    text = README.read_text(encoding="utf-8")
    return text.partition(BEGIN)[2].partition(END)[0].strip()


def write_table() -> None:
    """Put the table between the marks."""
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    README.write_text(f"{before}{BEGIN}\n{key_table()}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    write_table()
