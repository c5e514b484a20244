"""A month-by-month line with its natural limits, where there are twelve months or more."""

from goldenthread.charts import Band, Chart, ChartKind, Point, Series
from goldenthread.comparisons import Limits, monthly_limits
from goldenthread.figures import Origin
from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Figure, PeriodKind
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Paragraph
from goldenthread.report.not_known import none_known
from goldenthread.report.pictures import block, described
from goldenthread.wording.phrases import listed
from goldenthread.wording.sentences import Writer
from goldenthread.wording.text import Words, join

YEARS = 2  # two years of months: enough for limits, and last year's season beside this year's


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather the months of the last years of the first indicator named."""
    indicator = catalogue()[plan.indicators[0]]
    months = _months(indicator, desk)
    if len(months) < 12:
        return nothing_known(plan.indicators, none_known(plan.indicators))
    limits = monthly_limits(months)
    figures = [figure for _, figure in months]
    declared = [*figures, *(limits.figures() if limits else ())]

    def compose(writer: Writer) -> tuple[Block, ...]:
        labels = tuple(name for name, _ in months)
        chart = _chart(indicator, desk, months, limits, writer)
        words = _sentences(indicator, months, limits, writer)
        return (Paragraph(words), block(f"{plan.id}-months", chart)) if labels else ()

    return Prepared(tuple(declared), compose, (indicator.name,))


def _months(indicator: Indicator, desk: Desk) -> list[tuple[str, Figure]]:
    """The months of the last years, earliest first, all of one origin."""
    first = desk.year.back(YEARS - 1).start
    found = [
        figure
        for figure in desk.shelf.about(indicator.name, desk.area.code)
        if figure.period.kind is PeriodKind.MONTH
        and not figure.breakdown
        and figure.unit is indicator.units[0]
        and first <= figure.period.start <= desk.year.end
    ]
    if not found:
        return []
    newest = Origin.of(max(found, key=lambda figure: figure.period))
    return [(f"{f.period.end:%b %Y}", f) for f in found if Origin.of(f) == newest]


def _chart(
    indicator: Indicator,
    desk: Desk,
    months: list[tuple[str, Figure]],
    limits: Limits | None,
    writer: Writer,
) -> Chart:
    labels = tuple(name for name, _ in months)
    points = tuple(Point(name, writer.released(figure)) for name, figure in months)
    lines = [Series(desk.area.name, points, emphasis=True)]
    band = None
    if limits:
        lower, centre, upper = (
            tuple(Point(name, writer.released(figure)) for name in labels)
            for figure in (limits.lower, limits.centre, limits.upper)
        )
        lines.append(Series("Average", centre))
        band = Band("Natural limits", lower, upper)
    return described(
        Chart(
            description="",
            kind=ChartKind.MONTHS,
            title=f"{indicator.title} by month, {desk.area.name}, {labels[0]} to {labels[-1]}",
            unit=indicator.units[0],
            labels=labels,
            series=tuple(lines),
            band=band,
            label_heading="Month",
        )
    )


def _sentences(
    indicator: Indicator, months: list[tuple[str, Figure]], limits: Limits | None, writer: Writer
) -> Words:
    known = [(name, figure) for name, figure in months if writer.released(figure).value is not None]
    if not known:
        return (f"{indicator.words} by month are withheld.",)
    highest = max(known, key=lambda pair: pair[1].value or 0)
    lowest = min(known, key=lambda pair: pair[1].value or 0)
    words = join(
        f"{indicator.words} by month were highest in {highest[0]} (",
        writer.bound(highest[1]),
        f") and lowest in {lowest[0]} (",
        writer.bound(lowest[1]),
        ").",
    )
    if limits is None:
        return words
    outside = [
        join(f"{name} (", writer.bound(figure), ")")
        for name, figure in months
        if figure.id in limits.outside
    ]
    if outside:
        return join(
            words,
            " Beyond the natural limits that month-to-month variation sets: ",
            listed(outside),
            ".",
        )
    return join(words, " Every month lies within the natural limits of month-to-month variation.")
