"""`goldenthread explain`: the children behind a measured figure, counted again on the spot."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from goldenthread.cli.common import format_option, printable, say_json, say_table, steps
from goldenthread.cli.measuring import engine_options, opened, period_options, periods, terms
from goldenthread.cli.records import read_records, records_arguments
from goldenthread.engines import Engine
from goldenthread.figures import FigureBook
from goldenthread.figures.measured import Terms, measure, of_text
from goldenthread.figures.measured.children import Child, children
from goldenthread.indicators import Indicator
from goldenthread.indicators import indicator as find_indicator
from goldenthread.nouns import Breakdown, Figure, GoldenThreadError, Period, Unit
from goldenthread.nouns.register import find_area
from goldenthread.tables import Records

SCHEMA = 1
_UNITS = {unit.value for unit in Unit}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a figure is about."""

    indicator: Indicator
    area: str
    period: Period
    breakdown: Breakdown

    def __str__(self) -> str:
        parts = [self.indicator.name, self.area, self.period.code, str(self.breakdown)]
        return "|".join(part for part in parts if part)


@click.command("explain")
@click.argument("figure", metavar="FIGURE")
@records_arguments
@click.option(
    "--entitled",
    metavar="REASON",
    help="Who may see it and why; it is written on the error stream for your audit log.",
)
@click.option(
    "--figures",
    "book",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FIGURES",
    help="The figure book that holds the FIGURE, where it is named by its id.",
)
@period_options(required=False)
@engine_options
@format_option
def command(
    figure: str,
    files: Sequence[Path],
    area: str | None,
    year: int | None,
    covers: tuple[datetime, datetime] | None,
    reported_on: datetime | None,
    entitled: str | None,
    book: Path | None,
    period: Sequence[str],
    by: Sequence[str],
    engine: str,
    address: str,
    memory: str,
    choose: Sequence[str],
    stages: Path | None,
    localities: Path | None,
    format: str,
) -> None:
    """Show, to one entitled, the children behind a figure.

    FIGURE is its id, or indicator|area|period|breakdown, such as
    "referrals|Luton|2023-24|source=Police". FILE... are the records it was measured from. An id is
    looked up in --figures, or found by measuring --period again.

    The children are counted again on the spot and told under names made for this run: the same
    child has one name throughout, and another the next time. Nothing is kept. Without --entitled
    nothing is shown. The exit code is 2 where it cannot be explained.
    """
    if not entitled or not entitled.strip():
        raise GoldenThreadError(
            "This shows single children: say who may see them and why with --entitled."
        )
    counted_by = terms(choose, stages, localities)
    records = read_records(files, area, year, covers, reported_on)
    with steps("Counting") as progress, opened(engine, address, memory) as computing:
        if progress:
            progress(figure)
        wanted = periods(period, by)
        asked = _asked(figure, records, computing, counted_by, book=book, period=wanted)
        found = children(
            records,
            asked.indicator,
            area=asked.area,
            period=asked.period,
            breakdown=asked.breakdown,
            engine=computing,
            terms=counted_by,
        )
    click.echo(_audit(asked, entitled), err=True)
    if format == "json":
        say_json(_as_json(asked, found))
    else:
        _say(asked, found)


def _asked(
    text: str,
    records: Records,
    engine: Engine,
    counted_by: Terms,
    *,
    book: Path | None,
    period: Sequence[Period],
) -> Asked:
    """What is meant by an id or by a key."""
    if "|" in text:
        return _key(text)
    held: Sequence[Figure]
    if book:
        held = FigureBook.open(book).figures()
    elif period:
        held = measure(records, period, engine=engine, terms=counted_by).book().figures()
    else:
        raise GoldenThreadError(
            f"To find the figure {text}, name the book that holds it with --figures, or its "
            "--period; or write it as indicator|area|period|breakdown."
        )
    for each in held:
        if each.id == text:
            indicator = find_indicator(each.indicator)
            return Asked(indicator, each.area.code, each.period, each.breakdown)
    raise GoldenThreadError(
        f"No figure here has the id {text}: it may be of other files, or be counted otherwise."
    )


def _key(text: str) -> Asked:
    """Indicator, area, period, perhaps a breakdown; a unit after the indicator is passed over."""
    parts = [part.strip() for part in text.split("|")]
    if len(parts) > 1 and parts[1] in _UNITS:
        del parts[1]
    if not 3 <= len(parts) <= 4:
        raise GoldenThreadError(
            f"{text} is no figure: write it as referrals|Luton|2023-24|source=Police."
        )
    try:
        breakdown = Breakdown.parse(parts[3] if len(parts) == 4 else "")
    except ValueError as error:
        raise GoldenThreadError(f"{error}.") from error
    (period,) = of_text([parts[2]])
    return Asked(find_indicator(parts[0]), find_area(parts[1]).code, period, breakdown)


def _audit(asked: Asked, entitled: str) -> str:
    when = datetime.now(UTC).isoformat(timespec="seconds")
    reason = " ".join(entitled.split())
    line = f"goldenthread: audit: {when}: the children behind {asked} were shown: {reason}"
    return printable(line, sys.stderr.encoding or "utf-8")


def _say(asked: Asked, found: Sequence[Child]) -> None:
    say_table(
        ("Child", "Above", "Below", "Days"),
        [
            (
                each.name,
                f"{each.above:g}",
                f"{each.below:g}",
                ", ".join(day.isoformat() for day in each.days),
            )
            for each in found
        ],
        numbers=("Above", "Below"),
    )
    click.echo(f"{_sum(found, 'above')} of {_sum(found, 'below')}, of {len(found):,} children.")


def _sum(found: Sequence[Child], side: str) -> str:
    return f"{sum(getattr(each, side) for each in found):,g}"


def _as_json(asked: Asked, found: Sequence[Child]) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "figure": str(asked),
        "numerator": sum(each.above for each in found),
        "denominator": sum(each.below for each in found),
        "children": [
            {
                "name": each.name,
                "numerator": each.above,
                "denominator": each.below,
                "days": [day.isoformat() for day in each.days],
            }
            for each in found
        ],
    }
