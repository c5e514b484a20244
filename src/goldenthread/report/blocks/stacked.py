"""How a whole divides into outcomes, over the years or for the year alone."""

from collections.abc import Sequence

from goldenthread.charts.model import Chart, ChartKind, Point, Series
from goldenthread.comparisons import period_of
from goldenthread.comparisons.derived import value_of
from goldenthread.disclosure import Released
from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Breakdown, Figure, Period, Unit
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.blocks.ranked import no_value
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Paragraph
from goldenthread.report.not_known import none_known
from goldenthread.report.pictures import block, described, label
from goldenthread.wording.phrases import in_period, listed
from goldenthread.wording.sentences import Writer
from goldenthread.wording.text import Words, join

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
    known = [figure for figure in latest if figure.known]
    if not known:
        return nothing_known(plan.indicators, no_value(indicator, plan.dimension, latest))
    counted = [figure for figure in known if figure.value] or known  # zeros only if all are
    largest = sorted(counted, key=lambda figure: (-value_of(figure), str(figure.breakdown)))
    periods = [period.back(back) for back in reversed(range(YEARS))]
    by_part = {now: _over(now, periods, desk) for now in largest[:SEGMENTS]}
    others = [
        figure
        for each in periods
        for figure in desk.parts(indicator.name, Unit.PERCENT, each, plan.dimension)
        if figure.breakdown not in {now.breakdown for now in by_part}
    ]
    drawn = (each for figures in by_part.values() for each in figures.values())
    declared = list({figure.id: figure for figure in (*latest, *drawn, *others)}.values())

    def compose(writer: Writer) -> tuple[Block, ...]:
        # From what was released: a share withheld here is neither told nor drawn.
        shown = {
            now.breakdown: figures
            for now, figures in by_part.items()
            if writer.released(now).value is not None
        }
        released = [writer.released(figure) for figure in latest]
        if not shown:
            safe = [each.figure for each in released]
            return (Paragraph((no_value(indicator, plan.dimension, safe),)),)
        without = [each.figure.breakdown.words for each in released if each.value is None]
        sentence = join(
            f"{indicator.title} by {plan.dimension}, {in_period(period)}: ",
            listed(
                [
                    join(f"{part.words} ", writer.bound(figures[period]))
                    for part, figures in shown.items()
                ]
            ),
            ".",
            _without_value(without),
            _not_shown([writer.released(figure) for figure in others], without),
        )
        seen = [p for p in periods if any(p in figures for figures in shown.values())]
        chart = _chart(plan, indicator, shown, seen, desk, writer)
        return (Paragraph(sentence), block(f"{plan.id}-stacked", chart))

    return Prepared(tuple(declared), compose, (indicator.name,))


def _without_value(names: Sequence[str]) -> Words:
    """Which parts have no value: they may be as large as those told."""
    return join(" Withheld or not available: ", listed(sorted(names)), ".") if names else ()


def _not_shown(others: Sequence[Released], without: Sequence[str]) -> Words:
    """Which other parts had a value in these years: too many to draw, or of earlier years only."""
    names = {each.figure.breakdown.words for each in others if each.value} - {*without}
    return join(" Not shown: ", listed(sorted(names)), ".") if names else ()


def _over(now: Figure, periods: list[Period], desk: Desk) -> dict[Period, Figure]:
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
