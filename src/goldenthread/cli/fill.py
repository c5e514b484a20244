"""`goldenthread fill`: answers a return’s form with what was counted."""

from dataclasses import asdict
from pathlib import Path

import click

from goldenthread.cli.common import format_option, say_json
from goldenthread.figures import FigureBook
from goldenthread.figures.answering import Answered, fill

SCHEMA = 1
IN_PART = 1
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("fill")
@click.argument("form", type=_FILE, metavar="FORM")
@click.option(
    "--from",
    "book",
    type=_FILE,
    required=True,
    metavar="FIGURES",
    help="The figure book (.parquet) that `goldenthread measure` made.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE",
    help="The filled-in form to write (.csv), to upload where FORM came from.",
)
@format_option
def command(form: Path, book: Path, out: Path, format: str) -> None:
    """Fill in a return’s form with what was counted.

    FORM is the template file that the partnership’s site gives with a return. Each of its lines
    names the figure it asks for; those that FIGURES holds are written into it, and nothing else
    leaves this machine with it. What stands in a line already is left as it is.

    The exit code is 1 where a line was left, and 2 where FIGURES tells none of them.
    """
    answered = fill(form, FigureBook.open(book), out)
    if format == "json":
        say_json(_as_json(answered, out))
    else:
        _say(answered, out)
    if answered.left:
        click.get_current_context().exit(IN_PART)


def _say(answered: Answered, out: Path) -> None:
    asked = answered.filled + len(answered.left)
    click.echo(f"{answered.filled} of {asked} lines are filled in, in {out}.")
    for heading, said in (
        ("Filled in as having no number:", answered.no_number),
        ("Doubtful; say so in the note of the return:", answered.doubtful),
        ("Left as they were:", answered.left),
    ):
        if said:
            click.echo(heading)
        for each in said:
            click.echo(f"  {each.line}. {_sentence(each.why)}")
    click.echo("Look through it, then upload it where the form came from.")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _as_json(answered: Answered, out: Path) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "file": str(out),
        "filled": answered.filled,
        "no_number": [asdict(each) for each in answered.no_number],
        "doubtful": [asdict(each) for each in answered.doubtful],
        "left": [asdict(each) for each in answered.left],
    }
