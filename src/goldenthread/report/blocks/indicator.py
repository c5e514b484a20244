"""One or more indicators, each with its sentences, its years and its neighbours."""

from goldenthread.comparisons import Comparison
from goldenthread.indicators import Indicator, catalogue
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Note, Paragraph
from goldenthread.report.pictures import neighbours_picture, years_picture
from goldenthread.wording.sentences import Writer, paragraph


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather each indicator's comparison for the year."""
    known = [
        (catalogue()[name], comparison)
        for name in plan.indicators
        if (comparison := desk.comparison(name))
    ]
    missing = tuple(name for name in plan.indicators if not desk.comparison(name))
    if not known:
        return nothing_known(missing, _not_known(missing))

    def compose(writer: Writer) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for indicator, comparison in known:
            blocks += _one(plan, indicator, comparison, desk, writer)
        if missing:
            blocks.append(Note((_not_known(missing),), heading="Not known"))
        return tuple(blocks)

    return Prepared(
        tuple(figure for _, comparison in known for figure in comparison.figures()),
        compose,
        tuple(indicator.name for indicator, _ in known),
        missing,
    )


def _one(
    plan: BlockPlan, indicator: Indicator, comparison: Comparison, desk: Desk, writer: Writer
) -> list[Block]:
    name = f"{plan.id}-{indicator.name.replace('_', '-')}"
    blocks: list[Block] = [Paragraph(paragraph(writer.about(indicator, comparison)))]
    if comparison.figure.quality_note:
        blocks.append(Note((comparison.figure.quality_note,), heading="About this figure"))
    if "years" in plan.chart and len(comparison.series) > 1:
        blocks.append(years_picture(f"{name}-years", indicator, comparison, desk, writer))
    if "neighbours" in plan.chart and comparison.neighbours:
        blocks.append(neighbours_picture(f"{name}-neighbours", indicator, comparison, desk, writer))
    return blocks


def _not_known(names: tuple[str, ...]) -> str:
    titles = "; ".join(catalogue()[name].title for name in names)
    return f"No figure is known for this year for: {titles}."
