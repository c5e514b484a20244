"""`goldenthread measure`: counts indicators from children's records, and keeps the figures."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from goldenthread.cli import faults
from goldenthread.cli.common import format_option, say_json, steps
from goldenthread.cli.measuring import (
    engine_options,
    opened,
    period_options,
    periods,
    population,
    terms,
)
from goldenthread.cli.records import read_records, records_arguments
from goldenthread.figures.measured import Kept, measure_into
from goldenthread.sources.rules import judged
from goldenthread.tables import Records

SCHEMA = 1


@click.command("measure")
@records_arguments
@period_options(required=True)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FIGURES",
    help="The file to write: a figure book (.parquet), or a table (.csv).",
)
@click.option("--indicator", multiple=True, metavar="NAME", help="Only this one; may be repeated.")
@click.option(
    "--validate",
    "held_to_rules",
    is_flag=True,
    help="Also hold the records to every rule, as `goldenthread validate` does, and count what "
    "breaks one among the faults.",
)
@engine_options
@click.option(
    "--population",
    "people",
    type=click.Path(exists=True, path_type=Path),
    metavar="BOOK|DIR",
    help="Whose children rates are worked on: a figure book or a folder of published files; "
    "without it, the embedded example, which knows Luton and those it is compared with.",
)
@format_option
def command(
    files: Sequence[Path],
    area: str | None,
    year: int | None,
    covers: tuple[datetime, datetime] | None,
    reported_on: datetime | None,
    period: Sequence[str],
    by: Sequence[str],
    out: Path,
    indicator: Sequence[str],
    held_to_rules: bool,
    engine: str,
    address: str,
    memory: str,
    choose: Sequence[str],
    stages: Path | None,
    localities: Path | None,
    people: Path | None,
    format: str,
) -> None:
    """Count indicators from children’s records.

    Reads what `goldenthread read` reads, its folder of tables too, and writes every figure that
    can be counted, whole and broken down, with its thread. What the returns do not tell is not
    known, and says which return is missing; only what they tell can be nought.

    The figures are not protected: small counts stand as they are. Let them leave only through
    `goldenthread report --measured` or `goldenthread protect`. The exit code is 1 where the records
    have faults and 2 where nothing could be measured. Nothing leaves this machine, unless you
    name an engine elsewhere.
    """
    asked, counted_by = periods(period, by), terms(choose, stages, localities)
    records = read_records(files, area, year, covers, reported_on)
    if held_to_rules:
        with steps("Holding to the rules") as progress:
            records.found.extend(judged(records, progress=progress))
    with steps("Measuring") as progress, opened(engine, address, memory) as computing:
        kept = measure_into(
            out,
            records,
            asked,
            engine=computing,
            terms=counted_by,
            population=population(people),
            indicators=indicator or None,
            progress=progress,
        )
    if format == "json":
        say_json(_as_json(records, kept, out))
    else:
        _say(kept, out)
    if not faults.clean(records.found):
        click.echo(
            f"goldenthread: {len(records.found):,} faults in what was read; `goldenthread "
            f"{'validate' if held_to_rules else 'read'}` with the same files tells each.",
            err=True,
        )
        click.get_current_context().exit(faults.FAULTS_FOUND)


def _say(kept: Kept, out: Path) -> None:
    counted = len(kept.indicators)
    click.echo(f"{kept.figures:,} figures of {counted:,} indicators are in {out}.")
    if kept.not_known:
        click.echo(
            f"{kept.not_known:,} of them hold no number, because the returns do not tell it or "
            "nothing was there to divide by; each says why."
        )
    for note in kept.notes:
        click.echo(note)
    click.echo("They are not protected: publish them only through a report or `protect`.")


def _as_json(records: Records, kept: Kept, out: Path) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "file": str(out),
        "figures": kept.figures,
        "not_known": kept.not_known,
        "indicators": list(kept.indicators),
        "areas": list(records.areas),
        "notes": list(kept.notes),
        "faults": records.found.by_rule(),
    }
