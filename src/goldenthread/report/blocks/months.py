"""A month-by-month line with its natural limits, where there are twelve months or more."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.charts.model import Band, BreakMark, Chart, ChartKind, Point, Series
from goldenthread.comparisons import Limits, monthly_limits
from goldenthread.figures import Origin
from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Break, Figure, PeriodKind
from goldenthread.nouns.breaks import is_after, within
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Paragraph
from goldenthread.report.not_known import none_known
from goldenthread.report.pictures import block, described
from goldenthread.wording.phrases import as_sentence, listed, period_name
from goldenthread.wording.sentences import Writer, paragraph
from goldenthread.wording.text import Words, join

YEARS = 2  # two years of months: enough for limits, and last year's season beside this year's
LEAST = 12  # fewer months than a year's are no picture of a year
MOST_NAMED = 3  # more months than this that share a value are not named

Labelled = list[tuple[str, Figure]]


@dataclass(frozen=True, slots=True)
class _Months:
    """The months of a picture, the breaks among them, and the limits of those since the last."""

    all: Labelled
    breaks: tuple[Break, ...]
    since: Labelled
    limits: Limits | None


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather the months of the last years of the first indicator named."""
    indicator = catalogue()[plan.indicators[0]]
    found = _found(indicator, desk)
    if len(found) < LEAST:
        return nothing_known(plan.indicators, none_known(plan.indicators))
    months = _divided(found, desk)
    figures = [figure for _, figure in found]
    declared = [*figures, *(months.limits.figures() if months.limits else ())]

    def compose(writer: Writer) -> tuple[Block, ...]:
        limits = months.limits
        # Withheld with one of their months, the limits are neither drawn nor told.
        if limits and writer.released(limits.centre).value is None:
            limits = None
        chart = _chart(indicator, desk, months, limits, writer)
        words = paragraph(_sentences(indicator, desk, months, limits, writer))
        return (Paragraph(words), block(f"{plan.id}-months", chart))

    return Prepared(tuple(declared), compose, (indicator.name,))


def _found(indicator: Indicator, desk: Desk) -> Labelled:
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


def _divided(found: Labelled, desk: Desk) -> _Months:
    """The months with the breaks among them.

    Limits are worked from those since the last break only, and where the report's year has any.
    """
    breaks = within([figure for _, figure in found], desk.breaks)
    since = [
        (name, figure)
        for name, figure in found
        if all(is_after(figure.period, brk.when) for brk in breaks)
    ]
    limits = monthly_limits(since) if any(f.known for _, f in _of_year(since, desk)) else None
    return _Months(found, breaks, since, limits)


def _of_year(months: Labelled, desk: Desk) -> Labelled:
    return [(name, figure) for name, figure in months if figure.period.start >= desk.year.start]


def _chart(
    indicator: Indicator,
    desk: Desk,
    months: _Months,
    limits: Limits | None,
    writer: Writer,
) -> Chart:
    labels = tuple(name for name, _ in months.all)
    points = tuple(Point(name, writer.released(figure)) for name, figure in months.all)
    lines = [Series(desk.area.name, points, emphasis=True)]
    band = None
    if limits:
        lower, centre, upper = (
            tuple(Point(name, writer.released(figure)) for name, _ in months.since)
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
            breaks=tuple(
                BreakMark(
                    next(name for name, f in months.all if is_after(f.period, brk.when)),
                    brk.when,
                    brk.reason,
                )
                for brk in months.breaks
            ),
            label_heading="Month",
        )
    )


def _sentences(
    indicator: Indicator, desk: Desk, months: _Months, limits: Limits | None, writer: Writer
) -> Iterator[Words]:
    known = [pair for pair in months.since if writer.released(pair[1]).value is not None]
    if months.breaks:
        start = months.since[0][1].period.words
        yield (
            f"From {start} the months are not comparable with those before. "
            f"{as_sentence(months.breaks[-1].reason)}",
        )
    if not _of_year(known, desk):
        yield (_nothing_this_year(indicator, desk, months, writer),)
        return
    yield _extremes(indicator, months.since, known, writer)
    if limits is None:
        if len(known) >= LEAST:
            yield ("No natural limits of month-to-month variation can be shown.",)
        else:
            yield ("That is too few months with a value for natural limits.",)
        return
    yield _beyond(limits, known, whole=len(known) == len(months.since), writer=writer)
    yield from _runs(limits)


def _nothing_this_year(indicator: Indicator, desk: Desk, months: _Months, writer: Writer) -> str:
    year = [writer.released(figure) for _, figure in _of_year(months.all, desk)]
    meanings = sorted({each.symbol.meaning for each in year if each.symbol})
    why = f" ({'; '.join(meanings)})" if meanings else ""
    return (
        f"{indicator.words} by month: no month of {period_name(desk.year)} has a value{why}, so "
        "no highest, lowest or natural limits are given."
    )


def _extremes(indicator: Indicator, months: Labelled, known: Labelled, writer: Writer) -> Words:
    """The highest and the lowest of the months, with the span they are of, every tie with them."""
    high, low = (pick(figure.value or 0 for _, figure in known) for pick in (max, min))
    highest = [figure for _, figure in known if figure.value == high]
    lowest = [figure for _, figure in known if figure.value == low]
    verb = "were" if indicator.plural else "was"
    opening = (
        f"{indicator.words} by month from {months[0][1].period.words} to "
        f"{months[-1][1].period.words} {verb}"
    )
    if high == low:
        return join(f"{opening} ", writer.bound(highest[0]), " in every month with a value.")
    return join(
        f"{opening} highest in ",
        _named(highest, writer),
        " and lowest in ",
        _named(lowest, writer),
        ".",
    )


def _named(tied: list[Figure], writer: Writer) -> Words:
    when = listed([f.period.words for f in tied]) if len(tied) <= MOST_NAMED else "several months"
    return join(when, " (", writer.bound(tied[0]), ")")


def _beyond(limits: Limits, known: Labelled, *, whole: bool, writer: Writer) -> Words:
    """The months beyond the limits, or that there is none among those with a value."""
    outside = [
        join(f"{figure.period.words} (", writer.bound(figure), ")")
        for _, figure in known
        if figure.id in limits.outside
    ]
    if outside:
        return join(
            "Beyond the natural limits that month-to-month variation sets: ", listed(outside), "."
        )
    every = "Every month" if whole else "Every month with a value"
    return (f"{every} lies within the natural limits of month-to-month variation.",)


def _runs(limits: Limits) -> Iterator[Words]:
    """The long runs on one side of the average, which no single month shows."""
    place = {name: number for number, (name, _) in enumerate(limits.points)}
    for run in limits.runs:
        first, last = place[run.labels[0]], place[run.labels[-1]]
        every = "every month" if last - first + 1 == len(run.labels) else "every month with a value"
        side = "above" if run.above else "below"
        yield (
            f"From {limits.points[first][1].period.words} to {limits.points[last][1].period.words} "
            f"{every} lay {side} the average, which is more than month-to-month variation "
            "usually gives.",
        )
