"""What several commands share: formats, tables of text, areas, progress on a terminal."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_PLAINER = str.maketrans("−–—“”‘’…×÷\u00a0", "---\"\"''.x/ ")

FOLDER = click.Path(file_okay=False, path_type=Path)
FOLDER_THAT_EXISTS = click.Path(exists=True, file_okay=False, path_type=Path)


def format_option(decorated: Decorated) -> Decorated:
    """The option ``--format text|json``, given to the command as ``format``."""
    return click.option(
        "--format",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="Text for a person, JSON for a program.",
    )(decorated)


def say_json(value: Any) -> None:
    """Print a value as JSON in plain ASCII, which survives every terminal and pipe."""
    click.echo(json.dumps(value, indent=2))


def say_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[str] = ()
) -> None:
    """Print rows under headings in columns; those headed by one of ``numbers`` stand right."""
    widths = [max(len(row[at]) for row in [headings, *rows]) for at in range(len(headings))]
    for row in [headings, *rows]:
        cells = [
            cell.rjust(width) if heading in numbers else cell.ljust(width)
            for cell, width, heading in zip(row, widths, headings, strict=True)
        ]
        click.echo("  ".join(cells).rstrip())


@contextmanager
def steps(what: str) -> Iterator[Callable[[str], None] | None]:
    """Tell a person at a terminal which step long work is at; tell a file or a pipe nothing.

    Gives what to call with each step's name, or None where nobody is watching.
    """
    if not sys.stderr.isatty():
        yield None
        return

    def tell(step: str) -> None:
        click.echo(f"\r\033[K{what}: {step}", nl=False, err=True)

    try:
        yield tell
    finally:
        click.echo("\r\033[K", nl=False, err=True)


def printable(line: str, encoding: str) -> str:
    """A line in the characters that an encoding has: a pipe on Windows has no minus sign."""
    try:
        line.encode(encoding)
    except UnicodeEncodeError:
        return line.translate(_PLAINER).encode(encoding, "replace").decode(encoding)
    return line
