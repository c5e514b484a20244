"""`goldenthread report`: an area's yearly data report, from its figures to the finished files."""

import re
from datetime import date, datetime
from pathlib import Path

import click

from goldenthread.cli.common import (
    FOLDER,
    FOLDER_THAT_EXISTS,
    format_option,
    say_json,
    steps,
)
from goldenthread.nouns.register import find_area
from goldenthread.report.make import make_report
from goldenthread.report.summary import ReportMade


@click.command("report")
@click.option("--area", default="Luton", show_default=True, help="The area, by name or code.")
@click.option("--year", default="2023-24", show_default=True, help="The financial year.")
@click.option(
    "--out",
    type=FOLDER,
    help="The folder to make, made again whole; without it build/AREA-YEAR.",
)
@click.option(
    "--data",
    type=FOLDER_THAT_EXISTS,
    help="A folder of published files; without it, the embedded example.",
)
@click.option(
    "--partnership",
    type=FOLDER_THAT_EXISTS,
    help="A partnership’s folder: its tables, prose, contents and breaks.",
)
@click.option(
    "--contents",
    default="",
    metavar="NAME|FILE",
    help="What the report holds: journey, priorities, or a file of your own ending in .toml.",
)
@click.option("--edition", default="", metavar="ID", help="The guidance: wt2018, wt2023, wt2026.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Build with what was known on that day, such as 2024-11-15.",
)
@click.option(
    "--ledger",
    type=FOLDER,
    help="A folder of what was published before; this report is judged beside it and added.",
)
@click.option(
    "--measured",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FIGURES",
    help="Figures that `goldenthread measure` made: they stand beside what is published.",
)
@format_option
def command(
    area: str,
    year: str,
    out: Path | None,
    data: Path | None,
    partnership: Path | None,
    contents: str,
    edition: str,
    as_of: datetime | None,
    ledger: Path | None,
    measured: Path | None,
    format: str,
) -> None:
    """Make an area’s yearly data report.

    Writes one accessible page, a tagged PDF, an accessible workbook, the figures as tidy data,
    the thread of every printed figure, and the checks the report has passed or not. The folder
    appears whole or not at all.
    """
    with steps("Making the report") as progress:
        made = make_report(
            area=area,
            year=year,
            out=out or Path("build") / f"{_slug(area)}-{year}",
            data=data,
            partnership=partnership,
            contents=contents,
            edition_id=edition,
            as_of=_day(as_of),
            ledger=ledger,
            measured=measured,
            progress=progress,
        )
    if format == "json":
        say_json(_as_json(made))
    else:
        for line in made.lines():
            click.echo(line)
    if not made.whole:
        click.get_current_context().exit(1)


def _slug(area: str) -> str:
    """An area's name as a folder's: ``st-helens``."""
    return "-".join(re.findall(r"[a-z0-9]+", find_area(area).called.lower()))


def _day(when: datetime | None) -> date | None:
    return when.date() if when else None


def _as_json(made: ReportMade) -> dict[str, object]:
    return {
        "folder": str(made.folder),
        "files": list(made.files),
        "title": made.title,
        "figures": made.figures,
        "holds": made.holds,
        "checks": made.checks,
    }
