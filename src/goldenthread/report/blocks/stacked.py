"""How a whole divides into outcomes, over the years or for the year alone."""

from goldenthread.charts import Chart, ChartKind, Point, Series
from goldenthread.comparisons import period_of
from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Breakdown, Figure, Period, Unit
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Paragraph
from goldenthread.report.not_known import none_known
from goldenthread.report.pictures import block, described, label
from goldenthread.wording.phrases import in_period, listed
from goldenthread.wording.sentences import Writer
from goldenthread.wording.text import join

SEGMENTS = 4  # no more colours than that may carry meaning
YEARS = 5


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather the parts of the indicator by the plan's dimension for the last years."""
    indicator = catalogue()[plan.indicators[0]]
    period = period_of(indicator.period_kind, desk.year)
    if period is None:
        return nothing_known(plan.indicators, none_known(plan.indicators))
    latest = desk.parts(indicator.name, Unit.PERCENT, period, plan.dimension)
    if not latest:
        return nothing_known(plan.indicators, none_known(plan.indicators))
    largest = sorted(latest, key=lambda figure: (-(figure.value or 0), str(figure.breakdown)))
    shown = [figure.breakdown for figure in largest[:SEGMENTS]]
    periods = [period.back(back) for back in reversed(range(YEARS))]
    by_part = {part: _over(latest, part, periods, desk) for part in shown}
    periods = [p for p in periods if any(p in figures for figures in by_part.values())]
    declared = [figure for figures in by_part.values() for figure in figures.values()]

    def compose(writer: Writer) -> tuple[Block, ...]:
        sentence = join(
            f"{indicator.title} by {plan.dimension}, {in_period(period)}: ",
            listed(
                [
                    join(f"{part.words} ", writer.bound(figures[period]))
                    for part, figures in by_part.items()
                    if period in figures
                ]
            ),
            ".",
        )
        chart = _chart(plan, indicator, by_part, periods, desk, writer)
        return (Paragraph(sentence), block(f"{plan.id}-stacked", chart))

    return Prepared(tuple(declared), compose, (indicator.name,))


def _over(
    latest: tuple[Figure, ...], part: Breakdown, periods: list[Period], desk: Desk
) -> dict[Period, Figure]:
    now = next(figure for figure in latest if figure.breakdown == part)
    found = {period: desk.shelf.like(now, period=period) for period in periods}
    return {period: figure for period, figure in found.items() if figure}


def _chart(
    plan: BlockPlan,
    indicator: Indicator,
    by_part: dict[Breakdown, dict[Period, Figure]],
    periods: list[Period],
    desk: Desk,
    writer: Writer,
) -> Chart:
    series = tuple(
        Series(
            part.words,
            tuple(Point(label(p), writer.released(figures[p])) for p in periods if p in figures),
        )
        for part, figures in by_part.items()
    )
    labels = tuple(label(period) for period in periods)
    return described(
        Chart(
            description="",
            kind=ChartKind.STACKED,
            title=f"{indicator.title} by {plan.dimension} (per cent), {desk.area.name}, "
            f"{labels[0]} to {labels[-1]}",
            unit=Unit.PERCENT,
            labels=labels,
            series=series,
        )
    )
