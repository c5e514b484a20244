"""Categories in order of size, this year against last: what entered the list and what left it."""

from goldenthread.charts import Chart, ChartKind, Point, Series
from goldenthread.comparisons import Ranking, period_of, ranking
from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Figure, Period
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Paragraph
from goldenthread.report.not_known import none_known
from goldenthread.report.pictures import block, described
from goldenthread.wording.phrases import listed, number_word, period_name
from goldenthread.wording.sentences import Writer
from goldenthread.wording.text import Words, join


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather the parts of the indicator by the plan's dimension, for this year and last."""
    indicator = catalogue()[plan.indicators[0]]
    period = period_of(indicator.period_kind, desk.year)
    if period is None:
        return nothing_known(plan.indicators, none_known(plan.indicators))
    now = _parts(indicator, plan.dimension, period, desk)
    before = _parts(indicator, plan.dimension, period.back(1), desk)
    if not now:
        return nothing_known(plan.indicators, none_known(plan.indicators))
    ranked = ranking(plan.dimension, now, before, limit=plan.limit)
    if not ranked.entries:
        return nothing_known(
            plan.indicators,
            f"{indicator.title} by {plan.dimension} is withheld or not available for this year.",
        )

    def compose(writer: Writer) -> tuple[Block, ...]:
        return (
            Paragraph(_sentences(indicator, ranked, writer)),
            block(f"{plan.id}-ranked", _chart(plan, indicator, ranked, desk, period, writer)),
        )

    return Prepared((*now, *before), compose, (indicator.name,))


def _parts(indicator: Indicator, dimension: str, period: Period, desk: Desk) -> tuple[Figure, ...]:
    """The parts as counts where there are counts, otherwise as percentages."""
    for unit in indicator.units:
        found = desk.parts(indicator.name, unit, period, dimension)
        if len(found) > 1:
            return found
    return ()


def _chart(
    plan: BlockPlan,
    indicator: Indicator,
    ranked: Ranking,
    desk: Desk,
    period: Period,
    writer: Writer,
) -> Chart:
    labels = tuple(entry.name for entry in ranked.entries)
    now = tuple(Point(entry.name, writer.released(entry.now)) for entry in ranked.entries)
    before = tuple(
        Point(entry.name, writer.released(entry.before)) for entry in ranked.entries if entry.before
    )
    lines = [Series(period_name(period), now, emphasis=True)]
    if before:
        lines.append(Series(period_name(period.back(1)), before))
    return described(
        Chart(
            description="",
            kind=ChartKind.RANKED,
            title=f"{indicator.title} by {plan.dimension}, {desk.area.name}, {period_name(period)}",
            unit=ranked.entries[0].now.unit,
            labels=labels,
            series=tuple(lines),
            label_heading=plan.dimension.capitalize(),
            entered=tuple(entry.name for entry in ranked.entered),
            left=tuple(departure.name for departure in ranked.left),
        )
    )


def _sentences(indicator: Indicator, ranked: Ranking, writer: Writer) -> Words:
    top = ranked.entries[:3]
    words = join(
        f"The largest of {indicator.counted} by {ranked.dimension}: ",
        listed([join(f"{entry.name} (", writer.bound(entry.now), ")") for entry in top]),
        ".",
    )
    if ranked.entered:
        words = join(
            words,
            f" New among the first {number_word(len(ranked.entries))}: ",
            listed([entry.name for entry in ranked.entered]),
            ".",
        )
    if ranked.left:
        words = join(words, " No longer among them: ", listed([e.name for e in ranked.left]), ".")
    return words
