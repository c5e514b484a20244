"""`goldenthread read`: reads children's records of every format into one set of tables."""

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import click

from goldenthread.cli import faults
from goldenthread.cli.common import FOLDER, format_option, printable, say_json, say_table
from goldenthread.cli.records import (
    balances,
    places_option,
    read_records,
    records_arguments,
    returns,
)
from goldenthread.sources import parquet
from goldenthread.tables import Records

SCHEMA = 1


@click.command("read")
@records_arguments
@click.option(
    "--out",
    type=FOLDER,
    metavar="DIR",
    help="Write the tables here, a Parquet file each: later commands read this folder too.",
)
@places_option
@format_option
def command(
    files: Sequence[Path],
    area: str | None,
    year: int | None,
    covers: tuple[datetime, datetime] | None,
    reported_on: datetime | None,
    out: Path | None,
    places: int,
    format: str,
) -> None:
    """Read children’s records, and count what does not fit.

    Reads Annex A workbooks, children in need censuses, 903 returns, safeguarding datasets, hub and
    neglect returns, and folders of them, each found out by what is in it. What came in, what was
    kept and what was reported instead are told by table, and add up. A fault names file, row and
    column and never what stood there.

    The exit code is 1 where there are faults and 2 where nothing could be read. Nothing leaves
    this machine.
    """
    records = read_records(files, area, year, covers, reported_on)
    if out:
        parquet.write(records, out)
    if format == "json":
        say_json(as_json(records, places))
    else:
        _say(records, places)
    if not faults.clean(records.found):
        click.get_current_context().exit(faults.FAULTS_FOUND)


def as_json(records: Records, places: int) -> dict[str, object]:
    """What was read, by the contract that programs rely on."""
    return {
        "schema": SCHEMA,
        "tables": balances(records),
        "returns": returns(records),
        "faults": faults.as_json(records.found, places),
    }


def _say(records: Records, places: int) -> None:
    say_table(
        ("Return", "Format", "Council", "Year"),
        [
            (
                each.file,
                each.kind,
                ", ".join(each.areas or (each.area,)),
                "" if each.year is None else str(each.year),
            )
            for each in records.returns
        ],
    )
    click.echo()
    counted = ("in", "kept", "reported")
    say_table(
        ("Table", *counted),
        [
            (table, *(f"{balance[key]:,}" for key in counted))
            for table, balance in balances(records).items()
            if balance["in"]
        ],
        numbers=counted,
    )
    for line in _faults(records, places):
        click.echo(printable(line, sys.stdout.encoding or "utf-8"))


def _faults(records: Records, places: int) -> Iterator[str]:
    yield from faults.lines(records.found, places)
    yield ""
    yield f"{len(records.found):,} faults." if len(records.found) else "No faults."
