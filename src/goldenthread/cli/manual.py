"""Writes the commands as a page for people: ``docs/reference/command-line.md``.

The page is generated, committed and compared by a test, so that it cannot fall behind the code.
"""

from collections.abc import Iterator

import click

from goldenthread.cli import COMMANDS, main

_OPENING = """\
# The command line

This page is generated from `src/goldenthread/cli/`: change the files there and run `make docs`.
It is what `goldenthread --help` and `goldenthread COMMAND --help` print.
"""

# Wide enough for every option's line, and the same on every machine.
_WIDTH = 96


def page() -> str:
    """The whole page as Markdown, ending in a newline."""
    return "\n".join(_parts()) + "\n"


def _parts() -> Iterator[str]:
    context = _context(main, "goldenthread", None)
    yield _OPENING
    yield from _help("goldenthread", main, context)
    for listed in COMMANDS:
        command = listed.load()
        name = f"goldenthread {listed.name}"
        yield ""
        yield from _help(name, command, _context(command, listed.name, context))


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    """A context as the command would be called in, with nothing given to it."""
    return command.make_context(
        name,
        [],
        parent,
        resilient_parsing=True,
        terminal_width=_WIDTH,
        max_content_width=_WIDTH,
    )


def _help(name: str, command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"## {name}\n"
    yield "```text"
    yield command.get_help(context)
    yield "```"
