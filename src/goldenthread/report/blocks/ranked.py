"""Categories in order of size, this year against last: what entered the list and what left it."""

from collections.abc import Iterable

from goldenthread.charts.model import Chart, ChartKind, Point, Series
from goldenthread.comparisons import Movement, Ranking, period_of, ranking
from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Figure, Period, PeriodKind
from goldenthread.nouns.breaks import between
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Paragraph
from goldenthread.report.not_known import none_known
from goldenthread.report.pictures import block, described
from goldenthread.wording.phrases import (
    as_sentence,
    listed,
    number_word,
    period_name,
    sentence_case,
)
from goldenthread.wording.sentences import Writer
from goldenthread.wording.text import Words, join


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather the parts of the indicator by the plan's dimension, for this year and last."""
    indicator = catalogue()[plan.indicators[0]]
    period = _period(indicator, plan.dimension, desk)
    if period is None:
        return nothing_known(plan.indicators, none_known(plan.indicators))
    now = _parts(indicator, plan.dimension, period, desk)
    if not any(figure.known for figure in now):
        return nothing_known(plan.indicators, no_value(indicator, plan.dimension, now))
    before = _parts(indicator, plan.dimension, period.back(1), desk)
    across = between(
        period.back(1), period, indicator=indicator.name, area=desk.area.code, breaks=desk.breaks
    )
    compared = () if across else before

    def compose(writer: Writer) -> tuple[Block, ...]:
        # From what was released: a count withheld here has no place among the largest.
        shown, earlier = (
            [writer.released(figure).figure for figure in part] for part in (now, compared)
        )
        ranked = ranking(plan.dimension, shown, earlier, limit=plan.limit)
        hidden = sum(not figure.known for figure in earlier)
        words = join(_sentences(indicator, ranked, writer), _hidden_before(hidden))
        if before and across:
            why = as_sentence(across.reason)
            words = join(words, f" It is not compared with the year before. {why}")
        if not ranked.entries:
            return (Paragraph(words),)
        chart = _chart(plan, indicator, ranked, desk, period, writer)
        return (Paragraph(words), block(f"{plan.id}-ranked", chart))

    return Prepared((*now, *compared), compose, (indicator.name,))


def _period(indicator: Indicator, dimension: str, desk: Desk) -> Period | None:
    """The year's period, or the longest stretch of the year for which the parts are known."""
    whole = period_of(indicator.period_kind, desk.year)
    if whole and _parts(indicator, dimension, whole, desk):
        return whole
    stretches = {
        figure.period
        for figure in desk.in_year(indicator.name)
        if figure.breakdown.dimensions == (dimension,)
    }
    return max(stretches, key=lambda period: (period.end - period.start, period), default=None)


def no_value(indicator: Indicator, dimension: str, figures: Iterable[Figure]) -> str:
    """One sentence for parts that are all without a value, with what their symbols mean."""
    meanings = sorted({figure.symbol.meaning for figure in figures if figure.symbol})
    return (
        f"{indicator.title}: every {dimension} is withheld or not available for this year "
        f"({'; '.join(meanings)})."
    )


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
    # The table under it calls whatever has not entered “stayed”: that has to be known of each.
    moves = all(entry.movement is not Movement.NOT_KNOWN for entry in ranked.entries)
    now = tuple(Point(entry.name, writer.released(entry.now)) for entry in ranked.entries)
    before = tuple(
        Point(entry.name, writer.released(entry.before)) for entry in ranked.entries if entry.before
    )
    lines = [Series(_short(period), now, emphasis=True)]
    if before:
        lines.append(Series(_short(period.back(1)), before))
    return described(
        Chart(
            description="",
            kind=ChartKind.RANKED,
            title=f"{indicator.title} by {plan.dimension}, {desk.area.name}, {period_name(period)}",
            unit=ranked.entries[0].now.unit,
            labels=labels,
            series=tuple(lines),
            label_heading=plan.dimension.capitalize(),
            entered=tuple(entry.name for entry in ranked.entered) if moves else (),
            left=tuple(departure.name for departure in ranked.left) if moves else (),
        )
    )


def _short(period: Period) -> str:
    """A period's name where there is little room, beside a bar."""
    return period.code if period.kind is PeriodKind.QUARTERS else period_name(period)


def _sentences(indicator: Indicator, ranked: Ranking, writer: Writer) -> Words:
    top = ranked.entries[:3]
    by = f"{indicator.counted} by {ranked.dimension}"
    words: Words
    if top:
        words = join(
            f"By {ranked.dimension}, the largest of {indicator.counted} were: ",
            listed([join(f"{entry.name} (", writer.bound(entry.now), ")") for entry in top]),
            ".",
        )
    else:
        words = (f"None of {by} with a figure is above zero.",)
    if ranked.entered:
        words = join(
            words,
            f" New among the first {number_word(len(ranked.entries))}: ",
            listed([entry.name for entry in ranked.entered]),
            ".",
        )
    if ranked.left:
        words = join(words, " No longer among them: ", listed([e.name for e in ranked.left]), ".")
    if ranked.withheld:
        count = _categories(len(ranked.withheld))
        are = "is" if len(ranked.withheld) == 1 else "are"
        words = join(words, f" {sentence_case(count)} {are} withheld or not available.")
    return words


def _hidden_before(count: int) -> str:
    """Why nothing is called new or gone, where categories had no value in the year before."""
    if not count:
        return ""
    was = "was" if count == 1 else "were"
    return (
        " Which of the largest are new is not known: "
        f"{_categories(count)} {was} withheld or not available the year before."
    )


def _categories(count: int) -> str:
    return f"{number_word(count)} {'category' if count == 1 else 'categories'}"
