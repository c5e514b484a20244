"""What the commands that read children's records share: their arguments, and reading them."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from goldenthread.cli.common import steps
from goldenthread.cli.sparing import spare_pandas
from goldenthread.nouns.register import find_area
from goldenthread.sources.returns import read_all
from goldenthread.tables import Records

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

USUAL_PLACES = 5


def records_arguments(decorated: Decorated) -> Decorated:
    """``FILE...``, ``--area``, ``--year``, ``--covers`` and ``--reported-on``, given to the command
    by these names."""
    for option in (
        click.option(
            "--reported-on",
            type=click.DateTime(["%Y-%m-%d"]),
            metavar="DATE",
            help="The day an Annex A workbook was drawn up; without it, the latest day in it.",
        ),
        click.option(
            "--covers",
            nargs=2,
            type=click.DateTime(["%Y-%m-%d"]),
            metavar="FROM TO",
            help="The first and last day a safeguarding dataset tells in full, as 2024-03-31.",
        ),
        click.option(
            "--year",
            type=click.IntRange(2000, 2100),
            help="The collection year, by the year it ends in, where the files do not tell it.",
        ),
        click.option(
            "--area",
            metavar="AREA",
            help="The council, by name or code, where the files do not tell it.",
        ),
        click.argument(
            "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
        ),
    ):
        decorated = option(decorated)
    return decorated


def places_option(decorated: Decorated) -> Decorated:
    """``--places``: how many places of each rule's faults to print."""
    return click.option(
        "--places",
        type=click.IntRange(min=0),
        default=USUAL_PLACES,
        show_default=True,
        help="How many places to print of each rule; 0 for all that are kept.",
    )(decorated)


def read_records(
    files: Sequence[Path],
    area: str | None,
    year: int | None,
    covers: tuple[datetime, datetime] | None = None,
    reported_on: datetime | None = None,
) -> Records:
    """The records of some files, with progress for a person who watches."""
    code = find_area(area).code if area else ""
    told = (covers[0].date(), covers[1].date()) if covers else None
    if told and told[0] > told[1]:
        raise click.UsageError("--covers ends before it begins: write the first day first.")
    spare_pandas()
    with steps("Reading") as progress:
        return read_all(
            files,
            area=code,
            year=year,
            coverage=told,
            reported_on=reported_on.date() if reported_on else None,
            progress=progress,
        )


def balances(records: Records) -> dict[str, dict[str, int]]:
    """Rows that came in, were kept and were reported, by table, of all returns together."""
    totals: dict[str, Counter[str]] = {}
    for each in records.returns:
        for table, balance in each.balances.items():
            totals.setdefault(table, Counter()).update(balance.as_json())
    return {
        table: {key: totals[table][key] for key in ("in", "kept", "reported")}
        for table in sorted(totals)
    }


def returns(records: Records) -> list[dict[str, object]]:
    """Each return as JSON tells it."""
    return [
        {
            "file": each.file,
            "kind": each.kind,
            "areas": list(each.areas or (each.area,)),
            "year": each.year,
            "digest": each.digest,
        }
        for each in records.returns
    ]
