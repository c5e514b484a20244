"""Charts for a report, each with its table, from comparisons whose figures have been released."""

from dataclasses import replace
from datetime import date

from goldenthread.charts.model import Band, BreakMark, Chart, ChartKind, Point, Series
from goldenthread.charts.table import rows
from goldenthread.charts.words import describe
from goldenthread.comparisons import Comparison
from goldenthread.indicators import Indicator
from goldenthread.nouns import Figure, Period, Unit
from goldenthread.report.desk import Desk
from goldenthread.report.document import Cell, ChartBlock, Row, Table
from goldenthread.wording.phrases import period_name
from goldenthread.wording.sentences import Writer


def block(identifier: str, chart: Chart) -> ChartBlock:
    """A chart with the table of the very same values."""
    shown = rows(chart)
    table = Table(
        id=f"{identifier}-table",
        caption=chart.title,
        columns=tuple(shown.columns),
        rows=tuple(Row(row.heading, tuple(Cell(cell) for cell in row.cells)) for row in shown.rows),
        corner=chart.label_heading,
        notes=chart.notes,
    )
    return ChartBlock(identifier, chart, table)


def years_picture(
    identifier: str, indicator: Indicator, comparison: Comparison, desk: Desk, writer: Writer
) -> ChartBlock:
    """The area over the years, beside England, its region and the span of its neighbours."""
    periods = [figure.period for figure in comparison.series]
    labels = tuple(label(period) for period in periods)
    lines = [
        _line(desk.area.called, comparison.series, periods, writer, emphasis=True),
        _line("England", comparison.england_series, periods, writer),
    ]
    if desk.region:
        lines.append(_line(desk.region.name, comparison.region_series, periods, writer))
    return block(
        identifier,
        described(
            Chart(
                description="",
                kind=ChartKind.YEARS,
                title=_title(
                    indicator, comparison.figure.unit, desk, f"{labels[0]} to {labels[-1]}"
                ),
                unit=comparison.figure.unit,
                labels=labels,
                series=tuple(line for line in lines if line.points),
                band=_band(comparison, periods, writer),
                breaks=tuple(
                    BreakMark(_first_after(periods, brk.when), brk.when, brk.reason)
                    for brk in comparison.breaks
                    if periods[0].start < brk.when <= periods[-1].end
                ),
                label_heading="Year" if periods[0].start != periods[0].end else "Date",
            )
        ),
    )


def neighbours_picture(
    identifier: str, indicator: Indicator, comparison: Comparison, desk: Desk, writer: Writer
) -> ChartBlock:
    """The area among its statistical neighbours, with England and its region."""
    members = comparison.neighbours.members if comparison.neighbours else ()
    others = [c.figure for c in comparison.comparators if c.name in ("England", _region(desk))]
    shown = [comparison.figure, *members, *others]
    period = comparison.figure.period
    points = tuple(Point(figure.area.name, writer.released(figure)) for figure in shown)
    return block(
        identifier,
        described(
            Chart(
                description="",
                kind=ChartKind.NEIGHBOURS,
                title=_title(indicator, comparison.figure.unit, desk, period_name(period))
                + ", and its statistical neighbours",
                unit=comparison.figure.unit,
                labels=tuple(point.label for point in points),
                series=(Series(desk.area.called, points, emphasis=True),),
                label_heading="Area",
                notes=((_neighbours_named(comparison),) if comparison.neighbours else ()),
            )
        ),
    )


def _neighbours_named(comparison: Comparison) -> str:
    chosen = comparison.neighbours.set if comparison.neighbours else None
    return f"{chosen.name}, the set of {chosen.year}." if chosen else ""


def label(period: Period) -> str:
    """A period as an axis labels it: ``2023-24``; ``Mar 2024`` for a year end."""
    return f"{period.end:%b %Y}" if period.start == period.end else period_name(period)


def _region(desk: Desk) -> str:
    return desk.region.name if desk.region else ""


def _title(indicator: Indicator, unit: Unit, desk: Desk, when: str) -> str:
    measured = {
        Unit.RATE_PER_10000: " per 10,000 children",
        Unit.PERCENT: " (per cent)",
        Unit.COUNT: " (number)",
    }.get(unit, f" ({unit.words})")
    return f"{indicator.title}{measured}, {desk.area.called}, {when}"


def _line(
    name: str,
    figures: tuple[Figure, ...],
    periods: list[Period],
    writer: Writer,
    *,
    emphasis: bool = False,
) -> Series:
    wanted = set(periods)
    points = tuple(
        Point(label(figure.period), writer.released(figure))
        for figure in figures
        if figure.period in wanted
    )
    return Series(name, points, emphasis)


def _band(comparison: Comparison, periods: list[Period], writer: Writer) -> Band | None:
    lower = _line("", comparison.neighbour_low_series, periods, writer).points
    upper = _line("", comparison.neighbour_high_series, periods, writer).points
    if not lower or len(lower) != len(upper):
        return None
    return Band("Statistical neighbours, lowest to highest", lower, upper)


def _first_after(periods: list[Period], when: date) -> str:
    return next(label(period) for period in periods if period.end >= when)


def described(chart: Chart) -> Chart:
    """The chart with its text alternative composed from itself."""
    return replace(chart, description=describe(chart))
