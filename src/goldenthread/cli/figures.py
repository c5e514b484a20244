"""`goldenthread figures`: what is known of an area, each figure with where it comes from."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from goldenthread.cli.common import (
    FOLDER_THAT_EXISTS,
    format_option,
    say_json,
    say_table,
    steps,
)
from goldenthread.disclosure import Released, release
from goldenthread.indicators import indicator as find_indicator
from goldenthread.nouns import Area, Figure, GoldenThreadError, Period
from goldenthread.nouns.register import find_area
from goldenthread.report.gather import example_partnership, gather
from goldenthread.report.partnership import Partnership
from goldenthread.wording.numbers import printed

USUAL_LIMIT = 40


@click.command("figures")
@click.option("--area", default="Luton", show_default=True, help="The area, by name or code.")
@click.option("--indicator", metavar="NAME", help="Only this indicator.")
@click.option("--period", metavar="PERIOD", help="Only this period, such as 2023-24 or 2024-03-31.")
@click.option("--restated", is_flag=True, help="Only what has been told with different values.")
@click.option(
    "--bases", is_flag=True, help="Only what is counted in more ways than one under one name."
)
@click.option(
    "--differences",
    is_flag=True,
    help="Only what is measured from records and published with another value.",
)
@click.option(
    "--measured",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FIGURES",
    help="Figures that `goldenthread measure` made, beside those that are published.",
)
@click.option(
    "--data",
    type=FOLDER_THAT_EXISTS,
    help="A folder of published files; without it, the embedded example.",
)
@click.option("--partnership", type=FOLDER_THAT_EXISTS, help="A partnership’s folder of tables.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=USUAL_LIMIT,
    show_default=True,
    help="How many to print as text; 0 for all.",
)
@format_option
def command(
    area: str,
    indicator: str | None,
    period: str | None,
    restated: bool,
    bases: bool,
    differences: bool,
    measured: Path | None,
    data: Path | None,
    partnership: Path | None,
    limit: int,
    format: str,
) -> None:
    """List the figures known of an area.

    Every value known is listed, other sources' and earlier releases' too. Counts so small that
    they could give a child away are withheld, as they are in a report; a letter then stands in
    the value's place.
    """
    if restated + bases + differences > 1:
        raise click.UsageError(
            "Of --restated, --bases and --differences you ask for two lists: ask for one at a time."
        )
    if differences and not measured:
        raise click.UsageError("--differences needs --measured: name the figures to compare.")
    place = find_area(area)
    name = find_indicator(indicator).name if indicator else None
    when = _period(period) if period else None
    theirs = Partnership.read(partnership) if partnership else example_partnership(place)
    with steps("Reading") as progress:
        book = gather(data, theirs, progress, measured).book
    if differences:
        groups = book.differences(place.code)
    elif restated or bases:
        groups = (
            book.restatements(place.code) if restated else book.different_bases(place.code, name)
        )
    else:
        code = when.code if when else None
        groups = [tuple(book.figures(area=place.code, indicator=name, period=code))]
    found = _chosen(groups, name, when)
    if not found and differences:
        click.echo("What is measured and what is published agree wherever both are known.")
        return
    if not found:
        raise GoldenThreadError(_nothing(place, data))
    safe = release(found)
    released = [safe.of(figure) for figure in found]
    if format == "json":
        say_json([as_json(each) for each in released])
    else:
        _say(released, limit)


def _chosen(
    groups: Sequence[Sequence[Figure]], name: str | None, when: Period | None
) -> list[Figure]:
    return [
        figure
        for group in groups
        for figure in group
        if name in (None, figure.indicator) and when in (None, figure.period)
    ]


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        raise GoldenThreadError(
            f"{text!r} is no period: write a year as 2023-24, a day as 2024-03-31, a month as"
            " 2024-02, a quarter as 2023-24 Q1."
        ) from error


def _nothing(place: Area, data: Path | None) -> str:
    if data is None:
        return (
            f"The embedded example knows nothing like that of {place.name}: ask for less, or give"
            " a folder of published files with --data."
        )
    return f"The files in {data} know nothing like that of {place.name}: ask for less."


def _say(released: Sequence[Released], limit: int) -> None:
    shown = released[:limit] if limit else released
    say_table(
        ("Indicator", "In", "Period", "Breakdown", "Value", "Source", "Release", "Where"),
        [_row(each) for each in shown],
        numbers=["Value"],
    )
    if left := len(released) - len(shown):
        click.echo(f"... and {left:,} more: name an --indicator or a --period, or use --limit 0")


def _row(released: Released) -> tuple[str, ...]:
    figure = released.figure
    thread = figure.thread
    return (
        figure.indicator,
        figure.unit.words,
        figure.period.code,
        str(figure.breakdown),
        printed(released),
        thread.source,
        thread.vintage,
        thread.locator,
    )


def as_json(released: Released) -> dict[str, Any]:
    """A released figure with its thread, by the names thread.json uses."""
    figure = released.figure
    thread = figure.thread
    return {
        "id": figure.id,
        "indicator": figure.indicator,
        "area_code": figure.area.code,
        "area": figure.area.name,
        "period": figure.period.code,
        "breakdown": str(figure.breakdown),
        "unit": figure.unit.value,
        "printed": printed(released),
        "value": None if figure.value is None else float(figure.value),
        "symbol": figure.symbol.value if figure.symbol else None,
        "numerator": None if figure.numerator is None else float(figure.numerator),
        "denominator": None if figure.denominator is None else float(figure.denominator),
        "status": figure.status.value,
        "quality": figure.quality.value,
        "source": thread.source,
        "vintage": thread.vintage,
        "file": thread.file,
        "locator": thread.locator,
        "definition": thread.definition,
        "known_since": thread.known_since.isoformat() if thread.known_since else None,
    }
