"""The group of commands: its manual page, and commands loaded only when they are called."""

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from typing import Any

import click

from goldenthread.cli.failures import Sentences
from goldenthread.cli.verbs import Verb


@dataclass(frozen=True, slots=True)
class Listed:
    """A command before it is loaded: its name, its verb and its one line.

    It stands in the module of its own name beside this one, as the object ``command``.
    """

    name: str
    verb: Verb
    line: str

    def load(self) -> click.Command:
        """The command itself."""
        command = import_module(f"goldenthread.cli.{self.name}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"goldenthread.cli.{self.name} holds no command")
        return command


ABOUT = """\
Golden Thread measures what happens to children in an English council’s area, and publishes it
truly: every figure it prints keeps a thread back to the file, row and definition it came from."""

NOT_HERE = "(on the partnership’s site, not in this program)"

EXAMPLES = (
    (
        "Make Luton’s report for 2023-24 from the embedded example",
        "goldenthread report --out luton",
    ),
    ("Find an area by a part of its name", "goldenthread areas bedford"),
    ("Read what an indicator counts", "goldenthread indicators section_47_enquiries"),
    (
        "See one indicator’s figures, each with its source",
        "goldenthread figures --indicator section_47_enquiries",
    ),
    (
        "Read children’s records of any format, and count what does not fit",
        "goldenthread read census-2024.xml annex-a.xlsx --area Luton --out records",
    ),
    ("Hold them to every rule that indicators rest on", "goldenthread validate records"),
    (
        "Answer what the partnership asks of the council, with what was counted",
        "goldenthread fill return.csv --from figures.parquet --out filled-in.csv",
    ),
    ("Fetch the published files of every area", "goldenthread fetch --out dfe"),
    (
        "Make another area’s report from them",
        "goldenthread report --area Peterborough --data dfe --out peterborough",
    ),
    (
        "Make a release’s tables safe to publish, beside all published before",
        "goldenthread protect release --rule local --out safe --ledger published",
    ),
    (
        "Proof-read the numbers of last year’s report",
        "goldenthread check last-year.docx --area Peterborough",
    ),
)

FILES = (
    (
        "DIR (--data)",
        "A folder of the Department for Education’s files, as fetched or downloaded by hand.",
    ),
    (
        "fetched.json",
        "Beside fetched files: where each came from, its version, digest and time.",
    ),
    (
        "OUT (--out)",
        "The folder a report is written to, whole or not at all: index.html, report.pdf,"
        " tables.xlsx, figures.csv, figures.meta.csv, thread.json, checks.json.",
    ),
    (
        "release.toml",
        "In a release’s folder: its tables, how they add up, and how they were protected.",
    ),
    (
        "LEDGER (--ledger)",
        "A folder of the protected releases published so far, each in a folder of its name.",
    ),
)

EXIT_CODES = (
    ("0", "Done."),
    (
        "1",
        "Done in part, and said which part not; check found an error; protect refused; attack found"
        " a count given away; records have faults; or stopped by the keyboard.",
    ),
    ("2", "Not done: one sentence on the error stream says what to do."),
)


# A command makes many objects that last until it ends and few circles of them: looking for circles
# as often as Python does by itself takes an eighth of a report's time.
_OBJECTS_BEFORE_LOOKING = 50_000


def look_for_circles_less_often() -> None:
    """Set the collector for work that makes much and drops little, as every command does."""
    gc.set_threshold(_OBJECTS_BEFORE_LOOKING)


class Program(click.Group):
    """The command ``goldenthread``."""

    def __init__(self, listed: Sequence[Listed]) -> None:
        super().__init__(
            name="goldenthread",
            help=ABOUT,
            context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
            params=[
                click.Option(
                    ["--debug"], is_flag=True, help="Show where in the program an error arose."
                )
            ],
        )
        click.version_option(version("goldenthread"), message="%(prog)s %(version)s")(self)
        self.listed = {each.name: each for each in listed}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command's name, without loading any."""
        return list(self.listed)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Load one command."""
        listed = self.listed.get(name)
        return listed.load() if listed else None

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; whatever goes wrong ends in one sentence."""
        look_for_circles_less_often()
        with Sentences(debug=ctx.params.pop("debug")):
            return super().invoke(ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands by verb, then the options."""
        for verb in Verb:
            lines = [(each.name, each.line) for each in self.listed.values() if each.verb is verb]
            with formatter.section(f"{verb}: {verb.meaning}"):
                if lines:
                    formatter.write_dl(lines)
                else:
                    formatter.write_text(NOT_HERE)
        click.Command.format_options(self, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples, files, exit codes: what a manual page ends with."""
        with formatter.section("Examples"):
            for number, (what, example) in enumerate(EXAMPLES):
                if number:
                    formatter.write_paragraph()
                formatter.write_text(f"{what}:")
                formatter.write(f"{'':{formatter.current_indent}}  $ {example}\n")
        with formatter.section("Files"):
            formatter.write_dl(FILES)
        with formatter.section("Exit codes"):
            formatter.write_dl(EXIT_CODES)
        with formatter.section("More"):
            formatter.write_text("goldenthread COMMAND --help explains a command and its options.")
