"""`goldenthread check`: proof-reads the numbers of a report, a page or a table."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from goldenthread.claims.checking import Checked, check
from goldenthread.claims.documents.model import Document
from goldenthread.claims.documents.opening import read_document
from goldenthread.claims.reading import Reading
from goldenthread.cli.common import format_option, printable, say_json, steps
from goldenthread.cli.failures import NOT_DONE
from goldenthread.cli.notes import lines
from goldenthread.nouns import Area, GoldenThreadError
from goldenthread.nouns.register import find_area

SCHEMA = 1
AN_ERROR_FOUND = 1

Progress = Callable[[str], None]


@click.command("check")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@click.option("--area", metavar="AREA", help="Whose report it is, by name or code.")
@click.option(
    "--book",
    type=click.Path(exists=True, path_type=Path),
    help="A folder of published files, or a figure book, to hold quoted figures against.",
)
@format_option
def command(files: Sequence[Path], area: str | None, book: Path | None, format: str) -> None:
    """Prove or disprove the numbers in a report.

    Reads text, Markdown, HTML, Word, PDF, CSV, xlsx and ods files, any number at once: what they
    say of one another is compared too. A printed number stands for every value that rounds to it.
    An error means that no such values bear out what is said, and the arithmetic is shown; a
    warning, that they only just can, or that something had to be inferred; a note, that it is
    worth a look. What cannot be understood is counted and not guessed at.

    With --area, text that belongs to another area is looked for; with --book too, figures quoted
    of the country, the region and neighbours are looked up. The exit code is 1 where there is an
    error. Nothing leaves this machine.
    """
    place = find_area(area) if area else None
    if book and not place:
        raise click.UsageError("--book needs --area: say whose figures are to be looked up.")
    with steps("Reading") as progress:
        documents, unread = _documents(files, progress)
        known = _known(book, place, progress) if book else {}
    with steps("Checking") as progress:
        reading = Reading(documents, place, **known)
        checked = check(reading, progress=progress)
    if format == "json" and documents:
        say_json(as_json(checked))
    elif documents:
        for line in lines(checked, len(documents)):
            click.echo(printable(line, sys.stdout.encoding or "utf-8"))
    for sentence in unread:
        click.echo(f"goldenthread: {' '.join(sentence.split())}", err=True)
    if unread:
        click.get_current_context().exit(NOT_DONE)
    if checked.errors:
        click.get_current_context().exit(AN_ERROR_FOUND)


def as_json(checked: Checked) -> dict[str, object]:
    """What was found, by the contract that programs rely on."""
    return {
        "schema": SCHEMA,
        "faults": [fault.as_json() for fault in checked.faults],
        "read": {
            "tables": checked.tables,
            "numbers": checked.numbers,
            "statements": checked.statements,
            "understood": checked.understood,
        },
    }


def _documents(
    files: Sequence[Path], progress: Progress | None
) -> tuple[tuple[Document, ...], list[str]]:
    """What could be read, and a sentence for each file that could not."""
    documents, unread = [], []
    for path in _each_once(files):

        def tell(step: str, path: Path = path) -> None:
            if progress:
                progress(f"{path}, {step}")

        if progress:
            progress(str(path))
        try:
            documents.append(read_document(path, tell))
        except GoldenThreadError as error:
            unread.append(str(error))
    return tuple(documents), unread


def _each_once(files: Sequence[Path]) -> list[Path]:
    """A file named twice would only repeat itself."""
    return list({path.resolve(): path for path in reversed(files)}.values())[::-1]


def _known(path: Path, place: Area | None, progress: Progress | None) -> dict[str, Any]:
    """The book to look things up in, with the neighbours and breaks that are known with it."""
    from goldenthread.figures import FigureBook  # these take as long to load as a page to read
    from goldenthread.report.gather import example_partnership, gather

    if path.is_file():
        return {"book": FigureBook.open(path)}
    theirs = example_partnership(place) if place else None
    gathered = gather(path, theirs, progress)
    return {
        "book": gathered.book,
        "neighbour_sets": gathered.neighbour_sets,
        "breaks": gathered.breaks,
    }
