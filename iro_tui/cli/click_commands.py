"""The commands of `iro`, on click; each imports what it needs when it runs, so help is instant."""
# ruff: noqa: PLC0415 - importing late is the point

import io
import sys
from typing import TYPE_CHECKING, Any

import click

from iro_tui import __version__
from iro_tui.cli import fail
from iro_tui.domain.events import EVENTS, option_of
from iro_tui.exchange.exports import EXPORTS

if TYPE_CHECKING:
    from iro_tui.cli.options import Asked


def something(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse a value without anything in it: a slip, such as a variable that is not set."""
    if value is not None and not value.strip():
        raise click.BadParameter("nothing was given.", context, parameter)
    return value


def text(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse what is no text as well; only a path may hold any bytes."""
    if value and any("\ud800" <= one <= "\udfff" for one in value):
        raise click.BadParameter("it holds bytes that are no UTF-8 text.", context, parameter)
    return something(context, parameter, value)


def common_options(command: Any) -> Any:
    """Add what every command that opens a store understands, and hand it over as `asked`."""
    options = (
        click.option(
            "--store",
            callback=something,
            metavar="PATH",
            help="Folder of the store (or IRO_STORE).",
        ),
        click.option(
            "--passphrase-file",
            callback=something,
            metavar="FILE",
            help="File with the passphrase, - for standard input (or IRO_PASSPHRASE_FILE).",
        ),
        click.option(
            "--today", callback=text, metavar="YYYY-MM-DD", help="Day to count from (or IRO_TODAY)."
        ),
        click.option("--json", "as_json", is_flag=True, help="One JSON value on standard output."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def event_options(command: Any) -> Any:
    """Add an option for every event that dates follow from; the same one may be given again."""
    for event in reversed(EVENTS):
        option = click.option(
            option_of(event),
            multiple=True,
            metavar="YYYY-MM-DD",
            help=f"Day on which {event.happened}.",
        )
        command = option(command)
    return command


def asked_for(options: dict[str, Any]) -> "Asked":
    """Return the common options of this command, with those given before its name filled in."""
    from iro_tui.cli.options import asked

    before = click.get_current_context().find_root().params
    return asked({name: options.get(name) or before.get(name) for name in _COMMON})


_COMMON = ("store", "passphrase_file", "today", "as_json")


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="iro", message="%(prog)s %(version)s")
@common_options
@click.pass_context
def iro(context: click.Context, /, **options: Any) -> int | None:
    """Chair, record and follow up the reviews of children in care, from the keyboard.

    Without a command the program opens; the first time it makes your encrypted store.
    """
    if context.invoked_subcommand is None:
        from iro_tui.cli.opening import open_program

        return open_program(asked_for(options))
    return None


@iro.command()
@click.option(
    "--at", callback=something, metavar="PATH", help="Make the store in this folder and stop."
)
@common_options
def demo(at: str | None, **options: Any) -> int:
    """Open the fictional caseload in a throw-away store (passphrase: demo)."""
    from iro_tui.cli import opening

    if at is None:
        return opening.open_demo(asked_for(options))
    click.echo(opening.make_demo(asked_for(options), at))
    return 0


@iro.command()
@click.argument("reference", callback=text)
@common_options
def chair(reference: str, **options: Any) -> int:
    """Go straight into the meeting of a child."""
    from iro_tui.cli.opening import open_program

    return open_program(asked_for(options), chair_reference=reference)


@iro.command()
@common_options
def children(**options: Any) -> None:
    """List the caseload, soonest first."""
    from iro_tui.cli import lists

    click.echo(lists.children(asked_for(options)))


@iro.command()
@click.option(
    "--within",
    type=click.IntRange(0, 1000),
    default=10,
    show_default=True,
    metavar="DAYS",
    help="Working days to look ahead.",
)
@common_options
def due(within: int, **options: Any) -> None:
    """List every date that is late or near, for all children."""
    from iro_tui.cli import lists

    click.echo(lists.due(asked_for(options), within))


@iro.command()
@click.argument("reference", callback=text)
@common_options
def reviews(reference: str, **options: Any) -> None:
    """List the reviews of a child, oldest first."""
    from iro_tui.cli import lists

    click.echo(lists.reviews(asked_for(options), reference))


@iro.command()
@event_options
@click.option("--json", "as_json", is_flag=True, help="One JSON value on standard output.")
@click.pass_context
def dates(context: click.Context, /, *, as_json: bool, **days: tuple[str, ...]) -> None:
    """Count the dates that follow from an event, and say why they are those; needs no store."""
    from iro_tui.cli import dates

    click.echo(dates.dates(days, json=as_json or context.find_root().params["as_json"]))


@iro.command()
@click.argument("review", callback=text)
@click.option(
    "--out", callback=something, metavar="DIR", required=True, help="Folder for the Word file."
)
@common_options
def record(review: str, out: str, **options: Any) -> None:
    """Write the review record as a Word file.

    REVIEW is REFERENCE (the newest), REFERENCE/NUMBER or REFERENCE/YYYY-MM-DD (day held).
    """
    from iro_tui.cli import papers

    click.echo(papers.record(asked_for(options), review, out))
    _say_unprotected()


@iro.command()
@click.argument("review", callback=text)
@click.option(
    "--out", callback=something, metavar="DIR", required=True, help="Folder for the Word file."
)
@click.option("--band", callback=text, metavar="BAND", help="b0_4, b0_4_later, b5_8, b9_12, ...")
@common_options
def letter(review: str, out: str, band: str | None, **options: Any) -> None:
    """Write the child's letter as a Word file.

    REVIEW is REFERENCE (the newest), REFERENCE/NUMBER or REFERENCE/YYYY-MM-DD (day held). BAND is
    b0_4, b0_4_later, b5_8, b9_12, b13_15, b16 or easy_read; without it, the review's own.
    """
    from iro_tui.cli import papers

    click.echo(papers.letter(asked_for(options), review, out, band or ""))
    _say_unprotected()


@iro.command()
@click.option(
    "--from",
    "first",
    callback=text,
    metavar="YYYY-MM-DD",
    help="A day of the week; today's without.",
)
@click.option("--out", callback=something, metavar="DIR", help="Write a Word file here instead.")
@common_options
def week(first: str | None, out: str | None, **options: Any) -> None:
    """List the meetings and visits of a week, Monday to Sunday, with all to take along."""
    from iro_tui.cli import week

    if out is None:
        click.echo(week.week(asked_for(options), first))
        return
    click.echo(week.paper(asked_for(options), first, out))
    _say_unprotected()


@iro.command()
@click.argument("format", type=click.Choice(list(EXPORTS)))
@click.option(
    "--out", callback=something, metavar="DIR", required=True, help="Folder for the file."
)
@click.option("--from", "first", callback=text, metavar="YYYY-MM-DD", help="First day.")
@click.option("--to", "last", callback=text, metavar="YYYY-MM-DD", help="Last day.")
@common_options
def export(format: str, out: str, first: str | None, last: str | None, **options: Any) -> None:  # noqa: A002 (the contract's own word)
    """Write meetings and dates for another program.

    calendar is a diary file (.ics) for Outlook and others: initials and references, no names. A
    later file updates an earlier one. Without --from it begins a month ago.
    """
    from iro_tui.cli import exports

    click.echo(exports.export(asked_for(options), format, out, first, last))
    _say_unprotected()


def _say_unprotected() -> None:
    click.echo(
        "The file is not protected: anybody who has it can read it. Keep it where only you can.",
        err=True,
    )


def _write_what_the_terminal_can_show() -> None:
    """Have a sign that the output's own encoding lacks written as "?", and not end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def run(arguments: list[str]) -> int:
    """Run a command and return its exit code; raises IroError."""
    _write_what_the_terminal_can_show()
    try:
        code = iro.main(arguments, prog_name="iro", standalone_mode=False)
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "iro"
        return fail(error.format_message(), f"`{path} --help` shows what there is.", 2)
    except click.ClickException as error:
        return fail(error.format_message(), "", error.exit_code)
    except click.Abort:
        return fail("Stopped.", "", 1)
    return code if isinstance(code, int) else 0
