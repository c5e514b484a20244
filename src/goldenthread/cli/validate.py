"""`goldenthread validate`: holds children's records to every rule that an indicator rests on."""

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import click

from goldenthread.cli import faults
from goldenthread.cli.common import format_option, printable, say_json, steps
from goldenthread.cli.records import places_option, read_records, records_arguments, returns
from goldenthread.sources.rules import judged, rules
from goldenthread.tables import Records

SCHEMA = 1


@click.command("validate")
@records_arguments
@places_option
@format_option
def command(
    files: Sequence[Path],
    area: str | None,
    year: int | None,
    covers: tuple[datetime, datetime] | None,
    reported_on: datetime | None,
    places: int,
    format: str,
) -> None:
    """Hold children’s records to every rule that indicators rest on.

    Reads files as `goldenthread read` does, and then looks for what would make an indicator wrong:
    days out of order, two plans at once, steps that are missing, and what one return says and
    another of the same months does not. docs/reference/record-rules.md explains every rule.

    The exit code is 1 where there are faults and 2 where nothing could be read. Nothing leaves
    this machine.
    """
    records = read_records(files, area, year, covers, reported_on)
    with steps("Holding to the rules") as progress:
        records.found.extend(judged(records, progress=progress))
    if format == "json":
        say_json(as_json(records, places))
    else:
        for line in _lines(records, places):
            click.echo(printable(line, sys.stdout.encoding or "utf-8"))
    if not faults.clean(records.found):
        click.get_current_context().exit(faults.FAULTS_FOUND)


def as_json(records: Records, places: int) -> dict[str, object]:
    """What was found, by the contract that programs rely on."""
    return {
        "schema": SCHEMA,
        "rules": len(rules()),
        "returns": returns(records),
        "faults": faults.as_json(records.found, places),
    }


def _lines(records: Records, places: int) -> Iterator[str]:
    yield from faults.lines(records.found, places)
    yield ""
    rows = sum(table.num_rows for table in records.tables.values())
    yield f"{len(records.found):,} faults in {rows:,} rows held to {len(rules())} rules."
