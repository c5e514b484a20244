"""Whatever goes wrong ends in one sentence that says what to do, and exit code 2."""

import errno
from types import TracebackType

import click

from goldenthread.nouns import GoldenThreadError

NOT_DONE = 2

_REPORT_IT = (
    "This is a fault of the program and not of yours: run it again as `goldenthread --debug ...`,"
    " see that what it prints holds nothing confidential, and send it to the project’s issues page."
)


class Sentences:
    """Around a command: errors leave it as sentences; with ``debug``, with where they arose.

    A key pressed to stop, a pipe closed and an exit code asked for are left to Click.
    """

    def __init__(self, *, debug: bool) -> None:
        self.debug = debug

    def __enter__(self) -> "Sentences":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None or self.debug or not isinstance(error, Exception):
            return
        if isinstance(error, click.exceptions.Exit | click.Abort):
            return
        if isinstance(error, OSError) and error.errno == errno.EPIPE:
            return
        raise _Said(sentence(error)) from error


def sentence(error: Exception) -> str:
    """What a person is told of an error."""
    if isinstance(error, GoldenThreadError):
        return str(error)
    if isinstance(error, click.ClickException):
        context = getattr(error, "ctx", None)
        program = context.command_path if context else "goldenthread"
        return f"{error.format_message().rstrip('.')}: see `{program} --help`."
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return (
            f"{where}{error.strerror}: check that the file or folder is there, may be used and"
            " has room, then run the command again."
        )
    return f"{type(error).__name__} in the program. {_REPORT_IT}"


class _Said(click.ClickException):
    """An error already put into a sentence."""

    exit_code = NOT_DONE

    def show(self, file: object = None) -> None:
        """Print the sentence on the error stream, on one line."""
        click.echo(f"goldenthread: {' '.join(self.message.split())}", err=True)
